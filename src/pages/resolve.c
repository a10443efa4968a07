/* SPDX-License-Identifier: MIT */
/* Puts the folios of pages in the place of references to them. Layout need not be done
   again: a reference has kept room for any folio. */
#include "pages/internal.h"

static void resolve_folio(struct composer *composer, const struct pages *pages,
                          struct item *item) {
    struct folio_item folio = item->as.folio;
    const char *label = pages->pages[folio.anchor->page].label;
    size_t count;
    struct item *lines =
        compose_short(composer, label ? label : "", folio.language, ROLE_CONTENTS_FOLIO,
                      composer->style->roles[ROLE_CONTENTS_FOLIO].colour,
                      composer->measure, folio.element, &count);
    if (count) {
        *item = lines[0];
        item->as.line.x =
            folio.direction == DIRECTION_RTL ? folio.x : folio.x - item->as.line.width;
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
