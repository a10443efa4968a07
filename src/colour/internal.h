/* SPDX-License-Identifier: MIT */
/* What the files of this folder share. */
#ifndef COLOUR_INTERNAL_H
#define COLOUR_INTERNAL_H

#include "colour/colour.h"

struct transform;

struct world {
    enum world_kind kind;
    struct print_condition condition;
    struct transform *transform; /* WORLD_INKS: from sRGB */
    struct slice profile;
    const char *profile_name;
};

/* --- profile.c: the only includer of Little CMS ------------------------------------ */

/* From sRGB to the inks of a profile, relative colorimetric with compensation of the black
   point. NULL, and why in `why`, when it is not the profile of a press with four inks. */
struct transform *transform_open(struct arena *arena, struct slice profile,
                                 const char **why);
void transform_close(struct transform *transform);

/* What the profile calls itself, in ASCII. */
const char *transform_name(struct arena *arena, const struct transform *transform);

/* One pixel, or many; 0 is no ink. */
void transform_colour(const struct transform *transform, const uint16_t rgb[3],
                      uint16_t inks[PLATES]);
void transform_samples(const struct transform *transform, const unsigned char *rgb,
                       unsigned char *inks, size_t pixels);

/* --- tints.c ------------------------------------------------------------------------ */

/* The inks of a colour that stands between two that have inks; false if it does not. */
bool tint_find(const struct print_condition *condition, uint32_t colour,
               struct mix *mix);

/* --- grey.c ------------------------------------------------------------------------- */

/* The grey of the screen that is as light as a colour of it. */
uint8_t grey_of(uint32_t colour);

#endif
