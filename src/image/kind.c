/* SPDX-License-Identifier: MIT */
/* Tells what a file is by its first bytes, also what it is instead of a picture. */
#include "image/internal.h"

struct signature {
    size_t offset;
    const char *bytes;
    size_t length;
    const char *what;
};

#define SIGNATURE(offset, bytes, what)                                                 \
    { offset, bytes, sizeof(bytes) - 1, what }

static const struct signature signatures[] = {
    SIGNATURE(0, "GIF8", "a GIF picture"),
    SIGNATURE(8, "WEBP", "a WebP picture"),
    SIGNATURE(4, "ftypavi", "an AVIF picture"),
    SIGNATURE(4, "ftyphei", "a HEIC picture"),
    SIGNATURE(4, "ftyphev", "a HEIC picture"),
    SIGNATURE(4, "ftypmif1", "a HEIF picture"),
    SIGNATURE(4, "ftypmsf1", "a HEIF picture"),
    SIGNATURE(4, "ftyp", "a film"),
    SIGNATURE(0, "II*\0", "a TIFF picture"),
    SIGNATURE(0, "MM\0*", "a TIFF picture"),
    SIGNATURE(0, "II+\0", "a TIFF picture"),
    SIGNATURE(0, "MM\0+", "a TIFF picture"),
    SIGNATURE(0, "8BPS", "a Photoshop file"),
    SIGNATURE(0, "gimp xcf", "a GIMP file"),
    SIGNATURE(0, "\0\0\0\x0CjP  ", "a JPEG 2000 picture"),
    SIGNATURE(0, "\xFF\x4F\xFF\x51", "a JPEG 2000 picture"),
    SIGNATURE(0, "\xFF\x0A", "a JPEG XL picture"),
    SIGNATURE(0, "\0\0\0\x0CJXL ", "a JPEG XL picture"),
    SIGNATURE(0, "\0\0\1\0", "an icon"),
    SIGNATURE(0, "BM", "a BMP picture"),
    SIGNATURE(0, "%PDF", "a PDF"),
    SIGNATURE(0, "%!PS", "a PostScript file"),
    SIGNATURE(0, "\xC5\xD0\xD3\xC6", "a PostScript file"),
    SIGNATURE(0, "PK\3\4", "a ZIP or office file"),
    SIGNATURE(0, "\xD0\xCF\x11\xE0", "an office file"),
    SIGNATURE(0, "version https://git-lfs", "a Git LFS pointer, not the picture"),
};

static bool matches(struct slice bytes, const struct signature *signature) {
    return bytes.length >= signature->offset + signature->length &&
           !memcmp(bytes.data + signature->offset, signature->bytes, signature->length);
}

enum { SEARCHED = 1024 };

/* Whether a text stands near the beginning, in small or capital letters. */
static bool has_near_start(struct slice bytes, const char *text) {
    size_t size = strlen(text);
    size_t limit = bytes.length < SEARCHED ? bytes.length : SEARCHED;
    for (size_t i = 0; i + size <= limit; i++) {
        size_t n = 0;
        while (n < size && (bytes.data[i + n] | 0x20) == (text[n] | 0x20))
            n++;
        if (n == size)
            return true;
    }
    return false;
}

static const char *name_other(struct slice bytes) {
    if (!bytes.length)
        return "an empty file";
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (matches(bytes, &signatures[i]))
            return signatures[i].what;
    if (has_near_start(bytes, "<!doctype html") || has_near_start(bytes, "<html"))
        return "a page of the web";
    if (has_near_start(bytes, "<svg"))
        return "an SVG drawing";
    return "no picture this program knows";
}

bool kind_find(struct slice bytes, enum image_kind *kind, const char **what) {
    static const struct signature png = SIGNATURE(0, "\x89PNG\r\n\x1A\n", "");
    static const struct signature jpeg = SIGNATURE(0, "\xFF\xD8\xFF", "");
    *what = NULL;
    if (matches(bytes, &png))
        *kind = IMAGE_PNG;
    else if (matches(bytes, &jpeg))
        *kind = IMAGE_JPEG;
    else
        *what = name_other(bytes);
    return *what == NULL;
}
