/* SPDX-License-Identifier: MIT */
/* Where what stands in the outer column stands: beside its paragraph, in order, on the side
   away from the binding; and panels, which pages part. That nothing meets anything is
   frame_test's. */
#define _DEFAULT_SOURCE /* mkstemps, mkdtemp */
#include "base/buffer.h"
#include "report.h"

/* --- finding what stands on the pages ------------------------------------------------- */

struct found {
    const struct line_item *line; /* NULL: it is not there */
    size_t page;
};

/* The first line of the paragraph that begins with the word. */
static struct found find(struct sheet sheet, const char *word) {
    for (size_t p = 1; p < sheet.pages->count; p++)
        for (size_t i = 0; i < sheet.pages->pages[p].item_count; i++) {
            const struct item *item = &sheet.pages->pages[p].items[i];
            const struct line_item *line = &item->as.line;
            if (item->kind == ITEM_LINE && line_element(line) && line->run_count &&
                line->text.length >= strlen(word) &&
                !memcmp(line->text.data, word, strlen(word)))
                return (struct found){line, p};
        }
    EXPECT(!"the paragraph is there");
    exit(harness_status());
}

/* Odd pages bind where reading starts: the outer column of page 2, index 1, is at the start
   of the line, that of page 3 at its end. */
static length outer_left(bool arabic, size_t index) {
    const struct page_style *page = &style_default()->page;
    bool at_right = (index % 2 == 0) != arabic;
    return at_right ? page->width - page->outer_margin - page->column
                    : page->outer_margin;
}

static void expect_outer(struct found found, bool arabic) {
    length left = outer_left(arabic, found.page);
    length right = left + style_default()->page.column, rounding = 100;
    EXPECT(found.line->x >= left - rounding);
    EXPECT(found.line->x + found.line->width <= right + rounding);
    if (arabic)
        EXPECT(abs(found.line->x + found.line->width - right) < PT(1));
    else
        EXPECT(abs(found.line->x - left) < PT(1));
}

static struct sheet set_report(bool arabic, const char *text) {
    return report_set(arabic ? "ar" : "en", "t", text);
}

static const char *word(bool arabic) {
    return arabic ? "كلمة" : "word";
}

static void add_words(struct buffer *text, bool arabic, const char *first,
                      unsigned count) {
    buffer_printf(text, "%s", first);
    while (count--)
        buffer_printf(text, " %s", word(arabic));
    buffer_add_string(text, "\n\n");
}

static void add_margin(struct buffer *text, bool arabic, const char *first,
                       unsigned count) {
    buffer_add_string(text, "> [!margin] ");
    add_words(text, arabic, first, count);
}

/* --- beside the text ------------------------------------------------------------------ */

/* Beside the first lines of a page stands the running head: there a note is lower. */
static void expect_beside(bool arabic, size_t pages) {
    struct buffer text = {.arena = arena_create()};
    length below_head = style_default()->page.running_section + PT(31.5);
    for (size_t i = 0; i < pages; i++)
        add_words(&text, arabic, word(arabic), 900);
    add_words(&text, arabic, "P1", 90);
    add_margin(&text, arabic, "M1", 8);
    add_words(&text, arabic, "P2", 90);
    buffer_add_char(&text, '\0');
    struct sheet sheet = set_report(arabic, text.data);
    struct found row = find(sheet, "P1"), margin = find(sheet, "M1");
    EXPECT_INTEGER(margin.page, row.page);
    if (row.line->y >= below_head)
        EXPECT_INTEGER(margin.line->y, row.line->y);
    else
        EXPECT(margin.line->y > row.line->y && margin.line->y <= below_head);
    expect_outer(margin, arabic);
    sheet_drop(sheet);
    arena_destroy(text.arena);
}

/* Across enough pages that the paragraph stands on odd ones and even ones. */
static void a_note_stands_level_with_its_paragraph_at_the_outer_side(void) {
    for (size_t pages = 0; pages < 4; pages++) {
        expect_beside(false, pages);
        expect_beside(true, pages);
    }
}

