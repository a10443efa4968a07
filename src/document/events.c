/* SPDX-License-Identifier: MIT */
/* Makes the events of a timeline from rows of data: dates in words and figures in the digits
   of the language. What is wrong is told where it stands in the file. */
#include "document/internal.h"

#include "base/nearest.h"

struct event_reader {
    struct fence *fence;
    const struct event_columns *columns;
    size_t row;
    struct event *event;
    struct language language; /* its digits and months */
};

static const struct field *field_of(const struct event_reader *reader,
                                    const struct data_column *column) {
    const struct data *data = reader->fence->data;
    return data_field(data, reader->row, (size_t)(column - data->columns));
}

static const char *place_of(const struct event_reader *reader,
                            const struct data_column *column) {
    const struct data *data = reader->fence->data;
    return data_place(reader->fence->reading->arena, data, reader->row,
                      (size_t)(column - data->columns));
}

static struct position position_of(const struct event_reader *reader,
                                   const struct data_column *column) {
    return data_position(reader->fence->data, field_of(reader, column));
}

static void check_field(const struct event_reader *reader,
                        const struct data_column *column) {
    const struct data *data = reader->fence->data;
    data_check(reader->fence->reading, data, reader->row,
               (size_t)(column - data->columns));
}

/* A text of the program's in place of a cell. */
static struct paragraph write_cell(const struct event_reader *reader,
                                   const struct data_column *column, const char *text) {
    return fence_write(reader->fence, text, &reader->fence->data->locator->source,
                       field_of(reader, column)->source);
}

static struct paragraph read_cell(const struct event_reader *reader,
                                  const struct data_column *column) {
    if (!column)
        return (struct paragraph){.text = {"", 0}};
    check_field(reader, column);
    return fence_field(reader->fence, field_of(reader, column));
}

/* --- the date ------------------------------------------------------------------------- */

static const char *write_number(const struct event_reader *reader, uint32_t number) {
    return locale_number(reader->fence->reading->arena, number,
                         reader->language.digits);
}

static const char *write_days(const struct event_reader *reader, struct date first,
                              struct date last) {
    const char *day = write_number(reader, first.day);
    if (first.day == last.day && first.month == last.month && first.year == last.year)
        return day;
    return locale_range(reader->fence->reading->arena, day,
                        write_number(reader, last.day));
}

static const char *write_month(const struct event_reader *reader, uint32_t month) {
    struct reading *reading = reader->fence->reading;
    struct date_form form = {.language = reader->language.dates,
                             .digits = reader->language.digits,
                             .months = reader->language.months};
    return locale_month(reading->arena, reading->formats, month, &form);
}

/* The year is that of the first day; another one stands with its month. */
static const char *write_months(const struct event_reader *reader, struct date first,
                                struct date last) {
    struct arena *arena = reader->fence->reading->arena;
    const char *month = write_month(reader, first.month);
    if (first.month == last.month && first.year == last.year)
        return month;
    const char *end = write_month(reader, last.month);
    if (first.year != last.year)
        end = arena_printf(arena, "%s\u00A0%s", end, write_number(reader, last.year));
    return arena_printf(arena, "%s\u00A0\u2013 %s", month, end);
}

static bool read_date(const struct event_reader *reader, struct date *first,
                      struct date *last) {
    struct fence *fence = reader->fence;
    const struct data_column *column = reader->columns->date;
    struct slice field = field_of(reader, column)->text;
    const char *text = arena_copy(fence->reading->arena, field.data, field.length);
    struct position position = position_of(reader, column);
    if (strchr(text, '/'))
        return dates_read(fence->reading, text, position, first, last);
    if (!date_read(text, first)) {
        fence_tell(fence, DIAG_VALUE_DATE, position,
                   data_words(fence->reading->arena, field), NULL);
        return false;
    }
    *last = *first;
    return true;
}

static bool set_date(const struct event_reader *reader, struct date *first) {
    const struct data_column *column = reader->columns->date;
    struct event *event = reader->event;
    struct date last;
    check_field(reader, column);
    if (!read_date(reader, first, &last))
        return false;
    event->year = first->year;
    event->year_text = write_cell(reader, column, write_number(reader, first->year));
    event->days =
        write_cell(reader, column, first->day ? write_days(reader, *first, last) : "");
    event->month = write_cell(reader, column, write_months(reader, *first, last));
    return true;
}

/* --- figures -------------------------------------------------------------------------- */

