/* SPDX-License-Identifier: MIT */
/* Reads the caption of a table or a picture: a paragraph directly after it,

       : Casualties by governorate {#table:casualties total mark="Dhi Qar"}\
         Source: IHCHR.

   whose words, attributes and, after a hard break, source are parted here. */
#include "document/internal.h"

static const char line_break[] = "\xE2\x80\xA8"; /* U+2028 */

/* --- parts ------------------------------------------------------------------------- */

static uint32_t find_break(const struct paragraph *paragraph) {
    const char *found = strstr(paragraph->text.data, line_break);
    return found ? (uint32_t)(found - paragraph->text.data)
                 : (uint32_t)paragraph->text.length;
}

static struct paragraph cut(struct builder *builder, const struct paragraph *paragraph,
                            uint32_t start, uint32_t end) {
    struct tongue *tongue = &builder->markdown->tongue;
    struct paragraph part =
        paragraph_cut(builder->markdown->reading->arena, paragraph, start, end);
    tongue_follow(tongue, part.text);
    part.language = tongue->language;
    part.direction = tongue->direction;
    paragraph_settle(builder->markdown, &part);
    return part;
}

bool caption_begins(const struct paragraph *paragraph) {
    return paragraph->text.length > 2 && !memcmp(paragraph->text.data, ": ", 2) &&
           paragraph_is_literal(paragraph, 0);
}

void caption_claim(struct markdown *markdown, struct block *block, const char *key,
                   struct position position) {
    struct reading *reading = markdown->reading;
    const char *kind = block->kind == BLOCK_TABLE ? "table" : "fig";
    if (locale_is_id(slice_of(key)))
        block->id = ids_claim(reading, markdown->ids,
                              arena_printf(reading->arena, "%s:%s", kind, key), block,
                              position);
    else
        diag_add(reading->diag, DIAG_ID_LETTERS, position, key, NULL);
}

void caption_number(struct markdown *markdown, struct tongue tongue,
                    enum block_kind kind, struct caption *caption) {
    struct arena *arena = markdown->reading->arena;
    enum term term = kind == BLOCK_TABLE ? TERM_TABLE : TERM_FIGURE;
    if (!caption->text.text.length)
        return;
    caption->number = ids_next_number(markdown->ids, kind);
    caption->label = arena_printf(
        arena, "%s\xC2\xA0%s", locale_term(tongue.language, term),
        conventions_number(markdown->reading, caption->number, tongue.language));
}

/* The words of a picture may be said in its title instead. */
static struct paragraph find_words(struct builder *builder,
                                   const struct paragraph *paragraph, uint32_t start,
                                   uint32_t end, const struct captioned *captioned) {
    struct paragraph words = cut(builder, paragraph, start, end);
    const struct paragraph *title = &captioned->title;
    if (!title->text.length)
        return words;
    if (!words.text.length)
        return cut(builder, title, 0, (uint32_t)title->text.length);
    diag_add(
        builder->markdown->reading->diag, DIAG_FIGURE_TITLE,
        markdown_position(builder->markdown, title, 0, (uint32_t)title->text.length),
        NULL, NULL);
    return words;
}

/* The caption begins at byte `start` of the paragraph. */
static void give(struct builder *builder, const struct captioned *captioned,
                 const struct paragraph *paragraph, uint32_t start) {
    uint32_t head = find_break(paragraph), length = (uint32_t)paragraph->text.length;
    uint32_t braces = attributes_find(paragraph, start, head);
    struct caption *caption =
        captioned->table ? &captioned->table->caption : &captioned->figure->caption;
    caption->text = find_words(builder, paragraph, start, braces, captioned);
    caption_number(builder->markdown, builder->markdown->tongue, captioned->block->kind,
                   caption);
    if (head < length)
        caption->source = cut(builder, paragraph, head + 3, length);
    reference_keep(builder->markdown, &caption->text);
    reference_keep(builder->markdown, &caption->source);
    if (braces < head)
        attributes_read(builder, paragraph, braces, head, captioned);
}

void caption_read(struct builder *builder, const struct paragraph *paragraph) {
    struct level *level = &builder->levels[builder->level_count - 1];
    struct captioned captioned = level->captioned;
    if (captioned.block)
        give(builder, &captioned, paragraph, 2);
    else
        builder_tell(builder, DIAG_CAPTION_ALONE, NULL);
    level->captioned = (struct captioned){0};
}

void caption_wait(struct builder *builder, struct captioned captioned, bool follows) {
    struct level *level = &builder->levels[builder->level_count - 1];
    struct paragraph title = captioned.title;
    if (follows || !title.text.length) {
        level->captioned = captioned;
        return;
    }
    captioned.title.text.length = 0;
    give(builder, &captioned, &title, 0);
}
