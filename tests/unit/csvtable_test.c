/* SPDX-License-Identifier: MIT */
/* Tables from data: what is in a cell stands where its author wrote it. Read from the
   repository's root. */
#include "document/document.h"
#include "unit/harness.h"

static const char path[] = "tests/cases/document/table-from-data";

static struct arena *arena;
static const struct block *tables[3]; /* of the English section, in order */

static void find_tables(const struct block *block, size_t *count) {
    for (; block; block = block->next) {
        if (block->kind == BLOCK_TABLE && *count < 3)
            tables[(*count)++] = block;
        find_tables(block->children, count);
    }
}

/* "toll.csv:3:10 6": file, line, column, width of a word in the cell of a table. */
static const char *place_of(const struct paragraph *cell, const char *word) {
    const char *found = strstr(cell->text.data, word);
    if (!found)
        return cell->text.data;
    uint32_t start = (uint32_t)(found - cell->text.data);
    struct position position =
        paragraph_position(cell, start, start + (uint32_t)strlen(word));
    const char *file = strrchr(position.source->path, '/');
    return arena_printf(arena, "%s:%u:%u %u", file + 1, position.line, position.column,
                        position.width);
}

static const struct paragraph *cell_of(const struct block *block, size_t row,
                                       size_t column) {
    return &block->table->cells[row * block->table->column_count + column];
}

static void a_text_stands_in_the_file(void) {
    EXPECT_STRING(place_of(cell_of(tables[0], 2, 0), "Qar"), "toll.csv:4:5 3");
    EXPECT_STRING(place_of(cell_of(tables[1], 1, 0), "two"), "toll.csv:2:38 3");
    EXPECT_STRING(place_of(cell_of(tables[1], 1, 0), "lines"), "toll.csv:3:1 5");
    EXPECT_STRING(place_of(cell_of(tables[1], 1, 0), "quoted"), "toll.csv:3:10 6");
    EXPECT_STRING(place_of(cell_of(tables[1], 0, 1), "injured"), "toll.csv:1:35 7");
}

static void a_number_stands_where_it_begins(void) {
    EXPECT_STRING(place_of(cell_of(tables[0], 1, 2), "1,493"), "toll.csv:2:18 5");
    EXPECT_STRING(place_of(cell_of(tables[0], 3, 1), "none"), "toll.csv:5:14 4");
}

static void words_of_the_block_stand_in_it(void) {
    const struct caption *caption = &tables[0]->table->caption;
    EXPECT_STRING(place_of(cell_of(tables[0], 0, 0), "Governorate"), "toll.md:9:34 11");
    EXPECT_STRING(place_of(&caption->text, "by"), "toll.md:6:21 2");
    EXPECT_STRING(place_of(&caption->source, "IHCHR"), "toll.md:7:18 5");
    EXPECT_INTEGER(tables[0]->position.line, 3);
    EXPECT_INTEGER(tables[1]->position.line, 22);
}

int main(void) {
    size_t count = 0;
    arena = arena_create();
    const struct document *document = document_read(arena, path, diag_new(arena));
    if (document && document->section_count)
        find_tables(document->sections[0].blocks, &count);
    if (count != 3)
        return 1;
    RUN(a_text_stands_in_the_file);
    RUN(a_number_stands_where_it_begins);
    RUN(words_of_the_block_stand_in_it);
    arena_destroy(arena);
    return harness_status();
}
