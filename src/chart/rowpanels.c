/* SPDX-License-Identifier: MIT */
/* Draws bars or dots in panels that share the names of their rows, each value after its mark.

                Deaths          Injuries
       Maysan   |######### 9    |## 105
       Dhi Qar  |######### 9    |# 90
       Baghdad  |######## 8     |############# 1,493  */
#include "chart/panels.h"

enum { LEAST = 40000 /* of a panel, for bars */, INTERVALS = 3 };

struct row_panels {
    struct panels panels;
    struct names names;
    struct label *values; /* row by row, one for each panel */
    length *edges; /* of the rows of a band, and the end of the last */
    length widest; /* value */
    struct axis axis; /* of the panel that is drawn, from its start */
    struct bounds bounds; /* of dots */
};

static bool has_dots(const struct row_panels *rows) {
    return rows->panels.chart->kind == CHART_DOTS;
}

/* --- what is written ---------------------------------------------------------------------- */

static void set_values(struct row_panels *rows) {
    struct canvas *canvas = rows->panels.canvas;
    const struct chart *chart = rows->panels.chart;
    size_t count = chart->row_count * chart->series_count;
    length measure = (canvas->drawing->width - rows->panels.lead) * 2 / 5;
    rows->values = arena_array(canvas->means.scratch, struct label, count);
    for (size_t i = 0; i < count; i++) {
        const struct chart_value *value = &chart->values[i];
        size_t row = i / chart->series_count;
        bool back = !value->known || (!value->number && !has_dots(rows));
        rows->values[i] = label_set(
            canvas, &value->label, row_role(canvas, row),
            back ? canvas->style->colours.stone : row_colour(canvas, row), measure);
        if (value->known || !has_dots(rows))
            rows->widest = length_larger(rows->widest, rows->values[i].width);
    }
}

/* Then there are bars, and values, on both sides of zero. */
static bool has_negative(const struct row_panels *rows) {
    const struct chart *chart = rows->panels.chart;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        if (chart->values[i].known && chart->values[i].number < 0)
            return !has_dots(rows);
    return false;
}

static const struct label *find_value(const struct row_panels *rows, size_t row,
                                      size_t panel) {
    return &rows->values[row * rows->panels.count + panel];
}

/* --- along the axis -------------------------------------------------------------------------- */

static void ask(const struct row_panels *rows, struct demands *demands, size_t panel) {
    const struct chart *part = &rows->panels.parts[panel];
    length gap = rows->panels.canvas->style->chart.label_gap;
    for (size_t row = 0; row < part->row_count; row++)
        demand(demands, part->values[row].known ? part->values[row].number : 0,
               find_value(rows, row, panel)->width + gap);
}

/* Of one panel, or of all. */
static struct axis fit_bars(const struct row_panels *rows, size_t first, size_t end) {
    const struct panels *panels = &rows->panels;
    const struct chart_style *style = &panels->canvas->style->chart;
    const struct chart_axis *axis = &panels->chart->axis;
    struct demands demands = demands_new(panels->canvas->means.scratch,
                                         panels->chart->row_count * (end - first) + 2);
    demand(&demands, 0, style->axis_rule);
    demand(&demands, axis->has_to ? axis->to : 0, style->axis_rule);
    for (size_t i = first; i < end; i++)
        ask(rows, &demands, i);
    return demands_fit(&demands, panels->width);
}

static struct axis fit_dots(const struct row_panels *rows) {
    length gap = rows->panels.canvas->style->chart.label_gap;
    length rise = rows->panels.width - SHAPE - gap - rows->widest;
    return (struct axis){.origin = SHAPE / 2,
                         .base = rows->bounds.low,
                         .rise = rise > 0 ? rise : 0,
                         .run = rows->bounds.high - rows->bounds.low};
}

