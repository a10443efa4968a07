/* SPDX-License-Identifier: MIT */
/* Puts a finished table or figure into the galley: as one thing that may float, as rows that
   stay together, or as rows that pages may part. */
#include "pages/internal.h"

static void append_rows(struct composer *composer, const struct galley *galley,
                        bool whole) {
    for (size_t i = 0; i < galley->count; i++) {
        const struct row *from = &galley->rows[i];
        composer->air = i ? from->air : composer->air;
        composer->keep = i ? whole || !from->may_break : composer->keep;
        struct row *row = galley_add_row(composer, from->leading);
        struct row placed = *from;
        placed.air = row->air;
        placed.may_break = row->may_break;
        placed.in_order = i == 0;
        placed.ground = row->ground;
        *row = placed;
    }
}

/* The row after it is as it would be without: kept with a heading before, with its air. */
static void append_float(struct composer *composer, const struct galley *galley) {
    struct galley *floating = arena_new(composer->arena, struct galley);
    bool keep = composer->keep;
    length air = composer->air;
    *floating = *galley;
    composer->keep = false;
    galley_add_row(composer, 0)->floating = floating;
    composer->keep = keep;
    composer->air = air;
}

/* How high the notes are whose marks stand in the rows, from the last line of text. */
static length notes_height(const struct composer *composer,
                           const struct galley *galley) {
    length height = 0;
    for (size_t i = 0; i < galley->count; i++)
        for (const struct row_note *note = galley->rows[i].notes; note;
             note = note->next) {
            if (!height && note->galley.count)
                height = composer->style->note.space - note->galley.rows[0].leading;
            height += galley_height(&note->galley);
        }
    return height;
}

/* The row with which the next one is kept together, and all between them; the number of
   rows if there is none. */
static size_t find_kept(const struct composer *composer) {
    size_t kept = composer->galley.count;
    bool keep = composer->keep;
    for (; kept && keep; kept--)
        keep = !composer->galley.rows[kept - 1].may_break;
    return kept;
}

/* Whether the rows find room on one page below the rows from `kept` on, with their notes. */
static bool fits_page(const struct composer *composer, const struct galley *galley,
                      size_t kept) {
    const struct page_style *page = &composer->style->page;
    const struct galley *above = &composer->galley;
    length y = kept ? page->first_line : composer->opening;
    for (size_t i = kept; i < above->count; i++)
        y += i > kept ? above->rows[i].air + above->rows[i].leading
                      : above->rows[i].reach;
    if (kept < above->count)
        y += page->float_gap + galley->rows[0].leading;
    else
        y += galley->rows[0].reach;
    if (galley->rows[0].wide && y < composer->wide_top)
        y = composer->wide_top;
    return y + galley_height(galley) - galley->rows[0].leading +
               notes_height(composer, galley) <=
           page->last_line;
}

/* It may go to another page than the text around it. */
static bool may_float(const struct composer *composer, const struct block *block,
                      const struct galley *galley) {
    bool nested = composer->indent || composer->end_indent ||
                  composer->measure < composer->column;
    return !block->stays && !nested && !composer->parallel && !composer->textless &&
           fits_page(composer, galley, composer->galley.count);
}

void compose_float(struct composer *composer, const struct block *block,
                   struct galley galley) {
    length gap = composer->style->page.float_gap;
    if (!galley.count)
        return;
    place_markers(composer, &galley.rows[0], block->direction);
    if (may_float(composer, block, &galley)) {
        append_float(composer, &galley);
        return;
    }
    galley_ask_air(composer, gap);
    append_rows(composer, &galley, fits_page(composer, &galley, find_kept(composer)));
    galley_ask_air(composer, gap);
}
