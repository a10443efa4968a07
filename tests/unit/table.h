/* SPDX-License-Identifier: MIT */
/* The tables of bidi cases in tests/tables: the text and how it must read. */
#ifndef UNIT_TABLE_H
#define UNIT_TABLE_H

#include "base/utf8.h"
#include "text/internal.h"
#include "unicode/data.h"

#include <unicode/uchar.h>

struct table_case {
    struct slice name, context;
    struct slice text, visual; /* UTF-8 */
};

static inline struct slice table_text(struct arena *arena, struct slice code_points) {
    struct buffer text = {.arena = arena};
    for (struct slice word; data_word(&code_points, &word);)
        buffer_add_code_point(&text, (uint32_t)data_number(word, 16));
    return buffer_slice(&text);
}

/* The next case; false at the end of the table. */
static inline bool table_next(struct arena *arena, struct slice *table,
                              struct table_case *next) {
    for (struct slice line; data_line(table, &line);) {
        if (!line.length || *line.data == '#')
            continue;
        struct slice name = data_field(&line, ';'), context = data_field(&line, ';');
        data_word(&name, &next->name);
        data_word(&context, &next->context);
        next->text = table_text(arena, data_field(&line, ';'));
        next->visual = table_text(arena, data_field(&line, ';'));
        return true;
    }
    return false;
}

static inline bool table_is_control(uint32_t c) {
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

/* A text of one line as it reads from left to right, without controls, brackets mirrored. */
static inline struct slice table_visual(struct arena *arena, struct slice text,
                                        struct controls controls,
                                        enum direction direction) {
    struct bidi bidi = bidi_resolve(arena, text, controls, direction);
    size_t count = 0;
    uint8_t *kept = arena_array(arena, uint8_t, text.length + 1);
    uint8_t *seams = arena_array(arena, uint8_t, text.length + 1);
    uint8_t seam = TEXT_NO_SEAM;
    uint32_t *characters = arena_array(arena, uint32_t, text.length + 1);
    uint32_t *order = arena_array(arena, uint32_t, text.length + 1);
    for (size_t i = 0, start = 0; i < text.length; start = i) {
        uint32_t c = utf8_decode(text, i, &i);
        uint8_t unseen = table_is_control(c) ? bidi.levels[start] : TEXT_NO_SEAM;
        seam = bidi.seams[start] < seam ? bidi.seams[start] : seam;
        seam = unseen < seam ? unseen : seam;
        if (table_is_control(c))
            continue;
        kept[count] = bidi.levels[start];
        seams[count] = seam;
        seam = TEXT_NO_SEAM;
        characters[count++] =
            bidi.levels[start] & 1 ? (uint32_t)u_charMirror((UChar32)c) : c;
    }
    bidi_visual_order(kept, seams, count, order);
    struct buffer visual = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buffer_add_code_point(&visual, characters[order[i]]);
    return buffer_slice(&visual);
}

#endif
