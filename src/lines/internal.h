/* SPDX-License-Identifier: MIT */
/* What the steps of the lines stage share. */
#ifndef LINES_INTERNAL_H
#define LINES_INTERNAL_H

#include "lines/lines.h"

/* --- atoms.c: what the breaker sees ------------------------------------------------ */

/* The text from one break opportunity to the next: a box and the glue after it. */
struct atom {
    uint32_t start; /* [bytes] */
    uint32_t text_end; /* before the white space at its end */
    uint32_t end;
    length width; /* of [start, text_end) */
    length glue; /* natural width of [text_end, end) */
    length inner_glue; /* of no-break spaces inside the box: they stretch too */
    bool required; /* a line must end after it */
};

struct atoms {
    struct atom *items;
    size_t count;
};

/* The atoms of a text; those wider than the measure are cut between grapheme clusters,
   and *cut is the first one's offset (else UINT32_MAX). */
struct atoms atoms_measure(struct arena *arena, const struct text *text, length measure,
                           uint32_t *cut);

/* Whether a character is one of the spaces that justification widens. */
bool is_word_space(uint32_t code_point);

/* --- fill.c: Knuth and Plass ---------------------------------------------------------- */

struct fill_limits {
    int32_t shrink, stretch; /* of a space, in 1/1000 */
    bool ragged;
    length ragged_stretch; /* what a ragged line may lack at ratio 1 */
};

/* The atoms after which lines end, in order; at least one if there are atoms. */
size_t *fill_breaks(struct arena *arena, struct atoms atoms, length measure,
                    struct fill_limits limits, size_t *count);

/* --- place.c: glyphs of a line, justified, in visual order ---------------------------- */

/* Bytes [start, end). The spaces shrink to `measure` where the line is too wide, and
   stretch towards it up to `widest` [1/1000 of their natural width]; with measure 0 they
   stay as they are. */
struct line line_place(struct typesetter *typesetter, struct arena *arena,
                       const struct text *text, uint32_t start, uint32_t end,
                       length measure, int32_t widest);

#endif
