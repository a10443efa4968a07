/* SPDX-License-Identifier: MIT */
/* How far the joins of a line are stretched, and which of them.

   Spaces come first: they alone are widened up to `from`. Past it they go back to `spaces`
   and the joins take the rest, in whole tatweels, by as few joins as can; what is less than
   a tatweel stays with the spaces. The best joins are taken first, of equal ones the
   nearest to the end of the line, but none beside a word already stretched and none below
   a kashida of the line above: one word stretched is an ornament, a column of them a
   stripe (ALReq 4.2). */
#include "lines/internal.h"

#include <stdlib.h>

uint32_t kashida_joins(const struct kashida_measures *measures, uint32_t units) {
    return (units + measures->units - 1) / measures->units;
}

uint32_t kashida_units(const struct kashida_measures *measures, int64_t lacking,
                       int64_t spaces, uint32_t joins) {
    if (lacking <= spaces * (measures->from - 1000) / 1000)
        return 0;
    if (joins > measures->per_line)
        joins = measures->per_line;
    int64_t wanted = lacking - spaces * (measures->spaces - 1000) / 1000;
    int64_t units = (wanted + measures->unit / 2) / measures->unit;
    while (units > 0 && units * measures->unit > lacking)
        units--;
    int64_t most = (int64_t)joins * measures->units;
    return (uint32_t)(units < most ? units : most);
}

/* --- which joins --------------------------------------------------------------------------- */

struct choice {
    const struct text_kashida *join;
    int64_t middle; /* from the start of the line, as justified */
    uint32_t units;
};

struct choosing {
    const struct kashida_line *line;
    const struct kashida_measures *measures;
    struct choice *choices;
    size_t count;
};

static bool is_below_another(const struct choosing *c, int64_t middle, length width) {
    for (size_t i = 0; c->line->above && i < c->line->above->count; i++) {
        const struct kashida_mark *mark = &c->line->above->items[i];
        int64_t apart = (mark->width + width) / 2 + c->line->em;
        if (llabs(mark->middle - middle) < apart)
            return true;
    }
    return false;
}

static bool is_beside_another(const struct choosing *c,
                              const struct text_kashida *join) {
    for (size_t i = 0; i < c->count; i++) {
        uint32_t a = c->choices[i].join->word, b = join->word;
        if ((a > b ? a - b : b - a) <= c->measures->apart)
            return true;
    }
    return false;
}

static int compare_joins(const void *left, const void *right) {
    const struct choice *a = left, *b = right;
    if (a->join->weight != b->join->weight)
        return a->join->weight > b->join->weight ? -1 : 1;
    return a->join->offset > b->join->offset ? -1 : 1;
}

static int compare_offsets(const void *left, const void *right) {
    const struct choice *a = left, *b = right;
    return a->join->offset < b->join->offset ? -1 : 1;
}

/* All joins of the line, the best first. */
static struct choice *line_joins(struct arena *arena, struct atoms atoms,
                                 const struct text_kashida *kashidas, size_t count,
                                 const struct kashida_line *line, size_t *found) {
    struct choice *joins = arena_array(arena, struct choice, count);
    *found = 0;
    for (size_t i = 0; i < count && kashidas[i].offset < line->end; i++) {
        if (kashidas[i].offset <= line->start)
            continue;
        int64_t middle = atoms_width(atoms, line->start, kashidas[i].offset);
        if (line->natural > 0)
            middle = middle * line->measure / line->natural;
        joins[(*found)++] = (struct choice){.join = &kashidas[i], .middle = middle};
    }
    if (*found)
        qsort(joins, *found, sizeof *joins, compare_joins);
    return joins;
}

/* Up to `wanted` of the joins that may stand here. */
static void take_joins(struct choosing *c, const struct choice *joins, size_t count,
                       uint32_t wanted) {
    length longest = c->measures->unit * (length)c->measures->units;
    for (size_t i = 0; i < count && c->count < wanted; i++)
        if (!is_beside_another(c, joins[i].join) &&
            !is_below_another(c, joins[i].middle, longest))
            c->choices[c->count++] = joins[i];
}

/* The same for all, one more for the best. Three tatweels before an alef are one glyph with
   it in Amiri, and no kashida that can be told from the letter: there are two then. */
static void share_units(struct choosing *c, uint32_t units) {
    uint32_t most = (uint32_t)c->count * c->measures->units;
    units = units < most ? units : most;
    for (size_t i = 0; i < c->count; i++) {
        uint32_t left = (uint32_t)(c->count - i);
        uint32_t here = (units + left - 1) / left;
        c->choices[i].units = here;
        units -= here;
        if (here == 3 && c->choices[i].join->before_alef)
            c->choices[i].units = 2;
    }
}

static struct text_insertion *write_choices(struct arena *arena, struct choosing *c,
                                            struct kashida_marks *marks,
                                            size_t *insertion_count) {
    struct text_insertion *insertions =
        arena_array(arena, struct text_insertion, c->count + 1);
    marks->items = arena_array(arena, struct kashida_mark, c->count);
    marks->count = *insertion_count = 0;
    if (c->count)
        qsort(c->choices, c->count, sizeof *c->choices, compare_offsets);
    for (size_t i = 0; i < c->count; i++) {
        const struct choice *choice = &c->choices[i];
        if (!choice->units)
            continue;
        insertions[(*insertion_count)++] =
            (struct text_insertion){choice->join->offset, 0x0640, choice->units};
        marks->items[marks->count++] = (struct kashida_mark){
            choice->middle, (length)choice->units * choice->join->unit};
    }
    return insertions;
}

struct text_insertion *kashida_choose(struct arena *arena, struct atoms atoms,
                                      const struct text_kashida *kashidas, size_t count,
                                      const struct kashida_measures *measures,
                                      const struct kashida_line *line,
                                      struct kashida_marks *marks,
                                      size_t *insertion_count) {
    size_t found;
    struct choice *joins = line_joins(arena, atoms, kashidas, count, line, &found);
    struct choosing c = {.line = line,
                         .measures = measures,
                         .choices = arena_array(arena, struct choice, found)};
    uint32_t units = kashida_units(measures, line->measure - line->natural,
                                   line->spaces, (uint32_t)found);
    if (units)
        take_joins(&c, joins, found, kashida_joins(measures, units));
    share_units(&c, units);
    return write_choices(arena, &c, marks, insertion_count);
}
