/* SPDX-License-Identifier: MIT */
/* Turns a raster upright and takes out of it what nobody sees. */
#include "image/internal.h"

enum { CLEAR = 0, OPAQUE = 255, PAPER = 255, PALETTE_MAX = 256 };

uint32_t raster_channels(const struct raster *raster) {
    static const uint8_t channels[] = {
        [IMAGE_GREY] = 1, [IMAGE_RGB] = 3, [IMAGE_CMYK] = 4};
    uint32_t colours = raster->palette.length ? 1 : channels[raster->colour];
    return colours + raster->has_alpha;
}

void raster_allocate(struct arena *arena, struct raster *raster) {
    raster->samples =
        arena_array(arena, unsigned char,
                    (size_t)raster->width * raster->height * raster_channels(raster));
}

/* --- orientation ------------------------------------------------------------------ */

/* What an orientation asks of a pixel's place: first mirror x, mirror y, as the file has
   them, then exchange them (Exif 4.6.5.1.6). */
struct turn {
    bool mirror_x, mirror_y, exchange;
};

static const struct turn turns[] = {
    [1] = {false, false, false}, [2] = {true, false, false}, [3] = {true, true, false},
    [4] = {false, true, false},  [5] = {false, false, true}, [6] = {false, true, true},
    [7] = {true, true, true},    [8] = {true, false, true},
};

static void move_row(const struct raster *from, uint32_t y, const struct turn *turn,
                     const struct raster *to) {
    size_t channels = raster_channels(from);
    const unsigned char *sample = raster_row(from, y);
    uint32_t to_y = turn->mirror_y ? from->height - 1 - y : y;
    for (uint32_t x = 0; x < from->width; x++, sample += channels) {
        uint32_t to_x = turn->mirror_x ? from->width - 1 - x : x;
        unsigned char *place = turn->exchange ? raster_row(to, to_x) + to_y * channels
                                              : raster_row(to, to_y) + to_x * channels;
        memcpy(place, sample, channels);
    }
}

void raster_orient(struct arena *arena, struct raster *raster, uint8_t orientation) {
    if (orientation == 1)
        return;
    const struct turn *turn = &turns[orientation];
    struct raster turned = *raster;
    if (turn->exchange) {
        turned.width = raster->height;
        turned.height = raster->width;
    }
    raster_allocate(arena, &turned);
    for (uint32_t y = 0; y < raster->height; y++)
        move_row(raster, y, turn, &turned);
    *raster = turned;
}

/* --- simplification --------------------------------------------------------------- */

static size_t count_pixels(const struct raster *raster) {
    return (size_t)raster->width * raster->height;
}

/* Keeps `kept` channels of each pixel. */
static void drop_channels(struct raster *raster, uint32_t kept) {
    uint32_t channels = raster_channels(raster);
    size_t count = count_pixels(raster);
    for (size_t i = 0; i < count; i++)
        memmove(raster->samples + i * kept, raster->samples + i * channels, kept);
}

struct raster raster_split_alpha(struct arena *arena, struct raster *raster) {
    struct raster alpha = {.width = raster->width,
                           .height = raster->height,
                           .colour = IMAGE_GREY,
                           .bits = 8};
    uint32_t channels = raster_channels(raster);
    size_t count = count_pixels(raster);
    raster_allocate(arena, &alpha);
    for (size_t i = 0; i < count; i++)
        alpha.samples[i] = raster->samples[i * channels + channels - 1];
    drop_channels(raster, channels - 1);
    raster->has_alpha = false;
    return alpha;
}

/* A face that was erased is often still there in the colour of clear pixels. */
static void blank_clear_pixels(struct raster *raster) {
    uint32_t channels = raster_channels(raster);
    size_t count = count_pixels(raster);
    bool opaque = true;
    for (size_t i = 0; i < count; i++) {
        unsigned char *pixel = raster->samples + i * channels;
        opaque = opaque && pixel[channels - 1] == OPAQUE;
        if (pixel[channels - 1] == CLEAR)
            memset(pixel, PAPER, channels - 1);
    }
    if (opaque) {
        drop_channels(raster, channels - 1);
        raster->has_alpha = false;
    }
}

static bool is_grey(const unsigned char *colour) {
    return colour[0] == colour[1] && colour[1] == colour[2];
}

static bool is_all_grey(const struct raster *raster) {
    uint32_t channels = raster_channels(raster);
    size_t count = count_pixels(raster);
    for (size_t i = 0; i < count; i++)
        if (!is_grey(raster->samples + i * channels))
            return false;
    return true;
}

/* Grey, and alpha if there is one. */
static void drop_colour(struct raster *raster) {
    uint32_t channels = raster_channels(raster), kept = channels - 2;
    size_t count = count_pixels(raster);
    for (size_t i = 0; i < count; i++) {
        unsigned char *to = raster->samples + i * kept;
        const unsigned char *from = raster->samples + i * channels;
        to[0] = from[0];
        if (raster->has_alpha)
            to[1] = from[3];
    }
    raster->colour = IMAGE_GREY;
}

static void simplify_palette(struct arena *arena, struct raster *raster) {
    bool used[PALETTE_MAX] = {false};
    size_t count = count_pixels(raster), end = 0;
    for (size_t i = 0; i < count; i++)
        used[raster->samples[i]] = true;
    for (size_t i = 0; i < PALETTE_MAX; i++)
        end = used[i] ? i + 1 : end;
    char *palette = arena_array(arena, char, end * 3);
    bool grey = true;
    for (size_t i = 0; i < end; i++) {
        if (!used[i] || 3 * i + 3 > raster->palette.length)
            continue;
        memcpy(palette + 3 * i, raster->palette.data + 3 * i, 3);
        grey = grey && is_grey((const unsigned char *)palette + 3 * i);
    }
    for (size_t i = 0; grey && i < end; i++)
        palette[i] = palette[3 * i];
    raster->palette = (struct slice){palette, grey ? end : 3 * end};
    raster->colour = grey ? IMAGE_GREY : IMAGE_RGB;
}

void raster_simplify(struct arena *arena, struct raster *raster) {
    if (raster->palette.length) {
        simplify_palette(arena, raster);
        return;
    }
    if (raster->has_alpha)
        blank_clear_pixels(raster);
    if (raster->colour == IMAGE_RGB && is_all_grey(raster))
        drop_colour(raster);
}
