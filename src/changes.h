/* SPDX-License-Identifier: MIT */
/* Waits for what is saved. */
#ifndef CHANGES_H
#define CHANGES_H

#include "base/arena.h"

enum change {
    CHANGE_SAVED, /* something changed, and is quiet now */
    CHANGE_GONE, /* the folder or file is not there, and has not been for a second */
    CHANGE_ENDED, /* SIGINT or SIGTERM came */
    CHANGE_FAILED, /* the system cannot tell of changes: errno */
};

struct changes;

/* From here on no change is missed; NULL with errno set. SIGINT and SIGTERM end the
   process at once, with status 0, except while changes_wait waits and returns them. */
struct changes *changes_open(struct arena *arena, const char *input);

enum change changes_wait(struct changes *changes);

void changes_close(struct changes *changes);

#endif
