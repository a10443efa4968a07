/* SPDX-License-Identifier: MIT */
/* Finds the ink of a colour that stands between two that have inks of their own: a tint of one
   on paper, a step from one to another. By the profile it would look out of line with both. */
#include "colour/internal.h"

enum { ALL = 1000, NEAR = 2 /* of 255: what mixing rounds away */, FAR_APART = 24 };

/* One of red, green, blue. */
static int32_t part(uint32_t colour, int i) {
    return (int32_t)(colour >> (16 - 8 * i) & 0xFF);
}

static int32_t size(int32_t number) {
    return number < 0 ? -number : number;
}

/* The part in which two colours differ most. */
static int widest(uint32_t a, uint32_t b) {
    int found = 0;
    for (int i = 1; i < 3; i++)
        if (size(part(b, i) - part(a, i)) > size(part(b, found) - part(a, found)))
            found = i;
    return found;
}

/* How far a colour stands from the way between two, and how far along it [1/1000]. Further
   than NEAR: it is not on it. */
static int32_t measure(uint32_t colour, uint32_t a, uint32_t b, int32_t *share) {
    int most = widest(a, b);
    int32_t range = part(b, most) - part(a, most), off = 0;
    if (size(range) < FAR_APART)
        return NEAR + 1;
    *share = (part(colour, most) - part(a, most)) * ALL / range;
    for (int i = 0; i < 3; i++) {
        int32_t there = part(a, i) + (part(b, i) - part(a, i)) * *share / ALL;
        int32_t miss = size(part(colour, i) - there);
        off = miss > off ? miss : off;
    }
    return *share < 0 || *share > ALL ? NEAR + 1 : off;
}

/* A tint of the spot ink is one where the other end is bare paper. */
static struct mix mix_between(const struct inked *a, const struct inked *b,
                              int32_t share) {
    struct mix mix = {.kind = MIX_INKS};
    if (a->spot && !cmyk_total(b->ink))
        return (struct mix){.kind = MIX_SPOT, .parts = {ALL - share}};
    if (b->spot && !cmyk_total(a->ink))
        return (struct mix){.kind = MIX_SPOT, .parts = {share}};
    for (size_t i = 0; i < PLATES; i++)
        mix.parts[i] =
            (a->ink.parts[i] * (ALL - share) + b->ink.parts[i] * share) / (ALL / 10);
    return mix;
}

bool tint_find(const struct print_condition *condition, uint32_t colour,
               struct mix *mix) {
    const struct inked *inked = condition->inked;
    int32_t nearest = NEAR + 1, share = 0;
    for (size_t i = 0; i < condition->inked_count; i++)
        for (size_t n = 0; n < i; n++) {
            bool known = cmyk_is_known(inked[i].ink) && cmyk_is_known(inked[n].ink);
            int32_t off =
                known ? measure(colour, inked[n].colour, inked[i].colour, &share)
                      : nearest;
            if (off >= nearest)
                continue;
            nearest = off;
            *mix = mix_between(&inked[n], &inked[i], share);
        }
    return nearest <= NEAR;
}
