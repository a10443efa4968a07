/* SPDX-License-Identifier: MIT */
/* Sets figures: a picture, its caption and its source below it. */
#include "pages/internal.h"

#include "image/image.h"

/* The height of the picture is rounded up to the grid, so that the text goes on on it. */
static length on_grid(const struct composer *composer, length height) {
    length step = composer->style->page.step;
    return (height + step - 1) / step * step;
}

/* What the page has room for besides a caption and a source. */
static length highest(const struct composer *composer) {
    const struct page_style *page = &composer->style->page;
    return (page->last_line - page->first_line) * 4 / 5;
}

struct extent {
    length width, height;
};

/* As wide as the author says, else as the picture is by itself; never wider than the column
   nor higher than a page has room for. */
static struct extent find_extent(const struct composer *composer,
                                 const struct figure *figure,
                                 const struct image *image) {
    length column = composer->measure - composer->indent - composer->end_indent;
    uint32_t resolution =
        image->density ? image->density : composer->style->figure.resolution;
    int64_t width = figure->width ? (int64_t)column * figure->width / 100
                                  : (int64_t)image->width * 72000 / resolution;
    if (width > column)
        width = column;
    int64_t height = width * image->height / image->width;
    if (height > highest(composer)) {
        height = highest(composer);
        width = height * image->width / image->height;
    }
    return (struct extent){width > 1 ? (length)width : 1,
                           height > 1 ? (length)height : 1};
}

static void set_picture(struct composer *composer, const struct block *block,
                        const struct image *image, struct element *element,
                        struct anchor *anchor) {
    const struct figure *figure = block->figure;
    struct extent extent = find_extent(composer, figure, image);
    const struct image_data *data = image_store_load(
        composer->means.images, image,
        (struct image_use){extent.width, extent.height, composer->resolution,
                           composer->means.world},
        block->position, composer->diag);
    if (!data)
        return;
    length height = on_grid(composer, extent.height);
    length cap = composer->style->figure.cap;
    struct row *row = galley_add_row(composer, height + cap);
    row->reach = height - cap;
    row->anchor = anchor;
    length left =
        line_left(composer->measure, block->direction, composer->indent, extent.width);
    struct item *item = row_add_item(composer->arena, row);
    item->kind = ITEM_IMAGE;
    item->as.image =
        (struct image_item){.box = {left, -extent.height, left + extent.width, 0},
                            .data = data,
                            .element = element};
    composer->keep = true;
}

void compose_figure(struct composer *composer, const struct block *block) {
    if (block->figure->chart) {
        compose_chart(composer, block);
        return;
    }
    const struct image *image = image_open(composer->arena, block->figure->path,
                                           block->position, composer->diag);
    if (!image)
        return;
    struct aside aside = aside_begin(composer);
    composer->indent = aside.indent;
    composer->end_indent = aside.end_indent;
    struct element *element =
        element_new(&composer->structure, aside.element, TAG_FIGURE, block->language,
                    block->direction);
    element->alt = block->figure->alt;
    set_picture(composer, block, image, element,
                anchors_find(composer->anchors, composer->language->tag,
                             anchors_name(composer->arena, block)));
    composer->element = element;
    galley_ask_air(composer, composer->style->figure.before_caption);
    compose_caption(composer, &block->figure->caption, NULL);
    composer->element = aside.element;
    compose_source(composer, &block->figure->caption);
    struct galley galley = aside_end(composer, &aside);
    compose_float(composer, block, galley);
}
