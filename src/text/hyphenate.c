/* SPDX-License-Identifier: MIT */
/* Where a line may end with a hyphen: at soft hyphens of the author, and inside English
   words by the patterns of a dictionary.

   1. A soft hyphen between two letters is a place in any language, and a word with one is
      divided nowhere else.
   2. Other words are divided by the dictionary of the paragraph's language, when it has
      one. English is British unless its tag says US. No language written from the right
      has one: Arabic, Persian and Urdu words are not divided (ALReq 2.3).
   3. A word is divided only when it is small letters of a to z. One with a capital may be
      a name, and names are not to be divided (Chicago Manual of Style 7.42; New Hart's
      Rules 4.2.5), not even at the start of a sentence, where nothing tells them apart; one
      with several capitals, or with letters that English has not, is no English word.
   4. After an apostrophe up to two letters ("children's", "they're") are an ending, which
      is no part of the word; a word with more there, or another apostrophe, stays whole.
   5. Parts of a compound with a hyphen are not divided again: it breaks at its hyphen.
   6. Nothing in code, in the mark of a note or in a notation is divided, soft hyphen or
      not: a hyphen there would be read as part of it. */
#include "text/internal.h"

#include "base/utf8.h"

#include <errno.h>
#include <hyphen.h>
#include <strings.h>
#include <unicode/uchar.h>

enum {
    BIDS_MORE = 5,
    /* room that libhyphen asks for */ WORD_MOST = 64,
    ENDING_MOST = 2,
    SOFT_HYPHEN = 0xAD,
    LATIN = 0x4C61746E
};

struct dictionary {
    const char *language;
    const char *region; /* NULL: any */
    const char *path;
};

/* The first that fits is taken. */
static const struct dictionary dictionaries[] = {
    {"en", "US", "/usr/share/hyphen/hyph_en_US.dic"},
    {"en", NULL, "/usr/share/hyphen/hyph_en_GB.dic"},
};

enum { DICTIONARIES = sizeof dictionaries / sizeof *dictionaries };

struct hyphenator {
    struct diag *diag;
    HyphenDict *open[DICTIONARIES]; /* each when it is first wanted */
    bool failed[DICTIONARIES];
};

struct hyphenator *hyphenator_open(struct arena *arena, struct diag *diag) {
    struct hyphenator *hyphenator = arena_new(arena, struct hyphenator);
    hyphenator->diag = diag;
    return hyphenator;
}

void hyphenator_close(struct hyphenator *hyphenator) {
    for (size_t i = 0; i < DICTIONARIES; i++)
        if (hyphenator->open[i])
            hnj_hyphen_free(hyphenator->open[i]);
}

/* --- dictionaries ------------------------------------------------------------------------- */

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

static size_t find_dictionary(const char *language) {
    size_t i = 0;
    while (i < DICTIONARIES &&
           !(has_subtag(language, dictionaries[i].language, /*first*/ true) &&
             (!dictionaries[i].region ||
              has_subtag(language, dictionaries[i].region, /*first*/ false))))
        i++;
    return i;
}

static HyphenDict *open_dictionary(struct hyphenator *hyphenator, size_t i) {
    if (hyphenator->open[i] || hyphenator->failed[i])
        return hyphenator->open[i];
    errno = 0;
    hyphenator->open[i] = hnj_hyphen_load(dictionaries[i].path);
    hyphenator->failed[i] = !hyphenator->open[i];
    if (hyphenator->failed[i])
        diag_add(hyphenator->diag, DIAG_HYPHENATION, diag_nowhere(),
                 dictionaries[i].path,
                 errno ? strerror(errno) : "it is no dictionary of libhyphen");
    return hyphenator->open[i];
}

/* --- characters ------------------------------------------------------------------------------ */

/* The character at `offset`, 0 at the end; *next is after it. */
static uint32_t character_at(struct slice text, size_t offset, size_t *next) {
    *next = offset;
    return offset < text.length ? utf8_decode(text, offset, next) : 0;
}

/* The character that ends before `offset`, 0 at the start. */
static uint32_t character_before(struct slice text, size_t offset) {
    size_t start = offset, next;
    while (start && ((unsigned char)text.data[--start] & 0xC0) == 0x80)
        ;
    return offset ? utf8_decode(text, start, &next) : 0;
}

static bool is_small(uint32_t c) {
    return c >= 'a' && c <= 'z';
}

static bool is_capital(uint32_t c) {
    return c >= 'A' && c <= 'Z';
}

/* A letter, or a mark on one. */
static bool is_letter(uint32_t c) {
    if (c < 0x80)
        return is_small(c) || is_capital(c);
    return u_isalpha((UChar32)c) || (U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK);
}

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019;
}

/* What a word may not touch if it is to be divided. */
static bool binds(uint32_t c) {
    return c == '-' || c == 0x2010 || c == 0x2011 || c == SOFT_HYPHEN || c == '_' ||
           c == '@' || is_letter(c);
}

