/* SPDX-License-Identifier: MIT */
/* Reads a picture's file and what its header says: size, density, orientation. Refuses
   what cannot or must not be decoded before anything is allocated for it. */
#include "image/internal.h"

#include "base/file.h"

#include <errno.h>
#include <sys/stat.h>

/* --- PNG -------------------------------------------------------------------------- */

enum { IHDR_LENGTH = 13, PHYS_LENGTH = 9, UNIT_METRE = 1 };

/* What a screen or a scanner has; all else is a slip of the program that wrote it. */
enum { DENSITY_MIN = 36, DENSITY_MAX = 4800 };

static uint32_t density_from(uint64_t x, uint64_t y, uint64_t times, uint64_t divisor) {
    bool square = x * 100 <= y * 101 && y * 100 <= x * 101;
    uint64_t density = (x * times + divisor / 2) / divisor;
    bool likely = density >= DENSITY_MIN && density <= DENSITY_MAX;
    return square && likely ? (uint32_t)density : 0;
}

/* An inch is 0.0254 m. */
static uint32_t png_density(struct slice data) {
    if (data.length != PHYS_LENGTH || byte_at(data, 8) != UNIT_METRE)
        return 0;
    return density_from(long_at(data, 0), long_at(data, 4), 254, 10000);
}

static bool read_png(struct slice bytes, struct image *image) {
    struct chunk chunk;
    size_t at = FIRST_CHUNK;
    if (!chunk_next(bytes, &at, &chunk) || !slice_is(chunk.name, "IHDR") ||
        chunk.data.length != IHDR_LENGTH)
        return false;
    image->width = long_at(chunk.data, 0);
    image->height = long_at(chunk.data, 4);
    while (chunk_next(bytes, &at, &chunk)) {
        if (slice_is(chunk.name, "pHYs"))
            image->density = png_density(chunk.data);
        else if (slice_is(chunk.name, "eXIf"))
            image->orientation = exif_orientation(chunk.data);
    }
    return true;
}

/* --- JPEG ------------------------------------------------------------------------- */

enum { JFIF_LENGTH = 14, FRAME_LENGTH = 6, UNIT_INCH = 1, UNIT_CENTIMETRE = 2 };

static bool begins_with(struct slice bytes, const char *start, size_t count) {
    return bytes.length >= count && !memcmp(bytes.data, start, count);
}

static uint32_t jpeg_density(struct slice jfif) {
    if (jfif.length < JFIF_LENGTH)
        return 0;
    uint32_t x = short_at(jfif, 8), y = short_at(jfif, 10);
    switch (byte_at(jfif, 7)) {
    case UNIT_INCH:
        return density_from(x, y, 1, 1);
    case UNIT_CENTIMETRE:
        return density_from(x, y, 254, 100);
    default:
        return 0;
    }
}

/* What PDF has no place for, or no reader a decoder; NULL: nothing. */
static const char *find_odd_coding(const struct segment *frame) {
    enum marker marker = frame->marker;
    if (marker > MARKER_SOF2 && marker < MARKER_JPG)
        return "a lossless or hierarchical JPEG";
    if (marker > MARKER_JPG)
        return "a JPEG with arithmetic coding";
    if (byte_at(frame->body, 0) != 8)
        return "a JPEG with more than 8 bits a colour";
    uint32_t components = byte_at(frame->body, 5);
    return components == 1 || components == 3 || components == 4
               ? NULL
               : "a JPEG with an unusual number of colours";
}

static bool read_frame(const struct segment *frame, struct image *image,
                       struct failure *failure) {
    if (frame->body.length < FRAME_LENGTH)
        return false;
    image->height = short_at(frame->body, 1);
    image->width = short_at(frame->body, 3);
    const char *odd = find_odd_coding(frame);
    if (odd)
        *failure = (struct failure){DIAG_PICTURE_CODING, odd};
    return !odd;
}

static bool read_jpeg(struct slice bytes, struct image *image,
                      struct failure *failure) {
    struct segment segment;
    for (size_t at = 2; segment_next(bytes, &at, &segment);) {
        if (segment.marker == MARKER_APP0 &&
            begins_with(segment.body, "JFIF", sizeof "JFIF"))
            image->density = jpeg_density(segment.body);
        else if (segment.marker == MARKER_APP1 &&
                 begins_with(segment.body, "Exif\0", 6))
            image->orientation =
                exif_orientation(slice_sub(segment.body, 6, segment.body.length));
        else if (segment_is_frame(segment.marker))
            return read_frame(&segment, image, failure);
        else if (segment.marker == MARKER_SOS || segment.marker == MARKER_EOI)
            break;
    }
    return false;
}

/* --- both ------------------------------------------------------------------------- */

/* The names of the limits are those of the message PICTURE_TOO_LARGE. */
static bool check_size(struct arena *arena, const struct image *image,
                       struct failure *failure) {
    uint32_t width = image->width, height = image->height;
    if (!width || !height)
        *failure = (struct failure){DIAG_PICTURE_BROKEN, "it has no pixels"};
    else if (width > SIDE_LIMIT || height > SIDE_LIMIT ||
             (uint64_t)width * height > AREA_LIMIT)
        *failure = (struct failure){
            DIAG_PICTURE_TOO_LARGE,
            arena_printf(arena, "%u by %u pixels", (unsigned)width, (unsigned)height)};
    else
        return true;
    return false;
}

static void turn_size(struct image *image) {
    uint32_t width = image->width;
    image->width = image->height;
    image->height = width;
}

bool header_read(struct arena *arena, struct slice bytes, struct image *image,
                 struct failure *failure) {
    *failure = (struct failure){DIAG_PICTURE_CUT, NULL};
    image->orientation = 1;
    const char *what;
    if (!kind_find(bytes, &image->kind, &what)) {
        *failure = (struct failure){DIAG_PICTURE_KIND, what};
        return false;
    }
    bool read = image->kind == IMAGE_PNG ? read_png(bytes, image)
                                         : read_jpeg(bytes, image, failure);
    if (!read || !check_size(arena, image, failure))
        return false;
    if (image->orientation > 4)
        turn_size(image);
    return true;
}

/* A device or a pipe could keep the program waiting for ever. */
static bool is_waiting(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

bool header_read_file(struct arena *arena, const char *path, struct position from,
                      struct diag *diag, struct slice *bytes) {
    if (is_waiting(path))
        diag_add(diag, DIAG_FILE_UNREADABLE, from, path, "it is not a file");
    else if (file_read(arena, path, FILE_LIMIT, bytes))
        return true;
    else if (errno == EFBIG)
        diag_add(diag, DIAG_PICTURE_TOO_LARGE, from, path, "more than 64 MiB");
    else if (errno == EISDIR)
        diag_add(diag, DIAG_FILE_FOLDER, from, path, NULL);
    else
        diag_add(diag, DIAG_FILE_UNREADABLE, from, path, strerror(errno));
    return false;
}
