/* SPDX-License-Identifier: MIT */
/* What must be true of every page (frame.h): of the kitchen sink, of the sample, of the report
   to begin with, and of generated reports in both directions. */
#define _DEFAULT_SOURCE /* mkstemps, mkdtemp */
#include "base/buffer.h"
#include "frame.h"
#include "report.h"

enum { REPORTS = 40 /* generated, in each direction */ };

/* --- reports that are there --------------------------------------------------------- */

static void check_edition(const struct document *document, size_t edition) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    struct sheet sheet = {.arena = arena, .document = document};
    sheet.fonts = font_set_open(arena, diag);
    sheet.pages = pages_lay_out(
        arena, document, &document->editions[edition], style_default(),
        (struct pages_means){.fonts = sheet.fonts, .images = image_store_new(arena)},
        diag);
    diag_print(diag, stderr);
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 0);
    if (document->editions[edition].kind != EDITION_HANDOUT)
        EXPECT(expect_clear(sheet) > 20);
    else
        for (size_t p = 0; p < sheet.pages->count; p++)
            EXPECT(expect_clear_page(&sheet.pages->pages[p], /*cover*/ false,
                                     /*framed*/ false, /*bleed*/ 0) > 2);
    sheet_drop(sheet);
}

static void check_folder(const char *folder) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    const struct document *document = document_read(arena, folder, diag);
    diag_print(diag, stderr);
    EXPECT(document && document->edition_count > 0);
    for (size_t i = 0; document && i < document->edition_count; i++)
        check_edition(document, i);
    arena_destroy(arena);
}

static void every_page_of_the_sink_is_clear(void) {
    check_folder("tests/sink");
}

static void every_page_of_the_sample_is_clear(void) {
    check_folder("content");
}

static void every_page_of_the_report_to_begin_with_is_clear(void) {
    check_folder("src/init");
}

/* --- generated reports -------------------------------------------------------------- */

static unsigned seed;

static unsigned random_below(unsigned below) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16 & 0x7FFF) % below;
}

/* A report being made. */
struct making {
    struct buffer text;
    bool arabic;
    unsigned notes;
    unsigned cells; /* first cells of rows: "r0", "r1", ... in their order */
};

static void add_words(struct making *making, unsigned count) {
    static const char *const words[2][8] = {
        {"people", "were", "counted", "in", "Nasiriyah,", "according", "12,345",
         "أحصت"},
        {"أحصت", "المفوضية", "في", "الناصرية،", "بحسب", "تقرير", "١٢٬٣٤٥", "UNAMI"}};
    for (unsigned i = 0; i < count; i++)
        buffer_printf(&making->text, "%s%s", i ? " " : "",
                      words[making->arabic][random_below(8)]);
}

/* Most are small, a few much bigger. */
static unsigned random_size(unsigned most) {
    return 1 + random_below(1 + random_below(1 + random_below(most)));
}

static void add_mark(struct making *making) {
    buffer_printf(&making->text, "[^%u]", making->notes++);
}

static void add_text(struct making *making, unsigned most, unsigned marks) {
    add_words(making, random_size(most));
    if (random_below(10) < marks)
        add_mark(making);
    buffer_add_string(&making->text, "\n\n");
}

static void add_cell(struct making *making, unsigned column) {
    static const char *const numbers[2] = {"1,234.5", "١٬٢٣٤٫٥"};
    if (column % 2)
        buffer_printf(&making->text, "| %s ", numbers[making->arabic]);
    else {
        buffer_add_string(&making->text, "| ");
        add_words(making, random_size(12));
        if (random_below(20) == 0)
            add_mark(making);
        buffer_add_char(&making->text, ' ');
    }
}

