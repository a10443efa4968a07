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

void compose_float(struct composer *composer, const struct block *block,
                   struct galley galley) {
    const struct style *style = composer->style;
    length room = style->page.last_line - style->page.first_line;
    bool fits =
        galley.count &&
        galley_height(&galley) - galley.rows[0].leading + galley.rows[0].reach <= room;
    if (!galley.count)
        return;
    place_markers(composer, &galley.rows[0], block->direction);
    bool nested = composer->indent || composer->end_indent ||
                  composer->measure < composer->column;
    if (fits && !block->stays && !nested) {
        append_float(composer, &galley);
        return;
    }
    galley_ask_air(composer, style->page.float_gap);
    append_rows(composer, &galley, fits);
    galley_ask_air(composer, style->page.float_gap);
}
