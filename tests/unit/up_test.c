/* SPDX-License-Identifier: MIT */
/* Several pages to a side: all of them, in order, apart from each other and from the edges
   of the paper; cut apart, each leaf has the next page behind it. */
#include "document/document.h"
#include "sheets/sheets.h"
#include "style/style.h"
#include "unit/harness.h"

enum { LYING = 5 /* each sixth page lies */ };

static const uint32_t counts[] = {2, 3, 4, 6, 8, 9, 12, 16};
static const struct paper papers[] = {
    {595276, 841890}, {612000, 792000}, {841890, 1190551}};

enum {
    COUNTS = sizeof counts / sizeof *counts,
    PAPERS = sizeof papers / sizeof *papers
};

static struct pages make_pages(struct arena *arena, size_t count, bool rtl) {
    struct page *pages = arena_array(arena, struct page, count);
    for (size_t i = 0; i < count; i++) {
        bool lies = i % 6 == LYING;
        pages[i] = (struct page){.width = lies ? 841890 : 595276,
                                 .height = lies ? 595276 : 841890,
                                 .direction = rtl ? DIRECTION_RTL : DIRECTION_LTR};
    }
    return (struct pages){.pages = pages,
                          .count = count,
                          .direction = rtl ? DIRECTION_RTL : DIRECTION_LTR};
}

static struct box covered(const struct sheets *sheets, const struct sheet *side,
                          size_t i) {
    return sheets_covered(sheets->pages, &side->pages[i]);
}

