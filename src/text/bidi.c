/* SPDX-License-Identifier: MIT */
/* Embedding levels (UAX #9) of a paragraph, from its text and the controls that
   text_isolate adds to it.

   FriBidi resolves the levels (X1 to I2); what each character is comes from ICU, because
   FriBidi's own tables are those of Unicode 10 and take newer Arabic letters for Hebrew
   ones and the newest brackets for none. FriBidi counts in code points: a scratch copy of
   the paragraph holds its code points with the added controls among them, and the levels
   are copied back byte by byte, so that its indices never leave this file.

   U+2028 is white space to UAX #9 and does not end a paragraph: a hard break shares the
   paragraph's embeddings, and bidi_reset_line_end applies L1 at it as at any line's end.
   Reordering is ours (bidi_visual_order): fribidi_reorder_line reorders characters, and
   lines are made of runs. */
#include "text/internal.h"

#include "base/utf8.h"

#include <fribidi.h>
#include <limits.h>
#include <unicode/uchar.h>

static const FriBidiCharType fribidi_types[U_CHAR_DIRECTION_COUNT] = {
    [U_LEFT_TO_RIGHT] = FRIBIDI_TYPE_LTR,
    [U_RIGHT_TO_LEFT] = FRIBIDI_TYPE_RTL,
    [U_EUROPEAN_NUMBER] = FRIBIDI_TYPE_EN,
    [U_EUROPEAN_NUMBER_SEPARATOR] = FRIBIDI_TYPE_ES,
    [U_EUROPEAN_NUMBER_TERMINATOR] = FRIBIDI_TYPE_ET,
    [U_ARABIC_NUMBER] = FRIBIDI_TYPE_AN,
    [U_COMMON_NUMBER_SEPARATOR] = FRIBIDI_TYPE_CS,
    [U_BLOCK_SEPARATOR] = FRIBIDI_TYPE_BS,
    [U_SEGMENT_SEPARATOR] = FRIBIDI_TYPE_SS,
    [U_WHITE_SPACE_NEUTRAL] = FRIBIDI_TYPE_WS,
    [U_OTHER_NEUTRAL] = FRIBIDI_TYPE_ON,
    [U_LEFT_TO_RIGHT_EMBEDDING] = FRIBIDI_TYPE_LRE,
    [U_LEFT_TO_RIGHT_OVERRIDE] = FRIBIDI_TYPE_LRO,
    [U_RIGHT_TO_LEFT_ARABIC] = FRIBIDI_TYPE_AL,
    [U_RIGHT_TO_LEFT_EMBEDDING] = FRIBIDI_TYPE_RLE,
    [U_RIGHT_TO_LEFT_OVERRIDE] = FRIBIDI_TYPE_RLO,
    [U_POP_DIRECTIONAL_FORMAT] = FRIBIDI_TYPE_PDF,
    [U_DIR_NON_SPACING_MARK] = FRIBIDI_TYPE_NSM,
    [U_BOUNDARY_NEUTRAL] = FRIBIDI_TYPE_BN,
    [U_FIRST_STRONG_ISOLATE] = FRIBIDI_TYPE_FSI,
    [U_LEFT_TO_RIGHT_ISOLATE] = FRIBIDI_TYPE_LRI,
    [U_RIGHT_TO_LEFT_ISOLATE] = FRIBIDI_TYPE_RLI,
    [U_POP_DIRECTIONAL_ISOLATE] = FRIBIDI_TYPE_PDI,
};

_Static_assert(U_CHAR_DIRECTION_COUNT == 23, "a FriBidi type for every bidi class");

/* The paragraph as FriBidi wants it. */
struct characters {
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *levels;
    uint32_t *offsets; /* [bytes] of the text's characters; UINT32_MAX: an added control */
    size_t count;
};

static FriBidiCharType character_type(uint32_t c) {
    return fribidi_types[u_charDirection((UChar32)c)];
}

/* BD16 compares brackets up to canonical equivalence. */
static uint32_t canonical_bracket(uint32_t c) {
    return c == 0x2329 ? 0x3008 : c == 0x232A ? 0x3009 : c;
}

