/* SPDX-License-Identifier: MIT */
/* Phrases: the runs of words of the other direction in a stretch of text, from pieces.

   What stands between two words of one phrase UAX #9 orders as they would be in a text of
   their own, whatever it is; only at its ends does a phrase meet the sentence around it.
   So a phrase reaches from its first word to its last, over spaces, signs and numbers, up
   to the next letter, number or comma of the text's own direction, and the whole art is in
   the ends:

   - Brackets and quotation marks are taken in pairs or not at all. A pair that encloses
     the whole phrase stays outside; but English quotes around an English phrase, whose
     shapes an Arabic line would turn outwards, go inside.
   - A number before the phrase stays outside, unless both fill a pair: (2019 Report).
   - A number after the phrase stays outside (UNAMI 25 is a name, then a number), unless a
     no-break space or an operation joins it (Article 19 with U+00A0, x = 5), the word
     before it announces a number (USD 12,500), or it is a year in brackets. Any other
     number in brackets is the mark of a note.
   - Punctuation after the phrase is the sentence's, unless the phrase and it fill a pair
     or, being more than a word, the whole text, or it is the full stop of an abbreviation
     and the sentence goes on.
     In a left-to-right text a small letter after it shows that it does, too.

   One pass from each end prepares the answers, so that every piece is looked at a bounded
   number of times. */
#include "text/internal.h"

enum { BRACKETS_REMEMBERED = 64, WORD_MOST = 8 };

struct parser {
    struct arena *arena;
    struct pieces pieces;
    enum piece_class word;
    size_t *partner; /* of each bracket and quotation mark; itself when it has none */
    bool *quoted; /* each piece: in a pair without words of the text's own direction */
    size_t *next_stop; /* at or after each piece: what ends a phrase */
    size_t *next_word; /* at or after each piece */
    bool own_words; /* the text holds words of its own direction */
};

static struct piece piece_at(const struct parser *parser, size_t i) {
    return parser->pieces.items[i < parser->pieces.count ? i : parser->pieces.count];
}

static bool is_space(struct piece piece) {
    return piece.class == PIECE_SPACE || piece.class == PIECE_NO_BREAK_SPACE;
}

static bool is_bracket(struct piece piece) {
    return piece.class == PIECE_OPEN || piece.class == PIECE_CLOSE ||
           piece.class == PIECE_QUOTE;
}

/* A comma of the left-to-right text around Arabic names: one before a space, and in no pair
   of quotation marks or brackets that holds Arabic alone. */
static bool is_comma_of_text(const struct parser *parser, size_t i) {
    uint32_t c = piece_at(parser, i).code_point;
    return (c == ',' || c == ';') && piece_at(parser, i + 1).class == PIECE_SPACE &&
           !parser->quoted[i];
}

/* U+0660 digits and Arabic signs stand in an Arabic phrase, and end a Latin one. */
static bool ends_phrase(const struct parser *parser, size_t i) {
    struct piece piece = piece_at(parser, i);
    if (piece.class == PIECE_STOP || piece.class == parser->word)
        return piece.class == PIECE_STOP;
    if (parser->word == PIECE_RTL)
        return piece.class == PIECE_LTR || is_comma_of_text(parser, i);
    return piece.class == PIECE_RTL || piece.class == PIECE_INDIC ||
           piece.class == PIECE_ARABIC_COMMA || piece.code_point == 0x066A;
}

/* --- pairs ------------------------------------------------------------------------------ */

static uint32_t closing_of(uint32_t c) {
    static const uint32_t pairs[][2] = {
        {'(', ')'},       {'[', ']'},       {'{', '}'},       {0xAB, 0xBB},
        {0x2039, 0x203A}, {0x2045, 0x2046}, {0x207D, 0x207E}, {0x27E8, 0x27E9},
        {0x3008, 0x3009}, {0xFD3F, 0xFD3E}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i][0] == c)
            return pairs[i][1];
    return 0;
}

/* Curly double quotes pair with one another in either order: English opens with U+201C,
   Arabic with U+201D. */
