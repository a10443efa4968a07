/* SPDX-License-Identifier: MIT */
/* Worlds: what colours become in inks and in grey. */
#include "colour/colour.h"
#include "unit/harness.h"

#include <stdlib.h>

enum { BRICK = 0x9C3F24, REED = 0x2E6B62, LIMIT = 260 };

static const struct inked inked[] = {{BRICK, {{20, 82, 95, 12}}, false}};
static const struct inked spotted[] = {{BRICK, {{20, 82, 95, 12}}, true}};

static struct world *open_world(struct arena *arena, const struct inked *colours,
                                const char *spot) {
    const struct print_condition condition = {
        .inked = colours, .inked_count = 1, .spot = spot, .limit = LIMIT};
    struct diag *diag = diag_new(arena);
    struct world *world = world_open(arena, &condition, diag);
    if (!world)
        abort();
    return world;
}

static int32_t sum(const struct mix *mix) {
    return mix->parts[0] + mix->parts[1] + mix->parts[2] + mix->parts[3];
}

static bool is_mix(struct mix mix, enum mix_kind kind, const int32_t parts[PLATES]) {
    return mix.kind == kind && !memcmp(mix.parts, parts, sizeof mix.parts);
}

static void a_colour_of_the_screen_stays(void) {
    EXPECT(is_mix(world_mix(world_screen(), 0xFF8000), MIX_RGB,
                  (int32_t[]){1000, 502, 0, 0}));
    EXPECT(is_mix(world_mix(world_screen(), COLOUR_ALL_INKS), MIX_RGB,
                  (int32_t[]){0, 0, 0, 0}));
}

static void a_colour_with_an_ink_has_exactly_that(void) {
    struct arena *arena = arena_create();
    struct world *world = open_world(arena, inked, NULL);
    EXPECT(is_mix(world_mix(world, BRICK), MIX_INKS, (int32_t[]){200, 820, 950, 120}));
    EXPECT(is_mix(world_mix(world, cmyk_colour((struct cmyk){{100, 50, 0, 7}})),
                  MIX_INKS, (int32_t[]){1000, 500, 0, 70}));
    world_close(world);
    arena_destroy(arena);
}

/* Halfway from brick to paper; a quarter of the way from reed to brick; near, but beside. */
static void what_is_between_two_inks_has_some_of_each(void) {
    static const struct inked three[] = {{BRICK, {{20, 82, 95, 12}}, false},
                                         {0xFFFFFF, {{0, 0, 0, 0}}, false},
                                         {REED, {{78, 34, 58, 22}}, false}};
    struct arena *arena = arena_create();
    const struct print_condition condition = {
        .inked = three, .inked_count = 3, .limit = LIMIT};
    struct world *world = world_open(arena, &condition, diag_new(arena));
    struct mix half = world_mix(world, 0xCE9F92), quarter = world_mix(world, 0x496052);
    struct mix beside = world_mix(world, 0xCEA592);
    EXPECT(half.kind == MIX_INKS);
    EXPECT(half.parts[1] > 400 && half.parts[1] < 420);
    EXPECT(half.parts[3] > 55 && half.parts[3] < 65);
    EXPECT(quarter.parts[0] > 625 && quarter.parts[0] < 645); /* 78 % less 1/4 of 58 */
    EXPECT(beside.parts[1] > 0 && (beside.parts[1] < 395 || beside.parts[3] < 50));
    world_close(world);
    arena_destroy(arena);
}

static void a_tint_of_the_spot_ink_is_less_of_it(void) {
    static const struct inked two[] = {{0xFFFFFF, {{0, 0, 0, 0}}, false},
                                       {BRICK, {{20, 82, 95, 12}}, true}};
    struct arena *arena = arena_create();
    const struct print_condition condition = {
        .inked = two, .inked_count = 2, .spot = "Brick 7", .limit = LIMIT};
    struct world *world = world_open(arena, &condition, diag_new(arena));
    struct mix half = world_mix(world, 0xCE9F92);
    EXPECT(half.kind == MIX_SPOT && half.parts[0] > 490 && half.parts[0] < 510);
    world_close(world);
    arena_destroy(arena);
}

static void greys_are_black_alone(void) {
    struct arena *arena = arena_create();
    struct world *world = open_world(arena, inked, NULL);
    EXPECT(is_mix(world_mix(world, 0), MIX_INKS, (int32_t[]){0, 0, 0, 1000}));
    EXPECT(is_mix(world_mix(world, 0x808080), MIX_INKS, (int32_t[]){0, 0, 0, 498}));
    EXPECT(is_mix(world_mix(world, 0xFFFFFF), MIX_INKS, (int32_t[]){0, 0, 0, 0}));
    struct mix black = world_mix(world, 0), grey = world_mix(world, 0x010101),
               all = world_mix(world, COLOUR_ALL_INKS);
    EXPECT(mix_is_black(&black));
    EXPECT(!mix_is_black(&grey) && !mix_is_black(&all));
    world_close(world);
    arena_destroy(arena);
}

