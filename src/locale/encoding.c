/* SPDX-License-Identifier: MIT */
/* Texts that are not UTF-8: turns them into it, or says what they seem to be (ICU). */
#include "locale/locale.h"

#include "base/buffer.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

struct slice locale_from_utf16(struct arena *arena, struct slice bytes) {
    UErrorCode status = U_ZERO_ERROR;
    size_t room = bytes.length / 2 * 3 + 4; /* a unit is three bytes at most */
    char *text = arena_array(arena, char, room);
    int32_t length = ucnv_convert("UTF-8", "UTF-16", text, (int32_t)room, bytes.data,
                                  (int32_t)bytes.length, &status);
    return (struct slice){text, U_FAILURE(status) || length < 0 ? 0 : (size_t)length};
}

/* ASCII says nothing of an encoding and would outvote what does. */
static struct slice blank_ascii(struct arena *arena, struct slice bytes) {
    enum { ENOUGH = 16 * 1024 };
    struct buffer copy = {.arena = arena};
    bool gap = false;
    for (size_t i = 0; i < bytes.length && copy.length < ENOUGH; i++) {
        bool ascii = (unsigned char)bytes.data[i] < 0x80;
        if (!ascii || !gap)
            buffer_add_char(&copy, ascii ? ' ' : bytes.data[i]);
        gap = ascii;
    }
    return buffer_slice(&copy);
}

/* The language of the likeliest encoding is Arabic: among those that files on today's
   machines are in, Windows-1256 is the only one. */
bool locale_is_windows_1256(struct arena *arena, struct slice bytes) {
    UErrorCode status = U_ZERO_ERROR;
    struct slice text = blank_ascii(arena, bytes);
    UCharsetDetector *detector = ucsdet_open(&status);
    ucsdet_setText(detector, text.data, (int32_t)text.length, &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    const char *language = match ? ucsdet_getLanguage(match, &status) : NULL;
    bool arabic = U_SUCCESS(status) && language && slice_is(slice_of(language), "ar");
    ucsdet_close(detector);
    return arabic;
}
