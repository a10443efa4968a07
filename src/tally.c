/* SPDX-License-Identifier: MIT */
/* Counts in words what a build came to. */
#include "tally.h"

const char *tally_count(struct arena *arena, size_t count, const char *noun) {
    if (!count)
        return arena_printf(arena, "no %ss", noun);
    return arena_printf(arena, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

const char *tally_words(struct arena *arena, const struct build_result *result) {
    return arena_printf(arena, "%s, %s", tally_count(arena, result->errors, "error"),
                        tally_count(arena, result->warnings, "warning"));
}
