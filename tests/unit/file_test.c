/* SPDX-License-Identifier: MIT */
/* Files: read whole, replaced whole or not at all. */
#define _GNU_SOURCE /* mkdtemp */
#include "base/file.h"
#include "unit/harness.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;
static char folder[] = "/tmp/file-test-XXXXXX";

static const char *inside(const char *name) {
    return file_join(arena, folder, name);
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    if (file) {
        fputs(text, file);
        fclose(file);
    }
}

static const char *text_of(const char *path) {
    struct slice text;
    return file_read(arena, path, 1 << 20, &text) ? text.data : "(unreadable)";
}

static int count_files(void) {
    int count = -2; /* "." and ".." */
    DIR *open = opendir(folder);
    while (open && readdir(open))
        count++;
    if (open)
        closedir(open);
    return count;
}

static void a_file_is_read_whole(void) {
    struct slice text;
    const char *path = inside("read");
    write_file(path, "تقرير\n");
    EXPECT(file_read(arena, path, 100, &text));
    EXPECT_INTEGER(text.length, 11);
    EXPECT_INTEGER(text.data[11], 0);
    unlink(path);
}

static void what_cannot_be_read_has_a_reason(void) {
    struct slice text;
    EXPECT(!file_read(arena, inside("nothing"), 100, &text));
    EXPECT_INTEGER(errno, ENOENT);
    EXPECT(!file_read(arena, folder, 100, &text));
    EXPECT_INTEGER(errno, EISDIR);
    write_file(inside("long"), "0123456789");
    EXPECT(!file_read(arena, inside("long"), 9, &text));
    EXPECT_INTEGER(errno, EFBIG);
    EXPECT(file_read(arena, inside("long"), 10, &text));
    unlink(inside("long"));
}

static void a_replacement_appears_when_committed(void) {
    const char *path = inside("target");
    write_file(path, "old");
    struct file_replacement *replacement = file_replace_begin(arena, path);
    EXPECT(replacement != NULL);
    if (!replacement)
        return;
    fputs("new", file_replacement_stream(replacement));
    fflush(file_replacement_stream(replacement));
    EXPECT_STRING(text_of(path), "old");
    EXPECT(file_replace_commit(replacement));
    EXPECT_STRING(text_of(path), "new");
    EXPECT_INTEGER(count_files(), 1);
    unlink(path);
}

static void an_abandoned_one_leaves_nothing(void) {
    const char *path = inside("target");
    write_file(path, "old");
    struct file_replacement *replacement = file_replace_begin(arena, path);
    EXPECT(replacement != NULL);
    if (!replacement)
        return;
    fputs("new", file_replacement_stream(replacement));
    file_replace_abandon(replacement);
    EXPECT_STRING(text_of(path), "old");
    EXPECT_INTEGER(count_files(), 1);
    unlink(path);
}

static void a_folder_is_not_replaced(void) {
    EXPECT(file_replace_begin(arena, folder) == NULL);
    EXPECT_INTEGER(errno, EISDIR);
    EXPECT(file_is_folder(folder));
}

static void without_its_folder_none_begins(void) {
    EXPECT(file_replace_begin(arena, inside("none/target")) == NULL);
    EXPECT_INTEGER(errno, ENOENT);
}

static void paths_are_joined_with_one_slash(void) {
    EXPECT_STRING(file_join(arena, "a", "b"), "a/b");
    EXPECT_STRING(file_join(arena, "a/", "b"), "a/b");
    EXPECT_STRING(file_join(arena, "/", "b"), "/b");
    EXPECT_STRING(file_join(arena, ".", "b"), "b");
    EXPECT_STRING(file_join(arena, "", "b"), "b");
}

static bool replace_with(const char *path, const char *text) {
    struct file_replacement *replacement = file_replace_begin(arena, path);
    if (!replacement)
        return false;
    fputs(text, file_replacement_stream(replacement));
    return file_replace_commit(replacement);
}

static void a_link_stays_and_its_target_is_replaced(void) {
    write_file(inside("target"), "old");
    EXPECT(symlink("target", inside("link")) == 0);
    EXPECT(replace_with(inside("link"), "new"));
    EXPECT_STRING(text_of(inside("target")), "new");
    char target[16] = "";
    EXPECT_INTEGER(readlink(inside("link"), target, sizeof target - 1), 6);
    unlink(inside("link"));
    unlink(inside("target"));
}

static void a_pipe_is_not_renamed_away(void) {
    EXPECT(mkfifo(inside("pipe"), 0600) == 0);
    EXPECT(!replace_with(inside("pipe"), "new"));
    EXPECT_INTEGER(errno, ENOTSUP);
    struct stat status;
    EXPECT(stat(inside("pipe"), &status) == 0 && S_ISFIFO(status.st_mode));
    unlink(inside("pipe"));
}

static void the_folder_of_a_path_is_what_stands_before_its_name(void) {
    EXPECT_STRING(file_folder(arena, "a/b/c.md"), "a/b");
    EXPECT_STRING(file_folder(arena, "c.md"), ".");
    EXPECT_STRING(file_folder(arena, "/c.md"), "/");
}

static void folders_are_made_one_in_another(void) {
    EXPECT(file_make_folder(arena, inside("one/two//three/")));
    EXPECT(file_is_folder(inside("one/two/three")));
    EXPECT(file_make_folder(arena, inside("one/two")));
    write_file(inside("one/file"), "");
    EXPECT(!file_make_folder(arena, inside("one/file/two")));
    EXPECT_INTEGER(errno, ENOTDIR);
    unlink(inside("one/file"));
    rmdir(inside("one/two/three"));
    rmdir(inside("one/two"));
    EXPECT(rmdir(inside("one")) == 0);
}

int main(void) {
    arena = arena_create();
    if (!mkdtemp(folder)) {
        perror(folder);
        return 1;
    }
    RUN(a_file_is_read_whole);
    RUN(what_cannot_be_read_has_a_reason);
    RUN(a_replacement_appears_when_committed);
    RUN(an_abandoned_one_leaves_nothing);
    RUN(a_folder_is_not_replaced);
    RUN(without_its_folder_none_begins);
    RUN(paths_are_joined_with_one_slash);
    RUN(the_folder_of_a_path_is_what_stands_before_its_name);
    RUN(folders_are_made_one_in_another);
    RUN(a_link_stays_and_its_target_is_replaced);
    RUN(a_pipe_is_not_renamed_away);
    rmdir(folder);
    arena_destroy(arena);
    return harness_status();
}
