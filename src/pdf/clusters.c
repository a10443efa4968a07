/* SPDX-License-Identifier: MIT */
/* Finds the clusters of a run, and the glyphs of each, from the offsets the shaper
   left.

   A glyph that comes later than its cluster (a kashida, which has the cluster of the
   letter before it though marks may stand between) goes back to it; characters that
   say nothing are part of the cluster before them, or else of the one after. */
#include "pdf/clusters.h"

#include "base/utf8.h"

#include <hb-ot.h>

bool character_is_joiner(uint32_t c) {
    return c == 0x200C || c == 0x200D;
}

bool character_is_unsaid(uint32_t c) {
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x00AD ||
           c == 0x061C || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

/* Whether a cell will come of the text: not of controls and joiners alone. */
static bool says_something(struct slice text, uint32_t start, uint32_t end) {
    for (size_t i = start; i < end;) {
        uint32_t c = utf8_decode(text, i, &i);
        if (!character_is_joiner(c) && !character_is_unsaid(c))
            return true;
    }
    return false;
}

static const struct glyph *logical_glyph(const struct glyph_run *run, uint32_t i) {
    return &run->glyphs[run_is_right_to_left(run) ? run->glyph_count - 1 - i : i];
}

static void begin_cluster(struct clusters *clusters, uint32_t start) {
    clusters->items[clusters->count++] = (struct cluster){.start = start};
}

/* Ends the last cluster. One that says nothing is made part of the one before it; gives
   where the next one starts, which is before `end` if there was none. */
static uint32_t end_cluster(struct clusters *clusters, struct slice text,
                            uint32_t end) {
    struct cluster *last = &clusters->items[clusters->count - 1];
    last->end = end;
    if (says_something(text, last->start, last->end))
        return end;
    if (--clusters->count == 0)
        return last->start;
    last[-1].end = end;
    return end;
}

static void find_clusters(struct clusters *clusters, const struct glyph_run *run,
                          struct slice text) {
    begin_cluster(clusters, run->start);
    for (uint32_t i = 1; i < run->glyph_count; i++) {
        uint32_t start = logical_glyph(run, i)->cluster;
        if (start > clusters->items[clusters->count - 1].start && start < run->end)
            begin_cluster(clusters, end_cluster(clusters, text, start));
    }
    end_cluster(clusters, text, run->end);
}

/* The last cluster that starts at `offset` or before. */
static struct cluster *find_cluster(const struct clusters *clusters, uint32_t offset) {
    size_t low = 0, high = clusters->count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (clusters->items[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return &clusters->items[low];
}

static bool is_mark_glyph(const struct face *face, const struct glyph *glyph) {
    return glyph->advance == 0 &&
           hb_ot_layout_get_glyph_class(face->hb_face, glyph->id) ==
               HB_OT_LAYOUT_GLYPH_CLASS_MARK;
}

static void add_part(struct arena *arena, struct cluster *cluster,
                     const struct face *face, const struct glyph *glyph, int32_t pen) {
    struct part *part = arena_new(arena, struct part);
    *part = (struct part){
        .glyph = glyph->id, .x = pen + glyph->x_offset, .y = glyph->y_offset};
    bool mark = is_mark_glyph(face, glyph);
    struct part ***end = mark ? &cluster->mark_parts_end : &cluster->parts_end;
    if (!*end)
        *end = mark ? &cluster->mark_parts : &cluster->parts;
    **end = part;
    *end = &part->next;
    cluster->mark_part_count += mark;
    cluster->width += glyph->advance;
}

/* Goes through the glyphs in logical order, so that the parts of a cluster are in
   it. */
static void place_parts(struct arena *arena, const struct clusters *clusters,
                        const struct glyph_run *run, int32_t pen) {
    bool backwards = run_is_right_to_left(run);
    for (uint32_t i = 0; backwards && i < run->glyph_count; i++)
        pen += run->glyphs[i].advance;
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = logical_glyph(run, i);
        if (backwards)
            pen -= glyph->advance;
        add_part(arena, find_cluster(clusters, glyph->cluster), run->face, glyph, pen);
        if (!backwards)
            pen += glyph->advance;
    }
}

struct clusters clusters_find(struct arena *arena, const struct glyph_run *run,
                              struct slice text, int32_t x) {
    struct clusters clusters = {.count = 0};
    if (!run->glyph_count || run->start >= run->end)
        return clusters;
    clusters.items = arena_array(arena, struct cluster, run->glyph_count);
    find_clusters(&clusters, run, text);
    if (clusters.count)
        place_parts(arena, &clusters, run, x);
    return clusters;
}
