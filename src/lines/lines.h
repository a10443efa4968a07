/* SPDX-License-Identifier: MIT */
/* Lines: a width filled with a text, justified, in visual order. */
#ifndef LINES_LINES_H
#define LINES_LINES_H

#include "base/arena.h"
#include "font/font.h"
#include "text/text.h"

/* Glyphs of one run and one paint as they stand on a line. */
struct line_piece {
    const struct text_run *run;
    const struct text_paint *paint;
    uint32_t start, end; /* [bytes] */
    length x; /* left end, from the line's left end */
    length width;
    const struct glyph *glyphs; /* left to right; justified */
    uint32_t glyph_count;
    bool hyphen; /* its last glyph, in the order of the text, is a hyphen that divides a
                    word here: none of the text, or a soft hyphen */
};

struct line {
    uint32_t start, end; /* [bytes]; the space at the break is outside */
    const struct line_piece *pieces; /* in visual order, left to right */
    uint32_t piece_count;
    length width; /* as set; the measure and what hangs past it, if justified */
    length hang_start, hang_end; /* what of it stands outside the measure */
    length natural; /* before justification */
    int32_t
        stretch; /* of its word spaces, in 1/1000 of their natural width; 0: as drawn */
    uint32_t kashidas; /* joins that are stretched */
    bool hyphenated; /* ends in a hyphen that the text does not hold */
    bool last; /* of the paragraph, or before a required break: not filled */
};

struct lines {
    struct line *lines;
    size_t count;
    size_t loose; /* how many have been told of as loose, */
    size_t loosest; /* and the index of the worst of them */
};

enum alignment { ALIGN_JUSTIFIED, ALIGN_RAGGED };

/* Breaks the whole text at once (Knuth and Plass 1981), reshapes what a break cuts, and
   justifies: by spaces, by hyphens in Latin script, by kashida in Arabic. A word wider than
   the measure is broken between grapheme clusters. That and loose lines are told unless
   `diag` is NULL. Zero lines for an empty text. */
struct lines lines_fill(struct typesetter *typesetter, struct arena *arena,
                        const struct text *text, length measure,
                        enum alignment alignment, struct diag *diag);

/* The two glyphs of neighbouring lines that come nearest to one another. */
struct line_nearness {
    length distance; /* between their outlines; 0 where they touch */
    uint32_t above, below; /* their clusters [bytes] */
};

/* The nearest in all the lines, `leading` apart and flush at the start, if they are nearer
   than `enough`; else `distance` is that. Of those that touch any is taken. (distance.c) */
struct line_nearness lines_nearness(struct arena *arena, const struct text *text,
                                    struct lines lines, length leading, length enough);

/* The widest stretch without a break opportunity, and the widest line when only required
   breaks are taken. */
struct text_extent {
    length narrowest, natural;
};
struct text_extent lines_extent(struct arena *arena, const struct text *text);

/* The lines as text, for --stop-after=lines and the tests. */
void lines_dump(const struct text *text, struct lines lines, FILE *stream);

#endif
