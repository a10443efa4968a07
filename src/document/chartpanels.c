/* SPDX-License-Identifier: MIT */
/* Parts a chart into panels: one for each column of values, or one for each text that a column
   holds. In the latter case each row of the file has one value, and says which panel and
   which row of it that is for:

       year,indicator,score
       2024,Political,20.65
       2024,Economic,22.14 */
#include "document/charts.h"

#include <stdlib.h>

/* --- what the block says --------------------------------------------------------------------- */

static bool read_scales(struct chart_block *block) {
    const struct yaml *value = yaml_find(block->fence.root, "scales");
    const char *text = value ? yaml_text(block->fence.reading, value) : NULL;
    block->chart->own_scales = text && !strcmp(text, "own");
    if (!value)
        return true;
    if (!block->chart->panels) {
        fence_tell(&block->fence, DIAG_KEY_ABSENT, value->position, "panels", NULL);
        return false;
    }
    if (text && !block->chart->own_scales)
        fence_tell(&block->fence, DIAG_CHART_WORD, value->position, "scales",
                   "own: each panel its own");
    return block->chart->own_scales;
}

static bool refuse(struct chart_block *block, const char *key, const char *what) {
    const struct yaml *value = yaml_find(block->fence.root, key);
    if (value)
        fence_tell(&block->fence, DIAG_CHART_KEY, value->key->position, key, what);
    return value == NULL;
}

/* What a panel has no room for, or what has no meaning in one; what has none where one column
   holds the values of all. */
static bool check_keys(struct chart_block *block) {
    static const char *const keys[] = {"upright",   "stacked", "whole",
                                       "reference", "bands",   "annotations"};
    const char *what = block->chart->panels ? "panels" : "one column of values";
    bool ok = true;
    for (size_t i = 0; i < sizeof keys / sizeof *keys && block->chart->panels; i++)
        ok = refuse(block, keys[i], what) && ok;
    if (block->by_column) {
        ok = refuse(block, "total", what) && ok;
        ok = refuse(block, "periods", what) && ok;
    }
    return ok;
}

/* What names the column: of a heat table its texts are not panels but columns. */
static const struct yaml *find_key(const struct chart_block *block) {
    return yaml_find(block->fence.root,
                     block->chart->kind == CHART_HEAT ? "across" : "panels");
}

bool chart_read_panels(struct chart_block *block) {
    const struct yaml *value = find_key(block);
    bool ok = true, heat = block->chart->kind == CHART_HEAT;
    if (value && value->kind == YAML_TEXT && !heat && !strcmp(value->text, "false"))
        value = NULL;
    block->chart->panels = value && !heat;
    if (value && heat) {
        block->by_column = true;
        return chart_find_names(block, value, &block->panel_column) &&
               check_keys(block);
    }
    if (value && value->kind != YAML_MAP) {
        const char *text = yaml_text(block->fence.reading, value);
        block->by_column = text && strcmp(text, "true") != 0;
        ok = text != NULL;
    } else {
        block->by_column = value != NULL;
    }
    if (block->by_column)
        ok = chart_find_names(block, value, &block->panel_column);
    ok = read_scales(block) && ok;
    return check_keys(block) && ok;
}

/* --- texts that are the same ------------------------------------------------------------------- */

struct occurrence {
    struct slice text;
    size_t row;
};

static int compare(const void *a, const void *b) {
    const struct occurrence *x = a, *y = b;
    size_t shorter = x->text.length < y->text.length ? x->text.length : y->text.length;
    int order = shorter ? memcmp(x->text.data, y->text.data, shorter) : 0;
    if (order)
        return order;
    if (x->text.length != y->text.length)
        return x->text.length < y->text.length ? -1 : 1;
    return x->row < y->row ? -1 : 1;
}

