/* SPDX-License-Identifier: MIT */
/* Where tables, figures, headings and notes come to stand when pages are cut. */
#define _DEFAULT_SOURCE /* mkstemps, mkdtemp */
#include "base/buffer.h"
#include "frame.h"
#include "report.h"

/* A Markdown text being made. */
static struct buffer begin_text(struct arena *arena, const char *beginning) {
    struct buffer text = {.arena = arena};
    buffer_add_string(&text, beginning);
    return text;
}

static const char *end_text(struct buffer *text) {
    buffer_add_char(text, '\0');
    return text->data;
}

static void add_lines(struct buffer *text, unsigned count) {
    for (unsigned i = 0; i < count; i++)
        buffer_printf(text, "line %u\n\n", i);
}

/* Rows "NAME 0" and so on, and what stands below them: a caption, or "". */
static void add_table(struct buffer *text, const char *name, unsigned rows,
                      const char *caption) {
    buffer_printf(text, "| %s | n |\n|---|---|\n", name);
    for (unsigned i = 0; i < rows; i++)
        buffer_printf(text, "| %s %u | %u |\n", name, i, i);
    buffer_printf(text, "\n%s\n\n", caption);
}

static struct sheet set_letter(struct buffer *text) {
    struct sheet sheet = sheet_read(end_text(text));
    sheet_set(&sheet);
    return sheet;
}

/* Where the first line of a paragraph stands; what repeats a line is not looked at. */
struct spot {
    size_t page;
    length y;
};

static struct spot find_spot(struct sheet sheet, const char *text) {
    for (size_t p = 0; p < sheet.pages->count; p++)
        for (size_t i = 0; i < sheet.pages->pages[p].item_count; i++) {
            const struct item *item = &sheet.pages->pages[p].items[i];
            if (item->kind == ITEM_LINE && line_element(&item->as.line) &&
                slice_is(item->as.line.text, text))
                return (struct spot){p, item->as.line.y};
        }
    EXPECT(!"the line is there");
    return (struct spot){0};
}

static bool is_before(struct spot a, struct spot b) {
    return a.page < b.page || (a.page == b.page && a.y < b.y);
}

/* --- order -------------------------------------------------------------------------- */

static void a_table_that_may_not_float_waits_for_those_that_do(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "");
    add_lines(&text, 24);
    add_table(&text, "first", 30, "");
    add_lines(&text, 2);
    add_table(&text, "second", 3, ": Stays {here}");
    buffer_add_string(&text, "end\n");
    struct sheet sheet = set_letter(&text);
    EXPECT_INTEGER(find_spot(sheet, "first 0").page, 1); /* or nothing has waited */
    EXPECT(is_before(find_spot(sheet, "first 29"), find_spot(sheet, "second 0")));
    EXPECT(is_before(find_spot(sheet, "second 2"), find_spot(sheet, "end")));
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void a_table_longer_than_a_page_waits_for_those_before_it(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "");
    add_lines(&text, 24);
    add_table(&text, "first", 30, "");
    add_table(&text, "second", 80, "");
    struct sheet sheet = set_letter(&text);
    EXPECT_INTEGER(find_spot(sheet, "first 0").page, 1);
    EXPECT(is_before(find_spot(sheet, "first 29"), find_spot(sheet, "second 0")));
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* --- room --------------------------------------------------------------------------- */

/* The table alone would fill a page, so it is parted. */
static void check_tall_table(const char *language, const char *note) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "");
    buffer_printf(&text, "---\nlang: %s\n---\n\nbegin\n\n", language);
    add_table(&text, "row", 49, "");
    while (text.data[text.length - 1] == '\n')
        text.length--;
    buffer_printf(&text, "\n| last[^n] | 1 |\n\nend\n\n[^n]: %s\n", note);
    struct sheet sheet = set_letter(&text);
    const char *last = !strcmp(language, "ar") ? "last١" : "last1";
    EXPECT_INTEGER(find_spot(sheet, last).page, find_spot(sheet, note).page);
    EXPECT_INTEGER(find_spot(sheet, "row 0").page, 0);
    EXPECT_INTEGER(sheet.pages->count, 2);
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void a_note_in_a_table_as_tall_as_a_page_stands_on_the_page_of_its_mark(void) {
    check_tall_table("en", "note");
    check_tall_table("ar", "حاشية");
}

