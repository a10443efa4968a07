/* SPDX-License-Identifier: MIT */
/* Collects messages, sorts them by place, prints them with the line they are about. */
#include "base/diag.h"

#include "base/buffer.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

struct message {
    enum diag_id id;
    struct position position;
    const char *a, *b;
    size_t order; /* in which it was said */
};

struct diag {
    struct arena *arena;
    struct message *messages;
    size_t count, capacity;
    size_t printed; /* messages before this one have been shown */
    size_t levels[DIAG_WORLD + 1]; /* how many of each have been said */
    size_t printed_levels[DIAG_WORLD + 1];
};

struct entry {
    enum diag_level level;
    const char *message, *remedy;
};

static const struct entry table[] = {
#define DIAG(id, level, message, remedy) [DIAG_##id] = {DIAG_##level, message, remedy},
#include "base/diag_table.h"
#undef DIAG
};

_Static_assert(sizeof table / sizeof *table == DIAG_COUNT, "a message for every id");

static const char *const level_names[] = {"note", "warning", "error", "error"};

enum { SHOWN_PER_ID = 100, SHOWN_COLUMNS = 160, QUOTED_CHARACTERS = 60 };

struct diag *diag_new(struct arena *arena) {
    struct diag *diag = arena_new(arena, struct diag);
    diag->arena = arena;
    return diag;
}

static const char *keep(struct diag *diag, const char *string) {
    return string ? arena_copy(diag->arena, string, strlen(string)) : "";
}

