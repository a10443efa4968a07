/* SPDX-License-Identifier: MIT */
/* Draws lines over time in panels: the first point hollow, if no hollow ones say that a value is
   uncertain, and its value set back; the last full and its value set off; first and last time
   below, and the numbers of the scale beside the first panel of a band alone where all have one
   scale.

           Political        Economic
       50  ------------     ------------
           o                         25.8
       25  -\--------*-     o--------*--
        0  ____________     ____________
           2022    2025     2022    2025  */
#include "chart/panels.h"

enum { LEAST = 48000 /* of a panel */, INTERVALS = 2, NUMBERS = 6 };

enum { DOT = 5200, HOLE = 2600 /* across */, EDGE = SAID_DOT / 2 /* of a plot */ };

struct scale {
    struct bounds bounds;
    struct tick ticks[NUMBERS];
    size_t count;
    length width; /* of the widest number */
};

struct line_panels {
    struct panels panels;
    struct scale *scales; /* of the panels */
    struct plot plot; /* of the panel that is drawn */
};

/* --- the scale --------------------------------------------------------------------------------- */

static void add_tick(struct canvas *canvas, struct scale *scale, int64_t number,
                     int64_t step) {
    struct label label =
        label_write(canvas, scale_write(canvas, number, step), ROLE_CHART_AXIS,
                    canvas->style->colours.stone, canvas->drawing->width);
    scale->ticks[scale->count++] = (struct tick){.number = number, .label = label};
    scale->width = length_larger(scale->width, label.width);
}

/* Its ends and what is between them if that is as round, in halves if that can be. */
static int64_t find_step(const struct canvas *canvas, const struct bounds *bounds) {
    int64_t span = bounds->high - bounds->low;
    length size = canvas->style->roles[ROLE_CHART_AXIS].arabic.size;
    for (int64_t parts = 2; parts < NUMBERS; parts++)
        if (span % parts == 0 && canvas->style->chart.panel / parts > size * 3 / 2 &&
            scale_decimals(canvas, span / parts) <= scale_decimals(canvas, span))
            return span / parts;
    return span;
}

/* Numbers that would take a third of the width are not written. */
static struct scale find_scale(struct canvas *canvas, const struct chart *chart) {
    struct scale scale = {.bounds = bounds_find(chart, INTERVALS)};
    const struct bounds *bounds = &scale.bounds;
    int64_t step = find_step(canvas, bounds);
    if (!bounds->any)
        return scale;
    for (int64_t number = bounds->low; number <= bounds->high; number += step)
        add_tick(canvas, &scale, number, step);
    if (scale.width > canvas->drawing->width / 3)
        scale = (struct scale){.bounds = scale.bounds};
    return scale;
}

static void find_scales(struct line_panels *lines) {
    struct panels *panels = &lines->panels;
    struct canvas *canvas = panels->canvas;
    length widest = 0;
    panels->each_leads = panels->chart->own_scales;
    lines->scales = arena_array(canvas->means.scratch, struct scale, panels->count);
    for (size_t i = 0; i < panels->count; i++) {
        bool own = panels->each_leads;
        lines->scales[i] =
            i && !own ? lines->scales[0]
                      : find_scale(canvas, own ? &panels->parts[i] : panels->chart);
        widest = length_larger(widest, lines->scales[i].width);
    }
    panels->lead = EDGE + (widest ? widest + canvas->style->chart.label_gap * 2 : 0);
}

static void write_scale(const struct line_panels *lines, size_t panel, bool numbers) {
    const struct plot *plot = &lines->plot;
    const struct scale *scale = &lines->scales[panel];
    struct canvas *canvas = plot->canvas;
    length before = panel_left(&lines->panels, panel) - lines->panels.lead;
    for (size_t i = 0; i < scale->count && numbers; i++) {
        const struct label *label = &scale->ticks[i].label;
        length y = axis_place(&plot->axis, scale->ticks[i].number);
        canvas_label(canvas, label, STAND_START, before, y + label_drop(label));
    }
}

