/* SPDX-License-Identifier: MIT */
/* Where lines may end (UAX #14) and grapheme clusters start (UAX #29), from a paragraph's
   text: ICU's rules, then ours.

   ICU's break iterators read UTF-8 through UText, so that offsets stay bytes. ICU's rules
   are those of UAX #14 with the numbers of its example 7 and few changes of their own;
   tests/unicode/line_break_test.c lists the samples of Unicode's file where they differ.

   Our tailoring takes away breaks of UAX #14 that misread Arabic prose or tear a notation
   (notations.c) which the reader takes as one sign, and adds some in URLs and addresses:

   1. After a lone waw: the conjunction typed with a space belongs to the next word.
   2. At a solidus between Arabic letters: pairs of month names (تشرين الأول/أكتوبر).
   3. At a dash between digits: 25–28 stays on its line.
   4. Between a number and a percent, currency or degree sign typed after a space.
   5. Inside phone numbers, dates, numbers grouped by spaces, formulas, amounts.
   6. Inside ids, file names and other notations of digits or signs with letters, when
      they have at most 24 characters; longer ones break where UAX #14 says.
   7. Inside an e-mail address, but after "@" when it has more than 24 characters.
   8. Inside a URL or a path, but after "/" "?" "&" "=" "-" "." when at least 4 characters
      of it stand on both sides, the next is a letter or a digit, and it has more than 12
      characters. Not inside "://".

   9. After a soft hyphen: a line that ends there ends with a hyphen (hyphenate.c).

   A break that UAX #14 requires stays. Road not taken: breaks anywhere in a long URL; one of
   hundreds of letters without a sign is the breaker's to report. */
#include "text/internal.h"

#include "base/utf8.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

enum { LANGUAGES_KEPT = 4, TAG_ROOM = 24 };

enum { LONG_ID = 24, LONG_EMAIL = 24, LONG_URL = 12, URL_EDGE = 4 };

struct line_iterator {
    char language[TAG_ROOM];
    UBreakIterator *iterator;
};

struct boundary_finder {
    struct arena *arena;
    UBreakIterator *graphemes;
    struct line_iterator lines[LANGUAGES_KEPT]; /* the first is of the root locale */
    size_t next; /* the slot to be reused */
};

/* ICU fails when memory runs out, and in no other way here: its data is in its library. */
static void require_success(struct arena *arena, UErrorCode status) {
    if (U_FAILURE(status))
        arena_take(arena, SIZE_MAX, 2);
}

static UBreakIterator *open_iterator(struct arena *arena, UBreakIteratorType type,
                                     const char *language) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(type, language, NULL, 0, &status);
    require_success(arena, status);
    return iterator;
}

struct boundary_finder *boundary_finder_open(struct arena *arena) {
    struct boundary_finder *finder = arena_new(arena, struct boundary_finder);
    finder->arena = arena;
    finder->graphemes = open_iterator(arena, UBRK_CHARACTER, "");
    finder->lines[0].iterator = open_iterator(arena, UBRK_LINE, "");
    finder->next = 1;
    return finder;
}

void boundary_finder_close(struct boundary_finder *finder) {
    if (!finder)
        return;
    ubrk_close(finder->graphemes);
    for (size_t i = 0; i < LANGUAGES_KEPT; i++)
        if (finder->lines[i].iterator)
            ubrk_close(finder->lines[i].iterator);
}

static UBreakIterator *find_line_iterator(struct boundary_finder *finder,
                                          const char *language) {
    if (!language || strlen(language) >= TAG_ROOM)
        language = "";
    for (size_t i = 0; i < LANGUAGES_KEPT; i++)
        if (finder->lines[i].iterator && !strcmp(finder->lines[i].language, language))
            return finder->lines[i].iterator;
    struct line_iterator *line = &finder->lines[finder->next];
    finder->next = finder->next + 1 < LANGUAGES_KEPT ? finder->next + 1 : 1;
    if (line->iterator)
        ubrk_close(line->iterator);
    memcpy(line->language, language, strlen(language) + 1);
    line->iterator = open_iterator(finder->arena, UBRK_LINE, language);
    return line->iterator;
}

static void set_text(struct boundary_finder *finder, UBreakIterator *iterator,
                     UText *text) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setUText(iterator, text, &status);
    require_success(finder->arena, status);
}

