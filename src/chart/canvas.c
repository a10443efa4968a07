/* SPDX-License-Identifier: MIT */
/* What charts are drawn on: labels, rectangles and paths, and grid lines that make room for
   labels. */
#include "chart/internal.h"

/* --- labels ----------------------------------------------------------------------------- */

static length largest_size(const struct text *text) {
    length size = 0;
    for (size_t i = 0; i < text->run_count; i++)
        if (text->runs[i].size > size)
            size = text->runs[i].size;
    return size;
}

struct label label_set(struct canvas *canvas, const struct paragraph *paragraph,
                       enum role role, uint32_t colour, length measure) {
    struct chart_means *means = &canvas->means;
    struct label label = {.text = NULL};
    if (canvas->failed || !paragraph->text.length)
        return label;
    label.text =
        text_set_coloured(means->typesetter, means->scratch, paragraph, role, colour);
    if (!label.text) {
        canvas->failed = true;
        return label;
    }
    label.lines = lines_fill(means->typesetter, means->scratch, label.text, measure,
                             ALIGN_RAGGED, paragraph->source ? means->diag : NULL);
    if (means->text)
        text_dump(label.text, means->text);
    if (means->lines)
        lines_dump(label.text, label.lines, means->lines);
    for (size_t i = 0; i < label.lines.count; i++)
        if (label.lines.lines[i].width > label.width)
            label.width = label.lines.lines[i].width;
    label.size = largest_size(label.text);
    label.leading = label.text->leading;
    return label;
}

struct label label_write(struct canvas *canvas, const char *words, enum role role,
                         uint32_t colour, length measure) {
    struct paragraph *paragraph = arena_new(canvas->means.arena, struct paragraph);
    *paragraph = (struct paragraph){.text = slice_of(words),
                                    .language = canvas->chart->language,
                                    .direction = canvas->chart->direction};
    return label_set(canvas, paragraph, role, colour, measure);
}

/* Letters with a mark above and tails below, as most words have them. */
length label_ascent(const struct label *label) {
    return label->size * 4 / 5;
}

length label_descent(const struct label *label) {
    return label->size * 3 / 10;
}

static length below_first(const struct label *label) {
    return label->lines.count ? (length)(label->lines.count - 1) * label->leading : 0;
}

length label_height(const struct label *label) {
    return label_ascent(label) + below_first(label) + label_descent(label);
}

/* A third of the size above the baseline is through the middle of figures. */
length label_drop(const struct label *label) {
    return label->size * 34 / 100 - below_first(label) / 2;
}

static void take(struct canvas *canvas, struct box box) {
    arena_reserve(canvas->means.scratch, canvas->taken, canvas->taken_count,
                  canvas->taken_capacity);
    canvas->taken[canvas->taken_count++] = box;
}

static struct drawing_mark *add_mark(struct canvas *canvas, enum mark_kind kind) {
    struct drawing *drawing = canvas->drawing;
    arena_reserve(canvas->means.scratch, drawing->marks, drawing->count,
                  drawing->capacity);
    struct drawing_mark *mark = &drawing->marks[drawing->count++];
    mark->kind = kind;
    return mark;
}

void canvas_label(struct canvas *canvas, const struct label *label, enum stand stand,
                  length x, length y) {
    for (size_t i = 0; i < label->lines.count; i++, y += label->leading) {
        const struct line *line = &label->lines.lines[i];
        length left = stand == STAND_START    ? x
                      : stand == STAND_MIDDLE ? x - line->width / 2
                                              : x - line->width;
        arena_reserve(canvas->means.scratch, canvas->labels, canvas->label_count,
                      canvas->label_capacity);
        canvas->labels[canvas->label_count++] =
            (struct drawing_label){.text = label->text,
                                   .line = line,
                                   .last = i + 1 == label->lines.count,
                                   .x = left,
                                   .y = y};
        take(canvas, (struct box){left, y - label_ascent(label), left + line->width,
                                  y + label_descent(label)});
    }
}

/* --- what has no letters ------------------------------------------------------------------ */

void canvas_rectangle(struct canvas *canvas, struct box box, uint32_t colour) {
    if (box.x0 < box.x1 && box.y0 < box.y1)
        add_mark(canvas, MARK_RECTANGLE)->as.rectangle =
            (struct drawing_rectangle){box, colour};
}

void canvas_frame(struct canvas *canvas, struct box box, length weight,
                  uint32_t colour) {
    length across = length_smaller(weight, box.x1 - box.x0);
    length down = length_smaller(weight, box.y1 - box.y0);
    const struct box sides[] = {{box.x0, box.y0, box.x1, box.y0 + down},
                                {box.x0, box.y1 - down, box.x1, box.y1},
                                {box.x0, box.y0, box.x0 + across, box.y1},
                                {box.x1 - across, box.y0, box.x1, box.y1}};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        canvas_rectangle(canvas, sides[i], colour);
}

