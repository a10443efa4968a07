/* SPDX-License-Identifier: MIT */
/* What stands on every page outside the text: running head, folio, notice. Artifacts. */
#include "pages/internal.h"

#include <string.h>

static void place_short(struct book *book, struct page *page, const char *string,
                        const char *language, enum role role, length measure, length x,
                        length y) {
    struct composer *composer = book->composer;
    size_t count;
    struct item *items =
        compose_short(composer, string, language, role, book->style->roles[role].colour,
                      measure, /*element*/ NULL, &count);
    for (size_t i = 0; i < count; i++)
        page_place(composer->arena, page, &items[i], x, y);
}

/* The notice in the page's language, then in the others, so that whoever is handed one
   page can read it. */
static void add_notices(struct book *book, const struct section *section,
                        struct page *page, length x) {
    const struct document *document = book->document;
    const struct page_style *style = &book->style->page;
    length y = style->notice;
    for (size_t turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < document->notice.count; i++) {
            const struct localised *notice = &document->notice.items[i];
            bool own = !strcmp(notice->language, section->language->tag);
            if (own != (turn == 0))
                continue;
            length measure = style_measure(book->style);
            place_short(book, page, notice->text, notice->language, ROLE_NOTICE,
                        measure, x, y);
            y += style->notice_leading;
        }
}

void running_add(struct book *book, const struct section *section, size_t index) {
    struct page *page = &book->pages->pages[index];
    const struct page_style *style = &book->style->page;
    const char *language = section->language->tag;
    length outer = book_outer_left(book, index);
    if (book->document->lone) {
        place_short(book, page, page->label, language, ROLE_FOLIO,
                    style_measure(book->style), book_text_left(book, index),
                    style->folio);
        return;
    }
    const char *short_title = localised_find(book->document->short_title, language);
    if (short_title)
        place_short(book, page, short_title, language, ROLE_RUNNING_HEAD, style->column,
                    outer, style->running_head);
    place_short(book, page, section->title, language, ROLE_RUNNING_SECTION,
                style->column, outer, style->running_section);
    place_short(book, page, page->label, language, ROLE_FOLIO, style->column, outer,
                style->folio);
    add_notices(book, section, page, book_text_left(book, index));
}
