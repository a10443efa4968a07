/* SPDX-License-Identifier: MIT */
/* Writes which pattern is which series: squares and titles in lines from the start. */
#include "chart/internal.h"

struct legend {
    struct canvas *canvas;
    length x, y; /* where the next entry begins; top of its line */
    length height; /* of the line */
    length width; /* of what is shown */
};

static void add_entry(struct legend *legend, const struct paragraph *title,
                      size_t series,
                      void (*show)(struct canvas *, struct box, size_t)) {
    struct canvas *canvas = legend->canvas;
    const struct chart_style *style = &canvas->style->chart;
    length width = canvas->drawing->width, before = legend->width + style->label_gap;
    struct label label =
        label_set(canvas, title, ROLE_CHART_LABEL,
                  canvas->style->roles[ROLE_CHART_LABEL].colour, width - before);
    if (legend->x && legend->x + before + label.width > width) {
        legend->y += legend->height + style->label_gap / 2;
        legend->x = legend->height = 0;
    }
    length baseline = legend->y + label_ascent(&label);
    length middle = baseline - label.size * 34 / 100;
    show(canvas,
         (struct box){legend->x, middle - style->swatch / 2, legend->x + legend->width,
                      middle + style->swatch / 2},
         series);
    canvas_label(canvas, &label, STAND_START, legend->x + before, baseline);
    legend->x += before + label.width + style->name_gap;
    if (label_height(&label) > legend->height)
        legend->height = label_height(&label);
}

/* In one colour nothing is pale. */
enum pattern series_pattern(const struct canvas *canvas, size_t series) {
    static const enum pattern patterns[2][CHART_SERIES] = {
        {PATTERN_DARK, PATTERN_PALE, PATTERN_RISING, PATTERN_DOTS, PATTERN_FALLING,
         PATTERN_LEVEL},
        {PATTERN_DARK, PATTERN_RISING, PATTERN_DOTS, PATTERN_CROSS, PATTERN_LEVEL,
         PATTERN_FALLING}};
    return patterns[canvas->style->one_colour][series % CHART_SERIES];
}

enum pattern muted_pattern(const struct canvas *canvas) {
    return canvas->style->one_colour ? PATTERN_RISING : PATTERN_PALE;
}

void legend_bar(struct canvas *canvas, struct box box, size_t series) {
    canvas_fill(canvas, box, series_pattern(canvas, series));
}

void legend_line(struct canvas *canvas, struct box box, size_t series) {
    struct path pen = series_pen(canvas, series);
    struct point *points = arena_array(canvas->means.scratch, struct point, 2);
    length middle = (box.y0 + box.y1) / 2;
    points[0] = (struct point){box.x0, middle, true};
    points[1] = (struct point){box.x1, middle, false};
    pen.points = points;
    pen.count = 2;
    canvas_path(canvas, pen);
    canvas_shape(canvas, (struct point){(box.x0 + box.x1) / 2, middle, true}, series,
                 pen.colour, DOUBT_NONE);
}

length legend_list(struct canvas *canvas, const struct paragraph *titles, size_t count,
                   length width, void (*show)(struct canvas *, struct box, size_t)) {
    struct legend legend = {.canvas = canvas, .width = width};
    for (size_t i = 0; i < count; i++)
        add_entry(&legend, &titles[i], i, show);
    return legend.y + legend.height + canvas->style->chart.label_gap * 2;
}

length legend_draw(struct canvas *canvas, length width,
                   void (*show)(struct canvas *, struct box, size_t)) {
    const struct chart *chart = canvas->chart;
    if (chart->series_count < 2)
        return 0;
    return legend_list(canvas, chart->titles, chart->series_count, width, show);
}
