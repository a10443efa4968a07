/* SPDX-License-Identifier: MIT */
/* What an Arabic page is held to by W3C's Text Layout Requirements for the Arabic Script ("ALReq")
   and its issues: which side the book is bound on, where notes and their marks stand. */
#define _GNU_SOURCE /* memmem, mkstemps */
#include "base/buffer.h"
#include "base/utf8.h"
#include "report.h"

enum { ROUNDING = 60 /* [1/1000 pt] */ };

static bool holds(struct slice text, const char *words) {
    return memmem(text.data, text.length, words, strlen(words)) != NULL;
}

/* The first line of a paragraph that holds these words; NULL if there is none. */
static const struct line_item *find_line(const struct pages *pages, const char *words) {
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind == ITEM_LINE && item->as.line.run_count &&
                holds(item->as.line.text, words))
                return &item->as.line;
        }
    return NULL;
}

/* The middle of the glyph at a byte of the line's text, from the page's left edge; -1 if it
   has none. */
static length place_of(const struct line_item *line, size_t offset) {
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct glyph_run *run = &line->runs[r];
        int64_t pen = 0;
        for (uint32_t g = 0; g < run->glyph_count; g++) {
            int64_t middle = pen + run->glyphs[g].advance / 2;
            if (run->glyphs[g].cluster == offset)
                return line->x + run->x +
                       (length)(middle * run->size / run->face->units_per_em);
            pen += run->glyphs[g].advance;
        }
    }
    return -1;
}

/* The characters of a piece of the line's text stand in it from right to left, one after
   the other. */
static void expect_from_right(const struct line_item *line, const char *piece) {
    const char *found =
        memmem(line->text.data, line->text.length, piece, strlen(piece));
    EXPECT(found);
    if (!found)
        return;
    size_t start = (size_t)(found - line->text.data), end = start + strlen(piece);
    length before = INT32_MAX;
    for (size_t i = start; i < end; utf8_decode(line->text, i, &i)) {
        length place = place_of(line, i);
        EXPECT(place >= 0 && place < before);
        before = place;
    }
}

/* --- notes ------------------------------------------------------------------------- */

/* The mark stands where it was written: after the word, before or after a full stop, inside
   or outside guillemets, which face the words they enclose. */
static void the_mark_of_a_note_keeps_its_place_beside_punctuation(void) {
    struct sheet sheet = sheet_read("---\nlang: ar\n---\n\n"
                                    "رأي[^a]، وقول.[^b] و«نص»[^c]؛ ثم «سطر[^d]».\n\n"
                                    "[^a]: أ\n\n[^b]: ب\n\n[^c]: ج\n\n[^d]: د\n");
    sheet_set(&sheet);
    const struct line_item *line = find_line(sheet.pages, "رأي");
    expect_from_right(line, "رأي١،");
    expect_from_right(line, "وقول.٢");
    expect_from_right(line, "«نص»٣؛");
    expect_from_right(line, "«سطر٤».");
    sheet_drop(sheet);
}

static length right_end(const struct line_item *line) {
    return line->x + line->width;
}

/* Of the text. */
static length measure(void) {
    const struct page_style *page = &style_default()->page;
    return page->column * (length)page->text_columns +
           page->gutter * (length)(page->text_columns - 1);
}

/* ALReq issue 109. Each note begins at the side its own language begins at; from top to bottom
   they are in order. */
static void a_note_stands_at_the_side_of_its_own_direction(void) {
    struct sheet sheet =
        sheet_read("---\nlang: ar\n---\n\nنص.[^a] نص.[^b] نص.[^c]\n\n"
                   "[^a]: تقرير خاص.\n\n[^b]: A special report.\n\n[^c]: تقرير آخر.\n");
    sheet_set(&sheet);
    const struct page_style *page = &style_default()->page;
    const struct line_item *text = find_line(sheet.pages, "نص."),
                           *first = find_line(sheet.pages, "خاص"),
                           *second = find_line(sheet.pages, "special"),
                           *third = find_line(sheet.pages, "آخر");
    EXPECT(first->y < second->y && second->y < third->y);
    EXPECT_INTEGER(right_end(first), right_end(third));
    EXPECT(right_end(text) - right_end(first) >= style_default()->note.indent);
    length left = (page->width - measure()) / 2;
    EXPECT_INTEGER(second->x - left, right_end(text) - right_end(first));
    sheet_drop(sheet);
}

