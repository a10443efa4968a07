/* SPDX-License-Identifier: MIT */
/* Which form of a noun a number asks for, by CLDR's plural rules (ICU). */
#include "locale/internal.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uenum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

enum { DIGITS_KEPT = 9, DECIMALS_KEPT = 5 };

static const char *const categories[] = {"zero", "one", "two", "few", "many", "other"};
_Static_assert(PLURAL_OTHER + 1 == sizeof categories / sizeof *categories,
               "a name for each category");

const char *locale_plural_name(enum plural plural) {
    return categories[plural];
}

static UPluralRules *find_rules(struct formats *formats, const char *language) {
    char key[LOCALE_ROOM], name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    snprintf(key, sizeof key, "plural %.100s", language);
    struct format *format = formats_find(formats, key);
    if (!format->plural) {
        icu_name(language, DIGITS_EUROPEAN, NULL, name);
        format->plural = uplrules_open(name, &status);
        icu_require(formats_arena(formats), status);
    }
    return format->plural;
}

static enum plural find_plural(const char *name) {
    enum plural plural = PLURAL_ZERO;
    while (plural < PLURAL_OTHER && strcmp(categories[plural], name) != 0)
        plural++;
    return plural;
}

bool locale_has_plural(struct formats *formats, const char *language,
                       enum plural plural) {
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *names = uplrules_getKeywords(find_rules(formats, language), &status);
    const char *name;
    bool found = false;
    while (U_SUCCESS(status) && (name = uenum_next(names, NULL, &status)))
        found = found || find_plural(name) == plural;
    uenum_close(names);
    icu_require(formats_arena(formats), status);
    return found;
}

/* As many decimals as were written: 1.0 is not 1 in every language. */
static UNumberFormatter *find_formatter(struct formats *formats, size_t decimals) {
    char key[LOCALE_ROOM];
    UChar skeleton[LOCALE_ROOM] = u".";
    UErrorCode status = U_ZERO_ERROR;
    snprintf(key, sizeof key, "decimals %zu", decimals);
    struct format *format = formats_find(formats, key);
    for (size_t i = 0; i < decimals; i++)
        skeleton[i + 1] = '0';
    if (!decimals)
        u_strcpy(skeleton, u"precision-integer");
    if (!format->number) {
        format->number = unumf_openForSkeletonAndLocale(skeleton, -1, "en", &status);
        icu_require(formats_arena(formats), status);
    }
    return format->number;
}

/* "1234.50". The rules ask for the last digits and whether a number is a certain small one;
   ICU is exact for some fifteen digits only, so the first of more are left out. */
static const char *write_plain(struct arena *arena, const struct decimal *decimal,
                               size_t decimals) {
    size_t whole = strlen(decimal->digits) - decimal->decimals;
    const char *start = decimal->digits;
    bool long_whole = whole > DIGITS_KEPT;
    if (long_whole)
        start += whole - DIGITS_KEPT;
    return arena_printf(arena, "%s%.*s%s%.*s", long_whole ? "1" : "",
                        (int)(long_whole ? DIGITS_KEPT : whole), start,
                        decimals ? "." : "", (int)decimals, decimal->digits + whole);
}

enum plural locale_plural(struct arena *arena, struct formats *formats,
                          const struct decimal *decimal, const char *language) {
    UErrorCode status = U_ZERO_ERROR;
    UChar units[TEXT_ROOM];
    char name[TEXT_ROOM];
    size_t decimals =
        decimal->decimals < DECIMALS_KEPT ? decimal->decimals : DECIMALS_KEPT;
    UNumberFormatter *formatter = find_formatter(formats, decimals);
    UFormattedNumber *number = unumf_openResult(&status);
    unumf_formatDecimal(formatter, write_plain(arena, decimal, decimals), -1, number,
                        &status);
    uplrules_selectFormatted(find_rules(formats, language), number, units, TEXT_ROOM,
                             &status);
    unumf_closeResult(number);
    icu_require(formats_arena(formats), status);
    u_UCharsToChars(units, name, u_strlen(units) + 1);
    return find_plural(name);
}
