/* SPDX-License-Identifier: MIT */
/* The PDF: sheets written through libHaru. The only folder that knows libHaru. */
#ifndef PDF_PDF_H
#define PDF_PDF_H

#include "base/arena.h"
#include "base/diag.h"
#include "sheets/sheets.h"

/* Writes `sheets` to `path` as PDF 1.7. The same sheets give the same bytes on every
   machine, in every folder, time zone and locale. The file appears whole or not at all:
   on failure there is a DIAG_WORLD message, false is returned, and a file that was there
   before is as it was. */
bool pdf_write(struct arena *arena, const char *path, const struct sheets *sheets,
               struct diag *diag);

#endif
