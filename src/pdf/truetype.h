/* SPDX-License-Identifier: MIT */
/* The tables of a TrueType font program, and shapes put into them. */
#ifndef PDF_TRUETYPE_H
#define PDF_TRUETYPE_H

#include "pdf/internal.h"

#include <hb.h>

struct font_tables {
    struct slice head, hhea, maxp, hmtx, loca, glyf;
};

/* Adds a glyph to the tables for each shape of the font that is not one of theirs,
   and sets the `glyph` of all shapes. `new_numbers` has the glyphs of the face as
   the tables number them. False when the tables are broken or full. */
bool truetype_add_shapes(struct arena *arena, struct font *font,
                         struct font_tables *tables, const hb_map_t *new_numbers);

#endif
