/* SPDX-License-Identifier: MIT */
/* Makes a tree of texts, lists and maps from YAML (libyaml): the plain part of YAML, which
   has no anchors, aliases, tags or further documents. */
#include "input/input.h"

#include "base/buffer.h"

#include <yaml.h>

/* A map in a list in a map is three deep; nothing we read is deeper than four. */
enum { DEPTH_LIMIT = 8, NODE_LIMIT = 200000, YAML_LIMIT = 4 * 1024 * 1024 };

/* A list or map that is being read. */
struct nest {
    struct yaml *node;
    struct yaml *last; /* of its items */
    struct yaml *key; /* MAP: read, and waiting for its value */
};

struct yaml_reader {
    struct reading *reading;
    struct locator *locator;
    uint32_t first_line; /* of the source; libyaml counts from it */
    yaml_parser_t parser;
    struct nest levels[DEPTH_LIMIT];
    size_t depth;
    size_t node_count;
    struct yaml *root;
};

/* libyaml's columns count characters. */
static struct position make_position(const struct yaml_reader *reader,
                                     yaml_mark_t start, yaml_mark_t end) {
    size_t width = end.line == start.line && end.column > start.column
                       ? end.column - start.column
                       : 0;
    return (struct position){&reader->locator->source,
                             reader->first_line + (uint32_t)start.line + 1,
                             (uint32_t)start.column + 1, (uint32_t)width};
}

static struct position event_position(const struct yaml_reader *reader,
                                      const yaml_event_t *event) {
    return make_position(reader, event->start_mark, event->end_mark);
}

static bool refuse(struct yaml_reader *reader, enum diag_id id,
                   struct position position, const char *a) {
    diag_add(reader->reading->diag, id, position, a, NULL);
    return false;
}

/* --- nodes ------------------------------------------------------------------------- */

/* Puts a finished key or value where it belongs. */
static bool place_node(struct yaml_reader *reader, struct yaml *node) {
    if (!reader->depth) {
        reader->root = node;
        return true;
    }
    struct nest *level = &reader->levels[reader->depth - 1];
    if (level->node->kind == YAML_MAP && !level->key) {
        if (node->kind != YAML_TEXT)
            return refuse(reader, DIAG_YAML_KEY, node->position, NULL);
        level->key = node;
        return true;
    }
    node->key = level->key;
    level->key = NULL;
    if (level->last)
        level->last->next = node;
    else
        level->node->items = node;
    level->last = node;
    level->node->count++;
    return true;
}

static struct yaml *make_node(struct yaml_reader *reader, enum yaml_kind kind,
                              const yaml_event_t *event) {
    struct yaml *node = arena_new(reader->reading->arena, struct yaml);
    node->kind = kind;
    node->position = event_position(reader, event);
    return node;
}

static bool check_node(struct yaml_reader *reader, const yaml_event_t *event,
                       const void *anchor, const void *tag) {
    if (anchor)
        return refuse(reader, DIAG_YAML_FEATURE, event_position(reader, event),
                      "an anchor");
    if (tag)
        return refuse(reader, DIAG_YAML_FEATURE, event_position(reader, event),
                      "a tag");
    if (++reader->node_count > NODE_LIMIT)
        return refuse(reader, DIAG_YAML_SIZE, event_position(reader, event), NULL);
    return true;
}

const char *yaml_clean(struct arena *arena, struct slice raw) {
    struct buffer text = {.arena = arena};
    bool gap = false;
    for (size_t i = 0; i < raw.length; i++) {
        char c = raw.data[i];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            gap = text.length > 0;
            continue;
        }
        if (gap)
            buffer_add_char(&text, ' ');
        gap = false;
        buffer_add_char(&text, c);
    }
    buffer_add_char(&text, '\0');
    return text.data;
}

/* The file as it is written has been checked; escapes in quotes make characters anew. */
static void check_text(struct yaml_reader *reader, const struct yaml *node,
                       const yaml_event_t *event) {
    if (event->data.scalar.style != YAML_DOUBLE_QUOTED_SCALAR_STYLE)
        return;
    struct slice text = {(const char *)event->data.scalar.value,
                         event->data.scalar.length};
    struct locator *locator = locator_new(reader->reading->arena, "", text);
    struct reading inner = {.arena = reader->reading->arena,
                            .diag = diag_new(reader->reading->arena)};
    characters_check(&inner, locator);
    if (diag_count(inner.diag, DIAG_ERROR))
        refuse(reader, DIAG_YAML_ESCAPE, node->position, NULL);
}

