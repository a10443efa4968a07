/* SPDX-License-Identifier: MIT */
/* Answers questions about a tree of YAML, and tells where it is not as it should be. */
#include "input/input.h"

#include "base/nearest.h"

#include <stdlib.h>

const struct yaml *yaml_find(const struct yaml *map, const char *key) {
    for (const struct yaml *item = map->items; item; item = item->next)
        if (!strcmp(item->key->text, key))
            return item;
    return NULL;
}

static bool is_known(const char *key, const char *const known[], size_t count) {
    for (size_t i = 0; i < count; i++)
        if (!strcmp(key, known[i]))
            return true;
    return false;
}

void yaml_check_keys(struct reading *reading, const struct yaml *map,
                     const char *const known[], size_t count) {
    for (const struct yaml *item = map->items; item; item = item->next) {
        const char *key = item->key->text;
        if (!is_known(key, known, count))
            diag_add(reading->diag, DIAG_YAML_UNKNOWN, item->key->position, key,
                     nearest_word(key, known, count));
    }
}

bool yaml_expect(struct reading *reading, const struct yaml *value,
                 enum yaml_kind kind) {
    static const char *const names[] = {"a text", "a list", "a map of keys and values"};
    if (value->kind == kind)
        return true;
    diag_add(reading->diag, DIAG_YAML_TYPE, value->position, names[value->kind],
             names[kind]);
    return false;
}

const char *yaml_text(struct reading *reading, const struct yaml *value) {
    if (!yaml_expect(reading, value, YAML_TEXT))
        return NULL;
    if (!value->none && *value->text)
        return value->text;
    diag_add(reading->diag, DIAG_YAML_EMPTY,
             value->key ? value->key->position : value->position,
             value->key ? value->key->text : "item", NULL);
    return NULL;
}

bool yaml_whole(const char *text, uint32_t *number) {
    size_t length = strspn(text, "0123456789");
    *number = 0;
    if (!length || length > 6 || text[length])
        return false;
    for (size_t i = 0; i < length; i++)
        *number = *number * 10 + (uint32_t)(text[i] - '0');
    return true;
}

bool yaml_flag(struct reading *reading, const struct yaml *value) {
    const char *text = yaml_text(reading, value);
    bool set = text && !strcmp(text, "true");
    if (text && !set && strcmp(text, "false"))
        diag_add(reading->diag, DIAG_YAML_FLAG, value->position, text, NULL);
    return set;
}

/* --- repeats ----------------------------------------------------------------------- */

static int compare_texts(const void *left, const void *right) {
    const struct yaml *const *a = left, *const *b = right;
    int texts = strcmp((*a)->text, (*b)->text);
    if (texts)
        return texts;
    uint32_t a_line = (*a)->position.line, b_line = (*b)->position.line;
    if (a_line != b_line)
        return a_line < b_line ? -1 : 1;
    return (*a)->position.column < (*b)->position.column ? -1 : 1;
}

/* The keys of a MAP, the texts of a LIST, in the order of their texts. */
static const struct yaml **sort_texts(struct arena *arena, const struct yaml *node,
                                      size_t *count) {
    const struct yaml **texts = arena_array(arena, const struct yaml *, node->count);
    *count = 0;
    for (const struct yaml *item = node->items; item; item = item->next) {
        const struct yaml *text = node->kind == YAML_MAP ? item->key : item;
        if (text->kind == YAML_TEXT && !text->none)
            texts[(*count)++] = text;
    }
    if (*count)
        qsort(texts, *count, sizeof *texts, compare_texts);
    return texts;
}

void yaml_check_repeats(struct reading *reading, const struct yaml *node) {
    size_t count;
    const struct yaml **texts = sort_texts(reading->arena, node, &count);
    for (size_t i = 1, first = 0; i < count; i++) {
        if (strcmp(texts[first]->text, texts[i]->text)) {
            first = i;
            continue;
        }
        unsigned line = (unsigned)texts[first]->position.line;
        diag_add(reading->diag, DIAG_YAML_DUPLICATE, texts[i]->position, texts[i]->text,
                 arena_printf(reading->arena, "%u", line));
    }
}
