/* SPDX-License-Identifier: MIT */
/* What an author says of a text: the language it is in, where letters do not tell,
   {lang=fa}; that it is not to be justified, {ragged}. It stands at the beginning of the text,
   or in a paragraph of its own before a list or quotation, {lang=fa} also before a heading or
   table. */
#include "document/internal.h"

static const char ragged[] = "{ragged}";

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

static bool begins_ragged(struct slice text) {
    return text.length >= sizeof ragged - 1 &&
           !memcmp(text.data, ragged, sizeof ragged - 1);
}

struct slice declared_after_ragged(struct slice text) {
    if (!begins_ragged(text))
        return text;
    size_t start = sizeof ragged - 1;
    while (start < text.length && text.data[start] == ' ')
        start++;
    return slice_sub(text, start, text.length);
}

/* --- a paragraph that declares ----------------------------------------------------------- */

/* A line break that parted it from the text is no part of the text. */
static void cut(struct arena *arena, struct paragraph *paragraph, uint32_t start) {
    static const char line_break[] = "\xE2\x80\xA8";
    uint32_t end = (uint32_t)paragraph->text.length;
    if (end - start >= 3 && !memcmp(paragraph->text.data + start, line_break, 3))
        start += 3;
    *paragraph = paragraph_cut(arena, paragraph, start, end);
}

static void tell_language_alone(struct builder *builder,
                                const struct declaration *declared) {
    if (declared->language)
        diag_add(builder->markdown->reading->diag, DIAG_LANGUAGE_ALONE,
                 declared->language_position, NULL, NULL);
}

static void tell_ragged_alone(struct builder *builder,
                              const struct declaration *declared) {
    if (declared->ragged)
        diag_add(builder->markdown->reading->diag, DIAG_RAGGED_ALONE,
                 declared->ragged_position, NULL, NULL);
}

static void declare_language(struct builder *builder, struct declaration *declared,
                             const char *language, struct position position) {
    if (!locale_is_tag(language)) {
        diag_add(builder->markdown->reading->diag, DIAG_LANGUAGE_TAG, position,
                 language, NULL);
        return;
    }
    tell_language_alone(builder, declared);
    declared->language = language;
    declared->language_position = position;
}

static void declare_ragged(struct builder *builder, struct declaration *declared,
                           struct position position) {
    tell_ragged_alone(builder, declared);
    declared->ragged = true;
    declared->ragged_position = position;
}

/* The first declaration of the paragraph is taken off; false if it begins with none. */
static bool take(struct builder *builder, struct paragraph *paragraph,
                 struct declaration *declared) {
    struct markdown *markdown = builder->markdown;
    struct arena *arena = markdown->reading->arena;
    uint32_t end = 0;
    const char *language = declared_find(arena, paragraph->text, &end);
    if (!language && begins_ragged(paragraph->text))
        end = sizeof ragged - 1;
    if (!end || !paragraph_is_literal(paragraph, 0))
        return false;
    struct position position = markdown_position(markdown, paragraph, 0, end);
    if (language)
        declare_language(builder, declared, language, position);
    else
        declare_ragged(builder, declared, position);
    cut(arena, paragraph, end);
    return true;
}

static void fall_silent(struct builder *builder, struct level *level) {
    if (level->foreign)
        builder->markdown->tongue = level->around;
    if (level->ragged)
        builder->markdown->ragged = level->ragged_around;
    level->foreign = level->ragged = false;
}

static void speak(struct builder *builder, struct level *level, const char *language) {
    struct tongue *tongue = &builder->markdown->tongue;
    if (!level->foreign)
        level->around = *tongue;
    level->foreign = true;
    *tongue = tongue_of(language);
    tongue->around = NULL;
}

static void begin(struct builder *builder, const struct declaration *declared) {
    struct level *level = top_level(builder);
    if (declared->language)
        speak(builder, level, declared->language);
    if (declared->ragged && !level->ragged) {
        level->ragged_around = builder->markdown->ragged;
        level->ragged = builder->markdown->ragged = true;
    }
}

void declared_take(struct builder *builder, struct paragraph *paragraph) {
    struct level *level = top_level(builder);
    struct declaration declared = {0};
    size_t taken = 0;
    while (take(builder, paragraph, &declared))
        taken++;
    if (!taken)
        return;
    if (paragraph->text.length) {
        begin(builder, &declared);
        return;
    }
    fall_silent(builder, level);
    if (declared.language)
        declare_language(builder, &level->declared, declared.language,
                         declared.language_position);
    if (declared.ragged)
        declare_ragged(builder, &level->declared, declared.ragged_position);
}

/* --- the block after it ------------------------------------------------------------------ */

void declared_begin(struct builder *builder) {
    const struct level *level = top_level(builder);
    if (!level->foreign && !level->ragged)
        begin(builder, &level->declared);
}

void declared_end(struct builder *builder) {
    struct level *level = top_level(builder);
    if (level->foreign)
        level->declared.language = NULL;
    if (level->ragged)
        level->declared.ragged = false;
    fall_silent(builder, level);
}

struct tongue declared_around(struct builder *builder, struct tongue otherwise) {
    const struct level *level = top_level(builder);
    return level->foreign ? level->around : otherwise;
}

void declared_check(struct builder *builder) {
    struct level *level = top_level(builder);
    tell_language_alone(builder, &level->declared);
    tell_ragged_alone(builder, &level->declared);
    level->declared = (struct declaration){0};
}

void declared_expect(struct builder *builder, enum block_kind kind) {
    struct level *level = top_level(builder);
    if (kind == BLOCK_PARAGRAPH || kind == BLOCK_LIST || kind == BLOCK_QUOTE)
        return;
    tell_ragged_alone(builder, &level->declared);
    level->declared.ragged = false;
}
