/* SPDX-License-Identifier: MIT */
/* Draws lines over time: time from the start of the reading, round numbers beside it. A value
   that is missing is a gap, and a point between two gaps is a dot. With one series a few
   values are said, with several each line has its name at its end. */
#include "chart/internal.h"

enum { INTERVALS = 4 /* between round numbers, or some more */ };

/* --- the numbers --------------------------------------------------------------------------- */

struct range {
    int64_t low, high;
    bool any;
};

static void widen(struct range *range, int64_t number) {
    range->low = !range->any || number < range->low ? number : range->low;
    range->high = !range->any || number > range->high ? number : range->high;
    range->any = true;
}

static void widen_band(struct range *range, const struct chart_band *band) {
    if (band->has_low)
        widen(range, band->low);
    if (band->has_high)
        widen(range, band->high);
}

static struct range find_range(const struct chart *chart) {
    struct range range = {.any = false};
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        if (chart->values[i].known)
            widen(&range, chart->values[i].number);
    for (size_t i = 0; i < chart->reference_count; i++)
        widen(&range, chart->references[i].number);
    for (size_t i = 0; i < chart->band_count; i++)
        widen_band(&range, &chart->bands[i]);
    if (chart->axis.has_from)
        widen(&range, chart->axis.from);
    if (chart->axis.has_to)
        widen(&range, chart->axis.to);
    return range;
}

static int64_t find_step(const struct range *range) {
    int64_t span = range->high - range->low;
    int64_t size = range->high > 0 ? range->high / 10 : -range->low / 10;
    return scale_step(span ? span / INTERVALS + 1 : size + 1);
}

/* Round ends; one step more where a value would stand at the edge, but not below nothing. */
static struct range round_range(const struct chart *chart, struct range range,
                                int64_t step) {
    struct range round = {scale_first(range.low - step + 1, step),
                          scale_first(range.high, step), true};
    int64_t edge = (round.high - round.low) / 7;
    bool at_low = range.low - round.low <= edge && !chart->axis.has_from;
    bool at_high = round.high - range.high <= edge && !chart->axis.has_to;
    if (at_low && (range.low < 0 || round.low >= step))
        round.low -= step;
    if (at_high)
        round.high += step;
    return round;
}

static void find_axis(struct plot *plot) {
    const struct chart *chart = plot->chart;
    length room = plot->foot - plot->top;
    struct range range = find_range(chart);
    plot->axis = (struct axis){.origin = plot->foot, .rise = 0, .run = 1};
    if (!range.any)
        return;
    int64_t step = find_step(&range);
    range = round_range(chart, range, step);
    if (range.low == range.high)
        range.high += step;
    plot->axis.run = range.high - range.low;
    plot->axis.base = chart->axis.inverted ? range.high : range.low;
    plot->axis.rise = chart->axis.inverted ? room : -room;
    plot->low = range.low;
    plot->high = range.high;
}

/* --- time ---------------------------------------------------------------------------------- */

length plot_time(const struct plot *plot, size_t row) {
    const int64_t *places = plot->chart->places;
    int64_t first = places[0], span = places[plot->chart->row_count - 1] - first;
    length width = plot->end - plot->start;
    length at = span ? (length)(width * (places[row] - first) / span) : width / 2;
    return plot->backwards ? plot->end - at : plot->start + at;
}

struct point plot_point(const struct plot *plot, size_t row, size_t series) {
    const struct chart *chart = plot->chart;
    int64_t number = chart->values[row * chart->series_count + series].number;
    return (struct point){plot_time(plot, row), axis_place(&plot->axis, number), false};
}

bool plot_knows(const struct plot *plot, size_t row, size_t series) {
    const struct chart *chart = plot->chart;
    return row < chart->row_count &&
           chart->values[row * chart->series_count + series].known;
}

/* --- lines --------------------------------------------------------------------------------- */

/* Lines differ by weight and by how they are broken, not by colour alone. */
struct path series_pen(const struct canvas *canvas, size_t series) {
    const struct colours *colours = &canvas->style->colours;
    const struct path pens[CHART_SERIES] = {
        {.colour = colours->brick, .weight = PT(2.2)},
        {.colour = colours->stone, .weight = PT(1.2)},
        {.colour = colours->reed, .weight = PT(1.8), .dash = PT(6), .gap = PT(3)},
        {.colour = colours->ink, .weight = PT(1.8), .dash = PT(1.8), .gap = PT(1.8)},
        {.colour = colours->ink, .weight = PT(0.8)},
        {.colour = colours->brick, .weight = PT(1.2), .dash = PT(9), .gap = PT(2)},
    };
    return pens[series % CHART_SERIES];
}

