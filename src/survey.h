/* SPDX-License-Identifier: MIT */
/* What a report is made of, seen from outside: which files are there, and in what state. */
#ifndef SURVEY_H
#define SURVEY_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct survey {
    bool there; /* the folder or file could be read */
    bool
        fresh; /* a file changed so shortly before that one more change might not show */
    uint64_t fingerprint; /* the same as long as no file changes, comes or goes */
    int notices; /* inotify: the changes since; -1 where nothing is there */
};

/* Looks at all files below a content folder, or at a lone Markdown file and the pictures
   and data below its folder. False with errno set when the system has no watch left. */
bool survey_take(struct survey *survey, struct arena *scratch, const char *input);

enum notice {
    NOTICE_NONE,
    NOTICE_BEGUN, /* a file was made, and is perhaps being written */
    NOTICE_DONE
};

/* The latest that happened, and may have changed the fingerprint, since the survey or
   since this was last asked. Waits for nothing. */
enum notice survey_notice(struct survey *survey);

void survey_close(struct survey *survey);

/* Whether a file or folder of this name is never part of a report: hidden, a PDF, or what
   editors leave beside the file they write. */
bool survey_ignores(const char *name);

#endif
