/* SPDX-License-Identifier: MIT */
/* Text: one paragraph as shaped runs, still in logical order. It knows no lines. */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include "base/arena.h"
#include "base/diag.h"
#include "document/document.h"
#include "font/font.h"
#include "style/style.h"

#include <stdio.h>

/* Glyphs of one level, script, face and size. */
struct text_run {
    uint32_t start, end; /* [bytes] */
    uint8_t level; /* UAX #9; odd: right to left */
    uint32_t script; /* ISO 15924 tag */
    const struct face *face;
    length size;
    length rise; /* of its baseline above the text's: a note's mark */
    const char *features; /* OpenType features asked for, or NULL */
    const struct glyph *glyphs; /* left to right, even in a right-to-left run */
    uint32_t glyph_count;
};

/* How a stretch is painted and what it belongs to. Such a change never cuts a run. */
struct text_paint {
    uint32_t start, end; /* [bytes] */
    uint32_t colour;
    const struct span *link; /* NULL: none */
    const struct span *code; /* NULL: none */
    const struct span *note; /* the mark of a note; NULL: none */
    bool strike; /* struck out */
};

/* Flags of a byte of the text. */
enum {
    TEXT_BREAK = 1, /* a line may end before it (UAX #14) */
    TEXT_BREAK_REQUIRED = 2, /* a line must end before it */
    TEXT_GRAPHEME = 4, /* a grapheme cluster starts (UAX #29) */
    TEXT_UNSAFE = 8, /* a cut before it changes the shaping */
    TEXT_HYPHEN = 16, /* a line may end before it, with a hyphen printed */
    TEXT_TATWEEL = 32, /* a tatweel before it changes nothing else of the shaping */
    TEXT_NOTATION = 64, /* a character of a URL, an id, an amount, ... */
};

/* No control before a byte. */
enum { TEXT_NO_SEAM = 0xFF };

struct text {
    const struct paragraph *paragraph;
    const struct role_style *role;
    const struct text_run *runs; /* in logical order, covering the text */
    size_t run_count;
    const struct text_paint *paints; /* in order, covering the text */
    size_t paint_count;
    const uint8_t *levels; /* of each byte */
    const uint8_t *seams; /* level of the lowest added control before each byte */
    const uint8_t *flags; /* of each byte and of the end */
    length leading; /* by the paragraph's language, and the density of its marks */
    bool marked; /* some letter has an Arabic mark */
    uint32_t script; /* the language is written in: ISO 15924 tag */
    bool arabic; /* that is Arabic */
};

/* What shapes: HarfBuzz's buffer, ICU's iterators, the faces in use. */
struct typesetter;
struct typesetter *typesetter_open(struct arena *arena, const struct style *style,
                                   struct font_set *fonts, struct diag *diag);
void typesetter_close(struct typesetter *typesetter);

/* Sets a paragraph in a role. A character that no face has is a DIAG_GLYPH_MISSING at its
   place, and is left out. NULL after a DIAG_WORLD message. */
const struct text *text_set(struct typesetter *typesetter, struct arena *arena,
                            const struct paragraph *paragraph, enum role role);

/* The same in another colour than the role's. */
const struct text *text_set_coloured(struct typesetter *typesetter, struct arena *arena,
                                     const struct paragraph *paragraph, enum role role,
                                     uint32_t colour);

/* The run that byte `offset` is in; NULL if none is (a line separator). */
const struct text_run *text_run_at(const struct text *text, uint32_t offset);

/* How many glyphs of a run stand, from the left, before the cut at byte `offset`. */
uint32_t text_run_glyph_at(const struct text_run *run, uint32_t offset);

/* What a line shows that the text does not hold: a kashida, a hyphen. */
struct text_insertion {
    uint32_t offset; /* [bytes] it stands before this one, and after the one before */
    uint32_t code_point;
    uint32_t count; /* of them */
};

/* Shapes bytes [start, end) of a run anew, as they stand where a line is cut, with the
   insertions of them (of `end` too) in the text. The glyphs of an insertion have the
   cluster of the letter before it. */
struct text_run text_reshape(struct typesetter *typesetter, struct arena *arena,
                             const struct text *text, const struct text_run *run,
                             uint32_t start, uint32_t end,
                             const struct text_insertion *insertions, size_t count);

/* A join that may be stretched, the best of its word. */
struct text_kashida {
    uint32_t offset; /* [bytes] the tatweel goes before this letter */
    uint32_t word; /* words of the text before its own */
    uint8_t weight; /* 9: best */
    bool before_alef;
    length unit; /* what one tatweel adds */
};

/* The joins of a text that may be stretched, in logical order, one a word at most: none of
   short words, of the Name and of words the style lists, none beside another script. */
const struct text_kashida *text_kashidas(struct typesetter *typesetter,
                                         struct arena *arena, const struct text *text,
                                         size_t *count);

/* The script a language is usually written in: 'Arab' for ar. */
uint32_t text_language_script(const char *language);

/* From line to line of a paragraph in this language. */
length text_leading(const struct style *style, const struct role_style *role,
                    const char *language);

/* UAX #9 L2: the visual order, left to right, of `count` pieces given in logical order.
   `order` receives their indices. seams[i] is the level of what stands unseen before
   piece i, TEXT_NO_SEAM if nothing does; `seams` may be NULL. */
void bidi_visual_order(const uint8_t *levels, const uint8_t *seams, size_t count,
                       uint32_t *order);

const struct style *typesetter_style(const struct typesetter *typesetter);

/* Every step's result, a line each: levels, scripts, runs, glyphs and clusters. */
void text_dump(const struct text *text, FILE *stream);

#endif
