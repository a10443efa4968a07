/* SPDX-License-Identifier: MIT */
/* Ink: what a colour is in print. */
#ifndef BASE_INK_H
#define BASE_INK_H

#include <stdbool.h>
#include <stdint.h>

enum { PLATES = 4, INK_UNKNOWN = 255 };

/* So much of cyan, magenta, yellow and black [percent]; or, where the first is INK_UNKNOWN,
   whatever the profile of the press makes of the colour of the screen. */
struct cmyk {
    uint8_t parts[PLATES];
};

static inline bool cmyk_is_known(struct cmyk ink) {
    return ink.parts[0] != INK_UNKNOWN;
}

/* [percent] */
static inline uint32_t cmyk_total(struct cmyk ink) {
    return (uint32_t)ink.parts[0] + ink.parts[1] + ink.parts[2] + ink.parts[3];
}

/* Colours that are no colour of the screen, for what only a press prints: all inks at once,
   the spot ink, or so much of each. */
enum { COLOUR_ALL_INKS = 0x01000000, COLOUR_SPOT = 0x02000000 };

#define COLOUR_OF_INKS 0x80000000u

enum { INK_BITS = 7 };

static inline uint32_t cmyk_colour(struct cmyk ink) {
    uint32_t colour = 0;
    for (int i = 0; i < PLATES; i++)
        colour = colour << INK_BITS | ink.parts[i];
    return COLOUR_OF_INKS | colour;
}

static inline struct cmyk colour_cmyk(uint32_t colour) {
    struct cmyk ink;
    for (int i = PLATES - 1; i >= 0; i--, colour >>= INK_BITS)
        ink.parts[i] = (uint8_t)(colour & ((1u << INK_BITS) - 1));
    return ink;
}

/* A colour of the screen that has an ink of its own. */
struct inked {
    uint32_t colour; /* 0xRRGGBB */
    struct cmyk ink;
    bool spot; /* it is printed with the spot ink, and this is what stands for that */
};

#endif
