/* SPDX-License-Identifier: MIT */
/* Places: a stretch of a paragraph's text stands where its author wrote it, whatever marks,
   escapes and indentation stand between. Read from the repository's root. */
#include "document/document.h"
#include "unit/harness.h"

static const char path[] =
    "tests/cases/document/place-is-exact-inside-lists-and-quotes.md";

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

int main(void) {
    RUN(columns_count_characters_after_the_marks);
    RUN(escapes_and_entities_are_stepped_over);
    RUN(lines_that_go_on_are_found_with_and_without_their_marks);
    return harness_status();
}
