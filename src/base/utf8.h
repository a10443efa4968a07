/* SPDX-License-Identifier: MIT */
/* UTF-8 (RFC 3629): the one encoding inside the program. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/slice.h"

#include <stdint.h>

/* The same as utf8_decode, of any length. */
uint32_t utf8_decode_any(struct slice text, size_t offset, size_t *next);

/* The code point at text.data[offset]; *next is the offset after it. Ill-formed bytes
   give U+FFFD and advance by one, so a loop always ends. */
static inline uint32_t utf8_decode(struct slice text, size_t offset, size_t *next) {
    const unsigned char *bytes = (const unsigned char *)text.data + offset;
    if (bytes[0] < 0x80) {
        *next = offset + 1;
        return bytes[0];
    }
    if (bytes[0] >= 0xC2 && bytes[0] < 0xE0 && text.length - offset > 1 &&
        (bytes[1] & 0xC0) == 0x80) {
        *next = offset + 2;
        return (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
    }
    return utf8_decode_any(text, offset, next);
}

/* Writes 1 to 4 bytes; gives how many. Surrogates and values past U+10FFFF are written
   as U+FFFD. */
size_t utf8_encode(uint32_t code_point, char bytes[4]);

/* Whether all of it is well-formed; otherwise *bad is the offset of the first byte that
   is not. `bad` may be NULL. */
bool utf8_valid(struct slice text, size_t *bad);

/* How many code points. */
size_t utf8_count(struct slice text);

#endif
