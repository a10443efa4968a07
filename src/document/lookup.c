/* SPDX-License-Identifier: MIT */
/* Finds numbers in data for values in braces,

       data/casualties.csv[Dhi Qar, deaths]
       data/toll.csv[year=2019, governorate="Dhi Qar", deaths]

   and puts them in their place as if they had been typed. The last part is the column, those
   before it say which row. A part without "=" is what names the row: a cell of the first
   column, or of those of text that follow it before any of numbers (governorate_en,
   governorate_ar), so that both languages can have the same line. Where the numbers of a row
   are from is said by its column source_id. */
#include "document/internal.h"

#include "base/nearest.h"
#include "base/utf8.h"

enum { PART_LIMIT = 8, NEAREST_ROWS = 2000, NEAREST_QUESTIONS = 100 };

struct lookup {
    struct reading *reading;
    const struct span *span; /* the value in braces */
    const struct data *data;
    struct row_condition conditions[PART_LIMIT];
    struct slice parts[PART_LIMIT]; /* the conditions as they are written */
    size_t condition_count;
    struct slice all; /* from "[" to "]" */
    struct buffer *keys; /* of the sources of the rows, "@un; @hrw"; NULL: not wanted */
};

/* --- places -------------------------------------------------------------------------- */

static uint32_t count_characters(struct slice text) {
    uint32_t count = 0;
    for (size_t i = 0; i < text.length;) {
        utf8_decode(text, i, &i);
        count++;
    }
    return count;
}

/* A part of the value stands where it is written, unless there are escapes before it. */
static struct position place(const struct lookup *lookup, struct slice part) {
    struct position position = lookup->span->position;
    const char *target = lookup->span->target;
    if (position.width != count_characters(slice_of(target)))
        return position;
    struct slice before = {target, (size_t)(part.data - target)};
    position.column += count_characters(before);
    position.width = count_characters(part);
    return position;
}

static bool refuse(const struct lookup *lookup, enum diag_id id, struct slice part,
                   const char *a, const char *b) {
    diag_add(lookup->reading->diag, id, place(lookup, part), a, b);
    return false;
}

/* --- what is written -------------------------------------------------------------------- */

static struct slice trim(struct slice text) {
    while (text.length && text.data[0] == ' ')
        text = slice_sub(text, 1, text.length);
    while (text.length && text.data[text.length - 1] == ' ')
        text.length--;
    return text;
}

/* The byte of the first `sign` outside quotes; the end if there is none. */
static size_t find_sign(struct slice text, const char *sign) {
    size_t length = strlen(sign);
    bool quoted = false;
    for (size_t i = 0; i < text.length; i++) {
        if (text.data[i] == '"')
            quoted = !quoted;
        if (!quoted && text.length - i >= length &&
            !memcmp(text.data + i, sign, length))
            return i;
    }
    return text.length;
}

static const char *unquote(struct arena *arena, struct slice text) {
    if (text.length >= 2 && text.data[0] == '"' && text.data[text.length - 1] == '"')
        text = slice_sub(text, 1, text.length - 1);
    return arena_copy(arena, text.data, text.length);
}

/* The part up to a comma, Latin or Arabic; *rest is what follows it. */
static struct slice take_part(struct slice *rest) {
    size_t latin = find_sign(*rest, ","), arabic = find_sign(*rest, "\u060C");
    size_t end = latin < arabic ? latin : arabic;
    size_t after = end == rest->length ? end : end + (latin < arabic ? 1 : 2);
    struct slice part = trim(slice_sub(*rest, 0, end));
    *rest = slice_sub(*rest, after, rest->length);
    return part;
}

/* --- columns --------------------------------------------------------------------------- */

static const struct data_column *find_column(const struct lookup *lookup,
                                             struct slice part) {
    struct arena *arena = lookup->reading->arena;
    const struct data *data = lookup->data;
    const char *name = unquote(arena, trim(part));
    const struct data_column *column = data_find(data, name);
    if (column)
        return column;
    const char **names = arena_array(arena, const char *, data->column_count);
    for (size_t i = 0; i < data->column_count; i++)
        names[i] = data->columns[i].name;
    const char *nearest = nearest_word(name, names, data->column_count);
    refuse(lookup, DIAG_TABLE_COLUMN, part, name, data_words(arena, slice_of(nearest)));
    return NULL;
}

/* --- what is wrong ------------------------------------------------------------------------ */

