/* SPDX-License-Identifier: MIT */
/* Reads what the fenced blocks that show data are made of: a map in YAML, and the CSV file it
   names.

   Texts and names stand where they stand in the two files, so that what is wrong with one
   is told there. */
#include "document/internal.h"

#include "base/nearest.h"

#include <cmark-gfm.h>

enum { CELL_LIMIT = 2000000 /* shown of all data */ };

void fence_tell(struct fence *fence, enum diag_id id, struct position position,
                const char *a, const char *b) {
    diag_add(fence->reading->diag, id, position, a, b);
}

/* --- the map -------------------------------------------------------------------------- */

static bool read_root(struct fence *fence) {
    struct builder *builder = fence->builder;
    const char *lines = cmark_node_get_literal(builder->node);
    uint32_t first = builder_extent(builder).first + 1, last = first;
    for (const char *end = strchr(lines, '\n'); end; end = strchr(end + 1, '\n'))
        last++;
    if (!yaml_read(fence->reading, builder->markdown->locator, first, last,
                   &fence->root))
        return false;
    if (!fence->root)
        fence_tell(fence, DIAG_KEY_ABSENT, builder_position(builder), "data", NULL);
    return fence->root && yaml_expect(fence->reading, fence->root, YAML_MAP);
}

/* The marks of a quotation stand before each line of the YAML. */
static bool is_in_quote(const struct builder *builder) {
    for (size_t i = 0; i < builder->level_count; i++)
        if (builder->levels[i].block->kind == BLOCK_QUOTE ||
            builder->levels[i].block->kind == BLOCK_CALLOUT)
            return true;
    return false;
}

bool fence_open(struct fence *fence, struct builder *builder, const char *const known[],
                size_t count) {
    struct markdown *markdown = builder->markdown;
    *fence = (struct fence){
        .builder = builder,
        .reading = markdown->reading,
        .tongue = markdown->tongue,
        .composer = {.markdown = markdown, .text = {.arena = markdown->scratch}}};
    if (is_in_quote(builder)) {
        builder_tell(builder, DIAG_TABLE_QUOTE, NULL);
        return false;
    }
    if (!read_root(fence))
        return false;
    yaml_check_keys(fence->reading, fence->root, known, count);
    return true;
}

bool fence_data(struct fence *fence) {
    const struct yaml *value = yaml_find(fence->root, "data");
    if (!value) {
        fence_tell(fence, DIAG_KEY_ABSENT, builder_position(fence->builder), "data",
                   NULL);
        return false;
    }
    const char *name = yaml_text(fence->reading, value);
    const char *path = name ? path_find(fence->reading, name, value->position) : NULL;
    fence->data = path ? data_read(fence->reading, path, value->position) : NULL;
    return fence->data != NULL;
}

/* The same file can be shown any number of times. */
bool fence_claim(struct fence *fence, size_t cells) {
    size_t before = fence->reading->cells;
    fence->reading->cells += cells;
    if (before <= CELL_LIMIT && fence->reading->cells > CELL_LIMIT)
        builder_tell(fence->builder, DIAG_TABLE_CELLS, NULL);
    return fence->reading->cells <= CELL_LIMIT;
}

bool fence_place(struct fence *fence) {
    const struct yaml *value = yaml_find(fence->root, "place");
    const char *text = value ? yaml_text(fence->reading, value) : NULL;
    bool here = text && !strcmp(text, "here");
    if (text && !here)
        fence_tell(fence, DIAG_TABLE_PLACE, value->position, text, NULL);
    return here;
}

static void tell_column(struct fence *fence, const struct yaml *value) {
    const struct data *data = fence->data;
    struct arena *arena = fence->reading->arena;
    const char **names = arena_array(arena, const char *, data->column_count);
    for (size_t i = 0; i < data->column_count; i++)
        names[i] = data->columns[i].name;
    const char *nearest = nearest_word(value->text, names, data->column_count);
    fence_tell(fence, DIAG_TABLE_COLUMN, value->position, value->text,
               data_words(arena, slice_of(nearest)));
}

const struct data_column *fence_column(struct fence *fence, const struct yaml *value) {
    if (!yaml_text(fence->reading, value))
        return NULL;
    const struct data_column *column = data_find(fence->data, value->text);
    if (!column)
        tell_column(fence, value);
    return column;
}

/* --- paragraphs ----------------------------------------------------------------------- */

static void set_tongue(const struct fence *fence, struct paragraph *paragraph) {
    struct tongue tongue = fence->tongue;
    tongue_follow(&tongue, paragraph->text);
    paragraph->language = tongue.language;
    paragraph->direction = tongue.direction;
}

static struct paragraph finish(struct fence *fence, const struct source *source) {
    struct composer *composer = &fence->composer;
    struct paragraph paragraph = compose_finish(composer);
    composer->text.length = composer->place_count = composer->floor = 0;
    paragraph.source = source;
    set_tongue(fence, &paragraph);
    return paragraph;
}

struct paragraph fence_write(struct fence *fence, const char *text,
                             const struct source *source, uint32_t offset) {
    compose_bytes(&fence->composer, text, strlen(text), offset);
    return finish(fence, source);
}

/* It begins after its quote. */
struct paragraph fence_value(struct fence *fence, const struct yaml *value) {
    const struct locator *locator = fence->builder->markdown->locator;
    struct slice text = locator->source.text;
    uint32_t offset = locator_offset(locator, value->position);
    if (offset < text.length && strchr("\"'", text.data[offset]))
        offset++;
    struct paragraph paragraph =
        fence_write(fence, value->text, &locator->source, offset);
    punctuation_check(fence->builder->markdown, &paragraph);
    return paragraph;
}

struct paragraph fence_optional(struct fence *fence, const char *key) {
    const struct yaml *value = yaml_find(fence->root, key);
    if (!value || !yaml_text(fence->reading, value))
        return (struct paragraph){.text = {"", 0}};
    return fence_value(fence, value);
}

void fence_source(struct fence *fence, struct paragraph *source) {
    struct markdown *markdown = fence->builder->markdown;
    const struct yaml *value = yaml_find(fence->root, "source");
    struct slice text = slice_of(value && value->kind == YAML_TEXT ? value->text : "");
    bool cites = text.length > 2 && !memcmp(text.data, "[@", 2) &&
                 memchr(text.data, ']', text.length) == text.data + text.length - 1;
    if (!cites) {
        *source = fence_optional(fence, "source");
        return;
    }
    source_cite(markdown, source, fence->tongue.language,
                slice_sub(text, 1, text.length - 1), value->position);
}

/* A copy that is not of the source has lost one of each two quotes. */
struct paragraph fence_field(struct fence *fence, const struct field *field) {
    struct slice text = field->text, file = fence->data->locator->source.text;
    bool copied = text.data < file.data || text.data >= file.data + file.length;
    struct composer *composer = &fence->composer;
    uint32_t source = field->source;
    for (size_t i = 0; i < text.length; i++, source++) {
        char c = text.data[i];
        if (c == '\n' || c == '\r')
            compose_break(composer, source);
        else if (c == ' ' || c == '\t')
            compose_space(composer, source);
        else
            compose_bytes(composer, &c, 1, source);
        if (c == '\r' && i + 1 < text.length && text.data[i + 1] == '\n')
            i++, source++;
        source += copied && c == '"';
    }
    return finish(fence, &fence->data->locator->source);
}
