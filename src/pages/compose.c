/* SPDX-License-Identifier: MIT */
/* From set lines to the items of a row: glyph runs that name their element, areas of
   links. Everything a page keeps is copied here out of the scratch arena. */
#include "pages/internal.h"

#include <string.h>

enum { CONTENTS_MAX = 512 };

struct item *row_add_item(struct arena *arena, struct row *row) {
    arena_reserve(arena, row->items, row->item_count, row->item_capacity);
    return &row->items[row->item_count++];
}

static struct element *element_at(const struct stretch *stretches, size_t count,
                                  uint32_t offset) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (stretches[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count ? stretches[low].element : NULL;
}

static struct glyph_run run_of_piece(struct composer *composer,
                                     const struct line_piece *piece,
                                     const struct element *element) {
    struct glyph *glyphs =
        arena_array(composer->arena, struct glyph, piece->glyph_count);
    if (piece->glyph_count)
        memcpy(glyphs, piece->glyphs, piece->glyph_count * sizeof *glyphs);
    return (struct glyph_run){.face = piece->run->face,
                              .size = piece->run->size,
                              .x = piece->x,
                              .rise = piece->run->rise,
                              .colour = piece->paint->colour,
                              .level = piece->run->level,
                              .hyphen = piece->hyphen,
                              .glyphs = glyphs,
                              .glyph_count = piece->glyph_count,
                              .start = piece->start,
                              .end = piece->end,
                              .element = element};
}

struct item *compose_line(struct composer *composer, const struct text *text,
                          const struct line *line, const struct stretch *stretches,
                          size_t stretch_count, bool last) {
    struct glyph_run *runs =
        arena_array(composer->arena, struct glyph_run, line->piece_count);
    for (uint32_t i = 0; i < line->piece_count; i++)
        runs[i] =
            run_of_piece(composer, &line->pieces[i],
                         element_at(stretches, stretch_count, line->pieces[i].start));
    struct item *item = arena_new(composer->arena, struct item);
    item->kind = ITEM_LINE;
    item->as.line = (struct line_item){.width = line->width,
                                       .direction = text->paragraph->direction,
                                       .language = text->paragraph->language,
                                       .text = text->paragraph->text,
                                       .runs = runs,
                                       .run_count = line->piece_count,
                                       .ends_paragraph = last};
    return item;
}

/* The text of a link; only the beginning of a very long one, for it is written again with
   each of the areas. */
static const char *link_contents(struct arena *arena, struct slice said) {
    size_t end = said.length;
    if (end <= CONTENTS_MAX)
        return arena_copy(arena, said.data, end);
    end = CONTENTS_MAX;
    while (((unsigned char)said.data[end] & 0xC0) == 0x80)
        end--;
    return arena_printf(arena, "%.*s…", (int)end, said.data);
}

/* From the mark of a note to the note. */
static void aim_at_note(struct composer *composer, struct link_item *link,
                        const struct span *span) {
    link->anchor = notes_place(composer, span->note)->body;
    link->contents = span->note->mark;
}

/* Inside the file where the target is "#id" of the same language, else a URI. */
static void aim_link(struct composer *composer, struct link_item *link,
                     const struct text *text, const struct span *span) {
    if (span->target[0] == '#')
        link->anchor =
            anchors_find(composer->anchors, composer->language->tag, span->target + 1);
    else
        link->uri = span->target;
    struct slice said = slice_sub(text->paragraph->text, span->start, span->end);
    link->contents = link_contents(composer->arena, said);
}

static const struct element *link_element(const struct element *element) {
    while (element && element->tag != TAG_LINK)
        element = element->parent;
    return element;
}

static void grow_box(struct box *box, const struct line_piece *piece, length x) {
    const struct face *face = piece->run->face;
    length size = piece->run->size;
    length rise = piece->run->rise;
    length top =
        -units_scale(face->cap_height * 5 / 4, size, face->units_per_em) - rise;
    length bottom =
        units_scale(face->units_per_em / 4, size, face->units_per_em) - rise;
    bool empty = box->x0 == box->x1;
    if (empty || x + piece->x < box->x0)
        box->x0 = x + piece->x;
    if (empty || x + piece->x + piece->width > box->x1)
        box->x1 = x + piece->x + piece->width;
    box->y0 = top < box->y0 ? top : box->y0;
    box->y1 = bottom > box->y1 ? bottom : box->y1;
}

/* What a click leads to: a note inside the text of a link is not that link. */
static const struct span *paint_target(const struct text_paint *paint) {
    return paint->note ? paint->note : paint->link;
}

/* Pieces of one link that stand side by side share an area. */
void compose_links(struct composer *composer, struct row *row, const struct text *text,
                   const struct line *line, length x, const struct stretch *stretches,
                   size_t stretch_count) {
    for (uint32_t i = 0; i < line->piece_count;) {
        const struct span *span = paint_target(line->pieces[i].paint);
        uint32_t first = i;
        struct box box = {0};
        for (; i < line->piece_count && paint_target(line->pieces[i].paint) == span;
             i++)
            grow_box(&box, &line->pieces[i], x);
        if (!span)
            continue;
        struct item *item = row_add_item(composer->arena, row);
        item->kind = ITEM_LINK;
        item->as.link = (struct link_item){.box = box};
        item->as.link.element = link_element(
            element_at(stretches, stretch_count, line->pieces[first].start));
        if (span->kind == SPAN_NOTE)
            aim_at_note(composer, &item->as.link, span);
        else
            aim_link(composer, &item->as.link, text, span);
    }
}

/* A third of the em above the baseline is through the middle of small letters. */
static struct box strike_box(const struct line_piece *piece, length x, length width) {
    length size = piece->run->size;
    length y = -piece->run->rise - size * 3 / 10;
    return (struct box){x + piece->x, y, x + piece->x + width, y + size / 18};
}

void compose_strikes(struct composer *composer, struct row *row,
                     const struct line *line, length x) {
    for (uint32_t i = 0; i < line->piece_count; i++) {
        const struct line_piece *piece = &line->pieces[i];
        if (piece->paint->strike)
            row_add_rectangle(composer->arena, row, strike_box(piece, x, piece->width),
                              piece->paint->colour);
    }
}

struct item *compose_short(struct composer *composer, const char *string,
                           const char *language, enum role role, uint32_t colour,
                           length measure, struct element *element, size_t *count) {
    struct paragraph *paragraph = arena_new(composer->arena, struct paragraph);
    *paragraph = (struct paragraph){.text = slice_of(string),
                                    .language = language,
                                    .direction = locale_direction(language)};
    *count = 0;
    arena_reset(composer->scratch);
    const struct text *text = text_set_coloured(composer->typesetter, composer->scratch,
                                                paragraph, role, colour);
    if (!text) {
        composer->failed = true;
        return NULL;
    }
    struct lines lines = lines_fill(composer->typesetter, composer->scratch, text,
                                    measure, ALIGN_RAGGED, composer->diag);
    struct stretch whole = {0, (uint32_t)paragraph->text.length, element};
    struct item *items = arena_array(composer->arena, struct item, lines.count);
    for (size_t i = 0; i < lines.count; i++) {
        items[i] = *compose_line(composer, text, &lines.lines[i], &whole, 1,
                                 i + 1 == lines.count);
        items[i].as.line.y = (length)i * text->leading;
        if (paragraph->direction == DIRECTION_RTL)
            items[i].as.line.x = measure - items[i].as.line.width;
    }
    *count = lines.count;
    return items;
}
