/* SPDX-License-Identifier: MIT */
/* The stamp of an edition: on the cover and on each page, in each language of the report. */
#define _DEFAULT_SOURCE /* mkdtemp */
#include "report.h"

static const char *const words[2][2] = {
    {"Draft", "مسودة"},
    {"Embargoed until December\u00A01, 2026",
     "محظور النشر حتى ١\u00A0كانون\u00A0الأول ٢٠٢٦"}};

static const struct line_item *find(const struct page *page, const char *text) {
    const struct line_item *found = NULL;
    for (size_t i = 0; i < page->item_count; i++) {
        if (page->items[i].kind != ITEM_LINE ||
            !slice_is(page->items[i].as.line.text, text))
            continue;
        EXPECT(!found);
        found = &page->items[i].as.line;
    }
    EXPECT(found);
    if (!found)
        exit(harness_status());
    return found;
}

/* Each at the side where its language begins, whichever the page's is. */
static void expect_head(const struct page *page, const char *const stamp[2]) {
    const struct line_item *english = find(page, stamp[0]),
                           *arabic = find(page, stamp[1]);
    EXPECT(!line_element(english) && !line_element(arabic));
    EXPECT_INTEGER(english->y, style_default()->page.stamp);
    EXPECT_INTEGER(arabic->y, style_default()->page.stamp);
    EXPECT(english->y < style_default()->page.first_line - PT(14));
    EXPECT(english->x + english->width < arabic->x);
}

static void check_edition(const struct document *document, const char *name,
                          const char *const stamp[2]) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    struct font_set *fonts = font_set_open(arena, diag);
    const struct pages *pages = pages_lay_out(
        arena, document, document_find_edition(document, name), style_default(),
        (struct pages_means){.fonts = fonts, .images = image_store_new(arena)}, diag);
    EXPECT(pages && pages->count > 10);
    for (size_t p = 0; p < pages->count; p++) {
        const struct page *page = &pages->pages[p];
        bool cover = p == 0 || p + 1 == pages->count;
        EXPECT(cover == !page->label);
        for (size_t i = 0; i < 2 && cover; i++)
            EXPECT(line_element(find(page, stamp[i])));
        if (!cover)
            expect_head(page, stamp);
    }
    font_set_close(fonts);
    arena_destroy(arena);
}

static void each_page_of_the_sink_has_its_stamp_in_both_languages(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    const struct document *document = document_read(arena, "tests/sink", diag);
    check_edition(document, "english", words[0]);
    check_edition(document, "arabic", words[1]);
    arena_destroy(arena);
}

static void without_a_stamp_nothing_is_there(void) {
    struct sheet sheet = report_set("en", NULL, "# a\n\nb\n");
    const struct page *page = &sheet.pages->pages[1];
    for (size_t i = 0; i < page->item_count; i++)
        EXPECT(page->items[i].kind != ITEM_LINE ||
               page->items[i].as.line.y != style_default()->page.stamp);
    sheet_drop(sheet);
}

int main(void) {
    RUN(each_page_of_the_sink_has_its_stamp_in_both_languages);
    RUN(without_a_stamp_nothing_is_there);
    return harness_status();
}
