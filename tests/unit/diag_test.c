/* SPDX-License-Identifier: MIT */
/* Messages: place, line, caret or quotation; sorted, counted, safe for a terminal. */
#include "base/diag.h"
#include "unit/harness.h"

#include <stdlib.h>

static struct arena *arena;

/* What diag_print writes. */
static const char *printed(struct diag *diag) {
    static char text[1 << 16];
    FILE *stream = fmemopen(text, sizeof text, "w");
    diag_print(diag, stream);
    fclose(stream);
    return text;
}

/* One GLYPH_MISSING about bytes [start, end) of a text. */
static const char *printed_about(const char *text, size_t start, size_t end) {
    static struct source source;
    source = (struct source){"a.md", slice_of(text)};
    struct diag *diag = diag_new(arena);
    diag_add(diag, DIAG_FONT_BROKEN, source_position(&source, start, end), "X", "Y");
    return printed(diag);
}

static void a_caret_stands_under_the_place(void) {
    EXPECT_STRING(printed_about("one\ntwo three\n", 8, 13),
                  "a.md:2:5: error: font file X cannot be used: Y\n"
                  "     2 | two three\n"
                  "       |     ^~~~~\n");
}

static void where_the_line_runs_right_to_left_the_piece_is_quoted(void) {
    EXPECT_STRING(printed_about("كلمة word", 9, 13),
                  "a.md:1:6: error: font file X cannot be used: Y\n"
                  "         at: \"word\"\n");
}

static void what_a_terminal_would_obey_is_escaped(void) {
    EXPECT_STRING(printed_about("a\x1B[0m\xE2\x80\xAE", 0, 1),
                  "a.md:1:1: error: font file X cannot be used: Y\n"
                  "     1 | a<U+001B>[0m<U+202E>\n"
                  "       | ^\n");
    struct diag *diag = diag_new(arena);
    diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), "\n", "\xE2\x81\xA6");
    EXPECT_STRING(printed(diag),
                  "taqrir: error: font file <U+000A> cannot be used: <U+2066>\n");
}

static void they_come_in_the_order_of_the_text(void) {
    struct source source = {"a.md", slice_of("abc")};
    struct diag *diag = diag_new(arena);
    diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), "n", "");
    diag_add(diag, DIAG_FONT_BROKEN, source_position(&source, 2, 3), "c", "");
    diag_add(diag, DIAG_FONT_BROKEN, source_position(&source, 0, 1), "a", "");
    const char *text = printed(diag);
    const char *a = strstr(text, "file a"), *c = strstr(text, "file c");
    const char *n = strstr(text, "file n");
    EXPECT(a && c && n && a < c && c < n);
}

static void the_same_is_said_once(void) {
    struct source source = {"a.md", slice_of("abc")};
    struct diag *diag = diag_new(arena);
    for (int i = 0; i < 3; i++)
        diag_add(diag, DIAG_FONT_BROKEN, source_position(&source, 0, 1), "a", "");
    const char *first = strstr(printed(diag), "file a");
    EXPECT(first && !strstr(first + 1, "file a"));
    EXPECT_INTEGER(diag_count_printed(diag, DIAG_WORLD), 1);
}

/* Each edition must know that it has an error, also one that another had before. */
static void the_same_counts_each_time(void) {
    struct source source = {"a.md", slice_of("abc")};
    struct diag *diag = diag_new(arena);
    for (int i = 0; i < 3; i++)
        diag_add(diag, DIAG_FONT_BROKEN, source_position(&source, 0, 1), "a", "");
    EXPECT_INTEGER(diag_count(diag, DIAG_WORLD), 3);
}

static void past_the_hundredth_of_a_kind_they_are_counted(void) {
    struct diag *diag = diag_new(arena);
    for (int i = 0; i < 250; i++)
        diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), arena_printf(arena, "<%d>", i),
                 "");
    const char *text = printed(diag);
    EXPECT(strstr(text, "<99>") != NULL);
    EXPECT(strstr(text, "<100>") == NULL);
    EXPECT(strstr(text, "150 more of the kind: font file ...") != NULL);
    EXPECT_INTEGER(diag_count(diag, DIAG_WORLD), 250);
    EXPECT_INTEGER(diag_count_printed(diag, DIAG_WORLD), 250);
}

static void what_was_printed_is_not_printed_again(void) {
    struct diag *diag = diag_new(arena);
    diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), "a", "");
    EXPECT_INTEGER(diag_count_printed(diag, DIAG_WORLD), 0);
    printed(diag);
    diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), "b", "");
    EXPECT_STRING(printed(diag), "taqrir: error: font file b cannot be used: \n");
    EXPECT_INTEGER(diag_count_printed(diag, DIAG_WORLD), 2);
}

static void of_a_very_long_line_the_part_around_the_place_is_shown(void) {
    static char line[100001];
    memset(line, 'x', sizeof line - 1);
    line[50000] = '!';
    const char *text = printed_about(line, 50000, 50001);
    EXPECT(strchr(text, '!') != NULL);
    EXPECT(strlen(text) < 600);
}

int main(void) {
    arena = arena_create();
    RUN(a_caret_stands_under_the_place);
    RUN(where_the_line_runs_right_to_left_the_piece_is_quoted);
    RUN(what_a_terminal_would_obey_is_escaped);
    RUN(they_come_in_the_order_of_the_text);
    RUN(the_same_is_said_once);
    RUN(the_same_counts_each_time);
    RUN(past_the_hundredth_of_a_kind_they_are_counted);
    RUN(what_was_printed_is_not_printed_again);
    RUN(of_a_very_long_line_the_part_around_the_place_is_shown);
    arena_destroy(arena);
    return harness_status();
}
