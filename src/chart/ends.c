/* SPDX-License-Identifier: MIT */
/* Writes at the end of each line which it is and its last value, and what a reference is; as
   near to their places as they can stand without meeting. Where they are too many for that,
   a legend says which line is which. */
#include "chart/internal.h"

enum { LEADER = 10000 /* from a line to its name */ };

/* The last row that has a value of the series; row_count if none has. */
static size_t last_row(const struct plot *plot, size_t series) {
    size_t row = plot->chart->row_count;
    while (row && !plot_knows(plot, row - 1, series))
        row--;
    return row ? row - 1 : plot->chart->row_count;
}

static struct label set_end(struct plot *plot, size_t series) {
    const struct chart *chart = plot->chart;
    struct canvas *canvas = plot->canvas;
    struct arena *arena = canvas->means.arena;
    size_t row = last_row(plot, series);
    if (row == chart->row_count)
        row = 0; /* what it says is that it is missing */
    struct slice title = chart->titles[series].text;
    struct slice value = chart->values[row * chart->series_count + series].label.text;
    const char *words = arena_printf(arena, "%.*s %.*s", (int)title.length, title.data,
                                     (int)value.length, value.data);
    return label_write(canvas, words, ROLE_CHART_AXIS,
                       series ? canvas->style->colours.ink
                              : canvas->style->colours.brick,
                       canvas->drawing->width / 4);
}

static void add_end(struct plot *plot, struct label label, size_t series) {
    plot->ends[plot->end_count++] = (struct line_end){.label = label, .series = series};
    plot->ends_height +=
        label_height(&label) + plot->canvas->style->chart.label_gap / 2;
    if (label.width + LEADER > plot->ends_width)
        plot->ends_width = label.width + LEADER;
}

static bool too_high(const struct plot *plot) {
    return plot->ends_height > plot->canvas->style->chart.upright;
}

static void drop_ends(struct plot *plot) {
    plot->end_count = 0;
    plot->ends_height = plot->ends_width = 0;
}

/* What finds no room there is written above. */
static void set_remarks(struct plot *plot) {
    struct canvas *canvas = plot->canvas;
    struct remarks remarks = remarks_set(canvas, canvas->drawing->width / 4);
    struct remarks wide = remarks_set(canvas, canvas->drawing->width);
    for (size_t i = 0; i < remarks.count; i++) {
        struct plot before = *plot;
        add_end(plot, remarks.items[i].label, SIZE_MAX);
        plot->ends[plot->end_count - 1].number = remarks.items[i].number;
        if (!too_high(plot))
            continue;
        *plot = before;
        plot->above[plot->above_count++] = wide.items[i].label;
    }
}

void ends_set(struct plot *plot) {
    const struct chart *chart = plot->chart;
    for (size_t i = 0; i < chart->series_count && chart->series_count > 1; i++)
        add_end(plot, set_end(plot, i), i);
    if (too_high(plot)) {
        drop_ends(plot);
        plot->ends_in_legend = true;
    }
    set_remarks(plot);
}

/* --- where they stand ---------------------------------------------------------------------- */

static void aim(const struct plot *plot, struct line_end *end) {
    const struct chart *chart = plot->chart;
    size_t row = end->series == SIZE_MAX ? 0 : last_row(plot, end->series);
    end->from = (struct point){plot->end + PLOT_EDGE, plot->foot, true};
    if (end->series == SIZE_MAX)
        end->from.y = axis_place(&plot->axis, end->number);
    else if (row < chart->row_count)
        end->from = plot_point(plot, row, end->series);
    else
        end->lost = true; /* the series has no value at all */
    end->top = end->from.y - label_height(&end->label) / 2;
}

static void sort_ends(struct plot *plot) {
    for (size_t i = 1; i < plot->end_count; i++) {
        struct line_end end = plot->ends[i];
        size_t at = i;
        for (; at && plot->ends[at - 1].top > end.top; at--)
            plot->ends[at] = plot->ends[at - 1];
        plot->ends[at] = end;
    }
}

/* Each below the one before it; then, where the last does not end above the foot, each above
   the one after it. */
static void part_ends(struct plot *plot) {
    length gap = plot->canvas->style->chart.label_gap / 2, least = plot->top;
    for (size_t i = 0; i < plot->end_count; i++) {
        struct line_end *end = &plot->ends[i];
        end->top = end->top < least ? least : end->top;
        least = end->top + label_height(&end->label) + gap;
    }
    length most = plot->foot;
    for (size_t i = plot->end_count; i-- > 0;) {
        struct line_end *end = &plot->ends[i];
        length last = most - label_height(&end->label);
        end->top = end->top > last ? last : end->top;
        most = end->top - gap;
    }
}

static void draw_leader(struct plot *plot, struct line_end *end) {
    struct canvas *canvas = plot->canvas;
    struct point *points = arena_array(canvas->means.scratch, struct point, 2);
    length middle = end->top + label_height(&end->label) / 2;
    points[0] = end->from;
    points[1] = (struct point){plot->end + PLOT_EDGE + LEADER * 3 / 4, middle, false};
    points[0].starts = true;
    end->leader = (struct path){.points = points,
                                .count = 2,
                                .colour = canvas->style->colours.stone,
                                .weight = canvas->style->chart.grid_rule};
    canvas_path(canvas, end->leader);
}

void ends_write(struct plot *plot) {
    struct canvas *canvas = plot->canvas;
    for (size_t i = 0; i < plot->end_count; i++)
        aim(plot, &plot->ends[i]);
    sort_ends(plot);
    part_ends(plot);
    for (size_t i = 0; i < plot->end_count; i++) {
        struct line_end *end = &plot->ends[i];
        canvas_label(canvas, &end->label, STAND_START, plot->end + PLOT_EDGE + LEADER,
                     end->top + label_ascent(&end->label));
        if (!end->lost)
            draw_leader(plot, end);
    }
}
