/* SPDX-License-Identifier: MIT */
/* The parts of a report that the program makes from findings, recommendations and headings, and
   how it places words of its own on a row. */
#ifndef PAGES_PARTS_H
#define PAGES_PARTS_H

#include "pages/internal.h"

/* --- place.c: short texts and folios where they are to stand on a row ------------------------- */

/* Where in a column `whole` wide: from `start`, in the direction of the reading. */
struct spot {
    enum direction direction;
    length whole, start, width, y;
};

struct short_text {
    const char *string, *language;
    enum role role;
    uint32_t colour;
    struct element *element;
};

/* Gives the y of the last line. */
length place_short(struct composer *composer, struct row *row,
                   const struct short_text *text, struct spot spot);

/* How a folio is set. */
struct folio_look {
    enum role role;
    uint32_t colour;
    bool cited; /* "p. 12" */
    bool starts; /* it begins where the spot does, else it ends there */
};

/* A reference to a page, at the end of the spot or at its start. */
void place_folio(struct composer *composer, struct row *row,
                 const struct anchor *anchor, const struct language *language,
                 const struct folio_look *look, struct element *element,
                 struct spot spot);

/* A box that leads somewhere; `contents` is what it says. */
void place_link(struct composer *composer, struct row *row, struct box box,
                const struct anchor *anchor, const struct element *link,
                struct slice contents);

/* A rule across the measure, `rise` above the baseline. */
void place_rule(struct composer *composer, struct row *row, length rise, length weight,
                uint32_t colour);

/* What leads to a finding or a recommendation: an entry of a list, or of a TAG_TOC. */
struct lead {
    const struct language *language;
    struct element *item, *label, *link;
    const struct anchor *anchor;
    struct paragraph title;
};

struct lead lead_begin(struct composer *composer, const struct numbered *numbered,
                       struct element *list);
void place_lead_number(struct composer *composer, struct row *row,
                       const struct numbered *numbered, const struct lead *lead,
                       enum role role, struct spot spot);

/* --- findings.c -------------------------------------------------------------------------------- */

/* How the numbers of the findings of a language are set: as large as the
   widest of them allows. */
enum role findings_role(struct composer *composer, const struct document *document,
                        const struct language *language);

/* What stands before, beside and below the title of a finding: before and after it has been
   set, as rows from `first` on. */
struct element *finding_begin(struct composer *composer, const struct block *heading);
void finding_open(struct composer *composer, const struct finding *finding,
                  struct element *label, size_t first);

/* The recommendations that answer it, at the end of its section. */
void finding_close(struct composer *composer, const struct finding *finding);

/* --- glance.c ---------------------------------------------------------------------------------- */

/* The findings of the section's language at a glance. */
void glance_compose(struct composer *composer, const struct document *document,
                    const struct section *section);

/* A word above what follows, or none (TERM_COUNT), and "Page" at the end of the line. */
void glance_head(struct composer *composer, const struct language *language,
                 enum term term, bool pages);

/* A text as rows, ragged, in the spot of each; how many. False after a failure of the world. */
bool glance_text(struct composer *composer, const struct paragraph *text,
                 enum role role, struct spot spot, struct element *element,
                 size_t *count);

/* --- spread.c ---------------------------------------------------------------------------------- */

/* Key figures and recommendations: the page beside the findings at a glance. */
void spread_compose(struct composer *composer, const struct document *document,
                    const struct section *section);

/* --- recommendations.c ------------------------------------------------------------------------- */

/* Whether a section has recommendations: text and outer column are one there, the
   recommendations on the one and what they answer on the other. */
bool recommendations_stand(const struct section *section);
void recommendations_begin(struct composer *composer, const struct document *document,
                           const struct language *language);
void recommendations_end(struct composer *composer);

/* Before a heading, and after it has been set as rows from `first` on. */
void recommendation_begin(struct composer *composer, const struct block *heading);
void recommendation_open(struct composer *composer, const struct block *heading,
                         size_t first);

/* What stands in the last column elsewhere, as rows below the title. */
void recommendation_set_below(struct composer *composer,
                              const struct recommendation *recommendation,
                              struct element *around);

/* --- last_column.c: the last column of a section with recommendations ------------------------------- */

/* The heads of it, on row `row`. */
void last_column_heads(struct composer *composer, struct row *row,
                       const struct language *language);

/* What a recommendation answers, and when it is to be met, from row `index` of the galley on;
   gives how far below that it reaches. */
length last_column_place(struct composer *composer, size_t index,
                         const struct recommendation *recommendation,
                         struct element *around);

/* The same in rows of their own, where there is no such column. */
void last_column_set(struct composer *composer,
                     const struct recommendation *recommendation,
                     struct element *around);

/* The rule above row `index`, and room for it. */
void last_column_open(struct composer *composer, size_t index, bool heads);

/* What stands beside the rows from `first` on reaches so far below: no page ends there, and
   where there are too few rows there is one more. */
void last_column_room(struct composer *composer, size_t first, length beside);

/* --- addressees.c ------------------------------------------------------------------------------ */

struct addressed {
    const struct recommendation *recommendation;
    uint32_t group; /* the number of the first that is addressed so */
};

/* Those of a language, by group. */
struct addressed *addressed_collect(struct composer *composer,
                                    const struct document *document,
                                    const struct language *language, size_t *count);

/* Those of the section's language by addressee. */
void recommendations_compose(struct composer *composer, const struct document *document,
                             const struct section *section);

/* --- contents.c ------------------------------------------------------------------------------ */

/* Sets a section that the program makes: contents, figures, tables. */
void contents_compose(struct composer *composer, const struct document *document,
                      const struct section *section);

/* The title of such a section. */
void contents_title(struct composer *composer, const struct section *section);

/* The id of the heading of such a section. */
const char *contents_id(const struct section *section);

#endif
