/* SPDX-License-Identifier: MIT */
/* Lays out a booklet that is read from both covers: the languages that read from the left
   are a book of their own, and so are those that read from the right. */
#include "pages/book.h"
#include "pages/handout.h"

#include <string.h>

/* The edition with its languages of one direction only. */
static struct edition take_half(struct arena *arena, const struct edition *edition,
                                enum direction direction) {
    struct edition half = *edition;
    half.languages =
        arena_array(arena, const struct language *, edition->language_count);
    half.language_count = 0;
    for (size_t i = 0; i < edition->language_count; i++)
        if (edition->languages[i]->direction == direction)
            half.languages[half.language_count++] = edition->languages[i];
    return half;
}

/* What is joined is for paper: it has neither outline nor structure. */
static const struct pages *join(struct arena *arena, const struct pages *first,
                                const struct pages *second) {
    struct pages *joined = arena_new(arena, struct pages);
    *joined = *first;
    joined->outline = NULL;
    joined->outline_count = 0;
    joined->structure = NULL;
    joined->element_count = 0;
    joined->second_half = first->count;
    joined->count = first->count + second->count;
    joined->pages = arena_array(arena, struct page, joined->count);
    memcpy(joined->pages, first->pages, first->count * sizeof *first->pages);
    memcpy(joined->pages + first->count, second->pages,
           second->count * sizeof *second->pages);
    return joined;
}

const struct pages *pages_lay_out(struct arena *arena, const struct document *document,
                                  const struct edition *edition,
                                  const struct style *style, struct pages_means means,
                                  struct diag *diag) {
    if (edition->kind == EDITION_HANDOUT)
        return handout_lay_out(arena, document, edition, style, means, diag);
    if (!edition->booklet.back_to_back)
        return book_lay_out(arena, document, edition, style, means, diag);
    enum direction first = edition->languages[0]->direction;
    enum direction other = first == DIRECTION_RTL ? DIRECTION_LTR : DIRECTION_RTL;
    struct edition halves[] = {take_half(arena, edition, first),
                               take_half(arena, edition, other)};
    const struct pages *books[2];
    for (size_t i = 0; i < 2; i++)
        if (!(books[i] = book_lay_out(arena, document, &halves[i], style, means, diag)))
            return NULL;
    return join(arena, books[0], books[1]);
}
