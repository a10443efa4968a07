/* SPDX-License-Identifier: MIT */
/* Keeps the ids of a language, which are different from one another, and what is to be
   asked of them when all are known. */
#include "document/charts.h"

#include "base/nearest.h"

/* Suggestions take time; past this many comparisons a wrong link is told without one. */
enum { COMPARISON_LIMIT = 200000, QUOTE_LIMIT = 4 * 1024 * 1024 /* [bytes] */ };

struct entry {
    const char *id; /* NULL: a free place in the table */
    uint32_t number; /* the last one tried to make this id different */
    const struct block *block;
    struct position position;
};

struct inner_link {
    const char *id;
    struct position position;
};

struct ids {
    struct arena *arena;
    struct entry *entries; /* open addressing; a power of two of them */
    size_t room;
    const char **names; /* in the order they were made */
    size_t count, capacity;
    struct inner_link *links;
    size_t link_count, link_capacity;
    struct paragraph **awaiting; /* those that hold references */
    size_t awaiting_count, awaiting_capacity;
    size_t comparisons; /* made for suggestions */
    size_t quoted; /* [bytes] of headings */
    uint32_t numbers[BLOCK_KINDS]; /* the last that a block of the kind has */
    struct citations citations;
    struct annexed *annexed, **last_annexed;
};

enum { FIRST_ROOM = 64 };

struct ids *ids_new(struct arena *arena) {
    struct ids *ids = arena_new(arena, struct ids);
    ids->arena = arena;
    ids->room = FIRST_ROOM;
    ids->last_annexed = &ids->annexed;
    ids->entries = arena_array(arena, struct entry, ids->room);
    return ids;
}

/* FNV-1a */
static size_t hash_name(const char *name) {
    uint64_t hash = 0xCBF29CE484222325u;
    for (const char *byte = name; *byte; byte++)
        hash = (hash ^ (unsigned char)*byte) * 0x100000001B3u;
    return (size_t)(hash ^ hash >> 32);
}

/* The entry of a name, or the free place where it belongs. */
static struct entry *find_entry(const struct ids *ids, const char *name) {
    size_t at = hash_name(name) & (ids->room - 1);
    while (ids->entries[at].id && strcmp(ids->entries[at].id, name))
        at = (at + 1) & (ids->room - 1);
    return &ids->entries[at];
}

static void grow_table(struct ids *ids) {
    struct entry *old = ids->entries;
    size_t old_room = ids->room;
    ids->room *= 2;
    ids->entries = arena_array(ids->arena, struct entry, ids->room);
    for (size_t i = 0; i < old_room; i++)
        if (old[i].id)
            *find_entry(ids, old[i].id) = old[i];
}

static const char *add_entry(struct ids *ids, const char *name,
                             const struct block *block, struct position position) {
    if (ids->count * 2 >= ids->room)
        grow_table(ids);
    *find_entry(ids, name) = (struct entry){name, 1, block, position};
    arena_reserve(ids->arena, ids->names, ids->count, ids->capacity);
    ids->names[ids->count++] = name;
    ids->numbers[BLOCK_HEADING] += block->kind == BLOCK_HEADING;
    return name;
}

const char *ids_add(struct ids *ids, struct slice text, const struct block *heading) {
    const char *slug = locale_slug(ids->arena, text);
    if (!*slug)
        slug = "section";
    struct entry *entry = find_entry(ids, slug);
    if (!entry->id)
        return add_entry(ids, slug, heading, heading->position);
    for (;;) {
        const char *name =
            arena_printf(ids->arena, "%s-%lu", slug, (unsigned long)++entry->number);
        if (!find_entry(ids, name)->id)
            return add_entry(ids, name, heading, heading->position);
    }
}

const char *ids_claim(struct reading *reading, struct ids *ids, const char *id,
                      const struct block *block, struct position position) {
    const struct entry *entry = find_entry(ids, id);
    if (!entry->id)
        return add_entry(ids, id, block, position);
    diag_add(reading->diag, DIAG_ID_REPEATED, position, id,
             arena_printf(ids->arena, "%s:%u", entry->position.source->path,
                          (unsigned)entry->position.line));
    return entry->id;
}

uint32_t ids_next_number(struct ids *ids, enum block_kind kind) {
    return ++ids->numbers[kind];
}

uint32_t ids_number(const struct ids *ids, enum block_kind kind) {
    return ids->numbers[kind];
}

/* --- links ------------------------------------------------------------------------- */

const char *ids_link(struct ids *ids, struct slice fragment, struct position position) {
    const char *id = link_decode(ids->arena, fragment);
    arena_reserve(ids->arena, ids->links, ids->link_count, ids->link_capacity);
    ids->links[ids->link_count++] = (struct inner_link){id, position};
    return arena_printf(ids->arena, "#%s", id);
}

void ids_await(struct ids *ids, struct paragraph *paragraph) {
    arena_reserve(ids->arena, ids->awaiting, ids->awaiting_count,
                  ids->awaiting_capacity);
    ids->awaiting[ids->awaiting_count++] = paragraph;
}

const struct block *ids_find(const struct ids *ids, const char *id) {
    return find_entry(ids, id)->block;
}

const char *ids_nearest(struct ids *ids, const char *id) {
    ids->comparisons += ids->count;
    return ids->comparisons < COMPARISON_LIMIT
               ? nearest_word(id, ids->names, ids->count)
               : NULL;
}

bool ids_quote(struct ids *ids, size_t length) {
    ids->quoted += length;
    return ids->quoted <= QUOTE_LIMIT;
}

struct citations *ids_citations(struct ids *ids) {
    return &ids->citations;
}

void ids_finish(struct reading *reading, struct ids *ids, const char *language) {
    citations_finish(reading, ids, language);
    for (size_t i = 0; i < ids->awaiting_count; i++) {
        citations_write(reading, ids, ids->awaiting[i]);
        reference_resolve(reading, ids, ids->awaiting[i]);
    }
    for (size_t i = 0; i < ids->link_count; i++) {
        const struct inner_link *link = &ids->links[i];
        if (find_entry(ids, link->id)->id)
            continue;
        const char *nearest = ids_nearest(ids, link->id);
        diag_add(reading->diag, nearest ? DIAG_LINK_NEAREST : DIAG_LINK_NOWHERE,
                 link->position, link->id, nearest);
    }
}

/* --- charts with tables of their own -------------------------------------------------------- */

void ids_annex(struct ids *ids, struct annexed *annexed) {
    *ids->last_annexed = annexed;
    ids->last_annexed = &annexed->next;
}

struct annexed *ids_annexed(const struct ids *ids) {
    return ids->annexed;
}
