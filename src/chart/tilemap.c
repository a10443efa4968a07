/* SPDX-License-Identifier: MIT */
/* Draws a tile map: an equal square for each place, where the grid of the places says. West is
   left and north is up in any language: a map is not read but looked at, and one that is turned
   around is another country. What is written in the squares, and the legend, is of the
   language. */
#include "chart/internal.h"

/* A square is no larger than its words ask for [1/17 of the size of labels]. */
enum { JOINT = 3000, LARGEST = 116, INSIDE = 2000 /* beside words */ };

struct tilemap {
    struct canvas *canvas;
    const struct chart *chart;
    length side, top;
};

/* What stands in a square. */
struct tile_words {
    struct label name, value;
};

static const struct chart_value *tile_value(const struct tilemap *map,
                                            const struct chart_tile *tile) {
    return tile->of < map->chart->row_count ? &map->chart->values[tile->of] : NULL;
}

/* Turned around before all else is. */
static struct box tile_box(const struct tilemap *map, const struct chart_tile *tile) {
    const struct chart *chart = map->chart;
    size_t column = chart->direction == DIRECTION_RTL
                        ? chart->tile_columns - 1 - tile->column
                        : tile->column;
    length pitch = map->side + JOINT;
    length left = JOINT / 2 + pitch * (length)column,
           top = map->top + pitch * (length)tile->row;
    return (struct box){left, top, left + map->side, top + map->side};
}

static bool is_marked(const struct tilemap *map, const struct chart_tile *tile) {
    return map->chart->marked_row == tile->of + 1;
}

/* Whether it can stand in a square without a word being broken. */
static bool breaks(const struct tilemap *map, const struct label *label) {
    return label->text &&
           lines_extent(map->canvas->means.scratch, label->text).narrowest >
               map->side - INSIDE * 2;
}

static struct label set_name(const struct tilemap *map, const struct chart_tile *tile,
                             uint32_t colour) {
    struct canvas *canvas = map->canvas;
    struct label whole =
        label_set(canvas, &tile->name, ROLE_CHART_AXIS, colour, canvas->drawing->width);
    return breaks(map, &whole) ? whole
                               : label_set(canvas, &tile->name, ROLE_CHART_AXIS, colour,
                                           map->side - INSIDE * 2);
}

static struct tile_words set_words(const struct tilemap *map,
                                   const struct chart_tile *tile) {
    struct canvas *canvas = map->canvas;
    const struct chart_value *value = tile_value(map, tile);
    bool known = value && value->known;
    uint32_t colour = known ? step_ink(canvas, step_of(map->chart, value->number))
                            : canvas->style->colours.stone;
    length measure = canvas->drawing->width;
    enum role role = is_marked(map, tile) ? ROLE_CHART_STRONG : ROLE_CHART_LABEL;
    struct tile_words words = {
        .name = set_name(map, tile, colour),
        .value = known ? label_set(canvas, &value->label, role, colour, measure)
                       : label_write(canvas, step_missing(), role, colour, measure)};
    return words;
}

static length words_height(const struct tile_words *words) {
    return label_height(&words->name) + label_height(&words->value);
}

static bool fits(const struct tilemap *map, const struct tile_words *words) {
    length measure = map->side - INSIDE * 2;
    return words->name.width <= measure && words->value.width <= measure &&
           words_height(words) <= map->side - INSIDE;
}

/* In half of the joints around it. */
static void outline(struct canvas *canvas, struct box box) {
    length half = JOINT / 2;
    struct box around = {box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half};
    canvas_frame(canvas, around, half, canvas->style->colours.ink);
}

/* One with words that find no room has none: then all is told. */
static void draw_tile(const struct tilemap *map, const struct chart_tile *tile) {
    struct canvas *canvas = map->canvas;
    const struct chart_value *value = tile_value(map, tile);
    struct box box = tile_box(map, tile);
    struct tile_words words = set_words(map, tile);
    if (value && value->known)
        canvas_rectangle(canvas, box,
                         step_colour(canvas, step_of(map->chart, value->number)));
    else
        step_paint_missing(canvas, box);
    if (is_marked(map, tile))
        outline(canvas, box);
    if (!fits(map, &words)) {
        canvas->drawing->cramped = true;
        return;
    }
    length x = (box.x0 + box.x1) / 2;
    length y = (box.y0 + box.y1 - words_height(&words)) / 2;
    canvas_label(canvas, &words.name, STAND_MIDDLE, x, y + label_ascent(&words.name));
    canvas_label(canvas, &words.value, STAND_MIDDLE, x,
                 y + label_height(&words.name) + label_ascent(&words.value));
}

static bool any_missing(const struct chart *chart) {
    for (size_t i = 0; i < chart->tile_count; i++)
        if (chart->tiles[i].of == chart->row_count)
            return true;
    return false;
}

void tilemap_draw(struct canvas *canvas) {
    const struct chart *chart = canvas->chart;
    struct tilemap map = {.canvas = canvas, .chart = chart};
    length columns = (length)chart->tile_columns;
    map.side = canvas->drawing->width / columns - JOINT;
    length largest = canvas->style->roles[ROLE_CHART_LABEL].latin.size * LARGEST / 17;
    map.side = map.side > largest ? largest : map.side;
    map.top = steps_legend(canvas, any_missing(chart)) + JOINT;
    if (map.side < JOINT * 3) {
        canvas->drawing->cramped = true;
        return;
    }
    for (size_t i = 0; i < chart->tile_count && !canvas->failed; i++)
        draw_tile(&map, &chart->tiles[i]);
    canvas->drawing->height = map.top + (map.side + JOINT) * (length)chart->tile_rows;
}
