/* SPDX-License-Identifier: MIT */
/* The language that an author says a text is in, where letters do not tell: {lang=fa} at
   its beginning, or in a paragraph of its own before a heading, list, quotation or table. */
#include "document/internal.h"

static struct level *top_level(struct builder *builder) {
    return &builder->levels[builder->level_count - 1];
}

const char *declared_find(struct arena *arena, struct slice text, uint32_t *end) {
    static const char opening[] = "{lang=";
    size_t start = sizeof opening - 1, at = start;
    if (text.length <= start || memcmp(text.data, opening, start) != 0)
        return NULL;
    while (at < text.length && text.data[at] != '}')
        at++;
    if (at == text.length)
        return NULL;
    *end = (uint32_t)at + 1;
    return arena_copy(arena, text.data + start, at - start);
}

/* --- a paragraph that declares ----------------------------------------------------------- */

/* A line break that parted it from the text is no part of the text. */
static struct paragraph cut(struct arena *arena, const struct paragraph *paragraph,
                            uint32_t start) {
    static const char line_break[] = "\xE2\x80\xA8";
    uint32_t end = (uint32_t)paragraph->text.length;
    if (end - start >= 3 && !memcmp(paragraph->text.data + start, line_break, 3))
        start += 3;
    return paragraph_cut(arena, paragraph, start, end);
}

static void fall_silent(struct builder *builder, struct level *level) {
    if (level->foreign)
        builder->markdown->tongue = level->around;
    level->foreign = false;
}

static void speak(struct builder *builder, struct level *level, const char *language) {
    struct tongue *tongue = &builder->markdown->tongue;
    if (!level->foreign)
        level->around = *tongue;
    level->foreign = true;
    *tongue = tongue_of(language);
    tongue->around = NULL;
}

void declared_take(struct builder *builder, struct paragraph *paragraph) {
    struct markdown *markdown = builder->markdown;
    struct arena *arena = markdown->reading->arena;
    uint32_t end = 0;
    const char *language = declared_find(arena, paragraph->text, &end);
    if (!language || !paragraph_is_literal(paragraph, 0))
        return;
    struct position position = markdown_position(markdown, paragraph, 0, end);
    *paragraph = cut(arena, paragraph, end);
    struct level *level = top_level(builder);
    if (!locale_is_tag(language)) {
        diag_add(markdown->reading->diag, DIAG_LANGUAGE_TAG, position, language, NULL);
    } else if (paragraph->text.length) {
        speak(builder, level, language);
    } else {
        fall_silent(builder, level);
        declared_check(builder);
        level->declared = language;
        level->declared_position = position;
    }
}

/* --- the block after it ------------------------------------------------------------------ */

void declared_begin(struct builder *builder) {
    struct level *level = top_level(builder);
    if (!level->declared || level->foreign)
        return;
    speak(builder, level, level->declared);
}

void declared_end(struct builder *builder) {
    struct level *level = top_level(builder);
    if (level->foreign)
        level->declared = NULL;
    fall_silent(builder, level);
}

struct tongue declared_around(struct builder *builder, struct tongue otherwise) {
    const struct level *level = top_level(builder);
    return level->foreign ? level->around : otherwise;
}

void declared_check(struct builder *builder) {
    struct level *level = top_level(builder);
    if (level->declared)
        diag_add(builder->markdown->reading->diag, DIAG_LANGUAGE_ALONE,
                 level->declared_position, NULL, NULL);
    level->declared = NULL;
}
