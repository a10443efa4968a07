/* SPDX-License-Identifier: MIT */
/* Fonts of a report: each that cannot be used is refused with its reason, and none is so
   broken that the program ends. Runs in a folder of its own. */
#define _GNU_SOURCE /* mkdtemp, open_memstream */
#include "base/buffer.h"
#include "base/file.h"
#include "style/internal.h"
#include "unit/harness.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTO "/usr/share/fonts/truetype/noto/"
#define OTF "/usr/share/fonts/opentype/freefont/FreeSerif.otf"

static struct arena *arena;

/* --- fonts to spoil ---------------------------------------------------------------------- */

struct bytes {
    unsigned char *data;
    size_t length;
};

static struct bytes read_font(const char *path) {
    struct slice file;
    if (!file_read(arena, path, 1 << 26, &file))
        abort();
    return (struct bytes){(unsigned char *)arena_copy(arena, file.data, file.length),
                          file.length};
}

static struct bytes noto(void) {
    return read_font(NOTO "NotoSansMono-Regular.ttf");
}

static void write_file(const char *name, const void *data, size_t size) {
    FILE *file = fopen(name, "wb");
    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        abort();
}

/* The record of a table in the directory: tag, checksum, offset, length. */
static unsigned char *find_record(struct bytes font, const char *tag) {
    for (size_t at = 12;; at += 16)
        if (!memcmp(font.data + at, tag, 4))
            return font.data + at;
}

static unsigned char *find_table(struct bytes font, const char *tag) {
    const unsigned char *r = find_record(font, tag);
    return font.data +
           ((size_t)r[8] << 24 | (size_t)r[9] << 16 | (size_t)r[10] << 8 | r[11]);
}

static void write16(unsigned char *at, unsigned value) {
    at[0] = (unsigned char)(value >> 8);
    at[1] = (unsigned char)value;
}

/* What is said of a font with these bytes. */
static const char *fault(struct bytes font) {
    write_file("spoilt.ttf", font.data, font.length);
    const char *wrong = font_check(arena, "spoilt.ttf");
    return wrong ? wrong : "(nothing)";
}

/* --- what is refused --------------------------------------------------------------------- */

static void a_whole_font_is_taken(void) {
    EXPECT_STRING(fault(noto()), "(nothing)");
    EXPECT_STRING(fault(read_font(OTF)), "(nothing)");
    EXPECT_STRING(fault(read_font(NOTO "NotoNastaliqUrdu-Regular.ttf")), "(nothing)");
}

/* OS/2 fsType: bit 1 restricted, bit 8 no subsetting, bit 9 bitmaps only; bits 2 and 3
   allow more (OpenType 1.9). */
static void rights_are_kept(void) {
    struct bytes font = noto();
    unsigned char *rights = find_table(font, "OS/2") + 8;
    write16(rights, 0x0002);
    EXPECT_STRING(fault(font), "its licence bits (fsType) forbid embedding");
    write16(rights, 0x0100);
    EXPECT_STRING(fault(font), "its licence bits (fsType) forbid subsetting");
    write16(rights, 0x0200);
    EXPECT_STRING(fault(font), "its licence bits (fsType) allow bitmaps only");
    write16(rights, 0x0004);
    EXPECT_STRING(fault(font), "(nothing)");
}

static void other_kinds_are_refused_by_name(void) {
    struct bytes font = noto();
    memcpy(font.data, "wOF2", 4);
    EXPECT(strstr(fault(font), "it is WOFF") != NULL);
    memcpy(font.data, "wOFF", 4);
    EXPECT(strstr(fault(font), "it is WOFF") != NULL);
    memcpy(font.data, "ttcf", 4);
    EXPECT(strstr(fault(font), "a collection of fonts (TTC)") != NULL);
    memcpy(font.data, "%!PS", 4);
    EXPECT_STRING(fault(font), "it is not a TrueType or OpenType font");
    font = noto();
    memcpy(find_record(font, "GSUB"), "fvar", 4);
    EXPECT(strstr(fault(font), "it is a variable font") != NULL);
}

static void a_font_lacks_no_table(void) {
    static const char tags[][5] = {"head", "hhea", "maxp", "hmtx",
                                   "cmap", "name", "OS/2"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        struct bytes font = noto();
        memcpy(find_record(font, tags[i]), "zzzz", 4);
        EXPECT_STRING(fault(font), arena_printf(arena, "it has no table %s", tags[i]));
    }
    struct bytes font = noto();
    memcpy(find_record(font, "glyf"), "zzzz", 4);
    EXPECT_STRING(fault(font), "it has no outlines (glyf or CFF)");
}