/* Both brackets of a pair are named by the opening one. */
static FriBidiBracketType bracket_type(uint32_t c) {
    c = canonical_bracket(c);
    switch (u_getIntPropertyValue((UChar32)c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
    case U_BPT_OPEN:
        return c | FRIBIDI_BRACKET_OPEN_MASK;
    case U_BPT_CLOSE:
        return (FriBidiBracketType)u_getBidiPairedBracket((UChar32)c);
    default:
        return FRIBIDI_NO_BRACKET;
    }
}

static void add_character(struct characters *characters, uint32_t c, uint32_t offset) {
    size_t i = characters->count++;
    characters->types[i] = character_type(c);
    if (characters->types[i] == FRIBIDI_TYPE_ON)
        characters->brackets[i] = bracket_type(c);
    characters->offsets[i] = offset;
}

static struct characters collect_characters(struct arena *arena, struct slice text,
                                            struct controls controls) {
    size_t room = utf8_count(text) + controls.count;
    struct characters characters = {
        .types = arena_array(arena, FriBidiCharType, room),
        .brackets = arena_array(arena, FriBidiBracketType, room),
        .levels = arena_array(arena, FriBidiLevel, room),
        .offsets = arena_array(arena, uint32_t, room),
    };
    size_t next_control = 0;
    for (size_t i = 0; i <= text.length;) {
        for (; next_control < controls.count &&
               controls.items[next_control].offset <= i;
             next_control++)
            add_character(&characters, controls.items[next_control].code_point,
                          UINT32_MAX);
        if (i == text.length)
            break;
        uint32_t offset = (uint32_t)i;
        add_character(&characters, utf8_decode(text, i, &i), offset);
    }
    return characters;
}

static void copy_levels(const struct characters *characters, size_t text_end,
                        uint8_t *levels) {
    size_t end = text_end;
    for (size_t i = characters->count; i-- > 0;) {
        if (characters->offsets[i] == UINT32_MAX)
            continue;
        memset(levels + characters->offsets[i], characters->levels[i],
               end - characters->offsets[i]);
        end = characters->offsets[i];
    }
}

uint8_t *bidi_levels(struct arena *arena, struct slice text, struct controls controls,
                     enum direction direction) {
    uint8_t *levels = arena_array(arena, uint8_t, text.length + 1);
    if (!text.length)
        return levels;
    struct characters characters = collect_characters(arena, text, controls);
    FriBidiParType paragraph =
        direction == DIRECTION_RTL ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    FriBidiLevel highest = 0;
    if (characters.count <= INT_MAX)
        highest = fribidi_get_par_embedding_levels_ex(
            characters.types, characters.brackets, (FriBidiStrIndex)characters.count,
            &paragraph, characters.levels);
    if (!highest) /* FriBidi's own allocation failed: the arena's handler says so */
        arena_take(arena, SIZE_MAX, 2);
    copy_levels(&characters, text.length, levels);
    return levels;
}

/* White space, isolate controls, and what X9 removes and L1 therefore looks through. */
static bool is_reset_at_line_end(uint32_t c) {
    FriBidiCharType type = character_type(c);
    return FRIBIDI_IS_EXPLICIT_OR_BN_OR_WS(type) || FRIBIDI_IS_ISOLATE(type) ||
           FRIBIDI_IS_SEPARATOR(type);
}

/* Where the character before byte `end` starts. */
static uint32_t previous_start(struct slice text, uint32_t start, uint32_t end) {
    uint32_t i = end - 1;
    while (i > start && end - i < 4 && (text.data[i] & 0xC0) == 0x80)
        i--;
    return i;
}

void bidi_reset_line_end(struct slice text, uint8_t *levels, uint32_t start, uint32_t end,
                         enum direction direction) {
    while (end > start) {
        uint32_t first = previous_start(text, start, end);
        size_t after;
        if (!is_reset_at_line_end(utf8_decode(text, first, &after)))
            return;
        memset(levels + first, direction == DIRECTION_RTL, end - first);
        end = first;
    }
}

static void reverse(uint32_t *order, size_t start, size_t end) {
    for (; start + 1 < end; start++, end--) {
        uint32_t kept = order[start];
        order[start] = order[end - 1];
        order[end - 1] = kept;
    }
}

/* Reverses each stretch of pieces at `level` or higher. */
static void reverse_level(const uint8_t *levels, size_t count, uint32_t *order,
                          uint8_t level) {
    for (size_t i = 0; i < count;) {
        size_t start = i;
        while (i < count && levels[i] >= level)
            i++;
        reverse(order, start, i);
        if (i == start)
            i++;
    }
}

/* A stretch at one level is a superset of those above it, so that its places in `order`
   are those it has in `levels`. */
void bidi_visual_order(const uint8_t *levels, size_t count, uint32_t *order) {
    uint8_t highest = 0, lowest_odd = UINT8_MAX;
    for (size_t i = 0; i < count; i++) {
        order[i] = (uint32_t)i;
        highest = levels[i] > highest ? levels[i] : highest;
        uint8_t odd = levels[i] | 1;
        lowest_odd = odd < lowest_odd ? odd : lowest_odd;
    }
    for (uint8_t level = highest; level >= lowest_odd && level > 0; level--)
        reverse_level(levels, count, order, level);
}
