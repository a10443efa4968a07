/* SPDX-License-Identifier: MIT */
/* Finds room for a label beside a point: right above it or below, or further away with a line
   that leads there, where it meets neither what is drawn nor what is written. */
#include "chart/internal.h"

#include <stdlib.h>

enum { LEADER_LEAST = 10000, LEADER_MOST = 110000, LEADER_STEP = 12000 };

/* Of labels; of a value that stands where the line begins. */
enum { LEADER_CLEAR = 1500, VALUE_CLEAR = 8000 };

/* --- what meets what ------------------------------------------------------------------------ */

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

static bool segments_cross(struct point a, struct point b, struct point c,
                           struct point d) {
    return side(a, b, c.x, c.y) * side(a, b, d.x, d.y) <= 0 &&
           side(c, d, a.x, a.y) * side(c, d, b.x, b.y) <= 0;
}

/* As if there were marks all along. */
static bool line_meets(const struct path *line, struct box box, length half) {
    struct box wide = {box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half};
    for (size_t i = 0; i < line->count; i++) {
        const struct point *b = &line->points[i], *a = b->starts ? b : b - 1;
        if (segment_meets(*a, *b, wide))
            return true;
    }
    return false;
}

static bool line_crosses(const struct path *line, struct point from, struct point to) {
    for (size_t i = 0; i < line->count; i++) {
        const struct point *b = &line->points[i];
        if (!b->starts && segments_cross(b[-1], *b, from, to))
            return true;
    }
    return false;
}

static bool is_free(const struct canvas *canvas, const struct obstacles *obstacles,
                    struct box box) {
    const struct box *within = &obstacles->within;
    if (box.x0 < within->x0 || box.x1 > within->x1 || box.y0 < within->y0 ||
        box.y1 > within->y1)
        return false;
    for (size_t i = 0; i < canvas->taken_count; i++)
        if (boxes_meet(box, canvas->taken[i]))
            return false;
    for (size_t i = 0; i < obstacles->box_count; i++)
        if (boxes_meet(box, obstacles->boxes[i]))
            return false;
    length half = obstacles->shapes ? SHAPE / 2 : SAID_DOT / 2;
    for (size_t i = 0; i < obstacles->line_count; i++)
        if (line_meets(&obstacles->lines[i], box, half))
            return false;
    return true;
}

static struct box widened(struct box box) {
    return (struct box){box.x0 - LEADER_CLEAR, box.y0 - LEADER_CLEAR,
                        box.x1 + LEADER_CLEAR, box.y1 + LEADER_CLEAR};
}

static bool leads_free(const struct canvas *canvas, const struct obstacles *obstacles,
                       struct point from, struct point to) {
    for (size_t i = 0; i < canvas->taken_count; i++)
        if (segment_meets(from, to, widened(canvas->taken[i])))
            return false;
    for (size_t i = 0; i < obstacles->box_count; i++)
        if (segment_meets(from, to, obstacles->boxes[i]))
            return false;
    for (size_t i = 0; i < obstacles->line_count; i++)
        if (line_crosses(&obstacles->lines[i], from, to))
            return false;
    return true;
}

/* --- near ----------------------------------------------------------------------------------- */

static struct box box_near(const struct obstacles *obstacles, struct point point,
                           const struct label *label, length gap, int i) {
    length away = SAID_DOT / 2 + gap / 2;
    length height = label_height(label), width = label->width;
    if (obstacles->beside) {
        length left = i ? point.x - gap - width : point.x + gap;
        return (struct box){left, point.y - height / 2, left + width,
                            point.y - height / 2 + height};
    }
    length left = i / 2 == 0   ? point.x - width / 2
                  : i / 2 == 1 ? point.x - SAID_DOT / 2
                               : point.x - width + SAID_DOT / 2;
    length top = i % 2 == 0 ? point.y - away - height : point.y + away;
    return (struct box){left, top, left + width, top + height};
}

bool place_near(const struct canvas *canvas, const struct obstacles *obstacles,
                struct point point, const struct label *label, struct box *box) {
    int places = obstacles->beside ? 2 : 6;
    for (int i = 0; i < places; i++) {
        *box = box_near(obstacles, point, label, canvas->style->chart.label_gap, i);
        if (is_free(canvas, obstacles, *box))
            return true;
    }
    return false;
}

/* --- further away ---------------------------------------------------------------------------- */

static length nearest(length at, length low, length high) {
    return at < low ? low : at > high ? high : at;
}

/* So far from a point on the way to another, at most. */
static struct point moved(struct point point, struct point to, length by) {
    int64_t across = to.x - point.x, down = to.y - point.y;
    int64_t longest = llabs(across) > llabs(down) ? llabs(across) : llabs(down);
    if (longest > by) {
        point.x += (length)(across * by / longest);
        point.y += (length)(down * by / longest);
    }
    return point;
}

/* Ends of the line from a point to a box, clear of both. */
static void find_leader(struct point point, struct box box, length clear,
                        struct point ends[2]) {
    struct point to = {nearest(point.x, box.x0, box.x1),
                       nearest(point.y, box.y0, box.y1), false};
    ends[0] = moved(point, to, clear);
    ends[1] = moved(to, ends[0], LEADER_CLEAR);
    ends[0].starts = true;
}

static struct box box_at(struct point point, const struct label *label, length away,
                         int across, int down) {
    length height = label_height(label), width = label->width;
    away = across && down ? away * 7 / 10 : away;
    length left = across == 0  ? point.x - width / 2
                  : across > 0 ? point.x + away
                               : point.x - away - width;
    length top = down == 0  ? point.y - height / 2
                 : down > 0 ? point.y + away
                            : point.y - away - height;
    return (struct box){left, top, left + width, top + height};
}

bool place_far(const struct canvas *canvas, const struct obstacles *obstacles,
               struct point point, const struct label *label, struct box *box,
               struct point leader[2]) {
    static const signed char ways[][2] = {{1, 0}, {0, -1},  {1, -1}, {0, 1},
                                          {1, 1}, {-1, -1}, {-1, 1}, {-1, 0}};
    length clear = obstacles->beside ? VALUE_CLEAR : SAID_DOT * 3 / 4;
    for (length away = LEADER_LEAST; away <= LEADER_MOST; away += LEADER_STEP)
        for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
            *box = box_at(point, label, away, ways[i][0], ways[i][1]);
            find_leader(point, *box, clear, leader);
            if (is_free(canvas, obstacles, *box) &&
                leads_free(canvas, obstacles, leader[0], leader[1]))
                return true;
        }
    return false;
}
