/* SPDX-License-Identifier: MIT */
/* Cuts the galley into pages. A page takes rows while they fit; the cut then moves back to
   the last row before which a page may end, so that headings stay with what follows and no
   line stands alone. Where no such row is left, the page ends where it is full. */
#include "pages/internal.h"

/* Where the page that starts with row `first` ends: the first row of the next page. */
static size_t page_end(const struct book *book, size_t first, length top) {
    const struct galley *galley = &book->composer->galley;
    length y = top, last_line = book->style->page.last_line;
    size_t end = first + 1;
    for (; end < galley->count; end++) {
        const struct row *row = &galley->rows[end];
        y += row->air + row->leading;
        if (y > last_line)
            break;
    }
    if (end == galley->count)
        return end;
    size_t cut = end;
    while (cut > first && !galley->rows[cut].may_break)
        cut--;
    return cut > first ? cut : end;
}

static void place_row(struct book *book, const struct row *row, length x, length y) {
    struct arena *arena = book->composer->arena;
    struct page *page = &book->pages->pages[book->pages->count - 1];
    for (size_t i = 0; i < row->item_count; i++)
        page_place(arena, page, &row->items[i], x, y);
    if (row->anchor)
        *row->anchor = (struct anchor){
            .page = (uint32_t)(book->pages->count - 1), .x = x, .y = y - row->leading};
}

void flow_galley(struct book *book, const struct section *section, length top) {
    struct galley *galley = &book->composer->galley;
    for (size_t first = 0; first < galley->count;) {
        if (first > 0) {
            book_add_page(book, section);
            top = book->style->page.first_line;
        }
        length x = book_text_left(book, book->pages->count - 1), y = top;
        size_t end = page_end(book, first, top);
        for (size_t i = first; i < end; i++) {
            if (i > first)
                y += galley->rows[i].air + galley->rows[i].leading;
            place_row(book, &galley->rows[i], x, y);
        }
        first = end;
    }
    galley->count = 0;
}
