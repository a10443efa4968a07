/* SPDX-License-Identifier: MIT */
/* The language a text is in: as said, or as its first letter tells. */
#include "document/internal.h"

struct tongue tongue_of(const char *language) {
    return (struct tongue){.language = language,
                           .direction = locale_direction(language)};
}

/* A note of several words, none of them written in the direction of the section, is in
   another language: "UNAMI, Human Rights Report" under an Arabic text. */
static const char *note_language(const struct tongue *tongue, struct slice text) {
    enum direction direction = locale_direction(tongue->around);
    bool several = memchr(text.data, ' ', text.length) != NULL;
    return several && !locale_has_strong(text, direction)
               ? locale_guess(text, tongue->around)
               : tongue->around;
}

static void follow_note(struct tongue *tongue, struct slice text) {
    const char *around = tongue->around;
    *tongue = tongue_of(note_language(tongue, text));
    tongue->around = around;
}

void tongue_follow(struct tongue *tongue, struct slice text) {
    if (tongue->around)
        follow_note(tongue, text);
    if (!tongue->guessed)
        return;
    const char *language = locale_guess(text, tongue->language);
    if (language == tongue->language)
        return;
    *tongue = tongue_of(language);
    tongue->guessed = true;
}
