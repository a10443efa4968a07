/* SPDX-License-Identifier: MIT */
/* Draws dots, each value a mark on the line of its row; and dumbbells, where a bar joins two of
   them. The axis need not begin at zero, since no length stands for a number here.

       Maysan   ------o--------#--
       Dhi Qar  ---o 12
       Wasit    12 o======# 19
                0     10     20

   Marks of a row that would cover one another stand in lanes. A value is written beside a mark
   that is alone in its row, and at both ends of a dumbbell; there is as much room for that on
   each side as the widest asks for. */
#include "chart/internal.h"

enum {
    INTERVALS = 5,
    LANE = SHAPE + 1000, /* from one to the next */
    BAR = 2400 /* of a dumbbell */
};

struct dot {
    bool known;
    length place;
    size_t lane;
    struct label label;
};

struct dots {
    struct canvas *canvas;
    const struct chart *chart;
    struct names names;
    struct dot *dots; /* row by row, series_count each */
    size_t *lanes; /* of the rows */
    length *edges; /* of the rows, and the end of the last */
    struct remarks remarks;
    struct bounds bounds;
    struct axis axis;
    length start, end, top, foot;
};

static bool is_pair(const struct dots *dots) {
    return dots->chart->kind == CHART_DUMBBELLS;
}

static const struct dot *row_dots(const struct dots *dots, size_t row) {
    return &dots->dots[row * dots->chart->series_count];
}

static size_t count_known(const struct dots *dots, size_t row) {
    size_t known = 0;
    for (size_t i = 0; i < dots->chart->series_count; i++)
        known += row_dots(dots, row)[i].known;
    return known;
}

/* --- what is written --------------------------------------------------------------------- */

/* Of dots that are many on a line only that there are none is said. */
static void set_values(struct dots *dots) {
    const struct chart *chart = dots->chart;
    struct canvas *canvas = dots->canvas;
    size_t series = chart->series_count;
    length measure = (dots->end - dots->start) * 2 / 7;
    dots->dots =
        arena_array(canvas->means.scratch, struct dot, chart->row_count * series);
    for (size_t i = 0; i < chart->row_count * series; i++)
        dots->dots[i].known = chart->values[i].known;
    for (size_t i = 0; i < chart->row_count * series; i++) {
        struct dot *dot = &dots->dots[i];
        size_t row = i / series;
        bool said = dot->known ? series == 1 || is_pair(dots)
                               : i % series == 0 && !count_known(dots, row);
        if (said)
            dot->label = label_set(
                canvas, &chart->values[i].label, row_role(canvas, row),
                dot->known ? row_colour(canvas, row) : canvas->style->colours.stone,
                dot->known ? measure : (dots->end - dots->start) / 2);
    }
}

/* --- along the axis ------------------------------------------------------------------------ */

static void find_axis(struct dots *dots) {
    length widest = 0, gap = dots->canvas->style->chart.label_gap;
    for (size_t i = 0; i < dots->chart->row_count * dots->chart->series_count; i++)
        if (dots->dots[i].known)
            widest = length_larger(widest, dots->dots[i].label.width);
    length after = SHAPE / 2 + (widest ? widest + gap : 0);
    length before = is_pair(dots) ? after : SHAPE / 2;
    length rise = dots->end - dots->start - before - after;
    dots->bounds = bounds_find(dots->chart, INTERVALS);
    dots->axis = (struct axis){.origin = dots->start + before,
                               .base = dots->bounds.low,
                               .rise = rise > 0 ? rise : 0,
                               .run = dots->bounds.high - dots->bounds.low};
    for (size_t i = 0; i < dots->chart->row_count * dots->chart->series_count; i++)
        if (dots->dots[i].known)
            dots->dots[i].place =
                axis_place(&dots->axis, dots->chart->values[i].number);
}

/* --- from top to foot ----------------------------------------------------------------------- */

/* Whether a lane has no mark where one is to stand; `count` series before it are placed. */
static bool is_free(const struct dots *dots, size_t row, size_t count, size_t lane) {
    const struct dot *items = row_dots(dots, row), *dot = &items[count];
    for (size_t i = 0; i < count; i++) {
        length away = items[i].place - dot->place;
        if (items[i].known && items[i].lane == lane && away < LANE && away > -LANE)
            return false;
    }
    return true;
}

static void find_lanes(struct dots *dots, size_t row) {
    struct dot *items = &dots->dots[row * dots->chart->series_count];
    dots->lanes[row] = 1;
    for (size_t i = 0; i < dots->chart->series_count; i++) {
        if (!items[i].known)
            continue;
        while (!is_free(dots, row, i, items[i].lane))
            items[i].lane++;
        if (items[i].lane >= dots->lanes[row])
            dots->lanes[row] = items[i].lane + 1;
    }
}

