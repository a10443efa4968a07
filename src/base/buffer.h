/* SPDX-License-Identifier: MIT */
/* A buffer: bytes that grow at the end, in an arena. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdint.h>

struct buffer {
    struct arena *arena; /* where the bytes live; set it before the first call */
    char *data;
    size_t length;
    size_t capacity;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t length);
void buffer_add_string(struct buffer *buffer, const char *string);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_add_code_point(struct buffer *buffer, uint32_t code_point);
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* What has been added so far; good until the next addition. */
static inline struct slice buffer_slice(const struct buffer *buffer) {
    return (struct slice){buffer->data ? buffer->data : "", buffer->length};
}

#endif
