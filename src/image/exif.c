/* SPDX-License-Identifier: MIT */
/* Finds the orientation in Exif data (CIPA DC-008), the one thing wanted from them. */
#include "image/internal.h"

enum { ORIENTATION = 0x0112, TYPE_SHORT = 3, ENTRY_SIZE = 12 };

struct tiff {
    struct slice bytes;
    bool little; /* the least significant byte first */
};

static uint32_t read_short(const struct tiff *tiff, size_t i) {
    return tiff->little
               ? byte_at(tiff->bytes, i) | (uint32_t)byte_at(tiff->bytes, i + 1) << 8
               : short_at(tiff->bytes, i);
}

static uint32_t read_long(const struct tiff *tiff, size_t i) {
    return tiff->little ? read_short(tiff, i) | (uint32_t)read_short(tiff, i + 2) << 16
                        : long_at(tiff->bytes, i);
}

/* In the directory at `start`: a count, then entries of tag, type, count and value. */
static uint8_t find_orientation(const struct tiff *tiff, size_t start) {
    size_t end = tiff->bytes.length;
    if (start > end - 2)
        return 1;
    uint32_t count = read_short(tiff, start);
    for (size_t at = start + 2; count > 0; count--, at += ENTRY_SIZE) {
        if (at + ENTRY_SIZE > end)
            return 1;
        if (read_short(tiff, at) != ORIENTATION)
            continue;
        uint32_t value = read_short(tiff, at + 8);
        bool valid = read_short(tiff, at + 2) == TYPE_SHORT && value >= 1 && value <= 8;
        return valid ? (uint8_t)value : 1;
    }
    return 1;
}

uint8_t exif_orientation(struct slice bytes) {
    if (bytes.length < 8)
        return 1;
    struct tiff tiff = {bytes, byte_at(bytes, 0) == 'I'};
    if (memcmp(bytes.data, tiff.little ? "II*\0" : "MM\0*", 4) != 0)
        return 1;
    return find_orientation(&tiff, read_long(&tiff, 4));
}
