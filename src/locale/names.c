/* SPDX-License-Identifier: MIT */
/* Names of languages, by CLDR (ICU), and the sentences the program writes with a word in
   them. */
#include "locale/internal.h"

#include <string.h>
#include <unicode/uloc.h>

const char *locale_language_name(struct arena *arena, const char *language,
                                 const char *in) {
    char name[LOCALE_ROOM], display[LOCALE_ROOM];
    UChar units[TEXT_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    struct buffer text = {.arena = arena};
    icu_name(language, DIGITS_EUROPEAN, NULL, name);
    icu_name(in, DIGITS_EUROPEAN, NULL, display);
    int32_t length = uloc_getDisplayLanguage(name, display, units, TEXT_ROOM, &status);
    if (U_FAILURE(status))
        return language;
    icu_append(&text, units, length < TEXT_ROOM ? length : TEXT_ROOM);
    buffer_add_char(&text, '\0');
    return text.data;
}

const char *locale_term_with(struct arena *arena, const char *language, enum term term,
                             const char *word) {
    const char *sentence = locale_term(language, term), *hole = strstr(sentence, "{}");
    return hole ? arena_printf(arena, "%.*s%s%s", (int)(hole - sentence), sentence,
                               word, hole + 2)
                : sentence;
}
