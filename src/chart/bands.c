/* SPDX-License-Identifier: MIT */
/* Grounds behind stretches of time and of the axis. A stretch of time reaches half-way to the
   times before and after it, and up to its label, which stands above the lines. */
#include "chart/internal.h"

enum { LABEL_LINES = 3 /* of one that is kept inside its band */ };

/* --- where --------------------------------------------------------------------------------- */

static length between(const struct plot *plot, size_t row) {
    return (plot_time(plot, row) + plot_time(plot, row + 1)) / 2;
}

static struct box time_box(const struct plot *plot, const struct chart_band *band) {
    bool open = band->last + 1 == plot->chart->row_count;
    return (struct box){
        band->first ? between(plot, band->first - 1) : plot->start - PLOT_EDGE,
        plot->ceiling, open ? plot->end + PLOT_EDGE : between(plot, band->last),
        plot->foot};
}

static length clamp(length at, length low, length high) {
    return at < low ? low : at > high ? high : at;
}

struct box band_box(const struct chart_band *band, const struct axis *axis,
                    struct box plot, bool upright) {
    bool down = axis->rise < 0; /* greater numbers stand at the smaller places */
    length first = upright ? plot.y0 : plot.x0, last = upright ? plot.y1 : plot.x1;
    length low = band->has_low ? axis_place(axis, band->low) : down ? last : first;
    length high = band->has_high ? axis_place(axis, band->high) : down ? first : last;
    low = clamp(low, first, last);
    high = clamp(high, first, last);
    if (upright) {
        plot.y0 = low < high ? low : high;
        plot.y1 = low < high ? high : low;
    } else {
        plot.x0 = low < high ? low : high;
        plot.x1 = low < high ? high : low;
    }
    return plot;
}

/* --- bands of time -------------------------------------------------------------------------- */

/* Inside its band if that is wide enough. */
static struct label set_label(struct plot *plot, const struct chart_band *band,
                              length room) {
    struct canvas *canvas = plot->canvas;
    uint32_t ink = canvas->style->colours.ink;
    length third = canvas->drawing->width / 3;
    struct label label =
        label_set(canvas, &band->label, ROLE_CHART_AXIS, ink, room > 0 ? room : third);
    if (label.width <= room && label.lines.count <= LABEL_LINES)
        return label;
    return label_set(canvas, &band->label, ROLE_CHART_AXIS, ink,
                     room > third ? room : third);
}

void bands_write(struct plot *plot, struct shelf *shelf) {
    const struct chart *chart = plot->chart;
    length gap = plot->canvas->style->chart.label_gap;
    shelf->top += gap; /* of ground above the letters */
    for (size_t i = 0; i < chart->band_count; i++) {
        const struct chart_band *band = &chart->bands[i];
        if (!band->timed)
            continue;
        struct box box = time_box(plot, band);
        struct label label = set_label(plot, band, box.x1 - box.x0 - gap * 2);
        plot->band_tops[i] = shelf_put(shelf, &label, box.x0 + gap) - gap;
    }
}

static void paint_time(const struct plot *plot, size_t i) {
    struct box box = time_box(plot, &plot->chart->bands[i]);
    box.y0 = plot->band_tops[i];
    band_paint(plot->canvas, box);
}

void bands_rule(const struct plot *plot) {
    const struct chart *chart = plot->chart;
    for (size_t i = 0; i < chart->band_count; i++) {
        const struct chart_band *band = &chart->bands[i];
        struct box box = time_box(plot, band);
        if (band->timed && band->first)
            canvas_grid(plot->canvas, box.x0, plot->band_tops[i], box.y1);
        if (band->timed && band->last + 1 < chart->row_count)
            canvas_grid(plot->canvas, box.x1, plot->band_tops[i], box.y1);
    }
}

void bands_paint(const struct plot *plot) {
    const struct chart *chart = plot->chart;
    struct box lines = {plot->start - PLOT_EDGE, plot->top, plot->end + PLOT_EDGE,
                        plot->foot};
    for (size_t i = 0; i < chart->band_count; i++)
        if (chart->bands[i].timed)
            paint_time(plot, i);
        else if (plot->axis.rise)
            band_paint(plot->canvas, band_box(&chart->bands[i], &plot->axis, lines,
                                              /*upright*/ true));
}
