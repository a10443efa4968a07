/* SPDX-License-Identifier: MIT */
/* The word that was probably meant. */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

/* The one of `count` known words that the fewest edits turn into `word`: a letter put in,
   left out, replaced, or swapped with its neighbour; one that begins with `word` counts
   one. The first of several; NULL only when none is known. */
const char *nearest_word(const char *word, const char *const known[], size_t count);

#endif
