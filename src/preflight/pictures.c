/* SPDX-License-Identifier: MIT */
/* Looks at pictures: their colour space, whether they are transparent, and how much ink the
   darkest pixel takes (ISO 32000-1 8.9.5). */
#include "preflight/internal.h"

enum { FULL = 255 };

/* --- ink ----------------------------------------------------------------------------------- */

/* The most of four samples together [percent]. */
static double most_ink(struct slice samples, bool inverted) {
    const unsigned char *bytes = (const unsigned char *)samples.data;
    uint32_t most = 0;
    for (size_t i = 0; i + 4 <= samples.length; i += 4) {
        uint32_t sum = (uint32_t)bytes[i] + bytes[i + 1] + bytes[i + 2] + bytes[i + 3];
        sum = inverted ? 4 * FULL - sum : sum;
        most = sum > most ? sum : most;
    }
    return most * 100.0 / FULL;
}

static bool is_inverted(struct preflight *preflight, const struct object *picture) {
    const struct object *decode = file_find(&preflight->file, picture, "Decode");
    const struct object *first = file_item(&preflight->file, decode, 0);
    return first->kind == OBJECT_NUMBER && first->number == 1;
}

/* Of a picture, or of its palette; both in a scratch arena. */
static void measure(struct preflight *preflight, struct arena *scratch,
                    const struct object *picture, const struct space *space,
                    struct picture_facts *facts) {
    const struct object *bits =
        file_find(&preflight->file, picture, "BitsPerComponent");
    const struct object *samples = space->palette ? space->palette : picture;
    struct slice bytes = samples->bytes;
    facts->why = NULL;
    if (preflight->picture_work > PICTURE_LIMIT)
        facts->why = "there is too much of them";
    if (facts->why ||
        (samples->kind != OBJECT_STRING &&
         !stream_decode(&preflight->file, scratch, samples, &bytes, &facts->why)))
        return;
    preflight->picture_work += bytes.length;
    if (!space->palette && (bits->kind != OBJECT_NUMBER || bits->number != 8))
        facts->why = "its samples are not of 8 bits";
    else
        facts->ink =
            most_ink(bytes, !space->palette && is_inverted(preflight, picture));
}

/* A picture is measured once, however often it is placed. */
static const struct picture_facts *find_facts(struct preflight *preflight,
                                              const struct object *reference,
                                              const struct object *picture,
                                              const struct space *space) {
    preflight->work += preflight->picture_count;
    for (size_t i = 0; i < preflight->picture_count; i++)
        if (preflight->pictures[i].object == reference->reference)
            return &preflight->pictures[i];
    arena_reserve(preflight->arena, preflight->pictures, preflight->picture_count,
                  preflight->picture_capacity);
    struct picture_facts *facts = &preflight->pictures[preflight->picture_count++];
    struct arena *scratch = arena_create();
    *facts = (struct picture_facts){.object = reference->reference, .ink = -1};
    measure(preflight, scratch, picture, space, facts);
    if (facts->why)
        facts->why = arena_copy(preflight->arena, facts->why, strlen(facts->why));
    arena_destroy(scratch);
    return facts;
}

static void check_ink(struct preflight *preflight, const struct picture_facts *facts,
                      const char *key) {
    if (facts->why)
        preflight_tell(preflight, DIAG_PREFLIGHT_UNMEASURED,
                       arena_printf(preflight->arena, "%s (%s)", key, facts->why));
    else if (facts->ink > preflight->limit + 0.001)
        preflight_tell(preflight, DIAG_PREFLIGHT_INK,
                       arena_printf(preflight->arena, "picture %s has %d %%", key,
                                    (int)(facts->ink + 0.5)));
}

/* --- the picture ----------------------------------------------------------------------------- */

static bool is_mask(struct preflight *preflight, const struct object *picture) {
    const struct object *mask = file_find(&preflight->file, picture, "ImageMask");
    return mask->kind == OBJECT_FLAG && mask->flag;
}

void preflight_picture(struct preflight *preflight, const struct object *reference,
                       const struct object *resources, const char *key) {
    const struct object *picture = file_resolve(&preflight->file, reference);
    if (file_find(&preflight->file, picture, "SMask")->kind != OBJECT_NULL)
        preflight_tell(
            preflight, DIAG_PREFLIGHT_CLEAR,
            arena_printf(preflight->arena, "picture %s has a soft mask", key));
    if (is_mask(preflight, picture))
        return;
    struct space space = space_find(
        preflight, file_find(&preflight->file, picture, "ColorSpace"), resources);
    if (space.kind == SPACE_FOREIGN)
        preflight_tell(
            preflight, DIAG_PREFLIGHT_COLOUR,
            arena_printf(preflight->arena, "picture %s is in %s", key, space.name));
    if (space.kind == SPACE_INKS)
        check_ink(preflight, find_facts(preflight, reference, picture, &space), key);
}
