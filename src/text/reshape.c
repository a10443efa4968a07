/* SPDX-License-Identifier: MIT */
/* Shapes a part of a run anew where a line is cut or something is put in, and nowhere else:
   only the words that are touched, the rest is taken as it is. */
#include "text/internal.h"

#include <string.h>

/* A stretch of whole words that is shaped anew. */
struct region {
    uint32_t start, end; /* [bytes] */
    size_t first, last; /* insertions of it */
};

struct glyph_part {
    const struct glyph *glyphs; /* left to right */
    uint32_t count;
};

struct splicing {
    const struct reshaping *of;
    struct glyph_part *parts; /* in logical order */
    size_t count, capacity;
};

/* Clusters rise in a left-to-right run and fall in a right-to-left one. */
uint32_t text_run_glyph_at(const struct text_run *run, uint32_t offset) {
    bool rtl = run->level & 1;
    uint32_t low = 0, high = run->glyph_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if ((run->glyphs[middle].cluster < offset) == rtl)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

/* Whether words can be parted before this byte. */
static bool parts_words(const struct text *text, uint32_t offset) {
    return text->paragraph->text.data[offset] == ' ' &&
           !(text->flags[offset] & TEXT_UNSAFE);
}

static uint32_t words_start(const struct reshaping *r, uint32_t offset) {
    while (offset > r->start && !(offset < r->end && parts_words(r->text, offset)))
        offset--;
    return offset;
}

static uint32_t words_end(const struct reshaping *r, uint32_t offset) {
    while (offset < r->end && !parts_words(r->text, offset))
        offset++;
    return offset;
}

static void add_part(struct splicing *s, const struct glyph *glyphs, uint32_t count) {
    arena_reserve(s->of->arena, s->parts, s->count, s->capacity);
    s->parts[s->count++] = (struct glyph_part){glyphs, count};
}

/* Bytes [start, end) as the run has them. */
static void keep(struct splicing *s, uint32_t start, uint32_t end) {
    const struct text_run *run = s->of->run;
    bool rtl = run->level & 1;
    if (start >= end)
        return;
    uint32_t first = text_run_glyph_at(run, rtl ? end : start);
    uint32_t last = text_run_glyph_at(run, rtl ? start : end);
    add_part(s, run->glyphs + first, last - first);
}

static void shape_anew(struct splicing *s, const struct region *region) {
    const struct reshaping *r = s->of;
    struct text_run piece = *r->run;
    piece.start = region->start;
    piece.end = region->end;
    size_t count = region->last - region->first;
    if (count)
        shaper_shape_inserted(r->shaper, r->arena, r->text, &piece,
                              r->insertions + region->first, count);
    else
        shaper_shape(r->shaper, r->arena, r->text, &piece, /*flags*/ NULL);
    add_part(s, piece.glyphs, piece.glyph_count);
}

/* The first place from `offset` on where something is to be done: a cut at either end that
   changes the shaping, or insertion `next`. */
static bool find_point(const struct reshaping *r, uint32_t offset, size_t next,
                       uint32_t *point) {
    const uint8_t *flags = r->text->flags;
    if (offset == r->start && r->start > r->run->start &&
        (flags[r->start] & TEXT_UNSAFE))
        *point = r->start;
    else if (next < r->insertion_count)
        *point = r->insertions[next].offset;
    else if (offset < r->end && r->end < r->run->end && (flags[r->end] & TEXT_UNSAFE))
        *point = r->end;
    else
        return false;
    return true;
}

/* What is put in, or cut, at the end belongs to the word before. */
static struct region region_around(const struct reshaping *r, uint32_t point,
                                   size_t next) {
    struct region region = {.first = next, .last = next};
    region.start = words_start(r, point);
    region.end = words_end(r, point == region.start ? point + 1 : point);
    if (region.end > r->end)
        region.end = r->end;
    while (region.last < r->insertion_count &&
           (r->insertions[region.last].offset < region.end ||
            (r->insertions[region.last].offset == region.end && region.end == r->end)))
        region.last++;
    return region;
}

/* The parts side by side, from the left. */
static void splice(const struct splicing *s, struct text_run *run) {
    uint32_t count = 0;
    for (size_t i = 0; i < s->count; i++)
        count += s->parts[i].count;
    struct glyph *glyphs = arena_array(s->of->arena, struct glyph, count);
    run->glyphs = glyphs;
    run->glyph_count = count;
    for (size_t i = 0; i < s->count; i++) {
        const struct glyph_part *part =
            &s->parts[run->level & 1 ? s->count - 1 - i : i];
        if (part->count)
            memcpy(glyphs, part->glyphs, part->count * sizeof *glyphs);
        glyphs += part->count;
    }
}

struct text_run reshape(const struct reshaping *reshaping) {
    struct splicing s = {.of = reshaping};
    uint32_t done = reshaping->start, point;
    size_t next = 0;
    while (find_point(reshaping, done, next, &point)) {
        struct region region = region_around(reshaping, point, next);
        if (region.start < done)
            region.start = done;
        keep(&s, done, region.start);
        shape_anew(&s, &region);
        done = region.end;
        next = region.last;
        if (done >= reshaping->end)
            break;
    }
    keep(&s, done, reshaping->end);
    struct text_run run = *reshaping->run;
    run.start = reshaping->start;
    run.end = reshaping->end;
    splice(&s, &run);
    return run;
}
