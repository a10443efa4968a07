/* SPDX-License-Identifier: MIT */
/* Pages: lists of placed items and nothing else; the outline; the structure of the text.
   Everything needed to write a file stands here. */
#ifndef PAGES_PAGES_H
#define PAGES_PAGES_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/path.h"
#include "base/units.h"
#include "colour/colour.h"
#include "font/font.h"
#include "image/image.h"
#include "locale/locale.h"

#include <stdio.h>

/* --- structure (ISO 32000-1 14.7, 14.8) -------------------------------------------- */

enum tag {
    TAG_DOCUMENT,
    TAG_PART, /* one language of a report */
    TAG_SECT, /* one section */
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_BLOCKQUOTE,
    TAG_CODE,
    TAG_LINK,
    TAG_SPAN,
    TAG_CAPTION,
    TAG_TABLE,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH, /* of a column */
    TAG_TD,
    TAG_FIGURE,
    TAG_REFERENCE, /* what leads to a note or, in the contents, to a page */
    TAG_NOTE,
    TAG_TOC,
    TAG_TOCI,
    TAG_DIV,
    TAG_COUNT
};

/* The standard structure type: "Document", "H1" (ISO 32000-1 14.8.4). */
const char *tag_name(enum tag tag);

/* An element of the structure tree. Content items name the leaf they belong to; items
   with no leaf are artifacts. */
struct element {
    enum tag tag;
    const char *language; /* BCP 47; NULL: that of the parent */
    const char *numbering; /* TAG_L: ListNumbering, "Decimal" or "Disc"; else NULL */
    const char *alt; /* TAG_FIGURE: what it shows, for who cannot see it; else NULL */
    enum direction direction; /* WritingMode of a block element */
    struct element *parent;
    struct element *children; /* the first child */
    struct element *next; /* the next sibling */
    struct element *last; /* the last child */
    uint32_t index; /* from 0, in the order made */
};

/* --- items ------------------------------------------------------------------------ */

/* Glyphs of one face, size, colour and level, as they stand from left to right. */
struct glyph_run {
    const struct face *face;
    length size;
    length x; /* of its left end, from the line's origin */
    length rise; /* of its baseline above the line's */
    uint32_t colour;
    uint8_t level; /* UAX #9 embedding level; odd: right to left */
    bool hyphen; /* the last glyph, in the order of the text, only divides a word */
    const struct glyph *glyphs; /* left to right */
    uint32_t glyph_count;
    uint32_t start, end; /* [bytes of the line's text] the run covers */
    const struct element *element; /* NULL: artifact */
};

/* A line of text on one baseline. Runs are in visual order, left to right. Clusters of
   the glyphs, start and end are offsets into `text`, the text of the whole paragraph.
   Bytes of the text that have no glyph on the line (a soft hyphen, a bidi control, the
   space at which the line was broken) are in no run. A kashida shares the cluster of the
   letter before it. */
struct line_item {
    length x, y; /* left end; baseline */
    length width;
    enum direction direction; /* of the paragraph */
    const char *language; /* of the paragraph */
    struct slice text;
    const struct glyph_run *runs;
    uint32_t run_count;
    bool ends_paragraph; /* else the line goes on after a space */
    length
        outline; /* its letters are drawn hollow, with a line of this weight; 0: full */
};

/* A filled rectangle, or a row of squares as high as the box: a dotted leader. */
struct rectangle_item {
    struct box box;
    uint32_t colour;
    length dot_pitch; /* from square to square; 0: one rectangle */
    const struct element *element; /* its TAG_FIGURE; NULL: artifact */
};

/* A clickable area: one for each line a link stands on. */
struct link_item {
    struct box box;
    const char *uri; /* NULL: inside the file */
    const struct anchor *anchor; /* NULL: outside */
    const struct element *element; /* its TAG_LINK */
    const char *contents; /* what it says, for assistive technology */
};

struct folio_look;

/* The folio of the page an anchor stands on, known when all pages are. Finished pages
   hold lines in their place. */
struct folio_item {
    length x, y; /* end or start of the line, as `look` says; baseline */
    const struct anchor *anchor;
    const char *language;
    enum direction direction;
    enum digits digits; /* of the language */
    const struct folio_look *look;
    struct element *element;
};

/* A picture that fills a box. */
struct image_item {
    struct box box;
    const struct image_data *data;
    const struct element *element; /* its TAG_FIGURE; NULL: artifact */
};

/* Something drawn with a pen, or filled. */
struct path_item {
    struct path path;
    const struct element *element; /* its TAG_FIGURE; NULL: artifact */
};

enum item_kind {
    ITEM_LINE,
    ITEM_RECTANGLE,
    ITEM_LINK,
    ITEM_FOLIO,
    ITEM_IMAGE,
    ITEM_PATH
};

struct item {
    enum item_kind kind;
    union {
        struct line_item line;
        struct rectangle_item rectangle;
        struct link_item link;
        struct folio_item folio;
        struct image_item image;
        struct path_item path;
    } as;
};

/* A place links and the outline point to. */
struct anchor {
    uint32_t page; /* from 0 */
    length x, y;
};

struct page {
    length width, height;
    const char *label; /* the folio as printed, "iv", "١٢"; NULL: none is printed */
    const char *language;
    enum direction direction; /* of its section */
    bool
        parallel; /* two languages stand on it, with its number in the digits of each */
    struct item *items;
    size_t item_count, item_capacity;
    const struct item *slug; /* a line that tells a press what it is; NULL: none */
};

/* An entry of the outline, in document order; its parent is the nearest entry before it
   with a smaller level. */
struct outline_entry {
    const char *title;
    uint32_t level; /* from 1 */
    const struct anchor *anchor;
    const char *language;
};

struct pages {
    struct page *pages;
    size_t count;
    const struct outline_entry *outline;
    size_t outline_count;
    const struct element *structure; /* the TAG_DOCUMENT */
    uint32_t element_count;
    const char *title;
    const char *language; /* of the document as a whole */
    enum direction direction; /* R2L: the book opens from the right */
    size_t second_half; /* the first page that is read from the other cover; 0: none */
    bool back_cover; /* the last page is one */
    const char *author; /* the publisher; NULL: none */
    const char *date; /* ISO 8601 day, the report's own; NULL: none */
    length bleed; /* what reaches an edge of a page is drawn so far beyond it */
};

/* Whether a page, from 0, is bound at its left: the first one is bound where the book's
   reading starts, and they turn from page to page. */
static inline bool pages_bind_left(const struct pages *pages, size_t page) {
    return (page % 2 == 0) == (pages->direction == DIRECTION_LTR);
}

struct document;
struct edition;
struct style;
struct image_store;

/* What the pages are made with. */
struct pages_means {
    struct font_set *fonts;
    struct image_store *images;
    const struct world
        *world; /* whose colours pictures shall have; NULL: the screen's */
    FILE *text, *lines; /* where to print what these stages make; NULL: nowhere */
};

/* Sets one edition of a document. Layout runs once. NULL after a DIAG_WORLD message;
   what the author must mend (a character no font has, with its place) goes to `diag`. */
const struct pages *pages_lay_out(struct arena *arena, const struct document *document,
                                  const struct edition *edition,
                                  const struct style *style, struct pages_means means,
                                  struct diag *diag);

/* An item as text, in lines that begin with two spaces. */
void item_dump(const struct item *item, FILE *stream);

/* The pages as text, for --stop-after=pages and the tests. */
void pages_dump(const struct pages *pages, FILE *stream);

#endif
