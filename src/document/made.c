/* SPDX-License-Identifier: MIT */
/* Makes blocks of what no file of text holds: the parts that the program writes itself. */
#include "document/internal.h"

struct block *made_block(struct arena *arena, enum block_kind kind,
                         const struct language *language) {
    struct block *block = arena_new(arena, struct block);
    *block = (struct block){
        .kind = kind, .language = language->tag, .direction = language->direction};
    return block;
}

/* Where the text of a value begins: after its quote. */
static uint32_t value_offset(const struct locator *locator, const struct yaml *value) {
    struct slice text = locator->source.text;
    uint32_t offset = locator_offset(locator, value->position);
    bool quoted = offset < text.length && strchr("\"'", text.data[offset]);
    return offset + quoted;
}

struct paragraph made_paragraph(struct arena *arena, const char *text,
                                const char *language, const struct locator *locator,
                                const struct yaml *value) {
    struct place *place = arena_new(arena, struct place);
    *place = (struct place){0, value ? value_offset(locator, value) : 0};
    return (struct paragraph){.text = slice_of(text),
                              .places = place,
                              .place_count = 1,
                              .source = &locator->source,
                              .language = language,
                              .direction = locale_direction(language)};
}

struct block *made_heading(struct report *report, const struct section *part,
                           const char *id) {
    struct arena *arena = report->reading->arena;
    struct block *heading = made_block(arena, BLOCK_HEADING, part->language);
    heading->level = 1;
    heading->id = id;
    heading->position = part->position;
    heading->paragraph =
        made_paragraph(arena, part->title, part->language->tag, report->locator, NULL);
    return heading;
}