/* Rules and rows. The first cells are numbered, so that their order can be told. */
static void add_table(struct making *making) {
    unsigned columns = 1 + random_below(7), rows = random_size(100);
    for (unsigned column = 0; column < columns; column++) {
        buffer_add_string(&making->text, "| ");
        add_words(making, 1 + random_below(3));
    }
    buffer_add_string(&making->text, " |\n");
    for (unsigned column = 0; column < columns; column++)
        buffer_add_string(&making->text, "|---");
    buffer_add_string(&making->text, "|\n");
    for (unsigned row = 0; row < rows; row++) {
        buffer_printf(&making->text, "| r%u ", making->cells++);
        for (unsigned column = 1; column < columns; column++)
            add_cell(making, column);
        buffer_add_string(&making->text, "|\n");
    }
    if (random_below(3)) {
        buffer_add_string(&making->text, "\n: ");
        add_words(making, random_size(40));
        buffer_add_string(&making->text, random_below(3) ? "\n" : " {here}\n");
    }
    buffer_add_char(&making->text, '\n');
}

static void add_list(struct making *making) {
    unsigned items = random_size(12), first = random_below(2) ? 1 : 9998;
    for (unsigned i = 0; i < items; i++) {
        size_t before = making->text.length;
        buffer_printf(&making->text, "%u. ", first + i);
        int indent = (int)(making->text.length - before);
        add_text(making, 30, 1);
        if (random_below(4) == 0) {
            buffer_printf(&making->text, "%*s> - ", indent, "");
            add_text(making, 30, 1);
        }
    }
}

/* Beside the text, or out of it. */
static void add_callout(struct making *making) {
    static const char *const numbers[2] = {"12,345", "١٢٬٣٤٥"};
    unsigned kind = random_below(4);
    if (kind == 0)
        buffer_add_string(&making->text, "> [!margin] ");
    else if (kind == 1)
        buffer_printf(&making->text, "> [!key] %s\n> ", numbers[making->arabic]);
    else if (kind == 2)
        buffer_add_string(&making->text, "> [!pull] ");
    else {
        buffer_add_string(&making->text, "> [!panel] ");
        add_words(making, 1 + random_below(8));
        buffer_add_string(&making->text, "\n> - ");
        add_words(making, random_size(90));
        buffer_add_string(&making->text, "\n>\n> ");
    }
    add_text(making, kind == 3 ? 400 : 40, kind == 3 ? 4 : 0);
}

static void add_block(struct making *making) {
    unsigned kind = random_below(13);
    if (kind > 9)
        add_callout(making);
    else if (kind < 4)
        add_text(making, 120, 4);
    else if (kind < 7)
        add_table(making);
    else if (kind == 7)
        add_list(making);
    else {
        buffer_add_string(&making->text, kind == 8 ? "## " : "### ");
        add_text(making, 12, 0);
    }
}

static const char *make_report(struct arena *arena, bool arabic) {
    struct making making = {.text = {.arena = arena}, .arabic = arabic};
    if (random_below(2))
        buffer_add_string(&making.text, "---\nparagraph-numbers: true\n---\n");
    buffer_add_string(&making.text, "# ");
    add_text(&making, 25, 0);
    for (unsigned blocks = 10 + random_below(30); blocks; blocks--)
        add_block(&making);
    add_text(&making, 30, 0);
    for (unsigned i = 0; i < making.notes; i++) {
        buffer_printf(&making.text, "[^%u]: ", i);
        add_words(&making, random_size(i % 7 ? 60 : 600));
        buffer_add_string(&making.text, "\n\n");
    }
    buffer_add_char(&making.text, '\0');
    return making.text.data;
}

/* --- order and notes ---------------------------------------------------------------- */

/* The first column of tables, down each page. */
static void expect_rows_in_order(const struct pages *pages, size_t *rows) {
    unsigned next = 0;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct line_item *line = &pages->pages[p].items[i].as.line;
            if (pages->pages[p].items[i].kind != ITEM_LINE || line->text.length < 2 ||
                line->text.data[0] != 'r' || line->runs[0].start != 0 ||
                !element_within(line_element(line), TAG_TD))
                continue;
            EXPECT_INTEGER(strtoul(line->text.data + 1, NULL, 10), next);
            next++;
            (*rows)++;
        }
}

static bool is_mark(const struct link_item *link) {
    return link->element && link->element->parent->tag == TAG_REFERENCE &&
           !element_within(link->element, TAG_TOC);
}

/* A note may begin a page later where all of its line's notes find no room on an otherwise
   empty page: so long ones are few. */
