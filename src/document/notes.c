/* SPDX-License-Identifier: MIT */
/* Makes footnotes: their numbers, their blocks, and what is wrong with them.

   cmark moves each note that a mark refers to behind the last block, in the order of the
   first marks, and drops the others without a word. So the lines are asked for those: what
   begins a line like a note, and is neither one that was kept nor a mark in a text, was
   dropped. */
#include "document/internal.h"

#include <cmark-gfm.h>
#include <stdlib.h>

static size_t count_notes(cmark_node *root) {
    size_t count = 0;
    for (cmark_node *node = cmark_node_last_child(root); node;
         node = cmark_node_previous(node))
        count += cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION;
    return count;
}

void notes_find(struct markdown *markdown, cmark_node *root) {
    struct notes *notes = &markdown->notes;
    struct arena *arena = markdown->reading->arena;
    notes->count = count_notes(root);
    notes->notes = arena_array(arena, struct note, notes->count);
    notes->marked = arena_array(markdown->scratch, bool, notes->count);
    notes->kept = arena_array(markdown->scratch, struct kept_note, notes->count);
    for (size_t i = 0; i < notes->count; i++) {
        struct note *note = &notes->notes[i];
        note->number = (uint32_t)i + 1;
        note->mark = conventions_number(markdown->reading, note->number,
                                        markdown->tongue.language);
    }
}

void notes_know(struct markdown *markdown, uint32_t source) {
    struct notes *notes = &markdown->notes;
    arena_reserve(markdown->scratch, notes->known, notes->known_count,
                  notes->known_capacity);
    notes->known[notes->known_count++] = source;
}

/* --- what was kept ----------------------------------------------------------------- */

/* The byte where "[^label]:" begins, when its end is known. */
static uint32_t find_start(const struct locator *locator, uint32_t line, uint32_t end) {
    uint32_t start = locator->starts[line];
    const char *text = locator->source.text.data;
    for (uint32_t i = end; i-- > start;)
        if (text[i] == '[' && text[i + 1] == '^')
            return i;
    return start;
}

static struct slice find_label(struct slice text, size_t start) {
    const char *end = memchr(text.data + start, ']', text.length - start);
    size_t length = end ? (size_t)(end - text.data) - start : 2;
    return slice_sub(text, start + 2, start + length);
}

void note_open(struct builder *builder) {
    struct markdown *markdown = builder->markdown;
    struct notes *notes = &markdown->notes;
    struct locator *locator = markdown->locator;
    uint32_t line = builder_extent(builder).first;
    uint32_t start = find_start(locator, line, builder_start(builder));
    struct note *note = &notes->notes[notes->built];
    struct slice label = find_label(locator->source.text, start);
    notes->kept[notes->built++] =
        (struct kept_note){locale_fold(markdown->scratch, label), line + 1};
    note->position = locator_position(
        locator, start, locator->starts[line] + locator_line(locator, line).length);
    notes_know(markdown, start);
    declared_expect(builder, BLOCK_KINDS);
    builder->note = note;
    notes->current = note;
    markdown->in_note = true;
    if (!markdown->tongue.guessed)
        markdown->tongue.around = markdown->tongue.language;
    builder_open(builder, arena_new(markdown->scratch, struct block));
}

void note_close(struct builder *builder) {
    const struct block *top = builder->levels[builder->level_count - 1].block;
    struct note *note = builder->note;
    builder_close(builder);
    note->blocks = top->children;
    if (!note->blocks)
        diag_add(builder->markdown->reading->diag, DIAG_NOTE_EMPTY, note->position,
                 NULL, NULL);
    builder->note = NULL;
    builder->markdown->notes.current = NULL;
    builder->markdown->in_note = false;
    if (builder->markdown->tongue.around)
        builder->markdown->tongue = tongue_of(builder->markdown->tongue.around);
}

/* --- what was dropped -------------------------------------------------------------- */

static int compare_sources(const void *left, const void *right) {
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static int compare_labels(const void *left, const void *right) {
    const struct kept_note *a = left, *b = right;
    return strcmp(a->label, b->label);
}

static bool is_known(const struct notes *notes, uint32_t source) {
    return notes->known_count && bsearch(&source, notes->known, notes->known_count,
                                         sizeof source, compare_sources);
}

static void tell_dropped(const struct builder *builder, uint32_t line, uint32_t start) {
    struct markdown *markdown = builder->markdown;
    struct locator *locator = markdown->locator;
    const struct notes *notes = &markdown->notes;
    struct slice label = find_label(locator->source.text, start);
    struct kept_note wanted = {locale_fold(markdown->scratch, label), 0};
    size_t end = locator->starts[line] + locator_line(locator, line).length;
    const struct kept_note *kept =
        notes->count
            ? bsearch(&wanted, notes->kept, notes->count, sizeof wanted, compare_labels)
            : NULL;
    const char *first =
        kept ? arena_printf(markdown->scratch, "%u", (unsigned)kept->line) : NULL;
    diag_add(markdown->reading->diag, kept ? DIAG_NOTE_REPEATED : DIAG_NOTE_UNUSED,
             locator_position(locator, start, end),
             arena_copy(markdown->scratch, label.data, label.length), first);
}

size_t note_end(struct slice line, size_t start) {
    size_t i = start + 2;
    if (line.length < 5 || start > line.length - 5 ||
        memcmp(line.data + start, "[^", 2) != 0)
        return 0;
    while (i < line.length && !strchr("] \t", line.data[i]))
        i++;
    bool ends = i > start + 2 && i + 1 < line.length && line.data[i] == ']' &&
                line.data[i + 1] == ':';
    return ends ? i + 2 : 0;
}

/* Notes stand after nothing but the marks of lists, quotations and other notes. */
static void check_line(const struct builder *builder, uint32_t number) {
    const struct locator *locator = builder->markdown->locator;
    struct slice line = locator_line(locator, number);
    for (size_t i = 0, end; i < line.length; i = end) {
        while (i < line.length && strchr(" \t>*+-.)0123456789", line.data[i]))
            i++;
        end = note_end(line, i);
        if (!end)
            return;
        uint32_t start = locator->starts[number] + (uint32_t)i;
        if (!is_known(&builder->markdown->notes, start))
            tell_dropped(builder, number, start);
    }
}

void notes_check(const struct builder *builder) {
    struct notes *notes = &builder->markdown->notes;
    if (notes->known_count)
        qsort(notes->known, notes->known_count, sizeof *notes->known, compare_sources);
    if (notes->count)
        qsort(notes->kept, notes->count, sizeof *notes->kept, compare_labels);
    for (uint32_t i = builder->first; i < builder->markdown->locator->line_count; i++)
        if (!builder->is_verbatim[i])
            check_line(builder, i);
}
