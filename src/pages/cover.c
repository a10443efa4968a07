/* SPDX-License-Identifier: MIT */
/* The cover: a field of brick courses, one of them broken open; the title in every language
   of the report; who publishes it; that it is a sample. */
#include "pages/book.h"

#include <string.h>

struct box page_bleed(const struct page *page, struct box box, length bleed) {
    box.x0 = box.x0 <= 0 ? -bleed : box.x0;
    box.y0 = box.y0 <= 0 ? -bleed : box.y0;
    box.x1 = box.x1 >= page->width ? page->width + bleed : box.x1;
    box.y1 = box.y1 >= page->height ? page->height + bleed : box.y1;
    return box;
}

void paint(const struct painter *painter, struct box box, uint32_t colour) {
    length width = painter->page->width;
    if (painter->mirrored)
        box = (struct box){width - box.x1, box.y0, width - box.x0, box.y1};
    if (box.x1 <= 0 || box.x0 >= width || box.y1 <= 0)
        return;
    box = page_bleed(painter->page, box, painter->bleed);
    if (box.x0 >= box.x1 || box.y0 >= box.y1)
        return;
    struct item *item = page_add_item(painter->arena, painter->page);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){.box = box, .colour = colour};
}

struct painter painter_begin(const struct book *book, struct page *page,
                             bool mirrored) {
    return (struct painter){.arena = book->composer->arena,
                            .page = page,
                            .style = book->style,
                            .mirrored = mirrored,
                            .bleed = book->pages->bleed,
                            .random = book->style->cover.seed};
}

/* Numerical Recipes' linear congruence: the wall is the same on every machine. */
static uint32_t next_random(struct painter *painter, uint32_t below) {
    painter->random = painter->random * 1664525u + 1013904223u;
    return (painter->random >> 16) % below;
}

static void lay_brick(struct painter *painter, length x, length width, length y) {
    const struct cover_style *cover = &painter->style->cover;
    uint32_t tone = painter->style->colours.brick_tones[next_random(painter, 4)];
    paint(
        painter,
        (struct box){x, y, x + width - cover->joint, y + cover->course - cover->joint},
        tone);
}

void paint_course(struct painter *painter, length y, length until) {
    const struct cover_style *cover = &painter->style->cover;
    length x = -(length)next_random(painter, (uint32_t)cover->brick_min / 1000) * 1000;
    while (x < until) {
        length width =
            cover->brick_min +
            (length)next_random(painter, cover->brick_steps) * cover->brick_step;
        if (x + width > until && until < painter->page->width)
            width = until - x;
        lay_brick(painter, x, width, y);
        x += width;
    }
}

static void lay_open_course(struct painter *painter, length y) {
    const struct cover_style *cover = &painter->style->cover;
    paint_course(painter, y, cover->open_stands);
    paint(painter,
          (struct box){cover->open_stands, y - cover->joint, painter->page->width,
                       y + cover->course - cover->joint},
          painter->style->colours.sand);
    length x = cover->open_stands;
    for (size_t i = 0; i < 3; i++) {
        x += cover->open_gaps[i];
        lay_brick(painter, x, cover->open_bricks[i], y);
        x += cover->open_bricks[i];
    }
}

/* The field of bricks ends `raise` higher than usual: by whole courses. */
static void lay_field(struct painter *painter, length raise) {
    const struct cover_style *cover = &painter->style->cover;
    length width = painter->page->width, bottom = cover->field_bottom - raise;
    paint(painter, (struct box){0, 0, width, painter->page->height},
          painter->style->colours.sand);
    paint(painter, (struct box){0, cover->field_top, width, bottom},
          painter->style->colours.joint);
    uint32_t course = 1;
    for (length y = cover->field_top; y < bottom; y += cover->course, course++)
        if (course == cover->open_course)
            lay_open_course(painter, y);
        else
            paint_course(painter, y, width);
}

/* --- texts ---------------------------------------------------------------------------- */

void cover_add_text(struct book *book, struct cover_block *block,
                    const struct localised *text, enum role role, uint32_t colour,
                    length step, length gap) {
    struct composer *composer = book->composer;
    const struct page_style *style = &book->style->page;
    length measure = block->measure;
    enum direction direction = locale_direction(text->language);
    struct element *element = element_new(&composer->structure, composer->element,
                                          TAG_P, text->language, direction);
    struct cover_text set = {.x = style->outer_margin};
    if (block->begun[direction])
        set.y = block->last[direction] + step;
    set.lines = compose_short(composer, text->text, text->language, role, colour,
                              measure, element, &set.count);
    if (!set.count)
        return;
    if (direction == DIRECTION_RTL)
        set.x = style->width - style->outer_margin - measure;
    arena_reserve(composer->arena, block->texts, block->count, block->capacity);
    block->texts[block->count++] = set;
    block->last[direction] = set.y + (length)(set.count - 1) * step + gap;
    block->begun[direction] = true;
    length last = set.y + set.lines[set.count - 1].as.line.y;
    block->depth = last > block->depth ? last : block->depth;
}

