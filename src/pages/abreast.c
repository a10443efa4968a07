/* SPDX-License-Identifier: MIT */
/* Fills pages with two galleys side by side, pair by pair.

   The first rows of a pair share a baseline, below all of the pair before. Each column is
   filled and cut as it would be alone; but the page ends in the same pair in both, or in
   the one after what the other has of it. What stands across both columns is in one galley,
   and the other has nothing beside it. */
#include "pages/book.h"

/* --- pairs ---------------------------------------------------------------------------- */

static bool is_done(const struct paging *paging) {
    return paging->next == paging->galley->count;
}

static uint32_t next_pair(const struct paging *paging) {
    return is_done(paging) ? UINT32_MAX : paging->galley->rows[paging->next].pair;
}

static uint32_t least_pair(const struct paging sides[2]) {
    uint32_t left = next_pair(&sides[0]), right = next_pair(&sides[1]);
    return left < right ? left : right;
}

/* What has nothing beside it, too, stands below both of the pair before. */
static void make_level(struct paging sides[2], uint32_t pair) {
    length y = 0;
    for (size_t s = 0; s < 2; s++) {
        const struct paging *from =
            next_pair(&sides[s]) == pair ? &sides[s] : &sides[!s];
        length next = paging_next_y(&sides[s], &from->galley->rows[from->next]);
        y = next > y ? next : y;
    }
    for (size_t s = 0; s < 2; s++)
        sides[s].least = next_pair(&sides[s]) == pair ? y : 0;
}

/* Across both columns the notes of both are to stand below. */
static void reserve_foot(struct paging sides[2], uint32_t pair) {
    for (size_t s = 0; s < 2; s++) {
        length more = sides[!s].notes_height - sides[s].notes_height;
        bool wide =
            next_pair(&sides[s]) == pair && sides[s].galley->rows[sides[s].next].wide;
        sides[s].reserved = wide && more > 0 ? more : 0;
    }
}

/* Of all that is left of a pair as much as each column has room for; false if that is not
   all. What one column has on the page, the other need not have room for. */
static bool add_pair(struct paging sides[2], uint32_t pair) {
    bool begun = sides[0].slot_count || sides[1].slot_count;
    make_level(sides, pair);
    reserve_foot(sides, pair);
    for (size_t s = 0; s < 2; s++) {
        sides[s].begun |= begun;
        while (next_pair(&sides[s]) == pair && paging_add_next(&sides[s]))
            continue;
    }
    return least_pair(sides) != pair;
}

/* --- the cut -------------------------------------------------------------------------- */

struct cut {
    size_t at[2]; /* rows: the first of the next page */
};

/* The pair that begins first at or after a row. */
static uint32_t next_begun(const struct galley *galley, size_t row) {
    const struct row *rows = galley->rows;
    while (row && row < galley->count && rows[row].pair == rows[row - 1].pair)
        row++;
    return row < galley->count ? rows[row].pair : UINT32_MAX;
}

/* Takes back what one column has of pairs that the other has not begun; false if there is
   nothing of that kind. */
static bool step_back(const struct paging sides[2], struct cut *cut) {
    for (size_t s = 0; s < 2; s++) {
        const struct row *rows = sides[s].galley->rows;
        uint32_t pair = next_begun(sides[!s].galley, cut->at[!s]);
        size_t before = cut->at[s];
        while (cut->at[s] > sides[s].first && rows[cut->at[s] - 1].pair >= pair)
            cut->at[s]--;
        if (cut->at[s] != before)
            return true;
    }
    return false;
}

static void cut_columns(const struct paging sides[2], struct cut *cut) {
    for (size_t s = 0; s < 2; s++)
        if (cut->at[s] < sides[s].galley->count)
            cut->at[s] = paging_find_cut(&sides[s], cut->at[s]);
}

/* Where the page may end with something left on it, and where it may not, it ends where it
   is full. */
static struct cut find_cut(const struct paging sides[2], bool begun) {
    struct cut full = {{sides[0].next, sides[1].next}};
    while (step_back(sides, &full))
        continue;
    struct cut cut = full;
    if (is_done(&sides[0]) && is_done(&sides[1]))
        return cut;
    do
        cut_columns(sides, &cut);
    while (step_back(sides, &cut));
    bool some = cut.at[0] > sides[0].first || cut.at[1] > sides[1].first;
    return some || begun ? cut : full;
}

static void fill_page(struct paging sides[2]) {
    paging_begin(&sides[0]);
    paging_begin(&sides[1]);
    bool begun = sides[0].begun || sides[1].begun;
    while (least_pair(sides) != UINT32_MAX && add_pair(sides, least_pair(sides)))
        continue;
    struct cut cut = find_cut(sides, begun);
    for (size_t s = 0; s < 2; s++) {
        paging_take_back(&sides[s], cut.at[s]);
        paging_end(&sides[s]);
    }
}

