/* SPDX-License-Identifier: MIT */
/* Several pages on each side of the paper, beside and below each other: to be read so, or to
   be cut apart. */
#include "sheets/internal.h"

/* Pages that touch each other in the middle of the paper. */
struct grid {
    size_t columns, rows;
    uint32_t scale; /* of the pages [millionths] */
    length width, height; /* of the paper */
    length across, down; /* of a page on it, with the lines for notes beside it */
    length x, y; /* of the grid on it */
};

struct imposer {
    struct arena *arena;
    const struct pages *pages;
    const struct up *up;
    struct grid grid;
    struct sheet *sides;
    size_t side_count;
};

/* --- the grid ----------------------------------------------------------------------- */

/* So many columns and rows on paper of this width and height. */
static struct grid fit_grid(const struct up *up, const struct page *page,
                            size_t columns, struct paper paper) {
    struct grid grid = {.columns = columns,
                        .rows = up->pages / columns,
                        .width = paper.width,
                        .height = paper.height};
    bool lies = page->width > page->height;
    int64_t width = (lies ? page->height : page->width) * (up->notes ? 2 : 1);
    int64_t height = lies ? page->width : page->height;
    int64_t across = (paper.width - 2 * up->margin) / (int64_t)columns;
    int64_t down = (paper.height - 2 * up->margin) / (int64_t)grid.rows;
    int64_t scale = across * SCALE_ONE / width;
    if (down * SCALE_ONE / height < scale)
        scale = down * SCALE_ONE / height;
    grid.scale = (uint32_t)(scale < SCALE_ONE ? scale : SCALE_ONE);
    grid.across = (length)(width * grid.scale / SCALE_ONE);
    grid.down = (length)(height * grid.scale / SCALE_ONE);
    grid.x = (grid.width - (length)columns * grid.across) / 2;
    grid.y = (grid.height - (length)grid.rows * grid.down) / 2;
    return grid;
}

/* The one whose pages are largest, the paper upright or lying; upright if both do. */
static struct grid find_grid(const struct up *up, const struct page *page) {
    struct grid best = {.scale = 0};
    const struct paper papers[] = {up->paper, {up->paper.height, up->paper.width}};
    for (size_t i = 0; i < 2; i++)
        for (size_t columns = 1; columns <= up->pages; columns++) {
            if (up->pages % columns)
                continue;
            struct grid grid = fit_grid(up, page, columns, papers[i]);
            if (grid.scale > best.scale)
                best = grid;
        }
    return best;
}

/* --- cells -------------------------------------------------------------------------- */

/* Rows are read as the pages are. On the back of what is cut apart, columns stand behind
   those of the front. */
static struct placed_page place_page(const struct imposer *imposer, size_t page,
                                     size_t cell, bool back) {
    const struct grid *grid = &imposer->grid;
    bool from_right = (imposer->pages->direction == DIRECTION_RTL) != back;
    size_t column = cell % grid->columns, row = cell / grid->columns;
    if (from_right)
        column = grid->columns - 1 - column;
    struct placed_page placed = {.page = (uint32_t)page,
                                 .scale = grid->scale,
                                 .turns = sheets_turns(&imposer->pages->pages[page]),
                                 .x = grid->x + (length)column * grid->across,
                                 .y = grid->y + (length)row * grid->down};
    length across = imposer->up->notes ? grid->across / 2 : grid->across;
    if (imposer->pages->pages[page].direction == DIRECTION_RTL)
        placed.x += grid->across - across; /* notes are where its reading goes on */
    placed.clip =
        (struct box){placed.x, placed.y, placed.x + across, placed.y + grid->down};
    return placed;
}

/* In each cell the page `step` after that of the cell before, while there are some. */
static void add_side(struct imposer *imposer, size_t first, size_t step, bool back) {
    size_t cells = imposer->up->pages, count = 0;
    struct placed_page *placed = arena_array(imposer->arena, struct placed_page, cells);
    for (size_t i = 0; i < cells; i++)
        if (first + i * step < imposer->pages->count)
            placed[count++] = place_page(imposer, first + i * step, i, back);
    imposer->sides[imposer->side_count++] =
        (struct sheet){.width = imposer->grid.width,
                       .height = imposer->grid.height,
                       .pages = placed,
                       .page_count = count};
}

