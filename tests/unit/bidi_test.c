/* SPDX-License-Identifier: MIT */
/* Levels of real lines, the end of a line, the order of runs. */
#include "unit/harness.h"
#include "unit/table.h"

#include <time.h>

static struct arena *arena;

static const struct controls none = {NULL, 0};

static void each_golden_line_reads_as_measured(void) {
    struct slice table = data_read(arena, "tests/tables/bidi.tests");
    struct table_case line;
    size_t cases = 0, failed = 0;
    for (; table_next(arena, &table, &line); cases++) {
        struct slice visual = table_visual(arena, line.text, none, DIRECTION_RTL);
        if (slice_equal(visual, line.visual))
            continue;
        failed++;
        printf("# %.*s %.*s\n", (int)line.name.length, line.name.data,
               (int)line.context.length, line.context.data);
    }
    EXPECT_INTEGER(cases, 120);
    EXPECT_INTEGER(failed, 0);
}

static void an_empty_text_has_no_levels(void) {
    EXPECT(bidi_resolve(arena, slice_of(""), none, DIRECTION_RTL).levels != NULL);
}

static void the_bytes_of_a_character_share_its_level(void) {
    uint8_t *levels = bidi_resolve(arena,
                                   slice_of("\xD8\xA8"
                                            "a\xF0\x90\xA0\x80"),
                                   none, DIRECTION_LTR)
                          .levels;
    static const uint8_t expected[] = {1, 1, 0, 1, 1, 1, 1};
    EXPECT(!memcmp(levels, expected, sizeof expected));
}

static void ill_formed_bytes_are_neutral(void) {
    uint8_t *levels = bidi_resolve(arena,
                                   slice_of("a\xFF\xFE"
                                            "b"),
                                   none, DIRECTION_RTL)
                          .levels;
    static const uint8_t expected[] = {2, 2, 2, 2};
    EXPECT(!memcmp(levels, expected, sizeof expected));
}

/* 2019-10-25 after an Arabic letter, with LRI before it and PDI at the end of the text. */
static void controls_count_though_the_text_lacks_them(void) {
    static const struct control items[] = {{2, 0x2066}, {12, 0x2069}};
    struct slice text = slice_of("\xD8\xA8"
                                 "2019-10-25");
    uint8_t *levels =
        bidi_resolve(arena, text, (struct controls){items, 2}, DIRECTION_RTL).levels;
    for (size_t i = 0; i < text.length; i++)
        EXPECT_INTEGER(levels[i], i < 2 ? 1 : 2);
    levels = bidi_resolve(arena, text, none, DIRECTION_RTL).levels;
    EXPECT_INTEGER(levels[6], 1);
}

/* a, LRI, RLE, beh, space, PDI, b: the space ends no line, and keeps its level of 3. */
static void white_space_at_the_end_of_an_isolate_stays_with_it(void) {
    struct slice text = slice_of("a\xE2\x81\xA6\xE2\x80\xAB\xD8\xA8 \xE2\x81\xA9"
                                 "b");
    uint8_t *levels = bidi_resolve(arena, text, none, DIRECTION_LTR).levels;
    EXPECT_INTEGER(levels[7], 3);
    EXPECT_INTEGER(levels[9], 3);
    EXPECT_INTEGER(levels[10], 0);
}

/* FSI with no strong character inside, then Hebrew after its PDI. */
static void a_first_strong_isolate_does_not_look_past_its_end(void) {
    struct slice visual = table_visual(arena,
                                       slice_of("\xE2\x81\xA8"
                                                "1-2\xE2\x81\xA9 \xD7\x90"),
                                       none, DIRECTION_LTR);
    EXPECT(slice_is(visual, "1-2 \xD7\x90"));
}

static void isolates_nest_to_the_limit_and_past_it(void) {
    struct buffer text = {.arena = arena};
    for (int i = 0; i < 200; i++)
        buffer_add_code_point(&text, 0x2067);
    buffer_add_char(&text, 'a');
    uint8_t *levels =
        bidi_resolve(arena, buffer_slice(&text), none, DIRECTION_LTR).levels;
    EXPECT_INTEGER(levels[0], 0);
    EXPECT_INTEGER(levels[3], 1);
    EXPECT_INTEGER(levels[3 * 62], 123);
    EXPECT_INTEGER(levels[600], 126);
}

static void a_hundred_thousand_isolates_take_linear_time(void) {
    struct buffer text = {.arena = arena};
    for (int i = 0; i < 100000; i++)
        buffer_add_string(&text, "\xE2\x81\xA6"
                                 "5\xE2\x81\xA9");
    clock_t start = clock();
    uint8_t *levels =
        bidi_resolve(arena, buffer_slice(&text), none, DIRECTION_RTL).levels;
    EXPECT(clock() - start < 10 * CLOCKS_PER_SEC);
    EXPECT_INTEGER(levels[3], 2);
}

/* Arabic letters and brackets that FriBidi 1.0.8 does not know: U+0870 makes numbers after
   it Arabic ones (the hyphen then goes over), U+2E55 and U+2E56 are brackets. */
static void characters_are_those_of_unicode_15(void) {
    struct slice visual =
        table_visual(arena, slice_of("\xE0\xA1\xB0 1-2"), none, DIRECTION_RTL);
    EXPECT(slice_is(visual, "2-1 \xE0\xA1\xB0"));
    uint8_t *levels = bidi_resolve(arena,
                                   slice_of("\xD8\xA8 \xE2\xB9\x95"
                                            "a\xE2\xB9\x96"
                                            "b"),
                                   none, DIRECTION_RTL)
                          .levels;
    EXPECT_INTEGER(levels[3], 1);
    EXPECT_INTEGER(levels[7], 1);
}

