/* SPDX-License-Identifier: MIT */
/* Finds the steps by which the values of heat tables and tile maps are shaded: round numbers,
   equal shares of the values, or the limits that the author gives:

       steps: [10, 50, 100]       # below 10, 10 to below 50, ... */
#include "document/charts.h"

#include <stdlib.h>

enum { SHARES = 4 };

static int compare(const void *a, const void *b) {
    const int64_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* All that are known, rising. */
static int64_t *sort_values(const struct chart_block *block, size_t *count) {
    const struct chart *chart = block->chart;
    size_t most = chart->row_count * chart->series_count;
    int64_t *numbers = arena_array(block->fence.reading->arena, int64_t, most + 1);
    *count = 0;
    for (size_t i = 0; i < most; i++)
        if (chart->values[i].known)
            numbers[(*count)++] = chart->values[i].number;
    qsort(numbers, *count, sizeof *numbers, compare);
    return numbers;
}

/* 1, 2 or 5 times a power of ten: the least with which there are few steps. */
static int64_t round_step(int64_t least) {
    static const int factors[] = {1, 2, 5};
    for (int64_t power = 1;; power *= 10)
        for (size_t i = 0; i < sizeof factors / sizeof *factors; i++)
            if (factors[i] * power >= least)
                return factors[i] * power;
}

static void find_round(struct chart *chart, int64_t *limits, int64_t low,
                       int64_t high) {
    int64_t step = round_step((high - low) / CHART_LIMITS + 1);
    int64_t rest = low % step, limit = low - rest + (rest >= 0 ? step : 0);
    for (; limit <= high && chart->limit_count < CHART_LIMITS; limit += step)
        limits[chart->limit_count++] = limit;
}

/* Values that are the same are in one step. */
static void find_shares(struct chart *chart, int64_t *limits, const int64_t *numbers,
                        size_t count) {
    int64_t last = numbers[0];
    for (size_t i = 1; i < SHARES; i++) {
        int64_t limit = numbers[count * i / SHARES];
        if (limit > last)
            limits[chart->limit_count++] = last = limit;
    }
}

static bool read_limits(struct chart_block *block, const struct yaml *list,
                        int64_t *limits) {
    struct chart *chart = block->chart;
    if (!list->count || list->count > CHART_LIMITS) {
        fence_tell(&block->fence, DIAG_CHART_LIMITS, list->position, NULL, NULL);
        return false;
    }
    for (const struct yaml *item = list->items; item; item = item->next) {
        int64_t *limit = &limits[chart->limit_count];
        if (!chart_read_number(block, item, limit))
            return false;
        if (chart->limit_count && *limit <= limit[-1]) {
            fence_tell(&block->fence, DIAG_CHART_LIMIT_ORDER, item->position,
                       item->text, NULL);
            return false;
        }
        chart->limit_count++;
    }
    return true;
}

bool chart_read_steps(struct chart_block *block) {
    struct chart *chart = block->chart;
    const struct yaml *value = yaml_find(block->fence.root, "steps");
    int64_t *limits = arena_array(block->fence.reading->arena, int64_t, CHART_LIMITS);
    if (chart->kind != CHART_HEAT && chart->kind != CHART_TILES)
        return true;
    chart->limits = limits;
    if (value && value->kind == YAML_LIST)
        return read_limits(block, value, limits);
    const char *text = value ? yaml_text(block->fence.reading, value) : "round";
    bool shares = text && !strcmp(text, "quantiles");
    if (!text)
        return false;
    if (!shares && strcmp(text, "round") != 0) {
        fence_tell(&block->fence, DIAG_CHART_WORD, value->position, "steps",
                   "round, quantiles, or a list of limits");
        return false;
    }
    size_t count;
    int64_t *numbers = sort_values(block, &count);
    if (count && shares)
        find_shares(chart, limits, numbers, count);
    else if (count)
        find_round(chart, limits, numbers[0], numbers[count - 1]);
    return true;
}
