/* SPDX-License-Identifier: MIT */
/* Finds the word that was probably meant by edit distance (Damerau and Levenshtein, in
   the form where no piece is edited twice). */
#include "base/nearest.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* What is compared of a word; names are shorter, and pasted text is not a name. */
enum { COMPARED = 48 };

static size_t compared_length(const char *word) {
    size_t length = strlen(word);
    return length < COMPARED ? length : COMPARED;
}

static size_t least(size_t a, size_t b) {
    return a < b ? a : b;
}

static size_t edit_distance(const char *a, const char *b) {
    size_t table[COMPARED + 1][COMPARED + 1];
    size_t a_length = compared_length(a), b_length = compared_length(b);
    for (size_t i = 0; i <= a_length; i++)
        table[i][0] = i;
    for (size_t j = 0; j <= b_length; j++)
        table[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        for (size_t j = 1; j <= b_length; j++) {
            size_t replaced = table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            size_t moved = least(table[i - 1][j], table[i][j - 1]) + 1;
            table[i][j] = least(replaced, moved);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                table[i][j] = least(table[i][j], table[i - 2][j - 2] + 1);
        }
    }
    return table[a_length][b_length];
}

static bool is_beginning(const char *word, const char *known) {
    return *word && !strncmp(word, known, strlen(word));
}

const char *nearest_word(const char *word, const char *const known[], size_t count) {
    const char *nearest = NULL;
    size_t fewest = SIZE_MAX;
    for (size_t i = 0; i < count; i++) {
        size_t distance =
            is_beginning(word, known[i]) ? 1 : edit_distance(word, known[i]);
        if (distance < fewest) {
            fewest = distance;
            nearest = known[i];
        }
    }
    return nearest;
}
