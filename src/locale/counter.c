/* SPDX-License-Identifier: MIT */
/* Numbers as letters, for lists.

   The three Arabic orders are plain sequences of 28 letters, as CSS Counter Styles has them;
   a number past the last letter is written in digits. The first letter is printed with its
   hamza, and heh in its joining form, هـ, so that it is not read as a five (ALReq 4.4). */
#include "locale/locale.h"

#include "base/buffer.h"

enum { LETTERS = 28, LATIN_LETTERS = 26 };

static const char *const abjad[LETTERS] = {
    "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
    "س", "ع", "ف", "ص", "ق",  "ر", "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ"};

static const char *const maghrebi[LETTERS] = {
    "أ", "ب", "ج", "د", "هـ", "و", "ز", "ح", "ط", "ي", "ك", "ل", "م", "ن",
    "ص", "ع", "ف", "ض", "ق",  "ر", "س", "ت", "ث", "خ", "ذ", "ظ", "غ", "ش"};

static const char *const hijai[LETTERS] = {
    "أ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س",  "ش", "ص",
    "ض", "ط", "ظ", "ع", "غ", "ف", "ق", "ك", "ل", "م", "ن", "هـ", "و", "ي"};

static const char *const *const letters[] = {
    [COUNTER_ABJAD] = abjad,
    [COUNTER_MAGHREBI] = maghrebi,
    [COUNTER_HIJAI] = hijai,
    [COUNTER_LATIN] = NULL,
};

/* a to z, aa, ab, ... */
static const char *write_latin(struct arena *arena, uint32_t number) {
    char text[16];
    size_t at = sizeof text - 1;
    text[at] = '\0';
    for (; number; number = (number - 1) / LATIN_LETTERS)
        text[--at] = (char)('a' + (number - 1) % LATIN_LETTERS);
    return arena_printf(arena, "%s", text + at);
}

const char *locale_counter(struct arena *arena, uint32_t number, enum counter counter,
                           enum digits digits) {
    if (number && counter == COUNTER_LATIN)
        return write_latin(arena, number);
    if (number && number <= LETTERS && counter != COUNTER_DECIMAL)
        return letters[counter][number - 1];
    return locale_number(arena, number, digits);
}
