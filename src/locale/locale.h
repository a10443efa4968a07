/* SPDX-License-Identifier: MIT */
/* What depends on a language: direction, digits, counters, generated words, encodings. */
#ifndef LOCALE_LOCALE_H
#define LOCALE_LOCALE_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdbool.h>
#include <stdint.h>

enum direction { DIRECTION_LTR, DIRECTION_RTL };

enum digits { DIGITS_EUROPEAN, DIGITS_ARABIC_INDIC, DIGITS_PERSIAN };

/* The direction a BCP 47 language tag is written in: ar, fa, ur, ckb, he, ... are
   right to left, also by script subtag (az-Arab). */
enum direction locale_direction(const char *language);

/* Whether a language is written in Arabic letters: ar, fa, ur, ckb, az-Arab, ... */
bool locale_is_arabic(const char *language);

/* The digits a language is usually set in (CLDR's default numbering system): U+0660 for ar,
   ckb, sd; U+06F0 for fa, ps; European for ur, ar-MA, en and wherever others than these
   three are usual. */
enum digits locale_digits(const char *language);

/* The direction of the first strong character (UAX #9 P2, P3); `otherwise` if none. */
enum direction locale_first_strong(struct slice text, enum direction otherwise);

/* Whether a text has a strong character of this direction. */
bool locale_has_strong(struct slice text, enum direction direction);

/* The language a text seems to be in, by the script of its first strong character: "ar",
   "he", "en", ...; `otherwise` if it has none. */
const char *locale_guess(struct slice text, const char *otherwise);

/* Whether this is a well-formed BCP 47 tag that can be a folder's name. */
bool locale_is_tag(const char *language);

/* The text as an id: small letters, marks, digits, "_" and "-" stay, white space becomes
   "-", all else goes. May be empty. */
char *locale_slug(struct arena *arena, struct slice text);

/* Whether a text is nothing but what can stand in an id. */
bool locale_is_id(struct slice text);

/* The text with case differences taken away, to compare it with. */
char *locale_fold(struct arena *arena, struct slice text);

/* A whole number in the given digits, without separators. */
const char *locale_number(struct arena *arena, uint32_t number, enum digits digits);

enum { DECIMAL_DIGITS = 40 };

/* A number as somebody wrote it: decimal, so that none of it is rounded. */
struct decimal {
    char
        digits[DECIMAL_DIGITS + 1]; /* ASCII, NUL after the last; one before the mark */
    uint8_t decimals; /* so many of them stand after the decimal mark */
    char sign; /* '-', '+', or NUL where none is written */
    bool percent;
    bool at_least; /* U+2265 before it */
    bool and_more; /* "+" after it */
};

/* The number in the given digits with their separators, grouped from 1,000 on. */
const char *locale_decimal(struct arena *arena, const struct decimal *decimal,
                           enum digits digits);

/* Words the program writes itself. */
enum term {
    TERM_FIGURE, /* "Figure", before a number */
    TERM_TABLE,
    TERM_CONTENTS, /* titles */
    TERM_FIGURES,
    TERM_TABLES,
    TERM_CONTINUED, /* of a table on its next page */
    TERM_QUOTE_START, /* quotation marks */
    TERM_QUOTE_END,
    TERM_COUNT
};

/* A word in a language; in English where we do not know it. */
const char *locale_term(const char *language, enum term term);

/* Whether we know the words of a language. */
bool locale_has_terms(const char *language);

/* Bytes of UTF-16 that begin with a byte order mark as UTF-8; U+FFFD for each unit that is
   half of a character. */
struct slice locale_from_utf16(struct arena *arena, struct slice bytes);

/* Whether bytes that are not UTF-8 seem to be Arabic in Windows-1256. */
bool locale_is_windows_1256(struct slice bytes);

/* The name of a Unicode character ("ARABIC LETTER PEH"), for messages. */
const char *locale_character_name(struct arena *arena, uint32_t code_point);

#endif