static void find_line(struct plot *plot, size_t series) {
    const struct chart *chart = plot->chart;
    struct path *line = &plot->lines[series];
    struct point *points =
        arena_array(plot->canvas->means.scratch, struct point, chart->row_count);
    *line = series_pen(plot->canvas, series);
    bool gap = true;
    for (size_t row = 0; row < chart->row_count; row++) {
        bool known = plot_knows(plot, row, series);
        if (known) {
            points[line->count] = plot_point(plot, row, series);
            points[line->count++].starts = gap;
        }
        gap = !known;
    }
    line->points = points;
}

void plot_find_lines(struct plot *plot) {
    plot->lines = arena_array(plot->canvas->means.scratch, struct path,
                              plot->chart->series_count);
    for (size_t i = 0; i < plot->chart->series_count; i++)
        find_line(plot, i);
}

void canvas_dot(struct canvas *canvas, struct point point, uint32_t colour,
                length weight) {
    struct point *points = arena_new(canvas->means.scratch, struct point);
    *points = point;
    points->starts = true;
    canvas_path(canvas, (struct path){points, 1, colour, weight, 0, 0});
}

/* Dots show where values are, if they do not crowd; full ones where hollow ones say that a value is
   uncertain. */
static void draw_dots(const struct plot *plot) {
    struct canvas *canvas = plot->canvas;
    const struct path *line = &plot->lines[0];
    bool doubts = chart_has_doubts(plot->chart);
    bool crowd =
        plot->chart->row_count > 1 &&
        (plot->end - plot->start) / (length)(plot->chart->row_count - 1) < PT(8);
    for (size_t i = 0; i < line->count && !crowd; i++) {
        canvas_dot(canvas, line->points[i], line->colour, PT(4.8));
        if (!doubts)
            canvas_dot(canvas, line->points[i], canvas->style->colours.paper, PT(2.4));
    }
}

static void draw_shape(const struct plot *plot, size_t row, size_t series) {
    size_t i = row * plot->chart->series_count + series;
    canvas_shape(plot->canvas, plot_point(plot, row, series), series,
                 plot->lines[series].colour, plot->chart->values[i].doubt);
}

/* Of several series each has a shape of its own, at what is said and at the end of its line. */
static void draw_shapes(const struct plot *plot) {
    for (size_t i = 0; i < plot->said_count; i++)
        draw_shape(plot, plot->said[i].row, plot->said[i].series);
    for (size_t series = 0; series < plot->chart->series_count; series++) {
        size_t row = plot->chart->row_count;
        while (row && !plot_knows(plot, row - 1, series))
            row--;
        if (row)
            draw_shape(plot, row - 1, series);
    }
}

static void draw_said(const struct plot *plot) {
    for (size_t i = 0; i < plot->said_count; i++)
        canvas_dot(plot->canvas, plot->said[i].point,
                   plot->lines[plot->said[i].series].colour, SAID_DOT);
}

/* A point between two gaps would hardly be seen. */
static void draw_alone(const struct plot *plot, const struct path *line) {
    for (size_t i = 0; i < line->count; i++)
        if (line->points[i].starts &&
            (i + 1 == line->count || line->points[i + 1].starts))
            canvas_dot(plot->canvas, line->points[i], line->colour, PT(4));
}

void plot_draw_lines(const struct plot *plot) {
    for (size_t i = plot->chart->series_count; i-- > 0;) {
        canvas_path(plot->canvas, plot->lines[i]);
        draw_alone(plot, &plot->lines[i]);
    }
}

/* --- around them --------------------------------------------------------------------------- */

static struct ticks find_ticks(struct plot *plot) {
    if (!plot->axis.rise)
        return (struct ticks){NULL, 0};
    return ticks_find(plot->canvas, &plot->axis, plot->low, plot->high,
                      plot->canvas->style->chart.tick_gap * 3 / 8, /*upright*/ true);
}

static void write_ticks(const struct plot *plot, const struct ticks *ticks) {
    struct canvas *canvas = plot->canvas;
    for (size_t i = 0; i < ticks->count; i++) {
        const struct label *label = &ticks->items[i].label;
        canvas_label(canvas, label, STAND_START, 0,
                     ticks->items[i].place + label_drop(label));
    }
}

