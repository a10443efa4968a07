/* SPDX-License-Identifier: MIT */
/* The clusters of a run: characters and glyphs that belong together. */
#ifndef PDF_CLUSTERS_H
#define PDF_CLUSTERS_H

#include "pdf/internal.h"

struct cluster {
    uint32_t start, end; /* [bytes of the text] */
    int32_t width; /* [font units] */
    struct part *parts, *mark_parts; /* in logical order */
    struct part **parts_end, **mark_parts_end;
    uint32_t mark_part_count;
};

struct clusters {
    struct cluster *items; /* by start */
    size_t count;
};

/* The clusters of a run that say something, covering it. Parts are placed from the
   piece's left end, from which the run is `x` away. */
struct clusters clusters_find(struct arena *arena, const struct glyph_run *run,
                              struct slice text, int32_t x);

/* U+200C and U+200D, which are said by the cell on their right. */
bool character_is_joiner(uint32_t c);

/* Characters that no cell says: controls, of bidi and others, soft hyphens, and
   variation selectors. */
bool character_is_unsaid(uint32_t c);

static inline bool run_is_right_to_left(const struct glyph_run *run) {
    return run->level & 1;
}

#endif
