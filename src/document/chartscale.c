/* SPDX-License-Identifier: MIT */
/* Gives the numbers of a chart in one unit: a power of ten so small that none of them is
   rounded, or, if they are too far apart for that, so that the largest has eleven digits. */
#include "document/charts.h"

/* --- the unit -------------------------------------------------------------------------------- */

static int whole_digits(const struct decimal *decimal) {
    return (int)strlen(decimal->digits) - decimal->decimals;
}

/* In units of ten to the power of -decimals, cut off after them. */
static int64_t scale_decimal(const struct decimal *decimal, int decimals) {
    int64_t number = 0;
    int digits = whole_digits(decimal) + decimals,
        length = (int)strlen(decimal->digits);
    for (int i = 0; i < digits; i++)
        number = number * 10 + (i < length ? decimal->digits[i] - '0' : 0);
    return decimal->sign == '-' ? -number : number;
}

/* No fewer than `decimals`, if there is room for them. */
static int find_decimals(const struct chart_block *block, size_t count, int decimals) {
    int whole = 1;
    for (size_t i = 0; i < count; i++) {
        const struct decimal *decimal = &block->numbers[i].decimal;
        if (!block->numbers[i].known)
            continue;
        decimals = decimal->decimals > decimals ? decimal->decimals : decimals;
        whole = whole_digits(decimal) > whole ? whole_digits(decimal) : whole;
    }
    return whole + decimals > CHART_DIGITS ? CHART_DIGITS - whole : decimals;
}

/* Numbers that the block gives are not cut to the decimals of the data: a mean of whole
   numbers is seldom one. */
static int find_given(const struct yaml *value, int decimals) {
    struct numeral numeral;
    if (!value)
        return decimals;
    if (value->kind == YAML_TEXT && value->text &&
        numeral_read(slice_of(value->text), &numeral) &&
        numeral.decimal.decimals > decimals)
        decimals = numeral.decimal.decimals;
    for (const struct yaml *item = value->kind == YAML_TEXT ? NULL : value->items; item;
         item = item->next)
        decimals = find_given(item, decimals);
    return decimals;
}

void chart_scale(struct chart_block *block) {
    static const char *const given[] = {"reference", "bands", "axis", "steps"};
    size_t count = block->fence.data->row_count * block->series_count;
    struct chart *chart = block->chart;
    size_t known = 0, percents = 0;
    int decimals = 0;
    for (size_t i = 0; i < sizeof given / sizeof *given; i++)
        decimals = find_given(yaml_find(block->fence.root, given[i]), decimals);
    chart->decimals = find_decimals(block, count, decimals);
    for (size_t i = 0; i < count; i++) {
        struct chart_number *number = &block->numbers[i];
        if (!number->known)
            continue;
        number->number = scale_decimal(&number->decimal, chart->decimals);
        known++;
        percents += number->decimal.percent;
    }
    chart->percent = known && percents == known;
}

/* --- totals ---------------------------------------------------------------------------------- */

/* What is said to be more than it reads, or to be uncertain, cannot be added up. */
static bool is_open(const struct chart_number *number) {
    const struct decimal *decimal = &number->decimal;
    return !number->known || decimal->at_least || decimal->and_more || decimal->about ||
           decimal->disputed;
}

static void check_sum(struct chart_block *block, size_t series, bool rounded) {
    const struct data *data = block->fence.data;
    size_t total = data->row_count - 1;
    int64_t sum = 0;
    for (size_t row = 0; row < data->row_count; row++) {
        const struct chart_number *number =
            &block->numbers[row * block->series_count + series];
        if (is_open(number))
            return;
        sum += row < total ? number->number : 0;
    }
    size_t column = block->series[series];
    int64_t off = sum - block->numbers[total * block->series_count + series].number;
    if ((off < 0 ? -off : off) * 2 > (rounded ? (int64_t)total : 0))
        fence_tell(&block->fence, DIAG_CHART_SUM,
                   data_position(data, data_field(data, total, column)),
                   data_place(block->fence.reading->arena, data, total, column), NULL);
}

void chart_check_total(struct chart_block *block, bool rounded) {
    for (size_t i = 0; i < block->series_count; i++)
        check_sum(block, i, rounded);
}

/* --- stacks ---------------------------------------------------------------------------------- */

