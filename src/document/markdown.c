/* SPDX-License-Identifier: MIT */
/* Makes blocks from CommonMark (cmark-gfm's tree). What the tree can hold and we cannot
   set yet is told, never left out in silence. */
#include "document/internal.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

static void open_level(struct builder *builder, struct block *block) {
    builder->levels[builder->level_count++] = (struct level){block, NULL};
}

/* What is around a text has the language of the first text in it. */
static void close_level(struct builder *builder) {
    struct block *block = builder->levels[--builder->level_count].block;
    const struct block *first = block->children;
    block->language = first ? first->language : builder->markdown->tongue.language;
    block->direction = first ? first->direction : builder->markdown->tongue.direction;
}

/* False if there are too many around us. */
static bool go_deeper(struct builder *builder) {
    if (builder->depth == BLOCK_DEPTH_LIMIT) {
        builder_tell(builder, DIAG_DEPTH, NULL);
        builder_skip(builder);
        return false;
    }
    builder->depth++;
    return true;
}

static void open_quote(struct builder *builder) {
    if (go_deeper(builder))
        open_level(builder, builder_add(builder, BLOCK_QUOTE));
}

static void close_nest(struct builder *builder) {
    close_level(builder);
    builder->depth--;
}

static void open_list(struct builder *builder) {
    if (!go_deeper(builder))
        return;
    struct block *list = builder_add(builder, BLOCK_LIST);
    int start = cmark_node_get_list_start(builder->node);
    list->ordered = cmark_node_get_list_type(builder->node) == CMARK_ORDERED_LIST;
    list->tight = cmark_node_get_list_tight(builder->node);
    list->number = list->ordered && start > 0 ? (uint32_t)start : 0;
    if (list->ordered)
        list->delimiter =
            cmark_node_get_list_delim(builder->node) == CMARK_PAREN_DELIM ? ')' : '.';
    open_level(builder, list);
}

static void open_item(struct builder *builder) {
    const struct level *level = &builder->levels[builder->level_count - 1];
    const struct block *list = level->block, *previous = level->last;
    struct block *item = builder_add(builder, BLOCK_ITEM);
    item->ordered = list->ordered;
    item->tight = list->tight;
    item->delimiter = list->delimiter;
    if (list->ordered)
        item->number = previous ? previous->number + 1 : list->number;
    if (!strcmp(cmark_node_get_type_string(builder->node), "tasklist"))
        builder_tell(builder, DIAG_NOT_SET, "task lists");
    open_level(builder, item);
}

static void read_rule(struct builder *builder) {
    builder_add(builder, BLOCK_RULE);
}

/* --- the walk ---------------------------------------------------------------------- */

struct node_kind {
    cmark_node_type type;
    void (*open)(struct builder *builder);
    void (*close)(struct builder *builder); /* NULL: nothing to do */
};

static const struct node_kind kinds[] = {
    {CMARK_NODE_BLOCK_QUOTE, open_quote, close_nest},
    {CMARK_NODE_LIST, open_list, close_nest},
    {CMARK_NODE_ITEM, open_item, close_level},
    {CMARK_NODE_CODE_BLOCK, leaf_code, NULL},
    {CMARK_NODE_HTML_BLOCK, leaf_html, NULL},
    {CMARK_NODE_PARAGRAPH, leaf_paragraph, NULL},
    {CMARK_NODE_HEADING, leaf_heading, NULL},
    {CMARK_NODE_THEMATIC_BREAK, read_rule, NULL},
    {CMARK_NODE_FOOTNOTE_DEFINITION, builder_skip, NULL}, /* told by check_footnotes */
};

static void visit(struct builder *builder, cmark_event_type event) {
    cmark_node_type type = cmark_node_get_type(builder->node);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (kinds[i].type != type)
            continue;
        if (event == CMARK_EVENT_ENTER)
            kinds[i].open(builder);
        else if (kinds[i].close)
            kinds[i].close(builder);
    }
}

static void build_blocks(struct builder *builder, cmark_node *root) {
    cmark_event_type event;
    builder->iterator = cmark_iter_new(root);
    while ((event = cmark_iter_next(builder->iterator)) != CMARK_EVENT_DONE) {
        builder->node = cmark_iter_get_node(builder->iterator);
        visit(builder, event);
    }
    cmark_iter_free(builder->iterator);
}

