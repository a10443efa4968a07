/* SPDX-License-Identifier: MIT */
/* A report to begin with. */
#ifndef INIT_H
#define INIT_H

#include "build.h"

/* Writes the files of src/init into a folder, which is made if it is not there and has to be
   empty if it is; what stands there is never written over. */
enum exit_status init_run(struct arena *arena, const char *folder);

#endif
