/* SPDX-License-Identifier: MIT */
/* The rules about a section as a whole; after them, later stages trust it. */
#include "document/internal.h"

/* A quotation without text is none. */
static bool has_text(const struct block *block) {
    for (; block; block = block->next)
        if (block->kind != BLOCK_QUOTE || has_text(block->children))
            return true;
    return false;
}

void section_check(struct reading *reading, const struct section *section,
                   size_t errors) {
    bool empty = !has_text(section->blocks);
    if (empty && diag_count(reading->diag, DIAG_ERROR) == errors)
        diag_add(reading->diag, DIAG_SECTION_EMPTY, section->position, NULL, NULL);
    else if (!empty && !section->title)
        diag_add(reading->diag, DIAG_SECTION_TITLE, section->position, NULL, NULL);
}