/* A section without a heading begins lower on its first page than on others. */
static void a_table_that_opens_a_section_does_not_leave_the_page(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "");
    add_table(&text, "row", 48, "");
    struct sheet sheet = report_set("en", "Table", end_text(&text));
    expect_clear(sheet);
    EXPECT_INTEGER(find_spot(sheet, "row 0").page, 1);
    EXPECT_INTEGER(find_spot(sheet, "row 47").page, 2);
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* An annex: there is no text through which its tables could float. */
static void a_table_that_is_all_of_its_section_stays_under_its_heading(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "# Annex\n\n");
    for (int i = 0; i < 6; i++) {
        buffer_printf(&text, "## Heading %d\n\n", i);
        add_table(&text, arena_printf(arena, "table %d,", i), 28, "");
        add_table(&text, arena_printf(arena, "another %d,", i), 3, "");
    }
    struct sheet sheet = report_set("en", NULL, end_text(&text));
    for (int i = 0; i < 6; i++) {
        struct spot heading = find_spot(sheet, arena_printf(arena, "Heading %d", i));
        struct spot first = find_spot(sheet, arena_printf(arena, "table %d, 0", i));
        struct spot last = find_spot(sheet, arena_printf(arena, "another %d, 2", i));
        EXPECT_INTEGER(first.page, heading.page);
        EXPECT(is_before(heading, first) && is_before(first, last));
        if (i < 5)
            EXPECT(is_before(
                last, find_spot(sheet, arena_printf(arena, "Heading %d", i + 1))));
    }
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* It would leave no room for the rows, or would itself not fit a page. */
static void a_header_of_many_lines_is_not_repeated(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "| a ");
    for (int i = 0; i < 1000; i++)
        buffer_add_string(&text, "word ");
    buffer_add_string(&text, "| b |\n|---|---|\n");
    for (int i = 0; i < 80; i++)
        buffer_printf(&text, "| row %d | x |\n", i);
    buffer_add_string(&text, "\n: Caption\n");
    struct sheet sheet = set_letter(&text);
    expect_clear(sheet);
    EXPECT(find_spot(sheet, "row 79").page <= find_spot(sheet, "row 0").page + 2);
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* Each list but the first few begins where the one around it does. */
static void markers_of_deep_lists_do_not_lie_on_one_another(void) {
    static const char *const languages[] = {"en", "ar"};
    for (size_t i = 0; i < 2; i++) {
        struct arena *arena = arena_create();
        struct buffer text = begin_text(arena, "");
        buffer_printf(&text, "---\nlang: %s\n---\n\n", languages[i]);
        buffer_add_string(&text, "> - > - > - > - > - 7. 123456789. - > 5) text\n");
        struct sheet sheet = set_letter(&text);
        EXPECT_INTEGER(expect_clear(sheet), 11); /* and the folio */
        sheet_drop(sheet);
        arena_destroy(arena);
    }
}

/* The column has no room for both a whole and a decimals below one another. */
static void numbers_of_a_squeezed_table_stay_in_their_columns(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "");
    static const char *const cells[] = {"a", "-", "12345", "0.12345"};
    for (int row = 0; row < 4; row++) {
        for (int column = 0; column < 13; column++)
            buffer_printf(&text, "| %s ",
                          row == 3 && column % 2 ? cells[2] : cells[row]);
        buffer_add_string(&text, "|\n");
    }
    struct sheet sheet = set_letter(&text);
    EXPECT(expect_clear(sheet) > 39);
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* --- the cover ---------------------------------------------------------------------- */

static const struct page *set_cover(struct sheet *sheet, const char *texts) {
    char folder[] = "/tmp/cover-XXXXXX";
    static const char *const languages[] = {"ar", "en", "fa", "fr"};
    char path[8];
    EXPECT(mkdtemp(folder) && chdir(folder) == 0);
    report_write("report.yaml", texts);
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s/a.md", languages[i]);
        EXPECT(mkdir(languages[i], 0777) == 0);
        report_write(path, "# a\n");
    }
    *sheet = (struct sheet){.arena = arena_create()};
    sheet->diag = diag_new(sheet->arena);
    sheet->document = document_read(sheet->arena, ".", sheet->diag);
    for (size_t i = 0; i < 4; i++) {
        snprintf(path, sizeof path, "%s/a.md", languages[i]);
        EXPECT(unlink(path) == 0 && rmdir(languages[i]) == 0);
    }
    EXPECT(unlink("report.yaml") == 0 && chdir("/") == 0 && rmdir(folder) == 0);
    sheet_set(sheet);
    return &sheet->pages->pages[0];
}

