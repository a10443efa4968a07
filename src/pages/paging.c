/* SPDX-License-Identifier: MIT */
/* Fills pages with the rows of a galley.

   A page takes, in this order: what is left of notes from the page before, at its foot;
   tables and figures that found no room before, at its top; then rows while they and the
   notes whose marks stand in them fit. Where the rest does not fit, the cut moves back to the
   last row before which a page may end, so that headings stay with what follows and no line
   stands alone; where no such row is left, the page ends where it is full.

   A table or figure that may float stands where it is, if there is room, and else at the top
   of the next page, the text going on before it. Their order never changes: one that may not
   float waits with the text until those before it are placed. A note that finds no room for
   all of it goes on at the foot of the next page, two lines of it at least on either. Every page takes at least one row, or rows of a note, so the end is reached. */
#include "pages/book.h"

#include <assert.h>
#include <string.h>

enum { LINES_TOGETHER = 2 /* of a note, on either page */ };

/* --- room ----------------------------------------------------------------------------- */

static length slice_height(const struct note_slice *slice) {
    length height = 0;
    for (size_t i = slice->start; i < slice->end; i++)
        height += slice->galley->rows[i].leading +
                  (i > slice->start ? slice->galley->rows[i].air : 0);
    return height;
}

/* What the notes take once these rows are added to them. The first of all rows stands
   note.space below the text, whatever its leading. */
static length height_with(const struct paging *paging, const struct note_slice *slice) {
    length height = paging->notes_height;
    if (slice->end == slice->start)
        return height;
    if (!height)
        height = paging->style->note.space - slice->galley->rows[slice->start].leading;
    return height + slice_height(slice);
}

static void add_slice(struct paging *paging, struct note_slice slice) {
    paging->notes_height = height_with(paging, &slice);
    arena_reserve(paging->arena, paging->notes, paging->note_count,
                  paging->note_capacity);
    paging->notes[paging->note_count++] = slice;
}

static length bottom(const struct paging *paging) {
    return paging->style->page.last_line - paging->reserved;
}

length paging_next_y(const struct paging *paging, const struct row *row) {
    length air = row->air > paging->air ? row->air : paging->air;
    length least = row->wide ? paging->wide_top : 0;
    least = least > paging->least ? least : paging->least;
    length y = paging->top + row->reach;
    if (paging->slot_count)
        y = paging->slots[paging->slot_count - 1].y + air + row->leading;
    return y > least ? y : least;
}

/* --- notes ---------------------------------------------------------------------------- */

/* The rows of a note that fit under a text that ends at y: all of it, or as much as leaves
   LINES_TOGETHER for the next page; fewer than that here are none. */
static size_t fitting_rows(const struct paging *paging, struct note_slice slice,
                           length y) {
    size_t count = slice.end - slice.start, fits = 0;
    for (size_t n = 1; n <= count; n++) {
        slice.end = slice.start + n;
        if (y + height_with(paging, &slice) > bottom(paging))
            break;
        fits = n;
    }
    if (fits < count && count - fits < LINES_TOGETHER)
        fits = count > LINES_TOGETHER ? count - LINES_TOGETHER : 0;
    return fits < count && fits < LINES_TOGETHER ? 0 : fits;
}

struct note_state {
    size_t count;
    length height;
};

/* Adds the notes of a row that stands at y and has `kept` below it. With `forced` whatever
   does not fit waits for the next page; else only the last note may be parted, and if that
   does not help nothing has been added and the answer is false. */
static bool add_notes(struct paging *paging, const struct row *row, size_t index,
                      length y, length kept, bool forced) {
    struct note_state before = {paging->note_count, paging->notes_height};
    for (const struct row_note *note = row->notes; note; note = note->next) {
        struct note_slice slice = {&note->galley, 0, note->galley.count, index};
        size_t fits = paging->notes_full ? 0 : fitting_rows(paging, slice, y + kept);
        if (fits < slice.end && !forced && (!fits || note->next)) {
            paging->note_count = before.count;
            paging->notes_height = before.height;
            return false;
        }
        paging->notes_full |= fits < slice.end;
        slice.end = fits;
        add_slice(paging, slice);
    }
    return true;
}

/* Notes that began on a page before. Where text is left, room is kept for a little of it;
   where none is, the page takes what it must, so that the end is reached. */
