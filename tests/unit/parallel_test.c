/* SPDX-License-Identifier: MIT */
/* Two languages side by side: the first lines of each pair are level, on one page; the pair
   after it stands below both; neither column reaches into the other; the left-to-right
   language stands on the left whatever the binding; notes stand below the text of their
   column; and no word is lost. With texts of any lengths, notes and lists among them. */
#define _DEFAULT_SOURCE /* mkdtemp */
#include "base/buffer.h"
#include "report.h"

enum { PAIRS = 40 };

/* --- texts of any lengths ------------------------------------------------------------- */

static uint32_t random_below(uint32_t *seed, uint32_t most) {
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % most;
}

static void add_words(struct buffer *text, uint32_t *seed, bool arabic, uint32_t most) {
    static const char *const latin[] = {"word ", "a ", "paragraph ", "of ", "many "};
    static const char *const arabi[] = {"كلمة ", "من ", "فقرات ", "في ", "نصوص "};
    for (uint32_t n = 1 + random_below(seed, most); n; n--)
        buffer_add_string(text, (arabic ? arabi : latin)[random_below(seed, 5)]);
    buffer_add_string(text, arabic ? "آخر" : "last");
}

/* What stands in both is decided by `shape`, how long it is by `seed`. */
static const char *make_text(struct arena *arena, uint32_t shape, uint32_t seed,
                             bool arabic) {
    struct buffer text = {.arena = arena}, notes = {.arena = arena};
    buffer_add_string(&text, arabic ? "# عنوان\n\n" : "# Title\n\n");
    for (uint32_t i = 0; i < PAIRS; i++) {
        uint32_t kind = random_below(&shape, 6);
        if (kind == 0)
            buffer_add_string(&text, "## ");
        else if (kind == 1)
            buffer_add_string(&text, "- ");
        add_words(&text, &seed, arabic, kind == 0 ? 3 : random_below(&seed, 90) + 1);
        if (kind == 2 || kind == 3) {
            buffer_printf(&text, "[^%u]", (unsigned)i);
            buffer_printf(&notes, "[^%u]: ", (unsigned)i);
            add_words(&notes, &seed, arabic, random_below(&seed, 60) + 1);
            buffer_add_string(&notes, "\n\n");
        }
        buffer_add_string(&text, kind == 4 ? ":\n\n" : "\n\n");
    }
    buffer_add_char(&notes, '\0');
    buffer_add_string(&text, notes.data);
    buffer_add_char(&text, '\0');
    return text.data;
}

/* A report of these two texts. */
static struct sheet set_texts(struct arena *arena, const char *order,
                              const char *arabic, const char *english) {
    struct sheet sheet = {.arena = arena};
    char folder[] = "/tmp/parallel-XXXXXX";
    EXPECT(mkdtemp(folder) && chdir(folder) == 0);
    EXPECT(mkdir("ar", 0777) == 0 && mkdir("en", 0777) == 0);
    report_write(
        "report.yaml",
        arena_printf(sheet.arena,
                     "title: {ar: ع, en: T}\nlanguages: {ar: , en: }\nsections: [a]\n"
                     "editions: {b: {languages: [%s], parallel: true}}\n",
                     order));
    report_write("ar/a.md", arabic);
    report_write("en/a.md", english);
    sheet.diag = diag_new(sheet.arena);
    sheet.document = document_read(sheet.arena, ".", sheet.diag);
    EXPECT(unlink("ar/a.md") == 0 && unlink("en/a.md") == 0);
    EXPECT(unlink("report.yaml") == 0 && rmdir("ar") == 0 && rmdir("en") == 0);
    EXPECT(chdir("/") == 0 && rmdir(folder) == 0);
    sheet_set(&sheet);
    return sheet;
}

static struct sheet set_both(const char *order, uint32_t shape, uint32_t seed) {
    struct arena *arena = arena_create();
    return set_texts(arena, order, make_text(arena, shape, seed, true),
                     make_text(arena, shape, seed * 3 + 1, false));
}

/* --- what stands on the pages --------------------------------------------------------- */

/* A text: a paragraph, heading or note of one of the languages. */
struct spread {
    const struct element *element;
    size_t first_page, last_page, lines;
    length first_y, last_y,
        leading; /* of the first line, the last, the one before it */
    uint32_t end; /* of the text that has been found [bytes] */
    size_t size; /* of all of it */
    bool announces; /* what comes next */
};

struct column {
    struct spread texts[PAIRS + 1], notes[PAIRS];
    size_t text_count, note_count;
};

static bool is_own(const struct element *element, const char *language) {
    const struct element *section = element_within(element, TAG_SECT);
    return section && section->language && !strcmp(section->language, language);
}

static bool is_text(enum tag tag) {
    return tag == TAG_P || tag == TAG_H1 || tag == TAG_H2;
}

