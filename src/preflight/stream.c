/* SPDX-License-Identifier: MIT */
/* Undoes the filters of streams that pictures and content are kept in (ISO 32000-1 7.4). */
#include "preflight/internal.h"

#include <zlib.h>

/* --- Flate ------------------------------------------------------------------------------ */

enum { STEP = 1 << 16 };

/* What came before a fault counts: readers show that too. */
static bool inflate_bytes(struct arena *arena, struct slice in, struct buffer *out) {
    z_stream z = {0};
    char *step = arena_array(arena, char, STEP);
    if (inflateInit(&z) != Z_OK)
        return false;
    z.next_in = (Bytef *)(uintptr_t)in.data;
    z.avail_in = (uInt)in.length;
    int status = Z_OK;
    while (status == Z_OK && out->length < STREAM_LIMIT) {
        z.next_out = (Bytef *)step;
        z.avail_out = STEP;
        status = inflate(&z, Z_NO_FLUSH);
        buffer_add(out, step, STEP - z.avail_out);
    }
    inflateEnd(&z);
    return status == Z_STREAM_END;
}

/* --- predictors (7.4.4.4) ----------------------------------------------------------------- */

struct predictor {
    uint32_t kind, colours, bits, columns;
};

static uint32_t find_count(struct file *file, const struct object *map, const char *key,
                           uint32_t usual, uint32_t most) {
    const struct object *value = file_find(file, map, key);
    if (value->kind != OBJECT_NUMBER)
        return usual;
    return value->number >= 1 && value->number <= most ? (uint32_t)value->number : 0;
}

static bool read_predictor(struct file *file, const struct object *parameters,
                           struct predictor *predictor) {
    *predictor =
        (struct predictor){find_count(file, parameters, "Predictor", 1, 15),
                           find_count(file, parameters, "Colors", 1, 32),
                           find_count(file, parameters, "BitsPerComponent", 8, 16),
                           find_count(file, parameters, "Columns", 1, 1 << 20)};
    return predictor->kind && predictor->colours && predictor->bits &&
           predictor->columns;
}

