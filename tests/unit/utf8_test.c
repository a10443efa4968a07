/* SPDX-License-Identifier: MIT */
/* UTF-8: the well-formed sequences of Unicode's table 3-7 and no other. */
#include "base/utf8.h"
#include "unit/harness.h"

static bool valid(const char *string) {
    return utf8_valid(slice_of(string), NULL);
}

static size_t first_bad(const char *string) {
    size_t bad = 999;
    utf8_valid(slice_of(string), &bad);
    return bad;
}

static void every_scalar_value_comes_back(void) {
    for (uint32_t c = 0; c <= 0x10FFFF; c++) {
        if (c >= 0xD800 && c <= 0xDFFF)
            continue;
        char bytes[4];
        struct slice text = {bytes, utf8_encode(c, bytes)};
        size_t next = 0;
        EXPECT_INTEGER(utf8_decode(text, 0, &next), c);
        EXPECT_INTEGER(next, text.length);
        EXPECT(utf8_valid(text, NULL));
    }
}

static void lengths_change_where_the_table_says(void) {
    char bytes[4];
    EXPECT_INTEGER(utf8_encode(0x7F, bytes), 1);
    EXPECT_INTEGER(utf8_encode(0x80, bytes), 2);
    EXPECT_INTEGER(utf8_encode(0x7FF, bytes), 2);
    EXPECT_INTEGER(utf8_encode(0x800, bytes), 3);
    EXPECT_INTEGER(utf8_encode(0xFFFF, bytes), 3);
    EXPECT_INTEGER(utf8_encode(0x10000, bytes), 4);
}

static void what_is_no_character_is_written_as_the_replacement(void) {
    char bytes[4];
    EXPECT_INTEGER(utf8_encode(0xD800, bytes), 3);
    EXPECT(!memcmp(bytes, "\xEF\xBF\xBD", 3));
    EXPECT_INTEGER(utf8_encode(0x110000, bytes), 3);
    EXPECT(!memcmp(bytes, "\xEF\xBF\xBD", 3));
}

static void ill_formed_text_is_known(void) {
    EXPECT(valid("تقرير"));
    EXPECT(valid(""));
    EXPECT(!valid("\x80")); /* a trail byte alone */
    EXPECT(!valid("\xC0\x80")); /* overlong */
    EXPECT(!valid("\xC1\xBF")); /* overlong */
    EXPECT(!valid("\xE0\x9F\xBF")); /* overlong */
    EXPECT(!valid("\xED\xA0\x80")); /* a surrogate */
    EXPECT(!valid("\xF0\x8F\xBF\xBF")); /* overlong */
    EXPECT(!valid("\xF4\x90\x80\x80")); /* past U+10FFFF */
    EXPECT(!valid("\xF5\x80\x80\x80"));
    EXPECT(!valid("\xFF"));
}

static void the_first_bad_byte_is_told(void) {
    EXPECT_INTEGER(first_bad("ab\xFFz"), 2);
    EXPECT_INTEGER(first_bad("\xD8\xA7\xD8"), 2); /* cut by the end */
    EXPECT_INTEGER(first_bad("a\xE2\x82"), 1);
}

static void a_bad_byte_is_one_replacement_and_one_step(void) {
    struct slice text = slice_of("\xE2\x82z");
    size_t next;
    EXPECT_INTEGER(utf8_decode(text, 0, &next), 0xFFFD);
    EXPECT_INTEGER(next, 1);
    EXPECT_INTEGER(utf8_decode(text, 1, &next), 0xFFFD);
    EXPECT_INTEGER(utf8_decode(text, 2, &next), 'z');
    EXPECT_INTEGER(utf8_count(text), 3);
}

static void nul_is_a_character(void) {
    EXPECT_INTEGER(utf8_count((struct slice){"a\0b", 3}), 3);
}

int main(void) {
    RUN(every_scalar_value_comes_back);
    RUN(lengths_change_where_the_table_says);
    RUN(what_is_no_character_is_written_as_the_replacement);
    RUN(ill_formed_text_is_known);
    RUN(the_first_bad_byte_is_told);
    RUN(a_bad_byte_is_one_replacement_and_one_step);
    RUN(nul_is_a_character);
    return harness_status();
}
