/* SPDX-License-Identifier: MIT */
/* Reads objects as they are written (ISO 32000-1 7.2, 7.3). */
#include "preflight/internal.h"

#include <stdlib.h>

static bool is_space(int c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool is_delimiter(int c) {
    return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' ||
           c == '{' || c == '}' || c == '/' || c == '%';
}

/* -1 at the end. */
static int peek(const struct lexer *lexer, size_t ahead) {
    size_t at = lexer->at + ahead;
    return at < lexer->text.length ? (unsigned char)lexer->text.data[at] : -1;
}

static void skip_space(struct lexer *lexer) {
    for (int c; (c = peek(lexer, 0)) >= 0;) {
        if (c == '%')
            while ((c = peek(lexer, 0)) >= 0 && c != '\n' && c != '\r')
                lexer->at++;
        else if (is_space(c))
            lexer->at++;
        else
            return;
    }
}

int lexer_hex(int c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* --- strings and names ------------------------------------------------------------------ */

static void add_escape(struct lexer *lexer, struct buffer *out) {
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    int c = peek(lexer, 0);
    if (c < 0)
        return;
    const char *letter = c ? strchr(letters, c) : NULL;
    if (c >= '0' && c <= '7') {
        int value = 0;
        for (int i = 0; i < 3 && (c = peek(lexer, 0)) >= '0' && c <= '7';
             i++, lexer->at++)
            value = value * 8 + c - '0';
        buffer_add_char(out, (char)value);
        return;
    }
    lexer->at++;
    if (letter)
        buffer_add_char(out, meant[letter - letters]);
    else if (c == '\r' && peek(lexer, 0) == '\n')
        lexer->at++;
    else if (c != '\n' && c != '\r')
        buffer_add_char(out, (char)c);
}

static struct object read_string(struct lexer *lexer) {
    struct buffer out = {.arena = lexer->arena};
    int depth = 1;
    for (lexer->at++; depth && peek(lexer, 0) >= 0;) {
        int c = peek(lexer, 0);
        lexer->at++;
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == '\\')
            add_escape(lexer, &out);
        else if (depth)
            buffer_add_char(&out, (char)c);
    }
    return (struct object){.kind = depth ? OBJECT_END : OBJECT_STRING,
                           .bytes = buffer_slice(&out)};
}

static struct object read_hexadecimal(struct lexer *lexer) {
    struct buffer out = {.arena = lexer->arena};
    int high = -1, c;
    for (lexer->at++; (c = peek(lexer, 0)) >= 0 && c != '>'; lexer->at++) {
        int value = lexer_hex(c);
        if (value < 0)
            continue;
        if (high >= 0)
            buffer_add_char(&out, (char)(high << 4 | value));
        high = high >= 0 ? -1 : value;
    }
    if (high >= 0)
        buffer_add_char(&out, (char)(high << 4));
    lexer->at += c == '>';
    return (struct object){.kind = c == '>' ? OBJECT_STRING : OBJECT_END,
                           .bytes = buffer_slice(&out)};
}

static struct object read_name(struct lexer *lexer) {
    struct buffer out = {.arena = lexer->arena};
    int c;
    for (lexer->at++; (c = peek(lexer, 0)) >= 0 && !is_space(c) && !is_delimiter(c);
         lexer->at++) {
        int high = c == '#' ? lexer_hex(peek(lexer, 1)) : -1;
        int low = high >= 0 ? lexer_hex(peek(lexer, 2)) : -1;
        buffer_add_char(&out, (char)(low >= 0 ? high << 4 | low : c));
        lexer->at += low >= 0 ? 2 : 0;
    }
    struct slice bytes = buffer_slice(&out);
    buffer_add_char(&out, '\0');
    bytes.data = out.data;
    return (struct object){.kind = OBJECT_NAME, .bytes = bytes};
}

/* --- numbers and words ------------------------------------------------------------------- */

static bool read_number(struct slice bytes, double *number) {
    double value = 0, place = 1;
    bool negative = false, digits = false, point = false;
    for (size_t i = 0; i < bytes.length; i++) {
        char c = bytes.data[i];
        if (i == 0 && (c == '-' || c == '+')) {
            negative = c == '-';
        } else if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digits = true;
            place = point ? place / 10 : place;
            value = point ? value + (c - '0') * place : value * 10 + (c - '0');
        } else {
            return false;
        }
    }
    *number = negative ? -value : value;
    return digits && value < 1e15;
}

