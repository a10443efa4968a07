/* SPDX-License-Identifier: MIT */
/* Fills a measure with a text: measure, break, place. */
#include "lines/internal.h"

enum { RAGGED_EMS = 4 };

static struct fill_limits limits_of(const struct space_style *space,
                                    const struct text *text, enum alignment alignment) {
    return (struct fill_limits){
        .shrink = space->shrink,
        .stretch = space->stretch,
        .ragged = alignment == ALIGN_RAGGED,
        .ragged_stretch = role_script(text->role, text->arabic)->size * RAGGED_EMS};
}

static void warn_of_cut(struct diag *diag, const struct text *text, uint32_t cut) {
    uint32_t end = cut + 1;
    uint32_t bytes = (uint32_t)text->paragraph->text.length;
    while (end < bytes && !(text->flags[end] & TEXT_BREAK))
        end++;
    diag_add(diag, DIAG_WORD_TOO_WIDE, paragraph_position(text->paragraph, cut, end),
             NULL, NULL);
}

struct lines lines_fill(struct typesetter *typesetter, struct arena *arena,
                        const struct text *text, length measure,
                        enum alignment alignment, struct diag *diag) {
    uint32_t cut;
    struct atoms atoms = atoms_measure(arena, text, measure, &cut);
    if (cut != UINT32_MAX && diag)
        warn_of_cut(diag, text, cut);
    const struct style *style = typesetter_style(typesetter);
    const struct space_style *space =
        text->arabic ? &style->arabic_space : &style->latin_space;
    struct fill_limits limits = limits_of(space, text, alignment);
    struct lines lines = {0};
    size_t *breaks = fill_breaks(arena, atoms, measure, limits, &lines.count);
    lines.lines = arena_array(arena, struct line, lines.count);
    for (size_t i = 0, atom = 0; i < lines.count; i++) {
        const struct atom *last = &atoms.items[breaks[i]];
        lines.lines[i] =
            line_place(typesetter, arena, text, atoms.items[atom].start, last->text_end,
                       alignment == ALIGN_JUSTIFIED ? measure : 0,
                       last->required ? 1000 : space->widest);
        atom = breaks[i] + 1;
    }
    return lines;
}

struct text_extent lines_extent(struct arena *arena, const struct text *text) {
    uint32_t cut;
    struct atoms atoms = atoms_measure(arena, text, INT32_MAX, &cut);
    struct text_extent extent = {0};
    int64_t line = 0;
    for (size_t i = 0; i < atoms.count; i++) {
        const struct atom *atom = &atoms.items[i];
        int64_t width = line + atom->width;
        if (width > INT32_MAX)
            width = INT32_MAX;
        extent.narrowest =
            atom->width > extent.narrowest ? atom->width : extent.narrowest;
        extent.natural = width > extent.natural ? (length)width : extent.natural;
        line = atom->required ? 0 : width + atom->glue;
    }
    return extent;
}