static void a_font_that_is_cut_short_is_refused(void) {
    struct bytes font = noto();
    for (size_t size = font.length - 64; size > 600; size -= size / 5) {
        struct bytes cut = {font.data, size};
        EXPECT(strstr(fault(cut), "it is cut short") != NULL);
    }
    EXPECT_STRING(fault((struct bytes){font.data, 40}),
                  "its table directory is broken");
    EXPECT_STRING(fault((struct bytes){font.data, 3}),
                  "it is not a TrueType or OpenType font");
}

static void tables_agree(void) {
    struct bytes font = noto();
    write16(find_table(font, "head") + 18, 8);
    EXPECT_STRING(fault(font), "it has 8 units per em; there may be 16 to 16384");
    font = noto();
    write16(find_table(font, "head") + 12, 0);
    EXPECT_STRING(fault(font), "its table head is broken");
    font = noto();
    write16(find_table(font, "maxp") + 4, 0xFFFF);
    EXPECT_STRING(fault(font), "its table hmtx has not a width for each glyph");
    font = noto();
    memset(find_table(font, "loca") + 40, 0x7F, 4);
    EXPECT_STRING(fault(font), "its table loca does not lead to its glyphs");
    font = noto();
    memset(find_table(font, "glyf") + 10, 0xFF, 200);
    EXPECT(strstr(fault(font), "is broken") != NULL);
}

/* --- in a theme -------------------------------------------------------------------------- */

struct reading_result {
    const struct style *style;
    char *messages; /* to be freed */
};

static struct reading_result read_theme(const char *text) {
    struct diag *diag = diag_new(arena);
    struct reading_result result;
    size_t size;
    write_file("theme.yaml", text, strlen(text));
    result.style = style_read(arena, ".", diag);
    FILE *stream = open_memstream(&result.messages, &size);
    diag_print(diag, stream);
    fclose(stream);
    return result;
}

#define EXPECT_TOLD(text, words)                                                       \
    do {                                                                               \
        struct reading_result read_ = read_theme(text);                                \
        if (!harness_expect(strstr(read_.messages, (words)) != NULL, __FILE__,         \
                            __LINE__))                                                 \
            printf("not told: %s; but %s\n", (words), read_.messages);                 \
        free(read_.messages);                                                          \
    } while (0)

static void a_family_of_the_report_can_be_named_anywhere(void) {
    struct reading_result read = read_theme("fonts:\n"
                                            "  \"My: serif\": {regular: fonts/a.ttf, "
                                            "bold: fonts/b.ttf, italic: fonts/a.ttf}\n"
                                            "roles:\n"
                                            "  text: {latin: {family: \"My: serif\"}}\n"
                                            "code: {family: \"My: serif\"}\n"
                                            "fallback: [Amiri, \"My: serif\"]\n");
    EXPECT_STRING(read.messages, "");
    EXPECT_STRING(read.style->roles[ROLE_TEXT].latin.family, "My: serif");
    EXPECT_STRING(read.style->code_family, "My: serif");
    EXPECT_STRING(read.style->fallback.items[1], "My: serif");
    free(read.messages);
    char *text, *again;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    style_dump(read.style, stream);
    fclose(stream);
    read = read_theme(text);
    stream = open_memstream(&again, &size);
    style_dump(read.style, stream);
    fclose(stream);
    EXPECT(strstr(text, "fonts:\n  \"My: serif\": {regular: \"fonts/a.ttf\", ") !=
           NULL);
    EXPECT_STRING(again, text);
    free(text);
    free(again);
    free(read.messages);
}

static void its_faces_are_found_by_style(void) {
    struct reading_result read =
        read_theme("fonts: {Mine: {regular: fonts/a.ttf, bold: fonts/b.ttf}}\n");
    struct font_set *fonts = font_set_open(arena, diag_new(arena));
    font_set_add(fonts, read.style->fonts);
    const struct face *regular = font_find(fonts, "Mine", WEIGHT_REGULAR, false);
    const struct face *bold = font_find(fonts, "Mine", WEIGHT_BOLD, true);
    EXPECT_STRING(regular->postscript_name, "NotoSansMono-Regular");
    EXPECT_STRING(bold->postscript_name, "NotoSansMono-Bold");
    EXPECT(font_find(fonts, "Mine", WEIGHT_REGULAR, true) == regular);
    EXPECT(regular->index != bold->index);
    font_set_close(fonts);
    free(read.messages);
}

