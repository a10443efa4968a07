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

#include <cmark-gfm.h>

enum { MOST_BARS = 400 };

static void tell(struct chart_block *block, enum diag_id id, struct position position,
                 const char *a, const char *b) {
    fence_tell(&block->fence, id, position, a, b);
}

/* --- texts in the language of the chart --------------------------------------------------- */

const struct yaml *chart_find_spoken(struct chart_block *block,
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
    const struct yaml *spoken = value ? chart_find_spoken(block, value) : NULL;
    return spoken ? fence_value(&block->fence, spoken)
                  : (struct paragraph){.text = {"", 0}};
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

bool chart_find_names(struct chart_block *block, const struct yaml *value,
                      size_t *names) {
    bool found = true;
    size_t column;
    if (value->kind != YAML_MAP) {
        found = find_column(block, value, names);
        if (found)
            check_names(block, *names);
        return found;
    }
    for (const struct yaml *item = value->items; item; item = item->next)
        if (find_column(block, item, &column))
            check_names(block, column);
        else
            found = false;
    const struct yaml *spoken = chart_find_spoken(block, value);
    return spoken && found && find_column(block, spoken, names);
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

/* Only a table has it. */
static void read_names_title(struct chart_block *block, const struct yaml *item) {
    bool table = yaml_find(block->fence.root, "table");
    const struct yaml *title = item->kind == YAML_MAP ? yaml_find(item, "title") : NULL;
    if (title)
        block->names_title = chart_spoken(block, item, "title");
    else if (table)
        tell(block, DIAG_KEY_ABSENT, item->position, "title", NULL);
}

static size_t most_series(const struct chart_block *block) {
    if (block->chart->kind == CHART_TILES || block->by_column)
        return 1;
    return block->chart->panels || block->chart->kind == CHART_HEAT ? CHART_PANELS
                                                                    : CHART_SERIES;
}

static enum diag_id wrong_columns(const struct chart_block *block) {
    if (block->chart->kind == CHART_TILES)
        return DIAG_CHART_TILE_COLUMNS;
    if (block->chart->kind == CHART_HEAT)
        return DIAG_CHART_HEAT_COLUMNS;
    return block->chart->panels ? DIAG_CHART_PANEL_COLUMNS : DIAG_CHART_COLUMNS;
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
    if (list->count < 2 || list->count > most_series(block) + 1) {
        tell(block, wrong_columns(block), list->position, NULL, NULL);
        return false;
    }
    struct paragraph *titles = arena_array(arena, struct paragraph, list->count);
    block->series = arena_array(arena, size_t, list->count);
    block->chart->titles = titles;
    const struct yaml *name = find_name(block, list->items);
    bool ok = name && chart_find_names(block, name, &block->names);
    read_names_title(block, list->items);
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

static bool is_beside(const struct chart_block *block) {
    const struct yaml *value = yaml_find(block->fence.root, "place");
    return value && value->kind == YAML_TEXT && !strcmp(value->text, "margin");
}

static void read_width(struct chart_block *block) {
    const struct yaml *value = yaml_find(block->fence.root, "width");
    const char *text = value ? yaml_text(block->fence.reading, value) : NULL;
    block->chart->wide = text && !strcmp(text, "page");
    if (text && !block->chart->wide)
        tell(block, DIAG_CHART_WORD, value->position, "width",
             "page: text and outer column together");
    if (text && is_beside(block))
        tell(block, DIAG_CHART_KEY, value->key->position, "width", "the outer column");
}

static bool check_size(struct chart_block *block) {
    size_t count = block->fence.data->row_count * block->series_count;
    if (block->chart->kind == CHART_LINES)
        return true;
    if (block->chart->kind == CHART_DUMBBELLS && block->series_count != 2) {
        tell(block, DIAG_CHART_PAIR, yaml_find(block->fence.root, "columns")->position,
             NULL, NULL);
        return false;
    }
    if (count > MOST_BARS)
        tell(block, DIAG_CHART_BARS, yaml_find(block->fence.root, "data")->position,
             arena_printf(block->fence.reading->arena, "%zu", count), NULL);
    return count <= MOST_BARS;
}

static bool read_flag(struct chart_block *block, const char *key) {
    const struct yaml *value = yaml_find(block->fence.root, key);
    return value && yaml_flag(block->fence.reading, value);
}

/* Whether the last row is one, and only rounded parts of it are shown. */
static bool read_total(struct chart_block *block, bool *rounded) {
    const struct yaml *value = yaml_find(block->fence.root, "total");
    *rounded = value && value->kind == YAML_TEXT && value->text &&
               !strcmp(value->text, "rounded");
    return *rounded || read_flag(block, "total");
}

static bool check_stack(struct chart_block *block) {
    const struct yaml *whole = yaml_find(block->fence.root, "whole");
    size_t column;
    if (!block->chart->stacked) {
        if (whole)
            tell(block, DIAG_CHART_KEY, whole->key->position, "whole",
                 "parts that are not stacked");
        return !whole;
    }
    if (whole && find_column(block, whole, &column))
        chart_check_whole(block, column);
    return chart_check_parts(block);
}

static bool read_data(struct chart_block *block) {
    block->chart->upright = read_flag(block, "upright");
    block->chart->stacked = read_flag(block, "stacked");
    if (!fence_data(&block->fence))
        return false;
    bool ok = chart_read_panels(block);
    if (!read_columns(block) || !check_size(block))
        return false;
    struct chart *chart = block->chart;
    bool rounded, has_total = read_total(block, &rounded);
    chart->row_count = block->fence.data->row_count - has_total;
    if (!chart->row_count) {
        tell(block, DIAG_CHART_ROWS, yaml_find(block->fence.root, "total")->position,
             NULL, NULL);
        return false;
    }
    chart_read_decimals(block);
    chart_scale(block);
    chart_read_doubts(block);
    chart_read_numbers(block);
    if (has_total && !block->by_column)
        chart_check_total(block, rounded);
    ok = ok && chart_part_rows(block) && chart_read_rows(block);
    if (ok && !block->by_column)
        chart_check_periods(block, has_total);
    if (ok)
        chart_explain(block);
    return check_stack(block) && ok;
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
    added->beside = is_beside(block);
    added->stays = !added->beside && fence_place(&block->fence);
    caption_number(markdown, declared_around(builder, block->fence.tongue),
                   BLOCK_FIGURE, &figure->caption);
    if (id && yaml_text(block->fence.reading, id))
        caption_claim(markdown, added, id->text, id->position);
    return added;
}

void chart_read(struct builder *builder) {
    struct arena *arena = builder->markdown->reading->arena;
    struct chart_block block = {.chart = arena_new(arena, struct chart)};
    struct figure *figure = arena_new(arena, struct figure);
    size_t count;
    const char *const *known = chart_key_names(arena, &count);
    if (!fence_open(&block.fence, builder, known, count))
        return;
    read_words(&block, &figure->caption);
    read_width(&block);
    figure->chart = block.chart;
    struct block *added = add_block(&block, figure);
    bool ok = chart_read_kind(&block) && chart_check_keys(&block);
    ok = read_data(&block) && ok;
    if (ok && chart_read_axis(&block) && chart_read_notes(&block) &&
        chart_read_steps(&block) && chart_read_tiles(&block))
        figure->alt = chart_alt(&block);
    else
        figure->alt = "";
    annex_await(&block, added);
}
