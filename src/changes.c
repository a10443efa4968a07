/* SPDX-License-Identifier: MIT */
/* Waits until a save has come to rest. A save is seldom one step: editors write beside the
   file and rename, several files are saved at once, a program writes in pieces. So after
   the first notice it waits for a pause, but not for ever. */
#include "changes.h"

#include "build.h"
#include "survey.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

enum {
    PAUSE = 80, /* [ms] so long nothing happens after a save */
    WRITING = 500, /* [ms] so long nothing happens after a file was made */
    PATIENCE = 800, /* [ms] so long at most a pause is waited for */
    INTERVAL = 200, /* [ms] between looks for what is gone */
    ABSENCE = 1000, /* [ms] so long it may be gone before that is told */
    FOREVER = -1
};

struct changes {
    const char *input;
    struct arena *scratch; /* of one survey */
    struct survey survey; /* the latest */
    struct survey built; /* the one before the latest build */
    sigset_t ends; /* SIGINT, SIGTERM */
    int signals; /* where they are read */
    int64_t gone_since; /* [ms]; 0: it is there */
    bool gone_told;
};

static int64_t milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* --- signals ----------------------------------------------------------------------- */

/* Of a build that is cut short nothing is left but the files from before. */
static void end_at_once(int signal) {
    (void)signal;
    _exit(EXIT_DONE);
}

static bool take_signals(struct changes *changes) {
    struct sigaction action = {.sa_handler = end_at_once};
    sigemptyset(&changes->ends);
    sigaddset(&changes->ends, SIGINT);
    sigaddset(&changes->ends, SIGTERM);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    changes->signals = signalfd(-1, &changes->ends, SFD_CLOEXEC | SFD_NONBLOCK);
    return changes->signals >= 0;
}

/* --- waiting ----------------------------------------------------------------------- */

/* Until a notice, a signal or the time; false at a signal. */
static bool await(struct changes *changes, int64_t time) {
    struct pollfd sources[] = {{.fd = changes->survey.notices, .events = POLLIN},
                               {.fd = changes->signals, .events = POLLIN}};
    poll(sources, 2, (int)time);
    return !sources[1].revents;
}

static int64_t pause_after(enum notice notice) {
    return milliseconds() + (notice == NOTICE_BEGUN ? WRITING : PAUSE);
}

static bool await_pause(struct changes *changes, enum notice notice) {
    int64_t now = milliseconds(), last = now + PATIENCE, pause = pause_after(notice);
    while (now < pause && now < last) {
        if (!await(changes, (pause < last ? pause : last) - now))
            return false;
        notice = survey_notice(&changes->survey);
        now = milliseconds();
        if (notice)
            pause = pause_after(notice);
    }
    return true;
}

/* Until something may have changed. While nothing is there it has to be looked for. */
static bool await_notice(struct changes *changes, enum notice *notice) {
    *notice = NOTICE_DONE;
    if (changes->gone_since)
        return await(changes, INTERVAL);
    while (await(changes, FOREVER))
        if ((*notice = survey_notice(&changes->survey)))
            return true;
    return false;
}

/* --- looking ----------------------------------------------------------------------- */

static bool look(struct changes *changes) {
    struct survey old = changes->survey;
    arena_reset(changes->scratch);
    bool taken = survey_take(&changes->survey, changes->scratch, changes->input);
    survey_close(&old);
    if (changes->survey.there)
        changes->gone_since = 0;
    else if (!changes->gone_since)
        changes->gone_since = milliseconds();
    return taken;
}

static bool is_changed(const struct changes *changes) {
    return changes->survey.there &&
           (changes->gone_told || changes->built.fresh ||
            changes->built.fingerprint != changes->survey.fingerprint);
}

static bool is_long_gone(const struct changes *changes) {
    return changes->gone_since && !changes->gone_told &&
           milliseconds() - changes->gone_since >= ABSENCE;
}

static enum change next_change(struct changes *changes) {
    enum notice notice = NOTICE_NONE;
    for (;;) {
        if ((!notice && !await_notice(changes, &notice)) ||
            !await_pause(changes, notice))
            return CHANGE_ENDED;
        bool was_gone = changes->gone_since;
        if (!look(changes))
            return CHANGE_FAILED;
        /* What has just come back is perhaps still being written. */
        notice = was_gone && changes->survey.there ? NOTICE_BEGUN : NOTICE_NONE;
        if (notice)
            continue;
        if (is_changed(changes))
            return CHANGE_SAVED;
        if (is_long_gone(changes))
            return CHANGE_GONE;
    }
}

enum change changes_wait(struct changes *changes) {
    sigprocmask(SIG_BLOCK, &changes->ends, NULL);
    enum change change = next_change(changes);
    int reason = errno;
    changes->gone_told = change == CHANGE_GONE;
    if (change == CHANGE_SAVED)
        changes->built = changes->survey;
    if (change != CHANGE_ENDED)
        sigprocmask(SIG_UNBLOCK, &changes->ends, NULL);
    errno = reason;
    return change;
}

/* --- the whole --------------------------------------------------------------------- */

struct changes *changes_open(struct arena *arena, const char *input) {
    struct changes *changes = arena_new(arena, struct changes);
    changes->input = input;
    changes->scratch = arena_create();
    changes->signals = changes->survey.notices = -1;
    if (take_signals(changes) && look(changes)) {
        changes->built = changes->survey;
        return changes;
    }
    changes_close(changes);
    return NULL;
}

void changes_close(struct changes *changes) {
    int reason = errno;
    survey_close(&changes->survey);
    if (changes->signals >= 0)
        close(changes->signals);
    arena_destroy(changes->scratch);
    errno = reason;
}
