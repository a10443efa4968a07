/* SPDX-License-Identifier: MIT */
/* Images: what a PNG or JPEG file says of itself, then its pixels as a PDF holds them:
   upright, no finer than asked for, and with nothing else of the file. Text, places,
   times, thumbnails, profiles and whatever stands behind the end stay out. Colours are
   taken for sRGB, ink for that of the press: a profile is not looked at. For print they
   become ink or grey. */
#ifndef IMAGE_IMAGE_H
#define IMAGE_IMAGE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/slice.h"
#include "base/units.h"
#include "colour/colour.h"

#include <stdint.h>

enum image_kind { IMAGE_PNG, IMAGE_JPEG };

/* A picture as it is seen: turned as its Exif orientation says, in a JPEG or a PNG. */
struct image {
    const char *path;
    enum image_kind kind;
    uint32_t width, height; /* [pixels] */
    uint32_t density; /* [pixels per inch] its file asks for; 0: none, or nonsense */
    uint8_t orientation; /* Exif's, 1 to 8; image_load applies it */
};

enum image_colour { IMAGE_GREY, IMAGE_RGB, IMAGE_CMYK };

enum image_coding {
    IMAGE_DCT, /* a JPEG stream */
    IMAGE_FLATE /* rows with PNG's filters, deflated */
};

/* An image to embed. */
struct image_data {
    uint32_t width, height; /* [pixels] */
    enum image_colour colour; /* of the samples or, if there is one, of the palette */
    uint8_t bits; /* of a sample: 8 or, with IMAGE_FLATE, 1, 2, 4 */
    bool inverted; /* CMYK: 0 is full ink, as Adobe's programs write it */
    enum image_coding coding;
    struct slice bytes;
    struct slice palette; /* samples are places in it; empty: there is none */
    struct slice alpha; /* IMAGE_FLATE with 8 bits, 0: clear; empty: all is opaque */
};

/* Looks at a picture without taking its pixels: enough to set it. `path` is that of the
   file, and messages name it; `from` is the place in the text that asks for it. The kind
   is told by the content, not by the name. NULL after an error: not there, not PNG or
   JPEG, too large, cut short or broken so far as the header tells; the rest image_load
   finds. The file is not kept in memory. */
const struct image *image_open(struct arena *arena, const char *path,
                               struct position from, struct diag *diag);

/* What a picture is wanted for. */
struct image_use {
    length width, height; /* of its box */
    uint32_t
        resolution; /* [pixels per inch] no more than this, give or take a tenth; 0:
                            all there are */
    const struct world *world; /* whose colours it shall have */
};

/* The pixels for a use. Reads the whole file again; a picture of which a part cannot be
   decoded is an error, and the result NULL. A picture that has less than two thirds of the
   resolution at this size is a warning. Calls are independent of each other: one for each
   file and use is enough, and the result can stand in any number of items. */
const struct image_data *image_load(struct arena *arena, const struct image *image,
                                    struct image_use use, struct position from,
                                    struct diag *diag);

/* Pictures that have been loaded, kept in `arena` for as long as it is: for the editions of
   one build, during which a file counts as it was when first loaded. */
struct image_store;
struct image_store *image_store_new(struct arena *arena);

/* The same as image_load, from the store if the file has been loaded for this use before. */
const struct image_data *image_store_load(struct image_store *store,
                                          const struct image *image,
                                          struct image_use use, struct position from,
                                          struct diag *diag);

/* --- QR codes (ISO/IEC 18004) ----------------------------------------------------------- */

/* A code is a square of dark and light modules. */
struct qr {
    uint32_t side; /* [modules] */
    const uint8_t *dark; /* row by row: 1 or 0 */
};

/* The code that says a text, with the correction of level M; side 0 if there is none so
   long. */
struct qr qr_encode(struct arena *arena, const char *text);

#endif
