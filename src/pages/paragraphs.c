/* SPDX-License-Identifier: MIT */
/* Makes one paragraph from another: with words before it, or with its words alone. */
#include "pages/internal.h"

#include "base/buffer.h"

struct paragraph paragraph_after(struct arena *arena, const char *prefix,
                                 const struct paragraph *paragraph) {
    struct paragraph after = *paragraph;
    uint32_t shift = (uint32_t)strlen(prefix);
    const char *text = arena_printf(arena, "%s%.*s", prefix,
                                    (int)paragraph->text.length, paragraph->text.data);
    after.text = slice_of(text);
    struct span *spans = arena_array(arena, struct span, paragraph->span_count);
    for (size_t i = 0; i < paragraph->span_count; i++) {
        spans[i] = paragraph->spans[i];
        spans[i].start += shift;
        spans[i].end += shift;
    }
    struct place *places = arena_array(arena, struct place, paragraph->place_count);
    for (size_t i = 0; i < paragraph->place_count; i++) {
        places[i] = paragraph->places[i];
        places[i].offset += shift;
    }
    after.spans = spans;
    after.places = places;
    return after;
}

static const char hard_break[] = "\xE2\x80\xA8"; /* U+2028 */

/* A paragraph being made of parts of another. */
struct parts {
    const struct paragraph *from;
    struct buffer text;
    struct place *places;
    size_t place_count;
};

/* Appends bytes [start, end) and their places. */
static void append_part(struct parts *parts, uint32_t start, uint32_t end) {
    const struct paragraph *from = parts->from;
    uint32_t at = (uint32_t)parts->text.length;
    for (size_t i = 0; i < from->place_count && start < end; i++) {
        struct place place = from->places[i];
        bool passed = i + 1 < from->place_count && from->places[i + 1].offset <= start;
        if (place.offset >= end || passed)
            continue;
        if (place.offset < start) {
            place.source_offset += start - place.offset;
            place.offset = start;
        }
        parts->places[parts->place_count++] =
            (struct place){at + place.offset - start, place.source_offset};
    }
    buffer_add(&parts->text, from->text.data + start, end - start);
}

/* The same with spaces for hard breaks. */
static void append_words(struct parts *parts, uint32_t start, uint32_t end) {
    const char *text = parts->from->text.data;
    for (uint32_t i = start; i + 3 <= end; i++) {
        if (memcmp(text + i, hard_break, 3) != 0)
            continue;
        append_part(parts, start, i);
        buffer_add_char(&parts->text, ' ');
        start = i + 3;
    }
    append_part(parts, start, end);
}

static size_t count_breaks(struct slice text) {
    size_t count = 0;
    for (size_t i = 0; i + 3 <= text.length; i++)
        count += !memcmp(text.data + i, hard_break, 3);
    return count;
}

struct paragraph paragraph_bare(struct arena *arena,
                                const struct paragraph *paragraph) {
    struct paragraph plain = *paragraph;
    size_t most =
        paragraph->place_count + paragraph->span_count + count_breaks(paragraph->text);
    struct parts parts = {.from = paragraph,
                          .text = {.arena = arena},
                          .places = arena_array(arena, struct place, most)};
    uint32_t done = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        if (span->kind != SPAN_NOTE)
            continue;
        append_words(&parts, done, span->start);
        done = span->end;
    }
    append_words(&parts, done, (uint32_t)paragraph->text.length);
    plain.text = buffer_slice(&parts.text);
    plain.places = parts.places;
    plain.place_count = parts.place_count;
    plain.spans = NULL;
    plain.span_count = 0;
    return plain;
}
