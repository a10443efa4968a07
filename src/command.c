/* SPDX-License-Identifier: MIT */
/* Makes a command from the words of the command line. */
#include "command.h"

#include "base/nearest.h"

#include <stdlib.h>
#include <string.h>

static bool refuse(struct command *command, enum diag_id id, const char *a,
                   const char *b) {
    diag_add(command->diag, id, diag_nowhere(), a, b);
    return false;
}

/* --- options ----------------------------------------------------------------------- */

static bool take_edition(struct command *command, const char *value) {
    command->build.editions[command->build.edition_count++] = value;
    return true;
}

static bool take_output(struct command *command, const char *value) {
    if (command->build.output)
        return refuse(command, DIAG_USAGE_REPEATED, "--output", NULL);
    command->build.output = value;
    return true;
}

static bool take_stage(struct command *command, const char *value) {
    static const char *const names[] = {"document", "text", "lines", "pages", "sheets"};
    _Static_assert(sizeof names / sizeof *names == STAGE_PDF, "a name for each stage");
    for (size_t i = 0; i < STAGE_PDF; i++) {
        if (!strcmp(value, names[i])) {
            command->build.stop_after = (enum stage)i;
            return true;
        }
    }
    return refuse(command, DIAG_USAGE_STAGE, value,
                  nearest_word(value, names, STAGE_PDF));
}

static bool take_ink_limit(struct command *command, const char *value) {
    char *end;
    unsigned long limit = strtoul(value, &end, 10);
    if (*value < '1' || *value > '9' || *end || limit < 100 || limit > 400)
        return refuse(command, DIAG_USAGE_LIMIT, value, NULL);
    command->ink_limit = (uint32_t)limit;
    return true;
}

const struct option command_options[OPTIONS] = {
    [OPTION_EDITION] = {.name = "--edition",
                        .letter = 'e',
                        .value = "EDITION",
                        .help = "this edition of report.yaml, not all; may be repeated",
                        .take = take_edition},
    [OPTION_OUTPUT] = {.name = "--output",
                       .letter = 'o',
                       .value = "PATH",
                       .help =
                           "the folder to write to (default: out), or the PDF file\n"
                           "to write when there is one edition",
                       .take = take_output},
    [OPTION_STAGE] = {.name = "--stop-after",
                      .value = "STAGE",
                      .help = "write no PDF; print what a stage has made, as text:\n"
                              "document, text, lines, pages or sheets",
                      .take = take_stage},
    [OPTION_INK_LIMIT] = {.name = "--ink-limit",
                          .value = "PERCENT",
                          .help = "of all inks together (default: 300)",
                          .take = take_ink_limit},
    [OPTION_HELP] = {.name = "--help", .letter = 'h', .help = "show this help"},
    [OPTION_VERSION] = {.name = "--version", .help = "show the version"},
};

static const unsigned always = 1 << OPTION_HELP | 1 << OPTION_VERSION;

/* A verb that has not been read yet may have any option. */
static bool may_have(const struct command *command, size_t option) {
    const struct verb *verb = command->verb;
    return !verb || (verb->options | always) >> option & 1;
}

static bool refuse_option(struct command *command, const char *name) {
    const char *names[OPTIONS];
    size_t count = 0;
    for (size_t i = 0; i < OPTIONS; i++)
        if (may_have(command, i))
            names[count++] = command_options[i].name;
    return refuse(command, DIAG_USAGE_OPTION, name, nearest_word(name, names, count));
}

/* `attached` is the value that came with the name, or NULL. */
static bool read_option(struct command *command, size_t id, const char *attached) {
    const struct option *option = &command_options[id];
    command->given |= 1U << id;
    if (!option->value)
        return !attached || refuse(command, DIAG_USAGE_NO_VALUE, option->name, NULL);
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
    for (size_t i = 0; i < OPTIONS; i++)
        if (strlen(command_options[i].name) == length &&
            !memcmp(command_options[i].name, argument, length))
            return read_option(command, i, equals ? equals + 1 : NULL);
    return refuse_option(command, arena_copy(command->arena, argument, length));
}

/* -x, -xvalue */
static bool read_short_option(struct command *command, const char *argument) {
    for (size_t i = 0; i < OPTIONS; i++)
        if (command_options[i].letter == argument[1])
            return read_option(command, i, argument[2] ? argument + 2 : NULL);
    return refuse_option(command, argument);
}

/* --- the rest ---------------------------------------------------------------------- */

const struct verb *command_find_verb(struct command *command, const char *name) {
    const char *names[VERBS];
    for (size_t i = 0; i < VERBS; i++) {
        names[i] = command_verbs[i].name;
        if (!strcmp(name, names[i]))
            return &command_verbs[i];
    }
    refuse(command, DIAG_USAGE_COMMAND, name, nearest_word(name, names, VERBS));
    return NULL;
}

static bool read_operand(struct command *command, const char *argument) {
    if (!command->verb)
        return (command->verb = command_find_verb(command, argument));
    if (!*argument)
        return refuse(command, DIAG_USAGE_VALUE, command->verb->operand, NULL);
    if (command->operand)
        return refuse(command, DIAG_USAGE_OPERAND, command->operand, argument);
    command->operand = argument;
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

static bool check_operand(struct command *command) {
    const struct verb *verb = command->verb;
    return !verb || command->operand || verb->operand[0] == '[' ||
           command_has(command, OPTION_HELP) ||
           refuse(command, DIAG_USAGE_VALUE, verb->operand, NULL);
}

/* Options may stand before the verb, so what it may have is asked last. */
static bool check_options(struct command *command) {
    bool right = true;
    for (size_t i = 0; i < OPTIONS; i++)
        if (command->given >> i & 1 && !may_have(command, i))
            right = refuse(command, DIAG_USAGE_FOREIGN, command->verb->name,
                           command_options[i].name);
    return right;
}

bool command_read(struct command *command) {
    while (*command->arguments)
        if (!read_argument(command) && !command->verb)
            return false;
    if (!command->verb && !(command->given & always))
        return refuse(command, DIAG_USAGE_EMPTY, NULL, NULL);
    return check_options(command) && check_operand(command) &&
           !diag_count(command->diag, DIAG_WORLD);
}
