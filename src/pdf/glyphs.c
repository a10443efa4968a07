/* SPDX-License-Identifier: MIT */
/* Makes cells, one for each glyph, for a face with CFF outlines.

   A CFF glyph cannot be drawn by another one, so nothing of what cells.c does is
   possible: a code is a glyph, drawn where shaping put it, and says all characters
   of its cluster. Latin text comes back whole; vocalised Arabic needs a TrueType
   face. */
#include "pdf/internal.h"

#include "base/utf8.h"

#include <hb.h>

/* The characters of bytes [start, end) in visual order; those past CODE_TEXT_MAX are
   lost. */
static struct code_text read_text(struct slice text, uint32_t start, uint32_t end,
                                  bool right_to_left) {
    struct code_text said = {.count = 0};
    for (size_t i = start; i < end && said.count < CODE_TEXT_MAX;)
        said.points[said.count++] = utf8_decode(text, i, &i);
    for (uint32_t i = 0; right_to_left && i < said.count / 2; i++) {
        uint32_t point = said.points[i];
        said.points[i] = said.points[said.count - 1 - i];
        said.points[said.count - 1 - i] = point;
    }
    return said;
}

/* The cells of a run, left to right, without text. */
static struct cell *place_glyphs(struct arena *arena, struct piece *piece,
                                 const struct glyph_run *run, int32_t pen) {
    size_t before = piece->cell_count;
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        struct part *part = arena_new(arena, struct part);
        part->glyph = glyph->id;
        arena_reserve(arena, piece->cells, piece->cell_count, piece->cell_capacity);
        piece->cells[piece->cell_count++] = (struct cell){
            .x = pen + glyph->x_offset,
            .rise = glyph->y_offset,
            .advance = hb_font_get_glyph_h_advance(piece->face->hb_font, glyph->id),
            .parts = part,
            .run = run};
        pen += glyph->advance;
    }
    return piece->cells + before;
}

/* The first glyph of a cluster, in the order of the text, says what it says. */
static void say_clusters(const struct line_item *line, const struct glyph_run *run,
                         struct cell *cells) {
    bool right_to_left = run->level & 1;
    uint32_t end = run->end;
    for (uint32_t i = run->glyph_count; i-- > 0;) {
        uint32_t at = right_to_left ? run->glyph_count - 1 - i : i;
        uint32_t cluster = run->glyphs[at].cluster;
        uint32_t before =
            i == 0 ? UINT32_MAX : run->glyphs[right_to_left ? at + 1 : at - 1].cluster;
        if (cluster == before || cluster >= end)
            continue;
        cells[at].text = read_text(line->text, cluster, end, right_to_left);
        end = cluster;
    }
}

void glyphs_make(struct arena *arena, struct piece *piece,
                 const struct line_item *line) {
    for (uint32_t i = piece->first; i < piece->first + piece->count; i++) {
        const struct glyph_run *run = &line->runs[i];
        struct cell *cells = place_glyphs(arena, piece, run, piece_run_x(piece, run));
        say_clusters(line, run, cells);
        if (run->hyphen)
            cells[run->level & 1 ? 0 : run->glyph_count - 1].text =
                (struct code_text){{CODE_HYPHEN}, 1};
    }
}
