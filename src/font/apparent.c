/* SPDX-License-Identifier: MIT */
/* How large Arabic and Latin faces look beside one another, by the heights of four letters.

   An em says nothing of that: a dal of Amiri is 0.40 em high, an x of Noto Serif 0.54. Amiri
   holds both scripts, drawn as a pair: its alef is 1.11 of its capitals, its dal 0.94 of its
   x. Those two ratios are the aim. The Arabic size that reaches the first beside another
   Latin face, in its size, is 1.11 * capital / alef; the second, 0.94 * x / dal; one cannot
   reach both, and the mean of the two is taken. It is kept within 1.00 and 1.35: small Latin
   beside an Arabic with low letters, such as Scheherazade, would be lost.

                                    by capitals   by x   the mean
       Amiri and Noto Serif            1.10       1.28     1.19
       Noto Naskh and Noto Sans        1.18       1.27     1.22
       Noto Kufi and Noto Sans, bold   1.04       0.92     1.00
       Noto Sans Arabic and Noto Sans  1.11       1.07     1.09  */
#include "font/internal.h"

#include <hb.h>

enum {
    ALEF_TO_CAPITAL = 1110, /* [1/1000] */
    DAL_TO_SMALL = 940,
    SCALE_LEAST = 1000,
    SCALE_MOST = 1350,
};

/* The height of a letter above the baseline; 0 where the face has none. */
static int32_t letter_height(const struct face *face, uint32_t code_point) {
    uint32_t glyph = face_nominal_glyph(face, code_point);
    hb_glyph_extents_t extents;
    if (!glyph || !hb_font_get_glyph_extents(face->hb_font, glyph, &extents))
        return 0;
    return extents.y_bearing > 0 ? extents.y_bearing : 0;
}

void face_measure_letters(struct face *face) {
    face->heights = (struct letter_heights){.alef = letter_height(face, 0x0627),
                                            .dal = letter_height(face, 0x062F),
                                            .capital = letter_height(face, 'H'),
                                            .small = letter_height(face, 'x')};
}

/* One height in ems over another in theirs, times `aim` [1/1000]; 0 where one is unknown. */
static int32_t ratio(int32_t height, int32_t em, int32_t under, int32_t under_em,
                     int32_t aim) {
    if (!height || !under)
        return 0;
    int64_t parts = (int64_t)height * under_em * aim, whole = (int64_t)under * em;
    return (int32_t)((parts + whole / 2) / whole);
}

uint32_t face_scale_beside(const struct face *arabic, const struct face *latin) {
    const struct letter_heights *a = &arabic->heights, *l = &latin->heights;
    int32_t em = latin->units_per_em, arabic_em = arabic->units_per_em;
    int32_t by_capital = ratio(l->capital, em, a->alef, arabic_em, ALEF_TO_CAPITAL);
    int32_t by_small = ratio(l->small, em, a->dal, arabic_em, DAL_TO_SMALL);
    if (!by_capital || !by_small)
        return 0;
    int32_t scale = (by_capital + by_small + 1) / 2;
    scale = scale < SCALE_LEAST ? SCALE_LEAST : scale;
    return (uint32_t)(scale > SCALE_MOST ? SCALE_MOST : scale);
}
