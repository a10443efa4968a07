/* SPDX-License-Identifier: MIT */
/* The bidi controls that make a paragraph read right whatever its author typed, from its
   text and its known units.

   The trouble (UAX #9 W2 to W7): a European number has one type after an Arabic letter and
   another at the start of a paragraph or after a Latin letter. With the one, the signs
   % $ - typed against it stay on their sides, with the other they go over to the other
   side; so the same characters come out in two orders, by what happens to stand before
   them. And a Latin phrase takes the signs and the number after it into its own order.

   The answer has three parts:
   - Isolates (UAX #9 6.1). around what is one sign to the reader: phone numbers, dates,
     ids, amounts with their sign first, numbers grouped by spaces, formulas, degrees
     (notations.c, numbers.c); around each phrase of the other direction, with the URLs,
     addresses and file names in it (phrases.c); around each known unit. The initiator is
     LRI or RLI: the direction is known here, and FSI would look for it past the isolates
     inside.
   - U+200F where a number follows the paragraph: between a number and the percent or
     currency sign after it, before a hyphen between numbers. The order is then the one
     that the number takes after an Arabic letter: %12.5, and 25-28 with 25 at the right,
     like 25–28 with the dash. A sign before a lone number stands at its right (5-) in all
     contexts already.
   - U+200E after each group of U+0660 digits inside an isolate, since these are not put in
     left-to-right order by the isolate alone.
   After this no left-to-right letter is left outside an isolate in a right-to-left text,
   and no number whose type matters: tests/unit/isolate_test.c turns that into a property.

   A known unit is one piece to the text around it, and a text of its own inside, in the
   direction of its first strong character; one without any follows the text around it.
   So is what the author has put between bidi controls, only that nothing is added inside.

   In a left-to-right paragraph only the phrases of Arabic words and notations in U+0660
   digits need isolates; numbers are right once the phrases are. Inside such a phrase
   notations and numbers are those of a right-to-left text.

   Road not taken: rewriting the text. The controls exist only for the levels; what is
   shaped, searched and copied is what the author typed. */
#include "text/internal.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum { LRM = 0x200E, RLM = 0x200F, LRI = 0x2066, RLI = 0x2067, PDI = 0x2069 };

enum { OBJECT_REPLACEMENT = 0xFFFC };

/* A control and where it goes among others at its offset. */
struct placed {
    struct control control;
    int32_t
        rank; /* closing ones first, the inner before the outer; opening ones last */
};

/* A stretch of text with a direction of its own: the paragraph or a known unit. */
struct container {
    uint32_t start, end; /* [bytes] */
    enum direction direction;
    const struct known_unit
        *units; /* inside it, by start, the outer before the inner */
    size_t unit_count;
    int32_t depth;
};

struct isolator {
    struct arena *arena;
    struct slice text;
    struct placed *placed;
    size_t count, capacity;
    struct container *containers; /* those from `next` on are still to be done */
    size_t container_count, container_capacity, next;
};

static void place(struct isolator *isolator, uint32_t offset, uint32_t code_point,
                  int32_t rank) {
    arena_reserve(isolator->arena, isolator->placed, isolator->count,
                  isolator->capacity);
    isolator->placed[isolator->count++] = (struct placed){{offset, code_point}, rank};
}

/* Depths are from 1. */
static void place_isolate(struct isolator *isolator, uint32_t start, uint32_t end,
                          enum direction direction, int32_t depth) {
    place(isolator, start, direction == DIRECTION_RTL ? RLI : LRI, depth);
    place(isolator, end, PDI, -depth);
}

static int compare_placed(const void *left, const void *right) {
    const struct placed *a = left, *b = right;
    if (a->control.offset != b->control.offset)
        return a->control.offset < b->control.offset ? -1 : 1;
    return a->rank < b->rank ? -1 : a->rank > b->rank;
}

/* --- known units ---------------------------------------------------------------------------- */

static enum piece_class unit_class(struct slice inside) {
    enum direction if_ltr = locale_first_strong(inside, DIRECTION_LTR);
    if (if_ltr != locale_first_strong(inside, DIRECTION_RTL))
        return PIECE_OBJECT;
    return if_ltr == DIRECTION_RTL ? PIECE_RTL : PIECE_LTR;
}

static void add_container(struct isolator *isolator, struct container container) {
    arena_reserve(isolator->arena, isolator->containers, isolator->container_count,
                  isolator->container_capacity);
    isolator->containers[isolator->container_count++] = container;
}

/* Isolates the unit units[first] of a container and queues its inside; `after` is the
   first unit past it. */
