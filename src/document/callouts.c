/* SPDX-License-Identifier: MIT */
/* Makes call-outs: quotations whose first line begins with what they are,

       > [!margin] Of the 2,000 cases, 300 were heard.

       > [!key] 24
       > killed in Nasiriyah
       >
       > OHCHR, 29 November 2019

       > [!panel] How the count was made
       > Text and lists.

       > [!pull] They came at dawn.
       >
       > — A witness

   What stands on the line of [!key] is the figure, on that of [!panel] the title. An id may
   follow the figure: 24 {#key:nasiriyah}. */
#include "document/internal.h"

#include "base/nearest.h"

#include <cmark-gfm.h>

static const char *const words[CALLOUT_KINDS] = {
    [CALLOUT_MARGIN] = "margin",
    [CALLOUT_KEY] = "key",
    [CALLOUT_PANEL] = "panel",
    [CALLOUT_PULL] = "pull",
};

/* As messages name them. */
static const char *const names[CALLOUT_KINDS] = {
    [CALLOUT_MARGIN] = "a margin note",
    [CALLOUT_KEY] = "a key figure",
    [CALLOUT_PANEL] = "a panel",
    [CALLOUT_PULL] = "a pull quote",
};

const char *callout_word(enum callout callout) {
    return words[callout];
}

/* --- the first line ---------------------------------------------------------------- */

enum { WORD_LIMIT = 40 /* [bytes] */ };

/* The word of a text that begins with "[!word]"; empty if it does not, or it is a link. */
static struct slice find_word(struct slice text) {
    size_t start = 2, end = start;
    if (text.length < 4 || memcmp(text.data, "[!", start) != 0)
        return slice_sub(text, 0, 0);
    while (end < text.length && end < WORD_LIMIT && !strchr("[] \t\n", text.data[end]))
        end++;
    bool closed = end < text.length && text.data[end] == ']' &&
                  (end + 1 == text.length || strchr(" \t\n", text.data[end + 1]));
    return slice_sub(text, start, closed ? end : start);
}

static enum callout find_kind(struct slice word) {
    for (int kind = 0; kind < CALLOUT_KINDS; kind++)
        if (slice_is(word, words[kind]))
            return (enum callout)kind;
    return CALLOUT_KINDS;
}

static void tell_unknown(struct builder *builder, struct slice word) {
    struct reading *reading = builder->markdown->reading;
    const char *text = arena_copy(reading->arena, word.data, word.length);
    diag_add(reading->diag, DIAG_CALLOUT, builder_position(builder), text,
             nearest_word(text, words, CALLOUT_KINDS));
}

bool callout_open(struct builder *builder) {
    cmark_node *first = cmark_node_first_child(builder->node);
    if (!first || cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH)
        return false;
    struct slice word = find_word(slice_of(builder_text(first)));
    enum callout kind = find_kind(word);
    if (!word.length)
        return false;
    if (kind == CALLOUT_KINDS)
        tell_unknown(builder, word);
    else if (builder->level_count > 1)
        builder_tell(builder, DIAG_CALLOUT_PLACE, names[kind]);
    if (kind == CALLOUT_KINDS || builder->level_count > 1)
        return false;
    struct block *block = builder_add(builder, BLOCK_CALLOUT);
    block->callout = kind;
    builder->callout = block;
    builder->callout_begun = false;
    if (kind == CALLOUT_MARGIN || kind == CALLOUT_KEY)
        builder->markdown->noteless = names[kind];
    builder_open(builder, block);
    return true;
}

/* --- what it is of ----------------------------------------------------------------- */

