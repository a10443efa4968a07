/* SPDX-License-Identifier: MIT */
/* Numbers of a theme: lengths, counts and percentages, read and printed without rounding
   that could show. */
#include "style/internal.h"

#include <stdlib.h>
#include <string.h>

/* Takes a number that is within the bounds of its field. */
static void keep_number(struct theming *theming, const struct field *field,
                        const struct yaml *value, int64_t number, int32_t *place,
                        value_writer *write) {
    if (number >= field->least && number <= field->most) {
        *place = (int32_t)number;
        return;
    }
    struct buffer bounds = {.arena = theming->reading.arena};
    write(&bounds, field, &field->least);
    buffer_add_string(&bounds, " to ");
    write(&bounds, field, &field->most);
    buffer_add_char(&bounds, '\0');
    theme_tell(theming, DIAG_THEME_RANGE, value, value->text, bounds.data);
}

/* --- lengths --------------------------------------------------------------------------- */

void read_length(struct theming *theming, const struct field *field,
                 const struct yaml *value, void *place) {
    const char *text = yaml_text(&theming->reading, value), *rest;
    int64_t millionths;
    if (!text)
        return;
    if (!measure_decimal(text, &millionths, &rest)) {
        theme_tell(theming, DIAG_THEME_LENGTH, value, text, NULL);
        return;
    }
    int64_t number;
    if (measure_length(millionths, rest, &number))
        keep_number(theming, field, value, number, place, write_length);
    else if (*rest)
        theme_tell(theming, DIAG_THEME_UNIT, value, rest, NULL);
    else
        theme_tell(theming, DIAG_THEME_NO_UNIT, value, text, NULL);
}

/* With as few decimals as there are. */
static void add_thousandths(struct buffer *out, int32_t number) {
    char digits[4];
    unsigned size = number < 0 ? 0U - (unsigned)number : (unsigned)number;
    buffer_printf(out, "%s%u", number < 0 ? "-" : "", size / 1000);
    snprintf(digits, sizeof digits, "%03u", size % 1000);
    int count = 3;
    while (count && digits[count - 1] == '0')
        count--;
    if (count)
        buffer_printf(out, ".%.*s", count, digits);
}

/* The number of tenths of a millimetre that are this length; 0 if none are. */
static int32_t count_tenths(length number) {
    int64_t tenths = measure_quotient(number * 2540LL, 720000LL), back;
    bool known = measure_length(tenths * (MILLION / 10), "mm", &back);
    return known && back == number ? (int32_t)tenths : 0;
}

/* In points, unless it is no round number of them and one of millimetres. */
void write_length(struct buffer *out, const struct field *field, const void *place) {
    length number = *(const length *)place;
    bool round = number % 100 == 0 || number % 250 == 0;
    int32_t tenths = round ? 0 : count_tenths(number);
    (void)field;
    add_thousandths(out, tenths ? tenths * 100 : number);
    buffer_add_string(out, tenths ? " mm" : " pt");
}

/* --- the others ------------------------------------------------------------------------ */

void read_count(struct theming *theming, const struct field *field,
                const struct yaml *value, void *place) {
    const char *text = yaml_text(&theming->reading, value), *rest;
    int64_t millionths;
    if (!text)
        return;
    if (measure_decimal(text, &millionths, &rest) && !*rest &&
        millionths % MILLION == 0)
        keep_number(theming, field, value, millionths / MILLION, place, write_count);
    else
        theme_tell(theming, DIAG_THEME_COUNT, value, text, NULL);
}

void write_count(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    buffer_printf(out, "%d", (int)*(const int32_t *)place);
}

/* Kept as 1/1000; printed as hundredths. */
void read_share(struct theming *theming, const struct field *field,
                const struct yaml *value, void *place) {
    const char *text = yaml_text(&theming->reading, value), *rest;
    int64_t millionths;
    if (!text)
        return;
    if (measure_decimal(text, &millionths, &rest) && !strcmp(rest, "%"))
        keep_number(theming, field, value, measure_quotient(millionths * 10, MILLION),
                    place, write_share);
    else
        theme_tell(theming, DIAG_THEME_SHARE, value, text, NULL);
}

void write_share(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    add_thousandths(out, *(const int32_t *)place * 100);
    buffer_add_string(out, " %");
}
