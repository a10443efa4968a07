/* SPDX-License-Identifier: MIT */
/* Makes the blocks that hold text: paragraphs, headings, code; and drops comments. */
#include "document/internal.h"

#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

/* Where the text of a leaf stands; NULL if it is not found, and then it is said to stand
   where the block begins. */
static struct content *find_content(struct builder *builder, const char *text) {
    struct content *content = arena_new(builder->markdown->scratch, struct content);
    bool found = content_find(content, builder->markdown, slice_of(text),
                              builder_extent(builder));
    return found ? content : NULL;
}

/* The language of a text; of one without letters, that of the text before. */
static void set_tongue(struct builder *builder, struct slice text) {
    struct tongue *tongue = &builder->markdown->tongue;
    const char *language = tongue->language;
    if (tongue->guessed)
        language = locale_guess(text, tongue->language);
    if (language != tongue->language)
        tongue->direction = locale_direction(language);
    tongue->language = language;
}

static struct block *add_text(struct builder *builder, enum block_kind kind,
                              struct paragraph paragraph) {
    set_tongue(builder, paragraph.text);
    struct block *block = builder_add(builder, kind);
    block->paragraph = paragraph;
    block->paragraph.language = block->language;
    block->paragraph.direction = block->direction;
    return block;
}

/* cmark ends a content that nothing was put into with no NUL. */
static const char *content_text(const struct builder *builder) {
    if (!cmark_node_first_child(builder->node))
        return "";
    return cmark_node_get_string_content(builder->node);
}

static struct paragraph read_inside(struct builder *builder) {
    const char *text = content_text(builder);
    struct content *content = find_content(builder, text);
    struct paragraph paragraph =
        inline_read(builder->markdown, builder->node, content, builder_start(builder));
    builder_skip(builder);
    return paragraph;
}

/* "|---|:-:|": the second line of a table, with one bar at least (GFM 4.10). */
static bool is_table_rule(const char *line, size_t length) {
    bool has_bar = false, has_dash = false;
    for (size_t i = 0; i < length; i++) {
        if (!strchr("|-: \t", line[i]))
            return false;
        has_bar |= line[i] == '|';
        has_dash |= line[i] == '-';
    }
    return has_bar && has_dash;
}

/* cmark's own tables take time quadratic in the width of a row; we only need to know. */
static bool is_table(const char *text) {
    for (const char *line = strchr(text, '\n'); line; line = strchr(line, '\n')) {
        size_t length = strcspn(++line, "\n");
        if (is_table_rule(line, length))
            return true;
    }
    return false;
}

void leaf_paragraph(struct builder *builder) {
    if (is_table(content_text(builder))) {
        builder_tell(builder, DIAG_NOT_SET, "tables");
        builder_skip(builder);
        return;
    }
    struct paragraph paragraph = read_inside(builder);
    if (paragraph.text.length)
        add_text(builder, BLOCK_PARAGRAPH, paragraph);
}

void leaf_heading(struct builder *builder) {
    uint32_t level = (uint32_t)cmark_node_get_heading_level(builder->node);
    struct paragraph paragraph = read_inside(builder);
    if (!paragraph.text.length) {
        builder_tell(builder, DIAG_HEADING_EMPTY, NULL);
        return;
    }
    struct block *heading = add_text(builder, BLOCK_HEADING, paragraph);
    heading->level = level;
    heading->id = ids_add(builder->markdown->ids, paragraph.text);
}

/* --- what is not Markdown ---------------------------------------------------------- */

static void note_verbatim(struct builder *builder) {
    arena_reserve(builder->markdown->scratch, builder->verbatim,
                  builder->verbatim_count, builder->verbatim_capacity);
    builder->verbatim[builder->verbatim_count++] = builder_extent(builder);
}

/* Tabs go to the next multiple of four columns (CommonMark 2.2). */
static void add_code(struct builder *builder, struct composer *composer, char c,
                     uint32_t source, uint32_t *column) {
    (void)builder;
    uint32_t width = c == '\t' ? 4 - *column % 4 : 1;
    if (c == '\t')
        c = ' ';
    for (uint32_t i = 0; i < width; i++)
        compose_bytes(composer, &c, 1, source);
    *column += width;
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
            add_code(builder, &composer, literal.data[i], source, &column);
        }
    }
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
        builder_tell(builder, DIAG_NOT_SET, "charts");
        return;
    }
    while (length && text[length - 1] == '\n')
        length--;
    struct slice literal = {text, length};
    struct paragraph paragraph =
        read_code_lines(builder, literal, find_content(builder, text));
    if (!paragraph.text.length) {
        builder_tell(builder, DIAG_CODE_EMPTY, NULL);
        return;
    }
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
    struct content *content = find_content(builder, text);
    struct locator *locator = builder->markdown->locator;
    size_t length = strcspn(remainder, "\n");
    uint32_t source = content ? content_source(content, (size_t)(remainder - text))
                              : builder_start(builder);
    diag_add(builder->markdown->reading->diag,
             remainder == text || *remainder == '<' ? DIAG_HTML : DIAG_COMMENT_TEXT,
             locator_position(locator, source, source + length), NULL, NULL);
}
