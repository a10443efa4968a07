/* SPDX-License-Identifier: MIT */
/* Makes the rows of a chart from those of its data: in their order, with what is written of
   each value. */
#include "document/charts.h"

#include <stdlib.h>

/* --- names --------------------------------------------------------------------------------- */

static const struct field *name_field(const struct chart_block *block, size_t row) {
    return data_field(block->fence.data, row, block->names);
}

/* The row the chart is about; of lines it is the times that are said (chartnotes.c). */
static void read_mark(struct chart_block *block) {
    const struct yaml *value = yaml_find(block->fence.root, "mark");
    size_t row;
    if (value && block->chart->kind != CHART_LINES &&
        chart_find_row(block, value, &row))
        block->chart->marked_row = row + 1;
}

/* Years have the digits of the language. */
static struct paragraph read_name(struct chart_block *block, size_t row) {
    const struct data *data = block->fence.data;
    const struct field *field = name_field(block, row);
    struct decimal year;
    if (data->columns[block->names].kind != DATA_YEAR ||
        !data_number(data, row, block->names, &year))
        return fence_field(&block->fence, field);
    const char *words =
        locale_number(block->fence.reading->arena,
                      (uint32_t)strtoul(year.digits, NULL, 10), block->chart->digits);
    return fence_write(&block->fence, words, &data->locator->source, field->source);
}

static void read_names(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct paragraph *names =
        arena_array(block->fence.reading->arena, struct paragraph, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++)
        names[i] = read_name(block, block->order[i]);
    chart->names = names;
}

/* --- values -------------------------------------------------------------------------------- */

static bool is_missing(struct slice text) {
    return !text.length || numeral_is_dash(text);
}

static void read_decimal(struct chart_block *block, size_t row, size_t series) {
    const struct data *data = block->fence.data;
    const struct field *field = data_field(data, row, block->series[series]);
    struct arena *arena = block->fence.reading->arena;
    struct chart_number *number = &block->numbers[row * block->series_count + series];
    if (is_missing(field->text))
        return;
    size_t errors = diag_count(block->fence.reading->diag, DIAG_ERROR);
    data_check(block->fence.reading, data, row, block->series[series]);
    bool told = diag_count(block->fence.reading->diag, DIAG_ERROR) > errors;
    number->known = data_number(data, row, block->series[series], &number->decimal);
    if (!number->known && !told)
        fence_tell(&block->fence, DIAG_CHART_NUMBER, data_position(data, field),
                   data_place(arena, data, row, block->series[series]),
                   data_words(arena, field->text));
}

void chart_read_decimals(struct chart_block *block) {
    size_t rows = block->fence.data->row_count;
    block->numbers = arena_array(block->fence.reading->arena, struct chart_number,
                                 rows * block->series_count);
    for (size_t i = 0; i < block->series_count; i++) {
        columns_tell_doubts(block->fence.reading, block->fence.data, block->series[i]);
        for (size_t row = 0; row < rows; row++)
            read_decimal(block, row, i);
    }
}

/* The cell of a value; where there is none, that of the name of its row. */
static const struct field *value_field(const struct chart_block *block, size_t row,
                                       size_t series) {
    if (!block->cells)
        return data_field(block->fence.data, row, block->series[series]);
    size_t cell = block->cells[row * block->series_count + series];
    return cell ? data_field(block->fence.data, cell - 1, block->series[0])
                : name_field(block, row);
}

static struct paragraph write_value(struct chart_block *block, size_t row,
                                    size_t series) {
    const struct chart_number *number =
        &block->numbers[row * block->series_count + series];
    const struct data *data = block->fence.data;
    const struct field *field = value_field(block, row, series);
    const char *words =
        number->known ? chart_write_number(block, &number->decimal) : block->empty;
    return fence_write(&block->fence, words, &data->locator->source, field->source);
}

static void read_values(struct chart_block *block) {
    struct chart *chart = block->chart;
    size_t count = chart->row_count * block->series_count;
    struct chart_value *values =
        arena_array(block->fence.reading->arena, struct chart_value, count);
    for (size_t i = 0; i < count; i++) {
        size_t row = block->order[i / block->series_count];
        size_t series = i % block->series_count;
        const struct chart_number *number =
            &block->numbers[row * block->series_count + series];
        values[i] = (struct chart_value){.known = number->known,
                                         .doubt = number->doubt,
                                         .number = number->number,
                                         .label = write_value(block, row, series)};
    }
    chart->values = values;
    chart->series_count = block->series_count;
}

/* --- order --------------------------------------------------------------------------------- */

static bool is_larger_stack(const struct chart_block *block, size_t a, size_t b) {
    bool open;
    return chart_sum(block, a, &open) > chart_sum(block, b, &open);
}

/* Whether a row comes before another: the larger first, what is missing last. */
static bool is_larger(const struct chart_block *block, size_t a, size_t b) {
    if (block->chart->stacked)
        return is_larger_stack(block, a, b);
    const struct chart_number *x = &block->numbers[a * block->series_count];
    const struct chart_number *y = &block->numbers[b * block->series_count];
    return x->known && (!y->known || x->number > y->number);
}

/* Rows that are equal stay in the order of the file. */
static void sort_rows(struct chart_block *block) {
    for (size_t i = 1; i < block->chart->row_count; i++) {
        size_t row = block->order[i], at = i;
        for (; at && is_larger(block, row, block->order[at - 1]); at--)
            block->order[at] = block->order[at - 1];
        block->order[at] = row;
    }
}

static void read_order(struct chart_block *block) {
    static const char *const names[] = {"given", "values"};
    const struct yaml *value = yaml_find(block->fence.root, "order");
    const char *text = value ? yaml_text(block->fence.reading, value) : NULL;
    for (size_t i = 0; i < block->chart->row_count && !block->by_column; i++)
        block->order[i] = i;
    if (!text || !strcmp(text, names[0]) || block->chart->kind == CHART_LINES)
        return;
    if (strcmp(text, names[1]) != 0)
        fence_tell(&block->fence, DIAG_CHART_WORD, value->position, "order",
                   "given, as in the file, or values");
    else
        sort_rows(block);
}

/* --- rows ---------------------------------------------------------------------------------- */

bool chart_read_rows(struct chart_block *block) {
    bool ok = true;
    if (!block->by_column)
        block->order = arena_array(block->fence.reading->arena, size_t,
                                   block->chart->row_count + 1);
    read_order(block);
    if (block->chart->kind == CHART_LINES)
        ok = chart_read_times(block);
    else
        read_names(block);
    read_values(block);
    read_mark(block);
    return ok;
}
