/* SPDX-License-Identifier: MIT */
/* Makes of JSON (RFC 8259) the same tree as of YAML.

   Roads not taken: libyaml, which reads much of JSON as YAML, but neither characters in
   two escapes (\uD83D\uDE00) nor long keys, and takes what is no JSON; jansson and json-c,
   which keep no places. */
#include "input/input.h"

#include "base/buffer.h"

enum { DEPTH_LIMIT = 32, NODE_LIMIT = 400000 };

struct json_reader {
    struct reading *reading;
    struct locator *locator;
    struct slice text;
    size_t at; /* what has been read */
    size_t depth, node_count;
};

/* --- what is wrong ----------------------------------------------------------------- */

static struct yaml *refuse(struct json_reader *reader, enum diag_id id,
                           const char *wanted) {
    size_t end = reader->at < reader->text.length ? reader->at + 1 : reader->at;
    diag_add(reader->reading->diag, id,
             locator_position(reader->locator, reader->at, end), wanted, NULL);
    return NULL;
}

static struct yaml *refuse_syntax(struct json_reader *reader, const char *wanted) {
    return refuse(reader, DIAG_JSON_SYNTAX, wanted);
}

/* --- characters -------------------------------------------------------------------- */

static char peek(const struct json_reader *reader) {
    return reader->at < reader->text.length ? reader->text.data[reader->at] : '\0';
}

static void skip_space(struct json_reader *reader) {
    while (peek(reader) && strchr(" \t\n\r", peek(reader)))
        reader->at++;
}

/* Whether a sign stands there, which is then read. */
static bool take(struct json_reader *reader, char c) {
    if (reader->at >= reader->text.length || reader->text.data[reader->at] != c)
        return false;
    reader->at++;
    return true;
}

/* --- texts ------------------------------------------------------------------------- */

static int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The four digits after "\u"; false if they are not there. */
static bool read_unit(struct json_reader *reader, uint32_t *unit) {
    *unit = 0;
    for (size_t i = 0; i < 4; i++) {
        int digit = hex_digit(peek(reader));
        if (digit < 0)
            return false;
        *unit = *unit << 4 | (uint32_t)digit;
        reader->at++;
    }
    return true;
}

/* The second half of a character, as another escape. */
static bool read_low(struct json_reader *reader, uint32_t *unit) {
    size_t before = reader->at;
    if (take(reader, '\\') && take(reader, 'u') && read_unit(reader, unit) &&
        *unit >= 0xDC00 && *unit <= 0xDFFF)
        return true;
    reader->at = before;
    return false;
}

/* Half a character, and U+0000, which would end the text, are lost. */
static bool read_code_point(struct json_reader *reader, struct buffer *text) {
    uint32_t c, low;
    if (!read_unit(reader, &c))
        return false;
    if (c >= 0xD800 && c <= 0xDBFF && read_low(reader, &low))
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
    bool lost = !c || (c >= 0xD800 && c <= 0xDFFF);
    buffer_add_code_point(text, lost ? 0xFFFD : c);
    return true;
}

static bool read_escape(struct json_reader *reader, struct buffer *text) {
    static const char names[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    char c = peek(reader);
    const char *name = c ? strchr(names, c) : NULL;
    if (c != 'u' && !name)
        return false;
    reader->at++;
    if (c == 'u')
        return read_code_point(reader, text);
    buffer_add_char(text, meant[name - names]);
    return true;
}

/* What stands between quotation marks, the first of which has been read; NULL if it does
   not end, or holds what it may not. */
static const char *read_string(struct json_reader *reader) {
    struct buffer text = {.arena = reader->reading->arena};
    while (reader->at < reader->text.length && peek(reader) != '"') {
        char c = peek(reader);
        if ((unsigned char)c < 0x20) {
            refuse_syntax(reader, "a text ends before the end of its line");
            return NULL;
        }
        reader->at++;
        if (c != '\\') {
            buffer_add_char(&text, c);
        } else if (!read_escape(reader, &text)) {
            refuse_syntax(reader, "no such escape");
            return NULL;
        }
    }
    if (!take(reader, '"')) {
        refuse_syntax(reader, "a text has no end");
        return NULL;
    }
    buffer_add_char(&text, '\0');
    return text.data;
}

/* --- values ------------------------------------------------------------------------ */

static struct yaml *make_node(struct json_reader *reader, enum yaml_kind kind) {
    if (++reader->node_count > NODE_LIMIT)
        return refuse(reader, DIAG_JSON_SIZE, NULL);
    struct yaml *node = arena_new(reader->reading->arena, struct yaml);
    node->kind = kind;
    node->position = locator_position(reader->locator, reader->at, reader->at + 1);
    return node;
}

static struct yaml *read_text(struct json_reader *reader) {
    size_t start = reader->at;
    struct yaml *node = make_node(reader, YAML_TEXT);
    if (!node || !take(reader, '"'))
        return node ? refuse_syntax(reader, "a text in quotation marks belongs here")
                    : NULL;
    node->lines = read_string(reader);
    if (!node->lines)
        return NULL;
    node->text = yaml_clean(reader->reading->arena, slice_of(node->lines));
    node->position = locator_position(reader->locator, start, reader->at);
    return node;
}

static size_t count_digits(struct slice text, size_t at) {
    size_t count = 0;
    while (at + count < text.length && text.data[at + count] >= '0' &&
           text.data[at + count] <= '9')
        count++;
    return count;
}

/* The end of a number that begins there; the same place if there is none. */
static size_t number_end(struct slice text, size_t start) {
    size_t at = start + (text.data[start] == '-'), digits = count_digits(text, at);
    if (!digits || (digits > 1 && text.data[at] == '0'))
        return start;
    at += digits;
    if (at < text.length && text.data[at] == '.') {
        digits = count_digits(text, at + 1);
        at += digits ? digits + 1 : 0;
    }
    if (at < text.length && (text.data[at] | 0x20) == 'e') {
        char first = at + 1 < text.length ? text.data[at + 1] : '\0';
        bool sign = first == '+' || first == '-';
        digits = count_digits(text, at + 1 + sign);
        at += digits ? digits + 1 + sign : 0;
    }
    return at;
}

static size_t word_end(struct slice text, size_t start) {
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if (text.length - start >= length &&
            !memcmp(text.data + start, words[i], length))
            return start + length;
    }
    return start;
}

