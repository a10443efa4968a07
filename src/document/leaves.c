/* SPDX-License-Identifier: MIT */
/* Makes the blocks that hold text: paragraphs, headings, code; and drops comments. */
#include "document/internal.h"

#include <cmark-gfm.h>

static struct block *add_text(struct builder *builder, enum block_kind kind,
                              struct paragraph paragraph) {
    tongue_follow(&builder->markdown->tongue, paragraph.text);
    struct block *block = builder_add(builder, kind);
    block->paragraph = paragraph;
    block->paragraph.language = block->language;
    block->paragraph.direction = block->direction;
    paragraph_settle(builder->markdown, &block->paragraph);
    reference_keep(builder->markdown, &block->paragraph);
    return block;
}

static struct paragraph read_inside(struct builder *builder) {
    const char *text = builder_text(builder->node);
    struct content *content = builder_content(builder, text);
    struct paragraph paragraph =
        inline_read(builder->markdown, builder->node, content, builder_start(builder));
    builder_skip(builder);
    return paragraph;
}

/* What looks like the rule below the header of a table, and is only text. */
static void check_rules(const struct builder *builder) {
    struct locator *locator = builder->markdown->locator;
    struct extent extent = builder_extent(builder);
    if (!cmark_node_get_start_line(builder->node))
        return;
    for (uint32_t line = extent.first; line <= extent.last; line++) {
        struct slice text = locator_line(locator, line);
        size_t start = row_start(text);
        if (guard_is_rule(text) && memchr(text.data, '|', text.length))
            diag_add(builder->markdown->reading->diag, DIAG_TABLE_RULE,
                     locator_position(locator, locator->starts[line] + start,
                                      locator->starts[line] + text.length),
                     NULL, NULL);
    }
}

/* Whether "[ ] " stands so in the source, with no mark before it. */
static bool is_box(const struct paragraph *paragraph) {
    const char *text = paragraph->text.data;
    return paragraph->text.length >= 5 && text[0] == '[' && strchr(" xX", text[1]) &&
           text[2] == ']' && text[3] == ' ' && paragraph_is_literal(paragraph, 0) &&
           paragraph_is_literal(paragraph, 2) &&
           (!paragraph->span_count || paragraph->spans[0].start >= 4);
}

/* At the start of an item. */
static void read_box(struct builder *builder, struct paragraph *paragraph) {
    const struct level *level = &builder->levels[builder->level_count - 1];
    uint32_t length = (uint32_t)paragraph->text.length;
    if (level->block->kind != BLOCK_ITEM || level->last || !is_box(paragraph))
        return;
    level->block->task = paragraph->text.data[1] == ' ' ? TASK_OPEN : TASK_DONE;
    *paragraph = paragraph_cut(builder->markdown->reading->arena, paragraph, 4, length);
}

static void add_paragraph(struct builder *builder, const struct paragraph *paragraph) {
    uint32_t braces = numbered_find_id(paragraph);
    struct paragraph words = *paragraph;
    if (braces < paragraph->text.length)
        words = paragraph_cut(builder->markdown->reading->arena, paragraph, 0, braces);
    struct block *block = add_text(builder, BLOCK_PARAGRAPH, words);
    numbered_give(builder, block, paragraph, braces);
}

void leaf_paragraph(struct builder *builder) {
    check_rules(builder);
    if (figure_stands(cmark_node_first_child(builder->node))) {
        figure_read(builder);
        return;
    }
    struct paragraph paragraph = read_inside(builder);
    read_box(builder, &paragraph);
    callout_take(builder, &paragraph);
    struct counting counting = counter_take(builder, &paragraph);
    declared_take(builder, &paragraph);
    struct paragraph attribution = callout_part(builder, &paragraph);
    if (caption_begins(&paragraph))
        caption_read(builder, &paragraph);
    else if (paragraph.text.length)
        add_paragraph(builder, &paragraph);
    if (attribution.text.length)
        add_text(builder, BLOCK_PARAGRAPH, attribution);
    if (counting.asked)
        builder->levels[builder->level_count - 1].counting = counting;
}

/* Where "{#id}" begins at the end of a heading; the end if it is not there. */
static uint32_t find_id(const struct paragraph *paragraph) {
    uint32_t end = (uint32_t)paragraph->text.length;
    uint32_t braces = attributes_find(paragraph, 0, end);
    return braces + 1 < end && paragraph->text.data[braces + 1] == '#' ? braces : end;
}