/* By the rules of naskh, unless it is said otherwise. */
static void its_joins_are_stretched_by_the_rules_named(void) {
    struct reading_result read =
        read_theme("fonts:\n"
                   "  A: {regular: fonts/amiri.ttf}\n"
                   "  B: {regular: fonts/amiri.ttf, kashida: simple}\n"
                   "  C: {regular: fonts/amiri.ttf, kashida: none}\n");
    struct font_set *fonts = font_set_open(arena, diag_new(arena));
    font_set_add(fonts, read.style->fonts);
    EXPECT_STRING(read.messages, "");
    EXPECT(font_find(fonts, "A", WEIGHT_REGULAR, false)->kashida == KASHIDA_NASKH);
    EXPECT(font_find(fonts, "B", WEIGHT_REGULAR, false)->kashida == KASHIDA_SIMPLE);
    EXPECT(font_find(fonts, "C", WEIGHT_REGULAR, false)->kashida == KASHIDA_NONE);
    font_set_close(fonts);
    free(read.messages);
    EXPECT_TOLD("fonts: {M: {regular: fonts/a.ttf, kashida: nashk}}\n",
                "there is no kashida nashk; the nearest is naskh");
}

static void files_are_below_the_folder(void) {
    EXPECT_TOLD("fonts: {M: {regular: ../a.ttf}}\n",
                "theme.yaml:1:22: error: ../a.ttf does not lead to a file below");
    EXPECT_TOLD("fonts: {M: {regular: /etc/passwd}}\n", "/etc/passwd does not lead");
    EXPECT_TOLD("fonts: {M: {regular: out/a.ttf}}\n",
                "out/a.ttf is outside the content folder");
    EXPECT_TOLD("fonts: {M: {regular: fonts/c.ttf}}\n",
                "the file fonts/c.ttf is missing");
    EXPECT_TOLD("fonts: {M: {regular: fonts}}\n", "fonts is a folder");
}

static void mistakes_are_told_at_their_place(void) {
    EXPECT_TOLD(
        "fonts:\n  M:\n    regular: spoilt.ttf\n",
        "theme.yaml:3:14: error: the font spoilt.ttf cannot be used: it is not a "
        "TrueType or OpenType font");
    EXPECT_TOLD("fonts: {M: {bold: fonts/a.ttf}}\n", "the key regular is missing");
    EXPECT_TOLD("fonts: {M: {regular: fonts/a.ttf, heavy: fonts/a.ttf}}\n",
                "there is no key heavy");
    EXPECT_TOLD(
        "fonts: {Amiri: {regular: fonts/a.ttf}}\n",
        "Amiri cannot be the name of a family of the report: the program brings "
        "one of that name");
    EXPECT_TOLD("fonts: {none: {regular: fonts/a.ttf}}\n", "none cannot be the name");
    EXPECT_TOLD("roles: {text: {latin: {family: Mine}}}\n", "there is no font Mine");
}

/* What a font lacks is told where it is asked for; nothing is made up for it. */
static void what_a_font_lacks_is_told(void) {
    static const char head[] = "fonts: {M: {regular: fonts/a.ttf}, "
                               "F: {regular: fonts/f.otf}}\nroles: {text: ";
    const char *text = arena_printf(arena, "%s{arabic: {family: M}}}\n", head);
    EXPECT_TOLD(text, "theme.yaml:2:33: warning: the family M has not all letters of "
                      "Arabic");
    EXPECT_TOLD(text, "the family M has no bold");
    text = arena_printf(arena, "%s{arabic: {figures: M}}}\n", head);
    EXPECT_TOLD(text, "the family M has not all figures from ٠ to ٩");
    text = arena_printf(arena, "%s{latin: {family: M}}}\n", head);
    EXPECT_TOLD(text, "the family M has no italic");
    text = arena_printf(arena, "%s{arabic: {family: F}}}\n", head);
    EXPECT_TOLD(text, "the font F has CFF outlines");
    text = "roles: {text: {latin: {family: Noto Sans Arabic}}}\n";
    EXPECT_TOLD(text, "the family Noto Sans Arabic has not all letters of English");
}