static void find_axis(struct row_panels *rows, size_t panel) {
    const struct panels *panels = &rows->panels;
    bool own = panels->chart->own_scales;
    if (has_dots(rows)) {
        rows->bounds =
            bounds_find(own ? &panels->parts[panel] : panels->chart, INTERVALS);
        rows->axis = fit_dots(rows);
    } else if (own || panel == 0) {
        rows->axis =
            own ? fit_bars(rows, panel, panel + 1) : fit_bars(rows, 0, panels->count);
    }
}

/* --- from top to foot -------------------------------------------------------------------------- */

static length row_height(const struct row_panels *rows, size_t row) {
    const struct chart_style *style = &rows->panels.canvas->style->chart;
    const struct label *name = &rows->names.labels[row];
    length height = length_larger(label_height(name), style->bar);
    for (size_t i = 0; i < rows->panels.count; i++)
        height = length_larger(height, label_height(find_value(rows, row, i)));
    height += name->lines.count < 2 ? style->label_gap / 2 : style->label_gap;
    return length_larger(height, style->row);
}

static void find_rows(struct row_panels *rows, length top) {
    rows->edges[0] = top;
    for (size_t row = 0; row < rows->panels.chart->row_count; row++)
        rows->edges[row + 1] = rows->edges[row] + row_height(rows, row);
}

static length row_middle(const struct row_panels *rows, size_t row) {
    return (rows->edges[row] + rows->edges[row + 1]) / 2;
}

/* --- ink --------------------------------------------------------------------------------------- */

static void write_value(const struct row_panels *rows, size_t row, size_t panel) {
    const struct chart_value *value = &rows->panels.parts[panel].values[row];
    const struct label *label = find_value(rows, row, panel);
    length y = row_middle(rows, row) + label_drop(label);
    length left = panel_left(&rows->panels, panel),
           gap = rows->panels.canvas->style->chart.label_gap;
    length end = left + (value->known ? axis_place(&rows->axis, value->number)
                                      : rows->axis.origin);
    bool before = !has_dots(rows) && value->known && value->number < 0;
    if (has_dots(rows))
        gap = value->known ? gap + SHAPE / 2 : -SHAPE / 2;
    canvas_label(rows->panels.canvas, label, before ? STAND_END : STAND_START,
                 before ? end - gap : end + gap, y);
}

static bool stands_back(const struct chart *chart, size_t row) {
    return chart->marked_row && chart->marked_row != row + 1;
}

static void draw_bar(const struct row_panels *rows, size_t row, size_t panel) {
    const struct chart *part = &rows->panels.parts[panel];
    struct canvas *canvas = rows->panels.canvas;
    length left = panel_left(&rows->panels, panel);
    length zero = left + rows->axis.origin,
           to = left + axis_place(&rows->axis, part->values[row].number);
    length top = row_middle(rows, row) - canvas->style->chart.bar / 2;
    struct box box = {zero < to ? zero : to, top, zero < to ? to : zero,
                      top + canvas->style->chart.bar};
    canvas_fill_value(canvas, box,
                      stands_back(part, row) ? muted_pattern(canvas) : PATTERN_DARK,
                      part->values[row].doubt);
}

static void draw_dot(const struct row_panels *rows, size_t row, size_t panel) {
    const struct chart *part = &rows->panels.parts[panel];
    struct canvas *canvas = rows->panels.canvas;
    length left = panel_left(&rows->panels, panel), y = row_middle(rows, row);
    length x = left + axis_place(&rows->axis, part->values[row].number);
    canvas_grid_lying(canvas, y, left, x);
    canvas_shape(canvas, (struct point){x, y, true}, 0,
                 stands_back(part, row) ? canvas->style->chart.muted
                                        : series_colour(canvas, 0),
                 part->values[row].doubt);
}

static void draw_zero(const struct row_panels *rows, size_t panel) {
    struct canvas *canvas = rows->panels.canvas;
    length half = canvas->style->chart.axis_rule / 2;
    length zero = panel_left(&rows->panels, panel) + rows->axis.origin;
    canvas_rectangle(canvas,
                     (struct box){zero - half, rows->edges[0], zero + half,
                                  rows->edges[rows->panels.chart->row_count]},
                     canvas->style->colours.ink);
}

