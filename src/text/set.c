/* SPDX-License-Identifier: MIT */
/* Sets a paragraph: the steps of the text stage in order. */
#include "text/internal.h"

#include <hb.h>

struct typesetter {
    const struct style *style;
    struct font_set *fonts;
    struct diag *diag;
    struct boundary_finder *boundaries;
    struct shaper *shaper;
    struct dictionaries *dictionaries;
};

_Static_assert((int)TEXT_BREAK == (int)BOUNDARY_BREAK &&
                   (int)TEXT_BREAK_REQUIRED == (int)BOUNDARY_REQUIRED &&
                   (int)TEXT_GRAPHEME == (int)BOUNDARY_GRAPHEME &&
                   (int)TEXT_NOTATION == (int)BOUNDARY_NOTATION,
               "the flags of a text are those of its boundaries, and three more");

struct typesetter *typesetter_open(struct arena *arena, const struct style *style,
                                   struct font_set *fonts, struct diag *diag) {
    struct typesetter *typesetter = arena_new(arena, struct typesetter);
    *typesetter = (struct typesetter){style,
                                      fonts,
                                      diag,
                                      boundary_finder_open(arena),
                                      shaper_open(arena),
                                      dictionaries_open(arena, diag)};
    return typesetter;
}

void typesetter_close(struct typesetter *typesetter) {
    dictionaries_close(typesetter->dictionaries);
    shaper_close(typesetter->shaper);
    boundary_finder_close(typesetter->boundaries);
}

const struct style *typesetter_style(const struct typesetter *typesetter) {
    return typesetter->style;
}

/* Links, code spans, the marks of notes and what is said to be are units the direction of the text around must not tear. */
static struct controls find_controls(struct arena *arena,
                                     const struct paragraph *paragraph) {
    struct known_unit *units =
        arena_array(arena, struct known_unit, paragraph->span_count);
    size_t count = 0;
    uint32_t end = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        if ((span->kind == SPAN_LINK || span->kind == SPAN_CODE ||
             span->kind == SPAN_NOTE || span->kind == SPAN_UNIT) &&
            span->start >= end) {
            units[count++] = (struct known_unit){.start = span->start,
                                                 .end = span->end,
                                                 .code = span->kind == SPAN_CODE};
            end = span->end;
        }
    }
    struct controls controls =
        text_isolate(arena, paragraph->text, paragraph->direction, units, count);
    bool arabic = text_language_script(paragraph->language) == HB_SCRIPT_ARABIC;
    return arabic ? controls : controls_without_marks(arena, controls);
}

static uint32_t segment_colour(const struct style *style, const struct segment *segment,
                               uint32_t colour) {
    if (segment->note)
        return style->note_mark.colour;
    return segment->link ? style->link_colour : colour;
}

static const struct text_paint *paint_segments(struct arena *arena,
                                               const struct style *style,
                                               const struct segment *segments,
                                               size_t count, uint32_t colour) {
    struct text_paint *paints = arena_array(arena, struct text_paint, count);
    for (size_t i = 0; i < count; i++)
        paints[i] =
            (struct text_paint){.start = segments[i].start,
                                .end = segments[i].end,
                                .colour = segment_colour(style, &segments[i], colour),
                                .link = segments[i].link,
                                .code = segments[i].code,
                                .note = segments[i].note,
                                .strike = segments[i].strike};
    return paints;
}

static const struct piece_object *
find_note_marks(struct arena *arena, const struct paragraph *paragraph, size_t *count) {
    struct piece_object *marks =
        arena_array(arena, struct piece_object, paragraph->span_count);
    *count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        if (span->kind == SPAN_NOTE)
            marks[(*count)++] =
                (struct piece_object){span->start, span->end, PIECE_OBJECT};
    }
    return marks;
}

/* The mark of a note stays with the word it is set to, whatever stands between. */
static void keep_note_marks(const struct paragraph *paragraph, uint8_t *flags) {
    for (size_t i = 0; i < paragraph->span_count; i++)
        if (paragraph->spans[i].kind == SPAN_NOTE)
            flags[paragraph->spans[i].start] &= (uint8_t)~TEXT_BREAK;
}

const struct text *text_set(struct typesetter *typesetter, struct arena *arena,
                            const struct paragraph *paragraph, enum role role) {
    return text_set_coloured(typesetter, arena, paragraph, role,
                             typesetter->style->roles[role].colour);
}

const struct text *text_set_coloured(struct typesetter *typesetter, struct arena *arena,
                                     const struct paragraph *paragraph, enum role role,
                                     uint32_t colour) {
    struct text *text = arena_new(arena, struct text);
    text->paragraph = paragraph;
    text->role = &typesetter->style->roles[role];
    text->script = text_language_script(paragraph->language);
    text->arabic = text->script == HB_SCRIPT_ARABIC;
    struct marking marking = text_marking(paragraph->text);
    text->marked = marking.marks > 0;
    length plain = text_leading(typesetter->style, text->role, paragraph->language);
    text->leading =
        marking_leading(role_script(text->role, text->arabic), marking.density);
    if (text->leading < plain)
        text->leading = plain;
    struct bidi bidi = bidi_resolve(
        arena, paragraph->text, find_controls(arena, paragraph), paragraph->direction);
    size_t mark_count;
    const struct piece_object *marks = find_note_marks(arena, paragraph, &mark_count);
    uint8_t *flags = boundaries_find(typesetter->boundaries, arena, paragraph->text,
                                     paragraph->language, marks, mark_count);
    keep_note_marks(paragraph, flags);
    struct item_input input = {.arena = arena,
                               .paragraph = paragraph,
                               .role = text->role,
                               .arabic = text->arabic,
                               .script = text->script,
                               .bidi = bidi,
                               .flags = flags};
    input.segments = text_segments(arena, paragraph, &input.segment_count);
    input.scripts = text_scripts(arena, paragraph->text, bidi.levels,
                                 paragraph->language, &input.script_count);
    struct hyphen_input words = {paragraph,           input.segments,
                                 input.segment_count, input.scripts,
                                 input.script_count,  &typesetter->style->hyphenation};
    if (!text_hyphenate(typesetter->dictionaries, &words, flags))
        return NULL;
    struct text_run *runs = text_itemize(typesetter->style, typesetter->fonts,
                                         typesetter->diag, &input, &text->run_count);
    if (!runs)
        return NULL;
    for (size_t i = 0; i < text->run_count; i++)
        shaper_shape(typesetter->shaper, arena, text, &runs[i], flags);
    text->paints = paint_segments(arena, typesetter->style, input.segments,
                                  input.segment_count, colour);
    text->paint_count = input.segment_count;
    text->runs = runs;
    text->levels = bidi.levels;
    text->seams = bidi.seams;
    text->flags = flags;
    return text;
}

struct text_run text_reshape(struct typesetter *typesetter, struct arena *arena,
                             const struct text *text, const struct text_run *run,
                             uint32_t start, uint32_t end,
                             const struct text_insertion *insertions, size_t count) {
    struct reshaping reshaping = {.shaper = typesetter->shaper,
                                  .arena = arena,
                                  .text = text,
                                  .run = run,
                                  .start = start,
                                  .end = end,
                                  .insertions = insertions,
                                  .insertion_count = count};
    return reshape(&reshaping);
}

const struct text_run *text_run_at(const struct text *text, uint32_t offset) {
    size_t low = 0, high = text->run_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (text->runs[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = low < text->run_count && text->runs[low].start <= offset;
    return inside ? &text->runs[low] : NULL;
}
