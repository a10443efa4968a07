/* SPDX-License-Identifier: MIT */
/* Finds places in the outer column of a page.

   Each margin stands beside its row if it can. One that would reach the one before stands
   lower, one that would reach past the foot higher; their order is that of the text. What
   reaches into the outer column (a wide table) parts it into bands, and nothing is cut: a
   margin that no band from its own on has room for goes into the one before, where that is
   not before another margin, or waits for the next page. */
#include "pages/book.h"

length margin_top(const struct style *style, length wide_top) {
    return wide_top - 2 * style->page.step;
}

/* --- bands ---------------------------------------------------------------------------- */

struct bands {
    struct band *items;
    size_t count, capacity;
};

static void add_band(struct paging *paging, struct bands *bands, length top,
                     length bottom) {
    if (bottom <= top)
        return;
    arena_reserve(paging->arena, bands->items, bands->count, bands->capacity);
    bands->items[bands->count++] = (struct band){top, bottom, 0};
}

static struct bands find_bands(struct paging *paging) {
    const struct style *style = paging->style;
    struct bands bands = {0};
    length top = margin_top(style, paging->wide_top);
    for (size_t i = 0; i < paging->slot_count; i++) {
        const struct slot *slot = &paging->slots[i];
        if (!slot->row->wide)
            continue;
        add_band(paging, &bands, top,
                 slot->y - slot->row->leading - style->callout.gap);
        top = slot->y + style->callout.gap;
    }
    add_band(paging, &bands, top, style->page.last_line);
    return bands;
}

/* --- who stands where ----------------------------------------------------------------- */

static length height_of(const struct margin_slot *slot) {
    return galley_height(&slot->margin->galley);
}

static bool has_room(const struct paging *paging, const struct band *band,
                     length height) {
    length gap = band->filled ? paging->style->callout.gap : 0;
    return band->filled + gap + height <= band->bottom - band->top;
}

/* The band that a margin goes into; the count of them if there is none. None before `least`:
   there another stands that comes later. */
static size_t find_band(const struct paging *paging, const struct bands *bands,
                        const struct margin_slot *slot, size_t least) {
    length height = height_of(slot);
    size_t own = least;
    while (own < bands->count && bands->items[own].bottom <= slot->wanted)
        own++;
    for (size_t i = own; i < bands->count; i++)
        if (has_room(paging, &bands->items[i], height))
            return i;
    for (size_t i = own; i-- > least;)
        if (has_room(paging, &bands->items[i], height))
            return i;
    return bands->count;
}

/* Those that waited stand as high as they can. As many as find room, in order. */
static void choose_bands(struct paging *paging, struct bands *bands) {
    size_t least = 0;
    for (; paging->margin_end < paging->margin_count; paging->margin_end++) {
        struct margin_slot *slot = &paging->margins[paging->margin_end];
        if (paging->margin_end < paging->margin_late)
            slot->wanted = 0;
        slot->band = find_band(paging, bands, slot, least);
        if (slot->band == bands->count)
            return;
        struct band *band = &bands->items[slot->band];
        band->filled +=
            (band->filled ? paging->style->callout.gap : 0) + height_of(slot);
        least = slot->band;
    }
}

/* --- places --------------------------------------------------------------------------- */

static void push_down(struct paging *paging, const struct bands *bands) {
    const struct margin_slot *before = NULL;
    for (size_t i = paging->margin_first; i < paging->margin_end; i++) {
        struct margin_slot *slot = &paging->margins[i];
        length least = bands->items[slot->band].top;
        if (before && before->band == slot->band)
            least = before->top + height_of(before) + paging->style->callout.gap;
        slot->top = slot->wanted > least ? slot->wanted : least;
        before = slot;
    }
}

static void push_up(struct paging *paging, const struct bands *bands) {
    const struct margin_slot *after = NULL;
    for (size_t i = paging->margin_end; i-- > paging->margin_first;) {
        struct margin_slot *slot = &paging->margins[i];
        length most = bands->items[slot->band].bottom;
        if (after && after->band == slot->band)
            most = after->top - paging->style->callout.gap;
        if (slot->top + height_of(slot) > most)
            slot->top = most - height_of(slot);
        after = slot;
    }
}

static void add_margin(struct paging *paging, const struct row_margin *margin,
                       length y) {
    arena_reserve(paging->arena, paging->margins, paging->margin_count,
                  paging->margin_capacity);
    paging->margins[paging->margin_count++] = (struct margin_slot){
        .margin = margin, .wanted = y + margin->drop - margin->galley.rows[0].leading};
}

/* Behind those that found no room on the page before. */
static void collect(struct paging *paging) {
    paging->margin_first = paging->margin_end;
    paging->margin_late = paging->margin_count;
    for (size_t i = 0; i < paging->slot_count; i++)
        for (const struct row_margin *margin = paging->slots[i].row->margins.first;
             margin; margin = margin->next)
            add_margin(paging, margin, paging->slots[i].y);
}

void paging_place_margins(struct paging *paging) {
    collect(paging);
    if (paging->margin_first == paging->margin_count)
        return;
    struct bands bands = find_bands(paging);
    choose_bands(paging, &bands);
    push_down(paging, &bands);
    push_up(paging, &bands);
}
