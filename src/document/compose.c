/* SPDX-License-Identifier: MIT */
/* Makes the text, the spans and the places of a paragraph, piece by piece. */
#include "document/internal.h"

#include "base/utf8.h"

static const char line_break[] = "\xE2\x80\xA8"; /* U+2028 */

static void add_place(struct composer *composer, uint32_t source) {
    uint32_t offset = (uint32_t)composer->text.length;
    if (composer->place_count) {
        const struct place *last = &composer->places[composer->place_count - 1];
        if (source - last->source_offset == offset - last->offset)
            return;
    }
    arena_reserve(composer->markdown->scratch, composer->places, composer->place_count,
                  composer->place_capacity);
    composer->places[composer->place_count++] = (struct place){offset, source};
}

void compose_bytes(struct composer *composer, const char *bytes, size_t length,
                   uint32_t source) {
    add_place(composer, source);
    buffer_add(&composer->text, bytes, length);
}

/* A space inside code is as good as any other character. */
static bool ends_with_space(const struct composer *composer) {
    size_t length = composer->text.length;
    return length > composer->floor && composer->text.data[length - 1] == ' ';
}

static bool begins_line(const struct composer *composer) {
    size_t length = composer->text.length;
    return !length ||
           (length >= 3 && !memcmp(composer->text.data + length - 3, line_break, 3));
}

/* A span does not begin with a space or a break. */
static void move_starts(struct composer *composer, size_t start) {
    for (size_t i = composer->depth; i-- > 0;) {
        struct span *span = &composer->spans[composer->open[i]];
        if (span->start != start)
            break;
        span->start = (uint32_t)composer->text.length;
    }
}

void compose_space(struct composer *composer, uint32_t source) {
    size_t start = composer->text.length;
    if (begins_line(composer) || ends_with_space(composer))
        return;
    compose_bytes(composer, " ", 1, source);
    move_starts(composer, start);
}

static void drop_space(struct composer *composer) {
    while (ends_with_space(composer))
        composer->text.length--;
    while (composer->place_count &&
           composer->places[composer->place_count - 1].offset >= composer->text.length)
        composer->place_count--;
}

void compose_break(struct composer *composer, uint32_t source) {
    size_t start = composer->text.length;
    drop_space(composer);
    compose_bytes(composer, line_break, 3, source);
    move_starts(composer, start);
}

struct span *compose_open(struct composer *composer, enum span_kind kind,
                          uint32_t source) {
    arena_reserve(composer->markdown->scratch, composer->spans, composer->span_count,
                  composer->span_capacity);
    struct span *span = &composer->spans[composer->span_count];
    span->kind = kind;
    span->start = (uint32_t)composer->text.length;
    span->position = locator_position(composer->markdown->locator, source, source);
    composer->open[composer->depth++] = composer->span_count++;
    return span;
}

/* To the end of what is on the line where the span began. */
static void set_width(struct composer *composer, struct span *span, uint32_t source) {
    struct position end = locator_position(composer->markdown->locator, source, source);
    if (end.line == span->position.line && end.column > span->position.column)
        span->position.width = end.column - span->position.column;
}

struct span *compose_close(struct composer *composer, uint32_t source) {
    struct span *span = &composer->spans[composer->open[--composer->depth]];
    size_t end = composer->text.length;
    while (span->kind != SPAN_CODE && end > span->start && end > composer->floor &&
           composer->text.data[end - 1] == ' ')
        end--;
    span->end = (uint32_t)end;
    if (end > span->start)
        composer->floor = end;
    set_width(composer, span, source);
    return span;
}

struct paragraph compose_finish(struct composer *composer) {
    struct arena *arena = composer->markdown->reading->arena;
    drop_space(composer);
    struct slice text = buffer_slice(&composer->text);
    struct span *spans = arena_array(arena, struct span, composer->span_count);
    struct place *places = arena_array(arena, struct place, composer->place_count);
    size_t count = 0;
    for (size_t i = 0; i < composer->span_count; i++)
        if (composer->spans[i].end > composer->spans[i].start)
            spans[count++] = composer->spans[i];
    if (composer->place_count)
        memcpy(places, composer->places, composer->place_count * sizeof *places);
    return (struct paragraph){
        .text = {arena_copy(arena, text.data, text.length), text.length},
        .spans = spans,
        .span_count = count,
        .places = places,
        .place_count = composer->place_count,
        .source = &composer->markdown->locator->source,
    };
}
