/* SPDX-License-Identifier: MIT */
/* UTF-8 decoding by the well-formed byte ranges of Unicode's table 3-7. */
#include "base/utf8.h"

/* Length of the well-formed sequence at `bytes`, or 0. */
static size_t sequence_length(const unsigned char *bytes, size_t room) {
    unsigned char lead = bytes[0];
    if (lead < 0x80)
        return 1;
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || length > room)
        return 0;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (bytes[1] < low || bytes[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++)
        if ((bytes[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

uint32_t utf8_decode_any(struct slice text, size_t offset, size_t *next) {
    const unsigned char *bytes = (const unsigned char *)text.data + offset;
    size_t length = sequence_length(bytes, text.length - offset);
    *next = offset + (length ? length : 1);
    if (length == 1)
        return bytes[0];
    if (length == 0)
        return 0xFFFD;
    uint32_t code_point = bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++)
        code_point = code_point << 6 | (bytes[i] & 0x3Fu);
    return code_point;
}

size_t utf8_encode(uint32_t c, char bytes[4]) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
        c = 0xFFFD;
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    static const unsigned char lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
    for (size_t i = length - 1; i > 0; i--, c >>= 6)
        bytes[i] = (char)(0x80 | (c & 0x3F));
    bytes[0] = (char)(lead[length] | c);
    return length;
}

bool utf8_valid(struct slice text, size_t *bad) {
    for (size_t i = 0; i < text.length;) {
        const unsigned char *bytes = (const unsigned char *)text.data + i;
        size_t length = sequence_length(bytes, text.length - i);
        if (!length) {
            if (bad)
                *bad = i;
            return false;
        }
        i += length;
    }
    return true;
}

size_t utf8_count(struct slice text) {
    size_t count = 0;
    for (size_t i = 0; i < text.length; count++)
        utf8_decode(text, i, &i);
    return count;
}
