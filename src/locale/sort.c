/* SPDX-License-Identifier: MIT */
/* What lists are sorted by: CLDR's collation of their language (ICU), and before it what
   readers of such lists do not look at.

   ICU knows that a tatweel is no letter, that أ and ا are one, and that ة stands at ت in
   Arabic; it does not know that البصرة is looked for under ب. So the article goes: of a
   phrase also with what is written before it in one word (وال، بال، كال، فال، لل). Words that
   only begin so are listed, since no rule tells them. Vowel marks go, so that a vocalised
   name stands beside the same without. A hamza counts as the letter it sits on, as printed
   indexes in Arabic have it, where CLDR takes each of them for an alef. */
#include "locale/internal.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/ustring.h>

enum {
    TATWEEL = 0x0640,
    HAMZA_ON_WAW = 0x0624,
    HAMZA_ON_YEH = 0x0626,
    WAW = 0x0648,
    YEH = 0x064A,
    SUPERSCRIPT_ALEF = 0x0670,
};

static bool is_language(const char *language, const char *subtag) {
    size_t length = strcspn(language, "-");
    return length == strlen(subtag) && !memcmp(language, subtag, length);
}

static bool is_mark(uint32_t c) {
    return c == TATWEEL || (c >= 0x064B && c <= 0x0652) || c == SUPERSCRIPT_ALEF;
}

/* The text without marks and without what stands before its first letter or digit. */
static struct slice strip_marks(struct arena *arena, struct slice text, bool seats) {
    struct buffer bare = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        if (seats)
            c = c == HAMZA_ON_WAW ? WAW : c == HAMZA_ON_YEH ? YEH : c;
        if (!is_mark(c) && (bare.length || u_isalnum((UChar32)c)))
            buffer_add_code_point(&bare, c);
    }
    return buffer_slice(&bare);
}

/* --- articles ---------------------------------------------------------------------- */

static bool begins_with(struct slice text, const char *with) {
    size_t length = strlen(with);
    return text.length >= length && !memcmp(text.data, with, length);
}

static struct slice first_word(struct slice text) {
    const char *space = text.length ? memchr(text.data, ' ', text.length) : NULL;
    return slice_sub(text, 0, space ? (size_t)(space - text.data) : text.length);
}

/* Words whose own first letters are those of the article, with the endings of their
   feminine and plural. */
static bool is_radical(struct slice word) {
    static const char *const words[] = {
        "الله",   "التزام", "التماس", "التهاب",  "التحاق", "التقاء", "التقاط",
        "التفات", "التباس", "التواء", "التئام",  "التهام", "التجاء", "التصاق",
        "التفاف", "الهام",  "الفة",   "الكترون", "التيام",
    };
    static const char *const endings[] = {"", "ات", "ة", "ي", "ية"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (!begins_with(word, words[i]))
            continue;
        size_t length = strlen(words[i]);
        struct slice rest = slice_sub(word, length, word.length);
        for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
            if (slice_is(rest, endings[k]))
                return true;
    }
    return false;
}

/* How many bytes the Arabic article has that a text begins with. At least two letters are
   left, after a particle three. */
static size_t arabic_article(struct slice text) {
    static const char *const particles[] = {"وال", "بال", "كال", "فال", "لل"};
    struct slice word = first_word(text);
    size_t letters = utf8_count(word);
    if (is_radical(word))
        return 0;
    if (begins_with(word, "ال"))
        return letters >= 4 ? strlen("ال") : 0;
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        size_t length = strlen(particles[i]);
        if (word.length < text.length && begins_with(word, particles[i]) &&
            letters >= length / 2 + 3 &&
            !is_radical(slice_sub(word, strlen("و"), word.length)))
            return length;
    }
    return 0;
}

static size_t english_article(struct slice text) {
    static const char *const articles[] = {"the", "a", "an"};
    struct slice word = first_word(text);
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
        size_t length = strlen(articles[i]), same = 0;
        while (same < word.length && same < length &&
               (word.data[same] | 0x20) == articles[i][same])
            same++;
        if (same == length && word.length == length && word.length < text.length)
            return length + 1;
    }
    return 0;
}

/* Persian and Urdu have words of their own that begin with these letters, and languages in
   Latin letters with those. */
static struct slice strip_article(struct slice text, const char *language) {
    bool rtl = locale_direction(language) == DIRECTION_RTL;
    size_t length = 0;
    if (is_language(language, "ar") || !locale_is_arabic(language))
        length = arabic_article(text);
    if (!length && (rtl || is_language(language, "en")))
        length = english_article(text);
    return slice_sub(text, length, text.length);
}

/* --- the key ----------------------------------------------------------------------- */

static UCollator *find_collator(struct formats *formats, const char *language) {
    char key[LOCALE_ROOM], name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    snprintf(key, sizeof key, "collation %.100s", language);
    struct format *format = formats_find(formats, key);
    if (!format->collator) {
        icu_name(language, DIGITS_EUROPEAN, NULL, name);
        format->collator = ucol_open(name, &status);
        icu_require(formats_arena(formats), status);
    }
    return format->collator;
}

const char *locale_sort_key(struct arena *arena, struct formats *formats,
                            const char *text, const char *language) {
    UCollator *collator = find_collator(formats, language);
    struct slice bare = strip_marks(arena, slice_of(text), is_language(language, "ar"));
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    bare = strip_article(bare, language);
    int32_t room = (int32_t)bare.length + 1; /* a byte is a unit at most */
    UChar *units = arena_array(arena, UChar, (size_t)room);
    u_strFromUTF8(units, room, &count, bare.data, (int32_t)bare.length, &status);
    icu_require(arena, status);
    int32_t length = ucol_getSortKey(collator, units, count, NULL, 0);
    uint8_t *key = arena_array(arena, uint8_t, (size_t)length + 1);
    ucol_getSortKey(collator, units, count, key, length);
    return (const char *)key;
}
