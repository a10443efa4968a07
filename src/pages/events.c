/* SPDX-License-Identifier: MIT */
/* Finds where the texts of a timeline's events stand: columns of figures, and the lines of
   one event in its rows. */
#include "pages/internal.h"

enum { LEAST_EVENTS = 4 /* the part of a measure that what happened has at least */ };

/* --- columns of figures ---------------------------------------------------------------- */

/* The width of a text whose lines are broken at every word; with its tail, if it is a number:
   that of one line. */
static length measure_text(struct chronicle *chronicle,
                           const struct paragraph *paragraph, enum role role,
                           length *tail) {
    struct composer *composer = chronicle->composer;
    arena_reset(composer->scratch);
    const struct text *text =
        text_set(composer->typesetter, composer->scratch, paragraph, role);
    if (!text) {
        composer->failed = true;
        return 0;
    }
    struct text_extent extent = lines_extent(composer->scratch, text);
    if (!tail)
        return extent.narrowest;
    struct broken_text broken = {.text = text};
    broken.lines = lines_fill(composer->typesetter, composer->scratch, text,
                              extent.natural + 1000, ALIGN_RAGGED, composer->diag);
    *tail = number_tail(&broken);
    return extent.natural;
}

static void measure_column(struct chronicle *chronicle, size_t index) {
    const struct timeline *timeline = chronicle->timeline;
    struct figure_column *column = &chronicle->columns[index];
    length title = measure_text(chronicle, &timeline->figure_titles[index],
                                ROLE_TABLE_STRONG, NULL);
    length head = 0;
    for (size_t i = 0; i < timeline->event_count && !chronicle->composer->failed; i++) {
        const struct event_figure *figure = &timeline->events[i].figures[index];
        length tail = 0;
        if (figure->kind == EVENT_FIGURE_NONE)
            continue;
        length width =
            measure_text(chronicle, &figure->text, ROLE_TIMELINE_NUMBER, &tail);
        head = width - tail > head ? width - tail : head;
        column->tail = tail > column->tail ? tail : column->tail;
    }
    column->width = head + column->tail > title ? head + column->tail : title;
    column->width += chronicle->style->figure_gap;
    if (column->width < chronicle->style->figure)
        column->width = chronicle->style->figure;
}

void chronicle_find_columns(struct chronicle *chronicle) {
    const struct composer *composer = chronicle->composer;
    size_t count = chronicle->timeline->figure_count;
    length outer = composer->wide ? composer->style->page.column : 0, sum = 0;
    length room = chronicle->measure - chronicle->style->events -
                  chronicle->measure / LEAST_EVENTS;
    chronicle->columns = arena_array(composer->arena, struct figure_column, count);
    for (size_t i = 0; i < count; i++) {
        measure_column(chronicle, i);
        sum += chronicle->columns[i].width;
    }
    bool crowded = sum > room;
    if (crowded)
        sum = room > 0 ? room : 0;
    length start = chronicle->measure - (count && sum < outer ? outer : sum);
    chronicle->figures = start;
    for (size_t i = 0; i < count; i++) {
        struct figure_column *column = &chronicle->columns[i];
        if (crowded)
            *column = (struct figure_column){.width = sum / (length)count};
        column->start = start;
        start += column->width;
    }
}

/* --- the lines of an event ------------------------------------------------------------- */

enum stand { STAND_START, STAND_END, STAND_RIGHT /* in both directions */ };

/* Where text may stand: from the start of the line. */
struct column {
    length start, width;
    enum stand stand;
    length shift; /* of a number to the left: others have more after their units */
};

static length line_x(const struct chronicle *chronicle, struct column column,
                     length width) {
    enum direction direction = chronicle->block->direction;
    length slack = column.width - width;
    if (column.stand == STAND_RIGHT)
        return line_left(chronicle->measure, direction, column.start, column.width) +
               slack - column.shift;
    return line_left(chronicle->measure, direction,
                     column.start + (column.stand == STAND_END ? slack : 0), width);
}

static struct column events_column(const struct chronicle *chronicle) {
    const struct timeline_style *style = chronicle->style;
    length gap =
        chronicle->timeline->figure_count ? chronicle->composer->style->page.gutter : 0;
    return (struct column){style->events, chronicle->figures - style->events - gap,
                           STAND_START, 0};
}

