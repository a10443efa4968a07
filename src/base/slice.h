/* SPDX-License-Identifier: MIT */
/* A slice: bytes that belong to somebody else. */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *data; /* not NUL-terminated unless the owner says so */
    size_t length; /* [bytes] */
};

static inline struct slice slice_of(const char *string) {
    return (struct slice){string, string ? strlen(string) : 0};
}

static inline struct slice slice_sub(struct slice slice, size_t start, size_t end) {
    return (struct slice){slice.data + start, end - start};
}

static inline bool slice_equal(struct slice a, struct slice b) {
    return a.length == b.length && (a.length == 0 || !memcmp(a.data, b.data, a.length));
}

static inline bool slice_is(struct slice a, const char *string) {
    return slice_equal(a, slice_of(string));
}

#endif
