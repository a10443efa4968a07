/* SPDX-License-Identifier: MIT */
/* Sets the line beside each page that says what it is: for a press the title, the edition,
   which page of how many, the day; in the dummy of a booklet the number of the page. */
#include "pages/book.h"

static const char *find_title(const struct book *book) {
    const struct localised_list *shorts = &book->document->short_title;
    const char *tag = book->pages->language;
    const char *title = localised_find(*shorts, tag);
    title = title ? title : localised_find(book->document->title, tag);
    return title ? title : "";
}

static void set_slug(struct book *book, size_t index, const char *words, bool press) {
    struct composer *composer = book->composer;
    struct page *page = &book->pages->pages[index];
    size_t count;
    struct item *lines = compose_short(
        composer, words, press ? book->pages->language : page->language,
        press ? ROLE_NOTICE : ROLE_FOLIO, composer->style->colours.ink, page->width / 2,
        /*element*/ NULL, &count);
    page->slug = count ? &lines[0] : NULL;
}

static const char *press_words(struct book *book, size_t index) {
    return arena_printf(book->composer->arena,
                        "%s \xC2\xB7 %s \xC2\xB7 %zu/%zu \xC2\xB7 %s", find_title(book),
                        book->edition->name, index + 1, book->pages->count,
                        book->pages->date ? book->pages->date : "");
}

/* Covers have a place though no folio is printed on them. */
static const char *page_number(struct book *book, size_t index) {
    const struct page *page = &book->pages->pages[index];
    enum digits digits = book->edition->languages[0]->digits;
    return page->label
               ? page->label
               : locale_number(book->composer->arena, (uint32_t)index + 1, digits);
}

void slugs_set(struct book *book) {
    bool press = book->edition->press != NULL;
    for (size_t i = 0; i < book->pages->count; i++)
        set_slug(book, i, press ? press_words(book, i) : page_number(book, i), press);
}