/* Inside the panel. */
static void write_tick(const struct row_panels *rows, const struct tick *tick,
                       length left) {
    struct canvas *canvas = rows->panels.canvas;
    const struct chart_style *style = &canvas->style->chart;
    const struct label *label = &tick->label;
    length last = left + rows->panels.width - label->width;
    length x = left + tick->place - label->width / 2;
    x = length_larger(x > last ? last : x, left - style->label_gap);
    length y = rows->edges[rows->panels.chart->row_count] + label_ascent(label) +
               style->label_gap / 2;
    canvas_label(canvas, label, STAND_START, x, y);
    canvas->drawing->height =
        length_larger(canvas->drawing->height, y + label_descent(label));
}

/* Of dots, since their axis need not begin at zero. */
static void draw_scale(const struct row_panels *rows, size_t panel, bool numbers) {
    struct canvas *canvas = rows->panels.canvas;
    length left = panel_left(&rows->panels, panel);
    if (!rows->bounds.any || !rows->axis.rise)
        return;
    struct ticks ticks =
        ticks_find(canvas, &rows->axis, rows->bounds.low, rows->bounds.high,
                   canvas->style->chart.tick_gap * 3 / 8, /*upright*/ false);
    for (size_t i = 0; i < ticks.count; i++) {
        if (numbers)
            write_tick(rows, &ticks.items[i], left);
        canvas_grid(canvas, left + ticks.items[i].place, rows->edges[0],
                    rows->edges[rows->panels.chart->row_count]);
    }
}

static void draw_panel(struct row_panels *rows, size_t panel, bool first) {
    const struct chart *part = &rows->panels.parts[panel];
    find_axis(rows, panel);
    for (size_t row = 0; row < part->row_count; row++)
        write_value(rows, row, panel);
    if (has_dots(rows))
        draw_scale(rows, panel, first || part->own_scales);
    for (size_t row = 0; row < part->row_count; row++)
        if (part->values[row].known)
            (has_dots(rows) ? draw_dot : draw_bar)(rows, row, panel);
    if (!has_dots(rows))
        draw_zero(rows, panel);
}

static void draw_band(struct row_panels *rows, size_t first, length top) {
    struct canvas *canvas = rows->panels.canvas;
    length foot = panels_write_titles(&rows->panels, first, top);
    find_rows(rows, foot + canvas->style->chart.label_gap);
    canvas->drawing->height = rows->edges[rows->panels.chart->row_count];
    for (size_t row = 0; row < rows->panels.chart->row_count; row++) {
        const struct label *name = &rows->names.labels[row];
        canvas_label(canvas, name, STAND_START, 0,
                     row_middle(rows, row) + label_drop(name));
    }
    for (size_t i = first; i < panels_band_end(&rows->panels, first); i++)
        draw_panel(rows, i, i == first);
}

void row_panels_draw(struct canvas *canvas) {
    struct row_panels rows = {.panels = panels_new(canvas)};
    struct panels *panels = &rows.panels;
    const struct chart_style *style = &canvas->style->chart;
    rows.names = names_set(canvas);
    panels->lead = rows.names.width + style->name_gap;
    set_values(&rows);
    length sides = has_negative(&rows) ? 2 : 1;
    length least = LEAST + sides * (rows.widest + style->label_gap);
    panels_divide(panels, length_larger(least, panels_widest_word(panels)));
    rows.edges =
        arena_array(canvas->means.scratch, length, panels->chart->row_count + 1);
    length top = 0;
    for (size_t i = 0; i < panels->count && !canvas->failed; i += panels->across) {
        draw_band(&rows, i, top);
        top = canvas->drawing->height + style->panel_gap;
    }
}