static bool closes(struct piece open, struct piece close) {
    if (open.class == PIECE_QUOTE)
        return close.class == PIECE_QUOTE &&
               (open.code_point == '"') == (close.code_point == '"');
    return close.class == PIECE_CLOSE &&
           closing_of(open.code_point) == close.code_point;
}

struct open_brackets {
    size_t *items;
    size_t count, capacity;
};

/* A closing bracket looks back over BRACKETS_REMEMBERED open ones. */
static void pair_bracket(struct parser *parser, struct open_brackets *open, size_t i) {
    struct piece piece = parser->pieces.items[i];
    size_t oldest =
        open->count > BRACKETS_REMEMBERED ? open->count - BRACKETS_REMEMBERED : 0;
    for (size_t k = open->count; piece.class != PIECE_OPEN && k-- > oldest;) {
        size_t candidate = open->items[k];
        if (!closes(parser->pieces.items[candidate], piece))
            continue;
        parser->partner[i] = candidate;
        parser->partner[candidate] = i;
        open->count = k;
        return;
    }
    if (piece.class == PIECE_CLOSE)
        return;
    arena_reserve(parser->arena, open->items, open->count, open->capacity);
    open->items[open->count++] = i;
}

static void pair_brackets(struct parser *parser) {
    struct open_brackets open = {.count = 0};
    for (size_t i = 0; i < parser->pieces.count; i++) {
        parser->partner[i] = i;
        if (parser->pieces.items[i].class == PIECE_STOP)
            open.count = 0;
        else if (is_bracket(parser->pieces.items[i]))
            pair_bracket(parser, &open, i);
    }
}

static enum piece_class own_word(const struct parser *parser) {
    return parser->word == PIECE_LTR ? PIECE_RTL : PIECE_LTR;
}

static void find_quoted(struct parser *parser) {
    size_t own = parser->pieces.count; /* the next own word */
    size_t *close = parser->next_word; /* of the pair, for now */
    for (size_t i = parser->pieces.count; i-- > 0;) {
        bool alone = parser->partner[i] > i && parser->partner[i] < own;
        close[i] = alone ? parser->partner[i] : i;
        if (parser->pieces.items[i].class == own_word(parser))
            own = i;
    }
    for (size_t i = 0, end = 0; i < parser->pieces.count; i++) {
        end = close[i] > end ? close[i] : end;
        parser->quoted[i] = i < end;
    }
}

static void look_ahead(struct parser *parser) {
    size_t count = parser->pieces.count, stop = count, word = count;
    enum piece_class own = own_word(parser);
    parser->next_stop[count] = parser->next_word[count] = count;
    for (size_t i = count; i-- > 0;) {
        struct piece piece = parser->pieces.items[i];
        stop = ends_phrase(parser, i) ? i : stop;
        word = piece.class == parser->word ? i : word;
        parser->next_stop[i] = stop;
        parser->next_word[i] = word;
        parser->own_words |= piece.class == own;
    }
}

/* --- the end of a phrase -------------------------------------------------------------------- */

/* Four digits in brackets; in a left-to-right text they read right outside the phrase. */
static bool holds_year(const struct parser *parser, size_t open, size_t close) {
    if (parser->word != PIECE_LTR || close != open + 5)
        return false;
    for (size_t i = open + 1; i < close; i++)
        if (piece_at(parser, i).class != PIECE_DIGIT)
            return false;
    return true;
}

static bool opens_inside(const struct parser *parser, size_t i) {
    size_t partner = parser->partner[i];
    return partner > i && partner < parser->next_stop[i];
}

/* A bracket whose partner stands outside the phrase. */
static bool leads_out(const struct parser *parser, size_t start, size_t i) {
    size_t partner = parser->partner[i];
    return partner != i && !(partner < i ? partner >= start : opens_inside(parser, i));
}

