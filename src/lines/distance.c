/* SPDX-License-Identifier: MIT */
/* How near the letters and marks of neighbouring lines come to one another. Almost none do,
   so it is asked in three steps, each for what the one before has left: whether the deepest
   glyph of a line and the highest of the next come near at all; whether the boxes of two
   glyphs do; how far their outlines are from one another. Boxes alone tell of many that no
   eye sees: a fatha beside the tail of a yeh stands in its box. */
#include "lines/internal.h"

/* Two outlines are compared point by point; of a pair of lines no more than so many, which
   is more than letters can be that stand below one another. */
enum {
    OUTLINES_MAX = 400,
    ENOUGH_TO_TOUCHING =
        16, /* nearer than this part of it, no nearer ones are looked for */
};

/* A glyph where it stands; y grows down from the baseline. */
struct ink {
    const struct face *face;
    length size, x, y; /* of its origin */
    struct box box;
    uint32_t glyph, cluster;
};

struct inks {
    struct ink *items;
    size_t count;
    length top, bottom; /* of all of them */
};

struct traced {
    const struct face *face;
    uint32_t glyph;
    struct glyph_outline outline;
};

struct points {
    struct outline_point *items;
    size_t count, capacity;
};

struct nearing {
    struct arena *arena;
    length leading;
    size_t compared; /* outlines, of the pair of lines */
    length touching; /* no distance matters below this */
    struct line_nearness nearest;
    struct traced *traced; /* each glyph once */
    size_t traced_count, traced_capacity;
    struct points upper, lower; /* of the two outlines now compared */
};

/* --- where glyphs stand ---------------------------------------------------------------- */

static size_t count_glyphs(const struct line *line) {
    size_t count = 0;
    for (uint32_t i = 0; i < line->piece_count; i++)
        count += line->pieces[i].glyph_count;
    return count;
}

static length ink_length(const struct ink *ink, int64_t units) {
    return units_scale(units, ink->size, ink->face->units_per_em);
}

static void add_ink(struct inks *inks, struct ink ink) {
    struct glyph_box box = face_glyph_box(ink.face, ink.glyph);
    if (box.x0 == box.x1)
        return;
    ink.box = (struct box){
        ink.x + ink_length(&ink, box.x0), ink.y - ink_length(&ink, box.y1),
        ink.x + ink_length(&ink, box.x1), ink.y - ink_length(&ink, box.y0)};
    inks->items[inks->count++] = ink;
    inks->top = ink.box.y0 < inks->top ? ink.box.y0 : inks->top;
    inks->bottom = ink.box.y1 > inks->bottom ? ink.box.y1 : inks->bottom;
}

static void add_piece_inks(struct inks *inks, const struct line_piece *piece,
                           length x) {
    int64_t advance = 0;
    for (uint32_t i = 0; i < piece->glyph_count; i++) {
        const struct glyph *glyph = &piece->glyphs[i];
        struct ink ink = {.face = piece->run->face,
                          .size = piece->run->size,
                          .glyph = glyph->id,
                          .cluster = glyph->cluster};
        ink.x = x + ink_length(&ink, advance + glyph->x_offset);
        ink.y = -ink_length(&ink, glyph->y_offset) - piece->run->rise;
        add_ink(inks, ink);
        advance += glyph->advance;
    }
}

/* The ink of a line whose left end stands at x. */
static struct inks find_inks(struct arena *arena, const struct line *line, length x) {
    struct inks inks = {.items = arena_array(arena, struct ink, count_glyphs(line))};
    for (uint32_t i = 0; i < line->piece_count; i++)
        add_piece_inks(&inks, &line->pieces[i], x + line->pieces[i].x);
    return inks;
}

/* --- how near they come ---------------------------------------------------------------- */

