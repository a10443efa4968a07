/* SPDX-License-Identifier: MIT */
/* Ids from headings, names of characters and of languages (ICU). */
#include "locale/internal.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

static bool stays_in_slug(UChar32 c) {
    return u_isalnum(c) || c == '-' || c == '_' ||
           (U_MASK(u_charType(c)) & U_GC_M_MASK) != 0;
}

char *locale_slug(struct arena *arena, struct slice text) {
    struct buffer slug = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        UChar32 c = (UChar32)utf8_decode(text, i, &i);
        if (stays_in_slug(c))
            buffer_add_code_point(&slug, (uint32_t)u_tolower(c));
        else if (u_isUWhiteSpace(c))
            buffer_add_char(&slug, '-');
    }
    return arena_copy(arena, slug.data, slug.length);
}

bool locale_is_id(struct slice text) {
    for (size_t i = 0; i < text.length;)
        if (!stays_in_slug((UChar32)utf8_decode(text, i, &i)))
            return false;
    return text.length > 0;
}

char *locale_fold(struct arena *arena, struct slice text) {
    struct buffer folded = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        UChar32 c = (UChar32)utf8_decode(text, i, &i);
        buffer_add_code_point(&folded, (uint32_t)u_foldCase(c, U_FOLD_CASE_DEFAULT));
    }
    return arena_copy(arena, buffer_slice(&folded).data, folded.length);
}

const char *locale_character_name(struct arena *arena, uint32_t code_point) {
    char name[128] = "";
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = u_charName((UChar32)code_point, U_EXTENDED_CHAR_NAME, name,
                                sizeof name, &status);
    if (U_FAILURE(status) || length <= 0 || length >= (int32_t)sizeof name)
        return "unnamed character";
    return arena_copy(arena, name, (size_t)length);
}
