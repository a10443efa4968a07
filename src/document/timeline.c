/* SPDX-License-Identifier: MIT */
/* Makes a timeline from a CSV file, as a fenced block says in YAML:

       ```timeline
       data: data/timeline.csv
       columns: {date: date, title: place, by: counted_by, text: note, disputed: disputed}
       figures:
         - {column: deaths, title: Deaths}
       filter: {place: [Nasiriyah, Shatra]}
       ```
*/
#include "document/internal.h"

#include <stdlib.h>

struct timeline_block {
    struct fence fence;
    struct event_columns columns;
    struct paragraph titles[TIMELINE_FIGURES]; /* of the columns of figures */
    struct dated_event *events;
    size_t event_count;
};

/* --- columns -------------------------------------------------------------------------- */

static void read_columns(struct timeline_block *block) {
    static const char *const known[] = {"date", "title", "by", "text", "disputed"};
    const struct data_column **const columns[] = {
        &block->columns.date, &block->columns.title, &block->columns.by,
        &block->columns.text, &block->columns.disputed};
    enum { REQUIRED = 2 };
    struct fence *fence = &block->fence;
    const struct yaml *map = yaml_find(fence->root, "columns");
    if (!map) {
        fence_tell(fence, DIAG_KEY_ABSENT, fence->root->position, "columns", NULL);
        return;
    }
    if (!yaml_expect(fence->reading, map, YAML_MAP))
        return;
    yaml_check_keys(fence->reading, map, known, sizeof known / sizeof *known);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const struct yaml *value = yaml_find(map, known[i]);
        if (value)
            *columns[i] = fence_column(fence, value);
        else if (i < REQUIRED)
            fence_tell(fence, DIAG_KEY_ABSENT, map->position, known[i], NULL);
    }
}

static void read_figure(struct timeline_block *block, const struct yaml *item) {
    static const char *const known[] = {"column", "title"};
    struct fence *fence = &block->fence;
    if (!yaml_expect(fence->reading, item, YAML_MAP))
        return;
    yaml_check_keys(fence->reading, item, known, sizeof known / sizeof *known);
    const struct yaml *name = yaml_find(item, "column");
    const struct yaml *title = yaml_find(item, "title");
    if (!name)
        fence_tell(fence, DIAG_KEY_ABSENT, item->position, "column", NULL);
    const struct data_column *column = name ? fence_column(fence, name) : NULL;
    if (!column)
        return;
    size_t index = block->columns.figure_count++;
    block->columns.figures[index] = column;
    block->titles[index] = title && yaml_text(fence->reading, title)
                               ? fence_value(fence, title)
                               : fence_field(fence, &column->header);
    columns_tell_doubts(fence->reading, fence->data,
                        (size_t)(column - fence->data->columns));
}

static void read_figures(struct timeline_block *block) {
    struct fence *fence = &block->fence;
    const struct yaml *list = yaml_find(fence->root, "figures");
    if (!list || !yaml_expect(fence->reading, list, YAML_LIST))
        return;
    if (list->count > TIMELINE_FIGURES) {
        fence_tell(fence, DIAG_TIMELINE_FIGURES, list->key->position, NULL, NULL);
        return;
    }
    for (const struct yaml *item = list->items; item; item = item->next)
        read_figure(block, item);
}

/* --- the filter ----------------------------------------------------------------------- */

/* What a cell is to read: a text, or one of several. */
static bool allows(const struct yaml *value, struct slice text) {
    if (value->kind == YAML_TEXT)
        return slice_is(text, value->text);
    for (const struct yaml *item = value->items; item; item = item->next)
        if (item->kind == YAML_TEXT && slice_is(text, item->text))
            return true;
    return false;
}

struct condition {
    size_t column;
    const struct yaml *value;
};

struct filter {
    struct condition *conditions;
    size_t count;
};

static void read_condition(struct fence *fence, const struct yaml *value,
                           struct filter *filter) {
    struct yaml name = {
        .kind = YAML_TEXT, .text = value->key->text, .position = value->key->position};
    const struct data_column *column = fence_column(fence, &name);
    if (value->kind == YAML_LIST)
        for (const struct yaml *item = value->items; item; item = item->next)
            yaml_text(fence->reading, item);
    else if (!yaml_text(fence->reading, value))
        return;
    if (column)
        filter->conditions[filter->count++] =
            (struct condition){(size_t)(column - fence->data->columns), value};
}

