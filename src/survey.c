/* SPDX-License-Identifier: MIT */
/* Takes a fingerprint of the files of a report, and asks inotify for what comes after.

   Notices only say when to look; what changed is seen by looking. So lost notices, our own
   output, and folders that come, go or are exchanged need no care of their own: each look
   begins anew, with every folder that is there then. A folder is watched before it is
   read, or what comes into it in between would be missed. */
#include "survey.h"

#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <strings.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    LONE_FOLDERS = 256, /* below the folder of a lone file, which may be a home */
    FRESH = 20 * 1000 * 1000, /* [ns] times of files are no finer than 4 to 10 ms */
    NOTICES = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVE | IN_ATTRIB |
              IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
};

struct look {
    struct survey *survey;
    struct arena *arena;
    const char *lone; /* the path of the lone file; NULL: a folder */
    struct timespec begun;
    const char **folders; /* to read, the nearest first */
    size_t folder_count, folder_capacity;
    bool failed; /* no watch is left */
};

/* --- names ------------------------------------------------------------------------- */

static bool ends_with_any(const char *name, const char *const endings[], size_t count) {
    size_t length = strlen(name);
    for (size_t i = 0; i < count; i++) {
        size_t end = strlen(endings[i]);
        if (length > end && !strcasecmp(name + length - end, endings[i]))
            return true;
    }
    return false;
}

bool survey_ignores(const char *name) {
    static const char *const endings[] = {"~",    ".pdf", ".swp",  ".swx",
                                          ".tmp", ".bak", ".part", ".orig"};
    return name[0] == '.' || name[0] == '#' || /* emacs; files without a name */
           !strcmp(name, "4913") || /* vim, to see whether it may write */
           ends_with_any(name, endings, sizeof endings / sizeof *endings);
}

/* What a lone file can name. */
static bool is_picture_or_data(const char *name) {
    static const char *const endings[] = {".png", ".jpg", ".jpeg", ".csv"};
    return ends_with_any(name, endings, sizeof endings / sizeof *endings);
}

/* --- the fingerprint --------------------------------------------------------------- */

static uint64_t mix(uint64_t hash, uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 32;
}

static bool is_fresh(const struct look *look, struct timespec time) {
    int64_t seconds = look->begun.tv_sec - time.tv_sec;
    return seconds * 1000000000 + look->begun.tv_nsec - time.tv_nsec < FRESH;
}

/* A change of the bytes, the rights or the name gives a file a new ctime, another file
   under the name has another inode. Sums do not depend on the order of the folder. */
static void add_file(struct look *look, const char *path, const struct stat *status) {
    uint64_t hash = 0;
    for (; *path; path++)
        hash = mix(hash, (unsigned char)*path);
    hash = mix(hash, (uint64_t)status->st_dev);
    hash = mix(hash, (uint64_t)status->st_ino);
    hash = mix(hash, (uint64_t)status->st_size);
    hash = mix(hash, (uint64_t)status->st_ctim.tv_sec);
    look->survey->fingerprint += mix(hash, (uint64_t)status->st_ctim.tv_nsec);
    look->survey->fresh = look->survey->fresh || is_fresh(look, status->st_ctim);
}

/* --- the walk ---------------------------------------------------------------------- */

static void add_folder(struct look *look, const char *path) {
    if (look->lone && look->folder_count == LONE_FOLDERS)
        return;
    arena_reserve(look->arena, look->folders, look->folder_count,
                  look->folder_capacity);
    look->folders[look->folder_count++] = path;
}

static void look_at(struct look *look, const char *folder, const char *name) {
    const char *path = file_join(look->arena, folder, name);
    struct stat status;
    if (survey_ignores(name) || lstat(path, &status) != 0)
        return;
    bool counts = !look->lone || is_picture_or_data(name) || !strcmp(path, look->lone);
    if (S_ISDIR(status.st_mode))
        add_folder(look, path);
    else if (counts) {
        add_file(look, path, &status);
        if (S_ISLNK(status.st_mode) && stat(path, &status) == 0)
            add_file(look, path, &status);
    }
}

/* A folder that is gone again, or may not be read, is as one that is not there. */
static bool look_into(struct look *look, const char *folder) {
    if (inotify_add_watch(look->survey->notices, folder, NOTICES) < 0 &&
        (errno == ENOSPC || errno == ENOMEM)) {
        look->failed = true;
        return false;
    }
    DIR *stream = opendir(folder);
    if (!stream)
        return false;
    for (struct dirent *entry; (entry = readdir(stream));)
        look_at(look, folder, entry->d_name);
    closedir(stream);
    return true;
}

bool survey_take(struct survey *survey, struct arena *scratch, const char *input) {
    struct look look = {.survey = survey, .arena = scratch};
    *survey = (struct survey){.notices = inotify_init1(IN_CLOEXEC | IN_NONBLOCK)};
    if (survey->notices < 0)
        return false;
    clock_gettime(CLOCK_REALTIME, &look.begun);
    bool lone = !file_is_folder(input);
    look.lone = lone ? input : NULL;
    const char *root = lone ? file_folder(scratch, input) : input;
    survey->there = look_into(&look, root) && file_exists(input);
    for (size_t i = 0; i < look.folder_count && !look.failed; i++)
        look_into(&look, look.folders[i]);
    if (look.failed || !survey->there)
        survey_close(survey);
    return !look.failed;
}

/* --- notices ----------------------------------------------------------------------- */

static enum notice read_notice(const struct inotify_event *event, enum notice before) {
    if (event->len && survey_ignores(event->name))
        return before;
    bool made = event->mask & IN_CREATE && !(event->mask & IN_ISDIR);
    return made ? NOTICE_BEGUN : NOTICE_DONE;
}

enum notice survey_notice(struct survey *survey) {
    _Alignas(struct inotify_event) char buffer[16 * 1024];
    enum notice notice = NOTICE_NONE;
    for (ssize_t got; (got = read(survey->notices, buffer, sizeof buffer)) > 0;)
        for (char *next = buffer; next < buffer + got;) {
            const struct inotify_event *event = (const void *)next;
            notice = read_notice(event, notice);
            next += sizeof *event + event->len;
        }
    return notice;
}

void survey_close(struct survey *survey) {
    int reason = errno;
    if (survey->notices >= 0)
        close(survey->notices);
    survey->notices = -1;
    errno = reason;
}
