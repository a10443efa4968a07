/* SPDX-License-Identifier: MIT */
/* Gives Latin phrases, addresses and names inside right-to-left lines an order that
   pdfium reads.

   pdfium joins the text of a line from left to right, cuts it into segments of
   letters of one direction, weak characters and neutral ones, and turns the list of
   segments around, so that the words of a phrase and the parts of an address come
   out backwards. But it takes the objects of a line (one TJ each) in the order of
   where they begin; so a phrase is written as one object for each segment, which
   begin from right to left.

   Where an object begins is told by a space that is its first character, from where
   the pen goes back to the segment:

       segments, left to right   https  ://  example
       the third    [example]                    begins where it stands
       the second   [space at P1, back, ://]     P1 is right of that
       the first    [space at P2, back, https]   P2 is right of P1

   Before each of these spaces, in pdfium's order, stands another one in the same
   place: of two equal codes pdfium leaves out the second, and then the space before
   it. Where the text has a space between two segments, the one that begins the
   object stays. poppler leaves spaces out, pdf.js forgets those that no gap follows.

   This rests on how pdfium was seen to work; no rule of PDF speaks of it. */
#include "pdf/internal.h"

#include <hb.h>

/* Thousandths of the em. */
enum {
    WIDTH = 60, /* of the spaces, or some more */
    WIDTHS = 16, /* how many there are: pdfium looks back at seven characters */
    NUDGE = 20, /* that keeps what is said apart from what it is said beside */
    APART = 40, /* between the places where objects begin */
    BLANK = 80, /* so far apart that pdfium keeps equal codes */
};

enum { ZWNJ = 0x200C };

/* How pdfium sees a character. */
enum strength { STRONG_LEFT, STRONG_RIGHT, WEAK, NEUTRAL };

/* A segment: cells [first, end) of a piece. */
struct segment {
    struct piece *piece;
    size_t first, end;
    length x, x_end; /* from the line's origin */
};

/* The segments written from left to right beside each other. */
struct phrase {
    struct segment *items; /* left to right */
    size_t count, capacity;
    bool touches; /* what stands on its right, without a space */
};

static bool is_right_to_left(const struct cell *cell) {
    return cell->run->level & 1;
}

static length cell_place(const struct piece *piece, int32_t x) {
    return piece->x + units_scale(x, piece->size, piece->face->units_per_em);
}

static int32_t place_units(const struct piece *piece, length x) {
    return (int32_t)(((int64_t)x - piece->x) * piece->face->units_per_em / piece->size);
}

static length em_length(const struct piece *piece, int32_t thousandths) {
    return (length)((int64_t)piece->size * thousandths / 1000);
}

static uint32_t said_character(const struct cell *cell) {
    return cell->text.points[cell->text.count - 1];
}

static bool is_letter(uint32_t c) {
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return (category >= HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER &&
            category <= HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER) ||
           category == HB_UNICODE_GENERAL_CATEGORY_LETTER_NUMBER;
}

static bool is_right_to_left_letter(uint32_t c) {
    return c == ALM || (is_letter(c) &&
                        ((c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFEFC)));
}

/* The classes of UAX #9 as pdfium groups them. */
static enum strength find_strength(uint32_t c) {
    if (is_right_to_left_letter(c))
        return STRONG_RIGHT;
    if (c == LRM || is_letter(c))
        return STRONG_LEFT;
    bool weak = (c >= '#' && c <= '%') || (c >= '+' && c <= ':') || c == 0xA0 ||
                (c >= 0xA2 && c <= 0xA5) || c == 0xB0 || c == 0xB1 || c == 0x200C ||
                c == 0x060C || (c >= 0x0610 && c <= 0x066C) || c == 0x0670 ||
                (c >= 0x06D6 && c <= 0x06F9);
    return weak ? WEAK : NEUTRAL;
}

/* A space goes with the segment after it. */
static bool begins_segment(const struct cell *cell, const struct cell *before) {
    if (before->kind == CELL_SPACE)
        return false;
    return cell->kind == CELL_SPACE ||
           find_strength(said_character(cell)) != find_strength(said_character(before));
}