/* Words of one side, and those of the other, and rules. */
static void texts_of_the_cover_do_not_lie_on_one_another(void) {
    struct sheet sheet;
    const struct page *page = set_cover(
        &sheet,
        "title: {ar: أوضاع حقوق الإنسان في محافظة ذي قار وما جاورها خلال السنوات الأخيرة,\n"
        "  en: The human rights situation in the governorate and its neighbours of late,\n"
        "  fa: وضعیت حقوق بشر در استان, fr: La situation des droits humains}\n"
        "publisher: {ar: ناشر, en: A publisher whose name is too long for a line of it,\n"
        "  fa: ناشر, fr: Éditeur}\n"
        "campaign: {ar: حملة, en: Campaign, fa: کمپین, fr: Campagne}\n"
        "edition: {ar: نسخة, en: Edition, fa: نسخه, fr: Édition}\n"
        "languages: {ar: , en: , fa: , fr: }\nsections: [a]\n");
    size_t lines = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        if (page->items[i].kind != ITEM_LINE)
            continue;
        lines++;
        EXPECT(!item_leaves(page, &page->items[i]));
        for (size_t n = 0; n < i; n++) {
            const struct item *other = &page->items[n];
            if (other->kind == ITEM_LINE ||
                other->as.rectangle.colour == style_default()->colours.ink)
                EXPECT(!item_spoils(&page->items[i], other, /*under*/ true));
        }
    }
    EXPECT(lines > 4 + 12);
    sheet_drop(sheet);
}

/* It stands above the table, which goes in as the item does. */
static void a_table_of_an_item_goes_on_below_its_own_label(void) {
    static const char *const languages[] = {"en", "ar"};
    for (size_t l = 0; l < 2; l++) {
        struct arena *arena = arena_create();
        struct buffer text = begin_text(arena, "");
        buffer_printf(&text, "---\nlang: %s\n---\n\n- | a | b |\n  |---|---|\n",
                      languages[l]);
        for (unsigned i = 0; i < 80; i++)
            buffer_printf(&text, "  | %s | b |\n", l ? "أ" : "a");
        buffer_add_string(&text, "\n  : caption\n");
        struct sheet sheet = set_letter(&text);
        const struct page *page = &sheet.pages->pages[1];
        const struct line_item *first[3]; /* the folio, the label, the header */
        size_t count = 0;
        for (size_t i = 0; i < page->item_count && count < 3; i++)
            if (page->items[i].kind == ITEM_LINE)
                first[count++] = &page->items[i].as.line;
        EXPECT_INTEGER(count, 3);
        EXPECT(first[1]->width > first[2]->width);
        EXPECT_INTEGER(l ? first[1]->x + first[1]->width : first[1]->x,
                       l ? first[2]->x + first[2]->width : first[2]->x);
        sheet_drop(sheet);
        arena_destroy(arena);
    }
}

/* --- what reaches into the outer column ---------------------------------------------- */

/* Eight columns of numbers, in rows for three pages. */
static void add_wide_table(struct buffer *text, const char *caption) {
    for (int column = 0; column < 8; column++)
        buffer_printf(text, "| head %d ", column);
    buffer_add_string(text, "|\n|---|---|---|---|---|---|---|---|\n");
    for (int row = 0; row < 120; row++) {
        for (int column = 0; column < 8; column++)
            buffer_printf(text, "| 1,234,56%d ", column);
        buffer_add_string(text, "|\n");
    }
    buffer_printf(text, "\n%s\n", caption);
}

static void check_wide_table(const char *language, const char *title,
                             const char *caption) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "text\n\n");
    add_wide_table(&text, caption);
    struct sheet sheet = report_set(language, title, end_text(&text));
    EXPECT_INTEGER(sheet.pages->count, 4);
    EXPECT(expect_clear(sheet) > 900);
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void a_wide_table_begins_below_the_running_head(void) {
    check_wide_table("en", "Short", "");
    check_wide_table("ar", "قصير", "");
    check_wide_table(
        "en",
        "A title for which the column has to have three lines of words, and "
        "then two words more",
        ": Caption");
    check_wide_table(
        "ar", "عنوان يحتاج من العمود إلى ثلاثة أسطر من الكلمات على الأقلّ ثم إلى كلمتين",
        ": شرح");
}