static bool meet(struct box a, struct box b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/* Nothing is nearer to the edge than it may be, no page lies on another, all are upright. */
static void check_room(const struct sheets *sheets, const struct sheet *side,
                       length margin) {
    for (size_t i = 0; i < side->page_count; i++) {
        struct box box = covered(sheets, side, i);
        EXPECT(box.x0 >= margin && box.x1 <= side->width - margin);
        EXPECT(box.y0 >= margin && box.y1 <= side->height - margin);
        EXPECT((side->pages[i].turns % 2 == 1) == (side->pages[i].page % 6 == LYING));
        for (size_t n = 0; n < i; n++)
            EXPECT(!meet(box, covered(sheets, side, n)));
    }
    for (size_t i = 0; i < side->mark_count; i++) {
        const struct path *path = &side->marks[i].as.path.path;
        for (size_t p = 0; p < path->count; p++) {
            EXPECT(path->points[p].x >= margin);
            EXPECT(path->points[p].x <= side->width - margin);
            EXPECT(path->points[p].y >= margin);
            EXPECT(path->points[p].y <= side->height - margin);
        }
    }
}

/* How many pages of a side are read before the one that covers `box`. */
static size_t find_rank(const struct sheets *sheets, const struct sheet *side,
                        struct box box, bool rtl) {
    size_t before = 0;
    for (size_t i = 0; i < side->page_count; i++) {
        struct box other = covered(sheets, side, i);
        bool above = other.y1 <= box.y0 + 2;
        bool level = !above && other.y0 < box.y1 - 2;
        before += above || (level && (rtl ? other.x0 > box.x0 : other.x0 < box.x0));
    }
    return before;
}

static void all_pages_are_read_in_their_order(void) {
    struct arena *arena = arena_create();
    for (size_t c = 0; c < COUNTS; c++)
        for (size_t p = 0; p < PAPERS; p++)
            for (int rtl = 0; rtl < 2; rtl++) {
                struct up up = {counts[c], papers[p], MM(5), false, false, false};
                struct pages pages = make_pages(arena, 37, rtl);
                const struct sheets *sheets = sheets_n_up(arena, &pages, &up);
                size_t read = 0;
                for (size_t s = 0; s < sheets->count; s++) {
                    const struct sheet *side = &sheets->sheets[s];
                    check_room(sheets, side, MM(5));
                    EXPECT(side->page_count <= counts[c]);
                    for (size_t i = 0; i < side->page_count; i++)
                        EXPECT_INTEGER(side->pages[i].page,
                                       read + find_rank(sheets, side,
                                                        covered(sheets, side, i), rtl));
                    read += side->page_count;
                }
                EXPECT_INTEGER(read, 37);
            }
    arena_destroy(arena);
}

/* The page on the back of a sheet, turned over as a leaf of a book is, behind `box`; -1 if
   there is none. */
static int page_behind(const struct sheets *sheets, const struct sheet *back,
                       struct box box) {
    for (size_t i = 0; i < back->page_count; i++) {
        struct box other = covered(sheets, back, i);
        struct box seen = {back->width - other.x1, other.y0, back->width - other.x0,
                           other.y1};
        length x = (seen.x0 + seen.x1) / 2, y = (seen.y0 + seen.y1) / 2;
        if (x < box.x0 || x > box.x1 || y < box.y0 || y > box.y1)
            continue;
        EXPECT(seen.x0 - box.x0 <= 1 && box.x0 - seen.x0 <= 1);
        EXPECT(seen.y0 - box.y0 <= 1 && box.y0 - seen.y0 <= 1);
        return (int)back->pages[i].page;
    }
    return -1;
}

static void check_leaves(const struct up *up, struct pages *pages, bool rtl) {
    struct arena *arena = arena_create();
    const struct sheets *sheets = sheets_n_up(arena, pages, up);
    size_t leaves = 0;
    for (size_t s = 0; s + 1 < sheets->count; s += 2) {
        const struct sheet *front = &sheets->sheets[s];
        check_room(sheets, front, up->margin);
        check_room(sheets, front + 1, up->margin);
        for (size_t i = 0; i < front->page_count; i++, leaves++) {
            struct box box = covered(sheets, front, i);
            uint32_t page = front->pages[i].page;
            size_t rank = find_rank(sheets, front, box, rtl);
            uint32_t wanted = (uint32_t)(up->repeat ? s : s * up->pages + 2 * rank);
            EXPECT_INTEGER(page, wanted);
            EXPECT_INTEGER(page_behind(sheets, front + 1, box),
                           page + 1 < pages->count ? (int)page + 1 : -1);
        }
    }
    size_t pairs = (pages->count + 1) / 2;
    EXPECT_INTEGER(leaves, up->repeat ? pairs * up->pages : pairs);
    EXPECT(sheets->duplex == (sheets->sheets[0].width > sheets->sheets[0].height
                                  ? DUPLEX_SHORT
                                  : DUPLEX_LONG));
    arena_destroy(arena);
}

static void each_leaf_has_the_next_page_behind_it(void) {
    struct arena *arena = arena_create();
    for (size_t c = 0; c < COUNTS; c++)
        for (size_t p = 0; p < PAPERS; p++)
            for (int way = 0; way < 4; way++) {
                struct up up = {counts[c], papers[p], MM(4), true, way / 2, false};
                struct pages pages = make_pages(arena, 21 + c, way % 2);
                check_leaves(&up, &pages, way % 2);
            }
    arena_destroy(arena);
}

static void one_page_alone_is_printed_on_one_side(void) {
    struct arena *arena = arena_create();
    struct up up = {4, papers[0], 0, true, true, false};
    struct pages pages = make_pages(arena, 1, false);
    const struct sheets *sheets = sheets_n_up(arena, &pages, &up);
    EXPECT_INTEGER(sheets->count, 1);
    EXPECT_INTEGER(sheets->sheets[0].page_count, 4);
    EXPECT(sheets->duplex == DUPLEX_NONE);
    arena_destroy(arena);
}

/* Pages are as large as they can be, and never larger than they are. */
static void pages_fill_the_paper(void) {
    struct arena *arena = arena_create();
    struct pages pages = make_pages(arena, 4, false);
    struct up up = {2, papers[0], 0, false, false, false};
    EXPECT_INTEGER(sheets_n_up(arena, &pages, &up)->sheets[0].pages[0].scale, 707070);
    up.pages = 4;
    EXPECT_INTEGER(sheets_n_up(arena, &pages, &up)->sheets[0].pages[0].scale, 500000);
    up.paper = papers[2];
    up.pages = 2;
    EXPECT(sheets_n_up(arena, &pages, &up)->sheets[0].pages[0].scale > 999990);
    up.paper = (struct paper){PT(3000), PT(3000)};
    EXPECT_INTEGER(sheets_n_up(arena, &pages, &up)->sheets[0].pages[0].scale,
                   SCALE_ONE);
    arena_destroy(arena);
}

int main(void) {
    RUN(all_pages_are_read_in_their_order);
    RUN(each_leaf_has_the_next_page_behind_it);
    RUN(one_page_alone_is_printed_on_one_side);
    RUN(pages_fill_the_paper);
    return harness_status();
}