static void flag_graphemes(struct boundary_finder *finder, UText *text,
                           uint8_t *flags) {
    set_text(finder, finder->graphemes, text);
    for (int32_t i = ubrk_first(finder->graphemes); i != UBRK_DONE;
         i = ubrk_next(finder->graphemes))
        flags[i] |= BOUNDARY_GRAPHEME;
}

/* The end of the text is a break that UAX #14 requires (LB3), its start is none (LB2). */
static void flag_lines(struct boundary_finder *finder, UBreakIterator *lines,
                       UText *text, uint8_t *flags) {
    set_text(finder, lines, text);
    ubrk_first(lines);
    for (int32_t i = ubrk_next(lines); i != UBRK_DONE; i = ubrk_next(lines)) {
        flags[i] |= BOUNDARY_BREAK;
        if (ubrk_getRuleStatus(lines) >= UBRK_LINE_HARD)
            flags[i] |= BOUNDARY_REQUIRED;
    }
}

static uint8_t *find_boundaries(struct boundary_finder *finder, struct arena *arena,
                                UBreakIterator *lines, struct slice text) {
    uint8_t *flags = arena_array(arena, uint8_t, text.length + 1);
    UErrorCode status = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.data, (int64_t)text.length, &status);
    require_success(finder->arena, status);
    flag_graphemes(finder, &utext, flags);
    flag_lines(finder, lines, &utext, flags);
    utext_close(&utext);
    flags[text.length] |= BOUNDARY_BREAK | BOUNDARY_REQUIRED | BOUNDARY_GRAPHEME;
    return flags;
}

uint8_t *boundaries_find_untailored(struct boundary_finder *finder, struct arena *arena,
                                    struct slice text) {
    return find_boundaries(finder, arena, finder->lines[0].iterator, text);
}

/* --- the tailoring -------------------------------------------------------------------- */

/* What our rules may still change. */
struct tailoring {
    struct pieces pieces;
    uint8_t *flags; /* of each byte */
};

static struct piece piece_at(const struct tailoring *tailoring, size_t i) {
    struct pieces pieces = tailoring->pieces;
    return pieces.items[i < pieces.count ? i : pieces.count];
}

static bool is_class(const struct tailoring *tailoring, size_t i,
                     enum piece_class class) {
    return piece_at(tailoring, i).class == class;
}

static bool is_digit(const struct tailoring *tailoring, size_t i) {
    return is_class(tailoring, i, PIECE_DIGIT) || is_class(tailoring, i, PIECE_INDIC);
}

/* No break before piece `i`. */
static void forbid(struct tailoring *tailoring, size_t i) {
    uint8_t *flags = &tailoring->flags[piece_at(tailoring, i).offset];
    if (i < tailoring->pieces.count && !(*flags & BOUNDARY_REQUIRED))
        *flags &= (uint8_t)~BOUNDARY_BREAK;
}

/* Rules 1 to 4, at piece `i`. */

static void keep_waw(struct tailoring *tailoring, size_t i) {
    if (piece_at(tailoring, i).code_point != 0x0648 ||
        !is_class(tailoring, i + 1, PIECE_SPACE))
        return;
    enum piece_class before = i ? piece_at(tailoring, i - 1).class : PIECE_STOP;
    if (before == PIECE_SPACE || before == PIECE_NO_BREAK_SPACE ||
        before == PIECE_OPEN || before == PIECE_QUOTE || before == PIECE_STOP)
        forbid(tailoring, i + 2);
}

static void keep_solidus(struct tailoring *tailoring, size_t i) {
    if (piece_at(tailoring, i).code_point == '/' && i &&
        (is_class(tailoring, i - 1, PIECE_RTL) ||
         is_class(tailoring, i - 1, PIECE_MARK)) &&
        is_class(tailoring, i + 1, PIECE_RTL))
        forbid(tailoring, i + 1);
}

static void keep_range(struct tailoring *tailoring, size_t i) {
    uint32_t c = piece_at(tailoring, i).code_point;
    bool dash = c == '-' || (c >= 0x2010 && c <= 0x2014) || c == 0x2212;
    bool after_number = i && (is_digit(tailoring, i - 1) ||
                              is_class(tailoring, i - 1, PIECE_TERMINATOR));
    if (!dash || !after_number || !is_digit(tailoring, i + 1))
        return;
    forbid(tailoring, i);
    forbid(tailoring, i + 1);
}

