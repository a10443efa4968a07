/* SPDX-License-Identifier: MIT */
/* Reads a chart, as a fenced block says in YAML, from the CSV file it names:

       ```chart
       kind: bars
       data: data/casualties.csv
       title: {en: Most deaths in Maysan, ar: أكثر القتلى في ميسان}
       columns:
         - {column: {en: governorate_en, ar: governorate_ar}}
         - {column: deaths, title: {en: Deaths, ar: القتلى}}
       ```

   The first column has the names, the others the values. Each text and the column of names
   may be given once for all languages, or in a map by language: so the same block can stand
   in every language's file. */
#include "document/charts.h"

#include "base/nearest.h"

#include <cmark-gfm.h>

enum { MOST_BARS = 400 };

static void tell(struct chart_block *block, enum diag_id id, struct position position,
                 const char *a, const char *b) {
    fence_tell(&block->fence, id, position, a, b);
}

/* --- texts in the language of the chart --------------------------------------------------- */

/* What a value says in the language of the chart; NULL if nothing, which has been told. */
static const struct yaml *find_spoken(struct chart_block *block,
                                      const struct yaml *value) {
    const char *language = block->fence.tongue.language;
    if (value->kind != YAML_MAP)
        return yaml_text(block->fence.reading, value) ? value : NULL;
    const struct yaml *found = language ? yaml_find(value, language) : value->items;
    if (found)
        return yaml_text(block->fence.reading, found) ? found : NULL;
    tell(block, DIAG_TEXT_ABSENT, value->position,
         value->key ? value->key->text : "this", language);
    return NULL;
}

struct paragraph chart_spoken(struct chart_block *block, const struct yaml *map,
                              const char *key) {
    const struct yaml *value = yaml_find(map, key);
    const struct yaml *spoken = value ? find_spoken(block, value) : NULL;
    return spoken ? fence_value(&block->fence, spoken)
                  : (struct paragraph){.text = {"", 0}};
}

/* --- rows ---------------------------------------------------------------------------------- */

static const struct field *name_field(const struct chart_block *block, size_t row) {
    return data_field(block->fence.data, row, block->names);
}

/* Whether the first cell of a row reads so. */
static void read_mark(struct chart_block *block) {
    const struct yaml *value = yaml_find(block->fence.root, "mark");
    const struct yaml *spoken = value ? find_spoken(block, value) : NULL;
    struct arena *arena = block->fence.reading->arena;
    size_t rows = block->chart->row_count;
    if (!spoken)
        return;
    const char **names = arena_array(arena, const char *, rows);
    for (size_t i = 0; i < rows; i++) {
        names[i] = block->chart->names[i].text.data;
        if (slice_is(block->chart->names[i].text, spoken->text)) {
            block->chart->marked_row = i + 1;
            return;
        }
    }
    tell(block, DIAG_TABLE_MARK, spoken->position, spoken->text,
         data_words(arena, slice_of(nearest_word(spoken->text, names, rows))));
}

static void read_names(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct paragraph *names =
        arena_array(block->fence.reading->arena, struct paragraph, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++)
        names[i] = fence_field(&block->fence, name_field(block, block->order[i]));
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
        tell(block, DIAG_CHART_NUMBER, data_position(data, field),
             data_place(arena, data, row, block->series[series]),
             data_words(arena, field->text));
}

static void read_decimals(struct chart_block *block) {
    size_t rows = block->fence.data->row_count;
    block->numbers = arena_array(block->fence.reading->arena, struct chart_number,
                                 rows * block->series_count);
    for (size_t i = 0; i < block->series_count; i++) {
        columns_tell_doubts(block->fence.reading, block->fence.data, block->series[i]);
        for (size_t row = 0; row < rows; row++)
            read_decimal(block, row, i);
    }
}

static struct paragraph write_value(struct chart_block *block, size_t row,
                                    size_t series) {
    const struct chart_number *number =
        &block->numbers[row * block->series_count + series];
    const struct data *data = block->fence.data;
    const struct field *field = data_field(data, row, block->series[series]);
    const char *words = number->known
                            ? locale_decimal(block->fence.reading->arena,
                                             &number->decimal, block->chart->digits)
                            : block->empty;
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
    for (size_t i = 0; i < block->chart->row_count; i++)
        block->order[i] = i;
    if (!text || !strcmp(text, names[0]))
        return;
    if (strcmp(text, names[1]) != 0)
        tell(block, DIAG_CHART_WORD, value->position, "order",
             "given, as in the file, or values");
    else
        sort_rows(block);
}

