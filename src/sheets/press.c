/* SPDX-License-Identifier: MIT */
/* Makes the sheets of a press: each page on paper that is larger than it, so that what reaches
   an edge goes on beyond the cut, and with marks around that outside the bleed. */
#include "sheets/internal.h"

/* Marks stand in a border around the bleed. */
#define BORDER MM(12)
#define CROP MM(5) /* of a crop mark; */
#define CROP_GAP MM(1) /* its distance from the bleed; and from the cut at least */
#define GAP_LEAST MM(3)
#define TARGET MM(5) /* the cross of a registration mark; its ring is half as wide */
#define PATCH MM(5) /* of the colour bar */
#define CLEAR MM(1) /* around marks that others keep away from */
#define SLUG MM(6) /* its baseline, below the bleed */

enum { PEN = 250 /* a quarter of a point */ };

struct border {
    struct arena *arena;
    const struct press *press;
    struct sheet *sheet;
    length *taken; /* places along the width where a mark stands, above and below */
    size_t taken_count, taken_capacity;
    struct marks marks;
};

/* --- drawing ------------------------------------------------------------------------ */

static void add_path(struct border *border, const struct point *points, size_t count,
                     length dash) {
    struct point *kept = arena_array(border->arena, struct point, count);
    memcpy(kept, points, count * sizeof *points);
    marks_add(&border->marks, ITEM_PATH)->as.path.path =
        (struct path){.points = kept,
                      .count = count,
                      .colour = COLOUR_ALL_INKS,
                      .weight = PEN,
                      .dash = dash,
                      .gap = dash};
}

static void add_line(struct border *border, struct point from, struct point to) {
    from.starts = true;
    add_path(border, (struct point[]){from, to}, 2, /*dash*/ 0);
}

static void add_patch(struct border *border, struct box box, uint32_t colour) {
    struct rectangle_item *patch =
        &marks_add(&border->marks, ITEM_RECTANGLE)->as.rectangle;
    patch->box = box;
    patch->colour = colour;
}

/* --- room ---------------------------------------------------------------------------- */

static void take(struct border *border, length x) {
    arena_reserve(border->arena, border->taken, border->taken_count,
                  border->taken_capacity);
    border->taken[border->taken_count++] = x;
}

/* Where, from x on, there is nothing for so wide. */
static length find_room(const struct border *border, length x, length width) {
    for (size_t i = 0; i < border->taken_count;) {
        length at = border->taken[i++];
        if (at + CLEAR > x && at - CLEAR < x + width) {
            x = at + CLEAR;
            i = 0;
        }
    }
    return x;
}

/* --- crop marks --------------------------------------------------------------------- */

static length crop_gap(const struct press *press) {
    length gap = press->bleed + CROP_GAP;
    return gap > GAP_LEAST ? gap : GAP_LEAST;
}

static void add_crop_marks(struct border *border) {
    struct box trim = border->sheet->trim;
    length near = crop_gap(border->press), far = near + CROP;
    const length across[] = {trim.x0, trim.x1}, down[] = {trim.y0, trim.y1};
    for (size_t i = 0; i < 4; i++) {
        length x = across[i % 2], y = down[i / 2];
        length left = i % 2 ? 1 : -1, up = i / 2 ? 1 : -1;
        add_line(border, (struct point){.x = x + left * near, .y = y},
                 (struct point){.x = x + left * far, .y = y});
        add_line(border, (struct point){.x = x, .y = y + up * near},
                 (struct point){.x = x, .y = y + up * far});
    }
}

/* --- folds --------------------------------------------------------------------------- */

/* Dashed, above and below, at its distance from the edge where the page is bound. */
static void add_fold(struct border *border, length fold, bool binds_left) {
    struct box trim = border->sheet->trim;
    length x = binds_left ? trim.x0 + fold : trim.x1 - fold;
    length near = crop_gap(border->press), far = near + CROP;
    struct point above[] = {{x, trim.y0 - far, true}, {x, trim.y0 - near, false}};
    struct point below[] = {{x, trim.y1 + near, true}, {x, trim.y1 + far, false}};
    add_path(border, above, 2, PT(2));
    add_path(border, below, 2, PT(2));
    take(border, x);
}

/* --- registration marks ------------------------------------------------------------- */

/* A ring of sixteen sides, which at this size is round. */
static void add_ring(struct border *border, length x, length y, length radius) {
    enum { SIDES = 16 };
    static const int32_t cosines[SIDES] = {1000,  924,  707,  383,  0, -383, -707, -924,
                                           -1000, -924, -707, -383, 0, 383,  707,  924};
    struct point points[SIDES + 1];
    for (size_t i = 0; i <= SIDES; i++)
        points[i] = (struct point){
            x + radius * cosines[i % SIDES] / 1000,
            y + radius * cosines[(i + 3 * SIDES / 4) % SIDES] / 1000, i == 0};
    add_path(border, points, SIDES + 1, /*dash*/ 0);
}

static void add_target(struct border *border, length x, length y) {
    length half = TARGET / 2;
    add_line(border, (struct point){.x = x - half, .y = y},
             (struct point){.x = x + half, .y = y});
    add_line(border, (struct point){.x = x, .y = y - half},
             (struct point){.x = x, .y = y + half});
    add_ring(border, x, y, TARGET / 4);
}

