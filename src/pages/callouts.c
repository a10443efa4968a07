/* SPDX-License-Identifier: MIT */
/* Sets call-outs: panels on a ground of their own, pull quotes under a rule. */
#include "pages/internal.h"

/* --- panels --------------------------------------------------------------------------- */

static const struct ground *new_ground(struct composer *composer) {
    const struct style *style = composer->style;
    struct ground *ground = arena_new(composer->arena, struct ground);
    *ground = (struct ground){.right = composer->measure,
                              .above = style->figure.cap + style->callout.pad,
                              .below = style->callout.pad,
                              .colour = style->colours.sand};
    return ground;
}

static void set_title(struct composer *composer, const struct block *block) {
    if (!block->paragraph.text.length)
        return;
    compose_paragraph(
        composer, &block->paragraph,
        (struct setting){.role = ROLE_PANEL_TITLE, .tag = TAG_P, .keep_whole = true});
    composer->keep = true;
}

/* The letters keep clear of the edges, and the edges of the text around. */
static void set_panel(struct composer *composer, const struct block *block) {
    const struct callout_style *style = &composer->style->callout;
    enum role role = composer->role;
    length most = composer->measure / 6;
    length pad = style->pad < most ? style->pad : most;
    galley_ask_air(composer, style->around + style->pad);
    composer->ground = new_ground(composer);
    composer->indent += pad;
    composer->end_indent += pad;
    composer->role = ROLE_PANEL;
    set_title(composer, block);
    compose_blocks(composer, block->children);
    composer->role = role;
    composer->indent -= pad;
    composer->end_indent -= pad;
    composer->ground = NULL;
    galley_ask_air(composer, style->around + style->pad);
}

/* --- pull quotes ---------------------------------------------------------------------- */

/* Above the first line, one column wide; at the top of a page it stands no higher than a
   line of text. */
static void add_rule(struct composer *composer, const struct block *block,
                     size_t first) {
    const struct style *style = composer->style;
    if (first == composer->galley.count)
        return;
    struct row *row = &composer->galley.rows[first];
    length width = style->page.column;
    length x = line_left(composer->measure, block->direction, 0, width);
    length y = -row->leading * 3 / 4 - style->callout.rule_rise;
    row->reach = style->callout.rule - y - style->page.step;
    row_add_rectangle(composer->arena, row,
                      (struct box){x, y - style->callout.rule, x + width, y},
                      style->colours.brick);
}

static void set_pull(struct composer *composer, const struct block *block) {
    const struct style *style = composer->style;
    const struct block *author = block->children->next;
    struct setting setting = {.role = ROLE_PULL, .tag = TAG_P, .keep_whole = true};
    size_t first = composer->galley.count;
    galley_ask_air(composer, style->callout.around * 2);
    compose_paragraph(composer, &block->children->paragraph, setting);
    add_rule(composer, block, first);
    setting.role = ROLE_PULL_AUTHOR;
    composer->keep = author != NULL;
    galley_ask_air(composer, style->callout.before_author);
    if (author)
        compose_paragraph(composer, &author->paragraph, setting);
    galley_ask_air(composer, style->callout.around * 2);
}

/* --- all ------------------------------------------------------------------------------ */

void compose_callout(struct composer *composer, const struct block *block) {
    struct element *around = composer->element;
    bool is_pull = block->callout == CALLOUT_PULL;
    if (block->callout == CALLOUT_MARGIN || block->callout == CALLOUT_KEY) {
        compose_margin(composer, block);
        return;
    }
    composer->element =
        element_new(&composer->structure, around, is_pull ? TAG_BLOCKQUOTE : TAG_DIV,
                    block->language, block->direction);
    if (is_pull)
        set_pull(composer, block);
    else
        set_panel(composer, block);
    composer->element = around;
}
