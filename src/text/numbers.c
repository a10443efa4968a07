/* SPDX-License-Identifier: MIT */
/* Numeric notations: phone numbers, dates, amounts and formulas, from pieces.

   Each finder looks at one place and either takes a notation or looks no further than a
   bounded number of pieces (the digits of one number apart, which its caller then skips),
   so that a megabyte of digits takes linear time. */
#include "text/internal.h"

enum {
    PHONE_DIGITS = 15, /* ITU-T E.164 */
    PHONE_LEAST = 7, /* with +; a signed number has fewer */
    PHONE_LEAST_NATIONAL = 9,
    ID_LEAST = 9, /* digits of a chain 123-456-789 that is no section number */
    ID_GROUPS = 8,
    OPERANDS = 32,
};

static struct piece piece_at(struct pieces pieces, size_t i) {
    return pieces.items[i < pieces.count ? i : pieces.count];
}

static bool is_class(struct pieces pieces, size_t i, enum piece_class class) {
    return piece_at(pieces, i).class == class;
}

static bool is_digit(struct pieces pieces, size_t i) {
    return is_class(pieces, i, PIECE_DIGIT) || is_class(pieces, i, PIECE_INDIC);
}

static bool is_space(struct pieces pieces, size_t i) {
    return is_class(pieces, i, PIECE_SPACE) ||
           is_class(pieces, i, PIECE_NO_BREAK_SPACE);
}

static bool is_hyphen(struct pieces pieces, size_t i) {
    uint32_t c = piece_at(pieces, i).code_point;
    return c == '-' || c == 0x2010 || c == 0x2011;
}

static bool is_zero(struct pieces pieces, size_t i) {
    uint32_t c = piece_at(pieces, i).code_point;
    return c == '0' || c == 0x0660 || c == 0x06F0;
}

/* Whether nothing before `start` runs on into it. */
static bool is_fresh(struct pieces pieces, size_t start) {
    if (!start)
        return true;
    enum piece_class before = pieces.items[start - 1].class;
    return before != PIECE_DIGIT && before != PIECE_INDIC && before != PIECE_LTR &&
           before != PIECE_SIGN && before != PIECE_SEPARATOR && before != PIECE_MARK;
}

/* Whether no digit or letter runs on from what ends at `end`. */
static bool is_closed(struct pieces pieces, size_t end) {
    if (is_digit(pieces, end) || is_class(pieces, end, PIECE_LTR))
        return false;
    bool joint = is_hyphen(pieces, end) || is_class(pieces, end, PIECE_SEPARATOR);
    return !joint ||
           (!is_digit(pieces, end + 1) && !is_class(pieces, end + 1, PIECE_LTR));
}

static size_t digits_end(struct pieces pieces, size_t start, size_t most) {
    size_t i = start;
    while (is_digit(pieces, i) && i - start < most)
        i++;
    return i;
}

size_t number_end(struct pieces pieces, size_t start) {
    size_t i = start;
    if (!is_digit(pieces, i))
        return start;
    for (;;) {
        bool joint = is_class(pieces, i, PIECE_SEPARATOR) ||
                     is_class(pieces, i, PIECE_NO_BREAK_SPACE);
        if (is_digit(pieces, i) || is_class(pieces, i, PIECE_MARK))
            i++;
        else if (joint && is_digit(pieces, i + 1))
            i += 2;
        else
            return i;
    }
}

/* 1 234 567,5: one to three digits, then groups of three after a space each. */
static size_t grouped_end(struct pieces pieces, size_t start) {
    size_t i = digits_end(pieces, start, 4);
    if (i == start || i - start > 3 || is_zero(pieces, start))
        return start;
    size_t end = start;
    while (is_class(pieces, i, PIECE_SPACE) && digits_end(pieces, i + 1, 4) == i + 4) {
        end = number_end(pieces, i + 1);
        i += 4;
        if (end != i)
            break;
    }
    bool runs_on = is_digit(pieces, end) || is_class(pieces, end, PIECE_LTR);
    return runs_on ? start : end;
}

static size_t plain_or_grouped_end(struct pieces pieces, size_t start) {
    size_t end = grouped_end(pieces, start);
    return end > start ? end : number_end(pieces, start);
}

/* --- phone numbers -------------------------------------------------------------------- */

struct phone {
    size_t end; /* after the last group that fits */
    size_t digits, groups;
    bool open; /* inside brackets: +964 (0)770 */
};

