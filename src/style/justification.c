/* SPDX-License-Identifier: MIT */
/* Values of a theme that say how lines are filled: the use of kashida, lists of words. */
#include "style/internal.h"

#include "base/utf8.h"

enum { WORD_LIMIT = 1000 };

static const char *const kashida_words[] = {"none", "sparing", "full"};

enum { KASHIDA_WORDS = sizeof kashida_words / sizeof *kashida_words };

void read_kashida(struct theming *theming, const struct field *field,
                  const struct yaml *value, void *place) {
    (void)field;
    size_t i = value_word(theming, DIAG_THEME_KASHIDA, "use of kashida", value,
                          kashida_words, KASHIDA_WORDS);
    if (i < KASHIDA_WORDS)
        *(enum kashida_use *)place = (enum kashida_use)i;
}

void write_kashida(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    buffer_add_string(out, kashida_words[*(const enum kashida_use *)place]);
}

/* A single word is what locale_is_id lets through, so it needs no quotes when printed. */
void read_words(struct theming *theming, const struct field *field,
                const struct yaml *value, void *place) {
    (void)field;
    struct arena *arena = theming->reading.arena;
    if (!yaml_expect(&theming->reading, value, YAML_LIST))
        return;
    if (value->count > WORD_LIMIT) {
        theme_tell(theming, DIAG_THEME_LIST, value,
                   arena_printf(arena, "%zu", value->count),
                   arena_printf(arena, "%d at most", (int)WORD_LIMIT));
        return;
    }
    const char **words = arena_array(arena, const char *, value->count + 1);
    size_t count = 0;
    for (const struct yaml *item = value->items; item; item = item->next) {
        const char *text = yaml_text(&theming->reading, item);
        if (text && !locale_is_id(slice_of(text)))
            theme_tell(theming, DIAG_THEME_NOT_A_WORD, item, text, NULL);
        else if (text)
            words[count++] = text;
    }
    *(struct words *)place = (struct words){words, count};
}

void write_words(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    const struct words *words = place;
    buffer_add_char(out, '[');
    for (size_t i = 0; i < words->count; i++)
        buffer_printf(out, "%s%s", i ? ", " : "", words->items[i]);
    buffer_add_char(out, ']');
}