static void add_rest(struct paging *paging) {
    const struct page_style *style = &paging->style->page;
    bool has_text = paging->next < paging->galley->count || paging->float_count;
    length y = paging->top + (has_text ? style->step * 6 : 0);
    for (size_t i = 0; i < paging->rest_count; i++) {
        struct note_slice slice = paging->rest[i];
        size_t count = slice.end - slice.start;
        size_t fits = paging->notes_full ? 0 : fitting_rows(paging, slice, y);
        if (!fits && !has_text && !paging->notes_height)
            fits = count < LINES_TOGETHER ? count : LINES_TOGETHER;
        paging->notes_full |= fits < count;
        slice.end = slice.start + fits;
        slice.index = SIZE_MAX;
        add_slice(paging, slice);
    }
}

/* What is left of the notes of this page waits for the next. */
static void keep_rest(struct paging *paging) {
    paging->rest_count = 0;
    for (size_t i = 0; i < paging->note_count; i++) {
        struct note_slice slice = paging->notes[i];
        slice.start = slice.end;
        slice.end = slice.galley->count;
        if (slice.start == slice.end)
            continue;
        arena_reserve(paging->arena, paging->rest, paging->rest_count,
                      paging->rest_capacity);
        paging->rest[paging->rest_count++] = slice;
    }
}

/* --- rows ----------------------------------------------------------------------------- */

static void add_slot(struct paging *paging, const struct row *row, size_t index) {
    length y = paging_next_y(paging, row);
    arena_reserve(paging->arena, paging->slots, paging->slot_count,
                  paging->slot_capacity);
    paging->slots[paging->slot_count++] = (struct slot){row, y, index};
    paging->air = paging->least = 0;
}

/* Whether the page has nothing yet: what comes first is put on it even if it has no room,
   so that the end is reached. */
static bool is_empty(const struct paging *paging) {
    return !paging->begun && !paging->slot_count && !paging->notes_height;
}

/* How far the rows that must stay with a row reach below it; those of a float stay with it
   all. */
static length kept_below(const struct paging *paging, const struct row *row,
                         size_t index) {
    length height = 0;
    if (row != &paging->galley->rows[index])
        return 0;
    for (size_t i = index + 1; i < paging->galley->count; i++) {
        const struct row *next = &paging->galley->rows[i];
        if (next->may_break)
            break;
        height += next->air + next->leading;
    }
    return height;
}

static bool has_room(const struct paging *paging, const struct row *row) {
    return paging_next_y(paging, row) + paging->notes_height <= bottom(paging);
}

/* Adds a row if it fits with its notes. */
static bool add_row(struct paging *paging, const struct row *row, size_t index,
                    bool forced) {
    length y = paging_next_y(paging, row);
    if (!forced && !has_room(paging, row))
        return false;
    length kept = row->notes ? kept_below(paging, row, index) : 0;
    if (!add_notes(paging, row, index, y, kept, forced))
        return false;
    add_slot(paging, row, index);
    return true;
}

static void add_head(struct paging *paging, const struct galley *head, size_t index) {
    for (size_t i = 0; i < head->count; i++)
        add_slot(paging, &head->rows[i], index);
    paging->air = paging->style->table.after_head;
}

size_t paging_find_cut(const struct paging *paging, size_t index) {
    const struct row *rows = paging->galley->rows;
    while (index > paging->first &&
           (!rows[index].may_break || rows[index].floating || rows[index].turned))
        index--;
    return index;
}

/* Whether the page may end before a row that paging_find_cut gave: something must be left on it. */
static bool is_cut(const struct paging *paging, size_t index) {
    return index > paging->first || paging->begun;
}

/* Whether all there is on the page is rows that must stay with row `index`. */
static bool is_bound(const struct paging *paging, size_t index) {
    for (size_t i = 0; i < paging->slot_count; i++)
        if (paging->slots[i].row != &paging->galley->rows[paging->slots[i].index])
            return false; /* of a float */
    return !is_cut(paging, paging_find_cut(paging, index));
}

/* The header of a table goes before its first row on a page. A row that all before it must
   stay with is not left to the next page because of its notes: they wait. */
static bool add_main(struct paging *paging, const struct row *row, size_t index) {
    size_t before = paging->slot_count;
    bool forced = is_empty(paging);
    if (row->head && !paging->has_main)
        add_head(paging, row->head, index);
    if (row->notes && is_bound(paging, index))
        forced |= has_room(paging, row);
    bool added = add_row(paging, row, index, forced);
    paging->has_main |= added;
    if (!added)
        paging->slot_count = before;
    return added;
}

