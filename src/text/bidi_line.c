/* SPDX-License-Identifier: MIT */
/* The last steps of UAX #9, per line: L1 at a line's end and the visual order L2, from the
   levels of its paragraph.

   The order is ours because fribidi_reorder_line reorders characters, and lines are made
   of runs. U+2028 at a line's end is white space like any other. */
#include "text/internal.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

/* White space, isolate controls, and what X9 removes and L1 therefore looks through. */
static bool is_reset_at_line_end(uint32_t c) {
    switch (u_charDirection((UChar32)c)) {
    case U_WHITE_SPACE_NEUTRAL:
    case U_SEGMENT_SEPARATOR:
    case U_BLOCK_SEPARATOR:
    case U_BOUNDARY_NEUTRAL:
    case U_LEFT_TO_RIGHT_EMBEDDING:
    case U_LEFT_TO_RIGHT_OVERRIDE:
    case U_RIGHT_TO_LEFT_EMBEDDING:
    case U_RIGHT_TO_LEFT_OVERRIDE:
    case U_POP_DIRECTIONAL_FORMAT:
    case U_LEFT_TO_RIGHT_ISOLATE:
    case U_RIGHT_TO_LEFT_ISOLATE:
    case U_FIRST_STRONG_ISOLATE:
    case U_POP_DIRECTIONAL_ISOLATE:
        return true;
    default:
        return false;
    }
}

/* Where the character before byte `end` starts. */
static uint32_t previous_start(struct slice text, uint32_t start, uint32_t end) {
    uint32_t i = end - 1;
    while (i > start && end - i < 4 && (text.data[i] & 0xC0) == 0x80)
        i--;
    return i;
}

void bidi_reset_line_end(struct slice text, uint8_t *levels, uint32_t start,
                         uint32_t end, enum direction direction) {
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

/* Reverses each stretch of pieces at `level` or higher; a lower seam parts two. */
static void reverse_level(const uint8_t *levels, const uint8_t *seams, size_t count,
                          uint32_t *order, uint8_t level) {
    for (size_t i = 0; i < count;) {
        size_t start = i;
        while (i < count && levels[i] >= level &&
               (i == start || !seams || seams[i] >= level))
            i++;
        reverse(order, start, i);
        if (i == start)
            i++;
    }
}

/* A stretch at one level is a superset of those above it, so that its places in `order`
   are those it has in `levels`. */
void bidi_visual_order(const uint8_t *levels, const uint8_t *seams, size_t count,
                       uint32_t *order) {
    uint8_t highest = 0, lowest_odd = UINT8_MAX;
    for (size_t i = 0; i < count; i++) {
        order[i] = (uint32_t)i;
        highest = levels[i] > highest ? levels[i] : highest;
        uint8_t lower = seams && seams[i] < levels[i] ? seams[i] : levels[i];
        uint8_t odd = lower | 1;
        lowest_odd = odd < lowest_odd ? odd : lowest_odd;
    }
    for (uint8_t level = highest; level >= lowest_odd && level > 0; level--)
        reverse_level(levels, seams, count, order, level);
}
