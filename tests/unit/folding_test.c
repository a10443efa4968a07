/* SPDX-License-Identifier: MIT */
/* Booklets, as paper: printed sheets are turned over, put into each other, folded, cut and
   read. Nothing here knows the formula the sheets were imposed by: a page is where it is on
   the paper, and what lies behind it is what the printer put there. */
#include "document/document.h"
#include "sheets/sheets.h"
#include "style/style.h"
#include "unit/harness.h"

#include <stdlib.h>

enum { PAGES_MAX = 200, BLANK = -1, LYING = 6 /* each seventh page lies */ };

/* One side of a leaf of the finished book. */
struct leaf {
    int page; /* BLANK: none */
    int turns; /* quarters clockwise, as the leaf is held upright */
    length near, far; /* from the fold to the edges of the page */
    uint32_t scale;
};

/* A booklet as it is asked for. */
struct wish {
    size_t count, half; /* pages; of the first half, if it is read from both covers */
    enum direction direction;
    bool back_cover;
    struct booklet booklet;
};

struct binding {
    struct arena *arena;
    const struct wish *wish;
    const struct sheets *sheets;
    struct leaf codex[PAGES_MAX + 4]; /* from the left cover to the right one */
    size_t count;
};

static const struct booklet plain = {.paper = {595276, 841890}, .thickness = MM(0.1)};

/* --- printing ----------------------------------------------------------------------- */

static struct pages make_pages(struct arena *arena, const struct wish *wish) {
    struct page *pages = arena_array(arena, struct page, wish->count);
    for (size_t i = 0; i < wish->count; i++) {
        bool second = wish->half && i >= wish->half;
        bool rtl = (wish->direction == DIRECTION_RTL) != second;
        bool lies = i % 7 == LYING;
        pages[i] = (struct page){.width = lies ? 841890 : 595276,
                                 .height = lies ? 595276 : 841890,
                                 .direction = rtl ? DIRECTION_RTL : DIRECTION_LTR};
    }
    return (struct pages){.pages = pages,
                          .count = wish->count,
                          .direction = wish->direction,
                          .second_half = wish->half,
                          .back_cover = wish->back_cover};
}

static const struct sheets *impose(struct arena *arena, const struct wish *wish,
                                   struct diag *diag) {
    struct pages *pages = arena_new(arena, struct pages);
    struct edition *edition = arena_new(arena, struct edition);
    *pages = make_pages(arena, wish);
    edition->kind = EDITION_BOOKLET;
    edition->booklet = wish->booklet;
    return sheets_impose(arena, pages, edition, style_default(), diag);
}

/* --- paper -------------------------------------------------------------------------- */

/* What is printed on one half of one side, as it leaves the printer. */
static struct leaf find_leaf(const struct sheets *sheets, const struct sheet *side,
                             bool left) {
    length fold = side->width / 2;
    for (size_t i = 0; i < side->page_count; i++) {
        const struct placed_page *placed = &side->pages[i];
        struct box box = sheets_covered(sheets->pages, placed);
        bool on_left = (box.x0 + box.x1) / 2 < fold;
        if (on_left != left)
            continue;
        EXPECT(box.y0 >= 0 && box.y1 <= side->height);
        EXPECT(box.x0 >= -1 && box.x1 <= side->width + 1); /* half of an odd width */
        EXPECT_INTEGER(left ? placed->clip.x1 : side->width - placed->clip.x0, fold);
        return (struct leaf){
            .page = (int)placed->page,
            .turns = placed->turns,
            .near = left ? fold - box.x1 : box.x0 - (side->width - fold),
            .far = left ? fold - box.x0 : box.x1 - (side->width - fold),
            .scale = placed->scale};
    }
    return (struct leaf){.page = BLANK};
}

/* The side printed on the back of the n-th sheet. */
static const struct sheet *find_back(const struct binding *binding, size_t n) {
    const struct sheets *sheets = binding->sheets;
    size_t half = sheets->count / 2;
    switch (binding->wish->booklet.runs) {
    case RUNS_ONE:
        return &sheets->sheets[2 * n + 1];
    case RUNS_SAME:
        return &sheets->sheets[half + n];
    case RUNS_REVERSED:
        return &sheets->sheets[sheets->count - 1 - n];
    }
    return NULL;
}

/* One side of a sheet: of its left or right half, seen from the front with its top up.
   Turned over by the short edge, left and right change places and up stays up; by the long
   edge, left stays left and what was up is down. */
