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

static bool has_recommendation(const struct block *block) {
    for (; block; block = block->next)
        if (block->recommendation)
            return true;
    return false;
}

/* What recommendations say of themselves stands in the outer column. */
static void check_margins(struct reading *reading, const struct section *section) {
    if (!has_recommendation(section->blocks))
        return;
    for (const struct block *block = section->blocks; block; block = block->next)
        if (block->kind == BLOCK_CALLOUT &&
            (block->callout == CALLOUT_MARGIN || block->callout == CALLOUT_KEY))
            diag_add(reading->diag, DIAG_CALLOUT_RECOMMENDATION, block->position,
                     block->callout == CALLOUT_KEY ? "a key figure" : "a margin note",
                     NULL);
}

void section_check(struct reading *reading, const struct section *section,
                   size_t errors) {
    bool empty = !has_text(section->blocks);
    if (empty && diag_count(reading->diag, DIAG_ERROR) == errors)
        diag_add(reading->diag, DIAG_SECTION_EMPTY, section->position, NULL, NULL);
    else if (!empty && !section->title)
        diag_add(reading->diag, DIAG_SECTION_TITLE, section->position, NULL, NULL);
    check_margins(reading, section);
}
