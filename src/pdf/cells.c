/* SPDX-License-Identifier: MIT */
/* Makes cells, one for each character, from the shaped glyphs of a line.

   Shaping turns characters into glyphs many to many; a reader of the PDF needs one place
   for each character, in the order in which they stand. A cell is that place. In it is
   said what character stands there, how far the pen moves, and what is drawn from there:
   nothing, one glyph or several, at any offset.

   - A cluster of n letters (lam-alef, fi) is n cells that share its advance; the first
     letter of the text draws the whole of it.
   - A mark is a cell of its own, 1/1000 em wide so that it has a place; it draws itself.
     The next space gives back what the marks have added.
   - A letter without an advance (the alef of some lam-alefs) takes half its neighbour's.
   - A glyph without a text of its own (a kashida, a control) is drawn by the letter
     before it. A joiner or non-joiner is said by the cell on its right.

   Ink stays where shaping put it: parts are placed from the piece's left end, apart from
   the cells, and move only with the letter they belong to. */
#include "pdf/internal.h"

#include "base/utf8.h"

#include <hb-ot.h>
#include <stdlib.h>

struct cluster {
    uint32_t start, end; /* [bytes of the text] */
    int32_t width;       /* [font units] */
    struct part *parts, *mark_parts; /* in logical order */
    struct part **parts_end, **mark_parts_end;
    uint32_t mark_part_count;
};

/* A run as it is made into cells. */
struct making {
    struct arena *arena;
    struct piece *piece;
    const struct glyph_run *run;
    struct slice text;
    struct cluster *clusters; /* by start */
    size_t cluster_count;
    size_t first_cell;
    uint32_t joiner; /* that waits for the cell on its right, or 0 */
    int32_t x;       /* of the run, from the piece's left end [font units] */
};

/* --- characters ------------------------------------------------------------------------- */

static bool is_joiner(uint32_t c) {
    return c == 0x200C || c == 0x200D;
}

/* Characters that no cell says: controls, of bidi and others, and variation selectors. */
static bool is_unsaid(uint32_t c) {
    return (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x061C ||
           c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

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

/* Whether a cell will come of the text: not of controls and joiners alone. */
static bool says_something(struct slice text, uint32_t start, uint32_t end) {
    for (size_t i = start; i < end;) {
        uint32_t c = utf8_decode(text, i, &i);
        if (!is_joiner(c) && !is_unsaid(c))
            return true;
    }
    return false;
}

/* --- clusters --------------------------------------------------------------------------- */

static bool is_right_to_left(const struct glyph_run *run) {
    return run->level & 1;
}

static const struct glyph *logical_glyph(const struct glyph_run *run, uint32_t i) {
    return &run->glyphs[is_right_to_left(run) ? run->glyph_count - 1 - i : i];
}

static void add_cluster(struct making *making, uint32_t start) {
    struct cluster *last = making->clusters + making->cluster_count - 1;
    if (making->cluster_count && start <= last->start)
        return;
    if (making->cluster_count) {
        last->end = start;
        if (!says_something(making->text, last->start, last->end)) {
            making->cluster_count--;
            if (making->cluster_count)
                last[-1].end = start;
            else
                start = last->start;
        }
    }
    making->clusters[making->cluster_count++] = (struct cluster){.start = start};
}

/* The clusters of a run that say something; one that says nothing is part of the one
   before it, or else of the one after. */
static void find_clusters(struct making *making) {
    const struct glyph_run *run = making->run;
    making->clusters = arena_array(making->arena, struct cluster, run->glyph_count);
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        uint32_t start = logical_glyph(run, i)->cluster;
        start = i == 0 || start < run->start ? run->start : start;
        if (start < run->end)
            add_cluster(making, start);
    }
    if (!making->cluster_count)
        return;
    struct cluster *last = making->clusters + making->cluster_count - 1;
    last->end = run->end;
    if (!says_something(making->text, last->start, last->end)) {
        making->cluster_count--;
        if (making->cluster_count)
            last[-1].end = run->end;
    }
}

/* The last cluster that starts at `offset` or before. */
static struct cluster *find_cluster(const struct making *making, uint32_t offset) {
    size_t low = 0, high = making->cluster_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (making->clusters[middle].start <= offset)
            low = middle;
        else
            high = middle;
    }
    return &making->clusters[low];
}

