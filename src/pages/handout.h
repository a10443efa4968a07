/* SPDX-License-Identifier: MIT */
/* What the files of the handout share: parts that are set once, and placed when it is known
   how much their spaces have to take. */
#ifndef PAGES_HANDOUT_H
#define PAGES_HANDOUT_H

#include "pages/internal.h"

/* What stands between two rules, or without any; x from the left edge of its stack. */
struct slab {
    struct galley galley;
    length top; /* from its upper edge to its first baseline */
    length ink; /* from there to its lower edge */
};

/* Slabs below one another in some of the columns. */
struct stack {
    length start, width; /* of the columns, from the start of the line */
    struct slab head; /* the title, if it has a row */
    bool ruled;
    struct slab *slabs;
    size_t count, capacity;
    const char *what; /* of which one less may help: as messages name it; or NULL */
};

/* What stands between two heavy rules. */
struct part {
    struct stack stacks[2]; /* side by side */
    size_t stack_count;
    const char *what; /* as messages name it, where it may be left out; or NULL */
};

/* What is on top of a side, and at its foot. */
struct frame {
    struct page page; /* at its places, but for the left margin */
    length top, bottom; /* of the room between; the top has a heavy rule */
};

/* What is set for one language. */
struct brief_setting {
    const struct brief *brief;
    struct element *element; /* its TAG_PART */
    struct part *parts;
    size_t part_count;
    struct frame frame;
};

/* A style at one size, and what has been set in it. */
struct handout_setting {
    struct composer *composer;
    const struct document *document;
    const struct edition *edition;
    const struct style *style;
    length measure; /* of all columns */
    struct brief_setting *briefs;
};

/* handout_parts.c. Parts and frames of all languages, at the size of the style. */
void handout_set(struct handout_setting *setting);

/* handout_frame.c. */
void handout_frame(struct handout_setting *setting, struct brief_setting *brief);

/* How high a letter stands in a role, about. */
length handout_cap(const struct handout_setting *setting, enum role role,
                   const char *language);

/* handout_place.c. How high parts below one another stand, with spaces `ease` of those of the style
   [1/1000]. */
length handout_height(const struct style *style, const struct part *parts, size_t count,
                      int32_t ease);

/* The most that spaces can be, up to the loosest, so that parts have room; -1: not even
   without any. */
int32_t handout_ease(const struct style *style, const struct part *parts, size_t count,
                     length room);

/* Puts them on a page, so that they end at `bottom`. */
void handout_place(const struct handout_setting *setting, struct page *page,
                   const struct brief_setting *brief, const struct part *parts,
                   size_t count);

/* handout.c. */
const struct pages *handout_lay_out(struct arena *arena,
                                    const struct document *document,
                                    const struct edition *edition,
                                    const struct style *style, struct pages_means means,
                                    struct diag *diag);

#endif
