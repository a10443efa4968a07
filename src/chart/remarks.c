/* SPDX-License-Identifier: MIT */
/* Sets what is said of numbers of the axis, references and bands, and puts labels above what
   is drawn. */
#include "chart/internal.h"

/* --- labels above ------------------------------------------------------------------------------ */

/* Where a label that stands there comes to an end; `top` if there is none. */
static length find_below(const struct canvas *canvas, struct box box) {
    length gap = canvas->style->chart.label_gap;
    for (size_t i = 0; i < canvas->taken_count; i++) {
        const struct box *other = &canvas->taken[i];
        if (box.x0 - gap < other->x1 && other->x0 < box.x1 + gap &&
            box.y0 < other->y1 && other->y0 < box.y1)
            return other->y1;
    }
    return box.y0;
}

length shelf_put(struct shelf *shelf, const struct label *label, length left) {
    struct canvas *canvas = shelf->canvas;
    length most = canvas->drawing->width - label->width, height = label_height(label);
    left = left > most ? most : left;
    left = left > 0 ? left : 0;
    struct box box = {left, shelf->top, left + label->width, shelf->top + height};
    for (length below = find_below(canvas, box); below > box.y0;
         below = find_below(canvas, box)) {
        box.y0 = below;
        box.y1 = below + height;
    }
    canvas_label(canvas, label, STAND_START, left, box.y0 + label_ascent(label));
    if (box.y1 > shelf->foot)
        shelf->foot = box.y1;
    return box.y0;
}

/* --- numbers of the axis -------------------------------------------------------------------------- */

/* What stands for a band: its middle, or the end that is said. */
static int64_t band_number(const struct chart_band *band) {
    if (!band->has_low || !band->has_high)
        return band->has_low ? band->low : band->high;
    return band->low + (band->high - band->low) / 2;
}

struct remarks remarks_set(struct canvas *canvas, length measure) {
    const struct chart *chart = canvas->chart;
    uint32_t ink = canvas->style->colours.ink;
    struct remarks remarks = {.canvas = canvas};
    for (size_t i = 0; i < chart->band_count; i++) {
        const struct chart_band *band = &chart->bands[i];
        if (!band->timed)
            remarks.items[remarks.count++] = (struct remark){
                label_set(canvas, &band->label, ROLE_CHART_AXIS, ink, measure),
                band_number(band), band, 0};
    }
    for (size_t i = 0; i < chart->reference_count; i++)
        remarks.items[remarks.count++] =
            (struct remark){label_set(canvas, &chart->references[i].label,
                                      ROLE_CHART_AXIS, ink, measure),
                            chart->references[i].number, NULL, 0};
    return remarks;
}

/* --- along an axis that lies ----------------------------------------------------------------------- */

length remarks_write(struct remarks *remarks, const struct axis *axis, length top) {
    struct shelf shelf = {remarks->canvas, top, top};
    for (size_t i = 0; i < remarks->count; i++) {
        struct remark *remark = &remarks->items[i];
        length place = axis_place(axis, remark->number);
        remark->top =
            shelf_put(&shelf, &remark->label, place - remark->label.width / 2);
    }
    return remarks->count ? shelf.foot + remarks->canvas->style->chart.label_gap / 2
                          : top;
}

void remarks_paint(const struct remarks *remarks, const struct axis *axis,
                   struct box plot) {
    for (size_t i = 0; i < remarks->count; i++) {
        plot.y0 = remarks->items[i].top;
        if (remarks->items[i].band)
            band_paint(remarks->canvas, band_box(remarks->items[i].band, axis, plot,
                                                 /*upright*/ false));
    }
}

void remarks_rule(const struct remarks *remarks, const struct axis *axis, length foot) {
    for (size_t i = 0; i < remarks->count; i++) {
        const struct remark *remark = &remarks->items[i];
        length below = remark->top + label_height(&remark->label) +
                       remarks->canvas->style->chart.label_gap / 2;
        if (!remark->band)
            canvas_reference(remarks->canvas, axis_place(axis, remark->number), below,
                             foot);
    }
}

void band_paint(struct canvas *canvas, struct box box) {
    canvas_rectangle(canvas, box, canvas->style->colours.sand);
}