static void a_key_figure_stands_below_the_line_it_is_beside(void) {
    struct sheet sheet = set_report(
        false, "P1 word word\n\n> [!key] 24\n> counted\n>\n> source\n\nP2 word\n");
    struct found row = find(sheet, "P1"), figure = find(sheet, "24");
    struct found caption = find(sheet, "counted"), source = find(sheet, "source");
    EXPECT_INTEGER(figure.line->y, row.line->y + style_default()->callout.figure_drop);
    EXPECT(caption.line->y > figure.line->y && source.line->y > caption.line->y);
    expect_outer(figure, false);
    expect_outer(caption, false);
    expect_outer(source, false);
    sheet_drop(sheet);
}

static length figure_size(bool arabic, const char *figure) {
    struct arena *arena = arena_create();
    struct sheet sheet =
        set_report(arabic, arena_printf(arena, "P1\n\n> [!key] %s\n> x\n", figure));
    struct found found = find(sheet, figure);
    EXPECT_INTEGER(found.line->runs[0].end, strlen(figure)); /* all of it on one line */
    length size = found.line->runs[0].size;
    sheet_drop(sheet);
    arena_destroy(arena);
    return size;
}

static void a_long_figure_is_smaller_and_whole(void) {
    const struct role_style *roles = style_default()->roles;
    EXPECT_INTEGER(figure_size(false, "487"), roles[ROLE_KEY].latin.size);
    EXPECT_INTEGER(figure_size(false, "7,715"), roles[ROLE_KEY].latin.size);
    EXPECT_INTEGER(figure_size(false, "600,000"), roles[ROLE_KEY_LONG].latin.size);
    EXPECT_INTEGER(figure_size(false, "1,234,567,890"),
                   roles[ROLE_KEY_LONGEST].latin.size);
    EXPECT_INTEGER(figure_size(true, "٤٨٧"), roles[ROLE_KEY].arabic.size);
    EXPECT_INTEGER(figure_size(true, "٦٠٠٬٠٠٠"), roles[ROLE_KEY_LONG].arabic.size);
    EXPECT_INTEGER(figure_size(true, "١٬٢٣٤٬٥٦٧٬٨٩٠"),
                   roles[ROLE_KEY_LONGEST].arabic.size);
}

static void after_a_heading_a_note_stands_beside_what_follows(void) {
    struct sheet sheet = set_report(false, "P1\n\n## P2\n\n> [!margin] M1\n\nP3\n");
    EXPECT_INTEGER(find(sheet, "M1").line->y, find(sheet, "P3").line->y);
    sheet_drop(sheet);
    sheet = set_report(false, "> [!margin] M1\n\nP1\n");
    EXPECT_INTEGER(find(sheet, "M1").line->y, find(sheet, "P1").line->y);
    sheet_drop(sheet);
    sheet = set_report(false, "P1\n\n## P2\n\n> [!margin] M1\n");
    EXPECT_INTEGER(find(sheet, "M1").line->y, find(sheet, "P2").line->y);
    sheet_drop(sheet);
}

/* --- where there is no room ----------------------------------------------------------- */

static void two_notes_keep_their_distance(void) {
    for (int arabic = 0; arabic < 2; arabic++) {
        struct sheet sheet =
            set_report(arabic, "P1\n\n> [!margin] M1\n\n> [!margin] M2\n\nP2\n");
        struct found first = find(sheet, "M1"), second = find(sheet, "M2");
        length leading = arabic ? PT(14) : PT(10.5);
        EXPECT_INTEGER(first.line->y, find(sheet, "P1").line->y);
        EXPECT_INTEGER(second.line->y - first.line->y,
                       leading + style_default()->callout.gap);
        sheet_drop(sheet);
    }
}

/* Its paragraph begins some lines above the foot. */
static void a_note_near_the_foot_rises_as_far_as_it_must(void) {
    struct buffer text = {.arena = arena_create()};
    for (size_t i = 0; i < 26; i++)
        buffer_add_string(&text, "word\n\n");
    add_words(&text, false, "P1", 90);
    add_margin(&text, false, "M1", 90);
    buffer_add_char(&text, '\0');
    struct sheet sheet = set_report(false, text.data);
    struct found row = find(sheet, "P1"), margin = find(sheet, "M1");
    const struct page *page = &sheet.pages->pages[margin.page];
    length last = 0;
    EXPECT_INTEGER(margin.page, row.page);
    EXPECT(margin.line->y < row.line->y);
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind == ITEM_LINE && !memcmp(line->text.data, "M1", 2))
            last = line->y > last ? line->y : last;
    }
    EXPECT_INTEGER(last, style_default()->page.last_line);
    sheet_drop(sheet);
    arena_destroy(text.arena);
}

