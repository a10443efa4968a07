/* SPDX-License-Identifier: MIT */
/* Whether a face lets its joins be stretched.

   The tatweel is judged as shaped between two joining letters. The glyph that U+0640 maps
   to says nothing: Amiri's is empty and without width on purpose, and becomes a drawn
   stroke in its place between letters. A face in which the shaped one is empty or without
   width forbids kashida (John Hudson, www-international, August 2016). Which joins of its
   words are safe is asked of each: none is in Nastaliq. */
#include "font/internal.h"

#include <hb.h>

static const uint32_t stretched[] = {0x0628, 0x0640, 0x0628}; /* beh tatweel beh */

enum { TATWEEL = 1 }; /* its cluster */

static bool is_inked(const struct face *face, hb_codepoint_t glyph) {
    hb_glyph_extents_t extents;
    return hb_font_get_glyph_extents(face->hb_font, glyph, &extents) &&
           extents.width != 0 && extents.height != 0;
}

/* The advance of the tatweel among shaped glyphs; 0 where it has no ink. */
static int32_t tatweel_advance(const struct face *face, hb_buffer_t *buffer) {
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, NULL);
    int32_t advance = 0;
    bool inked = false;
    for (unsigned i = 0; i < count; i++)
        if (infos[i].cluster == TATWEEL) {
            advance += positions[i].x_advance;
            inked |= is_inked(face, infos[i].codepoint);
        }
    return inked ? advance : 0;
}

void face_learn_tatweel(struct face *face) {
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf32(buffer, stretched, 3, 0, 3);
    hb_buffer_set_direction(buffer, HB_DIRECTION_RTL);
    hb_buffer_set_script(buffer, HB_SCRIPT_ARABIC);
    hb_buffer_set_language(buffer, hb_language_from_string("ar", -1));
    hb_shape(face->hb_font, buffer, NULL, 0);
    face->tatweel_advance = tatweel_advance(face, buffer);
    hb_buffer_destroy(buffer);
    if (face->tatweel_advance <= 0)
        face->kashida = KASHIDA_NONE;
}
