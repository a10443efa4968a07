/* SPDX-License-Identifier: MIT */
/* Says a few values of a single line where they are: the first, the last, the least and the
   greatest. Each stands above or below its point, where it meets neither the line nor what
   is written already; one that finds no such place is not said. */
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

/* --- where --------------------------------------------------------------------------------- */

static bool boxes_meet(struct box a, struct box b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static int side(struct point a, struct point b, length x, length y) {
    int64_t turn = (int64_t)(b.x - a.x) * (y - a.y) - (int64_t)(b.y - a.y) * (x - a.x);
    return turn > 0 ? 1 : turn < 0 ? -1 : 0;
}

/* Whether the straight line between two points meets a box: not if both are past one of its
   sides, or all its corners on one side of the line. */
static bool segment_meets(struct point a, struct point b, struct box box) {
    if ((a.x < box.x0 && b.x < box.x0) || (a.x > box.x1 && b.x > box.x1) ||
        (a.y < box.y0 && b.y < box.y0) || (a.y > box.y1 && b.y > box.y1))
        return false;
    int sum = side(a, b, box.x0, box.y0) + side(a, b, box.x1, box.y0) +
              side(a, b, box.x0, box.y1) + side(a, b, box.x1, box.y1);
    return sum > -4 && sum < 4;
}

static bool line_meets(const struct path *line, struct box box) {
    length half = SAID_DOT / 2; /* as if there were dots all along */
    struct box wide = {box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half};
    for (size_t i = 0; i < line->count; i++) {
        const struct point *b = &line->points[i], *a = b->starts ? b : b - 1;
        if (segment_meets(*a, *b, wide))
            return true;
    }
    return false;
}

static bool is_free(const struct plot *plot, struct box box) {
    const struct canvas *canvas = plot->canvas;
    if (box.x0 < plot->left || box.x1 > plot->right || box.y0 < plot->ceiling ||
        box.y1 > plot->foot)
        return false;
    for (size_t i = 0; i < canvas->taken_count; i++)
        if (boxes_meet(box, canvas->taken[i]))
            return false;
    return !line_meets(&plot->lines[0], box);
}

/* Places tried: above, then below; in the middle, then to one side and the other. */
bool plot_find_place(const struct plot *plot, struct point point,
                     const struct label *label, struct box *box) {
    length away = SAID_DOT / 2 + plot->canvas->style->chart.label_gap / 2;
    length height = label_height(label), width = label->width;
    for (int i = 0; i < 6; i++) {
        length left = i / 2 == 0   ? point.x - width / 2
                      : i / 2 == 1 ? point.x - SAID_DOT / 2
                                   : point.x - width + SAID_DOT / 2;
        length top = i % 2 == 0 ? point.y - away - height : point.y + away;
        *box = (struct box){left, top, left + width, top + height};
        if (is_free(plot, *box))
            return true;
    }
    return false;
}

void keys_write(struct plot *plot) {
    struct canvas *canvas = plot->canvas;
    size_t keys[KEYS];
    if (plot->chart->series_count > 1)
        return;
    size_t count = find_keys(plot, keys);
    for (size_t i = 0; i < count && !canvas->failed; i++) {
        struct point point = plot_point(plot, keys[i], 0);
        struct label label = label_set(
            canvas, &plot->chart->values[keys[i]].label, ROLE_CHART_KEY,
            canvas->style->roles[ROLE_CHART_KEY].colour, canvas->drawing->width);
        struct box box;
        if (label.lines.count != 1 || !plot_find_place(plot, point, &label, &box))
            continue;
        canvas_label(canvas, &label, STAND_START, box.x0,
                     box.y0 + label_ascent(&label));
        plot->said[plot->said_count++] = point;
    }
}