/* Noto Serif has small capitals and four kinds of figures; Noto Kufi Arabic has none. */
static void features_a_font_lacks_are_told(void) {
    struct reading_result read = read_theme(
        "roles: {text: {latin: {features: [smcp, c2sc, onum, lnum, tnum, pnum, "
        "-swsh]}}}\nnote-mark: {latin: {features: [sups]}}\n");
    EXPECT_STRING(read.messages, "");
    free(read.messages);
    EXPECT_TOLD(
        "roles: {text: {latin: {features: [onum, swsh]}}}\n",
        "theme.yaml:1:41: warning: the family Noto Serif has no OpenType feature "
        "swsh");
    EXPECT_TOLD(
        "roles: {folio: {arabic: {family: Noto Kufi Arabic, features: [tnum]}}}\n",
        "the family Noto Kufi Arabic has no OpenType feature tnum");
}

/* --- anything at all --------------------------------------------------------------------- */

static uint32_t seed = 5;

static uint32_t random_below(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* Bytes of any table, or of the directory, are changed; some fonts are cut. */
static struct bytes spoil(struct bytes font) {
    for (uint32_t i = 1 + random_below(8); i; i--) {
        uint32_t limit = random_below(2) ? (uint32_t)font.length : 400;
        font.data[random_below(limit)] = (unsigned char)random_below(256);
    }
    if (!random_below(4))
        font.length = 1 + random_below((uint32_t)font.length);
    return font;
}

static void no_font_is_too_bad_to_be_looked_at(void) {
    static const char *const paths[] = {NOTO "NotoSansMono-Regular.ttf",
                                        NOTO "NotoKufiArabic-Regular.ttf", OTF};
    const char *rounds = getenv("FONT_ROUNDS");
    size_t refused = 0, count = rounds ? (size_t)atol(rounds) : 60;
    for (size_t i = 0; i < count; i++) {
        struct arena *outer = arena;
        arena = arena_create();
        refused += strcmp(fault(spoil(read_font(paths[i % 3]))), "(nothing)") != 0;
        arena_destroy(arena);
        arena = outer;
    }
    EXPECT(refused > count / 4);
}

int main(void) {
    char folder[] = "/tmp/fonts-test-XXXXXX", outside[] = "/tmp/fonts-out-XXXXXX";
    if (!mkdtemp(folder) || !mkdtemp(outside) || chdir(folder) != 0)
        abort();
    arena = arena_create();
    if (mkdir("fonts", 0700) != 0 || symlink(outside, "out") != 0 ||
        symlink(NOTO "NotoSansMono-Regular.ttf",
                arena_printf(arena, "%s/a.ttf", outside)) != 0)
        abort();
    struct bytes regular = noto(), bold = read_font(NOTO "NotoSansMono-Bold.ttf"),
                 cff = read_font(OTF),
                 amiri = read_font("/usr/share/fonts/opentype/fonts-hosny-amiri/"
                                   "Amiri-Regular.ttf");
    write_file("fonts/a.ttf", regular.data, regular.length);
    write_file("fonts/b.ttf", bold.data, bold.length);
    write_file("fonts/amiri.ttf", amiri.data, amiri.length);
    write_file("fonts/f.otf", cff.data, cff.length);
    RUN(a_whole_font_is_taken);
    RUN(rights_are_kept);
    RUN(other_kinds_are_refused_by_name);
    RUN(a_font_lacks_no_table);
    RUN(a_font_that_is_cut_short_is_refused);
    RUN(tables_agree);
    write_file("spoilt.ttf", "<html>", 6);
    RUN(a_family_of_the_report_can_be_named_anywhere);
    RUN(its_faces_are_found_by_style);
    RUN(its_joins_are_stretched_by_the_rules_named);
    RUN(files_are_below_the_folder);
    RUN(mistakes_are_told_at_their_place);
    RUN(what_a_font_lacks_is_told);
    RUN(features_a_font_lacks_are_told);
    RUN(no_font_is_too_bad_to_be_looked_at);
    arena_destroy(arena);
    if (system(arena_printf(arena = arena_create(), "rm -rf %s %s", folder, outside)))
        abort();
    arena_destroy(arena);
    return harness_status();
}
