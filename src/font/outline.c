/* SPDX-License-Identifier: MIT */
/* The outline of a glyph as points along it, near enough to one another for measuring how
   far two glyphs stand apart. */
#include "font/font.h"

#include <hb.h>
#include <math.h>

/* From point to point, in 1/1000 em; and no more than so many on one curve. */
enum { SPACING = 20, STEPS_MAX = 64 };

struct tracing {
    struct arena *arena;
    struct glyph_outline outline;
    size_t capacity;
    float spacing; /* [font units] */
};

static void add_point(struct tracing *t, float x, float y) {
    arena_reserve(t->arena, t->outline.points, t->outline.count, t->capacity);
    t->outline.points[t->outline.count++] =
        (struct outline_point){(int32_t)lroundf(x), (int32_t)lroundf(y)};
}

/* Into how many parts a curve goes whose control points are so far from one another. */
static int count_steps(const struct tracing *t, float way) {
    float steps = ceilf(way / t->spacing);
    return steps < 1 ? 1 : steps > STEPS_MAX ? STEPS_MAX : (int)steps;
}

/* Points on a curve of Bézier: (ax, ay) is where the pen stands, which is a point already. */
static void add_curve(struct tracing *t, const float x[4], const float y[4]) {
    float way = 0;
    for (int i = 1; i < 4; i++)
        way += hypotf(x[i] - x[i - 1], y[i] - y[i - 1]);
    int steps = count_steps(t, way);
    for (int i = 1; i <= steps; i++) {
        float b = (float)i / (float)steps, a = 1 - b;
        float w[4] = {a * a * a, 3 * a * a * b, 3 * a * b * b, b * b * b};
        add_point(t, w[0] * x[0] + w[1] * x[1] + w[2] * x[2] + w[3] * x[3],
                  w[0] * y[0] + w[1] * y[1] + w[2] * y[2] + w[3] * y[3]);
    }
}

static void trace_move(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                       float x, float y, void *user) {
    (void)funcs, (void)state, (void)user;
    add_point(data, x, y);
}

static void trace_line(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                       float x, float y, void *user) {
    (void)funcs, (void)user;
    float fromx = state->current_x, fromy = state->current_y;
    int steps = count_steps(data, hypotf(x - fromx, y - fromy));
    for (int i = 1; i <= steps; i++) {
        float b = (float)i / (float)steps;
        add_point(data, fromx + (x - fromx) * b, fromy + (y - fromy) * b);
    }
}

static void trace_cubic(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state,
                        float x1, float y1, float x2, float y2, float x, float y,
                        void *user) {
    (void)funcs, (void)user;
    add_curve(data, (const float[4]){state->current_x, x1, x2, x},
              (const float[4]){state->current_y, y1, y2, y});
}

struct glyph_outline face_trace_glyph(const struct face *face, struct arena *arena,
                                      uint32_t glyph) {
    struct tracing t = {.arena = arena,
                        .spacing = (float)(face->units_per_em * SPACING) / 1000};
    hb_draw_funcs_t *funcs = hb_draw_funcs_create();
    hb_draw_funcs_set_move_to_func(funcs, trace_move, NULL, NULL);
    hb_draw_funcs_set_line_to_func(funcs, trace_line, NULL, NULL);
    hb_draw_funcs_set_cubic_to_func(funcs, trace_cubic, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
    hb_font_draw_glyph(face->hb_font, glyph, funcs, &t);
#else
    hb_font_get_glyph_shape(face->hb_font, glyph, funcs, &t);
#endif
    hb_draw_funcs_destroy(funcs);
    return t.outline;
}
