/* SPDX-License-Identifier: MIT */
/* Draws lying bars: a row for each name, its value right after its bar.

       Maysan   |########## 9
       Dhi Qar  |########## 9
       Wasit    |  no data
                0     5

   The scale is the largest at which each bar has room for its value beside it. Where there is
   little width names stand above their bars instead, and values alone say how long they are. */
#include "chart/internal.h"

enum { NARROW = 150000 /* then names stand above */ };

/* Names have two fifths of the width at most, and only as much as they need. */
static void set_names(struct bars *bars) {
    const struct chart *chart = bars->chart;
    length width = bars->canvas->drawing->width, widest = 0;
    length measure = bars->above ? width : width * 2 / 5;
    bars->names =
        arena_array(bars->canvas->means.scratch, struct label, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++) {
        bars->names[i] =
            label_set(bars->canvas, &chart->names[i], row_role(bars->canvas, i),
                      row_colour(bars->canvas, i), measure);
        widest = length_larger(widest, bars->names[i].width);
    }
    bars->start = bars->above ? 0 : widest + bars->canvas->style->chart.name_gap;
    bars->end = bars->canvas->drawing->width;
}

/* --- from top to foot --------------------------------------------------------------------- */

/* From bar to bar of one row: its value must not meet that of the next. */
static length find_pitch(const struct bars *bars) {
    length pitch = bars->canvas->style->chart.bar;
    for (size_t i = 0; i < bars_count(bars); i++)
        pitch = length_larger(pitch, label_height(&bars->bars[i].label));
    for (size_t row = 0; bars->totals && row < bars->chart->row_count; row++)
        pitch = length_larger(pitch, label_height(&bars->totals[row]));
    return pitch;
}

static void place_row(struct bars *bars, size_t row, length first, length pitch) {
    const struct chart *chart = bars->chart;
    for (size_t i = 0; i < chart->series_count; i++) {
        struct bar *bar = &bars->bars[row * chart->series_count + i];
        bar->middle = first + (chart->stacked ? 0 : pitch * (length)i);
        bar->thick = chart->stacked ? pitch : bars->canvas->style->chart.bar;
    }
}

/* Where the bars of a row begin below its name, and where the row ends. */
static length place_below(struct bars *bars, size_t row, length y, length pitch) {
    const struct chart *chart = bars->chart;
    length gap = bars->canvas->style->chart.label_gap;
    length group = pitch * (chart->stacked ? 1 : (length)chart->series_count);
    y += label_height(&bars->names[row]) + gap / 2;
    place_row(bars, row, y + pitch / 2, pitch);
    return y + group + gap * 3 / 2;
}

static void find_rows(struct bars *bars) {
    const struct chart *chart = bars->chart;
    const struct chart_style *style = &bars->canvas->style->chart;
    length y = bars->top, pitch = find_pitch(bars);
    length group = pitch * (chart->stacked ? 1 : (length)chart->series_count);
    bars->edges =
        arena_array(bars->canvas->means.scratch, length, chart->row_count + 1);
    for (size_t row = 0; row < chart->row_count; row++) {
        if (bars->above) {
            bars->edges[row] = y;
            y = place_below(bars, row, y, pitch);
            continue;
        }
        bool single = bars->names[row].lines.count < 2;
        length air = group > pitch ? style->label_gap * 2
                     : single      ? style->label_gap / 2
                                   : style->label_gap;
        length height = length_larger(group, label_height(&bars->names[row])) + air;
        height = length_larger(height, style->row);
        place_row(bars, row, y + (height - group + pitch) / 2, pitch);
        bars->edges[row] = y;
        y += height;
    }
    bars->edges[chart->row_count] = bars->foot = y;
}

/* --- along the axis ----------------------------------------------------------------------- */

static length beside(const struct bars *bars, const struct label *label) {
    return label->width + bars->canvas->style->chart.label_gap;
}

static void find_axis(struct bars *bars) {
    struct demands demands = bars_demand(bars, beside);
    bars->axis = demands_fit(&demands, bars->end - bars->start);
    bars->axis.origin += bars->start;
}

static void write_value(const struct bars *bars, size_t i) {
    const struct bar *bar = &bars->bars[i];
    const struct label *label = bars_end_label(bars, i);
    length gap = bars->canvas->style->chart.label_gap;
    length end = axis_place(&bars->axis, bar->to);
    bool before = bar->to < 0;
    if (label)
        canvas_label(bars->canvas, label, before ? STAND_END : STAND_START,
                     before ? end - gap : end + gap, bar->middle + label_drop(label));
}

