/* SPDX-License-Identifier: MIT */
/* Which joins of a text may be stretched: the best of each word, unless the word is one
   that is never stretched. */
#include "text/internal.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>

enum { WORD_ROOM = 128 }; /* [bytes] of a word without its marks */

struct stretching {
    struct arena *arena;
    const struct text *text;
    const struct kashida_style *style;
    struct text_kashida *items;
    size_t count, capacity;
    uint32_t words;
};

/* A word: letters, digits and what belongs to them, up to anything else. */
static bool is_of_word(uint32_t c) {
    return c == 0x0640 || c == 0x200C || c == 0x200D || u_isalnum((UChar32)c) ||
           u_getIntPropertyValue((UChar32)c, UCHAR_JOINING_TYPE) == U_JT_TRANSPARENT;
}

/* A word as it is compared: without its marks. */
struct bare_word {
    char bytes[WORD_ROOM];
    size_t length; /* 0: too long for any that is listed */
    uint32_t letters;
};

static struct bare_word strip_marks(struct slice text) {
    struct bare_word word = {.length = 0};
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        if (u_getIntPropertyValue((UChar32)c, UCHAR_JOINING_TYPE) == U_JT_TRANSPARENT)
            continue;
        if (word.length + 4 > WORD_ROOM)
            return (struct bare_word){.letters = UINT32_MAX};
        word.length += utf8_encode(c, word.bytes + word.length);
        word.letters++;
    }
    return word;
}

/* --- words never stretched --------------------------------------------------------------- */

/* The Name, and what is made with it; the proclitics are taken off before. */
static const char *const names_of_god[] = {"الله", "لله", "اللهم", "تالله"};

static bool is_listed(const struct kashida_style *style, struct slice word) {
    size_t names = sizeof names_of_god / sizeof *names_of_god;
    for (size_t i = 0; i < names; i++)
        if (slice_equal(word, slice_of(names_of_god[i])))
            return true;
    for (size_t i = 0; i < style->never.count; i++)
        if (slice_equal(word, slice_of(style->never.items[i])))
            return true;
    return false;
}

/* Without one of these letters at its beginning; the same if it has none. */
static struct slice take_off(struct slice word, const char *letters) {
    for (; *letters; letters += 2)
        if (word.length > 2 && !memcmp(word.data, letters, 2))
            return slice_sub(word, 2, word.length);
    return word;
}

/* Words that are listed, also with "and", "then", "by", "to", "like" written onto them. */
static bool is_never(const struct kashida_style *style, const struct bare_word *bare) {
    struct slice word = {bare->bytes, bare->length};
    struct slice without_and = take_off(word, "وف");
    return is_listed(style, word) || is_listed(style, without_and) ||
           is_listed(style, take_off(without_and, "بلك"));
}

/* Words of two letters never; of three only before a final heh or teh marbuta, where even
   they stretch well. */
static bool is_long_enough(const struct bare_word *word, struct slice text,
                           uint32_t offset) {
    if (word->letters > 3)
        return true;
    size_t next;
    uint32_t c = utf8_decode(text, offset, &next);
    bool last = next == text.length || text.data[next] == ' ';
    return word->letters == 3 && last && (c == 0x0647 || c == 0x0629 || c == 0x06C1);
}

/* --- joins --------------------------------------------------------------------------------- */

static bool is_alef(struct slice text, uint32_t offset) {
    size_t next;
    uint32_t c = utf8_decode(text, offset, &next);
    return u_getIntPropertyValue((UChar32)c, UCHAR_JOINING_GROUP) == U_JG_ALEF;
}

static void add_word(struct stretching *s, uint32_t start, uint32_t end) {
    const struct text *text = s->text;
    struct slice whole = text->paragraph->text;
    const struct text_run *run = text_run_at(text, start);
    struct kashida_site site;
    uint32_t word = s->words++;
    if (!run || run->face->kashida == KASHIDA_NONE ||
        !kashida_find(whole, start, end, text->flags, run->face->kashida, &site))
        return;
    struct bare_word bare = strip_marks(slice_sub(whole, start, end));
    if (!is_long_enough(&bare, whole, site.offset) || is_never(s->style, &bare) ||
        site.offset >= run->end)
        return;
    arena_reserve(s->arena, s->items, s->count, s->capacity);
    s->items[s->count++] =
        (struct text_kashida){.offset = site.offset,
                              .word = word,
                              .weight = site.weight,
                              .before_alef = is_alef(whole, site.offset),
                              .unit = units_scale(run->face->tatweel_advance, run->size,
                                                  run->face->units_per_em)};
}

/* Where the word ends that begins at byte `start`; `start` if none does. */
static size_t word_end(struct slice text, size_t start) {
    size_t end = start, next;
    while (end < text.length && is_of_word(utf8_decode(text, end, &next)))
        end = next;
    return end;
}

const struct text_kashida *text_kashidas(struct typesetter *typesetter,
                                         struct arena *arena, const struct text *text,
                                         size_t *count) {
    struct stretching s = {
        .arena = arena, .text = text, .style = &typesetter_style(typesetter)->kashida};
    struct slice whole = text->paragraph->text;
    for (size_t i = 0; i < whole.length;) {
        size_t end = word_end(whole, i);
        if (end > i)
            add_word(&s, (uint32_t)i, (uint32_t)end);
        if (end > i)
            i = end;
        else
            utf8_decode(whole, i, &i);
    }
    *count = s.count;
    return s.items;
}
