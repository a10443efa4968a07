/* SPDX-License-Identifier: MIT */
/* The cover: a field of brick courses, one of them broken open; the title in every language
   of the report; who publishes it; that it is a sample. */
#include "pages/internal.h"

#include <string.h>

struct painter {
    struct arena *arena;
    struct page *page;
    const struct style *style;
    bool mirrored; /* the binding is at the right */
    uint32_t random;
};

/* x from the binding. */
static void paint(const struct painter *painter, struct box box, uint32_t colour) {
    length width = painter->page->width;
    if (painter->mirrored)
        box = (struct box){width - box.x1, box.y0, width - box.x0, box.y1};
    if (box.x0 < 0)
        box.x0 = 0;
    if (box.x1 > width)
        box.x1 = width;
    if (box.y0 < 0)
        box.y0 = 0;
    if (box.x0 >= box.x1 || box.y0 >= box.y1)
        return;
    struct item *item = page_add_item(painter->arena, painter->page);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){.box = box, .colour = colour};
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

/* Bricks from x = 0 to `until`, the first one cut so that joints do not line up. */
static void lay_course(struct painter *painter, length y, length until) {
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
    lay_course(painter, y, cover->open_stands);
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

static void lay_field(struct painter *painter) {
    const struct cover_style *cover = &painter->style->cover;
    length width = painter->page->width;
    paint(painter, (struct box){0, 0, width, painter->page->height},
          painter->style->colours.sand);
    paint(painter, (struct box){0, cover->field_top, width, cover->field_bottom},
          painter->style->colours.joint);
    uint32_t course = 1;
    for (length y = cover->field_top; y < cover->field_bottom;
         y += cover->course, course++)
        if (course == cover->open_course)
            lay_open_course(painter, y);
        else
            lay_course(painter, y, width);
}

/* A text flush at the start of its own direction between the margins. */
static size_t set_cover_text(struct book *book, struct page *page,
                             const struct localised *text, enum role role,
                             uint32_t colour, length measure, length y) {
    struct composer *composer = book->composer;
    const struct page_style *style = &book->style->page;
    struct element *element =
        element_new(&composer->structure, composer->element, TAG_P, text->language,
                    locale_direction(text->language));
    size_t count;
    struct item *items = compose_short(composer, text->text, text->language, role,
                                       colour, measure, element, &count);
    length x = locale_direction(text->language) == DIRECTION_RTL
                   ? style->width - style->outer_margin - measure
                   : style->outer_margin;
    for (size_t i = 0; i < count; i++)
        page_place(composer->arena, page, &items[i], x, y);
    return count;
}

static uint32_t title_colour(const struct book *book, const struct localised *text) {
    bool own = !strcmp(text->language, book->edition->languages[0]->tag);
    return own ? book->style->roles[ROLE_COVER_TITLE].colour
               : book->style->colours.brick;
}

static void set_titles(struct book *book, struct page *page) {
    const struct localised_list *titles = &book->document->title;
    const struct cover_style *cover = &book->style->cover;
    for (size_t i = 0; i < titles->count; i++) {
        size_t lines = set_cover_text(book, page, &titles->items[i], ROLE_COVER_TITLE,
                                      title_colour(book, &titles->items[i]),
                                      cover->title_measure, cover->title);
        if (lines > cover->title_lines)
            diag_add(book->composer->diag, DIAG_TITLE_TOO_LONG,
                     titles->items[i].position, NULL, NULL);
    }
}

/* Every language's publisher, edition line, campaign and notice below the title. */
static void set_imprint(struct book *book, struct page *page) {
    const struct document *document = book->document;
    const struct cover_style *cover = &book->style->cover;
    const struct {
        const struct localised_list *list;
        enum role role;
    } lines[] = {{&document->publisher, ROLE_COVER_LINE},
                 {&document->edition_line, ROLE_COVER_LINE},
                 {&document->campaign, ROLE_COVER_NOTE},
                 {&document->notice, ROLE_COVER_NOTE}};
    for (size_t l = 0; l < document->language_count; l++) {
        length y = cover->publisher;
        const char *language = document->languages[l].tag;
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
            for (size_t t = 0; t < lines[i].list->count; t++) {
                const struct localised *text = &lines[i].list->items[t];
                if (strcmp(text->language, language) != 0)
                    continue;
                uint32_t colour = lines[i].list == &document->edition_line
                                      ? book->style->colours.brick
                                      : book->style->roles[lines[i].role].colour;
                size_t count = set_cover_text(book, page, text, lines[i].role, colour,
                                              cover->title_measure, y);
                y += (length)count * (cover->campaign - cover->publisher);
            }
    }
}

void cover_add(struct book *book) {
    struct composer *composer = book->composer;
    struct page *page = book_add_page(book, NULL);
    composer->element = element_new(&composer->structure, composer->element, TAG_SECT,
                                    NULL, book->pages->direction);
    struct painter painter = {.arena = composer->arena,
                              .page = page,
                              .style = book->style,
                              .mirrored = book->pages->direction == DIRECTION_RTL,
                              .random = book->style->cover.seed};
    lay_field(&painter);
    set_titles(book, page);
    const struct page_style *style = &book->style->page;
    length rule = book->style->cover.rule;
    paint(&painter,
          (struct box){style->outer_margin, rule, page->width - style->outer_margin,
                       rule + style->rule_weight},
          book->style->colours.ink);
    set_imprint(book, page);
}
