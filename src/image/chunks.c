/* SPDX-License-Identifier: MIT */
/* Walks the chunks of a PNG file: length, name, data, checksum (PNG 5.3). The checksums
   are libpng's to look at. */
#include "image/internal.h"

enum { AROUND_DATA = 12 }; /* [bytes] of length, name and checksum */

bool chunk_next(struct slice png, size_t *at, struct chunk *chunk) {
    if (*at > png.length || png.length - *at < AROUND_DATA)
        return false;
    size_t size = long_at(png, *at);
    if (size > png.length - *at - AROUND_DATA)
        return false;
    chunk->name = slice_sub(png, *at + 4, *at + 8);
    chunk->data = slice_sub(png, *at + 8, *at + 8 + size);
    *at += AROUND_DATA + size;
    return true;
}