/* What is light in the colour is little ink, what is dark is much, and never too much. */
static void others_are_converted_within_the_limit(void) {
    struct arena *arena = arena_create();
    struct world *world = open_world(arena, inked, NULL);
    struct mix green = world_mix(world, REED), pale = world_mix(world, 0xFFF8F0);
    EXPECT(green.kind == MIX_INKS && green.parts[0] > 600 && green.parts[1] < 500);
    EXPECT(sum(&pale) < 120);
    for (uint32_t i = 0; i < 4096; i++) {
        uint32_t colour =
            (i >> 8) * 0x110000 | (i >> 4 & 15) * 0x1100 | (i & 15) * 0x11;
        struct mix mix = world_mix(world, colour);
        EXPECT(sum(&mix) <= LIMIT * 10);
    }
    world_close(world);
    arena_destroy(arena);
}

static void a_spot_ink_replaces_its_colour(void) {
    struct arena *arena = arena_create();
    struct world *world = open_world(arena, spotted, "Brick 7");
    EXPECT(is_mix(world_mix(world, BRICK), MIX_SPOT, (int32_t[]){1000, 0, 0, 0}));
    EXPECT(is_mix(world_spot_mix(world), MIX_INKS, (int32_t[]){200, 820, 950, 120}));
    EXPECT(
        is_mix(world_mix(world, COLOUR_ALL_INKS), MIX_ALL, (int32_t[]){1000, 0, 0, 0}));
    world_close(world);
    arena_destroy(arena);
}

static void grey_is_as_light_as_the_colour(void) {
    EXPECT(is_mix(world_mix(world_grey(), 0xFFFFFF), MIX_GREY,
                  (int32_t[]){1000, 0, 0, 0}));
    EXPECT(
        is_mix(world_mix(world_grey(), 0x6F6F6F), MIX_GREY, (int32_t[]){435, 0, 0, 0}));
    /* by hand: 0.7152 of the light, encoded as 220 of 255 */
    EXPECT(
        is_mix(world_mix(world_grey(), 0x00FF00), MIX_GREY, (int32_t[]){863, 0, 0, 0}));
}

static void pictures_keep_to_the_limit(void) {
    enum { PIXELS = 5 };
    struct arena *arena = arena_create();
    struct world *world = open_world(arena, inked, NULL);
    const unsigned char rgb[3 * PIXELS] = {0,  0, 0,  40, 0,   0,   0,  0,
                                           40, 0, 60, 0,  255, 255, 255};
    unsigned char inks[PLATES * PIXELS], full[PLATES] = {255, 255, 255, 255};
    world_rgb_to_inks(world, rgb, inks, PIXELS);
    for (size_t i = 0; i < PIXELS; i++)
        EXPECT(inks[4 * i] + inks[4 * i + 1] + inks[4 * i + 2] + inks[4 * i + 3] <=
               LIMIT * 255 / 100);
    EXPECT(inks[4 * 4] + inks[4 * 4 + 1] + inks[4 * 4 + 2] + inks[4 * 4 + 3] == 0);
    world_limit_inks(world, full, 1);
    EXPECT(full[3] == 255 && full[0] == full[1] && full[1] == full[2]);
    EXPECT_INTEGER(full[0], (LIMIT * 255 / 100 - 255) / 3);
    world_close(world);
    arena_destroy(arena);
}

static void what_is_no_profile_is_told(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    static const char *const paths[] = {"/usr/share/color/icc/ghostscript/srgb.icc",
                                        "README.md", "nowhere.icc"};
    for (size_t i = 0; i < 3; i++) {
        const struct print_condition condition = {.profile = paths[i], .limit = 300};
        EXPECT(!world_open(arena, &condition, diag));
        EXPECT_INTEGER(diag_count(diag, DIAG_WORLD), i + 1);
    }
    arena_destroy(arena);
}

int main(void) {
    RUN(a_colour_of_the_screen_stays);
    RUN(a_colour_with_an_ink_has_exactly_that);
    RUN(what_is_between_two_inks_has_some_of_each);
    RUN(a_tint_of_the_spot_ink_is_less_of_it);
    RUN(greys_are_black_alone);
    RUN(others_are_converted_within_the_limit);
    RUN(a_spot_ink_replaces_its_colour);
    RUN(grey_is_as_light_as_the_colour);
    RUN(pictures_keep_to_the_limit);
    RUN(what_is_no_profile_is_told);
    return harness_status();
}
