/* SPDX-License-Identifier: MIT */
/* Directions and languages, from a BCP 47 tag or from the text itself (ICU). */
#include "locale/internal.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unumsys.h>
#include <unicode/uscript.h>

/* ICU's name of a language, with the script it is most likely written in. */
static bool find_full_locale(const char *language, char full[LOCALE_ROOM]) {
    char name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    int32_t parsed = 0;
    uloc_forLanguageTag(language, name, LOCALE_ROOM, &parsed, &status);
    uloc_addLikelySubtags(name, full, LOCALE_ROOM, &status);
    return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING;
}

static UScriptCode find_script(const char *language) {
    if (!strcmp(language, "ar") || !strcmp(language, "en")) /* nearly all there are */
        return *language == 'a' ? USCRIPT_ARABIC : USCRIPT_LATIN;
    char full[LOCALE_ROOM], script[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    if (!find_full_locale(language, full))
        return USCRIPT_UNKNOWN;
    uloc_getScript(full, script, LOCALE_ROOM, &status);
    int32_t code = u_getPropertyValueEnum(UCHAR_SCRIPT, script);
    return U_FAILURE(status) || code < 0 ? USCRIPT_UNKNOWN : (UScriptCode)code;
}

enum direction locale_direction(const char *language) {
    return uscript_isRightToLeft(find_script(language)) ? DIRECTION_RTL : DIRECTION_LTR;
}

bool locale_is_arabic(const char *language) {
    return find_script(language) == USCRIPT_ARABIC;
}

enum digits locale_digits(const char *language) {
    char name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    enum digits digits = DIGITS_EUROPEAN;
    uloc_forLanguageTag(language, name, LOCALE_ROOM, NULL, &status);
    if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
        return digits;
    UNumberingSystem *system = unumsys_open(name, &status);
    const char *system_name = U_SUCCESS(status) ? unumsys_getName(system) : "";
    if (!strcmp(system_name, "arab"))
        digits = DIGITS_ARABIC_INDIC;
    else if (!strcmp(system_name, "arabext"))
        digits = DIGITS_PERSIAN;
    unumsys_close(system);
    return digits;
}

/* --- the first strong character -------------------------------------------------------

   UAX #9 P2: the first character of type L, R or AL, not looking between an isolate
   initiator and its PDI; text after an initiator without a PDI is not looked at. */

static bool is_isolate_initiator(UCharDirection type) {
    return type == U_LEFT_TO_RIGHT_ISOLATE || type == U_RIGHT_TO_LEFT_ISOLATE ||
           type == U_FIRST_STRONG_ISOLATE;
}

/* 0 if there is none. */
static uint32_t find_first_strong(struct slice text) {
    size_t depth = 0;
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        UCharDirection type = u_charDirection((UChar32)c);
        if (is_isolate_initiator(type))
            depth++;
        else if (type == U_POP_DIRECTIONAL_ISOLATE && depth)
            depth--;
        else if (!depth && (type == U_LEFT_TO_RIGHT || type == U_RIGHT_TO_LEFT ||
                            type == U_RIGHT_TO_LEFT_ARABIC))
            return c;
    }
    return 0;
}

enum direction locale_first_strong(struct slice text, enum direction otherwise) {
    uint32_t c = find_first_strong(text);
    if (!c)
        return otherwise;
    return u_charDirection((UChar32)c) == U_LEFT_TO_RIGHT ? DIRECTION_LTR
                                                          : DIRECTION_RTL;
}

bool locale_has_strong(struct slice text, enum direction direction) {
    for (size_t i = 0; i < text.length;) {
        UCharDirection class = u_charDirection((UChar32)utf8_decode(text, i, &i));
        if (direction == DIRECTION_LTR
                ? class == U_LEFT_TO_RIGHT
                : class == U_RIGHT_TO_LEFT || class == U_RIGHT_TO_LEFT_ARABIC)
            return true;
    }
    return false;
}

/* --- languages --------------------------------------------------------------------- */

struct script_language {
    UScriptCode script;
    const char *language;
};

/* For the scripts written from right to left; a left-to-right one says too little. */
static const struct script_language script_languages[] = {
    {USCRIPT_ARABIC, "ar"}, {USCRIPT_HEBREW, "he"}, {USCRIPT_SYRIAC, "syr"},
    {USCRIPT_THAANA, "dv"}, {USCRIPT_NKO, "nqo"},   {USCRIPT_MANDAIC, "mid"},
};

const char *locale_guess(struct slice text, const char *otherwise) {
    uint32_t c = find_first_strong(text);
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript((UChar32)c, &status);
    size_t count = sizeof script_languages / sizeof *script_languages;
    if (!c)
        return otherwise;
    for (size_t i = 0; i < count; i++)
        if (script_languages[i].script == script)
            return script_languages[i].language;
    return u_charDirection((UChar32)c) == U_LEFT_TO_RIGHT ? "en" : "ar";
}

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_subtag_character(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

/* The shape only, RFC 5646 2.1: a language of two or three letters, then subtags of one
   to eight letters or digits. */
bool locale_is_tag(const char *language) {
    size_t length = strcspn(language, "-"), total = strlen(language);
    if (length < 2 || length > 3 || total > 35)
        return false;
    for (size_t i = 0; i < length; i++)
        if (!is_letter(language[i]))
            return false;
    for (const char *subtag = language + length; *subtag; subtag += length) {
        length = strcspn(++subtag, "-");
        if (length < 1 || length > 8)
            return false;
        for (size_t i = 0; i < length; i++)
            if (!is_subtag_character(subtag[i]))
                return false;
    }
    return true;
}
