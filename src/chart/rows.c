/* SPDX-License-Identifier: MIT */
/* Sets the names of rows, where each has one line of the drawing. */
#include "chart/internal.h"

static bool is_marked(const struct canvas *canvas, size_t row) {
    return canvas->chart->marked_row == row + 1;
}

enum role row_role(const struct canvas *canvas, size_t row) {
    return is_marked(canvas, row) ? ROLE_CHART_STRONG : ROLE_CHART_LABEL;
}

uint32_t row_colour(const struct canvas *canvas, size_t row) {
    return is_marked(canvas, row) ? canvas->style->colours.brick
                                  : canvas->style->roles[ROLE_CHART_LABEL].colour;
}

struct names names_set(struct canvas *canvas) {
    const struct chart *chart = canvas->chart;
    length measure = canvas->drawing->width * 2 / 5;
    struct names names = {
        .labels = arena_array(canvas->means.scratch, struct label, chart->row_count)};
    for (size_t row = 0; row < chart->row_count; row++) {
        struct label *label = &names.labels[row];
        *label = label_set(canvas, &chart->names[row], row_role(canvas, row),
                           row_colour(canvas, row), measure);
        if (label->width > names.width)
            names.width = label->width;
    }
    return names;
}
