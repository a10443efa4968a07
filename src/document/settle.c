/* SPDX-License-Identifier: MIT */
/* What is done to a paragraph once its language is known. */
#include "document/internal.h"

void paragraph_settle(struct markdown *markdown, struct paragraph *paragraph) {
    paragraph->ragged = markdown->ragged;
    braces_write(markdown, paragraph);
    citations_settle(markdown, paragraph);
    punctuation_check(markdown, paragraph);
    quotes_write(markdown, paragraph);
}
