/* SPDX-License-Identifier: MIT */
/* Rearranges cells so that each reader finds the same words in the same order.

   Readers guess words and order from where characters stand, each in its own way.
   Where their guesses go wrong is known, and each rule here keeps one of them right:

   - poppler takes two equal marks closer than 0.1 em for a shadow and drops one; it
     takes the Arabic comma and some marks for digits, and lets a number or a Latin
     word swallow the space on its left unless a right-to-left character stands
     between;
   - pdf.js gives marks no width, sees a space after a mark that comes first in a
     word, and puts one that comes first in a line into the line before; it drops a
     space at a change of font, and cuts a line in two at a wide or very narrow one;
   - pdfium turns "mark, full stop" around unless a right-to-left character is
     between.

   The right-to-left character is U+061C ARABIC LETTER MARK, which all of them take
   for one and none shows. */
#include "pdf/internal.h"

#include <hb.h>

/* The least share of right-to-left characters in a piece [per cent]. */
enum { SHARE = 34 };

/* Thousandths of the em. */
enum {
    SHADOW = 110, /* marks closer than this are taken for one */
    LEAST_GAP = 60, /* of a space that all readers see */
    WIDTH_STEP = 40, /* widths of spaces differ by this, so that codes are few */
    NARROWEST_GAP = 105, /* that does not cut a line; pdf.js asks for 0.102 em */
    WIDEST_GAP = 580, /* neither; it allows 0.6 em */
};

static bool is_right_to_left(const struct cell *cell) {
    return cell->run->level & 1;
}

/* A space that readers may take for one: it says nothing before it. */
static bool is_plain_space(const struct cell *cell) {
    return cell->kind == CELL_SPACE && cell->text.points[0] != ALM;
}

static void say_before(struct cell *cell, uint32_t c) {
    struct code_text *text = &cell->text;
    if (text->count == CODE_TEXT_MAX)
        return;
    memmove(text->points + 1, text->points, text->count * sizeof *text->points);
    text->points[0] = c;
    text->count++;
}

static void say_after(struct cell *cell, uint32_t c) {
    if (cell->text.count < CODE_TEXT_MAX)
        cell->text.points[cell->text.count++] = c;
}

static bool says(const struct cell *cell, uint32_t c) {
    for (uint32_t i = 0; i < cell->text.count; i++)
        if (cell->text.points[i] == c)
            return true;
    return false;
}

/* --- equal marks side by side ----------------------------------------------------- */

/* Whether the mark at `i` says what a mark just on its left says. */
static bool has_shadow(const struct piece *piece, size_t i) {
    const struct cell *cells = piece->cells;
    int32_t reach = cells[i].x - face_thousandths(piece->face, SHADOW);
    for (size_t j = i; j-- > 0 && cells[j].x > reach;)
        if (cells[j].kind == CELL_MARK &&
            cells[j].text.points[0] == cells[i].text.points[0])
            return true;
    return false;
}

/* Lets a letter say and draw what stands in the cells from `first` up to it. */
static void merge_into_letter(struct cell *cells, size_t first, size_t letter) {
    struct cell *target = &cells[letter];
    for (size_t i = letter; i-- > first;) {
        say_before(target, cells[i].text.points[0]);
        part_append(&target->parts, cells[i].parts);
    }
    target->advance += target->x - cells[first].x;
    target->x = cells[first].x;
}

static void merge_shadows(struct piece *piece) {
    struct cell *cells = piece->cells;
    size_t kept = 0;
    for (size_t i = 0; i < piece->cell_count; i++) {
        size_t letter = piece_find_letter(piece, i);
        bool merge = cells[i].kind == CELL_MARK && is_right_to_left(&cells[i]) &&
                     letter < piece->cell_count && cells[letter].kind == CELL_LETTER &&
                     letter - i < CODE_TEXT_MAX - 1 && has_shadow(piece, i);
        if (merge) {
            merge_into_letter(cells, i, letter);
            i = letter;
        }
        cells[kept++] = cells[i];
    }
    piece->cell_count = kept;
}

/* --- neutral characters ----------------------------------------------------------- */

/* What poppler takes for part of a number: UAX #9 EN, ES, ET, CS and AN, and some
   marks. */
static bool is_number_to_poppler(const struct cell *cell) {
    uint32_t c = cell->text.points[cell->text.count - 1];
    return (c >= '#' && c <= '%') || (c >= '+' && c <= ':' && c != ';') ||
           (c >= 0xA2 && c <= 0xA5) || c == 0xB0 || c == 0xB1 || c == 0x060C ||
           (c >= 0x0604 && c <= 0x060B) || (c >= 0x0659 && c <= 0x066C) ||
           (c >= 0x06F0 && c <= 0x06F9) || (c >= 0x2030 && c <= 0x2034) ||
           c == 0x2044 || (c >= 0x20A0 && c <= 0x20CF) || c == 0x2212;
}

