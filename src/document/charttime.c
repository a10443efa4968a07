/* SPDX-License-Identifier: MIT */
/* Reads the times of lines: years, which stand as far apart as they are, or texts, which
   stand side by side in the order of the file. */
#include "document/charts.h"

enum { YEAR_DIGITS = 4 };

static struct position name_position(const struct chart_block *block, size_t row) {
    return data_position(block->fence.data,
                         data_field(block->fence.data, row, block->names));
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
                !decimal.and_more && strlen(decimal.digits) <= YEAR_DIGITS;
    *year = 0;
    for (size_t i = 0; read && decimal.digits[i]; i++)
        *year = *year * 10 + (decimal.digits[i] - '0');
    if (!read && text.length) /* one that is missing has been told */
        fence_tell(&block->fence, DIAG_CHART_YEAR, name_position(block, row),
                   name_place(block, row),
                   data_words(block->fence.reading->arena, text));
    return read;
}

static bool read_years(struct chart_block *block, int64_t *places,
                       struct paragraph *names) {
    const struct data *data = block->fence.data;
    bool ok = true;
    for (size_t row = 0; row < block->chart->row_count; row++) {
        bool read = read_year(block, row, &places[row]);
        const char *words = locale_number(block->fence.reading->arena,
                                          (uint32_t)places[row], block->chart->digits);
        names[row] = fence_write(&block->fence, words, &data->locator->source,
                                 data_field(data, row, block->names)->source);
        if (read && row && ok && places[row] <= places[row - 1]) {
            fence_tell(&block->fence, DIAG_CHART_ORDER, name_position(block, row),
                       name_place(block, row), names[row].text.data);
            read = false;
        }
        ok = ok && read;
    }
    return ok;
}

static void read_texts(struct chart_block *block, int64_t *places,
                       struct paragraph *names) {
    columns_tell_mixed(block->fence.reading, block->fence.data, block->names);
    for (size_t row = 0; row < block->chart->row_count; row++) {
        places[row] = (int64_t)row;
        names[row] = fence_field(&block->fence,
                                 data_field(block->fence.data, row, block->names));
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
