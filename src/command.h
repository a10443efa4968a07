/* SPDX-License-Identifier: MIT */
/* The command line: a verb, what it is about, options. */
#ifndef COMMAND_H
#define COMMAND_H

#include "build.h"

#include "base/arena.h"
#include "base/diag.h"

#include <stdint.h>

struct command {
    struct arena *arena;
    struct diag *diag;
    char **arguments; /* not yet read; NULL after the last */
    const struct verb *verb; /* NULL: none is named */
    const char *operand; /* what the verb is about; NULL: not named */
    unsigned given; /* the options that were given, 1 << enum option_id each */
    struct build_options build; /* what the options say */
    uint32_t ink_limit; /* [percent]; 0: not given */
    bool literal; /* "--" has been read */
};

enum option_id {
    OPTION_EDITION,
    OPTION_OUTPUT,
    OPTION_STAGE,
    OPTION_INK_LIMIT,
    OPTION_HELP,
    OPTION_VERSION,
    OPTIONS
};

struct option {
    const char *name;
    char letter; /* 0: none */
    const char *value; /* what it takes, as the help names it; NULL: nothing */
    const char *help;
    bool (*take)(struct command *command, const char *value); /* NULL: being given is
                                                                 all */
};

extern const struct option command_options[OPTIONS]; /* in command.c */

enum verb_id {
    VERB_BUILD,
    VERB_CHECK,
    VERB_WATCH,
    VERB_INIT,
    VERB_THEME,
    VERB_PREFLIGHT,
    VERB_HELP,
    VERBS
};

struct verb {
    const char *name;
    const char *operand; /* as the help names it; in brackets, it may be left out */
    unsigned options; /* 1 << enum option_id each; help and version go with all */
    const char *summary; /* in the list of verbs */
    const char *help; /* what it does, for its own help */
    enum exit_status (*run)(struct command *command);
};

extern const struct verb command_verbs[VERBS]; /* in verbs.c */

/* Reads the arguments, program name left out. False after messages. */
bool command_read(struct command *command);

/* Reads the arguments and does what they say; messages go to stderr. */
enum exit_status command_run(struct command *command);

/* The verb of this name; NULL after a message that names the nearest. */
const struct verb *command_find_verb(struct command *command, const char *name);

static inline bool command_has(const struct command *command, enum option_id option) {
    return command->given >> option & 1;
}

/* What `taqrir help` shows. */
void help_print(FILE *stream);
void help_print_verb(const struct verb *verb, FILE *stream);

#endif
