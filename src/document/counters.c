/* SPDX-License-Identifier: MIT */
/* Reads how a list is to be counted, from a line directly before it:

       {counter: abjad}
       {counter: (hijai)}

       1. text

   Brackets and other signs around the name are those around each letter; without any, the
   list's own sign stands after it. */
#include "document/internal.h"

#include "base/nearest.h"

static const char *const names[] = {"decimal", "abjad", "hijai", "maghrebi", "latin"};
enum { NAME_COUNT = sizeof names / sizeof *names };
_Static_assert(COUNTER_LATIN + 1 == NAME_COUNT, "a name for each counter");

/* "abjad", "(abjad)", "abjad)", "abjad-", "abjad." */
static bool read_counting(const char *text, struct counting *counting) {
    size_t length = strlen(text);
    bool open = length && text[0] == '(';
    bool close = length > open && strchr(").-", text[length - 1]);
    if (open && (!close || text[length - 1] != ')'))
        return false;
    counting->open = open;
    counting->close = close ? text[length - 1] : '\0';
    struct slice name = slice_sub(slice_of(text), open, length - close);
    for (size_t i = 0; i < NAME_COUNT; i++)
        if (slice_is(name, names[i])) {
            counting->counter = (enum counter)i;
            return true;
        }
    return false;
}

static const char prefix[] = "{counter:";

static bool is_counter(const struct span *span) {
    return span->kind == SPAN_LINK && span->target &&
           !strncmp(span->target, prefix, sizeof prefix - 1);
}

static struct counting read_line(struct builder *builder, const struct span *span) {
    struct arena *arena = builder->markdown->reading->arena;
    const char *text = span->target + sizeof prefix - 1;
    size_t blanks = strspn(text, " "), end = strlen(text) - 1;
    while (end > blanks && text[end - 1] == ' ')
        end--;
    const char *name = arena_copy(arena, text + blanks, end - blanks);
    struct counting counting = {.asked = true, .position = span->position};
    if (!read_counting(name, &counting))
        diag_add(builder->markdown->reading->diag, DIAG_COUNTER, span->position, name,
                 nearest_word(name, names, NAME_COUNT));
    return counting;
}

/* The last line of a paragraph, or all of it. */
struct counting counter_take(struct builder *builder, struct paragraph *paragraph) {
    const struct span *last =
        paragraph->span_count ? &paragraph->spans[paragraph->span_count - 1] : NULL;
    if (!last || !is_counter(last) || last->end != paragraph->text.length)
        return (struct counting){.asked = false};
    struct counting counting = read_line(builder, last);
    *paragraph =
        paragraph_cut(builder->markdown->reading->arena, paragraph, 0, last->start);
    return counting;
}

void counter_expect(struct builder *builder, enum block_kind kind) {
    struct level *level = &builder->levels[builder->level_count - 1];
    if (level->counting.asked && kind != BLOCK_LIST)
        diag_add(builder->markdown->reading->diag, DIAG_COUNTER_ALONE,
                 level->counting.position, NULL, NULL);
    if (kind != BLOCK_LIST)
        level->counting.asked = false;
}

const char *counter_label(const struct reading *reading, const struct block *item,
                          const struct counting *counting) {
    struct language language = conventions_find(reading, item->language);
    enum counter counter = counting->asked ? counting->counter : language.counter;
    char close = counting->close ? counting->close : item->delimiter;
    return arena_printf(
        reading->arena, "%s%s%c", counting->open ? "(" : "",
        locale_counter(reading->arena, item->number, counter, language.digits), close);
}
