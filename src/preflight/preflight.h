/* SPDX-License-Identifier: MIT */
/* Preflight: reads a PDF that is to go to a press, by whatever program it was written, and
   tells what breaks PDF/X-4 (ISO 15930-7) or what a print shop would stumble over. It shares
   nothing with the folder that writes PDFs: what one gets wrong the other would not see. */
#ifndef PREFLIGHT_PREFLIGHT_H
#define PREFLIGHT_PREFLIGHT_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdint.h>

/* Tells, page by page, what is wrong: DIAG_ERROR for each fault, DIAG_WARNING for what could
   not be looked into, DIAG_WORLD where the file cannot be read as a PDF. `limit` is that of
   all inks together [percent]. Gives the number of pages that were looked at. */
size_t preflight_run(struct arena *arena, const char *path, uint32_t limit,
                     struct diag *diag);

#endif