static void add_segment(struct arena *arena, struct phrase *phrase, struct piece *piece,
                        size_t first, size_t end) {
    const struct cell *last = &piece->cells[end - 1];
    arena_reserve(arena, phrase->items, phrase->count, phrase->capacity);
    phrase->items[phrase->count++] =
        (struct segment){piece, first, end, cell_place(piece, piece->cells[first].x),
                         cell_place(piece, last->x + last->advance)};
}

/* Adds the segments that begin with cell `i`; gives the cell after them. */
static size_t add_segments(struct arena *arena, struct phrase *phrase,
                           struct piece *piece, size_t i) {
    size_t first = i;
    for (; i < piece->cell_count && !is_right_to_left(&piece->cells[i]); i++)
        if (i > first && begins_segment(&piece->cells[i], &piece->cells[i - 1])) {
            add_segment(arena, phrase, piece, first, i);
            first = i;
        }
    if (i > first)
        add_segment(arena, phrase, piece, first, i);
    return i;
}

/* --- cells
   -------------------------------------------------------------------------- */

static struct cell make_blank(const struct segment *segment, length place,
                              uint32_t says, int32_t thousandths) {
    return (struct cell){.kind = CELL_SPACE,
                         .text = {.points = {says}, .count = 1},
                         .x = place_units(segment->piece, place),
                         .advance = face_thousandths(segment->piece->face, thousandths),
                         .run = segment->piece->cells[segment->first].run,
                         .begins_object = true};
}

/* A space that is an object by itself, or begins one, between segments `i` and `i` + 1.
   Those nearby have other widths, and so other codes. */
static struct cell make_space(struct arena *arena, const struct segment *segment,
                              length place, size_t i) {
    int32_t width = WIDTH + (int32_t)(i % WIDTHS);
    struct cell space = make_blank(segment, place, ' ', width);
    space.parts = arena_new(arena, struct part);
    *space.parts = (struct part){.glyph = GLYPH_LINE, .x = space.x};
    return space;
}

/* Where the object of segment `i` begins: right of where the last segment does, the
   first segment the farthest. */
static length object_place(const struct phrase *phrase, size_t i) {
    const struct segment *last = &phrase->items[phrase->count - 1];
    int64_t room = (last->x_end - last->x) / (int64_t)phrase->count;
    int64_t apart = em_length(last->piece, APART);
    int64_t steps = (int64_t)(phrase->count - 1 - i);
    return last->x + (length)(steps * (room < apart ? room : apart));
}

/* What is said before the phrase for other readers must not stand inside it for pdfium:
   it becomes an object of its own. */
static void part_marks(struct arena *arena, struct segment *first) {
    struct cell *cell = &first->piece->cells[first->first];
    if (cell->text.count < 2 || cell->text.points[0] != ALM)
        return;
    struct cell blank = make_blank(first, first->x, ALM, 1);
    blank.x -= face_thousandths(first->piece->face, NUDGE);
    cell->text.count--;
    memmove(cell->text.points, cell->text.points + 1,
            cell->text.count * sizeof *cell->text.points);
    piece_insert(arena, first->piece, first->first, &blank);
    first->first++;
    first->end++;
}

/* What ends segment `i`. The first segment, the last in pdfium's order, ends where the
   phrase does, else pdfium would see a gap. */
static void write_tail(struct arena *arena, const struct phrase *phrase, size_t i) {
    const struct segment *segment = &phrase->items[i];
    struct piece *piece = segment->piece;
    struct cell tail;
    if (segment->end < piece->cell_count)
        piece->cells[segment->end].begins_object = true;
    if (i) {
        if (piece->cells[segment->first].kind == CELL_SPACE)
            return;
        length near = object_place(phrase, i - 1) - object_place(phrase, i);
        length place = object_place(phrase, i - 1) - near / 2;
        tail = make_space(arena, segment, place, i - 1);
    } else {
        if (!phrase->touches)
            return;
        tail = make_blank(segment, phrase->items[phrase->count - 1].x_end, LRM, 1);
        tail.x -= face_thousandths(piece->face, 2);
    }
    piece_insert(arena, piece, segment->end, &tail);
}