static struct piece_object add_unit(struct isolator *isolator,
                                    const struct container *outer, size_t first,
                                    size_t after) {
    struct known_unit unit = outer->units[first];
    enum piece_class class =
        unit_class(slice_sub(isolator->text, unit.start, unit.end));
    if (class == PIECE_OBJECT && unit.code)
        class = PIECE_LTR;
    enum direction direction = class == PIECE_OBJECT ? outer->direction
                               : class == PIECE_RTL  ? DIRECTION_RTL
                                                     : DIRECTION_LTR;
    place_isolate(isolator, unit.start, unit.end, direction, outer->depth + 1);
    add_container(isolator, (struct container){unit.start, unit.end, direction,
                                               outer->units + first + 1,
                                               after - first - 1, outer->depth + 2});
    return (struct piece_object){unit.start, unit.end, class};
}

/* Empty units, and those that cross another one's end, are no units. */
static bool is_unit(const struct container *container, size_t i, uint32_t from) {
    struct known_unit unit = container->units[i];
    return unit.start >= from && unit.start < unit.end && unit.end <= container->end;
}

/* Whether a piece starts at `offset`, and not in what the author put between controls.
   `piece` only moves on. */
static bool starts_a_piece(struct pieces pieces, size_t *piece, uint32_t offset) {
    while (*piece < pieces.count && pieces.items[*piece].offset < offset)
        ++*piece;
    return pieces.items[*piece].offset == offset;
}

static struct pieces open_container(struct isolator *isolator,
                                    const struct container *container) {
    struct pieces plain = text_pieces(isolator->arena, isolator->text, container->start,
                                      container->end, NULL, 0);
    if (!container->unit_count)
        return plain;
    struct piece_object *objects =
        arena_array(isolator->arena, struct piece_object, container->unit_count);
    size_t count = 0, piece = 0;
    uint32_t from = container->start;
    for (size_t i = 0; i < container->unit_count;) {
        size_t after = i + 1;
        if (!is_unit(container, i, from) ||
            !starts_a_piece(plain, &piece, container->units[i].start)) {
            i = after;
            continue;
        }
        from = container->units[i].end;
        while (after < container->unit_count && container->units[after].start < from)
            after++;
        objects[count++] = add_unit(isolator, container, i, after);
        i = after;
    }
    return text_pieces(isolator->arena, isolator->text, container->start,
                       container->end, objects, count);
}

/* --- notations -------------------------------------------------------------------------------- */

/* The letters of URLs, file names and the like are words whatever else they hold. */
static void absorb_words(struct pieces pieces, struct notations notations) {
    for (size_t n = 0; n < notations.count; n++) {
        struct notation notation = notations.items[n];
        for (size_t i = notation.start; notation.letters && i < notation.end; i++)
            pieces.items[i].class = PIECE_LTR;
    }
}

/* LRM after each group of U+0660 digits but the last. */
static void mark_groups(struct isolator *isolator, struct pieces pieces,
                        struct notation notation) {
    for (size_t i = notation.start; i + 1 < notation.end; i++)
        if (pieces.items[i].class == PIECE_INDIC &&
            pieces.items[i + 1].class != PIECE_INDIC &&
            pieces.items[i + 1].class != PIECE_SEPARATOR)
            place(isolator, pieces.items[i + 1].offset, LRM, 0);
}

static void isolate_notation(struct isolator *isolator, struct pieces pieces,
                             struct notation notation,
                             const struct container *container) {
    if (container->direction == DIRECTION_LTR && !notation.right_to_left)
        return;
    place_isolate(isolator, pieces.items[notation.start].offset,
                  pieces.items[notation.end].offset, DIRECTION_LTR, container->depth);
    mark_groups(isolator, pieces, notation);
}

/* --- numbers that follow the paragraph ---------------------------------------------------------- */

static bool is_number(enum piece_class class) {
    return class == PIECE_DIGIT || class == PIECE_INDIC;
}

static bool is_terminator(enum piece_class class) {
    return class == PIECE_TERMINATOR || class == PIECE_DEGREE;
}

/* Whether U+200F between `before` and `here` keeps the order from depending on the type
   that W2 gives the number; `next` is what follows. */
static bool parts_number(enum piece_class before, enum piece_class here,
                         enum piece_class next) {
    if (is_terminator(here))
        return before == PIECE_DIGIT;
    if (is_terminator(before))
        return here == PIECE_DIGIT;
    if (here == PIECE_SIGN)
        return before == PIECE_DIGIT && is_number(next);
    bool separator = here == PIECE_SEPARATOR || here == PIECE_ARABIC_COMMA ||
                     here == PIECE_NO_BREAK_SPACE;
    return separator && is_number(before) && is_number(next) && before != next;
}

