/* SPDX-License-Identifier: MIT */
/* The back cover: courses of brick at its head, what the report says in each language of the
   edition, who publishes it, its address, and that as a QR code. It is the last page. */
#include "pages/book.h"

#include <string.h>

/* Half of a booklet has the other half behind it. */
static bool is_asked(const struct book *book) {
    const struct document *document = book->document;
    if (book->edition->booklet.back_to_back)
        return false;
    for (size_t i = 0; i < document->section_count; i++)
        if (document->sections[i].kind == SECTION_BACK_COVER)
            return document->blurb.count > 0;
    return false;
}

static bool is_of_edition(const struct book *book, const char *language) {
    for (size_t i = 0; i < book->edition->language_count; i++)
        if (!strcmp(book->edition->languages[i]->tag, language))
            return true;
    return false;
}

/* --- texts ------------------------------------------------------------------------------ */

static length find_measure(const struct book *book) {
    enum direction first = book->edition->languages[0]->direction;
    for (size_t i = 1; i < book->edition->language_count; i++)
        if (book->edition->languages[i]->direction != first)
            return book->style->cover.title_measure;
    return book->style->back.measure;
}

static void add_blurbs(struct book *book, struct cover_block *block) {
    const struct localised_list *blurb = &book->document->blurb;
    const struct role_style *role = &book->style->roles[ROLE_BLURB];
    for (size_t i = 0; i < blurb->count; i++)
        if (is_of_edition(book, blurb->items[i].language))
            cover_add_text(book, block, &blurb->items[i], ROLE_BLURB, role->colour,
                           text_leading(book->style, role, blurb->items[i].language),
                           book->style->page.step);
}

static void add_lines(struct book *book, struct cover_block *block,
                      const struct localised_list *list, enum role role) {
    for (size_t i = 0; i < list->count; i++)
        if (is_of_edition(book, list->items[i].language))
            cover_add_text(book, block, &list->items[i], role,
                           book->style->roles[role].colour,
                           cover_step(book, &list->items[i], role), 0);
}

/* In every language of the report, as on each page. */
static void add_stamp(struct book *book, struct cover_block *block) {
    const struct localised_list *stamp = &book->edition->stamp;
    for (size_t i = 0; i < stamp->count; i++)
        cover_add_text(book, block, &stamp->items[i], ROLE_COVER_LINE,
                       book->style->colours.brick,
                       cover_step(book, &stamp->items[i], ROLE_COVER_LINE), 0);
}

/* --- the address ------------------------------------------------------------------------ */

/* The code is never mirrored: it stands on the side where the reading begins. */
static void add_code(struct book *book, struct painter *painter, length rule) {
    const struct back_style *back = &book->style->back;
    const struct page_style *page = &book->style->page;
    const struct localised *site =
        localised_entry(book->document->site, book->pages->language);
    if (!site || !back->code)
        return;
    struct code code = code_draw(book->composer->arena, site->text, back->code);
    if (!code.count) {
        diag_add(book->composer->diag, DIAG_SITE_LONG, site->position, NULL, NULL);
        return;
    }
    bool right = book->pages->direction == DIRECTION_RTL;
    length left =
        right ? page->width - page->outer_margin - back->code : page->outer_margin;
    struct painter straight = *painter;
    straight.mirrored = false;
    length top = rule - back->code_rise - back->code;
    paint(&straight, (struct box){left, top, left + back->code, top + back->code},
          0xFFFFFF);
    for (size_t i = 0; i < code.count; i++) {
        struct box box = code.dark[i];
        paint(&straight,
              (struct box){left + box.x0, top + box.y0, left + box.x1, top + box.y1},
              book->style->colours.ink);
    }
}

