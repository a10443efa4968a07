/* SPDX-License-Identifier: MIT */
/* A lone Markdown file, read and set, for tests of pages. */
#ifndef UNIT_LONE_H
#define UNIT_LONE_H

#include "document/document.h"
#include "harness.h"
#include "image/image.h"
#include "pages/pages.h"
#include "style/style.h"

#include <stdlib.h>
#include <unistd.h>

/* Pages with the arena that holds them. */
struct sheet {
    struct arena *arena;
    struct diag *diag;
    struct font_set *fonts;
    const struct document *document;
    const struct pages *pages;
};

static inline struct sheet sheet_read(const char *markdown) {
    struct sheet sheet = {.arena = arena_create()};
    static const char pattern[] = "/tmp/sheet-XXXXXX.md";
    char *path =
        arena_copy(sheet.arena, pattern, strlen(pattern)); /* in messages too */
    int fd = mkstemps(path, 3);
    FILE *file = fdopen(fd, "w");
    fputs(markdown, file);
    fclose(file);
    sheet.diag = diag_new(sheet.arena);
    sheet.document = document_read(sheet.arena, path, sheet.diag);
    unlink(path);
    return sheet;
}

static inline void sheet_set(struct sheet *sheet) {
    sheet->fonts = font_set_open(sheet->arena, sheet->diag);
    sheet->pages = pages_lay_out(
        sheet->arena, sheet->document, &sheet->document->editions[0], style_default(),
        (struct pages_means){.fonts = sheet->fonts,
                             .images = image_store_new(sheet->arena)},
        sheet->diag);
    diag_print(sheet->diag, stderr);
    EXPECT(diag_count(sheet->diag, DIAG_ERROR) == 0);
}

static inline void sheet_drop(struct sheet sheet) {
    font_set_close(sheet.fonts);
    arena_destroy(sheet.arena);
}

static inline const struct element *line_element(const struct line_item *line) {
    for (uint32_t i = 0; i < line->run_count; i++)
        if (line->runs[i].element)
            return line->runs[i].element;
    return NULL;
}

/* The element or the nearest around it with this tag; NULL if there is none. */
static inline const struct element *element_within(const struct element *element,
                                                   enum tag tag) {
    while (element && element->tag != tag)
        element = element->parent;
    return element;
}

#endif
