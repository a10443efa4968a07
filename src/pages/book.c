/* SPDX-License-Identifier: MIT */
/* The pages of the book: where their columns are, fresh ones, and what is put on them. */
#include "pages/book.h"

struct item *page_add_item(struct arena *arena, struct page *page) {
    arena_reserve(arena, page->items, page->item_count, page->item_capacity);
    return &page->items[page->item_count++];
}

static void move_box(struct box *box, length x, length y) {
    *box = (struct box){box->x0 + x, box->y0 + y, box->x1 + x, box->y1 + y};
}

/* A copy: the same path may stand in another place too. */
static void move_path(struct arena *arena, struct path *path, length x, length y) {
    struct point *points = arena_array(arena, struct point, path->count);
    for (size_t i = 0; i < path->count; i++) {
        const struct point *from = &path->points[i];
        points[i] = (struct point){from->x + x, from->y + y, from->starts};
    }
    path->points = points;
}

void item_move(struct arena *arena, struct item *placed, length x, length y) {
    switch (placed->kind) {
    case ITEM_LINE:
        placed->as.line.x += x;
        placed->as.line.y += y;
        break;
    case ITEM_RECTANGLE:
        move_box(&placed->as.rectangle.box, x, y);
        break;
    case ITEM_LINK:
        move_box(&placed->as.link.box, x, y);
        break;
    case ITEM_FOLIO:
        placed->as.folio.x += x;
        placed->as.folio.y += y;
        break;
    case ITEM_IMAGE:
        move_box(&placed->as.image.box, x, y);
        break;
    case ITEM_PATH:
        move_path(arena, &placed->as.path.path, x, y);
        break;
    }
}

void page_place(struct arena *arena, struct page *page, const struct item *item,
                length x, length y) {
    struct item *placed = page_add_item(arena, page);
    *placed = *item;
    item_move(arena, placed, x, y);
}

length style_measure(const struct style *style) {
    const struct page_style *page = &style->page;
    return page->column * (length)page->text_columns +
           page->gutter * (length)(page->text_columns - 1);
}

length style_wide_measure(const struct style *style) {
    return style_measure(style) + style->page.gutter + style->page.column;
}

length style_half_measure(const struct style *style) {
    return (style_wide_measure(style) - style->page.gutter) / 2;
}

length book_measure(const struct book *book) {
    return book->abreast[0] ? style_half_measure(book->style)
                            : style_measure(book->style);
}

static length text_left(const struct book *book, size_t index) {
    const struct page_style *page = &book->style->page;
    length measure = style_measure(book->style);
    if (book->document->lone)
        return (page->width - measure) / 2;
    return pages_bind_left(book->pages, index)
               ? page->binding_margin
               : page->width - page->binding_margin - measure;
}

length book_outer_left(const struct book *book, size_t index) {
    const struct page_style *page = &book->style->page;
    return pages_bind_left(book->pages, index)
               ? page->width - page->outer_margin - page->column
               : page->outer_margin;
}

length book_wide_left(const struct book *book, size_t index) {
    length text = text_left(book, index);
    length outer = book_outer_left(book, index);
    return book->document->lone || text < outer ? text : outer;
}

length book_text_left(const struct book *book, size_t index) {
    if (!book->abreast[0])
        return text_left(book, index);
    length beside = style_half_measure(book->style) + book->style->page.gutter;
    return book_wide_left(book, index) + (book->side ? beside : 0);
}

/* A page that nothing is painted on is white. */
static void lay_paper(struct book *book, struct page *page) {
    uint32_t colour = book->style->colours.paper;
    if (colour == 0xFFFFFF)
        return;
    struct item *item = page_add_item(book->composer->arena, page);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){
        .box = page_bleed(page, (struct box){0, 0, page->width, page->height},
                          book->pages->bleed),
        .colour = colour};
}

struct page *book_add_page(struct book *book, const struct section *section) {
    struct pages *pages = book->pages;
    struct composer *composer = book->composer;
    arena_reserve(composer->arena, pages->pages, pages->count, book->page_capacity);
    size_t index = pages->count++;
    struct page *page = &pages->pages[index];
    const struct page_style *style = &book->style->page;
    *page = (struct page){.width = style->width, .height = style->height};
    page->language = section ? section->language->tag : pages->language;
    page->direction = section ? section->language->direction : pages->direction;
    if (section) {
        lay_paper(book, page);
        page->label = locale_number(composer->arena, (uint32_t)index + 1,
                                    section->language->digits);
        if (book->abreast[0])
            page->direction = DIRECTION_LTR; /* that of both together */
        page->parallel = book->abreast[0] != NULL;
        if (page->parallel)
            running_add_abreast(book, index);
        else
            running_add(book, section, index);
    }
    return &pages->pages[index];
}

void section_add_rule(struct book *book, bool wide) {
    const struct page_style *style = &book->style->page;
    size_t index = book->pages->count - 1;
    struct page *page = &book->pages->pages[index];
    length x = wide ? book_wide_left(book, index) : book_text_left(book, index);
    length width = wide ? style_wide_measure(book->style) : style_measure(book->style);
    struct item *item = page_add_item(book->composer->arena, page);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){
        .box = {x, style->chapter_rule, x + width,
                style->chapter_rule + style->chapter_rule_weight},
        .colour = book->style->colours.brick};
}