/* The thin rectangle nearest above a line. */
static const struct rectangle_item *rule_above(const struct page *page,
                                               const struct line_item *line) {
    const struct rectangle_item *nearest = NULL;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct rectangle_item *rectangle = &page->items[i].as.rectangle;
        if (page->items[i].kind == ITEM_RECTANGLE && rectangle->box.y1 <= line->y &&
            (!nearest || rectangle->box.y1 > nearest->box.y1))
            nearest = rectangle;
    }
    return nearest;
}

static void the_rule_above_notes_begins_at_the_right(void) {
    struct sheet sheet = sheet_read("---\nlang: ar\n---\n\nنص.[^a]\n\n[^a]: حاشية.\n");
    sheet_set(&sheet);
    const struct line_item *text = find_line(sheet.pages, "نص."),
                           *note = find_line(sheet.pages, "حاشية");
    const struct rectangle_item *rule = rule_above(&sheet.pages->pages[0], note);
    EXPECT(rule && rule->box.y1 > text->y);
    EXPECT(rule && abs(rule->box.x1 - right_end(text)) <= ROUNDING);
    sheet_drop(sheet);
}

/* --- the book ------------------------------------------------------------------------ */

/* Gives how many lines of text begin at the edge they should. */
static size_t expect_margin(const struct page *page, bool bound_right, bool arabic) {
    length binding = style_default()->page.binding_margin;
    size_t lines = 0;
    length left = bound_right ? page->width - binding - measure() : binding;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE || !holds(line->text, "zz") ||
            !line_element(line))
            continue;
        length edge = arabic ? right_end(line) - measure() : line->x;
        EXPECT(abs(edge - left) <= ROUNDING);
        lines++;
    }
    return lines;
}

/* A book in Arabic opens from the right: page 1 is on the left of the two leaves and bound
   at its right edge, page 2 at its left, and so on in turn; in English the reverse. */
static void check_binding(const char *language) {
    bool arabic = !strcmp(language, "ar");
    struct buffer text = {.arena = arena_create()};
    buffer_add_string(&text, "# zz\n");
    for (int i = 0; i < 400; i++)
        buffer_add_string(
            &text, "\nzz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz zz\n");
    buffer_add_char(&text, '\0');
    struct sheet sheet = report_set(language, NULL, text.data);
    EXPECT(sheet.pages->count > 5);
    EXPECT_INTEGER(sheet.pages->direction, arabic ? DIRECTION_RTL : DIRECTION_LTR);
    for (size_t p = 1; p < sheet.pages->count; p++)
        EXPECT(expect_margin(&sheet.pages->pages[p], (p % 2 == 0) == arabic, arabic));
    sheet_drop(sheet);
    arena_destroy(text.arena);
}

static void an_arabic_book_is_bound_at_the_right_of_its_first_page(void) {
    check_binding("ar");
}

static void an_english_book_is_bound_at_the_left_of_its_first_page(void) {
    check_binding("en");
}

/* In the digits of the document: those its language is usually set in, or those it asks for. */
static void the_folio_has_the_digits_of_the_language(void) {
    struct sheet arabic = report_set("ar", NULL, "# zz\n\nzz\n");
    EXPECT_STRING(arabic.pages->pages[1].label, "٢");
    sheet_drop(arabic);
    struct sheet persian = report_set("fa", NULL, "# zz\n\nzz\n");
    EXPECT_STRING(persian.pages->pages[1].label, "۲");
    sheet_drop(persian);
    struct sheet english = report_set("en", NULL, "# zz\n\nzz\n");
    EXPECT_STRING(english.pages->pages[1].label, "2");
    sheet_drop(english);
}

int main(void) {
    RUN(the_mark_of_a_note_keeps_its_place_beside_punctuation);
    RUN(a_note_stands_at_the_side_of_its_own_direction);
    RUN(the_rule_above_notes_begins_at_the_right);
    RUN(an_arabic_book_is_bound_at_the_right_of_its_first_page);
    RUN(an_english_book_is_bound_at_the_left_of_its_first_page);
    RUN(the_folio_has_the_digits_of_the_language);
    return harness_status();
}