static void mark_numbers(struct isolator *isolator, struct pieces pieces, size_t start,
                         size_t end) {
    enum piece_class before = PIECE_STOP;
    for (size_t i = start; i < end; i++) {
        enum piece_class here = pieces.items[i].class;
        if (here == PIECE_MARK)
            continue;
        size_t next = i + 1;
        while (next < end && pieces.items[next].class == PIECE_MARK)
            next++;
        if (parts_number(before, here, pieces.items[next].class))
            place(isolator, pieces.items[i].offset, RLM, 0);
        before = here;
    }
}

/* --- the walk -------------------------------------------------------------------------------------- */

/* A known unit is isolated already. */
static bool is_one_unit(struct pieces pieces, struct phrase phrase) {
    return phrase.end == phrase.start + 1 &&
           pieces.items[phrase.start].code_point == OBJECT_REPLACEMENT;
}

/* What is neither phrase nor in one: its notations and lone numbers. */
static size_t isolate_between(struct isolator *isolator, struct pieces pieces,
                              struct notations notations, size_t next, size_t start,
                              size_t end, const struct container *container) {
    while (next < notations.count && notations.items[next].start < start)
        next++;
    for (; next < notations.count && notations.items[next].start < end; next++) {
        struct notation notation = notations.items[next];
        if (container->direction == DIRECTION_RTL)
            mark_numbers(isolator, pieces, start, notation.start);
        isolate_notation(isolator, pieces, notation, container);
        start = notation.end;
    }
    if (container->direction == DIRECTION_RTL && start < end)
        mark_numbers(isolator, pieces, start, end);
    return next;
}

static void isolate_container(struct isolator *isolator, struct container container) {
    struct pieces pieces = open_container(isolator, &container);
    struct notations notations = text_notations(isolator->arena, pieces);
    absorb_words(pieces, notations);
    bool leftward = container.direction == DIRECTION_RTL;
    struct phrases phrases =
        text_phrases(isolator->arena, pieces, leftward ? PIECE_LTR : PIECE_RTL);
    size_t from = 0, next = 0;
    for (size_t i = 0; i < phrases.count; i++) {
        struct phrase phrase = phrases.items[i];
        next = isolate_between(isolator, pieces, notations, next, from, phrase.start,
                               &container);
        size_t inside = next;
        while (next < notations.count && notations.items[next].start < phrase.end) {
            if (notations.items[next].end > phrase.end)
                phrase.end = notations.items[next].end;
            next++;
        }
        if (!is_one_unit(pieces, phrase))
            place_isolate(isolator, pieces.items[phrase.start].offset,
                          pieces.items[phrase.end].offset,
                          leftward ? DIRECTION_LTR : DIRECTION_RTL, container.depth);
        if (!leftward)
            isolate_between(isolator, pieces, notations, inside, phrase.start,
                            phrase.end,
                            &(struct container){.direction = DIRECTION_RTL,
                                                .depth = container.depth + 1});
        from = phrase.end;
    }
    isolate_between(isolator, pieces, notations, next, from, pieces.count, &container);
}

static bool has_right_to_left(struct slice text) {
    for (size_t i = 0; i < text.length;) {
        switch (u_charDirection((UChar32)utf8_decode(text, i, &i))) {
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
        case U_ARABIC_NUMBER:
            return true;
        default:
            break;
        }
    }
    return false;
}

struct controls text_isolate(struct arena *arena, struct slice text,
                             enum direction direction, const struct known_unit *units,
                             size_t unit_count) {
    struct isolator isolator = {.arena = arena, .text = text};
    if (direction == DIRECTION_LTR && !has_right_to_left(text))
        return (struct controls){NULL, 0};
    add_container(&isolator, (struct container){0, (uint32_t)text.length, direction,
                                                units, unit_count, /*depth*/ 1});
    while (isolator.next < isolator.container_count)
        isolate_container(&isolator, isolator.containers[isolator.next++]);
    if (isolator.count)
        qsort(isolator.placed, isolator.count, sizeof *isolator.placed, compare_placed);
    struct control *items = arena_array(arena, struct control, isolator.count + 1);
    for (size_t i = 0; i < isolator.count; i++)
        items[i] = isolator.placed[i].control;
    return (struct controls){items, isolator.count};
}

struct controls controls_without_marks(struct arena *arena, struct controls controls) {
    struct control *items = arena_array(arena, struct control, controls.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < controls.count; i++)
        if (controls.items[i].code_point != RLM)
            items[count++] = controls.items[i];
    return (struct controls){items, count};
}