/* pdf.js sees that no gap follows a space only if the pen does not stand exactly
   where the last character ended. */
static void shift_segment(const struct segment *segment) {
    int32_t unit = face_thousandths(segment->piece->face, 1);
    for (size_t i = segment->first; i < segment->end; i++) {
        struct cell *cell = &segment->piece->cells[i];
        cell->x += unit;
        for (struct part *part = cell->parts; part; part = part->next)
            part->x += unit;
    }
}

/* Later cells first, so that the places of the earlier ones stay right. */
static void write_segment(struct arena *arena, const struct phrase *phrase, size_t i) {
    const struct segment *segment = &phrase->items[i];
    if (i % 2)
        shift_segment(segment);
    write_tail(arena, phrase, i);
    if (i + 1 == phrase->count) {
        segment->piece->cells[segment->first].begins_object = true;
        return;
    }
    struct cell head = make_space(arena, segment, object_place(phrase, i), i);
    piece_insert(arena, segment->piece, segment->first, &head);
}

/* `right` is the cell beside the phrase, NULL at the end of the line. */
static void write_phrase(struct arena *arena, struct phrase *phrase,
                         const struct cell *right) {
    if (phrase->count < 2)
        return;
    phrase->touches = right && right->kind != CELL_SPACE;
    for (size_t i = phrase->count; i-- > 1;)
        write_segment(arena, phrase, i);
    part_marks(arena, &phrase->items[0]);
    write_segment(arena, phrase, 0);
}

/* Goes through the cells of a piece; its last phrase is left open unless it ends. */
static void order_piece(struct arena *arena, struct phrase *phrase,
                        struct piece *piece) {
    for (size_t left = piece->cell_count; left;) {
        size_t first = piece->cell_count - left;
        size_t end = add_segments(arena, phrase, piece, first);
        left = piece->cell_count - end;
        if (!left)
            return;
        write_phrase(arena, phrase, &piece->cells[end]);
        phrase->count = 0;
        left--;
    }
}

/* --- the direction of the line
   -------------------------------------------------------- */

/* By how many the left-to-right segments of a line outnumber the others, as pdfium
   counts them. */
static int32_t count_excess(struct piece *const *beginning, uint32_t run_count) {
    enum strength before = NEUTRAL;
    int32_t excess = 0;
    for (uint32_t i = 0; i < run_count; i++)
        for (size_t j = 0; beginning[i] && j < beginning[i]->cell_count; j++) {
            const struct code_text *text = &beginning[i]->cells[j].text;
            for (uint32_t k = 0; k < text->count; k++) {
                enum strength strength = find_strength(text->points[k]);
                if (strength != before)
                    excess += (strength == STRONG_LEFT) - (strength == STRONG_RIGHT);
                before = strength;
            }
        }
    return excess;
}

/* pdfium takes the direction of the greater number of segments for that of the line.
   Where addresses outnumber the words, blanks that it counts are put at the end of
   the line. The other readers leave them out. */
static void balance_line(struct arena *arena, struct piece *first, int32_t excess) {
    int32_t step = face_thousandths(first->face, BLANK);
    for (; excess > 0; excess -= 2) {
        struct cell blank = {.kind = CELL_SPACE,
                             .text = {.points = {ALM, ZWNJ, ALM, ZWNJ}, .count = 4},
                             .x = first->cells[0].x - step,
                             .advance = step,
                             .run = first->cells[0].run};
        piece_insert(arena, first, 0, &blank);
    }
}

void phrases_order(struct arena *arena, struct piece *pieces, size_t count,
                   uint32_t run_count) {
    struct piece **beginning = arena_array(arena, struct piece *, run_count);
    struct phrase phrase = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        beginning[pieces[i].first] = &pieces[i];
        if (!pieces[i].face->truetype)
            return;
    }
    for (uint32_t i = 0; i < run_count; i++)
        if (beginning[i])
            order_piece(arena, &phrase, beginning[i]);
    write_phrase(arena, &phrase, NULL);
    if (run_count && beginning[0] && beginning[0]->cell_count)
        balance_line(arena, beginning[0], count_excess(beginning, run_count));
}
