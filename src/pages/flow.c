/* SPDX-License-Identifier: MIT */
/* Puts the galley of a section on pages: rows and notes where paging.c says. */
#include "pages/book.h"

static void place_row_at(struct book *book, const struct row *row, length x, length y) {
    struct arena *arena = book->composer->arena;
    size_t index = book->pages->count - 1;
    struct page *page = &book->pages->pages[index];
    for (size_t i = 0; i < row->item_count; i++)
        page_place(arena, page, &row->items[i], x, y);
    for (size_t i = 0; row->outer && i < row->outer->item_count; i++)
        page_place(arena, page, &row->outer->items[i], book_outer_left(book, index), y);
    if (row->anchor)
        *row->anchor =
            (struct anchor){.page = (uint32_t)index, .x = x, .y = y - row->leading};
}

static void place_row(struct book *book, const struct row *row, length y) {
    size_t index = book->pages->count - 1;
    place_row_at(book, row,
                 row->wide ? book_wide_left(book, index) : book_text_left(book, index),
                 y);
}

/* --- grounds -------------------------------------------------------------------------- */

/* From the first row to the last of those that stand on one, before their letters. */
static void place_ground(struct book *book, const struct slot *first,
                         const struct slot *last) {
    const struct ground *ground = first->row->ground;
    size_t index = book->pages->count - 1;
    length x = book_text_left(book, index);
    struct item *item =
        page_add_item(book->composer->arena, &book->pages->pages[index]);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle =
        (struct rectangle_item){.box = {x + ground->left, first->y - ground->above,
                                        x + ground->right, last->y + ground->below},
                                .colour = ground->colour};
}

void flow_place_slots(struct book *book, const struct paging *paging) {
    const struct ground *ground = NULL;
    for (size_t i = 0; i < paging->slot_count; i++) {
        const struct slot *slot = &paging->slots[i], *last = slot;
        const struct slot *end = paging->slots + paging->slot_count;
        while (last + 1 < end && last[1].row->ground == slot->row->ground)
            last++;
        if (slot->row->ground && slot->row->ground != ground)
            place_ground(book, slot, last);
        ground = slot->row->ground;
        place_row(book, slot->row, slot->y);
    }
}

/* --- the outer column ----------------------------------------------------------------- */

static void place_margin(struct book *book, const struct margin_slot *slot) {
    length x = book_outer_left(book, book->pages->count - 1), y = slot->top;
    const struct galley *galley = &slot->margin->galley;
    for (size_t i = 0; i < galley->count; i++) {
        y += galley->rows[i].leading + (i ? galley->rows[i].air : 0);
        place_row_at(book, &galley->rows[i], x, y);
    }
}

/* What is beside a row of this page and has to wait is told. */
static void place_margins(struct book *book, const struct paging *paging) {
    for (size_t i = paging->margin_first; i < paging->margin_end; i++)
        place_margin(book, &paging->margins[i]);
    size_t first = paging->margin_late > paging->margin_end ? paging->margin_late
                                                            : paging->margin_end;
    for (size_t i = first; i < paging->margin_count; i++)
        diag_add(book->composer->diag, DIAG_MARGIN_MOVED,
                 paging->margins[i].margin->position, NULL, NULL);
}

/* --- notes ---------------------------------------------------------------------------- */

/* A short rule at the start of the line of the section. */
static void place_note_rule(struct book *book, enum direction direction, bool wide,
                            length y) {
    const struct style *style = book->style;
    size_t index = book->pages->count - 1;
    length width = style->page.column;
    length measure = wide ? style_wide_measure(style) : book_measure(book);
    length x = (wide ? book_wide_left(book, index) : book_text_left(book, index)) +
               line_left(measure, direction, 0, width);
    struct item *item =
        page_add_item(book->composer->arena, &book->pages->pages[index]);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){
        .box = {x, y, x + width, y + style->note.rule}, .colour = style->colours.stone};
}

/* The last line of the notes stands on the last line of the page. */
void flow_place_notes(struct book *book, const struct paging *paging,
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
                place_note_rule(book, direction, row->wide, y - style->rule_rise);
            any = true;
            place_row(book, row, y);
        }
    }
}

/* What sinks to the foot goes down together with all below it. On a page of its own it
   stays. */
static void sink(struct paging *paging) {
    size_t first = 1;
    while (first < paging->slot_count && !paging->slots[first].row->sinks)
        first++;
    if (first >= paging->slot_count || paging_has_more(paging))
        return;
    length drop = paging->style->page.last_line - paging->notes_height -
                  paging->slots[paging->slot_count - 1].y;
    for (size_t i = first; i < paging->slot_count && drop > 0; i++)
        paging->slots[i].y += drop;
}

static void place_page(struct book *book, const struct section *section,
                       struct paging *paging) {
    paging_fill(paging);
    sink(paging);
    flow_place_slots(book, paging);
    place_margins(book, paging);
    flow_place_notes(book, paging, section->language->direction);
}

void flow_turned(struct book *book, const struct section *section,
                 const struct galley *galley) {
    const struct style *upright = book->style;
    book->style = book->composer->turned;
    struct paging paging = {.arena = arena_create(),
                            .style = book->style,
                            .wide_top = book->composer->wide_top,
                            .galley = galley,
                            .top = book->style->page.first_line};
    while (paging_has_more(&paging)) {
        book_add_page(book, section);
        place_page(book, section, &paging);
    }
    arena_destroy(paging.arena);
    book->style = upright;
}

void flow_galley(struct book *book, const struct section *section, length top) {
    struct paging paging = {.arena = arena_create(),
                            .style = book->style,
                            .wide_top = book->composer->wide_top,
                            .galley = &book->composer->galley,
                            .top = top};
    bool first = true;
    if (paging.galley->rows[0].turned) {
        first = false; /* nothing stands before it: it needs no page for that */
        book->pages->count--;
        while (paging.next < paging.galley->count &&
               paging.galley->rows[paging.next].turned)
            flow_turned(book, section, paging.galley->rows[paging.next++].turned);
    }
    for (; paging_has_more(&paging); first = false) {
        if (!first) {
            book_add_page(book, section);
            paging.top = book->style->page.first_line;
        }
        place_page(book, section, &paging);
        for (const struct galley *turned; (turned = paging_turned(&paging));)
            flow_turned(book, section, turned);
    }
    arena_destroy(paging.arena);
    book->composer->galley.count = 0;
}
