/* SPDX-License-Identifier: MIT */
/* The language a text is in: as said, or as its first letter tells. */
#include "document/internal.h"

struct tongue tongue_of(const char *language) {
    return (struct tongue){.language = language,
                           .direction = locale_direction(language),
                           .digits = locale_digits(language)};
}

void tongue_follow(struct tongue *tongue, struct slice text) {
    if (!tongue->guessed)
        return;
    const char *language = locale_guess(text, tongue->language);
    if (language == tongue->language)
        return;
    *tongue = tongue_of(language);
    tongue->guessed = true;
}
