/* SPDX-License-Identifier: MIT */
/* Where words of a language may be divided, by libhyphen and the dictionaries of Debian. */
#include "text/internal.h"

#include <errno.h>
#include <hyphen.h>
#include <string.h>
#include <strings.h>

struct dictionary_file {
    const char *language;
    const char *region; /* NULL: any */
    const char *path;
};

/* The first that fits is taken. English is British unless its tag says US. */
static const struct dictionary_file files[] = {
    {"en", "US", "/usr/share/hyphen/hyph_en_US.dic"},
    {"en", NULL, "/usr/share/hyphen/hyph_en_GB.dic"},
};

enum {
    FILES = sizeof files / sizeof *files,
    BIDS_MORE = 5, /* room that libhyphen asks for */
    KEPT = 2048,
    KEPT_LETTERS = 24, /* of a word that is kept */
};

/* Prose says the same words again and again, and libhyphen takes longer over one than all
   else that is done with it. */
struct kept_division {
    char letters[KEPT_LETTERS]; /* zeros after them */
    uint32_t places;
};

struct dictionary {
    HyphenDict *words; /* NULL: not open */
    bool failed;
    struct kept_division *kept; /* KEPT of them, each in the place of its hash */
};

struct dictionaries {
    struct arena *arena;
    struct diag *diag;
    struct dictionary items[FILES];
};

struct dictionaries *dictionaries_open(struct arena *arena, struct diag *diag) {
    struct dictionaries *dictionaries = arena_new(arena, struct dictionaries);
    dictionaries->arena = arena;
    dictionaries->diag = diag;
    return dictionaries;
}

void dictionaries_close(struct dictionaries *dictionaries) {
    for (size_t i = 0; i < FILES; i++)
        if (dictionaries->items[i].words)
            hnj_hyphen_free(dictionaries->items[i].words);
}

/* --- finding one -------------------------------------------------------------------------- */

/* Whether a language tag has a subtag after its first, or begins with it. */
static bool has_subtag(const char *tag, const char *subtag, bool first) {
    for (bool at_first = true; *tag; at_first = false) {
        size_t end = strcspn(tag, "-_");
        if (at_first == first && end == strlen(subtag) &&
            !strncasecmp(tag, subtag, end))
            return true;
        tag += end;
        tag += *tag != '\0';
    }
    return false;
}

static size_t find_file(const char *language) {
    size_t i = 0;
    while (i < FILES && !(has_subtag(language, files[i].language, /*first*/ true) &&
                          (!files[i].region ||
                           has_subtag(language, files[i].region, /*first*/ false))))
        i++;
    return i;
}

bool dictionaries_have(const char *language) {
    return find_file(language) < FILES;
}

struct dictionary *dictionaries_find(struct dictionaries *dictionaries,
                                     const char *language) {
    size_t i = find_file(language);
    struct dictionary *dictionary = &dictionaries->items[i];
    if (dictionary->words || dictionary->failed)
        return dictionary->words ? dictionary : NULL;
    errno = 0;
    dictionary->words = hnj_hyphen_load(files[i].path);
    dictionary->failed = !dictionary->words;
    if (dictionary->failed) {
        diag_add(dictionaries->diag, DIAG_HYPHENATION, diag_nowhere(), files[i].path,
                 errno ? strerror(errno) : "it is no dictionary of libhyphen");
        return NULL;
    }
    dictionary->kept = arena_array(dictionaries->arena, struct kept_division, KEPT);
    return dictionary;
}

/* --- dividing ----------------------------------------------------------------------------- */

static uint64_t divide(HyphenDict *words, const char *letters, size_t count) {
    char bids[DICTIONARY_LETTERS + BIDS_MORE];
    uint64_t places = 0;
    char **replacements = NULL;
    int *at = NULL, *cuts = NULL; /* English letters do not change at a division */
    if (hnj_hyphen_hyphenate2(words, letters, (int)count, bids, NULL, &replacements,
                              &at, &cuts) != 0)
        return 0;
    for (size_t i = 1; i < count; i++)
        if (bids[i - 1] % 2)
            places |= UINT64_C(1) << i;
    return places;
}

uint64_t dictionary_places(struct dictionary *dictionary, const char *letters,
                           size_t count) {
    if (count > KEPT_LETTERS)
        return divide(dictionary->words, letters, count);
    struct kept_division word = {.places = 0};
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (size_t i = 0; i < count; i++) {
        word.letters[i] = letters[i];
        hash = (hash ^ (unsigned char)letters[i]) * 16777619u;
    }
    struct kept_division *kept = &dictionary->kept[hash % KEPT];
    if (memcmp(kept->letters, word.letters, KEPT_LETTERS) != 0) {
        word.places = (uint32_t)divide(dictionary->words, letters, count);
        *kept = word;
    }
    return kept->places;
}
