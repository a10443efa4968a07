/* SPDX-License-Identifier: MIT */
/* Reads what can be cited: sources.json, as Zotero exports it (CSL-JSON), and sources.yaml
   (CSL-YAML), both beside report.yaml. */
#include "document/internal.h"

#include "base/file.h"
#include "base/nearest.h"

#include <stdlib.h>

/* Suggestions take time; past this many comparisons a wrong key is told without one. */
enum { COMPARISON_LIMIT = 200000 };

static void read_list(struct reading *reading, struct works *works,
                      const struct locator *locator, const struct yaml *list,
                      bool foreign) {
    for (const struct yaml *item = list->items; item; item = item->next) {
        struct work *work = work_read(reading, item, foreign);
        if (!work)
            continue;
        work->locator = locator;
        arena_reserve(reading->arena, works->works, works->count, works->capacity);
        works->works[works->count++] = work;
    }
}

/* The list, alone or under `references`; NULL if there is none, which is then told. */
static const struct yaml *find_list(struct reading *reading, struct locator *locator,
                                    const struct yaml *root) {
    const struct yaml *list = root;
    if (root && root->kind == YAML_MAP)
        list = yaml_find(root, "references");
    if (list && list->kind == YAML_LIST)
        return list;
    diag_add(reading->diag, DIAG_WORKS_LIST,
             list ? list->position : locator_whole(locator), NULL, NULL);
    return NULL;
}

static void read_json(struct reading *reading, struct works *works, const char *path) {
    const struct yaml *root;
    struct locator *locator = input_read_foreign(reading, path, diag_nowhere());
    if (!locator || !json_read(reading, locator, &root))
        return;
    const struct yaml *list = find_list(reading, locator, root);
    if (list)
        read_list(reading, works, locator, list, true);
}

static void read_yaml(struct reading *reading, struct works *works, const char *path) {
    const struct yaml *root;
    struct locator *locator = input_read(reading, path, diag_nowhere());
    if (!locator || !yaml_read(reading, locator, 0, locator->line_count, &root))
        return;
    const struct yaml *list = find_list(reading, locator, root);
    if (list)
        read_list(reading, works, locator, list, false);
}

/* --- by key ------------------------------------------------------------------------ */

static int compare_works(const void *left, const void *right) {
    const struct work *const *a = left, *const *b = right;
    int keys = strcmp((*a)->key, (*b)->key);
    if (keys)
        return keys;
    int paths = strcmp((*a)->position.source->path, (*b)->position.source->path);
    if (paths)
        return paths;
    uint32_t a_line = (*a)->position.line, b_line = (*b)->position.line;
    if (a_line != b_line)
        return a_line < b_line ? -1 : 1;
    return (*a)->position.column < (*b)->position.column ? -1 : 1;
}

/* The first of those with one key stays. */
static void drop_repeated(struct reading *reading, struct works *works) {
    size_t count = 0;
    for (size_t i = 0; i < works->count; i++) {
        struct work *work = works->works[i];
        const struct work *first = count ? works->works[count - 1] : NULL;
        if (!first || strcmp(first->key, work->key) != 0) {
            works->works[count++] = work;
            continue;
        }
        diag_add(reading->diag, DIAG_WORK_REPEATED, work->position, work->key,
                 arena_printf(reading->arena, "%s:%u", first->position.source->path,
                              (unsigned)first->position.line));
    }
    works->count = count;
}

static void sort_works(struct reading *reading, struct works *works) {
    if (works->count)
        qsort(works->works, works->count, sizeof *works->works, compare_works);
    drop_repeated(reading, works);
    works->keys = arena_array(reading->arena, const char *, works->count);
    for (size_t i = 0; i < works->count; i++)
        works->keys[i] = works->works[i]->key;
}

struct works *works_read(struct reading *reading) {
    static const struct {
        const char *name;
        void (*read)(struct reading *, struct works *, const char *path);
    } files[] = {{"sources.json", read_json}, {"sources.yaml", read_yaml}};
    if (reading->works)
        return reading->works;
    struct works *works = arena_new(reading->arena, struct works);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const char *path = file_join(reading->arena, reading->folder, files[i].name);
        if (file_exists(path))
            files[i].read(reading, works, path);
    }
    sort_works(reading, works);
    reading->works = works;
    return works;
}

static int compare_key(const void *key, const void *work) {
    const struct work *const *other = work;
    return strcmp(key, (*other)->key);
}

static struct work *find_work(const struct works *works, const char *key) {
    struct work **found = works->count ? bsearch(key, works->works, works->count,
                                                 sizeof *works->works, compare_key)
                                       : NULL;
    return found ? *found : NULL;
}

bool works_have(struct reading *reading, const char *key) {
    return find_work(works_read(reading), key) != NULL;
}

struct work *works_find(struct reading *reading, const char *key,
                        struct position position) {
    struct works *works = works_read(reading);
    struct work *found = find_work(works, key);
    if (found)
        return found;
    works->comparisons += works->count;
    const char *nearest = works->comparisons < COMPARISON_LIMIT
                              ? nearest_word(key, works->keys, works->count)
                              : NULL;
    diag_add(reading->diag, nearest ? DIAG_CITATION_NEAREST : DIAG_CITATION_NOWHERE,
             position, key, nearest);
    return NULL;
}

void works_check(struct reading *reading) {
    struct works *works = works_read(reading);
    for (size_t i = 0; i < works->count; i++)
        if (!works->works[i]->cited)
            diag_add(reading->diag, DIAG_WORK_UNCITED, works->works[i]->position,
                     works->works[i]->key, NULL);
}