/* For each row the first one whose cell in a column holds the same text. */
static size_t *find_first(const struct chart_block *block, size_t column) {
    const struct data *data = block->fence.data;
    struct arena *arena = block->fence.reading->arena;
    size_t count = data->row_count, start = 0;
    struct occurrence *all = arena_array(arena, struct occurrence, count);
    size_t *first = arena_array(arena, size_t, count);
    for (size_t row = 0; row < count; row++)
        all[row] = (struct occurrence){data_field(data, row, column)->text, row};
    qsort(all, count, sizeof *all, compare);
    for (size_t i = 0; i < count; i++) {
        if (!slice_equal(all[i].text, all[start].text))
            start = i;
        first[all[i].row] = all[start].row;
    }
    return first;
}

/* --- rows and panels ----------------------------------------------------------------------------- */

/* A year in the digits of the language. */
static struct paragraph write_title(struct chart_block *block, size_t row) {
    const struct data *data = block->fence.data;
    const struct field *field = data_field(data, row, block->panel_column);
    struct decimal decimal;
    if (data->columns[block->panel_column].kind != DATA_YEAR ||
        !data_number(data, row, block->panel_column, &decimal))
        return fence_field(&block->fence, field);
    uint32_t year = 0;
    for (const char *digit = decimal.digits; *digit; digit++)
        year = year * 10 + (uint32_t)(*digit - '0');
    const char *words =
        locale_number(block->fence.reading->arena, year, block->chart->digits);
    return fence_write(&block->fence, words, &data->locator->source, field->source);
}

/* Gives each row the number of its panel, in their order in the file; how many there are. */
static size_t number_panels(struct chart_block *block, size_t *panels) {
    const size_t *first = find_first(block, block->panel_column);
    struct paragraph *titles =
        arena_array(block->fence.reading->arena, struct paragraph, CHART_PANELS);
    size_t count = 0;
    for (size_t row = 0; row < block->fence.data->row_count; row++) {
        panels[row] = first[row] == row ? count : panels[first[row]];
        if (first[row] != row)
            continue;
        if (count < CHART_PANELS)
            titles[count] = write_title(block, row);
        count++;
    }
    block->chart->titles = titles;
    return count;
}

static bool tell_twice(struct chart_block *block, size_t row) {
    const struct data *data = block->fence.data;
    fence_tell(&block->fence, DIAG_CHART_TWICE,
               data_position(data, data_field(data, row, block->names)),
               data_place(block->fence.reading->arena, data, row, block->names),
               data_words(block->fence.reading->arena,
                          data_field(data, row, block->panel_column)->text));
    return false;
}

/* The numbers, so far one in each row of the data, move to the first row of the same name. */
static bool move_numbers(struct chart_block *block, const size_t *panels,
                         size_t count) {
    struct arena *arena = block->fence.reading->arena;
    size_t rows = block->fence.data->row_count;
    const size_t *first = find_first(block, block->names);
    const struct chart_number *given = block->numbers;
    bool ok = true;
    block->numbers = arena_array(arena, struct chart_number, rows * count);
    block->cells = arena_array(arena, size_t, rows * count);
    block->order = arena_array(arena, size_t, rows + 1);
    block->chart->row_count = 0;
    for (size_t row = 0; row < rows; row++) {
        size_t at = first[row] * count + panels[row];
        if (first[row] == row)
            block->order[block->chart->row_count++] = row;
        if (block->cells[at])
            ok = tell_twice(block, row);
        block->numbers[at] = given[row];
        block->cells[at] = row + 1;
    }
    block->series_count = count;
    return ok;
}

bool chart_part_rows(struct chart_block *block) {
    struct arena *arena = block->fence.reading->arena;
    size_t *panels = arena_array(arena, size_t, block->fence.data->row_count);
    if (!block->by_column)
        return true;
    size_t count = number_panels(block, panels);
    if (count > CHART_PANELS) {
        fence_tell(&block->fence, DIAG_CHART_PANELS, find_key(block)->position,
                   arena_printf(arena, "%zu", count), NULL);
        return false;
    }
    return move_numbers(block, panels, count);
}
