/* SPDX-License-Identifier: MIT */
/* Reads dates of CSL, as programs write them:

       {"date-parts": [[2019, 10, 22]]}      Zotero; a second list: until then
       {"raw": "2019-10-22"}                 where Zotero could not tell the parts
       [{year: 2019, month: 10}]             Better BibTeX, in YAML
       2019-10-22                            Pandoc, in YAML; until another day after "/"

   Text that is no date, as in "end of 2021", stays as it is. */
#include "document/internal.h"

/* What is written in it, the parts of a date with hyphens between. */
static const char *written(struct arena *arena, const struct yaml *value,
                           const char *between) {
    struct buffer text = {.arena = arena};
    if (value->kind == YAML_TEXT)
        return value->text;
    for (const struct yaml *item = value->items; item; item = item->next)
        buffer_printf(&text, "%s%s", text.length ? between : "",
                      item->kind == YAML_TEXT ? item->text : written(arena, item, "-"));
    buffer_add_char(&text, '\0');
    return text.data;
}

static struct work_date refuse(struct reading *reading, const struct yaml *value) {
    const char *between = value->kind == YAML_LIST ? "/" : "-";
    diag_add(reading->diag, DIAG_WORK_DATE, value->position,
             written(reading->arena, value, between), NULL);
    return (struct work_date){0};
}

/* 2019, 2019-10 or 2019-10-22. */
static bool read_day(const char *text, struct date *date) {
    uint32_t year;
    if (date_read(text, date))
        return true;
    if (strlen(text) > 4 || !yaml_whole(text, &year) || !year)
        return false;
    *date = (struct date){.year = year};
    return true;
}

static bool is_before(struct date a, struct date b) {
    if (a.year != b.year)
        return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

/* Both have the same parts, and one comes after the other. */
static bool is_range(struct date first, struct date last) {
    return !first.day == !last.day && !first.month == !last.month &&
           is_before(first, last);
}

static struct work_date read_text(struct reading *reading, const char *text) {
    struct work_date date = {0};
    const char *slash = strchr(text, '/');
    size_t length = slash ? (size_t)(slash - text) : strlen(text);
    const char *start = arena_copy(reading->arena, text, length);
    bool whole = read_day(start, &date.first);
    if (whole && slash)
        whole = read_day(slash + 1, &date.last) && is_range(date.first, date.last);
    return whole ? date : (struct work_date){.literal = text};
}

/* Year, month and day, as far as there are any; false if they are no date. */
static bool join_parts(struct reading *reading, const struct yaml *const parts[3],
                       struct date *date) {
    static const char *const formats[] = {"%04u", "%s-%02u", "%s-%02u"};
    const char *text = "";
    for (size_t i = 0; i < 3 && parts[i]; i++) {
        uint32_t number;
        if (parts[i]->kind != YAML_TEXT || !yaml_whole(parts[i]->text, &number))
            return false;
        text = i ? arena_printf(reading->arena, formats[1], text, (unsigned)number)
                 : arena_printf(reading->arena, formats[0], (unsigned)number);
    }
    return read_day(text, date);
}

static bool is_empty(const struct yaml *value) {
    return value->kind == YAML_TEXT && (value->none || !*value->text);
}

/* [2019, 10, 22] */
static bool read_list(struct reading *reading, const struct yaml *list,
                      struct date *date) {
    const struct yaml *parts[3] = {NULL, NULL, NULL};
    size_t count = 0;
    if (list->kind != YAML_LIST || list->count > 3)
        return false;
    for (const struct yaml *item = list->items; item; item = item->next)
        parts[count++] = item;
    return join_parts(reading, parts, date);
}

/* {year: 2019, month: 10, day: 22} */
static bool read_map(struct reading *reading, const struct yaml *map,
                     struct date *date) {
    if (map->kind != YAML_MAP)
        return false;
    const struct yaml *parts[3] = {yaml_find(map, "year"), yaml_find(map, "month"),
                                   yaml_find(map, "day")};
    return parts[0] && join_parts(reading, parts, date);
}

/* One date, or two. */
static struct work_date read_dates(struct reading *reading, const struct yaml *list,
                                   bool (*read)(struct reading *, const struct yaml *,
                                                struct date *)) {
    struct work_date date = {0};
    const struct yaml *first = list->items, *last = first ? first->next : NULL;
    if (!first ||
        (first->kind == YAML_LIST && (!first->items || is_empty(first->items))))
        return date;
    bool right = read(reading, first, &date.first);
    if (right && last)
        right = !last->next && read(reading, last, &date.last) &&
                is_range(date.first, date.last);
    if (right)
        return date;
    return refuse(reading, list);
}

static struct work_date read_fields(struct reading *reading, const struct yaml *map) {
    static const char *const texts[] = {"raw", "literal"};
    const struct yaml *parts = yaml_find(map, "date-parts");
    struct work_date date = {0};
    if (parts && yaml_expect(reading, parts, YAML_LIST))
        return read_dates(reading, parts, read_list);
    for (size_t i = 0; !parts && i < 2; i++) {
        const struct yaml *text = yaml_find(map, texts[i]);
        if (text && yaml_expect(reading, text, YAML_TEXT) && !is_empty(text))
            return read_text(reading, text->text);
    }
    if (!parts && yaml_find(map, "year") && !read_map(reading, map, &date.first))
        return refuse(reading, map);
    return date;
}

struct work_date work_date_read(struct reading *reading, const struct yaml *value) {
    if (is_empty(value))
        return (struct work_date){0};
    switch (value->kind) {
    case YAML_TEXT:
        return read_text(reading, value->text);
    case YAML_LIST:
        return read_dates(reading, value, read_map);
    case YAML_MAP:
        break;
    }
    return read_fields(reading, value);
}
