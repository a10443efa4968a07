/* SPDX-License-Identifier: MIT */
/* Reads where the squares of a tile map stand, from a CSV file of its own:

       grid:
         data: data/iraq-grid.csv
         names: {en: name_en, ar: name_ar}       # as in the first column of the chart
         short: {en: short_en, ar: short_ar}     # written in the squares; or else the names
         row: row                                # from 1, from the north
         column: column                          # from 1, from the west
*/
#include "document/charts.h"

enum { MOST = 40 /* rows, columns */, SQUARES = 400 };

struct grid {
    struct chart_block *block;
    struct fence fence; /* of the map and its data */
    size_t names, written, row, column;
};

static void tell(struct grid *grid, enum diag_id id, size_t row, size_t column) {
    const struct data *data = grid->fence.data;
    struct arena *arena = grid->fence.reading->arena;
    const struct field *field = data_field(data, row, column);
    fence_tell(&grid->fence, id, data_position(data, field),
               data_place(arena, data, row, column), data_words(arena, field->text));
}

/* --- columns ----------------------------------------------------------------------------------- */

static bool find_column(struct grid *grid, const struct yaml *name, size_t *column) {
    const struct data_column *found = fence_column(&grid->fence, name);
    if (found)
        *column = (size_t)(found - grid->fence.data->columns);
    return found != NULL;
}

/* One for each language, or one for all. */
static bool find_spoken(struct grid *grid, const struct yaml *value, size_t *column) {
    bool ok = true;
    if (value->kind == YAML_MAP)
        for (const struct yaml *item = value->items; item; item = item->next)
            ok = find_column(grid, item, column) && ok;
    const struct yaml *spoken = ok ? chart_find_spoken(grid->block, value) : NULL;
    return spoken && find_column(grid, spoken, column);
}

static bool find_columns(struct grid *grid) {
    static const char *const keys[] = {"names", "row", "column"};
    const struct yaml *root = grid->fence.root, *words = yaml_find(root, "short");
    const struct yaml *values[3];
    bool ok = true;
    for (size_t i = 0; i < 3; i++) {
        values[i] = yaml_find(root, keys[i]);
        if (!values[i])
            fence_tell(&grid->fence, DIAG_KEY_ABSENT, root->position, keys[i], NULL);
        ok = ok && values[i];
    }
    if (!ok)
        return false;
    ok = find_spoken(grid, values[0], &grid->names);
    grid->written = grid->names;
    ok = (!words || find_spoken(grid, words, &grid->written)) && ok;
    ok = find_column(grid, values[1], &grid->row) && ok;
    return find_column(grid, values[2], &grid->column) && ok;
}

/* --- squares ----------------------------------------------------------------------------------- */

static bool read_place(struct grid *grid, size_t row, size_t column, size_t *place) {
    uint32_t number = 0;
    struct slice text = data_field(grid->fence.data, row, column)->text;
    const char *words =
        arena_printf(grid->fence.reading->arena, "%.*s", (int)text.length, text.data);
    bool ok = yaml_whole(words, &number) && number >= 1 && number <= MOST;
    *place = ok ? number - 1 : 0;
    if (!ok)
        tell(grid, DIAG_CHART_SQUARE, row, column);
    return ok;
}

static bool check_alone(struct grid *grid, const struct chart_tile *tiles,
                        size_t count) {
    const struct chart_tile *tile = &tiles[count];
    for (size_t i = 0; i < count; i++) {
        if (tiles[i].row == tile->row && tiles[i].column == tile->column) {
            tell(grid, DIAG_CHART_SQUARE_TAKEN, count, grid->names);
            return false;
        }
        if (slice_equal(data_field(grid->fence.data, i, grid->names)->text,
                        data_field(grid->fence.data, count, grid->names)->text)) {
            tell(grid, DIAG_CHART_SQUARE_NAMED, count, grid->names);
            return false;
        }
    }
    return true;
}

static bool read_squares(struct grid *grid, struct chart_tile *tiles) {
    struct chart *chart = grid->block->chart;
    bool ok = true;
    for (size_t row = 0; row < grid->fence.data->row_count; row++) {
        struct chart_tile *tile = &tiles[row];
        bool read = read_place(grid, row, grid->row, &tile->row);
        read = read_place(grid, row, grid->column, &tile->column) && read;
        tile->name =
            fence_field(&grid->fence, data_field(grid->fence.data, row, grid->written));
        tile->of = chart->row_count;
        ok = read && ok && check_alone(grid, tiles, row);
        if (tile->row >= chart->tile_rows)
            chart->tile_rows = tile->row + 1;
        if (tile->column >= chart->tile_columns)
            chart->tile_columns = tile->column + 1;
    }
    chart->tiles = tiles;
    chart->tile_count = grid->fence.data->row_count;
    return ok;
}

/* --- rows of the chart in their squares ------------------------------------------------------------ */

static bool find_square(struct grid *grid, struct chart_tile *tiles, size_t row) {
    struct chart_block *block = grid->block;
    const struct data *data = block->fence.data;
    struct arena *arena = block->fence.reading->arena;
    const struct field *name = data_field(data, block->order[row], block->names);
    enum diag_id id = DIAG_CHART_SQUARE_NONE;
    for (size_t i = 0; i < block->chart->tile_count; i++) {
        const struct field *field = data_field(grid->fence.data, i, grid->names);
        if (!slice_equal(field->text, name->text))
            continue;
        if (tiles[i].of == block->chart->row_count) {
            tiles[i].of = row;
            return true;
        }
        id = DIAG_CHART_SQUARE_NAMED;
    }
    fence_tell(&block->fence, id, data_position(data, name),
               data_place(arena, data, block->order[row], block->names),
               data_words(arena, name->text));
    return false;
}

static bool open_grid(struct grid *grid) {
    static const char *const known[] = {"data", "names", "short", "row", "column"};
    struct fence *fence = &grid->fence;
    const struct yaml *map = yaml_find(fence->root, "grid");
    if (!map) {
        fence_tell(fence, DIAG_KEY_ABSENT, fence->root->position, "grid", NULL);
        return false;
    }
    if (!yaml_expect(fence->reading, map, YAML_MAP))
        return false;
    yaml_check_keys(fence->reading, map, known, sizeof known / sizeof *known);
    fence->root = map;
    return fence_data(fence) && find_columns(grid);
}

bool chart_read_tiles(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct grid grid = {.block = block, .fence = block->fence};
    if (chart->kind != CHART_TILES)
        return true;
    if (!open_grid(&grid))
        return false;
    if (grid.fence.data->row_count > SQUARES) {
        fence_tell(&grid.fence, DIAG_CHART_SQUARES, grid.fence.root->position, NULL,
                   NULL);
        return false;
    }
    struct chart_tile *tiles = arena_array(grid.fence.reading->arena, struct chart_tile,
                                           grid.fence.data->row_count + 1);
    bool ok = read_squares(&grid, tiles);
    for (size_t row = 0; row < chart->row_count && ok; row++)
        ok = find_square(&grid, tiles, row);
    return ok;
}
