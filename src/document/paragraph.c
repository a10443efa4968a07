/* SPDX-License-Identifier: MIT */
/* Asks a paragraph where it stands and what it says, and cuts it. */
#include "document/internal.h"

#include "base/buffer.h"

/* The last place at or before an offset. */
static const struct place *find_place(const struct paragraph *paragraph,
                                      uint32_t offset) {
    size_t low = 0, high = paragraph->place_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (paragraph->places[middle].offset <= offset)
            low = middle;
        else
            high = middle;
    }
    return &paragraph->places[low];
}

uint32_t paragraph_source(const struct paragraph *paragraph, uint32_t offset) {
    const struct place *place = find_place(paragraph, offset);
    return place->source_offset + (offset - place->offset);
}

struct position paragraph_position(const struct paragraph *paragraph, uint32_t start,
                                   uint32_t end) {
    if (!paragraph->source || !paragraph->place_count)
        return (struct position){.source = paragraph->source};
    uint32_t first = paragraph_source(paragraph, start);
    uint32_t last = end > start ? paragraph_source(paragraph, end - 1) + 1 : first;
    return source_position(paragraph->source, first, last > first ? last : first);
}

/* --- what it says ------------------------------------------------------------------ */

/* Nothing is inside code, so it is the last span that begins before. */
static bool is_code(const struct paragraph *paragraph, uint32_t offset) {
    size_t low = 0, high = paragraph->span_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (paragraph->spans[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    const struct span *span = low ? &paragraph->spans[low - 1] : NULL;
    return span && span->kind == SPAN_CODE && offset < span->end;
}

static bool is_escaped(struct slice source, size_t offset) {
    size_t start = offset;
    while (start > 0 && source.data[start - 1] == '\\')
        start--;
    return (offset - start) % 2 == 1;
}

bool paragraph_is_literal(const struct paragraph *paragraph, uint32_t offset) {
    struct slice source = paragraph->source->text;
    size_t at = paragraph_source(paragraph, offset);
    return at < source.length && source.data[at] == paragraph->text.data[offset] &&
           !is_escaped(source, at) && !is_code(paragraph, offset);
}

static bool is_address(struct slice text) {
    for (size_t i = 0; i + 3 <= text.length; i++)
        if (!memcmp(text.data + i, "://", 3))
            return true;
    return false;
}

bool address_stands(struct address_finder *finder, uint32_t offset) {
    const struct paragraph *paragraph = finder->paragraph;
    for (; finder->next < paragraph->span_count &&
           paragraph->spans[finder->next].start <= offset;
         finder->next++) {
        const struct span *span = &paragraph->spans[finder->next];
        if (span->kind == SPAN_LINK &&
            is_address(slice_sub(paragraph->text, span->start, span->end)))
            finder->end = span->end;
    }
    return offset < finder->end;
}

struct slice paragraph_words(struct arena *arena, const struct paragraph *paragraph) {
    struct buffer words = {.arena = arena};
    uint32_t at = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        if (span->kind != SPAN_NOTE)
            continue;
        buffer_add(&words, paragraph->text.data + at, span->start - at);
        at = span->end;
    }
    if (!at)
        return paragraph->text;
    buffer_add(&words, paragraph->text.data + at, paragraph->text.length - at);
    return buffer_slice(&words);
}

const char *paragraph_plain(struct arena *arena, struct slice text) {
    struct buffer plain = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        bool is_break =
            text.length - i >= 3 && !memcmp(text.data + i, "\xE2\x80\xA8", 3);
        buffer_add_char(&plain, is_break ? ' ' : text.data[i]);
        i += is_break ? 2 : 0;
    }
    buffer_add_char(&plain, '\0');
    return plain.data;
}

/* --- a part of it ------------------------------------------------------------------ */

static void cut_spans(struct arena *arena, struct paragraph *part,
                      const struct paragraph *whole, uint32_t start, uint32_t end) {
    struct span *spans = arena_array(arena, struct span, whole->span_count);
    for (size_t i = 0; i < whole->span_count; i++) {
        struct span span = whole->spans[i];
        if (span.end <= start || span.start >= end)
            continue;
        span.start = span.start > start ? span.start - start : 0;
        span.end = (span.end < end ? span.end : end) - start;
        spans[part->span_count++] = span;
    }
    part->spans = spans;
}

static void cut_places(struct arena *arena, struct paragraph *part,
                       const struct paragraph *whole, uint32_t start, uint32_t end) {
    struct place *places = arena_array(arena, struct place, whole->place_count + 1);
    places[part->place_count++] = (struct place){0, paragraph_source(whole, start)};
    for (size_t i = 0; i < whole->place_count; i++) {
        struct place place = whole->places[i];
        if (place.offset > start && place.offset < end)
            places[part->place_count++] =
                (struct place){place.offset - start, place.source_offset};
    }
    part->places = places;
}

struct paragraph paragraph_cut(struct arena *arena, const struct paragraph *paragraph,
                               uint32_t start, uint32_t end) {
    struct paragraph part = *paragraph;
    const char *text = paragraph->text.data;
    while (start < end && text[start] == ' ')
        start++;
    while (end > start && text[end - 1] == ' ')
        end--;
    part.text =
        (struct slice){arena_copy(arena, text + start, end - start), end - start};
    part.span_count = 0;
    part.place_count = 0;
    if (start == end || !paragraph->place_count)
        return part;
    cut_spans(arena, &part, paragraph, start, end);
    cut_places(arena, &part, paragraph, start, end);
    return part;
}
