/* SPDX-License-Identifier: MIT */
/* Draws the marks of series: each has a shape of its own, so that they are told apart without
   colour too. All are of about one area, and none is wider or higher than SHAPE. */
#include "chart/internal.h"

enum { CORNERS = 12, DISC = 6800 /* across */ };

/* Corners around the middle [1/1000 pt]; none: a disc. */
struct outline {
    struct point corners[CORNERS];
    size_t count;
};

static const struct outline outlines[CHART_SERIES] = {
    {.count = 0},
    {{{-3000, -3000, 1}, {3000, -3000, 0}, {3000, 3000, 0}, {-3000, 3000, 0}}, 4},
    {{{0, -4000, 1}, {4000, 3000, 0}, {-4000, 3000, 0}}, 3},
    {{{0, -4000, 1}, {4000, 0, 0}, {0, 4000, 0}, {-4000, 0, 0}}, 4},
    {{{0, 4000, 1}, {-4000, -3000, 0}, {4000, -3000, 0}}, 3},
    {{{-1400, -4000, 1},
      {1400, -4000, 0},
      {1400, -1400, 0},
      {4000, -1400, 0},
      {4000, 1400, 0},
      {1400, 1400, 0},
      {1400, 4000, 0},
      {-1400, 4000, 0},
      {-1400, 1400, 0},
      {-4000, 1400, 0},
      {-4000, -1400, 0},
      {-1400, -1400, 0}},
     12},
};

uint32_t series_colour(const struct canvas *canvas, size_t series) {
    const struct colours *colours = &canvas->style->colours;
    const uint32_t of[CHART_SERIES] = {colours->brick, colours->ink,   colours->reed,
                                       colours->stone, colours->brick, colours->ink};
    return of[series % CHART_SERIES];
}

/* Moved to where it stands; a hollow one is smaller by its outline. */
static struct path place(struct canvas *canvas, const struct outline *outline,
                         struct point middle, bool hollow) {
    length parts = hollow ? 7 : 8; /* of 8 */
    size_t count = outline->count ? outline->count : 1;
    struct point *points = arena_array(canvas->means.scratch, struct point, count);
    for (size_t i = 0; i < count; i++)
        points[i] =
            (struct point){middle.x + outline->corners[i].x * parts / 8,
                           middle.y + outline->corners[i].y * parts / 8, i == 0};
    return (struct path){.points = points, .count = count};
}

void canvas_shape(struct canvas *canvas, struct point middle, size_t series,
                  uint32_t colour, enum chart_doubt doubt) {
    const struct outline *outline = &outlines[series % CHART_SERIES];
    struct path path = place(canvas, outline, middle, doubt != DOUBT_NONE);
    path.colour = colour;
    path.weight = outline->count ? 0 : DISC;
    if (doubt == DOUBT_NONE)
        canvas_path(canvas, path);
    else if (outline->count)
        canvas_hollow(canvas, path, doubt);
    else
        canvas_hollow_disc(canvas, middle, DISC, colour, doubt);
}

void legend_shape(struct canvas *canvas, struct box box, size_t series) {
    canvas_shape(canvas,
                 (struct point){(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, true},
                 series, series_colour(canvas, series), DOUBT_NONE);
}
