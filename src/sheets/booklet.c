/* SPDX-License-Identifier: MIT */
/* Imposes a booklet: two pages side by side on each side of a sheet, so that sheets put
   into each other and folded once are a book.

   The pages are first put in the order in which they lie in the bound book from its left
   cover to its right one. What reads from the right begins at the right cover, so one order
   serves both directions and both at once. The order is then cut into signatures, and the
   sheets of each taken from its outside to its inside. */
#include "sheets/internal.h"

#define BLANK UINT32_MAX /* no page */

enum { PER_SHEET = 4, STAPLED_MAX = 20 /* [sheets] */ };

struct imposer {
    struct arena *arena;
    const struct pages *pages;
    const struct booklet *booklet;
    uint32_t *order; /* pages from the left cover to the right one */
    size_t count; /* of them, with the blanks */
    uint32_t scale; /* [millionths] */
    length width, height; /* of the sheets, which lie */
    length across, down; /* of a page on them */
    struct sheet *sides; /* front and back in turn */
    size_t side_count;
};

/* --- the order ---------------------------------------------------------------------- */

/* The n-th page, from 0, of what is read in one direction. */
static void put_page(struct imposer *imposer, enum direction direction, size_t n,
                     size_t page) {
    size_t place = direction == DIRECTION_LTR ? n : imposer->count - 1 - n;
    imposer->order[place] = (uint32_t)page;
}

/* Blanks stand before the back cover, between two halves, or at the end. */
static void order_pages(struct imposer *imposer) {
    const struct pages *pages = imposer->pages;
    enum direction other =
        pages->direction == DIRECTION_LTR ? DIRECTION_RTL : DIRECTION_LTR;
    size_t half = pages->second_half ? pages->second_half : pages->count;
    imposer->count = (pages->count + PER_SHEET - 1) / PER_SHEET * PER_SHEET;
    imposer->order = arena_array(imposer->arena, uint32_t, imposer->count);
    for (size_t i = 0; i < imposer->count; i++)
        imposer->order[i] = BLANK;
    for (size_t i = 0; i < half; i++)
        put_page(imposer, pages->direction, i, i);
    for (size_t i = half; i < pages->count; i++)
        put_page(imposer, other, i - half, i);
    if (pages->back_cover && !pages->second_half) {
        put_page(imposer, pages->direction, pages->count - 1, BLANK);
        put_page(imposer, other, 0, pages->count - 1);
    }
}

/* --- one side ----------------------------------------------------------------------- */

/* Beside the fold, `creep` nearer to it than where the page ends there. */
static struct placed_page place_page(const struct imposer *imposer, uint32_t number,
                                     bool left, length creep) {
    const struct page *page = &imposer->pages->pages[number];
    struct placed_page placed = {
        .page = number, .scale = imposer->scale, .turns = sheets_turns(page)};
    struct box covered = sheets_covered(imposer->pages, &placed);
    length half = imposer->width / 2;
    length x = half - covered.x1 + creep;
    placed.x = left ? x : imposer->width - x - covered.x1;
    placed.y = (imposer->height - covered.y1) / 2;
    placed.clip = (struct box){left ? 0 : imposer->width - half, 0,
                               left ? half : imposer->width, imposer->height};
    return placed;
}

static void add_side(struct imposer *imposer, uint32_t left, uint32_t right,
                     length creep) {
    struct placed_page *placed = arena_array(imposer->arena, struct placed_page, 2);
    size_t count = 0;
    if (left != BLANK)
        placed[count++] = place_page(imposer, left, true, creep);
    if (right != BLANK)
        placed[count++] = place_page(imposer, right, false, creep);
    imposer->sides[imposer->side_count++] = (struct sheet){.width = imposer->width,
                                                           .height = imposer->height,
                                                           .pages = placed,
                                                           .page_count = count};
}

/* Where to fold at head and foot; where two staples go in; where to cut, if the pages do not
   fill the paper. On the outside of a signature, which is where it is done. */
