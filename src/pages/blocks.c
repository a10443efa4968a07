/* SPDX-License-Identifier: MIT */
/* Sets blocks into the galley: one small function for each kind of block. */
#include "pages/book.h"
#include "pages/parts.h"

#include "base/buffer.h"
#include "base/utf8.h"

/* "— OHCHR, 29 November 2019" */
static bool is_attribution(const struct composer *composer, const struct block *block) {
    static const char dash[] = "\xE2\x80\x94"; /* U+2014 */
    struct slice text = block->paragraph.text;
    return composer->role == ROLE_QUOTE && text.length > sizeof dash &&
           !memcmp(text.data, dash, sizeof dash - 1);
}

/* "It said:" stays with what was said. */
static bool announces(const struct block *block) {
    struct slice text = block->paragraph.text;
    return block->next && text.length && text.data[text.length - 1] == ':';
}

static void set_plain(struct composer *composer, const struct block *block) {
    composer->keep |= is_attribution(composer, block);
    compose_paragraph(
        composer, &block->paragraph,
        (struct setting){.role = composer->role,
                         .tag = TAG_P,
                         .anchor = anchors_find(composer->anchors,
                                                composer->language->tag, block->id),
                         .label = block->label});
    galley_ask_air(composer, composer->gap);
    composer->keep |= announces(block);
}

static void add_to_outline(struct composer *composer, const struct block *block,
                           const struct anchor *anchor) {
    arena_reserve(composer->arena, composer->outline, composer->outline_count,
                  composer->outline_capacity);
    struct slice text = block->paragraph.text;
    struct buffer title = {.arena = composer->arena};
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        buffer_add_code_point(&title, c == 0x2028 ? ' ' : c); /* a hard break */
    }
    buffer_add_char(&title, '\0');
    composer->outline[composer->outline_count++] =
        (struct outline_entry){.title = title.data,
                               .level = composer->outline_level + block->level - 1,
                               .anchor = anchor,
                               .language = block->paragraph.language};
}

static void set_heading(struct composer *composer, const struct block *block) {
    enum role role = block->level == 1                             ? ROLE_CHAPTER
                     : block->level == 2 && !block->recommendation ? ROLE_SECTION
                                                                   : ROLE_RUN_IN;
    const struct role_style *style = &composer->style->roles[role];
    bool arabic = locale_direction(block->paragraph.language) == DIRECTION_RTL;
    bool opens = composer->opens_chapter && block->level == 1;
    galley_ask_air(composer, opens ? 0 : arabic ? style->before_arabic : style->before);
    struct anchor *anchor =
        anchors_find(composer->anchors, composer->language->tag, block->id);
    struct element *label = finding_begin(composer, block);
    recommendation_begin(composer, block);
    size_t first = composer->galley.count;
    compose_paragraph(composer, &block->paragraph,
                      (struct setting){.role = role,
                                       .tag = TAG_H1 + (block->level - 1),
                                       .keep_whole = true,
                                       .anchor = anchor});
    composer->opens_chapter = false;
    composer->keep = true;
    composer->air = block->level == 1 ? composer->style->page.chapter_gap : 0;
    if (block->finding && !composer->failed)
        finding_open(composer, block->finding, label, first);
    if (!composer->failed)
        recommendation_open(composer, block, first);
    if (anchor)
        add_to_outline(composer, block, anchor);
}

static void set_quote(struct composer *composer, const struct block *block) {
    struct element *around = composer->element;
    enum role role = composer->role;
    length gap = composer->gap;
    composer->element = element_new(&composer->structure, around, TAG_BLOCKQUOTE,
                                    block->language, block->direction);
    composer->role = ROLE_QUOTE;
    composer->gap = composer->style->page.paragraph_gap;
    galley_ask_air(composer, composer->gap);
    length step = compose_indent(composer, 2);
    composer->indent += step;
    composer->end_indent += step;
    compose_blocks(composer, block->children);
    composer->indent -= step;
    composer->end_indent -= step;
    composer->role = role;
    composer->gap = gap;
    composer->element = around;
}

static void set_code(struct composer *composer, const struct block *block) {
    compose_paragraph(composer, &block->paragraph,
                      (struct setting){.role = ROLE_CODE, .tag = TAG_CODE});
    galley_ask_air(composer, composer->gap);
}

/* A short line in the middle of an otherwise empty row. */
static void set_rule(struct composer *composer, const struct block *block) {
    const struct page_style *page = &composer->style->page;
    struct row *row = galley_add_row(composer, page->step * 2);
    place_markers(composer, row, block->direction);
    length width = composer->measure / 4, left = (composer->measure - width) / 2;
    struct item *item = row_add_item(composer->arena, row);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle =
        (struct rectangle_item){.box = {left, -page->rule_weight, left + width, 0},
                                .colour = composer->style->colours.stone};
    galley_ask_air(composer, page->step * 2);
}

static void (*const setters[BLOCK_KINDS])(struct composer *, const struct block *) = {
    [BLOCK_HEADING] = set_heading,     [BLOCK_PARAGRAPH] = set_plain,
    [BLOCK_LIST] = compose_list,       [BLOCK_ITEM] = compose_item,
    [BLOCK_QUOTE] = set_quote,         [BLOCK_CODE] = set_code,
    [BLOCK_RULE] = set_rule,           [BLOCK_TABLE] = compose_table,
    [BLOCK_FIGURE] = compose_figure,   [BLOCK_TIMELINE] = compose_timeline,
    [BLOCK_CALLOUT] = compose_callout,
};

/* Whether nothing but tables and figures comes before the next heading. Those have no text
   to float through: they would all be found far from their headings. */
static bool is_textless(const struct block *block) {
    while (block && (block->kind == BLOCK_TABLE || block->kind == BLOCK_FIGURE))
        block = block->next;
    return !block || block->kind == BLOCK_HEADING;
}

/* What comes next goes in under a recommendation, else as the section does. */
static length indent_below(const struct composer *composer) {
    return composer->recommending.heading ? composer->style->recommendation.indent
                                          : composer->section_indent;
}

/* Where paragraphs are numbered the text goes in, and these do not. */
static void set_block(struct composer *composer, const struct block *block) {
    static const bool stands_out[BLOCK_KINDS] = {[BLOCK_HEADING] = true,
                                                 [BLOCK_TABLE] = true,
                                                 [BLOCK_FIGURE] = true,
                                                 [BLOCK_CALLOUT] = true};
    length indent = composer->indent;
    bool outermost = composer->element->tag == TAG_SECT;
    if (stands_out[block->kind] && outermost)
        composer->indent = 0;
    setters[block->kind](composer, block);
    composer->indent =
        block->kind == BLOCK_HEADING && outermost ? indent_below(composer) : indent;
}

void compose_blocks(struct composer *composer, const struct block *first) {
    bool around = composer->textless;
    composer->depth++;
    for (const struct block *block = first; block && !composer->failed;
         block = block->next) {
        size_t row = composer->galley.count;
        const struct unit *unit = unit_begin(composer, block);
        set_block(composer, block);
        unit_end(composer, unit, row);
        margins_attach(composer, block, row);
        if (block->kind == BLOCK_HEADING)
            composer->textless = is_textless(block->next);
    }
    composer->depth--;
    composer->textless = around;
}
