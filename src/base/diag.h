/* SPDX-License-Identifier: MIT */
/* Diagnostics: everything the program has to say about the content and the world. */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/arena.h"
#include "base/source.h"

#include <stdbool.h>
#include <stdio.h>

enum diag_level {
    DIAG_NOTE, /* worth knowing */
    DIAG_WARNING, /* the result stands, but look at it */
    DIAG_ERROR, /* the content is wrong: no PDF is written */
    DIAG_WORLD, /* file, font, disk: the program cannot go on */
};

/* One id for each message; words and level are in diag_table.h. */
enum diag_id {
#define DIAG(id, level, message, remedy) DIAG_##id,
#include "base/diag_table.h"
#undef DIAG
    DIAG_COUNT
};

struct diag;

/* Messages are kept in `arena` until diag_print. */
struct diag *diag_new(struct arena *arena);

/* Says message `id` about `position`. `a` and `b` replace the first and second %s of
   the message and of the remedy; NULL stands for an empty string. They are copied. */
void diag_add(struct diag *diag, enum diag_id id, struct position position,
              const char *a, const char *b);

/* Says all that has been said to `from`. */
void diag_take(struct diag *diag, const struct diag *from);

/* For messages about no place in the content. */
static inline struct position diag_nowhere(void) {
    return (struct position){0};
}

/* How many messages of this level so far. */
size_t diag_count(const struct diag *diag, enum diag_level level);

/* Prints the messages not yet printed, each once, in the order of files and lines:

       content/en/summary.md:12:7: error: table row has 3 cells, header has 4
          12 | | a | b | c |
             |       ^
         what to do about it

   Where the line holds right-to-left text a caret misleads, so the piece is quoted
   instead. Control characters and bidi controls are shown escaped. Messages past the
   hundredth of one kind are counted, not shown. */
void diag_print(struct diag *diag, FILE *stream);

/* How many messages of this level have been printed; those past the hundredth of one kind
   count, those said twice of one place do not. */
size_t diag_count_printed(const struct diag *diag, enum diag_level level);

#endif
