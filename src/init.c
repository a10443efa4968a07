/* SPDX-License-Identifier: MIT */
/* Writes a small report to begin with: the files of src/init, which are in the program. */
#include "init.h"

#include "base/buffer.h"
#include "base/diag.h"
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct file {
    const char *path; /* below the folder */
    const unsigned char *bytes;
    size_t length;
};

#include "init_table.h"

enum { FILES = sizeof files / sizeof *files };

/* 1: nothing is in it; 0: something is; -1 with errno set: it cannot be read. */
static int is_empty(const char *folder) {
    DIR *stream = opendir(folder);
    if (!stream)
        return -1;
    int empty = 1;
    for (struct dirent *entry; (entry = readdir(stream));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            empty = 0;
    closedir(stream);
    return empty;
}

/* Never into a file that is there. */
static bool write_file(const char *path, const struct file *file) {
    int fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    FILE *stream = fd < 0 ? NULL : fdopen(fd, "wb");
    if (!stream)
        return false;
    bool written = fwrite(file->bytes, 1, file->length, stream) == file->length;
    return fclose(stream) == 0 && written;
}

static bool write_files(struct arena *arena, const char *folder, struct diag *diag) {
    for (size_t i = 0; i < FILES; i++) {
        const char *path = file_join(arena, folder, files[i].path);
        if (!file_make_folder(arena, file_folder(arena, path)) ||
            !write_file(path, &files[i])) {
            diag_add(diag, DIAG_INIT_WRITE, diag_nowhere(), path, strerror(errno));
            return false;
        }
    }
    return true;
}

static bool write_report(struct arena *arena, const char *folder, struct diag *diag) {
    int empty = file_make_folder(arena, folder) ? is_empty(folder) : -1;
    if (empty < 0)
        diag_add(diag, DIAG_INIT_WRITE, diag_nowhere(), folder, strerror(errno));
    if (empty == 0)
        diag_add(diag, DIAG_INIT_FULL, diag_nowhere(), folder, NULL);
    return empty > 0 && write_files(arena, folder, diag);
}

/* The name as a shell takes it for one word, and no program for an option. */
static const char *shell_word(struct arena *arena, const char *name) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789./_+:@%=,-";
    struct buffer word = {.arena = arena};
    bool bare = name[strspn(name, plain)] == '\0';
    buffer_add_string(&word, bare ? "" : "'");
    buffer_add_string(&word, name[0] == '-' ? "./" : "");
    for (; *name; name++)
        if (*name == '\'')
            buffer_add_string(&word, "'\\''");
        else
            buffer_add_char(&word, *name);
    buffer_add_string(&word, bare ? "" : "'");
    buffer_add_char(&word, '\0');
    return word.data;
}

enum exit_status init_run(struct arena *arena, const char *folder) {
    struct diag *diag = diag_new(arena);
    bool written = write_report(arena, folder, diag);
    diag_print(diag, stderr);
    if (!written)
        return EXIT_WORLD;
    const char *word = shell_word(arena, folder);
    printf("%s: a report in Arabic and English, %d files\n"
           "next: taqrir build %s\n"
           "then: taqrir watch %s, and write; %s tells how\n",
           folder, FILES, word, word, file_join(arena, folder, "README.md"));
    return EXIT_DONE;
}
