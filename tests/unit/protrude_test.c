/* SPDX-License-Identifier: MIT */
/* What hangs into the margin at either edge, in both directions. */
#include "base/utf8.h"
#include "harness.h"
#include "lines/protrude.h"

enum { UNITS = 1000, ADVANCE = 250, SIZE = PT(10) };

/* As much as the tables say, and room for it. */
static const struct protrusion whole = {.share = 1000, .most = PT(100)};

static const struct face face = {.units_per_em = UNITS};

/* Thousandths of its advance that a character hangs at an edge. */
static int hang_at(struct protrusion protrusion, uint32_t character, uint8_t level,
                   enum edge edge) {
    char bytes[4];
    size_t length_of = utf8_encode(character, bytes);
    struct paragraph paragraph = {.text = {bytes, length_of}};
    struct text text = {.paragraph = &paragraph};
    struct text_run run = {.level = level, .face = &face, .size = SIZE};
    struct glyph glyph = {.advance = ADVANCE};
    length hang = protrude_edge(protrusion, &text, &run, &glyph, edge);
    return hang * UNITS / (SIZE / UNITS * ADVANCE);
}

static int left(uint32_t character, uint8_t level) {
    return hang_at(whole, character, level, EDGE_LEFT);
}

static int right(uint32_t character, uint8_t level) {
    return hang_at(whole, character, level, EDGE_RIGHT);
}

/* microtype: . = {,700}, comma = {,500}, A = {50,50}, J = {50,}, L = {,50}. */
static void latin_signs_hang_at_the_end_of_a_line(void) {
    EXPECT_INTEGER(right('.', 0), 700);
    EXPECT_INTEGER(right(',', 0), 500);
    EXPECT_INTEGER(right('-', 0), 500);
    EXPECT_INTEGER(left('.', 0), 0);
    EXPECT_INTEGER(left('-', 0), 0);
}

static void capitals_that_lean_away_hang_a_little(void) {
    EXPECT_INTEGER(left('A', 0), 50);
    EXPECT_INTEGER(right('A', 0), 50);
    EXPECT_INTEGER(left('J', 0), 50);
    EXPECT_INTEGER(right('J', 0), 0);
    EXPECT_INTEGER(left('L', 0), 0);
    EXPECT_INTEGER(right('L', 0), 50);
    EXPECT_INTEGER(left('H', 0) + right('H', 0), 0);
}

static void quotation_marks_hang_at_both_edges(void) {
    EXPECT(left(0x201C, 0) > 0 && right(0x201D, 0) > 0);
    EXPECT(left(0x2018, 0) > 0 && right(0x2019, 0) > 0);
    EXPECT(left(0x201D, 1) > 0 && right(0x201C, 1) > 0);
}

static void arabic_signs_hang_at_the_left(void) {
    static const uint32_t signs[] = {0x060C, '.', 0x061B, 0x061F, 0x06D4, ':', '!'};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        EXPECT(left(signs[i], 1) > 0);
        EXPECT_INTEGER(right(signs[i], 1), 0);
    }
}

/* U+00AB opens in both directions: at the right of Arabic, at the left of Latin. */
static void an_opening_sign_hangs_where_a_line_begins(void) {
    EXPECT(right(0x00AB, 1) > 0);
    EXPECT_INTEGER(left(0x00AB, 1), 0);
    EXPECT(left(0x00BB, 1) > 0);
    EXPECT_INTEGER(right(0x00BB, 1), 0);
    EXPECT(left('(', 0) > 0 && right('(', 1) > 0);
    EXPECT(right(')', 0) > 0 && left(')', 1) > 0);
    EXPECT_INTEGER(right('(', 0) + left('(', 1), 0);
}

/* A name in Latin may end a line of Arabic: its first letter is then at the left edge. */
static void a_sign_hangs_by_the_direction_of_its_run(void) {
    EXPECT_INTEGER(left('T', 2), 50);
    EXPECT_INTEGER(right('.', 2), 700);
}

