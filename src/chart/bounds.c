/* SPDX-License-Identifier: MIT */
/* Finds how far an axis goes that need not begin at zero: round numbers around all values. It
   begins at zero all the same where the values are no farther from it than from one another. */
#include "chart/internal.h"

static void widen(struct bounds *bounds, int64_t number) {
    bounds->low = !bounds->any || number < bounds->low ? number : bounds->low;
    bounds->high = !bounds->any || number > bounds->high ? number : bounds->high;
    bounds->any = true;
}

static void widen_to_band(struct bounds *bounds, const struct chart_band *band) {
    if (band->has_low)
        widen(bounds, band->low);
    if (band->has_high)
        widen(bounds, band->high);
}

static struct bounds find_values(const struct chart *chart) {
    struct bounds bounds = {.any = false};
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        if (chart->values[i].known)
            widen(&bounds, chart->values[i].number);
    if (!bounds.any)
        return bounds;
    for (size_t i = 0; i < chart->reference_count; i++)
        widen(&bounds, chart->references[i].number);
    for (size_t i = 0; i < chart->band_count; i++)
        widen_to_band(&bounds, &chart->bands[i]);
    if (bounds.low > 0 && !chart->axis.has_from &&
        bounds.low <= bounds.high - bounds.low)
        bounds.low = 0;
    if (bounds.high < 0 && !chart->axis.has_to &&
        -bounds.high <= bounds.high - bounds.low)
        bounds.high = 0;
    if (chart->axis.has_from)
        widen(&bounds, chart->axis.from);
    if (chart->axis.has_to)
        widen(&bounds, chart->axis.to);
    return bounds;
}

/* Values that are all the same stand in the middle, but nothing is below nothing. */
static struct bounds spread(struct bounds bounds, int64_t step) {
    if (bounds.low < bounds.high)
        return bounds;
    bounds.high += step;
    if (bounds.low < 0 || bounds.low >= step)
        bounds.low -= step;
    return bounds;
}

struct bounds bounds_find(const struct chart *chart, int64_t intervals) {
    struct bounds bounds = find_values(chart);
    if (!bounds.any)
        return (struct bounds){0, 1, false};
    int64_t span = bounds.high - bounds.low;
    int64_t size = bounds.high > 0 ? bounds.high / 10 : -bounds.low / 10;
    int64_t step = scale_step(span ? (span - 1) / intervals + 1 : size + 1);
    struct bounds round = {scale_first(bounds.low - step + 1, step),
                           scale_first(bounds.high, step), true};
    return spread(round, step);
}
