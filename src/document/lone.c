/* SPDX-License-Identifier: MIT */
/* Makes a document from a single Markdown file that no report.yaml speaks of. */
#include "document/internal.h"

#include "base/file.h"

/* "letter" of "folder/letter.md" */
static const char *file_stem(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    size_t length = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    return arena_copy(arena, name, length);
}

static void set_title(struct reading *reading, struct document *document,
                      const struct section *section) {
    struct localised *title = arena_new(reading->arena, struct localised);
    *title =
        (struct localised){section->language->tag, section->title, section->position};
    document->title = (struct localised_list){title, 1};
    document->short_title = document->title;
}

static void set_edition(struct reading *reading, struct document *document,
                        const char *name) {
    struct edition *edition = arena_new(reading->arena, struct edition);
    edition->name = name;
    edition->languages = arena_array(reading->arena, const struct language *, 1);
    edition->languages[0] = document->languages;
    edition->language_count = 1;
    edition->resolution = RESOLUTION;
    edition->position = (struct position){.source = document->source};
    document->editions = edition;
    document->edition_count = 1;
}

static bool is_markdown_name(const char *path) {
    static const char *const endings[] = {".md", ".markdown"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t end = strlen(endings[i]), all = strlen(path);
        if (all > end && !strcmp(path + all - end, endings[i]))
            return true;
    }
    return false;
}

bool lone_read(struct reading *reading, const char *path, struct document *document) {
    if (file_exists(path) && !is_markdown_name(path)) {
        diag_add(reading->diag, DIAG_NOT_MARKDOWN, diag_nowhere(), path, NULL);
        return false;
    }
    struct section *section = arena_new(reading->arena, struct section);
    struct ids *ids = ids_new(reading->arena);
    size_t failures = diag_count(reading->diag, DIAG_WORLD);
    size_t errors = diag_count(reading->diag, DIAG_ERROR);
    struct locator *locator = input_read(reading, path, diag_nowhere());
    document->lone = true;
    if (!locator)
        return diag_count(reading->diag, DIAG_WORLD) == failures;
    section->key = file_stem(reading->arena, path);
    section_read(reading, ids, NULL, locator, section);
    ids_finish(reading, ids, section->language->tag);
    annex_check(reading, ids);
    if (!section->title)
        section->title = section->key;
    section_check(reading, section, errors);
    document->source = &locator->source;
    document->languages = section->language;
    document->language_count = 1;
    document->sections = section;
    document->section_count = 1;
    set_title(reading, document, section);
    set_edition(reading, document, section->key);
    retyped_tell(reading, document);
    return true;
}
