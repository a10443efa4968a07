/* SPDX-License-Identifier: MIT */
/* Puts into the text of a run what its line shows and the text does not hold, so that it is
   shaped like anything else. The text itself stays as it is: what is searched and copied
   is what the author wrote. */
#include "text/internal.h"

#include "base/buffer.h"

/* What of the text around is shown to the shaper; HarfBuzz looks at five characters. */
enum { CONTEXT = 32, UTF8_LONGEST = 4 };

struct inserting {
    const struct text *text;
    struct buffer bytes;
    uint32_t *from;
};

static void copy_bytes(struct inserting *into, uint32_t start, uint32_t end) {
    for (uint32_t i = start; i < end; i++)
        into->from[into->bytes.length + (i - start)] = i;
    buffer_add(&into->bytes, into->text->paragraph->text.data + start, end - start);
}

/* The letter before byte `offset`, past its marks. */
static uint32_t letter_before(const struct text *text, uint32_t offset) {
    while (offset > 0 && !(text->flags[--offset] & TEXT_GRAPHEME))
        ;
    return offset;
}

static void insert(struct inserting *into, const struct text_insertion *insertion) {
    uint32_t from = letter_before(into->text, insertion->offset);
    for (uint32_t n = 0; n < insertion->count; n++) {
        size_t at = into->bytes.length;
        buffer_add_code_point(&into->bytes, insertion->code_point);
        for (; at < into->bytes.length; at++)
            into->from[at] = from;
    }
}

static bool continues_character(struct slice text, uint32_t offset) {
    return offset < text.length && ((unsigned char)text.data[offset] & 0xC0) == 0x80;
}

static uint32_t context_start(struct slice text, uint32_t offset) {
    uint32_t start = offset > CONTEXT ? offset - CONTEXT : 0;
    while (continues_character(text, start))
        start++;
    return start;
}

static uint32_t context_end(struct slice text, uint32_t offset) {
    if (text.length - offset <= CONTEXT)
        return (uint32_t)text.length;
    uint32_t end = offset + CONTEXT;
    while (continues_character(text, end))
        end++;
    return end;
}

static size_t count_bytes(const struct text_insertion *insertions, size_t count) {
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += (size_t)insertions[i].count * UTF8_LONGEST;
    return bytes;
}

struct inserted text_insert(struct arena *arena, const struct text *text,
                            const struct text_run *run,
                            const struct text_insertion *insertions, size_t count) {
    uint32_t start = context_start(text->paragraph->text, run->start);
    uint32_t end = context_end(text->paragraph->text, run->end);
    size_t room = end - start + count_bytes(insertions, count);
    struct inserting into = {.text = text,
                             .bytes = {.arena = arena},
                             .from = arena_array(arena, uint32_t, room)};
    struct inserted inserted = {.from = into.from};
    copy_bytes(&into, start, run->start);
    inserted.start = (uint32_t)into.bytes.length;
    uint32_t done = run->start;
    for (size_t i = 0; i < count; i++) {
        copy_bytes(&into, done, insertions[i].offset);
        insert(&into, &insertions[i]);
        done = insertions[i].offset;
    }
    copy_bytes(&into, done, run->end);
    inserted.end = (uint32_t)into.bytes.length;
    copy_bytes(&into, run->end, end);
    inserted.bytes = buffer_slice(&into.bytes);
    return inserted;
}
