/* SPDX-License-Identifier: MIT */
/* Makes cells, one for each character, from the shaped glyphs of a line.

   Shaping turns characters into glyphs many to many; a reader of the PDF needs one
   place for each character, in the order in which they stand. A cell is that place.
   In it is said what character stands there, how far the pen moves, and what is
   drawn from there: nothing, one glyph or several, at any offset.

   - A cluster of n letters (lam-alef, fi) is n cells that share its advance; the
     first letter of the text draws the whole of it.
   - A mark is a cell of its own, 1/1000 em wide so that it has a place; it draws
     itself. The next space gives back what the marks have added.
   - A letter without an advance (the alef of some lam-alefs) takes half its
     neighbour's.
   - A glyph without a text of its own (a kashida, a control) is drawn by the letter
     before it. A joiner or non-joiner is said by the cell on its right.
   - A hyphen that divides a word at the end of a line is a cell, whatever its cluster,
     and says U+002D: with it search finds the whole word in every reader, with U+00AD
     (ISO 32000-1 14.8.2.2.3) not in pdf.js.

   Ink stays where shaping put it: parts are placed from the piece's left end, apart
   from the cells, and move only with the letter they belong to. */
#include "pdf/clusters.h"

#include "base/utf8.h"

#include <hb.h>

/* A run as it is made into cells. */
struct making {
    struct arena *arena;
    struct piece *piece;
    const struct glyph_run *run;
    struct slice text;
    size_t first_cell;
    uint32_t joiner; /* that waits for the cell on its right, or 0 */
    int32_t x; /* of the run, from the piece's left end [font units] */
};

static enum cell_kind character_kind(uint32_t c) {
    switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        return CELL_MARK;
    case HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR:
        return CELL_SPACE;
    default:
        return c == '\t' ? CELL_SPACE : CELL_LETTER;
    }
}

/* --- the cells of a cluster ------------------------------------------------------- */

static struct cell *add_cell(struct making *making, uint32_t c, enum cell_kind kind) {
    struct piece *piece = making->piece;
    arena_reserve(making->arena, piece->cells, piece->cell_count, piece->cell_capacity);
    struct cell *cell = &piece->cells[piece->cell_count++];
    *cell = (struct cell){.kind = kind, .run = making->run};
    if (making->joiner)
        cell->text.points[cell->text.count++] = making->joiner;
    making->joiner = 0;
    cell->text.points[cell->text.count++] = c;
    return cell;
}

/* Adds a cell for each character of the cluster, left to right. */
static void add_characters(struct making *making, const struct cluster *cluster) {
    struct slice text = making->text;
    size_t count = 0, room = cluster->end - cluster->start;
    uint32_t *characters = arena_array(making->arena, uint32_t, room);
    for (size_t i = cluster->start; i < cluster->end;) {
        uint32_t c = utf8_decode(text, i, &i);
        if (!character_is_unsaid(c))
            characters[count++] = c;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t c = characters[run_is_right_to_left(making->run) ? count - 1 - i : i];
        if (character_is_joiner(c))
            making->joiner = c;
        else
            add_cell(making, c, character_kind(c));
    }
}

static struct cell *logical_cell(struct making *making, struct cell *cells,
                                 size_t count, size_t i) {
    return &cells[run_is_right_to_left(making->run) ? count - 1 - i : i];
}

/* Letters share the width equally; a cluster of marks alone gives it to the first. */
static void share_width(struct making *making, struct cell *cells, size_t count,
                        int32_t width) {
    int32_t letters = 0;
    for (size_t i = 0; i < count; i++)
        letters += cells[i].kind != CELL_MARK;
    int32_t share = letters ? width / letters : 0, rest = width - share * letters;
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = logical_cell(making, cells, count, i);
        if (cell->kind != CELL_MARK || !letters) {
            cell->advance = share + rest;
            rest = 0;
        }
    }
}

/* Each mark draws itself when there is a glyph for each; else the first letter draws
   all. */
static void share_parts(struct making *making, struct cell *cells, size_t count,
                        const struct cluster *cluster) {
    struct cell *first = NULL;
    uint32_t marks = 0;
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = logical_cell(making, cells, count, i);
        marks += cell->kind == CELL_MARK;
        if (!first && cell->kind != CELL_MARK)
            first = cell;
    }
    first = first ? first : logical_cell(making, cells, count, 0);
    part_append(&first->parts, cluster->parts);
    if (marks != cluster->mark_part_count) {
        part_append(&first->parts, cluster->mark_parts);
        return;
    }
    struct part *part = cluster->mark_parts;
    for (size_t i = 0; part; i++) {
        struct cell *cell = logical_cell(making, cells, count, i);
        if (cell->kind == CELL_MARK) {
            struct part *next = part->next;
            part->next = NULL;
            part_append(&cell->parts, part);
            part = next;
        }
    }
}

