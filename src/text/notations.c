/* SPDX-License-Identifier: MIT */
/* Notations: URLs, addresses, file names, ids and numeric notations, from pieces.

   A token is a run of pieces that nothing parts: letters, digits and the signs typed
   against them, up to a space, a bracket, a quotation mark, an Arabic letter or an Arabic
   comma. A token with a left-to-right letter is a word; with more than letters in it (a
   digit, a sign before or after it that is its own) it is a notation. A token without one
   may hold numeric notations, and some of these reach over spaces to later tokens. A URL
   is found by its scheme and takes what a token cannot hold. */
#include "text/internal.h"

enum { SCHEME_MOST = 12, PREFIX_MOST = 2, SUFFIX_MOST = 4 };

enum {
    GLUE = 1u << PIECE_LTR | 1u << PIECE_DIGIT | 1u << PIECE_INDIC | 1u << PIECE_MARK |
           1u << PIECE_SIGN | 1u << PIECE_TERMINATOR | 1u << PIECE_DEGREE |
           1u << PIECE_SEPARATOR | 1u << PIECE_SYMBOL,
    CORE = 1u << PIECE_LTR | 1u << PIECE_DIGIT | 1u << PIECE_INDIC,
    URL = GLUE | 1u << PIECE_RTL | 1u << PIECE_OPEN | 1u << PIECE_CLOSE,
};

enum { EM_DASH = 0x2014, HORIZONTAL_BAR = 0x2015 };

struct finder {
    struct arena *arena;
    struct pieces pieces;
    struct notations found;
    size_t capacity;
};

static bool has_class(struct pieces pieces, size_t i, unsigned classes) {
    return classes >> pieces.items[i].class & 1;
}

static bool is_glue(struct pieces pieces, size_t i) {
    uint32_t c = pieces.items[i].code_point;
    return has_class(pieces, i, GLUE) && c != EM_DASH && c != HORIZONTAL_BAR;
}

static bool is_at(struct pieces pieces, size_t i, const char *string) {
    for (; *string; string++, i++)
        if (i >= pieces.count || pieces.items[i].code_point != (unsigned char)*string)
            return false;
    return true;
}

static void add_notation(struct finder *finder, struct notation notation) {
    for (size_t i = notation.start; i < notation.end; i++)
        notation.right_to_left |=
            has_class(finder->pieces, i, 1u << PIECE_RTL | 1u << PIECE_INDIC);
    arena_reserve(finder->arena, finder->found.items, finder->found.count,
                  finder->capacity);
    finder->found.items[finder->found.count++] = notation;
}

/* --- URLs ------------------------------------------------------------------------------- */

/* Where a URL's authority starts when one starts at `start`, else `start`. */
static size_t authority_start(struct pieces pieces, size_t start) {
    if (is_at(pieces, start, "www.") || is_at(pieces, start, "WWW."))
        return start + 4;
    size_t i = start;
    while (i < pieces.count && i - start < SCHEME_MOST &&
           pieces.items[i].code_point < 128 && has_class(pieces, i, CORE))
        i++;
    return i > start && is_at(pieces, i, "://") ? i + 3 : start;
}

static bool may_stand_in_url(struct pieces pieces, size_t i) {
    uint32_t c = pieces.items[i].code_point;
    bool arabic_sign = c == 0x061B || c == 0x061C || c == 0x061F || c == 0x06D4;
    bool other_sign = c == '<' || c == '>' || c == 0xAB || c == 0xBB || c == 0xFFFC;
    return has_class(pieces, i, URL) && !arabic_sign && !other_sign && c != 0x200F;
}

/* Signs that end the sentence or the clause rather than the URL. */
static bool is_trailing(struct piece piece) {
    uint32_t c = piece.code_point;
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' ||
           c == '\'' || c == 0x2019 || c == 0x2026 || piece.class == PIECE_OPEN;
}

static size_t url_end(struct pieces pieces, size_t start) {
    size_t authority = authority_start(pieces, start), i = authority, open = 0;
    if (authority == start || !has_class(pieces, authority, CORE | 1u << PIECE_RTL))
        return start;
    for (; i < pieces.count && may_stand_in_url(pieces, i); i++) {
        open += pieces.items[i].class == PIECE_OPEN;
        if (pieces.items[i].class == PIECE_CLOSE && open-- == 0)
            break;
    }
    while (i > authority && is_trailing(pieces.items[i - 1]))
        i--;
    return i > authority ? i : start;
}

/* --- words --------------------------------------------------------------------------------- */

/* A sign that belongs to the word it is typed against: #Iraq, @unami, /var, --help, .NET. */
static bool is_prefix(struct pieces pieces, size_t i, bool after_letter) {
    struct piece next = pieces.items[i + 1];
    switch (pieces.items[i].code_point) {
    case '#':
    case '@':
        return true;
    case '/':
    case '\\':
    case '~':
    case '_':
        return !after_letter;
    case '.':
        return !after_letter && next.class == PIECE_LTR;
    case '-':
        return !after_letter && (next.code_point == '-' ||
                                 (next.code_point >= 'a' && next.code_point <= 'z'));
    default:
        return pieces.items[i].class == PIECE_TERMINATOR;
    }
}