static bool same_place(struct position a, struct position b) {
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

void diag_add(struct diag *diag, enum diag_id id, struct position position,
              const char *a, const char *b) {
    struct message message = {id, position, keep(diag, a), keep(diag, b), diag->count};
    arena_reserve(diag->arena, diag->messages, diag->count, diag->capacity);
    diag->messages[diag->count++] = message;
    diag->levels[table[id].level]++;
}

void diag_take(struct diag *diag, const struct diag *from) {
    for (size_t i = 0; i < from->count; i++) {
        const struct message *message = &from->messages[i];
        diag_add(diag, message->id, message->position, message->a, message->b);
    }
}

size_t diag_count(const struct diag *diag, enum diag_level level) {
    return diag->levels[level];
}

size_t diag_count_printed(const struct diag *diag, enum diag_level level) {
    return diag->printed_levels[level];
}

/* Messages about no place come last, the order in which they were said decides ties. */
static int compare_messages(const void *left, const void *right) {
    const struct message *a = left, *b = right;
    const struct source *sa = a->position.source, *sb = b->position.source;
    if (!sa != !sb)
        return !sa - !sb;
    int paths = sa && sb ? strcmp(sa->path, sb->path) : 0;
    if (paths)
        return paths;
    if (a->position.line != b->position.line)
        return a->position.line < b->position.line ? -1 : 1;
    if (a->position.column != b->position.column)
        return a->position.column < b->position.column ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* C0, DEL, C1 and the bidi controls, none of which a terminal may be fed; and what has no
   shape there: private use, tags. */
static bool is_hidden(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0xFEFF ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFFF9 || c == 0xFFFA || c == 0xFFFB ||
           (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000;
}

/* Hebrew to Arabic Extended-A, and the presentation forms. */
static bool is_right_to_left(uint32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
           (c >= 0xFE70 && c <= 0xFEFF) || (c >= 0x10800 && c <= 0x10FFF) ||
           (c >= 0x1E800 && c <= 0x1EFFF);
}

/* Gives how many columns the character took. */
static size_t add_visible(struct buffer *out, uint32_t c) {
    if (c == '\t') {
        buffer_add_char(out, ' ');
        return 1;
    }
    if (is_hidden(c)) {
        size_t before = out->length;
        buffer_printf(out, "<U+%04X>", (unsigned)c);
        return out->length - before;
    }
    buffer_add_code_point(out, c);
    return 1;
}

static void add_visible_string(struct buffer *out, const char *string) {
    struct slice text = slice_of(string);
    for (size_t i = 0; i < text.length;)
        add_visible(out, utf8_decode(text, i, &i));
}

/* Expands the %s of a template. */
static void add_template(struct buffer *out, const char *template,
                         const struct message *message) {
    const char *arguments[] = {message->a, message->b};
    size_t used = 0;
    for (const char *p = template; *p; p++) {
        if (p[0] == '%' && p[1] == 's') {
            add_visible_string(out, used < 2 ? arguments[used++] : "");
            p++;
        } else {
            buffer_add_char(out, *p);
        }
    }
}

static bool has_right_to_left(struct slice line) {
    for (size_t i = 0; i < line.length;)
        if (is_right_to_left(utf8_decode(line, i, &i)))
            return true;
    return false;
}

/* The line, cut around the place when it is very long, and a caret under the place. */
static void add_line_with_caret(struct buffer *out, struct slice line,
                                struct position position) {
    uint32_t first = position.column > SHOWN_COLUMNS - 40
                         ? position.column - (SHOWN_COLUMNS - 40)
                         : 1;
    size_t before_caret = 0, caret_width = 0, shown = 0;
    uint32_t column = 1;
    uint32_t end = position.column + (position.width ? position.width : 1);
    buffer_printf(out, "%6u | ", (unsigned)position.line);
    for (size_t i = 0; i < line.length && shown < SHOWN_COLUMNS; column++) {
        uint32_t c = utf8_decode(line, i, &i);
        if (column < first)
            continue;
        size_t width = add_visible(out, c);
        shown += width;
        if (column < position.column)
            before_caret += width;
        else if (column < end)
            caret_width += width;
    }
    buffer_printf(out, "\n       | %*s", (int)before_caret, "");
    buffer_add_char(out, '^');
    for (size_t i = 1; i < caret_width; i++)
        buffer_add_char(out, '~');
    buffer_add_char(out, '\n');
}

/* The piece itself, or what follows the place when its end is not known. */
static void add_quoted_piece(struct buffer *out, struct slice line,
                             struct position position) {
    uint32_t column = 1, taken = 0;
    uint32_t limit = position.width && position.width < QUOTED_CHARACTERS
                         ? position.width
                         : QUOTED_CHARACTERS;
    buffer_add_string(out, "         at: \"");
    for (size_t i = 0; i < line.length && taken < limit; column++) {
        uint32_t c = utf8_decode(line, i, &i);
        if (column >= position.column) {
            add_visible(out, c);
            taken++;
        }
    }
    buffer_add_string(out, "\"\n");
}

static void add_excerpt(struct buffer *out, struct position position) {
    struct slice line = source_line(position.source, position.line);
    if (!line.length)
        return;
    if (has_right_to_left(line))
        add_quoted_piece(out, line, position);
    else
        add_line_with_caret(out, line, position);
}

static void add_message(struct buffer *out, const struct message *message) {
    const struct entry *entry = &table[message->id];
    struct position position = message->position;
    if (!position.source)
        buffer_add_string(out, "taqrir: ");
    else if (position.line)
        buffer_printf(out, "%s:%u:%u: ", position.source->path, (unsigned)position.line,
                      (unsigned)position.column);
    else
        buffer_printf(out, "%s: ", position.source->path);
    buffer_printf(out, "%s: ", level_names[entry->level]);
    add_template(out, entry->message, message);
    buffer_add_char(out, '\n');
    if (position.source && position.line)
        add_excerpt(out, position);
    if (*entry->remedy) {
        buffer_add_string(out, "         ");
        add_template(out, entry->remedy, message);
        buffer_add_char(out, '\n');
    }
}

/* Whether a message before says the same of the same place: each edition meets the same
   mistakes. */
static bool is_repeated(const struct message *messages, size_t i) {
    const struct message *b = &messages[i];
    if (!b->position.source)
        return false;
    for (const struct message *a = b;
         a-- > messages && same_place(a->position, b->position);)
        if (a->id == b->id && !strcmp(a->a, b->a) && !strcmp(a->b, b->b))
            return true;
    return false;
}

/* "50 more of the kind: control character ..." */
static void add_uncounted(struct buffer *out, const struct entry *entry, size_t count) {
    buffer_printf(out, "taqrir: %s: %zu more of the kind: ", level_names[entry->level],
                  count);
    for (const char *p = entry->message; *p; p++) {
        bool argument = p[0] == '%' && p[1] == 's';
        buffer_add_string(out, argument ? "..." : "");
        if (argument)
            p++;
        else
            buffer_add_char(out, *p);
    }
    buffer_add_char(out, '\n');
}

void diag_print(struct diag *diag, FILE *stream) {
    struct buffer out = {.arena = diag->arena};
    size_t shown[DIAG_COUNT] = {0};
    struct message *new = diag->messages + diag->printed;
    size_t count = diag->count - diag->printed;
    if (count)
        qsort(new, count, sizeof *new, compare_messages);
    for (size_t i = 0; i < count; i++)
        if (!is_repeated(new, i) && shown[new[i].id]++ < SHOWN_PER_ID)
            add_message(&out, &new[i]);
    for (size_t id = 0; id < DIAG_COUNT; id++) {
        diag->printed_levels[table[id].level] += shown[id];
        if (shown[id] > SHOWN_PER_ID)
            add_uncounted(&out, &table[id], shown[id] - SHOWN_PER_ID);
    }
    diag->printed = diag->count;
    fwrite(buffer_slice(&out).data, 1, out.length, stream);
}
