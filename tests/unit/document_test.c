/* SPDX-License-Identifier: MIT */
/* Places: a stretch of a paragraph's text stands where its author wrote it, whatever marks,
   escapes and indentation stand between. Read from the repository's root. */
#include "document/document.h"
#include "unit/harness.h"

static const char path[] =
    "tests/cases/document/place-is-exact-inside-lists-and-quotes.md";
static const char reference_path[] =
    "tests/cases/document/places-go-on-after-references.md";
static const char table_path[] =
    "tests/cases/document/place-is-exact-inside-cells-captions-and-notes.md";

struct fixture {
    struct arena *arena;
    const struct paragraph *paragraph; /* "نص a * & b c x lazy" */
};

static struct fixture open_fixture(void) {
    struct fixture fixture = {.arena = arena_create()};
    const struct document *document =
        document_read(fixture.arena, path, diag_new(fixture.arena));
    if (!document || !document->section_count)
        return fixture;
    const struct block *block = document->sections[0].blocks;
    while (block && block->kind != BLOCK_PARAGRAPH)
        block = block->children;
    fixture.paragraph = block ? &block->paragraph : NULL;
    return fixture;
}

/* Whether `word` stands at this line and column, as wide as it is. */
static bool stands_at(const struct fixture *fixture, const char *word, uint32_t line,
                      uint32_t column, uint32_t width) {
    const char *found =
        fixture->paragraph ? strstr(fixture->paragraph->text.data, word) : NULL;
    if (!found)
        return false;
    uint32_t start = (uint32_t)(found - fixture->paragraph->text.data);
    struct position position =
        paragraph_position(fixture->paragraph, start, start + (uint32_t)strlen(word));
    return position.line == line && position.column == column &&
           position.width == width;
}

static void columns_count_characters_after_the_marks(void) {
    struct fixture fixture = open_fixture();
    EXPECT(stands_at(&fixture, "\xD9\x86\xD8\xB5", 1, 5, 2));
    EXPECT(stands_at(&fixture, "a", 1, 9, 1));
    arena_destroy(fixture.arena);
}

static void escapes_and_entities_are_stepped_over(void) {
    struct fixture fixture = open_fixture();
    EXPECT(stands_at(&fixture, "*", 2, 6, 1));
    EXPECT(stands_at(&fixture, "&", 2, 8, 1));
    EXPECT(stands_at(&fixture, "b", 2, 15, 1));
    arena_destroy(fixture.arena);
}

static void lines_that_go_on_are_found_with_and_without_their_marks(void) {
    struct fixture fixture = open_fixture();
    EXPECT(stands_at(&fixture, "c", 3, 5, 1));
    EXPECT(stands_at(&fixture, "x", 3, 9, 1));
    EXPECT(stands_at(&fixture, "lazy", 4, 3, 4));
    arena_destroy(fixture.arena);
}

/* The table in the quotation that is the first block of the file, or an empty one. */
static const struct table *open_table(struct arena *arena) {
    static const struct table none = {.row_count = 0};
    const struct document *document = document_read(arena, table_path, diag_new(arena));
    const struct block *block =
        document && document->section_count ? document->sections[0].blocks : NULL;
    block = block ? block->children : NULL;
    return block && block->table && block->table->row_count == 2 ? block->table : &none;
}

static void cells_stand_after_bars_and_escaped_bars(void) {
    struct arena *arena = arena_create();
    const struct table *table = open_table(arena);
    EXPECT(table->row_count == 2);
    if (table->row_count == 2) {
        struct fixture header = {arena, &table->cells[1]},
                       cell = {arena, &table->cells[2]};
        EXPECT(stands_at(&header, "x", 1, 11, 1));
        EXPECT(stands_at(&header, "|", 1, 14, 1));
        EXPECT(stands_at(&header, "y", 1, 16, 1));
        EXPECT(stands_at(&header, "*", 1, 18, 1));
        EXPECT(stands_at(&header, "z", 1, 21, 1));
        EXPECT(stands_at(&cell, "\xD9\x86\xD8\xB5", 3, 5, 2));
        EXPECT(stands_at(&cell, "b", 3, 12, 1));
        EXPECT(stands_at(&cell, "c", 3, 15, 1));
    }
    arena_destroy(arena);
}

static void captions_and_notes_stand_where_they_are_written(void) {
    struct arena *arena = arena_create();
    const struct table *table = open_table(arena);
    EXPECT(table->row_count == 2);
    if (table->row_count == 2) {
        struct fixture text = {arena, &table->caption.text},
                       source = {arena, &table->caption.source},
                       cell = {arena, &table->cells[3]}, note = {arena, NULL};
        EXPECT(stands_at(&text, "caption", 5, 5, 7));
        EXPECT(stands_at(&text, "e", 5, 14, 1));
        EXPECT(stands_at(&source, "source", 6, 5, 6));
        EXPECT(stands_at(&source, "f", 6, 12, 1));
        EXPECT(paragraph_position(cell.paragraph, 0, 0).line == 3);
        EXPECT(paragraph_position(cell.paragraph, 0, 0).column == 19);
        EXPECT(stands_at(&cell, "d", 3, 24, 1));
        EXPECT(cell.paragraph->span_count == 1);
        if (cell.paragraph->span_count == 1)
            note.paragraph = &cell.paragraph->spans[0].note->blocks->paragraph;
        EXPECT(stands_at(&note, "note", 8, 7, 4));
        EXPECT(stands_at(&note, "g", 8, 12, 1));
    }
    arena_destroy(arena);
}

static void texts_stand_where_they_are_written_after_a_reference(void) {
    struct arena *arena = arena_create();
    const struct document *document =
        document_read(arena, reference_path, diag_new(arena));
    const struct block *block = document ? document->sections[0].blocks->next : NULL;
    struct fixture fixture = {arena, block ? &block->paragraph : NULL};
    EXPECT(stands_at(&fixture, "See", 3, 1, 3));
    EXPECT(stands_at(&fixture, "A", 3, 5, 1));
    EXPECT(stands_at(&fixture, "short", 3, 5, 1));
    EXPECT(stands_at(&fixture, "and", 3, 20, 3));
    EXPECT(stands_at(&fixture, "*", 3, 25, 1));
    EXPECT(stands_at(&fixture, "then", 4, 3, 4));
    EXPECT(stands_at(&fixture, "end", 4, 25, 3));
    arena_destroy(arena);
}

int main(void) {
    RUN(columns_count_characters_after_the_marks);
    RUN(escapes_and_entities_are_stepped_over);
    RUN(lines_that_go_on_are_found_with_and_without_their_marks);
    RUN(cells_stand_after_bars_and_escaped_bars);
    RUN(captions_and_notes_stand_where_they_are_written);
    RUN(texts_stand_where_they_are_written_after_a_reference);
    return harness_status();
}
