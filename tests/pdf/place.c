/* SPDX-License-Identifier: MIT */
/* Places pictures, a page each, as large as it has pixels: a pixel a point.

       place OUT.pdf RESOLUTION PICTURE...

   The first of a file is a figure, further ones of the same name are artifacts. Prints
   the messages; the status is 0 when the file was written without an error. */
#include "base/diag.h"
#include "image/image.h"
#include "pages/pages.h"
#include "pdf/pdf.h"

#include <stdlib.h>
#include <string.h>

/* What stands in the text that asks for the pictures. */
static const struct source source = {"words.md", {"![a](b)\n", 8}};

struct placing {
    struct arena *arena;
    struct diag *diag;
    struct pages pages;
    struct element *document;
    const struct image_data **data; /* by page */
    char **paths;
    uint32_t resolution;
};

static struct element *add_figure(struct placing *placing) {
    struct element *new = arena_new(placing->arena, struct element);
    *new = (struct element){.tag = TAG_FIGURE,
                            .alt = "what it shows",
                            .parent = placing->document,
                            .index = placing->pages.element_count++};
    if (placing->document->last)
        placing->document->last->next = new;
    else
        placing->document->children = new;
    placing->document->last = new;
    return new;
}

static size_t find_first(const struct placing *placing, size_t page) {
    size_t i = 0;
    while (strcmp(placing->paths[i], placing->paths[page]) != 0)
        i++;
    return i;
}

static void place(struct placing *placing, size_t number) {
    const struct position from = {&source, 1, 1, 1};
    struct page *page = &placing->pages.pages[number];
    const struct image *image =
        image_open(placing->arena, placing->paths[number], from, placing->diag);
    page->language = "en";
    page->width = page->height = PT(10);
    if (!image)
        return;
    page->width = PT((length)image->width);
    page->height = PT((length)image->height);
    size_t first = find_first(placing, number);
    const struct image_data *data = placing->data[number] =
        first == number
            ? image_load(placing->arena, image,
                         (struct image_use){page->width, page->height,
                                            placing->resolution, world_screen()},
                         from, placing->diag)
            : placing->data[first];
    if (!data)
        return;
    page->items = arena_new(placing->arena, struct item);
    page->item_count = 1;
    page->items[0].kind = ITEM_IMAGE;
    page->items[0].as.image =
        (struct image_item){{0, 0, page->width, page->height},
                            data,
                            first == number ? add_figure(placing) : NULL};
}

int main(int count, char **arguments) {
    if (count < 4)
        return 2;
    struct arena *arena = arena_create();
    struct placing placing = {.arena = arena,
                              .diag = diag_new(arena),
                              .document = arena_new(arena, struct element),
                              .paths = arguments + 3,
                              .resolution = (uint32_t)atoi(arguments[2])};
    size_t pictures = (size_t)count - 3;
    placing.pages = (struct pages){.pages = arena_array(arena, struct page, pictures),
                                   .count = pictures,
                                   .structure = placing.document,
                                   .element_count = 1,
                                   .title = "Pictures",
                                   .language = "en"};
    placing.data = arena_array(arena, const struct image_data *, pictures);
    for (size_t i = 0; i < pictures; i++)
        place(&placing, i);
    bool good = diag_count(placing.diag, DIAG_ERROR) == 0 &&
                pdf_write(arena, arguments[1], sheets_plain(arena, &placing.pages),
                          world_screen(), placing.diag);
    diag_print(placing.diag, stderr);
    arena_destroy(arena);
    return good ? 0 : 1;
}