/* Beside each page of a side, where its reading goes on. */
static void rule_notes(struct imposer *imposer, struct sheet *side) {
    struct marks marks = {.arena = imposer->arena};
    for (size_t i = 0; i < side->page_count; i++) {
        const struct page *page = &imposer->pages->pages[side->pages[i].page];
        bool from_right = page->direction == DIRECTION_RTL;
        struct box box = side->pages[i].clip;
        length across = box.x1 - box.x0;
        box.x0 += from_right ? -across : across;
        box.x1 = box.x0 + across;
        marks_notes(&marks, box);
    }
    side->marks = marks.items;
    side->mark_count = marks.count;
}

/* Front and back of a leaf are two pages; one page alone has nothing behind it. */
static void add_leaves(struct imposer *imposer) {
    size_t count = imposer->pages->count, cells = imposer->up->pages;
    size_t leaves = imposer->up->repeat ? 1 : cells;
    for (size_t first = 0; first < count; first += 2 * leaves) {
        size_t step = imposer->up->repeat ? 0 : 2;
        add_side(imposer, first, step, /*back*/ false);
        if (count > 1)
            add_side(imposer, first + 1, step, /*back*/ true);
    }
}

/* --- marks -------------------------------------------------------------------------- */

/* On each cut inside the grid, at its ends and where another crosses it; outside the grid
   at its corners. */
static void add_cuts(const struct grid *grid, struct marks *marks, length margin) {
    const length arm = MM(4);
    length right = grid->x + (length)grid->columns * grid->across;
    length foot = grid->y + (length)grid->rows * grid->down;
    for (size_t column = 0; column <= grid->columns; column++)
        for (size_t row = 0; row <= grid->rows; row++) {
            length x = grid->x + (length)column * grid->across;
            length y = grid->y + (length)row * grid->down;
            struct box down = {x, y - arm, x, y + arm},
                       level = {x - arm, y, x + arm, y};
            down.y0 = down.y0 < grid->y ? grid->y : down.y0;
            down.y1 = down.y1 > foot ? foot : down.y1;
            level.x0 = level.x0 < grid->x ? grid->x : level.x0;
            level.x1 = level.x1 > right ? right : level.x1;
            if (column && column < grid->columns)
                marks_line(marks, down, /*dashed*/ false);
            if (row && row < grid->rows)
                marks_line(marks, level, /*dashed*/ false);
        }
    marks_corners(
        marks, (struct box){grid->x, grid->y, right, foot},
        (struct box){margin, margin, grid->width - margin, grid->height - margin});
}

/* Fronts are cut; the backs come with them. */
static void mark_fronts(struct imposer *imposer) {
    struct marks marks = {.arena = imposer->arena};
    add_cuts(&imposer->grid, &marks, imposer->up->margin);
    for (size_t i = 0; i < imposer->side_count; i += 2) {
        imposer->sides[i].marks = marks.items;
        imposer->sides[i].mark_count = marks.count;
    }
}

/* --- the whole ---------------------------------------------------------------------- */

/* Leaves are turned over as those of a book are. */
static enum duplex find_duplex(const struct imposer *imposer) {
    if (!imposer->up->cut)
        return DUPLEX_UNSAID;
    if (imposer->pages->count < 2)
        return DUPLEX_NONE;
    return imposer->grid.width > imposer->grid.height ? DUPLEX_SHORT : DUPLEX_LONG;
}

const struct sheets *sheets_n_up(struct arena *arena, const struct pages *pages,
                                 const struct up *up) {
    struct imposer imposer = {.arena = arena, .pages = pages, .up = up};
    struct sheets *sheets = arena_new(arena, struct sheets);
    imposer.grid = find_grid(up, &pages->pages[0]);
    imposer.sides = arena_array(arena, struct sheet, pages->count + 1);
    if (up->cut) {
        add_leaves(&imposer);
        mark_fronts(&imposer);
    } else {
        for (size_t first = 0; first < pages->count; first += up->pages)
            add_side(&imposer, first, 1, /*back*/ false);
        for (size_t i = 0; up->notes && i < imposer.side_count; i++)
            rule_notes(&imposer, &imposer.sides[i]);
    }
    *sheets = (struct sheets){.pages = pages,
                              .sheets = imposer.sides,
                              .count = imposer.side_count,
                              .duplex = find_duplex(&imposer)};
    return sheets;
}
