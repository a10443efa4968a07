/* SPDX-License-Identifier: MIT */
/* How far what stands at the edge of a justified line hangs into the margin. */
#ifndef LINES_PROTRUDE_H
#define LINES_PROTRUDE_H

#include "text/text.h"

/* Of a line, as it is seen. */
enum edge { EDGE_LEFT, EDGE_RIGHT };

struct protrusion {
    uint32_t
        share; /* of what the tables of protrude.c say [1/1000]; 0: nothing hangs */
    length most; /* at any edge: what the margin or half the gutter has room for */
};

/* How far the glyph of a run at an edge of the line hangs outside, by the character its
   cluster begins with; 0 or more. A space at the end of a line is no part of it, nor is the
   mark of a note. */
length protrude_edge(struct protrusion protrusion, const struct text *text,
                     const struct text_run *run, const struct glyph *glyph,
                     enum edge edge);

/* The same for the hyphen that divides a word of the run: it is not in the text. */
length protrude_hyphen(struct protrusion protrusion, const struct text_run *run,
                       const struct glyph *glyph, enum edge edge);

#endif
