/* SPDX-License-Identifier: MIT */
/* Sets blocks into the galley: one small function for each kind of block. */
#include "pages/internal.h"

#include "base/buffer.h"
#include "base/utf8.h"

enum { ORPHANS = 2, WIDOWS = 2 };

static struct row *add_row(struct composer *composer, length leading) {
    struct galley *galley = &composer->galley;
    arena_reserve(composer->arena, galley->rows, galley->count, galley->capacity);
    struct row *row = &galley->rows[galley->count++];
    *row = (struct row){
        .leading = leading, .air = composer->air, .may_break = !composer->keep};
    composer->air = 0;
    composer->keep = false;
    return row;
}

static void ask_air(struct composer *composer, length air) {
    if (composer->air < air)
        composer->air = air;
}

/* How a text is to be set as rows. */
struct setting {
    enum role role;
    enum tag tag;
    bool keep_whole; /* a heading */
    struct anchor *anchor;
};

/* The start of the line is at the left in left-to-right text, at the right in the other. */
static length line_left(const struct composer *composer, const struct text *text,
                        length width) {
    if (text->paragraph->direction == DIRECTION_RTL)
        return composer->measure - composer->indent - width;
    return composer->indent;
}

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

static void place_markers(struct composer *composer, struct row *row,
                          enum direction direction) {
    place_outer_first(composer, row, direction, composer->markers);
    composer->markers = NULL;
}

static void set_rows(struct composer *composer, const struct text *text,
                     struct lines lines, struct setting setting,
                     struct element *element) {
    size_t stretch_count;
    const struct stretch *stretches = structure_inlines(
        &composer->structure, composer->scratch, text, element, &stretch_count);
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.lines[i];
        if (i > 0)
            composer->keep =
                setting.keep_whole || i < ORPHANS || lines.count - i < WIDOWS;
        struct row *row = add_row(composer, text->leading);
        length x = line_left(composer, text, line->width);
        place_markers(composer, row, text->paragraph->direction);
        struct item *item = compose_line(composer, text, line, stretches, stretch_count,
                                         i + 1 == lines.count);
        item->as.line.x = x;
        *row_add_item(composer->arena, row) = *item;
        compose_links(composer, row, text, line, x, stretches, stretch_count);
        row->anchor = i == 0 ? setting.anchor : NULL;
    }
}

static void set_paragraph(struct composer *composer, const struct paragraph *paragraph,
                          struct setting setting) {
    arena_reset(composer->scratch);
    const struct text *text =
        text_set(composer->typesetter, composer->scratch, paragraph, setting.role);
    if (!text) {
        composer->failed = true;
        return;
    }
    if (composer->trace.text)
        text_dump(text, composer->trace.text);
    enum alignment alignment = text->role->justified ? ALIGN_JUSTIFIED : ALIGN_RAGGED;
    length measure = composer->measure - composer->indent - composer->end_indent;
    struct lines lines = lines_fill(composer->typesetter, composer->scratch, text,
                                    measure, alignment, composer->diag);
    if (composer->trace.lines)
        lines_dump(text, lines, composer->trace.lines);
    struct element *element =
        element_new(&composer->structure, composer->element, setting.tag,
                    paragraph->language, paragraph->direction);
    set_rows(composer, text, lines, setting, element);
}

static void set_plain(struct composer *composer, const struct block *block) {
    set_paragraph(composer, &block->paragraph,
                  (struct setting){.role = composer->role, .tag = TAG_P});
    ask_air(composer, composer->gap);
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
    enum role role = block->level == 1   ? ROLE_CHAPTER
                     : block->level == 2 ? ROLE_SECTION
                                         : ROLE_RUN_IN;
    const struct role_style *style = &composer->style->roles[role];
    bool arabic = locale_direction(block->paragraph.language) == DIRECTION_RTL;
    bool opens = composer->opens_chapter && block->level == 1;
    ask_air(composer, opens ? 0 : arabic ? style->before_arabic : style->before);
    struct anchor *anchor =
        anchors_find(composer->anchors, composer->language->tag, block->id);
    set_paragraph(composer, &block->paragraph,
                  (struct setting){.role = role,
                                   .tag = TAG_H1 + (block->level - 1),
                                   .keep_whole = true,
                                   .anchor = anchor});
    composer->opens_chapter = false;
    composer->keep = true;
    composer->air = block->level == 1 ? composer->style->page.chapter_gap : 0;
    if (anchor)
        add_to_outline(composer, block, anchor);
}

/* "1." in the digits of the language; a bullet otherwise. */
static const char *marker_string(struct composer *composer, const struct block *item) {
    static const char *const bullets[] = {"•", "–", "◦"};
    if (item->ordered)
        return arena_printf(composer->arena, "%s%c",
                            locale_number(composer->arena, item->number,
                                          locale_direction(item->language) ==
                                                  composer->language->direction
                                              ? composer->language->digits
                                              : locale_digits(item->language)),
                            item->delimiter);
    uint32_t depth = 0;
    for (const struct element *e = composer->element; e; e = e->parent)
        depth += e->tag == TAG_L;
    return bullets[depth ? (depth - 1) % 3 : 0];
}

