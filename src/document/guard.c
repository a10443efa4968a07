/* SPDX-License-Identifier: MIT */
/* Hands cmark a file without what it takes more than linear time or memory for; that is
   told.

   - It looks for the end of each "<?" and "<!X" up to the end of the paragraph, time and
     again.
   - It takes time quadratic in the number of cells of a row, and gives each row as many
     cells as the header has.
   - It goes through all lists and notes that are open at each line, also an empty one.
   - It reads all of a paragraph anew for each line below it that could be the rule below
     the header of a table ("rule" for short: hyphens, colons and bars).

   Which lines are in a table is known only afterwards, so what could be one is taken for
   one; the limits are such that nobody meets them who does not mean to. */
#include "document/internal.h"

enum {
    OPENER_LIMIT = 1000,
    CELL_LIMIT = 200000,
    RULE_LIMIT = 8 * 1024 * 1024, /* [bytes] read anew */
    VISIT_LIMIT = 60 * 1000 * 1000, /* of what is open */
};

/* Lines that follow one another without an empty line between them. */
struct run {
    size_t length; /* [bytes] */
    size_t widest; /* as many bars stand in one line */
    size_t columns; /* no more than these, after the last rule; 0: there was none */
};

struct guard {
    struct markdown *markdown;
    struct run run;
    size_t openers, cells, rules, visits;
    size_t open; /* no more lists, quotations and notes than these */
    bool is_blank; /* the line before */
};

static bool is_slow_opener(struct slice text, size_t i) {
    return text.data[i] == '<' && i + 1 < text.length &&
           (text.data[i + 1] == '?' ||
            (text.data[i + 1] == '!' && i + 2 < text.length &&
             text.data[i + 2] != '-'));
}

static void guard_openers(struct guard *guard, struct slice line, char *copy) {
    for (size_t i = 0; i < line.length; i++)
        if (is_slow_opener(line, i) && ++guard->openers > OPENER_LIMIT)
            copy[i] = ' ';
}

/* --- tables ------------------------------------------------------------------------ */

static size_t count_bars(struct slice line) {
    size_t count = 0;
    for (size_t i = 0; i < line.length; i++)
        count += line.data[i] == '|' && !(i && line.data[i - 1] == '\\');
    return count;
}

bool guard_is_rule(struct slice line) {
    bool has_mark = false, has_dash = false;
    for (size_t i = row_start(line); i < line.length; i++) {
        if (!strchr("|-: \t\v\f", line.data[i]))
            return false;
        has_mark |= line.data[i] == '|' || line.data[i] == ':';
        has_dash |= line.data[i] == '-';
    }
    return has_mark && has_dash;
}

static void tell(const struct guard *guard, enum diag_id id, uint32_t line) {
    struct locator *locator = guard->markdown->locator;
    uint32_t start = locator->starts[line];
    size_t length = locator_line(locator, line).length;
    diag_add(guard->markdown->reading->diag, id,
             locator_position(locator, start, start + length), NULL, NULL);
}

static void tell_large(struct guard *guard, uint32_t line) {
    if (!guard->markdown->tables_cut)
        tell(guard, DIAG_TABLE_LARGE, line);
    guard->markdown->tables_cut = true;
}

static void blank(char *copy, size_t length, char c) {
    for (size_t i = 0; i < length; i++)
        if (!c || copy[i] == c)
            copy[i] = ' ';
}

/* A row of 64 cells has 65 bars, or less. */
static void guard_rule(struct guard *guard, uint32_t number, size_t bars, char *copy,
                       size_t length) {
    guard->rules += guard->run.length;
    bool wide = bars > COLUMN_LIMIT + 1 || guard->run.widest > COLUMN_LIMIT + 1;
    if (wide)
        tell(guard, DIAG_TABLE_WIDE, number);
    else if (guard->rules > RULE_LIMIT)
        tell_large(guard, number);
    if (wide || guard->rules > RULE_LIMIT)
        blank(copy, length, '-');
    else
        guard->run.columns = bars + 1;
}

static void guard_row(struct guard *guard, uint32_t number, size_t bars, char *copy,
                      size_t length) {
    if (bars > COLUMN_LIMIT + 1) {
        tell(guard, DIAG_TABLE_WIDE, number);
        blank(copy, length, '|');
    }
    guard->cells += bars < guard->run.columns ? guard->run.columns : bars + 1;
    if (guard->cells > CELL_LIMIT) {
        tell_large(guard, number);
        blank(copy, length, '\0');
    }
}

static void guard_table(struct guard *guard, uint32_t number, struct slice line,
                        char *copy) {
    size_t bars = count_bars(line);
    if (row_start(line) == line.length)
        guard->run = (struct run){0};
    else if (guard_is_rule(line))
        guard_rule(guard, number, bars, copy, line.length);
    else if (guard->run.columns)
        guard_row(guard, number, bars, copy, line.length);
    guard->run.length += line.length;
    if (bars > guard->run.widest)
        guard->run.widest = bars;
}

/* --- nesting ----------------------------------------------------------------------- */

static bool is_empty(struct slice line) {
    for (size_t i = 0; i < line.length; i++)
        if (line.data[i] != ' ' && line.data[i] != '\t')
            return false;
    return true;
}

/* How much can be open after a line, by its indentation and the marks it begins with. */
static size_t count_marks(struct slice line) {
    size_t count = 0, i = 0;
    for (; i < line.length; i++) {
        if (strchr(" >*+-.)0123456789", line.data[i]))
            count++;
        else if (line.data[i] == '\t')
            count += 4;
        else if (line.data[i] == '[' && note_end(line, i))
            i = note_end(line, i) - 1, count++;
        else
            break;
    }
    return count;
}

/* A line that goes on with a paragraph leaves open what is. */
static bool guard_nesting(struct guard *guard, uint32_t number, struct slice line) {
    bool is_blank = is_empty(line);
    size_t marks = is_blank ? guard->open : count_marks(line);
    if (guard->is_blank || marks > guard->open)
        guard->open = marks;
    guard->is_blank = is_blank;
    guard->visits += guard->open;
    if (guard->visits <= VISIT_LIMIT)
        return true;
    tell(guard, DIAG_DEPTH, number);
    return false;
}

/* --- the whole --------------------------------------------------------------------- */

struct slice guard_copy(struct markdown *markdown, uint32_t first) {
    struct locator *locator = markdown->locator;
    struct buffer copy = {.arena = markdown->scratch};
    struct guard guard = {.markdown = markdown};
    for (uint32_t i = first; i < locator->line_count; i++) {
        struct slice line = locator_line(locator, i);
        size_t start = copy.length;
        if (!guard_nesting(&guard, i, line))
            break;
        buffer_add(&copy, line.data, line.length);
        buffer_add_char(&copy, '\n');
        guard_openers(&guard, line, copy.data + start);
        guard_table(&guard, i, line, copy.data + start);
    }
    if (guard.openers > OPENER_LIMIT)
        diag_add(markdown->reading->diag, DIAG_HTML, locator_whole(locator), NULL,
                 NULL);
    return buffer_slice(&copy);
}
