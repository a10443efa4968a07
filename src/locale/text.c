/* SPDX-License-Identifier: MIT */
/* Numbers in a language's digits, ids from headings, names of characters (ICU). */
#include "locale/locale.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

struct language_digits {
    const char *language; /* a language, or a language and a region */
    enum digits digits;
};

/* CLDR's default numbering systems where they are not European; Urdu as it is printed
   rather than as it is typed. A region that differs comes before its language. */
static const struct language_digits language_digits[] = {
    {"ar-DZ", DIGITS_EUROPEAN},   {"ar-EH", DIGITS_EUROPEAN},
    {"ar-LY", DIGITS_EUROPEAN},   {"ar-MA", DIGITS_EUROPEAN},
    {"ar-TN", DIGITS_EUROPEAN},   {"ar", DIGITS_ARABIC_INDIC},
    {"ckb", DIGITS_ARABIC_INDIC}, {"sdh", DIGITS_ARABIC_INDIC},
    {"fa", DIGITS_PERSIAN},       {"ks", DIGITS_PERSIAN},
    {"lrc", DIGITS_PERSIAN},      {"mzn", DIGITS_PERSIAN},
    {"pnb", DIGITS_PERSIAN},      {"ps", DIGITS_PERSIAN},
    {"ur", DIGITS_PERSIAN},
};

static char to_lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

/* Whether a tag begins with these subtags. */
static bool tag_begins(const char *tag, const char *subtags) {
    size_t i = 0;
    for (; subtags[i]; i++)
        if (to_lower(tag[i]) != to_lower(subtags[i]))
            return false;
    return tag[i] == '\0' || tag[i] == '-';
}

enum digits locale_digits(const char *language) {
    size_t count = sizeof language_digits / sizeof *language_digits;
    for (size_t i = 0; i < count; i++)
        if (tag_begins(language, language_digits[i].language))
            return language_digits[i].digits;
    return DIGITS_EUROPEAN;
}

const char *locale_number(struct arena *arena, uint32_t number, enum digits digits) {
    static const uint32_t zeros[] = {'0', 0x0660, 0x06F0};
    _Static_assert(DIGITS_PERSIAN + 1 == sizeof zeros / sizeof *zeros, "all digits");
    const char *european = arena_printf(arena, "%lu", (unsigned long)number);
    struct buffer text = {.arena = arena};
    for (const char *digit = european; *digit; digit++)
        buffer_add_code_point(&text, zeros[digits] + (uint32_t)(*digit - '0'));
    buffer_add_char(&text, '\0');
    return text.data;
}

static bool stays_in_slug(UChar32 c) {
    return u_isalnum(c) || c == '-' || c == '_' ||
           (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
}

char *locale_slug(struct arena *arena, struct slice text) {
    struct buffer slug = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        UChar32 c = (UChar32)utf8_decode(text, i, &i);
        if (stays_in_slug(c))
            buffer_add_code_point(&slug, (uint32_t)u_tolower(c));
        else if (u_isUWhiteSpace(c))
            buffer_add_char(&slug, '-');
    }
    return arena_copy(arena, slug.data, slug.length);
}

const char *locale_character_name(struct arena *arena, uint32_t code_point) {
    char name[128] = "";
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = u_charName((UChar32)code_point, U_EXTENDED_CHAR_NAME, name,
                                sizeof name, &status);
    if (U_FAILURE(status) || length <= 0 || length >= (int32_t)sizeof name)
        return "unnamed character";
    return arena_copy(arena, name, (size_t)length);
}