static void keep_sign(struct tailoring *tailoring, size_t i) {
    if (i && is_class(tailoring, i, PIECE_SPACE) && is_digit(tailoring, i - 1) &&
        (is_class(tailoring, i + 1, PIECE_TERMINATOR) ||
         is_class(tailoring, i + 1, PIECE_DEGREE)) &&
        !is_digit(tailoring, i + 2))
        forbid(tailoring, i + 1);
}

/* Rule 9. */
static void keep_soft_hyphen(struct tailoring *tailoring, size_t i) {
    if (piece_at(tailoring, i).code_point == 0x00AD)
        forbid(tailoring, i + 1);
}

/* Rules 5 to 8. */

static void forbid_inside(struct tailoring *tailoring, struct notation notation) {
    for (size_t i = notation.start + 1; i < notation.end; i++)
        forbid(tailoring, i);
}

static bool is_url_joint(uint32_t c) {
    return c == '/' || c == '?' || c == '&' || c == '=' || c == '-' || c == '.';
}

static bool starts_word(const struct tailoring *tailoring, size_t i) {
    return is_digit(tailoring, i) || is_class(tailoring, i, PIECE_LTR) ||
           is_class(tailoring, i, PIECE_RTL);
}

static bool may_break_url(const struct tailoring *tailoring, struct notation notation,
                          size_t i) {
    bool is_long = notation.end - notation.start > LONG_URL;
    bool inside = i - notation.start >= URL_EDGE && notation.end - i >= URL_EDGE;
    return is_long && inside && starts_word(tailoring, i) &&
           is_url_joint(piece_at(tailoring, i - 1).code_point) &&
           piece_at(tailoring, i - 3).code_point != ':';
}

static void tailor_url(struct tailoring *tailoring, struct notation notation) {
    for (size_t i = notation.start + 1; i < notation.end; i++) {
        if (may_break_url(tailoring, notation, i))
            tailoring->flags[piece_at(tailoring, i).offset] |= BOUNDARY_BREAK;
        else
            forbid(tailoring, i);
    }
}

static void tailor_email(struct tailoring *tailoring, struct notation notation) {
    bool is_long = notation.end - notation.start > LONG_EMAIL;
    forbid_inside(tailoring, notation);
    for (size_t i = notation.start + 1; is_long && i < notation.end; i++)
        if (piece_at(tailoring, i - 1).code_point == '@')
            tailoring->flags[piece_at(tailoring, i).offset] |= BOUNDARY_BREAK;
}

static void flag_notation(struct tailoring *tailoring, struct notation notation) {
    uint32_t end = piece_at(tailoring, notation.end).offset;
    for (uint32_t i = piece_at(tailoring, notation.start).offset; i < end; i++)
        tailoring->flags[i] |= BOUNDARY_NOTATION;
}

static void tailor_notation(struct tailoring *tailoring, struct notation notation) {
    flag_notation(tailoring, notation);
    switch (notation.kind) {
    case NOTATION_URL:
        tailor_url(tailoring, notation);
        break;
    case NOTATION_EMAIL:
        tailor_email(tailoring, notation);
        break;
    case NOTATION_ID:
        if (notation.end - notation.start <= LONG_ID)
            forbid_inside(tailoring, notation);
        break;
    default:
        forbid_inside(tailoring, notation);
    }
}

uint8_t *boundaries_find(struct boundary_finder *finder, struct arena *arena,
                         struct slice text, const char *language,
                         const struct piece_object *marks, size_t mark_count) {
    UBreakIterator *lines = find_line_iterator(finder, language);
    struct tailoring tailoring = {
        .pieces = text_pieces(arena, text, 0, (uint32_t)text.length, marks, mark_count),
        .flags = find_boundaries(finder, arena, lines, text),
    };
    for (size_t i = 0; i < tailoring.pieces.count; i++) {
        keep_waw(&tailoring, i);
        keep_solidus(&tailoring, i);
        keep_range(&tailoring, i);
        keep_sign(&tailoring, i);
        keep_soft_hyphen(&tailoring, i);
    }
    struct notations notations = text_notations(arena, tailoring.pieces);
    for (size_t i = 0; i < notations.count; i++)
        tailor_notation(&tailoring, notations.items[i]);
    return tailoring.flags;
}
