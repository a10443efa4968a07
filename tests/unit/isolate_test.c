/* SPDX-License-Identifier: MIT */
/* How paragraphs read with the controls of text_isolate, and what these never do. */
#include "unit/harness.h"
#include "unit/table.h"

#include <time.h>

static struct arena *arena;

static struct slice isolated_visual(struct slice text, enum direction direction) {
    struct controls controls = text_isolate(arena, text, direction, NULL, 0);
    return table_visual(arena, text, controls, direction);
}

static void each_line_reads_as_the_table_says(void) {
    struct slice table = data_read(arena, "tests/tables/isolates.tests");
    struct table_case line;
    size_t cases = 0, failed = 0;
    for (; table_next(arena, &table, &line); cases++) {
        enum direction direction =
            slice_is(line.context, "ltr") ? DIRECTION_LTR : DIRECTION_RTL;
        struct slice visual = isolated_visual(line.text, direction);
        if (slice_equal(visual, line.visual))
            continue;
        failed++;
        printf("# %.*s %.*s: reads %.*s, not %.*s\n", (int)line.name.length,
               line.name.data, (int)line.context.length, line.context.data,
               (int)visual.length, visual.data, (int)line.visual.length,
               line.visual.data);
    }
    printf("# %zu lines\n", cases);
    EXPECT(cases > 300);
    EXPECT_INTEGER(failed, 0);
}

/* The line as a list of controls: "2066@3 2069@8". */
static const char *list_controls(struct controls controls) {
    struct buffer list = {.arena = arena};
    for (size_t i = 0; i < controls.count; i++)
        buffer_printf(&list, "%s%04X@%u", i ? " " : "",
                      (unsigned)controls.items[i].code_point,
                      (unsigned)controls.items[i].offset);
    buffer_add_char(&list, '\0');
    return list.data;
}

static const char *controls_of(const char *text, enum direction direction,
                               const struct known_unit *units, size_t count) {
    return list_controls(text_isolate(arena, slice_of(text), direction, units, count));
}

static void a_left_to_right_text_without_others_needs_nothing(void) {
    static const struct known_unit units[] = {{.start = 4, .end = 8}};
    EXPECT_STRING(
        controls_of("See this: 12%, +964 770 123 4567.", DIRECTION_LTR, units, 1), "");
    EXPECT_STRING(controls_of("", DIRECTION_RTL, NULL, 0), "");
}

/* Arabic letters here are two bytes each. */
static void a_known_unit_is_isolated_once(void) {
    static const struct known_unit units[] = {{.start = 3, .end = 8}};
    EXPECT_STRING(controls_of("\xD8\xA8 UNAMI 25", DIRECTION_RTL, units, 1),
                  "2066@3 2069@8");
}

static void a_known_unit_takes_the_direction_of_its_text(void) {
    static const struct known_unit arabic[] = {{.start = 2, .end = 6}},
                                   number[] = {{.start = 3, .end = 8}};
    EXPECT_STRING(controls_of("a \xD8\xA8\xD8\xA8 5", DIRECTION_LTR, arabic, 1),
                  "2067@2 2069@6");
    EXPECT_STRING(controls_of("\xD8\xA8 12-15", DIRECTION_RTL, number, 1),
                  "2067@3 200F@5 2069@8");
}

/* A code span holding 25-28 in Arabic text. */
static void code_is_left_to_right_unless_its_letters_say_otherwise(void) {
    static const struct known_unit code[] = {{.start = 3, .end = 8, .code = true}};
    EXPECT_STRING(controls_of("\xD8\xA8 25-28 \xD8\xA8", DIRECTION_RTL, code, 1),
                  "2066@3 2069@8");
}

/* The English title with a link on its second word stays one title, in its own order. */
static void a_phrase_reaches_over_a_known_unit(void) {
    static const struct known_unit units[] = {{.start = 9, .end = 15}};
    struct slice text = slice_of("\xD8\xA8 Human Rights Watch \xD8\xA8");
    struct controls controls = text_isolate(arena, text, DIRECTION_RTL, units, 1);
    EXPECT_STRING(list_controls(controls), "2066@3 2066@9 2069@15 2069@21");
    EXPECT(slice_is(table_visual(arena, text, controls, DIRECTION_RTL),
                    "\xD8\xA8 Human Rights Watch \xD8\xA8"));
}