/* In the middle of each side, or where there is room. */
static void add_targets(struct border *border) {
    const struct sheet *sheet = border->sheet;
    length middle = sheet->height / 2, half = TARGET / 2;
    length centre = find_room(border, sheet->width / 2 - half, TARGET) + half;
    length above = sheet->bleed.y0 / 2, left = sheet->bleed.x0 / 2;
    add_target(border, left, middle);
    add_target(border, sheet->width - left, middle);
    add_target(border, centre, above);
    add_target(border, centre, sheet->height - above);
    for (length at = centre - half; at <= centre + half; at += half)
        take(border, at);
}

/* --- the colour bar ------------------------------------------------------------------ */

/* Each ink full and in half, two over each other, all three, and what the press prints black
   with. */
static void add_colour_bar(struct border *border) {
    static const struct cmyk patches[] = {
        {{100, 0, 0, 0}},   {{0, 100, 0, 0}},   {{0, 0, 100, 0}},   {{0, 0, 0, 100}},
        {{50, 0, 0, 0}},    {{0, 50, 0, 0}},    {{0, 0, 50, 0}},    {{0, 0, 0, 50}},
        {{100, 100, 0, 0}}, {{0, 100, 100, 0}}, {{100, 0, 100, 0}}, {{50, 40, 40, 0}},
    };
    const struct sheet *sheet = border->sheet;
    length x = sheet->trim.x0 + MM(5);
    length y = sheet->bleed.y0 - PATCH - MM(3);
    for (size_t i = 0; i < sizeof patches / sizeof *patches; i++, x += PATCH) {
        x = find_room(border, x, PATCH);
        if (x + PATCH < sheet->trim.x1 - MM(5))
            add_patch(border, (struct box){x, y, x + PATCH, y + PATCH},
                      cmyk_colour(patches[i]));
    }
}

/* --- the slug ------------------------------------------------------------------------ */

static void add_slug(struct border *border, const struct page *page) {
    const struct sheet *sheet = border->sheet;
    if (!page->slug)
        return;
    struct line_item *line = &marks_add(&border->marks, ITEM_LINE)->as.line;
    *line = page->slug->as.line;
    line->x = find_room(border, sheet->trim.x0 + MM(5), line->width);
    line->y = sheet->bleed.y1 + SLUG;
}

/* --- sheets -------------------------------------------------------------------------- */

static bool has_marks(const struct press *press) {
    return press->crop || press->registration || press->colour_bar || press->slug ||
           press->fold_count;
}

static void add_marks(struct arena *arena, const struct press *press,
                      const struct pages *pages, size_t page, struct sheet *sheet) {
    struct border border = {
        .arena = arena, .press = press, .sheet = sheet, .marks = {.arena = arena}};
    if (press->crop)
        add_crop_marks(&border);
    for (size_t i = 0; i < press->fold_count; i++)
        add_fold(&border, press->folds[i], pages_bind_left(pages, page));
    if (press->registration)
        add_targets(&border);
    if (press->colour_bar)
        add_colour_bar(&border);
    if (press->slug)
        add_slug(&border, &pages->pages[page]);
    sheet->marks = border.marks.items;
    sheet->mark_count = border.marks.count;
}

static void make_sheet(struct arena *arena, const struct press *press,
                       const struct pages *pages, size_t number, struct sheet *sheet) {
    const struct page *page = &pages->pages[number];
    length bleed = press->bleed, around = bleed + (has_marks(press) ? BORDER : 0);
    struct placed_page *placed = arena_new(arena, struct placed_page);
    *sheet = (struct sheet){
        .width = page->width + 2 * around,
        .height = page->height + 2 * around,
        .trim = {around, around, around + page->width, around + page->height},
        .pages = placed,
        .page_count = 1};
    sheet->bleed = (struct box){sheet->trim.x0 - bleed, sheet->trim.y0 - bleed,
                                sheet->trim.x1 + bleed, sheet->trim.y1 + bleed};
    *placed = (struct placed_page){.page = (uint32_t)number,
                                   .scale = SCALE_ONE,
                                   .x = around,
                                   .y = around,
                                   .clip = sheet->bleed};
    add_marks(arena, press, pages, number, sheet);
}

static bool check(struct arena *arena, const struct pages *pages,
                  const struct edition *edition, struct diag *diag) {
    const struct press *press = edition->press;
    length width = pages->pages[0].width;
    size_t errors = diag_count(diag, DIAG_ERROR);
    if (!pages->date)
        diag_add(diag, DIAG_PRESS_DATE, edition->position, NULL, NULL);
    for (size_t i = 0; i < press->fold_count; i++)
        if (press->folds[i] >= width)
            diag_add(diag, DIAG_PRESS_FOLD, edition->position,
                     arena_printf(arena, "%d.%d mm", (int)(width * 254LL / 720000),
                                  (int)(width * 2540LL / 720000 % 10)),
                     NULL);
    return diag_count(diag, DIAG_ERROR) == errors;
}

const struct sheets *press_impose(struct arena *arena, const struct pages *pages,
                                  const struct edition *edition, struct diag *diag) {
    struct sheets *sheets = arena_new(arena, struct sheets);
    struct sheet *items = arena_array(arena, struct sheet, pages->count);
    if (!check(arena, pages, edition, diag))
        return NULL;
    for (size_t i = 0; i < pages->count; i++)
        make_sheet(arena, edition->press, pages, i, &items[i]);
    *sheets = (struct sheets){.pages = pages, .sheets = items, .count = pages->count};
    return sheets;
}
