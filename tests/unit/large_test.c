/* SPDX-License-Identifier: MIT */
/* Large print: no letter is smaller than 18 points, nothing is justified, and all stands on
   the page, in both directions. */
#define _DEFAULT_SOURCE /* mkstemps */
#include "frame.h"

#include "style/style.h"

static void expect_large(const struct page *page) {
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        EXPECT(!item_leaves(page, item));
        for (uint32_t r = 0; item->kind == ITEM_LINE && r < item->as.line.run_count;
             r++)
            EXPECT(item->as.line.runs[r].rise || item->as.line.runs[r].size >= PT(18));
    }
}

static void a_report_in_large_print_has_no_small_letter(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    const struct document *document = document_read(arena, "src/init", diag);
    struct edition edition = *document_find_edition(document, "report");
    struct font_set *fonts = font_set_open(arena, diag);
    edition.large_print = true;
    const struct pages *pages = pages_lay_out(
        arena, document, &edition, style_large(arena, style_default()),
        (struct pages_means){.fonts = fonts, .images = image_store_new(arena)}, diag);
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 0);
    EXPECT(pages && pages->count > 10);
    bool directions[2] = {false, false};
    for (size_t p = 1; p < pages->count; p++) {
        directions[pages->pages[p].direction] = true;
        expect_large(&pages->pages[p]);
    }
    EXPECT(directions[DIRECTION_LTR] && directions[DIRECTION_RTL]);
    font_set_close(fonts);
    arena_destroy(arena);
}

/* The order of sizes stays, and so does what one script is to the other. */
static void titles_stay_titles(void) {
    struct arena *arena = arena_create();
    const struct style *style = style_large(arena, style_default());
    const struct role_style *roles = style->roles;
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        EXPECT(roles[i].latin.size >= PT(18) && roles[i].arabic.size >= PT(18));
        EXPECT(roles[i].latin.leading > roles[i].latin.size * 9 / 10);
        EXPECT(!roles[i].justified);
    }
    EXPECT(roles[ROLE_CHAPTER].latin.size > roles[ROLE_SECTION].latin.size);
    EXPECT(roles[ROLE_STATEMENT].latin.size > roles[ROLE_TEXT].latin.size);
    EXPECT(roles[ROLE_TEXT].arabic.size > roles[ROLE_TEXT].latin.size * 13 / 10);
    arena_destroy(arena);
}

int main(void) {
    RUN(a_report_in_large_print_has_no_small_letter);
    RUN(titles_stay_titles);
    return harness_status();
}