/* --- columns ------------------------------------------------------------------------------- */

static bool find_column(struct chart_block *block, const struct yaml *name,
                        size_t *column) {
    const struct data_column *found = fence_column(&block->fence, name);
    if (found)
        *column = (size_t)(found - block->fence.data->columns);
    return found != NULL;
}

/* Each row has a name in each language, also in those whose chart this is not. */
static void check_names(struct chart_block *block, size_t column) {
    const struct data *data = block->fence.data;
    for (size_t row = 0; row < data->row_count; row++) {
        const struct field *field = data_field(data, row, column);
        if (!field->text.length)
            tell(block, DIAG_CHART_NAMELESS, data_position(data, field),
                 data_place(block->fence.reading->arena, data, row, column), NULL);
    }
}

static bool read_names_column(struct chart_block *block, const struct yaml *value) {
    bool found = true;
    size_t column;
    if (value->kind != YAML_MAP) {
        found = find_column(block, value, &block->names);
        if (found)
            check_names(block, block->names);
        return found;
    }
    for (const struct yaml *item = value->items; item; item = item->next)
        if (find_column(block, item, &column))
            check_names(block, column);
        else
            found = false;
    const struct yaml *spoken = find_spoken(block, value);
    return spoken && found && find_column(block, spoken, &block->names);
}

static const struct yaml *find_name(struct chart_block *block,
                                    const struct yaml *item) {
    static const char *const known[] = {"column", "title"};
    if (!yaml_expect(block->fence.reading, item, YAML_MAP))
        return NULL;
    yaml_check_keys(block->fence.reading, item, known, sizeof known / sizeof *known);
    const struct yaml *name = yaml_find(item, "column");
    if (!name)
        tell(block, DIAG_KEY_ABSENT, item->position, "column", NULL);
    return name;
}

static bool read_series(struct chart_block *block, const struct yaml *item,
                        struct paragraph *titles) {
    const struct yaml *name = find_name(block, item);
    size_t column;
    if (!name || !find_column(block, name, &column))
        return false;
    titles[block->series_count] =
        yaml_find(item, "title")
            ? chart_spoken(block, item, "title")
            : fence_field(&block->fence, &block->fence.data->columns[column].header);
    block->series[block->series_count++] = column;
    return true;
}

/* False if one of them is not there, which has been told. */
static bool read_columns(struct chart_block *block) {
    const struct yaml *list = yaml_find(block->fence.root, "columns");
    struct arena *arena = block->fence.reading->arena;
    if (!list) {
        tell(block, DIAG_KEY_ABSENT, block->fence.root->position, "columns", NULL);
        return false;
    }
    if (!yaml_expect(block->fence.reading, list, YAML_LIST))
        return false;
    if (list->count < 2 || list->count > CHART_SERIES + 1) {
        tell(block, DIAG_CHART_COLUMNS, list->position, NULL, NULL);
        return false;
    }
    struct paragraph *titles = arena_array(arena, struct paragraph, list->count);
    block->series = arena_array(arena, size_t, list->count);
    block->chart->titles = titles;
    const struct yaml *name = find_name(block, list->items);
    bool ok = name && read_names_column(block, name);
    for (const struct yaml *item = list->items->next; item; item = item->next)
        ok = read_series(block, item, titles) && ok;
    return ok;
}

/* --- what is about the whole ---------------------------------------------------------------- */

static void read_words(struct chart_block *block, struct caption *caption) {
    struct fence *fence = &block->fence;
    struct chart *chart = block->chart;
    caption->text = chart_spoken(block, fence->root, "title");
    tongue_follow(&fence->tongue, caption->text.text);
    caption->source = chart_spoken(block, fence->root, "source");
    chart->subtitle = chart_spoken(block, fence->root, "subtitle");
    chart->notes = chart_spoken(block, fence->root, "notes");
    chart->language = fence->tongue.language;
    chart->direction = fence->tongue.direction;
    chart->digits = conventions_find(fence->reading, chart->language).digits;
    struct paragraph empty = chart_spoken(block, fence->root, "empty");
    block->empty = empty.text.length ? empty.text.data
                                     : locale_term(chart->language, TERM_NO_DATA);
}

