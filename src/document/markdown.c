/* SPDX-License-Identifier: MIT */
/* Makes blocks from CommonMark (cmark-gfm's tree). What the tree can hold and we cannot
   set yet is told, never left out in silence. */
#include "document/internal.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

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

static void close_nest(struct builder *builder) {
    builder_close(builder);
    builder->depth--;
}

static void open_quote(struct builder *builder) {
    if (go_deeper(builder) && !withheld_open(builder) && !callout_open(builder))
        builder_open(builder, builder_add(builder, BLOCK_QUOTE));
}

static void close_quote(struct builder *builder) {
    callout_close(builder);
    close_nest(builder);
}

static void open_list(struct builder *builder) {
    struct level *around = &builder->levels[builder->level_count - 1];
    struct counting counting = around->counting;
    if (!go_deeper(builder))
        return;
    bool ordered = cmark_node_get_list_type(builder->node) == CMARK_ORDERED_LIST;
    counter_expect(builder, ordered ? BLOCK_LIST : BLOCK_KINDS);
    around->counting.asked = false;
    struct block *list = builder_add(builder, BLOCK_LIST);
    int start = cmark_node_get_list_start(builder->node);
    list->ordered = ordered;
    list->tight = cmark_node_get_list_tight(builder->node);
    list->number = list->ordered && start > 0 ? (uint32_t)start : 0;
    if (list->ordered)
        list->delimiter =
            cmark_node_get_list_delim(builder->node) == CMARK_PAREN_DELIM ? ')' : '.';
    builder_open(builder, list);
    builder->levels[builder->level_count - 1].counting = counting;
}

static void close_list(struct builder *builder) {
    struct level *level = &builder->levels[builder->level_count - 1];
    struct block *list = level->block;
    struct counting counting = level->counting;
    level->counting.asked = false;
    close_nest(builder);
    enum counter usual =
        conventions_find(builder->markdown->reading, list->language).counter;
    list->lettered =
        list->ordered && (counting.asked ? counting.counter : usual) != COUNTER_DECIMAL;
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
    builder_open(builder, item);
}

/* Known by now: the language of what is in it. */
static void close_item(struct builder *builder) {
    struct block *item = builder->levels[builder->level_count - 1].block;
    builder_close(builder);
    const struct level *list = &builder->levels[builder->level_count - 1];
    if (item->ordered)
        item->label = counter_label(builder->markdown->reading, item, &list->counting);
}

static void read_rule(struct builder *builder) {
    builder_add(builder, BLOCK_RULE);
}

/* --- the walk ---------------------------------------------------------------------- */

struct node_kind {
    const char *name; /* as cmark names it */
    void (*open)(struct builder *builder);
    void (*close)(struct builder *builder); /* NULL: nothing to do */
};

static const struct node_kind kinds[] = {
    {"block_quote", open_quote, close_quote},
    {"list", open_list, close_list},
    {"item", open_item, close_item},
    {"code_block", leaf_code, NULL},
    {"html_block", leaf_html, NULL},
    {"paragraph", leaf_paragraph, NULL},
    {"heading", leaf_heading, NULL},
    {"thematic_break", read_rule, NULL},
    {"table", table_read, NULL},
    {"footnote_definition", note_open, note_close},
};

/* cmark has no name for a note. */
static const char *node_name(cmark_node *node) {
    return cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION
               ? "footnote_definition"
               : cmark_node_get_type_string(node);
}

/* What opens no level is read whole at once. */
static void open_block(struct builder *builder, const struct node_kind *kind) {
    size_t levels = builder->level_count;
    if (kind->open == read_rule)
        declared_check(builder);
    if (kind->open != leaf_html)
        declared_begin(builder);
    kind->open(builder);
    if (builder->level_count == levels)
        declared_end(builder);
}

static void close_block(struct builder *builder, const struct node_kind *kind) {
    kind->close(builder);
    declared_end(builder);
}

static void visit(struct builder *builder, cmark_event_type event) {
    const char *name = node_name(builder->node);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(kinds[i].name, name) != 0)
            continue;
        if (event == CMARK_EVENT_ENTER)
            open_block(builder, &kinds[i]);
        else if (kinds[i].close)
            close_block(builder, &kinds[i]);
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

/* --- CommonMark -------------------------------------------------------------------- */

static cmark_node *parse(struct slice text) {
    static const char *const extensions[] = {"autolink", "strikethrough", "table"};
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

/* Without what is to be kept back. */
static cmark_node *parse_kept(struct builder *builder) {
    struct slice copy = guard_copy(builder->markdown, builder->first);
    cmark_node *root = parse(copy);
    if (!withheld_blank(builder, root, (char *)(uintptr_t)copy.data))
        return root;
    cmark_node_free(root);
    return parse(copy);
}

/* "{ragged}", or a value or counter: its letters are of no language. */
static struct slice skip_notation(struct slice text) {
    const char *close;
    text = declared_after_ragged(text);
    if (!brace_begins(text) || !(close = memchr(text.data, '}', text.length)))
        return text;
    return slice_sub(text, (size_t)(close - text.data) + 1, text.length);
}

/* As declared, or by its letters. */
static const char *guess_language(struct arena *arena, struct slice text) {
    uint32_t end;
    text = skip_notation(text);
    const char *language = declared_find(arena, text, &end);
    return language && locale_is_tag(language) ? language : locale_guess(text, NULL);
}

/* The language of the first text that has letters. */
static void guess_first_language(struct arena *arena, struct tongue *tongue,
                                 cmark_node *root) {
    cmark_iter *iterator = cmark_iter_new(root);
    const char *language = NULL;
    while (!language && cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (cmark_node_get_type(node) == CMARK_NODE_TEXT)
            language = guess_language(arena, slice_of(cmark_node_get_literal(node)));
    }
    cmark_iter_free(iterator);
    *tongue = tongue_of(language ? language : "en");
    tongue->guessed = true;
}

struct position markdown_position(struct markdown *markdown,
                                  const struct paragraph *paragraph, uint32_t start,
                                  uint32_t end) {
    return locator_position(markdown->locator, paragraph_source(paragraph, start),
                            paragraph_source(paragraph, end - 1) + 1);
}

const struct block *markdown_read(struct markdown *markdown, uint32_t first) {
    struct block top = {0};
    struct builder builder = {.markdown = markdown, .first = first};
    builder.is_verbatim =
        arena_array(markdown->scratch, bool, markdown->locator->line_count);
    cmark_node *root = parse_kept(&builder);
    if (markdown->tongue.guessed)
        guess_first_language(markdown->reading->arena, &markdown->tongue, root);
    markdown->first_language = markdown->tongue.language;
    notes_find(markdown, root);
    ids_citations(markdown->ids)->section++;
    builder_open(&builder, &top);
    build_blocks(&builder, root);
    declared_check(&builder);
    counter_expect(&builder, BLOCK_KINDS);
    notes_check(&builder);
    references_check_lines(&builder);
    cmark_node_free(root);
    return top.children;
}
