/* SPDX-License-Identifier: MIT */
/* Turned pages: wider than high, for tables that no upright page has room for. They have the
   margins, heads and feet of the others; their text is as wide as they are. */
#include "pages/internal.h"

const struct style *style_turned(struct arena *arena, const struct style *style) {
    struct style *turned = arena_new(arena, struct style);
    *turned = *style;
    struct page_style *page = &turned->page;
    length less = page->height - page->width;
    page->width = style->page.height;
    page->height = style->page.width;
    page->last_line -= less;
    page->folio -= less;
    page->notice -= less;
    return turned;
}

bool turn_allowed(const struct composer *composer) {
    return composer->wide_measure && !composer->indent && !composer->end_indent &&
           (composer->measure == composer->column || composer->parallel);
}

struct upright turn_begin(struct composer *composer) {
    struct upright upright = {composer->style, composer->measure,
                              composer->wide_measure};
    const struct page_style *page = &composer->turned->page;
    composer->style = composer->turned;
    composer->measure = page->width - page->binding_margin - page->outer_margin;
    composer->wide_measure = 0;
    composer->turning = true;
    return upright;
}

void turn_end(struct composer *composer, const struct upright *upright) {
    composer->style = upright->style;
    composer->measure = upright->measure;
    composer->wide_measure = upright->wide_measure;
    composer->turning = false;
}

/* The row after it is as it would be without: kept with a heading before, with its air. */
void compose_turned(struct composer *composer, struct galley galley) {
    struct galley *turned = arena_new(composer->arena, struct galley);
    bool keep = composer->keep;
    length air = composer->air;
    if (!galley.count)
        return;
    *turned = galley;
    composer->keep = false;
    galley_add_row(composer, 0)->turned = turned;
    composer->keep = keep;
    composer->air = air;
}
