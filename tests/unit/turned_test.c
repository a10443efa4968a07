/* SPDX-License-Identifier: MIT */
/* Tables on turned pages: which are, and what stands on such pages. */
#define _DEFAULT_SOURCE /* mkdtemp */
#include "base/buffer.h"
#include "report.h"

static bool is_turned(const struct page *page) {
    return page->width > page->height;
}

static size_t count_turned(const struct pages *pages) {
    size_t count = 0;
    for (size_t p = 0; p < pages->count; p++)
        count += is_turned(&pages->pages[p]);
    return count;
}

static const struct line_item *find_line(const struct page *page, const char *text) {
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == ITEM_LINE &&
            slice_is(page->items[i].as.line.text, text))
            return &page->items[i].as.line;
    return NULL;
}

/* Nine words of about 6.5 em of 8.5 pt: more than the 172 mm of an upright page, and less than
   the 259 mm of a turned one with 10.5 pt between them. */
static const char nine[] =
    "| mmmnnnooo | mmmnnnooo | mmmnnnooo | mmmnnnooo | mmmnnnooo | mmmnnnooo | "
    "mmmnnnooo | mmmnnnooo | mmmnnnooo |\n"
    "|-|-|-|-|-|-|-|-|-|\n"
    "| mmmnnnooo | b | c | d | e | f | g | h | i |\n";

static void a_table_that_no_upright_page_has_room_for_is_turned(void) {
    struct arena *arena = arena_create();
    const char *text = arena_printf(arena, "# A\n\nBefore.\n\n%s\nAfter.\n", nine);
    struct sheet sheet = report_set("en", NULL, text);
    EXPECT_INTEGER(sheet.pages->count, 3); /* the cover is the first */
    EXPECT(!is_turned(&sheet.pages->pages[1]) && is_turned(&sheet.pages->pages[2]));
    EXPECT(find_line(&sheet.pages->pages[1], "Before.") != NULL);
    EXPECT(find_line(&sheet.pages->pages[1], "After.") != NULL);
    EXPECT_INTEGER(diag_count(sheet.diag, DIAG_WARNING), 0);
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void a_turned_page_has_the_size_and_the_margins_of_the_others(void) {
    struct arena *arena = arena_create();
    const char *text = arena_printf(arena, "# A\n\n%s", nine);
    struct sheet sheet = report_set("en", NULL, text);
    const struct page *page = &sheet.pages->pages[2];
    const struct page_style *style = &style_default()->page;
    EXPECT_INTEGER(page->width, style->height);
    EXPECT_INTEGER(page->height, style->width);
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE || !line_element(line))
            continue;
        /* page 3 binds at the left */
        EXPECT(line->x >= style->binding_margin - 100);
        EXPECT(line->x + line->width <= page->width - style->outer_margin + 100);
    }
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void its_head_and_folio_stand_at_the_outer_side(void) {
    static const char *const languages[] = {"en", "ar"};
    for (size_t l = 0; l < 2; l++) {
        struct sheet sheet =
            report_set(languages[l], "T",
                       "# A\n\n| a | b |\n|---|---|\n| c | d |\n\n: e {turn}\n");
        const struct page *page = &sheet.pages->pages[2];
        const struct page_style *style = &style_default()->page;
        bool right = l == 0; /* an odd page: where the reading ends */
        size_t found = 0;
        EXPECT(is_turned(page));
        for (size_t i = 0; i < page->item_count; i++) {
            const struct line_item *line = &page->items[i].as.line;
            if (page->items[i].kind != ITEM_LINE || line_element(line))
                continue;
            length start = right ? page->width - style->outer_margin - style->column
                                 : style->outer_margin;
            EXPECT(line->x >= start - 100 &&
                   line->x + line->width <= start + style->column + 100);
            found++;
        }
        EXPECT_INTEGER(found, 3); /* the title, the section's, the folio */
        sheet_drop(sheet);
    }
}

static void what_is_turned_keeps_the_order_of_the_tables(void) {
    struct sheet sheet =
        report_set("en", NULL,
                   "# A\n\nOne.\n\n| a |\n|---|\n| b |\n\n: First {turn}\n\n"
                   "Two.\n\n| c |\n|---|\n| d |\n\n: Second\n\nThree.\n");
    EXPECT_INTEGER(sheet.pages->count, 4);
    EXPECT(find_line(&sheet.pages->pages[1], "Three.") != NULL);
    EXPECT(find_line(&sheet.pages->pages[2], "Table\u00A01. First") != NULL);
    EXPECT(find_line(&sheet.pages->pages[3], "Table\u00A02. Second") != NULL);
    sheet_drop(sheet);
}

static void a_long_one_goes_on_with_its_header(void) {
    struct arena *arena = arena_create();
    struct buffer text = {.arena = arena};
    buffer_add_string(&text, "# A\n\nx\n\n| Head |\n|---|\n");
    for (size_t i = 0; i < 60; i++)
        buffer_add_string(&text, "| row |\n");
    buffer_add_string(&text, "\n: Long {turn}\n");
    buffer_add_char(&text, '\0');
    struct sheet sheet = report_set("en", NULL, text.data);
    size_t turned = count_turned(sheet.pages);
    /* 60 rows of 14 pt, on pages of 537.3 - 63 pt */
    EXPECT(turned == 2);
    for (size_t p = 2; p < sheet.pages->count; p++)
        EXPECT(find_line(&sheet.pages->pages[p], "Head") != NULL);
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void one_with_nothing_before_it_leaves_no_page_empty(void) {
    struct sheet sheet =
        report_set("en", "T", "| a |\n|---|\n| b |\n\n: C {turn}\n\nText.\n");
    EXPECT_INTEGER(sheet.pages->count, 3);
    EXPECT(is_turned(&sheet.pages->pages[1]) && !is_turned(&sheet.pages->pages[2]));
    sheet_drop(sheet);
}

static void one_that_cannot_be_turned_is_told(void) {
    struct sheet sheet = report_set(
        "en", NULL, "# A\n\n- x\n\n  | a |\n  |---|\n  | b |\n\n  : C {turn}\n");
    EXPECT_INTEGER(count_turned(sheet.pages), 0);
    EXPECT_INTEGER(diag_count(sheet.diag, DIAG_WARNING), 1);
    sheet_drop(sheet);
}

int main(void) {
    RUN(a_table_that_no_upright_page_has_room_for_is_turned);
    RUN(a_turned_page_has_the_size_and_the_margins_of_the_others);
    RUN(its_head_and_folio_stand_at_the_outer_side);
    RUN(what_is_turned_keeps_the_order_of_the_tables);
    RUN(a_long_one_goes_on_with_its_header);
    RUN(one_with_nothing_before_it_leaves_no_page_empty);
    RUN(one_that_cannot_be_turned_is_told);
    return harness_status();
}
