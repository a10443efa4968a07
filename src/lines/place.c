/* SPDX-License-Identifier: MIT */
/* Makes one line: takes the glyphs between two breaks, reshapes what a break cuts, puts the
   pieces in visual order (UAX #9 L2) and widens or narrows the word spaces to the measure. */
#include "lines/internal.h"

#include "base/utf8.h"
#include <string.h>

struct placing {
    struct typesetter *typesetter;
    struct arena *arena;
    const struct text *text;
    const struct placed_line *line;
    struct line_piece *pieces; /* in logical order */
    size_t count, capacity;
    size_t paint; /* where the walk over the paints stands */
};

static size_t first_run_after(const struct text *text, uint32_t offset) {
    size_t low = 0, high = text->run_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (text->runs[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct text_paint *paint_at(struct placing *p, uint32_t offset) {
    const struct text *text = p->text;
    while (p->paint > 0 && text->paints[p->paint].start > offset)
        p->paint--;
    while (p->paint + 1 < text->paint_count && text->paints[p->paint].end <= offset)
        p->paint++;
    return &text->paints[p->paint];
}

static void add_piece(struct placing *p, const struct text_run *run, uint32_t start,
                      uint32_t end, const struct glyph *glyphs, uint32_t count,
                      const struct text_paint *paint) {
    arena_reserve(p->arena, p->pieces, p->count, p->capacity);
    struct glyph *copy = arena_array(p->arena, struct glyph, count);
    if (count)
        memcpy(copy, glyphs, count * sizeof *copy);
    p->pieces[p->count++] = (struct line_piece){.run = run,
                                                .paint = paint,
                                                .start = start,
                                                .end = end,
                                                .glyphs = copy,
                                                .glyph_count = count};
}

/* Cuts glyphs [first, last) of a run where the paint changes between clusters, in logical
   order. */
static void add_painted(struct placing *p, const struct text_run *run, uint32_t start,
                        uint32_t end, const struct glyph *glyphs, uint32_t count) {
    bool rtl = run->level & 1;
    const struct text_paint *paint = paint_at(p, start);
    uint32_t taken = 0;
    while (paint->end < end && taken < count) {
        uint32_t cut = taken;
        while (cut < count && glyphs[rtl ? count - 1 - cut : cut].cluster < paint->end)
            cut++;
        uint32_t at = rtl ? count - cut : taken;
        uint32_t upto = cut < count ? glyphs[rtl ? count - 1 - cut : cut].cluster : end;
        if (cut > taken)
            add_piece(p, run, start, upto, glyphs + at, cut - taken, paint);
        taken = cut;
        start = upto;
        paint = paint_at(p, start);
        if (paint->end <= start) /* the last paint: nothing more to cut */
            break;
    }
    if (taken < count || !count) /* a bidi control has no glyph, but a place */
        add_piece(p, run, start, end, glyphs + (rtl ? 0 : taken), count - taken, paint);
}

static bool cut_is_unsafe(const struct text *text, const struct text_run *run,
                          uint32_t start, uint32_t end) {
    return (start > run->start && (text->flags[start] & TEXT_UNSAFE)) ||
           (end < run->end && (text->flags[end] & TEXT_UNSAFE));
}

/* The insertions of a part of a run; at its end only that of the line's end, a hyphen. */
static const struct text_insertion *find_insertions(const struct placed_line *line,
                                                    uint32_t start, uint32_t end,
                                                    size_t *count) {
    size_t first = 0, last;
    while (first < line->insertion_count && line->insertions[first].offset <= start)
        first++;
    for (last = first; last < line->insertion_count; last++)
        if (line->insertions[last].offset >= end + (end == line->end))
            break;
    *count = last - first;
    return line->insertions + first;
}

static void add_run_part(struct placing *p, const struct text_run *run, uint32_t start,
                         uint32_t end) {
    size_t count;
    const struct text_insertion *insertions =
        find_insertions(p->line, start, end, &count);
    if (count || cut_is_unsafe(p->text, run, start, end)) {
        struct text_run *piece = arena_new(p->arena, struct text_run);
        *piece = text_reshape(p->typesetter, p->arena, p->text, run, start, end,
                              insertions, count);
        add_painted(p, piece, start, end, piece->glyphs, piece->glyph_count);
        return;
    }
    uint32_t first = text_run_glyph_at(run, run->level & 1 ? end : start);
    uint32_t last = text_run_glyph_at(run, run->level & 1 ? start : end);
    add_painted(p, run, start, end, run->glyphs + first, last - first);
}

/* Pieces without glyphs count for the order and are then left out. */
static void order_pieces(const struct placing *p, struct line *line) {
    uint8_t *levels = arena_array(p->arena, uint8_t, p->count);
    uint8_t *seams = arena_array(p->arena, uint8_t, p->count);
    uint32_t *order = arena_array(p->arena, uint32_t, p->count);
    for (size_t i = 0; i < p->count; i++) {
        levels[i] = p->pieces[i].run->level;
        seams[i] = p->text->seams[p->pieces[i].start];
    }
    bidi_visual_order(levels, seams, p->count, order);
    struct line_piece *visual = arena_array(p->arena, struct line_piece, p->count);
    for (size_t i = 0; i < p->count; i++)
        if (p->pieces[order[i]].glyph_count)
            visual[line->piece_count++] = p->pieces[order[i]];
    line->pieces = visual;
}

static bool is_space_glyph(const struct text *text, const struct glyph *glyph) {
    size_t next;
    return glyph->advance > 0 &&
           is_word_space(utf8_decode(text->paragraph->text, glyph->cluster, &next));
}

static length piece_width(const struct line_piece *piece) {
    int64_t advance = 0;
    for (uint32_t i = 0; i < piece->glyph_count; i++)
        advance += piece->glyphs[i].advance;
    return units_scale(advance, piece->run->size, piece->run->face->units_per_em);
}

/* Natural widths; gives how many word spaces there are and what they measure. */
static uint32_t measure_pieces(const struct text *text, struct line_piece *pieces,
                               size_t count, length *natural, length *spaces) {
    uint32_t space_count = 0;
    *natural = *spaces = 0;
    for (size_t i = 0; i < count; i++) {
        struct line_piece *piece = &pieces[i];
        piece->width = piece_width(piece);
        *natural += piece->width;
        for (uint32_t g = 0; g < piece->glyph_count; g++)
            if (is_space_glyph(text, &piece->glyphs[g])) {
                space_count++;
                *spaces += units_scale(piece->glyphs[g].advance, piece->run->size,
                                       piece->run->face->units_per_em);
            }
    }
    return space_count;
}

/* Gives each space its share of `slack`, what font units cannot express carried on. */
static void share_slack(const struct text *text, struct line_piece *pieces,
                        size_t count, length slack, uint32_t space_count) {
    int64_t given = 0;
    uint32_t spaces = 0;
    for (size_t i = 0; i < count; i++) {
        struct line_piece *piece = &pieces[i];
        struct glyph *glyphs = (struct glyph *)(uintptr_t)piece->glyphs;
        length size = piece->run->size;
        int32_t em = piece->run->face->units_per_em;
        for (uint32_t g = 0; g < piece->glyph_count; g++) {
            if (!is_space_glyph(text, &glyphs[g]))
                continue;
            int64_t share = (int64_t)slack * ++spaces / space_count - given;
            int32_t units = (int32_t)(share * em / size);
            glyphs[g].advance += units;
            given += units_scale(units, size, em);
        }
        piece->width = piece_width(piece);
    }
}

static void add_parts(struct placing *p) {
    const struct text *text = p->text;
    uint32_t start = p->line->start, end = p->line->end;
    for (size_t r = first_run_after(text, start);
         r < text->run_count && text->runs[r].start < end; r++) {
        const struct text_run *run = &text->runs[r];
        add_run_part(p, run, run->start > start ? run->start : start,
                     run->end < end ? run->end : end);
    }
}

static void justify(const struct placing *p, struct line *line,
                    struct line_piece *pieces) {
    const struct placed_line *placed = p->line;
    length spaces;
    uint32_t space_count =
        measure_pieces(p->text, pieces, line->piece_count, &line->natural, &spaces);
    length measure = placed->measure + placed->hang_start + placed->hang_end;
    length slack = placed->measure ? measure - line->natural : 0;
    length most = (length)((int64_t)spaces * (placed->widest - 1000) / 1000);
    slack = slack > most ? most : slack;
    if (!slack || !space_count || !spaces)
        return;
    share_slack(p->text, pieces, line->piece_count, slack, space_count);
    line->stretch = (int32_t)((int64_t)slack * 1000 / spaces);
}

struct line line_place(struct typesetter *typesetter, struct arena *arena,
                       const struct text *text, const struct placed_line *placed) {
    struct placing p = {
        .typesetter = typesetter, .arena = arena, .text = text, .line = placed};
    add_parts(&p);
    if (p.count)
        p.pieces[p.count - 1].hyphen = placed->hyphenated;
    struct line line = {.start = placed->start,
                        .end = placed->end,
                        .hang_start = placed->hang_start,
                        .hang_end = placed->hang_end};
    order_pieces(&p, &line);
    struct line_piece *pieces = (struct line_piece *)(uintptr_t)line.pieces;
    justify(&p, &line, pieces);
    for (size_t i = 0; i < line.piece_count; i++) {
        pieces[i].x = line.width;
        line.width += pieces[i].width;
    }
    return line;
}
