/* SPDX-License-Identifier: MIT */
/* Flattens the nested spans of a paragraph into segments. */
#include "text/internal.h"

struct flattening {
    struct arena *arena;
    struct segment *segments;
    size_t count, capacity;
    uint32_t done; /* everything before this byte is in a segment */
    const struct span **open; /* the spans around, outermost first */
    size_t open_count, open_capacity;
};

static void apply_span(struct segment *segment, const struct span *span) {
    switch (span->kind) {
    case SPAN_EMPHASIS:
        segment->flags |= SEGMENT_EMPHASIS;
        break;
    case SPAN_STRONG:
        segment->flags |= SEGMENT_STRONG;
        break;
    case SPAN_CODE:
        segment->flags |= SEGMENT_CODE;
        segment->code = span;
        break;
    case SPAN_LINK:
        segment->link = span;
        break;
    case SPAN_STRIKE:
        segment->strike = true;
        break;
    case SPAN_NOTE:
        segment->note = span;
        break;
    case SPAN_UNIT:
    case SPAN_KINDS:
        break;
    }
}

/* A segment from where the last one ended to `end`, with the spans now open. */
static void flatten_to(struct flattening *flat, uint32_t end) {
    if (end <= flat->done)
        return;
    arena_reserve(flat->arena, flat->segments, flat->count, flat->capacity);
    struct segment *new = &flat->segments[flat->count++];
    *new = (struct segment){.start = flat->done, .end = end};
    for (size_t i = 0; i < flat->open_count; i++)
        apply_span(new, flat->open[i]);
    flat->done = end;
}

static void close_spans_before(struct flattening *flat, uint32_t offset) {
    while (flat->open_count && flat->open[flat->open_count - 1]->end <= offset) {
        flatten_to(flat, flat->open[flat->open_count - 1]->end);
        flat->open_count--;
    }
}

static void open_span(struct flattening *flat, const struct span *span) {
    close_spans_before(flat, span->start);
    flatten_to(flat, span->start);
    arena_reserve(flat->arena, flat->open, flat->open_count, flat->open_capacity);
    flat->open[flat->open_count++] = span;
}

const struct segment *text_segments(struct arena *arena,
                                    const struct paragraph *paragraph, size_t *count) {
    struct flattening flat = {.arena = arena};
    uint32_t end = (uint32_t)paragraph->text.length;
    for (size_t i = 0; i < paragraph->span_count; i++)
        open_span(&flat, &paragraph->spans[i]);
    close_spans_before(&flat, end);
    flatten_to(&flat, end);
    if (!flat.count)
        flat.segments = arena_new(arena, struct segment);
    *count = flat.count ? flat.count : 1;
    return flat.segments;
}
