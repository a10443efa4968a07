/* SPDX-License-Identifier: MIT */
/* Builds, and builds again at every save: a line for each build, with the time of day. */
#include "watch.h"
#include "changes.h"
#include "tally.h"

#include "base/buffer.h"
#include "base/diag.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { NAMED = 3 /* PDF files in a line */ };

struct watch {
    const struct build_options *options;
    struct arena *arena; /* of what lasts */
    struct changes *changes;
    enum exit_status status; /* of the latest build */
    bool has_begun; /* one build has come to its end */
};

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* A line with the time of day. False when it cannot be written. */
__attribute__((format(printf, 1, 2))) static bool say(const char *format, ...) {
    char clock[sizeof "00:00:00"] = "";
    time_t now = time(NULL);
    struct tm local;
    if (localtime_r(&now, &local))
        strftime(clock, sizeof clock, "%H:%M:%S", &local);
    va_list arguments;
    va_start(arguments, format);
    printf("%s ", clock);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
    return fflush(stdout) == 0 && !ferror(stdout);
}

/* "out/arabic.pdf, out/english.pdf: 14 pages in 0.07 s" */
static void add_written(struct buffer *line, const struct build_result *result,
                        double took) {
    for (size_t i = 0; i < result->written_count && i < NAMED; i++)
        buffer_printf(line, "%s%s", i ? ", " : "", result->written[i]);
    if (result->written_count > NAMED)
        buffer_printf(line, " and %zu more", result->written_count - NAMED);
    buffer_printf(line, ": %s in %.2f s",
                  tally_count(line->arena, result->pages, "page"), took);
}

static const char *describe(struct arena *arena, const struct build_result *result,
                            double took) {
    struct buffer line = {.arena = arena};
    if (result->errors)
        buffer_printf(&line, "%s", tally_count(arena, result->errors, "error"));
    if (result->errors && result->written_count)
        buffer_add_string(&line, "; ");
    if (result->written_count)
        add_written(&line, result, took);
    if (result->warnings)
        buffer_printf(&line, ", %s", tally_count(arena, result->warnings, "warning"));
    buffer_add_char(&line, '\0');
    return line.data;
}

/* At the first build, what no save can mend ends it: a wrong option, a missing font. */
static bool goes_on(const struct watch *watch) {
    return watch->has_begun || watch->status == EXIT_DONE ||
           watch->status == EXIT_CONTENT;
}

/* Nothing of a build outlives it but the files. False when the line cannot be written. */
static bool build_again(struct watch *watch) {
    struct arena *arena = arena_create();
    double begun = seconds();
    struct build_result result = build_run(arena, watch->options);
    watch->status = result.status;
    const char *line = describe(arena, &result, seconds() - begun);
    bool told = !goes_on(watch) || say("%s", line);
    arena_destroy(arena);
    return told;
}

static enum exit_status tell_failure(struct watch *watch) {
    struct diag *diag = diag_new(watch->arena);
    diag_add(diag, DIAG_WATCH, diag_nowhere(), watch->options->input, strerror(errno));
    diag_print(diag, stderr);
    return EXIT_WORLD;
}

static enum exit_status follow(struct watch *watch) {
    const char *input = watch->options->input;
    bool told = say("watching %s; Ctrl-C ends it", input);
    while (told) {
        switch (changes_wait(watch->changes)) {
        case CHANGE_SAVED:
            told = build_again(watch);
            break;
        case CHANGE_GONE:
            told = say("%s cannot be read; waiting until it can", input);
            break;
        case CHANGE_ENDED:
            return EXIT_DONE;
        case CHANGE_FAILED:
            return tell_failure(watch);
        }
    }
    return EXIT_WORLD;
}

enum exit_status watch_run(struct arena *arena, const struct build_options *options) {
    struct watch watch = {.options = options, .arena = arena};
    watch.changes = changes_open(arena, options->input);
    if (!watch.changes)
        return tell_failure(&watch);
    bool told = build_again(&watch);
    enum exit_status status = watch.status;
    if (told && goes_on(&watch)) {
        watch.has_begun = true;
        status = follow(&watch);
    }
    changes_close(watch.changes);
    return status;
}
