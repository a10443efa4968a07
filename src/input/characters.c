/* SPDX-License-Identifier: MIT */
/* Tells of characters that a report cannot hold: they have no shape, or they make a text
   read otherwise than it is written. */
#include "input/input.h"

#include "base/buffer.h"
#include "base/utf8.h"
#include "locale/locale.h"

enum { NO_TEXT_BYTES = 512, NO_TEXT_CONTROLS = 8 };

struct range {
    uint32_t first, last;
    enum diag_id id;
};

/* In order. Marks (U+200E, U+200F, U+061C), joiners and isolates are not here. */
static const struct range forbidden[] = {
    {0x0000, 0x0008, DIAG_CHARACTER_CONTROL},
    {0x000B, 0x000C, DIAG_CHARACTER_CONTROL},
    {0x000E, 0x001F, DIAG_CHARACTER_CONTROL},
    {0x007F, 0x009F, DIAG_CHARACTER_CONTROL},
    {0x2028, 0x2029, DIAG_CHARACTER_BREAK},
    {0x202A, 0x202E, DIAG_CHARACTER_BIDI},
    {0x206A, 0x206F, DIAG_CHARACTER_UNUSED},
    {0xE000, 0xF8FF, DIAG_CHARACTER_PRIVATE},
    {0xFDD0, 0xFDEF, DIAG_CHARACTER_UNUSED},
    {0xFEFF, 0xFEFF, DIAG_CHARACTER_BOM},
    {0xFFF9, 0xFFFC, DIAG_CHARACTER_UNUSED},
    {0xFFFD, 0xFFFD, DIAG_CHARACTER_LOST},
    {0xE0000, 0xE007F, DIAG_CHARACTER_UNUSED}, /* tags */
    {0xF0000, 0x10FFFF, DIAG_CHARACTER_PRIVATE},
};

/* The range a character is in, or NULL. */
static const struct range *find_range(uint32_t c) {
    static const struct range noncharacter = {.id = DIAG_CHARACTER_UNUSED};
    if (c >= 0x20 && c < 0x7F)
        return NULL;
    if ((c & 0xFFFE) == 0xFFFE)
        return &noncharacter;
    for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
        if (c <= forbidden[i].last)
            return c >= forbidden[i].first ? &forbidden[i] : NULL;
    return NULL;
}

bool character_check(struct reading *reading, uint32_t c, struct position position) {
    const struct range *range = find_range(c);
    if (!range)
        return false;
    struct arena *arena = reading->arena;
    diag_add(reading->diag, range->id, position,
             arena_printf(arena, "U+%04lX %s", (unsigned long)c,
                          locale_character_name(arena, c)),
             NULL);
    return true;
}

static void tell_bad_byte(struct reading *reading, struct locator *locator, size_t i) {
    unsigned byte = (unsigned char)locator->source.text.data[i];
    diag_add(reading->diag, DIAG_NOT_UTF8, locator_position(locator, i, i + 1),
             arena_printf(reading->arena, "0x%02X", byte), NULL);
}

/* Whether a file is of another kind (a word processor's, a picture): control characters
   among its first bytes. One or two may have slipped into a text. */
static bool is_no_text(struct slice text) {
    size_t controls = 0;
    for (size_t i = 0; i < text.length && i < NO_TEXT_BYTES; i++) {
        unsigned char byte = (unsigned char)text.data[i];
        controls += byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
    }
    return controls >= NO_TEXT_CONTROLS;
}

/* Of bytes that are not UTF-8, and of NULs, the first is enough: in a file in another
   encoding there is no end of them. */
void characters_check(struct reading *reading, struct locator *locator) {
    struct slice text = locator->source.text;
    if (is_no_text(text)) {
        diag_add(reading->diag, DIAG_NOT_TEXT, locator_whole(locator), NULL, NULL);
        return;
    }
    bool has_bad_byte = false, has_nul = false;
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        if (c == 0xFFFD && next == i + 1) {
            if (!has_bad_byte)
                tell_bad_byte(reading, locator, i);
            has_bad_byte = true;
        } else if (find_range(c) && !(c == 0 && has_nul)) {
            character_check(reading, c, locator_position(locator, i, next));
            has_nul |= c == 0;
        }
    }
}

struct slice characters_replace(struct arena *arena, struct slice text) {
    struct buffer copy = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        buffer_add_code_point(&copy, find_range(c) ? 0xFFFD : c);
    }
    return buffer_slice(&copy);
}
