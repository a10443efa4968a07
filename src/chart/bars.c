/* SPDX-License-Identifier: MIT */
/* Draws lying bars: a row for each name, its value right after its bar.

       Maysan   |########## 9
       Dhi Qar  |########## 9
       Wasit    |  no data
                0     5

   The scale is the largest at which each bar has room for its value beside it. */
#include "chart/internal.h"

struct bar {
    struct label label;
    int64_t number; /* 0: there is no bar */
    length y; /* of its middle */
};

struct bars {
    struct canvas *canvas;
    const struct chart *chart;
    struct label *names;
    length *tops; /* of the rows, and the foot of the last */
    struct bar *bars; /* row by row, series_count each */
    length start; /* of what there is beside the names */
    length pitch; /* from bar to bar of one row */
    length top, foot; /* of all rows */
    struct axis axis;
};

static bool is_marked(const struct chart *chart, size_t row) {
    return chart->marked_row == row + 1;
}

/* --- labels ------------------------------------------------------------------------------ */

static uint32_t name_colour(const struct bars *bars, size_t row) {
    const struct style *style = bars->canvas->style;
    return is_marked(bars->chart, row) ? style->colours.brick
                                       : style->roles[ROLE_CHART_LABEL].colour;
}

static enum role name_role(const struct bars *bars, size_t row) {
    return is_marked(bars->chart, row) ? ROLE_CHART_STRONG : ROLE_CHART_LABEL;
}

/* Names have two fifths of the width at most, and only as much as they need. */
static void set_names(struct bars *bars) {
    const struct chart *chart = bars->chart;
    length measure = bars->canvas->drawing->width * 2 / 5, widest = 0;
    bars->names =
        arena_array(bars->canvas->means.scratch, struct label, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++) {
        bars->names[i] = label_set(bars->canvas, &chart->names[i], name_role(bars, i),
                                   name_colour(bars, i), measure);
        if (bars->names[i].width > widest)
            widest = bars->names[i].width;
    }
    bars->start = widest + bars->canvas->style->chart.name_gap;
}

/* A value that is missing, or none, stands back. */
static uint32_t value_colour(const struct bars *bars, size_t row,
                             const struct chart_value *value) {
    return value->known && value->number ? name_colour(bars, row)
                                         : bars->canvas->style->colours.stone;
}

static void set_values(struct bars *bars) {
    const struct chart *chart = bars->chart;
    size_t count = chart->row_count * chart->series_count;
    length measure = (bars->canvas->drawing->width - bars->start) * 2 / 5;
    bars->bars = arena_array(bars->canvas->means.scratch, struct bar, count);
    for (size_t i = 0; i < count; i++) {
        const struct chart_value *value = &chart->values[i];
        size_t row = i / chart->series_count;
        bars->bars[i].number = value->known ? value->number : 0;
        bars->bars[i].label =
            label_set(bars->canvas, &value->label, name_role(bars, row),
                      value_colour(bars, row, value), measure);
    }
}

/* --- from top to foot -------------------------------------------------------------------- */

static length larger(length a, length b) {
    return a > b ? a : b;
}

static void find_pitch(struct bars *bars) {
    const struct chart *chart = bars->chart;
    bars->pitch = bars->canvas->style->chart.bar;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        bars->pitch = larger(bars->pitch, label_height(&bars->bars[i].label));
}

static void find_rows(struct bars *bars) {
    const struct chart *chart = bars->chart;
    const struct chart_style *style = &bars->canvas->style->chart;
    length y = bars->top, group = bars->pitch * (length)chart->series_count;
    bars->tops = arena_array(bars->canvas->means.scratch, length, chart->row_count + 1);
    for (size_t row = 0; row < chart->row_count; row++) {
        length name = label_height(&bars->names[row]);
        length air =
            bars->names[row].lines.count > 1 ? style->label_gap : style->label_gap / 2;
        length height = larger(group, name) + air;
        height = larger(height, style->row);
        length first = y + (height - group + bars->pitch) / 2;
        for (size_t i = 0; i < chart->series_count; i++)
            bars->bars[row * chart->series_count + i].y =
                first + bars->pitch * (length)i;
        bars->tops[row] = y;
        y += height;
    }
    bars->tops[chart->row_count] = bars->foot = y;
}

/* --- the scale --------------------------------------------------------------------------- */

/* What has to find room on one side of zero: a number, and what stands beside it. */
struct demand {
    int64_t number; /* no less than 0 */
    length beside;
};

struct demands {
    struct demand *items;
    size_t count;
};

static void demand(struct demands *side, int64_t number, length beside) {
    side->items[side->count++] = (struct demand){number, beside};
}

static void add_demands(const struct bars *bars, struct demands *before,
                        struct demands *after) {
    const struct chart *chart = bars->chart;
    length rule = bars->canvas->style->chart.axis_rule;
    demand(before, 0, rule);
    demand(after, 0, rule);
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        const struct bar *bar = &bars->bars[i];
        length beside = bar->label.width + bars->canvas->style->chart.label_gap;
        demand(bar->number < 0 ? before : after,
               bar->number < 0 ? -bar->number : bar->number, beside);
    }
    int64_t ends[] = {chart->reference.label.text.length ? chart->reference.number : 0,
                      chart->least};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        demand(ends[i] < 0 ? before : after, ends[i] < 0 ? -ends[i] : ends[i], rule);
}

/* The largest scale that gives two of them, one on each side, room. */
static void narrow(struct axis *axis, const struct demand *a, const struct demand *b,
                   length width) {
    int64_t run = a->number + b->number;
    int64_t rise = width - a->beside - b->beside;
    if (run && (!axis->rise || rise * axis->run < axis->rise * run)) {
        axis->rise = rise > 0 ? rise : 1;
        axis->run = run;
    }
}

