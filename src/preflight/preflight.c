/* SPDX-License-Identifier: MIT */
/* Runs a preflight: this file says in which order, and keeps what has been told. */
#include "preflight/internal.h"

#include "base/file.h"

#include <errno.h>

/* A fault that is on a page a thousand times is told of it once. */
static bool is_told(struct preflight *preflight, enum diag_id id, const char *what) {
    for (size_t i = 0; i < preflight->told_count; i++)
        if (preflight->told[i].id == id && !strcmp(preflight->told[i].what, what))
            return true;
    if (preflight->told_count == TOLD_MAX)
        return true;
    preflight->told[preflight->told_count++] = (struct told){id, what};
    return false;
}

void preflight_tell(struct preflight *preflight, enum diag_id id, const char *what) {
    struct arena *arena = preflight->arena;
    const char *kept = what ? arena_copy(arena, what, strlen(what)) : "";
    if (is_told(preflight, id, kept))
        return;
    const char *place = preflight->page ? arena_printf(arena, "%s, page %zu",
                                                       preflight->path, preflight->page)
                                        : preflight->path;
    diag_add(preflight->diag, id, diag_nowhere(), place, kept);
}

bool preflight_work(struct preflight *preflight, uint64_t work) {
    preflight->work += work;
    if (preflight->work <= WORK_LIMIT)
        return true;
    preflight_tell(preflight, DIAG_PREFLIGHT_UNREAD, "there is too much of it");
    return false;
}

void preflight_turn(struct preflight *preflight, size_t page) {
    preflight->page = page;
    preflight->told_count = preflight->font_count = 0;
}

static size_t fail(struct preflight *preflight, const char *why) {
    diag_add(preflight->diag, DIAG_PREFLIGHT_FILE, diag_nowhere(), preflight->path,
             why);
    return 0;
}

size_t preflight_run(struct arena *arena, const char *path, uint32_t limit,
                     struct diag *diag) {
    struct preflight preflight = {
        .arena = arena, .diag = diag, .path = path, .limit = limit};
    struct slice text;
    if (!file_read(arena, path, FILE_LIMIT, &text))
        return fail(&preflight, strerror(errno));
    if (!file_open(&preflight.file, arena, text))
        return fail(&preflight, preflight.file.fault);
    if (object_find(&preflight.file.trailer, "Encrypt")->kind != OBJECT_NULL) {
        preflight_tell(&preflight, DIAG_PREFLIGHT_ENCRYPTED, NULL);
        return 0;
    }
    preflight_document(&preflight);
    size_t pages = preflight_pages(&preflight);
    preflight_turn(&preflight, 0);
    if (preflight.file.fault)
        preflight_tell(&preflight, DIAG_PREFLIGHT_DAMAGED, preflight.file.fault);
    return pages;
}
