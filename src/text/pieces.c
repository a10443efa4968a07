/* SPDX-License-Identifier: MIT */
/* Pieces: a stretch of text as classes of characters, from ICU's bidi classes. */
#include "text/internal.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { OBJECT_REPLACEMENT = 0xFFFC, PDF = 0x202C, PDI = 0x2069 };

static bool starts_isolate(uint32_t c) {
    return c >= 0x2066 && c <= 0x2068;
}

static bool starts_embedding(uint32_t c) {
    return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E;
}

static enum piece_class neutral_class(uint32_t c) {
    if (c == '"' || c == 0x201C || c == 0x201D)
        return PIECE_QUOTE;
    if (c == 0xAB || c == 0x2039)
        return PIECE_OPEN;
    if (c == 0xBB || c == 0x203A)
        return PIECE_CLOSE;
    switch (u_getIntPropertyValue((UChar32)c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN:
        return PIECE_OPEN;
    case U_BPT_CLOSE:
        return PIECE_CLOSE;
    default:
        return PIECE_SYMBOL;
    }
}

static enum piece_class separator_class(uint32_t c) {
    if (c == 0xA0 || c == 0x202F)
        return PIECE_NO_BREAK_SPACE;
    return c == 0x060C ? PIECE_ARABIC_COMMA : PIECE_SEPARATOR;
}

static enum piece_class terminator_class(uint32_t c) {
    bool degree = c == 0xB0 || (c >= 0x2032 && c <= 0x2034);
    return degree ? PIECE_DEGREE : PIECE_TERMINATOR;
}

static enum piece_class character_class(uint32_t c) {
    switch (u_charDirection((UChar32)c)) {
    case U_LEFT_TO_RIGHT:
        return PIECE_LTR;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
        return PIECE_RTL;
    case U_EUROPEAN_NUMBER:
        return PIECE_DIGIT;
    case U_ARABIC_NUMBER:
        return c == 0x066B || c == 0x066C ? PIECE_SEPARATOR : PIECE_INDIC;
    case U_EUROPEAN_NUMBER_SEPARATOR:
        return PIECE_SIGN;
    case U_EUROPEAN_NUMBER_TERMINATOR:
        return terminator_class(c);
    case U_COMMON_NUMBER_SEPARATOR:
        return separator_class(c);
    case U_WHITE_SPACE_NEUTRAL:
        return c == 0x2028 ? PIECE_STOP : PIECE_SPACE;
    case U_DIR_NON_SPACING_MARK:
    case U_BOUNDARY_NEUTRAL:
        return PIECE_MARK;
    case U_OTHER_NEUTRAL:
        return neutral_class(c);
    default:
        return PIECE_STOP;
    }
}

/* The end of the stretch that the bidi control before byte `offset` opened; `end` when it
   stays open. */
static size_t author_stretch_end(struct slice text, size_t offset, size_t end,
                                 bool isolate) {
    for (size_t isolates = isolate, embeddings = !isolate; offset < end;) {
        uint32_t c = utf8_decode(text, offset, &offset);
        isolates += starts_isolate(c);
        embeddings += starts_embedding(c);
        if (c == PDI && isolates)
            isolates--;
        if (c == PDF && embeddings)
            embeddings--;
        if (isolate ? !isolates : !embeddings)
            return offset;
    }
    return end;
}

static enum piece_class author_stretch_class(uint32_t control, struct slice inside) {
    switch (control) {
    case 0x2066:
    case 0x202A:
    case 0x202D:
        return PIECE_LTR;
    case 0x2068:
        return locale_first_strong(inside, DIRECTION_LTR) == DIRECTION_RTL ? PIECE_RTL
                                                                           : PIECE_LTR;
    default:
        return PIECE_RTL;
    }
}

static struct piece character_piece(struct slice text, size_t end, size_t *offset) {
    struct piece piece = {.offset = (uint32_t)*offset};
    uint32_t c = utf8_decode(text, *offset, offset);
    if (starts_isolate(c) || starts_embedding(c)) {
        size_t after = author_stretch_end(text, *offset, end, starts_isolate(c));
        piece.class = author_stretch_class(c, slice_sub(text, *offset, after));
        piece.code_point = OBJECT_REPLACEMENT;
        *offset = after;
    } else {
        piece.code_point = c;
        piece.class = character_class(c);
    }
    return piece;
}

struct pieces text_pieces(struct arena *arena, struct slice text, uint32_t start,
                          uint32_t end, const struct piece_object *objects,
                          size_t object_count) {
    struct pieces pieces = {.count = 0};
    pieces.items =
        arena_array(arena, struct piece,
                    utf8_count(slice_sub(text, start, end)) + object_count + 1);
    size_t object = 0;
    for (size_t i = start; i < end;) {
        while (object < object_count && objects[object].start < i)
            object++;
        struct piece piece;
        if (object < object_count && objects[object].start == i) {
            piece =
                (struct piece){(uint32_t)i, OBJECT_REPLACEMENT, objects[object].class};
            i = objects[object].end;
        } else {
            piece = character_piece(text, end, &i);
        }
        pieces.items[pieces.count++] = piece;
    }
    pieces.items[pieces.count] = (struct piece){.offset = end, .class = PIECE_STOP};
    return pieces;
}