static void add_marks(struct imposer *imposer, struct sheet *side) {
    struct marks marks = {.arena = imposer->arena};
    const length tick = MM(4), staple = MM(12);
    length fold = imposer->width / 2, head = (imposer->height - imposer->down) / 2;
    length foot = head + imposer->down;
    marks_line(&marks, (struct box){fold, 0, fold, head + tick}, true);
    marks_line(&marks, (struct box){fold, foot - tick, fold, imposer->height}, true);
    for (length quarter = 1; quarter <= 3; quarter += 2) {
        length middle = head + imposer->down * quarter / 4;
        marks_line(&marks,
                   (struct box){fold, middle - staple / 2, fold, middle + staple / 2},
                   false);
    }
    marks_corners(
        &marks,
        (struct box){fold - imposer->across, head, fold + imposer->across, foot},
        (struct box){0, 0, imposer->width, imposer->height});
    side->marks = marks.items;
    side->mark_count = marks.count;
}

/* The sheets of the pages from `first`, from the outermost inwards. Each reaches out beyond
   those that lie around it, and is cut off there with them; so what is on it moves in. */
static void add_signature(struct imposer *imposer, size_t first, size_t count) {
    const uint32_t *order = imposer->order + first;
    for (size_t i = 0; i < count / PER_SHEET; i++) {
        length creep = (length)i * imposer->booklet->thickness;
        size_t low = 2 * i, high = count - 1 - low;
        add_side(imposer, order[high], order[low], creep);
        if (i == 0 && imposer->booklet->marks)
            add_marks(imposer, &imposer->sides[imposer->side_count - 1]);
        add_side(imposer, order[low + 1], order[high - 1], creep);
    }
}

/* --- signatures --------------------------------------------------------------------- */

static size_t signature_size(const struct imposer *imposer) {
    size_t asked = imposer->booklet->signature;
    return asked && asked < imposer->count ? asked : imposer->count;
}

/* In the order of reading. What is left over is a thinner one in the middle, where it holds
   best. */
static void add_signatures(struct imposer *imposer) {
    size_t size = signature_size(imposer);
    size_t rest = imposer->count % size;
    size_t number = imposer->count / size + (rest != 0);
    size_t read = 0;
    for (size_t i = 0; i < number; i++) {
        size_t own = rest && i == number / 2 ? rest : size;
        bool from_left = imposer->pages->direction == DIRECTION_LTR;
        add_signature(imposer, from_left ? read : imposer->count - read - own, own);
        read += own;
    }
}

/* --- backs -------------------------------------------------------------------------- */

static struct box turn_box(const struct imposer *imposer, struct box box) {
    return (struct box){imposer->width - box.x1, imposer->height - box.y1,
                        imposer->width - box.x0, imposer->height - box.y0};
}

/* A sheet that is turned over by its long edge has the back upside down. */
static void turn_side(struct imposer *imposer, struct sheet *side) {
    struct placed_page *placed = (struct placed_page *)(uintptr_t)side->pages;
    for (size_t i = 0; i < side->page_count; i++) {
        struct box covered =
            turn_box(imposer, sheets_covered(imposer->pages, &placed[i]));
        placed[i].x = covered.x0;
        placed[i].y = covered.y0;
        placed[i].turns = (uint8_t)((placed[i].turns + 2) % 4);
        placed[i].clip = turn_box(imposer, placed[i].clip);
    }
}

/* All fronts, then all backs. */
static void separate_sides(struct imposer *imposer) {
    size_t count = imposer->side_count / 2;
    struct sheet *runs = arena_array(imposer->arena, struct sheet, imposer->side_count);
    bool reversed = imposer->booklet->runs == RUNS_REVERSED;
    for (size_t i = 0; i < count; i++) {
        runs[i] = imposer->sides[2 * i];
        runs[count + i] = imposer->sides[2 * (reversed ? count - 1 - i : i) + 1];
    }
    imposer->sides = runs;
}

/* --- what the printer ought to know ------------------------------------------------- */

