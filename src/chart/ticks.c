/* SPDX-License-Identifier: MIT */
/* Finds the numbers that stand along an axis: round ones, few, and no two that meet. */
#include "chart/internal.h"

enum { MOST = 40 /* on one axis */ };

length axis_place(const struct axis *axis, int64_t number) {
    return axis->origin + (length)((number - axis->base) * axis->rise / axis->run);
}

static struct ticks write_ticks(struct canvas *canvas, const struct axis *axis,
                                int64_t low, int64_t high, int64_t step) {
    struct ticks ticks = {.items =
                              arena_array(canvas->means.scratch, struct tick, MOST)};
    for (int64_t n = scale_first(low, step); n <= high && ticks.count < MOST; n += step)
        ticks.items[ticks.count++] = (struct tick){
            .number = n,
            .place = axis_place(axis, n),
            .label = label_write(canvas, scale_write(canvas, n, step), ROLE_CHART_AXIS,
                                 canvas->style->roles[ROLE_CHART_AXIS].colour,
                                 canvas->drawing->width)};
    return ticks;
}

/* Written side by side each is in the middle of its place, but inside the drawing. */
length tick_left(const struct canvas *canvas, const struct tick *tick) {
    length left = tick->place - tick->label.width / 2;
    length last = canvas->drawing->width - tick->label.width;
    left = left > last ? last : left;
    return left > 0 ? left : 0;
}

static bool meets(const struct canvas *canvas, const struct tick *a,
                  const struct tick *b, bool upright) {
    length gap = canvas->style->chart.label_gap;
    if (upright) {
        length away = a->place > b->place ? a->place - b->place : b->place - a->place;
        return away < a->label.size + gap;
    }
    const struct tick *first = a->place < b->place ? a : b;
    const struct tick *second = first == a ? b : a;
    return tick_left(canvas, first) + first->label.width + gap >
           tick_left(canvas, second);
}

static bool fit(const struct canvas *canvas, const struct ticks *ticks, bool upright) {
    for (size_t i = 1; i < ticks->count; i++)
        if (meets(canvas, &ticks->items[i - 1], &ticks->items[i], upright))
            return false;
    return true;
}

struct ticks ticks_find(struct canvas *canvas, const struct axis *axis, int64_t low,
                        int64_t high, length apart, bool upright) {
    int64_t rise = axis->rise < 0 ? -axis->rise : axis->rise;
    int64_t span = high - low;
    int64_t least = rise ? apart * axis->run / rise + 1 : span + 1;
    if (least <= span / MOST)
        least = span / MOST + 1;
    for (int64_t step = scale_step(least);; step = scale_next_step(step)) {
        struct ticks ticks = write_ticks(canvas, axis, low, high, step);
        if (ticks.count < 2 || canvas->failed || fit(canvas, &ticks, upright))
            return ticks;
    }
}
