/* SPDX-License-Identifier: MIT */
/* Makes the path of a PDF, and the folders it needs. */
#include "output.h"

#include "base/file.h"

#include <errno.h>
#include <string.h>

bool output_is_file(const char *output) {
    size_t end = strlen(output);
    return end > 4 && !strcmp(output + end - 4, ".pdf");
}

static bool make_folder(struct arena *arena, const char *path, struct diag *diag) {
    if (file_make_folder(arena, path))
        return true;
    diag_add(diag, DIAG_FILE_WRITE, diag_nowhere(), path, strerror(errno));
    return false;
}

const char *output_path(struct arena *arena, const char *output, const char *edition,
                        struct diag *diag) {
    if (!output_is_file(output))
        return make_folder(arena, output, diag)
                   ? file_join(arena, output, arena_printf(arena, "%s.pdf", edition))
                   : NULL;
    return make_folder(arena, file_folder(arena, output), diag) ? output : NULL;
}
