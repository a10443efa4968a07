/* SPDX-License-Identifier: MIT */
/* Says a few values of lines where they are: those of the times that are asked for; else, of a
   single line, the first, the last, the least and the greatest, where they find room. */
#include "chart/internal.h"

enum { KEYS = 4 };

/* --- which --------------------------------------------------------------------------------- */

static void add_key(size_t keys[KEYS], size_t *count, size_t row) {
    for (size_t i = 0; i < *count; i++)
        if (keys[i] == row)
            return;
    keys[(*count)++] = row;
}

/* The last one first: it is what a reader looks for. */
static size_t find_keys(const struct plot *plot, size_t keys[KEYS]) {
    const struct chart_value *values = plot->chart->values;
    size_t rows = plot->chart->row_count, first = rows, last = rows, least = rows,
           greatest = rows, count = 0;
    for (size_t row = 0; row < rows; row++) {
        if (!values[row].known)
            continue;
        first = first == rows ? row : first;
        last = row;
        if (least == rows || values[row].number < values[least].number)
            least = row;
        if (greatest == rows || values[row].number > values[greatest].number)
            greatest = row;
    }
    if (last == rows)
        return 0;
    size_t all[KEYS] = {last, first, greatest, least};
    for (size_t i = 0; i < KEYS; i++)
        add_key(keys, &count, all[i]);
    return count;
}

/* --- what is written --------------------------------------------------------------------------- */

bool plot_find_place(const struct plot *plot, struct point point,
                     const struct label *label, struct box *box) {
    struct obstacles obstacles = {
        .lines = plot->lines,
        .line_count = plot->chart->series_count,
        .within = {plot->left, plot->ceiling, plot->right, plot->foot}};
    return place_near(plot->canvas, &obstacles, point, label, box);
}

static void write_said(struct plot *plot, struct notes *notes, size_t row,
                       size_t series) {
    const struct chart *chart = plot->chart;
    struct canvas *canvas = plot->canvas;
    const struct paragraph *words =
        &chart->values[row * chart->series_count + series].label;
    struct point point = plot_point(plot, row, series);
    bool asked = chart->said_count > 0;
    struct label label = label_set(
        canvas, words, chart->series_count > 1 ? ROLE_CHART_STRONG : ROLE_CHART_KEY,
        series_pen(canvas, series).colour, canvas->drawing->width);
    bool written =
        label.lines.count == 1 && notes_write(notes, &label, point, /*far*/ asked);
    if (!written && asked)
        notes_postpone(notes, row, series, words->text);
    if (written || asked)
        plot->said[plot->said_count++] = (struct said){point, row, series};
}

/* Those that are asked for, of each series. */
static void write_asked(struct plot *plot, struct notes *notes) {
    const struct chart *chart = plot->chart;
    for (size_t i = 0; i < chart->said_count * chart->series_count; i++) {
        size_t row = chart->said[i / chart->series_count];
        size_t series = i % chart->series_count;
        if (plot_knows(plot, row, series) && !plot->canvas->failed)
            write_said(plot, notes, row, series);
    }
}

void keys_write(struct plot *plot, struct notes *notes) {
    size_t keys[KEYS];
    if (plot->chart->said_count)
        write_asked(plot, notes);
    if (plot->chart->said_count || plot->chart->series_count > 1)
        return;
    size_t count = find_keys(plot, keys);
    for (size_t i = 0; i < count && !plot->canvas->failed; i++)
        write_said(plot, notes, keys[i], 0);
}
