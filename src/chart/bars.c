/* SPDX-License-Identifier: MIT */
/* Draws bars: lying, or upright where names and values find room side by side; alone, in
   groups, or stacked. lying.c and upright.c say where they stand. */
#include "chart/internal.h"

size_t bars_count(const struct bars *bars) {
    return bars->chart->row_count * bars->chart->series_count;
}

/* --- numbers ------------------------------------------------------------------------------ */

static void stack_rows(struct bars *bars) {
    const struct chart *chart = bars->chart;
    bars->bars = arena_array(bars->canvas->means.scratch, struct bar, bars_count(bars));
    for (size_t i = 0; i < bars_count(bars); i++) {
        const struct chart_value *value = &chart->values[i];
        struct bar *bar = &bars->bars[i];
        bool first = i % chart->series_count == 0;
        bar->known = value->known;
        bar->from = chart->stacked && !first ? bar[-1].to : 0;
        bar->to = bar->from + (value->known ? value->number : 0);
    }
}

/* --- what is written ---------------------------------------------------------------------- */

/* In a stack it stands on the pattern of its bar. */
static uint32_t value_colour(const struct bars *bars, size_t i) {
    const struct style *style = bars->canvas->style;
    const struct bar *bar = &bars->bars[i];
    size_t series = bars->chart->series_count;
    if (bars->chart->stacked)
        return series_pattern(bars->canvas, i % series) == PATTERN_DARK &&
                       bars->chart->values[i].doubt == DOUBT_NONE
                   ? style->colours.paper
                   : style->roles[ROLE_CHART_LABEL].colour;
    if (!bar->known || bar->from == bar->to)
        return style->colours.stone; /* what is missing, or none, stands back */
    return row_colour(bars->canvas, i / series);
}

/* Their sum; or what is said of one that is missing: then there is none. */
static struct label set_total(const struct bars *bars, size_t row, length measure) {
    const struct chart *chart = bars->chart;
    struct canvas *canvas = bars->canvas;
    const struct bar *last = &bars->bars[(row + 1) * chart->series_count - 1];
    for (size_t i = row * chart->series_count; i < (row + 1) * chart->series_count; i++)
        if (!bars->bars[i].known)
            return label_set(canvas, &chart->values[i].label, ROLE_CHART_LABEL,
                             canvas->style->colours.stone, measure);
    return label_write(canvas, scale_write_value(canvas, last->to),
                       row_role(bars->canvas, row), row_colour(bars->canvas, row),
                       measure);
}

void bars_set_values(struct bars *bars, length measure) {
    const struct chart *chart = bars->chart;
    struct canvas *canvas = bars->canvas;
    for (size_t i = 0; i < bars_count(bars); i++) {
        enum role role = chart->stacked
                             ? ROLE_CHART_LABEL
                             : row_role(bars->canvas, i / chart->series_count);
        bars->bars[i].label = label_set(canvas, &chart->values[i].label, role,
                                        value_colour(bars, i), measure);
    }
    if (!chart->stacked)
        return;
    bars->totals = arena_array(canvas->means.scratch, struct label, chart->row_count);
    for (size_t row = 0; row < chart->row_count; row++)
        bars->totals[row] = set_total(bars, row, measure);
}

const struct label *bars_end_label(const struct bars *bars, size_t i) {
    size_t series = bars->chart->series_count;
    if (!bars->chart->stacked)
        return &bars->bars[i].label;
    return (i + 1) % series ? NULL : &bars->totals[i / series];
}

struct demands bars_demand(const struct bars *bars,
                           length (*beside)(const struct bars *,
                                            const struct label *)) {
    const struct chart *chart = bars->chart;
    struct demands demands =
        demands_new(bars->canvas->means.scratch, bars_count(bars) + 2 + REMARKS * 2);
    length rule = bars->canvas->style->chart.axis_rule;
    demand(&demands, 0, rule);
    for (size_t i = 0; i < bars_count(bars); i++) {
        const struct label *label = bars_end_label(bars, i);
        demand(&demands, bars->bars[i].to, label ? beside(bars, label) : 0);
    }
    for (size_t i = 0; i < chart->reference_count; i++)
        demand(&demands, chart->references[i].number, rule);
    for (size_t i = 0; i < chart->band_count; i++) {
        demand(&demands, chart->bands[i].low, rule);
        demand(&demands, chart->bands[i].high, rule);
    }
    demand(&demands, chart->axis.has_to ? chart->axis.to : 0, rule);
    return demands;
}

