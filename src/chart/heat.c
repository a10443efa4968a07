/* SPDX-License-Identifier: MIT */
/* Draws a heat table: a row for each name, a column for each series, each cell shaded by its
   value and the value in it.

               2022   2023   2024
       Basra   [12]   [ 3]   [40]
       Wasit   [ 5]   [ –]   [ 7]

   Where the columns find no room side by side, the rest of them follow below; where names leave
   none, they stand above their cells. */
#include "chart/internal.h"

enum { JOINT = 1500 /* between cells */, WIDEST = 72000, NARROWEST = 20000 };

struct heat {
    struct canvas *canvas;
    const struct chart *chart;
    struct names names;
    struct label *titles; /* of the columns */
    struct label *values; /* row by row */
    bool above; /* names stand above their cells */
    size_t across; /* columns side by side */
    length start, cell; /* of cells; how wide one is, with its joint */
    length cell_height;
};

/* --- what is written ---------------------------------------------------------------------------- */

static uint32_t value_colour(const struct heat *heat, size_t i) {
    const struct chart_value *value = &heat->chart->values[i];
    return value->known ? step_ink(heat->canvas, step_of(heat->chart, value->number))
                        : heat->canvas->style->colours.stone;
}

/* Gives the width of the widest; *tallest is the height of a cell. */
static length set_values(struct heat *heat) {
    struct canvas *canvas = heat->canvas;
    size_t count = heat->chart->row_count * heat->chart->series_count;
    length widest = 0;
    heat->values = arena_array(canvas->means.scratch, struct label, count);
    for (size_t i = 0; i < count; i++) {
        const struct chart_value *value = &heat->chart->values[i];
        uint32_t colour = value_colour(heat, i);
        struct label *label = &heat->values[i];
        *label = value->known ? label_set(canvas, &value->label, ROLE_CHART_LABEL,
                                          colour, canvas->drawing->width)
                              : label_write(canvas, step_missing(), ROLE_CHART_LABEL,
                                            colour, canvas->drawing->width);
        widest = length_larger(widest, label->width);
        heat->cell_height = length_larger(heat->cell_height, label_height(label));
    }
    return widest;
}

static length widest_word(struct heat *heat) {
    struct canvas *canvas = heat->canvas;
    length widest = 0;
    for (size_t i = 0; i < heat->chart->series_count; i++) {
        struct label title =
            label_set(canvas, &heat->chart->titles[i], ROLE_CHART_AXIS,
                      canvas->style->colours.stone, canvas->drawing->width);
        if (title.text)
            widest = length_larger(
                widest, lines_extent(canvas->means.scratch, title.text).narrowest);
    }
    return widest;
}

static void set_titles(struct heat *heat) {
    struct canvas *canvas = heat->canvas;
    length measure = heat->cell - canvas->style->chart.label_gap;
    heat->titles =
        arena_array(canvas->means.scratch, struct label, heat->chart->series_count);
    for (size_t i = 0; i < heat->chart->series_count; i++)
        heat->titles[i] = label_set(canvas, &heat->chart->titles[i], ROLE_CHART_AXIS,
                                    canvas->style->colours.stone, measure);
}

/* --- how many columns side by side ---------------------------------------------------------------- */

static void divide(struct heat *heat, length least) {
    const struct chart_style *style = &heat->canvas->style->chart;
    length width = heat->canvas->drawing->width;
    size_t series = heat->chart->series_count;
    heat->start = heat->names.width + style->name_gap;
    heat->above = width - heat->start < least;
    if (heat->above)
        heat->start = 0;
    length room = width - heat->start;
    heat->across = room > least ? (size_t)(room / least) : 1;
    heat->across = heat->across < series ? heat->across : series;
    size_t bands = (series - 1) / heat->across + 1;
    heat->across = (series - 1) / bands + 1;
    heat->cell = room / (length)heat->across;
    length most = length_larger(WIDEST, least);
    heat->cell = heat->cell > most ? most : heat->cell;
}

/* --- cells ---------------------------------------------------------------------------------------- */

