/* SPDX-License-Identifier: MIT */
/* The words the program writes itself, in each language it knows. */
#include "locale/locale.h"

#include <string.h>

struct terms {
    const char *language; /* primary subtag */
    const char *terms[TERM_COUNT];
};

static const struct terms table[] = {
    {"en",
     {[TERM_FIGURE] = "Figure",
      [TERM_TABLE] = "Table",
      [TERM_CONTENTS] = "Contents",
      [TERM_FIGURES] = "Figures",
      [TERM_TABLES] = "Tables",
      [TERM_CONTINUED] = "continued",
      [TERM_UMM_AL_QURA] = "Umm al-Qura"}},
    {"ar",
     {[TERM_FIGURE] = "الشكل",
      [TERM_TABLE] = "الجدول",
      [TERM_CONTENTS] = "المحتويات",
      [TERM_FIGURES] = "الأشكال",
      [TERM_TABLES] = "الجداول",
      [TERM_CONTINUED] = "تتمة",
      [TERM_UMM_AL_QURA] = "أم القرى"}},
};

static const struct terms *find_terms(const char *language) {
    size_t length = strcspn(language, "-");
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strlen(table[i].language) == length &&
            !memcmp(table[i].language, language, length))
            return &table[i];
    return NULL;
}

bool locale_has_terms(const char *language) {
    return find_terms(language) != NULL;
}

const char *locale_term(const char *language, enum term term) {
    const struct terms *terms = find_terms(language);
    return (terms ? terms : table)->terms[term];
}
