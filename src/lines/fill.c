/* SPDX-License-Identifier: MIT */
/* Breaks a paragraph into lines by least total demerits: D. E. Knuth and M. F. Plass,
   "Breaking Paragraphs into Lines", 1981.

   Boxes and glue come as atoms; a line may end after any of them, losing the glue there.
   A node is a way to have ended a line after an atom; the active ones are those from which
   the next line can still be filled. Badness is 100 |r|^3 for the ratio r of what the
   spaces must give to what they may; demerits are (10 + badness)^2, and more for a line
   whose spacing differs in kind from the one before (fitness). Lines tighter than the
   spaces may shrink are never made: that minimum is hard (ALReq 4.2). A very short last
   line costs something too. The first pass
   takes only lines up to a tolerance; the second any, so that it always ends; it tells bad
   lines from worse ones far beyond TeX's 10000, or one hole would be as good as three.

   Not done: hyphens, and kashida as stretch. */
#include "lines/internal.h"

#include <stdlib.h>

enum {
    TOLERANCE = 200,
    RATIO_MAX = 20, /* beyond it, one line is as bad as another; and the demerits of all
                       the lines 16 MiB can make stay below 2^63 */
    BADNESS_MAX = 100 * RATIO_MAX * RATIO_MAX * RATIO_MAX,
    FITNESS_DEMERITS = 10000,
    LINE_PENALTY = 10,
    RUNT_DEMERITS = 5000,
    RUNT_SHARE = 6, /* a last line shorter than this part of the measure is a runt */
    RATIO_ONE = 1024,
};

enum fitness { TIGHT, DECENT, LOOSE, VERY_LOOSE };

struct node {
    size_t next_atom; /* the line after starts with it */
    size_t previous; /* index of the node before; SIZE_MAX for the start */
    int64_t demerits; /* of all lines so far */
    enum fitness fitness;
};

struct sums {
    int64_t width, glue, stretchable; /* over all atoms before */
};

struct breaking {
    struct arena *arena;
    struct atoms atoms;
    length measure;
    struct fill_limits limits;
    int32_t tolerance;
    struct sums *sums;
    struct node *nodes;
    size_t node_count, node_capacity;
    size_t *active; /* indices of nodes, by next_atom */
    size_t active_count, active_capacity;
};

/* The width of a line from atom `first` through `last` with its spaces as drawn. */
static int64_t line_natural(const struct breaking *b, size_t first, size_t last) {
    const struct sums *from = &b->sums[first], *to = &b->sums[last];
    return to->width - from->width + to->glue - from->glue + b->atoms.items[last].width;
}

/* Ratio [1/RATIO_ONE] at which a line from atom `first` through `last` fills the measure;
   false if it cannot shrink enough. */
