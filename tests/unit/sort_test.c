/* SPDX-License-Identifier: MIT */
/* The order of lists: CLDR's collation of ar and en, and what readers leave out of it: the
   article, vowel marks, tatweel. */
#include "locale/locale.h"
#include "unit/harness.h"

static struct arena *arena;
static struct formats *formats;

/* Below, at, or above zero: as `a` stands before, beside or after `b`. */
static int order(const char *language, const char *a, const char *b) {
    return strcmp(locale_sort_key(arena, formats, a, language),
                  locale_sort_key(arena, formats, b, language));
}

static int arabic(const char *a, const char *b) {
    return order("ar", a, b);
}

static void the_arabic_article_is_not_looked_at(void) {
    EXPECT(arabic("البصرة", "بغداد") < 0);
    EXPECT(arabic("البصرة", "أربيل") > 0);
    EXPECT_INTEGER(arabic("البصرة", "بصرة"), 0);
    EXPECT_INTEGER(order("en", "البصرة", "بصرة"), 0);
}

static void of_a_phrase_the_particle_goes_with_the_article(void) {
    EXPECT_INTEGER(arabic("والبصرة اليوم", "بصرة اليوم"), 0);
    EXPECT_INTEGER(arabic("للتنمية البشرية", "تنمية البشرية"), 0);
    EXPECT(arabic("والي بغداد", "هيئة") > 0); /* a governor: the waw is his */
    EXPECT(arabic("بالون", "اللون") < 0); /* a balloon, and no phrase */
}

static void letters_of_a_word_are_no_article(void) {
    EXPECT(arabic("التزام", "بغداد") < 0);
    EXPECT(arabic("الله", "بغداد") < 0);
    EXPECT(arabic("الالتزام", "بغداد") < 0);
    EXPECT(arabic("الهامش", "نص") > 0); /* the margin, under ه */
    EXPECT(arabic("الو", "بغداد") < 0); /* too short to have one */
}

static void vowel_marks_and_tatweel_do_not_count(void) {
    EXPECT_INTEGER(arabic("حُقُوق", "حقوق"), 0);
    EXPECT_INTEGER(arabic("حقـــوق", "حقوق"), 0);
    EXPECT_INTEGER(arabic("رحمٰن", "رحمن"), 0);
}

/* CLDR ar: hamza is a difference of the second level, less than any other letter. */
static void a_hamza_on_an_alef_is_an_alef(void) {
    EXPECT(arabic("أحمد ب", "احمد ت") < 0);
    EXPECT(arabic("احمد ب", "أحمد ت") < 0);
    EXPECT(arabic("إبراهيم", "أحمد") < 0);
}

static void a_hamza_is_where_it_sits(void) {
    EXPECT(arabic("مؤتمر", "منظمة") > 0); /* as موتمر */
    EXPECT(arabic("هيئة", "هيبة") > 0); /* as هيية */
}

/* CLDR ar: ة is at ت. */
static void teh_marbuta_is_at_teh(void) {
    EXPECT(arabic("مدرسة", "مدرسه") < 0);
}

static void arabic_comes_first_in_an_arabic_list_and_last_in_an_english_one(void) {
    EXPECT(arabic("يونامي", "Amnesty") < 0);
    EXPECT(order("en", "يونامي", "Amnesty") > 0);
    EXPECT(arabic("2019", "أحمد") < 0);
}

static void english_articles_are_not_looked_at_either(void) {
    EXPECT_INTEGER(order("en", "The Guardian", "Guardian"), 0);
    EXPECT_INTEGER(order("en", "A report", "report"), 0);
    EXPECT(order("en", "Theatre", "Guardian") > 0);
    EXPECT(order("de", "A report", "report") < 0);
    EXPECT(order("en", "The", "Guardian") > 0);
}

/* الگو, a pattern, and الماس, a diamond, begin so in Persian. */
static void persian_words_keep_their_first_letters(void) {
    EXPECT(order("fa", "الماس", "بغداد") < 0);
}

static void signs_before_the_first_letter_do_not_count(void) {
    EXPECT_INTEGER(order("en", "“Guardian", "Guardian"), 0);
    EXPECT_INTEGER(arabic("«البصرة", "بصرة"), 0);
}

static void nothing_comes_first(void) {
    EXPECT(arabic("", "ا") < 0);
    EXPECT_INTEGER(arabic("", "—"), 0);
    EXPECT_INTEGER(order("x", "a", "a"), 0);
}

/* CLDR's list patterns. */
static void names_are_joined_as_the_language_does(void) {
    static const char *const latin[] = {"A", "B", "C"};
    static const char *const names[] = {"أحمد", "سمير", "هدى"};
    EXPECT_STRING(locale_join(arena, latin, 1, "en"), "A");
    EXPECT_STRING(locale_join(arena, latin, 2, "en"), "A and B");
    EXPECT_STRING(locale_join(arena, latin, 3, "en"), "A, B, and C");
    EXPECT_STRING(locale_join(arena, latin, 3, "en-GB"), "A, B and C");
    EXPECT_STRING(locale_join(arena, names, 2, "ar"), "أحمد وسمير");
    EXPECT_STRING(locale_join(arena, names, 3, "ar"), "أحمد وسمير وهدى");
}

int main(void) {
    arena = arena_create();
    formats = formats_open(arena);
    RUN(the_arabic_article_is_not_looked_at);
    RUN(of_a_phrase_the_particle_goes_with_the_article);
    RUN(letters_of_a_word_are_no_article);
    RUN(vowel_marks_and_tatweel_do_not_count);
    RUN(a_hamza_on_an_alef_is_an_alef);
    RUN(a_hamza_is_where_it_sits);
    RUN(teh_marbuta_is_at_teh);
    RUN(arabic_comes_first_in_an_arabic_list_and_last_in_an_english_one);
    RUN(english_articles_are_not_looked_at_either);
    RUN(persian_words_keep_their_first_letters);
    RUN(signs_before_the_first_letter_do_not_count);
    RUN(nothing_comes_first);
    RUN(names_are_joined_as_the_language_does);
    formats_close(formats);
    arena_destroy(arena);
    return harness_status();
}
