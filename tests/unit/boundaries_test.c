/* SPDX-License-Identifier: MIT */
/* The tailoring of line breaks, and what it leaves alone. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "text/internal.h"
#include "unit/harness.h"

static struct arena *arena;
static struct boundary_finder *finder;

/* The text with "|" where a line may end and "^" where it must, but not at its end. */
static const char *breaks(const char *string) {
    struct slice text = slice_of(string);
    uint8_t *flags = boundaries_find(finder, arena, text, "ar", NULL, 0);
    struct buffer marked = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        if (flags[i] & BOUNDARY_REQUIRED)
            buffer_add_char(&marked, '^');
        else if (flags[i] & BOUNDARY_BREAK)
            buffer_add_char(&marked, '|');
        buffer_add_char(&marked, string[i]);
    }
    buffer_add_char(&marked, '\0');
    return marked.data;
}

static void the_end_of_a_text_is_a_boundary_of_all_kinds(void) {
    uint8_t all = BOUNDARY_BREAK | BOUNDARY_REQUIRED | BOUNDARY_GRAPHEME;
    EXPECT_INTEGER(boundaries_find(finder, arena, slice_of("a"), "en", NULL, 0)[1],
                   all);
    EXPECT_INTEGER(boundaries_find(finder, arena, slice_of(""), "en", NULL, 0)[0], all);
}

static void the_start_is_a_grapheme_and_no_break(void) {
    EXPECT_INTEGER(boundaries_find(finder, arena, slice_of("a"), "en", NULL, 0)[0],
                   BOUNDARY_GRAPHEME);
}

static void a_hard_break_is_required_after_its_character(void) {
    EXPECT_STRING(breaks("a\xE2\x80\xA8"
                         "b"),
                  "a\xE2\x80\xA8^b");
    EXPECT_STRING(breaks("\xD9\x88 \xE2\x80\xA8"
                         "b"),
                  "\xD9\x88 \xE2\x80\xA8^b");
}

static void a_mark_belongs_to_the_grapheme_of_its_letter(void) {
    uint8_t *flags = boundaries_find(finder, arena,
                                     slice_of("\xD8\xA8\xD9\x8E"
                                              "a"),
                                     "ar", NULL, 0);
    EXPECT_INTEGER(flags[2] & BOUNDARY_GRAPHEME, 0);
    EXPECT(flags[4] & BOUNDARY_GRAPHEME);
}

static void prose_breaks_at_its_spaces(void) {
    EXPECT_STRING(breaks("حقوق الإنسان، في العراق."), "حقوق |الإنسان، |في |العراق.");
    EXPECT_STRING(breaks("well-known words"), "well-|known |words");
}

/* Rule 1. */
static void no_line_ends_after_a_lone_waw(void) {
    EXPECT_STRING(breaks("نص و نص"), "نص |و نص");
    EXPECT_STRING(breaks("و نص"), "و نص");
    EXPECT_STRING(breaks("هو نص"), "هو |نص");
}

/* Rule 2. */
static void a_pair_of_months_keeps_together_at_its_solidus(void) {
    EXPECT_STRING(breaks("الأول/أكتوبر 2019"), "الأول/أكتوبر |2019");
    EXPECT_STRING(breaks("and/or"), "and/|or");
}

/* Rule 3. */
static void a_range_keeps_together(void) {
    EXPECT_STRING(breaks("12–15 كغ"), "12–15 |كغ");
    EXPECT_STRING(breaks("12%–15%"), "12%–15%");
    EXPECT_STRING(breaks("نص – نص"), "نص |– |نص");
}

/* Rule 4. */
static void a_sign_stays_with_its_number(void) {
    EXPECT_STRING(breaks("12 % نص"), "12 % |نص");
    EXPECT_STRING(breaks("12 $5"), "12 |$5");
}

/* Rule 5. */
static void numeric_notations_keep_together(void) {
    EXPECT_STRING(breaks("هاتف +964 770 123 4567 نص"), "هاتف |+964 770 123 4567 |نص");
    EXPECT_STRING(breaks("يوم 2019-10-25 نص"), "يوم |2019-10-25 |نص");
    EXPECT_STRING(breaks("1 234 567 نص"), "1 234 567 |نص");
    EXPECT_STRING(breaks("3 × 4 = 12"), "3 × 4 = 12");
}

/* Rule 6. */
static void short_ids_keep_together(void) {
    EXPECT_STRING(breaks("2019-HRW-07 نص"), "2019-HRW-07 |نص");
    EXPECT_STRING(breaks("A/RES/217 (III)"), "A/RES/217 |(III)");
    EXPECT_STRING(breaks("a1-bbbbbbbbbbbbbbbbbbbbbbbbb"),
                  "a1-|bbbbbbbbbbbbbbbbbbbbbbbbb");
}

/* Rule 7. */
static void an_email_address_breaks_after_its_at_sign_when_long(void) {
    EXPECT_STRING(breaks("info@un-women.org"), "info@un-women.org");
    EXPECT_STRING(breaks("human-rights@organisation-of-iraq.org"),
                  "human-rights@|organisation-of-iraq.org");
    EXPECT_STRING(breaks("نص x-y@a.b نص"), "نص |x-y@a.b |نص");
}