static struct glyph_outline find_outline(struct nearing *n, const struct ink *ink) {
    for (size_t i = 0; i < n->traced_count; i++)
        if (n->traced[i].face == ink->face && n->traced[i].glyph == ink->glyph)
            return n->traced[i].outline;
    arena_reserve(n->arena, n->traced, n->traced_count, n->traced_capacity);
    struct traced *traced = &n->traced[n->traced_count++];
    *traced = (struct traced){.face = ink->face, .glyph = ink->glyph};
    return traced->outline = face_trace_glyph(ink->face, n->arena, ink->glyph);
}

/* The points of an outline where it stands, down from a baseline `drop` above its own, as
   far as they are within the nearest distance of a box. */
static void place_points(struct nearing *n, struct points *points,
                         const struct ink *ink, length drop, struct box box) {
    struct glyph_outline outline = find_outline(n, ink);
    length enough = n->nearest.distance;
    points->count = 0;
    for (size_t i = 0; i < outline.count; i++) {
        length x = ink->x + ink_length(ink, outline.points[i].x);
        length y = drop + ink->y - ink_length(ink, outline.points[i].y);
        if (x <= box.x0 - enough || x >= box.x1 + enough || y <= box.y0 - enough ||
            y >= box.y1 + enough)
            continue;
        arena_reserve(n->arena, points->items, points->count, points->capacity);
        points->items[points->count++] = (struct outline_point){x, y};
    }
}

static int64_t square(int64_t n) {
    return n * n;
}

/* Whether points of two outlines are nearer than `nearest`, which then is how near. */
static bool compare_outlines(struct nearing *n, const struct ink *above,
                             const struct ink *below) {
    length drop = n->leading;
    struct box box = {below->box.x0, below->box.y0 + drop, below->box.x1,
                      below->box.y1 + drop};
    place_points(n, &n->upper, above, 0, box);
    place_points(n, &n->lower, below, drop, above->box);
    int64_t least = square(n->nearest.distance), before = least;
    for (size_t i = 0; i < n->upper.count; i++)
        for (size_t k = 0; k < n->lower.count; k++) {
            int64_t way = square(n->lower.items[k].x - n->upper.items[i].x) +
                          square(n->lower.items[k].y - n->upper.items[i].y);
            least = way < least ? way : least;
        }
    while (n->nearest.distance > 0 && square(n->nearest.distance) > least)
        n->nearest.distance--;
    return least < before;
}

static bool boxes_are_near(const struct nearing *n, const struct ink *above,
                           const struct ink *below) {
    length enough = n->nearest.distance;
    return n->leading + below->box.y0 - above->box.y1 < enough &&
           above->box.x0 - enough < below->box.x1 &&
           below->box.x0 - enough < above->box.x1;
}

static void compare_lines(struct nearing *n, const struct inks *upper,
                          const struct inks *lower) {
    for (size_t i = 0; i < upper->count && n->nearest.distance > n->touching; i++) {
        const struct ink *above = &upper->items[i];
        if (n->leading + lower->top - above->box.y1 >= n->nearest.distance)
            continue;
        for (size_t k = 0; k < lower->count && n->compared < OUTLINES_MAX; k++) {
            const struct ink *below = &lower->items[k];
            if (!boxes_are_near(n, above, below))
                continue;
            n->compared++;
            if (compare_outlines(n, above, below)) {
                n->nearest.above = above->cluster;
                n->nearest.below = below->cluster;
            }
        }
    }
}

struct line_nearness lines_nearness(struct arena *arena, const struct text *text,
                                    struct lines lines, length leading, length enough) {
    struct nearing n = {.arena = arena,
                        .leading = leading,
                        .touching = enough / ENOUGH_TO_TOUCHING,
                        .nearest = {.distance = enough}};
    bool rtl = text->paragraph->direction == DIRECTION_RTL;
    struct inks upper = {0};
    for (size_t i = 0; i < lines.count && n.nearest.distance > n.touching; i++) {
        const struct line *line = &lines.lines[i];
        struct inks lower = find_inks(arena, line, rtl ? -line->width : 0);
        n.compared = 0;
        if (upper.count && n.leading + lower.top - upper.bottom < n.nearest.distance)
            compare_lines(&n, &upper, &lower);
        upper = lower;
    }
    return n.nearest;
}
