/* SPDX-License-Identifier: MIT */
/* The breaker against all possible ways to break: no way costs less than the one chosen. */
#include "harness.h"
#include "lines/internal.h"

#include <math.h>
#include <stdlib.h>

enum { ATOMS = 15, TRIALS = 600 };

static const struct fill_limits spaces_alone = {.shrink = 250, .stretch = 400};
static const struct fill_limits all_means = {.shrink = 250,
                                             .stretch = 400,
                                             .hyphens = true,
                                             .kashida = {.from = 1330,
                                                         .spaces = 1200,
                                                         .unit = 2500,
                                                         .units = 3,
                                                         .long_one = 5400,
                                                         .per_line = 2}};

/* What a line is, with all that its cost and that of the next depends on. */
struct trial_line {
    double natural, spaces;
    double joins[3]; /* best, middling, weak */
    bool final, first, hyphenated, lone;
};

struct trial_ending {
    int fitness; /* 0 tight, 1 decent, 2 loose, 3 very loose */
    bool stretched;
    int hyphens;
};

static struct trial_line read_line(struct atoms atoms, size_t first, size_t last) {
    struct trial_line line = {.natural = atoms.items[last].hyphen -
                                         atoms.items[first].hang_start -
                                         atoms.items[last].hang_end,
                              .first = first == 0,
                              .final = last + 1 == atoms.count,
                              .lone = first == last,
                              .hyphenated = atoms.items[last].hyphenated};
    for (size_t i = first; i <= last; i++) {
        length glue = i < last ? atoms.items[i].glue : 0;
        line.natural += atoms.items[i].width + glue;
        line.spaces += glue;
        for (size_t c = 0; c < 3; c++)
            line.joins[c] += atoms.items[i].kashidas[c];
    }
    return line;
}

/* The kashidas of a line by the rule: past `from`, spaces stay at `spaces` and whole
   tatweels, rounded, take the rest, by the fewest joins, the best first. Gives what they
   cost and takes their part from `lacking`. */
static double stretch_line(const struct trial_line *line,
                           const struct kashida_measures *limits, double *lacking,
                           bool *stretched) {
    static const double class_costs[] = {0, 400, 1600};
    double all = line->joins[0] + line->joins[1] + line->joins[2];
    *stretched = false;
    if (!limits->per_line ||
        *lacking <= trunc(line->spaces * (limits->from - 1000) / 1000))
        return 0;
    double wanted = *lacking - trunc(line->spaces * (limits->spaces - 1000) / 1000);
    double units = floor((wanted + limits->unit / 2.0) / limits->unit);
    while (units > 0 && units * limits->unit > *lacking)
        units--;
    units = fmin(units, fmin(all, limits->per_line) * limits->units);
    if (units <= 0)
        return 0;
    double taken = ceil(units / limits->units), cost = 2500, left = taken;
    for (size_t c = 0; c < 3; c++) {
        double here = fmin(line->joins[c], left);
        cost += here * class_costs[c];
        left -= here;
    }
    double over = ceil(units / taken) * limits->unit - limits->long_one;
    if (over > 0)
        cost += trunc(trunc(40000 * over / limits->long_one) * over / limits->long_one);
    *stretched = true;
    *lacking -= units * limits->unit;
    return cost + 2500 * fmax(0, taken - 2);
}

/* Knuth and Plass 1981, with the hard minimum for spaces: what one line costs; infinite if
   it cannot be set within the tolerance. Ratios are counted in 1/1024 and badness in whole
   numbers, as the program does, so that costs can be compared exactly. */
static double line_cost(const struct trial_line *line, length measure,
                        const struct fill_limits *limits, double tolerance,
                        struct trial_ending *ending) {
    double lacking = measure - line->natural, r = 0, cost = 0;
    struct trial_ending before = *ending;
    ending->stretched = false;
    if (lacking < 0) {
        double give = trunc(line->spaces * limits->shrink / 1000);
        if (!(-lacking <= give) || give == 0)
            return INFINITY;
        r = trunc(lacking * 1024 / give) / 1024;
    } else if (!line->final) {
        cost += stretch_line(line, &limits->kashida, &lacking, &ending->stretched);
        double give = trunc(line->spaces * limits->stretch / 1000);
        r = give > 0 ? trunc(lacking * 1024 / give) / 1024 : lacking > 0 ? 100 : 0;
    }
    double n = fabs(r) * 1024;
    double cube = trunc(trunc(trunc(100 * n * n / 1024) * n / 1024) / 1024);
    double badness = fabs(r) > 20 ? 800000 : cube;
    ending->fitness = r < -0.5 ? 0 : r <= 0.5 ? 1 : r <= 1 ? 2 : 3;
    ending->hyphens = line->hyphenated ? before.hyphens + 1 : 0;
    if (badness > tolerance || ending->hyphens > 2 ||
        (line->hyphenated && !limits->hyphens))
        return INFINITY;
    cost += (10 + badness) * (10 + badness);
    if (line->hyphenated)
        cost += 10000 + (before.hyphens ? 10000 : 0);
    if (line->final && before.hyphens)
        cost += 5000 + (line->lone ? 250 * 250 : 0);
    if (line->final && !line->first && 6 * line->natural < measure)
        cost += 5000; /* a runt */
    if (ending->stretched && before.stretched)
        cost += 3000;
    if (!line->first && abs(ending->fitness - before.fitness) > 1)
        cost += 10000;
    return cost;
}

