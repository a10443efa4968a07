/* SPDX-License-Identifier: MIT */
/* The PDF: sheets written through libHaru. The only folder that knows libHaru. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/arena.h"
#include "base/diag.h"
#include "colour/colour.h"
#include "sheets/sheets.h"

/* Writes `sheets` to `path` in the colours of a world: as PDF 1.7, for a press as PDF/X-4. The
   same sheets give the same bytes on every
   machine, in every folder, time zone and locale. The file appears whole or not at all:
   on failure there is a DIAG_WORLD message, false is returned, and a file that was there
   before is as it was. */
bool pdf_write(struct arena *arena, const char *path, const struct sheets *sheets,
               const struct world *world, struct diag *diag);

#endif