/* What is less than nothing cannot be a part of a whole. */
static bool check_part(struct chart_block *block, size_t row, size_t series) {
    const struct data *data = block->fence.data;
    size_t column = block->series[series];
    const struct field *field = data_field(data, row, column);
    if (block->numbers[row * block->series_count + series].number >= 0)
        return true;
    fence_tell(&block->fence, DIAG_CHART_PART, data_position(data, field),
               data_place(block->fence.reading->arena, data, row, column),
               data_words(block->fence.reading->arena, field->text));
    return false;
}

bool chart_check_parts(struct chart_block *block) {
    bool ok = true;
    for (size_t i = 0; i < block->chart->row_count * block->series_count; i++)
        ok = check_part(block, i / block->series_count, i % block->series_count) && ok;
    return ok;
}

int64_t chart_sum(const struct chart_block *block, size_t row, bool *open) {
    int64_t sum = 0;
    *open = false;
    for (size_t i = 0; i < block->series_count; i++) {
        *open |= is_open(&block->numbers[row * block->series_count + i]);
        sum += block->numbers[row * block->series_count + i].number;
    }
    return sum;
}

/* Whether nothing of a number is cut off with these decimals. */
static bool is_kept(const struct decimal *decimal, int decimals) {
    size_t length = strlen(decimal->digits);
    for (int i = decimals; i < decimal->decimals; i++)
        if (decimal->digits[length - 1 - (size_t)(i - decimals)] != '0')
            return false;
    return whole_digits(decimal) + decimals <= CHART_DIGITS;
}

/* Each row of a stack adds up to the column that is said to be the whole. */
void chart_check_whole(struct chart_block *block, size_t column) {
    const struct data *data = block->fence.data;
    struct arena *arena = block->fence.reading->arena;
    for (size_t row = 0; row < block->chart->row_count; row++) {
        struct chart_number whole = {.known = true};
        bool open;
        int64_t sum = chart_sum(block, row, &open);
        if (!data_number(data, row, column, &whole.decimal) || open || is_open(&whole))
            continue;
        if (is_kept(&whole.decimal, block->chart->decimals) &&
            sum == scale_decimal(&whole.decimal, block->chart->decimals))
            continue;
        fence_tell(&block->fence, DIAG_CHART_WHOLE,
                   data_position(data, data_field(data, row, column)),
                   data_place(arena, data, row, column), NULL);
    }
}

/* --- what the block says --------------------------------------------------------------------- */

bool chart_read_number(struct chart_block *block, const struct yaml *value,
                       int64_t *number) {
    const char *text = yaml_text(block->fence.reading, value);
    struct numeral numeral;
    if (!text)
        return false;
    bool read = numeral_read(slice_of(text), &numeral) &&
                whole_digits(&numeral.decimal) + block->chart->decimals <= CHART_DIGITS;
    if (read)
        *number = scale_decimal(&numeral.decimal, block->chart->decimals);
    else
        fence_tell(&block->fence, DIAG_CHART_AXIS_NUMBER, value->position, text, NULL);
    return read;
}

/* The length of a bar is its number only where bars begin at zero. */
static bool check_zero(struct chart_block *block, const struct yaml *from) {
    struct chart *chart = block->chart;
    if (chart->kind != CHART_BARS || !chart->axis.from)
        return true;
    fence_tell(&block->fence, DIAG_CHART_ZERO, from->position, from->text, NULL);
    return false;
}

bool chart_read_axis(struct chart_block *block) {
    static const char *const known[] = {"from", "to", "inverted"};
    const struct yaml *map = yaml_find(block->fence.root, "axis");
    struct chart_axis *axis = &block->chart->axis;
    if (!map)
        return true;
    if (!yaml_expect(block->fence.reading, map, YAML_MAP))
        return false;
    yaml_check_keys(block->fence.reading, map, known, sizeof known / sizeof *known);
    const struct yaml *from = yaml_find(map, "from"), *to = yaml_find(map, "to");
    const struct yaml *inverted = yaml_find(map, "inverted");
    axis->has_from = from && chart_read_number(block, from, &axis->from);
    axis->has_to = to && chart_read_number(block, to, &axis->to);
    axis->inverted = inverted && yaml_flag(block->fence.reading, inverted);
    return (!from || (axis->has_from && check_zero(block, from))) &&
           (!to || axis->has_to);
}
