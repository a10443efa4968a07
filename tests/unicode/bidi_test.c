/* SPDX-License-Identifier: MIT */
/* BidiTest.txt: all sequences of up to four bidi classes, and some longer ones, in each
   paragraph direction the file names. */
#include "unicode/bidi_case.h"
#include "unit/harness.h"

enum { AUTO = 1, LTR = 2, RTL = 4 };

struct class_sample {
    const char *name;
    uint32_t characters[3]; /* of this class; taken in turn */
};

static const struct class_sample samples[] = {
    {"L", {'a', 0x3B1, 0x10000}},      {"R", {0x5D0, 0x7D0, 0x10800}},
    {"AL", {0x627, 0x870, 0x1EE00}},   {"EN", {'1', 0x6F1, 0xB2}},
    {"ES", {'+', '-', 0x2212}},        {"ET", {'%', '$', 0x66A}},
    {"AN", {0x660, 0x66B, 0x10E60}},   {"CS", {',', ':', 0xA0}},
    {"NSM", {0x300, 0x64B, 0xE0100}},  {"BN", {0xAD, 0x200D, 0xFEFF}},
    {"B", {0x2029, 0x85, '\n'}},       {"S", {'\t', 0x1F, 0x0B}},
    {"WS", {' ', 0x2028, 0x3000}},     {"ON", {'!', 0x2026, 0x1F600}},
    {"LRE", {0x202A, 0x202A, 0x202A}}, {"RLE", {0x202B, 0x202B, 0x202B}},
    {"PDF", {0x202C, 0x202C, 0x202C}}, {"LRO", {0x202D, 0x202D, 0x202D}},
    {"RLO", {0x202E, 0x202E, 0x202E}}, {"LRI", {0x2066, 0x2066, 0x2066}},
    {"RLI", {0x2067, 0x2067, 0x2067}}, {"FSI", {0x2068, 0x2068, 0x2068}},
    {"PDI", {0x2069, 0x2069, 0x2069}},
};

static uint32_t sample_of(struct slice name, size_t turn) {
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        if (slice_is(name, samples[i].name))
            return samples[i].characters[turn % 3];
    return 0;
}

struct run {
    struct arena *arena; /* of one case */
    struct slice levels, order;
    size_t cases, failed, unknown;
};

static void check_direction(struct run *run, struct bidi_case *expected,
                            long directions, long bit, enum direction direction,
                            struct slice line) {
    if (!(directions & bit))
        return;
    expected->direction = direction;
    run->cases++;
    if (bidi_case_holds(run->arena, expected))
        return;
    if (run->failed++ < 10)
        printf("# directions %ld: %.*s\n", bit, (int)line.length, line.data);
}

static void check_line(struct run *run, struct slice line) {
    struct bidi_case expected = {.text.bytes.arena = run->arena};
    struct slice rest = line, classes = data_field(&rest, ';'), name;
    while (data_word(&classes, &name)) {
        uint32_t c = sample_of(name, run->cases + expected.text.count);
        run->unknown += !c;
        data_add(&expected.text, c);
    }
    run->unknown += data_numbers(run->levels, expected.levels) != expected.text.count;
    expected.order_count = data_numbers(run->order, expected.order);
    struct slice text = buffer_slice(&expected.text.bytes), bits;
    data_word(&rest, &bits);
    long directions = data_number(bits, 16);
    check_direction(run, &expected, directions, AUTO,
                    locale_first_strong(text, DIRECTION_LTR), line);
    check_direction(run, &expected, directions, LTR, DIRECTION_LTR, line);
    check_direction(run, &expected, directions, RTL, DIRECTION_RTL, line);
    arena_reset(run->arena);
}

static void each_sequence_of_classes_gets_its_levels_and_order(void) {
    struct arena *arena = arena_create();
    struct run run = {.arena = arena_create()};
    struct slice file = data_read(arena, UNICODE_DATA "BidiTest.txt"), line;
    while (data_line(&file, &line)) {
        if (!line.length || *line.data == '#')
            continue;
        if (*line.data != '@') {
            check_line(&run, line);
            continue;
        }
        struct slice name = data_field(&line, ':');
        if (slice_is(name, "@Levels"))
            run.levels = line;
        if (slice_is(name, "@Reorder"))
            run.order = line;
    }
    printf("# %zu cases\n", run.cases);
    EXPECT(run.cases > 700000);
    EXPECT_INTEGER(run.unknown, 0);
    EXPECT_INTEGER(run.failed, 0);
    arena_destroy(run.arena);
    arena_destroy(arena);
}

int main(void) {
    RUN(each_sequence_of_classes_gets_its_levels_and_order);
    return harness_status();
}
