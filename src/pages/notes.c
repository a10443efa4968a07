/* SPDX-License-Identifier: MIT */
/* Sets notes for the foot of the page their marks stand on, each in its own direction. */
#include "pages/internal.h"

struct note_place *notes_place(struct composer *composer, const struct note *note) {
    while (composer->note_count < note->number) {
        arena_reserve(composer->arena, composer->notes, composer->note_count,
                      composer->note_capacity);
        composer->notes[composer->note_count++] = (struct note_place){0};
    }
    struct note_place *place = &composer->notes[note->number - 1];
    if (!place->mark) {
        place->mark = arena_new(composer->arena, struct anchor);
        place->body = arena_new(composer->arena, struct anchor);
    }
    return place;
}

/* Pieces come from left to right; notes go in the order of their numbers. */
static void insert_mark(struct row_marks *marks, struct row_mark mark) {
    size_t i = marks->count++;
    for (; i && marks->items[i - 1].row == mark.row &&
           marks->items[i - 1].span->note->number > mark.span->note->number;
         i--)
        marks->items[i] = marks->items[i - 1];
    marks->items[i] = mark;
}

void notes_collect(struct composer *composer, struct row_marks *marks, size_t row,
                   const struct line *line) {
    for (uint32_t i = 0; i < line->piece_count; i++) {
        const struct span *span = line->pieces[i].paint->note;
        if (!span || span->repeated || line->pieces[i].start != span->start)
            continue;
        arena_reserve(composer->arena, marks->items, marks->count, marks->capacity);
        insert_mark(marks, (struct row_mark){span, row});
    }
}

/* The number before the note; gives how far the text stands after it. */
static length await_number(struct composer *composer, const struct note *note,
                           struct element *element, const char *language) {
    const struct style *style = composer->style;
    struct element *label =
        element_new(&composer->structure, element, TAG_LBL, NULL, element->direction);
    size_t count;
    struct item *number =
        compose_short(composer, note->mark, language, ROLE_NOTE,
                      style->note_mark.colour, style->note.indent * 4, label, &count);
    if (!count)
        return style->note.indent;
    await_row(composer, number, 0);
    length least = number->as.line.width + style->note.gap;
    return least > style->note.indent ? least : style->note.indent;
}

/* A note of a table or figure stands beside it in the structure: neither may hold one. */
static struct element *around_note(struct element *element) {
    while (element->tag == TAG_TABLE || element->tag == TAG_FIGURE)
        element = element->parent;
    return element;
}

static struct galley set_note(struct composer *composer, const struct note *note) {
    struct aside aside = aside_begin(composer);
    const struct block *first = note->blocks;
    bool was_wide = composer->wide;
    length measure = composer->measure;
    composer->wide = composer->recommending.stands;
    composer->measure = composer->wide ? composer->wide_measure : composer->column;
    composer->end_indent = composer->measure - composer->column;
    composer->role = ROLE_NOTE;
    composer->gap = 0;
    composer->element = element_new(&composer->structure, around_note(aside.element),
                                    TAG_NOTE, first->language, first->direction);
    composer->indent = await_number(composer, note, composer->element, first->language);
    compose_blocks(composer, first);
    if (composer->galley.count)
        composer->galley.rows[0].anchor = notes_place(composer, note)->body;
    composer->measure = measure;
    composer->wide = was_wide;
    return aside_end(composer, &aside);
}

static void append_note(struct row *row, struct row_note *note) {
    struct row_note **end = &row->notes;
    while (*end)
        end = &(*end)->next;
    *end = note;
}

void notes_set(struct composer *composer, const struct row_marks *marks) {
    for (size_t i = 0; i < marks->count && !composer->failed; i++) {
        const struct note *note = marks->items[i].span->note;
        struct row_note *set = arena_new(composer->arena, struct row_note);
        set->galley = set_note(composer, note);
        struct row *row = &composer->galley.rows[marks->items[i].row];
        append_note(row, set);
        if (!row->anchor)
            row->anchor = notes_place(composer, note)->mark;
        else
            notes_place(composer, note)->mark = row->anchor;
    }
}