/* Breaks a text to the width of a column; NULL if there is none. */
static struct broken_text *break_text(struct chronicle *chronicle,
                                      const struct paragraph *paragraph, enum role role,
                                      uint32_t colour, length width,
                                      struct element *element) {
    struct composer *composer = chronicle->composer;
    struct broken_text *broken = arena_new(composer->scratch, struct broken_text);
    if (!paragraph->text.length || composer->failed)
        return NULL;
    if (!compose_broken(composer, paragraph, role, colour, width, ALIGN_RAGGED, element,
                        broken))
        return NULL;
    return broken;
}

/* Gives the row after its last. */
static size_t place_text(struct chronicle *chronicle, struct broken_text *broken,
                         struct column column, size_t row) {
    for (size_t i = 0; broken && i < broken->lines.count; i++, row++) {
        arena_reserve(chronicle->composer->arena, chronicle->lines,
                      chronicle->line_count, chronicle->line_capacity);
        chronicle->lines[chronicle->line_count++] = (struct placed_line){
            broken, i, row, line_x(chronicle, column, broken->lines.lines[i].width)};
        if (row + 1 > chronicle->row_count)
            chronicle->row_count = row + 1;
    }
    return row;
}

static uint32_t role_colour(const struct chronicle *chronicle, enum role role) {
    return chronicle->composer->style->roles[role].colour;
}

static struct element *add_cell(struct chronicle *chronicle, enum tag tag,
                                const struct paragraph *paragraph) {
    const struct block *block = chronicle->block;
    bool empty = !paragraph->text.length;
    if (!chronicle->row)
        return NULL;
    return element_new(&chronicle->composer->structure, chronicle->row, tag,
                       empty ? block->language : paragraph->language,
                       empty ? block->direction : paragraph->direction);
}

static length first_width(const struct broken_text *broken) {
    return broken && broken->lines.count ? broken->lines.lines[0].width : 0;
}

/* The day stands beside the year that begins, where there is room, else below it; the month
   below the day. */
static void place_date(struct chronicle *chronicle, const struct event *event,
                       bool new_year) {
    const struct composer *composer = chronicle->composer;
    length width = chronicle->style->dates;
    struct element *cell = add_cell(chronicle, TAG_TD, &event->month);
    struct broken_text *year = NULL, *days, *month;
    if (new_year)
        year = break_text(chronicle, &event->year_text, ROLE_TIMELINE_NUMBER,
                          composer->style->colours.brick, width, cell);
    days = break_text(chronicle, &event->days, ROLE_TIMELINE_NUMBER,
                      role_colour(chronicle, ROLE_TIMELINE_NUMBER), width, cell);
    month = break_text(chronicle, &event->month, ROLE_SOURCE,
                       role_colour(chronicle, ROLE_SOURCE), width, cell);
    length taken = first_width(year) + composer->style->page.marker_gap;
    bool beside = !year || taken + first_width(days) <= width;
    size_t row =
        place_text(chronicle, year, (struct column){0, width, STAND_START, 0}, 0);
    struct column column = {0, width, STAND_END, 0};
    row = place_text(chronicle, days, column, beside ? 0 : row) + (year && !days);
    place_text(chronicle, month, column, row);
}

/* Who counted stands after the title where there is room, else below it. */
static size_t place_by(struct chronicle *chronicle, const struct event *event,
                       const struct broken_text *title, size_t row,
                       struct element *cell) {
    const struct composer *composer = chronicle->composer;
    struct column column = events_column(chronicle);
    struct broken_text *by =
        break_text(chronicle, &event->by, ROLE_TIMELINE_NOTE,
                   composer->style->colours.stone, column.width, cell);
    if (!by || !by->lines.count || !title || !title->lines.count)
        return place_text(chronicle, by, column, row);
    length taken = title->lines.lines[title->lines.count - 1].width +
                   2 * composer->style->page.marker_gap;
    if (by->lines.count > 1 || taken + by->lines.lines[0].width > column.width)
        return place_text(chronicle, by, column, row);
    column.start += taken;
    column.width -= taken;
    return place_text(chronicle, by, column, row - 1);
}

static void place_words(struct chronicle *chronicle, const struct event *event) {
    struct element *cell = add_cell(chronicle, TAG_TD, &event->title);
    struct column column = events_column(chronicle);
    struct broken_text *title =
        break_text(chronicle, &event->title, ROLE_RUN_IN,
                   role_colour(chronicle, ROLE_RUN_IN), column.width, cell);
    size_t row = place_text(chronicle, title, column, 0);
    row = place_by(chronicle, event, title, row, cell);
    place_text(chronicle,
               break_text(chronicle, &event->text, ROLE_TIMELINE_NOTE,
                          role_colour(chronicle, ROLE_TIMELINE_NOTE), column.width,
                          cell),
               column, row);
}