static struct slice take_word(struct lexer *lexer) {
    size_t start = lexer->at;
    for (int c; (c = peek(lexer, 0)) >= 0 && !is_space(c) && !is_delimiter(c);)
        lexer->at++;
    return slice_sub(lexer->text, start, lexer->at);
}

static bool is_object_number(double number) {
    return number >= 0 && number < OBJECT_LIMIT && number == (double)(uint32_t)number;
}

/* "0 R" after a number; if it is not there, nothing has been read. */
static bool take_reference(struct lexer *lexer) {
    size_t start = lexer->at;
    double generation;
    skip_space(lexer);
    struct slice first = take_word(lexer);
    skip_space(lexer);
    struct slice second = take_word(lexer);
    if (read_number(first, &generation) && slice_is(second, "R"))
        return true;
    lexer->at = start;
    return false;
}

static struct object read_word(struct lexer *lexer) {
    struct slice word = take_word(lexer);
    double number;
    if (read_number(word, &number)) {
        if (lexer->references && is_object_number(number) && take_reference(lexer))
            return (struct object){.kind = OBJECT_REFERENCE,
                                   .reference = (uint32_t)number};
        return (struct object){.kind = OBJECT_NUMBER, .number = number};
    }
    if (slice_is(word, "true") || slice_is(word, "false"))
        return (struct object){.kind = OBJECT_FLAG, .flag = word.length == 4};
    if (slice_is(word, "null"))
        return (struct object){.kind = OBJECT_NULL};
    return (struct object){.kind = word.length ? OBJECT_WORD : OBJECT_END,
                           .bytes = word};
}

/* --- arrays and dictionaries --------------------------------------------------------------- */

static struct object read_object(struct lexer *lexer, size_t depth);

static bool takes_end(struct lexer *lexer, enum object_kind kind) {
    skip_space(lexer);
    int c = peek(lexer, 0);
    size_t length = kind == OBJECT_ARRAY ? 1 : 2;
    if (kind == OBJECT_ARRAY ? c != ']' : c != '>' || peek(lexer, 1) != '>')
        return false;
    lexer->at += length;
    return true;
}

static struct object read_items(struct lexer *lexer, enum object_kind kind,
                                size_t depth) {
    struct object *items = NULL;
    size_t count = 0, capacity = 0;
    lexer->at += kind == OBJECT_ARRAY ? 1 : 2;
    while (!takes_end(lexer, kind)) {
        struct object item = read_object(lexer, depth + 1);
        if (item.kind == OBJECT_END)
            return item;
        arena_reserve(lexer->arena, items, count, capacity);
        items[count++] = item;
    }
    return (struct object){.kind = kind, .items = items, .count = count};
}

static struct object read_object(struct lexer *lexer, size_t depth) {
    skip_space(lexer);
    int c = peek(lexer, 0);
    if (c < 0 || depth > DEPTH_LIMIT)
        return (struct object){.kind = OBJECT_END};
    if (c == '(')
        return read_string(lexer);
    if (c == '/')
        return read_name(lexer);
    if (c == '[')
        return read_items(lexer, OBJECT_ARRAY, depth);
    if (c == '<' && peek(lexer, 1) == '<')
        return read_items(lexer, OBJECT_DICTIONARY, depth);
    if (c == '<')
        return read_hexadecimal(lexer);
    return read_word(lexer);
}

struct object lexer_next(struct lexer *lexer) {
    return read_object(lexer, 0);
}

bool object_is_name(const struct object *object, const char *name) {
    return object->kind == OBJECT_NAME && slice_is(object->bytes, name);
}

bool object_is_word(const struct object *object, const char *word) {
    return object->kind == OBJECT_WORD && slice_is(object->bytes, word);
}
