/* SPDX-License-Identifier: MIT */
/* What the steps of the lines stage share. */
#ifndef LINES_INTERNAL_H
#define LINES_INTERNAL_H

#include "lines/lines.h"
#include "lines/protrude.h"

/* --- atoms.c: what the breaker sees ------------------------------------------------ */

/* Joins that may be stretched, by weight: 7 to 9, 4 to 6, less. */
enum { KASHIDA_CLASSES = 3 };

/* The text from one break opportunity to the next: a box and the glue after it. */
struct atom {
    uint32_t start; /* [bytes] */
    uint32_t text_end; /* before the white space at its end */
    uint32_t end;
    length width; /* of [start, text_end) */
    length glue; /* natural width of [text_end, end) */
    length inner_glue; /* of no-break spaces inside the box: they stretch too */
    length hang_start, hang_end; /* into the margin, if it begins or ends a line */
    length hyphen; /* width of the hyphen of a line that ends after it */
    uint8_t kashidas[KASHIDA_CLASSES];
    bool hyphenated; /* a line that ends after it ends in a hyphen */
    bool required; /* a line must end after it */
};

struct atoms {
    struct atom *items;
    size_t count;
    const int64_t *upto; /* of all bytes before each [1/1000 pt, scaled up] */
};

/* How a text is measured. */
struct atoms_terms {
    length measure; /* what is wider is cut between grapheme clusters */
    bool hyphens; /* words may be divided; without, only where the author has put a soft
                     hyphen */
    struct protrusion protrusion;
};

/* The atoms of a text; *cut is the offset of the first that had to be cut, else
   UINT32_MAX. */
struct atoms atoms_measure(struct arena *arena, const struct text *text,
                           const struct atoms_terms *terms, uint32_t *cut);

/* Counts the joins of each atom. */
void atoms_count_kashidas(struct atoms atoms, const struct text_kashida *kashidas,
                          size_t count);

/* The natural width of bytes [start, end). */
int64_t atoms_width(struct atoms atoms, uint32_t start, uint32_t end);

/* Whether a character is one of the spaces that justification widens. */
bool is_word_space(uint32_t code_point);

/* --- kashida.c: how far the joins of a line are stretched -------------------------------- */

/* The limits of a text, in lengths; per_line 0: none of its joins is stretched. */
struct kashida_measures {
    int32_t from, spaces; /* [1/1000 of the natural width of spaces] */
    length unit; /* of one tatweel */
    uint32_t units; /* of one kashida, at most */
    length long_one; /* from this length on it looks long */
    uint32_t per_line;
    uint32_t apart; /* words between two that are stretched */
};

/* What joins give to a line that lacks `lacking` beyond its natural width, `spaces` of
   which are spaces: units, by the fewest joins. 0: spaces are enough. */
uint32_t kashida_units(const struct kashida_measures *measures, int64_t lacking,
                       int64_t spaces, uint32_t joins);

/* How many joins that many units take. */
uint32_t kashida_joins(const struct kashida_measures *measures, uint32_t units);

/* A kashida as it stands on a line, to keep those of the next line away from it. */
struct kashida_mark {
    int64_t middle; /* from the start of the line */
    length width;
};

struct kashida_marks {
    struct kashida_mark *items;
    size_t count;
};

/* A line to be stretched. */
struct kashida_line {
    uint32_t start, end; /* [bytes] */
    int64_t natural, measure, spaces;
    length em; /* size of the text */
    const struct kashida_marks *above; /* of the line above */
};

/* Chooses joins and lengths; gives insertions in the order of the text, `marks` what stands
   on the line then. */
struct text_insertion *kashida_choose(struct arena *arena, struct atoms atoms,
                                      const struct text_kashida *kashidas, size_t count,
                                      const struct kashida_measures *measures,
                                      const struct kashida_line *line,
                                      struct kashida_marks *marks,
                                      size_t *insertion_count);

/* --- fill.c: Knuth and Plass ---------------------------------------------------------- */

struct fill_limits {
    int32_t shrink, stretch; /* of a space, in 1/1000 */
    bool ragged;
    length ragged_stretch; /* what a ragged line may lack at ratio 1 */
    bool hyphens; /* atoms that end in a hyphen may end lines */
    struct kashida_measures kashida;
};

/* What the badness of a line may be, pass after pass. */
enum {
    FILL_FIRST = 100, /* spaces alone; as TeX's pretolerance */
    FILL_SECOND = 200, /* hyphens and kashida as well; as TeX's tolerance */
    FILL_ANY = INT32_MAX, /* always finds a way */
};

/* The atoms after which lines end, in order; at least one if there are atoms. NULL if that
   cannot be done within the tolerance. */
size_t *fill_breaks(struct arena *arena, struct atoms atoms, length measure,
                    const struct fill_limits *limits, int32_t tolerance, size_t *count);

/* --- place.c: glyphs of a line, justified, in visual order ---------------------------- */

struct placed_line {
    uint32_t start, end; /* [bytes] */
    length measure; /* 0: the spaces stay as they are */
    length hang_start, hang_end; /* past the measure at its start and end */
    int32_t widest; /* what spaces may become [1/1000 of their natural width] */
    const struct text_insertion *insertions; /* in order */
    size_t insertion_count;
    bool hyphenated; /* the last of them is a hyphen at the end */
};

/* The spaces shrink to the measure where the line is too wide, and stretch towards it up
   to `widest`. */
struct line line_place(struct typesetter *typesetter, struct arena *arena,
                       const struct text *text, const struct placed_line *placed);

/* --- report.c --------------------------------------------------------------------------- */

/* A note for each line whose spaces are wider than the style lets pass, or that stays
   short because they would be; counts them. */
void lines_report(const struct text *text, const struct space_style *space,
                  struct lines *lines, length measure, struct diag *diag);

#endif
