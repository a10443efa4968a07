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

#include <unicode/uchar.h>

enum {
    WORD_MOST = DICTIONARY_LETTERS,
    ENDING_MOST = 2,
    SOFT_HYPHEN = 0xAD,
    LATIN = 0x4C61746E
};

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
    size_t done; /* [bytes] where that word ends: maybe past its script run */
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

static void divide_word(struct dictionary *dictionary, const struct hyphen_style *style,
                        struct slice letters, uint8_t *flags) {
    char small[WORD_MOST + 1];
    size_t count = letters.length;
    if (count > WORD_MOST || count < style->shortest)
        return;
    for (size_t i = 0; i < count; i++)
        small[i] = (char)(letters.data[i] | 0x20);
    small[count] = '\0';
    uint64_t places = dictionary_places(dictionary, small, count);
    for (size_t i = style->before; i < count && count - i >= style->after; i++)
        if (places >> i & 1)
            flags[i] |= TEXT_HYPHEN;
}

static void divide_words(struct walk *walk, struct dictionary *dictionary,
                         const struct script_run *run) {
    struct slice text = walk->input->paragraph->text;
    const struct hyphen_style *style = walk->input->style;
    size_t start = run->start > walk->done ? run->start : walk->done;
    for (size_t i = start, next; i < run->end; i = next) {
        if (!is_letter(character_at(text, i, &next)))
            continue;
        struct found_word word = find_word(text, i, style->capitalised);
        if (!word.whole && is_prose(walk, (uint32_t)word.start))
            divide_word(dictionary, style, slice_sub(text, word.start, word.end),
                        walk->flags + word.start);
        next = walk->done = word.after;
    }
}

bool text_hyphenate(struct dictionaries *dictionaries, const struct hyphen_input *input,
                    uint8_t *flags) {
    flag_soft_hyphens(input, flags);
    const char *language = input->paragraph->language;
    struct walk walk = {.input = input, .flags = flags};
    if (!input->style->dictionary || !dictionaries_have(language))
        return true;
    for (size_t i = 0; i < input->script_count; i++) {
        if (input->scripts[i].script != LATIN)
            continue;
        struct dictionary *dictionary = dictionaries_find(dictionaries, language);
        if (!dictionary)
            return false;
        divide_words(&walk, dictionary, &input->scripts[i]);
    }
    return true;
}
