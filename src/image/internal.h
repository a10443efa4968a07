/* SPDX-License-Identifier: MIT */
/* What the steps from a file to an image share. */
#ifndef IMAGE_INTERNAL_H
#define IMAGE_INTERNAL_H

#include "image/image.h"

/* The largest picture: read before anything is allocated for it. */
enum {
    FILE_LIMIT = 64 * 1024 * 1024, /* [bytes] */
    SIDE_LIMIT = 30000, /* [pixels] */
    AREA_LIMIT = 100000000 /* [pixels] */
};

static inline unsigned char byte_at(struct slice bytes, size_t i) {
    return (unsigned char)bytes.data[i];
}

/* Two and four bytes, the most significant first. */
static inline uint32_t short_at(struct slice bytes, size_t i) {
    return (uint32_t)byte_at(bytes, i) << 8 | byte_at(bytes, i + 1);
}

static inline uint32_t long_at(struct slice bytes, size_t i) {
    return short_at(bytes, i) << 16 | short_at(bytes, i + 2);
}

/* Why a file gives no picture. */
struct failure {
    enum diag_id id;
    const char *why; /* the second %s of the message, or NULL */
};

/* --- kind.c ----------------------------------------------------------------------- */

/* What a file is by its first bytes. When it is neither PNG nor JPEG, gives false and in
   `what` the name of what it is instead. */
bool kind_find(struct slice bytes, enum image_kind *kind, const char **what);

/* --- header.c --------------------------------------------------------------------- */

/* Fills in all but the path. Says how the file fails if it does. */
bool header_read(struct arena *arena, struct slice bytes, struct image *image,
                 struct failure *failure);

/* Reads a file that image_open or image_load wants; tells why it cannot. */
bool header_read_file(struct arena *arena, const char *path, struct position from,
                      struct diag *diag, struct slice *bytes);

/* --- exif.c ----------------------------------------------------------------------- */

/* The orientation (1 to 8) in a TIFF structure, as Exif has it; 1 if none is there. */
uint8_t exif_orientation(struct slice tiff);

/* --- chunks.c: the parts of a PNG file (PNG 5.3) ---------------------------------- */

struct chunk {
    struct slice name, data;
};

/* The chunk at `at`, which goes on to the next; false at the end of the bytes. */
bool chunk_next(struct slice png, size_t *at, struct chunk *chunk);

/* Where the first chunk stands, after the signature. */
enum { FIRST_CHUNK = 8 };

/* --- segments.c: the parts of a JPEG file (ITU-T T.81 annex B) -------------------- */

enum marker {
    MARKER_SOF0 = 0xC0, /* baseline */
    MARKER_SOF2 = 0xC2, /* progressive */
    MARKER_DHT = 0xC4,
    MARKER_SOF15 = 0xCF,
    MARKER_JPG = 0xC8,
    MARKER_DAC = 0xCC,
    MARKER_RST0 = 0xD0,
    MARKER_SOI = 0xD8,
    MARKER_EOI = 0xD9,
    MARKER_SOS = 0xDA,
    MARKER_DQT = 0xDB,
    MARKER_DRI = 0xDD,
    MARKER_APP0 = 0xE0,
    MARKER_APP1 = 0xE1,
    MARKER_APP14 = 0xEE,
    MARKER_TEM = 0x01
};

struct segment {
    enum marker marker;
    struct slice body; /* after the length */
    struct slice scan; /* after the body of SOS: the coded data */
};

/* The segment at `at`, which goes on to the next; false at the end of the bytes. */
bool segment_next(struct slice jpeg, size_t *at, struct segment *segment);

/* Whether a marker begins a frame, of whatever coding. */
bool segment_is_frame(enum marker marker);

/* Whether the frame is baseline or progressive, the codings every reader knows. */
bool segments_are_common(struct slice jpeg);

/* How the numbers of a JPEG become colours. */
enum jpeg_model { MODEL_GREY, MODEL_YCC, MODEL_RGB, MODEL_CMYK, MODEL_YCCK };

/* The file without what is not needed to show it: APPn, COM, what stands between and
   behind the segments. One short marker of our own says the model. */
struct slice segments_strip(struct arena *arena, struct slice jpeg,
                            enum jpeg_model model, bool adobe);

/* --- raster.c --------------------------------------------------------------------- */

/* Pixels, a byte a sample, the alpha last. */
struct raster {
    uint32_t width, height;
    enum image_colour colour;
    bool has_alpha;
    uint8_t bits; /* samples are below 1 << bits */
    struct slice palette; /* RGB; samples are places in it; empty: none */
    unsigned char *samples;
};

uint32_t raster_channels(const struct raster *raster);

/* Room for the samples of a raster whose other fields are set. */
void raster_allocate(struct arena *arena, struct raster *raster);

static inline unsigned char *raster_row(const struct raster *raster, uint32_t y) {
    return raster->samples + (size_t)y * raster->width * raster_channels(raster);
}

/* Turns and mirrors it as an Exif orientation asks. */
void raster_orient(struct arena *arena, struct raster *raster, uint8_t orientation);

/* Takes out what is not seen: colours below clear pixels, an alpha that is opaque
   everywhere, three channels that say grey, palette entries in no pixel. */
void raster_simplify(struct arena *arena, struct raster *raster);

/* Takes the alpha out of a raster that has one; gives it as a raster of its own. */
struct raster raster_split_alpha(struct arena *arena, struct raster *raster);

/* --- colours.c ---------------------------------------------------------------------- */

/* Turns samples around: 0 becomes 255. */
void raster_invert(struct raster *raster);

/* Makes of it what is wanted in a world; for print it is laid on white. */
void raster_to_world(struct arena *arena, struct raster *raster,
                     const struct world *world);

/* --- reduce.c: fewer pixels ------------------------------------------------------- */

struct reducer;

/* Takes the rows of a picture of width by height from the top and fills `target`, whose
   fields are set and which is at most as large, with the means of the areas that its
   pixels cover. Of equal size, it copies. */
struct reducer *reducer_new(struct arena *arena, struct raster *target, uint32_t width,
                            uint32_t height);
void reducer_add(struct reducer *reducer, const unsigned char *row);

/* --- png.c, jpeg.c ---------------------------------------------------------------- */

/* The whole picture, no larger than width by height, not turned. `arena` holds the
   samples. */
bool png_decode(struct arena *arena, struct slice bytes, uint32_t width,
                uint32_t height, struct raster *raster, struct failure *failure);

/* The rows of a raster without alpha as the data of a PNG's IDAT chunks; empty when
   libpng has no memory. */
struct slice png_encode(struct arena *arena, const struct raster *raster);

/* What is found out about a JPEG while it is decoded. */
struct jpeg_facts {
    enum jpeg_model model;
    bool adobe; /* marked so: CMYK is inverted */
    bool clean; /* baseline or progressive, nothing odd in it: any reader takes it */
    bool subsampled; /* fewer pixels of colour than of brightness */
};

/* Decodes all of it and keeps nothing. */
bool jpeg_check(struct arena *arena, struct slice bytes, struct jpeg_facts *facts,
                struct failure *failure);

bool jpeg_decode(struct arena *arena, struct slice bytes, uint32_t width,
                 uint32_t height, struct raster *raster, struct jpeg_facts *facts,
                 struct failure *failure);

/* A JPEG of a raster without alpha; empty when libjpeg has no memory. */
struct slice jpeg_encode(struct arena *arena, const struct raster *raster,
                         const struct jpeg_facts *facts);

#endif
