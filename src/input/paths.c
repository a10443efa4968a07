/* SPDX-License-Identifier: MIT */
/* Paths that content names: below its folder and nowhere else, so that a report can neither
   print a file of the machine it is made on nor depend on one. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "input/input.h"

#include "base/file.h"

#include <limits.h>
#include <stdlib.h>

bool path_goes_down(const char *path) {
    for (const char *part = path;; part++) {
        size_t length = strcspn(part, "/\\");
        if (!length || part[0] == '.' || part[length] == '\\')
            return false;
        part += length;
        if (!*part)
            return true;
    }
}

bool path_leaves(const char *folder, const char *path) {
    char real_folder[PATH_MAX], real_path[PATH_MAX];
    if (!realpath(folder, real_folder) || !realpath(path, real_path))
        return false;
    size_t length = strlen(real_folder);
    return strncmp(real_path, real_folder, length) != 0 ||
           (real_path[length] != '/' && length > 1);
}

const char *path_find(struct reading *reading, const char *name,
                      struct position position) {
    const char *path = file_join(reading->arena, reading->folder, name);
    if (!path_goes_down(name))
        diag_add(reading->diag, DIAG_PATH, position, name, NULL);
    else if (path_leaves(reading->folder, path))
        diag_add(reading->diag, DIAG_FILE_OUTSIDE, position, path, NULL);
    else
        return path;
    return NULL;
}