static void make_cluster_cells(struct making *making, const struct cluster *cluster) {
    size_t before = making->piece->cell_count;
    add_characters(making, cluster);
    struct cell *cells = making->piece->cells + before;
    size_t count = making->piece->cell_count - before;
    share_width(making, cells, count, cluster->width);
    share_parts(making, cells, count, cluster);
    for (size_t i = 0; i < count; i++)
        if (cells[i].kind == CELL_SPACE && cells[i].text.points[0] != 0x1680)
            cells[i].parts = NULL;
}

/* --- the cells of a run ----------------------------------------------------------- */

static void halve_advance(struct cell *from, struct cell *to) {
    to->advance = from->advance / 2;
    from->advance -= to->advance;
}

/* A letter without an advance takes half of that of the letter before it. */
static void widen_narrow_letters(struct making *making) {
    struct cell *cells = making->piece->cells + making->first_cell, *before = NULL;
    size_t count = making->piece->cell_count - making->first_cell;
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = logical_cell(making, cells, count, i);
        if (cell->kind == CELL_MARK)
            continue;
        if (before && cell->kind == CELL_LETTER && cell->advance == 0 &&
            before->kind == CELL_LETTER && before->advance > 1)
            halve_advance(before, cell);
        before = cell;
    }
}

static void move_parts(struct part *part, int32_t by) {
    for (; part; part = part->next)
        part->x += by;
}

/* Gives marks their place and moves the ink of each letter, and of the marks it
   carries, as far as the marks on its left have pushed it. */
static void place_cells(struct making *making) {
    struct cell *cells = making->piece->cells + making->first_cell;
    size_t count = making->piece->cell_count - making->first_cell;
    int32_t unit = face_thousandths(making->piece->face, 1), pen = making->x, push = 0;
    int32_t *pushes = arena_array(making->arena, int32_t, count);
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = &cells[i];
        pushes[i] = push;
        if (cell->kind == CELL_MARK && cell->advance == 0) {
            cell->advance = unit;
            push += unit;
        } else if (cell->kind == CELL_SPACE && cell->advance > push) {
            cell->advance -= push;
            push = 0;
        }
        cell->x = pen;
        pen += cell->advance;
        cell->advance = cell->advance > 0 ? cell->advance : 0;
    }
    int32_t carried = 0;
    for (size_t i = 0; i < count; i++) {
        struct cell *cell = logical_cell(making, cells, count, i);
        int32_t own = pushes[cell - cells];
        carried = i == 0 || cell->kind != CELL_MARK ? own : carried;
        move_parts(cell->parts, carried);
    }
}

/* The run without the hyphen at its end, which is no part of a cluster. */
static struct glyph_run without_hyphen(const struct glyph_run *run) {
    struct glyph_run rest = *run;
    rest.glyph_count -= run->hyphen;
    rest.glyphs += run->hyphen && run_is_right_to_left(run);
    return rest;
}

static void add_hyphen(struct making *making, const struct glyph *glyph, int32_t pen) {
    struct cell *cell = add_cell(making, CODE_HYPHEN, CELL_LETTER);
    cell->advance = glyph->advance;
    cell->parts = arena_new(making->arena, struct part);
    *cell->parts = (struct part){
        .glyph = glyph->id, .x = pen + glyph->x_offset, .y = glyph->y_offset};
}

static int32_t glyphs_width(const struct glyph_run *run) {
    int32_t width = 0;
    for (uint32_t i = 0; i < run->glyph_count; i++)
        width += run->glyphs[i].advance;
    return width;
}

static void make_clusters(struct making *making) {
    struct glyph_run run = without_hyphen(making->run);
    bool backwards = run_is_right_to_left(&run);
    int32_t x = making->x;
    if (run.glyphs != making->run->glyphs) {
        add_hyphen(making, making->run->glyphs, x);
        x += making->run->glyphs[0].advance;
    }
    struct clusters clusters = clusters_find(making->arena, &run, making->text, x);
    for (size_t i = 0; i < clusters.count; i++)
        make_cluster_cells(making,
                           &clusters.items[backwards ? clusters.count - 1 - i : i]);
    if (making->run->hyphen && !backwards)
        add_hyphen(making, &run.glyphs[run.glyph_count], x + glyphs_width(&run));
}

static void make_run_cells(struct making *making) {
    making->first_cell = making->piece->cell_count;
    make_clusters(making);
    widen_narrow_letters(making);
    place_cells(making);
}

void cells_make(struct arena *arena, struct piece *piece,
                const struct line_item *line) {
    struct making making = {.arena = arena, .piece = piece, .text = line->text};
    for (uint32_t i = piece->first; i < piece->first + piece->count; i++) {
        making.run = &line->runs[i];
        making.x = piece_run_x(piece, making.run);
        make_run_cells(&making);
    }
}
