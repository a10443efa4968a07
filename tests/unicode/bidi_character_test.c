/* SPDX-License-Identifier: MIT */
/* BidiCharacterTest.txt: real characters, with brackets, in paragraphs of each direction. */
#include "unicode/bidi_case.h"
#include "unit/harness.h"

struct run {
    struct arena *arena; /* of one case */
    size_t cases, failed, malformed;
};

static void check_line(struct run *run, struct slice line) {
    struct bidi_case expected = {.text.bytes.arena = run->arena};
    struct slice rest = line, characters = data_field(&rest, ';'), word;
    while (data_word(&characters, &word))
        data_add(&expected.text, (uint32_t)data_number(word, 16));
    struct slice text = buffer_slice(&expected.text.bytes);
    long direction = data_number(data_field(&rest, ';'), 10);
    long paragraph = data_number(data_field(&rest, ';'), 10);
    expected.direction = direction == 2   ? locale_first_strong(text, DIRECTION_LTR)
                         : direction == 1 ? DIRECTION_RTL
                                          : DIRECTION_LTR;
    size_t levels = data_numbers(data_field(&rest, ';'), expected.levels);
    expected.order_count = data_numbers(data_field(&rest, ';'), expected.order);
    run->malformed += levels != expected.text.count;
    run->cases++;
    bool same_paragraph = paragraph == (expected.direction == DIRECTION_RTL);
    if ((!same_paragraph || !bidi_case_holds(run->arena, &expected)) &&
        run->failed++ < 10)
        printf("# %.*s\n", (int)line.length, line.data);
    arena_reset(run->arena);
}

static void each_text_gets_its_levels_and_order(void) {
    struct arena *arena = arena_create();
    struct run run = {.arena = arena_create()};
    struct slice file = data_read(arena, UNICODE_DATA "BidiCharacterTest.txt"), line;
    while (data_line(&file, &line))
        if (line.length && *line.data != '#')
            check_line(&run, line);
    printf("# %zu cases\n", run.cases);
    EXPECT(run.cases > 90000);
    EXPECT_INTEGER(run.malformed, 0);
    EXPECT_INTEGER(run.failed, 0);
    arena_destroy(run.arena);
    arena_destroy(arena);
}

int main(void) {
    RUN(each_text_gets_its_levels_and_order);
    return harness_status();
}
