/* SPDX-License-Identifier: MIT */
/* Puts words in the place of parts of a paragraph. */
#include "document/internal.h"

struct rewriting {
    struct arena *arena;
    const struct paragraph *paragraph; /* as it was read */
    struct edit *edits;
    size_t edit_count;
    struct buffer text;
    struct place *places;
    size_t place_count, place_capacity;
    size_t next_place; /* of the paragraph as it was read */
};

static void add_place(struct rewriting *rewriting, uint32_t source) {
    arena_reserve(rewriting->arena, rewriting->places, rewriting->place_count,
                  rewriting->place_capacity);
    rewriting->places[rewriting->place_count++] =
        (struct place){(uint32_t)rewriting->text.length, source};
}

/* The text from byte `start` up to `end`, and its places. */
static void copy_text(struct rewriting *rewriting, uint32_t start, uint32_t end) {
    const struct paragraph *paragraph = rewriting->paragraph;
    const struct place *places = paragraph->places;
    if (start == end)
        return;
    add_place(rewriting, paragraph_source(paragraph, start));
    uint32_t at = start;
    while (rewriting->next_place < paragraph->place_count &&
           places[rewriting->next_place].offset <= start)
        rewriting->next_place++;
    for (; rewriting->next_place < paragraph->place_count &&
           places[rewriting->next_place].offset < end;
         rewriting->next_place++) {
        const struct place *place = &places[rewriting->next_place];
        buffer_add(&rewriting->text, paragraph->text.data + at, place->offset - at);
        add_place(rewriting, place->source_offset);
        at = place->offset;
    }
    buffer_add(&rewriting->text, paragraph->text.data + at, end - at);
}

/* All of the words stand where what they replace begins. */
static void add_words(struct rewriting *rewriting, const char *words, uint32_t source) {
    for (; *words; words++) {
        if ((*words & 0xC0) != 0x80)
            add_place(rewriting, source);
        buffer_add(&rewriting->text, words, 1);
    }
}

static void make_text(struct rewriting *rewriting) {
    const struct paragraph *paragraph = rewriting->paragraph;
    uint32_t at = 0;
    for (size_t i = 0; i < rewriting->edit_count; i++) {
        struct edit *edit = &rewriting->edits[i];
        copy_text(rewriting, at, edit->start);
        add_words(rewriting, edit->words, paragraph_source(paragraph, edit->start));
        edit->made_end = (uint32_t)rewriting->text.length;
        at = edit->end;
    }
    copy_text(rewriting, at, (uint32_t)paragraph->text.length);
}

/* Where a byte of the text that is in no edit stands in the text that is made. */
static uint32_t move(const struct rewriting *rewriting, uint32_t offset) {
    size_t low = 0, high = rewriting->edit_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rewriting->edits[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return offset;
    const struct edit *edit = &rewriting->edits[low - 1];
    return edit->made_end + (offset - edit->end);
}

void paragraph_rewrite(struct arena *arena, struct paragraph *paragraph,
                       struct span *spans, size_t span_count, struct edit *edits,
                       size_t edit_count) {
    const struct paragraph before = *paragraph;
    struct rewriting rewriting = {.arena = arena,
                                  .paragraph = &before,
                                  .edits = edits,
                                  .edit_count = edit_count,
                                  .text = {.arena = arena}};
    make_text(&rewriting);
    for (size_t i = 0; i < span_count; i++) {
        spans[i].start = move(&rewriting, spans[i].start);
        spans[i].end = move(&rewriting, spans[i].end);
    }
    struct slice text = buffer_slice(&rewriting.text);
    paragraph->text.data = arena_copy(arena, text.data, text.length);
    paragraph->text.length = text.length;
    paragraph->spans = spans;
    paragraph->span_count = span_count;
    paragraph->places = rewriting.places;
    paragraph->place_count = rewriting.place_count;
}

/* The span of a wording that begins at byte `start` of the paragraph. */
static struct span moved_span(struct span span, uint32_t start) {
    span.start += start;
    span.end += start;
    return span;
}

static size_t count_spans(const struct paragraph *paragraph,
                          const struct replacement *replacements, size_t count) {
    size_t spans = paragraph->span_count;
    for (size_t i = 0; i < count; i++)
        spans += replacements[i].wording->span_count;
    return spans;
}

void paragraph_replace(struct arena *arena, struct paragraph *paragraph,
                       const struct replacement *replacements, size_t count) {
    size_t all = count_spans(paragraph, replacements, count), kept_count = 0, made = 0;
    struct edit *edits = arena_array(arena, struct edit, count);
    struct span *kept = arena_array(arena, struct span, paragraph->span_count);
    struct span *spans = arena_array(arena, struct span, all);
    size_t old_count = paragraph->span_count;
    for (size_t i = 0, next = 0; i < old_count; i++) {
        const struct span *span = &paragraph->spans[i];
        if (next == count || replacements[next].span != i) {
            kept[kept_count++] = *span;
            continue;
        }
        struct slice words = buffer_slice(&replacements[next].wording->text);
        edits[next++] =
            (struct edit){.start = span->start,
                          .end = span->end,
                          .words = arena_copy(arena, words.data, words.length)};
    }
    paragraph_rewrite(arena, paragraph, kept, kept_count, edits, count);
    for (size_t i = 0, next = 0, k = 0; i < old_count; i++) {
        if (next == count || replacements[next].span != i) {
            spans[made++] = kept[k++];
            continue;
        }
        const struct wording *wording = replacements[next].wording;
        uint32_t start = edits[next++].made_end - (uint32_t)wording->text.length;
        for (size_t w = 0; w < wording->span_count; w++)
            spans[made++] = moved_span(wording->spans[w], start);
    }
    paragraph->spans = spans;
    paragraph->span_count = made;
}
