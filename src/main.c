/* SPDX-License-Identifier: MIT */
/* Makes build options from the command line, and an exit status from the build. */
#include "build.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/nearest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char version[] = "taqrir 0.1.0\n";

static const char help[] =
    "taqrir makes PDF reports from Markdown and YAML, in Arabic and in English.\n"
    "\n"
    "  taqrir build [FOLDER | FILE.md] [options]\n"
    "\n"
    "FOLDER holds report.yaml and the files it names; the default is content, or the\n"
    "current folder if there is no content. A Markdown file stands alone: it needs no\n"
    "folder and no report.yaml.\n"
    "\n"
    "Options\n"
    "  -e, --edition EDITION   build this edition of report.yaml, not all; may be\n"
    "                          repeated\n"
    "  -o, --output PATH       the folder to write to (default: out), or the PDF file\n"
    "                          to write when there is one edition\n"
    "      --stop-after STAGE  write no PDF; print what a stage has made, as text:\n"
    "                          document, text, lines or pages\n"
    "      --                  what follows is not an option\n"
    "  -h, --help              show this help\n"
    "      --version           show the version\n"
    "\n"
    "Exit status\n"
    "  0  done\n"
    "  1  the content has errors; an edition that has one is not written\n"
    "  2  the command line is wrong\n"
    "  3  a file, a font or the disk failed\n"
    "\n"
    "A PDF that was there before stays as it was until the new one is whole.\n";

struct command {
    struct arena *arena;
    struct diag *diag;
    char **arguments; /* not yet read; NULL after the last */
    struct build_options options;
    bool has_name; /* "build" has been read */
    bool literal; /* "--" has been read */
    bool wants_help, wants_version;
};

static bool refuse(struct command *command, enum diag_id id, const char *a,
                   const char *b) {
    diag_add(command->diag, id, diag_nowhere(), a, b);
    return false;
}

/* --- options ----------------------------------------------------------------------- */

static bool take_edition(struct command *command, const char *value) {
    command->options.editions[command->options.edition_count++] = value;
    return true;
}

static bool take_output(struct command *command, const char *value) {
    if (command->options.output)
        return refuse(command, DIAG_USAGE_REPEATED, "--output", NULL);
    command->options.output = value;
    return true;
}

static bool take_stage(struct command *command, const char *value) {
    static const char *const names[] = {"document", "text", "lines", "pages"};
    _Static_assert(sizeof names / sizeof *names == STAGE_PDF, "a name for each stage");
    for (size_t i = 0; i < STAGE_PDF; i++) {
        if (!strcmp(value, names[i])) {
            command->options.stop_after = (enum stage)i;
            return true;
        }
    }
    return refuse(command, DIAG_USAGE_STAGE, value,
                  nearest_word(value, names, STAGE_PDF));
}

static bool take_help(struct command *command, const char *value) {
    (void)value;
    return command->wants_help = true;
}

static bool take_version(struct command *command, const char *value) {
    (void)value;
    return command->wants_version = true;
}

struct option {
    const char *name;
    char letter; /* 0: none */
    bool valued;
    bool (*take)(struct command *command, const char *value);
};

static const struct option options[] = {
    {.name = "--edition", .letter = 'e', .valued = true, .take = take_edition},
    {.name = "--output", .letter = 'o', .valued = true, .take = take_output},
    {.name = "--stop-after", .valued = true, .take = take_stage},
    {.name = "--help", .letter = 'h', .take = take_help},
    {.name = "--version", .take = take_version},
};

enum { OPTION_COUNT = sizeof options / sizeof *options };

static bool refuse_option(struct command *command, const char *name) {
    const char *names[OPTION_COUNT];
    for (size_t i = 0; i < OPTION_COUNT; i++)
        names[i] = options[i].name;
    return refuse(command, DIAG_USAGE_OPTION, name,
                  nearest_word(name, names, OPTION_COUNT));
}