static length row_height(const struct dots *dots, size_t row) {
    const struct chart_style *style = &dots->canvas->style->chart;
    const struct label *name = &dots->names.labels[row];
    length height = LANE * (length)dots->lanes[row];
    for (size_t i = 0; i < dots->chart->series_count; i++) {
        const struct label *label = &row_dots(dots, row)[i].label;
        length most = LANE * (length)(dots->lanes[row] - 1);
        if (label->lines.count)
            height = length_larger(height, label_height(label) + most);
    }
    height = length_larger(height, label_height(name));
    height += name->lines.count < 2 ? style->label_gap / 2 : style->label_gap;
    return length_larger(height, style->row);
}

static void find_rows(struct dots *dots) {
    size_t rows = dots->chart->row_count;
    dots->lanes = arena_array(dots->canvas->means.scratch, size_t, rows);
    dots->edges = arena_array(dots->canvas->means.scratch, length, rows + 1);
    dots->edges[0] = dots->top;
    for (size_t row = 0; row < rows; row++) {
        find_lanes(dots, row);
        dots->edges[row + 1] = dots->edges[row] + row_height(dots, row);
    }
    dots->foot = dots->edges[rows];
}

static length row_middle(const struct dots *dots, size_t row) {
    return (dots->edges[row] + dots->edges[row + 1]) / 2;
}

static struct point find_point(const struct dots *dots, size_t row, size_t series) {
    const struct dot *dot = &row_dots(dots, row)[series];
    length first = row_middle(dots, row) - LANE * (length)(dots->lanes[row] - 1) / 2;
    return (struct point){dot->place, first + LANE * (length)dot->lane, true};
}

/* --- words ------------------------------------------------------------------------------------ */

/* Of a pair that which is nearer to the start has its value before it. */
static bool stands_before(const struct dots *dots, size_t row, size_t series) {
    const struct dot *items = row_dots(dots, row);
    if (!is_pair(dots) || !items[0].known || !items[1].known)
        return false;
    bool first = items[0].place <= items[1].place;
    return first == (series == 0);
}

static void write_value(const struct dots *dots, size_t row, size_t series) {
    const struct dot *dot = &row_dots(dots, row)[series];
    length away = SHAPE / 2 + dots->canvas->style->chart.label_gap;
    struct point at = find_point(dots, row, series);
    length y = at.y + label_drop(&dot->label);
    if (!dot->label.lines.count)
        return;
    if (!dot->known)
        canvas_label(dots->canvas, &dot->label, STAND_START,
                     dots->axis.origin - SHAPE / 2,
                     row_middle(dots, row) + label_drop(&dot->label));
    else if (stands_before(dots, row, series))
        canvas_label(dots->canvas, &dot->label, STAND_END, at.x - away, y);
    else
        canvas_label(dots->canvas, &dot->label, STAND_START, at.x + away, y);
}

/* Row by row, as they are read. */
static void write_rows(const struct dots *dots) {
    for (size_t row = 0; row < dots->chart->row_count; row++) {
        const struct label *name = &dots->names.labels[row];
        canvas_label(dots->canvas, name, STAND_START, 0,
                     row_middle(dots, row) + label_drop(name));
        for (size_t i = 0; i < dots->chart->series_count; i++)
            write_value(dots, row, i);
    }
}

static void write_ticks(const struct dots *dots) {
    struct canvas *canvas = dots->canvas;
    const struct chart_style *style = &canvas->style->chart;
    length lowest = dots->foot;
    if (!dots->bounds.any || !dots->axis.rise)
        return;
    struct ticks ticks =
        ticks_find(canvas, &dots->axis, dots->bounds.low, dots->bounds.high,
                   style->tick_gap, /*upright*/ false);
    for (size_t i = 0; i < ticks.count; i++) {
        const struct label *label = &ticks.items[i].label;
        length y = dots->foot + label_ascent(label) + style->label_gap / 2;
        canvas_label(canvas, label, STAND_START, tick_left(canvas, &ticks.items[i]), y);
        canvas_grid(canvas, ticks.items[i].place, dots->top, dots->foot);
        lowest = length_larger(lowest, y + label_descent(label));
    }
    canvas->drawing->height = lowest;
}

/* --- ink --------------------------------------------------------------------------------------- */

/* From the start of the row to its last mark, so that the eye finds the name; to the end, where
   there are several. */