static bool phone_take_group(struct pieces pieces, struct phone *phone, size_t *i) {
    if (is_class(pieces, *i, PIECE_OPEN) && !phone->open) {
        phone->open = true;
        ++*i;
    }
    size_t after = digits_end(pieces, *i, PHONE_DIGITS + 1);
    size_t digits = phone->digits + (after - *i);
    if (after == *i || digits > PHONE_DIGITS)
        return false;
    if (phone->open && is_class(pieces, after, PIECE_CLOSE)) {
        phone->open = false;
        after++;
    }
    if (!is_hyphen(pieces, after) && !is_closed(pieces, after) &&
        !is_digit(pieces, after))
        return false;
    *i = after;
    phone->digits = digits;
    phone->groups++;
    if (!phone->open)
        phone->end = after;
    return true;
}

/* At most one sign stands between two groups, beside brackets. */
static bool phone_take_separator(struct pieces pieces, size_t *i) {
    if (is_space(pieces, *i) || is_hyphen(pieces, *i)) {
        ++*i;
        return is_digit(pieces, *i) || is_class(pieces, *i, PIECE_OPEN);
    }
    return is_digit(pieces, *i) || is_class(pieces, *i, PIECE_OPEN);
}

static bool find_phone(struct pieces pieces, size_t start, struct notation *notation) {
    size_t i = start;
    struct phone phone = {.end = start, .open = is_class(pieces, i, PIECE_OPEN)};
    i += phone.open;
    bool plus = piece_at(pieces, i).code_point == '+';
    i += plus;
    bool national = is_zero(pieces, i) && digits_end(pieces, i, 3) == i + 3;
    if (!is_fresh(pieces, start) || !(plus || national))
        return false;
    while (phone_take_group(pieces, &phone, &i) && phone_take_separator(pieces, &i))
        ;
    bool enough = plus ? phone.digits >= PHONE_LEAST
                       : phone.digits >= PHONE_LEAST_NATIONAL && phone.groups > 1;
    *notation = (struct notation){start, phone.end, .kind = NOTATION_PHONE};
    return enough && phone.end > start && !phone.open && is_closed(pieces, phone.end);
}

/* --- dates and chains --------------------------------------------------------------------- */

static unsigned two_digits(struct pieces pieces, size_t i) {
    return (piece_at(pieces, i).code_point & 0xF) * 10 +
           (piece_at(pieces, i + 1).code_point & 0xF);
}