/* `attached` is the value that came with the name, or NULL. */
static bool read_option(struct command *command, const struct option *option,
                        const char *attached) {
    if (!option->valued && attached)
        return refuse(command, DIAG_USAGE_NO_VALUE, option->name, NULL);
    if (!option->valued)
        return option->take(command, NULL);
    const char *value = attached ? attached : *command->arguments;
    if (!value || !*value)
        return refuse(command, DIAG_USAGE_VALUE, option->name, NULL);
    if (!attached)
        command->arguments++;
    return option->take(command, value);
}

/* --name, --name=value */
static bool read_long_option(struct command *command, const char *argument) {
    const char *equals = strchr(argument, '=');
    size_t length = equals ? (size_t)(equals - argument) : strlen(argument);
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (strlen(options[i].name) == length &&
            !memcmp(options[i].name, argument, length))
            return read_option(command, &options[i], equals ? equals + 1 : NULL);
    return refuse_option(command, arena_copy(command->arena, argument, length));
}

/* -x, -xvalue */
static bool read_short_option(struct command *command, const char *argument) {
    for (size_t i = 0; i < OPTION_COUNT; i++)
        if (options[i].letter == argument[1])
            return read_option(command, &options[i], argument[2] ? argument + 2 : NULL);
    return refuse_option(command, argument);
}

/* --- the rest ---------------------------------------------------------------------- */

static bool read_operand(struct command *command, const char *argument) {
    if (!command->has_name) {
        command->has_name = true;
        return !strcmp(argument, "build") ||
               refuse(command, DIAG_USAGE_COMMAND, argument, NULL);
    }
    if (!*argument)
        return refuse(command, DIAG_USAGE_VALUE, "FOLDER | FILE.md", NULL);
    if (command->options.input)
        return refuse(command, DIAG_USAGE_INPUT, command->options.input, argument);
    command->options.input = argument;
    return true;
}

static bool read_argument(struct command *command) {
    const char *argument = *command->arguments++;
    if (command->literal || argument[0] != '-' || !argument[1])
        return read_operand(command, argument);
    if (argument[1] != '-')
        return read_short_option(command, argument);
    if (argument[2])
        return read_long_option(command, argument);
    return command->literal = true;
}

static bool read_command(struct command *command) {
    if (!*command->arguments)
        return refuse(command, DIAG_USAGE_EMPTY, NULL, NULL);
    bool right = true;
    while (*command->arguments)
        right = read_argument(command) && right;
    if (right && !command->has_name && !command->wants_help && !command->wants_version)
        return refuse(command, DIAG_USAGE_EMPTY, NULL, NULL);
    return right;
}

static enum exit_status run_command(struct command *command) {
    struct build_options *build = &command->options;
    if (!read_command(command)) {
        diag_print(command->diag, stderr);
        return EXIT_USAGE;
    }
    if (command->wants_help || command->wants_version) {
        fputs(command->wants_help ? help : version, stdout);
        return EXIT_DONE;
    }
    if (!build->input)
        build->input = file_is_folder("content") ? "content" : ".";
    if (!build->output)
        build->output = "out";
    return build_run(build);
}

/* Where a standard stream is closed, the next file opened would take its place and
   receive what is printed. A descriptor that cannot be written to keeps the place. */
static void keep_standard_streams(void) {
    int fd;
    do
        fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

/* What was printed is printed only when it has been written. */
static enum exit_status finish_output(enum exit_status status) {
    bool failed = ferror(stdout);
    errno = 0;
    if (!fclose(stdout) && !failed)
        return status;
    fprintf(stderr, "taqrir: error: cannot write to standard output: %s\n",
            errno ? strerror(errno) : "the device is full or closed");
    return EXIT_WORLD;
}

int main(int argc, char **argv) {
    keep_standard_streams();
    struct arena *arena = arena_create();
    struct command command = {
        .arena = arena,
        .diag = diag_new(arena),
        .arguments = argv + (argc > 0),
        .options = {.editions = arena_array(arena, const char *, (size_t)argc + 1),
                    .stop_after = STAGE_PDF},
    };
    enum exit_status status = finish_output(run_command(&command));
    arena_destroy(arena);
    return (int)status;
}
