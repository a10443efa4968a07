/* SPDX-License-Identifier: MIT */
/* Charts: checked data as a drawing of the few things a page is made of. */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "document/document.h"
#include "lines/lines.h"
#include "text/text.h"

#include <stdio.h>

/* One line of a label. */
struct drawing_label {
    const struct text *text;
    const struct line *line;
    bool last; /* of its label */
    length x, y; /* left end; baseline */
};

struct drawing_rectangle {
    struct box box;
    uint32_t colour;
};

enum mark_kind { MARK_RECTANGLE, MARK_PATH, MARK_LABEL };

struct drawing_mark {
    enum mark_kind kind;
    union {
        struct drawing_rectangle rectangle;
        struct path path;
        struct drawing_label label;
    } as;
};

/* Marks in the order in which they are painted; x from the left edge, y from the top. */
struct drawing {
    length width, height;
    bool cramped; /* words have no room in their squares, and are not there */
    struct drawing_mark *marks;
    size_t count, capacity;
};

/* What a chart is drawn with. */
struct chart_means {
    struct arena *arena; /* of what a page keeps: words */
    struct arena *scratch; /* of the drawing */
    struct typesetter *typesetter;
    struct diag *diag;
    FILE *text, *lines; /* where to print what these stages make; NULL: nowhere */
};

/* Draws a chart `width` wide; it is as high as it needs to be. NULL after a failure of the
   world. */
const struct drawing *chart_draw(const struct chart *chart, struct chart_means means,
                                 length width);

#endif
