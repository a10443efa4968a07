/* SPDX-License-Identifier: MIT */
/* Sets the line beside each page that tells a press what it is: the title, the edition, which
   page of how many, the day. */
#include "pages/internal.h"

static const char *find_title(const struct book *book) {
    const struct localised_list *shorts = &book->document->short_title;
    const char *tag = book->pages->language;
    const char *title = localised_find(*shorts, tag);
    title = title ? title : localised_find(book->document->title, tag);
    return title ? title : "";
}

static void set_slug(struct book *book, size_t index) {
    struct composer *composer = book->composer;
    struct page *page = &book->pages->pages[index];
    const char *words =
        arena_printf(composer->arena, "%s \xC2\xB7 %s \xC2\xB7 %zu/%zu \xC2\xB7 %s",
                     find_title(book), book->edition->name, index + 1,
                     book->pages->count, book->pages->date ? book->pages->date : "");
    size_t count;
    struct item *lines = compose_short(composer, words, book->pages->language,
                                       ROLE_NOTICE, composer->style->colours.ink,
                                       page->width / 2, /*element*/ NULL, &count);
    page->slug = count ? &lines[0] : NULL;
}

void slugs_set(struct book *book) {
    for (size_t i = 0; i < book->pages->count; i++)
        set_slug(book, i);
}
