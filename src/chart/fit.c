/* SPDX-License-Identifier: MIT */
/* Finds the largest scale at which all that is drawn on both sides of zero has room. */
#include "chart/internal.h"

struct demands demands_new(struct arena *arena, size_t most) {
    struct demands demands = {.capacity = most};
    for (size_t i = 0; i < 2; i++)
        demands.sides[i] = arena_array(arena, struct demand, most);
    return demands;
}

void demand(struct demands *demands, int64_t number, length beside) {
    size_t side = number < 0;
    if (demands->counts[side] == demands->capacity)
        return;
    demands->sides[side][demands->counts[side]++] =
        (struct demand){number < 0 ? -number : number, beside};
}

/* The largest scale that gives two of them, one on each side, room. */
static void narrow(struct axis *axis, const struct demand *a, const struct demand *b,
                   length room) {
    int64_t run = a->number + b->number;
    int64_t rise = (int64_t)room - a->beside - b->beside;
    if (run && (!axis->rise || rise * axis->run < axis->rise * run)) {
        axis->rise = rise > 0 ? rise : 1;
        axis->run = run;
    }
}

struct axis demands_fit(const struct demands *demands, length room) {
    static const struct demand nothing = {0, 0};
    struct axis axis = {.origin = 0, .base = 0, .rise = 0, .run = 1};
    for (size_t i = 0; i <= demands->counts[1]; i++)
        for (size_t j = 0; j <= demands->counts[0]; j++)
            narrow(&axis, i ? &demands->sides[1][i - 1] : &nothing,
                   j ? &demands->sides[0][j - 1] : &nothing, room);
    length zero = 0;
    for (size_t i = 0; i < demands->counts[1]; i++) {
        const struct demand *below = &demands->sides[1][i];
        length end = axis_place(&axis, below->number) + below->beside;
        zero = end > zero ? end : zero;
    }
    axis.origin = zero;
    return axis;
}