void canvas_path(struct canvas *canvas, struct path path) {
    if (path.count)
        add_mark(canvas, MARK_PATH)->as.path = path;
}

/* --- grid lines --------------------------------------------------------------------------- */

static bool is_on(struct box box, length at, length clear) {
    return box.y0 - clear < at && at < box.y1 + clear;
}

/* Upright lines are cut as lying ones, with x and y exchanged. */
static struct box turn(struct box box, bool upright) {
    return upright ? (struct box){box.y0, box.x0, box.y1, box.x1} : box;
}

/* The first label from `start` on; an empty box past the end if there is none. */
static struct box next_label(const struct canvas *canvas, bool upright, length at,
                             length start, length end) {
    length clear = canvas->style->chart.label_gap / 2;
    struct box next = {end, at, end, at};
    for (size_t i = 0; i < canvas->taken_count; i++) {
        struct box box = turn(canvas->taken[i], upright);
        box.x0 -= clear;
        box.x1 += clear;
        if (is_on(box, at, clear) && box.x1 > start && box.x0 < next.x0)
            next = box;
    }
    return next;
}

/* A line from `start` to `end`, upright or not, at `at` of the other axis. */
struct ruling {
    bool upright, dashed;
    length at, start, end;
};

static void rule_dashes(struct canvas *canvas, const struct ruling *ruling,
                        length start, length end) {
    struct point *points = arena_array(canvas->means.scratch, struct point, 2);
    bool upright = ruling->upright;
    points[0] = (struct point){upright ? ruling->at : start,
                               upright ? start : ruling->at, true};
    points[1] =
        (struct point){upright ? ruling->at : end, upright ? end : ruling->at, false};
    canvas_path(canvas, (struct path){.points = points,
                                      .count = 2,
                                      .colour = canvas->style->colours.ink,
                                      .weight = canvas->style->chart.axis_rule,
                                      .dash = ruling->dashed ? PT(2) : PT(0.7),
                                      .gap = ruling->dashed ? PT(2) : PT(3.5)});
}

/* In one colour it is a row of dots: what is pale in colours is sparse then. */
static void rule_grid(struct canvas *canvas, const struct ruling *ruling, length start,
                      length end) {
    const struct chart_style *style = &canvas->style->chart;
    if (canvas->style->one_colour) {
        rule_dashes(canvas, ruling, start, end);
        return;
    }
    length top = ruling->at - style->grid_rule / 2;
    struct box line = {start, top, end, top + style->grid_rule};
    canvas_rectangle(canvas, turn(line, ruling->upright), style->grid);
}

static void rule(struct canvas *canvas, struct ruling ruling) {
    for (length start = ruling.start; start < ruling.end;) {
        struct box label =
            next_label(canvas, ruling.upright, ruling.at, start, ruling.end);
        if (label.x0 > start)
            (ruling.dashed ? rule_dashes : rule_grid)(canvas, &ruling, start, label.x0);
        start = label.x1;
    }
}

void canvas_grid(struct canvas *canvas, length x, length y0, length y1) {
    rule(canvas, (struct ruling){true, false, x, y0, y1});
}

void canvas_grid_lying(struct canvas *canvas, length y, length x0, length x1) {
    rule(canvas, (struct ruling){false, false, y, x0, x1});
}

void canvas_reference(struct canvas *canvas, length x, length y0, length y1) {
    rule(canvas, (struct ruling){true, true, x, y0, y1});
}

void canvas_reference_lying(struct canvas *canvas, length y, length x0, length x1) {
    rule(canvas, (struct ruling){false, true, y, x0, x1});
}

/* --- the end ------------------------------------------------------------------------------ */

static struct path turn_path(const struct canvas *canvas, struct path path) {
    struct point *points = arena_array(canvas->means.scratch, struct point, path.count);
    for (size_t i = 0; i < path.count; i++) {
        points[i] = path.points[i];
        points[i].x = canvas->drawing->width - points[i].x;
    }
    path.points = points;
    return path;
}

static void turn_mark(const struct canvas *canvas, struct drawing_mark *mark) {
    length width = canvas->drawing->width;
    struct box *box = &mark->as.rectangle.box;
    switch (mark->kind) {
    case MARK_RECTANGLE:
        *box = (struct box){width - box->x1, box->y0, width - box->x0, box->y1};
        break;
    case MARK_PATH:
        mark->as.path = turn_path(canvas, mark->as.path);
        break;
    case MARK_LABEL:
        mark->as.label.x = width - mark->as.label.x - mark->as.label.line->width;
        break;
    }
}

void canvas_finish(struct canvas *canvas) {
    for (size_t i = 0; i < canvas->label_count; i++)
        add_mark(canvas, MARK_LABEL)->as.label = canvas->labels[i];
    const struct chart *chart = canvas->chart;
    if (chart->direction == DIRECTION_RTL && (chart->panels || !chart->time_ltr))
        for (size_t i = 0; i < canvas->drawing->count; i++)
            turn_mark(canvas, &canvas->drawing->marks[i]);
}
