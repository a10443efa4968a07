/* SPDX-License-Identifier: MIT */
/* What `taqrir help` shows, from the tables of verbs and options. */
#include "command.h"

#include <string.h>

static const char input[] =
    "FOLDER holds report.yaml and the files it names; the default is content, or the\n"
    "current folder if there is no content. A Markdown file stands alone: it needs no\n"
    "folder and no report.yaml.\n";

static const char statuses[] =
    "Exit status\n"
    "  0  done\n"
    "  1  the content has errors; an edition that has one is not written; or a\n"
    "     preflight found faults\n"
    "  2  the command line is wrong\n"
    "  3  a file, a font or the disk failed\n"
    "\n"
    "A PDF that was there before stays as it was until the new one is whole.\n";

enum { OPTION_COLUMN = 26 };

/* The text, its further lines below the first. */
static void print_hanging(const char *text, FILE *stream) {
    for (; *text; text++)
        if (*text == '\n')
            fprintf(stream, "\n%*s", OPTION_COLUMN, "");
        else
            fputc(*text, stream);
    fputc('\n', stream);
}

static void print_option(const struct option *option, FILE *stream) {
    int width = option->letter ? fprintf(stream, "  -%c, ", option->letter)
                               : fprintf(stream, "      ");
    width += fprintf(stream, "%s%s%s", option->name, option->value ? " " : "",
                     option->value ? option->value : "");
    fprintf(stream, "%*s", OPTION_COLUMN - width, "");
    print_hanging(option->help, stream);
}

static void print_options(unsigned options, FILE *stream) {
    fputs("\nOptions\n", stream);
    for (size_t i = 0; i < OPTIONS; i++)
        if (options >> i & 1 || i == OPTION_HELP)
            print_option(&command_options[i], stream);
    fputs("      --                  what follows is not an option\n", stream);
}

void help_print(FILE *stream) {
    fputs(
        "taqrir makes PDF reports from Markdown and YAML, in Arabic and in English.\n\n",
        stream);
    for (size_t i = 0; i < VERBS; i++)
        fprintf(stream, "  taqrir %-9s %-18s  %s\n", command_verbs[i].name,
                command_verbs[i].operand, command_verbs[i].summary);
    fprintf(stream, "\n%s", input);
    print_options(~0U, stream);
    fprintf(stream, "\n%s", statuses);
}

void help_print_verb(const struct verb *verb, FILE *stream) {
    fprintf(stream, "taqrir %s %s%s\n\n%s", verb->name, verb->operand,
            verb->options ? " [options]" : "", verb->help);
    if (strstr(verb->operand, "FILE.md"))
        fprintf(stream, "\n%s", input);
    print_options(verb->options, stream);
}