/* --- ink ---------------------------------------------------------------------------------- */

static enum pattern bar_pattern(const struct bars *bars, size_t i) {
    size_t series = bars->chart->series_count;
    if (series > 1)
        return series_pattern(bars->canvas, i % series);
    return bars->chart->marked_row && bars->chart->marked_row != i + 1
               ? muted_pattern(bars->canvas)
               : PATTERN_DARK;
}

static struct box bar_box(const struct bars *bars, const struct bar *bar) {
    length from = axis_place(&bars->axis, bar->from);
    length to = axis_place(&bars->axis, bar->to);
    length low = from < to ? from : to, high = from < to ? to : from;
    length near = bar->middle - bar->thick / 2, far = bar->middle + bar->thick / 2;
    return bars->upright ? (struct box){near, low, far, high}
                         : (struct box){low, near, high, far};
}

static struct box axis_box(const struct bars *bars) {
    length half = bars->canvas->style->chart.axis_rule / 2, zero = bars->axis.origin;
    return bars->upright
               ? (struct box){bars->start, zero - half, bars->end, zero + half}
               : (struct box){zero - half, bars->top, zero + half, bars->foot};
}

/* On a hatch it stands on paper. */
static void write_inside(const struct bars *bars, const struct bar *bar,
                         enum pattern pattern) {
    struct canvas *canvas = bars->canvas;
    const struct label *label = &bar->label;
    struct box box = bar_box(bars, bar);
    length gap = canvas->style->chart.label_gap / 2;
    length x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
    bool hollow = bars->chart->values[bar - bars->bars].doubt != DOUBT_NONE;
    length half = label->width / 2 + gap,
           tall = label_height(label) / 2 +
                  canvas->style->chart.axis_rule * (hollow ? 2 : 1);
    if (bar->from == bar->to || label->lines.count != 1 || box.x1 - box.x0 < half * 2 ||
        box.y1 - box.y0 < tall * 2)
        return;
    if (pattern != PATTERN_DARK && pattern != PATTERN_PALE)
        canvas_rectangle(canvas, (struct box){x - half, y - tall, x + half, y + tall},
                         canvas->style->colours.paper);
    canvas_label(canvas, label, STAND_MIDDLE, x, y + label_drop(label));
}

struct notes bars_annotate(struct bars *bars,
                           struct point (*find)(const void *, size_t, size_t)) {
    struct canvas *canvas = bars->canvas;
    struct notes notes =
        notes_open(canvas, (struct box){bars->start, bars->top, canvas->drawing->width,
                                        bars->foot});
    notes.obstacles.beside = !bars->upright;
    for (size_t i = 0; i < bars_count(bars); i++)
        if (bars->bars[i].known)
            notes_avoid_box(&notes, bar_box(bars, &bars->bars[i]));
    notes_avoid_box(&notes, axis_box(bars));
    notes_annotate(&notes, find, bars);
    return notes;
}

void bars_paint(const struct bars *bars) {
    for (size_t i = 0; i < bars_count(bars); i++) {
        const struct bar *bar = &bars->bars[i];
        enum pattern pattern = bar_pattern(bars, i);
        if (!bar->known)
            continue;
        canvas_fill_value(bars->canvas, bar_box(bars, bar), pattern,
                          bars->chart->values[i].doubt);
        if (bars->chart->stacked)
            write_inside(bars, bar, pattern);
    }
}

void bars_draw(struct canvas *canvas) {
    const struct chart *chart = canvas->chart;
    struct bars bars = {.canvas = canvas, .chart = chart};
    stack_rows(&bars);
    bars.top = legend_draw(canvas, canvas->style->chart.swatch, legend_bar);
    if (chart->upright && !canvas->failed) {
        struct bars upright = bars;
        upright.upright = true;
        if (upright_draw(&upright))
            return;
    }
    if (!canvas->failed)
        lying_draw(&bars);
}
