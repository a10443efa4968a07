/* SPDX-License-Identifier: MIT */
/* Ranges, and amounts of money with their currency by CLDR (ICU). */
#include "locale/internal.h"

#include "base/utf8.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

const char *locale_range(struct arena *arena, const char *first, const char *last) {
    return arena_printf(arena, "%s\u2013%s", first, last);
}

/* --- currencies --------------------------------------------------------------------------- */

bool locale_is_currency(const char *code) {
    UChar units[4];
    UErrorCode status = U_ZERO_ERROR;
    if (strlen(code) != 3)
        return false;
    for (size_t i = 0; i < 3; i++)
        if (code[i] < 'A' || code[i] > 'Z')
            return false;
    u_charsToUChars(code, units, 4);
    return ucurr_isAvailable(units, U_DATE_MIN, U_DATE_MAX, &status) &&
           U_SUCCESS(status);
}

/* One such amount as ICU writes it: an eight, perhaps decimals, and the currency. */
static struct slice write_eight(struct arena *arena, const char *language,
                                enum digits digits, const char *code) {
    char name[LOCALE_ROOM];
    UChar units[4], written[TEXT_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    struct buffer text = {.arena = arena};
    icu_name(language, digits, NULL, name);
    u_charsToUChars(code, units, 4);
    UNumberFormat *format = unum_open(UNUM_CURRENCY, NULL, 0, name, NULL, &status);
    int32_t length =
        unum_formatDoubleCurrency(format, 8, units, written, TEXT_ROOM, NULL, &status);
    unum_close(format);
    icu_require(arena, status);
    icu_append(&text, written, length);
    return buffer_slice(&text);
}

/* What stands before the first digit and after the last one; spaces there hold. */
static void part(struct arena *arena, struct format *format, struct slice text) {
    size_t start = text.length, end = 0;
    for (size_t i = 0; i < text.length;) {
        size_t at = i;
        if (u_charDigitValue((UChar32)utf8_decode(text, i, &i)) < 0)
            continue;
        start = at < start ? at : start;
        end = i;
    }
    format->before = arena_copy(arena, text.data, start < end ? start : 0);
    format->after = arena_copy(arena, text.data + end, text.length - end);
    format->found = true;
}

const char *locale_amount(struct arena *arena, struct formats *formats,
                          const struct decimal *decimal, const char *code,
                          const char *language, enum digits digits) {
    char key[LOCALE_ROOM];
    snprintf(key, sizeof key, "amount %.100s %d %s", language, (int)digits, code);
    struct format *format = formats_find(formats, key);
    if (!format->found)
        part(formats_arena(formats), format,
             write_eight(formats_arena(formats), language, digits, code));
    struct decimal bare = *decimal;
    bare.at_least = bare.about = false;
    bare.sign = '\0';
    bare.percent = false;
    return arena_printf(arena, "%s%s%s%s%s%s", decimal->about ? "\u2248" : "",
                        decimal->at_least ? "\u2265" : "",
                        decimal->sign == '-'   ? "\u2212"
                        : decimal->sign == '+' ? "+"
                                               : "",
                        format->before, locale_decimal(arena, &bare, digits),
                        format->after);
}
