/* SPDX-License-Identifier: MIT */
/* Makes a table from a CSV file, as a fenced block says in YAML:

       ```table
       data: data/casualties.csv
       columns:
         - {column: governorate, title: Governorate}
         - {column: deaths, title: Deaths}
       ```

   fence.c has what any such block is made of. */
#include "document/internal.h"

#include "base/nearest.h"

#include <cmark-gfm.h>

struct shown {
    size_t column; /* of the data */
    enum data_kind as;
    struct paragraph title;
};

struct table_block {
    struct fence fence;
    struct shown *shown;
    size_t shown_count;
    enum digits digits; /* of its language */
    struct arena *words; /* what the program writes into a cell */
    const char *empty; /* what stands in an empty cell */
    struct table *table;
};

static void tell(struct table_block *block, enum diag_id id, struct position position,
                 const char *a, const char *b) {
    fence_tell(&block->fence, id, position, a, b);
}

/* --- cells ---------------------------------------------------------------------------- */

static bool is_empty(struct slice text, const struct shown *shown) {
    return !text.length || (shown->as != DATA_TEXT && numeral_is_dash(text));
}

static const char *write_year(const struct table_block *block,
                              const struct decimal *decimal) {
    size_t length = strlen(decimal->digits);
    if (decimal->sign || decimal->percent || decimal->decimals || decimal->at_least ||
        decimal->and_more || decimal->about || decimal->disputed || length > 4)
        return NULL;
    uint32_t year = 0;
    for (size_t i = 0; i < length; i++)
        year = year * 10 + (uint32_t)(decimal->digits[i] - '0');
    return locale_number(block->words, year, block->digits);
}

/* NULL if the cell does not hold what the column is said to, which is then told. */
static const char *write_number(struct table_block *block, size_t row,
                                const struct shown *shown) {
    const struct data *data = block->fence.data;
    const struct field *field = data_field(data, row, shown->column);
    struct arena *arena = block->fence.reading->arena;
    struct decimal decimal;
    const char *text = NULL;
    if (data_number(data, row, shown->column, &decimal))
        text = shown->as == DATA_YEAR
                   ? write_year(block, &decimal)
                   : locale_decimal(block->words, &decimal, block->digits);
    if (!text)
        tell(block, shown->as == DATA_YEAR ? DIAG_DATA_NO_YEAR : DIAG_DATA_NO_NUMBER,
             data_position(data, field), data_place(arena, data, row, shown->column),
             data_words(arena, field->text));
    return text;
}

static struct paragraph read_cell(struct table_block *block, size_t row,
                                  const struct shown *shown) {
    const struct data *data = block->fence.data;
    const struct field *field = data_field(data, row, shown->column);
    const struct source *source = &data->locator->source;
    arena_reset(block->words);
    if (is_empty(field->text, shown))
        return fence_write(&block->fence, block->empty, source, field->source);
    data_check(block->fence.reading, data, row, shown->column);
    const char *number =
        shown->as == DATA_TEXT ? NULL : write_number(block, row, shown);
    return number ? fence_write(&block->fence, number, source, field->source)
                  : fence_field(&block->fence, field);
}

static void read_cells(struct table_block *block) {
    struct arena *arena = block->fence.reading->arena;
    struct table *table = block->table;
    size_t columns = block->shown_count, rows = block->fence.data->row_count;
    struct paragraph *cells =
        arena_array(arena, struct paragraph, columns * (rows + 1));
    enum column_align *aligns = arena_array(arena, enum column_align, columns);
    for (size_t i = 0; i < columns; i++) {
        const struct shown *shown = &block->shown[i];
        aligns[i] = shown->as == DATA_NUMBER ? COLUMN_NUMBER : COLUMN_START;
        cells[i] = shown->title;
        if (shown->as == DATA_NUMBER)
            columns_tell_doubts(block->fence.reading, block->fence.data, shown->column);
        for (size_t row = 0; row < rows; row++)
            cells[(row + 1) * columns + i] = read_cell(block, row, shown);
    }
    table->cells = cells;
    table->columns = aligns;
    table->column_count = columns;
    table->row_count = rows + 1;
    table->header_rows = 1;
}

/* --- columns --------------------------------------------------------------------------- */

static void read_as(struct table_block *block, const struct yaml *value,
                    struct shown *shown) {
    static const char *const names[] = {"text", "number", "year"};
    const char *text = yaml_text(block->fence.reading, value);
    for (size_t i = 0; text && i < sizeof names / sizeof *names; i++)
        if (!strcmp(text, names[i])) {
            shown->as = (enum data_kind)i;
            return;
        }
    if (text)
        tell(block, DIAG_TABLE_AS, value->position, text,
             nearest_word(text, names, sizeof names / sizeof *names));
}

static void show_column(struct table_block *block, const struct data_column *column,
                        const struct yaml *title, const struct yaml *as) {
    struct shown *shown = &block->shown[block->shown_count++];
    *shown = (struct shown){.column = (size_t)(column - block->fence.data->columns),
                            .as = column->kind};
    shown->title = title && yaml_expect(block->fence.reading, title, YAML_TEXT)
                       ? fence_value(&block->fence, title)
                       : fence_field(&block->fence, &column->header);
    if (as)
        read_as(block, as, shown);
    else
        columns_tell_mixed(block->fence.reading, block->fence.data, shown->column);
}

