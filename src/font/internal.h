/* SPDX-License-Identifier: MIT */
/* Shared inside font/: opening one face, and what makes it sound. */
#ifndef FONT_INTERNAL_H
#define FONT_INTERNAL_H

#include "font/font.h"

/* FreeType's library object; one for a font set. */
struct FT_LibraryRec_;

/* Files of a report are read whole up to this size: one that is written anew while it is
   mapped could end the program. */
enum { FONT_LIMIT = 64 * 1024 * 1024 /* [bytes] */ };

/* Fills `face` from the file at `path`, which it maps or reads. On failure gives what is
   wrong, as a phrase, and leaves nothing open; NULL on success. */
const char *face_open(struct face *face, struct FT_LibraryRec_ *library,
                      struct arena *arena, const char *path, bool map);
void face_close(struct face *face);

/* Fills tatweel_advance; sets kashida to KASHIDA_NONE where the face forbids it. */
void face_learn_tatweel(struct face *face);

/* apparent.c: fills face->heights. */
void face_measure_letters(struct face *face);

/* --- sound.c ------------------------------------------------------------------------- */

/* What is wrong with the tables of a font file, as a phrase; NULL: nothing that can be
   seen without drawing its glyphs. */
const char *font_unsound(struct arena *arena, struct slice file);

/* The same of its glyphs. */
struct FT_FaceRec_;
const char *glyphs_unsound(struct arena *arena, struct FT_FaceRec_ *ft);

#endif