/* Row by row, as they are read. */
static void write_rows(const struct bars *bars) {
    size_t series = bars->chart->series_count;
    for (size_t row = 0; row < bars->chart->row_count; row++) {
        const struct label *name = &bars->names[row];
        length middle = (bars->edges[row] + bars->edges[row + 1]) / 2;
        canvas_label(bars->canvas, name, STAND_START, 0,
                     bars->above ? bars->edges[row] + label_ascent(name)
                                 : middle + label_drop(name));
        for (size_t i = row * series; i < (row + 1) * series; i++)
            write_value(bars, i);
    }
}

/* Numbers below the bars, from one end of what can be drawn to the other. */
static void draw_ticks(struct bars *bars) {
    struct canvas *canvas = bars->canvas;
    const struct chart_style *style = &canvas->style->chart;
    const struct axis *axis = &bars->axis;
    length last = bars->end - style->grid_rule, lowest = bars->foot;
    if (!axis->rise)
        return;
    struct ticks ticks =
        ticks_find(canvas, axis, (bars->start - axis->origin) * axis->run / axis->rise,
                   (last - axis->origin) * axis->run / axis->rise, style->tick_gap,
                   /*upright*/ false);
    for (size_t i = 0; i < ticks.count; i++) {
        const struct label *label = &ticks.items[i].label;
        length y = bars->foot + label_ascent(label) + style->label_gap / 2;
        canvas_label(canvas, label, STAND_START, tick_left(canvas, &ticks.items[i]), y);
        canvas_grid(canvas, ticks.items[i].place, bars->top, bars->foot);
        lowest = length_larger(lowest, y + label_descent(label));
    }
    canvas->drawing->height = lowest;
}

/* --- the rest ----------------------------------------------------------------------------- */

/* After its value, if it has one. */
static struct point find_note(const void *where, size_t row, size_t series) {
    const struct bars *bars = where;
    size_t i = row * bars->chart->series_count + series;
    const struct label *label = bars_end_label(bars, i);
    length end = axis_place(&bars->axis, bars->bars[i].to);
    length beside = label ? label->width + bars->canvas->style->chart.label_gap : 0;
    return (struct point){bars->bars[i].to < 0 ? end - beside : end + beside,
                          bars->bars[i].middle, false};
}

/* Beside its bars alone, where there are some on both sides of it. */
static void draw_zero(const struct bars *bars, size_t row) {
    size_t series = bars->chart->series_count;
    const struct bar *first = &bars->bars[row * series], *last = &first[series - 1];
    length half = bars->canvas->style->chart.axis_rule / 2, zero = bars->axis.origin;
    if (zero > bars->start)
        canvas_rectangle(bars->canvas,
                         (struct box){zero - half, first->middle - first->thick / 2,
                                      zero + half, last->middle + last->thick / 2},
                         bars->canvas->style->colours.ink);
}

static void draw_axis(const struct bars *bars) {
    length half = bars->canvas->style->chart.axis_rule / 2, zero = bars->axis.origin;
    canvas_rectangle(bars->canvas,
                     (struct box){zero - half, bars->top, zero + half, bars->foot},
                     bars->canvas->style->colours.ink);
}

void lying_draw(struct bars *bars) {
    struct canvas *canvas = bars->canvas;
    bars->above = canvas->drawing->width < NARROW;
    set_names(bars);
    bars_set_values(bars, (bars->end - bars->start) * 2 / 5);
    find_axis(bars);
    bars->remarks = remarks_set(canvas, canvas->drawing->width);
    bars->top = remarks_write(&bars->remarks, &bars->axis, bars->top);
    if (canvas->failed)
        return;
    find_rows(bars);
    canvas->drawing->height = bars->foot;
    remarks_paint(&bars->remarks, &bars->axis,
                  (struct box){bars->start, 0, bars->end, bars->foot});
    write_rows(bars);
    struct notes notes = bars_annotate(bars, find_note);
    if (!bars->above)
        draw_ticks(bars);
    bars_paint(bars);
    remarks_rule(&bars->remarks, &bars->axis, bars->foot);
    for (size_t row = 0; row < bars->chart->row_count && bars->above; row++)
        draw_zero(bars, row);
    if (!bars->above)
        draw_axis(bars);
    notes_list(&notes);
}
