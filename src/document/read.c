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
    reading.formats = formats_open(arena);
    bool read = document->folder ? report_read(&reading, document)
                                 : lone_read(&reading, path, document);
    formats_close(reading.formats);
    withheld_give(&reading, document);
    return read ? document : NULL;
}

const struct localised *localised_entry(struct localised_list list,
                                        const char *language) {
    for (size_t i = 0; i < list.count; i++)
        if (!strcmp(list.items[i].language, language))
            return &list.items[i];
    return list.count ? list.items : NULL;
}

const char *localised_find(struct localised_list list, const char *language) {
    const struct localised *found = localised_entry(list, language);
    return found ? found->text : NULL;
}

const struct edition *document_find_edition(const struct document *document,
                                            const char *name) {
    for (size_t i = 0; i < document->edition_count; i++)
        if (!strcmp(document->editions[i].name, name))
            return &document->editions[i];
    return NULL;
}
