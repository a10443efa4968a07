/* SPDX-License-Identifier: MIT */
/* Lines and columns of a source; slow and only used for messages. */
#include "base/source.h"

#include "base/utf8.h"

/* LF, CR LF and a lone CR end a line (CommonMark 2.1). */
static size_t after_line_end(struct slice text, size_t i) {
    if (text.data[i] == '\r' && i + 1 < text.length && text.data[i + 1] == '\n')
        return i + 2;
    return i + 1;
}

static size_t line_end(struct slice text, size_t start) {
    while (start < text.length && text.data[start] != '\n' && text.data[start] != '\r')
        start++;
    return start;
}

struct position source_position(const struct source *source, size_t start, size_t end) {
    struct slice text = source->text;
    uint32_t line = 1;
    size_t first = 0, last;
    while ((last = line_end(text, first)) < start && last < text.length) {
        size_t next = after_line_end(text, last);
        if (next > start)
            break;
        first = next;
        line++;
    }
    if (end > last)
        end = last;
    struct position position = {.source = source, .line = line};
    position.column =
        1 + (uint32_t)utf8_count(slice_sub(text, first, start < last ? start : last));
    if (end > start)
        position.width = (uint32_t)utf8_count(slice_sub(text, start, end));
    return position;
}

struct slice source_line(const struct source *source, uint32_t line) {
    struct slice text = source->text;
    size_t first = 0;
    for (uint32_t i = 1; i < line; i++) {
        size_t last = line_end(text, first);
        if (last == text.length)
            return (struct slice){text.data + text.length, 0};
        first = after_line_end(text, last);
    }
    return slice_sub(text, first, line_end(text, first));
}
