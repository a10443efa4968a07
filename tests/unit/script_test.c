/* SPDX-License-Identifier: MIT */
/* Script runs: own scripts, shared characters, brackets, level runs without a script. */
#include "base/buffer.h"
#include "text/internal.h"
#include "unit/harness.h"

static struct arena *arena;

/* "Arab 0-4, Latn 4-9"; levels are those of the text with the given controls. */
static const char *scripts_with(const char *string, enum direction direction,
                                const char *language, struct controls controls) {
    struct slice text = slice_of(string);
    uint8_t *levels = bidi_resolve(arena, text, controls, direction).levels;
    size_t count;
    const struct script_run *runs = text_scripts(arena, text, levels, language, &count);
    struct buffer list = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_printf(&list, "%s%c%c%c%c %u-%u", i ? ", " : "",
                      (char)(runs[i].script >> 24), (char)(runs[i].script >> 16),
                      (char)(runs[i].script >> 8), (char)runs[i].script,
                      (unsigned)runs[i].start, (unsigned)runs[i].end);
    buffer_add_char(&list, '\0');
    return list.data;
}

static const char *arabic(const char *text) {
    return scripts_with(text, DIRECTION_RTL, "ar", (struct controls){NULL, 0});
}

static const char *english(const char *text) {
    return scripts_with(text, DIRECTION_LTR, "en", (struct controls){NULL, 0});
}

static void an_empty_text_has_no_runs(void) {
    EXPECT_STRING(arabic(""), "");
}

static void spaces_and_signs_take_the_script_around_them(void) {
    EXPECT_STRING(english("a, b!"), "Latn 0-5");
    EXPECT_STRING(english("... a"), "Latn 0-5");
    EXPECT_STRING(arabic("\xD8\xA8. \xD8\xA8"), "Arab 0-6");
}

static void digits_alone_have_the_script_of_the_language(void) {
    EXPECT_STRING(arabic("25"), "Arab 0-2");
    EXPECT_STRING(english("25"), "Latn 0-2");
    EXPECT_STRING(arabic("\xD8\xA8 25 \xD8\xA8"), "Arab 0-8");
    EXPECT_STRING(
        scripts_with("\xE3\x80\x82", DIRECTION_LTR, "ja", (struct controls){NULL, 0}),
        "Hani 0-3");
}

/* U+0660 is Common with the extensions Arab, Thaa, Yezi, or Arab alone: never Latn. */
static void arabic_digits_are_arabic_in_an_english_text(void) {
    EXPECT_STRING(english("a \xD9\xA1\xD9\xA2 b"), "Latn 0-2, Arab 2-6, Latn 6-8");
}

static void an_isolated_name_does_not_colour_what_stands_outside(void) {
    static const struct control items[] = {{3, 0x2066}, {8, 0x2069}};
    EXPECT_STRING(scripts_with("\xD8\xA8 UNAMI, 25 \xD8\xA8", DIRECTION_RTL, "ar",
                               (struct controls){items, 2}),
                  "Arab 0-3, Latn 3-8, Arab 8-15");
}

static void marks_stay_with_their_base(void) {
    EXPECT_STRING(english("e\xCC\x81"), "Latn 0-3");
    EXPECT_STRING(arabic("\xD8\xA8\xD9\x8E"), "Arab 0-4");
    EXPECT_STRING(english("a\xD9\x8E"), "Latn 0-3");
}

/* All at one level: Greek inside Latin brackets. */
static void both_brackets_of_a_pair_take_one_script(void) {
    EXPECT_STRING(english("a (\xCE\xB1) b"), "Latn 0-3, Grek 3-5, Latn 5-8");
    EXPECT_STRING(english("(\xCE\xB1) b"), "Grek 0-5, Latn 5-6");
    EXPECT_STRING(english("\xCE\xB1 (a [\xCE\xB1] a) \xCE\xB1"),
                  "Grek 0-4, Latn 4-7, Grek 7-9, Latn 9-12, Grek 12-16");
}

/* U+0640 tatweel may be Arabic or Syriac, and follows; U+060C not Latin. */
static void script_extensions_are_honoured(void) {
    EXPECT_STRING(arabic("\xDC\x90\xD9\x80"), "Syrc 0-4");
    EXPECT_STRING(arabic("\xD9\x80\xDC\x90"), "Syrc 0-4");
    EXPECT_STRING(arabic("\xD8\xA8\xD9\x80"), "Arab 0-4");
    EXPECT_STRING(english("a\xD8\x8C b"), "Latn 0-1, Arab 1-3, Latn 3-5");
}

static uint32_t tag(const char *name) {
    return (uint32_t)name[0] << 24 | (uint32_t)name[1] << 16 | (uint32_t)name[2] << 8 |
           (uint32_t)name[3];
}

static void languages_have_scripts(void) {
    EXPECT_INTEGER(text_language_script("ar"), tag("Arab"));
    EXPECT_INTEGER(text_language_script("ar-IQ"), tag("Arab"));
    EXPECT_INTEGER(text_language_script("ckb"), tag("Arab"));
    EXPECT_INTEGER(text_language_script("en"), tag("Latn"));
    EXPECT_INTEGER(text_language_script("az-Arab"), tag("Arab"));
    EXPECT_INTEGER(text_language_script("he"), tag("Hebr"));
    EXPECT_INTEGER(text_language_script("zh-Hant"), tag("Hani"));
    EXPECT_INTEGER(text_language_script("ja"), tag("Hani"));
    EXPECT_INTEGER(text_language_script("ko"), tag("Hang"));
}

static void runs_cover_any_text(void) {
    static const char *const pieces[] = {
        "a",        "\xCE\xB1", "\xD8\xA8",     "5",       " ", "(", ")", "\xD9\x80",
        "\xCC\x81", "\xFF",     "\xE0\xA5\xA4", "\xD9\xA1"};
    uint32_t state = 3;
    for (size_t i = 0; i < 20000; i++) {
        struct buffer text = {.arena = arena};
        for (size_t k = 0; k < 1 + i % 12; k++)
            buffer_add_string(
                &text, pieces[(state = state * 1664525u + 1013904223u) / 0x15555556u]);
        struct slice bytes = buffer_slice(&text);
        uint8_t *levels =
            bidi_resolve(arena, bytes, (struct controls){NULL, 0}, DIRECTION_RTL)
                .levels;
        size_t count;
        const struct script_run *runs =
            text_scripts(arena, bytes, levels, "ar", &count);
        uint32_t end = 0;
        for (size_t k = 0; k < count; k++) {
            EXPECT_INTEGER(runs[k].start, end);
            EXPECT(runs[k].end > end);
            EXPECT(!k || runs[k].script != runs[k - 1].script);
            end = runs[k].end;
        }
        EXPECT_INTEGER(end, bytes.length);
        arena_reset(arena);
    }
}

int main(void) {
    arena = arena_create();
    RUN(an_empty_text_has_no_runs);
    RUN(spaces_and_signs_take_the_script_around_them);
    RUN(digits_alone_have_the_script_of_the_language);
    RUN(arabic_digits_are_arabic_in_an_english_text);
    RUN(an_isolated_name_does_not_colour_what_stands_outside);
    RUN(marks_stay_with_their_base);
    RUN(both_brackets_of_a_pair_take_one_script);
    RUN(script_extensions_are_honoured);
    RUN(languages_have_scripts);
    RUN(runs_cover_any_text);
    arena_destroy(arena);
    return harness_status();
}