/* The end of the last word that belongs to the phrase which starts at `start`. */
static size_t last_word_end(const struct parser *parser, size_t start) {
    size_t end = start, limit = parser->next_stop[start];
    for (size_t i = start; i < limit && !leads_out(parser, start, i); i++) {
        struct piece piece = parser->pieces.items[i];
        size_t open = parser->partner[i];
        if (piece.class == parser->word || (piece.class == PIECE_MARK && i == end))
            end = i + 1;
        if (open >= i)
            continue;
        bool beside =
            open == end || (open == end + 1 && is_space(piece_at(parser, end)));
        if (end > open || (beside && holds_year(parser, open, i)))
            end = i + 1;
    }
    return end;
}

/* --- what follows the last word ------------------------------------------------------------- */

static bool word_is_one_of(const struct parser *parser, size_t start, size_t end,
                           const char *const *words, size_t count) {
    size_t first = end;
    char word[WORD_MOST + 1] = "";
    while (first > start && end - first <= WORD_MOST &&
           (piece_at(parser, first - 1).class == PIECE_LTR ||
            piece_at(parser, first - 1).code_point == '$' ||
            piece_at(parser, first - 1).code_point == '.'))
        first--;
    if (end - first > WORD_MOST)
        return false;
    for (size_t i = first; i < end; i++) {
        uint32_t c = piece_at(parser, i).code_point;
        word[i - first] = c < 128 ? (char)c : '?';
    }
    for (size_t i = 0; i < count; i++)
        if (!strcmp(words[i], word))
            return true;
    return false;
}

/* Whether the last word announces a number: currencies, and names of numbers. */
static bool announces_number(const struct parser *parser, size_t start, size_t end) {
    static const char *const words[] = {
        "AED", "AUD", "BHD", "CAD",  "CHF",  "CNY",  "DZD",  "EGP", "EUR",
        "GBP", "ID",  "INR", "IQD",  "IRR",  "ISBN", "ISSN", "DOI", "JOD",
        "JPY", "KWD", "LBP", "LYD",  "MAD",  "No",   "No.",  "no.", "OMR",
        "p.",  "pp.", "QAR", "Rs",   "SAR",  "SDG",  "SYP",  "TND", "TRY",
        "USD", "US$", "Tel", "Tel.", "vol.", "Vol.", "YER"};
    return word_is_one_of(parser, start, end, words, sizeof words / sizeof *words);
}

static bool is_abbreviation(const struct parser *parser, size_t start, size_t end) {
    static const char *const words[] = {
        "Inc",  "Ltd",  "Co",   "Corp", "Bros", "Jr",   "Sr",  "Dr",  "Mr",  "Mrs",
        "Ms",   "Prof", "St",   "etc",  "al",   "ed",   "eds", "vs",  "cf",  "No",
        "vol",  "Vol",  "pp",   "Gen",  "Col",  "Capt", "Sgt", "Hon", "Rev", "Univ",
        "Dept", "Est",  "Ph.D", "U.S",  "U.N",  "U.K",  "e.g", "i.e", "a.m", "p.m"};
    return word_is_one_of(parser, start, end, words, sizeof words / sizeof *words);
}

/* The numbers that go with the phrase. */
static size_t numbers_end(const struct parser *parser, size_t start, size_t end) {
    if (parser->word != PIECE_LTR)
        return end;
    size_t operation = number_operation_end(parser->pieces, end);
    if (operation > end)
        return numbers_end(parser, start, operation);
    struct piece space = piece_at(parser, end);
    size_t number = end + 1;
    bool joined = space.class == PIECE_NO_BREAK_SPACE ||
                  (space.class == PIECE_SPACE && announces_number(parser, start, end));
    if (!joined || piece_at(parser, number).class != PIECE_DIGIT)
        return end;
    for (size_t i = number; i < parser->next_stop[number]; i++) {
        enum piece_class class = piece_at(parser, i).class;
        if (class == PIECE_DIGIT || class == PIECE_MARK)
            number = i + 1;
        else if (class != PIECE_SEPARATOR && class != PIECE_SIGN)
            break;
    }
    return number;
}

static bool is_punctuation(struct piece piece) {
    switch (piece.code_point) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case 0x2026:
        return true;
    default:
        return false;
    }
}