static bool line_ratio(const struct breaking *b, size_t first, size_t last,
                       int64_t *ratio) {
    const struct sums *from = &b->sums[first], *to = &b->sums[last];
    int64_t natural = line_natural(b, first, last);
    int64_t spaces =
        to->stretchable - from->stretchable + b->atoms.items[last].inner_glue;
    int64_t lacking = b->measure - natural;
    if (lacking < 0) {
        int64_t give = b->limits.ragged ? 0 : spaces * b->limits.shrink / 1000;
        if (!give || -lacking > give)
            return false;
        *ratio = lacking * RATIO_ONE / give;
        return true;
    }
    int64_t give =
        b->limits.ragged ? b->limits.ragged_stretch : spaces * b->limits.stretch / 1000;
    *ratio = give > 0 ? lacking * RATIO_ONE / give
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

static int64_t line_demerits(int32_t badness, enum fitness fitness,
                             const struct node *from) {
    int64_t demerits = (int64_t)(LINE_PENALTY + badness) * (LINE_PENALTY + badness);
    if (from->previous != SIZE_MAX && abs((int)fitness - (int)from->fitness) > 1)
        demerits += FITNESS_DEMERITS;
    return demerits;
}

static void activate(struct breaking *b, struct node node) {
    arena_reserve(b->arena, b->nodes, b->node_count, b->node_capacity);
    arena_reserve(b->arena, b->active, b->active_count, b->active_capacity);
    b->nodes[b->node_count] = node;
    b->active[b->active_count++] = b->node_count++;
}

/* The best way, for each fitness, to end a line after an atom. */
struct best {
    bool found[VERY_LOOSE + 1];
    struct node node[VERY_LOOSE + 1];
};

static void consider(struct breaking *b, size_t from, size_t last, int64_t ratio,
                     struct best *best) {
    bool final = b->atoms.items[last].required;
    if (final && ratio > 0)
        ratio = 0; /* the last line is filled by the paragraph's end */
    int32_t badness = ratio_badness(ratio);
    if (badness > b->tolerance)
        return;
    enum fitness fitness = ratio_fitness(ratio);
    const struct node *start = &b->nodes[from];
    int64_t demerits = start->demerits + line_demerits(badness, fitness, start);
    if (final && start->previous != SIZE_MAX &&
        line_natural(b, start->next_atom, last) * RUNT_SHARE < b->measure)
        demerits += RUNT_DEMERITS;
    if (!best->found[fitness] || demerits < best->node[fitness].demerits) {
        best->found[fitness] = true;
        best->node[fitness] = (struct node){last + 1, from, demerits, fitness};
    }
}

/* Tries a break after `last` from every active node; drops those it is too far from. */
static void try_break(struct breaking *b, size_t last) {
    struct best best = {0};
    size_t kept = 0, rescue = SIZE_MAX;
    for (size_t i = 0; i < b->active_count; i++) {
        size_t from = b->active[i];
        int64_t ratio;
        if (line_ratio(b, b->nodes[from].next_atom, last, &ratio))
            consider(b, from, last, ratio, &best);
        else {
            rescue = from;
            continue;
        }
        if (!b->atoms.items[last].required)
            b->active[kept++] = from;
    }
    b->active_count = kept;
    bool any = false;
    for (enum fitness fitness = TIGHT; fitness <= VERY_LOOSE; fitness++)
        if (best.found[fitness]) {
            activate(b, best.node[fitness]);
            any = true;
        }
    /* In the last pass a box that no line can hold stands alone, too long. */
    if (!any && !b->active_count && rescue != SIZE_MAX && b->tolerance >= BADNESS_MAX)
        activate(b, (struct node){last + 1, rescue, b->nodes[rescue].demerits, DECENT});
}

static bool run_pass(struct breaking *b, int32_t tolerance) {
    b->tolerance = tolerance;
    b->node_count = b->active_count = 0;
    activate(b, (struct node){.next_atom = 0, .previous = SIZE_MAX, .fitness = DECENT});
    for (size_t i = 0; i < b->atoms.count && b->active_count; i++)
        try_break(b, i);
    return b->active_count > 0;
}

static void sum_atoms(struct breaking *b) {
    b->sums = arena_array(b->arena, struct sums, b->atoms.count + 1);
    for (size_t i = 0; i < b->atoms.count; i++) {
        const struct atom *atom = &b->atoms.items[i];
        b->sums[i + 1].width = b->sums[i].width + atom->width;
        b->sums[i + 1].glue = b->sums[i].glue + atom->glue;
        b->sums[i + 1].stretchable =
            b->sums[i].stretchable + atom->glue + atom->inner_glue;
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
                    struct fill_limits limits, size_t *count) {
    struct breaking b = {
        .arena = arena, .atoms = atoms, .measure = measure, .limits = limits};
    *count = 0;
    if (!atoms.count)
        return NULL;
    sum_atoms(&b);
    if (!run_pass(&b, TOLERANCE))
        run_pass(&b, BADNESS_MAX);
    return trace_back(&b, count);
}