static int paeth(int a, int b, int c) {
    int p = a + b - c;
    int pa = p > a ? p - a : a - p, pb = p > b ? p - b : b - p,
        pc = p > c ? p - c : c - p;
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/* One row of PNG's filters, in place; `above` is the row before it. */
static void undo_row(unsigned char filter, unsigned char *row,
                     const unsigned char *above, size_t length, size_t pixel) {
    for (size_t i = 0; i < length; i++) {
        int left = i >= pixel ? row[i - pixel] : 0;
        int corner = i >= pixel ? above[i - pixel] : 0;
        int guess = filter == 1   ? left
                    : filter == 2 ? above[i]
                    : filter == 3 ? (left + above[i]) / 2
                    : filter == 4 ? paeth(left, above[i], corner)
                                  : 0;
        row[i] = (unsigned char)(row[i] + guess);
    }
}

static struct slice undo_png(struct arena *arena, struct slice in,
                             const struct predictor *predictor) {
    size_t bits = (size_t)predictor->colours * predictor->bits;
    size_t length = (bits * predictor->columns + 7) / 8, pixel = (bits + 7) / 8;
    size_t rows = in.length / (length + 1);
    unsigned char *out = arena_array(arena, unsigned char, rows *length + 1);
    const unsigned char *above = arena_array(arena, unsigned char, length);
    for (size_t y = 0; y < rows; y++) {
        const char *from = in.data + y * (length + 1);
        memcpy(out + y * length, from + 1, length);
        undo_row((unsigned char)*from, out + y * length, above, length, pixel);
        above = out + y * length;
    }
    return (struct slice){(const char *)out, rows * length};
}

/* Differences along a row, of whole bytes (TIFF 6.0, section 14). */
static struct slice undo_tiff(struct arena *arena, struct slice in,
                              const struct predictor *predictor) {
    size_t pixel = predictor->colours, length = pixel * predictor->columns;
    unsigned char *out = (unsigned char *)arena_copy(arena, in.data, in.length);
    for (size_t i = 0; i < in.length; i++)
        if (i % length >= pixel)
            out[i] = (unsigned char)(out[i] + out[i - pixel]);
    return (struct slice){(const char *)out, in.length};
}

static const char *undo_predictor(struct file *file, struct arena *arena,
                                  const struct object *parameters,
                                  struct slice *bytes) {
    struct predictor predictor;
    if (!read_predictor(file, parameters, &predictor))
        return "its predictor is broken";
    if (predictor.kind >= 10)
        *bytes = undo_png(arena, *bytes, &predictor);
    else if (predictor.kind == 2 && predictor.bits == 8)
        *bytes = undo_tiff(arena, *bytes, &predictor);
    else if (predictor.kind != 1)
        return "its predictor is not known";
    return NULL;
}

static const char *undo_flate(struct file *file, struct arena *arena,
                              const struct object *parameters, struct slice *bytes) {
    struct buffer out = {.arena = arena};
    if (!inflate_bytes(arena, *bytes, &out))
        return out.length >= STREAM_LIMIT ? "it is too long"
                                          : "its Flate data are broken";
    *bytes = buffer_slice(&out);
    return undo_predictor(file, arena, parameters, bytes);
}

/* --- text filters --------------------------------------------------------------------------- */

static const char *undo_hexadecimal(struct arena *arena, struct slice *bytes) {
    struct buffer out = {.arena = arena};
    int high = -1;
    for (size_t i = 0; i < bytes->length && bytes->data[i] != '>'; i++) {
        int value = lexer_hex(bytes->data[i]);
        if (value < 0)
            continue;
        if (high >= 0)
            buffer_add_char(&out, (char)(high << 4 | value));
        high = high >= 0 ? -1 : value;
    }
    *bytes = buffer_slice(&out);
    return NULL;
}

static void add_group(struct buffer *out, uint32_t value, size_t count) {
    for (size_t i = 0; i < count; i++)
        buffer_add_char(out, (char)(value >> (24 - 8 * i)));
}

static const char *undo_85(struct arena *arena, struct slice *bytes) {
    struct buffer out = {.arena = arena};
    uint32_t value = 0;
    size_t count = 0;
    for (size_t i = 0; i < bytes->length && bytes->data[i] != '~'; i++) {
        char c = bytes->data[i];
        if (c == 'z' && !count) {
            add_group(&out, 0, 4);
        } else if (c >= '!' && c <= 'u') {
            value = value * 85 + (uint32_t)(c - '!');
            if (++count == 5) {
                add_group(&out, value, 4);
                value = 0;
                count = 0;
            }
        }
    }
    for (size_t i = count; count && i < 5; i++)
        value = value * 85 + 84;
    if (count)
        add_group(&out, value, count - 1);
    *bytes = buffer_slice(&out);
    return NULL;
}

/* --- all of them ------------------------------------------------------------------------------ */

/* NULL when it is undone; else why not. */
static const char *undo(struct file *file, struct arena *arena,
                        const struct object *filter, const struct object *parameters,
                        struct slice *bytes) {
    if (object_is_name(filter, "FlateDecode") || object_is_name(filter, "Fl"))
        return undo_flate(file, arena, parameters, bytes);
    if (object_is_name(filter, "ASCIIHexDecode") || object_is_name(filter, "AHx"))
        return undo_hexadecimal(arena, bytes);
    if (object_is_name(filter, "ASCII85Decode") || object_is_name(filter, "A85"))
        return undo_85(arena, bytes);
    return filter->kind == OBJECT_NAME ? filter->bytes.data : "its filter is broken";
}

bool stream_decode(struct file *file, struct arena *arena, const struct object *object,
                   struct slice *bytes, const char **why) {
    const struct object *filter = file_find(file, object, "Filter");
    const struct object *parameters = file_find(file, object, "DecodeParms");
    size_t count = filter->kind == OBJECT_ARRAY  ? filter->count
                   : filter->kind == OBJECT_NULL ? 0
                                                 : 1;
    *bytes = object->stream;
    *why = object->has_stream ? NULL : "it is no stream";
    if (count > DEPTH_LIMIT)
        *why = "it has too many filters";
    for (size_t i = 0; i < count && !*why; i++)
        *why = undo(file, arena,
                    filter->kind == OBJECT_ARRAY ? file_item(file, filter, i) : filter,
                    parameters->kind == OBJECT_ARRAY ? file_item(file, parameters, i)
                                                     : parameters,
                    bytes);
    return !*why;
}
