/* SPDX-License-Identifier: MIT */
/* Reads the times of lines: years, which stand as far apart as they are, or texts, which
   stand side by side in the order of the file. */
#include "document/charts.h"

#include <stdlib.h>

enum { YEAR_DIGITS = 4 };

static struct position name_position(const struct chart_block *block, size_t row) {
    return data_position(
        block->fence.data,
        data_field(block->fence.data, block->order[row], block->names));
}

static const char *name_place(const struct chart_block *block, size_t row) {
    return data_place(block->fence.reading->arena, block->fence.data, row,
                      block->names);
}

/* False if the cell holds no year, which has been told. */
static bool read_year(struct chart_block *block, size_t row, int64_t *year) {
    const struct data *data = block->fence.data;
    struct slice text = data_field(data, row, block->names)->text;
    struct decimal decimal;
    bool read = data_number(data, row, block->names, &decimal) && !decimal.sign &&
                !decimal.percent && !decimal.decimals && !decimal.at_least &&
                !decimal.and_more && !decimal.about && !decimal.disputed &&
                strlen(decimal.digits) <= YEAR_DIGITS;
    *year = 0;
    for (size_t i = 0; read && decimal.digits[i]; i++)
        *year = *year * 10 + (decimal.digits[i] - '0');
    if (!read && text.length) /* one that is missing has been told */
        fence_tell(&block->fence, DIAG_CHART_YEAR, name_position(block, row),
                   name_place(block, row),
                   data_words(block->fence.reading->arena, text));
    return read;
}

struct year {
    int64_t number;
    size_t row; /* of the data */
};

static int compare_years(const void *a, const void *b) {
    const struct year *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return x->row < y->row ? -1 : 1;
}

/* Panels need not have the same years: then no order of the file could be that of all. */
static bool order_years(struct chart_block *block, int64_t *places) {
    size_t count = block->chart->row_count;
    struct year *years = arena_array(block->fence.reading->arena, struct year, count);
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        years[i].row = block->order[i];
        ok = read_year(block, years[i].row, &years[i].number) && ok;
    }
    if (block->by_column)
        qsort(years, count, sizeof *years, compare_years);
    for (size_t i = 0; i < count; i++) {
        block->order[i] = years[i].row;
        places[i] = years[i].number;
    }
    return ok;
}

static bool read_years(struct chart_block *block, int64_t *places,
                       struct paragraph *names) {
    const struct data *data = block->fence.data;
    bool ok = order_years(block, places);
    for (size_t i = 0; i < block->chart->row_count; i++) {
        size_t row = block->order[i];
        const char *words = locale_number(block->fence.reading->arena,
                                          (uint32_t)places[i], block->chart->digits);
        names[i] = fence_write(&block->fence, words, &data->locator->source,
                               data_field(data, row, block->names)->source);
        if (i && ok && places[i] <= places[i - 1]) {
            fence_tell(&block->fence, DIAG_CHART_ORDER, name_position(block, row),
                       name_place(block, row), names[i].text.data);
            ok = false;
        }
    }
    return ok;
}

static void read_texts(struct chart_block *block, int64_t *places,
                       struct paragraph *names) {
    columns_tell_mixed(block->fence.reading, block->fence.data, block->names);
    for (size_t row = 0; row < block->chart->row_count; row++) {
        places[row] = (int64_t)row;
        names[row] =
            fence_field(&block->fence,
                        data_field(block->fence.data, block->order[row], block->names));
    }
}

bool chart_read_times(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct arena *arena = block->fence.reading->arena;
    int64_t *places = arena_array(arena, int64_t, chart->row_count);
    struct paragraph *names = arena_array(arena, struct paragraph, chart->row_count);
    const struct yaml *time = yaml_find(block->fence.root, "time");
    const char *text = time ? yaml_text(block->fence.reading, time) : NULL;
    bool ok = true;
    chart->names = names;
    chart->places = places;
    chart->time_ltr = text && !strcmp(text, "ltr");
    if (text && !chart->time_ltr)
        fence_tell(&block->fence, DIAG_CHART_WORD, time->position, "time",
                   "ltr: from left to right in any language");
    if (block->fence.data->columns[block->names].kind == DATA_TEXT)
        read_texts(block, places, names);
    else
        ok = read_years(block, places, names);
    return ok;
}
