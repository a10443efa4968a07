/* SPDX-License-Identifier: MIT */
/* The font set: the faces fonts/fonts.tsv names and those of the report, each opened when
   first asked for. */
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

/* A face that is known. */
struct slot {
    struct listed_font font; /* no package: the report's own */
    struct face face;
    bool open, failed;
};

struct font_set {
    struct arena *arena;
    struct diag *diag;
    FT_Library library;
    struct slot **slots;
    size_t count, capacity;
};

static void add_slot(struct font_set *set, struct listed_font font) {
    struct slot *slot = arena_new(set->arena, struct slot);
    slot->font = font;
    slot->face.index = (uint32_t)set->count;
    arena_reserve(set->arena, set->slots, set->count, set->capacity);
    set->slots[set->count++] = slot;
}

struct font_set *font_set_open(struct arena *arena, struct diag *diag) {
    struct font_set *set = arena_new(arena, struct font_set);
    set->arena = arena;
    set->diag = diag;
    if (FT_Init_FreeType(&set->library) != 0) {
        diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), "(any)", "no FreeType");
        return NULL;
    }
    for (size_t i = 0; i < LISTED; i++)
        add_slot(set, listed[i]);
    return set;
}

void font_set_add(struct font_set *set, struct font_families families) {
    for (size_t i = 0; i < families.count; i++)
        for (size_t f = 0; f < (size_t)WEIGHTS * 2; f++) {
            const struct font_file *file = &families.items[i].files[f / 2][f % 2];
            if (file->name)
                add_slot(set,
                         (struct listed_font){.family = families.items[i].name,
                                              .weight = (enum weight)(f / 2),
                                              .italic = f % 2,
                                              .path = file->path,
                                              .kashida = families.items[i].kashida});
        }
}

void font_set_close(struct font_set *set) {
    for (size_t i = 0; i < set->count; i++)
        if (set->slots[i]->open)
            face_close(&set->slots[i]->face);
    FT_Done_FreeType(set->library);
}

/* The face asked for, or the upright one, or the regular one of the family. */
static struct slot *find_slot(const struct font_set *set, const char *family,
                              enum weight weight, bool italic) {
    struct slot *best = NULL;
    int best_score = -1;
    for (size_t i = 0; i < set->count; i++) {
        const struct listed_font *font = &set->slots[i]->font;
        if (strcmp(font->family, family) != 0)
            continue;
        int score = (font->weight == weight) * 2 + (font->italic == italic);
        if (score > best_score) {
            best = set->slots[i];
            best_score = score;
        }
    }
    return best;
}

static void open_slot(struct font_set *set, struct slot *slot) {
    const struct listed_font *font = &slot->font;
    if (slot->failed)
        return;
    const char *wrong = face_open(&slot->face, set->library, set->arena, font->path,
                                  /*map*/ font->package);
    slot->open = wrong == NULL;
    slot->failed = wrong != NULL;
    slot->face.kashida = font->kashida;
    if (slot->open && font->kashida != KASHIDA_NONE)
        face_learn_tatweel(&slot->face);
    if (wrong && font->package && !strcmp(wrong, strerror(ENOENT)))
        diag_add(set->diag, DIAG_FONT_MISSING, diag_nowhere(), font->path,
                 font->package);
    else if (wrong)
        diag_add(set->diag, DIAG_FONT_BROKEN, diag_nowhere(), font->path, wrong);
}

const struct face *font_find(struct font_set *set, const char *family,
                             enum weight weight, bool italic) {
    struct slot *slot = find_slot(set, family, weight, italic);
    if (!slot) {
        diag_add(set->diag, DIAG_FONT_MISSING, diag_nowhere(), family, "unknown");
        return NULL;
    }
    if (!slot->open)
        open_slot(set, slot);
    return slot->open ? &slot->face : NULL;
}

const char *const *font_families(struct arena *arena, size_t *count) {
    const char **families = arena_array(arena, const char *, LISTED);
    *count = 0;
    for (size_t i = 0; i < LISTED; i++)
        if (!i || strcmp(listed[i].family, listed[i - 1].family) != 0)
            families[(*count)++] = listed[i].family;
    return families;
}
