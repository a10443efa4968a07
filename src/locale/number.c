/* SPDX-License-Identifier: MIT */
/* Numbers in a language's digits, with the signs that go with them.

   The separators and the percent sign follow the digits and not the language: the Arabic
   ones (U+066A to U+066C) were made for U+0660 digits, and stand in no other way among
   European ones. The minus is U+2212 everywhere: a hyphen is too short for figures that
   stand one below another. */
#include "locale/internal.h"

#include <string.h>

struct number_signs {
    uint32_t zero, group, decimal, percent;
};

static const struct number_signs number_signs[] = {
    [DIGITS_EUROPEAN] = {'0', ',', '.', '%'},
    [DIGITS_ARABIC_INDIC] = {0x0660, 0x066C, 0x066B, 0x066A},
    [DIGITS_PERSIAN] = {0x06F0, 0x066C, 0x066B, 0x066A},
};
_Static_assert(DIGITS_PERSIAN + 1 == sizeof number_signs / sizeof *number_signs,
               "signs for all digits");

static void add_digit(struct buffer *text, char digit, enum digits digits) {
    buffer_add_code_point(text, number_signs[digits].zero + (uint32_t)(digit - '0'));
}

const char *locale_number(struct arena *arena, uint32_t number, enum digits digits) {
    const char *european = arena_printf(arena, "%lu", (unsigned long)number);
    struct buffer text = {.arena = arena};
    for (const char *digit = european; *digit; digit++)
        add_digit(&text, *digit, digits);
    buffer_add_char(&text, '\0');
    return text.data;
}

/* --- decimals ---------------------------------------------------------------------- */

enum {
    MINUS = 0x2212,
    AT_LEAST = 0x2265,
    ABOUT = 0x2248,
    GROUP = 3,
    ARABIC_QUESTION = 0x061F
};

static void add_digits(struct buffer *text, const struct decimal *decimal,
                       enum digits digits) {
    size_t length = strlen(decimal->digits), whole = length - decimal->decimals;
    for (size_t i = 0; i < length; i++) {
        if (i == whole)
            buffer_add_code_point(text, number_signs[digits].decimal);
        else if (i && i < whole && (whole - i) % GROUP == 0)
            buffer_add_code_point(text, number_signs[digits].group);
        add_digit(text, decimal->digits[i], digits);
    }
}

void decimal_add_number(struct buffer *text, struct slice number, enum digits digits) {
    for (size_t i = 0; i < number.length; i++)
        if (number.data[i] == '.')
            buffer_add_code_point(text, number_signs[digits].decimal);
        else if (number.data[i] == ',')
            buffer_add_code_point(text, number_signs[digits].group);
        else
            add_digit(text, number.data[i], digits);
}

void decimal_add_before(struct buffer *text, const struct decimal *decimal) {
    if (decimal->about)
        buffer_add_code_point(text, ABOUT);
    if (decimal->at_least)
        buffer_add_code_point(text, AT_LEAST);
    if (decimal->sign)
        buffer_add_code_point(text, decimal->sign == '-' ? MINUS : '+');
}

void decimal_add_after(struct buffer *text, const struct decimal *decimal,
                       enum digits digits) {
    if (decimal->percent)
        buffer_add_code_point(text, number_signs[digits].percent);
    if (decimal->and_more)
        buffer_add_char(text, '+');
    if (decimal->disputed)
        buffer_add_code_point(text, digits == DIGITS_EUROPEAN ? '?' : ARABIC_QUESTION);
}

const char *locale_decimal(struct arena *arena, const struct decimal *decimal,
                           enum digits digits) {
    struct buffer text = {.arena = arena};
    decimal_add_before(&text, decimal);
    add_digits(&text, decimal, digits);
    decimal_add_after(&text, decimal, digits);
    buffer_add_char(&text, '\0');
    return text.data;
}
