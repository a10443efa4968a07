/* SPDX-License-Identifier: MIT */
/* Shared inside font/: opening one face. */
#ifndef FONT_INTERNAL_H
#define FONT_INTERNAL_H

#include "font/font.h"

/* FreeType's library object; one for a font set. */
struct FT_LibraryRec_;

/* Fills `face` from the file at `path`, which it maps. On failure gives what is wrong,
   as a phrase, and leaves nothing open; NULL on success. */
const char *face_open(struct face *face, struct FT_LibraryRec_ *library,
                      struct arena *arena, const char *path);
void face_close(struct face *face);

/* Fills tatweel_advance; sets kashida to KASHIDA_NONE where the face forbids it. */
void face_learn_tatweel(struct face *face);

/* apparent.c: fills face->heights. */
void face_measure_letters(struct face *face);

#endif
