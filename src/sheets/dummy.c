/* SPDX-License-Identifier: MIT */
/* Makes the dummy of a booklet: its sheets as they will be printed, small, each in a row with
   its front and beside that its back, and the number of every page below it. What is wrong
   with an order is seen before paper is spent. */
#include "sheets/internal.h"

enum { ROWS = 4 /* of sheets on a side of paper */ };

#define PAPER_WIDTH MM(210)
#define PAPER_HEIGHT MM(297)
#define MARGIN MM(12)
#define BETWEEN MM(8) /* a front and its back */
#define BELOW MM(9) /* room for the numbers below a row */
#define NUMBER MM(5) /* from a small side to the baseline of its numbers */

struct dummy {
    struct arena *arena;
    const struct pages *pages;
    const struct sheet *sides;
    size_t side_count;
    uint32_t scale; /* of what was imposed [millionths] */
    struct placed_page *placed;
    size_t placed_count;
    struct marks marks;
};

static length small(const struct dummy *dummy, length size) {
    return (length)((int64_t)size * dummy->scale / SCALE_ONE);
}

static void find_scale(struct dummy *dummy) {
    const struct sheet *side = dummy->sides;
    int64_t across = (PAPER_WIDTH - 2 * MARGIN - BETWEEN) / 2;
    int64_t down = (PAPER_HEIGHT - 2 * MARGIN) / ROWS - BELOW;
    int64_t by_width = across * SCALE_ONE / side->width;
    int64_t by_height = down * SCALE_ONE / side->height;
    dummy->scale = (uint32_t)(by_width < by_height ? by_width : by_height);
}

/* The paper, and where it is folded. */
static void add_outline(struct dummy *dummy, struct box box) {
    length fold = box.x0 + (box.x1 - box.x0) / 2;
    const struct box lines[] = {{box.x0, box.y0, box.x1, box.y0},
                                {box.x1, box.y0, box.x1, box.y1},
                                {box.x1, box.y1, box.x0, box.y1},
                                {box.x0, box.y1, box.x0, box.y0}};
    for (size_t i = 0; i < 4; i++)
        marks_line(&dummy->marks, lines[i], false);
    marks_line(&dummy->marks, (struct box){fold, box.y0, fold, box.y1}, true);
}

/* The number stands below the middle of what is seen of the page. */
static void add_number(struct dummy *dummy, const struct placed_page *placed,
                       length baseline) {
    const struct item *number = dummy->pages->pages[placed->page].slug;
    if (!number)
        return;
    struct item *item = marks_add(&dummy->marks, ITEM_LINE);
    *item = *number;
    item->as.line.x = (placed->clip.x0 + placed->clip.x1 - number->as.line.width) / 2;
    item->as.line.y = baseline;
}

static void add_side(struct dummy *dummy, const struct sheet *side, length x,
                     length y) {
    struct box box = {x, y, x + small(dummy, side->width),
                      y + small(dummy, side->height)};
    for (size_t i = 0; i < side->page_count; i++) {
        struct placed_page *placed = &dummy->placed[dummy->placed_count++];
        const struct box clip = side->pages[i].clip;
        *placed = side->pages[i];
        placed->scale = (uint32_t)((uint64_t)placed->scale * dummy->scale / SCALE_ONE);
        placed->x = x + small(dummy, placed->x);
        placed->y = y + small(dummy, placed->y);
        placed->clip =
            (struct box){x + small(dummy, clip.x0), y + small(dummy, clip.y0),
                         x + small(dummy, clip.x1), y + small(dummy, clip.y1)};
        add_number(dummy, placed, box.y1 + NUMBER);
    }
    add_outline(dummy, box);
}

static struct sheet make_sheet(struct dummy *dummy, size_t first) {
    size_t most = 2 * ROWS;
    dummy->placed = arena_array(dummy->arena, struct placed_page, 2 * most);
    dummy->placed_count = 0;
    dummy->marks = (struct marks){.arena = dummy->arena};
    length pitch = (PAPER_HEIGHT - 2 * MARGIN) / ROWS;
    for (size_t i = 0; i < most && first + i < dummy->side_count; i++) {
        const struct sheet *side = &dummy->sides[first + i];
        length back = PAPER_WIDTH - MARGIN - small(dummy, side->width);
        add_side(dummy, side, i % 2 ? back : MARGIN, MARGIN + (length)(i / 2) * pitch);
    }
    return (struct sheet){.width = PAPER_WIDTH,
                          .height = PAPER_HEIGHT,
                          .pages = dummy->placed,
                          .page_count = dummy->placed_count,
                          .marks = dummy->marks.items,
                          .mark_count = dummy->marks.count};
}

const struct sheets *dummy_make(struct arena *arena, const struct pages *pages,
                                const struct sheet *sides, size_t count) {
    struct dummy dummy = {
        .arena = arena, .pages = pages, .sides = sides, .side_count = count};
    struct sheets *sheets = arena_new(arena, struct sheets);
    size_t papers = (count + 2 * ROWS - 1) / (2 * ROWS);
    struct sheet *items = arena_array(arena, struct sheet, papers);
    find_scale(&dummy);
    for (size_t i = 0; i < papers; i++)
        items[i] = make_sheet(&dummy, i * 2 * ROWS);
    *sheets = (struct sheets){
        .pages = pages, .sheets = items, .count = papers, .duplex = DUPLEX_NONE};
    return sheets;
}
