/* SPDX-License-Identifier: MIT */
/* What the steps of the pages stage share: the galley, the composer, the book. */
#ifndef PAGES_INTERNAL_H
#define PAGES_INTERNAL_H

#include "document/document.h"
#include "lines/lines.h"
#include "pages/pages.h"
#include "style/style.h"
#include "text/text.h"

/* --- galley: one column of any length, before it is cut into pages --------------------- */

/* A row of the galley: what shares one baseline. x of its items is measured from the left
   edge of the column, y from the baseline. */
struct row {
    length leading; /* from the baseline above */
    length air; /* more of it, dropped at the top of a page */
    bool may_break; /* a page may end before this row */
    struct item *items;
    size_t item_count, item_capacity;
    struct anchor *anchor; /* NULL, or what is to point here */
};

struct galley {
    struct row *rows;
    size_t count, capacity;
};

/* --- anchors.c: what "#id" and the outline point to -------------------------------------- */

struct anchors;
struct anchors *anchors_collect(struct arena *arena, const struct document *document,
                                const struct edition *edition);

/* The anchor of a heading's id in a language; NULL if there is none. */
struct anchor *anchors_find(const struct anchors *anchors, const char *language,
                            const char *id);

/* --- structure.c ---------------------------------------------------------------------------- */

struct structure {
    struct arena *arena;
    uint32_t count;
};

/* A new last child of `parent` (NULL: the root). */
struct element *element_new(struct structure *structure, struct element *parent,
                            enum tag tag, const char *language,
                            enum direction direction);

/* Consecutive stretches of a text with the element each belongs to. */
struct stretch {
    uint32_t start, end; /* [bytes] */
    struct element *element;
};

/* `block`'s content by links, code and foreign language, in logical order; covers the
   text. */
const struct stretch *structure_inlines(struct structure *structure,
                                        struct arena *arena, const struct text *text,
                                        struct element *block, size_t *count);

/* --- composer: blocks into rows ----------------------------------------------------------- */

/* The number or bullet of a list item. */
struct marker {
    struct item item;
    length start; /* of it, from the start of the line */
    struct marker *around; /* that of an item which begins with this one's list */
};

struct composer {
    struct arena *arena; /* of the pages */
    struct arena *scratch; /* of one paragraph */
    struct typesetter *typesetter;
    const struct style *style;
    struct diag *diag;
    struct pages_trace trace;
    const struct anchors *anchors;
    struct structure structure;
    struct galley galley;
    const struct language *language; /* of the section; digits of its counters */
    length measure; /* of the column */
    length indent; /* at the start of the line, of the blocks now set */
    length end_indent;
    struct element *element; /* the block container now filled */
    enum role role; /* of plain paragraphs */
    length air; /* asked for before the next row */
    length gap; /* between paragraphs here: none in a tight list */
    bool keep; /* the next row stays with the one before */
    bool opens_chapter; /* the next heading 1 stands at the head of its page */
    struct marker *markers; /* wait for the first row of their list items */
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
    uint32_t outline_level; /* of heading 1 */
    bool failed; /* the world */
};

/* Sets a block and what follows it into the galley. */
void compose_blocks(struct composer *composer, const struct block *first);

/* One line item from a line of a text, at x = 0, y = 0, in the composer's arena. */
struct item *compose_line(struct composer *composer, const struct text *text,
                          const struct line *line, const struct stretch *stretches,
                          size_t stretch_count, bool last);

/* A short text the program places itself, wrapped in `measure`, ragged; a structure
   element or NULL for an artifact. Gives its lines as items at x = 0 and y = 0, leading,
   2 * leading; they are flush at the start of their own direction. */
struct item *compose_short(struct composer *composer, const char *string,
                           const char *language, enum role role, uint32_t colour,
                           length measure, struct element *element, size_t *count);

/* The areas of the links on a line, as link items relative to the line. */
void compose_links(struct composer *composer, struct row *row, const struct text *text,
                   const struct line *line, length x, const struct stretch *stretches,
                   size_t stretch_count);

struct item *row_add_item(struct arena *arena, struct row *row);

/* --- book: rows into pages ----------------------------------------------------------------- */

struct book {
    struct composer *composer;
    const struct document *document;
    const struct edition *edition;
    const struct style *style;
    struct pages *pages;
    size_t page_capacity;
    struct page head, notice; /* what every page of the section now set repeats */
};

/* A fresh last page for a section (NULL: the cover). */
struct page *book_add_page(struct book *book, const struct section *section);

/* Left edges on page `index` of the columns of text and of the outer column. */
length book_text_left(const struct book *book, size_t index);
length book_outer_left(const struct book *book, size_t index);
length style_measure(const struct style *style);

struct item *page_add_item(struct arena *arena, struct page *page);

/* Adds a copy of `item` moved by x, y. */
void page_place(struct arena *arena, struct page *page, const struct item *item,
                length x, length y);

/* flow.c: cuts the galley into pages, from `top`, the first row's baseline, on a fresh
   page. */
void flow_galley(struct book *book, const struct section *section, length top);

/* running.c: what stands on every page of a section, set once for all of them: running
   head and notice; and the folio, which differs. */
void running_prepare(struct book *book, const struct section *section);
void running_add(struct book *book, const struct section *section, size_t page);

/* cover.c */
void cover_add(struct book *book);

#endif
