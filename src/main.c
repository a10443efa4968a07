/* SPDX-License-Identifier: MIT */
/* Runs the command, with standard streams that can be trusted. */
#include "command.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Where a standard stream is closed, the next file opened would take its place and
   receive what is printed. A descriptor that cannot be written to keeps the place. */
static void keep_standard_streams(void) {
    int fd;
    do
        fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

/* What was printed is printed only when it has been written. */
static enum exit_status finish_output(enum exit_status status) {
    bool failed = ferror(stdout);
    errno = 0;
    if (!fclose(stdout) && !failed)
        return status;
    fprintf(stderr, "taqrir: error: cannot write to standard output: %s\n",
            errno ? strerror(errno) : "the device is full or closed");
    return EXIT_WORLD;
}

int main(int argc, char **argv) {
    keep_standard_streams();
    struct arena *arena = arena_create();
    struct command command = {
        .arena = arena,
        .diag = diag_new(arena),
        .arguments = argv + (argc > 0),
        .build = {.editions = arena_array(arena, const char *, (size_t)argc + 1),
                  .stop_after = STAGE_PDF},
    };
    enum exit_status status = finish_output(command_run(&command));
    arena_destroy(arena);
    return (int)status;
}
