/* SPDX-License-Identifier: MIT */
/* The breaker against all possible ways to break: no way costs less than the one chosen. */
#include "harness.h"
#include "lines/internal.h"

#include <math.h>
#include <stdlib.h>

enum { ATOMS = 16, TRIALS = 600 };

static const struct fill_limits limits = {.shrink = 250, .stretch = 400};

static double natural_width(struct atoms atoms, size_t first, size_t last) {
    double natural = 0;
    for (size_t i = first; i <= last; i++)
        natural += atoms.items[i].width + (i < last ? atoms.items[i].glue : 0);
    return natural;
}

/* Knuth and Plass 1981, with the hard minimum for spaces: what one line costs; infinite if
   it cannot be set. Ratios are counted in 1/1024 and badness in whole numbers, as the
   program does, so that costs can be compared exactly. `fitness` is 0 tight, 1 decent,
   2 loose, 3 very loose. */
static double line_cost(struct atoms atoms, size_t first, size_t last, length measure,
                        int *fitness) {
    double natural = natural_width(atoms, first, last), spaces = 0;
    for (size_t i = first; i < last; i++)
        spaces += atoms.items[i].glue;
    double lacking = measure - natural, r = 0;
    if (lacking < 0) {
        r = trunc(lacking * 1024 / trunc(spaces * limits.shrink / 1000)) / 1024;
        if (!(-lacking <= trunc(spaces * limits.shrink / 1000)))
            return INFINITY;
    } else if (last + 1 < atoms.count) {
        double give = trunc(spaces * limits.stretch / 1000);
        r = give > 0 ? trunc(lacking * 1024 / give) / 1024 : lacking > 0 ? 100 : 0;
    }
    double n = fabs(r) * 1024;
    double cube = trunc(trunc(trunc(100 * n * n / 1024) * n / 1024) / 1024);
    double badness = fabs(r) > 20 ? 800000 : cube;
    *fitness = r < -0.5 ? 0 : r <= 0.5 ? 1 : r <= 1 ? 2 : 3;
    return (10 + badness) * (10 + badness);
}

struct way {
    double cost; /* infinite: it cannot be set */
    double tightest; /* the worst badness of its lines, as a cost */
};

/* What breaking after the atoms marked in `ends` costs. */
static struct way way_cost(struct atoms atoms, const bool *ends, length measure) {
    struct way way = {0, 0};
    int before = 1;
    bool any = false;
    for (size_t first = 0, i = 0; i < atoms.count; i++) {
        if (!ends[i] && i + 1 < atoms.count)
            continue;
        int fitness = 1;
        double cost = line_cost(atoms, first, i, measure, &fitness);
        way.cost += cost;
        if (i + 1 == atoms.count && any && 6 * natural_width(atoms, first, i) < measure)
            way.cost += 5000; /* a runt */
        way.tightest = fmax(way.tightest, cost);
        if (any && abs(fitness - before) > 1)
            way.cost += 10000;
        before = fitness;
        any = true;
        first = i + 1;
    }
    return way;
}

/* The least cost of all 2^(n-1) ways; of those within the first pass's tolerance (badness
   200) if there is one. */
static double least_cost(struct atoms atoms, length measure) {
    double least[2] = {INFINITY, INFINITY};
    for (unsigned mask = 0; mask < 1u << (atoms.count - 1); mask++) {
        bool ends[ATOMS] = {0};
        for (size_t i = 0; i + 1 < atoms.count; i++)
            ends[i] = mask >> i & 1;
        struct way way = way_cost(atoms, ends, measure);
        bool tolerable = way.tightest <= 210.0 * 210.0;
        least[1] = fmin(least[1], way.cost);
        if (tolerable)
            least[0] = fmin(least[0], way.cost);
    }
    return isfinite(least[0]) ? least[0] : least[1];
}

static unsigned seed = 1;

static int random_below(int below) {
    seed = seed * 1103515245u + 12345u;
    return (int)(seed >> 16 & 0x7FFF) % below;
}

static void test_trial(struct arena *arena) {
    arena_reset(arena);
    struct atoms atoms = {.items = arena_array(arena, struct atom, ATOMS),
                          .count = (size_t)(9 + random_below(ATOMS - 8))};
    for (size_t i = 0; i < atoms.count; i++) {
        atoms.items[i].width = 3000 + 500 * random_below(24);
        atoms.items[i].glue = 3000 + 500 * random_below(4);
    }
    atoms.items[atoms.count - 1].required = true;
    length measure = 40000 + 1000 * random_below(60);
    size_t count;
    size_t *breaks = fill_breaks(arena, atoms, measure, limits, &count);
    bool ends[ATOMS] = {0};
    for (size_t i = 0; i < count; i++)
        ends[breaks[i]] = true;
    double chosen = way_cost(atoms, ends, measure).cost;
    double least = least_cost(atoms, measure);
    EXPECT(chosen <= least);
}

static void no_other_way_to_break_costs_less(void) {
    struct arena *arena = arena_create();
    for (int i = 0; i < TRIALS; i++)
        test_trial(arena);
    arena_destroy(arena);
}

/* The worst paragraph a file can hold: each line has one word and nothing to stretch. */
static void demerits_of_a_file_full_of_bad_lines_do_not_overflow(void) {
    enum { WORDS = 4 * 1024 * 1024 };
    struct arena *arena = arena_create();
    struct atoms atoms = {.items = arena_array(arena, struct atom, WORDS),
                          .count = WORDS};
    for (size_t i = 0; i < WORDS; i++)
        atoms.items[i] = (struct atom){.width = 30000, .glue = 3000};
    atoms.items[WORDS - 1].required = true;
    size_t count;
    fill_breaks(arena, atoms, 50000, limits, &count);
    EXPECT_INTEGER(count, WORDS);
    arena_destroy(arena);
}

int main(void) {
    RUN(no_other_way_to_break_costs_less);
    RUN(demerits_of_a_file_full_of_bad_lines_do_not_overflow);
    return harness_status();
}
