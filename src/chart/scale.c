/* SPDX-License-Identifier: MIT */
/* Round numbers: the steps of an axis, and how its numbers are written.

   The numbers of a chart are whole: so many of the unit that its most exact value needs. No
   step is finer than that, so that a count of people has no halves on its axis. */
#include "chart/internal.h"

int64_t scale_next_step(int64_t step) {
    int64_t power = 1;
    while (step / power >= 10)
        power *= 10;
    return step / power == 2 ? power * 5 : step * 2;
}

int64_t scale_step(int64_t least) {
    int64_t step = 1;
    while (step < least)
        step = scale_next_step(step);
    return step;
}

int64_t scale_first(int64_t number, int64_t step) {
    int64_t rest = number % step;
    return rest > 0 ? number - rest + step : number - rest;
}

/* The decimals of a step that are not 0. */
static int step_decimals(int64_t step, int decimals) {
    for (; decimals > 0 && step % 10 == 0; step /= 10)
        decimals--;
    return decimals;
}

int scale_decimals(const struct canvas *canvas, int64_t step) {
    return step_decimals(step, canvas->chart->decimals);
}

static struct decimal find_decimal(const struct chart *chart, int64_t number,
                                   int64_t step) {
    struct decimal decimal = {.sign = number < 0 ? '-' : '\0',
                              .percent = chart->percent};
    int decimals = step_decimals(step, chart->decimals);
    for (int i = decimals; i < chart->decimals; i++)
        number /= 10;
    int written = snprintf(decimal.digits, sizeof decimal.digits, "%0*lld",
                           decimals > 0 ? decimals + 1 : 1,
                           (long long)(number < 0 ? -number : number));
    for (; number && decimals < 0 && written < DECIMAL_DIGITS; decimals++)
        decimal.digits[written++] = '0';
    decimal.decimals = (uint8_t)(decimals > 0 ? decimals : 0);
    return decimal;
}

static const char *write_decimal(const struct canvas *canvas,
                                 const struct decimal *decimal, bool rounded) {
    const struct chart *chart = canvas->chart;
    bool unit = chart->unit && *chart->unit;
    struct word_form form = {.language = chart->language,
                             .digits = chart->digits,
                             .words = chart->words,
                             .rounded = rounded,
                             .counts = unit};
    const char *words =
        locale_words(canvas->means.arena, canvas->formats, decimal, &form);
    return unit ? arena_printf(canvas->means.arena, "%s\u00A0%s", words, chart->unit)
                : words;
}

const char *scale_write(const struct canvas *canvas, int64_t number, int64_t step) {
    struct decimal decimal = find_decimal(canvas->chart, number, step);
    return write_decimal(canvas, &decimal, /*rounded*/ false);
}

const char *scale_write_value(const struct canvas *canvas, int64_t number) {
    struct decimal decimal = find_decimal(canvas->chart, number, 1);
    return write_decimal(canvas, &decimal, /*rounded*/ true);
}
