/* SPDX-License-Identifier: MIT */
/* Pictures in the worlds of print: what becomes of samples, palettes and clear pixels. */
#include "image/internal.h"
#include "unit/harness.h"

#include <stdlib.h>

enum { LIMIT = 240 };

static struct world *open_press(struct arena *arena) {
    const struct print_condition condition = {.limit = LIMIT};
    struct world *world = world_open(arena, &condition, diag_new(arena));
    if (!world)
        abort();
    return world;
}

static struct raster new_raster(struct arena *arena, enum image_colour colour,
                                bool alpha, const unsigned char *samples,
                                uint32_t width) {
    struct raster raster = {
        .width = width, .height = 1, .colour = colour, .has_alpha = alpha, .bits = 8};
    raster_allocate(arena, &raster);
    memcpy(raster.samples, samples, width * raster_channels(&raster));
    return raster;
}

static const unsigned char half_clear[] = {255, 0, 0, 0, 0, 0, 0, 128, 10, 20, 30, 255};

static void clear_pixels_are_paper(void) {
    struct arena *arena = arena_create();
    struct raster raster = new_raster(arena, IMAGE_RGB, true, half_clear, 3);
    raster_to_world(arena, &raster, world_grey());
    EXPECT(raster.colour == IMAGE_GREY && !raster.has_alpha);
    EXPECT_INTEGER(raster.samples[0], 255);
    EXPECT_INTEGER(raster.samples[1], 127); /* (0 * 128 + 255 * 127) / 255 */
    EXPECT(raster.samples[2] > 10 && raster.samples[2] < 30);
    arena_destroy(arena);
}

static void clear_pixels_have_no_ink(void) {
    struct arena *arena = arena_create();
    struct world *world = open_press(arena);
    struct raster raster = new_raster(arena, IMAGE_RGB, true, half_clear, 3);
    raster_to_world(arena, &raster, world);
    EXPECT(raster.colour == IMAGE_CMYK && !raster.has_alpha);
    for (size_t i = 0; i < PLATES; i++)
        EXPECT_INTEGER(raster.samples[i], 0);
    EXPECT(raster.samples[PLATES + 3] > 0);
    world_close(world);
    arena_destroy(arena);
}

static void the_screen_keeps_what_is_clear(void) {
    struct arena *arena = arena_create();
    struct raster raster = new_raster(arena, IMAGE_RGB, true, half_clear, 3);
    raster_to_world(arena, &raster, world_screen());
    EXPECT(raster.has_alpha && !memcmp(raster.samples, half_clear, sizeof half_clear));
    arena_destroy(arena);
}

static void greys_of_a_palette_are_black_alone(void) {
    static const unsigned char samples[] = {0, 1, 2};
    static const char palette[] = {0, 0, 0, 64, 64, 64, 127, 0, 0};
    struct arena *arena = arena_create();
    struct world *world = open_press(arena);
    struct raster raster = new_raster(arena, IMAGE_GREY, false, samples, 3);
    raster.colour = IMAGE_RGB;
    raster.palette = (struct slice){palette, sizeof palette};
    raster_to_world(arena, &raster, world);
    const unsigned char *inks = (const unsigned char *)raster.palette.data;
    EXPECT(raster.colour == IMAGE_CMYK);
    EXPECT_INTEGER(raster.palette.length, 3 * PLATES);
    EXPECT(!inks[0] && !inks[1] && !inks[2] && inks[3] == 255);
    EXPECT(!inks[4] && !inks[5] && !inks[6] && inks[7] == 191);
    EXPECT(inks[9] > 100 && inks[10] > 100); /* red: magenta and yellow */
    EXPECT(!memcmp(raster.samples, samples, sizeof samples));
    world_close(world);
    arena_destroy(arena);
}

static void ink_stays_but_for_what_is_too_much(void) {
    static const unsigned char samples[] = {10, 20, 30, 40, 255, 255, 255, 255};
    struct arena *arena = arena_create();
    struct world *world = open_press(arena);
    struct raster raster = new_raster(arena, IMAGE_CMYK, false, samples, 2);
    raster_to_world(arena, &raster, world);
    EXPECT(!memcmp(raster.samples, samples, PLATES));
    EXPECT_INTEGER(raster.samples[4] + raster.samples[5] + raster.samples[6] +
                       raster.samples[7],
                   255 + 3 * ((LIMIT * 255 / 100 - 255) / 3));
    EXPECT_INTEGER(raster.samples[7], 255);
    world_close(world);
    arena_destroy(arena);
}

static void grey_stays_grey(void) {
    static const unsigned char samples[] = {0, 100, 255};
    struct arena *arena = arena_create();
    struct world *world = open_press(arena);
    struct raster raster = new_raster(arena, IMAGE_GREY, false, samples, 3);
    raster_to_world(arena, &raster, world);
    EXPECT(raster.colour == IMAGE_GREY);
    EXPECT(!memcmp(raster.samples, samples, sizeof samples));
    world_close(world);
    arena_destroy(arena);
}

static void ink_becomes_grey(void) {
    static const unsigned char samples[] = {0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 0};
    struct arena *arena = arena_create();
    struct raster raster = new_raster(arena, IMAGE_CMYK, false, samples, 3);
    raster_to_world(arena, &raster, world_grey());
    EXPECT(raster.colour == IMAGE_GREY);
    EXPECT_INTEGER(raster.samples[0], 255);
    EXPECT_INTEGER(raster.samples[1], 0);
    EXPECT_INTEGER(raster.samples[2], 105); /* 255 - 59 % */
    arena_destroy(arena);
}

int main(void) {
    RUN(clear_pixels_are_paper);
    RUN(clear_pixels_have_no_ink);
    RUN(the_screen_keeps_what_is_clear);
    RUN(greys_of_a_palette_are_black_alone);
    RUN(ink_stays_but_for_what_is_too_much);
    RUN(grey_stays_grey);
    RUN(ink_becomes_grey);
    return harness_status();
}