static const struct element *text_of(const struct element *element) {
    while (element && !is_text(element->tag))
        element = element->parent;
    return element;
}

static struct spread *spread_of(struct column *column, const struct element *element,
                                size_t page, length y) {
    bool note = element_within(element, TAG_NOTE) != NULL;
    struct spread *list = note ? column->notes : column->texts;
    size_t *count = note ? &column->note_count : &column->text_count;
    if (!*count || list[*count - 1].element != element)
        list[(*count)++] =
            (struct spread){.element = element, .first_page = page, .first_y = y};
    return &list[*count - 1];
}

/* Bytes that have no glyph are spaces. */
static bool goes_on(const struct line_item *line, uint32_t from, uint32_t to) {
    for (uint32_t i = from; i < to; i++)
        if (line->text.data[i] != ' ')
            return false;
    return from <= to;
}

static void add_line(struct spread *spread, const struct line_item *line, size_t page) {
    uint32_t start = UINT32_MAX, end = 0;
    for (uint32_t i = 0; i < line->run_count; i++) {
        start = line->runs[i].start < start ? line->runs[i].start : start;
        end = line->runs[i].end > end ? line->runs[i].end : end;
    }
    EXPECT(goes_on(line, spread->end, start));
    if (spread->lines && spread->last_page == page)
        spread->leading = line->y - spread->last_y;
    spread->lines++;
    spread->end = end;
    spread->size = line->text.length;
    spread->announces = line->text.data[line->text.length - 1] == ':';
    spread->last_page = page;
    spread->last_y = line->y;
}

/* Whether the page binds on the left: odd ones do where the book opens from there. */
static length column_left(const struct sheet *sheet, size_t page, bool right) {
    const struct page_style *style = &style_default()->page;
    bool left = (page % 2 == 0) == (sheet->pages->direction == DIRECTION_LTR);
    return (left ? style->binding_margin : style->outer_margin) +
           (right ? 2 * (style->column + style->gutter) : 0);
}

/* What a language has, in the order of the pages; all of it within its column. */
static struct column find_column(const struct sheet *sheet, const char *language) {
    struct column column = {.text_count = 0};
    const struct page_style *style = &style_default()->page;
    length width = 2 * style->column + style->gutter;
    length hang = style->gutter / 4; /* of signs into the margin: far from the rule */
    for (size_t p = 0; p < sheet->pages->count; p++) {
        const struct page *page = &sheet->pages->pages[p];
        length left = column_left(sheet, p, !strcmp(language, "ar"));
        for (size_t i = 0; i < page->item_count; i++) {
            const struct line_item *line = &page->items[i].as.line;
            if (page->items[i].kind != ITEM_LINE ||
                !is_own(line_element(line), language))
                continue;
            EXPECT(line->x >= left - hang);
            EXPECT(line->x + line->width <= left + width + hang);
            EXPECT(line->y <= style->last_line);
            const struct element *text = text_of(line_element(line));
            if (text)
                add_line(spread_of(&column, text, p, line->y), line, p);
        }
    }
    return column;
}

/* --- what must be true ------------------------------------------------------------------ */

static void expect_level(const struct column *a, const struct column *b) {
    EXPECT_INTEGER(a->text_count, b->text_count);
    EXPECT_INTEGER(a->text_count, PAIRS + 1);
    for (size_t i = 0; i < a->text_count; i++) {
        EXPECT_INTEGER(a->texts[i].first_page, b->texts[i].first_page);
        EXPECT_INTEGER(a->texts[i].first_y, b->texts[i].first_y);
    }
}

/* The next pair stands lower than all of either text; by as much as its lines are apart, and
   where both are paragraphs by two steps more. */
static void expect_below(const struct column *column, const struct column *other) {
    length gap = style_default()->parallel.gap;
    for (size_t i = 0; i + 1 < column->text_count; i++) {
        const struct spread *text = &column->texts[i], *next = &other->texts[i + 1];
        if (text->last_page != next->first_page)
            continue;
        bool plain = text->element->parent->tag == TAG_SECT &&
                     text->element->tag == TAG_P && next->element->tag == TAG_P;
        EXPECT(next->first_y >= text->last_y + text->leading + (plain ? gap : 0));
    }
}

static void expect_whole(const struct column *column) {
    for (size_t i = 0; i < column->text_count; i++)
        EXPECT_INTEGER(column->texts[i].end, column->texts[i].size);
    for (size_t i = 0; i < column->note_count; i++)
        EXPECT_INTEGER(column->notes[i].end, column->notes[i].size);
}

static void expect_notes_below(const struct column *column) {
    EXPECT(column->note_count > 0);
    for (size_t n = 0; n < column->note_count; n++)
        for (size_t i = 0; i < column->text_count; i++)
            if (column->texts[i].last_page == column->notes[n].first_page)
                EXPECT(column->texts[i].last_y < column->notes[n].first_y);
}

