/* SPDX-License-Identifier: MIT */
/* Draws hollow what stands for an uncertain number: an outline of 1 pt, solid, dashed or dotted,
   and paper inside, so that no grid shows through. */
#include "chart/internal.h"

enum { OUTLINE = 1000, CORNERS = 16 /* of a disc */ };

/* As a doubt has it in this chart, around points; the last is joined to the first. */
static void outline(struct canvas *canvas, struct path shape, enum chart_doubt doubt) {
    static const length dashes[OUTLINES][2] = {{0, 0}, {2000, 1400}, {800, 1000}};
    const length *dash = dashes[canvas->chart->outlines[doubt]];
    struct point *points =
        arena_array(canvas->means.scratch, struct point, shape.count + 1);
    for (size_t i = 0; i <= shape.count; i++)
        points[i] = shape.points[i % shape.count];
    points[shape.count].starts = false;
    canvas_path(canvas, (struct path){points, shape.count + 1, shape.colour, OUTLINE,
                                      dash[0], dash[1]});
}

void canvas_hollow(struct canvas *canvas, struct path shape, enum chart_doubt doubt) {
    struct path inside = shape;
    inside.colour = canvas->style->colours.paper;
    canvas_path(canvas, inside);
    outline(canvas, shape, doubt);
}

void canvas_hollow_disc(struct canvas *canvas, struct point middle, length across,
                        uint32_t colour, enum chart_doubt doubt) {
    static const int around[CORNERS] = {1000,  924,  707,  383,  0, -383, -707, -924,
                                        -1000, -924, -707, -383, 0, 383,  707,  924};
    struct point *points = arena_array(canvas->means.scratch, struct point, CORNERS);
    length radius = (across - OUTLINE) / 2;
    for (size_t i = 0; i < CORNERS; i++)
        points[i] = (struct point){middle.x + radius * around[i] / 1000,
                                   middle.y + radius * around[(i + 4) % CORNERS] / 1000,
                                   i == 0};
    canvas_dot(canvas, middle, canvas->style->colours.paper, across);
    outline(canvas, (struct path){points, CORNERS, colour, 0, 0, 0}, doubt);
}

/* What is too small for an outline is full. */
static void fill_hollow(struct canvas *canvas, struct box box, uint32_t colour,
                        enum chart_doubt doubt) {
    length half = OUTLINE / 2;
    if (box.x1 - box.x0 < OUTLINE * 2 || box.y1 - box.y0 < OUTLINE * 2) {
        canvas_rectangle(canvas, box, colour);
        return;
    }
    struct point *points = arena_array(canvas->means.scratch, struct point, 4);
    points[0] = (struct point){box.x0 + half, box.y0 + half, true};
    points[1] = (struct point){box.x1 - half, box.y0 + half, false};
    points[2] = (struct point){box.x1 - half, box.y1 - half, false};
    points[3] = (struct point){box.x0 + half, box.y1 - half, false};
    canvas_rectangle(canvas, box, canvas->style->colours.paper);
    outline(canvas, (struct path){points, 4, colour, 0, 0, 0}, doubt);
}

void canvas_fill_value(struct canvas *canvas, struct box box, enum pattern pattern,
                       enum chart_doubt doubt) {
    const struct colours *colours = &canvas->style->colours;
    if (doubt == DOUBT_NONE)
        canvas_fill(canvas, box, pattern);
    else if (box.x0 < box.x1 && box.y0 < box.y1)
        fill_hollow(canvas, box,
                    pattern == PATTERN_PALE ? colours->stone : colours->brick, doubt);
}

bool chart_has_doubts(const struct chart *chart) {
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        if (chart->values[i].doubt != DOUBT_NONE)
            return true;
    return false;
}

void plot_draw_doubts(const struct plot *plot, length across) {
    const struct chart *chart = plot->chart;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        size_t row = i / chart->series_count, series = i % chart->series_count;
        if (chart->values[i].known && chart->values[i].doubt != DOUBT_NONE)
            canvas_hollow_disc(plot->canvas, plot_point(plot, row, series), across,
                               plot->lines[series].colour, chart->values[i].doubt);
    }
}
