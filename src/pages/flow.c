/* SPDX-License-Identifier: MIT */
/* Puts the galley of a section on pages: rows and notes where paging.c says. */
#include "pages/internal.h"

static void place_row(struct book *book, const struct row *row, length y) {
    struct arena *arena = book->composer->arena;
    size_t index = book->pages->count - 1;
    struct page *page = &book->pages->pages[index];
    length x = row->wide ? book_wide_left(book, index) : book_text_left(book, index);
    for (size_t i = 0; i < row->item_count; i++)
        page_place(arena, page, &row->items[i], x, y);
    if (row->anchor)
        *row->anchor =
            (struct anchor){.page = (uint32_t)index, .x = x, .y = y - row->leading};
}

/* A short rule at the start of the line of the section. */
static void place_note_rule(struct book *book, enum direction direction, length y) {
    const struct style *style = book->style;
    size_t index = book->pages->count - 1;
    length width = style->page.column;
    length x = book_text_left(book, index) +
               line_left(style_measure(style), direction, 0, width);
    struct item *item =
        page_add_item(book->composer->arena, &book->pages->pages[index]);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){
        .box = {x, y, x + width, y + style->note.rule}, .colour = style->colours.stone};
}

/* The last line of the notes stands on the last line of the page. */
static void place_notes(struct book *book, const struct paging *paging,
                        enum direction direction) {
    const struct note_style *style = &book->style->note;
    length y = book->style->page.last_line - paging->notes_height;
    bool any = false;
    for (size_t n = 0; n < paging->note_count; n++) {
        const struct note_slice *slice = &paging->notes[n];
        for (size_t i = slice->start; i < slice->end; i++) {
            const struct row *row = &slice->galley->rows[i];
            y += any ? row->leading + (i > slice->start ? row->air : 0) : style->space;
            if (!any)
                place_note_rule(book, direction, y - style->rule_rise);
            any = true;
            place_row(book, row, y);
        }
    }
}

void flow_galley(struct book *book, const struct section *section, length top) {
    struct paging paging = {.arena = arena_create(),
                            .style = book->style,
                            .wide_top = book->composer->wide_top,
                            .galley = &book->composer->galley,
                            .top = top};
    for (bool first = true; paging_has_more(&paging); first = false) {
        if (!first) {
            book_add_page(book, section);
            paging.top = book->style->page.first_line;
        }
        paging_fill(&paging);
        for (size_t i = 0; i < paging.slot_count; i++)
            place_row(book, paging.slots[i].row, paging.slots[i].y);
        place_notes(book, &paging, section->language->direction);
    }
    arena_destroy(paging.arena);
    book->composer->galley.count = 0;
}
