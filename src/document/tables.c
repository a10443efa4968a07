/* SPDX-License-Identifier: MIT */
/* Makes a table from CommonMark's rows and cells. */
#include "document/internal.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

struct table_reader {
    struct builder *builder;
    struct table *table;
    enum column_align *columns; /* those of the table */
    struct paragraph *cells; /* those of the table */
    size_t cell_count; /* read so far */
};

/* --- cells ------------------------------------------------------------------------- */

static struct paragraph read_cell(struct markdown *markdown, cmark_node *node,
                                  uint32_t line, struct row_cell cell) {
    struct content content;
    bool found = row_find(&content, markdown, line, cell, builder_text(node));
    return inline_read(markdown, node, found ? &content : NULL,
                       markdown->locator->starts[line] + cell.start);
}

/* A caption without an empty line before it looks like a row. */
static bool is_caption(struct slice line, size_t start) {
    return line.length - start > 2 && !memcmp(line.data + start, ": ", 2) &&
           !memchr(line.data, '|', line.length);
}

static void check_row(const struct table_reader *reader, uint32_t line, size_t start,
                      size_t count) {
    struct markdown *markdown = reader->builder->markdown;
    struct arena *arena = markdown->scratch;
    struct slice text = locator_line(markdown->locator, line);
    size_t columns = reader->table->column_count;
    uint32_t source = markdown->locator->starts[line];
    struct position position =
        locator_position(markdown->locator, source + start, source + text.length);
    if (is_caption(text, start))
        diag_add(markdown->reading->diag, DIAG_CAPTION_ROW, position, NULL, NULL);
    else if (count != columns)
        diag_add(markdown->reading->diag, DIAG_TABLE_ROW, position,
                 arena_printf(arena, "%zu", count),
                 arena_printf(arena, "%zu", columns));
}

static void read_row(struct table_reader *reader, cmark_node *row, uint32_t line,
                     size_t start) {
    struct markdown *markdown = reader->builder->markdown;
    struct row_cell cells[COLUMN_LIMIT] = {{0, 0}};
    struct slice text = locator_line(markdown->locator, line);
    size_t count = row_split(text, start, cells, COLUMN_LIMIT), i = 0;
    check_row(reader, line, start, count);
    for (cmark_node *cell = cmark_node_first_child(row); cell;
         cell = cmark_node_next(cell), i++)
        reader->cells[reader->cell_count++] =
            read_cell(markdown, cell, line, i < count ? cells[i] : cells[0]);
}

/* Cells without letters are in the language of the table, which is that of its first cell
   that has some. */
static void finish_cells(struct table_reader *reader) {
    struct tongue *tongue = &reader->builder->markdown->tongue;
    for (size_t i = 0; i < reader->cell_count; i++)
        if (locale_guess(reader->cells[i].text, NULL)) {
            tongue_follow(tongue, reader->cells[i].text);
            break;
        }
    for (size_t i = 0; i < reader->cell_count; i++) {
        struct tongue own = *tongue;
        tongue_follow(&own, reader->cells[i].text);
        reader->cells[i].language = own.language;
        reader->cells[i].direction = own.direction;
        paragraph_settle(reader->builder->markdown, &reader->cells[i]);
        reference_keep(reader->builder->markdown, &reader->cells[i]);
    }
}

/* --- columns ----------------------------------------------------------------------- */

static bool holds_numbers(const struct table_reader *reader, size_t column) {
    const struct table *table = reader->table;
    struct arena *scratch = reader->builder->markdown->scratch;
    struct numeral numeral;
    bool found = false;
    for (size_t row = table->header_rows; row < table->row_count; row++) {
        const struct paragraph *cell =
            &table->cells[row * table->column_count + column];
        struct slice words = paragraph_words(scratch, cell);
        if (!words.length || numeral_is_dash(words))
            continue;
        if (!numeral_read(words, &numeral))
            return false;
        found = true;
    }
    return found;
}