void cover_place_block(struct book *book, struct page *page,
                       const struct cover_block *block, length y) {
    for (size_t t = 0; t < block->count; t++) {
        const struct cover_text *text = &block->texts[t];
        for (size_t i = 0; i < text->count; i++)
            page_place(book->composer->arena, page, &text->lines[i], text->x,
                       y + text->y);
    }
}

static uint32_t title_colour(const struct book *book, const struct localised *text) {
    bool own = !strcmp(text->language, book->edition->languages[0]->tag);
    return own ? book->style->roles[ROLE_COVER_TITLE].colour
               : book->style->colours.brick;
}

static length title_leading(const struct book *book, bool arabic) {
    return role_script(&book->style->roles[ROLE_COVER_TITLE], arabic)->leading;
}

static struct cover_block set_titles(struct book *book) {
    const struct localised_list *titles = &book->document->title;
    struct cover_block block = {.measure = book->style->cover.title_measure};
    for (size_t i = 0; i < titles->count; i++) {
        const struct localised *title = &titles->items[i];
        cover_add_text(book, &block, title, ROLE_COVER_TITLE, title_colour(book, title),
                       text_leading(book->style, &book->style->roles[ROLE_COVER_TITLE],
                                    title->language),
                       book->style->page.step);
    }
    return block;
}

/* As the theme has it, and more for a language that needs it. */
length cover_step(const struct book *book, const struct localised *text,
                  enum role role) {
    const struct cover_style *cover = &book->style->cover;
    length step = cover->campaign - cover->publisher;
    length least = text_leading(book->style, &book->style->roles[role], text->language);
    return style_language(book->style, text->language) && least > step ? least : step;
}

/* Every language's publisher, edition line, campaign and notice below the title. */
static struct cover_block set_imprint(struct book *book) {
    const struct document *document = book->document;
    const struct {
        const struct localised_list *list;
        enum role role;
    } lines[] = {{&document->publisher, ROLE_COVER_LINE},
                 {&document->edition_line, ROLE_COVER_LINE},
                 {&document->edition_number, ROLE_COVER_LINE},
                 {&book->edition->stamp, ROLE_COVER_LINE},
                 {&document->campaign, ROLE_COVER_NOTE},
                 {&document->notice, ROLE_COVER_NOTE},
                 {&document->prevails, ROLE_COVER_NOTE}};
    struct cover_block block = {.measure = book->style->cover.title_measure};
    for (size_t l = 0; l < document->language_count; l++)
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
            for (size_t t = 0; t < lines[i].list->count; t++) {
                const struct localised *text = &lines[i].list->items[t];
                if (strcmp(text->language, document->languages[l].tag) != 0)
                    continue;
                bool accent = lines[i].list == &document->edition_line ||
                              lines[i].list == &book->edition->stamp;
                uint32_t colour = accent ? book->style->colours.brick
                                         : book->style->roles[lines[i].role].colour;
                cover_add_text(book, &block, text, lines[i].role, colour,
                               cover_step(book, text, lines[i].role), 0);
            }
    return block;
}

/* --- the whole ------------------------------------------------------------------------ */

static length more_than(length wanted, length room) {
    return wanted > room ? wanted - room : 0;
}

/* Where the texts need more room than they have, all above them stands higher, the bricks
   too. */
static void place_texts(struct book *book, struct painter *painter,
                        const struct cover_block *titles,
                        const struct cover_block *imprint) {
    const struct cover_style *cover = &book->style->cover;
    const struct page_style *style = &book->style->page;
    length most = title_leading(book, false) > title_leading(book, true)
                      ? title_leading(book, false)
                      : title_leading(book, true);
    length raise = more_than(cover->publisher + imprint->depth,
                             style->height - style->outer_margin / 2);
    length raise_titles =
        raise + more_than(titles->depth, most * ((length)cover->title_lines - 1));
    length rule = cover->rule - raise;
    if (cover->title - raise_titles < style->first_line)
        diag_add(book->composer->diag, DIAG_COVER_FULL,
                 book->document->title.items[0].position, NULL, NULL);
    lay_field(painter,
              (raise_titles + cover->course - 1) / cover->course * cover->course);
    cover_place_block(book, painter->page, titles, cover->title - raise_titles);
    paint(painter,
          (struct box){style->outer_margin, rule, style->width - style->outer_margin,
                       rule + style->rule_weight},
          book->style->colours.ink);
    cover_place_block(book, painter->page, imprint, cover->publisher - raise);
}

void cover_add(struct book *book) {
    struct composer *composer = book->composer;
    struct page *page = book_add_page(book, NULL);
    composer->element = element_new(&composer->structure, composer->element, TAG_SECT,
                                    NULL, book->pages->direction);
    struct painter painter =
        painter_begin(book, page, book->pages->direction == DIRECTION_RTL);
    struct cover_block titles = set_titles(book), imprint = set_imprint(book);
    place_texts(book, &painter, &titles, &imprint);
}
