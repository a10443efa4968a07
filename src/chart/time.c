/* SPDX-License-Identifier: MIT */
/* Writes the times below lines: each of them, or each second, fifth, ... so that no two meet.
   The last one always stands there. */
#include "chart/internal.h"

enum { MOST = 60 /* times written */ };

struct times {
    struct plot *plot;
    struct label *labels; /* of each step-th row, from the last one back */
    size_t count, step;
};

static size_t time_row(const struct times *times, size_t i) {
    return times->plot->chart->row_count - 1 - i * times->step;
}

/* In the middle below its place, but inside the drawing. */
static length time_left(const struct times *times, size_t i) {
    length width = times->labels[i].width;
    length left = plot_time(times->plot, time_row(times, i)) - width / 2;
    length last = times->plot->canvas->drawing->width - width;
    left = left > last ? last : left;
    return left > 0 ? left : 0;
}

static void set_times(struct times *times) {
    struct canvas *canvas = times->plot->canvas;
    const struct chart *chart = canvas->chart;
    length gap = canvas->style->chart.label_gap;
    times->count = (chart->row_count - 1) / times->step + 1;
    length room = (times->plot->end - times->plot->start) / (length)times->count - gap;
    length least = canvas->style->chart.tick_gap;
    times->labels = arena_array(canvas->means.scratch, struct label, times->count);
    for (size_t i = 0; i < times->count; i++)
        times->labels[i] =
            label_set(canvas, &chart->names[time_row(times, i)], ROLE_CHART_AXIS,
                      canvas->style->colours.stone, room > least ? room : least);
}

static bool fit(const struct times *times) {
    length gap = times->plot->canvas->style->chart.label_gap;
    for (size_t i = 1; i < times->count; i++)
        if (time_left(times, i) + times->labels[i].width + gap >
            time_left(times, i - 1))
            return false;
    return true;
}

static void write_time(const struct times *times, size_t i) {
    struct plot *plot = times->plot;
    struct canvas *canvas = plot->canvas;
    const struct chart_style *style = &canvas->style->chart;
    const struct label *label = &times->labels[i];
    length x = plot_time(plot, time_row(times, i)), half = style->axis_rule / 2;
    length y = plot->foot + style->label_gap;
    canvas_rectangle(canvas,
                     (struct box){x - half, plot->foot, x + half, y - style->axis_rule},
                     canvas->style->colours.ink);
    length left = time_left(times, i);
    bool middle = left == x - label->width / 2;
    canvas_label(canvas, label, middle ? STAND_MIDDLE : STAND_START, middle ? x : left,
                 y + label_ascent(label));
    if (y + label_height(label) > canvas->drawing->height)
        canvas->drawing->height = y + label_height(label);
}

void time_write(struct plot *plot) {
    struct times times = {.plot = plot};
    size_t rows = plot->chart->row_count;
    times.step = (size_t)scale_step((int64_t)((rows + MOST - 1) / MOST));
    for (set_times(&times); times.count > 1 && !fit(&times); set_times(&times))
        times.step = (size_t)scale_next_step((int64_t)times.step);
    for (size_t i = times.count; i-- > 0 && !plot->canvas->failed;)
        write_time(&times, i);
}