static struct leaf printed_leaf(const struct binding *binding, size_t n, bool left,
                                bool back) {
    const struct sheets *sheets = binding->sheets;
    bool one = binding->wish->booklet.runs == RUNS_ONE;
    if (!back)
        return find_leaf(sheets, &sheets->sheets[one ? 2 * n : n], left);
    bool long_edge = binding->wish->booklet.long_edge;
    struct leaf leaf = find_leaf(sheets, find_back(binding, n), left == long_edge);
    leaf.turns = (leaf.turns + (long_edge ? 2 : 0)) % 4;
    return leaf;
}

/* --- binding ------------------------------------------------------------------------ */

static void add_leaf(struct binding *binding, size_t n, bool left, bool back) {
    binding->codex[binding->count++] = printed_leaf(binding, n, left, back);
}

/* What the sheets inside push out is cut off: all pages of a signature then end at one
   distance from the cut. */
static void check_cut(const struct binding *binding, size_t first, size_t sheets) {
    length thickness = binding->wish->booklet.thickness, cut = 0;
    length margin = style_default()->page.binding_margin;
    for (size_t i = 0; i < sheets * 4; i++) {
        struct leaf leaf =
            printed_leaf(binding, first + i / 4, (i & 1) != 0, (i & 2) != 0);
        length own = (length)((int64_t)margin * leaf.scale / SCALE_ONE);
        if (leaf.page == BLANK)
            continue;
        if (!cut)
            cut = leaf.far + (length)(i / 4) * thickness;
        if (leaf.page % 7 != LYING)
            EXPECT_INTEGER(leaf.far + (length)(i / 4) * thickness, cut);
        EXPECT(own + leaf.near >= own / 2);
    }
}

/* Sheets one into the other, folded away from the reader: from the right half of the
   outermost inwards, and back on the left halves. */
static void fold(struct binding *binding, size_t first, size_t sheets) {
    for (size_t i = 0; i < sheets; i++) {
        add_leaf(binding, first + i, /*left*/ false, /*back*/ false);
        add_leaf(binding, first + i, /*left*/ false, /*back*/ true);
    }
    for (size_t i = sheets; i-- > 0;) {
        add_leaf(binding, first + i, /*left*/ true, /*back*/ true);
        add_leaf(binding, first + i, /*left*/ true, /*back*/ false);
    }
    check_cut(binding, first, sheets);
}

/* The binder counts off sheets as they come; the thinner signature is the middle one. A
   book that opens from the right has its first signature on the right. */
static void bind(struct binding *binding) {
    size_t sheets = binding->sheets->count / 2;
    size_t each = binding->wish->booklet.signature / 4;
    if (!each || each > sheets)
        each = sheets;
    size_t count = (sheets + each - 1) / each, firsts[PAGES_MAX], sizes[PAGES_MAX];
    size_t rest = sheets % each;
    for (size_t i = 0, first = 0; i < count; first += sizes[i++]) {
        firsts[i] = first;
        sizes[i] = rest && i == count / 2 ? rest : each;
    }
    bool right = binding->wish->direction == DIRECTION_RTL;
    for (size_t i = 0; i < count; i++) {
        size_t next = right ? count - 1 - i : i;
        fold(binding, firsts[next], sizes[next]);
    }
}

/* --- reading ------------------------------------------------------------------------ */

/* The n-th page from the cover at which one begins. */
static const struct leaf *turn_to(const struct binding *binding, bool rtl, size_t n) {
    return &binding->codex[rtl ? binding->count - 1 - n : n];
}

static void read_page(const struct binding *binding, bool rtl, size_t n, int page) {
    const struct leaf *leaf = turn_to(binding, rtl, n);
    EXPECT_INTEGER(leaf->page, page);
    if (page != BLANK)
        EXPECT_INTEGER(leaf->turns, page % 7 != LYING ? 0 : rtl ? 1 : 3);
}

static void read_half(const struct binding *binding, bool rtl, size_t first,
                      size_t end) {
    for (size_t i = first; i < end; i++)
        read_page(binding, rtl, i - first, (int)i);
}

static void read_all(const struct binding *binding) {
    const struct wish *wish = binding->wish;
    bool rtl = wish->direction == DIRECTION_RTL;
    size_t half = wish->half ? wish->half : wish->count - wish->back_cover;
    size_t blanks = binding->count - wish->count;
    EXPECT(blanks < 4);
    read_half(binding, rtl, 0, half);
    for (size_t i = 0; i < blanks; i++)
        read_page(binding, rtl, half + i, BLANK);
    if (wish->half)
        read_half(binding, !rtl, half, wish->count);
    else if (wish->back_cover)
        read_page(binding, rtl, binding->count - 1, (int)wish->count - 1);
}

