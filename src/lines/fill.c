/* SPDX-License-Identifier: MIT */
/* Breaks a paragraph into lines by least total demerits: D. E. Knuth and M. F. Plass,
   "Breaking Paragraphs into Lines", 1981.

   Boxes and glue come as atoms; a line may end after any of them, losing the glue there.
   A node is a way to have ended a line after an atom; the active ones are those from which
   the next line can still be filled. Badness is 100 |r|^3 for the ratio r of what the
   spaces must give to what they may; demerits are (10 + badness)^2, and more for a line
   whose spacing differs in kind from the one before (fitness), that ends in a hyphen, or
   in which joins are stretched. Lines tighter than the spaces may shrink are never made:
   that minimum is hard (ALReq 4.2). A very short last line costs something too.

   Kashida is one of a line's means beside its spaces, and takes its part before r is
   counted (kashida.c); so one way of breaking serves both scripts. What comes later
   depends on whether the line before was stretched or hyphenated, so nodes are told apart
   by that as well as by fitness, or the least would not be the least.

   Within the last tolerance any line passes, so that it always ends; it tells bad lines
   from worse ones far beyond TeX's 10000, or one hole would be as good as three. */
#include "lines/internal.h"

#include <stdlib.h>
#include <string.h>

enum {
    RATIO_MAX = 20, /* beyond it, one line is as bad as another; and the demerits of all
                       the lines 16 MiB can make stay below 2^63 */
    BADNESS_MAX = 100 * RATIO_MAX * RATIO_MAX * RATIO_MAX,
    FITNESS_DEMERITS = 10000,
    LINE_PENALTY = 10,
    RUNT_DEMERITS = 5000,
    RUNT_SHARE = 6, /* a last line shorter than this part of the measure is a runt */
    RATIO_ONE = 1024,
    HYPHEN_DEMERITS =
        100 * 100, /* twice TeX's hyphenpenalty: prose here is divided more */
    HYPHENS_DEMERITS = 10000, /* two lines on end; TeX's doublehyphendemerits */
    FINAL_HYPHEN_DEMERITS = 5000, /* in the last line but one */
    WORD_END_DEMERITS =
        250 * 250, /* a last line that is but the end of a divided word */
    HYPHENS_MAX = 2, /* lines on end: three are a ladder */
    KASHIDA_DEMERITS = 50 * 50, /* a stretched line costs what TeX asks for a hyphen, */
    MIDDLING_DEMERITS = 400, /* each join of weight 4 to 6, */
    WEAK_DEMERITS = 1600, /* each that is weaker, */
    LONG_DEMERITS = 200 * 200, /* a kashida twice as long as one that looks long, */
    CROWD_DEMERITS = 2500, /* the third join of a line and each one after it, */
    NEIGHBOUR_DEMERITS = 3000, /* and a line below another that is stretched. */
};

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE, FITNESSES };

/* What of the way to a node what follows depends on. */
struct ending {
    enum fitness fitness;
    bool stretched;
    uint8_t hyphens; /* lines on end that end in one */
};

enum { ENDINGS = FITNESSES * 2 * (HYPHENS_MAX + 1) };

struct node {
    size_t next_atom; /* the line after starts with it */
    size_t previous; /* index of the node before; SIZE_MAX for the start */
    int64_t demerits; /* of all lines so far */
    struct ending ending;
};

struct sums {
    int64_t width, glue, stretchable; /* over all atoms before */
    uint32_t kashidas[KASHIDA_CLASSES];
};

struct breaking {
    struct arena *arena;
    struct atoms atoms;
    length measure;
    const struct fill_limits *limits;
    int32_t tolerance;
    struct sums *sums;
    struct node *nodes;
    size_t node_count, node_capacity;
    size_t *active; /* indices of nodes, by next_atom */
    size_t active_count, active_capacity;
};

/* How a line would be filled. */
struct fit {
    int64_t ratio; /* [1/RATIO_ONE] of what its spaces give to what they may */
    int64_t demerits; /* of its kashidas */
    bool stretched;
};

static size_t ending_index(struct ending ending) {
    return (size_t)ending.fitness +
           FITNESSES * ((ending.stretched ? 1u : 0u) + 2u * ending.hyphens);
}

/* The width of a line from atom `first` through `last` with its spaces as drawn, but for
   what hangs into the margins. */
static int64_t line_natural(const struct breaking *b, size_t first, size_t last) {
    const struct sums *from = &b->sums[first], *to = &b->sums[last];
    const struct atom *start = &b->atoms.items[first], *end = &b->atoms.items[last];
    return to->width - from->width + to->glue - from->glue + end->width + end->hyphen -
           start->hang_start - end->hang_end;
}

/* --- kashida --------------------------------------------------------------------------- */

/* The joins of a line by class. */
static void count_joins(const struct breaking *b, size_t first, size_t last,
                        uint32_t joins[KASHIDA_CLASSES]) {
    const struct sums *from = &b->sums[first], *to = &b->sums[last + 1];
    for (size_t i = 0; i < KASHIDA_CLASSES; i++)
        joins[i] = to->kashidas[i] - from->kashidas[i];
}