static bool check_kind(struct chart_block *block) {
    static const char *const names[] = {"bars"};
    const struct yaml *value = yaml_find(block->fence.root, "kind");
    const char *text = value ? yaml_text(block->fence.reading, value) : NULL;
    for (size_t i = 0; text && i < CHART_KINDS; i++)
        if (!strcmp(text, names[i])) {
            block->chart->kind = (enum chart_kind)i;
            return true;
        }
    if (!value)
        tell(block, DIAG_KEY_ABSENT, block->fence.root->position, "kind", NULL);
    else if (text)
        tell(block, DIAG_CHART_KIND, value->position, text,
             nearest_word(text, names, CHART_KINDS));
    return false;
}

static bool check_size(struct chart_block *block) {
    size_t count = block->fence.data->row_count * block->series_count;
    if (count > MOST_BARS)
        tell(block, DIAG_CHART_BARS, yaml_find(block->fence.root, "data")->position,
             arena_printf(block->fence.reading->arena, "%zu", count), NULL);
    return count <= MOST_BARS;
}

static bool read_flag(struct chart_block *block, const char *key) {
    const struct yaml *value = yaml_find(block->fence.root, key);
    return value && yaml_flag(block->fence.reading, value);
}

static bool check_stack(struct chart_block *block) {
    const struct yaml *whole = yaml_find(block->fence.root, "whole");
    size_t column;
    if (!block->chart->stacked)
        return true;
    if (whole && find_column(block, whole, &column))
        chart_check_whole(block, column);
    return chart_check_parts(block);
}

static bool read_data(struct chart_block *block) {
    block->chart->upright = read_flag(block, "upright");
    block->chart->stacked = read_flag(block, "stacked");
    if (!fence_data(&block->fence))
        return false;
    if (!read_columns(block) || !check_size(block))
        return false;
    struct chart *chart = block->chart;
    bool has_total = read_flag(block, "total");
    chart->row_count = block->fence.data->row_count - has_total;
    block->order =
        arena_array(block->fence.reading->arena, size_t, chart->row_count + 1);
    read_decimals(block);
    chart_scale(block);
    if (has_total)
        chart_check_total(block);
    read_order(block);
    read_names(block);
    read_values(block);
    read_mark(block);
    return check_stack(block);
}

/* Id and number are there also where there are no data, or what refers to the chart would be
   told as well. */
static struct block *add_block(struct chart_block *block, struct figure *figure) {
    struct builder *builder = block->fence.builder;
    struct markdown *markdown = builder->markdown;
    const struct yaml *id = yaml_find(block->fence.root, "id");
    struct block *added = builder_add(builder, BLOCK_FIGURE);
    added->figure = figure;
    added->language = block->fence.tongue.language;
    added->direction = block->fence.tongue.direction;
    added->stays = fence_place(&block->fence);
    caption_number(markdown, declared_around(builder, block->fence.tongue),
                   BLOCK_FIGURE, &figure->caption);
    if (id && yaml_text(block->fence.reading, id))
        caption_claim(markdown, added, id->text, id->position);
    return added;
}

void chart_read(struct builder *builder) {
    static const char *const known[] = {
        "kind",  "data",    "id",      "title",   "subtitle", "alt",   "source",
        "notes", "columns", "order",   "mark",    "place",    "empty", "reference",
        "axis",  "total",   "upright", "stacked", "whole"};
    struct arena *arena = builder->markdown->reading->arena;
    struct chart_block block = {.chart = arena_new(arena, struct chart)};
    struct figure *figure = arena_new(arena, struct figure);
    if (!fence_open(&block.fence, builder, known, sizeof known / sizeof *known))
        return;
    read_words(&block, &figure->caption);
    figure->chart = block.chart;
    add_block(&block, figure);
    bool ok = check_kind(&block);
    ok = read_data(&block) && ok;
    if (ok && chart_read_axis(&block))
        figure->alt = chart_alt(&block);
    else
        figure->alt = "";
}