static bool read_scalar(struct yaml_reader *reader, const yaml_event_t *event) {
    if (!check_node(reader, event, event->data.scalar.anchor, event->data.scalar.tag))
        return false;
    struct slice raw = {(const char *)event->data.scalar.value,
                        event->data.scalar.length};
    struct yaml *node = make_node(reader, YAML_TEXT, event);
    node->text = yaml_clean(reader->reading->arena, raw);
    node->lines = memchr(raw.data, '\n', raw.length)
                      ? arena_copy(reader->reading->arena, raw.data, raw.length)
                      : node->text;
    node->none = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
                 (slice_is(raw, "") || slice_is(raw, "~") || slice_is(raw, "null"));
    check_text(reader, node, event);
    return place_node(reader, node);
}

static bool open_level(struct yaml_reader *reader, enum yaml_kind kind,
                       const yaml_event_t *event, const void *anchor, const void *tag) {
    if (!check_node(reader, event, anchor, tag))
        return false;
    struct yaml *node = make_node(reader, kind, event);
    if (reader->depth == DEPTH_LIMIT)
        return refuse(reader, DIAG_YAML_DEPTH, node->position, NULL);
    if (!place_node(reader, node))
        return false;
    reader->levels[reader->depth++] = (struct nest){.node = node};
    return true;
}

static bool close_level(struct yaml_reader *reader) {
    const struct yaml *node = reader->levels[--reader->depth].node;
    if (node->kind == YAML_MAP)
        yaml_check_repeats(reader->reading, node);
    return true;
}

/* --- events ------------------------------------------------------------------------ */

static bool read_event(struct yaml_reader *reader, const yaml_event_t *event) {
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return read_scalar(reader, event);
    case YAML_SEQUENCE_START_EVENT:
        return open_level(reader, YAML_LIST, event, event->data.sequence_start.anchor,
                          event->data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
        return open_level(reader, YAML_MAP, event, event->data.mapping_start.anchor,
                          event->data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_level(reader);
    case YAML_ALIAS_EVENT:
        return refuse(reader, DIAG_YAML_FEATURE, event_position(reader, event),
                      "an alias");
    case YAML_DOCUMENT_START_EVENT:
        return !reader->root ||
               refuse(reader, DIAG_YAML_FEATURE, event_position(reader, event),
                      "a second document");
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        break;
    }
    return true;
}

static bool refuse_syntax(struct yaml_reader *reader) {
    const yaml_parser_t *parser = &reader->parser;
    const char *problem = parser->problem ? parser->problem : "it cannot be read";
    struct position position =
        make_position(reader, parser->problem_mark, parser->problem_mark);
    return refuse(reader, DIAG_YAML_SYNTAX, position, problem);
}

static bool read_events(struct yaml_reader *reader) {
    for (bool done = false; !done;) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event))
            return refuse_syntax(reader);
        done = event.type == YAML_STREAM_END_EVENT;
        bool right = read_event(reader, &event);
        yaml_event_delete(&event);
        if (!right)
            return false;
    }
    return true;
}

static struct slice take_lines(const struct locator *locator, uint32_t first,
                               uint32_t last) {
    struct slice text = locator->source.text;
    size_t start = first < locator->line_count ? locator->starts[first] : text.length;
    size_t end = last < locator->line_count ? locator->starts[last] : text.length;
    return slice_sub(text, start, end);
}

bool yaml_read(struct reading *reading, struct locator *locator, uint32_t first,
               uint32_t last, const struct yaml **root) {
    struct yaml_reader reader = {
        .reading = reading, .locator = locator, .first_line = first};
    struct slice text = take_lines(locator, first, last);
    *root = NULL;
    if (text.length > YAML_LIMIT)
        return refuse(&reader, DIAG_YAML_SIZE, locator_whole(locator), NULL);
    text = characters_replace(reading->arena, text);
    if (!yaml_parser_initialize(&reader.parser))
        return refuse(&reader, DIAG_YAML_SYNTAX, locator_whole(locator),
                      "memory is exhausted");
    yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text.data,
                                 text.length);
    bool right = read_events(&reader);
    yaml_parser_delete(&reader.parser);
    *root = reader.root;
    return right;
}