/* Where the first line of the block's source ends in the text. */
static uint32_t line_end(const struct builder *builder,
                         const struct paragraph *paragraph) {
    const struct locator *locator = builder->markdown->locator;
    uint32_t line = builder_extent(builder).first, low = 0;
    uint32_t high = (uint32_t)paragraph->text.length;
    if (line + 1 == locator->line_count)
        return high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (paragraph_source(paragraph, middle) < locator->starts[line + 1])
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static struct paragraph cut(struct builder *builder, const struct paragraph *paragraph,
                            uint32_t start) {
    static const char line_break[] = "\xE2\x80\xA8";
    uint32_t end = (uint32_t)paragraph->text.length;
    if (end - start >= 3 && !memcmp(paragraph->text.data + start, line_break, 3))
        start += 3;
    return paragraph_cut(builder->markdown->reading->arena, paragraph, start, end);
}

/* The id of a figure, in braces at its end. */
static void take_id(struct builder *builder, struct paragraph *line) {
    struct markdown *markdown = builder->markdown;
    struct reading *reading = markdown->reading;
    uint32_t end = (uint32_t)line->text.length;
    uint32_t start = attributes_find(line, 0, end);
    struct word word = {0, 0};
    uint32_t at = start + 1;
    if (start == end || !attributes_next(line->text, &at, end - 1, &word))
        return;
    const char *id =
        arena_copy(reading->arena, line->text.data + word.start, end - 1 - word.start);
    struct position position = markdown_position(markdown, line, word.start, end - 1);
    if (strncmp(id, "#key:", 5) != 0)
        diag_add(reading->diag, DIAG_ID_PREFIX, position, id, "#key:");
    else if (!locale_is_id(slice_of(id + 5)))
        diag_add(reading->diag, DIAG_ID_LETTERS, position, id + 5, NULL);
    else
        builder->callout->id =
            ids_claim(reading, markdown->ids, id + 1, builder->callout, position);
    *line = paragraph_cut(reading->arena, line, 0, start);
}

/* The figure, or the title. */
static void take_line(struct builder *builder, struct paragraph *paragraph) {
    struct markdown *markdown = builder->markdown;
    struct paragraph *line = &builder->callout->paragraph;
    uint32_t end = line_end(builder, paragraph);
    *line = paragraph_cut(markdown->reading->arena, paragraph, 0, end);
    *paragraph = cut(builder, paragraph, end);
    if (builder->callout->callout == CALLOUT_KEY)
        take_id(builder, line);
    if (!line->text.length)
        return;
    tongue_follow(&markdown->tongue, line->text);
    line->language = markdown->tongue.language;
    line->direction = markdown->tongue.direction;
    paragraph_settle(markdown, line);
    reference_keep(markdown, line);
}

void callout_take(struct builder *builder, struct paragraph *paragraph) {
    struct block *callout = builder->callout;
    struct level *level = &builder->levels[builder->level_count - 1];
    if (!callout || level->block != callout || builder->callout_begun)
        return;
    builder->callout_begun = true;
    struct slice word = find_word(paragraph->text);
    if (word.length)
        *paragraph = cut(builder, paragraph, (uint32_t)word.length + 3);
    if (callout->callout == CALLOUT_KEY || callout->callout == CALLOUT_PANEL)
        take_line(builder, paragraph);
}

static const char dash[] = "\xE2\x80\x94 "; /* U+2014 */

static bool is_attribution(struct slice text) {
    return text.length >= sizeof dash && !memcmp(text.data, dash, sizeof dash - 1);
}

/* Whether a byte of the paragraph begins a line of the source. */
static bool begins_line(const struct paragraph *paragraph, uint32_t offset) {
    const char *source = paragraph->source->text.data;
    uint32_t at = paragraph_source(paragraph, offset);
    while (at && strchr(" >", source[at - 1]))
        at--;
    return at && source[at - 1] == '\n';
}

struct paragraph callout_part(struct builder *builder, struct paragraph *paragraph) {
    struct slice text = paragraph->text;
    const struct block *callout = builder->callout;
    uint32_t end = (uint32_t)text.length;
    if (!callout || callout->callout != CALLOUT_PULL || !end)
        return (struct paragraph){.text = slice_sub(text, 0, 0)};
    for (uint32_t i = 1; i < end; i++) {
        if (!is_attribution(slice_sub(text, i, end)) || !begins_line(paragraph, i))
            continue;
        struct arena *arena = builder->markdown->reading->arena;
        struct paragraph quote = paragraph_cut(arena, paragraph, 0, i);
        struct paragraph attribution = paragraph_cut(arena, paragraph, i, end);
        *paragraph = quote;
        return attribution;
    }
    return (struct paragraph){.text = slice_sub(text, 0, 0)};
}

/* --- what is wrong with it --------------------------------------------------------- */

/* What has a number, an id or a page of its own has no place in one; and in the outer
   column there is room for words only. */
const char *callout_refuses(const struct builder *builder, enum block_kind kind) {
    static const char *const refused[BLOCK_KINDS] = {
        [BLOCK_HEADING] = "a heading", [BLOCK_TABLE] = "a table",
        [BLOCK_FIGURE] = "a picture",  [BLOCK_LIST] = "a list",
        [BLOCK_QUOTE] = "a quotation", [BLOCK_CODE] = "code",
        [BLOCK_RULE] = "a rule",
    };
    if (!builder->callout)
        return NULL;
    bool is_panel = builder->callout->callout == CALLOUT_PANEL;
    bool may_stand = is_panel && kind != BLOCK_HEADING && kind != BLOCK_TABLE &&
                     kind != BLOCK_FIGURE;
    return may_stand ? NULL : refused[kind];
}

static size_t count_blocks(const struct block *first) {
    size_t count = 0;
    for (; first; first = first->next)
        count++;
    return count;
}

/* A figure has what it counts and a source; a pull quote, after a dash, its author. */
static bool is_long(const struct block *callout, size_t count) {
    const struct block *second = count > 1 ? callout->children->next : NULL;
    if (callout->callout == CALLOUT_PULL)
        return count > 2 || (second && !is_attribution(second->paragraph.text));
    return callout->callout == CALLOUT_KEY && count > 2;
}

static void check(struct builder *builder, const struct block *callout) {
    struct diag *diag = builder->markdown->reading->diag;
    size_t count = count_blocks(callout->children);
    const char *name = names[callout->callout];
    bool is_key = callout->callout == CALLOUT_KEY;
    if (is_key && (!count || !callout->paragraph.text.length))
        diag_add(diag, DIAG_CALLOUT_KEY, callout->position, NULL, NULL);
    else if (!count)
        diag_add(diag, DIAG_CALLOUT_EMPTY, callout->position, name, NULL);
    else if (is_long(callout, count))
        diag_add(diag, DIAG_CALLOUT_LONG, callout->position, name, NULL);
}

void callout_close(struct builder *builder) {
    struct block *callout = builder->callout;
    if (!callout || builder->levels[builder->level_count - 1].block != callout)
        return;
    builder->callout = NULL;
    builder->markdown->noteless = NULL;
    check(builder, callout);
}
