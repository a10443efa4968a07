/* SPDX-License-Identifier: MIT */
/* Makes the sheets of an edition, each kind of edition its own. */
#include "sheets/internal.h"

#include "document/document.h"

struct box sheets_covered(const struct pages *pages, const struct placed_page *placed) {
    const struct page *page = &pages->pages[placed->page];
    bool lies = placed->turns % 2;
    int64_t width = lies ? page->height : page->width;
    int64_t height = lies ? page->width : page->height;
    return (struct box){placed->x, placed->y,
                        placed->x + (length)(width * placed->scale / SCALE_ONE),
                        placed->y + (length)(height * placed->scale / SCALE_ONE)};
}

uint8_t sheets_turns(const struct page *page) {
    if (page->width <= page->height)
        return 0;
    return page->direction == DIRECTION_RTL ? 1 : 3;
}

const struct sheets *sheets_plain(struct arena *arena, const struct pages *pages) {
    struct sheets *sheets = arena_new(arena, struct sheets);
    struct sheet *items = arena_array(arena, struct sheet, pages->count);
    struct placed_page *placed = arena_array(arena, struct placed_page, pages->count);
    for (size_t i = 0; i < pages->count; i++) {
        const struct page *page = &pages->pages[i];
        placed[i] = (struct placed_page){.page = (uint32_t)i,
                                         .scale = SCALE_ONE,
                                         .clip = {0, 0, page->width, page->height}};
        items[i] = (struct sheet){.width = page->width,
                                  .height = page->height,
                                  .pages = &placed[i],
                                  .page_count = 1};
    }
    *sheets = (struct sheets){
        .pages = pages, .sheets = items, .count = pages->count, .plain = true};
    return sheets;
}

const struct sheets *sheets_impose(struct arena *arena, const struct pages *pages,
                                   const struct edition *edition,
                                   const struct style *style, struct diag *diag) {
    switch (edition->kind) {
    case EDITION_BOOKLET:
        return booklet_impose(arena, pages, edition, style, diag);
    case EDITION_PRESS:
        return press_impose(arena, pages, edition, diag);
    case EDITION_REPORT:
    case EDITION_HANDOUT:
    case EDITION_KINDS:
        break;
    }
    return edition->up ? sheets_n_up(arena, pages, edition->up)
                       : sheets_plain(arena, pages);
}