/* Empty where so many have been asked for that none is shown any more. */
static const char *find_nearest(const struct lookup *lookup,
                                const struct row_condition *condition) {
    const struct data *data = lookup->data;
    struct arena *arena = lookup->reading->arena;
    size_t rows = data->row_count < NEAREST_ROWS ? data->row_count : NEAREST_ROWS;
    if (lookup->reading->row_indexes->questions++ >= NEAREST_QUESTIONS)
        return "";
    const char **cells = arena_array(arena, const char *, rows * data->column_count);
    size_t count = 0;
    for (size_t i = 0; i < data->column_count; i++) {
        bool wanted = condition->column ? condition->column == &data->columns[i]
                                        : i < data_name_count(data);
        for (size_t row = 0; wanted && row < rows; row++) {
            struct slice text = data_field(data, row, i)->text;
            cells[count++] = arena_copy(arena, text.data, text.length);
        }
    }
    return data_words(arena, slice_of(nearest_word(condition->text, cells, count)));
}

/* The condition that no row meets; or all of them together. */
static bool tell_none(const struct lookup *lookup) {
    for (size_t i = 0; i < lookup->condition_count; i++) {
        const struct row_condition *condition = &lookup->conditions[i];
        if (!data_find_rows(lookup->reading, lookup->data, condition, 1).count)
            return refuse(lookup, DIAG_LOOKUP_ROW, lookup->parts[i], condition->text,
                          find_nearest(lookup, condition));
    }
    return refuse(lookup, DIAG_LOOKUP_NONE, lookup->all, NULL, NULL);
}

static bool tell_many(const struct lookup *lookup, const struct found_rows *found) {
    struct arena *arena = lookup->reading->arena;
    const uint32_t *rows = lookup->data->rows;
    return refuse(lookup, DIAG_LOOKUP_MANY, lookup->all,
                  arena_printf(arena, "%u", (unsigned)rows[found->rows[0]]),
                  arena_printf(arena, "%u", (unsigned)rows[found->rows[1]]));
}

static bool find_row(const struct lookup *lookup, size_t *row) {
    struct found_rows found = data_find_rows(
        lookup->reading, lookup->data, lookup->conditions, lookup->condition_count);
    if (found.gave_up)
        return refuse(lookup, DIAG_LOOKUP_LIMIT, lookup->all, NULL, NULL);
    if (!found.count)
        return tell_none(lookup);
    *row = found.rows[0];
    return found.count == 1 || tell_many(lookup, &found);
}

/* --- one number --------------------------------------------------------------------------- */

static bool read_condition(struct lookup *lookup, struct slice part) {
    struct arena *arena = lookup->reading->arena;
    size_t equals = find_sign(part, "=");
    struct row_condition condition = {.column = NULL};
    struct slice text = part;
    if (equals < part.length) {
        condition.column = find_column(lookup, trim(slice_sub(part, 0, equals)));
        if (!condition.column)
            return false;
        text = trim(slice_sub(part, equals + 1, part.length));
    }
    condition.text = unquote(arena, text);
    lookup->parts[lookup->condition_count] = part;
    lookup->conditions[lookup->condition_count++] = condition;
    return true;
}

/* "[Dhi Qar, deaths]": gives the column, or NULL. */
static const struct data_column *read_parts(struct lookup *lookup) {
    struct slice rest = slice_sub(lookup->all, 1, lookup->all.length - 1);
    struct slice part = take_part(&rest);
    bool known = true;
    while (rest.length && part.length && lookup->condition_count < PART_LIMIT &&
           known) {
        known = read_condition(lookup, part);
        part = take_part(&rest);
    }
    if (!known)
        return NULL;
    if (!lookup->condition_count || rest.length || !part.length) {
        refuse(lookup, DIAG_LOOKUP_FORM, lookup->all,
               arena_copy(lookup->reading->arena, lookup->all.data, lookup->all.length),
               NULL);
        return NULL;
    }
    return find_column(lookup, part);
}

static void write_decimal(struct buffer *out, const struct decimal *decimal) {
    int length = (int)strlen(decimal->digits), whole = length - decimal->decimals;
    buffer_printf(out, "%s%s", decimal->about ? "\u2248" : "",
                  decimal->at_least ? "\u2265" : "");
    if (decimal->sign)
        buffer_add_char(out, decimal->sign);
    buffer_printf(out, "%.*s%s%s%s%s%s", whole, decimal->digits,
                  decimal->decimals ? "." : "", decimal->digits + whole,
                  decimal->percent ? "%" : "", decimal->and_more ? "+" : "",
                  decimal->disputed ? "?" : "");
}