/* Words of one chapter of a book. */
static void a_running_head_is_cut_where_it_is_too_long(void) {
    struct arena *arena = arena_create();
    struct buffer title = begin_text(arena, "Beginning");
    for (int i = 0; i < 300; i++)
        buffer_add_string(&title, " and going on");
    struct sheet sheet = report_set("en", end_text(&title), "text\n");
    EXPECT_INTEGER(diag_count(sheet.diag, DIAG_WARNING), 1);
    expect_clear(sheet);
    struct buffer word = begin_text(arena, "");
    for (int i = 0; i < 300; i++)
        buffer_add_string(&word, "أصفار");
    sheet_drop(sheet);
    sheet = report_set("ar", end_text(&word), "text\n");
    expect_clear(sheet);
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* --- headings ----------------------------------------------------------------------- */

/* The table leaves room for the heading and for one line of the three that stay together. */
static void a_heading_below_a_table_stays_with_its_text(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "");
    add_lines(&text, 33);
    add_table(&text, "first", 47, "");
    buffer_add_string(&text, "## Heading\n\n");
    for (int i = 0; i < 30; i++)
        buffer_add_string(&text, "of three lines ");
    buffer_add_string(&text, "\n");
    struct sheet sheet = set_letter(&text);
    struct spot heading = find_spot(sheet, "Heading");
    EXPECT_INTEGER(find_spot(sheet, "first 0").page, 1);
    EXPECT_INTEGER(heading.page, 2);
    EXPECT_INTEGER(heading.y, style_default()->page.first_line);
    EXPECT_INTEGER(sheet.pages->count, 3);
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* Two notes in one line, the first of them longer than the page. */
static void a_heading_does_not_leave_its_text_because_of_a_long_note(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "# Heading\n\nMarks[^1] of notes[^2]\n\n");
    buffer_add_string(&text, "[^2]: second\n\n[^1]: first ");
    for (int i = 0; i < 3000; i++)
        buffer_add_string(&text, "word ");
    buffer_add_string(&text, "\n");
    struct sheet sheet = set_letter(&text);
    EXPECT_INTEGER(find_spot(sheet, "Marks1 of notes2").page, 0);
    EXPECT(sheet.pages->count > 2);
    EXPECT_INTEGER(find_spot(sheet, "second").page, sheet.pages->count - 1);
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* The text goes to the next page with its note: the heading is not alone. */
static void a_heading_above_a_float_needs_no_text(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "# Heading\n\n");
    add_table(&text, "row", 44, "");
    buffer_add_string(&text, "Mark[^1]\n\n[^1]: first\\\n");
    for (int i = 0; i < 12; i++)
        buffer_add_string(&text, "  line\\\n");
    buffer_add_string(&text, "  last\n");
    struct sheet sheet = set_letter(&text);
    EXPECT_INTEGER(find_spot(sheet, "row 43").page, 0);
    EXPECT_INTEGER(find_spot(sheet, "Mark1").page, 1);
    EXPECT_INTEGER(sheet.pages->count, 2);
    sheet_drop(sheet);
    arena_destroy(arena);
}

int main(void) {
    RUN(a_table_that_may_not_float_waits_for_those_that_do);
    RUN(a_table_longer_than_a_page_waits_for_those_before_it);
    RUN(a_note_in_a_table_as_tall_as_a_page_stands_on_the_page_of_its_mark);
    RUN(a_table_that_opens_a_section_does_not_leave_the_page);
    RUN(a_table_that_is_all_of_its_section_stays_under_its_heading);
    RUN(a_header_of_many_lines_is_not_repeated);
    RUN(markers_of_deep_lists_do_not_lie_on_one_another);
    RUN(numbers_of_a_squeezed_table_stay_in_their_columns);
    RUN(texts_of_the_cover_do_not_lie_on_one_another);
    RUN(a_table_of_an_item_goes_on_below_its_own_label);
    RUN(a_wide_table_begins_below_the_running_head);
    RUN(a_running_head_is_cut_where_it_is_too_long);
    RUN(a_heading_below_a_table_stays_with_its_text);
    RUN(a_heading_above_a_float_needs_no_text);
    RUN(a_heading_does_not_leave_its_text_because_of_a_long_note);
    return harness_status();
}
