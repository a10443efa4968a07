/* SPDX-License-Identifier: MIT */
/* Faces: a loaded font file and what can be asked of it; glyphs of a face. */
#ifndef FONT_FONT_H
#define FONT_FONT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/slice.h"
#include "base/source.h"
#include "base/units.h"

#include <stdbool.h>
#include <stdint.h>

struct hb_face_t;
struct hb_font_t;
struct hb_set_t;

enum weight { WEIGHT_REGULAR, WEIGHT_BOLD };
enum { WEIGHTS = WEIGHT_BOLD + 1 };

/* By which rules the joins of a face may be stretched (text/kashida.c). */
enum kashida_rules { KASHIDA_NONE, KASHIDA_NASKH, KASHIDA_SIMPLE };

/* Of letters without marks, above the baseline [font units]; 0: the face has none. */
struct letter_heights {
    int32_t alef, dal; /* U+0627, U+062F, standing alone */
    int32_t capital, small; /* H, x */
};

/* A family whose files a report brings along. */
struct font_file {
    const char *name; /* as the theme has it; NULL: the family has no such face */
    const char *path;
    struct position position; /* where it is named */
};

struct font_family {
    const char *name;
    struct font_file files[WEIGHTS][2]; /* by weight; upright, italic */
    enum kashida_rules kashida;
};

struct font_families {
    const struct font_family *items;
    size_t count;
};

/* Latin and Arabic: what nearly all texts are of. */
enum { FACE_COVERED = 0x700 };

/* Lengths are in font units. The HarfBuzz font is scaled to font units too. */
struct face {
    const char *postscript_name; /* "NotoSerif-Bold" (FreeType) */
    const char *family;
    const char *path;
    struct slice bytes; /* the file */
    bool mapped; /* else its bytes are in an arena */
    struct hb_face_t *hb_face;
    struct hb_font_t *hb_font;
    int32_t units_per_em;
    int32_t ascender, descender; /* hhea; descender is negative */
    int32_t cap_height;
    struct letter_heights heights;
    int32_t box[4]; /* xMin yMin xMax yMax of the head table */
    int32_t italic_angle; /* degrees */
    enum weight weight;
    bool italic;
    bool serif;
    bool fixed_pitch;
    bool truetype; /* glyf outlines; false: CFF */
    struct hb_set_t *leaning_back; /* see face_sets_words_apart */
    enum kashida_rules kashida; /* KASHIDA_NONE where a tatweel does not stretch */
    int32_t tatweel_advance; /* of one, shaped between two letters; 0: it does not */
    uint32_t index; /* its place in the font set */
    uint32_t space_glyph;
    int32_t space_advance;
    uint32_t
        covered[FACE_COVERED / 32]; /* a bit for each character below that it has */
};

/* A glyph as it stands on a line. Advances are those of the line: kerning and the
   widening of justified spaces are in them. */
struct glyph {
    uint32_t id;
    uint32_t cluster; /* byte offset into the paragraph's text; each mark has its own */
    int32_t advance; /* [font units] */
    int32_t x_offset, y_offset; /* [font units], y grows up */
};

struct font_set;

/* No file is opened before it is asked for. */
struct font_set *font_set_open(struct arena *arena, struct diag *diag);
void font_set_close(struct font_set *set);

/* Puts the families of a report beside those of fonts/fonts.tsv, whose names they have
   not; they live at least as long as the set. */
void font_set_add(struct font_set *set, struct font_families families);

/* The face of a family known to fonts/fonts.tsv or added, opened at first use. NULL after
   a DIAG_WORLD message: missing, unreadable, or its fsType forbids embedding or
   subsetting (OpenType OS/2 fsType). */
const struct face *font_find(struct font_set *set, const char *family,
                             enum weight weight, bool italic);

/* The families that fonts/fonts.tsv names, each once, in its order. */
const char *const *font_families(struct arena *arena, size_t *count);

/* Why a font file cannot be used, as a phrase; NULL if it can. Looks at every glyph, which
   opening it does not. */
const char *font_check(struct arena *arena, const char *path);

/* The glyph a character maps to, 0 if none. */
uint32_t face_nominal_glyph(const struct face *face, uint32_t code_point);

/* Whether it has one for a character. */
static inline bool face_covers(const struct face *face, uint32_t code_point) {
    return code_point < FACE_COVERED
               ? face->covered[code_point / 32] >> (code_point % 32) & 1
               : face_nominal_glyph(face, code_point) != 0;
}

int32_t face_advance(const struct face *face, uint32_t glyph);

/* The character that divides words: U+2010 where the face has it, else U+002D. */
uint32_t face_hyphen(const struct face *face);

/* Around the ink of a glyph, y growing up [font units]; of no width where there is none. */
struct glyph_box {
    int32_t x0, y0, x1, y1;
};
struct glyph_box face_glyph_box(const struct face *face, uint32_t glyph);

/* Points along the outline of a glyph, 1/50 em apart or less; y grows up [font units]. */
struct outline_point {
    int32_t x, y;
};
struct glyph_outline {
    struct outline_point *points;
    size_t count;
};
struct glyph_outline face_trace_glyph(const struct face *face, struct arena *arena,
                                      uint32_t glyph);

/* The size at which an Arabic face looks as large as a Latin one, in 1/1000 of the size of
   that; 0 where one of them lacks the letters it is measured by. */
uint32_t face_scale_beside(const struct face *arabic, const struct face *latin);

/* Whether an OpenType feature is there for one of two scripts, or for any ('DFLT'). */
bool face_has_feature(const struct face *face, uint32_t feature,
                      const uint32_t scripts[2]);

/* Whether words can be shaped one by one, each with the space before it, but for those
   that lean back: Amiri draws a kaf towards some letters before the space. Reads all
   lookups, about a millisecond: ask once, and before face_leans_back. */
bool face_sets_words_apart(const struct face *face);

/* Whether what stands before a space can move this glyph after it. */
bool face_leans_back(const struct face *face, uint32_t glyph);

#endif