/* The best joins are taken first. */
static int64_t class_demerits(const uint32_t joins[KASHIDA_CLASSES], uint32_t taken) {
    static const int64_t demerits[KASHIDA_CLASSES] = {0, MIDDLING_DEMERITS,
                                                      WEAK_DEMERITS};
    int64_t sum = 0;
    for (size_t i = 0; i < KASHIDA_CLASSES && taken; i++) {
        uint32_t here = joins[i] < taken ? joins[i] : taken;
        sum += here * demerits[i];
        taken -= here;
    }
    return sum;
}

static int64_t length_demerits(const struct kashida_measures *kashida, uint32_t units,
                               uint32_t joins) {
    int64_t longest = (int64_t)((units + joins - 1) / joins) * kashida->unit;
    int64_t over = longest - kashida->long_one;
    if (over <= 0 || kashida->long_one <= 0)
        return 0;
    return LONG_DEMERITS * over / kashida->long_one * over / kashida->long_one;
}

/* Lets the joins take their part of what the line lacks; gives what is left. */
static int64_t stretch_joins(const struct breaking *b, size_t first, size_t last,
                             int64_t lacking, int64_t spaces, struct fit *fit) {
    const struct kashida_measures *kashida = &b->limits->kashida;
    uint32_t joins[KASHIDA_CLASSES];
    count_joins(b, first, last, joins);
    uint32_t all = joins[0] + joins[1] + joins[2];
    uint32_t units = kashida_units(kashida, lacking, spaces, all);
    if (!units)
        return lacking;
    uint32_t taken = kashida_joins(kashida, units);
    fit->stretched = true;
    fit->demerits = KASHIDA_DEMERITS + class_demerits(joins, taken) +
                    length_demerits(kashida, units, taken);
    if (taken > 2)
        fit->demerits += CROWD_DEMERITS * (int64_t)(taken - 2);
    return lacking - (int64_t)units * kashida->unit;
}

/* --- what a line costs -------------------------------------------------------------------- */

/* How a line from atom `first` through `last` fills the measure; false if it cannot shrink
   enough. */
static bool fit_line(const struct breaking *b, size_t first, size_t last,
                     struct fit *fit) {
    const struct sums *from = &b->sums[first], *to = &b->sums[last];
    int64_t spaces =
        to->stretchable - from->stretchable + b->atoms.items[last].inner_glue;
    int64_t lacking = b->measure - line_natural(b, first, last);
    *fit = (struct fit){0};
    if (lacking < 0) {
        int64_t give = b->limits->ragged ? 0 : spaces * b->limits->shrink / 1000;
        if (!give || -lacking > give)
            return false;
        fit->ratio = lacking * RATIO_ONE / give;
        return true;
    }
    if (b->atoms.items[last].required)
        return true; /* the last line is filled by the paragraph's end */
    if (b->limits->kashida.per_line)
        lacking = stretch_joins(b, first, last, lacking, spaces, fit);
    int64_t give = b->limits->ragged ? b->limits->ragged_stretch
                                     : spaces * b->limits->stretch / 1000;
    fit->ratio = give > 0 ? lacking * RATIO_ONE / give
                          : (lacking > 0 ? 100 * (int64_t)RATIO_ONE : 0);
    return true;
}

static int32_t ratio_badness(int64_t ratio) {
    int64_t r = ratio < 0 ? -ratio : ratio;
    if (r > RATIO_MAX * (int64_t)RATIO_ONE)
        return BADNESS_MAX;
    return (int32_t)(100 * r * r / RATIO_ONE * r / RATIO_ONE / RATIO_ONE);
}

static enum fitness ratio_fitness(int64_t ratio) {
    if (ratio < -RATIO_ONE / 2)
        return TIGHT;
    if (ratio <= RATIO_ONE / 2)
        return DECENT;
    return ratio <= RATIO_ONE ? LOOSE : VERY_LOOSE;
}

static int64_t hyphen_demerits(const struct ending *before, const struct ending *now,
                               bool final) {
    if (final)
        return before->hyphens ? FINAL_HYPHEN_DEMERITS : 0;
    if (!now->hyphens)
        return 0;
    return HYPHEN_DEMERITS + (before->hyphens ? HYPHENS_DEMERITS : 0);
}

static int64_t line_demerits(int32_t badness, const struct fit *fit,
                             const struct node *from, const struct ending *now,
                             bool final) {
    const struct ending *before = &from->ending;
    int64_t demerits = (int64_t)(LINE_PENALTY + badness) * (LINE_PENALTY + badness);
    demerits += fit->demerits + hyphen_demerits(before, now, final);
    if (now->stretched && before->stretched)
        demerits += NEIGHBOUR_DEMERITS;
    if (from->previous != SIZE_MAX && abs((int)now->fitness - (int)before->fitness) > 1)
        demerits += FITNESS_DEMERITS;
    return demerits;
}

