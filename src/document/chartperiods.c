/* SPDX-License-Identifier: MIT */
/* Checks the periods that the rows of a chart are counted in, as two columns of the file have
   them: what is counted in two periods that overlap is counted twice where the rows are added
   up, and a line through them shows no trend.

       periods: {from: first_day, to: last_day}
*/
#include "document/charts.h"

#include <stdlib.h>

struct period {
    struct date from, to;
    size_t row; /* of the data */
};

static int compare_dates(const struct date *a, const struct date *b) {
    int years = (int)a->year - (int)b->year, months = (int)a->month - (int)b->month;
    return years ? years : months ? months : (int)a->day - (int)b->day;
}

static int compare_periods(const void *left, const void *right) {
    const struct period *a = left, *b = right;
    int order = compare_dates(&a->from, &b->from);
    return order ? order : a->row < b->row ? -1 : 1;
}

/* --- the dates ---------------------------------------------------------------------------------- */

/* A month that is the end of a period is so with all its days. */
static bool read_date(struct chart_block *block, size_t row, size_t column, bool last,
                      struct date *date) {
    const struct data *data = block->fence.data;
    struct arena *arena = block->fence.reading->arena;
    const struct field *field = data_field(data, row, column);
    const char *text =
        arena_printf(arena, "%.*s", (int)field->text.length, field->text.data);
    if (!field->text.length)
        return false; /* not known: nothing is told */
    if (date_read(text, date)) {
        date->day = date->day || !last ? date->day : 31;
        return true;
    }
    fence_tell(&block->fence, DIAG_CHART_DATE, data_position(data, field),
               data_place(arena, data, row, column), data_words(arena, field->text));
    return false;
}

static void tell(struct chart_block *block, enum diag_id id, size_t row, size_t column,
                 const char *other) {
    const struct data *data = block->fence.data;
    fence_tell(&block->fence, id, data_position(data, data_field(data, row, column)),
               data_place(block->fence.reading->arena, data, row, column), other);
}

/* Those that are known and do not end before they begin. */
static size_t read_periods(struct chart_block *block, const size_t columns[2],
                           struct period *periods) {
    size_t count = 0;
    for (size_t i = 0; i < block->chart->row_count; i++) {
        struct period *period = &periods[count];
        period->row = block->order[i];
        bool from = read_date(block, period->row, columns[0], false, &period->from);
        bool to = read_date(block, period->row, columns[1], true, &period->to);
        if (from && to && compare_dates(&period->to, &period->from) < 0)
            tell(block, DIAG_CHART_PERIOD, period->row, columns[1], NULL);
        else if (from && to)
            count++;
    }
    return count;
}

/* --- whether they overlap ------------------------------------------------------------------------ */

/* Each is held against the one before that ends last. */
static void check_overlaps(struct chart_block *block, const struct period *periods,
                           size_t count, size_t column) {
    const struct data *data = block->fence.data;
    size_t last = 0;
    for (size_t i = 1; i < count; i++) {
        if (compare_dates(&periods[i].from, &periods[last].to) <= 0)
            tell(block, DIAG_CHART_OVERLAP, periods[i].row, column,
                 arena_printf(block->fence.reading->arena, "%u",
                              (unsigned)data->rows[periods[last].row]));
        if (compare_dates(&periods[i].to, &periods[last].to) > 0)
            last = i;
    }
}

static bool find_columns(struct chart_block *block, const struct yaml *map,
                         size_t columns[2]) {
    static const char *const keys[] = {"from", "to"};
    if (!yaml_expect(block->fence.reading, map, YAML_MAP))
        return false;
    yaml_check_keys(block->fence.reading, map, keys, 2);
    bool ok = true;
    for (size_t i = 0; i < 2; i++) {
        const struct yaml *name = yaml_find(map, keys[i]);
        if (!name)
            fence_tell(&block->fence, DIAG_KEY_ABSENT, map->position, keys[i], NULL);
        const struct data_column *found =
            name ? fence_column(&block->fence, name) : NULL;
        columns[i] = found ? (size_t)(found - block->fence.data->columns) : 0;
        ok = ok && found;
    }
    return ok;
}

void chart_check_periods(struct chart_block *block, bool added) {
    const struct yaml *map = yaml_find(block->fence.root, "periods");
    size_t columns[2];
    if (!map || !find_columns(block, map, columns))
        return;
    struct period *periods = arena_array(block->fence.reading->arena, struct period,
                                         block->chart->row_count + 1);
    size_t count = read_periods(block, columns, periods);
    qsort(periods, count, sizeof *periods, compare_periods);
    if (added || block->chart->kind == CHART_LINES)
        check_overlaps(block, periods, count, columns[0]);
}
