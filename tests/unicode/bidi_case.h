/* SPDX-License-Identifier: MIT */
/* A case of Unicode's bidi tests: a text, and the levels and order it must get. */
#ifndef UNICODE_BIDI_CASE_H
#define UNICODE_BIDI_CASE_H

#include "text/internal.h"
#include "unicode/data.h"

struct bidi_case {
    struct data_text text;
    enum direction direction;
    int levels[DATA_MOST]; /* -1: removed by X9 */
    int order[DATA_MOST]; /* indices of characters, left to right */
    size_t order_count;
};

/* The order of L2 over the characters that X9 leaves. */
static inline bool bidi_order_is(const struct bidi_case *expected,
                                 const uint8_t *levels) {
    uint8_t kept[DATA_MOST] = {0};
    uint32_t order[DATA_MOST];
    size_t index[DATA_MOST], count = 0;
    for (size_t i = 0; i < expected->text.count; i++) {
        if (expected->levels[i] < 0)
            continue;
        kept[count] = levels[expected->text.offsets[i]];
        index[count++] = i;
    }
    bidi_visual_order(kept, NULL, count, order);
    if (count != expected->order_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (index[order[i]] != (size_t)expected->order[i])
            return false;
    return true;
}

/* Whether our functions give a paragraph of one line its levels and its order. */
static inline bool bidi_case_holds(struct arena *arena,
                                   const struct bidi_case *expected) {
    struct slice text = buffer_slice(&expected->text.bytes);
    uint8_t *levels =
        bidi_resolve(arena, text, (struct controls){NULL, 0}, expected->direction)
            .levels;
    bidi_reset_line_end(text, levels, 0, (uint32_t)text.length, expected->direction);
    for (size_t i = 0; i < expected->text.count; i++)
        for (uint32_t byte = expected->text.offsets[i];
             expected->levels[i] >= 0 && byte < expected->text.offsets[i + 1]; byte++)
            if (levels[byte] != expected->levels[i])
                return false;
    return bidi_order_is(expected, levels);
}

#endif
