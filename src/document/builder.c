/* SPDX-License-Identifier: MIT */
/* Puts blocks together and says where CommonMark's nodes stand. */
#include "document/internal.h"

#include <cmark-gfm.h>

struct extent builder_extent(const struct builder *builder) {
    int line = cmark_node_get_start_line(builder->node);
    int column = cmark_node_get_start_column(builder->node);
    int last = cmark_node_get_end_line(builder->node);
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

void builder_tell(const struct builder *builder, enum diag_id id, const char *a) {
    diag_add(builder->markdown->reading->diag, id, builder_position(builder), a, NULL);
}

struct block *builder_add(struct builder *builder, enum block_kind kind) {
    struct level *level = &builder->levels[builder->level_count - 1];
    struct block *block = arena_new(builder->markdown->reading->arena, struct block);
    block->kind = kind;
    block->position = builder_position(builder);
    block->language = builder->markdown->tongue.language;
    block->direction = builder->markdown->tongue.direction;
    if (level->last)
        level->last->next = block;
    else
        level->block->children = block;
    level->last = block;
    return block;
}

void builder_skip(struct builder *builder) {
    cmark_iter_reset(builder->iterator, builder->node, CMARK_EVENT_EXIT);
}
