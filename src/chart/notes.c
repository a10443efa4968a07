/* SPDX-License-Identifier: MIT */
/* Writes what is said of single values: at them, or with a line that leads to it; what finds
   no room stands below the chart with the name of its row. */
#include "chart/internal.h"

enum { WIDEST = 130000, NARROWEST = 60000 /* of an annotation */ };

static void add_obstacle(struct notes *notes, struct path line) {
    struct obstacles *obstacles = &notes->obstacles;
    arena_reserve(notes->canvas->means.scratch, obstacles->lines, obstacles->line_count,
                  notes->line_capacity);
    obstacles->lines[obstacles->line_count++] = line;
}

struct notes notes_open(struct canvas *canvas, struct box within) {
    return (struct notes){.canvas = canvas, .obstacles = {.within = within}};
}

void notes_avoid_lines(struct notes *notes, const struct path *lines, size_t count) {
    for (size_t i = 0; i < count; i++)
        add_obstacle(notes, lines[i]);
}

void notes_avoid_box(struct notes *notes, struct box box) {
    struct obstacles *obstacles = &notes->obstacles;
    arena_reserve(notes->canvas->means.scratch, obstacles->boxes, obstacles->box_count,
                  notes->box_capacity);
    obstacles->boxes[obstacles->box_count++] = box;
}

static void write_label(struct notes *notes, const struct label *label,
                        struct box box) {
    canvas_label(notes->canvas, label, STAND_START, box.x0,
                 box.y0 + label_ascent(label));
}

static void draw_leader(struct notes *notes, const struct point ends[2]) {
    struct canvas *canvas = notes->canvas;
    struct point *points = arena_array(canvas->means.scratch, struct point, 2);
    points[0] = ends[0];
    points[1] = ends[1];
    struct path path = {.points = points,
                        .count = 2,
                        .colour = canvas->style->colours.stone,
                        .weight = canvas->style->chart.grid_rule};
    canvas_path(canvas, path);
    add_obstacle(notes, path);
}

bool notes_write(struct notes *notes, const struct label *label, struct point point,
                 bool far) {
    struct point leader[2];
    struct box box;
    if (place_near(notes->canvas, &notes->obstacles, point, label, &box)) {
        write_label(notes, label, box);
        return true;
    }
    if (!far ||
        !place_far(notes->canvas, &notes->obstacles, point, label, &box, leader))
        return false;
    write_label(notes, label, box);
    draw_leader(notes, leader);
    return true;
}

/* --- what finds no room ------------------------------------------------------------------------ */

void notes_postpone(struct notes *notes, size_t row, size_t series,
                    struct slice words) {
    struct canvas *canvas = notes->canvas;
    const struct chart *chart = canvas->chart;
    struct slice name = chart->names[row].text, title = chart->titles[series].text;
    const char *comma = locale_term(chart->language, TERM_SEPARATOR);
    bool titled = chart->series_count > 1;
    arena_reserve(canvas->means.scratch, notes->list, notes->count, notes->capacity);
    notes->list[notes->count++] =
        arena_printf(canvas->means.arena, "%.*s%s%.*s: %.*s",
                     titled ? (int)title.length : 0, title.data, titled ? comma : "",
                     (int)name.length, name.data, (int)words.length, words.data);
}

void notes_list(struct notes *notes) {
    struct canvas *canvas = notes->canvas;
    struct drawing *drawing = canvas->drawing;
    for (size_t i = 0; i < notes->count && !canvas->failed; i++) {
        struct label label = label_write(canvas, notes->list[i], ROLE_CHART_AXIS,
                                         canvas->style->colours.ink, drawing->width);
        length top = drawing->height + canvas->style->chart.label_gap;
        canvas_label(canvas, &label, STAND_START, 0, top + label_ascent(&label));
        drawing->height = top + label_height(&label);
    }
}

/* --- annotations --------------------------------------------------------------------------------- */

static length widest_note(const struct canvas *canvas) {
    length third = canvas->drawing->width / 3;
    return third < NARROWEST ? NARROWEST : third > WIDEST ? WIDEST : third;
}

void notes_annotate(struct notes *notes,
                    struct point (*find)(const void *, size_t, size_t),
                    const void *where) {
    struct canvas *canvas = notes->canvas;
    const struct chart *chart = canvas->chart;
    for (size_t i = 0; i < chart->annotation_count; i++) {
        const struct chart_annotation *annotation = &chart->annotations[i];
        struct point point = find(where, annotation->row, annotation->series);
        bool written = false;
        for (length measure = widest_note(canvas);
             !written && !canvas->failed && measure >= NARROWEST;
             measure = measure * 2 / 3) {
            struct label label = label_set(canvas, &annotation->text, ROLE_CHART_AXIS,
                                           canvas->style->colours.ink, measure);
            written = label.width <= measure &&
                      notes_write(notes, &label, point, /*far*/ true);
        }
        if (!written)
            notes_postpone(notes, annotation->row, annotation->series,
                           annotation->text.text);
    }
}
