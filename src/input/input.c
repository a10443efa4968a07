/* SPDX-License-Identifier: MIT */
/* Makes a source from a file: UTF-8 without a byte order mark, its characters checked. */
#include "input/input.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/utf8.h"
#include "locale/locale.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

/* A device or a pipe named in a report could keep the program waiting for ever. */
static bool is_waiting(const char *path) {
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) &&
           !S_ISDIR(status.st_mode);
}

static void tell_failure(struct reading *reading, const char *path, int reason,
                         struct position from) {
    struct diag *diag = reading->diag;
    if (reason == EFBIG)
        diag_add(diag, DIAG_FILE_TOO_LARGE, from, path, NULL);
    else if (!from.source)
        diag_add(diag, DIAG_FILE_READ, from, path, strerror(reason));
    else if (reason == ENOENT || reason == ENOTDIR)
        diag_add(diag, DIAG_FILE_ABSENT, from, path, NULL);
    else if (reason == EISDIR)
        diag_add(diag, DIAG_FILE_FOLDER, from, path, NULL);
    else
        diag_add(diag, DIAG_FILE_UNREADABLE, from, path, strerror(reason));
}

bool input_check(struct reading *reading, const char *path, struct position from) {
    if (is_waiting(path)) {
        diag_add(reading->diag, DIAG_FILE_UNREADABLE, from, path, "it is not a file");
        return false;
    }
    errno = file_is_folder(path) ? EISDIR : 0;
    if (!errno && access(path, R_OK) == 0)
        return true;
    tell_failure(reading, path, errno, from);
    return false;
}

static bool begins_with(struct slice text, const char *bytes, size_t length) {
    return text.length >= length && !memcmp(text.data, bytes, length);
}

static bool has_utf16_mark(struct slice text) {
    return begins_with(text, "\xFF\xFE", 2) || begins_with(text, "\xFE\xFF", 2);
}

/* By its byte order mark, or by ASCII with every second byte NUL. */
static bool is_utf16(struct slice text) {
    return has_utf16_mark(text) ||
           (text.length >= 4 && !text.data[0] != !text.data[1] &&
            !text.data[0] == !text.data[2] && !text.data[1] == !text.data[3]);
}

static bool is_clean(struct slice text) {
    return utf8_valid(text, NULL) && !memchr(text.data, '\0', text.length);
}

/* The text with U+FFFD for each byte that is not UTF-8 and for each NUL, so that a place
   has the same column in both. */
static struct slice repair(struct arena *arena, struct slice text) {
    struct buffer copy = {.arena = arena};
    for (size_t i = 0; i < text.length;) {
        uint32_t c = utf8_decode(text, i, &i);
        buffer_add_code_point(&copy, c ? c : 0xFFFD);
    }
    return buffer_slice(&copy);
}

static struct locator *make_source(struct reading *reading, const char *path,
                                   struct slice raw) {
    if (begins_with(raw, "\xEF\xBB\xBF", 3))
        raw = slice_sub(raw, 3, raw.length);
    struct locator *locator = locator_new(reading->arena, path, raw);
    characters_check(reading, locator);
    if (is_clean(raw))
        return locator;
    return locator_new(reading->arena, path, repair(reading->arena, raw));
}

/* False if the bytes cannot be had, which has then been told. */
static bool read_bytes(struct reading *reading, const char *path, struct position from,
                       struct slice *raw) {
    if (from.source && is_waiting(path)) {
        diag_add(reading->diag, DIAG_FILE_UNREADABLE, from, path, "it is not a file");
        return false;
    }
    errno = 0;
    if (file_read(reading->arena, path, CONTENT_LIMIT, raw))
        return true;
    tell_failure(reading, path, errno, from);
    return false;
}

static struct locator *refuse(struct reading *reading, const char *path,
                              enum diag_id id) {
    struct slice none = {"", 0};
    struct locator *locator = locator_new(reading->arena, path, none);
    diag_add(reading->diag, id, locator_whole(locator), NULL, NULL);
    return NULL;
}

struct locator *input_read(struct reading *reading, const char *path,
                           struct position from) {
    struct slice raw;
    if (!read_bytes(reading, path, from, &raw))
        return NULL;
    if (is_utf16(raw))
        return refuse(reading, path, DIAG_UTF16);
    return make_source(reading, path, raw);
}

struct locator *input_read_foreign(struct reading *reading, const char *path,
                                   struct position from) {
    struct slice raw;
    size_t bad;
    if (!read_bytes(reading, path, from, &raw))
        return NULL;
    if (is_utf16(raw))
        return refuse(reading, path, DIAG_UTF16);
    if (begins_with(raw, "\xEF\xBB\xBF", 3))
        raw = slice_sub(raw, 3, raw.length);
    if (utf8_valid(raw, &bad))
        return locator_new(reading->arena, path, raw);
    struct locator *locator = locator_new(reading->arena, path, raw);
    diag_add(reading->diag, DIAG_NOT_UTF8, locator_position(locator, bad, bad + 1),
             arena_printf(reading->arena, "0x%02X", (unsigned char)raw.data[bad]),
             NULL);
    return NULL;
}

/* --- data ---------------------------------------------------------------------------- */

/* Of the two kinds of Excel: a ZIP archive, a compound file. */
static bool is_spreadsheet(struct slice raw) {
    return begins_with(raw, "PK\x03\x04", 4) || begins_with(raw, "\xD0\xCF\x11\xE0", 4);
}

static struct locator *refuse_encoding(struct reading *reading, const char *path,
                                       struct slice raw, size_t bad) {
    struct locator *locator = locator_new(reading->arena, path, raw);
    bool arabic = locale_is_windows_1256(raw);
    diag_add(reading->diag, DIAG_DATA_ENCODING, locator_position(locator, bad, bad + 1),
             arabic ? "; it seems to be Arabic in Windows-1256" : "", NULL);
    return NULL;
}

/* Other encodings are not guessed: a guess that is wrong makes other words of a name. */
struct locator *input_read_data(struct reading *reading, const char *path,
                                struct position from) {
    struct slice raw;
    size_t bad;
    if (!read_bytes(reading, path, from, &raw))
        return NULL;
    if (is_spreadsheet(raw))
        return refuse(reading, path, DIAG_DATA_SPREADSHEET);
    if (has_utf16_mark(raw))
        raw = locale_from_utf16(reading->arena, raw);
    else if (is_utf16(raw))
        return refuse(reading, path, DIAG_DATA_UTF16);
    else if (!utf8_valid(raw, &bad))
        return refuse_encoding(reading, path, raw, bad);
    return make_source(reading, path, raw);
}