static void draw_guide(const struct dots *dots, size_t row) {
    const struct dot *items = row_dots(dots, row);
    length last = dots->chart->series_count > 1 ? dots->end : dots->start;
    for (size_t i = 0; i < dots->chart->series_count; i++)
        if (items[i].known)
            last = length_larger(last, items[i].place);
    if (count_known(dots, row) && !is_pair(dots))
        canvas_grid_lying(dots->canvas, row_middle(dots, row), dots->start, last);
}

static void draw_bar(const struct dots *dots, size_t row) {
    struct canvas *canvas = dots->canvas;
    if (!is_pair(dots) || count_known(dots, row) < 2 || dots->lanes[row] > 1)
        return;
    struct point *points = arena_array(canvas->means.scratch, struct point, 2);
    points[0] = find_point(dots, row, 0);
    points[1] = find_point(dots, row, 1);
    points[1].starts = false;
    canvas_path(canvas, (struct path){.points = points,
                                      .count = 2,
                                      .colour = canvas->style->chart.muted,
                                      .weight = BAR});
}

/* Where one row is what the chart is about, others stand back. */
static uint32_t mark_colour(const struct dots *dots, size_t row, size_t series) {
    const struct chart *chart = dots->chart;
    bool back =
        chart->series_count == 1 && chart->marked_row && chart->marked_row != row + 1;
    return back ? dots->canvas->style->chart.muted
                : series_colour(dots->canvas, series);
}

static void draw_row(const struct dots *dots, size_t row) {
    draw_guide(dots, row);
    draw_bar(dots, row);
    for (size_t i = 0; i < dots->chart->series_count; i++)
        if (row_dots(dots, row)[i].known)
            canvas_shape(
                dots->canvas, find_point(dots, row, i), i, mark_colour(dots, row, i),
                dots->chart->values[row * dots->chart->series_count + i].doubt);
}

/* --- what is said of single dots ----------------------------------------------------------------- */

/* After its value, if that is written after it. */
static struct point find_note(const void *where, size_t row, size_t series) {
    const struct dots *dots = where;
    const struct dot *dot = &row_dots(dots, row)[series];
    length gap = dots->canvas->style->chart.label_gap;
    if (!dot->known)
        return (struct point){dots->axis.origin + dot->label.width,
                              row_middle(dots, row), false};
    struct point point = find_point(dots, row, series);
    point.x += SHAPE / 2;
    if (dot->label.lines.count && !stands_before(dots, row, series))
        point.x += gap + dot->label.width;
    return point;
}

static struct box mark_box(const struct dots *dots, size_t row, size_t series) {
    struct point at = find_point(dots, row, series);
    length half = SHAPE / 2;
    return (struct box){at.x - half, at.y - half, at.x + half, at.y + half};
}

/* The bar between two marks too. */
static struct notes annotate(struct dots *dots) {
    const struct chart *chart = dots->chart;
    length most = dots->canvas->drawing->width;
    struct notes notes = notes_open(
        dots->canvas, (struct box){dots->start, dots->top, most, dots->foot});
    notes.obstacles.beside = true;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        size_t row = i / chart->series_count, series = i % chart->series_count;
        struct box box = mark_box(dots, row, series);
        struct box first = mark_box(dots, row, 0);
        bool joined = is_pair(dots) && series && count_known(dots, row) == 2;
        if (joined && first.y0 == box.y0)
            box = (struct box){box.x0 < first.x0 ? box.x0 : first.x0, box.y0,
                               length_larger(box.x1, first.x1), box.y1};
        if (dots->dots[i].known)
            notes_avoid_box(&notes, box);
    }
    notes_annotate(&notes, find_note, dots);
    return notes;
}

void dots_draw(struct canvas *canvas) {
    struct dots dots = {.canvas = canvas, .chart = canvas->chart};
    const struct chart_style *style = &canvas->style->chart;
    length top = legend_draw(canvas, SHAPE, legend_shape);
    dots.remarks = remarks_set(canvas, canvas->drawing->width);
    dots.names = names_set(canvas);
    dots.start = dots.names.width + style->name_gap;
    dots.end = canvas->drawing->width;
    set_values(&dots);
    if (canvas->failed)
        return;
    find_axis(&dots);
    dots.top = dots.bounds.any ? remarks_write(&dots.remarks, &dots.axis, top) : top;
    find_rows(&dots);
    canvas->drawing->height = dots.foot;
    if (dots.bounds.any)
        remarks_paint(&dots.remarks, &dots.axis,
                      (struct box){dots.start, 0, dots.end, dots.foot});
    write_rows(&dots);
    struct notes notes = annotate(&dots);
    write_ticks(&dots);
    if (dots.bounds.any)
        remarks_rule(&dots.remarks, &dots.axis, dots.foot);
    for (size_t row = 0; row < dots.chart->row_count; row++)
        draw_row(&dots, row);
    notes_list(&notes);
}
