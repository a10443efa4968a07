/* SPDX-License-Identifier: MIT */
/* Puts blocks together and says where CommonMark's nodes stand. */
#include "document/internal.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

/* cmark gives no place to a paragraph whose last line has become the header of a table: it
   begins where cmark says the table does. */
static cmark_node *find_placed(cmark_node *node) {
    cmark_node *next = cmark_node_next(node);
    return next && !cmark_node_get_start_line(node) ? next : node;
}

struct extent builder_extent(const struct builder *builder) {
    cmark_node *node = find_placed(builder->node);
    int line = cmark_node_get_start_line(node);
    int column = cmark_node_get_start_column(node);
    int last = cmark_node_get_end_line(node);
    uint32_t most = builder->markdown->locator->line_count - 1;
    struct extent extent = {
        .first = builder->first + (line > 0 ? (uint32_t)line - 1 : 0),
        .last = builder->first + (last > 0 ? (uint32_t)last - 1 : 0),
        .column = column > 0 ? (uint32_t)column - 1 : 0};
    extent.first = extent.first < most ? extent.first : most;
    extent.last = extent.last < most ? extent.last : most;
    if (extent.last < extent.first)
        extent.last = extent.first;
    return extent;
}

/* The byte of the source where a block begins. */
uint32_t builder_start(const struct builder *builder) {
    struct extent extent = builder_extent(builder);
    const struct locator *locator = builder->markdown->locator;
    size_t length = locator_line(locator, extent.first).length;
    return locator->starts[extent.first] +
           (extent.column < length ? extent.column : (uint32_t)length);
}

struct position builder_position(const struct builder *builder) {
    struct extent extent = builder_extent(builder);
    size_t end = locator_line(builder->markdown->locator, extent.first).length;
    return locator_position(builder->markdown->locator, builder_start(builder),
                            builder->markdown->locator->starts[extent.first] + end);
}

struct content *builder_content(struct builder *builder, const char *text) {
    struct content *content = arena_new(builder->markdown->scratch, struct content);
    bool found = content_find(content, builder->markdown, slice_of(text),
                              builder_extent(builder));
    return found ? content : NULL;
}

void builder_tell(const struct builder *builder, enum diag_id id, const char *a) {
    diag_add(builder->markdown->reading->diag, id, builder_position(builder), a, NULL);
}

/* What would need a page of its own or a number has no place in a note. */
static void check_note(const struct builder *builder, enum block_kind kind) {
    static const char *const refused[BLOCK_KINDS] = {[BLOCK_HEADING] = "a heading",
                                                     [BLOCK_TABLE] = "a table",
                                                     [BLOCK_FIGURE] = "a picture",
                                                     [BLOCK_TIMELINE] = "a timeline"};
    if (builder->note && refused[kind])
        builder_tell(builder, DIAG_NOTE_BLOCK, refused[kind]);
    const char *name = callout_refuses(builder, kind);
    if (name)
        builder_tell(builder, DIAG_CALLOUT_BLOCK, name);
}

struct block *builder_add(struct builder *builder, enum block_kind kind) {
    struct level *level = &builder->levels[builder->level_count - 1];
    struct block *block = arena_new(builder->markdown->reading->arena, struct block);
    check_note(builder, kind);
    if (kind != BLOCK_ITEM)
        counter_expect(builder, kind);
    declared_expect(builder, kind);
    block->kind = kind;
    block->position = builder_position(builder);
    block->language = builder->markdown->tongue.language;
    block->direction = builder->markdown->tongue.direction;
    if (level->last)
        level->last->next = block;
    else
        level->block->children = block;
    level->last = block;
    level->captioned = (struct captioned){0};
    return block;
}

/* cmark ends a content that nothing was put into with no NUL. */
const char *builder_text(cmark_node *node) {
    if (!cmark_node_first_child(node))
        return "";
    return cmark_node_get_string_content(node);
}

void builder_open(struct builder *builder, struct block *block) {
    builder->levels[builder->level_count++] = (struct level){.block = block};
}

/* What is around a text has the language of the first text in it. */
void builder_close(struct builder *builder) {
    declared_check(builder);
    counter_expect(builder, BLOCK_KINDS);
    struct block *block = builder->levels[--builder->level_count].block;
    const struct block *first = block->children;
    block->language = first ? first->language : builder->markdown->tongue.language;
    block->direction = first ? first->direction : builder->markdown->tongue.direction;
}

void builder_skip(struct builder *builder) {
    cmark_iter_reset(builder->iterator, builder->node, CMARK_EVENT_EXIT);
}