static void draw_grid(const struct plot *plot, const struct ticks *ticks) {
    struct canvas *canvas = plot->canvas;
    length edge = plot->start - PLOT_EDGE, end = plot->end + PLOT_EDGE;
    length rule = canvas->style->chart.axis_rule;
    for (size_t i = 0; i < ticks->count; i++)
        if (ticks->items[i].place < plot->foot)
            canvas_grid_lying(canvas, ticks->items[i].place, edge, end);
    for (size_t i = 0; i < plot->chart->reference_count; i++)
        canvas_reference_lying(
            canvas, axis_place(&plot->axis, plot->chart->references[i].number), edge,
            end);
    canvas_rectangle(canvas, (struct box){edge, plot->foot, end, plot->foot + rule},
                     canvas->style->colours.ink);
}

/* That the axis is inverted, or that there is nothing to be seen. */
static void write_note(struct plot *plot, struct shelf *shelf) {
    const struct chart *chart = plot->chart;
    struct canvas *canvas = plot->canvas;
    enum term term = find_range(chart).any ? TERM_INVERTED : TERM_NO_DATA;
    if (term == TERM_INVERTED && !chart->axis.inverted)
        return;
    struct label label = label_write(
        canvas, locale_term(chart->language, term), ROLE_CHART_AXIS,
        chart->band_count ? canvas->style->colours.ink : canvas->style->colours.stone,
        canvas->drawing->width);
    shelf_put(shelf, &label, 0);
}

/* Numbers that would take half of the width are not written. */
static void find_start(struct plot *plot, struct ticks *ticks) {
    length widest = 0;
    for (size_t i = 0; i < ticks->count; i++)
        if (ticks->items[i].label.width > widest)
            widest = ticks->items[i].label.width;
    if (widest > plot->canvas->drawing->width / 2) {
        ticks->count = 0;
        widest = 0;
    }
    plot->start = widest + plot->canvas->style->chart.label_gap * 2 + PLOT_EDGE;
}

/* Finds the axis below `top`, and how far the lines reach. */
static struct ticks find_plot(struct plot *plot, length top) {
    const struct style *style = plot->canvas->style;
    plot->ceiling = top;
    plot->top = top + style->roles[ROLE_CHART_AXIS].latin.size;
    plot->foot = plot->top + style->chart.upright;
    find_axis(plot);
    struct ticks ticks = find_ticks(plot);
    find_start(plot, &ticks);
    plot->end = plot->canvas->drawing->width - PLOT_EDGE - plot->ends_width;
    return ticks;
}

/* Words on the whole, above the lines. */
static struct ticks write_above(struct plot *plot, length top) {
    struct shelf shelf = {plot->canvas, top, top};
    for (size_t i = 0; i < plot->above_count; i++) {
        shelf.top = shelf.foot;
        shelf_put(&shelf, &plot->above[i], 0);
    }
    write_note(plot, &shelf);
    find_plot(plot, top); /* bands are as wide as they will be */
    bands_write(plot, &shelf);
    bool any = shelf.foot > top;
    return find_plot(plot,
                     any ? shelf.foot + plot->canvas->style->chart.label_gap : top);
}

static struct point find_point(const void *plot, size_t row, size_t series) {
    return plot_point(plot, row, series);
}

static struct notes write_notes(struct plot *plot) {
    struct canvas *canvas = plot->canvas;
    struct notes notes = notes_open(
        canvas, (struct box){plot->left, plot->ceiling, plot->right, plot->foot});
    notes.obstacles.shapes = plot->chart->series_count > 1;
    notes_avoid_lines(&notes, plot->lines, plot->chart->series_count);
    for (size_t i = 0; i < plot->end_count; i++)
        notes_avoid_lines(&notes, &plot->ends[i].leader, 1);
    keys_write(plot, &notes);
    notes_annotate(&notes, find_point, plot);
    return notes;
}

void lines_draw(struct canvas *canvas) {
    struct plot plot = {.canvas = canvas, .chart = canvas->chart};
    ends_set(&plot);
    length top = plot.ends_in_legend
                     ? legend_draw(canvas, canvas->style->chart.swatch * 3, legend_line)
                     : 0;
    struct ticks ticks = write_above(&plot, top);
    if (canvas->failed)
        return;
    plot.right = plot.end_count ? plot.end + PLOT_EDGE : canvas->drawing->width;
    bands_paint(&plot);
    plot_find_lines(&plot);
    write_ticks(&plot, &ticks);
    time_write(&plot);
    ends_write(&plot);
    struct notes notes = write_notes(&plot);
    draw_grid(&plot, &ticks);
    bands_rule(&plot);
    plot_draw_lines(&plot);
    if (plot.chart->series_count == 1)
        draw_dots(&plot);
    bool several = plot.chart->series_count > 1;
    if (!several)
        draw_said(&plot);
    plot_draw_doubts(&plot, several ? PT(6) : SAID_DOT);
    if (several)
        draw_shapes(&plot);
    notes_list(&notes);
}
