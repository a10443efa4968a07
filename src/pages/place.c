/* SPDX-License-Identifier: MIT */
/* Places what the program writes itself on a row: short texts, page numbers to come, links,
   rules. */
#include "pages/parts.h"

length place_short(struct composer *composer, struct row *row,
                   const struct short_text *text, struct spot spot) {
    size_t count;
    struct item *items =
        compose_short(composer, text->string, text->language, text->role, text->colour,
                      spot.width, text->element, &count);
    for (size_t i = 0; i < count; i++) {
        items[i].as.line.x =
            line_left(spot.whole, spot.direction, spot.start, items[i].as.line.width);
        items[i].as.line.y += spot.y;
        *row_add_item(composer->arena, row) = items[i];
    }
    return count ? items[count - 1].as.line.y : spot.y;
}

void place_folio(struct composer *composer, struct row *row,
                 const struct anchor *anchor, const struct language *language,
                 const struct folio_look *look, struct element *element,
                 struct spot spot) {
    if (!anchor)
        return; /* it is not in this edition */
    struct folio_look *kept = arena_new(composer->arena, struct folio_look);
    struct item *item = row_add_item(composer->arena, row);
    *kept = *look;
    item->kind = ITEM_FOLIO;
    item->as.folio = (struct folio_item){
        .x = line_left(spot.whole, spot.direction,
                       spot.start + (look->starts ? 0 : spot.width), 0),
        .y = spot.y,
        .anchor = anchor,
        .language = language->tag,
        .direction = spot.direction,
        .digits = language->digits,
        .look = kept,
        .element = element};
}

void place_link(struct composer *composer, struct row *row, struct box box,
                const struct anchor *anchor, const struct element *link,
                struct slice contents) {
    if (!anchor)
        return;
    struct item *item = row_add_item(composer->arena, row);
    item->kind = ITEM_LINK;
    item->as.link = (struct link_item){
        .box = box,
        .anchor = anchor,
        .element = link,
        .contents = arena_copy(composer->arena, contents.data, contents.length)};
}

void place_rule(struct composer *composer, struct row *row, length rise, length weight,
                uint32_t colour) {
    row_add_rectangle(composer->arena, row,
                      (struct box){0, -rise - weight, composer->measure, -rise},
                      colour);
}

/* --- what leads to a finding or a recommendation --------------------------------------- */

struct lead lead_begin(struct composer *composer, const struct numbered *numbered,
                       struct element *list) {
    struct structure *structure = &composer->structure;
    const struct language *language = numbered->language;
    enum direction direction = language->direction;
    bool toc = list->tag == TAG_TOC;
    struct element *item =
        element_new(structure, list, toc ? TAG_TOCI : TAG_LI, NULL, direction);
    struct element *label =
        element_new(structure, item, TAG_LBL, language->tag, direction);
    struct element *body =
        element_new(structure, item, toc ? TAG_REFERENCE : TAG_LBODY, NULL, direction);
    const struct anchor *anchor =
        anchors_find(composer->anchors, language->tag, numbered->heading->id);
    return (struct lead){
        .language = language,
        .item = item,
        .label = label,
        .link = element_new(structure, body, anchor ? TAG_LINK : TAG_SPAN,
                            language->tag, direction),
        .anchor = anchor,
        .title = paragraph_bare(composer->arena, &numbered->heading->paragraph)};
}

void place_lead_number(struct composer *composer, struct row *row,
                       const struct numbered *numbered, const struct lead *lead,
                       enum role role, struct spot spot) {
    struct short_text number = {.string = numbered->digits,
                                .language = lead->language->tag,
                                .role = role,
                                .colour = composer->style->colours.brick,
                                .element = lead->label};
    place_short(composer, row, &number, spot);
}