static struct column column_at(const struct chronicle *chronicle, size_t index) {
    const struct figure_column *column = &chronicle->columns[index];
    return (struct column){column->start, column->width, STAND_RIGHT, 0};
}

/* The first of them is what the timeline is about. */
static uint32_t figure_colour(const struct chronicle *chronicle, size_t index,
                              enum role role) {
    return index ? role_colour(chronicle, role)
                 : chronicle->composer->style->colours.brick;
}

static void place_figure(struct chronicle *chronicle, const struct event *event,
                         size_t index) {
    const struct event_figure *figure = &event->figures[index];
    bool none = figure->kind == EVENT_FIGURE_NONE;
    enum role role = none ? ROLE_TIMELINE_NOTE : ROLE_TIMELINE_NUMBER;
    struct column column = column_at(chronicle, index);
    struct broken_text *broken =
        break_text(chronicle, &figure->text, role,
                   none ? chronicle->composer->style->colours.stone
                        : figure_colour(chronicle, index, role),
                   column.width, add_cell(chronicle, TAG_TD, &figure->text));
    if (broken && figure->kind == EVENT_FIGURE_DISPUTED)
        broken->outline = chronicle->style->outline;
    bool room = broken && broken->lines.count == 1 &&
                number_tail(broken) <= chronicle->columns[index].tail;
    if (room)
        column.shift = chronicle->columns[index].tail - number_tail(broken);
    place_text(chronicle, broken, column, 0);
}

/* Where an event has no figures at all, words may say so. */
static void place_figures(struct chronicle *chronicle, const struct event *event) {
    const struct timeline *timeline = chronicle->timeline;
    const struct paragraph nothing = {.text = {"", 0}};
    bool instead = timeline->none.text.length && !event->has_figures;
    struct column column = {chronicle->figures, chronicle->measure - chronicle->figures,
                            STAND_START, 0};
    for (size_t i = 0; i < timeline->figure_count; i++) {
        if (!instead) {
            place_figure(chronicle, event, i);
            continue;
        }
        struct element *cell =
            add_cell(chronicle, TAG_TD, i ? &nothing : &timeline->none);
        if (i == 0)
            place_text(chronicle,
                       break_text(chronicle, &timeline->none, ROLE_TIMELINE_NOTE,
                                  chronicle->composer->style->colours.stone,
                                  column.width, cell),
                       column, 0);
    }
}

/* --- the whole -------------------------------------------------------------------------- */

void chronicle_begin(struct chronicle *chronicle, struct element *around) {
    arena_reset(chronicle->composer->scratch);
    chronicle->line_count = chronicle->row_count = 0;
    chronicle->row = around ? element_new(&chronicle->composer->structure, around,
                                          TAG_TR, NULL, chronicle->block->direction)
                            : NULL;
}

void chronicle_place_event(struct chronicle *chronicle, const struct event *event,
                           bool new_year) {
    place_date(chronicle, event, new_year);
    place_words(chronicle, event);
    place_figures(chronicle, event);
}

void chronicle_place_titles(struct chronicle *chronicle) {
    const struct timeline *timeline = chronicle->timeline;
    const struct paragraph nothing = {.text = {"", 0}};
    add_cell(chronicle, TAG_TH, &nothing); /* dates and events have no titles */
    add_cell(chronicle, TAG_TH, &nothing);
    for (size_t i = 0; i < timeline->figure_count; i++) {
        const struct paragraph *title = &timeline->figure_titles[i];
        struct column column = column_at(chronicle, i);
        place_text(chronicle,
                   break_text(chronicle, title, ROLE_TABLE_STRONG,
                              figure_colour(chronicle, i, ROLE_TABLE_STRONG),
                              column.width, add_cell(chronicle, TAG_TH, title)),
                   column, 0);
    }
}

/* Of a page where the events of a year go on. */
void chronicle_place_year(struct chronicle *chronicle, const struct event *event) {
    struct column column = {0, chronicle->style->dates, STAND_START, 0};
    place_text(chronicle,
               break_text(chronicle, &event->year_text, ROLE_TIMELINE_NUMBER,
                          chronicle->composer->style->colours.brick, column.width,
                          NULL),
               column, 0);
}
