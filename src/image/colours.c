/* SPDX-License-Identifier: MIT */
/* Takes a raster into the world it is wanted for: in inks or in grey, on white paper. */
#include "image/internal.h"

enum { PAPER = 255, FULL = 255 };

static size_t count_pixels(const struct raster *raster) {
    return (size_t)raster->width * raster->height;
}

/* What shows through is the paper: of a press nothing else can be known. */
static void flatten(struct arena *arena, struct raster *raster) {
    struct raster alpha = raster_split_alpha(arena, raster);
    size_t channels = raster_channels(raster), count = count_pixels(raster);
    unsigned char *sample = raster->samples;
    for (size_t i = 0; i < count; i++)
        for (size_t c = 0; c < channels; c++, sample++) {
            uint32_t opaque = alpha.samples[i];
            *sample = (unsigned char)((*sample * opaque + PAPER * (FULL - opaque) +
                                       FULL / 2) /
                                      FULL);
        }
}

static bool is_grey(const unsigned char *rgb) {
    return rgb[0] == rgb[1] && rgb[1] == rgb[2];
}

/* A palette is of something drawn: its greys and its black are one ink, as in text. */
static void ink_palette(struct arena *arena, struct raster *raster,
                        const struct world *world) {
    size_t count = raster->palette.length / 3;
    const unsigned char *rgb = (const unsigned char *)raster->palette.data;
    unsigned char *inks = arena_array(arena, unsigned char, count *PLATES);
    world_rgb_to_inks(world, rgb, inks, count);
    for (size_t i = 0; i < count; i++)
        if (is_grey(rgb + 3 * i)) {
            memset(inks + PLATES * i, 0, PLATES);
            inks[PLATES * i + 3] = (unsigned char)(FULL - rgb[3 * i]);
        }
    raster->palette = (struct slice){(const char *)inks, count * PLATES};
}

static void grey_palette(struct arena *arena, struct raster *raster) {
    size_t count = raster->palette.length / 3;
    unsigned char *grey = arena_array(arena, unsigned char, count);
    colours_rgb_to_grey((const unsigned char *)raster->palette.data, grey, count);
    raster->palette = (struct slice){(const char *)grey, count};
}

static void ink_samples(struct arena *arena, struct raster *raster,
                        const struct world *world) {
    const unsigned char *rgb = raster->samples;
    raster->colour = IMAGE_CMYK;
    raster_allocate(arena, raster);
    world_rgb_to_inks(world, rgb, raster->samples, count_pixels(raster));
}

/* One sample a pixel never overtakes three or four: done in place. */
static void grey_samples(struct raster *raster) {
    if (raster->colour == IMAGE_RGB)
        colours_rgb_to_grey(raster->samples, raster->samples, count_pixels(raster));
    else
        colours_inks_to_grey(raster->samples, raster->samples, count_pixels(raster));
}

static void to_inks(struct arena *arena, struct raster *raster,
                    const struct world *world) {
    if (raster->colour == IMAGE_CMYK)
        world_limit_inks(world, raster->samples, count_pixels(raster));
    else if (raster->palette.length)
        ink_palette(arena, raster, world);
    else
        ink_samples(arena, raster, world);
    raster->colour = IMAGE_CMYK;
}

static void to_grey(struct arena *arena, struct raster *raster) {
    if (raster->palette.length)
        grey_palette(arena, raster);
    else
        grey_samples(raster);
    raster->colour = IMAGE_GREY;
}

void raster_invert(struct raster *raster) {
    size_t count = count_pixels(raster) * raster_channels(raster);
    for (size_t i = 0; i < count; i++)
        raster->samples[i] = (unsigned char)(FULL - raster->samples[i]);
}

void raster_to_world(struct arena *arena, struct raster *raster,
                     const struct world *world) {
    if (world_kind(world) == WORLD_SCREEN)
        return;
    if (raster->has_alpha)
        flatten(arena, raster);
    if (raster->colour == IMAGE_GREY)
        return;
    if (world_kind(world) == WORLD_INKS)
        to_inks(arena, raster, world);
    else
        to_grey(arena, raster);
}