/* --- the rule between them ------------------------------------------------------------- */

static void place_column_rule(struct book *book, length top, length bottom) {
    const struct parallel_style *style = &book->style->parallel;
    size_t index = book->pages->count - 1;
    length x = book_wide_left(book, index) +
               (style_wide_measure(book->style) - style->rule) / 2;
    struct item *item =
        page_add_item(book->composer->arena, &book->pages->pages[index]);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){
        .box = {x, top - style->rule_rise, x + style->rule, bottom + style->rule_drop},
        .colour = style->colour};
}

/* The slot of either side that stands highest, of those that are left; NULL at the end. */
static const struct slot *next_slot(const struct paging sides[2], size_t next[2]) {
    const struct slot *slots[2];
    for (size_t s = 0; s < 2; s++)
        slots[s] = next[s] < sides[s].slot_count ? &sides[s].slots[next[s]] : NULL;
    size_t s = !slots[0] || (slots[1] && slots[1]->y < slots[0]->y);
    next[s]++;
    return slots[s];
}

/* From the first line of notes on either side; down from the text, if that is near. */
static void place_foot_rule(struct book *book, const struct paging sides[2], length top,
                            length bottom) {
    length left = sides[0].notes_height, right = sides[1].notes_height;
    length height = left > right ? left : right, space = book->style->note.space;
    length last = book->style->page.last_line, notes = last - height + space;
    bool joined = top && height && notes - bottom <= space + 2 * book->style->page.step;
    if (top)
        place_column_rule(book, top, joined ? last : bottom);
    if (height && !joined)
        place_column_rule(book, notes, last);
}

/* Along what stands in columns; titles, which are the first pair, stand above it. */
static void place_rules(struct book *book, const struct paging sides[2],
                        uint32_t title) {
    size_t next[2] = {0, 0};
    length top = 0, bottom = 0;
    for (const struct slot *slot; (slot = next_slot(sides, next));) {
        if (slot->row->pair <= title)
            continue;
        if (slot->row->wide && top)
            place_column_rule(book, top, bottom);
        top = slot->row->wide ? 0 : top ? top : slot->y;
        bottom = slot->y;
    }
    place_foot_rule(book, sides, top, bottom);
}

/* --- the whole ------------------------------------------------------------------------- */

static void place_page(struct book *book, struct paging sides[2], uint32_t title,
                       size_t first) {
    fill_page(sides);
    place_rules(book, sides, title);
    for (size_t i = 0; i < 2; i++) {
        book->side = i ? !first : first;
        flow_place_slots(book, &sides[book->side]);
        flow_place_notes(book, &sides[book->side],
                         book->abreast[book->side]->language->direction);
    }
    book->side = 0;
}

/* Turned pages hold one language alone, and its head. */
static void place_turned(struct book *book, struct paging sides[2], size_t first) {
    const struct section *sections[2] = {book->abreast[0], book->abreast[1]};
    book->abreast[0] = book->abreast[1] = NULL;
    for (size_t i = 0; i < 2; i++) {
        book->side = i ? !first : first;
        for (const struct galley *turned; (turned = paging_turned(&sides[book->side]));)
            flow_turned(book, sections[book->side], turned);
    }
    book->side = 0;
    book->abreast[0] = sections[0];
    book->abreast[1] = sections[1];
}

static bool has_more(const struct paging sides[2]) {
    return paging_has_more(&sides[0]) || paging_has_more(&sides[1]);
}

/* The pair of the titles; of findings it comes after that of their numbers. */
static uint32_t title_pair(const struct section *section) {
    const struct block *block = section->blocks;
    if (!block)
        return 1; /* that of a part which the program makes */
    if (block->kind != BLOCK_HEADING || block->level > 1)
        return 0;
    return block->finding ? 2 : 1;
}

void flow_abreast(struct book *book, const struct galley galleys[2], length top,
                  size_t first) {
    struct arena *arena = arena_create();
    struct paging sides[2];
    uint32_t title = title_pair(book->abreast[first]);
    length again = book->style->page.first_line;
    if (again < book->composer->wide_top)
        again = book->composer->wide_top; /* heads stand above both columns */
    for (size_t s = 0; s < 2; s++)
        sides[s] = (struct paging){.arena = arena,
                                   .style = book->style,
                                   .wide_top = book->composer->wide_top,
                                   .galley = &galleys[s],
                                   .top = top};
    place_page(book, sides, title, first);
    place_turned(book, sides, first);
    while (has_more(sides)) {
        book_add_page(book, book->abreast[first]);
        sides[0].top = sides[1].top = again;
        place_page(book, sides, title, first);
        place_turned(book, sides, first);
    }
    arena_destroy(arena);
}
