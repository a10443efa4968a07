/* SPDX-License-Identifier: MIT */
/* Joins names as a language does (CLDR's list patterns, ICU): "A, B, and C", «أ وب وج». */
#include "locale/internal.h"

#include <unicode/ulistformatter.h>
#include <unicode/ustring.h>

const char *locale_join(struct arena *arena, const char *const names[], size_t count,
                        const char *language) {
    char name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    const UChar **items = arena_array(arena, const UChar *, count);
    int32_t *lengths = arena_array(arena, int32_t, count);
    int32_t room = 64;
    if (count == 1)
        return names[0];
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(names[i]);
        UChar *units = arena_array(arena, UChar, length + 1);
        u_strFromUTF8(units, (int32_t)length + 1, &lengths[i], names[i],
                      (int32_t)length, &status);
        items[i] = units;
        room += lengths[i] + 16;
    }
    icu_name(language, DIGITS_EUROPEAN, NULL, name);
    UListFormatter *formatter = ulistfmt_open(name, &status);
    UChar *joined = arena_array(arena, UChar, (size_t)room);
    int32_t length = ulistfmt_format(formatter, items, lengths, (int32_t)count, joined,
                                     room, &status);
    icu_require(arena, status);
    ulistfmt_close(formatter);
    struct buffer text = {.arena = arena};
    icu_append(&text, joined, length);
    buffer_add_char(&text, '\0');
    return text.data;
}