static void known_units_nest(void) {
    static const struct known_unit units[] = {{.start = 3, .end = 19},
                                              {.start = 7, .end = 11}};
    EXPECT_STRING(
        controls_of("\xD8\xA8 see \xD8\xA8\xD8\xA8 5 and x 5", DIRECTION_RTL, units, 2),
        "2066@3 2067@7 2069@11 2069@19");
}

static void units_that_cross_or_are_empty_are_left_out(void) {
    static const struct known_unit units[] = {{.start = 0, .end = 0},
                                              {.start = 3, .end = 8},
                                              {.start = 5, .end = 12},
                                              {.start = 8, .end = 4},
                                              {.start = 9, .end = 99}};
    EXPECT_STRING(controls_of("\xD8\xA8 UNAMI \xD8\xA8 12", DIRECTION_RTL, units, 5),
                  "2066@3 2069@8");
}

static void what_the_author_isolated_is_left_alone(void) {
    static const struct known_unit units[] = {{.start = 6, .end = 11}};
    EXPECT_STRING(controls_of("\xD8\xA8 \xE2\x81\xA6"
                              "12% UNAMI 5-6\xE2\x81\xA9 25",
                              DIRECTION_RTL, NULL, 0),
                  "");
    EXPECT_STRING(controls_of("\xD8\xA8 \xE2\x81\xA6UNAMI\xE2\x81\xA9 25",
                              DIRECTION_RTL, units, 1),
                  "");
    EXPECT_STRING(controls_of("\xD8\xA8 \xE2\x80\xAA"
                              "12% UNAMI\xE2\x80\xAC 5%",
                              DIRECTION_RTL, NULL, 0),
                  "200F@20");
}

static void an_isolate_the_author_left_open_reaches_to_the_end(void) {
    EXPECT_STRING(controls_of("5% \xE2\x81\xA6UNAMI 5%", DIRECTION_RTL, NULL, 0),
                  "200F@1");
}

static void no_phrase_reaches_over_a_hard_break(void) {
    EXPECT_STRING(controls_of("UNAMI\xE2\x80\xA8OHCHR", DIRECTION_RTL, NULL, 0),
                  "2066@0 2069@5 2066@8 2069@13");
}

/* --- what holds for any text ------------------------------------------------------------ */

/* The same on every machine. */
static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static struct slice random_text(const char *const *alphabet, size_t letters,
                                size_t characters, uint32_t *state) {
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < characters; i++)
        buffer_add_string(&text, alphabet[next_random(state) % letters]);
    return buffer_slice(&text);
}

static struct slice joined(const char *before, struct slice text, const char *after) {
    struct buffer joined = {.arena = arena};
    buffer_add_string(&joined, before);
    buffer_add(&joined, text.data, text.length);
    buffer_add_string(&joined, after);
    return buffer_slice(&joined);
}

static const char *const signs[] = {"0",
                                    "1",
                                    "25",
                                    "2019",
                                    "\xD9\xA1",
                                    "\xDB\xB1",
                                    "\xD9\xA0\xD9\xA5",
                                    ".",
                                    ",",
                                    ":",
                                    "/",
                                    "-",
                                    "+",
                                    "%",
                                    "\xD9\xAA",
                                    "$",
                                    "\xC2\xB0",
                                    " ",
                                    " ",
                                    " ",
                                    "\xC2\xA0",
                                    "\xE2\x80\x93",
                                    "(",
                                    ")",
                                    "\xC2\xAB",
                                    "\xC2\xBB",
                                    "\xD8\x8C",
                                    "a",
                                    "UN",
                                    "\xD8\xA8",
                                    "\xD9\x86\xD8\xB5",
                                    "@",
                                    "#",
                                    "=",
                                    "\xC3\x97",
                                    "\"",
                                    "\xE2\x80\x9C",
                                    "\xE2\x80\x9D",
                                    "\xCC\x81",
                                    "_"};

enum { SIGNS = sizeof signs / sizeof *signs };

/* "inside" is the order at the start with the Arabic word at the right of it. */
static void what_stands_before_never_changes_the_order(void) {
    uint32_t state = 1;
    size_t differing = 0;
    for (size_t i = 0; i < 200000; i++) {
        struct slice text = random_text(signs, SIGNS, 1 + i % 9, &state);
        struct slice alone = joined("", text, " \xD8\xAC");
        struct slice inside = joined("\xD8\xAC ", text, " \xD8\xAC");
        struct slice expected =
            joined("", isolated_visual(alone, DIRECTION_RTL), " \xD8\xAC");
        if (!slice_equal(isolated_visual(inside, DIRECTION_RTL), expected) &&
            differing++ < 10)
            printf("# %.*s\n", (int)text.length, text.data);
        arena_reset(arena);
    }
    EXPECT_INTEGER(differing, 0);
}

