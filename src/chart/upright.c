/* SPDX-License-Identifier: MIT */
/* Draws upright bars: names below them, values above their ends, numbers of the axis at the
   start. Where a name has no room below its bar, or a value above it, bars lie instead:
   no letters are ever tilted. */
#include "chart/internal.h"

enum { NAME_LINES = 4 };

/* --- from top to foot --------------------------------------------------------------------- */

static length above(const struct bars *bars, const struct label *label) {
    return label_height(label) + bars->canvas->style->chart.label_gap / 2;
}

static void find_axis(struct bars *bars) {
    const struct style *style = bars->canvas->style;
    length room = style->chart.upright;
    length half = style->roles[ROLE_CHART_AXIS].latin.size;
    struct demands demands = bars_demand(bars, above);
    struct axis axis = demands_fit(&demands, room);
    bars->top += half; /* of the highest number */
    bars->foot = bars->top + room;
    bars->axis = (struct axis){bars->foot - axis.origin, 0, -axis.rise, axis.run};
}

static struct ticks find_ticks(struct bars *bars) {
    const struct axis *axis = &bars->axis;
    if (!axis->rise)
        return (struct ticks){NULL, 0};
    return ticks_find(bars->canvas, axis,
                      (bars->foot - axis->origin) * axis->run / axis->rise,
                      (bars->top - axis->origin) * axis->run / axis->rise,
                      bars->canvas->style->chart.tick_gap / 2, /*upright*/ true);
}

/* --- past the bars ------------------------------------------------------------------------- */

static length remarks_width(const struct bars *bars) {
    length widest = 0;
    for (size_t i = 0; i < bars->remarks.count; i++)
        widest = length_larger(widest, bars->remarks.items[i].label.width);
    return widest ? widest + bars->canvas->style->chart.label_gap : 0;
}

static void sort_remarks(struct bars *bars) {
    for (size_t i = 1; i < bars->remarks.count; i++) {
        struct remark remark = bars->remarks.items[i];
        size_t at = i;
        for (; at && bars->remarks.items[at - 1].top > remark.top; at--)
            bars->remarks.items[at] = bars->remarks.items[at - 1];
        bars->remarks.items[at] = remark;
    }
}

/* Each at its number, or below the one before it; then, where the last does not end above the
   foot, each above the one after it. False if they find no room. */
static bool place_remarks(struct bars *bars) {
    length least = bars->top, most = bars->foot;
    for (size_t i = 0; i < bars->remarks.count; i++)
        bars->remarks.items[i].top =
            axis_place(&bars->axis, bars->remarks.items[i].number) -
            label_height(&bars->remarks.items[i].label) / 2;
    sort_remarks(bars);
    for (size_t i = 0; i < bars->remarks.count; i++) {
        struct remark *remark = &bars->remarks.items[i];
        remark->top = length_larger(remark->top, least);
        least = remark->top + label_height(&remark->label);
    }
    for (size_t i = bars->remarks.count; i-- > 0;) {
        struct remark *remark = &bars->remarks.items[i];
        length last = most - label_height(&remark->label);
        remark->top = remark->top > last ? last : remark->top;
        most = remark->top;
    }
    return most >= bars->top;
}

/* --- side by side -------------------------------------------------------------------------- */

static void find_ends(struct bars *bars, const struct ticks *ticks) {
    length gap = bars->canvas->style->chart.label_gap, widest = 0;
    for (size_t i = 0; i < ticks->count; i++)
        widest = length_larger(widest, ticks->items[i].label.width);
    bars->start = widest + (widest ? gap * 2 : gap);
    bars->end = bars->canvas->drawing->width;
    bars->end -= remarks_width(bars);
}

static void place_row(struct bars *bars, size_t row) {
    const struct chart *chart = bars->chart;
    length left = bars->edges[row], slot = bars->edges[row + 1] - left;
    length shown = chart->stacked ? 1 : (length)chart->series_count;
    length most = bars->canvas->style->chart.bar * 3;
    length pitch = slot * 3 / 4 / shown < most ? slot * 3 / 4 / shown : most;
    length first = left + (slot - pitch * (shown - 1)) / 2;
    for (size_t i = 0; i < chart->series_count; i++) {
        struct bar *bar = &bars->bars[row * chart->series_count + i];
        bar->middle = first + (chart->stacked ? 0 : pitch * (length)i);
        bar->thick = shown > 1 ? pitch * 9 / 10 : pitch;
    }
}

static void find_rows(struct bars *bars) {
    size_t rows = bars->chart->row_count;
    length width = bars->end - bars->start;
    bars->edges = arena_array(bars->canvas->means.scratch, length, rows + 1);
    for (size_t row = 0; row <= rows; row++)
        bars->edges[row] =
            bars->start + (length)((int64_t)width * (int64_t)row / (int64_t)rows);
    for (size_t row = 0; row < rows; row++)
        place_row(bars, row);
}

/* --- whether there is room ------------------------------------------------------------------ */

/* A value has its own bar and what is between it and the next, or where bars stand alone all
   that is below its name. */
static bool values_fit(const struct bars *bars) {
    const struct chart *chart = bars->chart;
    length gap = bars->canvas->style->chart.label_gap / 2;
    bool alone = chart->stacked || chart->series_count == 1;
    for (size_t i = 0; i < bars_count(bars); i++) {
        const struct label *label = bars_end_label(bars, i);
        size_t row = i / chart->series_count;
        length room = alone ? bars->edges[row + 1] - bars->edges[row]
                            : bars->bars[i].thick * 10 / 9;
        if (label && label->width + gap > room)
            return false;
    }
    return true;
}