static void draw_grid(const struct line_panels *lines, size_t panel) {
    const struct plot *plot = &lines->plot;
    const struct scale *scale = &lines->scales[panel];
    length rule = plot->canvas->style->chart.axis_rule;
    for (size_t i = 0; i < scale->count; i++) {
        length y = axis_place(&plot->axis, scale->ticks[i].number);
        if (y < plot->foot)
            canvas_grid_lying(plot->canvas, y, plot->start - EDGE, plot->end + EDGE);
    }
    canvas_rectangle(plot->canvas,
                     (struct box){plot->start - EDGE, plot->foot, plot->end + EDGE,
                                  plot->foot + rule},
                     plot->canvas->style->colours.ink);
}

/* --- time ----------------------------------------------------------------------------------------- */

static struct label set_time(const struct line_panels *lines, size_t row,
                             length measure) {
    const struct plot *plot = &lines->plot;
    return label_set(plot->canvas, &plot->chart->names[row], ROLE_CHART_AXIS,
                     plot->canvas->style->colours.stone, measure);
}

/* At the end of the panel where it is. */
static void write_time(struct line_panels *lines, size_t row,
                       const struct label *label) {
    const struct plot *plot = &lines->plot;
    length x = plot_time(plot, row);
    length y = plot->foot + plot->canvas->style->chart.label_gap + label_ascent(label);
    enum stand stand = x == plot->start ? STAND_START
                       : x == plot->end ? STAND_END
                                        : STAND_MIDDLE;
    canvas_label(plot->canvas, label, stand, x, y);
    struct drawing *drawing = plot->canvas->drawing;
    drawing->height =
        length_larger(drawing->height, y - label_ascent(label) + label_height(label));
}

/* The first only where it finds room beside the last. */
static void write_times(struct line_panels *lines) {
    const struct plot *plot = &lines->plot;
    size_t last = plot->chart->row_count - 1;
    length width = plot->end - plot->start, gap = plot->canvas->style->chart.label_gap;
    struct label end = set_time(lines, last, width);
    struct label start = set_time(lines, 0, width);
    write_time(lines, last, &end);
    if (last && start.width + gap + end.width <= width)
        write_time(lines, 0, &start);
}

/* --- the line -------------------------------------------------------------------------------------- */

static void write_value(struct line_panels *lines, size_t row, bool last) {
    struct plot *plot = &lines->plot;
    struct canvas *canvas = plot->canvas;
    const struct colours *colours = &canvas->style->colours;
    struct point point = plot_point(plot, row, 0);
    struct box box;
    struct label label =
        label_set(canvas, &plot->chart->values[row].label,
                  last ? ROLE_CHART_STRONG : ROLE_CHART_LABEL,
                  last ? colours->brick : colours->stone, canvas->drawing->width);
    if (label.lines.count == 1 && plot_find_place(plot, point, &label, &box))
        canvas_label(canvas, &label, STAND_START, box.x0,
                     box.y0 + label_ascent(&label));
}

/* Known rows; row_count if there is none. */
static size_t find_known(const struct plot *plot, bool last) {
    size_t rows = plot->chart->row_count;
    for (size_t i = 0; i < rows; i++) {
        size_t row = last ? rows - 1 - i : i;
        if (plot_knows(plot, row, 0))
            return row;
    }
    return rows;
}

static void draw_ends(const struct line_panels *lines, size_t first, size_t last) {
    const struct plot *plot = &lines->plot;
    struct canvas *canvas = plot->canvas;
    uint32_t colour = plot->lines[0].colour;
    if (first != last)
        canvas_dot(canvas, plot_point(plot, first, 0), colour, DOT);
    if (first != last && !chart_has_doubts(lines->panels.chart))
        canvas_dot(canvas, plot_point(plot, first, 0), canvas->style->colours.paper,
                   HOLE);
    canvas_dot(canvas, plot_point(plot, last, 0), colour, DOT);
}

