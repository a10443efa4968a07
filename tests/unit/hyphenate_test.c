/* SPDX-License-Identifier: MIT */
/* Which words may be divided, and where: divisions of the patterns' own language as Collins
   (British) and Merriam-Webster (American) print them. */
#include "base/buffer.h"
#include "text/internal.h"
#include "unit/harness.h"

static struct arena *arena;
static struct diag *diag;
static struct boundary_finder *finder;
static struct dictionaries *dictionaries;
static struct hyphen_style style;

/* The paragraph's text with "-" where a line may end with a hyphen, "=" for a soft hyphen. */
static const char *divide_paragraph(const struct paragraph *paragraph) {
    struct slice text = paragraph->text;
    uint8_t *flags = boundaries_find(finder, arena, text, paragraph->language, NULL, 0);
    struct bidi bidi =
        bidi_resolve(arena, text, (struct controls){0}, paragraph->direction);
    struct hyphen_input input = {.paragraph = paragraph, .style = &style};
    input.segments = text_segments(arena, paragraph, &input.segment_count);
    input.scripts = text_scripts(arena, text, bidi.levels, paragraph->language,
                                 &input.script_count);
    EXPECT(text_hyphenate(dictionaries, &input, flags));
    struct buffer marked = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        if (flags[i] & TEXT_HYPHEN)
            buffer_add_char(&marked, '|');
        EXPECT(!(flags[i] & TEXT_HYPHEN) || flags[i] & TEXT_GRAPHEME);
        EXPECT(!(flags[i] & TEXT_HYPHEN) || !(flags[i] & TEXT_BREAK));
        buffer_add_char(&marked, text.data[i]);
    }
    buffer_add_char(&marked, '\0');
    return marked.data;
}

static const char *divide(const char *language, const char *string) {
    struct paragraph paragraph = {.text = slice_of(string), .language = language};
    return divide_paragraph(&paragraph);
}

static void english_is_british(void) {
    EXPECT_STRING(divide("en", "education"), "edu|ca|tion");
    EXPECT_STRING(divide("en-GB", "displacement of people"),
                  "dis|place|ment of people");
    EXPECT_STRING(divide("en", "government"), "gov|ern|ment");
    EXPECT_STRING(divide("en-IQ", "photograph"), "pho|to|graph");
}

static void the_tag_may_say_american(void) {
    EXPECT_STRING(divide("en-US", "photograph table"), "pho|to|graph ta|ble");
    EXPECT_STRING(divide("en-Latn-us", "table"), "ta|ble");
    EXPECT_STRING(divide("en", "table"), "table");
    EXPECT_STRING(divide("en-US", "recommendation"), "rec|om|men|da|tion");
}

/* "project" and "record" are divided one way as nouns and another as verbs: the American
   patterns except both. */
static void what_is_divided_in_two_ways_stays_whole(void) {
    EXPECT_STRING(divide("en-US", "project record present"), "project record present");
}

static void other_languages_are_not_divided(void) {
    EXPECT_STRING(divide("fr", "gouvernement"), "gouvernement");
    EXPECT_STRING(divide("enm", "education"), "education");
    EXPECT_STRING(divide("", "education"), "education");
    EXPECT_STRING(divide("ar", "قال education ثم"), "قال education ثم");
    EXPECT_STRING(divide("en", "the المسؤولون education"), "the المسؤولون edu|ca|tion");
}

static void few_letters_stay_together(void) {
    EXPECT_STRING(divide("en-US", "ideal alone open"), "ideal alone open");
    style = (struct hyphen_style){true, false, 3, 5, 8};
    EXPECT_STRING(divide("en", "education"), "edu|cation");
    EXPECT_STRING(divide("en-US", "hyphens"), "hyphens");
    style = (struct hyphen_style){true, false, 2, 3, 5};
}

static void names_and_capitals_are_not_divided(void) {
    EXPECT_STRING(divide("en", "Government Education"), "Government Education");
    EXPECT_STRING(divide("en", "GOVERNMENT iPhonegovernment"),
                  "GOVERNMENT iPhonegovernment");
    style.capitalised = true;
    EXPECT_STRING(divide("en", "Government GOVERNMENT"), "Gov|ern|ment GOVERNMENT");
    EXPECT_STRING(divide("en", "McGovernment"), "McGovernment");
    style.capitalised = false;
}

static void what_english_has_no_letters_for_is_not_divided(void) {
    EXPECT_STRING(divide("en", "éducation educatión"), "éducation educatión");
    EXPECT_STRING(divide("en", "educa\xCC\x81tion"), "educa\xCC\x81tion");
    EXPECT_STRING(divide("en", "ʿeducation"), "ʿeducation");
}

static void an_ending_after_an_apostrophe_is_not_the_word(void) {
    EXPECT_STRING(divide("en", "the government's"), "the gov|ern|ment's");
    EXPECT_STRING(divide("en", "the government’s"), "the gov|ern|ment’s");
    EXPECT_STRING(divide("en", "governments' aims"), "gov|ern|ments' aims");
    EXPECT_STRING(divide("en", "‘government’ “education”"),
                  "‘gov|ern|ment’ “edu|ca|tion”");
    EXPECT_STRING(divide("en", "education'education"), "education'education");
    EXPECT_STRING(divide("en", "education'n'education"), "education'n'education");
}

