/* SPDX-License-Identifier: MIT */
/* The look on pages of another size: it is a look that a theme could have, its type stays on
   the grid, and what is set in it is clear. Runs in the folder of the project, and writes a
   theme to one of its own. */
#define _GNU_SOURCE /* mkdtemp, open_memstream */
#include "frame.h"

#include <stdlib.h>
#include <unistd.h>

static const length sizes[][2] = {{420945, 595276}, /* half of A4 */
                                  {419528, 595276}, /* A5 */
                                  {396000, 612000}, /* half of Letter */
                                  {498898, 708661}, /* B5 */
                                  {720000, 1000000}};

enum { SIZES = sizeof sizes / sizeof *sizes };

static char folder[] = "/tmp/resize-XXXXXX";

static const struct style *read_back(struct arena *arena, const struct style *style,
                                     struct diag *diag) {
    char path[64];
    snprintf(path, sizeof path, "%s/theme.yaml", folder);
    FILE *file = fopen(path, "wb");
    if (!file)
        abort();
    style_dump(style, file);
    fclose(file);
    const struct style *read = style_read(arena, folder, diag);
    remove(path);
    return read;
}

/* To be freed. */
static char *print_style(const struct style *style) {
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    style_dump(style, stream);
    fclose(stream);
    return text;
}

/* All that a theme is checked for holds of it. */
static void it_is_a_look_that_a_theme_could_have(void) {
    for (size_t i = 0; i < SIZES; i++) {
        struct arena *arena = arena_create();
        struct diag *diag = diag_new(arena);
        const struct style *style =
            style_resize(arena, style_default(), sizes[i][0], sizes[i][1]);
        EXPECT(style);
        if (style) {
            const struct style *read = read_back(arena, style, diag);
            diag_print(diag, stderr);
            EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 0);
            EXPECT_INTEGER(style->page.width, sizes[i][0]);
            EXPECT_INTEGER(style->page.height, sizes[i][1]);
            char *printed = print_style(style), *again = print_style(read);
            EXPECT_STRING(again, printed);
            free(printed);
            free(again);
        }
        arena_destroy(arena);
    }
}

/* How many halves of the grid's step. */
static length halves(const struct style *style, length leading) {
    EXPECT_INTEGER(leading * 2 % style->page.step, 0);
    return leading * 2 / style->page.step;
}

static void lines_stay_on_the_grid(void) {
    static const enum role texts[] = {ROLE_TEXT,    ROLE_NOTE,  ROLE_TABLE,
                                      ROLE_CAPTION, ROLE_QUOTE, ROLE_SECTION};
    struct arena *arena = arena_create();
    const struct style *from = style_default();
    const struct style *style = style_resize(arena, from, sizes[0][0], sizes[0][1]);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct role_style *was = &from->roles[texts[i]];
        const struct role_style *is = &style->roles[texts[i]];
        EXPECT_INTEGER(halves(style, is->latin.leading),
                       halves(from, was->latin.leading));
        EXPECT_INTEGER(halves(style, is->arabic.leading),
                       halves(from, was->arabic.leading));
        EXPECT_INTEGER(is->latin.size, was->latin.size * 85 / 100);
    }
    EXPECT_INTEGER(style->page.last_line % style->page.step, 0);
    EXPECT_INTEGER(style->page.chapter_title % style->page.step, 0);
    arena_destroy(arena);
}

static void columns_fill_the_page_as_before(void) {
    struct arena *arena = arena_create();
    for (size_t i = 0; i < SIZES; i++) {
        const struct page_style *page =
            &style_resize(arena, style_default(), sizes[i][0], sizes[i][1])->page;
        length columns = (length)page->text_columns;
        length width = page->binding_margin + page->outer_margin +
                       (page->column + page->gutter) * columns + page->column;
        EXPECT(width <= page->width + 10 && width >= page->width - 10);
    }
    arena_destroy(arena);
}

static void no_letter_of_half_a_sheet_of_a4_is_smaller_than_5_9_points(void) {
    struct arena *arena = arena_create();
    const struct style *style =
        style_resize(arena, style_default(), sizes[0][0], sizes[0][1]);
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        bool cover = i == ROLE_COVER_LINE || i == ROLE_COVER_NOTE;
        EXPECT(style->roles[i].latin.size >= (cover ? 5600 : 5900));
        EXPECT(style->roles[i].arabic.size >= (cover ? 6700 : 7200));
    }
    arena_destroy(arena);
}

static void a_page_of_nearly_the_same_size_is_the_same(void) {
    struct arena *arena = arena_create();
    EXPECT(style_resize(arena, style_default(), 595275, 841890) == style_default());
    EXPECT(style_resize(arena, style_default(), 594000, 842000) == style_default());
    EXPECT(style_resize(arena, style_default(), 580000, 842000) != style_default());
    arena_destroy(arena);
}

static void one_too_small_or_too_large_has_no_look(void) {
    struct arena *arena = arena_create();
    EXPECT(!style_resize(arena, style_default(), 297638, 419528));
    EXPECT(!style_resize(arena, style_default(), 420000, 500000));
    EXPECT(!style_resize(arena, style_default(), 1000000, 1000000));
    arena_destroy(arena);
}

static void check_report(const char *path) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    struct sheet sheet = {.arena = arena, .document = document_read(arena, path, diag)};
    const struct edition *edition = document_find_edition(sheet.document, "booklet");
    sheet.fonts = font_set_open(arena, diag);
    frame_style = style_resize(arena, style_default(), sizes[0][0], sizes[0][1]);
    sheet.pages = pages_lay_out(
        arena, sheet.document, edition, frame_style,
        (struct pages_means){.fonts = sheet.fonts, .images = image_store_new(arena)},
        diag);
    diag_print(diag, stderr);
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 0);
    EXPECT(expect_clear(sheet) > 20);
    sheet_drop(sheet);
    frame_style = NULL;
}

static void every_page_of_the_sink_is_clear_on_half_a_sheet(void) {
    check_report("tests/sink");
}

static void every_page_of_the_sample_is_clear_on_half_a_sheet(void) {
    check_report("content");
}

int main(void) {
    if (!mkdtemp(folder))
        return 1;
    RUN(it_is_a_look_that_a_theme_could_have);
    RUN(lines_stay_on_the_grid);
    RUN(columns_fill_the_page_as_before);
    RUN(no_letter_of_half_a_sheet_of_a4_is_smaller_than_5_9_points);
    RUN(a_page_of_nearly_the_same_size_is_the_same);
    RUN(one_too_small_or_too_large_has_no_look);
    RUN(every_page_of_the_sink_is_clear_on_half_a_sheet);
    RUN(every_page_of_the_sample_is_clear_on_half_a_sheet);
    rmdir(folder);
    return harness_status();
}
