/* SPDX-License-Identifier: MIT */
/* Sets lists: items with their numbers, bullets or boxes. */
#include "pages/internal.h"

static void place_outer_first(struct composer *composer, struct row *row,
                              enum direction direction, const struct marker *marker) {
    if (!marker)
        return;
    place_outer_first(composer, row, direction, marker->around);
    struct item *item = row_add_item(composer->arena, row);
    *item = marker->item;
    item->as.line.x = direction == DIRECTION_RTL
                          ? composer->measure - marker->start - item->as.line.width
                          : marker->start;
}

void place_markers(struct composer *composer, struct row *row,
                   enum direction direction) {
    place_outer_first(composer, row, direction, composer->markers);
    composer->markers = NULL;
}

/* A bullet where there is no number. */
static const char *marker_string(struct composer *composer, const struct block *item) {
    static const char *const bullets[] = {"•", "–", "◦"};
    if (item->task != TASK_NONE)
        return item->task == TASK_DONE ? "☑" : "☐";
    if (item->ordered)
        return item->label;
    uint32_t depth = 0;
    for (const struct element *e = composer->element; e; e = e->parent)
        depth += e->tag == TAG_L;
    return bullets[depth ? (depth - 1) % 3 : 0];
}

length compose_indent(const struct composer *composer, length sides) {
    length left = composer->measure - composer->indent - composer->end_indent;
    length step = composer->style->page.indent;
    return left - sides * step >= composer->measure / 3 ? step : 0;
}

void await_row(struct composer *composer, const struct item *item, length start) {
    struct marker *marker = arena_new(composer->arena, struct marker);
    *marker = (struct marker){*item, start, composer->markers};
    composer->markers = marker;
}

/* Nothing of the item made a row: its number or bullet stands alone. */
static void set_lone_markers(struct composer *composer, const struct block *block) {
    const struct role_style *style = &composer->style->roles[composer->role];
    struct row *row =
        galley_add_row(composer, text_leading(composer->style, style, block->language));
    place_markers(composer, row, block->direction);
}

/* Where there is no room to go in, a marker stands before its list: in a row of its own if
   it is too wide for that, and below those that stand there already. */
static void await_row_outside(struct composer *composer, const struct block *block,
                              const struct item *marker) {
    const struct page_style *style = &composer->style->page;
    if (composer->markers)
        set_lone_markers(composer, block);
    await_row(composer, marker, composer->indent - style->indent);
    if (marker->as.line.width + style->marker_gap > style->indent)
        set_lone_markers(composer, block);
}

/* A marker as a line; NULL if there is nothing to be seen. */
static struct item *set_marker(struct composer *composer, const struct block *item,
                               struct element *label) {
    bool own = composer->role == ROLE_NOTE || composer->role == ROLE_PANEL;
    enum role role = own ? composer->role : ROLE_MARKER;
    size_t count;
    struct item *marker = compose_short(
        composer, marker_string(composer, item), item->language, role,
        composer->style->roles[ROLE_MARKER].colour, composer->measure, label, &count);
    return count ? marker : NULL;
}

static length marker_room(struct composer *composer, const struct block *item) {
    const struct item *marker = set_marker(composer, item, NULL);
    return marker ? marker->as.line.width + composer->style->page.marker_gap : 0;
}

/* More letters are not in any order: what comes after them are digits, or several. */
enum { LETTERS = 28 };

/* How far the items of a list go in: more than usual where its last number asks for it, or
   any of its letters. */
static length list_indent(struct composer *composer, const struct block *list) {
    length indent = compose_indent(composer, 1);
    size_t looked_at = 0;
    if (!indent || !list->ordered)
        return indent;
    for (const struct block *item = list->children; item; item = item->next) {
        if (item->next && (!list->lettered || looked_at++ >= LETTERS))
            continue;
        length room = marker_room(composer, item);
        indent = room > indent ? room : indent;
    }
    return indent;
}

void compose_item(struct composer *composer, const struct block *block) {
    struct structure *structure = &composer->structure;
    struct element *list = composer->element;
    struct element *item = element_new(structure, list, TAG_LI, NULL, block->direction);
    struct element *label =
        element_new(structure, item, TAG_LBL, block->language, block->direction);
    const struct item *marker = set_marker(composer, block, label);
    composer->element = element_new(structure, item, TAG_LBODY, NULL, block->direction);
    length step = composer->list_indent;
    if (marker && step)
        await_row(composer, marker, composer->indent);
    else if (marker)
        await_row_outside(composer, block, marker);
    composer->indent += step;
    composer->gap = block->tight ? 0 : composer->style->page.paragraph_gap;
    compose_blocks(composer, block->children);
    if (composer->markers)
        set_lone_markers(composer, block);
    composer->indent -= step;
    composer->element = list;
}

void compose_list(struct composer *composer, const struct block *block) {
    struct element *around = composer->element;
    length gap = composer->gap;
    composer->element = element_new(&composer->structure, around, TAG_L,
                                    block->language, block->direction);
    length indent = composer->list_indent;
    composer->list_indent = list_indent(composer, block);
    composer->element->numbering = !block->ordered   ? "Disc"
                                   : block->lettered ? "LowerAlpha"
                                                     : "Decimal";
    for (const struct block *item = block->children; item; item = item->next)
        compose_item(composer, item);
    composer->list_indent = indent;
    composer->element = around;
    composer->gap = gap;
    galley_ask_air(composer, gap);
}
