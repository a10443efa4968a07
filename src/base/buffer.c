/* SPDX-License-Identifier: MIT */
/* Growing byte buffers. */
#include "base/buffer.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

static char *reserve(struct buffer *buffer, size_t extra) {
    size_t need = buffer->length + extra;
    if (need > buffer->capacity) {
        size_t grown = buffer->capacity ? buffer->capacity * 2 : 256;
        grown = grown < need ? need : grown;
        buffer->data =
            arena_regrow(buffer->arena, buffer->data, buffer->capacity, grown, 1);
        buffer->capacity = grown;
    }
    return buffer->data + buffer->length;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t length) {
    if (!length)
        return;
    memcpy(reserve(buffer, length), bytes, length);
    buffer->length += length;
}

void buffer_add_string(struct buffer *buffer, const char *string) {
    buffer_add(buffer, string, strlen(string));
}

void buffer_add_char(struct buffer *buffer, char byte) {
    buffer_add(buffer, &byte, 1);
}

void buffer_add_code_point(struct buffer *buffer, uint32_t code_point) {
    char bytes[4];
    buffer_add(buffer, bytes, utf8_encode(code_point, bytes));
}

void buffer_printf(struct buffer *buffer, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        vsnprintf(reserve(buffer, (size_t)length + 1), (size_t)length + 1, format,
                  again);
        buffer->length += (size_t)length;
    }
    va_end(again);
    va_end(arguments);
}