static struct event_figure read_figure(const struct event_reader *reader,
                                       const struct data_column *column) {
    struct fence *fence = reader->fence;
    struct arena *arena = fence->reading->arena;
    struct slice text = field_of(reader, column)->text;
    struct decimal decimal;
    if (!text.length || numeral_is_dash(text))
        return (struct event_figure){EVENT_FIGURE_NONE,
                                     write_cell(reader, column, "\u2013")};
    size_t errors = diag_count(fence->reading->diag, DIAG_ERROR);
    check_field(reader, column);
    if (!data_number(fence->data, reader->row, (size_t)(column - fence->data->columns),
                     &decimal)) {
        if (diag_count(fence->reading->diag, DIAG_ERROR) == errors)
            fence_tell(fence, DIAG_TIMELINE_FIGURE, position_of(reader, column),
                       place_of(reader, column), data_words(arena, text));
        return (struct event_figure){EVENT_FIGURE_GIVEN,
                                     fence_field(fence, field_of(reader, column))};
    }
    const char *number = locale_decimal(arena, &decimal, reader->language.digits);
    return (struct event_figure){EVENT_FIGURE_GIVEN,
                                 write_cell(reader, column, number)};
}

static struct event_figure *read_figures(const struct event_reader *reader) {
    const struct event_columns *columns = reader->columns;
    struct event_figure *figures = arena_array(
        reader->fence->reading->arena, struct event_figure, columns->figure_count);
    for (size_t i = 0; i < columns->figure_count; i++) {
        figures[i] = read_figure(reader, columns->figures[i]);
        reader->event->has_figures |= figures[i].kind != EVENT_FIGURE_NONE;
    }
    return figures;
}

static void dispute(struct event_figure *figure) {
    if (figure->kind == EVENT_FIGURE_GIVEN)
        figure->kind = EVENT_FIGURE_DISPUTED;
}

static void tell_disputed(const struct event_reader *reader, const char *word) {
    struct arena *arena = reader->fence->reading->arena;
    const struct data *data = reader->fence->data;
    const struct data_column *column = reader->columns->disputed;
    const char **names = arena_array(arena, const char *, data->column_count + 1);
    names[0] = "all";
    for (size_t i = 0; i < data->column_count; i++)
        names[i + 1] = data->columns[i].name;
    const char *nearest = nearest_word(word, names, data->column_count + 1);
    fence_tell(reader->fence, DIAG_TIMELINE_DISPUTED, position_of(reader, column),
               arena_printf(arena, "%s: %s", place_of(reader, column), word),
               data_words(arena, slice_of(nearest)));
}

/* It may name a column that this timeline does not show. */
static void dispute_word(const struct event_reader *reader,
                         struct event_figure *figures, const char *word) {
    const struct event_columns *columns = reader->columns;
    bool all = !strcmp(word, "all");
    reader->event->disputed |= all;
    for (size_t i = 0; i < columns->figure_count; i++)
        if (all || !strcmp(columns->figures[i]->name, word))
            dispute(&figures[i]);
    if (!all && !data_find(reader->fence->data, word))
        tell_disputed(reader, word);
}

/* "deaths injuries", or "all". */
static void read_disputed(const struct event_reader *reader,
                          struct event_figure *figures) {
    const struct data_column *column = reader->columns->disputed;
    if (!column)
        return;
    struct arena *arena = reader->fence->reading->arena;
    struct slice text = field_of(reader, column)->text;
    for (size_t i = 0, end; i < text.length; i = end + 1) {
        for (end = i; end < text.length && !strchr(" \t,", text.data[end]);)
            end++;
        if (end > i)
            dispute_word(reader, figures, arena_copy(arena, text.data + i, end - i));
    }
}

/* --- the whole ------------------------------------------------------------------------ */

bool event_read(struct fence *fence, const struct event_columns *columns, size_t row,
                struct dated_event *dated) {
    *dated = (struct dated_event){.row = row};
    struct event *event = &dated->event;
    struct event_reader reader = {
        .fence = fence,
        .columns = columns,
        .row = row,
        .event = event,
        .language = conventions_find(fence->reading, fence->tongue.language)};
    bool right = set_date(&reader, &dated->date);
    event->title = read_cell(&reader, columns->title);
    event->by = read_cell(&reader, columns->by);
    event->text = read_cell(&reader, columns->text);
    if (!event->title.text.length) {
        fence_tell(fence, DIAG_TIMELINE_UNTITLED, position_of(&reader, columns->title),
                   place_of(&reader, columns->title), NULL);
        right = false;
    }
    struct event_figure *figures = read_figures(&reader);
    read_disputed(&reader, figures);
    event->figures = figures;
    return right;
}
