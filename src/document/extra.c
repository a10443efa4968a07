/* SPDX-License-Identifier: MIT */
/* Reads the lines of Zotero's Extra, which is `note` in CSL: "title-ar: ...",
   "citation key: ...". What is no such line is left alone. */
#include "document/internal.h"

/* A line "name: text". */
struct extra {
    const char *name, *text;
    struct position position;
};

/* "title" and then "-ar": the language; NULL if the name is another. */
static const char *name_language(const char *name, const char *field) {
    size_t length = strlen(field);
    bool same = !strncmp(name, field, length) && name[length] == '-';
    return same && locale_is_tag(name + length + 1) ? name + length + 1 : NULL;
}

/* "Family || Given", or a body. */
static void add_author(const struct item_reader *reader, struct work_words *words,
                       const char *text) {
    struct arena *arena = reader->reading->arena;
    const char *bars = strstr(text, " || ");
    struct work_name name = {.family = text};
    if (bars)
        name = (struct work_name){arena_copy(arena, text, (size_t)(bars - text)),
                                  bars + strlen(" || ")};
    struct work_name *names =
        arena_array(arena, struct work_name, words->name_count + 1);
    if (words->name_count)
        memcpy(names, words->names, words->name_count * sizeof *names);
    names[words->name_count++] = name;
    words->names = names;
}

static void read_extra_line(const struct item_reader *reader,
                            const struct extra *extra) {
    const char *text = item_text(reader, extra->text, extra->position);
    const char *language = name_language(extra->name, "author");
    for (size_t i = 0; text && item_field(i); i++) {
        const char *tag = name_language(extra->name, item_field(i));
        if (tag)
            item_set_field(item_form(reader, tag), i, text);
    }
    if (text && language)
        add_author(reader, item_form(reader, language), text);
    if (text && !strcmp(extra->name, "addendum"))
        reader->work->own.addendum = text;
    if (text && !strcmp(extra->name, "sort"))
        reader->work->own.sort = text;
}

/* The next of the lines that are like that; false if there is none. */
static bool next_extra(struct arena *arena, const char **lines, struct extra *extra) {
    while (**lines) {
        struct slice line = {*lines, strcspn(*lines, "\n")};
        const char *colon = memchr(line.data, ':', line.length);
        *lines += line.length + (line.data[line.length] == '\n');
        if (!colon)
            continue;
        size_t length = (size_t)(colon - line.data);
        extra->name = locale_fold(arena, slice_sub(line, 0, length));
        extra->text = yaml_clean(arena, slice_sub(line, length + 1, line.length));
        return true;
    }
    return false;
}

static const struct yaml *find_note(const struct yaml *item) {
    const struct yaml *note = yaml_find(item, "note");
    return note && note->kind == YAML_TEXT ? note : NULL;
}

void extra_read(const struct item_reader *reader, const struct yaml *item) {
    const struct yaml *note = find_note(item);
    const char *lines = note ? note->lines : "";
    struct extra extra = {.position = note ? note->position : diag_nowhere()};
    while (next_extra(reader->reading->arena, &lines, &extra))
        read_extra_line(reader, &extra);
}

const char *extra_find_key(struct arena *arena, const struct yaml *item) {
    const struct yaml *note = find_note(item);
    const char *lines = note ? note->lines : "";
    struct extra extra = {0};
    while (next_extra(arena, &lines, &extra))
        if (!strcmp(extra.name, "citation key") && *extra.text)
            return extra.text;
    return NULL;
}
