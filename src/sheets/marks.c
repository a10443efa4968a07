/* SPDX-License-Identifier: MIT */
/* Marks on paper: thin lines that say where to fold, staple and cut. */
#include "sheets/internal.h"

enum { WEIGHT = 250, DASH = 2000 /* [1/1000 pt] */ };

struct item *marks_add(struct marks *marks, enum item_kind kind) {
    arena_reserve(marks->arena, marks->items, marks->count, marks->capacity);
    struct item *item = &marks->items[marks->count++];
    item->kind = kind;
    return item;
}

void marks_line(struct marks *marks, struct box line, bool dashed) {
    struct point *points = arena_array(marks->arena, struct point, 2);
    points[0] = (struct point){.x = line.x0, .y = line.y0, .starts = true};
    points[1] = (struct point){.x = line.x1, .y = line.y1};
    struct item *item = marks_add(marks, ITEM_PATH);
    item->as.path = (struct path_item){.path = {.points = points,
                                                .count = 2,
                                                .colour = 0x000000,
                                                .weight = WEIGHT,
                                                .dash = dashed ? DASH : 0,
                                                .gap = dashed ? DASH : 0}};
}

/* From `gap` before `edge` outwards, where the paper has room for it. */
static bool find_tick(length edge, length end, length *from, length *to) {
    const length gap = MM(1), longest = MM(5);
    length out = end > edge ? 1 : -1;
    length room = (end - edge) * out - gap;
    *from = edge + gap * out;
    *to = *from + (room < longest ? room : longest) * out;
    return room >= MM(1);
}

static void add_upright(struct marks *marks, length x, length edge, length end) {
    length from, to;
    if (find_tick(edge, end, &from, &to))
        marks_line(marks, (struct box){x, from, x, to}, false);
}

static void add_level(struct marks *marks, length y, length edge, length end) {
    length from, to;
    if (find_tick(edge, end, &from, &to))
        marks_line(marks, (struct box){from, y, to, y}, false);
}

void marks_corners(struct marks *marks, struct box box, struct box paper) {
    const length xs[] = {box.x0, box.x1}, ys[] = {box.y0, box.y1};
    for (size_t i = 0; i < 2; i++) {
        add_upright(marks, xs[i], box.y0, paper.y0);
        add_upright(marks, xs[i], box.y1, paper.y1);
        add_level(marks, ys[i], box.x0, paper.x0);
        add_level(marks, ys[i], box.x1, paper.x1);
    }
}

void marks_notes(struct marks *marks, struct box box) {
    const length inset = MM(5), pitch = MM(8), weight = PT(0.5);
    for (length y = box.y0 + inset + pitch; y <= box.y1 - inset; y += pitch) {
        struct item *item = marks_add(marks, ITEM_RECTANGLE);
        item->as.rectangle = (struct rectangle_item){
            .box = {box.x0 + inset, y, box.x1 - inset, y + weight}, .colour = 0x000000};
    }
}
