/* SPDX-License-Identifier: MIT */
/* A source: one file of content as it was read, and places in it. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/slice.h"

#include <stdint.h>

struct source {
    const char *path; /* as messages name it: relative to where the user stands */
    struct slice text; /* whole file: UTF-8, no BOM, line ends as written */
};

/* A stretch of a source. A message about a whole file has line 0. */
struct position {
    const struct source *source; /* NULL: no place in the content */
    uint32_t line; /* from 1 */
    uint32_t column; /* from 1, in characters (code points) */
    uint32_t width; /* in characters; 0 when only the start is known */
};

/* The position of bytes [start, end) of a source. */
struct position source_position(const struct source *source, size_t start, size_t end);

/* Line `line` (from 1) without its line end; empty when there is none. */
struct slice source_line(const struct source *source, uint32_t line);

#endif