static bool are_well_formed(struct slice text, struct controls controls) {
    size_t open = 0;
    for (size_t i = 0; i < controls.count; i++) {
        uint32_t c = controls.items[i].code_point, offset = controls.items[i].offset;
        if (offset > text.length || (i && offset < controls.items[i - 1].offset))
            return false;
        if (offset < text.length && (text.data[offset] & 0xC0) == 0x80)
            return false;
        open += c == 0x2066 || c == 0x2067;
        if (c == 0x2069 && open-- == 0)
            return false;
    }
    return open == 0;
}

static void controls_are_in_order_and_balanced_whatever_the_text(void) {
    static const char *const more[] = {"\xE2\x81\xA6",
                                       "\xE2\x81\xA7",
                                       "\xE2\x81\xA8",
                                       "\xE2\x81\xA9",
                                       "\xE2\x80\xAA",
                                       "\xE2\x80\xAE",
                                       "\xE2\x80\xAC",
                                       "\xE2\x80\x8E",
                                       "\xE2\x80\x8F",
                                       "\xE2\x80\xA8",
                                       "a",
                                       "\xD8\xA8",
                                       "5",
                                       " ",
                                       "%",
                                       "(",
                                       ")",
                                       "http://",
                                       "+964 770 1",
                                       "\t"};
    uint32_t state = 2;
    size_t wrong = 0;
    for (size_t i = 0; i < 100000; i++) {
        struct slice text = random_text(more, 20, 1 + i % 17, &state);
        uint32_t starts[3];
        for (size_t k = 0; k < 3; k++) {
            starts[k] = next_random(&state) % (uint32_t)text.length;
            while ((text.data[starts[k]] & 0xC0) == 0x80)
                starts[k]--;
        }
        struct known_unit units[] = {{.start = starts[0], .end = starts[1]},
                                     {.start = starts[1], .end = starts[2]}};
        wrong += !are_well_formed(
            text,
            text_isolate(arena, text, i & 1 ? DIRECTION_RTL : DIRECTION_LTR, units, 2));
        arena_reset(arena);
    }
    EXPECT_INTEGER(wrong, 0);
}

static void a_megabyte_of_anything_takes_linear_time(void) {
    static const char *const patterns[] = {"7",
                                           "a",
                                           "\xD8\xA8",
                                           "a\xD8\xA8",
                                           "a (\xD8\xA8",
                                           "(",
                                           "a (",
                                           "\"a ",
                                           "1-",
                                           "1 234 ",
                                           "1.",
                                           "$",
                                           "$1",
                                           "+1",
                                           "1+",
                                           "1%",
                                           "www.",
                                           "http://((",
                                           "0770-",
                                           "(+9 ",
                                           "1\xC2\xB0 ",
                                           "a.",
                                           "a = 1 ",
                                           "([{a",
                                           "\xE2\x81\xA6",
                                           "\xE2\x80\xAB ",
                                           "\xD9\xAA\xD9\xA1"};
    clock_t start = clock();
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct buffer text = {.arena = arena};
        while (text.length < 1000000)
            buffer_add_string(&text, patterns[i]);
        text_isolate(arena, buffer_slice(&text), DIRECTION_RTL, NULL, 0);
        arena_reset(arena);
    }
    EXPECT(clock() - start < 120 * CLOCKS_PER_SEC);
}

int main(void) {
    arena = arena_create();
    RUN(each_line_reads_as_the_table_says);
    RUN(a_left_to_right_text_without_others_needs_nothing);
    RUN(a_known_unit_is_isolated_once);
    RUN(a_known_unit_takes_the_direction_of_its_text);
    RUN(code_is_left_to_right_unless_its_letters_say_otherwise);
    RUN(a_phrase_reaches_over_a_known_unit);
    RUN(known_units_nest);
    RUN(units_that_cross_or_are_empty_are_left_out);
    RUN(what_the_author_isolated_is_left_alone);
    RUN(an_isolate_the_author_left_open_reaches_to_the_end);
    RUN(no_phrase_reaches_over_a_hard_break);
    RUN(what_stands_before_never_changes_the_order);
    RUN(controls_are_in_order_and_balanced_whatever_the_text);
    RUN(a_megabyte_of_anything_takes_linear_time);
    arena_destroy(arena);
    return harness_status();
}
