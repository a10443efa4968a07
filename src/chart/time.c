/* SPDX-License-Identifier: MIT */
/* Writes the times below lines: each of them, or each second, fifth, ... so that no two meet.
   The last one always stands there, and so do those that are said, in place of others. */
#include "chart/internal.h"

enum { MOST = 60 /* times written */ };

struct time {
    size_t row;
    struct label label;
    bool dropped;
};

struct times {
    struct plot *plot;
    struct time *items; /* each step-th, from the last one back */
    size_t count, step;
    struct time said[CHART_SAID];
};

/* In the middle below its place, but inside the drawing. */
static length time_left(const struct plot *plot, const struct time *time) {
    length width = time->label.width;
    length left = plot_time(plot, time->row) - width / 2;
    length last = plot->canvas->drawing->width - width;
    left = left > last ? last : left;
    return left > 0 ? left : 0;
}

static bool meets(const struct plot *plot, const struct time *a, const struct time *b) {
    length gap = plot->canvas->style->chart.label_gap;
    length left = time_left(plot, a), other = time_left(plot, b);
    return left < other + b->label.width + gap && other < left + a->label.width + gap;
}

static struct time set_time(const struct times *times, size_t row, bool said) {
    struct canvas *canvas = times->plot->canvas;
    length gap = canvas->style->chart.label_gap;
    length room = (times->plot->end - times->plot->start) / (length)times->count - gap;
    length least = canvas->style->chart.tick_gap;
    uint32_t colour = said ? canvas->style->colours.ink : canvas->style->colours.stone;
    return (struct time){row,
                         label_set(canvas, &canvas->chart->names[row],
                                   said ? ROLE_CHART_STRONG : ROLE_CHART_AXIS, colour,
                                   room > least ? room : least),
                         false};
}

static void set_times(struct times *times) {
    size_t rows = times->plot->chart->row_count;
    times->count = (rows - 1) / times->step + 1;
    times->items =
        arena_array(times->plot->canvas->means.scratch, struct time, times->count);
    for (size_t i = 0; i < times->count; i++)
        times->items[i] = set_time(times, rows - 1 - i * times->step, /*said*/ false);
}

static bool fit(const struct times *times) {
    for (size_t i = 1; i < times->count; i++)
        if (meets(times->plot, &times->items[i - 1], &times->items[i]))
            return false;
    return true;
}

/* Of two said that meet the first keeps its place, of others what is said. */
static void make_room(struct times *times) {
    const struct chart *chart = times->plot->chart;
    for (size_t i = 0; i < chart->said_count; i++) {
        struct time *said = &times->said[i];
        *said = set_time(times, chart->said[i], /*said*/ true);
        for (size_t n = 0; n < i; n++)
            said->dropped |=
                !times->said[n].dropped && meets(times->plot, said, &times->said[n]);
        for (size_t n = 0; n < times->count && !said->dropped; n++)
            times->items[n].dropped |= meets(times->plot, said, &times->items[n]);
    }
}

static void write_time(const struct times *times, const struct time *time) {
    struct plot *plot = times->plot;
    struct canvas *canvas = plot->canvas;
    const struct chart_style *style = &canvas->style->chart;
    const struct label *label = &time->label;
    length x = plot_time(plot, time->row), half = style->axis_rule / 2;
    length y = plot->foot + style->label_gap;
    canvas_rectangle(canvas,
                     (struct box){x - half, plot->foot, x + half, y - style->axis_rule},
                     canvas->style->colours.ink);
    length left = time_left(plot, time);
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
    make_room(&times);
    for (size_t i = times.count; i-- > 0 && !plot->canvas->failed;)
        if (!times.items[i].dropped)
            write_time(&times, &times.items[i]);
    for (size_t i = 0; i < plot->chart->said_count && !plot->canvas->failed; i++)
        if (!times.said[i].dropped)
            write_time(&times, &times.said[i]);
}
