/* SPDX-License-Identifier: MIT */
/* The rules about a section as a whole; after them, later stages trust it. */
#include "document/internal.h"

void section_check(struct reading *reading, const struct section *section,
                   size_t errors) {
    if (!section->blocks && diag_count(reading->diag, DIAG_ERROR) == errors)
        diag_add(reading->diag, DIAG_SECTION_EMPTY, section->position, NULL, NULL);
    else if (section->blocks && !section->title)
        diag_add(reading->diag, DIAG_SECTION_TITLE, section->position, NULL, NULL);
}
