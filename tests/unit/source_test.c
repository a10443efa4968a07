/* SPDX-License-Identifier: MIT */
/* Places in a source: lines by CommonMark's line ends, columns in characters. */
#include "base/source.h"
#include "unit/harness.h"

static struct source source_of(const char *text) {
    return (struct source){"test.md", slice_of(text)};
}

static void expect_place(const char *text, size_t start, size_t end, uint32_t line,
                         uint32_t column, uint32_t width) {
    struct source source = source_of(text);
    struct position position = source_position(&source, start, end);
    EXPECT_INTEGER(position.line, line);
    EXPECT_INTEGER(position.column, column);
    EXPECT_INTEGER(position.width, width);
    EXPECT(position.source == &source);
}

static void lines_and_columns_count_from_one(void) {
    expect_place("ab\ncd", 0, 1, 1, 1, 1);
    expect_place("ab\ncd", 3, 5, 2, 1, 2);
    expect_place("ab\ncd", 4, 5, 2, 2, 1);
    expect_place("\n\nx", 2, 3, 3, 1, 1);
}

static void columns_count_characters(void) {
    expect_place("تقرير x", 11, 12, 1, 7, 1);
    expect_place("تقرير", 0, 10, 1, 1, 5);
}

static void a_piece_ends_with_its_line(void) {
    expect_place("abc\ndef", 1, 6, 1, 2, 2);
}

static void each_kind_of_line_end_is_one(void) {
    expect_place("a\r\nb", 3, 4, 2, 1, 1);
    expect_place("a\rb", 2, 3, 2, 1, 1);
    expect_place("a\n\rb", 3, 4, 3, 1, 1);
    expect_place("a\r\n\r\nb", 5, 6, 3, 1, 1);
}

static void the_end_of_the_text_is_a_place(void) {
    expect_place("ab", 2, 2, 1, 3, 0);
    expect_place("", 0, 0, 1, 1, 0);
    expect_place("a\n", 2, 2, 2, 1, 0);
}

static void a_line_comes_without_its_end(void) {
    struct source source = source_of("one\r\ntwo\rthree\n");
    EXPECT(slice_is(source_line(&source, 1), "one"));
    EXPECT(slice_is(source_line(&source, 2), "two"));
    EXPECT(slice_is(source_line(&source, 3), "three"));
    EXPECT(slice_is(source_line(&source, 4), ""));
    EXPECT(slice_is(source_line(&source, 5), ""));
}

int main(void) {
    RUN(lines_and_columns_count_from_one);
    RUN(columns_count_characters);
    RUN(a_piece_ends_with_its_line);
    RUN(each_kind_of_line_end_is_one);
    RUN(the_end_of_the_text_is_a_place);
    RUN(a_line_comes_without_its_end);
    return harness_status();
}