static bool is_suffix(struct piece piece) {
    switch (piece.code_point) {
    case '/':
    case '\\':
    case '+':
    case '_':
    case 0xA9: /* copyright sign */
    case 0xAE: /* registered sign */
    case 0x2122: /* trade mark sign */
        return true;
    default:
        return piece.class == PIECE_TERMINATOR || piece.class == PIECE_DEGREE ||
               piece.class == PIECE_MARK;
    }
}

/* Cuts from a token what belongs to the sentence: its ends then are letters, digits or
   the word's own signs. */
static struct notation trim_token(struct pieces pieces, size_t start, size_t end) {
    size_t first = start, last = end;
    while (!has_class(pieces, first, CORE))
        first++;
    while (!has_class(pieces, last - 1, CORE))
        last--;
    bool after_letter = start && pieces.items[start - 1].class == PIECE_RTL;
    for (size_t i = 0; i < PREFIX_MOST && first > start; i++)
        if (is_prefix(pieces, first - 1, after_letter))
            first--;
    size_t suffix = last;
    while (suffix < end && suffix - last < SUFFIX_MOST &&
           is_suffix(pieces.items[suffix]))
        suffix++;
    if (suffix < end || pieces.items[end].class != PIECE_RTL)
        last = suffix;
    return (struct notation){first, last, .kind = NOTATION_ID, .letters = true};
}

struct contents {
    bool edges; /* starts or ends with a sign */
    bool digit, at, dot, underscore, slash, backslash;
};

static struct contents survey(struct pieces pieces, struct notation word) {
    struct contents contents = {
        .edges = !has_class(pieces, word.start, CORE) ||
                 !has_class(pieces, word.end - 1, CORE | 1u << PIECE_MARK),
    };
    for (size_t i = word.start; i < word.end; i++) {
        uint32_t c = pieces.items[i].code_point;
        contents.digit |= has_class(pieces, i, 1u << PIECE_DIGIT | 1u << PIECE_INDIC);
        contents.at |= c == '@' && i > word.start;
        contents.dot |= c == '.';
        contents.underscore |= c == '_';
        contents.slash |= c == '/';
        contents.backslash |= c == '\\';
    }
    return contents;
}

/* A plain word, hyphenated or not, is no notation. */
static void add_word(struct finder *finder, size_t start, size_t end) {
    struct notation word = trim_token(finder->pieces, start, end);
    struct contents contents = survey(finder->pieces, word);
    uint32_t first = finder->pieces.items[word.start].code_point;
    bool rooted = first == '/' || first == '~';
    if (contents.at && contents.dot)
        word.kind = NOTATION_EMAIL;
    else if (contents.backslash || rooted || (contents.slash && contents.dot))
        word.kind = NOTATION_URL;
    if (contents.edges || contents.digit || contents.dot || contents.at ||
        contents.underscore || word.kind != NOTATION_ID)
        add_notation(finder, word);
}

/* --- tokens ---------------------------------------------------------------------------------- */

/* Numeric notations that start in a token without letters. Gives where to go on. */
static size_t add_numbers(struct finder *finder, size_t start, size_t end) {
    size_t i = start;
    while (i < end) {
        struct notation notation;
        if (number_find(finder->pieces, i, &notation)) {
            add_notation(finder, notation);
            i = notation.end;
        } else {
            size_t after = number_end(finder->pieces, i);
            i = after > i ? after : i + 1;
        }
    }
    return i;
}

/* A phone number may start with a bracket. */
static size_t add_bracketed(struct finder *finder, size_t i) {
    struct notation notation;
    if (finder->pieces.items[i].class == PIECE_OPEN &&
        number_find(finder->pieces, i, &notation)) {
        add_notation(finder, notation);
        return notation.end;
    }
    return i + 1;
}

static size_t add_token(struct finder *finder, size_t start) {
    struct pieces pieces = finder->pieces;
    size_t after_url = url_end(pieces, start);
    if (after_url > start) {
        add_notation(finder, (struct notation){start, after_url, .kind = NOTATION_URL,
                                               .letters = true});
        return after_url;
    }
    size_t end = start;
    bool letters = false;
    for (; end < pieces.count && is_glue(pieces, end); end++)
        letters |= pieces.items[end].class == PIECE_LTR;
    if (end == start)
        return add_bracketed(finder, start);
    if (!letters)
        return add_numbers(finder, start, end);
    add_word(finder, start, end);
    return end;
}

struct notations text_notations(struct arena *arena, struct pieces pieces) {
    struct finder finder = {.arena = arena, .pieces = pieces};
    for (size_t i = 0; i < pieces.count;)
        i = add_token(&finder, i);
    return finder.found;
}
