/* SPDX-License-Identifier: MIT */
/* Texts that are not UTF-8: turns them into it, or says what they seem to be (ICU). */
#include "locale/locale.h"

#include <unicode/ucnv.h>

struct slice locale_from_utf16(struct arena *arena, struct slice bytes) {
    UErrorCode status = U_ZERO_ERROR;
    size_t room = bytes.length / 2 * 3 + 4; /* a unit is three bytes at most */
    char *text = arena_array(arena, char, room);
    int32_t length = ucnv_convert("UTF-8", "UTF-16", text, (int32_t)room, bytes.data,
                                  (int32_t)bytes.length, &status);
    return (struct slice){text, U_FAILURE(status) || length < 0 ? 0 : (size_t)length};
}

/* --- Windows-1256 ---------------------------------------------------------------------

   ICU's detector weighs pairs of letters, and a file of numbers with a few names has too
   few of them. But the code page says enough itself: its Arabic letters lie between French
   ones, which Arabic words do not have, and bytes of other scripts fall on both. */

struct range {
    unsigned char first, last;
};

static bool is_in(const struct range *ranges, size_t count, unsigned char byte) {
    for (size_t i = 0; i < count; i++)
        if (byte >= ranges[i].first && byte <= ranges[i].last)
            return true;
    return false;
}

static bool is_arabic_letter(unsigned char byte) {
    static const struct range letters[] = {
        {0x81, 0x81}, {0x8D, 0x90}, {0xC1, 0xD6}, {0xD8, 0xDF},
        {0xE1, 0xE1}, {0xE3, 0xE6}, {0xEC, 0xED},
    };
    return is_in(letters, sizeof letters / sizeof *letters, byte);
}

/* Commas, quotes and the like. */
static bool is_sign(unsigned char byte) {
    static const struct range signs[] = {
        {0x82, 0x82}, {0x84, 0x85}, {0x91, 0x97},
        {0xA0, 0xA9}, {0xAB, 0xBF}, {0xFD, 0xFE},
    };
    return byte < 0x80 || is_in(signs, sizeof signs / sizeof *signs, byte);
}

bool locale_is_windows_1256(struct slice bytes) {
    size_t letters = 0, joined = 0, others = 0;
    bool after_letter = false;
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = (unsigned char)bytes.data[i];
        bool letter = is_arabic_letter(byte);
        letters += letter;
        joined += letter && after_letter;
        others += !letter && !is_sign(byte);
        after_letter = letter;
    }
    return joined >= 2 && joined * 2 > letters && others * 20 <= letters;
}
