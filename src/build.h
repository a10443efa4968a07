/* SPDX-License-Identifier: MIT */
/* The pipeline: content in, PDF files out. */
#ifndef BUILD_H
#define BUILD_H

#include "base/arena.h"

#include <stdbool.h>

/* The stages whose product can be printed. */
enum stage {
    STAGE_DOCUMENT,
    STAGE_TEXT,
    STAGE_LINES,
    STAGE_PAGES,
    STAGE_SHEETS,
    STAGE_PDF
};

enum exit_status {
    EXIT_DONE = 0,
    EXIT_CONTENT = 1, /* the content has errors */
    EXIT_USAGE = 2, /* the command line has */
    EXIT_WORLD = 3, /* file, font, disk */
};

struct build_options {
    const char *input; /* a content folder or one Markdown file */
    const char **editions; /* names; none: every edition */
    size_t edition_count;
    const char *output; /* a folder, or a file whose name ends in .pdf */
    enum stage stop_after; /* STAGE_PDF: do not stop */
    bool silent; /* nothing goes to stdout */
};

struct build_result {
    enum exit_status status;
    size_t errors, warnings; /* told, each once */
    const char **written; /* the PDF files */
    size_t written_count;
    size_t pages; /* in them */
};

/* Does what the options say; messages go to stderr, the product of a stage, or a line for
   each PDF, to stdout. The document and what comes back live in `arena`. */
struct build_result build_run(struct arena *arena, const struct build_options *options);

#endif
