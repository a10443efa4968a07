/* SPDX-License-Identifier: MIT */
/* Writes the outline: a tree of linked objects from a list of levels (ISO 32000-1
   12.3.3). Its first level is open, the deeper ones are closed. */
#include "pdf/internal.h"

struct node {
    struct haru_object *object;
    size_t parent; /* places in the list of nodes; 0 is the root */
    size_t first, last; /* children; 0: none */
    size_t previous, next;
    int32_t children;
};

struct outline {
    struct arena *arena;
    const struct page_objects *objects;
    const struct outline_entry *entries; /* that of node i is entries[i - 1] */
    struct node *nodes;
};

/* The nearest node before `i` with a smaller level. Each step leaves a subtree for
   good, so all steps together are as many as the nodes. */
static size_t find_parent(const struct outline *outline, size_t i) {
    uint32_t level = outline->entries[i - 1].level;
    size_t parent = i - 1;
    while (parent && outline->entries[parent - 1].level >= level)
        parent = outline->nodes[parent].parent;
    return parent;
}

static void link_node(struct outline *outline, size_t i) {
    struct node *node = &outline->nodes[i];
    node->parent = find_parent(outline, i);
    struct node *parent = &outline->nodes[node->parent];
    node->previous = parent->last;
    if (node->previous)
        outline->nodes[node->previous].next = i;
    else
        parent->first = i;
    parent->last = i;
    parent->children++;
}

static void add_link(const struct outline *outline, struct buffer *out, const char *key,
                     size_t node) {
    if (!node)
        return;
    buffer_printf(out, "/%s ", key);
    syntax_reference(out, outline->nodes[node].object);
    buffer_add_char(out, '\n');
}

static void write_node(const struct outline *outline, size_t i) {
    const struct node *node = &outline->nodes[i];
    const struct outline_entry *entry = &outline->entries[i - 1];
    struct buffer out = {.arena = outline->arena};
    buffer_add_string(&out, "/Title ");
    syntax_text(&out, slice_of(entry->title));
    buffer_add_string(&out, "\n/Parent ");
    syntax_reference(&out, outline->nodes[node->parent].object);
    buffer_add_char(&out, '\n');
    add_link(outline, &out, "Prev", node->previous);
    add_link(outline, &out, "Next", node->next);
    add_link(outline, &out, "First", node->first);
    add_link(outline, &out, "Last", node->last);
    if (node->children)
        buffer_printf(&out, "/Count %d\n",
                      (int)(node->parent ? -node->children : node->children));
    if (entry->anchor) {
        buffer_add_string(&out, "/Dest ");
        link_destination(&out, outline->objects, entry->anchor);
        buffer_add_char(&out, '\n');
    }
    haru_set_entries(node->object, buffer_slice(&out));
}

static void write_root(const struct outline *outline, size_t count) {
    struct buffer out = {.arena = outline->arena};
    int32_t shown = outline->nodes[0].children;
    for (size_t i = 1; i <= count; i++)
        if (!outline->nodes[i].parent)
            shown += outline->nodes[i].children;
    buffer_printf(&out, "/Type /Outlines /Count %d\n", (int)shown);
    add_link(outline, &out, "First", outline->nodes[0].first);
    add_link(outline, &out, "Last", outline->nodes[0].last);
    haru_set_entries(outline->nodes[0].object, buffer_slice(&out));
}

struct haru_object *outline_write(struct arena *arena, struct haru *haru,
                                  const struct page_objects *objects,
                                  const struct pages *pages) {
    size_t count = pages->outline_count;
    if (!count)
        return NULL;
    struct outline outline = {arena, objects, pages->outline,
                              arena_array(arena, struct node, count + 1)};
    for (size_t i = 0; i <= count; i++)
        outline.nodes[i].object = haru_dictionary(haru);
    for (size_t i = 1; i <= count; i++)
        link_node(&outline, i);
    write_root(&outline, count);
    for (size_t i = 1; i <= count; i++)
        write_node(&outline, i);
    return outline.nodes[0].object;
}
