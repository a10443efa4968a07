/* SPDX-License-Identifier: MIT */
/* Turns colours of the screen into those of a world. */
#include "colour/internal.h"

#include "base/file.h"

#include <errno.h>

enum { PROFILE_LIMIT = 32 * 1024 * 1024 /* [bytes] */, ALL = 1000 };

static const struct world screen = {.kind = WORLD_SCREEN}, grey = {.kind = WORLD_GREY};

const struct world *world_screen(void) {
    return &screen;
}

const struct world *world_grey(void) {
    return &grey;
}

struct world *world_open(struct arena *arena, const struct print_condition *condition,
                         struct diag *diag) {
    const char *path = condition->profile ? condition->profile : COLOUR_PROFILE;
    const char *why = NULL;
    struct world *world = arena_new(arena, struct world);
    world->kind = WORLD_INKS;
    world->condition = *condition;
    if (!file_read(arena, path, PROFILE_LIMIT, &world->profile))
        why = strerror(errno);
    else
        world->transform = transform_open(arena, world->profile, &why);
    if (!world->transform) {
        diag_add(diag, DIAG_PROFILE, diag_nowhere(), path, why);
        return NULL;
    }
    world->profile_name = transform_name(arena, world->transform);
    return world;
}

void world_close(struct world *world) {
    transform_close(world->transform);
}

/* --- what it is -------------------------------------------------------------------- */

enum world_kind world_kind(const struct world *world) {
    return world->kind;
}

struct slice world_profile(const struct world *world) {
    return world->profile;
}

const char *world_profile_name(const struct world *world) {
    return world->profile_name;
}

const char *world_spot(const struct world *world) {
    return world->condition.spot;
}

/* --- one colour -------------------------------------------------------------------- */

/* A byte in thousandths, which tell all 256 values apart. */
static int32_t thousandths(uint32_t byte) {
    return (int32_t)((byte * ALL + 127) / 255);
}

static struct mix mix_of_inks(struct cmyk ink) {
    struct mix mix = {.kind = MIX_INKS};
    for (size_t i = 0; i < PLATES; i++)
        mix.parts[i] = ink.parts[i] * 10;
    return mix;
}

/* Rounded down where that keeps all of them within the limit. */
static void limit_mix(struct mix *mix, int32_t limit) {
    int32_t coloured = mix->parts[0] + mix->parts[1] + mix->parts[2];
    int32_t room = limit - mix->parts[3];
    if (coloured <= room)
        return;
    for (size_t i = 0; i + 1 < PLATES; i++)
        mix->parts[i] = room > 0 ? mix->parts[i] * room / coloured : 0;
}

static struct mix convert(const struct world *world, uint32_t colour) {
    struct mix mix = {.kind = MIX_INKS};
    uint16_t rgb[3], inks[PLATES];
    for (size_t i = 0; i < 3; i++)
        rgb[i] = (uint16_t)((colour >> (16 - 8 * i) & 0xFF) * 257);
    transform_colour(world->transform, rgb, inks);
    for (size_t i = 0; i < PLATES; i++)
        mix.parts[i] = (int32_t)((inks[i] * (uint32_t)ALL + 0x7FFF) / 0xFFFF);
    limit_mix(&mix, (int32_t)world->condition.limit * 10);
    return mix;
}

static bool is_grey(uint32_t colour) {
    return (colour >> 16 & 0xFF) == (colour >> 8 & 0xFF) &&
           (colour >> 8 & 0xFF) == (colour & 0xFF);
}

static struct mix mix_process(const struct world *world, uint32_t colour,
                              const struct inked *inked) {
    if (inked && cmyk_is_known(inked->ink))
        return mix_of_inks(inked->ink);
    struct mix mix = {.kind = MIX_INKS,
                      .parts = {[PLATES - 1] = ALL - thousandths(colour & 0xFF)}};
    if (is_grey(colour) || (!inked && tint_find(&world->condition, colour, &mix)))
        return mix;
    return convert(world, colour);
}

static const struct inked *find_inked(const struct world *world, uint32_t colour) {
    const struct print_condition *condition = &world->condition;
    for (size_t i = 0; i < condition->inked_count; i++)
        if (condition->inked[i].colour == colour)
            return &condition->inked[i];
    return NULL;
}

struct mix world_spot_mix(const struct world *world) {
    const struct print_condition *condition = &world->condition;
    for (size_t i = 0; i < condition->inked_count; i++)
        if (condition->inked[i].spot)
            return mix_process(world, condition->inked[i].colour, &condition->inked[i]);
    return mix_process(world, 0, NULL);
}

static struct mix mix_inks(const struct world *world, uint32_t colour) {
    const struct inked *inked = find_inked(world, colour);
    if (colour & COLOUR_OF_INKS)
        return mix_of_inks(colour_cmyk(colour));
    if (colour == COLOUR_ALL_INKS)
        return (struct mix){.kind = MIX_ALL, .parts = {ALL}};
    if (colour == COLOUR_SPOT && !world->condition.spot)
        return world_spot_mix(world);
    if (colour == COLOUR_SPOT || (inked && inked->spot))
        return (struct mix){.kind = MIX_SPOT, .parts = {ALL}};
    return mix_process(world, colour, inked);
}

/* What only a press prints is black elsewhere. */
static uint32_t on_screen(uint32_t colour) {
    return colour > 0xFFFFFF ? 0 : colour;
}

static struct mix mix_rgb(uint32_t colour) {
    struct mix mix = {.kind = MIX_RGB};
    for (size_t i = 0; i < 3; i++)
        mix.parts[i] = thousandths(colour >> (16 - 8 * i) & 0xFF);
    return mix;
}

struct mix world_mix(const struct world *world, uint32_t colour) {
    if (world->kind == WORLD_INKS)
        return mix_inks(world, colour);
    if (world->kind == WORLD_SCREEN)
        return mix_rgb(on_screen(colour));
    return (struct mix){.kind = MIX_GREY,
                        .parts = {thousandths(grey_of(on_screen(colour)))}};
}

bool mix_is_black(const struct mix *mix) {
    return mix->kind == MIX_INKS && mix->parts[3] == ALL && !mix->parts[0] &&
           !mix->parts[1] && !mix->parts[2];
}

/* --- pictures ---------------------------------------------------------------------- */

void world_limit_inks(const struct world *world, unsigned char *inks, size_t pixels) {
    uint32_t limit = world->condition.limit * 255 / 100;
    for (size_t i = 0; i < pixels; i++, inks += PLATES) {
        uint32_t coloured = (uint32_t)inks[0] + inks[1] + inks[2];
        if (coloured + inks[3] <= limit)
            continue;
        uint32_t room = limit > inks[3] ? limit - inks[3] : 0;
        for (size_t c = 0; c + 1 < PLATES; c++)
            inks[c] = (unsigned char)(inks[c] * room / coloured);
    }
}

void world_rgb_to_inks(const struct world *world, const unsigned char *rgb,
                       unsigned char *inks, size_t pixels) {
    transform_samples(world->transform, rgb, inks, pixels);
    world_limit_inks(world, inks, pixels);
}
