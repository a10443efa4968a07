/* SPDX-License-Identifier: MIT */
/* Numbers the paragraphs of a report that asks for it, from its first to its last in each
   language, and gives those an id that have one at their end:

       The mission counted 487 deaths. {#par:toll} */
#include "document/internal.h"

static const char prefix[] = "#par:";

/* In the text of a section itself: not in lists, quotations, call-outs and notes. */
static bool is_numbered(const struct builder *builder) {
    return builder->markdown->numbered && builder->level_count == 1;
}

uint32_t numbered_find_id(const struct paragraph *paragraph) {
    uint32_t end = (uint32_t)paragraph->text.length;
    uint32_t braces = attributes_find(paragraph, 0, end);
    size_t length = sizeof prefix - 1;
    bool found = braces && end - braces > length + 1 &&
                 !memcmp(paragraph->text.data + braces + 1, prefix, length);
    return found ? braces : end;
}

static void claim(struct builder *builder, struct block *block,
                  const struct paragraph *paragraph, uint32_t braces) {
    struct markdown *markdown = builder->markdown;
    struct reading *reading = markdown->reading;
    uint32_t start = braces + sizeof prefix, end = (uint32_t)paragraph->text.length - 1;
    const char *key =
        arena_copy(reading->arena, paragraph->text.data + start, end - start);
    struct position position = markdown_position(markdown, paragraph, braces + 1, end);
    if (!block->number)
        diag_add(reading->diag, DIAG_PARAGRAPH_ID, position, NULL, NULL);
    else if (!locale_is_id(slice_of(key)))
        diag_add(reading->diag, DIAG_ID_LETTERS, position, key, NULL);
    else
        block->id =
            ids_claim(reading, markdown->ids,
                      arena_printf(reading->arena, "par:%s", key), block, position);
}

void numbered_give(struct builder *builder, struct block *block,
                   const struct paragraph *paragraph, uint32_t braces) {
    struct markdown *markdown = builder->markdown;
    const struct reading *reading = markdown->reading;
    if (is_numbered(builder)) {
        block->number = ids_next_number(markdown->ids, BLOCK_PARAGRAPH);
        block->label = arena_printf(
            reading->arena, "%s.",
            conventions_number(reading, block->number, markdown->first_language));
    }
    if (braces < paragraph->text.length)
        claim(builder, block, paragraph, braces);
}

const char *numbered_words(const struct reading *reading, const struct block *block,
                           bool bare) {
    const char *language = block->language;
    const char *number = conventions_number(reading, block->number, language);
    return bare ? number
                : arena_printf(reading->arena, "%s\xC2\xA0%s",
                               locale_term(language, TERM_PARAGRAPH), number);
}
