/* SPDX-License-Identifier: MIT */
/* Where tables, figures, headings and notes come to stand when pages are cut. */
#define _DEFAULT_SOURCE /* mkstemps, mkdtemp */
#include "base/buffer.h"
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

static length lowest_line(const struct page *page) {
    length lowest = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind == ITEM_LINE && line_element(&item->as.line) &&
            item->as.line.y > lowest)
            lowest = item->as.line.y;
    }
    return lowest;
}

/* A section without a heading begins lower on its first page than on others. */
static void a_table_that_opens_a_section_does_not_leave_the_page(void) {
    struct arena *arena = arena_create();
    struct buffer text = begin_text(arena, "");
    add_table(&text, "row", 48, "");
    struct sheet sheet = report_set("en", "Table", end_text(&text));
    for (size_t p = 1; p < sheet.pages->count; p++)
        EXPECT(lowest_line(&sheet.pages->pages[p]) <= style_default()->page.last_line);
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

int main(void) {
    RUN(a_table_that_may_not_float_waits_for_those_that_do);
    RUN(a_table_longer_than_a_page_waits_for_those_before_it);
    RUN(a_note_in_a_table_as_tall_as_a_page_stands_on_the_page_of_its_mark);
    RUN(a_table_that_opens_a_section_does_not_leave_the_page);
    RUN(a_table_that_is_all_of_its_section_stays_under_its_heading);
    RUN(a_heading_below_a_table_stays_with_its_text);
    RUN(a_heading_does_not_leave_its_text_because_of_a_long_note);
    return harness_status();
}
