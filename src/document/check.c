/* SPDX-License-Identifier: MIT */
/* The rules about a document as a whole; after them, later stages trust it. */
#include "document/internal.h"

static void check_section(struct reading *reading, const struct document *document,
                          const struct section *section) {
    if (!section->blocks)
        diag_add(reading->diag, DIAG_SECTION_EMPTY, section->position, NULL, NULL);
    else if (!section->title && !document->lone)
        diag_add(reading->diag, DIAG_SECTION_TITLE, section->position, NULL, NULL);
}

void document_check(struct reading *reading, const struct document *document) {
    for (size_t i = 0; i < document->section_count; i++)
        check_section(reading, document, &document->sections[i]);
}
