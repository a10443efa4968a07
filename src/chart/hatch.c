/* SPDX-License-Identifier: MIT */
/* Fills the bars of a series, each so that it differs from any other in how much ink there is
   or in how its lines run: series are told apart without colour too, on a photocopy or by
   those who do not see colours. The first two are solid, one dark and one pale. */
#include "chart/internal.h"

/* Of stripes, across them, in the direction of the axes: 4.2 pt and 1.3 pt times the root of
   two. Of dots: their lattice and the pen. */
enum { PITCH = 5940, STRIPE = 1838, LATTICE = 5000, DOT = 1400 };

enum { CORNERS = 8 };

struct shape {
    struct point points[CORNERS];
    size_t count;
};

struct strokes {
    struct arena *arena;
    struct point *points;
    size_t count, capacity;
};

static void add_point(struct strokes *strokes, struct point point, bool starts) {
    arena_reserve(strokes->arena, strokes->points, strokes->count, strokes->capacity);
    point.starts = starts;
    strokes->points[strokes->count++] = point;
}

/* --- stripes ------------------------------------------------------------------------------ */

/* How far along a lean a point stands; the lines of stripes are those of one distance. */
static length along(struct point point, int lean) {
    return lean ? point.x * lean + point.y : point.y;
}

static struct point cross(struct point a, struct point b, length at, int lean) {
    int64_t from = along(a, lean), to = along(b, lean);
    return (struct point){a.x + (length)((b.x - a.x) * (at - from) / (to - from)),
                          a.y + (length)((b.y - a.y) * (at - from) / (to - from)),
                          false};
}

/* What of a shape is past a line, or before it (Sutherland and Hodgman 1974). */
static struct shape clip(const struct shape *shape, length at, int lean, bool past) {
    struct shape clipped = {.count = 0};
    for (size_t i = 0; i < shape->count; i++) {
        struct point a = shape->points[i], b = shape->points[(i + 1) % shape->count];
        bool a_in = past ? along(a, lean) >= at : along(a, lean) <= at;
        bool b_in = past ? along(b, lean) >= at : along(b, lean) <= at;
        if (a_in && clipped.count < CORNERS)
            clipped.points[clipped.count++] = a;
        if (a_in != b_in && clipped.count < CORNERS)
            clipped.points[clipped.count++] = cross(a, b, at, lean);
    }
    return clipped;
}

static void add_stripes(struct strokes *strokes, struct box box, int lean) {
    struct shape whole = {{{box.x0, box.y0, true},
                           {box.x1, box.y0, false},
                           {box.x1, box.y1, false},
                           {box.x0, box.y1, false}},
                          4};
    length low = along(whole.points[0], lean), high = low;
    for (size_t i = 1; i < whole.count; i++) {
        length at = along(whole.points[i], lean);
        low = at < low ? at : low;
        high = at > high ? at : high;
    }
    for (length at = low + STRIPE; at < high; at += PITCH) {
        struct shape stripe = clip(&whole, at, lean, /*past*/ true);
        stripe = clip(&stripe, at + STRIPE, lean, /*past*/ false);
        for (size_t i = 0; i < stripe.count && stripe.count > 2; i++)
            add_point(strokes, stripe.points[i], i == 0);
    }
}

/* --- dots --------------------------------------------------------------------------------- */

/* Every second column of them is half a step lower. */
static void add_dots(struct strokes *strokes, struct box box) {
    length x = box.x0 + LATTICE / 2;
    for (bool low = false; x + DOT / 2 <= box.x1; x += LATTICE / 2, low = !low)
        for (length y = box.y0 + (low ? LATTICE * 3 / 4 : LATTICE / 4 + DOT / 4);
             y + DOT / 2 <= box.y1; y += LATTICE)
            add_point(strokes, (struct point){x, y, true}, true);
}

/* --- fills -------------------------------------------------------------------------------- */

static void draw_hatch(struct canvas *canvas, struct box box, enum pattern pattern) {
    static const int leans[PATTERNS] = {
        [PATTERN_RISING] = 1, [PATTERN_FALLING] = -1, [PATTERN_CROSS] = 1};
    struct strokes strokes = {.arena = canvas->means.scratch};
    uint32_t colour = canvas->style->colours.brick;
    canvas_rectangle(canvas, box, canvas->style->colours.paper); /* over the grid */
    if (pattern == PATTERN_DOTS)
        add_dots(&strokes, box);
    else
        add_stripes(&strokes, box, leans[pattern]);
    if (pattern == PATTERN_CROSS)
        add_stripes(&strokes, box, -1);
    canvas_path(canvas, (struct path){.points = strokes.points,
                                      .count = strokes.count,
                                      .colour = colour,
                                      .weight = pattern == PATTERN_DOTS ? DOT : 0});
    canvas_frame(canvas, box, canvas->style->chart.axis_rule, colour);
}

void canvas_fill(struct canvas *canvas, struct box box, enum pattern pattern) {
    if (box.x0 >= box.x1 || box.y0 >= box.y1)
        return;
    if (pattern == PATTERN_DARK)
        canvas_rectangle(canvas, box, canvas->style->colours.brick);
    else if (pattern == PATTERN_PALE)
        canvas_rectangle(canvas, box, canvas->style->chart.muted);
    else
        draw_hatch(canvas, box, pattern);
}