static bool is_date(struct pieces pieces, size_t start) {
    static const char shape[] = "dddd-dd-dd";
    for (size_t i = 0; shape[i]; i++)
        if (shape[i] == 'd' ? !is_class(pieces, start + i, PIECE_DIGIT)
                            : !is_hyphen(pieces, start + i))
            return false;
    unsigned month = two_digits(pieces, start + 5), day = two_digits(pieces, start + 8);
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

enum { DATE_PIECES = 10 };

/* 2019-10-25, or from one day to another: 2021-02-27/2021-03-02 (ISO 8601). In U+0660
   digits the same reads year first from the right in any context, and is left alone. */
static bool find_date(struct pieces pieces, size_t start, struct notation *notation) {
    if (!is_fresh(pieces, start) || !is_date(pieces, start))
        return false;
    size_t end = start + DATE_PIECES;
    if (piece_at(pieces, end).code_point == '/' && is_date(pieces, end + 1))
        end += 1 + DATE_PIECES;
    *notation = (struct notation){start, end, .kind = NOTATION_DATE};
    return is_closed(pieces, end);
}

/* 978-92-1-123456-7: three or more groups with more digits than a section number has. */
static bool find_chain(struct pieces pieces, size_t start, struct notation *notation) {
    size_t i = start, digits = 0, groups = 0;
    if (!is_fresh(pieces, start))
        return false;
    for (;;) {
        size_t after = digits_end(pieces, i, PHONE_DIGITS);
        if (after == i || ++groups > ID_GROUPS || is_class(pieces, i, PIECE_INDIC))
            return false;
        digits += after - i;
        i = after;
        if (!is_hyphen(pieces, i) || !is_digit(pieces, i + 1))
            break;
        i++;
    }
    *notation = (struct notation){start, i, .kind = NOTATION_ID};
    return groups > 2 && digits >= ID_LEAST && is_closed(pieces, i);
}

/* --- degrees, formulas, amounts ------------------------------------------------------------ */

/* Where the number starts that a sign at `start` may belong to. */
static size_t after_sign(struct pieces pieces, size_t start) {
    return is_class(pieces, start, PIECE_SIGN) && is_fresh(pieces, start) ? start + 1
                                                                          : start;
}

/* N, S, E or W after the last degree. */
static size_t hemisphere_end(struct pieces pieces, size_t start) {
    size_t i = start + is_space(pieces, start);
    uint32_t c = piece_at(pieces, i).code_point;
    bool hemisphere = c == 'N' || c == 'S' || c == 'E' || c == 'W';
    return hemisphere && is_closed(pieces, i + 1) ? i + 1 : start;
}

static bool find_degrees(struct pieces pieces, size_t start,
                         struct notation *notation) {
    size_t i = after_sign(pieces, start), end = start;
    for (;;) {
        size_t after = number_end(pieces, i);
        if (after == i || !is_class(pieces, after, PIECE_DEGREE))
            break;
        end = after + 1;
        i = end + is_space(pieces, end);
    }
    if (end == start)
        return false;
    size_t hemisphere = hemisphere_end(pieces, end);
    *notation = (struct notation){start, hemisphere, .kind = NOTATION_DEGREES,
                                  .letters = hemisphere > end};
    return true;
}

static bool is_operation(uint32_t c) {
    switch (c) {
    case '+':
    case '*':
    case '^':
    case '<':
    case '=':
    case '>':
    case 0xB7: /* middle dot */
    case 0xD7: /* multiplication sign */
    case 0xF7: /* division sign */
    case 0x2212: /* minus sign */
    case 0x2217:
    case 0x2248: /* almost equal to */
    case 0x22C5:
        return true;
    default:
        return c >= 0x2260 &&
               c <= 0x2267; /* not equal to ... greater-than over equal to */
    }
}

static size_t operand_end(struct pieces pieces, size_t start) {
    size_t end = plain_or_grouped_end(pieces, start);
    bool unit =
        is_class(pieces, end, PIECE_TERMINATOR) || is_class(pieces, end, PIECE_DEGREE);
    return end > start && unit ? end + 1 : end;
}

size_t number_operation_end(struct pieces pieces, size_t start) {
    bool spaced = is_space(pieces, start);
    size_t i = start + spaced;
    if (!is_operation(piece_at(pieces, i).code_point) ||
        is_space(pieces, i + 1) != spaced)
        return start;
    i += 1 + (size_t)spaced;
    i += is_class(pieces, i, PIECE_SIGN);
    size_t end = operand_end(pieces, i);
    return end > i ? end : start;
}

/* A hyphen belongs to a formula that has another sign of operation as well. */
static bool find_formula(struct pieces pieces, size_t start,
                         struct notation *notation) {
    size_t operations = 0, first = after_sign(pieces, start);
    size_t end = operand_end(pieces, first);
    if (end == first)
        return false;
    for (size_t operands = 1; operands < OPERANDS; operands++) {
        size_t after = number_operation_end(pieces, end);
        operations += after > end;
        if (after == end && is_hyphen(pieces, end) && is_digit(pieces, end + 1))
            after = operand_end(pieces, end + 1);
        if (after == end)
            break;
        end = after;
    }
    *notation = (struct notation){start, end, .kind = NOTATION_FORMULA};
    return operations > 0 && !is_class(pieces, end, PIECE_LTR);
}

static bool find_grouped(struct pieces pieces, size_t start,
                         struct notation *notation) {
    size_t end = grouped_end(pieces, start);
    *notation = (struct notation){start, end, .kind = NOTATION_GROUPED};
    return end > start;
}

/* A sign before its number: $12.3, -$5, #5, and the percent sign that wants to stand at
   the left. */
static bool find_amount(struct pieces pieces, size_t start, struct notation *notation) {
    size_t i = after_sign(pieces, start);
    bool after_number = i && is_digit(pieces, i - 1);
    if (after_number || !is_class(pieces, i, PIECE_TERMINATOR))
        return false;
    i++;
    i += is_class(pieces, i, PIECE_TERMINATOR);
    i += is_class(pieces, i, PIECE_SIGN);
    size_t end = plain_or_grouped_end(pieces, i);
    *notation = (struct notation){start, end, .kind = NOTATION_AMOUNT};
    return end > i;
}

bool number_find(struct pieces pieces, size_t start, struct notation *notation) {
    return find_phone(pieces, start, notation) || find_date(pieces, start, notation) ||
           find_chain(pieces, start, notation) ||
           find_degrees(pieces, start, notation) ||
           find_formula(pieces, start, notation) ||
           find_grouped(pieces, start, notation) ||
           find_amount(pieces, start, notation);
}
