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

/* A text as words of letters and digits with one space before each and one at the end: without
   case, vowel marks, tatweel, what is not seen, and with the letters that Arabic writes one for
   another made one (أ and ا, ى and ي, ة and ه). To find a name by. NUL after its end. */
struct slice locale_skeleton(struct arena *arena, struct slice text);

/* A whole number in the given digits, without separators. */
const char *locale_number(struct arena *arena, uint32_t number, enum digits digits);

/* How the items of a list are counted. */
enum counter {
    COUNTER_DECIMAL,
    COUNTER_ABJAD,
    COUNTER_HIJAI, /* in the order of the alphabet */
    COUNTER_MAGHREBI, /* abjad as in the Maghreb */
    COUNTER_LATIN, /* a, b, c */
};

/* A number as a letter; in digits where there is none for it. */
const char *locale_counter(struct arena *arena, uint32_t number, enum counter counter,
                           enum digits digits);

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
    bool about; /* U+2248 before it: estimated */
    bool disputed; /* a question mark after it */
};

/* The number in the given digits with their separators, grouped from 1,000 on. */
const char *locale_decimal(struct arena *arena, const struct decimal *decimal,
                           enum digits digits);

/* "25-28" with U+2013, which keeps the first number at the start of the reading in both
   directions; a hyphen does not (UAX #9, W2 to W7). */
const char *locale_range(struct arena *arena, const char *first, const char *last);

/* --- with ICU's help ----------------------------------------------------------------

   Spaces that hold parts together are U+00A0; there are no bidi controls in what is
   written. */

/* What has been made for one value and will do for the next. */
struct formats;

struct formats *formats_open(struct arena *arena);
void formats_close(struct formats *formats);

/* Quotation marks: the usual ones, and those inside them. */
struct quotes {
    const char *start[2], *end[2];
};

struct quotes locale_quotes(struct formats *formats, const char *language);

/* Whether these are the three capital letters of a currency (ISO 4217). */
bool locale_is_currency(const char *code);

/* An amount with its currency on the side, and with the sign, that the language has. A sign
   of the number stands before all of it; a percent sign is left out. */
const char *locale_amount(struct arena *arena, struct formats *formats,
                          const struct decimal *decimal, const char *code,
                          const char *language, enum digits digits);

/* From where on numbers are written in words. */
enum number_words { WORDS_NONE, WORDS_THOUSANDS, WORDS_MILLIONS };

struct word_form {
    const char *language;
    enum digits digits;
    enum number_words words;
    bool rounded; /* to three digits; else none is left out */
    bool counts; /* what is counted follows */
};

/* The number in words, "1.2 million"; in digits where it is smaller, or a percentage, or the
   language only has an abbreviation. */
const char *locale_words(struct arena *arena, struct formats *formats,
                         const struct decimal *decimal, const struct word_form *form);

/* The forms that a language may have for a counted noun (CLDR). */
enum plural {
    PLURAL_ZERO,
    PLURAL_ONE,
    PLURAL_TWO,
    PLURAL_FEW,
    PLURAL_MANY,
    PLURAL_OTHER,
};

const char *locale_plural_name(enum plural plural);

/* Whether a language has this form. */
bool locale_has_plural(struct formats *formats, const char *language,
                       enum plural plural);

/* The one that a number asks for; its sign and the signs around it are not looked at. */
enum plural locale_plural(struct arena *arena, struct formats *formats,
                          const struct decimal *decimal, const char *language);

/* Which names the months have in Arabic; other languages have but one set. */
enum months {
    MONTHS_COUNTRY, /* as CLDR has them for the country of the language tag */
    MONTHS_LEVANT, /* Iraq, Syria, Lebanon, Jordan, Palestine */
    MONTHS_EGYPT, /* and the Gulf */
    MONTHS_MAGHREB, /* as in Morocco */
    MONTHS_BOTH, /* of the Levant and of Egypt, as the United Nations write them */
};

/* Those of a language that no setting speaks of. Arabic without a country is taken for that
   of Iraq. */
enum months locale_months(const char *language);

/* A day that there is, in the Gregorian calendar; `day` 0: the month only. */
struct date {
    uint32_t year, month, day;
};

struct date_form {
    const char *language;
    enum digits digits;
    enum months months;
    bool weekday;
};

/* The date in words. */
const char *locale_date(struct arena *arena, struct formats *formats, struct date date,
                        const struct date_form *form);

/* The name of a month, from 1, as it stands by itself. */
const char *locale_month(struct arena *arena, struct formats *formats, uint32_t month,
                         const struct date_form *form);

