/* SPDX-License-Identifier: MIT */
/* Reading files whole and replacing them whole. */
#define _GNU_SOURCE /* O_TMPFILE */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_all(struct arena *arena, int fd, size_t limit, struct slice *text) {
    size_t length = 0, capacity = 16 * 1024;
    char *data = arena_array(arena, char, capacity);
    for (;;) {
        if (length + 1 >= capacity) {
            data = arena_regrow(arena, data, capacity, capacity * 2, 1);
            capacity *= 2;
        }
        ssize_t got = read(fd, data + length, capacity - length - 1);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return false;
        if (got == 0)
            break;
        length += (size_t)got;
        if (length > limit) {
            errno = EFBIG;
            return false;
        }
    }
    data[length] = '\0';
    *text = (struct slice){data, length};
    return true;
}

bool file_read(struct arena *arena, const char *path, size_t limit,
               struct slice *text) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = read_all(arena, fd, limit, text);
    int reason = errno;
    close(fd);
    errno = reason;
    return ok;
}

bool file_exists(const char *path) {
    return access(path, F_OK) == 0;
}

bool file_is_folder(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

char *file_join(struct arena *arena, const char *folder, const char *name) {
    size_t length = strlen(folder);
    if (!length || !strcmp(folder, "."))
        return arena_copy(arena, name, strlen(name));
    const char *between = folder[length - 1] == '/' ? "" : "/";
    return arena_printf(arena, "%s%s%s", folder, between, name);
}

const char *file_folder(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

bool file_make_folder(struct arena *arena, const char *path) {
    char *copy = arena_copy(arena, path, strlen(path));
    for (char *p = copy + 1;; p++) {
        char end = *p;
        if (end && end != '/')
            continue;
        *p = '\0';
        if (mkdir(copy, 0777) != 0 && errno != EEXIST)
            return false;
        if (!end)
            return true;
        *p = '/';
    }
}

struct file_replacement {
    const char *path; /* the name it will have */
    const char *temporary; /* the hidden name beside it */
    FILE *stream;
    bool named; /* the temporary name exists already */
};

static const char *temporary_name(struct arena *arena, const char *path) {
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    return arena_printf(arena, "%.*s.%s.%ld", (int)(name - path), path, name,
                        (long)getpid());
}

/* A link stays, and what it leads to is replaced; NULL when that is no plain file: a
   device or a pipe must not be renamed away. */
static const char *real_target(struct arena *arena, const char *path) {
    struct stat status;
    if (stat(path, &status) != 0)
        return path;
    if (!S_ISREG(status.st_mode)) {
        errno = S_ISDIR(status.st_mode) ? EISDIR : ENOTSUP;
        return NULL;
    }
    char *resolved = realpath(path, NULL);
    if (!resolved)
        return NULL;
    const char *copy = arena_copy(arena, resolved, strlen(resolved));
    free(resolved);
    return copy;
}

struct file_replacement *file_replace_begin(struct arena *arena, const char *path) {
    struct file_replacement *new = arena_new(arena, struct file_replacement);
    new->path = real_target(arena, path);
    if (!new->path)
        return NULL;
    path = new->path;
    new->temporary = temporary_name(arena, path);
    int fd = -1;
    bool nameless = file_exists("/proc/self/fd"); /* through which it is named later */
    if (nameless)
        fd = open(file_folder(arena, path), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
    if (!nameless ||
        (fd < 0 && (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL))) {
        unlink(new->temporary); /* left by a killed process that had our number */
        fd = open(new->temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
        new->named = fd >= 0;
    }
    if (fd < 0)
        return NULL;
    new->stream = fdopen(fd, "wb");
    if (!new->stream) {
        close(fd);
        return NULL;
    }
    return new;
}

FILE *file_replacement_stream(struct file_replacement *replacement) {
    return replacement->stream;
}

/* linkat cannot replace, so an unnamed file is named beside the target and renamed at once:
   only a kill between the two leaves the name. */
static bool give_name(struct file_replacement *replacement, int fd) {
    char descriptor[40];
    snprintf(descriptor, sizeof descriptor, "/proc/self/fd/%d", fd);
    unlink(replacement->temporary); /* left by a killed process that had our number */
    replacement->named = linkat(AT_FDCWD, descriptor, AT_FDCWD, replacement->temporary,
                                AT_SYMLINK_FOLLOW) == 0;
    return replacement->named;
}

/* Everything is on the disk and the stream closed; `fd` still leads to the file. */
static bool finish_stream(struct file_replacement *replacement, int *fd) {
    FILE *stream = replacement->stream;
    bool ok = fflush(stream) == 0 && !ferror(stream) && fsync(fileno(stream)) == 0;
    int reason = errno;
    *fd = fcntl(fileno(stream), F_DUPFD_CLOEXEC, 0);
    if (*fd < 0 && ok) {
        reason = errno;
        ok = false;
    }
    if (fclose(stream) != 0 && ok)
        return false;
    errno = reason;
    return ok;
}

bool file_replace_commit(struct file_replacement *replacement) {
    int fd;
    bool ok = finish_stream(replacement, &fd) &&
              (replacement->named || give_name(replacement, fd)) &&
              rename(replacement->temporary, replacement->path) == 0;
    int reason = errno;
    if (fd >= 0)
        close(fd);
    if (!ok && replacement->named)
        unlink(replacement->temporary);
    errno = reason;
    return ok;
}

void file_replace_abandon(struct file_replacement *replacement) {
    fclose(replacement->stream);
    if (replacement->named)
        unlink(replacement->temporary);
}
