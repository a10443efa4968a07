/* SPDX-License-Identifier: MIT */
/* What a build came to, in words. */
#ifndef TALLY_H
#define TALLY_H

#include "build.h"

/* "no errors", "1 page", "2 warnings" */
const char *tally_count(struct arena *arena, size_t count, const char *noun);

/* "no errors, 2 warnings" */
const char *tally_words(struct arena *arena, const struct build_result *result);

#endif
