/* SPDX-License-Identifier: MIT */
/* Draws a chart: by its kind. */
#include "chart/panels.h"

static void (*const painters[CHART_KINDS])(struct canvas *) = {
    [CHART_BARS] = bars_draw, [CHART_LINES] = lines_draw,
    [CHART_HEAT] = heat_draw, [CHART_TILES] = tilemap_draw,
    [CHART_DOTS] = dots_draw, [CHART_DUMBBELLS] = dots_draw,
};

static void panels_draw(struct canvas *canvas) {
    if (canvas->chart->kind == CHART_LINES)
        line_panels_draw(canvas);
    else
        row_panels_draw(canvas);
}

const struct drawing *chart_draw(const struct chart *chart, struct chart_means means,
                                 length width) {
    struct drawing *drawing = arena_new(means.scratch, struct drawing);
    struct canvas canvas = {.chart = chart,
                            .means = means,
                            .style = typesetter_style(means.typesetter),
                            .drawing = drawing};
    drawing->width = width;
    canvas.formats = formats_open(means.scratch);
    (chart->panels ? panels_draw : painters[chart->kind])(&canvas);
    canvas_finish(&canvas);
    formats_close(canvas.formats);
    return canvas.failed ? NULL : drawing;
}
