/* SPDX-License-Identifier: MIT */
/* The word that was probably meant. */
#include "base/nearest.h"
#include "unit/harness.h"

static const char *const keys[] = {"title", "subtitle", "date", "languages"};

static const char *nearest_key(const char *word) {
    return nearest_word(word, keys, sizeof keys / sizeof *keys);
}

static void one_letter_left_out(void) {
    EXPECT_STRING(nearest_key("titl"), "title");
    EXPECT_STRING(nearest_key("dte"), "date");
}

static void one_letter_too_many(void) {
    EXPECT_STRING(nearest_key("datee"), "date");
}

static void neighbours_swapped_count_one(void) {
    static const char *const words[] = {"ac", "ba"};
    EXPECT_STRING(nearest_word("ab", words, 2), "ac");
    static const char *const longer[] = {"abxy", "badc"};
    EXPECT_STRING(nearest_word("abdc", longer, 2), "badc");
}

static void a_beginning_is_near_to_the_whole(void) {
    EXPECT_STRING(nearest_key("lang"), "languages");
}

static void any_word_has_a_nearest(void) {
    EXPECT_STRING(nearest_key(""), "date");
    EXPECT_STRING(nearest_key("تاريخ"), "title");
}

static void a_word_longer_than_any_name_is_compared_by_its_beginning(void) {
    char word[5000];
    memset(word, 'x', sizeof word);
    memcpy(word, "languages", 9);
    word[sizeof word - 1] = '\0';
    EXPECT(nearest_key(word) != NULL);
}

static void no_words_have_no_nearest(void) {
    EXPECT(nearest_word("a", NULL, 0) == NULL);
}

int main(void) {
    RUN(one_letter_left_out);
    RUN(one_letter_too_many);
    RUN(neighbours_swapped_count_one);
    RUN(a_beginning_is_near_to_the_whole);
    RUN(any_word_has_a_nearest);
    RUN(a_word_longer_than_any_name_is_compared_by_its_beginning);
    RUN(no_words_have_no_nearest);
    return harness_status();
}
