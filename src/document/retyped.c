/* SPDX-License-Identifier: MIT */
/* Tells of numbers that were typed and stand in the data too: drawn from there, they would
   change with it. */
#include "document/internal.h"

/* A number by its value: "487", "33.5". */
struct number {
    const char *key;
    const struct data *data; /* where it stands first; NULL: nowhere */
    size_t row, column;
    size_t others; /* cells it stands in besides */
    const char *cell; /* as a value names it; NULL: it cannot be named */
    const struct paragraph *last; /* that it was told in */
};

struct comparison {
    struct reading *reading;
    struct arena *scratch;
    struct typed_list typed;
    struct number **table; /* open addressing */
    size_t mask;
};

/* --- numbers by their value -------------------------------------------------------------- */

/* Without zeros at the end of the decimals, and without its sign. */
static const char *make_key(struct arena *arena, const struct decimal *decimal) {
    int length = (int)strlen(decimal->digits), whole = length - decimal->decimals;
    while (length > whole && decimal->digits[length - 1] == '0')
        length--;
    return arena_printf(arena, "%.*s%s%.*s", whole, decimal->digits,
                        length > whole ? "." : "", length - whole,
                        decimal->digits + whole);
}

static size_t hash(const char *key) {
    uint32_t hash = 2166136261u;
    for (; *key; key++)
        hash = (hash ^ (unsigned char)*key) * 16777619u;
    return hash;
}

/* Where a number is, or belongs. */
static struct number **find_slot(const struct comparison *comparison, const char *key) {
    size_t i = hash(key) & comparison->mask;
    while (comparison->table[i] && strcmp(comparison->table[i]->key, key) != 0)
        i = (i + 1) & comparison->mask;
    return &comparison->table[i];
}

static void add_numbers(struct comparison *comparison) {
    size_t size = 64;
    while (size < comparison->typed.count * 2)
        size *= 2;
    comparison->table = arena_array(comparison->scratch, struct number *, size);
    comparison->mask = size - 1;
    for (size_t i = 0; i < comparison->typed.count; i++) {
        const char *key =
            make_key(comparison->scratch, &comparison->typed.items[i].decimal);
        struct number **slot = find_slot(comparison, key);
        if (*slot)
            continue;
        *slot = arena_new(comparison->scratch, struct number);
        (*slot)->key = key;
    }
}

/* --- data ----------------------------------------------------------------------------------- */

static void match_cell(struct comparison *comparison, struct arena *words,
                       const struct data *data, size_t row, size_t column) {
    struct decimal decimal;
    if (!data_number(data, row, column, &decimal))
        return;
    arena_reset(words);
    struct number *number = *find_slot(comparison, make_key(words, &decimal));
    if (!number)
        return;
    if (number->data) {
        number->others++;
        return;
    }
    number->data = data;
    number->row = row;
    number->column = column;
}

static void match_data(struct comparison *comparison, const struct data *data) {
    struct arena *words = arena_create();
    for (size_t i = 0; i < data->column_count; i++)
        for (size_t row = 0;
             data->columns[i].kind == DATA_NUMBER && row < data->row_count; row++)
            match_cell(comparison, words, data, row, i);
    arena_destroy(words);
}

/* In the order in which they were read. */
static void match_all(struct comparison *comparison) {
    size_t count = 0;
    for (const struct data *data = comparison->reading->data; data; data = data->next)
        count++;
    const struct data **all =
        arena_array(comparison->scratch, const struct data *, count);
    size_t i = count;
    for (const struct data *data = comparison->reading->data; data; data = data->next)
        all[--i] = data;
    for (i = 0; i < count; i++)
        if (!all[i]->broken)
            match_data(comparison, all[i]);
}

/* --- what tells ------------------------------------------------------------------------------- */

static const char *name_cell(struct comparison *comparison,
                             const struct number *number) {
    return data_cell_name(comparison->reading, number->data, number->row,
                          number->column);
}

static void tell(struct comparison *comparison, struct locator *locator,
                 const struct typed *typed, const struct number *number) {
    struct position position =
        locator_position(locator, paragraph_source(typed->paragraph, typed->start),
                         paragraph_source(typed->paragraph, typed->end - 1) + 1);
    position.source = typed->section->source;
    const char *others =
        number->others == 1
            ? "one other cell"
            : arena_printf(comparison->scratch, "%zu other cells", number->others);
    if (number->others)
        diag_add(comparison->reading->diag, DIAG_RETYPED_MANY, position, number->cell,
                 others);
    else
        diag_add(comparison->reading->diag, DIAG_RETYPED, position, number->cell, NULL);
}

/* One of three digits that stands in several cells may well be none of them. */
static bool is_meant(const struct number *number) {
    return number->data && (!number->others || strlen(number->key) > 3);
}

/* Once in a paragraph. */
static void tell_all(struct comparison *comparison) {
    const struct section *section = NULL;
    struct locator *locator = NULL;
    for (size_t i = 0; i < comparison->typed.count; i++) {
        const struct typed *typed = &comparison->typed.items[i];
        struct number *number =
            *find_slot(comparison, make_key(comparison->scratch, &typed->decimal));
        if (!is_meant(number) || number->last == typed->paragraph)
            continue;
        if (!number->last)
            number->cell = name_cell(comparison, number);
        number->last = typed->paragraph;
        if (typed->section != section)
            locator = locator_new(comparison->scratch, typed->section->source->path,
                                  typed->section->source->text);
        section = typed->section;
        if (number->cell)
            tell(comparison, locator, typed, number);
    }
}

void retyped_tell(struct reading *reading, const struct document *document) {
    if (!reading->data)
        return;
    struct comparison comparison = {.reading = reading, .scratch = arena_create()};
    comparison.typed = typed_find(comparison.scratch, document);
    if (comparison.typed.count) {
        add_numbers(&comparison);
        match_all(&comparison);
        tell_all(&comparison);
    }
    arena_destroy(comparison.scratch);
}
