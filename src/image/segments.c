/* SPDX-License-Identifier: MIT */
/* Walks the segments of a JPEG file, and copies those that show the picture.

   A marker is 0xFF and a code. Most are followed by a length of two bytes, which counts
   itself, and a body; SOS also by coded data, in which 0xFF stands before 0 or before a
   restart code 0xD0 to 0xD7 and so ends nothing. */
#include "image/internal.h"

#include "base/buffer.h"

static bool has_body(unsigned char code) {
    return code != MARKER_TEM && !(code >= MARKER_RST0 && code <= MARKER_EOI);
}

/* Where the coded data from `at` on end: at a marker, or at the end of the bytes. */
static size_t find_scan_end(struct slice jpeg, size_t at) {
    for (; at + 1 < jpeg.length; at++) {
        unsigned char next = byte_at(jpeg, at + 1);
        if (byte_at(jpeg, at) == 0xFF && next != 0 && next != 0xFF &&
            !(next >= MARKER_RST0 && next < MARKER_SOI))
            return at;
    }
    return jpeg.length;
}

bool segment_next(struct slice jpeg, size_t *at, struct segment *segment) {
    size_t i = *at;
    while (i < jpeg.length && byte_at(jpeg, i) != 0xFF)
        i++;
    while (i < jpeg.length && byte_at(jpeg, i) == 0xFF)
        i++;
    if (i >= jpeg.length)
        return false;
    unsigned char code = byte_at(jpeg, i++);
    *segment = (struct segment){.marker = (enum marker)code};
    if (has_body(code)) {
        if (jpeg.length - i < 2)
            return false;
        size_t size = short_at(jpeg, i);
        if (size < 2 || size > jpeg.length - i)
            return false;
        segment->body = slice_sub(jpeg, i + 2, i + size);
        i += size;
    }
    if (code == MARKER_SOS) {
        size_t end = find_scan_end(jpeg, i);
        segment->scan = slice_sub(jpeg, i, end);
        i = end;
    }
    *at = i;
    return true;
}

bool segment_is_frame(enum marker marker) {
    return marker >= MARKER_SOF0 && marker <= MARKER_SOF15 && marker != MARKER_DHT &&
           marker != MARKER_JPG && marker != MARKER_DAC;
}

bool segments_are_common(struct slice jpeg) {
    struct segment segment;
    for (size_t at = 0; segment_next(jpeg, &at, &segment);)
        if (segment_is_frame(segment.marker))
            return segment.marker == MARKER_SOF0 || segment.marker == MARKER_SOF2;
    return false;
}

static bool is_needed(enum marker marker) {
    return segment_is_frame(marker) || marker == MARKER_DHT || marker == MARKER_DQT ||
           marker == MARKER_DRI || marker == MARKER_SOS;
}

static void add_segment(struct buffer *out, enum marker marker, struct slice body) {
    const unsigned char head[] = {0xFF, (unsigned char)marker,
                                  (unsigned char)((body.length + 2) >> 8),
                                  (unsigned char)(body.length + 2)};
    buffer_add(out, head, sizeof head);
    buffer_add(out, body.data, body.length);
}

/* JFIF says grey or YCbCr, Adobe's marker all else; CMYK without it is not inverted. */
static void add_model(struct buffer *out, enum jpeg_model model, bool adobe) {
    static const char jfif[] = "JFIF\0\1\1\0\0\1\0\1\0";
    char mark[] = "Adobe\0\x64\0\0\0\0";
    mark[11] = model == MODEL_YCCK ? 2 : 0;
    if (model == MODEL_GREY || model == MODEL_YCC)
        add_segment(out, MARKER_APP0, (struct slice){jfif, sizeof jfif});
    else if (model == MODEL_RGB || adobe)
        add_segment(out, MARKER_APP14, (struct slice){mark, sizeof mark});
}

struct slice segments_strip(struct arena *arena, struct slice jpeg,
                            enum jpeg_model model, bool adobe) {
    struct buffer out = {.arena = arena};
    struct segment segment = {.marker = MARKER_SOI};
    buffer_add(&out, "\xFF\xD8", 2);
    add_model(&out, model, adobe);
    for (size_t at = 2;
         segment.marker != MARKER_EOI && segment_next(jpeg, &at, &segment);) {
        if (!is_needed(segment.marker))
            continue;
        add_segment(&out, segment.marker, segment.body);
        buffer_add(&out, segment.scan.data, segment.scan.length);
    }
    buffer_add(&out, "\xFF\xD9", 2);
    return buffer_slice(&out);
}
