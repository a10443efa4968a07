/* SPDX-License-Identifier: MIT */
/* Writes numbers, strings and names in PDF's notation (ISO 32000-1 7.3). */
#include "pdf/internal.h"

#include "base/utf8.h"

/* A whole number of parts, 10 to the power of `places` of which are one. */
static void add_decimal(struct buffer *out, int64_t parts, int places) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t value = (uint64_t)(parts < 0 ? -parts : parts);
    bool started = false;
    for (int place = 0; place < places; place++, value /= 10) {
        started = started || value % 10;
        if (started)
            digits[--at] = (char)('0' + value % 10);
    }
    if (started)
        digits[--at] = '.';
    do
        digits[--at] = (char)('0' + value % 10);
    while (value /= 10);
    if (parts < 0)
        digits[--at] = '-';
    buffer_add(out, digits + at, sizeof digits - at);
}

void syntax_thousandths(struct buffer *out, int64_t thousandths) {
    add_decimal(out, thousandths, 3);
}

void syntax_millionths(struct buffer *out, int64_t millionths) {
    add_decimal(out, millionths, 6);
}

static void add_hexadecimal(struct buffer *out, uint32_t value, int digits) {
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4)
        buffer_add_char(out, "0123456789ABCDEF"[(value >> shift) & 15]);
}

void syntax_utf16(struct buffer *out, uint32_t code_point) {
    if (code_point > 0xFFFF) {
        uint32_t rest = code_point - 0x10000;
        add_hexadecimal(out, 0xD800 + (rest >> 10), 4);
        add_hexadecimal(out, 0xDC00 + (rest & 0x3FF), 4);
    } else {
        add_hexadecimal(out, code_point, 4);
    }
}

void syntax_text(struct buffer *out, struct slice utf8) {
    buffer_add_string(out, "<FEFF");
    for (size_t i = 0; i < utf8.length;)
        syntax_utf16(out, utf8_decode(utf8, i, &i));
    buffer_add_char(out, '>');
}

void syntax_string_byte(struct buffer *out, unsigned char byte) {
    if (byte == '(' || byte == ')' || byte == '\\') {
        buffer_add_char(out, '\\');
        buffer_add_char(out, (char)byte);
    } else if (byte == '\r') {
        buffer_add_string(out, "\\r");
    } else {
        buffer_add_char(out, (char)byte);
    }
}

void syntax_name(struct buffer *out, const char *name) {
    buffer_add_char(out, '/');
    for (; *name; name++) {
        unsigned char byte = (unsigned char)*name;
        if (byte <= ' ' || byte >= 0x7F || strchr("#/()<>[]{}%", byte)) {
            buffer_add_char(out, '#');
            add_hexadecimal(out, byte, 2);
        } else {
            buffer_add_char(out, (char)byte);
        }
    }
}

void syntax_reference(struct buffer *out, const struct haru_object *object) {
    buffer_printf(out, "%u 0 R", (unsigned)haru_number(object));
}