static void white_space_at_a_line_end_goes_back_to_the_paragraph(void) {
    struct slice text = slice_of("\xD8\xA8 ab  cd");
    uint8_t *levels = bidi_resolve(arena, text, none, DIRECTION_RTL).levels;
    EXPECT_INTEGER(levels[6], 2);
    bidi_reset_line_end(text, levels, 0, 7, DIRECTION_RTL);
    static const uint8_t expected[] = {1, 1, 1, 2, 2, 1, 1, 2, 2};
    EXPECT(!memcmp(levels, expected, sizeof expected));
}

static void a_hard_break_and_a_pdi_before_it_go_back_too(void) {
    struct slice text = slice_of("\xE2\x81\xA6"
                                 "ab\xE2\x81\xA9\xE2\x80\xA8"
                                 "cd");
    uint8_t *levels = bidi_resolve(arena, text, none, DIRECTION_RTL).levels;
    memset(levels + 5, 4, 6);
    bidi_reset_line_end(text, levels, 0, 11, DIRECTION_RTL);
    for (size_t i = 5; i < 11; i++)
        EXPECT_INTEGER(levels[i], 1);
    EXPECT_INTEGER(levels[4], 2);
}

static void a_line_of_spaces_is_reset_to_its_start_and_not_past_it(void) {
    struct slice text = slice_of("a   ");
    uint8_t levels[] = {2, 2, 2, 2};
    bidi_reset_line_end(text, levels, 2, 4, DIRECTION_LTR);
    static const uint8_t expected[] = {2, 2, 0, 0};
    EXPECT(!memcmp(levels, expected, sizeof expected));
}

static void expect_order(const uint8_t *levels, size_t count,
                         const uint32_t *expected) {
    uint32_t order[8];
    bidi_visual_order(levels, NULL, count, order);
    for (size_t i = 0; i < count; i++)
        EXPECT_INTEGER(order[i], expected[i]);
}

/* UAX #9 3.4: from the highest level to the lowest odd one, what is at it or above turns. */
static void runs_are_ordered_by_level(void) {
    expect_order((const uint8_t[]){0, 0, 0}, 3, (const uint32_t[]){0, 1, 2});
    expect_order((const uint8_t[]){1, 1, 1}, 3, (const uint32_t[]){2, 1, 0});
    expect_order((const uint8_t[]){2, 2}, 2, (const uint32_t[]){0, 1});
    expect_order((const uint8_t[]){1, 2, 2, 1}, 4, (const uint32_t[]){3, 1, 2, 0});
    expect_order((const uint8_t[]){0, 1, 2, 3, 2, 1}, 6,
                 (const uint32_t[]){0, 5, 2, 3, 4, 1});
    expect_order((const uint8_t[]){0, 1, 4, 4, 0}, 5,
                 (const uint32_t[]){0, 2, 3, 1, 4});
    bidi_visual_order(NULL, NULL, 0, NULL);
}

/* Two isolated names side by side, at level 2 both: the isolates' controls stood between
   them at level 1, so the second stands to the left of the first. */
static void two_isolates_side_by_side_are_two_pieces(void) {
    static const uint8_t levels[] = {2, 2}, seams[] = {1, 1};
    uint32_t order[2];
    bidi_visual_order(levels, NULL, 2, order);
    EXPECT_INTEGER(order[0], 0);
    bidi_visual_order(levels, seams, 2, order);
    EXPECT_INTEGER(order[0], 1);
    EXPECT_INTEGER(order[1], 0);
}

static void the_seam_before_a_character_is_the_lowest_control_there(void) {
    static const struct control items[] = {
        {0, 0x2066}, {1, 0x2069}, {1, 0x2066}, {2, 0x2069}};
    struct bidi bidi =
        bidi_resolve(arena, slice_of("ab"), (struct controls){items, 4}, DIRECTION_RTL);
    EXPECT_INTEGER(bidi.levels[0], 2);
    EXPECT_INTEGER(bidi.levels[1], 2);
    EXPECT_INTEGER(bidi.seams[1], 1);
}

/* Right to left inside right to left: the order is that of no isolate at all. */
static void an_added_isolate_of_the_same_direction_keeps_the_level(void) {
    static const struct control items[] = {{2, 0x2067}, {4, 0x2069}};
    struct slice text = slice_of("\xD8\xA8\xD8\xA8\xD8\xA8");
    struct bidi bidi =
        bidi_resolve(arena, text, (struct controls){items, 2}, DIRECTION_RTL);
    for (size_t i = 0; i < text.length; i++)
        EXPECT_INTEGER(bidi.levels[i], 1);
}

int main(void) {
    arena = arena_create();
    RUN(each_golden_line_reads_as_measured);
    RUN(an_empty_text_has_no_levels);
    RUN(the_bytes_of_a_character_share_its_level);
    RUN(ill_formed_bytes_are_neutral);
    RUN(controls_count_though_the_text_lacks_them);
    RUN(white_space_at_the_end_of_an_isolate_stays_with_it);
    RUN(a_first_strong_isolate_does_not_look_past_its_end);
    RUN(isolates_nest_to_the_limit_and_past_it);
    RUN(a_hundred_thousand_isolates_take_linear_time);
    RUN(characters_are_those_of_unicode_15);
    RUN(white_space_at_a_line_end_goes_back_to_the_paragraph);
    RUN(a_hard_break_and_a_pdi_before_it_go_back_too);
    RUN(a_line_of_spaces_is_reset_to_its_start_and_not_past_it);
    RUN(runs_are_ordered_by_level);
    RUN(two_isolates_side_by_side_are_two_pieces);
    RUN(the_seam_before_a_character_is_the_lowest_control_there);
    RUN(an_added_isolate_of_the_same_direction_keeps_the_level);
    arena_destroy(arena);
    return harness_status();
}