static struct box cell_box(const struct heat *heat, size_t place, length top) {
    length left = heat->start + heat->cell * (length)place;
    return (struct box){left, top, left + heat->cell - JOINT,
                        top + heat->cell_height - JOINT};
}

static void draw_cell(const struct heat *heat, size_t i, struct box box) {
    struct canvas *canvas = heat->canvas;
    const struct chart_value *value = &heat->chart->values[i];
    const struct label *label = &heat->values[i];
    if (value->known)
        canvas_rectangle(canvas, box,
                         step_colour(canvas, step_of(heat->chart, value->number)));
    else
        step_paint_missing(canvas, box);
    canvas_label(canvas, label, STAND_MIDDLE, (box.x0 + box.x1) / 2,
                 (box.y0 + box.y1) / 2 + label_drop(label));
}

/* Around the cells of the row the chart is about, in the joints. */
static void outline(struct canvas *canvas, struct box box) {
    struct box around = {box.x0 > JOINT ? box.x0 - JOINT : 0, box.y0 - JOINT,
                         box.x1 + JOINT, box.y1 + JOINT};
    canvas_frame(canvas, around, JOINT, canvas->style->colours.ink);
}

/* Gives where the row ends. */
static length draw_row(const struct heat *heat, size_t row, size_t first, size_t end,
                       length top) {
    const struct label *name = &heat->names.labels[row];
    struct canvas *canvas = heat->canvas;
    length height = label_height(name), taken = heat->cell_height;
    if (heat->above) {
        canvas_label(canvas, name, STAND_START, 0, top + label_ascent(name));
        top += height + JOINT;
    } else {
        taken = length_larger(taken, height + canvas->style->chart.label_gap / 2);
        canvas_label(canvas, name, STAND_START, 0,
                     top + (taken - JOINT) / 2 + label_drop(name));
        top += (taken - heat->cell_height) / 2;
    }
    for (size_t i = first; i < end; i++)
        draw_cell(heat, row * heat->chart->series_count + i,
                  cell_box(heat, i - first, top));
    if (heat->chart->marked_row == row + 1) {
        struct box box = cell_box(heat, 0, top);
        box.x1 = cell_box(heat, end - first - 1, top).x1;
        outline(canvas, box);
    }
    return top + heat->cell_height + (taken - heat->cell_height + 1) / 2;
}

/* Their last lines stand on one line. */
static length write_titles(const struct heat *heat, size_t first, size_t end,
                           length top) {
    length tallest = 0;
    for (size_t i = first; i < end; i++)
        tallest = length_larger(tallest, label_height(&heat->titles[i]));
    for (size_t i = first; i < end; i++) {
        const struct label *title = &heat->titles[i];
        struct box box = cell_box(heat, i - first, top);
        canvas_label(heat->canvas, title, STAND_MIDDLE, (box.x0 + box.x1) / 2,
                     top + tallest - label_height(title) + label_ascent(title));
    }
    return top + tallest + heat->canvas->style->chart.label_gap / 2 + JOINT;
}

void heat_draw(struct canvas *canvas) {
    struct heat heat = {.canvas = canvas, .chart = canvas->chart};
    const struct chart_style *style = &canvas->style->chart;
    size_t series = heat.chart->series_count;
    heat.names = names_set(canvas);
    length widest = length_larger(set_values(&heat), widest_word(&heat));
    divide(&heat, length_larger(widest + style->label_gap * 2 + JOINT, NARROWEST));
    set_titles(&heat);
    if (canvas->failed)
        return;
    heat.cell_height =
        length_larger(heat.cell_height + style->label_gap, style->row) + JOINT;
    length y = steps_legend(canvas, /*missing*/ false);
    for (size_t first = 0; first < series; first += heat.across) {
        size_t end = first + heat.across < series ? first + heat.across : series;
        y = write_titles(&heat, first, end, y);
        for (size_t row = 0; row < heat.chart->row_count; row++)
            y = draw_row(&heat, row, first, end, y);
        canvas->drawing->height = y;
        y += style->panel_gap;
    }
}