/* --- what is no word ------------------------------------------------------------------------- */

struct walk {
    const struct hyphen_input *input;
    uint8_t *flags;
    size_t segment; /* that of the word before; words come in order */
};

static bool is_prose(struct walk *walk, uint32_t offset) {
    const struct hyphen_input *input = walk->input;
    while (walk->segment + 1 < input->segment_count &&
           input->segments[walk->segment].end <= offset)
        walk->segment++;
    const struct segment *segment = &input->segments[walk->segment];
    return !segment->code && !segment->note && !(walk->flags[offset] & TEXT_NOTATION);
}

/* --- soft hyphens -------------------------------------------------------------------------- */

static void flag_soft_hyphens(const struct hyphen_input *input, uint8_t *flags) {
    struct slice text = input->paragraph->text;
    struct walk walk = {.input = input, .flags = flags};
    for (size_t i = 0, after, end; i + 1 < text.length; i++) {
        const char *found = memchr(text.data + i, 0xC2, text.length - i);
        if (!found)
            return;
        i = (size_t)(found - text.data);
        if (character_at(text, i, &after) == SOFT_HYPHEN &&
            is_letter(character_before(text, i)) &&
            is_letter(character_at(text, after, &end)) && is_prose(&walk, (uint32_t)i))
            flags[after] |= TEXT_HYPHEN;
    }
}

/* --- words of a dictionary ----------------------------------------------------------------- */

struct found_word {
    size_t start, end; /* [bytes] its letters, one each */
    size_t after; /* past its ending */
    bool whole; /* is not to be divided */
};

/* Goes over the "'s" of "children's". */
static void skip_ending(struct slice text, struct found_word *word) {
    for (size_t endings = 0, next;; endings++) {
        size_t end = word->after, letters = 0;
        if (!is_apostrophe(character_at(text, end, &end)))
            return;
        while (is_letter(character_at(text, end, &next))) {
            end = next;
            letters++;
        }
        if (!letters)
            return;
        word->after = end;
        word->whole |= letters > ENDING_MOST || endings;
    }
}

/* The word at `start`, where a letter is. */
static struct found_word find_word(struct slice text, size_t start, bool capitalised) {
    struct found_word word = {.start = start, .end = start};
    size_t next;
    uint32_t c;
    if (capitalised && is_capital((unsigned char)text.data[start]))
        word.end++;
    while (word.end < text.length && is_small((unsigned char)text.data[word.end]))
        word.end++;
    word.after = word.end;
    skip_ending(text, &word);
    while (is_letter(c = character_at(text, word.after, &next)) || c == SOFT_HYPHEN) {
        word.after = next;
        word.whole = true;
    }
    word.whole |= binds(character_before(text, start)) || binds(c);
    return word;
}

static void divide_word(HyphenDict *dictionary, const struct hyphen_style *style,
                        struct slice letters, uint8_t *flags) {
    char small[WORD_MOST + 1], bids[WORD_MOST + BIDS_MORE];
    size_t count = letters.length;
    if (count > WORD_MOST || count < style->shortest)
        return;
    for (size_t i = 0; i < count; i++)
        small[i] = (char)(letters.data[i] | 0x20);
    small[count] = '\0';
    char **replacements = NULL;
    int *places = NULL, *cuts = NULL; /* English letters do not change at a division */
    if (hnj_hyphen_hyphenate2(dictionary, small, (int)count, bids, NULL, &replacements,
                              &places, &cuts) != 0)
        return;
    for (size_t i = 1; i < count; i++)
        if (bids[i - 1] % 2 && i >= style->before && count - i >= style->after)
            flags[i] |= TEXT_HYPHEN;
}

static void divide_words(struct walk *walk, HyphenDict *words,
                         const struct script_run *run) {
    struct slice text = walk->input->paragraph->text;
    const struct hyphen_style *style = walk->input->style;
    for (size_t i = run->start, next; i < run->end; i = next) {
        if (!is_letter(character_at(text, i, &next)))
            continue;
        struct found_word word = find_word(text, i, style->capitalised);
        if (!word.whole && is_prose(walk, (uint32_t)word.start))
            divide_word(words, style, slice_sub(text, word.start, word.end),
                        walk->flags + word.start);
        next = word.after;
    }
}

bool text_hyphenate(struct hyphenator *hyphenator, const struct hyphen_input *input,
                    uint8_t *flags) {
    flag_soft_hyphens(input, flags);
    size_t dictionary = find_dictionary(input->paragraph->language);
    struct walk walk = {.input = input, .flags = flags};
    if (!input->style->dictionary)
        return true;
    for (size_t i = 0; dictionary < DICTIONARIES && i < input->script_count; i++) {
        if (input->scripts[i].script != LATIN)
            continue;
        HyphenDict *words = open_dictionary(hyphenator, dictionary);
        if (!words)
            return false;
        divide_words(&walk, words, &input->scripts[i]);
    }
    return true;
}