static bool fills(const struct parser *parser, size_t start, size_t end) {
    if (start && is_bracket(piece_at(parser, start - 1)))
        return parser->partner[start - 1] == end;
    if (start || end < parser->pieces.count || parser->own_words)
        return false;
    while (start < end && piece_at(parser, start).class != PIECE_SPACE)
        start++;
    return start < end;
}

/* Whether the sentence goes on after the full stop or mark before `end`. */
static bool goes_on(const struct parser *parser, size_t end) {
    if (!is_space(piece_at(parser, end)))
        return false;
    struct piece next = piece_at(parser, end + 1);
    if (parser->word == PIECE_LTR)
        return next.class != PIECE_STOP;
    return next.code_point >= 'a' && next.code_point <= 'z';
}

static size_t punctuation_end(const struct parser *parser, size_t start, size_t end) {
    size_t after = end;
    while (is_punctuation(piece_at(parser, after)))
        after++;
    if (after == end || fills(parser, start, after))
        return after;
    bool stop = piece_at(parser, end).code_point == '.' && after == end + 1;
    bool mark = stop || piece_at(parser, end).code_point == '!';
    if (parser->word == PIECE_LTR)
        return stop && goes_on(parser, after) && is_abbreviation(parser, start, end)
                   ? after
                   : end;
    return mark && goes_on(parser, after) ? after : end;
}

/* --- the phrase ------------------------------------------------------------------------------- */

/* English quotes around an English phrase, Arabic ones around an Arabic phrase. */
static bool are_own_quotes(const struct parser *parser, size_t open, size_t close) {
    uint32_t opening = parser->word == PIECE_LTR ? 0x201C : 0x201D;
    uint32_t closing = parser->word == PIECE_LTR ? 0x201D : 0x201C;
    return piece_at(parser, open).code_point == opening &&
           piece_at(parser, close).code_point == closing;
}

static struct phrase strip_brackets(const struct parser *parser, struct phrase phrase) {
    while (phrase.end > phrase.start + 1 &&
           is_bracket(piece_at(parser, phrase.start)) &&
           parser->partner[phrase.start] == phrase.end - 1 &&
           !are_own_quotes(parser, phrase.start, phrase.end - 1)) {
        phrase.start++;
        phrase.end--;
        while (is_space(piece_at(parser, phrase.start)))
            phrase.start++;
        while (is_space(piece_at(parser, phrase.end - 1)))
            phrase.end--;
    }
    return phrase;
}

/* `start` is a word, or the bracket of a pair with a word inside. */
static struct phrase parse_phrase(const struct parser *parser, size_t start) {
    size_t end = last_word_end(parser, start);
    size_t with_numbers = numbers_end(parser, start, end);
    end = with_numbers > end ? with_numbers : punctuation_end(parser, start, end);
    return strip_brackets(parser, (struct phrase){start, end});
}

static bool may_start_phrase(const struct parser *parser, size_t i) {
    struct piece piece = parser->pieces.items[i];
    if (piece.class == parser->word)
        return true;
    return is_bracket(piece) && opens_inside(parser, i) &&
           parser->next_word[i] < parser->partner[i];
}

struct phrases text_phrases(struct arena *arena, struct pieces pieces,
                            enum piece_class word) {
    struct parser parser = {
        .arena = arena,
        .pieces = pieces,
        .word = word,
        .partner = arena_array(arena, size_t, pieces.count + 1),
        .quoted = arena_array(arena, bool, pieces.count + 1),
        .next_stop = arena_array(arena, size_t, pieces.count + 1),
        .next_word = arena_array(arena, size_t, pieces.count + 1),
    };
    pair_brackets(&parser);
    find_quoted(&parser);
    look_ahead(&parser);
    struct phrases phrases = {.count = 0};
    size_t capacity = 0;
    for (size_t i = 0; i < pieces.count;) {
        if (!may_start_phrase(&parser, i)) {
            i++;
            continue;
        }
        struct phrase phrase = parse_phrase(&parser, i);
        i = last_word_end(&parser, i);
        i = phrase.end > i ? phrase.end : i;
        arena_reserve(arena, phrases.items, phrases.count, capacity);
        phrases.items[phrases.count++] = phrase;
    }
    return phrases;
}