static void activate(struct breaking *b, struct node node) {
    arena_reserve(b->arena, b->nodes, b->node_count, b->node_capacity);
    arena_reserve(b->arena, b->active, b->active_count, b->active_capacity);
    b->nodes[b->node_count] = node;
    b->active[b->active_count++] = b->node_count++;
}

/* The best way, for each ending, to end a line after an atom. */
struct best {
    bool any;
    bool found[ENDINGS];
    struct node node[ENDINGS];
};

static void consider(struct breaking *b, size_t from, size_t last,
                     const struct fit *fit, struct best *best) {
    const struct atom *atom = &b->atoms.items[last];
    const struct node *start = &b->nodes[from];
    int32_t badness = ratio_badness(fit->ratio);
    struct ending now = {ratio_fitness(fit->ratio), fit->stretched,
                         (uint8_t)(atom->hyphenated ? start->ending.hyphens + 1 : 0)};
    if (badness > b->tolerance || now.hyphens > HYPHENS_MAX)
        return;
    int64_t demerits =
        start->demerits + line_demerits(badness, fit, start, &now, atom->required);
    if (atom->required && start->previous != SIZE_MAX &&
        line_natural(b, start->next_atom, last) * RUNT_SHARE < b->measure)
        demerits += RUNT_DEMERITS;
    if (atom->required && start->ending.hyphens && start->next_atom == last)
        demerits += WORD_END_DEMERITS;
    size_t index = ending_index(now);
    if (best->found[index] && demerits >= best->node[index].demerits)
        return;
    best->any = best->found[index] = true;
    best->node[index] = (struct node){last + 1, from, demerits, now};
}

/* --- the search ----------------------------------------------------------------------------- */

/* Tries a break after `last` from every active node; drops those it is too far from. */
static void try_break(struct breaking *b, size_t last) {
    struct best best; /* its nodes are read only where they are found */
    best.any = false;
    memset(best.found, 0, sizeof best.found);
    size_t kept = 0, rescue = SIZE_MAX;
    for (size_t i = 0; i < b->active_count; i++) {
        size_t from = b->active[i];
        struct fit fit;
        if (!fit_line(b, b->nodes[from].next_atom, last, &fit)) {
            rescue = from;
            continue;
        }
        consider(b, from, last, &fit, &best);
        if (!b->atoms.items[last].required)
            b->active[kept++] = from;
    }
    b->active_count = kept;
    for (size_t i = 0; best.any && i < ENDINGS; i++)
        if (best.found[i])
            activate(b, best.node[i]);
    /* In the last pass a box that no line can hold stands alone, too long. */
    if (!best.any && !b->active_count && rescue != SIZE_MAX &&
        b->tolerance >= BADNESS_MAX)
        activate(b,
                 (struct node){
                     last + 1, rescue, b->nodes[rescue].demerits, {.fitness = DECENT}});
}

static bool may_end(const struct breaking *b, size_t last) {
    return b->limits->hyphens || !b->atoms.items[last].hyphenated;
}

static bool search(struct breaking *b) {
    activate(b, (struct node){.previous = SIZE_MAX, .ending = {.fitness = DECENT}});
    for (size_t i = 0; i < b->atoms.count && b->active_count; i++)
        if (may_end(b, i))
            try_break(b, i);
    return b->active_count > 0;
}

static void sum_atoms(struct breaking *b) {
    b->sums = arena_array(b->arena, struct sums, b->atoms.count + 1);
    for (size_t i = 0; i < b->atoms.count; i++) {
        const struct atom *atom = &b->atoms.items[i];
        const struct sums *before = &b->sums[i];
        struct sums *after = &b->sums[i + 1];
        after->width = before->width + atom->width;
        after->glue = before->glue + atom->glue;
        after->stretchable = before->stretchable + atom->glue + atom->inner_glue;
        for (size_t c = 0; c < KASHIDA_CLASSES; c++)
            after->kashidas[c] = before->kashidas[c] + atom->kashidas[c];
    }
}

static size_t *trace_back(const struct breaking *b, size_t *count) {
    size_t best = b->active[0];
    for (size_t i = 1; i < b->active_count; i++)
        if (b->nodes[b->active[i]].demerits < b->nodes[best].demerits)
            best = b->active[i];
    *count = 0;
    for (size_t n = best; b->nodes[n].previous != SIZE_MAX; n = b->nodes[n].previous)
        ++*count;
    size_t *breaks = arena_array(b->arena, size_t, *count);
    size_t place = *count;
    for (size_t n = best; place > 0; n = b->nodes[n].previous)
        breaks[--place] = b->nodes[n].next_atom - 1;
    return breaks;
}

size_t *fill_breaks(struct arena *arena, struct atoms atoms, length measure,
                    const struct fill_limits *limits, int32_t tolerance,
                    size_t *count) {
    struct breaking b = {.arena = arena,
                         .atoms = atoms,
                         .measure = measure,
                         .limits = limits,
                         .tolerance = tolerance};
    *count = 0;
    if (!atoms.count)
        return NULL;
    sum_atoms(&b);
    return search(&b) ? trace_back(&b, count) : NULL;
}
