/* SPDX-License-Identifier: MIT */
/* Builds, and builds again at every save. */
#ifndef WATCH_H
#define WATCH_H

#include "build.h"

/* Goes on until SIGINT or SIGTERM, which are EXIT_DONE. At the first build, what no save
   can mend ends it. A line for each build goes to stdout, messages go to stderr. */
enum exit_status watch_run(struct arena *arena, const struct build_options *options);

#endif