static void read_column(struct table_block *block, const struct yaml *item) {
    static const char *const known[] = {"column", "title", "as"};
    struct reading *reading = block->fence.reading;
    if (!yaml_expect(reading, item, YAML_MAP))
        return;
    yaml_check_keys(reading, item, known, sizeof known / sizeof *known);
    const struct yaml *name = yaml_find(item, "column");
    if (!name)
        tell(block, DIAG_KEY_ABSENT, item->position, "column", NULL);
    const struct data_column *column = name ? fence_column(&block->fence, name) : NULL;
    if (column)
        show_column(block, column, yaml_find(item, "title"), yaml_find(item, "as"));
}

/* Those that are named, or all. */
static void read_columns(struct table_block *block) {
    const struct yaml *list = yaml_find(block->fence.root, "columns");
    const struct data *data = block->fence.data;
    size_t count = list ? list->count : data->column_count;
    block->shown = arena_array(block->fence.reading->arena, struct shown, count);
    if (!list) {
        for (size_t i = 0; i < data->column_count; i++)
            show_column(block, &data->columns[i], NULL, NULL);
        return;
    }
    if (!yaml_expect(block->fence.reading, list, YAML_LIST))
        return;
    if (!list->count)
        tell(block, DIAG_YAML_EMPTY, list->key->position, "columns", NULL);
    for (const struct yaml *item = list->items; item; item = item->next)
        read_column(block, item);
}

/* Whether no column is missing that is wanted: then the first one is the first. */
static bool is_whole(const struct table_block *block) {
    const struct yaml *list = yaml_find(block->fence.root, "columns");
    return !list || block->shown_count == list->count;
}

/* --- rows that are singled out ------------------------------------------------------------ */

/* Both the cell of the file and what is made of it are what a reader sees. */
static bool reads(const struct table_block *block, size_t row, const char *text) {
    const struct paragraph *cell = &block->table->cells[(row + 1) * block->shown_count];
    return slice_is(cell->text, text) ||
           slice_is(data_field(block->fence.data, row, block->shown[0].column)->text,
                    text);
}

static void tell_mark(struct table_block *block, const struct yaml *value) {
    size_t rows = block->fence.data->row_count;
    struct arena *arena = block->fence.reading->arena;
    const char **cells = arena_array(arena, const char *, rows);
    for (size_t row = 0; row < rows; row++)
        cells[row] = block->table->cells[(row + 1) * block->shown_count].text.data;
    const char *nearest = nearest_word(value->text, cells, rows);
    tell(block, DIAG_TABLE_MARK, value->position, value->text,
         data_words(arena, slice_of(nearest)));
}

static void read_mark(struct table_block *block, const struct yaml *value) {
    const char *text = yaml_text(block->fence.reading, value);
    for (size_t row = 0; text && row < block->fence.data->row_count; row++)
        if (reads(block, row, text)) {
            block->table->marked_row = row + 1;
            return;
        }
    if (text)
        tell_mark(block, value);
}

/* --- the block ---------------------------------------------------------------------------- */

static void read_words(struct table_block *block) {
    struct table *table = block->table;
    const struct yaml *empty = yaml_find(block->fence.root, "empty");
    table->caption.text = fence_optional(&block->fence, "caption");
    tongue_follow(&block->fence.tongue, table->caption.text.text);
    fence_source(&block->fence, &table->caption.source);
    block->digits =
        conventions_find(block->fence.reading, block->fence.tongue.language).digits;
    block->empty = "\xE2\x80\x93"; /* en dash */
    if (empty && yaml_expect(block->fence.reading, empty, YAML_TEXT))
        block->empty = empty->text;
}

/* Id and number are there also where there are no data, or what refers to the table would
   be told as well. */
static void add_block(struct table_block *block) {
    struct markdown *markdown = block->fence.builder->markdown;
    struct block *added = builder_add(block->fence.builder, BLOCK_TABLE);
    const struct yaml *id = yaml_find(block->fence.root, "id");
    block->table = arena_new(block->fence.reading->arena, struct table);
    added->table = block->table;
    read_words(block);
    added->language = block->fence.tongue.language;
    added->direction = block->fence.tongue.direction;
    added->stays = fence_place(&block->fence);
    const struct yaml *turn = yaml_find(block->fence.root, "turn");
    added->turns = turn && yaml_flag(block->fence.reading, turn);
    caption_number(markdown, declared_around(block->fence.builder, block->fence.tongue),
                   BLOCK_TABLE, &block->table->caption);
    if (id && yaml_text(block->fence.reading, id))
        caption_claim(markdown, added, id->text, id->position);
}

static void add_rows(struct table_block *block) {
    const struct yaml *total = yaml_find(block->fence.root, "total");
    const struct yaml *mark = yaml_find(block->fence.root, "mark");
    block->table->has_total = total && yaml_flag(block->fence.reading, total);
    if (!fence_data(&block->fence))
        return;
    read_columns(block);
    if (!block->shown_count ||
        !fence_claim(&block->fence, block->shown_count * block->fence.data->row_count))
        return;
    block->words = arena_create();
    read_cells(block);
    arena_destroy(block->words);
    if (mark && is_whole(block))
        read_mark(block, mark);
}

void csvtable_read(struct builder *builder) {
    static const char *const known[] = {"data",  "id",   "caption", "source", "columns",
                                        "total", "mark", "place",   "empty",  "turn"};
    struct table_block block = {.table = NULL};
    if (!fence_open(&block.fence, builder, known, sizeof known / sizeof *known))
        return;
    add_block(&block);
    add_rows(&block);
}
