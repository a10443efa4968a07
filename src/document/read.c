/* SPDX-License-Identifier: MIT */
/* Makes the document from a content folder or from one Markdown file. */
#include "document/internal.h"

#include "base/file.h"

const struct document *document_read(struct arena *arena, const char *path,
                                     struct diag *diag) {
    struct reading reading = {.arena = arena, .diag = diag};
    struct document *document = arena_new(arena, struct document);
    if (file_is_folder(path))
        document->folder = arena_copy(arena, path, strlen(path));
    reading.folder = document->folder ? document->folder : file_folder(arena, path);
    bool read = document->folder ? report_read(&reading, document)
                                 : lone_read(&reading, path, document);
    return read ? document : NULL;
}

const char *localised_find(struct localised_list list, const char *language) {
    for (size_t i = 0; i < list.count; i++)
        if (!strcmp(list.items[i].language, language))
            return list.items[i].text;
    return list.count ? list.items[0].text : NULL;
}

const struct edition *document_find_edition(const struct document *document,
                                            const char *name) {
    for (size_t i = 0; i < document->edition_count; i++)
        if (!strcmp(document->editions[i].name, name))
            return &document->editions[i];
    return NULL;
}

/* The last place at or before an offset. */
static const struct place *find_place(const struct paragraph *paragraph,
                                      uint32_t offset) {
    size_t low = 0, high = paragraph->place_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (paragraph->places[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return &paragraph->places[low];
}

static uint32_t source_offset(const struct paragraph *paragraph, uint32_t offset) {
    const struct place *place = find_place(paragraph, offset);
    return place->source_offset + (offset - place->offset);
}

struct position paragraph_position(const struct paragraph *paragraph, uint32_t start,
                                   uint32_t end) {
    if (!paragraph->source || !paragraph->place_count)
        return (struct position){.source = paragraph->source};
    uint32_t first = source_offset(paragraph, start);
    uint32_t last = end > start ? source_offset(paragraph, end - 1) + 1 : first;
    return source_position(paragraph->source, first, last > first ? last : first);
}
