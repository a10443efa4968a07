/* SPDX-License-Identifier: MIT */
/* Finds the pieces of a line: what is written in one go, from left to right.

   Some readers keep the order in which a page is written and turn each stretch of
   one font and one marked content around by itself. So within a piece glyphs go from
   left to right, and the pieces go in the order of the text. For both to be true a
   piece must stand together on the line and in the text: digits in an Arabic face
   may stand beside Arabic they do not follow. */
#include "pdf/internal.h"

#include <stdlib.h>

/* How many runs are looked at for one that closes a gap; more occur in no real line. */
enum { LOOK_AHEAD = 64 };

struct place {
    uint32_t start; /* [bytes of the text] */
    uint32_t visual; /* of the run, from the left */
};

static int compare_places(const void *left, const void *right) {
    const struct place *a = left, *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->visual < b->visual ? -1 : a->visual > b->visual;
}

static bool same_piece(const struct glyph_run *a, const struct glyph_run *b) {
    return a->face == b->face && a->size == b->size && a->rise == b->rise &&
           a->element == b->element;
}

/* How many places from the first on are runs that make one piece; *leftmost is the
   leftmost of these runs. */
static size_t measure_piece(const struct line_item *line, const struct place *places,
                            size_t count, uint32_t *leftmost) {
    const struct glyph_run *first = &line->runs[places[0].visual];
    uint32_t low = places[0].visual, high = low;
    size_t reach = 1;
    *leftmost = low;
    for (size_t i = 1; i < count && i < reach + LOOK_AHEAD; i++) {
        uint32_t visual = places[i].visual;
        if (!same_piece(first, &line->runs[visual]))
            break;
        low = visual < low ? visual : low;
        high = visual > high ? visual : high;
        if (high - low == i) {
            reach = i + 1;
            *leftmost = low;
        }
    }
    return reach;
}

static struct piece make_piece(const struct line_item *line, uint32_t first,
                               size_t count) {
    const struct glyph_run *run = &line->runs[first];
    return (struct piece){.face = run->face,
                          .size = run->size > 0 ? run->size : 1,
                          .x = run->x,
                          .rise = run->rise,
                          .first = first,
                          .count = (uint32_t)count,
                          .left = first ? run - 1 : NULL,
                          .right = first + count < line->run_count ? run + count : NULL,
                          .right_to_left = line->direction == DIRECTION_RTL};
}

struct piece *pieces_find(struct arena *arena, const struct line_item *line,
                          size_t *count) {
    size_t run_count = line->run_count;
    struct place *places = arena_array(arena, struct place, run_count);
    struct piece *pieces = arena_array(arena, struct piece, run_count);
    for (uint32_t i = 0; i < run_count; i++)
        places[i] = (struct place){line->runs[i].start, i};
    if (run_count)
        qsort(places, run_count, sizeof *places, compare_places);
    *count = 0;
    for (size_t i = 0; i < run_count;) {
        uint32_t leftmost;
        size_t reach = measure_piece(line, places + i, run_count - i, &leftmost);
        pieces[(*count)++] = make_piece(line, leftmost, reach);
        i += reach;
    }
    return pieces;
}

void piece_insert(struct arena *arena, struct piece *piece, size_t i,
                  const struct cell *cell) {
    arena_reserve(arena, piece->cells, piece->cell_count, piece->cell_capacity);
    memmove(piece->cells + i + 1, piece->cells + i,
            (piece->cell_count - i) * sizeof *piece->cells);
    piece->cells[i] = *cell;
    piece->cell_count++;
}

void piece_remove_first(struct piece *piece) {
    piece->cell_count--;
    memmove(piece->cells, piece->cells + 1, piece->cell_count * sizeof *piece->cells);
}

size_t piece_find_letter(const struct piece *piece, size_t mark) {
    for (size_t i = mark; i < piece->cell_count && i <= mark + MARKS_MAX; i++)
        if (piece->cells[i].kind != CELL_MARK)
            return i;
    return piece->cell_count;
}

void part_append(struct part **parts, struct part *more) {
    while (*parts)
        parts = &(*parts)->next;
    *parts = more;
}
