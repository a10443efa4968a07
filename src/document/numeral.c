/* SPDX-License-Identifier: MIT */
/* Reads what people and spreadsheets type for a number, exactly.

       numeral  = ["≈" | "~"] ["≥"] [sign] ["%"] digits ["%"] ["-"] ["+"] ["?"]
       digits   = one set of them, in groups parted by one separator each

   One sign and one "%" at most. "≈" says that the number is estimated, "?" that it is disputed. The minus after the digits is what Windows writes in Arabic.

   Spaces and apostrophes only part thousands, U+066C too; U+066B only begins the decimals.
   A comma, a point and an Arabic comma do the one here and the other there, so a numeral is
   read by its form:
   - the same separator twice or more parts thousands, in groups of three after the first;
   - two different ones: the last begins the decimals, those before it part thousands;
   - one begins the decimals if not exactly three digits follow it, or more than three stand
     before it, or none, or a zero that begins the number;
   - one with three digits after it may be either: 1,234 and 1.234 are `unclear`, and what
     else stands in the column has to tell (columns.c).
   A number of several digits does not begin with a zero; what does is a code.

   Marks that only say which way to read (U+200E, U+200F, U+061C), which spreadsheets write
   into Arabic files, are stepped over. */
#include "document/internal.h"

#include "base/utf8.h"

enum {
    LENGTH_LIMIT = 64, /* [characters] */
    GROUP_LIMIT = DECIMAL_DIGITS,
    GROUP = 3,
    MINUS = 0x2212,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    DECIMAL_SEPARATOR = 0x066B,
    AT_LEAST = 0x2265,
    ABOUT = 0x2248,
    ARABIC_QUESTION = 0x061F,
};

struct scan {
    uint32_t characters[LENGTH_LIMIT + 1]; /* U+0000 after the last */
    size_t at;
};

/* What stands between the digits. */
struct groups {
    size_t lengths[GROUP_LIMIT]; /* only the first may be 0 */
    uint32_t separators[GROUP_LIMIT]; /* after each group but the last */
    size_t count;
};

static bool is_direction_mark(uint32_t c) {
    return c == 0x200E || c == 0x200F || c == 0x061C;
}

static bool is_space(uint32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x2007 || c == 0x2009 || c == 0x202F;
}

static bool is_percent(uint32_t c) {
    return c == '%' || c == 0x066A;
}

static bool load(struct scan *scan, struct slice text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        if (is_direction_mark(c))
            continue;
        if (!c || count == LENGTH_LIMIT)
            return false;
        scan->characters[count++] = c;
    }
    scan->characters[count] = 0;
    scan->at = 0;
    return true;
}

static uint32_t peek(const struct scan *scan) {
    return scan->characters[scan->at];
}

static void skip_spaces(struct scan *scan) {
    while (is_space(peek(scan)))
        scan->at++;
}

static bool take(struct scan *scan, bool is_there) {
    if (!is_there)
        return false;
    scan->at++;
    skip_spaces(scan);
    return true;
}

/* --- digits ------------------------------------------------------------------------- */

/* The zero of the set a digit is from, or 0. */
static uint32_t find_zero(uint32_t c) {
    static const uint32_t zeros[] = {'0', 0x0660, 0x06F0};
    for (size_t i = 0; i < sizeof zeros / sizeof *zeros; i++)
        if (c >= zeros[i] && c <= zeros[i] + 9)
            return zeros[i];
    return 0;
}

static enum mark mark_of(uint32_t separator) {
    switch (separator) {
    case ',':
        return MARK_COMMA;
    case '.':
        return MARK_POINT;
    case 0x060C:
        return MARK_ARABIC_COMMA;
    default:
        return MARK_OTHER;
    }
}

static bool is_separator(uint32_t c) {
    return mark_of(c) != MARK_OTHER || is_space(c) || c == '\'' || c == 0x2019 ||
           c == DECIMAL_SEPARATOR || c == 0x066C;
}

/* Digits and the groups they are in; false if there are none, or of two sets, or too
   many. */
static bool read_digits(struct scan *scan, char digits[DECIMAL_DIGITS + 1],
                        struct groups *groups) {
    uint32_t zero = 0;
    size_t count = 0;
    for (groups->count = 1;;) {
        uint32_t c = peek(scan), next = c ? scan->characters[scan->at + 1] : 0;
        if (find_zero(c)) {
            if ((zero && zero != find_zero(c)) || count == DECIMAL_DIGITS)
                return false;
            zero = find_zero(c);
            digits[count++] = (char)('0' + (c - zero));
            groups->lengths[groups->count - 1]++;
        } else if (is_separator(c) && find_zero(next) && groups->count < GROUP_LIMIT) {
            groups->separators[groups->count++ - 1] = c;
        } else {
            digits[count] = '\0';
            return count > 0;
        }
        scan->at++;
    }
}

