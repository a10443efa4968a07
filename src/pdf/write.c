/* SPDX-License-Identifier: MIT */
/* Writes sheets as a PDF: this file says in which order. */
#include "pdf/internal.h"
#include "pdf/pdf.h"

#include "base/file.h"

#include <errno.h>

static bool fail_library(struct writer *writer) {
    const char *failure = writer->haru ? haru_failure(writer->haru) : "out of memory";
    if (failure)
        diag_add(writer->diag, DIAG_PDF_LIBRARY, diag_nowhere(), failure, NULL);
    return false;
}

static bool fail_file(struct writer *writer) {
    diag_add(writer->diag, DIAG_FILE_WRITE, diag_nowhere(), writer->path,
             strerror(errno));
    return false;
}

/* All pages first: links point forward. */
static void make_page_objects(struct writer *writer) {
    const struct pages *pages = writer->pages;
    writer->objects = (struct page_objects){
        arena_array(writer->arena, struct haru_object *, pages->count), pages->pages,
        pages->count};
    for (size_t i = 0; i < pages->count; i++) {
        writer->objects.items[i] = haru_page(writer->haru, pages->pages[i].width,
                                             pages->pages[i].height, writer->resources);
        haru_page_tagged(writer->haru, writer->objects.items[i]);
    }
}

/* --- where drawings stand ------------------------------------------------------------- */

/* Letters reach so far, or not much less. */
static struct box line_box(const struct line_item *line) {
    length size = line->runs[0].size;
    return (struct box){line->x, line->y - size * 4 / 5, line->x + line->width,
                        line->y + size * 3 / 10};
}

static struct box path_box(const struct path *path) {
    struct box box = {path->points[0].x, path->points[0].y, path->points[0].x,
                      path->points[0].y};
    for (size_t i = 1; i < path->count; i++) {
        const struct point *point = &path->points[i];
        box.x0 = point->x < box.x0 ? point->x : box.x0;
        box.x1 = point->x > box.x1 ? point->x : box.x1;
        box.y0 = point->y < box.y0 ? point->y : box.y0;
        box.y1 = point->y > box.y1 ? point->y : box.y1;
    }
    length half = path->weight / 2;
    return (struct box){box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half};
}

/* What is drawn of a figure makes up its box. */
static void place_part(struct content *content, const struct element *element,
                       struct box box) {
    if (content->structure && element && element->tag == TAG_FIGURE)
        structure_place(content->structure, element,
                        (struct box){box.x0, haru_y(content->height, box.y1), box.x1,
                                     haru_y(content->height, box.y0)});
}

static void place_item(struct content *content, const struct item *item) {
    if (item->kind == ITEM_LINE && item->as.line.run_count)
        place_part(content, item->as.line.runs[0].element, line_box(&item->as.line));
    else if (item->kind == ITEM_RECTANGLE)
        place_part(content, item->as.rectangle.element, item->as.rectangle.box);
    else if (item->kind == ITEM_PATH)
        place_part(content, item->as.path.element, path_box(&item->as.path.path));
}

/* --- items ---------------------------------------------------------------------------- */

static void write_item(struct writer *writer, struct content *content,
                       const struct item *item) {
    switch (item->kind) {
    case ITEM_LINE:
        text_line(content, &item->as.line);
        break;
    case ITEM_RECTANGLE:
        text_rectangle(content, &item->as.rectangle);
        break;
    case ITEM_LINK:
        if (content->structure)
            link_write(writer->arena, writer->haru, writer->structure, &writer->objects,
                       &writer->action, content->page, &item->as.link);
        break;
    case ITEM_FOLIO: /* finished pages have none */
        break;
    case ITEM_IMAGE:
        image_write(content, &writer->images, &item->as.image);
        break;
    case ITEM_PATH:
        path_write(content, &item->as.path);
        break;
    }
}

struct content writer_content(struct writer *writer, length height) {
    return (struct content){.out = &writer->operators,
                            .fonts = &writer->fonts,
                            .line_arena = writer->line_arena,
                            .height = height,
                            .world = writer->world,
                            .line_count = writer->line_count,
                            .colour = -1};
}

void writer_items(struct writer *writer, struct content *content,
                  const struct item *items, size_t count) {
    for (size_t i = 0; i < count; i++) {
        place_item(content, &items[i]);
        write_item(writer, content, &items[i]);
    }
    text_end(content);
    writer->line_count = content->line_count;
}

static void write_page(struct writer *writer, size_t number) {
    const struct page *page = &writer->pages->pages[number];
    struct content content = writer_content(writer, page->height);
    content.structure = writer->structure;
    content.page_object = writer->objects.items[number];
    content.page = (uint32_t)number;
    writer->operators.length = 0;
    writer_items(writer, &content, page->items, page->item_count);
    haru_page_content(writer->haru, content.page_object,
                      buffer_slice(&writer->operators));
}

bool writer_resources(struct writer *writer, struct slice *fonts) {
    struct buffer entries = {.arena = writer->arena};
    if (!fonts_write(&writer->fonts, writer->arena, writer->haru, &entries,
                     writer->diag))
        return false;
    colour_add_resources(writer->world, &entries);
    *fonts = buffer_slice(&entries);
    images_add_resources(&writer->images, &entries);
    haru_set_entries(writer->resources, buffer_slice(&entries));
    return true;
}

/* Each page as it is, with its tags, links and outline. */
static bool write_plain(struct writer *writer) {
    struct slice fonts;
    writer->structure = structure_open(writer->arena, writer->pages, writer->haru);
    make_page_objects(writer);
    for (size_t i = 0; i < writer->pages->count; i++)
        write_page(writer, i);
    if (!writer_resources(writer, &fonts))
        return false;
    struct haru_object *outline =
        outline_write(writer->arena, writer->haru, &writer->objects, writer->pages);
    struct haru_object *structure = structure_write(writer->structure, writer->arena);
    metadata_write(writer, outline, structure);
    return true;
}

static bool write_objects(struct writer *writer) {
    writer->resources = haru_dictionary(writer->haru);
    writer->images = (struct images){.arena = writer->arena, .haru = writer->haru};
    bool plain = writer->sheets->plain;
    if (!(plain ? write_plain(writer) : impose_write(writer)))
        return false;
    return !haru_failure(writer->haru) || fail_library(writer);
}

static bool save(struct writer *writer) {
    struct file_replacement *file = file_replace_begin(writer->arena, writer->path);
    if (!file)
        return fail_file(writer);
    if (!haru_save(writer->haru, file_replacement_stream(file))) {
        int reason = errno;
        file_replace_abandon(file);
        errno = reason;
        return reason ? fail_file(writer) : fail_library(writer);
    }
    return file_replace_commit(file) || fail_file(writer);
}

bool pdf_write(struct arena *arena, const char *path, const struct sheets *sheets,
               const struct world *world, struct diag *diag) {
    struct writer writer = {.arena = arena,
                            .diag = diag,
                            .path = path,
                            .sheets = sheets,
                            .world = world,
                            .pages = sheets->pages};
    writer.fonts.arena = writer.operators.arena = arena;
    writer.haru = haru_open(arena);
    if (!writer.haru)
        return fail_library(&writer);
    writer.line_arena = arena_create();
    bool ok = write_objects(&writer) && save(&writer);
    arena_destroy(writer.line_arena);
    haru_close(writer.haru);
    return ok;
}
