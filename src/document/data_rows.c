/* SPDX-License-Identifier: MIT */
/* Finds rows of data by what they read, at once however many there are. */
#include "document/internal.h"

enum { VISIT_LIMIT = 50000000 /* rows that are looked at, in all */ };

/* The rows of a column by what they read: chains of those with the same hash. */
struct row_index {
    const struct data *data;
    size_t column;
    uint32_t *heads; /* row + 1; 0: none */
    uint32_t *next; /* of each row */
    uint32_t mask;
    struct row_index *other;
};

size_t data_name_count(const struct data *data) {
    size_t count = 1;
    while (count < data->column_count && data->columns[count].kind == DATA_TEXT)
        count++;
    return count;
}

/* How long the white space is that stands there; a no-break space, which spreadsheets keep,
   is one too. */
static size_t white_length(struct slice text, size_t offset) {
    static const char *const spaces[] = {" ",      "\t",     "\r",    "\n",
                                         "\u00A0", "\u2009", "\u202F"};
    for (size_t i = 0; i < sizeof spaces / sizeof *spaces && offset < text.length;
         i++) {
        size_t length = strlen(spaces[i]);
        if (text.length - offset >= length &&
            !memcmp(text.data + offset, spaces[i], length))
            return length;
    }
    return 0;
}

/* The byte at *offset, which goes on behind it; any white space is one space. */
static char next_byte(struct slice text, size_t *offset) {
    size_t white = white_length(text, *offset);
    if (!white)
        return text.data[(*offset)++];
    for (; white; white = white_length(text, *offset))
        *offset += white;
    return ' ';
}

/* Whether a cell reads so. */
static bool reads(struct slice cell, const char *words) {
    struct slice text = slice_of(words);
    size_t i = 0, j = 0;
    while (i < cell.length && j < text.length)
        if (next_byte(cell, &i) != next_byte(text, &j))
            return false;
    return i == cell.length && j == text.length;
}

const char *data_name(struct arena *arena, struct slice text) {
    struct buffer name = {.arena = arena};
    for (size_t i = 0; i < text.length;)
        buffer_add_char(&name, next_byte(text, &i));
    buffer_add_char(&name, '\0');
    return name.data;
}

/* FNV-1a, of what `reads` compares. */
static uint32_t hash(struct slice text) {
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < text.length;)
        hash = (hash ^ (unsigned char)next_byte(text, &i)) * 16777619u;
    return hash;
}

static void add_row(struct row_index *index, size_t row) {
    struct slice text = data_field(index->data, row, index->column)->text;
    uint32_t *head = &index->heads[hash(text) & index->mask];
    index->next[row] = *head;
    *head = (uint32_t)row + 1;
}

static const struct row_index *add_index(struct reading *reading,
                                         const struct data *data, size_t column) {
    struct arena *arena = reading->arena;
    struct row_index *index = arena_new(arena, struct row_index);
    size_t size = 16;
    while (size < data->row_count)
        size *= 2;
    *index = (struct row_index){.data = data,
                                .column = column,
                                .heads = arena_array(arena, uint32_t, size),
                                .next = arena_array(arena, uint32_t, data->row_count),
                                .mask = (uint32_t)size - 1,
                                .other = reading->row_indexes->first};
    for (size_t row = data->row_count; row-- > 0;)
        add_row(index, row);
    reading->row_indexes->first = index;
    return index;
}

static const struct row_index *find_index(struct reading *reading,
                                          const struct data *data, size_t column) {
    struct arena *arena = reading->arena;
    if (!reading->row_indexes)
        reading->row_indexes = arena_new(arena, struct row_indexes);
    for (struct row_index *known = reading->row_indexes->first; known;
         known = known->other)
        if (known->data == data && known->column == column)
            return known;
    return add_index(reading, data, column);
}

static bool meets(const struct data *data, size_t row,
                  const struct row_condition *condition) {
    if (condition->column)
        return reads(
            data_field(data, row, (size_t)(condition->column - data->columns))->text,
            condition->text);
    size_t names = data_name_count(data);
    for (size_t i = 0; i < names; i++)
        if (reads(data_field(data, row, i)->text, condition->text))
            return true;
    return false;
}

static void find_below(struct reading *reading, const struct data *data, size_t column,
                       const struct row_condition *conditions, size_t count,
                       struct found_rows *found) {
    const struct row_index *index = find_index(reading, data, column);
    size_t *visits = &reading->row_indexes->visits;
    uint32_t next = index->heads[hash(slice_of(conditions[0].text)) & index->mask];
    for (; next && *visits < VISIT_LIMIT; next = index->next[next - 1]) {
        size_t row = next - 1, met = 0;
        ++*visits;
        while (met < count && meets(data, row, &conditions[met]))
            met++;
        if (met < count || (found->count && found->rows[0] == row))
            continue;
        if (found->count < 2)
            found->rows[found->count] = row;
        found->count++;
    }
    found->gave_up |= *visits == VISIT_LIMIT;
}

struct found_rows data_find_rows(struct reading *reading, const struct data *data,
                                 const struct row_condition *conditions, size_t count) {
    struct found_rows found = {.count = 0};
    if (conditions[0].column) {
        find_below(reading, data, (size_t)(conditions[0].column - data->columns),
                   conditions, count, &found);
        return found;
    }
    size_t names = data_name_count(data);
    for (size_t i = 0; i < names && found.count < 2; i++)
        find_below(reading, data, i, conditions, count, &found);
    return found;
}
