/* SPDX-License-Identifier: MIT */
/* What the files that draw charts in panels share: a panel for each series, side by side, and
   in further bands below where they find no room. */
#ifndef CHART_PANELS_H
#define CHART_PANELS_H

#include "chart/internal.h"

struct panels {
    struct canvas *canvas;
    const struct chart *chart; /* the whole */
    const struct chart *parts; /* a chart of one series for each */
    size_t count, across; /* of a band; the last may have fewer */
    length lead; /* before the first of a band: names, or a scale */
    bool each_leads; /* it is before each of them */
    length width; /* of a panel */
};

/* Each series as a chart of its own. */
struct panels panels_new(struct canvas *canvas);

/* As many side by side as have this width at least, and as many in each band as in another. */
void panels_divide(struct panels *panels, length least);

length panel_left(const struct panels *panels, size_t panel);

/* The widest word of any title. */
length panels_widest_word(struct panels *panels);

/* The end of the band that begins with a panel. */
size_t panels_band_end(const struct panels *panels, size_t first);

/* Writes the titles of a band below `top`, their last lines on one baseline; gives the foot
   of them. */
length panels_write_titles(const struct panels *panels, size_t first, length top);

/* Rows of names with a bar or a dot in each panel; lines over time. */
void row_panels_draw(struct canvas *canvas);
void line_panels_draw(struct canvas *canvas);

#endif
