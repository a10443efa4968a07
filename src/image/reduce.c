/* SPDX-License-Identifier: MIT */
/* Makes a picture of fewer pixels, each the mean of the area it covers.

   Source and target are laid over each other: a source pixel is as wide as the target has
   columns, a target pixel as wide as the source has, so that both pictures are their
   product wide and every overlap is a whole number. The same holds for rows.

   Means are taken of light, not of the numbers that sRGB writes for it, else fine lines
   come out too dark; of ink (CMYK) they are taken as they are. Where there is alpha a
   colour counts as much as it covers. The largest sum is 65,535 (light) * 255 (alpha) *
   AREA_LIMIT, 51 bits. */
#include "image/internal.h"

#include <assert.h>
#include <math.h>

enum { LEVELS = 256, LIGHT = 65535, CHANNELS_MAX = 5 };

struct reducer {
    struct raster *target;
    uint32_t width, height; /* of the source */
    uint32_t channels;
    uint32_t row; /* of the target, that is being filled */
    uint64_t below; /* how much of it is still to come */
    uint64_t *source; /* sums of one source row: the target's columns */
    uint64_t *sums; /* the same over the rows of one target row */
    uint16_t light[LEVELS];
    uint8_t level[LIGHT + 1]; /* of a light */
};

/* IEC 61966-2-1. */
static double decode_srgb(double level) {
    return level <= 0.04045 ? level / 12.92 : pow((level + 0.055) / 1.055, 2.4);
}

static void fill_tables(struct reducer *reducer, bool linear) {
    for (int i = 0; i < LEVELS; i++)
        reducer->light[i] =
            (uint16_t)(linear ? lround(LIGHT * decode_srgb(i / 255.0)) : i * 257);
    for (int light = 0, level = 0; light <= LIGHT; light++) {
        double next = (level + 0.5) / 255;
        if (light >= LIGHT * (linear ? decode_srgb(next) : next) && level < LEVELS - 1)
            level++;
        reducer->level[light] = (uint8_t)level;
    }
}

static bool is_copy(const struct reducer *reducer) {
    return reducer->width == reducer->target->width &&
           reducer->height == reducer->target->height;
}

struct reducer *reducer_new(struct arena *arena, struct raster *target, uint32_t width,
                            uint32_t height) {
    struct reducer *new = arena_new(arena, struct reducer);
    new->target = target;
    new->width = width;
    new->height = height;
    new->channels = raster_channels(target);
    new->below = height;
    raster_allocate(arena, target);
    if (is_copy(new))
        return new;
    fill_tables(new, target->colour != IMAGE_CMYK);
    new->source = arena_array(arena, uint64_t, (size_t)target->width * new->channels);
    new->sums = arena_array(arena, uint64_t, (size_t)target->width * new->channels);
    return new;
}

/* A pixel's samples as what is summed: light that counts by its alpha, then alpha. */
static void weigh_pixel(const struct reducer *reducer, const unsigned char *pixel,
                        uint64_t *weighed) {
    bool has_alpha = reducer->target->has_alpha;
    uint32_t colours = reducer->channels - has_alpha;
    uint64_t alpha = has_alpha ? pixel[colours] : 1;
    for (uint32_t c = 0; c < colours; c++)
        weighed[c] = reducer->light[pixel[c]] * alpha;
    if (has_alpha)
        weighed[colours] = alpha;
}

static void add_to(uint64_t *sums, const uint64_t *values, uint32_t count,
                   uint64_t times) {
    for (uint32_t i = 0; i < count; i++)
        sums[i] += values[i] * times;
}

static void sum_columns(struct reducer *reducer, const unsigned char *row) {
    uint32_t channels = reducer->channels, width = reducer->target->width;
    uint64_t *sums = reducer->source;
    uint32_t right = reducer->width; /* how much of the target pixel is to come */
    memset(sums, 0, (size_t)width * channels * sizeof *sums);
    for (uint32_t x = 0; x < reducer->width; x++, row += channels) {
        uint64_t weighed[CHANNELS_MAX];
        uint32_t left = width; /* how much of the source pixel is to be given */
        weigh_pixel(reducer, row, weighed);
        while (left >= right) {
            add_to(sums, weighed, channels, right);
            sums += channels;
            left -= right;
            right = reducer->width;
        }
        if (left)
            add_to(sums, weighed, channels, left);
        right -= left;
    }
}

static void put_pixel(const struct reducer *reducer, const uint64_t *sums,
                      unsigned char *pixel) {
    bool has_alpha = reducer->target->has_alpha;
    uint32_t colours = reducer->channels - has_alpha;
    uint64_t area = (uint64_t)reducer->width * reducer->height;
    uint64_t divisor = has_alpha ? sums[colours] : area;
    assert(area > 0); /* the header was checked */
    for (uint32_t c = 0; c < colours && divisor; c++)
        pixel[c] = reducer->level[(sums[c] + divisor / 2) / divisor];
    if (has_alpha)
        pixel[colours] = (unsigned char)((sums[colours] + area / 2) / area);
}

static void put_row(struct reducer *reducer) {
    uint32_t channels = reducer->channels, width = reducer->target->width;
    unsigned char *row = raster_row(reducer->target, reducer->row++);
    for (uint32_t x = 0; x < width; x++)
        put_pixel(reducer, reducer->sums + (size_t)x * channels, row + x * channels);
    memset(reducer->sums, 0, (size_t)width * channels * sizeof *reducer->sums);
}

static void sum_rows(struct reducer *reducer) {
    uint32_t count = reducer->target->width * reducer->channels;
    uint64_t left = reducer->target->height;
    while (left >= reducer->below) {
        add_to(reducer->sums, reducer->source, count, reducer->below);
        put_row(reducer);
        left -= reducer->below;
        reducer->below = reducer->height;
    }
    if (left)
        add_to(reducer->sums, reducer->source, count, left);
    reducer->below -= left;
}

void reducer_add(struct reducer *reducer, const unsigned char *row) {
    if (is_copy(reducer)) {
        memcpy(raster_row(reducer->target, reducer->row++), row,
               (size_t)reducer->width * reducer->channels);
        return;
    }
    sum_columns(reducer, row);
    sum_rows(reducer);
}