static void tell_blanks(const struct imposer *imposer, const struct edition *edition,
                        struct diag *diag) {
    size_t count = imposer->pages->count, blanks = imposer->count - count;
    size_t over = PER_SHEET - blanks;
    struct arena *arena = imposer->arena;
    if (!blanks)
        return;
    diag_add(diag, DIAG_BOOKLET_BLANKS, edition->position,
             arena_printf(arena, "%zu pages leave %zu of %zu empty", count, blanks,
                          imposer->count),
             count < PER_SHEET
                 ? NULL
                 : arena_printf(arena, "; %zu page%s less would save a sheet", over,
                                over == 1 ? "" : "s"));
}

/* No more than half of the margin beside the fold is given to the thickness of paper. */
static bool check_fold(const struct imposer *imposer, const struct edition *edition,
                       length margin, struct diag *diag) {
    size_t sheets = signature_size(imposer) / PER_SHEET;
    int64_t creep = (int64_t)(sheets - 1) * imposer->booklet->thickness;
    int64_t room = (int64_t)margin * imposer->scale / SCALE_ONE / 2;
    int64_t tenths = (creep * 254 + 36000) / 72000;
    const char *number = arena_printf(imposer->arena, "%zu", sheets);
    if (creep > room) {
        diag_add(diag, DIAG_BOOKLET_CREEP, edition->position, number,
                 arena_printf(imposer->arena, "%d.%d mm", (int)(tenths / 10),
                              (int)(tenths % 10)));
        return false;
    }
    if (sheets > STAPLED_MAX)
        diag_add(diag, DIAG_BOOKLET_THICK, edition->position, number, NULL);
    return true;
}

/* --- the whole ---------------------------------------------------------------------- */

static uint32_t share(length room, length size) {
    return (uint32_t)((int64_t)room * SCALE_ONE / size);
}

/* Pages are never made larger. Half a thousandth of a point is lost where the paper has an
   odd number of them. */
static void find_scale(struct imposer *imposer, const struct page_style *page) {
    bool upright = page->width <= page->height;
    length width = upright ? page->width : page->height;
    length height = upright ? page->height : page->width;
    uint32_t across = share((imposer->width + 1) / 2, width);
    uint32_t down = share(imposer->height, height);
    uint32_t least = across < down ? across : down;
    imposer->scale = least < SCALE_ONE ? least : SCALE_ONE;
    imposer->across = (length)((int64_t)width * imposer->scale / SCALE_ONE);
    imposer->down = (length)((int64_t)height * imposer->scale / SCALE_ONE);
}

static enum duplex find_duplex(const struct booklet *booklet) {
    if (booklet->runs != RUNS_ONE)
        return DUPLEX_NONE;
    return booklet->long_edge ? DUPLEX_LONG : DUPLEX_SHORT;
}

const struct sheets *booklet_impose(struct arena *arena, const struct pages *pages,
                                    const struct edition *edition,
                                    const struct style *style, struct diag *diag) {
    const struct booklet *booklet = &edition->booklet;
    struct imposer imposer = {
        .arena = arena,
        .pages = pages,
        .booklet = booklet,
        .width = length_larger(booklet->paper.width, booklet->paper.height),
        .height = length_smaller(booklet->paper.width, booklet->paper.height)};
    find_scale(&imposer, &style->page);
    order_pages(&imposer);
    tell_blanks(&imposer, edition, diag);
    if (!check_fold(&imposer, edition, style->page.binding_margin, diag))
        return NULL;
    imposer.sides = arena_array(arena, struct sheet, imposer.count / 2);
    add_signatures(&imposer);
    for (size_t i = 1; booklet->long_edge && i < imposer.side_count; i += 2)
        turn_side(&imposer, &imposer.sides[i]);
    if (booklet->dummy)
        return dummy_make(arena, pages, imposer.sides, imposer.side_count);
    if (booklet->runs != RUNS_ONE)
        separate_sides(&imposer);
    struct sheets *sheets = arena_new(arena, struct sheets);
    *sheets = (struct sheets){.pages = pages,
                              .sheets = imposer.sides,
                              .count = imposer.side_count,
                              .duplex = find_duplex(booklet)};
    return sheets;
}
