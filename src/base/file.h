/* SPDX-License-Identifier: MIT */
/* Files: read whole, replaced whole. */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/slice.h"

#include <stdio.h>

/* The whole file in `arena`, NUL after its end. Gives false with errno set; a folder is
   EISDIR, a file over `limit` bytes EFBIG. */
bool file_read(struct arena *arena, const char *path, size_t limit, struct slice *text);

bool file_exists(const char *path);
bool file_is_folder(const char *path);

/* "folder/name" in `arena`; "name" when the folder is "." or empty. */
char *file_join(struct arena *arena, const char *folder, const char *name);

/* The folder that a path is in: "a" of "a/b", "." of "b". */
const char *file_folder(struct arena *arena, const char *path);

/* Makes a folder and those it is in, where they are not there; false with errno set. That
   something stands at the end, be it a folder or not, is no failure. */
bool file_make_folder(struct arena *arena, const char *path);

/* A file that appears whole under its name or not at all. It has no name until it is
   complete (O_TMPFILE where the file system has it, else a hidden name beside the
   target), so a kill leaves no litter with the former and the target untouched always. */
struct file_replacement;

/* Opens a replacement for `path`; NULL with errno set: ENOTSUP where something stands that
   is no plain file. A link stays, and what it leads to is replaced. */
struct file_replacement *file_replace_begin(struct arena *arena, const char *path);

/* The stream to write to; owned by the replacement. */
FILE *file_replacement_stream(struct file_replacement *replacement);

/* Flushes, syncs and gives the file its name; false with errno set, and then the
   previous file is as it was. Closes the replacement either way. */
bool file_replace_commit(struct file_replacement *replacement);
void file_replace_abandon(struct file_replacement *replacement);

#endif