/* Punctuation and digits: what readers may move to the other side of a mark. */
static bool is_weak(const struct cell *cell) {
    uint32_t c = cell->text.points[cell->text.count - 1];
    return cell->kind == CELL_LETTER &&
           (c < 'A' || (c > 'Z' && c < 'a') || (c > 'z' && c < 0xC0) ||
            (c >= 0x2010 && c <= 0x205E) || c == 0x060C || c == 0x061B || c == 0x061F ||
            (c >= 0x0660 && c <= 0x066D) || c == 0x06D4 ||
            (c >= 0x06F0 && c <= 0x06F9));
}

/* Punctuation and symbols that pdf.js has no type for. */
static bool is_latin_to_pdfjs(const struct cell *cell) {
    uint32_t c = cell->text.points[cell->text.count - 1];
    return c >= 0x2010 && c <= 0x2BFF;
}

static unsigned int combining_class(const struct cell *cell) {
    return hb_unicode_combining_class(hb_unicode_funcs_get_default(),
                                      cell->text.points[cell->text.count - 1]);
}

/* Whether what is written from left to right from `i` on is more than one number: a
   date, a range, a number with its sign. A decimal is one. */
static bool is_compound_number(const struct piece *piece, size_t i) {
    bool joined = false;
    for (; i < piece->cell_count && !is_right_to_left(&piece->cells[i]); i++) {
        uint32_t c = piece->cells[i].text.points[0];
        if (piece->cells[i].kind == CELL_LETTER && !is_weak(&piece->cells[i]))
            return false;
        joined = joined || ((c < '0' || c > '9') && c != '.' && c != ',');
    }
    return joined;
}

/* Where a number or a Latin word begins inside right-to-left text. */
static void part_from_left(struct piece *piece, size_t i) {
    struct cell *cell = &piece->cells[i], *left = i ? cell - 1 : NULL;
    const struct glyph_run *beside = left ? left->run : piece->left;
    if (is_right_to_left(cell) || (beside && !(beside->level & 1)))
        return;
    if (is_compound_number(piece, i))
        say_before(cell, LRM);
    if (left && is_plain_space(left))
        say_after(left, ALM);
    else
        say_before(cell, ALM);
}

/* Parts a mark that poppler takes for a number from what it would swallow. A mark that
   says more than itself has a width for the newer pdf.js: the space before it must not
   be plain. */
static void part_number_mark(struct piece *piece, size_t i) {
    struct cell *cell = &piece->cells[i], *left = i ? cell - 1 : NULL;
    if (cell->kind != CELL_MARK || !is_right_to_left(cell) ||
        !is_number_to_poppler(cell) || (left && left->kind == CELL_LETTER))
        return;
    say_before(cell, ALM);
    if (left && is_plain_space(left))
        say_before(left, ALM);
}

/* Parts punctuation that poppler takes for a number, or pdf.js for a Latin letter, from
   what stands on its left. */
static void part_punctuation(struct piece *piece, size_t i) {
    struct cell *cell = &piece->cells[i], *left = i ? cell - 1 : NULL;
    if (!left || cell->kind != CELL_LETTER || !is_right_to_left(cell) ||
        !(is_number_to_poppler(cell) || is_latin_to_pdfjs(cell)))
        return;
    if (is_plain_space(left) && !says(left, ALM))
        say_after(left, ALM);
    else if (left->kind == CELL_LETTER && (is_weak(left) || !is_right_to_left(left)))
        say_before(cell, ALM);
}

static void part_mark_from_weak(struct piece *piece, size_t i) {
    struct cell *cell = &piece->cells[i];
    if (cell->kind == CELL_MARK && is_right_to_left(cell) &&
        (i ? is_weak(cell - 1) : piece->left != NULL) && !says(cell, ALM))
        say_before(cell, ALM);
}

/* Marks of one class must keep their order; those of different classes may be turned
   around, since Unicode takes both orders for the same text (UAX #15). */
static void part_equal_marks(struct piece *piece, size_t i) {
    struct cell *cell = &piece->cells[i];
    if (i && cell->kind == CELL_MARK && cell[-1].kind == CELL_MARK &&
        is_right_to_left(cell) && !says(cell, ALM) &&
        combining_class(cell) == combining_class(cell - 1))
        say_before(cell, ALM);
}

/* A space at the edge of a piece, or a wide or narrow one, must count as a letter. */
static void harden_space(struct piece *piece, size_t i) {
    struct cell *cell = &piece->cells[i];
    bool edge = (i == 0 && piece->left) || (i + 1 == piece->cell_count && piece->right);
    bool cuts = cell->advance > face_thousandths(piece->face, WIDEST_GAP) ||
                cell->advance < face_thousandths(piece->face, NARROWEST_GAP);
    if (is_plain_space(cell) && is_right_to_left(cell) && (edge || cuts))
        say_before(cell, ALM);
}

static bool has_right_to_left(const struct piece *piece) {
    for (size_t i = 0; i < piece->cell_count; i++)
        if (is_right_to_left(&piece->cells[i]))
            return true;
    return false;
}

/* What pdf.js counts as right-to-left: letters, Arabic digits, and what is said for
   it. */
