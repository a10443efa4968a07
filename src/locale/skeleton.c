/* SPDX-License-Identifier: MIT */
/* What two spellings of a name have in common: to find it in a text however it is written. */
#include "locale/internal.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { TATWEEL = 0x0640 };

/* Letters that are written one for another in Arabic. */
static uint32_t fold_letter(uint32_t c) {
    static const struct {
        uint32_t from, to;
    } pairs[] = {{0x0622, 0x0627}, {0x0623, 0x0627}, {0x0625, 0x0627}, {0x0671, 0x0627},
                 {0x0624, 0x0648}, {0x0626, 0x064A}, {0x0649, 0x064A}, {0x06CC, 0x064A},
                 {0x0629, 0x0647}, {0x06A9, 0x0643}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].from == c)
            return pairs[i].to;
    return (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT);
}

static bool is_silent(uint32_t c) {
    int8_t type = u_charType((UChar32)c);
    return c == TATWEEL || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
           u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

struct slice locale_skeleton(struct arena *arena, struct slice text) {
    struct buffer bare = {.arena = arena};
    buffer_add_char(&bare, ' ');
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        if (is_silent(c))
            continue;
        if (u_isalnum((UChar32)c))
            buffer_add_code_point(&bare, fold_letter(c));
        else if (bare.data[bare.length - 1] != ' ')
            buffer_add_char(&bare, ' ');
    }
    if (bare.data[bare.length - 1] != ' ')
        buffer_add_char(&bare, ' ');
    buffer_add_char(&bare, '\0');
    return (struct slice){bare.data, bare.length - 1};
}
