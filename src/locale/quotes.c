/* SPDX-License-Identifier: MIT */
/* Quotation marks, by CLDR (ICU) but where print has others.

   CLDR has “ ” turned around for Arabic, U+201D first; reports of the United Nations and
   Iraqi print have « », and those others inside. Guillemets are mirrored in right-to-left
   text, “ and ” are not, so U+201D is the one that opens there. CLDR has none for Sorani. */
#include "locale/internal.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ulocdata.h>

struct own_quotes {
    const char *language;
    struct quotes quotes;
};

static const struct own_quotes own[] = {
    {"ar", {{"«", "\u201D"}, {"»", "\u201C"}}},
    {"ckb", {{"«", "\u201D"}, {"»", "\u201C"}}},
};

static const char *read_mark(struct arena *arena, ULocaleData *data,
                             ULocaleDataDelimiterType type, UErrorCode *status) {
    UChar units[TEXT_ROOM];
    struct buffer text = {.arena = arena};
    int32_t length = ulocdata_getDelimiter(data, type, units, TEXT_ROOM, status);
    icu_require(arena, *status);
    icu_append(&text, units, length);
    buffer_add_char(&text, '\0');
    return text.data;
}

static struct quotes read_quotes(struct arena *arena, const char *language) {
    char name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    icu_name(language, DIGITS_EUROPEAN, NULL, name);
    ULocaleData *data = ulocdata_open(name, &status);
    icu_require(arena, status);
    struct quotes quotes = {
        {read_mark(arena, data, ULOCDATA_QUOTATION_START, &status),
         read_mark(arena, data, ULOCDATA_ALT_QUOTATION_START, &status)},
        {read_mark(arena, data, ULOCDATA_QUOTATION_END, &status),
         read_mark(arena, data, ULOCDATA_ALT_QUOTATION_END, &status)}};
    ulocdata_close(data);
    return quotes;
}

struct quotes locale_quotes(struct formats *formats, const char *language) {
    char key[LOCALE_ROOM];
    size_t length = strcspn(language, "-");
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strlen(own[i].language) == length &&
            !memcmp(own[i].language, language, length))
            return own[i].quotes;
    snprintf(key, sizeof key, "quotes %.100s", language);
    struct format *format = formats_find(formats, key);
    if (!format->quotes.start[0])
        format->quotes = read_quotes(formats_arena(formats), language);
    return format->quotes;
}