/* What breaking after the atoms marked in `ends` costs. */
static double way_cost(struct atoms atoms, const bool *ends, length measure,
                       const struct fill_limits *limits, double tolerance) {
    double cost = 0;
    struct trial_ending ending = {.fitness = 1};
    for (size_t first = 0, i = 0; i < atoms.count; i++) {
        if (!ends[i] && i + 1 < atoms.count)
            continue;
        struct trial_line line = read_line(atoms, first, i);
        cost += line_cost(&line, measure, limits, tolerance, &ending);
        first = i + 1;
    }
    return cost;
}

/* The least cost of all 2^(n-1) ways. */
static double least_cost(struct atoms atoms, length measure,
                         const struct fill_limits *limits, double tolerance) {
    double least = INFINITY;
    for (unsigned mask = 0; mask < 1u << (atoms.count - 1); mask++) {
        bool ends[ATOMS] = {0};
        for (size_t i = 0; i + 1 < atoms.count; i++)
            ends[i] = mask >> i & 1;
        least = fmin(least, way_cost(atoms, ends, measure, limits, tolerance));
    }
    return least;
}

static unsigned random_state = 1;

static int random_below(int limit) {
    random_state = random_state * 1103515245u + 12345u;
    return (int)(random_state >> 16 & 0x7FFF) % limit;
}

static struct atoms random_atoms(struct arena *arena) {
    struct atoms atoms = {.items = arena_array(arena, struct atom, ATOMS),
                          .count = (size_t)(9 + random_below(ATOMS - 8))};
    for (size_t i = 0; i < atoms.count; i++) {
        struct atom *atom = &atoms.items[i];
        atom->width = 3000 + 500 * random_below(24);
        atom->hyphenated = random_below(4) == 0;
        atom->hyphen = atom->hyphenated ? 2500 : 0;
        atom->glue = atom->hyphenated ? 0 : 3000 + 500 * random_below(4);
        atom->hang_start = 100 * random_below(4);
        atom->hang_end = 200 * random_below(4);
        if (random_below(2))
            atom->kashidas[random_below(KASHIDA_CLASSES)] = 1;
    }
    struct atom *last = &atoms.items[atoms.count - 1];
    last->required = true;
    last->hyphenated = false;
    last->hyphen = 0;
    return atoms;
}

/* Gives whether there was a way. */
static bool test_trial(struct arena *arena, const struct fill_limits *limits,
                       int32_t tolerance) {
    arena_reset(arena);
    struct atoms atoms = random_atoms(arena);
    length measure = 40000 + 1000 * random_below(60);
    size_t count;
    size_t *breaks = fill_breaks(arena, atoms, measure, limits, tolerance, &count);
    double least = least_cost(atoms, measure, limits, tolerance);
    if (!breaks) {
        EXPECT(isinf(least));
        return false;
    }
    bool ends[ATOMS] = {0};
    for (size_t i = 0; i < count; i++)
        ends[breaks[i]] = true;
    /* Where nothing fits a line stands alone, too long: there is nothing to compare. */
    if (!isinf(least))
        EXPECT(way_cost(atoms, ends, measure, limits, tolerance) <= least);
    return !isinf(least);
}

static void test_trials(const struct fill_limits *limits, int32_t tolerance) {
    struct arena *arena = arena_create();
    int found = 0;
    for (int i = 0; i < TRIALS; i++)
        found += test_trial(arena, limits, tolerance);
    EXPECT(found > TRIALS / 20);
    arena_destroy(arena);
}

static void no_other_way_by_spaces_costs_less(void) {
    test_trials(&spaces_alone, FILL_FIRST);
    test_trials(&spaces_alone, FILL_ANY);
}

static void no_other_way_by_all_means_costs_less(void) {
    test_trials(&all_means, FILL_SECOND);
    test_trials(&all_means, FILL_ANY);
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
    fill_breaks(arena, atoms, 50000, &all_means, FILL_ANY, &count);
    EXPECT_INTEGER(count, WORDS);
    arena_destroy(arena);
}

int main(void) {
    RUN(no_other_way_by_spaces_costs_less);
    RUN(no_other_way_by_all_means_costs_less);
    RUN(demerits_of_a_file_full_of_bad_lines_do_not_overflow);
    return harness_status();
}
