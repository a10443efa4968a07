/* SPDX-License-Identifier: MIT */
/* What must be true of every page, whatever stands on it: no line of text lies on another, on
   a rule or on a picture, nothing is painted over, nothing leaves the page, the text keeps its
   frame, and no page is empty. Letters are taken to reach 0.66 em above the baseline and 0.2
   em below it: less than some do, more than is ever seen to touch. */
#ifndef UNIT_FRAME_H
#define UNIT_FRAME_H

#include "lone.h"

/* What the pages were set in; NULL: the default. */
static const struct style *frame_style;

static inline length line_size(const struct line_item *line) {
    length size = 0;
    for (uint32_t i = 0; i < line->run_count; i++)
        if (line->runs[i].size > size)
            size = line->runs[i].size;
    return size;
}

/* Where its letters are. */
static inline struct box line_box(const struct line_item *line) {
    length size = line_size(line), rounding = 100;
    return (struct box){line->x + rounding, line->y - size * 66 / 100,
                        line->x + line->width - rounding, line->y + size / 5};
}

static inline bool boxes_meet(struct box a, struct box b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static inline bool box_leaves(const struct page *page, struct box box) {
    return box.x0 < 0 || box.x1 > page->width || box.y0 < 0 || box.y1 > page->height;
}

/* A rule, not the ground of a row; what strikes letters out is as thick as they are big. */
static inline bool is_rule(const struct rectangle_item *rectangle,
                           const struct line_item *line) {
    length weight = rectangle->box.y1 - rectangle->box.y0;
    return weight < PT(4) && weight != line_size(line) / 18;
}

static inline bool is_ground(const struct rectangle_item *rectangle) {
    return rectangle->colour == style_default()->colours.sand;
}

/* Whether item `other`, which comes after a line of text or, if `under`, before it, spoils
   the line. */
static inline bool item_spoils(const struct item *line, const struct item *other,
                               bool under) {
    struct box box = line_box(&line->as.line);
    switch (other->kind) {
    case ITEM_LINE:
        return boxes_meet(box, line_box(&other->as.line));
    case ITEM_IMAGE:
        return boxes_meet(box, other->as.image.box);
    case ITEM_RECTANGLE:
        if (other->as.rectangle.element)
            break; /* of a chart: charts_test.c looks at it */
        box.y1 = line->as.line.y; /* a rule may touch what hangs below the baseline */
        return boxes_meet(box, other->as.rectangle.box) &&
               (is_ground(&other->as.rectangle)
                    ? !under
                    : is_rule(&other->as.rectangle, &line->as.line));
    case ITEM_PATH: /* of charts */
    case ITEM_LINK:
    case ITEM_FOLIO:
        break;
    }
    return false;
}

static inline bool path_leaves(const struct page *page, const struct path *path) {
    for (size_t i = 0; i < path->count; i++)
        if (box_leaves(page, (struct box){path->points[i].x, path->points[i].y,
                                          path->points[i].x, path->points[i].y}))
            return true;
    return false;
}

static inline bool item_leaves(const struct page *page, const struct item *item) {
    switch (item->kind) {
    case ITEM_LINE:
        return box_leaves(page, line_box(&item->as.line));
    case ITEM_IMAGE:
        return box_leaves(page, item->as.image.box);
    case ITEM_RECTANGLE:
        return box_leaves(page, item->as.rectangle.box);
    case ITEM_LINK:
        return box_leaves(page, item->as.link.box);
    case ITEM_PATH:
        return path_leaves(page, &item->as.path.path);
    case ITEM_FOLIO: /* finished pages have none */
        return true;
    }
    return false;
}

/* What belongs to the text, and is neither above nor below its frame. */
static inline bool keeps_frame(const struct page *page, const struct item *item) {
    const struct page_style *style =
        &(frame_style ? frame_style : style_default())->page;
    length last =
        style->last_line - (style->height - page->height); /* of a turned one */
    length y = item->kind == ITEM_LINE ? item->as.line.y : item->as.image.box.y1;
    bool text = item->kind == ITEM_IMAGE ||
                (item->kind == ITEM_LINE && line_element(&item->as.line));
    return !text || (y >= style->first_line && y <= last);
}

static inline bool has_text(const struct page *page) {
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == ITEM_IMAGE ||
            (page->items[i].kind == ITEM_LINE && line_element(&page->items[i].as.line)))
            return true;
    return false;
}

/* What bleeds reaches so far beyond an edge, and no further; words do not. */
static inline bool item_bleeds(const struct page *page, const struct item *item,
                               length bleed) {
    struct box box = item->as.rectangle.box;
    struct box within = {box.x0 + bleed, box.y0 + bleed, box.x1 - bleed,
                         box.y1 - bleed};
    return item->kind == ITEM_RECTANGLE && !box_leaves(page, within);
}

/* Gives how many lines stand there. A handout has a frame of its own. */
static inline size_t expect_clear_page(const struct page *page, bool cover, bool framed,
                                       length bleed) {
    size_t lines = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        EXPECT(!item_leaves(page, item) || item_bleeds(page, item, bleed));
        EXPECT(!framed || keeps_frame(page, item));
        if (item->kind != ITEM_LINE || !item->as.line.run_count)
            continue;
        lines++;
        for (size_t n = 0; n < page->item_count && !cover; n++)
            EXPECT(n == i || !item_spoils(item, &page->items[n], n < i));
    }
    EXPECT(has_text(page));
    return lines;
}

/* The covers may have words on colour. Gives how many lines have been looked at. */
static inline size_t expect_clear(struct sheet sheet) {
    size_t lines = 0;
    for (size_t p = 0; p < sheet.pages->count; p++) {
        bool cover = (p == 0 || p == sheet.pages->second_half) && !sheet.document->lone;
        lines += expect_clear_page(&sheet.pages->pages[p], cover, !cover,
                                   sheet.pages->bleed);
    }
    return lines;
}

#endif
