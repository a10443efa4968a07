/* SPDX-License-Identifier: MIT */
/* The font set: the faces fonts/fonts.tsv names, each opened when first asked for. */
#include "font/internal.h"

#include <errno.h>
#include <ft2build.h>
#include <string.h>
#include FT_FREETYPE_H

struct listed_font {
    const char *family;
    enum weight weight;
    bool italic;
    const char *package;
    const char *path;
    enum kashida_rules kashida;
};

static const struct listed_font listed[] = {
#define FONT(family, weight, italic, package, path, kashida)                           \
    {family, weight, italic, package, path, kashida},
#include "font_table.h" /* made from fonts/fonts.tsv */
#undef FONT
};

enum { LISTED = sizeof listed / sizeof *listed };

struct font_set {
    struct arena *arena;
    struct diag *diag;
    FT_Library library;
    struct face faces[LISTED];
    bool open[LISTED];
    bool failed[LISTED];
};

struct font_set *font_set_open(struct arena *arena, struct diag *diag) {
    struct font_set *set = arena_new(arena, struct font_set);
    set->arena = arena;
    set->diag = diag;
    if (FT_Init_FreeType(&set->library) != 0) {
        diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), "(any)", "no FreeType");
        return NULL;
    }
    return set;
}

void font_set_close(struct font_set *set) {
    for (size_t i = 0; i < LISTED; i++)
        if (set->open[i])
            face_close(&set->faces[i]);
    FT_Done_FreeType(set->library);
}

/* The face asked for, or the upright one, or the regular one of the family. */
static size_t find_listed(const char *family, enum weight weight, bool italic) {
    size_t best = LISTED;
    int best_score = -1;
    for (size_t i = 0; i < LISTED; i++) {
        if (strcmp(listed[i].family, family) != 0)
            continue;
        int score = (listed[i].weight == weight) * 2 + (listed[i].italic == italic);
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

static void open_listed(struct font_set *set, size_t i) {
    const struct listed_font *font = &listed[i];
    if (!set->failed[i]) {
        const char *wrong =
            face_open(&set->faces[i], set->library, set->arena, font->path);
        set->open[i] = wrong == NULL;
        set->failed[i] = wrong != NULL;
        set->faces[i].index = (uint32_t)i;
        set->faces[i].kashida = font->kashida;
        if (set->open[i] && font->kashida != KASHIDA_NONE)
            face_learn_tatweel(&set->faces[i]);
        if (wrong && !strcmp(wrong, strerror(ENOENT)))
            diag_add(set->diag, DIAG_FONT_MISSING, diag_nowhere(), font->path,
                     font->package);
        else if (wrong)
            diag_add(set->diag, DIAG_FONT_BROKEN, diag_nowhere(), font->path, wrong);
    }
}

const struct face *font_find(struct font_set *set, const char *family,
                             enum weight weight, bool italic) {
    size_t i = find_listed(family, weight, italic);
    if (i == LISTED) {
        diag_add(set->diag, DIAG_FONT_MISSING, diag_nowhere(), family, "unknown");
        return NULL;
    }
    if (!set->open[i])
        open_listed(set, i);
    return set->open[i] ? &set->faces[i] : NULL;
}

const char *const *font_families(struct arena *arena, size_t *count) {
    const char **families = arena_array(arena, const char *, LISTED);
    *count = 0;
    for (size_t i = 0; i < LISTED; i++)
        if (!i || strcmp(listed[i].family, listed[i - 1].family) != 0)
            families[(*count)++] = listed[i].family;
    return families;
}