static void write_nothing(const struct line_panels *lines) {
    const struct plot *plot = &lines->plot;
    struct canvas *canvas = plot->canvas;
    struct label label = label_write(
        canvas, locale_term(plot->chart->language, TERM_NO_DATA), ROLE_CHART_LABEL,
        canvas->style->colours.stone, plot->end - plot->start);
    canvas_label(canvas, &label, STAND_START, plot->start,
                 (plot->top + plot->foot) / 2 + label_drop(&label));
}

/* --- panels ----------------------------------------------------------------------------------------- */

/* Above the plot is room for a value; values stay inside the panel. */
static void open_plot(struct line_panels *lines, size_t panel, length ceiling) {
    struct panels *panels = &lines->panels;
    struct canvas *canvas = panels->canvas;
    const struct style *style = canvas->style;
    const struct bounds *bounds = &lines->scales[panel].bounds;
    length left = panel_left(panels, panel);
    length top = ceiling + style->roles[ROLE_CHART_LABEL].latin.size;
    lines->plot = (struct plot){.canvas = canvas,
                                .chart = &panels->parts[panel],
                                .ceiling = ceiling,
                                .start = left,
                                .end = left + panels->width - EDGE,
                                .left = left - EDGE,
                                .right = left + panels->width,
                                .top = top,
                                .foot = top + style->chart.panel,
                                .backwards = panels->chart->time_ltr &&
                                             panels->chart->direction == DIRECTION_RTL,
                                .low = bounds->low,
                                .high = bounds->high};
    bool inverted = panels->chart->axis.inverted;
    lines->plot.axis =
        (struct axis){.origin = lines->plot.foot,
                      .base = inverted ? bounds->high : bounds->low,
                      .rise = inverted ? style->chart.panel : -style->chart.panel,
                      .run = bounds->high - bounds->low};
}

static void draw_panel(struct line_panels *lines, size_t panel, bool numbers) {
    struct plot *plot = &lines->plot;
    size_t first = find_known(plot, /*last*/ false);
    size_t last = find_known(plot, /*last*/ true);
    plot_find_lines(plot);
    plot->lines[0].weight = PT(1.8);
    write_scale(lines, panel, numbers);
    write_times(lines);
    if (last == plot->chart->row_count) {
        write_nothing(lines);
        draw_grid(lines, panel);
        return;
    }
    write_value(lines, last, /*last*/ true);
    if (first != last)
        write_value(lines, first, /*last*/ false);
    draw_grid(lines, panel);
    plot_draw_lines(plot);
    draw_ends(lines, first, last);
    plot_draw_doubts(plot, DOT);
}

static void draw_band(struct line_panels *lines, size_t first, length top) {
    struct panels *panels = &lines->panels;
    length foot = panels_write_titles(panels, first, top);
    for (size_t i = first; i < panels_band_end(panels, first); i++) {
        open_plot(lines, i, foot);
        panels->canvas->drawing->height =
            length_larger(panels->canvas->drawing->height, lines->plot.foot);
        draw_panel(lines, i, i == first || panels->each_leads);
    }
}

/* The widest value that may be written. */
static length find_widest(const struct line_panels *lines) {
    struct canvas *canvas = lines->panels.canvas;
    const struct chart *chart = lines->panels.chart;
    size_t ends[2] = {0, chart->row_count - 1};
    length widest = 0;
    for (size_t i = 0; i < chart->series_count * 2; i++) {
        size_t at = ends[i % 2] * chart->series_count + i / 2;
        struct label label =
            label_set(canvas, &chart->values[at].label, ROLE_CHART_STRONG,
                      canvas->style->colours.ink, canvas->drawing->width);
        widest = length_larger(widest, label.width);
    }
    return widest;
}

void line_panels_draw(struct canvas *canvas) {
    struct line_panels lines = {.panels = panels_new(canvas)};
    struct panels *panels = &lines.panels;
    find_scales(&lines);
    length least = length_larger(LEAST, panels_widest_word(panels));
    panels_divide(panels, length_larger(least, find_widest(&lines)));
    length top = 0;
    for (size_t i = 0; i < panels->count && !canvas->failed; i += panels->across) {
        draw_band(&lines, i, top);
        top = canvas->drawing->height + canvas->style->chart.panel_gap;
    }
}
