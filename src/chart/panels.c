/* SPDX-License-Identifier: MIT */
/* Divides a chart into panels. */
#include "chart/panels.h"

static struct chart part_of(const struct canvas *canvas, size_t series) {
    const struct chart *chart = canvas->chart;
    struct chart part = *chart;
    struct chart_value *values =
        arena_array(canvas->means.scratch, struct chart_value, chart->row_count);
    for (size_t row = 0; row < chart->row_count; row++)
        values[row] = chart->values[row * chart->series_count + series];
    part.values = values;
    part.titles = &chart->titles[series];
    part.series_count = 1;
    return part;
}

struct panels panels_new(struct canvas *canvas) {
    size_t count = canvas->chart->series_count;
    struct chart *parts = arena_array(canvas->means.scratch, struct chart, count);
    for (size_t i = 0; i < count; i++)
        parts[i] = part_of(canvas, i);
    return (struct panels){
        .canvas = canvas, .chart = canvas->chart, .parts = parts, .count = count};
}

/* --- where they stand ----------------------------------------------------------------------- */

static length width_of(const struct panels *panels, size_t across) {
    length leads = panels->each_leads ? panels->lead * (length)across : panels->lead;
    length gaps = panels->canvas->style->chart.panel_gap * (length)(across - 1);
    return (panels->canvas->drawing->width - leads - gaps) / (length)across;
}

void panels_divide(struct panels *panels, length least) {
    panels->across = panels->count;
    while (panels->across > 1 && width_of(panels, panels->across) < least)
        panels->across--;
    size_t bands = (panels->count - 1) / panels->across + 1;
    panels->across = (panels->count - 1) / bands + 1;
    panels->width = width_of(panels, panels->across);
}

length panel_left(const struct panels *panels, size_t panel) {
    length at = (length)(panel % panels->across);
    length pitch = panels->width + panels->canvas->style->chart.panel_gap;
    return panels->lead + at * (pitch + (panels->each_leads ? panels->lead : 0));
}

size_t panels_band_end(const struct panels *panels, size_t first) {
    size_t end = first + panels->across;
    return end < panels->count ? end : panels->count;
}

/* --- titles --------------------------------------------------------------------------------- */

static struct label set_title(const struct panels *panels, size_t panel,
                              length measure) {
    struct canvas *canvas = panels->canvas;
    return label_set(canvas, &panels->chart->titles[panel], ROLE_CHART_STRONG,
                     canvas->style->colours.ink, measure);
}

length panels_widest_word(struct panels *panels) {
    struct canvas *canvas = panels->canvas;
    length widest = 0;
    for (size_t i = 0; i < panels->count && !canvas->failed; i++) {
        struct label title = set_title(panels, i, canvas->drawing->width);
        length word =
            title.text ? lines_extent(canvas->means.scratch, title.text).narrowest : 0;
        widest = word > widest ? word : widest;
    }
    return widest;
}

length panels_write_titles(const struct panels *panels, size_t first, length top) {
    struct canvas *canvas = panels->canvas;
    size_t end = panels_band_end(panels, first);
    struct label *titles =
        arena_array(canvas->means.scratch, struct label, panels->across);
    length highest = 0;
    for (size_t i = first; i < end; i++) {
        titles[i - first] = set_title(panels, i, panels->width);
        length height = label_height(&titles[i - first]);
        highest = height > highest ? height : highest;
    }
    for (size_t i = first; i < end; i++) {
        const struct label *title = &titles[i - first];
        canvas_label(canvas, title, STAND_START, panel_left(panels, i),
                     top + highest - label_height(title) + label_ascent(title));
    }
    return top + highest;
}