/* --- what the groups mean ------------------------------------------------------------ */

/* Whether the first `count` groups can be thousands, parted by one separator. */
static bool are_thousands(const struct groups *groups, size_t count, char first) {
    if (groups->lengths[0] < 1 || groups->lengths[0] > GROUP || first == '0' ||
        groups->separators[0] == DECIMAL_SEPARATOR)
        return false;
    for (size_t i = 1; i < count; i++)
        if (groups->lengths[i] != GROUP ||
            groups->separators[i - 1] != groups->separators[0])
            return false;
    return true;
}

/* Whether the last group can be the decimals. */
static bool has_decimals(const struct groups *groups, char first) {
    uint32_t last = groups->separators[groups->count - 2];
    if (last != DECIMAL_SEPARATOR && mark_of(last) == MARK_OTHER)
        return false;
    return groups->count == 2 || (groups->separators[0] != last &&
                                  are_thousands(groups, groups->count - 1, first));
}

/* ".5" is 0.5; a zero begins no longer number. */
static bool mend_whole(struct decimal *decimal) {
    size_t length = strlen(decimal->digits), whole = length - decimal->decimals;
    if (!whole && length < DECIMAL_DIGITS) {
        memmove(decimal->digits + 1, decimal->digits, length + 1);
        decimal->digits[0] = '0';
        return true;
    }
    return whole == 1 || (whole > 1 && decimal->digits[0] != '0');
}

static bool read_groups(const struct groups *groups, struct numeral *numeral) {
    struct decimal *decimal = &numeral->decimal;
    if (groups->count == 1)
        return mend_whole(decimal);
    char first = decimal->digits[0];
    enum mark mark = mark_of(groups->separators[groups->count - 2]);
    bool thousands = are_thousands(groups, groups->count, first);
    bool decimals = has_decimals(groups, first);
    if (thousands && decimals) {
        numeral->unclear = mark;
    } else if (thousands) {
        numeral->grouping_mark = mark;
    } else if (decimals) {
        decimal->decimals = (uint8_t)groups->lengths[groups->count - 1];
        numeral->decimal_mark = mark;
        if (groups->count > 2)
            numeral->grouping_mark = mark_of(groups->separators[0]);
    } else {
        return false;
    }
    return mend_whole(decimal);
}

/* --- the whole ------------------------------------------------------------------------ */

static bool take_minus(struct scan *scan) {
    uint32_t c = peek(scan);
    return take(scan, c == '-' || c == MINUS || c == EN_DASH);
}

static char take_sign(struct scan *scan) {
    if (take_minus(scan))
        return '-';
    return take(scan, peek(scan) == '+') ? '+' : '\0';
}

bool numeral_read(struct slice text, struct numeral *numeral) {
    struct scan scan;
    struct groups groups = {.count = 0};
    *numeral = (struct numeral){.decimal_mark = MARK_NONE};
    struct decimal *decimal = &numeral->decimal;
    if (!load(&scan, text))
        return false;
    skip_spaces(&scan);
    decimal->about = take(&scan, peek(&scan) == ABOUT || peek(&scan) == '~');
    decimal->at_least = take(&scan, peek(&scan) == AT_LEAST);
    decimal->sign = take_sign(&scan);
    decimal->percent = take(&scan, is_percent(peek(&scan)));
    if (!read_digits(&scan, decimal->digits, &groups))
        return false;
    skip_spaces(&scan);
    if (!decimal->percent)
        decimal->percent = take(&scan, is_percent(peek(&scan)));
    if (!decimal->sign && take_minus(&scan))
        decimal->sign = '-';
    decimal->and_more = take(&scan, peek(&scan) == '+');
    decimal->disputed =
        take(&scan, peek(&scan) == '?' || peek(&scan) == ARABIC_QUESTION);
    return !peek(&scan) && read_groups(&groups, numeral);
}

bool numeral_is_dash(struct slice text) {
    struct scan scan;
    if (!load(&scan, text))
        return false;
    skip_spaces(&scan);
    uint32_t c = peek(&scan);
    bool dash = c == '-' || c == MINUS || c == EN_DASH || c == EM_DASH;
    return take(&scan, dash) && !peek(&scan);
}
