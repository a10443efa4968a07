/* SPDX-License-Identifier: MIT */
/* Sources: what programs write into CSL-JSON and CSL-YAML, and what is said of it in a
   language; files that are made to hurt. */
#define _GNU_SOURCE /* mkdtemp, open_memstream */
#include "base/file.h"
#include "document/internal.h"
#include "unit/harness.h"

#include <stdlib.h>
#include <unistd.h>

static struct arena *arena;
static struct formats *formats;
static char folder[] = "/tmp/works-test-XXXXXX";
static struct reading reading; /* of the last file */
static const struct works *works;

static void write_file(const char *name, struct slice bytes) {
    FILE *file = fopen(file_join(arena, folder, name), "wb");
    if (file) {
        fwrite(bytes.data, 1, bytes.length, file);
        fclose(file);
    }
}

static void read_bytes(const char *name, struct slice bytes) {
    write_file(name, bytes);
    reading = (struct reading){
        .arena = arena, .diag = diag_new(arena), .folder = folder, .formats = formats};
    works = works_read(&reading);
    unlink(file_join(arena, folder, name));
}

static const struct work *read_json(const char *text) {
    read_bytes("sources.json", slice_of(text));
    return works->count ? works->works[0] : NULL;
}

static const struct work *read_yaml(const char *text) {
    read_bytes("sources.yaml", slice_of(text));
    return works->count ? works->works[0] : NULL;
}

static size_t errors(void) {
    return diag_count(reading.diag, DIAG_ERROR) + diag_count(reading.diag, DIAG_WORLD);
}

/* A work as a list of this language has it. */
static const char *entry(const struct work *work, const char *language) {
    struct wording wording = wording_begin(&reading, language, diag_nowhere());
    wording_entry(&wording, work);
    struct slice text = buffer_slice(&wording.text);
    return arena_copy(arena, text.data, text.length);
}

/* --- keys --------------------------------------------------------------------------------- */

static void a_key_is_the_citation_key_or_the_last_part_of_an_address(void) {
    EXPECT_STRING(read_json("[{\"id\": \"a\", \"title\": \"T\"}]")->key, "a");
    EXPECT_STRING(read_json("[{\"id\": 12, \"title\": \"T\"}]")->key, "12");
    EXPECT_STRING(
        read_json(
            "[{\"id\": \"http://zotero.org/users/1/items/AB\", \"title\": \"T\"}]")
            ->key,
        "AB");
    EXPECT_STRING(
        read_json("[{\"id\": \"x/AB\", \"citation-key\": \"un\", \"title\": \"T\"}]")
            ->key,
        "un");
    EXPECT_STRING(read_json("[{\"id\": \"x/AB\", \"title\": \"T\","
                            "\"note\": \"words\\nCitation Key: un\"}]")
                      ->key,
                  "un");
    EXPECT_INTEGER(errors(), 0);
}

static void works_are_found_by_key(void) {
    read_yaml("references:\n- {id: b, title: B}\n- {id: a, title: A}\n");
    EXPECT_STRING(works_find(&reading, "b", diag_nowhere())->own.title, "B");
    EXPECT(!works_find(&reading, "c", diag_nowhere()));
    EXPECT_INTEGER(errors(), 1);
}

/* --- names -------------------------------------------------------------------------------- */

/* CSL 1.0.2, name variables: particles stand before the family name, with it or not. */
static void names_have_parts_or_are_whole(void) {
    const struct work *work = read_json(
        "[{\"id\": \"a\", \"title\": \"T\", \"type\": \"book\", \"author\": ["
        "{\"family\": \"Gogh\", \"given\": \"Vincent\", \"non-dropping-particle\": \"van\"},"
        "{\"family\": \"Humboldt\", \"given\": \"Alexander\", \"dropping-particle\": \"von\"},"
        "{\"literal\": \"UNAMI\", \"family\": \"no\"}]}]");
    EXPECT_STRING(entry(work, "en"),
                  "van Gogh, Vincent, Alexander von Humboldt, and UNAMI, T.");
    work = read_yaml("- {id: a, title: T, type: book, author: UNAMI}\n");
    EXPECT_STRING(entry(work, "en"), "UNAMI, T.");
    work = read_yaml("- {id: a, title: T, type: book, author: [{given: Plato}]}\n");
    EXPECT_STRING(entry(work, "en"), "Plato, T.");
    work = read_yaml("- {id: a, title: T, type: book, author: [{}, ~]}\n");
    EXPECT_STRING(entry(work, "en"), "T.");
}

/* --- dates -------------------------------------------------------------------------------- */

