/* SPDX-License-Identifier: MIT */
/* What can be asked of the program: build, check, watch, init, theme, preflight,
   help. */
#include "command.h"
#include "init.h"
#include "tally.h"
#include "watch.h"

#include "base/file.h"
#include "preflight/preflight.h"
#include "style/style.h"

#include <string.h>

/* What a press takes at most, if nothing is said [percent of all inks]. */
enum { INK_LIMIT = 300 };

/* The folder that is meant when none is named. */
static struct build_options complete(const struct command *command) {
    struct build_options options = command->build;
    options.input = command->operand;
    if (!options.input)
        options.input = file_is_folder("content") ? "content" : ".";
    if (!options.output)
        options.output = "out";
    return options;
}

static enum exit_status run_build(struct command *command) {
    struct build_options options = complete(command);
    return build_run(command->arena, &options).status;
}

static enum exit_status run_check(struct command *command) {
    struct build_options options = complete(command);
    options.stop_after = STAGE_PAGES;
    options.silent = true;
    struct build_result result = build_run(command->arena, &options);
    if (result.status == EXIT_DONE || result.status == EXIT_CONTENT)
        printf("%s: %s\n", options.input, tally_words(command->arena, &result));
    return result.status;
}

static enum exit_status run_watch(struct command *command) {
    struct build_options options = complete(command);
    options.silent = true;
    return watch_run(command->arena, &options);
}

static enum exit_status run_init(struct command *command) {
    return init_run(command->arena, command->operand);
}

/* Without a folder, the look the program comes with. */
static enum exit_status run_theme(struct command *command) {
    const char *folder = command->operand;
    if (folder && !file_is_folder(folder)) {
        diag_add(command->diag, DIAG_FILE_READ, diag_nowhere(), folder,
                 "it is not a folder");
        return EXIT_WORLD;
    }
    const struct style *style = style_read(command->arena, folder, command->diag);
    if (diag_count(command->diag, DIAG_ERROR))
        return EXIT_CONTENT;
    style_dump(style, stdout);
    return EXIT_DONE;
}

/* For a file of any program. */
static enum exit_status run_preflight(struct command *command) {
    uint32_t limit = command->ink_limit ? command->ink_limit : INK_LIMIT;
    size_t pages =
        preflight_run(command->arena, command->operand, limit, command->diag);
    size_t faults = diag_count(command->diag, DIAG_ERROR);
    diag_print(command->diag, stderr);
    if (diag_count(command->diag, DIAG_WORLD))
        return EXIT_WORLD;
    printf("%s: %zu page%s, %s\n", command->operand, pages, pages == 1 ? "" : "s",
           faults ? arena_printf(command->arena, "%zu fault%s", faults,
                                 faults == 1 ? "" : "s")
                  : "nothing against PDF/X-4 was found");
    return faults ? EXIT_CONTENT : EXIT_DONE;
}

static enum exit_status run_help(struct command *command) {
    const struct verb *verb = NULL;
    if (command->operand && !(verb = command_find_verb(command, command->operand)))
        return EXIT_USAGE;
    if (verb)
        help_print_verb(verb, stdout);
    else
        help_print(stdout);
    return EXIT_DONE;
}

const struct verb command_verbs[VERBS] = {
    [VERB_BUILD] =
        {
            .name = "build",
            .operand = "[FOLDER | FILE.md]",
            .options = 1 << OPTION_EDITION | 1 << OPTION_OUTPUT | 1 << OPTION_STAGE,
            .summary = "write the PDF of each edition",
            .help = "Writes the PDF of each edition.\n",
            .run = run_build,
        },
    [VERB_CHECK] =
        {
            .name = "check",
            .operand = "[FOLDER | FILE.md]",
            .options = 1 << OPTION_EDITION,
            .summary = "tell what is wrong; write nothing",
            .help = "Tells all that build would complain about, then counts it in one\n"
                    "line, and writes nothing. The exit status is that of build.\n",
            .run = run_check,
        },
    [VERB_WATCH] =
        {
            .name = "watch",
            .operand = "[FOLDER | FILE.md]",
            .options = 1 << OPTION_EDITION | 1 << OPTION_OUTPUT,
            .summary = "build, and build again at every save",
            .help =
                "Builds, and builds again whenever a file of the content is saved. A\n"
                "line with the time tells of each build. Errors do not end it; Ctrl-C\n"
                "does, with exit status 0.\n",
            .run = run_watch,
        },
    [VERB_INIT] =
        {
            .name = "init",
            .operand = "FOLDER",
            .summary = "write a small report to begin with",
            .help =
                "Writes a small report in Arabic and English to begin with. FOLDER is made\n"
                "if it is not there; one that is not empty is refused.\n",
            .run = run_init,
        },
    [VERB_THEME] =
        {
            .name = "theme",
            .operand = "[FOLDER]",
            .summary = "print the look, to change in theme.yaml",
            .help =
                "Prints every value of the look that the program comes with or, if a FOLDER\n"
                "is named, of the look that its theme.yaml makes of it. A theme.yaml names\n"
                "only what it changes.\n",
            .run = run_theme,
        },
    [VERB_PREFLIGHT] =
        {
            .name = "preflight",
            .operand = "FILE.pdf",
            .options = 1 << OPTION_INK_LIMIT,
            .summary = "tell what a press would stumble over",
            .help =
                "Reads a PDF that is to go to a press, made by whatever program, and tells\n"
                "page by page what breaks PDF/X-4 or would surprise a print shop: colours\n"
                "that are not inks, too much ink, boxes, fonts, transparency, annotations.\n"
                "The exit status is 1 if there is anything.\n",
            .run = run_preflight,
        },
    [VERB_HELP] =
        {
            .name = "help",
            .operand = "[COMMAND]",
            .summary = "show this help, or that of a command",
            .help =
                "Shows what the program can do, or what one of its commands does.\n",
            .run = run_help,
        },
};

static enum exit_status run(struct command *command) {
    if (command_has(command, OPTION_VERSION)) {
        puts("taqrir 0.1.0");
        return EXIT_DONE;
    }
    if (command->verb && !command_has(command, OPTION_HELP))
        return command->verb->run(command);
    if (command->verb)
        help_print_verb(command->verb, stdout);
    else
        help_print(stdout);
    return EXIT_DONE;
}

enum exit_status command_run(struct command *command) {
    enum exit_status status = command_read(command) ? run(command) : EXIT_USAGE;
    diag_print(command->diag, stderr);
    return status;
}