static bool write_cell(const struct lookup *lookup, size_t row, size_t column,
                       struct buffer *out) {
    struct reading *reading = lookup->reading;
    const struct data *data = lookup->data;
    struct slice text = data_field(data, row, column)->text;
    const char *cell = data_place(reading->arena, data, row, column);
    struct decimal decimal;
    if (!text.length || numeral_is_dash(text))
        return refuse(lookup, DIAG_LOOKUP_EMPTY, lookup->all, cell, NULL);
    data_check(reading, data, row, column);
    if (!data_number(data, row, column, &decimal))
        return refuse(lookup, DIAG_LOOKUP_NUMBER, lookup->all, cell,
                      data_words(reading->arena, text));
    columns_tell_doubts(reading, data, column);
    write_decimal(out, &decimal);
    return true;
}

/* The keys of the row's sources, parted by semicolons, but not those that came just before. */
static bool write_keys(const struct lookup *lookup, size_t row) {
    static const char name[] = "source_id";
    struct arena *arena = lookup->reading->arena;
    const struct data *data = lookup->data;
    const struct data_column *column = data_find(data, name);
    if (!column)
        return refuse(lookup, DIAG_LOOKUP_SOURCES, lookup->all, name, NULL);
    size_t index = (size_t)(column - data->columns);
    struct slice rest = data_field(data, row, index)->text;
    if (!trim(rest).length)
        return refuse(lookup, DIAG_LOOKUP_SOURCE, lookup->all,
                      data_place(arena, data, row, index), NULL);
    struct buffer keys = {.arena = arena};
    while (rest.length) {
        size_t end = find_sign(rest, ";");
        struct slice key = trim(slice_sub(rest, 0, end));
        buffer_printf(&keys, "%s@%.*s", keys.length ? "; " : "", (int)key.length,
                      key.data);
        rest = slice_sub(rest, end < rest.length ? end + 1 : end, rest.length);
    }
    struct slice before = buffer_slice(lookup->keys), made = buffer_slice(&keys);
    if (before.length && slice_equal(before, made))
        return true;
    buffer_add_string(lookup->keys, before.length ? "; " : "");
    buffer_add(lookup->keys, made.data, made.length);
    return true;
}

static bool write_number(struct lookup *lookup, struct slice file, struct buffer *out) {
    struct reading *reading = lookup->reading;
    struct position position = place(lookup, file);
    const char *name = arena_copy(reading->arena, file.data, file.length);
    if (!file.length)
        return refuse(lookup, DIAG_LOOKUP_FILE, lookup->all, NULL, NULL);
    const char *path = path_find(reading, name, position);
    lookup->data = path ? data_read(reading, path, position) : NULL;
    if (!lookup->data)
        return false;
    const struct data_column *column = read_parts(lookup);
    size_t row;
    return column && find_row(lookup, &row) &&
           write_cell(lookup, row, (size_t)(column - lookup->data->columns), out) &&
           (!lookup->keys || write_keys(lookup, row));
}

/* --- all of them ---------------------------------------------------------------------------- */

/* Spaces and the dash of a range stand before the second file. */
static size_t skip_dash(struct slice text, size_t i) {
    while (i < text.length && text.data[i] == ' ')
        i++;
    if (i < text.length && text.data[i] == '-')
        i++;
    else if (text.length - i >= 3 && !memcmp(text.data + i, "\u2013", 3))
        i += 3;
    while (i < text.length && text.data[i] == ' ')
        i++;
    return i;
}

const char *lookup_write(struct reading *reading, const struct span *span,
                         struct slice text, struct buffer *keys) {
    struct buffer out = {.arena = reading->arena};
    size_t at = 0;
    for (;;) {
        struct slice rest = slice_sub(text, at, text.length);
        size_t open = find_sign(rest, "["), close = find_sign(rest, "]");
        if (open >= close || close == rest.length)
            break;
        struct lookup lookup = {.reading = reading,
                                .span = span,
                                .all = slice_sub(rest, open, close + 1),
                                .keys = keys};
        if (!write_number(&lookup, trim(slice_sub(rest, 0, open)), &out))
            return NULL;
        size_t after = at + close + 1, next = skip_dash(text, after);
        buffer_add(&out, text.data + after, next - after);
        at = next;
    }
    buffer_add(&out, text.data + at, text.length - at);
    buffer_add_char(&out, '\0');
    return out.data;
}
