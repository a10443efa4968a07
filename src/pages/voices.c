/* SPDX-License-Identifier: MIT */
/* What is a language's own while an edition is laid out: the room for its numbers, its part
   of the outline. */
#include "pages/book.h"
#include "pages/parts.h"

/* What the largest number of the language takes, and no less than a list goes in. */
static length number_room(struct book *book, const struct language *language) {
    struct composer *composer = book->composer;
    const struct page_style *style = &book->style->page;
    const char *label = NULL;
    for (size_t i = 0; i < book->document->section_count; i++)
        for (const struct block *block = book->document->sections[i].blocks; block;
             block = block->next)
            if (book->document->sections[i].language == language &&
                block->kind == BLOCK_PARAGRAPH && block->label)
                label = block->label;
    if (!label)
        return 0;
    size_t count;
    const struct item *item = compose_short(composer, label, language->tag, ROLE_MARKER,
                                            /*colour*/ 0, composer->measure,
                                            /*element*/ NULL, &count);
    length room = count ? item->as.line.width + style->marker_gap : 0;
    room = room > style->indent ? room : style->indent;
    return room < composer->measure / 2 ? room : composer->measure / 2;
}

/* Where an edition has several languages, the outline has an entry for each. */
void outline_add_part(struct composer *composer, const struct document *document,
                      const struct language *language, size_t page) {
    const char *title = localised_find(document->title, language->tag);
    struct anchor *anchor = arena_new(composer->arena, struct anchor);
    *anchor = (struct anchor){.page = (uint32_t)page};
    arena_reserve(composer->arena, composer->outline, composer->outline_count,
                  composer->outline_capacity);
    composer->outline[composer->outline_count++] =
        (struct outline_entry){title ? title : language->tag, 1, anchor, language->tag};
}

struct voice voice_new(struct book *book, const struct language *language) {
    struct composer *composer = book->composer;
    return (struct voice){.language = language,
                          .number_room = number_room(book, language),
                          .finding_number =
                              findings_role(composer, book->document, language)};
}

void voice_begin(struct book *book, const struct voice *voice) {
    struct composer *composer = book->composer;
    composer->number_room = voice->number_room;
    composer->finding_number = voice->finding_number;
    composer->outline = voice->outline;
    composer->outline_count = voice->outline_count;
    composer->outline_capacity = voice->outline_capacity;
    composer->outline_level = book->edition->language_count > 1 ? 2 : 1;
    if (book->edition->language_count > 1 && !voice->outline_count)
        outline_add_part(composer, book->document, voice->language, book->pages->count);
}

void voice_end(struct book *book, struct voice *voice) {
    const struct composer *composer = book->composer;
    voice->outline = composer->outline;
    voice->outline_count = composer->outline_count;
    voice->outline_capacity = composer->outline_capacity;
}

/* The entries of each language are together. */
void voices_join_outlines(struct book *book, const struct voice *voices) {
    struct pages *pages = book->pages;
    size_t count = 0;
    for (size_t l = 0; l < book->edition->language_count; l++)
        count += voices[l].outline_count;
    struct outline_entry *entries =
        arena_array(book->composer->arena, struct outline_entry, count);
    for (size_t l = 0; l < book->edition->language_count; l++)
        for (size_t i = 0; i < voices[l].outline_count; i++)
            entries[pages->outline_count++] = voices[l].outline[i];
    pages->outline = entries;
}
