/* SPDX-License-Identifier: MIT */
/* Finds how the values of a language are written: as report.yaml has it, else as is usual. */
#include "document/internal.h"

/* Whether two tags have the same first subtag. */
static bool is_same_language(const char *a, const char *b) {
    size_t length = strcspn(a, "-");
    return length == strcspn(b, "-") && !memcmp(a, b, length);
}

static const struct language *find_language(const struct conventions *conventions,
                                            const char *tag) {
    const struct language *found = NULL;
    for (size_t i = 0; conventions && i < conventions->language_count; i++) {
        const struct language *language = &conventions->languages[i];
        if (!strcmp(language->tag, tag))
            return language;
        if (!found && is_same_language(language->tag, tag))
            found = language;
    }
    return found;
}

struct language conventions_find(const struct reading *reading, const char *language) {
    const struct language *known = find_language(reading->conventions, language);
    return known ? *known
                 : (struct language){.tag = language,
                                     .direction = locale_direction(language),
                                     .digits = locale_digits(language),
                                     .months = locale_months(language),
                                     .dates = language};
}

const char *conventions_number(const struct reading *reading, uint32_t number,
                               const char *language) {
    enum digits digits = conventions_find(reading, language).digits;
    return locale_number(reading->arena, number, digits);
}