/* From one day to another, or from one month to another. */
const char *locale_dates(struct arena *arena, struct formats *formats,
                         struct date first, struct date last,
                         const struct date_form *form);

/* Whether the calendar of Umm al-Qura is known for a day. */
bool locale_has_hijri(struct date date);

/* The same day in that calendar, and the name of the calendar. */
const char *locale_hijri(struct arena *arena, struct formats *formats, struct date date,
                         const struct date_form *form);

/* What a text is sorted by in a list of this language: two are in the order of strcmp on
   these. Articles and vowel marks do not count. */
const char *locale_sort_key(struct arena *arena, struct formats *formats,
                            const char *text, const char *language);

/* Names as a list in words, at least one: "A, B, and C". */
const char *locale_join(struct arena *arena, const char *const names[], size_t count,
                        const char *language);

/* Words the program writes itself. */
enum term {
    TERM_FIGURE, /* "Figure", before a number */
    TERM_TABLE,
    TERM_CONTENTS, /* titles */
    TERM_FIGURES,
    TERM_TABLES,
    TERM_CONTINUED, /* of a table on its next page */
    TERM_UMM_AL_QURA, /* the calendar */
    TERM_FINDING, /* before a number */
    TERM_RECOMMENDATION,
    TERM_FINDINGS, /* titles */
    TERM_RECOMMENDATIONS,
    TERM_GLANCE,
    TERM_KEY_FIGURES,
    TERM_ANSWERED_BY, /* above the recommendations that answer a finding */
    TERM_ANSWERS, /* above the findings that a recommendation answers */
    TERM_WHEN, /* above its priority and its date */
    TERM_PAGE, /* above page numbers */
    TERM_PAGE_SHORT, /* "p.", before one */
    TERM_PARAGRAPH, /* before a number */
    TERM_GLOSSARY, /* title */
    TERM_DEFINITION, /* of the terms in a glossary */
    TERM_IMPRINT, /* title */
    TERM_PUBLISHER, /* what stands in an imprint, before a colon */
    TERM_DATE,
    TERM_LICENCE,
    TERM_CONTACT,
    TERM_SITE,
    TERM_BACK_COVER, /* title, of which nothing is printed */
    TERM_SOURCES, /* a title */
    TERM_DATA, /* of charts: a title, and before the name of a table */
    TERM_SOURCE, /* "Source", before what a table is from */
    TERM_CITED_PAGE, /* before a number in a source, as those that follow */
    TERM_CITED_PAGES,
    TERM_CITED_PARAGRAPH,
    TERM_CITED_PARAGRAPHS,
    TERM_VOLUME,
    TERM_ISSUE,
    TERM_EDITOR, /* after one name */
    TERM_EDITORS,
    TERM_AND_OTHERS, /* after several */
    TERM_ACCESSED, /* before a date */
    TERM_DRAFT,
    TERM_EMBARGO, /* with a date, as those that follow with what stands for "{}" */
    TERM_EDITION, /* a number */
    TERM_PREVAILS, /* the name of a language */
    TERM_NO_DATA, /* in the place of a value that is missing */
    TERM_INVERTED, /* of the axis of a chart */
    TERM_STEP_UNDER, /* of a value: less than {} */
    TERM_STEP_TO, /* from {} to {}, and both */
    TERM_STEP_TO_UNDER, /* from {} to less than {} */
    TERM_STEP_FROM, /* {} or more */
    TERM_HOLLOW, /* with what hollow marks of a chart stand for, as those that follow */
    TERM_HOLLOW_DASHED,
    TERM_HOLLOW_DOTTED,
    TERM_ESTIMATES, /* what they stand for */
    TERM_DISPUTED_FIGURES,
    TERM_PRELIMINARY_FIGURES,
    TERM_ESTIMATED, /* of one number */
    TERM_DISPUTED,
    TERM_PRELIMINARY,
    TERM_NOT_DRAWN, /* with what is said of a missing value */
    TERM_OWN_SCALES, /* of panels */
    TERM_ROUNDED, /* of the values of a chart */
    TERM_FROM_TO, /* {} for first value, its time, last, its, least, its, greatest, its */
    TERM_SEPARATOR, /* between the parts of a list in a line */
    TERM_WITHHELD, /* in the place of a text that must not be printed */
    TERM_BRIEFING, /* what a handout is, beside its title */
    TERM_COUNT
};

/* A word in a language; in English where it is not known. */
const char *locale_term(const char *language, enum term term);

/* The same with a word in the place of its "{}". */
const char *locale_term_with(struct arena *arena, const char *language, enum term term,
                             const char *word);

/* The name of a language, in another or in itself (CLDR). */
const char *locale_language_name(struct arena *arena, const char *language,
                                 const char *in);

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
