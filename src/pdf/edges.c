/* SPDX-License-Identifier: MIT */
/* Settles what stands at the edges where pieces of a line touch.

   The older pdf.js does not look where a mark stands, so a piece that begins with
   one, as a vocalised word does on its left, would leave it in the piece written
   before. Such a piece gets the space on its left from its neighbour, to begin with;
   or, where there is none, gives its first marks away, to be said at the end of the
   neighbour. Their ink stays with the letter. */
#include "pdf/internal.h"

/* A length of one piece in font units of another. */
static int32_t convert(const struct piece *from, const struct piece *to,
                       int32_t units) {
    int64_t size = (int64_t)units * from->size * to->face->units_per_em;
    return (int32_t)(size / ((int64_t)from->face->units_per_em * to->size));
}

static bool begins_with_mark(const struct piece *piece) {
    return piece->cell_count && piece->cells[0].kind == CELL_MARK &&
           piece->cells[0].run->level & 1;
}

static void take_space(struct arena *arena, struct piece *piece, struct piece *left) {
    const struct cell *space = &left->cells[--left->cell_count];
    struct cell first = {.kind = CELL_SPACE,
                         .text = {.points = {ALM, ' '}, .count = 2},
                         .advance = convert(left, piece, space->advance),
                         .run = piece->cells[0].run};
    first.x = piece->cells[0].x - first.advance;
    piece_insert(arena, piece, 0, &first);
}

/* Gives the first mark away; its letter draws it. */
static void give_mark(struct arena *arena, struct piece *piece, struct piece *left,
                      size_t letter) {
    const struct cell *end = &left->cells[left->cell_count - 1];
    struct cell mark = {.kind = CELL_MARK,
                        .text = {.points = {ALM}, .count = 1},
                        .x = end->x + end->advance,
                        .advance = face_thousandths(left->face, 1),
                        .run = end->run};
    const struct code_text *text = &piece->cells[0].text;
    mark.text.points[mark.text.count++] = text->points[text->count - 1];
    part_append(&piece->cells[letter].parts, piece->cells[0].parts);
    piece_insert(arena, left, left->cell_count, &mark);
    piece_remove_first(piece);
}

static void settle(struct arena *arena, struct piece *piece, struct piece *left) {
    if (!left->face->truetype || !left->cell_count || !begins_with_mark(piece))
        return;
    if (left->cells[left->cell_count - 1].kind == CELL_SPACE) {
        take_space(arena, piece, left);
        return;
    }
    size_t letter = piece_find_letter(piece, 0);
    for (; letter && letter < piece->cell_count; letter--)
        give_mark(arena, piece, left, letter);
}

void pieces_settle(struct arena *arena, struct piece *pieces, size_t count,
                   uint32_t run_count) {
    struct piece **ending = arena_array(arena, struct piece *, (size_t)run_count + 1);
    for (size_t i = 0; i < count; i++)
        ending[pieces[i].first + pieces[i].count] = &pieces[i];
    for (size_t i = 0; i < count; i++)
        if (pieces[i].left)
            settle(arena, &pieces[i], ending[pieces[i].first]);
}
