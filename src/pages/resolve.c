/* SPDX-License-Identifier: MIT */
/* Puts the folios of pages in the place of references to them. Layout need not be done
   again: a reference has kept room for any folio. */
#include "pages/book.h"
#include "pages/parts.h"

static const char *folio_words(struct composer *composer,
                               const struct folio_item *folio, const char *label) {
    if (!label || !folio->look->cited)
        return label ? label : "";
    return arena_printf(composer->arena, "%s\u00A0%s",
                        locale_term(folio->language, TERM_PAGE_SHORT), label);
}

static void resolve_folio(struct composer *composer, const struct pages *pages,
                          struct item *item) {
    struct folio_item folio = item->as.folio;
    const char *label = pages->pages[folio.anchor->page].label;
    if (pages->pages[folio.anchor->page].parallel)
        label = locale_number(composer->arena, folio.anchor->page + 1, folio.digits);
    size_t count;
    struct item *lines = compose_short(
        composer, folio_words(composer, &folio, label), folio.language,
        folio.look->role, folio.look->colour, composer->measure, folio.element, &count);
    if (count) {
        *item = lines[0];
        bool before = (folio.direction == DIRECTION_RTL) == folio.look->starts;
        item->as.line.x = before ? folio.x - item->as.line.width : folio.x;
        item->as.line.y = folio.y;
    } else {
        *item = (struct item){.kind = ITEM_RECTANGLE}; /* nothing to be seen */
    }
}

void pages_resolve(struct composer *composer, struct pages *pages) {
    for (size_t p = 0; p < pages->count && !composer->failed; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++)
            if (pages->pages[p].items[i].kind == ITEM_FOLIO)
                resolve_folio(composer, pages, &pages->pages[p].items[i]);
}
