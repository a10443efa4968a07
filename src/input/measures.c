/* SPDX-License-Identifier: MIT */
/* Reads decimal numbers and lengths with their unit. */
#include "input/input.h"

#include <string.h>

/* Far outside what any value may be; and no product below can overflow. */
enum { WHOLE_LIMIT = 100000 };

struct unit {
    const char *name;
    int64_t numerator, denominator; /* 1/1000 pt in one of it */
};

static const struct unit units[] = {
    {"pt", 1000, 1}, {"mm", 720000, 254}, {"cm", 7200000, 254}, {"in", 72000, 1}};

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool measure_decimal(const char *text, int64_t *millionths, const char **rest) {
    bool negative = *text == '-';
    int64_t whole = 0, part = 0;
    text += negative;
    if (!is_digit(*text))
        return false;
    for (; is_digit(*text); text++)
        whole = whole < WHOLE_LIMIT ? whole * 10 + (*text - '0') : WHOLE_LIMIT;
    if (*text == '.' && !is_digit(text[1]))
        return false;
    if (*text == '.')
        for (int64_t place = MILLION / 10; is_digit(*++text); place /= 10)
            part += place * (*text - '0');
    *millionths = (whole * MILLION + part) * (negative ? -1 : 1);
    *rest = text + strspn(text, " ");
    return true;
}

int64_t measure_quotient(int64_t dividend, int64_t divisor) {
    int64_t half = divisor / 2;
    return (dividend >= 0 ? dividend + half : dividend - half) / divisor;
}

bool measure_length(int64_t millionths, const char *unit, int64_t *number) {
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (!strcmp(units[i].name, unit)) {
            *number = measure_quotient(millionths * units[i].numerator,
                                       units[i].denominator * MILLION);
            return true;
        }
    return false;
}