void leaf_heading(struct builder *builder) {
    uint32_t level = (uint32_t)cmark_node_get_heading_level(builder->node);
    const char *holder = builder->markdown->holder;
    builder->markdown->holder = "a heading";
    struct paragraph paragraph = read_inside(builder);
    builder->markdown->holder = holder;
    uint32_t length = (uint32_t)paragraph.text.length, braces = find_id(&paragraph);
    struct paragraph words =
        paragraph_cut(builder->markdown->reading->arena, &paragraph, 0, braces);
    if (!words.text.length) {
        builder_tell(builder, DIAG_HEADING_EMPTY, NULL);
        return;
    }
    struct block *heading = add_text(builder, BLOCK_HEADING, words);
    heading->level = level;
    if (!builder->depth)
        recommendation_regroup(builder->markdown, heading);
    if (braces < length)
        recommendation_read(builder, heading, &paragraph, braces + 1, length - 1);
    else
        heading->id = ids_add(builder->markdown->ids, heading->paragraph.text, heading);
}

/* --- what is not Markdown ---------------------------------------------------------- */

/* No note begins there. */
static void note_verbatim(struct builder *builder) {
    struct extent extent = builder_extent(builder);
    for (uint32_t line = extent.first; line <= extent.last; line++)
        builder->is_verbatim[line] = true;
}

/* Tabs go to the next multiple of four columns (CommonMark 2.2); a character is one. */
static void add_code(struct composer *composer, char c, uint32_t source,
                     uint32_t *column) {
    uint32_t width = c == '\t' ? 4 - *column % 4 : 1;
    bool begins_character = ((unsigned char)c & 0xC0) != 0x80;
    if (c == '\t')
        c = ' ';
    for (uint32_t i = 0; i < width; i++)
        compose_bytes(composer, &c, 1, source);
    *column += begins_character ? width : 0;
}

static struct paragraph read_code_lines(struct builder *builder, struct slice literal,
                                        struct content *content) {
    struct composer composer = {.markdown = builder->markdown,
                                .text = {.arena = builder->markdown->scratch}};
    uint32_t start = builder_start(builder), column = 0;
    for (size_t i = 0; i < literal.length; i++) {
        uint32_t source = content ? content_source(content, i) : start;
        if (literal.data[i] == '\n') {
            compose_bytes(&composer, "\xE2\x80\xA8", 3, source);
            column = 0;
        } else {
            add_code(&composer, literal.data[i], source, &column);
        }
    }
    composer.floor = composer.text.length;
    return compose_finish(&composer);
}

/* The first word of an info string. */
static bool is_info(const char *info, const char *word) {
    size_t length = strcspn(info, " \t");
    return length == strlen(word) && !memcmp(info, word, length);
}

/* Code runs from left to right unless it begins otherwise. */
void leaf_code(struct builder *builder) {
    const char *text = cmark_node_get_literal(builder->node);
    size_t length = strlen(text);
    note_verbatim(builder);
    if (is_info(cmark_node_get_fence_info(builder->node), "chart")) {
        chart_read(builder);
        return;
    }
    if (is_info(cmark_node_get_fence_info(builder->node), "table")) {
        csvtable_read(builder);
        return;
    }
    if (is_info(cmark_node_get_fence_info(builder->node), "timeline")) {
        timeline_read(builder);
        return;
    }
    while (length && text[length - 1] == '\n')
        length--;
    struct slice literal = {text, length};
    if (scan_is_blank(literal)) {
        builder_tell(builder, DIAG_CODE_EMPTY, NULL);
        return;
    }
    struct paragraph paragraph =
        read_code_lines(builder, literal, builder_content(builder, text));
    struct block *block = builder_add(builder, BLOCK_CODE);
    block->paragraph = paragraph;
    block->paragraph.language = block->language;
    block->direction = locale_first_strong(paragraph.text, DIRECTION_LTR);
    block->paragraph.direction = block->direction;
}

/* After the comments at the start of a text, and the white space between them. */
static const char *skip_comments(const char *text, bool *closed) {
    for (;;) {
        text += strspn(text, " \t\n");
        if (strncmp(text, "<!--", 4) != 0)
            return text;
        const char *end = strstr(text + 4, "-->");
        *closed = end != NULL;
        if (!end)
            return text + strlen(text);
        text = end + 3;
    }
}

void leaf_html(struct builder *builder) {
    const char *text = cmark_node_get_literal(builder->node);
    bool closed = true;
    const char *remainder = skip_comments(text, &closed);
    note_verbatim(builder);
    if (!closed)
        builder_tell(builder, DIAG_COMMENT_OPEN, NULL);
    if (!*remainder)
        return;
    struct content *content = builder_content(builder, text);
    struct locator *locator = builder->markdown->locator;
    size_t length = strcspn(remainder, "\n");
    uint32_t source = content ? content_source(content, (size_t)(remainder - text))
                              : builder_start(builder);
    diag_add(builder->markdown->reading->diag,
             remainder == text || *remainder == '<' ? DIAG_HTML : DIAG_COMMENT_TEXT,
             locator_position(locator, source, source + length), NULL, NULL);
}