static enum column_align find_align(const struct table_reader *reader, size_t column,
                                    uint8_t mark) {
    if (mark == 'l')
        return COLUMN_START;
    if (mark == 'c')
        return COLUMN_CENTRE;
    if (holds_numbers(reader, column))
        return COLUMN_NUMBER;
    return mark == 'r' ? COLUMN_END : COLUMN_START;
}

static void align_columns(struct table_reader *reader) {
    const uint8_t *marks =
        cmark_gfm_extensions_get_table_alignments(reader->builder->node);
    for (size_t i = 0; i < reader->table->column_count; i++)
        reader->columns[i] = find_align(reader, i, marks[i]);
}

/* --- the whole --------------------------------------------------------------------- */

static uint32_t node_line(const struct builder *builder, cmark_node *node) {
    return builder->first + (uint32_t)cmark_node_get_start_line(node) - 1;
}

/* The line of the header: after that of a paragraph which has no place of its own. */
static uint32_t find_header(const struct builder *builder) {
    cmark_node *before = cmark_node_previous(builder->node);
    uint32_t line = node_line(builder, builder->node);
    if (!before || cmark_node_get_start_line(before))
        return line;
    for (const char *text = builder_text(before); *text; text++)
        line += *text == '\n';
    return line + 1;
}

static void read_rows(struct table_reader *reader, uint32_t header, size_t start) {
    const struct locator *locator = reader->builder->markdown->locator;
    cmark_node *row = cmark_node_first_child(reader->builder->node);
    read_row(reader, row, header, start);
    while ((row = cmark_node_next(row))) {
        uint32_t line = node_line(reader->builder, row);
        read_row(reader, row, line, row_start(locator_line(locator, line)));
    }
}

/* A header without text is none. */
static void drop_header(struct table_reader *reader) {
    struct table *table = reader->table;
    for (size_t i = 0; i < table->column_count; i++)
        if (reader->cells[i].text.length)
            return;
    table->header_rows = 0;
    table->row_count--;
    table->cells += table->column_count;
}

static size_t count_rows(cmark_node *table) {
    size_t count = 0;
    for (cmark_node *row = cmark_node_first_child(table); row;
         row = cmark_node_next(row))
        count++;
    return count;
}

static struct table_reader make_table(struct builder *builder) {
    struct arena *arena = builder->markdown->reading->arena;
    struct table *table = arena_new(arena, struct table);
    table->column_count = cmark_gfm_extensions_get_table_columns(builder->node);
    table->row_count = count_rows(builder->node);
    table->header_rows = 1;
    struct table_reader reader = {
        .builder = builder,
        .table = table,
        .columns = arena_array(arena, enum column_align, table->column_count),
        .cells = arena_array(arena, struct paragraph,
                             table->row_count * table->column_count),
    };
    table->columns = reader.columns;
    table->cells = reader.cells;
    return reader;
}

static void read_table(struct builder *builder, uint32_t header) {
    struct locator *locator = builder->markdown->locator;
    struct slice line = locator_line(locator, header);
    struct extent extent = builder_extent(builder);
    size_t start = header == extent.first ? extent.column : row_start(line);
    struct position position =
        locator_position(locator, locator->starts[header] + start,
                         locator->starts[header] + line.length);
    struct table_reader reader = make_table(builder);
    read_rows(&reader, header, start);
    finish_cells(&reader);
    drop_header(&reader);
    align_columns(&reader);
    if (reader.table->row_count == reader.table->header_rows &&
        !builder->markdown->tables_cut)
        diag_add(builder->markdown->reading->diag, DIAG_TABLE_EMPTY, position, NULL,
                 NULL);
    struct block *block = builder_add(builder, BLOCK_TABLE);
    block->position = position;
    block->table = reader.table;
    caption_wait(builder, (struct captioned){.block = block, .table = reader.table},
                 true);
}

void table_read(struct builder *builder) {
    uint32_t header = find_header(builder);
    if (cmark_gfm_extensions_get_table_columns(builder->node) > COLUMN_LIMIT)
        builder_tell(builder, DIAG_TABLE_WIDE, NULL);
    else if (header < builder->markdown->locator->line_count)
        read_table(builder, header);
    builder_skip(builder);
}
