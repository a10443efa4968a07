/* SPDX-License-Identifier: MIT */
/* Large numbers in words: "1.2 million", as CLDR's long compact form has them (ICU), which knows
   that three are ملايين. Arabic says one and two of them by the noun itself, and puts that of
   eleven to ninety-nine into the accusative, unless what is counted follows. */
#include "locale/internal.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>

/* --- what ICU writes --------------------------------------------------------------------- */

static UNumberFormatter *find_formatter(struct formats *formats,
                                        const struct word_form *form) {
    char key[LOCALE_ROOM], name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    snprintf(key, sizeof key, "words %.100s %d", form->language, form->rounded);
    struct format *format = formats_find(formats, key);
    if (!format->number) {
        icu_name(form->language, DIGITS_EUROPEAN, NULL, name);
        format->number = unumf_openForSkeletonAndLocale(
            form->rounded ? u"compact-long @##" : u"compact-long precision-unlimited",
            -1, name, &status);
        icu_require(formats_arena(formats), status);
    }
    return format->number;
}

static struct slice write_compact(struct arena *arena, struct formats *formats,
                                  const struct decimal *decimal,
                                  const struct word_form *form) {
    UErrorCode status = U_ZERO_ERROR;
    struct buffer text = {.arena = arena};
    size_t whole = strlen(decimal->digits) - decimal->decimals;
    const char *plain =
        arena_printf(arena, "%.*s%s%s", (int)whole, decimal->digits,
                     decimal->decimals ? "." : "", decimal->digits + whole);
    UFormattedNumber *number = unumf_openResult(&status);
    UNumberFormatter *formatter = find_formatter(formats, form);
    int32_t length = 0;
    unumf_formatDecimal(formatter, plain, -1, number, &status);
    icu_require(formats_arena(formats), status);
    const UChar *units =
        ufmtval_getString(unumf_resultAsValue(number, &status), &length, &status);
    icu_require(formats_arena(formats), status);
    icu_append(&text, units, length);
    unumf_closeResult(number);
    return buffer_slice(&text);
}

/* --- number and word ---------------------------------------------------------------------- */

struct compact {
    struct slice number, word; /* "1.23", "million" */
};

/* False if there is no word, but a letter that stands for one. */
static bool split(struct slice text, struct compact *compact) {
    size_t end = 0, word;
    while (end < text.length && strchr("0123456789.,", text.data[end]))
        end++;
    compact->number = slice_sub(text, 0, end);
    for (word = end; word < text.length;) {
        size_t next = word;
        if (!u_isUWhiteSpace((UChar32)utf8_decode(text, word, &next)))
            break;
        word = next;
    }
    compact->word = slice_sub(text, word, text.length);
    return end > 0 && word > end && word < text.length;
}

static bool is_bare(const struct decimal *decimal) {
    return !decimal->sign && !decimal->at_least && !decimal->and_more &&
           !decimal->about && !decimal->disputed;
}

/* The last two digits of a whole number; 0 of one that is not. */
static int last_two(struct slice number) {
    int value = 0;
    for (size_t i = 0; i < number.length; i++) {
        if (number.data[i] == '.')
            return 0;
        value = (value * 10 + number.data[i] - '0') % 100;
    }
    return value;
}

/* CLDR has the plurals of thousand and million alone. */
static const char *find_plural(struct slice word) {
    static const char *const plurals[][2] = {{"مليار", "مليارات"},
                                             {"ترليون", "ترليونات"}};
    for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++)
        if (slice_is(word, plurals[i][0]))
            return plurals[i][1];
    return NULL;
}

/* The word as Arabic asks for it; true if it says the number itself. */
static bool add_arabic(struct buffer *out, const struct compact *compact,
                       const struct decimal *decimal, bool counts) {
    bool one = slice_is(compact->number, "1"), two = slice_is(compact->number, "2");
    int last = last_two(compact->number);
    const char *plural = last >= 3 && last <= 10 ? find_plural(compact->word) : NULL;
    if (plural)
        buffer_add_string(out, plural);
    else
        buffer_add(out, compact->word.data, compact->word.length);
    if (two && is_bare(decimal))
        buffer_add_string(out, counts ? "ا" : "ان");
    if (last > 10 && !counts)
        buffer_add_string(out, "اً");
    return (one || two) && is_bare(decimal);
}

static bool is_arabic_itself(const char *language) {
    return !strncmp(language, "ar", 2) && (!language[2] || language[2] == '-');
}

static bool is_large(const struct decimal *decimal, enum number_words words) {
    size_t whole = strlen(decimal->digits) - decimal->decimals;
    return words != WORDS_NONE && !decimal->percent &&
           whole > (words == WORDS_THOUSANDS ? 3 : 6);
}

const char *locale_words(struct arena *arena, struct formats *formats,
                         const struct decimal *decimal, const struct word_form *form) {
    struct compact compact;
    struct buffer out = {.arena = arena}, word = {.arena = arena};
    if (!is_large(decimal, form->words) ||
        !split(write_compact(arena, formats, decimal, form), &compact))
        return locale_decimal(arena, decimal, form->digits);
    bool says = false;
    if (is_arabic_itself(form->language))
        says = add_arabic(&word, &compact, decimal, form->counts);
    else
        buffer_add(&word, compact.word.data, compact.word.length);
    decimal_add_before(&out, decimal);
    if (!says) {
        decimal_add_number(&out, compact.number, form->digits);
        buffer_add_code_point(&out, 0xA0);
    }
    buffer_add(&out, word.data, word.length);
    decimal_add_after(&out, decimal, form->digits);
    buffer_add_char(&out, '\0');
    return out.data;
}
