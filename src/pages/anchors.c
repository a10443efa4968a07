/* SPDX-License-Identifier: MIT */
/* Anchors: one for each heading, table and figure of an edition that something can lead to,
   found by language and name. Made before
   anything is set, so that a link forward needs no second look. */
#include "pages/parts.h"

#include <stdlib.h>
#include <string.h>

struct named_anchor {
    const char *language, *id;
    struct anchor *anchor;
};

struct anchors {
    struct arena *arena;
    struct named_anchor *items;
    size_t count, capacity;
};

static int compare_names(const void *left, const void *right) {
    const struct named_anchor *a = left, *b = right;
    int languages = strcmp(a->language, b->language);
    return languages ? languages : strcmp(a->id, b->id);
}

static void add_name(struct anchors *anchors, const char *language, const char *id,
                     struct anchor *anchor) {
    arena_reserve(anchors->arena, anchors->items, anchors->count, anchors->capacity);
    anchors->items[anchors->count++] = (struct named_anchor){language, id, anchor};
}

static void add_anchor(struct anchors *anchors, const char *language, const char *id) {
    add_name(anchors, language, id, arena_new(anchors->arena, struct anchor));
}

/* The title of a finding is what both its ids lead to. */
static void add_finding(struct anchors *anchors, const char *language,
                        const struct finding *finding) {
    const char *id = arena_printf(anchors->arena, "finding:%s", finding->numbered.id);
    add_name(anchors, language, id, anchors->items[anchors->count - 1].anchor);
}

const char *anchors_name(struct arena *arena, const struct block *block) {
    if (block->id)
        return block->id;
    if (block->table && block->table->caption.number)
        return arena_printf(arena, "table %u", (unsigned)block->table->caption.number);
    if (block->figure && block->figure->caption.number)
        return arena_printf(arena, "fig %u", (unsigned)block->figure->caption.number);
    return NULL;
}

static void collect_blocks(struct anchors *anchors, const struct block *block,
                           const char *language) {
    for (; block; block = block->next) {
        const char *name = anchors_name(anchors->arena, block);
        if (name)
            add_anchor(anchors, language, name);
        if (name && block->finding)
            add_finding(anchors, language, block->finding);
        collect_blocks(anchors, block->children, language);
    }
}

static void collect_section(struct anchors *anchors, const struct section *section) {
    if (section->kind == SECTION_FILE || section->blocks)
        collect_blocks(anchors, section->blocks, section->language->tag);
    else if (section->kind != SECTION_BACK_COVER)
        add_anchor(anchors, section->language->tag, contents_id(section));
}

struct anchors *anchors_collect(struct arena *arena, const struct document *document,
                                const struct edition *edition) {
    struct anchors *anchors = arena_new(arena, struct anchors);
    anchors->arena = arena;
    for (size_t l = 0; l < edition->language_count; l++)
        for (size_t s = 0; s < document->section_count; s++)
            if (document->sections[s].language == edition->languages[l])
                collect_section(anchors, &document->sections[s]);
    if (anchors->count)
        qsort(anchors->items, anchors->count, sizeof *anchors->items, compare_names);
    return anchors;
}

struct anchor *anchors_find(const struct anchors *anchors, const char *language,
                            const char *id) {
    struct named_anchor wanted = {language, id, NULL};
    if (!anchors->count || !id)
        return NULL;
    const struct named_anchor *found = bsearch(&wanted, anchors->items, anchors->count,
                                               sizeof *anchors->items, compare_names);
    return found ? found->anchor : NULL;
}