static bool names_fit(struct bars *bars) {
    const struct chart *chart = bars->chart;
    struct canvas *canvas = bars->canvas;
    length gap = canvas->style->chart.label_gap;
    bars->names = arena_array(canvas->means.scratch, struct label, chart->row_count);
    for (size_t row = 0; row < chart->row_count && !canvas->failed; row++) {
        length measure = bars->edges[row + 1] - bars->edges[row] - gap;
        struct label whole =
            label_set(canvas, &chart->names[row], row_role(canvas, row),
                      row_colour(canvas, row), canvas->drawing->width);
        if (!whole.text || measure < gap ||
            lines_extent(canvas->means.scratch, whole.text).narrowest > measure)
            return false;
        bars->names[row] = label_set(canvas, &chart->names[row], row_role(canvas, row),
                                     row_colour(canvas, row), measure);
        if (bars->names[row].lines.count > NAME_LINES)
            return false;
    }
    return true;
}

/* --- ink ------------------------------------------------------------------------------------ */

static void write_value(const struct bars *bars, size_t i) {
    const struct bar *bar = &bars->bars[i];
    const struct label *label = bars_end_label(bars, i);
    length gap = bars->canvas->style->chart.label_gap / 2;
    length end = axis_place(&bars->axis, bar->to);
    if (!label)
        return;
    length top = bar->to < 0 ? end + gap : end - gap - label_height(label);
    canvas_label(bars->canvas, label, STAND_MIDDLE, bar->middle,
                 top + label_ascent(label));
}

/* Row by row, as they are read. */
static void write_rows(const struct bars *bars) {
    struct canvas *canvas = bars->canvas;
    length foot = bars->foot + canvas->style->chart.label_gap;
    size_t series = bars->chart->series_count;
    for (size_t row = 0; row < bars->chart->row_count; row++) {
        const struct label *name = &bars->names[row];
        canvas_label(canvas, name, STAND_MIDDLE,
                     (bars->edges[row] + bars->edges[row + 1]) / 2,
                     foot + label_ascent(name));
        canvas->drawing->height =
            length_larger(canvas->drawing->height, foot + label_height(name));
        for (size_t i = row * series; i < (row + 1) * series; i++)
            write_value(bars, i);
    }
}

static void write_ticks(const struct bars *bars, const struct ticks *ticks) {
    struct canvas *canvas = bars->canvas;
    length gap = canvas->style->chart.label_gap;
    for (size_t i = 0; i < ticks->count; i++) {
        const struct label *label = &ticks->items[i].label;
        length y = ticks->items[i].place;
        canvas_label(canvas, label, STAND_START, 0, y + label_drop(label));
        canvas_grid_lying(canvas, y, bars->start - gap, bars->end);
    }
}

static void draw_axis(const struct bars *bars) {
    const struct chart_style *style = &bars->canvas->style->chart;
    length half = style->axis_rule / 2, zero = bars->axis.origin;
    canvas_rectangle(bars->canvas,
                     (struct box){bars->start - style->label_gap, zero - half,
                                  bars->end, zero + half},
                     bars->canvas->style->colours.ink);
}

static void paint_bands(const struct bars *bars) {
    struct box plot = {bars->start - bars->canvas->style->chart.label_gap, bars->top,
                       bars->end, bars->foot};
    for (size_t i = 0; i < bars->remarks.count && bars->axis.rise; i++)
        if (bars->remarks.items[i].band)
            band_paint(bars->canvas,
                       band_box(bars->remarks.items[i].band, &bars->axis, plot,
                                /*upright*/ true));
}

static void write_remarks(const struct bars *bars) {
    struct canvas *canvas = bars->canvas;
    for (size_t i = 0; i < bars->remarks.count; i++) {
        const struct label *label = &bars->remarks.items[i].label;
        canvas_label(canvas, label, STAND_START, canvas->drawing->width - label->width,
                     bars->remarks.items[i].top + label_ascent(label));
    }
}

static void draw_references(const struct bars *bars) {
    struct canvas *canvas = bars->canvas;
    for (size_t i = 0; i < bars->remarks.count; i++)
        if (!bars->remarks.items[i].band)
            canvas_reference_lying(
                canvas, axis_place(&bars->axis, bars->remarks.items[i].number),
                bars->start, bars->end);
}

/* Above its value. */
static struct point find_note(const void *where, size_t row, size_t series) {
    const struct bars *bars = where;
    size_t i = row * bars->chart->series_count + series;
    const struct label *label = bars_end_label(bars, i);
    length end = axis_place(&bars->axis, bars->bars[i].to);
    length past = label ? above(bars, label) : 0;
    return (struct point){bars->bars[i].middle,
                          bars->bars[i].to < 0 ? end + past : end - past, false};
}

bool upright_draw(struct bars *bars) {
    struct canvas *canvas = bars->canvas;
    bars_set_values(bars, canvas->drawing->width);
    bars->remarks = remarks_set(canvas, canvas->drawing->width / 5);
    if (canvas->failed)
        return false;
    find_axis(bars);
    struct ticks ticks = find_ticks(bars);
    find_ends(bars, &ticks);
    find_rows(bars);
    if (canvas->failed || !values_fit(bars) || !names_fit(bars) ||
        !place_remarks(bars) || canvas->failed)
        return false;
    canvas->drawing->height = bars->foot;
    paint_bands(bars);
    write_rows(bars);
    write_remarks(bars);
    struct notes notes = bars_annotate(bars, find_note);
    write_ticks(bars, &ticks);
    bars_paint(bars);
    draw_references(bars);
    draw_axis(bars);
    notes_list(&notes);
    return true;
}