static void find_axis(struct bars *bars) {
    const struct chart *chart = bars->chart;
    struct arena *scratch = bars->canvas->means.scratch;
    size_t most = chart->row_count * chart->series_count + 3;
    struct demands before = {arena_array(scratch, struct demand, most), 0};
    struct demands after = {arena_array(scratch, struct demand, most), 0};
    length width = bars->canvas->drawing->width - bars->start, zero = 0;
    struct axis axis = {.origin = 0, .rise = 0, .run = 1};
    add_demands(bars, &before, &after);
    for (size_t i = 0; i < before.count; i++)
        for (size_t j = 0; j < after.count; j++)
            narrow(&axis, &before.items[i], &after.items[j], width);
    for (size_t i = 0; i < before.count; i++)
        zero = larger(zero, axis_place(&axis, before.items[i].number) +
                                before.items[i].beside);
    axis.origin = bars->start + zero;
    bars->axis = axis;
}

/* --- ink --------------------------------------------------------------------------------- */

static uint32_t bar_colour(const struct bars *bars, size_t row) {
    const struct style *style = bars->canvas->style;
    return bars->chart->marked_row && !is_marked(bars->chart, row)
               ? style->chart.muted
               : style->colours.brick;
}

static void place_labels(const struct bars *bars) {
    const struct chart *chart = bars->chart;
    length gap = bars->canvas->style->chart.label_gap;
    for (size_t row = 0; row < chart->row_count; row++) {
        length middle = (bars->tops[row] + bars->tops[row + 1]) / 2;
        canvas_label(bars->canvas, &bars->names[row], STAND_START, 0,
                     middle + label_drop(&bars->names[row]));
        for (size_t i = 0; i < chart->series_count; i++) {
            const struct bar *bar = &bars->bars[row * chart->series_count + i];
            bool before = bar->number < 0;
            length end = axis_place(&bars->axis, bar->number);
            canvas_label(bars->canvas, &bar->label, before ? STAND_END : STAND_START,
                         before ? end - gap : end + gap,
                         bar->y + label_drop(&bar->label));
        }
    }
}

static void draw_bars(const struct bars *bars) {
    const struct chart *chart = bars->chart;
    length half = bars->canvas->style->chart.bar / 2;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        const struct bar *bar = &bars->bars[i];
        length end = axis_place(&bars->axis, bar->number), zero = bars->axis.origin;
        struct box box = {end < zero ? end : zero, bar->y - half,
                          end < zero ? zero : end, bar->y + half};
        canvas_rectangle(bars->canvas, box, bar_colour(bars, i / chart->series_count));
    }
}

/* Numbers below the bars, from one end of what can be drawn to the other. */
static void draw_ticks(struct bars *bars) {
    struct canvas *canvas = bars->canvas;
    const struct axis *axis = &bars->axis;
    length width = canvas->drawing->width - canvas->style->chart.grid_rule;
    if (!axis->rise)
        return;
    struct ticks ticks =
        ticks_find(canvas, axis, (bars->start - axis->origin) * axis->run / axis->rise,
                   (width - axis->origin) * axis->run / axis->rise,
                   canvas->style->chart.tick_gap, /*upright*/ false);
    length lowest = 0;
    for (size_t i = 0; i < ticks.count; i++) {
        const struct label *label = &ticks.items[i].label;
        length y =
            bars->foot + label_ascent(label) + canvas->style->chart.label_gap / 2;
        canvas_label(canvas, label, STAND_START, tick_left(canvas, &ticks.items[i]), y);
        canvas_grid(canvas, ticks.items[i].place, bars->top, bars->foot);
        lowest = larger(lowest, y + label_descent(label));
    }
    canvas->drawing->height = larger(canvas->drawing->height, lowest);
}

/* --- the reference ----------------------------------------------------------------------- */

static void draw_reference(const struct bars *bars, const struct label *label) {
    struct canvas *canvas = bars->canvas;
    if (!label->lines.count)
        return;
    length x = axis_place(&bars->axis, bars->chart->reference.number);
    length most = canvas->drawing->width - label->width, left = x - label->width / 2;
    left = left > most ? most : left;
    canvas_label(canvas, label, STAND_START, left > 0 ? left : 0, label_ascent(label));
    canvas_reference(canvas, x, bars->top, bars->foot);
}

static void draw_axis(const struct bars *bars) {
    length half = bars->canvas->style->chart.axis_rule / 2, zero = bars->axis.origin;
    canvas_rectangle(bars->canvas,
                     (struct box){zero - half, bars->top, zero + half, bars->foot},
                     bars->canvas->style->colours.ink);
}

void bars_draw(struct canvas *canvas) {
    struct bars bars = {.canvas = canvas, .chart = canvas->chart};
    const struct style *style = canvas->style;
    struct label reference =
        label_set(canvas, &canvas->chart->reference.label, ROLE_CHART_AXIS,
                  style->colours.ink, canvas->drawing->width);
    if (reference.lines.count)
        bars.top = label_height(&reference) + style->chart.label_gap / 2;
    set_names(&bars);
    set_values(&bars);
    if (canvas->failed)
        return;
    find_pitch(&bars);
    find_rows(&bars);
    find_axis(&bars);
    canvas->drawing->height = bars.foot;
    place_labels(&bars);
    draw_ticks(&bars);
    draw_bars(&bars);
    draw_reference(&bars, &reference);
    draw_axis(&bars);
}