static size_t count_right_to_left(const struct cell *cell) {
    size_t count = 0;
    for (uint32_t i = 0; i < cell->text.count; i++) {
        uint32_t c = cell->text.points[i];
        count += (c >= 0x0590 && c <= 0x08AC && c != 0x060C && cell->kind != CELL_MARK);
    }
    return count;
}

/* pdf.js takes a piece for left-to-right when less than three in ten of its characters
   are of the other direction. Where punctuation and numbers outweigh the letters, more
   is said before them. */
static void weigh_direction(struct piece *piece) {
    size_t count = 0, all = 0;
    for (size_t i = 0; i < piece->cell_count; i++) {
        count += count_right_to_left(&piece->cells[i]);
        all += piece->cells[i].text.count;
    }
    for (int round = 0; round < CODE_TEXT_MAX; round++)
        for (size_t i = 0; i < piece->cell_count && 100 * count < SHARE * all; i++) {
            struct cell *cell = &piece->cells[i];
            bool spoken = says(cell, ALM) || (is_weak(cell) && is_right_to_left(cell));
            if (!spoken || is_plain_space(cell) || cell->text.count == CODE_TEXT_MAX)
                continue;
            say_before(cell, ALM);
            count++;
            all++;
        }
}

/* --- marks at the end of a word --------------------------------------------------- */

/* The mark takes most of the gap on its left; the letter draws it. */
static void widen_last_mark(struct piece *piece, size_t i) {
    struct cell *space = &piece->cells[i], *mark = space + 1;
    size_t letter = piece_find_letter(piece, i + 1);
    if (!is_plain_space(space) || letter == i + 1 || letter >= piece->cell_count ||
        !is_right_to_left(mark))
        return;
    int32_t step = face_thousandths(piece->face, WIDTH_STEP);
    int32_t spare = mark->x - space->x - face_thousandths(piece->face, LEAST_GAP);
    int32_t width = spare > 0 ? spare / step * step : 0;
    if (!width)
        return;
    mark->x -= width;
    mark->advance += width;
    part_append(&piece->cells[letter].parts, mark->parts);
    mark->parts = NULL;
}

/* A mark at the end of a line is followed by a space, outside the measure. */
static void end_line(struct arena *arena, struct piece *piece) {
    struct cell *first = piece->cells;
    if (piece->left || first->kind != CELL_MARK || !is_right_to_left(first))
        return;
    int32_t width = face_thousandths(piece->face, LEAST_GAP);
    struct cell space = {.kind = CELL_SPACE,
                         .text = {.points = {ALM, ' '}, .count = 2},
                         .x = first->x - width,
                         .advance = width,
                         .run = first->run};
    piece_insert(arena, piece, 0, &space);
}

/* poppler takes a hyphen at the end of a line for one that is not in the text, and puts
   the two parts of the word together. A hyphen of the text is followed by a space; one
   that is not in the text is what poppler takes it for. */
static void end_hyphenated_line(struct arena *arena, struct piece *piece) {
    const struct cell *last = &piece->cells[piece->cell_count - 1];
    if (piece->right || is_right_to_left(last) || last->text.points[0] != '-' ||
        last->text.count > 1 || last->run->hyphen)
        return;
    struct cell space = {.kind = CELL_SPACE,
                         .text = {.points = {LRM, ' '}, .count = 2},
                         .x = last->x + last->advance,
                         .advance = face_thousandths(piece->face, LEAST_GAP),
                         .run = last->run};
    piece_insert(arena, piece, piece->cell_count, &space);
}

/* --- widths of spaces ------------------------------------------------------------- */

/* The width of the font's space, more or less some steps; what is missing is made up
   between the codes. */
static void round_space(const struct face *face, struct cell *cell) {
    int32_t step = face_thousandths(face, WIDTH_STEP);
    int32_t more = cell->advance - face->space_advance;
    int32_t steps = (more + (more < 0 ? -step : step) / 2) / step;
    int32_t width = face->space_advance + steps * step;
    cell->advance = width > 0 ? width : 0;
}

static void each_cell(struct piece *piece, void (*rule)(struct piece *, size_t)) {
    for (size_t i = 0; i < piece->cell_count; i++)
        rule(piece, i);
}

void readers_please(struct arena *arena, struct piece *piece) {
    if (!piece->cell_count)
        return;
    merge_shadows(piece);
    if (piece->right_to_left) {
        each_cell(piece, harden_space);
        each_cell(piece, part_from_left);
    }
    each_cell(piece, part_number_mark);
    each_cell(piece, part_punctuation);
    each_cell(piece, part_mark_from_weak);
    each_cell(piece, part_equal_marks);
    if (piece->right_to_left && has_right_to_left(piece))
        weigh_direction(piece);
    each_cell(piece, widen_last_mark);
    end_line(arena, piece);
    end_hyphenated_line(arena, piece);
    for (size_t i = 0; i < piece->cell_count; i++)
        if (piece->cells[i].kind == CELL_SPACE)
            round_space(piece->face, &piece->cells[i]);
}
