/* SPDX-License-Identifier: MIT */
/* Keeps what ICU takes long to make: formats of dates and amounts, plural rules. */
#include "locale/internal.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

struct formats {
    struct arena *arena;
    struct format *first;
};

struct formats *formats_open(struct arena *arena) {
    struct formats *formats = arena_new(arena, struct formats);
    formats->arena = arena;
    return formats;
}

void formats_close(struct formats *formats) {
    for (struct format *format = formats->first; format; format = format->next) {
        udat_close(format->date);
        uplrules_close(format->plural);
        unumf_close(format->number);
        ucol_close(format->collator);
    }
}

struct format *formats_find(struct formats *formats, const char *key) {
    struct format **end = &formats->first;
    for (; *end; end = &(*end)->next)
        if (!strcmp((*end)->key, key))
            return *end;
    *end = arena_new(formats->arena, struct format);
    (*end)->key = arena_copy(formats->arena, key, strlen(key));
    return *end;
}

struct arena *formats_arena(struct formats *formats) {
    return formats->arena;
}

/* --- ICU ---------------------------------------------------------------------------- */

const char *icu_digits(enum digits digits) {
    static const char *const names[] = {"latn", "arab", "arabext"};
    _Static_assert(DIGITS_PERSIAN + 1 == sizeof names / sizeof *names, "all digits");
    return names[digits];
}

void icu_name(const char *language, enum digits digits, const char *calendar,
              char name[LOCALE_ROOM]) {
    UErrorCode status = U_ZERO_ERROR;
    uloc_forLanguageTag(language, name, LOCALE_ROOM / 2, NULL, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        *name = '\0';
    status = U_ZERO_ERROR;
    uloc_setKeywordValue("numbers", icu_digits(digits), name, LOCALE_ROOM, &status);
    if (calendar)
        uloc_setKeywordValue("calendar", calendar, name, LOCALE_ROOM, &status);
}

static bool is_control(uint32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2066 && c <= 0x2069);
}

void icu_append(struct buffer *text, const UChar *units, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0, room = 3 * count + 1; /* a unit is three bytes at most */
    char *bytes = arena_array(text->arena, char, (size_t)room);
    u_strToUTF8(bytes, room, &length, units, count, &status);
    icu_require(text->arena, status);
    struct slice all = {bytes, (size_t)length};
    for (size_t i = 0; i < all.length;) {
        uint32_t c = utf8_decode(all, i, &i);
        if (!is_control(c))
            buffer_add_code_point(text, c);
    }
}

void icu_require(struct arena *arena, UErrorCode status) {
    if (U_FAILURE(status))
        arena_take(arena, SIZE_MAX, 2);
}