/* How far the next level goes in from each of `sides` sides: nothing more once a third of
   the column is all that is left. */
static length next_indent(const struct composer *composer, length sides) {
    length left = composer->measure - composer->indent - composer->end_indent;
    length step = composer->style->page.indent;
    return left - sides * step >= composer->measure / 3 ? step : 0;
}

static void await_row(struct composer *composer, const struct item *item,
                      length start) {
    struct marker *marker = arena_new(composer->arena, struct marker);
    *marker = (struct marker){*item, start, composer->markers};
    composer->markers = marker;
}

/* Nothing of the item made a row: its number or bullet stands alone. */
static void set_lone_markers(struct composer *composer, const struct block *block) {
    const struct role_style *style = &composer->style->roles[composer->role];
    bool arabic = locale_direction(block->language) == DIRECTION_RTL;
    struct row *row = add_row(composer, role_script(style, arabic)->leading);
    place_markers(composer, row, block->direction);
}

static void set_item(struct composer *composer, const struct block *block) {
    struct structure *structure = &composer->structure;
    struct element *list = composer->element;
    struct element *item = element_new(structure, list, TAG_LI, NULL, block->direction);
    struct element *label =
        element_new(structure, item, TAG_LBL, block->language, block->direction);
    size_t count;
    struct item *marker =
        compose_short(composer, marker_string(composer, block), block->language,
                      ROLE_MARKER, composer->style->roles[ROLE_MARKER].colour,
                      composer->style->page.indent * 4, label, &count);
    composer->element = element_new(structure, item, TAG_LBODY, NULL, block->direction);
    length step = next_indent(composer, 1);
    composer->indent += step;
    if (count)
        await_row(composer, marker, composer->indent - composer->style->page.indent);
    composer->gap = block->tight ? 0 : composer->style->page.paragraph_gap;
    compose_blocks(composer, block->children);
    if (composer->markers)
        set_lone_markers(composer, block);
    composer->indent -= step;
    composer->element = list;
}

static void set_list(struct composer *composer, const struct block *block) {
    struct element *around = composer->element;
    length gap = composer->gap;
    composer->element = element_new(&composer->structure, around, TAG_L,
                                    block->language, block->direction);
    composer->element->numbering = block->ordered ? "Decimal" : "Disc";
    for (const struct block *item = block->children; item; item = item->next)
        set_item(composer, item);
    composer->element = around;
    composer->gap = gap;
    ask_air(composer, gap);
}

static void set_quote(struct composer *composer, const struct block *block) {
    struct element *around = composer->element;
    enum role role = composer->role;
    length gap = composer->gap;
    composer->element = element_new(&composer->structure, around, TAG_BLOCKQUOTE,
                                    block->language, block->direction);
    composer->role = ROLE_QUOTE;
    composer->gap = composer->style->page.paragraph_gap;
    ask_air(composer, composer->gap);
    length step = next_indent(composer, 2);
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
    set_paragraph(composer, &block->paragraph,
                  (struct setting){.role = ROLE_CODE, .tag = TAG_CODE});
    ask_air(composer, composer->gap);
}

/* A short line in the middle of an otherwise empty row. */
static void set_rule(struct composer *composer, const struct block *block) {
    const struct page_style *page = &composer->style->page;
    struct row *row = add_row(composer, page->step * 2);
    place_markers(composer, row, block->direction);
    length width = composer->measure / 4, left = (composer->measure - width) / 2;
    struct item *item = row_add_item(composer->arena, row);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle =
        (struct rectangle_item){.box = {left, -page->rule_weight, left + width, 0},
                                .colour = composer->style->colours.stone};
    ask_air(composer, page->step * 2);
}

/* Told as not set by the document stage until the pages can hold them. */
static void set_nothing(struct composer *composer, const struct block *block) {
    (void)composer, (void)block;
}

static void (*const setters[BLOCK_KINDS])(struct composer *, const struct block *) = {
    [BLOCK_HEADING] = set_heading, [BLOCK_PARAGRAPH] = set_plain,
    [BLOCK_LIST] = set_list,       [BLOCK_ITEM] = set_item,
    [BLOCK_QUOTE] = set_quote,     [BLOCK_CODE] = set_code,
    [BLOCK_RULE] = set_rule,       [BLOCK_TABLE] = set_nothing,
    [BLOCK_FIGURE] = set_nothing,
};

void compose_blocks(struct composer *composer, const struct block *first) {
    for (const struct block *block = first; block && !composer->failed;
         block = block->next)
        setters[block->kind](composer, block);
}
