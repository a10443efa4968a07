/* SPDX-License-Identifier: MIT */
/* Writes paths as content operators (ISO 32000-1 8.4.3, 8.5). */
#include "pdf/internal.h"

static void add_numbers(struct buffer *out, const length *numbers, size_t count,
                        const char *operator) {
    for (size_t i = 0; i < count; i++) {
        syntax_thousandths(out, numbers[i]);
        buffer_add_char(out, ' ');
    }
    buffer_add_string(out, operator);
}

static void add_point(struct content *content, const struct point *point,
                      const char *operator) {
    length place[] = {point->x, haru_y(content->height, point->y)};
    add_numbers(content->out, place, 2, operator);
}

/* A point alone is joined to itself, which a pen with round ends paints as a dot. */
static void add_points(struct content *content, const struct path *path) {
    for (size_t i = 0; i < path->count; i++) {
        const struct point *point = &path->points[i];
        bool starts = i == 0 || point->starts;
        bool ends = i + 1 == path->count || path->points[i + 1].starts;
        add_point(content, point, starts ? "m\n" : "l\n");
        if (starts && ends)
            add_point(content, point, "l\n");
    }
}

static void set_pen(struct content *content, const struct path *path) {
    struct buffer *out = content->out;
    colour_once(content, path->colour, /*fills*/ false);
    add_numbers(out, &path->weight, 1, "w ");
    if (!path->dash) {
        buffer_add_string(out, "1 J 1 j\n");
        return;
    }
    buffer_add_string(out, "[ ");
    add_numbers(out, (length[]){path->dash, path->gap}, 2, "] 0 d\n");
}

void path_write(struct content *content, const struct path_item *item) {
    const struct path *path = &item->path;
    struct buffer *out = content->out;
    text_end(content);
    text_open_mark(content, item->element);
    buffer_add_string(out, "q ");
    if (path->weight)
        set_pen(content, path);
    else
        colour_once(content, path->colour, /*fills*/ true);
    add_points(content, path);
    buffer_add_string(out, path->weight ? "S Q\n" : "f Q\n");
    text_end(content);
}