/* Rule 8. */
static void a_url_breaks_after_some_of_its_signs(void) {
    EXPECT_STRING(breaks("https://un.org"), "https://un.org");
    EXPECT_STRING(breaks("https://www.un.org/ar/documents/?id=217&lang=ar"),
                  "https://www.|un.|org/|ar/|documents/?|id=|217&|lang=ar");
    EXPECT_STRING(breaks("http://a.b"), "http://a.b");
}

/* "on 2019-11-23" with the mark of note 1 after it. */
static void the_mark_of_a_note_is_no_part_of_a_notation(void) {
    static const struct piece_object mark = {13, 14, PIECE_OBJECT};
    uint8_t *flags =
        boundaries_find(finder, arena, slice_of("on 2019-11-231"), "en", &mark, 1);
    for (size_t i = 4; i < 14; i++)
        EXPECT_INTEGER(flags[i] & BOUNDARY_BREAK, 0);
    EXPECT(flags[12] & BOUNDARY_NOTATION);
    EXPECT_INTEGER(flags[13] & BOUNDARY_NOTATION, 0);
    static const struct piece_object after_word = {6, 7, PIECE_OBJECT};
    flags = boundaries_find(finder, arena, slice_of("rights1"), "en", &after_word, 1);
    EXPECT_INTEGER(flags[0] & BOUNDARY_NOTATION, 0);
}

static void compounds_break_at_their_hyphens(void) {
    EXPECT_STRING(breaks("twenty-five"), "twenty-|five");
    EXPECT_STRING(breaks("non-governmental"), "non-|governmental");
    EXPECT_STRING(breaks("state-of-the-art"), "state-|of-|the-|art");
    EXPECT_STRING(breaks("COVID-19 in 2019-20"), "COVID-19 |in |2019-20");
}

/* UAX #14 breaks after an en dash, which is of class BA, but rule 3 not in a number. */
static void a_range_of_words_breaks_after_its_dash(void) {
    EXPECT_STRING(breaks("Baghdad–Basra road"), "Baghdad–|Basra |road");
    EXPECT_STRING(breaks("pages 12–15, 2014–2017."), "pages |12–15, |2014–2017.");
}

static void without_tailoring_breaks_are_those_of_uax_14(void) {
    uint8_t *flags =
        boundaries_find_untailored(finder, arena, slice_of("\xD9\x88 \xD9\x86"));
    EXPECT(flags[3] & BOUNDARY_BREAK);
}

static void a_finder_serves_many_languages(void) {
    static const char *const languages[] = {"ar", "en", "ja", "fr",
                                            "de", "fa", "",   "ar"};
    for (size_t i = 0; i < 100; i++) {
        const char *language = languages[i * i % 8];
        EXPECT_INTEGER(
            boundaries_find(finder, arena, slice_of("a b"), language, NULL, 0)[2],
            BOUNDARY_BREAK | BOUNDARY_GRAPHEME);
    }
    EXPECT_INTEGER(boundaries_find(finder, arena, slice_of("a b"),
                                   "x-a-very-long-tag-that-no-slot-of-ours-could-hold",
                                   NULL, 0)[2],
                   BOUNDARY_BREAK | BOUNDARY_GRAPHEME);
    EXPECT_INTEGER(boundaries_find(finder, arena, slice_of("a b"), NULL, NULL, 0)[2],
                   BOUNDARY_BREAK | BOUNDARY_GRAPHEME);
}

static void ill_formed_bytes_and_controls_are_survived(void) {
    char bytes[4096];
    uint32_t state = 4;
    for (size_t i = 0; i < 300; i++) {
        for (size_t k = 0; k < sizeof bytes; k++)
            bytes[k] = (char)((state = state * 1664525u + 1013904223u) >> 24);
        uint8_t *flags = boundaries_find(
            finder, arena, (struct slice){bytes, sizeof bytes}, "ar", NULL, 0);
        EXPECT(flags[sizeof bytes] & BOUNDARY_REQUIRED);
        arena_reset(arena);
    }
}

int main(void) {
    struct arena *keep = arena_create();
    arena = arena_create();
    finder = boundary_finder_open(keep);
    RUN(the_end_of_a_text_is_a_boundary_of_all_kinds);
    RUN(the_start_is_a_grapheme_and_no_break);
    RUN(a_hard_break_is_required_after_its_character);
    RUN(a_mark_belongs_to_the_grapheme_of_its_letter);
    RUN(prose_breaks_at_its_spaces);
    RUN(no_line_ends_after_a_lone_waw);
    RUN(a_pair_of_months_keeps_together_at_its_solidus);
    RUN(a_range_keeps_together);
    RUN(a_sign_stays_with_its_number);
    RUN(numeric_notations_keep_together);
    RUN(short_ids_keep_together);
    RUN(an_email_address_breaks_after_its_at_sign_when_long);
    RUN(a_url_breaks_after_some_of_its_signs);
    RUN(the_mark_of_a_note_is_no_part_of_a_notation);
    RUN(compounds_break_at_their_hyphens);
    RUN(a_range_of_words_breaks_after_its_dash);
    RUN(without_tailoring_breaks_are_those_of_uax_14);
    RUN(a_finder_serves_many_languages);
    RUN(ill_formed_bytes_and_controls_are_survived);
    boundary_finder_close(finder);
    arena_destroy(arena);
    arena_destroy(keep);
    return harness_status();
}
