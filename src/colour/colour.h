/* SPDX-License-Identifier: MIT */
/* Colours: what one of the screen becomes in each world that a PDF can be made for. All that
   is laid out has colours of the screen; no other folder knows how they are printed, and
   only this one knows Little CMS. */
#ifndef COLOUR_COLOUR_H
#define COLOUR_COLOUR_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/ink.h"
#include "base/slice.h"

#include <stddef.h>
#include <stdint.h>

enum world_kind {
    WORLD_SCREEN, /* sRGB, as laid out */
    WORLD_GREY, /* one black ink: each colour as light as it was */
    WORLD_INKS /* cyan, magenta, yellow, black, and a spot ink by choice */
};

/* What inks are printed with. */
struct print_condition {
    const char *profile; /* an ICC profile of a press; NULL: COLOUR_PROFILE */
    const struct inked *inked; /* colours that have their own ink */
    size_t inked_count;
    const char *spot; /* the name of the spot ink; NULL: there is none */
    uint32_t limit; /* of all inks together [percent] */
};

/* The profile of Debian's libgs-common. */
#define COLOUR_PROFILE "/usr/share/color/icc/ghostscript/default_cmyk.icc"

/* One world; never changed once it is open. */
struct world;

/* WORLD_SCREEN or WORLD_GREY. */
const struct world *world_screen(void);
const struct world *world_grey(void);

/* WORLD_INKS. NULL after a DIAG_WORLD message: the profile cannot be read, or is not one of
   a press with these four inks. What the condition names must live as long. */
struct world *world_open(struct arena *arena, const struct print_condition *condition,
                         struct diag *diag);
void world_close(struct world *world);

enum world_kind world_kind(const struct world *world);

/* Of WORLD_INKS: the profile's bytes, and what it calls itself. */
struct slice world_profile(const struct world *world);
const char *world_profile_name(const struct world *world);

/* The name of the spot ink, or NULL. */
const char *world_spot(const struct world *world);

enum mix_kind { MIX_RGB, MIX_GREY, MIX_INKS, MIX_SPOT, MIX_ALL };

/* A colour in its world [1/1000]: red, green, blue; grey, 1000 is white; four inks; so much
   of the spot ink, or of every ink. */
struct mix {
    enum mix_kind kind;
    int32_t parts[PLATES];
};

/* What a colour becomes. With inks: its own where it has one, or what is between two that
   have; greys are black alone; the rest as the profile has it, within the limit. */
struct mix world_mix(const struct world *world, uint32_t colour);

/* The four inks that stand for the spot ink where it cannot be printed. */
struct mix world_spot_mix(const struct world *world);

/* Whether it is printed with all of the black ink and no other: what stands below it need
   not be left out for it. */
bool mix_is_black(const struct mix *mix);

/* Samples of pictures, a byte each. */
void world_rgb_to_inks(const struct world *world, const unsigned char *rgb,
                       unsigned char *inks, size_t pixels);
void colours_rgb_to_grey(const unsigned char *rgb, unsigned char *grey, size_t pixels);
void colours_inks_to_grey(const unsigned char *inks, unsigned char *grey,
                          size_t pixels);

/* Takes from cyan, magenta and yellow what is over the limit. */
void world_limit_inks(const struct world *world, unsigned char *inks, size_t pixels);

#endif
