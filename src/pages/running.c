/* SPDX-License-Identifier: MIT */
/* What stands on every page outside the text: running head, folio, notice. Artifacts, set
   at x = 0 of their column and placed on each page. */
#include "pages/internal.h"

#include <string.h>

/* Gives how far below `y` the last line stands. */
static length set_short(struct book *book, struct page *page, const char *string,
                        const char *language, enum role role, length measure,
                        length y) {
    struct composer *composer = book->composer;
    size_t count;
    struct item *items =
        compose_short(composer, string, language, role, book->style->roles[role].colour,
                      measure, /*element*/ NULL, &count);
    for (size_t i = 0; i < count; i++)
        page_place(composer->arena, page, &items[i], 0, y);
    return count ? items[count - 1].as.line.y : 0;
}

/* The notice in the page's language, then in the others, so that whoever is handed one
   page can read it. */
static void set_notices(struct book *book, const struct section *section) {
    const struct document *document = book->document;
    const struct page_style *style = &book->style->page;
    length y = style->notice;
    for (size_t turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < document->notice.count; i++) {
            const struct localised *notice = &document->notice.items[i];
            bool own = !strcmp(notice->language, section->language->tag);
            if (own != (turn == 0))
                continue;
            y += set_short(book, &book->notice, notice->text, notice->language,
                           ROLE_NOTICE, style_measure(book->style), y);
            if (y > style->height - style->notice_leading)
                diag_add(book->composer->diag, DIAG_NOTICE_TOO_LONG, notice->position,
                         NULL, NULL);
            y += style->notice_leading;
        }
}

void running_prepare(struct book *book, const struct section *section) {
    const struct page_style *style = &book->style->page;
    const char *language = section->language->tag;
    book->head = book->notice = (struct page){0};
    if (book->document->lone)
        return;
    const char *short_title = localised_find(book->document->short_title, language);
    length more = 0;
    if (short_title)
        more = set_short(book, &book->head, short_title, language, ROLE_RUNNING_HEAD,
                         style->column, style->running_head);
    set_short(book, &book->head, section->title, language, ROLE_RUNNING_SECTION,
              style->column, style->running_section + more);
    set_notices(book, section);
}

static void repeat(struct book *book, struct page *page, const struct page *from,
                   length x) {
    for (size_t i = 0; i < from->item_count; i++)
        page_place(book->composer->arena, page, &from->items[i], x, 0);
}

void running_add(struct book *book, const struct section *section, size_t index) {
    struct page *page = &book->pages->pages[index];
    struct page folio = {0};
    bool lone = book->document->lone;
    length text = book_text_left(book, index), outer = book_outer_left(book, index);
    repeat(book, page, &book->head, outer);
    set_short(book, &folio, page->label, section->language->tag, ROLE_FOLIO,
              lone ? style_measure(book->style) : book->style->page.column,
              book->style->page.folio);
    repeat(book, page, &folio, lone ? text : outer);
    repeat(book, page, &book->notice, text);
}