static void what_finds_no_room_at_all_goes_on_and_is_told(void) {
    struct buffer text = {.arena = arena_create()};
    add_words(&text, false, "P1", 90);
    add_margin(&text, false, "M1", 200);
    add_margin(&text, false, "M2", 200);
    add_margin(&text, false, "M3", 10);
    add_words(&text, false, "P2", 90);
    buffer_add_char(&text, '\0');
    struct sheet sheet = set_report(false, text.data);
    EXPECT_INTEGER(find(sheet, "M1").page, find(sheet, "P1").page);
    EXPECT_INTEGER(find(sheet, "M2").page, find(sheet, "P1").page + 1);
    EXPECT_INTEGER(find(sheet, "M3").page, find(sheet, "P1").page + 1);
    expect_outer(find(sheet, "M2"), false);
    EXPECT_INTEGER(diag_count(sheet.diag, DIAG_WARNING), 2);
    sheet_drop(sheet);
    arena_destroy(text.arena);
}

/* --- where there is no outer column --------------------------------------------------- */

static void a_lone_file_has_its_notes_below_their_paragraphs(void) {
    struct sheet sheet = sheet_read("P1 word\n\n> [!margin] M1 word\n\nP2 word\n");
    sheet_set(&sheet);
    const struct page *page = &sheet.pages->pages[0];
    length y[3] = {0};
    for (size_t i = 0, n = 0; i < page->item_count && n < 3; i++)
        if (page->items[i].kind == ITEM_LINE && line_element(&page->items[i].as.line))
            y[n++] = page->items[i].as.line.y;
    EXPECT(y[0] > 0 && y[0] < y[1] && y[1] < y[2]);
    sheet_drop(sheet);
}

/* --- panels --------------------------------------------------------------------------- */

static size_t count_grounds(const struct page *page, struct box *box) {
    size_t count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct rectangle_item *rectangle = &page->items[i].as.rectangle;
        if (page->items[i].kind != ITEM_RECTANGLE ||
            rectangle->colour != style_default()->colours.sand)
            continue;
        *box = rectangle->box;
        count++;
    }
    return count;
}

/* One ground on each page, around the letters that stand on it. */
static void expect_panel(bool arabic) {
    struct buffer text = {.arena = arena_create()};
    buffer_add_string(&text, "> [!panel] T\n> ");
    add_words(&text, arabic, "P1", 3000);
    buffer_add_char(&text, '\0');
    struct sheet sheet = set_report(arabic, text.data);
    length pad = style_default()->callout.pad;
    EXPECT(sheet.pages->count > 2);
    for (size_t p = 1; p < sheet.pages->count; p++) {
        const struct page *page = &sheet.pages->pages[p];
        struct box box = {0};
        EXPECT_INTEGER(count_grounds(page, &box), 1);
        for (size_t i = 0; i < page->item_count; i++) {
            const struct line_item *line = &page->items[i].as.line;
            if (page->items[i].kind != ITEM_LINE || !line_element(line))
                continue;
            EXPECT(line->y > box.y0 + pad && line->y <= box.y1 - pad);
            EXPECT(line->x > box.x0 + pad / 2 &&
                   line->x + line->width < box.x1 - pad / 2);
        }
    }
    sheet_drop(sheet);
    arena_destroy(text.arena);
}

static void a_panel_has_a_ground_on_each_of_its_pages(void) {
    expect_panel(false);
    expect_panel(true);
}

int main(void) {
    RUN(a_note_stands_level_with_its_paragraph_at_the_outer_side);
    RUN(a_key_figure_stands_below_the_line_it_is_beside);
    RUN(a_long_figure_is_smaller_and_whole);
    RUN(after_a_heading_a_note_stands_beside_what_follows);
    RUN(two_notes_keep_their_distance);
    RUN(a_note_near_the_foot_rises_as_far_as_it_must);
    RUN(what_finds_no_room_at_all_goes_on_and_is_told);
    RUN(a_lone_file_has_its_notes_below_their_paragraphs);
    RUN(a_panel_has_a_ground_on_each_of_its_pages);
    return harness_status();
}
