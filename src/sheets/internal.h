/* SPDX-License-Identifier: MIT */
/* What the files of the folder share. */
#ifndef SHEETS_INTERNAL_H
#define SHEETS_INTERNAL_H

#include "document/document.h"
#include "sheets/sheets.h"
#include "style/style.h"

/* How a page is turned so that it is upright. Pages that lie have their head on the left
   then, or on the right in a book that opens from there: all are turned one way. */
uint8_t sheets_turns(const struct page *page);

/* booklet.c: two pages to a side, for sheets that are folded. */
const struct sheets *booklet_impose(struct arena *arena, const struct pages *pages,
                                    const struct edition *edition,
                                    const struct style *style, struct diag *diag);

/* dummy.c: fronts and backs of a booklet in turn, as small pictures with the numbers of pages
   below them. */
const struct sheets *dummy_make(struct arena *arena, const struct pages *pages,
                                const struct sheet *sides, size_t count);

/* press.c: each page on a sheet of its own, with bleed and marks around it. NULL after
   messages. */
const struct sheets *press_impose(struct arena *arena, const struct pages *pages,
                                  const struct edition *edition, struct diag *diag);

/* --- marks.c ------------------------------------------------------------------------ */

struct marks {
    struct arena *arena;
    struct item *items;
    size_t count, capacity;
};

/* One more, of this kind, to be filled in. */
struct item *marks_add(struct marks *marks, enum item_kind kind);

/* A thin line from one corner of `line` to the other; dashed where paper is folded. */
void marks_line(struct marks *marks, struct box line, bool dashed);

/* Where to cut a box out of a box of paper: short lines at its corners, outside it, where
   there is room for them. */
void marks_corners(struct marks *marks, struct box box, struct box paper);

/* Lines to write on, as many as have room in the box. */
void marks_notes(struct marks *marks, struct box box);

#endif
