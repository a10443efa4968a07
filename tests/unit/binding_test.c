/* SPDX-License-Identifier: MIT */
/* A book is bound on the side where its reading starts, and all of its pages turn about that
   side, also those in a language that reads the other way: binding and outer margins change
   places from page to page by the book, not by the section. */
#define _DEFAULT_SOURCE /* mkstemps */
#include "lone.h"

static bool binds_left(const struct pages *pages, size_t index) {
    return (index % 2 == 0) == (pages->direction == DIRECTION_LTR);
}

/* The folio: the line below all others that says nothing but the label. */
static const struct line_item *find_folio(const struct page *page) {
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind == ITEM_LINE &&
            line->y > style_default()->page.last_line &&
            slice_is(line->text, page->label))
            return line;
    }
    return NULL;
}

static void check_folio(const struct pages *pages, size_t index) {
    const struct page *page = &pages->pages[index];
    const struct line_item *folio = find_folio(page);
    EXPECT(folio != NULL);
    if (folio)
        EXPECT((folio->x > page->width / 2) == binds_left(pages, index));
}

/* Text keeps the binding margin, and the outer one, on the sides of the book's own. */
static void check_margins(const struct pages *pages, size_t index) {
    const struct page_style *style = &style_default()->page;
    const struct page *page = &pages->pages[index];
    bool left = binds_left(pages, index);
    length from = left ? style->binding_margin : style->outer_margin;
    length to = page->width - (left ? style->outer_margin : style->binding_margin);
    length hang = PT(14); /* of signs and numbers into the margin */
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind == ITEM_LINE)
            EXPECT(line->x >= from - hang && line->x + line->width <= to + hang);
    }
}

static bool has_both_directions(const struct pages *pages) {
    size_t count[2] = {0, 0};
    for (size_t i = 0; i < pages->count; i++)
        count[pages->pages[i].direction == DIRECTION_RTL] +=
            pages->pages[i].label != NULL;
    return count[0] > 3 && count[1] > 3;
}

/* turned_test.c looks at those. */
static bool is_turned(const struct page *page) {
    return page->width > page->height;
}

static void check(const char *first, enum direction direction) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    const struct document *document = document_read(arena, "tests/sink", diag);
    struct edition edition = document->editions[0];
    const struct language *order[] = {&document->languages[0], &document->languages[1]};
    if (strcmp(order[0]->tag, first) != 0)
        order[0] = &document->languages[1], order[1] = &document->languages[0];
    edition.languages = order;
    edition.language_count = 2;
    struct font_set *fonts = font_set_open(arena, diag);
    const struct pages *pages = pages_lay_out(
        arena, document, &edition, style_default(),
        (struct pages_means){.fonts = fonts, .images = image_store_new(arena)}, diag);
    EXPECT(pages && pages->direction == direction && has_both_directions(pages));
    for (size_t i = 0; pages && i < pages->count; i++)
        if (pages->pages[i].label && !is_turned(&pages->pages[i])) {
            check_folio(pages, i);
            check_margins(pages, i);
        }
    font_set_close(fonts);
    arena_destroy(arena);
}

static void a_book_that_opens_from_the_right_turns_its_english_pages_too(void) {
    check("ar", DIRECTION_RTL);
}

static void a_book_that_opens_from_the_left_turns_its_arabic_pages_too(void) {
    check("en", DIRECTION_LTR);
}

int main(void) {
    RUN(a_book_that_opens_from_the_right_turns_its_english_pages_too);
    RUN(a_book_that_opens_from_the_left_turns_its_arabic_pages_too);
    return harness_status();
}
