/* SPDX-License-Identifier: MIT */
/* Reading Unicode's test files, as Debian's package unicode-data has them. */
#ifndef UNICODE_DATA_H
#define UNICODE_DATA_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/file.h"

#include <stdlib.h>

#define UNICODE_DATA "/usr/share/unicode/"

enum { DATA_MOST = 256 }; /* characters in a sample */

/* The file's text; empty when it cannot be read, and then no case will be found in it. */
static inline struct slice data_read(struct arena *arena, const char *path) {
    struct slice text = {"", 0};
    if (!file_read(arena, path, (size_t)64 << 20, &text))
        text.length = 0;
    return text;
}

/* The next line without its end; false when there is none. Moves `text` past it. */
static inline bool data_line(struct slice *text, struct slice *line) {
    if (!text->length)
        return false;
    const char *end = memchr(text->data, '\n', text->length);
    size_t bytes = end ? (size_t)(end - text->data) : text->length;
    *line = slice_sub(*text, 0, bytes);
    *text = slice_sub(*text, end ? bytes + 1 : bytes, text->length);
    return true;
}

/* What stands before the next `separator`, or all of it. Moves `text` past both. */
static inline struct slice data_field(struct slice *text, char separator) {
    const char *end = text->length ? memchr(text->data, separator, text->length) : NULL;
    size_t bytes = end ? (size_t)(end - text->data) : text->length;
    struct slice field = slice_sub(*text, 0, bytes);
    *text = slice_sub(*text, end ? bytes + 1 : bytes, text->length);
    return field;
}

/* The next word between spaces and tabs; false when there is none. */
static inline bool data_word(struct slice *text, struct slice *word) {
    while (text->length && (*text->data == ' ' || *text->data == '\t'))
        *text = slice_sub(*text, 1, text->length);
    size_t bytes = 0;
    while (bytes < text->length && text->data[bytes] != ' ' &&
           text->data[bytes] != '\t')
        bytes++;
    *word = slice_sub(*text, 0, bytes);
    *text = slice_sub(*text, bytes, text->length);
    return bytes > 0;
}

/* A number that ends with its slice or before something else. */
static inline long data_number(struct slice word, int base) {
    char digits[16] = "";
    memcpy(digits, word.data, word.length < 15 ? word.length : 15);
    return strtol(digits, NULL, base);
}

/* A text and the byte at which each of its characters starts. */
struct data_text {
    struct buffer bytes;
    uint32_t offsets[DATA_MOST + 1]; /* and its end */
    size_t count;
};

static inline void data_add(struct data_text *text, uint32_t code_point) {
    buffer_add_code_point(&text->bytes, code_point);
    if (text->count < DATA_MOST)
        text->offsets[++text->count] = (uint32_t)text->bytes.length;
}

/* Up to DATA_MOST numbers; -1 where an 'x' stands for none. */
static inline size_t data_numbers(struct slice list, int numbers[DATA_MOST]) {
    size_t count = 0;
    for (struct slice word; count < DATA_MOST && data_word(&list, &word);)
        numbers[count++] = *word.data == 'x' ? -1 : (int)data_number(word, 10);
    return count;
}

#endif