/* In words, beside the code and level with its foot; a click leads there. */
static void add_site(struct book *book, struct page *page, length rule) {
    struct composer *composer = book->composer;
    const struct back_style *back = &book->style->back;
    const struct page_style *style = &book->style->page;
    const char *language = book->pages->language;
    const char *site = localised_find(book->document->site, language);
    bool right = book->pages->direction == DIRECTION_RTL;
    if (!site)
        return;
    struct element *paragraph = element_new(&composer->structure, composer->element,
                                            TAG_P, language, book->pages->direction);
    struct element *link = element_new(&composer->structure, paragraph, TAG_LINK, NULL,
                                       book->pages->direction);
    length gap = back->code ? back->code + style->gutter : 0;
    length measure = style->width - 2 * style->outer_margin - gap;
    length left = style->outer_margin + (right ? 0 : gap);
    size_t count;
    struct item *lines = compose_short(composer, site, language, ROLE_COVER_NOTE,
                                       book->style->link_colour, measure, link, &count);
    length y = rule - back->code_rise;
    for (size_t i = 0; i < count; i++) {
        const struct line_item *line = &lines[i].as.line;
        length up = y - lines[count - 1].as.line.y;
        page_place(composer->arena, page, &lines[i], left, up);
        struct item *area = page_add_item(composer->arena, page);
        area->kind = ITEM_LINK;
        area->as.link = (struct link_item){
            .box = {left + line->x, up + line->y - style->step * 3 / 2,
                    left + line->x + line->width, up + line->y + style->step / 2},
            .uri = site,
            .element = link,
            .contents = site};
    }
}

/* --- the whole -------------------------------------------------------------------------- */

static void lay_ground(struct book *book, struct painter *painter) {
    const struct cover_style *cover = &book->style->cover;
    length width = painter->page->width;
    length bottom =
        cover->field_top + (length)book->style->back.courses * cover->course;
    paint(painter, (struct box){0, 0, width, painter->page->height},
          book->style->colours.sand);
    paint(painter, (struct box){0, cover->field_top, width, bottom},
          book->style->colours.joint);
    for (length y = cover->field_top; y < bottom; y += cover->course)
        paint_course(painter, y, width);
}

void back_cover_add(struct book *book) {
    struct composer *composer = book->composer;
    const struct page_style *style = &book->style->page;
    const struct cover_style *cover = &book->style->cover;
    const struct back_style *back = &book->style->back;
    if (!is_asked(book))
        return;
    struct page *page = book_add_page(book, NULL);
    book->pages->back_cover = true;
    struct painter painter =
        painter_begin(book, page, book->pages->direction == DIRECTION_LTR);
    struct cover_block blurbs = {.measure = find_measure(book)};
    struct cover_block lines = {.measure = cover->title_measure};
    composer->element = element_new(&composer->structure,
                                    (struct element *)(uintptr_t)book->pages->structure,
                                    TAG_SECT, NULL, book->pages->direction);
    lay_ground(book, &painter);
    add_blurbs(book, &blurbs);
    cover_place_block(book, page, &blurbs, back->blurb);
    add_lines(book, &lines, &book->document->publisher, ROLE_COVER_LINE);
    add_lines(book, &lines, &book->document->contact, ROLE_COVER_NOTE);
    add_stamp(book, &lines);
    length room = style->height - style->outer_margin / 2;
    length depth = cover->publisher + lines.depth;
    length rule = cover->rule - (depth > room ? depth - room : 0);
    add_code(book, &painter, rule);
    add_site(book, page, rule);
    paint(&painter,
          (struct box){style->outer_margin, rule, style->width - style->outer_margin,
                       rule + style->rule_weight},
          book->style->colours.ink);
    cover_place_block(book, page, &lines, rule + cover->publisher - cover->rule);
    length top =
        book->document->site.count ? rule - back->code_rise - back->code : rule;
    if (back->blurb + blurbs.depth > top - style->step * 2)
        diag_add(composer->diag, DIAG_BACK_COVER_FULL,
                 book->document->blurb.items[0].position, NULL, NULL);
}