static void expect_notes_with_marks(const struct pages *pages, size_t *notes) {
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind != ITEM_LINK || !is_mark(&item->as.link))
                continue;
            EXPECT_INTEGER(item->as.link.anchor->page, p);
            (*notes)++;
        }
}

static void check_generated(bool arabic) {
    size_t rows = 0, notes = 0, lines = 0;
    for (unsigned i = 1; i <= REPORTS; i++) {
        struct arena *arena = arena_create();
        seed = i * 7919;
        struct sheet sheet =
            report_set(arabic ? "ar" : "en", NULL, make_report(arena, arabic));
        lines += expect_clear(sheet);
        expect_rows_in_order(sheet.pages, &rows);
        expect_notes_with_marks(sheet.pages, &notes);
        sheet_drop(sheet);
        arena_destroy(arena);
    }
    EXPECT(rows > 2000 && notes > 200 && lines > 10000); /* or little has been tried */
}

static void generated_english_reports_are_clear_and_in_order(void) {
    check_generated(false);
}

static void generated_arabic_reports_are_clear_and_in_order(void) {
    check_generated(true);
}

/* --- the check itself --------------------------------------------------------------- */

static size_t count_spoilt(const struct page *page) {
    size_t spoilt = 0;
    for (size_t i = 0; i < page->item_count; i++)
        for (size_t n = 0; n < page->item_count; n++)
            spoilt += n != i && page->items[i].kind == ITEM_LINE &&
                      item_spoils(&page->items[i], &page->items[n], n < i);
    return spoilt;
}

static struct item *find_cell(const struct page *page, const char *text) {
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == ITEM_LINE &&
            slice_is(page->items[i].as.line.text, text))
            return &page->items[i];
    bool the_cell_is_there = false;
    EXPECT(the_cell_is_there);
    return page->items;
}

static struct item *find_rectangle(const struct page *page, bool ground) {
    for (size_t i = page->item_count; i-- > 0;)
        if (page->items[i].kind == ITEM_RECTANGLE &&
            is_ground(&page->items[i].as.rectangle) == ground)
            return &page->items[i];
    bool the_rectangle_is_there = false;
    EXPECT(the_rectangle_is_there);
    return page->items;
}

static void move_rectangle(struct item *item, length y) {
    struct box *box = &item->as.rectangle.box;
    box->y1 += y - box->y0;
    box->y0 = y;
}

static void what_is_spoilt_is_found(void) {
    struct sheet sheet =
        report_set("en", NULL, "# a\n\nb\n\n| c |\n|---|\n| d |\n| e |\n");
    const struct page *page = &sheet.pages->pages[1];
    struct item *d = find_cell(page, "d"), *e = find_cell(page, "e");
    length y = e->as.line.y;
    EXPECT_INTEGER(count_spoilt(page), 0);
    e->as.line.y = d->as.line.y + PT(6);
    EXPECT_INTEGER(count_spoilt(page), 2); /* each by the other */
    e->as.line.y = y;
    move_rectangle(find_rectangle(page, /*ground*/ false), y - PT(3));
    EXPECT_INTEGER(count_spoilt(page), 1);
    move_rectangle(find_rectangle(page, /*ground*/ false), y + PT(3));
    EXPECT_INTEGER(count_spoilt(page), 0);
    move_rectangle(find_rectangle(page, /*ground*/ true), d->as.line.y - PT(5));
    EXPECT_INTEGER(count_spoilt(page), 1);
    e->as.line.x = page->width;
    EXPECT(item_leaves(page, e));
    e->as.line.y = style_default()->page.last_line + 1;
    EXPECT(!keeps_frame(page, e));
    sheet_drop(sheet);
}

int main(void) {
    RUN(every_page_of_the_sink_is_clear);
    RUN(every_page_of_the_sample_is_clear);
    RUN(every_page_of_the_report_to_begin_with_is_clear);
    RUN(generated_english_reports_are_clear_and_in_order);
    RUN(generated_arabic_reports_are_clear_and_in_order);
    RUN(what_is_spoilt_is_found);
    return harness_status();
}
