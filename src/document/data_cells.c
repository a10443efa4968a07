/* SPDX-License-Identifier: MIT */
/* Names a cell of data as a value in braces would: data/casualties.csv[Dhi Qar, deaths]. */
#include "document/internal.h"

#include "base/file.h"

/* Whether it can stand between brackets, with quotes around it, and Markdown leaves it. */
static bool can_stand(struct slice text) {
    for (size_t i = 0; i < text.length; i++)
        if (strchr("\"[]{}\\`*~<&\t\r\n", text.data[i]))
            return false;
    return text.length > 0;
}

static const char *quote(struct arena *arena, struct slice text) {
    const char *copy = data_name(arena, text);
    bool needed = strpbrk(copy, ",=") || strstr(copy, "\u060C");
    return needed ? arena_printf(arena, "\"%s\"", copy) : copy;
}

/* Whether a row is the only one that meets the conditions. */
static bool is_alone(struct reading *reading, const struct data *data,
                     const struct row_condition *conditions, size_t count) {
    struct found_rows found = data_find_rows(reading, data, conditions, count);
    return found.count == 1 && !found.gave_up;
}

/* The first of the cells that name a row and no other. One that reads from the right would
   turn what stands around it in most editors, and is taken if there is no other. */
static const char *name_alone(struct reading *reading, const struct data *data,
                              size_t row) {
    size_t names = data_name_count(data);
    const char *last = NULL;
    for (size_t i = 0; i < names; i++) {
        struct slice text = data_field(data, row, i)->text;
        struct row_condition condition = {
            .text = arena_copy(reading->arena, text.data, text.length)};
        if (!can_stand(text) || !is_alone(reading, data, &condition, 1))
            continue;
        if (!locale_has_strong(text, DIRECTION_RTL))
            return quote(reading->arena, text);
        if (!last)
            last = quote(reading->arena, text);
    }
    return last;
}

/* "Dhi Qar, year=2020": the first name, and what only this row of them reads; NULL if
   nothing will do. */
static const char *name_together(struct reading *reading, const struct data *data,
                                 size_t row, size_t except) {
    struct arena *arena = reading->arena;
    struct slice first = data_field(data, row, 0)->text;
    struct row_condition conditions[2] = {
        {.text = arena_copy(arena, first.data, first.length)}};
    for (size_t i = 1; i < data->column_count && can_stand(first); i++) {
        struct slice text = data_field(data, row, i)->text;
        struct slice name = slice_of(data->columns[i].name);
        conditions[1] = (struct row_condition){
            arena_copy(arena, text.data, text.length), &data->columns[i]};
        if (i != except && can_stand(text) && can_stand(name) &&
            is_alone(reading, data, conditions, 2))
            return arena_printf(arena, "%s, %s=%s", quote(arena, first),
                                quote(arena, name), quote(arena, text));
    }
    return NULL;
}

/* As content names the file. */
static const char *name_file(struct reading *reading, const struct data *data) {
    const char *folder = file_join(reading->arena, reading->folder, "");
    return data->path + strlen(folder);
}

const char *data_cell_name(struct reading *reading, const struct data *data, size_t row,
                           size_t column) {
    struct arena *arena = reading->arena;
    struct slice name = slice_of(data->columns[column].name);
    const char *path = name_file(reading, data);
    if (!can_stand(name) || !can_stand(slice_of(path)))
        return NULL;
    const char *words = name_alone(reading, data, row);
    if (!words)
        words = name_together(reading, data, row, column);
    return words ? arena_printf(arena, "%s[%s, %s]", path, words, quote(arena, name))
                 : NULL;
}