/* No page ends after a heading, nor after what says that something follows. */
static void expect_kept(const struct column *column) {
    for (size_t i = 0; i + 1 < column->text_count; i++)
        if (column->texts[i].element->tag == TAG_H2 || column->texts[i].announces)
            EXPECT_INTEGER(column->texts[i].last_page, column->texts[i + 1].first_page);
}

static size_t count_parted(const struct column *column) {
    size_t parted = 0;
    for (size_t i = 0; i < column->text_count; i++)
        parted += column->texts[i].first_page < column->texts[i].last_page;
    return parted;
}

static void expect_both(const char *order) {
    size_t pages = 0, parted = 0;
    for (uint32_t shape = 1; shape <= 30; shape++) {
        struct sheet sheet = set_both(order, shape, shape * 77);
        struct column english = find_column(&sheet, "en");
        struct column arabic = find_column(&sheet, "ar");
        expect_level(&english, &arabic);
        expect_below(&english, &arabic);
        expect_below(&arabic, &english);
        expect_whole(&english);
        expect_whole(&arabic);
        expect_notes_below(&english);
        expect_notes_below(&arabic);
        expect_kept(&english);
        expect_kept(&arabic);
        pages += sheet.pages->count;
        parted += count_parted(&english) + count_parted(&arabic);
        sheet_drop(sheet);
    }
    EXPECT(pages > 150);
    EXPECT(parted > 40); /* a page ends inside a pair where it is full */
}

static void a_book_that_opens_from_the_right_has_english_on_the_left(void) {
    expect_both("ar, en");
}

static void so_has_one_that_opens_from_the_left(void) {
    expect_both("en, ar");
}

/* --- across both columns ------------------------------------------------------------------ */

enum { ROWS = 60 };

/* Six columns of numbers, and words that take two lines. */
static const char *make_table(struct arena *arena, bool arabic) {
    struct buffer text = {.arena = arena};
    const char *word = arabic ? "كلمات" : "words";
    buffer_printf(&text, "# %s\n\n|%s|A|B|C|D|E|F|\n|-|-:|-:|-:|-:|-:|-:|\n", word,
                  word);
    for (int i = 0; i < ROWS; i++) {
        buffer_add_char(&text, '|');
        for (int n = 0; n < 8; n++)
            buffer_printf(&text, "%s ", word);
        for (int n = 0; n < 6; n++)
            buffer_printf(&text, "|1,234,5%02d", i);
        buffer_add_string(&text, "|\n");
    }
    buffer_add_char(&text, '\0');
    return text.data;
}

/* Where a table begins and ends; no row of it is parted. */
struct stretched {
    size_t first_page, last_page, rows;
    length first_y, last_y;
};

static struct stretched find_table(const struct sheet *sheet, const char *language) {
    struct stretched table = {.rows = 0};
    const struct element *row = NULL;
    for (size_t p = 0; p < sheet->pages->count; p++)
        for (size_t i = 0; i < sheet->pages->pages[p].item_count; i++) {
            const struct line_item *line = &sheet->pages->pages[p].items[i].as.line;
            if (sheet->pages->pages[p].items[i].kind != ITEM_LINE ||
                !is_own(line_element(line), language) ||
                !element_within(line_element(line), TAG_TBODY))
                continue;
            const struct element *now = element_within(line_element(line), TAG_TR);
            EXPECT(now != row || table.last_page == p);
            table.first_page = table.rows ? table.first_page : p;
            table.first_y = table.rows ? table.first_y : line->y;
            table.rows += now != row;
            table.last_page = p;
            table.last_y = line->y;
            row = now;
        }
    return table;
}

static void a_wide_table_of_one_language_stands_below_that_of_the_other(void) {
    struct arena *arena = arena_create();
    struct sheet sheet =
        set_texts(arena, "ar, en", make_table(arena, true), make_table(arena, false));
    struct stretched arabic = find_table(&sheet, "ar");
    struct stretched english = find_table(&sheet, "en");
    EXPECT_INTEGER(arabic.rows, ROWS);
    EXPECT_INTEGER(english.rows, ROWS);
    EXPECT_INTEGER(arabic.first_page, 1);
    EXPECT(arabic.last_page > arabic.first_page);
    EXPECT(english.first_page > arabic.last_page ||
           (english.first_page == arabic.last_page && english.first_y > arabic.last_y));
    sheet_drop(sheet);
}

int main(void) {
    RUN(a_book_that_opens_from_the_right_has_english_on_the_left);
    RUN(so_has_one_that_opens_from_the_left);
    RUN(a_wide_table_of_one_language_stands_below_that_of_the_other);
    return harness_status();
}