static void a_compound_is_not_divided_again(void) {
    EXPECT_STRING(divide("en", "government-funded education"),
                  "government-funded edu|ca|tion");
    EXPECT_STRING(divide("en", "government\xE2\x80\x91"
                               "education"),
                  "government\xE2\x80\x91"
                  "education");
    EXPECT_STRING(divide("en", "government–education"), "gov|ern|ment–edu|ca|tion");
    EXPECT_STRING(divide("en", "government/education"), "gov|ern|ment/edu|ca|tion");
}

static void notations_are_not_divided(void) {
    EXPECT_STRING(divide("en", "https://education.org/government"),
                  "https://education.org/government");
    EXPECT_STRING(divide("en", "government@education.org"), "government@education.org");
    EXPECT_STRING(divide("en", "government2 government_education"),
                  "government2 government_education");
    EXPECT_STRING(divide("en", "education.txt, education."),
                  "education.txt, edu|ca|tion.");
}

static void code_and_marks_of_notes_are_not_divided(void) {
    const struct span spans[] = {{.kind = SPAN_CODE, .start = 0, .end = 9},
                                 {.kind = SPAN_STRONG, .start = 10, .end = 19}};
    struct paragraph paragraph = {.text = slice_of("education education"),
                                  .language = "en",
                                  .spans = spans,
                                  .span_count = 2};
    EXPECT_STRING(divide_paragraph(&paragraph), "education edu|ca|tion");
}

#define SOFT "\xC2\xAD"

static void a_soft_hyphen_is_a_place_in_any_language(void) {
    EXPECT_STRING(divide("fr", "gouverne" SOFT "ment"), "gouverne" SOFT "|ment");
    EXPECT_STRING(divide("ug", "ئۇي" SOFT "غۇر"), "ئۇي" SOFT "|غۇر");
    EXPECT_STRING(divide("en", "É" SOFT "TAT"), "É" SOFT "|TAT");
}

static void a_word_with_a_soft_hyphen_is_divided_only_there(void) {
    EXPECT_STRING(divide("en", "educa" SOFT "tion education"),
                  "educa" SOFT "|tion edu|ca|tion");
    EXPECT_STRING(divide("en", "government" SOFT "al"), "government" SOFT "|al");
}

static void a_soft_hyphen_that_parts_no_letters_is_none(void) {
    EXPECT_STRING(divide("en", SOFT "word"), SOFT "word");
    EXPECT_STRING(divide("en", "word" SOFT " word" SOFT), "word" SOFT " word" SOFT);
    EXPECT_STRING(divide("en", "http://government" SOFT "education.org"),
                  "http://government" SOFT "education.org");
}

static void no_length_of_a_word_matters(void) {
    char word[5000];
    memset(word, 'a', sizeof word);
    word[sizeof word - 1] = '\0';
    EXPECT_STRING(divide("en", word), word);
}

/* Each script run would look at the rest of the text again. */
static void scripts_that_alternate_take_no_time(void) {
    struct buffer text = {.arena = arena};
    for (size_t i = 0; i < 100000; i++)
        buffer_add_string(&text, "aب");
    buffer_add_char(&text, '\0');
    EXPECT_STRING(divide("en", text.data), text.data);
}

static void ill_formed_bytes_are_survived(void) {
    char bytes[2048];
    uint32_t state = 9;
    for (size_t i = 0; i < 200; i++) {
        for (size_t k = 0; k < sizeof bytes; k++) {
            state = state * 1664525u + 1013904223u;
            bytes[k] = (state >> 16) % 4 ? (char)('a' + (state >> 24) % 26)
                                         : (char)(state >> 24);
        }
        struct paragraph paragraph = {.text = {bytes, sizeof bytes}, .language = "en"};
        divide_paragraph(&paragraph);
        arena_reset(arena);
    }
}

int main(void) {
    struct arena *kept = arena_create();
    arena = arena_create();
    diag = diag_new(kept);
    finder = boundary_finder_open(kept);
    dictionaries = dictionaries_open(kept, diag);
    style = (struct hyphen_style){
        .dictionary = true, .before = 2, .after = 3, .shortest = 5};
    RUN(english_is_british);
    RUN(the_tag_may_say_american);
    RUN(what_is_divided_in_two_ways_stays_whole);
    RUN(other_languages_are_not_divided);
    RUN(few_letters_stay_together);
    RUN(names_and_capitals_are_not_divided);
    RUN(what_english_has_no_letters_for_is_not_divided);
    RUN(an_ending_after_an_apostrophe_is_not_the_word);
    RUN(a_compound_is_not_divided_again);
    RUN(notations_are_not_divided);
    RUN(code_and_marks_of_notes_are_not_divided);
    RUN(a_soft_hyphen_is_a_place_in_any_language);
    RUN(a_word_with_a_soft_hyphen_is_divided_only_there);
    RUN(a_soft_hyphen_that_parts_no_letters_is_none);
    RUN(no_length_of_a_word_matters);
    RUN(scripts_that_alternate_take_no_time);
    RUN(ill_formed_bytes_are_survived);
    dictionaries_close(dictionaries);
    boundary_finder_close(finder);
    arena_destroy(arena);
    arena_destroy(kept);
    return harness_status();
}