/* A number, or a word: as it is written. */
static struct yaml *read_bare(struct json_reader *reader) {
    size_t start = reader->at, end = start;
    if (start < reader->text.length)
        end = word_end(reader->text, start);
    bool is_word = end > start;
    if (!is_word && start < reader->text.length)
        end = number_end(reader->text, start);
    if (end == start)
        return refuse_syntax(reader, "a value is missing");
    struct yaml *node = make_node(reader, YAML_TEXT);
    if (!node)
        return NULL;
    reader->at = end;
    node->text =
        arena_copy(reader->reading->arena, reader->text.data + start, end - start);
    node->lines = node->text;
    node->none = is_word && node->text[0] == 'n';
    node->position = locator_position(reader->locator, start, end);
    return node;
}

static struct yaml *read_value(struct json_reader *reader);

/* A member of a map, or an item of a list; NULL if it is not right. */
static struct yaml *read_item(struct json_reader *reader, enum yaml_kind kind) {
    struct yaml *key = NULL;
    skip_space(reader);
    if (kind == YAML_MAP) {
        key = read_text(reader);
        if (!key)
            return NULL;
        skip_space(reader);
        if (!take(reader, ':'))
            return refuse_syntax(reader, "a colon belongs here");
    }
    struct yaml *item = read_value(reader);
    if (item)
        item->key = key;
    return item;
}

/* From after the opening bracket to the closing one. */
static bool read_items(struct json_reader *reader, struct yaml *node) {
    char close = node->kind == YAML_MAP ? '}' : ']';
    struct yaml *last = NULL;
    skip_space(reader);
    if (take(reader, close))
        return true;
    do {
        struct yaml *item = read_item(reader, node->kind);
        if (!item)
            return false;
        if (last)
            last->next = item;
        else
            node->items = item;
        last = item;
        node->count++;
        skip_space(reader);
    } while (take(reader, ','));
    if (take(reader, close))
        return true;
    refuse_syntax(reader, node->kind == YAML_MAP ? "a comma or } belongs here"
                                                 : "a comma or ] belongs here");
    return false;
}

static struct yaml *read_nest(struct json_reader *reader, enum yaml_kind kind) {
    if (reader->depth == DEPTH_LIMIT)
        return refuse(reader, DIAG_YAML_DEPTH, NULL);
    struct yaml *node = make_node(reader, kind);
    if (!node)
        return NULL;
    reader->at++;
    reader->depth++;
    if (!read_items(reader, node))
        return NULL;
    reader->depth--;
    if (kind == YAML_MAP)
        yaml_check_repeats(reader->reading, node);
    return node;
}

static struct yaml *read_value(struct json_reader *reader) {
    skip_space(reader);
    switch (peek(reader)) {
    case '{':
        return read_nest(reader, YAML_MAP);
    case '[':
        return read_nest(reader, YAML_LIST);
    case '"':
        return read_text(reader);
    default:
        return read_bare(reader);
    }
}

bool json_read(struct reading *reading, struct locator *locator,
               const struct yaml **root) {
    struct json_reader reader = {
        .reading = reading, .locator = locator, .text = locator->source.text};
    *root = NULL;
    skip_space(&reader);
    if (reader.at == reader.text.length)
        return true;
    *root = read_value(&reader);
    skip_space(&reader);
    if (*root && reader.at < reader.text.length) {
        refuse_syntax(&reader, "nothing may follow the value");
        return false;
    }
    return *root != NULL;
}
