/* SPDX-License-Identifier: MIT */
/* Sheets: pages placed on paper, as a printer takes it. */
#ifndef SHEETS_SHEETS_H
#define SHEETS_SHEETS_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/units.h"
#include "pages/pages.h"

#include <stdio.h>

/* How large a page stands on a sheet [millionths of its own size]. */
enum { SCALE_ONE = 1000000 };

/* A page as it stands on a sheet: scaled, then turned, then moved. */
struct placed_page {
    uint32_t page; /* from 0, among the pages */
    uint32_t scale; /* [millionths] */
    uint8_t turns; /* quarter turns clockwise, 0 to 3 */
    length x, y; /* where the upper left corner of what it covers then is */
    struct box clip; /* of the sheet: nothing of the page is shown beyond */
};

/* One side of a piece of paper. Boxes are those of ISO 32000-1 14.11.2; the media box is
   all of the paper. */
struct sheet {
    length width, height; /* of the paper */
    struct box trim, bleed; /* empty (x0 == x1): not said */
    const struct placed_page *pages; /* the later ones lie over the earlier */
    size_t page_count;
    const struct item
        *marks; /* over all of them: lines, rectangles, paths; no elements */
    size_t mark_count;
};

/* What a printer that has the choice is told (ISO 32000-1 12.2, Duplex). */
enum duplex { DUPLEX_UNSAID, DUPLEX_NONE, DUPLEX_LONG, DUPLEX_SHORT };

struct sheets {
    const struct pages *pages; /* those that are placed */
    const struct sheet
        *sheets; /* fronts and backs in turn, where they are printed so */
    size_t count;
    /* Each sheet is one page, as it is: it can be read from a screen, so its text is tagged
       and links, outline and page labels go along. Imposed sheets are for paper alone. */
    bool plain;
    enum duplex duplex;
};

struct edition;
struct style;
struct up;

/* Each page is a sheet. */
const struct sheets *sheets_plain(struct arena *arena, const struct pages *pages);

/* Several pages to a side. */
const struct sheets *sheets_n_up(struct arena *arena, const struct pages *pages,
                                 const struct up *up);

/* The pages of an edition as it wants them on paper. The sheets live in `arena` and
   refer to `pages`. NULL after an error. */
const struct sheets *sheets_impose(struct arena *arena, const struct pages *pages,
                                   const struct edition *edition,
                                   const struct style *style, struct diag *diag);

/* What a placed page covers, were nothing clipped. */
struct box sheets_covered(const struct pages *pages, const struct placed_page *placed);

/* The sheets as text, for --stop-after=sheets and the tests. */
void sheets_dump(const struct sheets *sheets, FILE *stream);

#endif