static void dates_are_in_parts_or_in_text(void) {
    static const struct {
        const char *issued, *text;
    } dates[] = {
        {"{date-parts: [[2019, 10, 22]]}", "T, 22\u00A0October 2019."},
        {"{date-parts: [['2019', '10']]}", "T, October 2019."},
        {"{date-parts: [[2019]]}", "T, 2019."},
        {"{date-parts: [[2013], [2019]]}", "T, 2013–2019."},
        {"{date-parts: [[2019, 10, 1], [2019, 10, 9]]}", "T, 1–9\u00A0October 2019."},
        {"{date-parts: [['']]}", "T."},
        {"{date-parts: []}", "T."},
        {"{raw: 2019-10-22}", "T, 22\u00A0October 2019."},
        {"{raw: Autumn 2019}", "T, Autumn 2019."},
        {"{literal: n.d.}", "T, n.d."},
        {"{year: 2019, month: 10}", "T, October 2019."},
        {"[{year: 2019}]", "T, 2019."},
        {"2019-10", "T, October 2019."},
        {"2019-10-01/2019-10-09", "T, 1–9\u00A0October 2019."},
        {"2019/2013", "T, 2019/2013."}, /* no range: as it stands */
        {"2019-02-30", "T, 2019-02-30."},
        {"~", "T."},
        {"{season: 1}", "T."},
    };
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        const struct work *work = read_yaml(arena_printf(
            arena, "- {id: a, title: T, type: book, issued: %s}\n", dates[i].issued));
        EXPECT_INTEGER(errors(), 0);
        EXPECT_STRING(entry(work, "en-GB"), dates[i].text);
    }
}

static void what_is_no_date_is_told(void) {
    static const char *const wrong[] = {
        "{date-parts: [[2019, 13]]}",
        "{date-parts: [[2019, 2, 30]]}",
        "{date-parts: [[0]]}",
        "{date-parts: [[-5]]}",
        "{date-parts: [[99999999999999999999]]}",
        "{date-parts: [[1e999]]}",
        "{date-parts: [[2019, 1, 1, 1]]}",
        "{date-parts: [[[2019]]]}",
        "{date-parts: [2019]}",
        "{date-parts: [[2020], [2019]]}",
        "{date-parts: [[1], [2], [3]]}",
        "{year: x}",
        "[2019]",
        "{date-parts: {}}",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        read_yaml(arena_printf(arena, "- {id: a, title: T, issued: %s}\n", wrong[i]));
        if (errors() != 1)
            printf("# %s\n", wrong[i]);
        EXPECT_INTEGER(errors(), 1);
    }
}

/* --- languages ---------------------------------------------------------------------------- */

static void what_is_said_in_another_language_takes_the_place(void) {
    const struct work *work =
        read_yaml("- id: a\n  type: report\n  title: تقرير\n  author: يونامي\n"
                  "  issued: 2019\n  en: {title: Report, author: UNAMI}\n");
    EXPECT_STRING(entry(work, "en"), "UNAMI, Report, 2019.");
    EXPECT_STRING(entry(work, "en-GB"), "UNAMI, Report, 2019.");
    EXPECT_STRING(entry(work, "ar"), "يونامي، «تقرير»، ٢٠١٩.");
    work = read_json("[{\"id\": \"a\", \"title\": \"Report\", \"custom\": "
                     "{\"ar\": {\"title\": \"تقرير\"}, \"x\": 1}}]");
    EXPECT_STRING(entry(work, "ar"), "«تقرير».");
    EXPECT_INTEGER(errors(), 0);
}

/* Better BibTeX writes lines of Extra as Zotero has them: "name: text", names as
   "Family || Given". */
static void lines_of_extra_say_it_too_and_no_other_word_is_printed(void) {
    const struct work *work =
        read_json("[{\"id\": \"a\", \"title\": \"T\", \"note\": \"call Ali: 0770\\n"
                  "Title-ar: عنوان\\nauthor-ar: العلي || أحمد\\nauthor-ar: هيئة\\n"
                  "publisher-ar: \\nAddendum: reprinted\\nprivate\"}]");
    EXPECT_STRING(entry(work, "en"), "“T”, reprinted.");
    EXPECT_STRING(entry(work, "ar"), "العلي، أحمد وهيئة، «عنوان»، reprinted.");
}

static void tags_in_titles_are_not_printed(void) {
    const struct work *work =
        read_json("[{\"id\": \"a\", \"type\": \"book\", \"title\": \"<i>A</i> <span "
                  "class=\\\"nocase\\\">b</span> 1 < 2 <x>, <i\"}]");
    EXPECT_STRING(entry(work, "en"), "A b 1 < 2 <x>, <i.");
}