static void arabic_letters_and_figures_do_not_hang(void) {
    for (uint32_t c = 0x0620; c <= 0x0669; c++)
        EXPECT_INTEGER(left(c, 1) + right(c, 1), 0);
}

static void arabic_hangs_no_more_than_latin(void) {
    for (uint32_t c = 0x20; c < 0x2100; c++)
        if (left(c, 0) + right(c, 0)) {
            EXPECT(left(c, 1) <= right(c, 0));
            EXPECT(right(c, 1) <= left(c, 0));
        }
}

static void no_sign_hangs_by_more_than_its_own_width(void) {
    for (uint32_t c = 0x20; c < 0x2100; c++)
        for (uint8_t level = 0; level < 2; level++) {
            EXPECT(left(c, level) >= 0 && left(c, level) <= 700);
            EXPECT(right(c, level) >= 0 && right(c, level) <= 700);
        }
}

static void nothing_hangs_further_than_there_is_room(void) {
    struct protrusion narrow = {.share = 1000, .most = 100};
    static const length mosts[] = {0, 1, 100, 1700, -5};
    for (size_t i = 0; i < sizeof mosts / sizeof *mosts; i++) {
        struct glyph glyph = {.advance = ADVANCE};
        struct text_run run = {.face = &face, .size = SIZE};
        narrow.most = mosts[i];
        length hang = protrude_hyphen(narrow, &run, &glyph, EDGE_RIGHT);
        length room = mosts[i] > 0 ? mosts[i] : 0;
        EXPECT_INTEGER(hang, room < 1250 ? room : 1250);
    }
}

static void a_share_of_it_can_be_had(void) {
    EXPECT_INTEGER(hang_at((struct protrusion){500, PT(9)}, '.', 0, EDGE_RIGHT), 350);
    EXPECT_INTEGER(hang_at((struct protrusion){0, PT(9)}, '.', 0, EDGE_RIGHT), 0);
}

static void a_hyphen_that_divides_hangs_as_one_of_the_text(void) {
    struct glyph glyph = {.advance = ADVANCE};
    struct text_run run = {.face = &face, .size = SIZE};
    EXPECT_INTEGER(protrude_hyphen(whole, &run, &glyph, EDGE_RIGHT), 1250);
    EXPECT_INTEGER(protrude_hyphen(whole, &run, &glyph, EDGE_LEFT), 0);
    run.level = 1;
    EXPECT(protrude_hyphen(whole, &run, &glyph, EDGE_LEFT) > 0);
    EXPECT_INTEGER(protrude_hyphen(whole, &run, &glyph, EDGE_RIGHT), 0);
}

static void the_mark_of_a_note_does_not_hang(void) {
    struct paragraph paragraph = {.text = slice_of(".")};
    struct text text = {.paragraph = &paragraph};
    struct text_run run = {.face = &face, .size = SIZE, .rise = 3000};
    struct glyph glyph = {.advance = ADVANCE};
    EXPECT_INTEGER(protrude_edge(whole, &text, &run, &glyph, EDGE_RIGHT), 0);
}

int main(void) {
    RUN(latin_signs_hang_at_the_end_of_a_line);
    RUN(capitals_that_lean_away_hang_a_little);
    RUN(quotation_marks_hang_at_both_edges);
    RUN(arabic_signs_hang_at_the_left);
    RUN(an_opening_sign_hangs_where_a_line_begins);
    RUN(a_sign_hangs_by_the_direction_of_its_run);
    RUN(arabic_letters_and_figures_do_not_hang);
    RUN(arabic_hangs_no_more_than_latin);
    RUN(no_sign_hangs_by_more_than_its_own_width);
    RUN(nothing_hangs_further_than_there_is_room);
    RUN(a_share_of_it_can_be_had);
    RUN(a_hyphen_that_divides_hangs_as_one_of_the_text);
    RUN(the_mark_of_a_note_does_not_hang);
    return harness_status();
}
