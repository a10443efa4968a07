/* SPDX-License-Identifier: MIT */
/* Where the PDF of an edition goes. */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "base/arena.h"
#include "base/diag.h"

/* Whether -o names the PDF file itself, not a folder. */
bool output_is_file(const char *output);

/* The path of the PDF, whose folder is there now; NULL after a DIAG_WORLD message. */
const char *output_path(struct arena *arena, const char *output, const char *edition,
                        struct diag *diag);

#endif