static struct filter read_filter(struct fence *fence) {
    const struct yaml *map = yaml_find(fence->root, "filter");
    struct filter filter = {NULL, 0};
    if (!map || !yaml_expect(fence->reading, map, YAML_MAP))
        return filter;
    filter.conditions =
        arena_array(fence->reading->arena, struct condition, map->count);
    for (const struct yaml *value = map->items; value; value = value->next)
        read_condition(fence, value, &filter);
    return filter;
}

static bool passes(const struct data *data, size_t row, const struct filter *filter) {
    for (size_t i = 0; i < filter->count; i++) {
        const struct condition *condition = &filter->conditions[i];
        if (!allows(condition->value, data_field(data, row, condition->column)->text))
            return false;
    }
    return true;
}

/* --- events --------------------------------------------------------------------------- */

/* What is known of a month only stands after its days; events of one day in the order of
   the file. */
static uint32_t order_of(struct date date) {
    return (date.year * 16 + date.month) * 64 + (date.day ? date.day : 63);
}

static int compare_events(const void *left, const void *right) {
    const struct dated_event *a = left, *b = right;
    uint32_t first = order_of(a->date), second = order_of(b->date);
    if (first != second)
        return first < second ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

static void read_events(struct timeline_block *block) {
    struct fence *fence = &block->fence;
    const struct data *data = fence->data;
    struct filter filter = read_filter(fence);
    block->events =
        arena_array(fence->reading->arena, struct dated_event, data->row_count);
    size_t shown = 0;
    for (size_t row = 0; row < data->row_count; row++) {
        if (!passes(data, row, &filter))
            continue;
        struct dated_event *event = &block->events[block->event_count];
        shown++;
        block->event_count += event_read(fence, &block->columns, row, event);
    }
    const struct yaml *map = yaml_find(fence->root, "filter");
    if (!shown)
        fence_tell(fence, DIAG_TIMELINE_EMPTY,
                   map ? map->key->position : fence->root->position, NULL, NULL);
    if (block->event_count)
        qsort(block->events, block->event_count, sizeof *block->events, compare_events);
}

/* --- the block ------------------------------------------------------------------------ */

static const struct timeline *finish(struct timeline_block *block) {
    struct fence *fence = &block->fence;
    struct arena *arena = fence->reading->arena;
    struct timeline *timeline = arena_new(arena, struct timeline);
    struct event *events = arena_array(arena, struct event, block->event_count);
    struct paragraph *titles =
        arena_array(arena, struct paragraph, block->columns.figure_count);
    for (size_t i = 0; i < block->event_count; i++)
        events[i] = block->events[i].event;
    for (size_t i = 0; i < block->columns.figure_count; i++)
        titles[i] = block->titles[i];
    *timeline = (struct timeline){.figure_titles = titles,
                                  .figure_count = block->columns.figure_count,
                                  .events = events,
                                  .event_count = block->event_count,
                                  .none = fence_optional(fence, "none")};
    fence_source(fence, &timeline->source);
    return timeline;
}

/* Where the language is guessed, it is that of the first event. */
static void find_language(struct timeline_block *block) {
    const struct data *data = block->fence.data;
    size_t title = (size_t)(block->columns.title - data->columns);
    if (data->row_count)
        tongue_follow(&block->fence.tongue, data_field(data, 0, title)->text);
}

static void add_timeline(struct timeline_block *block) {
    struct fence *fence = &block->fence;
    read_columns(block);
    if (!block->columns.date || !block->columns.title)
        return;
    find_language(block);
    read_figures(block);
    if (!fence_claim(fence, fence->data->row_count * fence->data->column_count))
        return;
    read_events(block);
    struct block *added = builder_add(fence->builder, BLOCK_TIMELINE);
    added->timeline = finish(block);
    added->language = fence->tongue.language;
    added->direction = fence->tongue.direction;
}

void timeline_read(struct builder *builder) {
    static const char *const known[] = {"data",   "columns", "figures",
                                        "filter", "none",    "source"};
    struct timeline_block block = {.event_count = 0};
    if (builder->depth) {
        builder_tell(builder, DIAG_TIMELINE_PLACE, NULL);
        return;
    }
    if (fence_open(&block.fence, builder, known, sizeof known / sizeof *known) &&
        fence_data(&block.fence))
        add_timeline(&block);
}
