/* SPDX-License-Identifier: MIT */
/* A paragraph set on its own in a family of our choice, for tests of shaping and of lines. */
#ifndef UNIT_SETTING_H
#define UNIT_SETTING_H

#include "base/utf8.h"
#include "harness.h"
#include "lines/lines.h"

/* What sets paragraphs: the default style but for the family of Arabic text, and that lines
   end at the measure, with nothing in the margin. */
struct setting {
    struct arena *arena;
    struct diag *diag;
    struct font_set *fonts;
    struct style style;
    struct role_style roles[ROLE_COUNT];
    struct typesetter *typesetter;
};

/* The families Arabic is set in; the first two are faces for prose. */
static const char *const setting_families[] = {"Amiri", "Noto Naskh Arabic",
                                               "Noto Sans Arabic", "Noto Kufi Arabic"};
enum { SETTING_FAMILIES = sizeof setting_families / sizeof *setting_families };

static inline void setting_open(struct setting *setting, const char *family) {
    setting->arena = arena_create();
    setting->diag = diag_new(setting->arena);
    setting->fonts = font_set_open(setting->arena, setting->diag);
    setting->style = *style_default();
    memcpy(setting->roles, setting->style.roles, sizeof setting->roles);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        setting->roles[i].arabic.family = family;
    setting->style.roles = setting->roles;
    setting->style.protrusion = 0;
    setting->typesetter =
        typesetter_open(setting->arena, &setting->style, setting->fonts, setting->diag);
}

static inline void setting_close(struct setting *setting) {
    typesetter_close(setting->typesetter);
    font_set_close(setting->fonts);
    arena_destroy(setting->arena);
}

/* Each byte of the words stands where the source has it. */
static inline const struct text *setting_text(struct setting *setting,
                                              const char *language, const char *words) {
    struct paragraph *paragraph = arena_new(setting->arena, struct paragraph);
    *paragraph = (struct paragraph){.text = slice_of(words),
                                    .language = language,
                                    .direction = locale_direction(language)};
    return text_set(setting->typesetter, setting->arena, paragraph, ROLE_TEXT);
}

/* What is drawn for the character at a byte: the glyph with the nearest cluster at it or
   before it. Letters of a ligature share one. The run it is in goes to `run`. */
static inline const struct glyph *text_glyph(const struct text *text, size_t offset,
                                             const struct text_run **run) {
    const struct glyph *nearest = NULL;
    for (size_t r = 0; r < text->run_count; r++)
        for (uint32_t g = 0; g < text->runs[r].glyph_count; g++) {
            const struct glyph *glyph = &text->runs[r].glyphs[g];
            if (glyph->cluster <= offset &&
                (!nearest || glyph->cluster > nearest->cluster)) {
                nearest = glyph;
                *run = &text->runs[r];
            }
        }
    return nearest;
}

/* Where the nth character begins, from 0. */
static inline size_t text_offset(const struct text *text, size_t n) {
    size_t offset = 0;
    for (size_t i = 0; i < n; i++)
        utf8_decode(text->paragraph->text, offset, &offset);
    return offset;
}

/* The id of the glyph of the nth character. */
static inline uint32_t text_glyph_id(const struct text *text, size_t n) {
    const struct text_run *run = NULL;
    return text_glyph(text, text_offset(text, n), &run)->id;
}

/* The natural width of a text of one size [font units]. */
static inline int64_t text_advance(const struct text *text) {
    int64_t advance = 0;
    for (size_t r = 0; r < text->run_count; r++)
        for (uint32_t g = 0; g < text->runs[r].glyph_count; g++)
            advance += text->runs[r].glyphs[g].advance;
    return advance;
}

#endif