/* --- footnotes --------------------------------------------------------------------- */

/* "[^1]:" after nothing but marks of lists and quotations. */
static bool is_footnote(struct slice line, size_t *start) {
    size_t i = 0;
    while (i < line.length && strchr(" \t>*+-", line.data[i]))
        i++;
    *start = i;
    if (line.length - i < 5 || line.data[i] != '[' || line.data[i + 1] != '^')
        return false;
    const char *end = memchr(line.data + i, ']', line.length - i);
    return end && end + 1 < line.data + line.length && end[1] == ':';
}

/* cmark drops a footnote that nothing refers to, so the lines are asked. */
static void check_footnotes(const struct builder *builder) {
    struct locator *locator = builder->markdown->locator;
    size_t verbatim = 0, start;
    for (uint32_t i = builder->first; i < locator->line_count; i++) {
        while (verbatim < builder->verbatim_count &&
               builder->verbatim[verbatim].last < i)
            verbatim++;
        if (verbatim < builder->verbatim_count &&
            builder->verbatim[verbatim].first <= i)
            continue;
        struct slice line = locator_line(locator, i);
        if (is_footnote(line, &start))
            diag_add(builder->markdown->reading->diag, DIAG_NOT_SET,
                     locator_position(locator, locator->starts[i] + start,
                                      locator->starts[i] + line.length),
                     "footnotes", NULL);
    }
}

/* --- CommonMark -------------------------------------------------------------------- */

/* cmark looks for the end of each of these up to the end of the paragraph, time and again.
   They are errors, so past this many they need not be found one by one. */
enum { OPENER_LIMIT = 1000 };

static bool is_slow_opener(struct slice text, size_t i) {
    return text.data[i] == '<' && i + 1 < text.length &&
           (text.data[i + 1] == '?' ||
            (text.data[i + 1] == '!' && i + 2 < text.length &&
             text.data[i + 2] != '-'));
}

/* The lines from `first` on, each ended by LF. */
static struct slice copy_lines(struct builder *builder) {
    struct markdown *markdown = builder->markdown;
    struct locator *locator = markdown->locator;
    struct buffer copy = {.arena = markdown->scratch};
    size_t openers = 0;
    for (uint32_t i = builder->first; i < locator->line_count; i++) {
        struct slice line = locator_line(locator, i);
        size_t start = copy.length;
        buffer_add(&copy, line.data, line.length);
        buffer_add_char(&copy, '\n');
        for (size_t k = 0; k < line.length; k++)
            if (is_slow_opener(line, k) && ++openers > OPENER_LIMIT)
                copy.data[start + k] = ' ';
    }
    if (openers > OPENER_LIMIT)
        diag_add(markdown->reading->diag, DIAG_HTML, locator_whole(locator), NULL,
                 NULL);
    return buffer_slice(&copy);
}

static cmark_node *parse(struct slice text) {
    static const char *const extensions[] = {"autolink", "strikethrough", "tasklist"};
    cmark_gfm_core_extensions_ensure_registered();
    cmark_parser *parser =
        cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        cmark_parser_attach_syntax_extension(
            parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text.data, text.length);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

/* The language of the first text that has letters. */
static void guess_first_language(struct tongue *tongue, cmark_node *root) {
    cmark_iter *iterator = cmark_iter_new(root);
    const char *language = NULL;
    while (!language && cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
            language = locale_guess(slice_of(cmark_node_get_literal(node)), NULL);
    }
    cmark_iter_free(iterator);
    tongue->language = language ? language : "en";
    tongue->direction = locale_direction(tongue->language);
}

const struct block *markdown_read(struct markdown *markdown, uint32_t first) {
    struct block top = {0};
    struct builder builder = {.markdown = markdown, .first = first};
    cmark_node *root = parse(copy_lines(&builder));
    if (markdown->tongue.guessed)
        guess_first_language(&markdown->tongue, root);
    markdown->first_language = markdown->tongue.language;
    open_level(&builder, &top);
    build_blocks(&builder, root);
    check_footnotes(&builder);
    cmark_node_free(root);
    return top.children;
}