static void make(const struct wish *wish) {
    struct arena *arena = arena_create();
    struct binding *binding = arena_new(arena, struct binding);
    *binding = (struct binding){.arena = arena, .wish = wish};
    binding->sheets = impose(arena, wish, diag_new(arena));
    EXPECT(binding->sheets);
    if (binding->sheets) {
        bind(binding);
        read_all(binding);
    }
    arena_destroy(arena);
}

/* Both edges, and each order of printing. */
static void make_all(struct wish wish) {
    for (int runs = RUNS_ONE; runs <= RUNS_REVERSED; runs++) {
        wish.booklet.runs = (enum booklet_runs)runs;
        wish.booklet.long_edge = false;
        make(&wish);
        wish.booklet.long_edge = true;
        make(&wish);
    }
}

/* --- tests -------------------------------------------------------------------------- */

static void from_4_to_200_pages_in_one_fold_read_from_either_side(void) {
    for (size_t count = 4; count <= PAGES_MAX; count++)
        for (int rtl = 0; rtl < 2; rtl++)
            make_all((struct wish){.count = count,
                                   .direction = rtl ? DIRECTION_RTL : DIRECTION_LTR,
                                   .back_cover = count % 3 == 0,
                                   .booklet = plain});
}

static void signatures_follow_each_other(void) {
    static const uint32_t sizes[] = {4, 8, 12, 16, 32, 64};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (size_t count = 4; count <= PAGES_MAX; count += 3)
            for (int rtl = 0; rtl < 2; rtl++) {
                struct wish wish = {.count = count,
                                    .direction = rtl ? DIRECTION_RTL : DIRECTION_LTR,
                                    .back_cover = count % 2 == 0,
                                    .booklet = plain};
                wish.booklet.signature = sizes[s];
                make_all(wish);
            }
}

static void two_languages_are_read_each_from_its_own_cover(void) {
    static const uint32_t sizes[] = {0, 4, 16, 24};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++)
        for (size_t count = 4; count <= PAGES_MAX; count += 5)
            for (int rtl = 0; rtl < 2; rtl++) {
                struct wish wish = {.count = count,
                                    .half = 1 + count * (s + 1) / 6,
                                    .direction = rtl ? DIRECTION_RTL : DIRECTION_LTR,
                                    .booklet = plain};
                wish.booklet.signature = sizes[s];
                make_all(wish);
            }
}

static void other_paper_is_filled_from_the_fold(void) {
    static const struct paper papers[] = {
        {841890, 1190551}, {612000, 792000}, {500001, 900003}};
    for (size_t p = 0; p < sizeof papers / sizeof *papers; p++)
        for (int rtl = 0; rtl < 2; rtl++) {
            struct wish wish = {.count = 43,
                                .direction = rtl ? DIRECTION_RTL : DIRECTION_LTR,
                                .booklet = plain};
            wish.booklet.paper = papers[p];
            make_all(wish);
        }
}

/* Two leaves of one sheet are mirror images if what they hold reads the other way round. */
static void a_book_from_the_right_is_the_mirror_of_one_from_the_left(void) {
    struct arena *arena = arena_create();
    struct wish wish = {.count = 30, .booklet = plain};
    wish.booklet.signature = 12;
    const struct sheets *left = impose(arena, &wish, diag_new(arena));
    wish.direction = DIRECTION_RTL;
    const struct sheets *right = impose(arena, &wish, diag_new(arena));
    EXPECT_INTEGER(left->count, right->count);
    for (size_t i = 0; i < left->count; i++)
        for (int side = 0; side < 2; side++) {
            struct leaf a = find_leaf(left, &left->sheets[i], side == 0);
            struct leaf b = find_leaf(right, &right->sheets[i], side != 0);
            EXPECT_INTEGER(a.page, b.page);
            EXPECT_INTEGER(a.near, b.near);
            EXPECT_INTEGER(a.far, b.far);
        }
    arena_destroy(arena);
}

static void a_fold_that_would_eat_the_margin_is_an_error(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    struct wish wish = {.count = 100, .booklet = plain};
    wish.booklet.thickness = MM(0.5);
    EXPECT(!impose(arena, &wish, diag));
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 1);
    wish.booklet.signature = 16;
    EXPECT(impose(arena, &wish, diag));
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 1);
    arena_destroy(arena);
}

int main(void) {
    RUN(from_4_to_200_pages_in_one_fold_read_from_either_side);
    RUN(signatures_follow_each_other);
    RUN(two_languages_are_read_each_from_its_own_cover);
    RUN(other_paper_is_filled_from_the_fold);
    RUN(a_book_from_the_right_is_the_mirror_of_one_from_the_left);
    RUN(a_fold_that_would_eat_the_margin_is_an_error);
    return harness_status();
}
