/* SPDX-License-Identifier: MIT */
/* Finds where pieces of CommonMark's inline syntax end. CommonMark has parsed them before:
   what is asked is not whether they are right but how long they are. */
#include "document/internal.h"

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

static bool is_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_hexadecimal(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char at(struct slice text, size_t offset) {
    return offset < text.length ? text.data[offset] : '\0';
}

bool scan_is_blank(struct slice text) {
    size_t i = 0;
    while (is_space(at(text, i)))
        i++;
    return i == text.length;
}

bool scan_is_escape(struct slice text, size_t offset) {
    return at(text, offset) == '\\' && is_punctuation(at(text, offset + 1));
}

/* The offset after the character there, an escape being one. */
static size_t after(struct slice text, size_t offset) {
    return offset + (scan_is_escape(text, offset) ? 2 : 1);
}

static size_t skip_space(struct slice text, size_t offset) {
    while (is_space(at(text, offset)))
        offset++;
    return offset;
}

size_t scan_run_end(struct slice text, size_t offset) {
    size_t end = offset;
    while (end < text.length && text.data[end] == text.data[offset])
        end++;
    return end;
}

/* "&name;", "&#38;", "&#x26;"; numbers have at most eight digits, as cmark has it (one
   more than CommonMark 6.2 has). */
size_t scan_entity_end(struct slice text, size_t offset) {
    bool (*belongs)(char c) = is_alphanumeric;
    size_t end = offset + 1, most = 32;
    if (at(text, offset) != '&')
        return offset;
    if (at(text, end) == '#') {
        bool hexadecimal = at(text, end + 1) == 'x' || at(text, end + 1) == 'X';
        belongs = hexadecimal ? is_hexadecimal : is_digit;
        end += hexadecimal ? 2 : 1;
        most = 8;
    }
    size_t name = end;
    while (belongs(at(text, end)) && end - name < most)
        end++;
    return end > name && at(text, end) == ';' ? end + 1 : offset;
}

/* CommonMark 6.3, link destination */
static size_t destination_end(struct slice text, size_t offset) {
    size_t depth = 0;
    if (at(text, offset) == '<') {
        while (offset < text.length && text.data[offset] != '>')
            offset = after(text, offset);
        return offset + 1;
    }
    for (; offset < text.length; offset = after(text, offset)) {
        char c = text.data[offset];
        if (is_space(c) || (c == ')' && !depth))
            break;
        depth += c == '(';
        depth -= c == ')';
    }
    return offset;
}

static size_t title_end(struct slice text, size_t offset) {
    char open = at(text, offset), close = open == '(' ? ')' : open;
    if (open != '"' && open != '\'' && open != '(')
        return offset;
    for (offset++; offset < text.length; offset = after(text, offset))
        if (text.data[offset] == close)
            return offset + 1;
    return offset;
}

/* "(destination "title")" */
static size_t inline_end(struct slice text, size_t offset) {
    size_t end = destination_end(text, skip_space(text, offset + 1));
    end = title_end(text, skip_space(text, end));
    end = skip_space(text, end);
    return at(text, end) == ')' ? end + 1 : offset;
}

/* "[label]", of at most a thousand bytes */
static size_t label_end(struct slice text, size_t offset) {
    for (size_t end = offset + 1; end < text.length && end - offset <= 1001;
         end = after(text, end)) {
        if (text.data[end] == ']')
            return end + 1;
        if (text.data[end] == '[')
            return offset;
    }
    return offset;
}

size_t scan_link_end(struct slice text, size_t offset) {
    size_t end = offset;
    if (at(text, offset) == '(')
        end = inline_end(text, offset);
    else if (at(text, offset) == '[')
        end = label_end(text, offset);
    return end;
}