static void a_body_that_publishes_itself_is_said_once(void) {
    const struct work *work =
        read_yaml("- {id: a, type: book, title: T, author: UNAMI, publisher: UNAMI,\n"
                  "   ar: {author: يونامي}}\n");
    EXPECT_STRING(entry(work, "en"), "UNAMI, T.");
    EXPECT_STRING(entry(work, "ar"), "يونامي، «T».");
}

static void a_long_address_is_shown_by_its_site(void) {
    const struct work *work =
        read_yaml("- {id: a, type: book, title: T,\n   URL: 'https://www.example.org/"
                  "a-page-with-a-name-that-is-too-long-to-be-shown'}\n");
    EXPECT_STRING(entry(work, "en"), "T, example.org.");
    work = read_yaml("- {id: a, type: book, title: T, DOI: 10.1000/182}\n");
    EXPECT_STRING(entry(work, "en"), "T, https://doi.org/10.1000/182.");
    work = read_yaml("- {id: a, type: book, title: T, URL: 'ftp://a'}\n");
    EXPECT_STRING(entry(work, "en"), "T.");
    EXPECT_INTEGER(errors(), 1);
}

/* --- files made to hurt ------------------------------------------------------------------- */

static const char whole[] =
    "[{\"id\":\"x/a\",\"type\":\"book\",\"title\":\"<i>T</i>\\u0627\",\"author\":"
    "[{\"family\":\"F\",\"given\":\"G\"},{\"literal\":\"L\"}],\"issued\":{\"date-parts\":"
    "[[2019,10,1],[2019,10,9]]},\"URL\":\"https://a.b/%41\",\"page\":\"1-2\","
    "\"note\":\"title-ar: x\\nCitation Key: k\",\"custom\":{\"ar\":{\"title\":\"y\"}}}]";

static void write_all(void) {
    for (size_t i = 0; i < works->count; i++) {
        entry(works->works[i], "en");
        entry(works->works[i], "ar");
    }
}

static void no_damage_leads_out_of_the_file(void) {
    size_t length = sizeof whole - 1;
    char *copy = arena_copy(arena, whole, length);
    for (size_t i = 0; i < length; i++) {
        read_bytes("sources.json", (struct slice){whole, i});
        write_all();
    }
    for (size_t i = 0; i < length; i++)
        for (size_t k = 0; k < 6; k++) {
            char was = copy[i];
            copy[i] = "\0\xFF\"[{x"[k];
            read_bytes("sources.json", (struct slice){copy, length});
            write_all();
            copy[i] = was;
        }
    EXPECT(read_json(whole) && errors() == 0);
    EXPECT_STRING(entry(works->works[0], "en"),
                  "F, G, and L, “Tا”, October\u00A01–9, 2019, pp.\u00A01–2, a.b.");
}

static void what_is_no_list_is_told(void) {
    static const char *const wrong[] = {"", "{}", "1", "{\"references\": 1}", "[1]"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        read_json(wrong[i]);
        EXPECT_INTEGER(errors(), 1);
    }
}

/* In time that grows with their number: an asked key is compared with all but so often. */
static void twenty_thousand_sources_are_read(void) {
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < 20000; i++)
        buffer_printf(&text, "%s{\"id\":\"k%zu\",\"title\":\"T\"}", i ? "," : "[",
                      i % 10000);
    buffer_add_string(&text, "]");
    read_bytes("sources.json", buffer_slice(&text));
    EXPECT_INTEGER(works->count, 10000);
    EXPECT_INTEGER(errors(), 10000); /* each stands there again */
    for (size_t i = 0; i < 20000; i++)
        works_find(&reading, "none", diag_nowhere());
    EXPECT_INTEGER(errors(), 30000);
}

int main(void) {
    arena = arena_create();
    formats = formats_open(arena);
    if (!mkdtemp(folder))
        return 1;
    RUN(a_key_is_the_citation_key_or_the_last_part_of_an_address);
    RUN(works_are_found_by_key);
    RUN(names_have_parts_or_are_whole);
    RUN(dates_are_in_parts_or_in_text);
    RUN(what_is_no_date_is_told);
    RUN(what_is_said_in_another_language_takes_the_place);
    RUN(lines_of_extra_say_it_too_and_no_other_word_is_printed);
    RUN(tags_in_titles_are_not_printed);
    RUN(a_body_that_publishes_itself_is_said_once);
    RUN(a_long_address_is_shown_by_its_site);
    RUN(no_damage_leads_out_of_the_file);
    RUN(what_is_no_list_is_told);
    RUN(twenty_thousand_sources_are_read);
    rmdir(folder);
    formats_close(formats);
    arena_destroy(arena);
    return harness_status();
}