/* All rows of a floating block, or none. */
static bool add_float(struct paging *paging, const struct floater *floater) {
    size_t slots = paging->slot_count, notes = paging->note_count;
    length height = paging->notes_height, after = paging->air;
    length gap = paging->style->page.float_gap;
    bool notes_full = paging->notes_full;
    if (slots && paging->air < gap)
        paging->air = gap;
    for (size_t i = 0; i < floater->rows->count; i++)
        if (!add_row(paging, &floater->rows->rows[i], floater->index,
                     /*forced*/ false)) {
            paging->slot_count = slots;
            paging->note_count = notes;
            paging->notes_full = notes_full;
            paging->notes_height = height;
            paging->air = after;
            return false;
        }
    paging->air = gap;
    return true;
}

static void defer(struct paging *paging, struct floater floater) {
    arena_reserve(paging->arena, paging->floats, paging->float_count,
                  paging->float_capacity);
    paging->floats[paging->float_count++] = floater;
}

static void turn(struct paging *paging, struct floater floater) {
    arena_reserve(paging->arena, paging->turned, paging->turned_count,
                  paging->turned_capacity);
    paging->turned[paging->turned_count++] = floater;
}

/* Those after a turned table wait for it, too. */
static bool comes_first(const struct paging *paging, const struct floater *floater) {
    return !paging->turned_count || floater->index < paging->turned[0].index;
}

const struct galley *paging_turned(struct paging *paging) {
    if (!paging->turned_count ||
        (paging->float_count && comes_first(paging, &paging->floats[0])))
        return NULL;
    const struct galley *rows = paging->turned[0].rows;
    paging->turned_count--;
    memmove(paging->turned, paging->turned + 1,
            paging->turned_count * sizeof *paging->turned);
    return rows;
}

static void add_waiting_floats(struct paging *paging) {
    size_t placed = 0;
    bool empty = is_empty(paging);
    while (placed < paging->float_count &&
           comes_first(paging, &paging->floats[placed]) &&
           add_float(paging, &paging->floats[placed]))
        placed++;
    /* what finds no room on an empty page does not float */
    assert(placed || !paging->float_count || !empty);
    paging->float_count -= placed;
    if (!placed)
        return; /* and there may be no array */
    memmove(paging->floats, paging->floats + placed,
            paging->float_count * sizeof *paging->floats);
}

bool paging_add_next(struct paging *paging) {
    size_t index = paging->next;
    const struct row *row = &paging->galley->rows[index];
    bool waiting = paging->float_count || paging->turned_count;
    if (row->floating) {
        struct floater floater = {row->floating, index};
        if (waiting || !add_float(paging, &floater))
            defer(paging, floater);
    } else if (row->turned) {
        turn(paging, (struct floater){row->turned, index});
    } else if ((row->in_order && waiting) || !add_main(paging, row, index)) {
        return false;
    }
    paging->next++;
    return true;
}

/* --- the cut -------------------------------------------------------------------------- */

void paging_take_back(struct paging *paging, size_t index) {
    while (paging->slot_count && paging->slots[paging->slot_count - 1].index >= index)
        paging->slot_count--;
    while (paging->note_count &&
           paging->notes[paging->note_count - 1].index != SIZE_MAX &&
           paging->notes[paging->note_count - 1].index >= index)
        paging->note_count--;
    while (paging->float_count &&
           paging->floats[paging->float_count - 1].index >= index)
        paging->float_count--;
    while (paging->turned_count &&
           paging->turned[paging->turned_count - 1].index >= index)
        paging->turned_count--;
    paging->next = index;
}

/* The last place at or before `next` where the page may end and something is left on it. */
static void move_cut_back(struct paging *paging) {
    if (paging->next >= paging->galley->count)
        return;
    size_t cut = paging_find_cut(paging, paging->next);
    if (is_cut(paging, cut) && cut < paging->next)
        paging_take_back(paging, cut);
}

void paging_begin(struct paging *paging) {
    paging->slot_count = paging->note_count = 0;
    paging->notes_height = paging->air = paging->least = paging->reserved = 0;
    paging->has_main = paging->notes_full = paging->begun = false;
    add_rest(paging);
    add_waiting_floats(paging);
    paging->begun = !is_empty(paging);
    paging->first = paging->next;
}

void paging_end(struct paging *paging) {
    keep_rest(paging);
    paging->notes_height = 0; /* the cut may have taken notes back */
    for (size_t i = 0; i < paging->note_count; i++)
        paging->notes_height = height_with(paging, &paging->notes[i]);
}

void paging_fill(struct paging *paging) {
    paging_begin(paging);
    while (paging->next < paging->galley->count && paging_add_next(paging))
        continue;
    move_cut_back(paging);
    paging_end(paging);
    paging_place_margins(paging);
}

bool paging_has_more(const struct paging *paging) {
    return paging->next < paging->galley->count || paging->float_count ||
           paging->turned_count || paging->rest_count ||
           paging->margin_end < paging->margin_count;
}