static bool is_mark_glyph(const struct face *face, const struct glyph *glyph) {
    return glyph->advance == 0 &&
           hb_ot_layout_get_glyph_class(face->hb_face, glyph->id) ==
               HB_OT_LAYOUT_GLYPH_CLASS_MARK;
}

static void add_part(struct making *making, const struct glyph *glyph, int32_t pen) {
    struct cluster *cluster = find_cluster(making, glyph->cluster);
    struct part *part = arena_new(making->arena, struct part);
    *part = (struct part){.glyph = glyph->id,
                          .x = making->x + pen + glyph->x_offset,
                          .y = glyph->y_offset};
    bool mark = is_mark_glyph(making->run->face, glyph);
    struct part ***end = mark ? &cluster->mark_parts_end : &cluster->parts_end;
    if (!*end)
        *end = mark ? &cluster->mark_parts : &cluster->parts;
    **end = part;
    *end = &part->next;
    cluster->mark_part_count += mark;
    cluster->width += glyph->advance;
}

/* Goes through the glyphs in logical order, so that the parts of a cluster are in it. */
static void place_parts(struct making *making) {
    const struct glyph_run *run = making->run;
    bool backwards = is_right_to_left(run);
    int32_t pen = 0;
    for (uint32_t i = 0; backwards && i < run->glyph_count; i++)
        pen += run->glyphs[i].advance;
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = logical_glyph(run, i);
        if (backwards)
            pen -= glyph->advance;
        add_part(making, glyph, pen);
        if (!backwards)
            pen += glyph->advance;
    }
}

/* --- the cells of a cluster ---------------------------------------------------------------- */

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
        if (!is_unsaid(c))
            characters[count++] = c;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t c = characters[is_right_to_left(making->run) ? count - 1 - i : i];
        if (is_joiner(c))
            making->joiner = c;
        else
            add_cell(making, c, character_kind(c));
    }
}

static struct cell *logical_cell(struct making *making, struct cell *cells, size_t count,
                                 size_t i) {
    return &cells[is_right_to_left(making->run) ? count - 1 - i : i];
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

static void append_parts(struct part **parts, struct part *more) {
    while (*parts)
        parts = &(*parts)->next;
    *parts = more;
}

/* Each mark draws itself when there is a glyph for each; else the first letter draws all. */
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
    append_parts(&first->parts, cluster->parts);
    if (marks != cluster->mark_part_count) {
        append_parts(&first->parts, cluster->mark_parts);
        return;
    }
    struct part *part = cluster->mark_parts;
    for (size_t i = 0; part; i++) {
        struct cell *cell = logical_cell(making, cells, count, i);
        if (cell->kind == CELL_MARK) {
            struct part *next = part->next;
            part->next = NULL;
            append_parts(&cell->parts, part);
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

/* --- the cells of a run --------------------------------------------------------------------- */

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

/* Gives marks their place and moves the ink of each letter, and of the marks it carries,
   as far as the marks on its left have pushed it. */
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

static void make_run_cells(struct making *making) {
    find_clusters(making);
    if (!making->cluster_count)
        return;
    place_parts(making);
    making->first_cell = making->piece->cell_count;
    for (size_t i = 0; i < making->cluster_count; i++) {
        size_t last = making->cluster_count - 1;
        make_cluster_cells(
            making, &making->clusters[is_right_to_left(making->run) ? last - i : i]);
    }
    widen_narrow_letters(making);
    place_cells(making);
}

void cells_make(struct arena *arena, struct piece *piece, const struct line_item *line) {
    struct making making = {.arena = arena, .piece = piece, .text = line->text};
    for (uint32_t i = piece->first; i < piece->first + piece->count; i++) {
        making.run = &line->runs[i];
        making.cluster_count = 0;
        making.x = (int32_t)(((int64_t)making.run->x - piece->x) *
                             piece->face->units_per_em / piece->size);
        make_run_cells(&making);
    }
}
