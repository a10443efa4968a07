/* SPDX-License-Identifier: MIT */
/* Decodes PNG files and codes rasters as PNG does; the only includer of libpng.

   libpng leaves a failure by longjmp. What lives across it stands in the arena, and no
   function between setjmp and libpng holds anything that must be given back. */
#include "image/internal.h"

#include "base/buffer.h"

#include <png.h>
#include <setjmp.h>

static void ignore_warning(png_structp png, png_const_charp words) {
    (void)png;
    (void)words;
}

/* --- decoding --------------------------------------------------------------------- */

struct decoder {
    struct arena *arena;
    png_structp png;
    png_infop info;
    struct slice bytes;
    size_t at;
    struct raster *raster;
    struct failure *failure;
    jmp_buf failed;
};

static _Noreturn void fail_decoding(png_structp png, png_const_charp words) {
    struct decoder *decoder = png_get_error_ptr(png);
    if (!decoder->failure->why)
        decoder->failure->why = arena_printf(decoder->arena, "%.100s", words);
    longjmp(decoder->failed, 1);
}

static void read_bytes(png_structp png, png_bytep out, size_t count) {
    struct decoder *decoder = png_get_io_ptr(png);
    if (count > decoder->bytes.length - decoder->at) {
        decoder->failure->id = DIAG_PICTURE_CUT;
        png_error(png, "");
    }
    memcpy(out, decoder->bytes.data + decoder->at, count);
    decoder->at += count;
}

static void limit_decoding(png_structp png) {
    png_set_user_limits(png, SIDE_LIMIT, SIDE_LIMIT);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL,
                                -1 /* all that is not needed to show it */);
}

static bool has_transparency(const struct decoder *decoder) {
    return (png_get_color_type(decoder->png, decoder->info) & PNG_COLOR_MASK_ALPHA) ||
           png_get_valid(decoder->png, decoder->info, PNG_INFO_tRNS);
}

/* What a PDF can hold as it is: few greys or a palette, all opaque. */
static bool stays_small(const struct decoder *decoder, bool reduced) {
    int type = png_get_color_type(decoder->png, decoder->info);
    bool palette = type == PNG_COLOR_TYPE_PALETTE;
    bool few = type == PNG_COLOR_TYPE_GRAY &&
               png_get_bit_depth(decoder->png, decoder->info) < 8;
    return (palette || few) && !reduced && !has_transparency(decoder);
}

static struct slice copy_palette(const struct decoder *decoder) {
    png_colorp colours;
    int count;
    if (!png_get_PLTE(decoder->png, decoder->info, &colours, &count))
        return (struct slice){0};
    char *copy = arena_array(decoder->arena, char, (size_t)count * 3);
    for (int i = 0; i < count; i++) {
        copy[3 * i] = (char)colours[i].red;
        copy[3 * i + 1] = (char)colours[i].green;
        copy[3 * i + 2] = (char)colours[i].blue;
    }
    return (struct slice){copy, (size_t)count * 3};
}

static void keep_small(struct decoder *decoder) {
    png_structp png = decoder->png;
    struct raster *raster = decoder->raster;
    raster->bits = png_get_bit_depth(png, decoder->info);
    if (png_get_color_type(png, decoder->info) == PNG_COLOR_TYPE_PALETTE)
        raster->palette = copy_palette(decoder);
    png_set_packing(png); /* that is, unpacks: a byte a sample */
}

static void expand(struct decoder *decoder) {
    png_structp png = decoder->png;
    int type = png_get_color_type(png, decoder->info);
    decoder->raster->colour = type & PNG_COLOR_MASK_COLOR ? IMAGE_RGB : IMAGE_GREY;
    decoder->raster->has_alpha = has_transparency(decoder);
    png_set_expand(png);
    png_set_scale_16(png);
}

/* Tells the raster what will be in it. */
static void plan(struct decoder *decoder) {
    png_structp png = decoder->png;
    struct raster *raster = decoder->raster;
    bool reduced = raster->width != png_get_image_width(png, decoder->info) ||
                   raster->height != png_get_image_height(png, decoder->info);
    raster->bits = 8;
    if (stays_small(decoder, reduced))
        keep_small(decoder);
    else
        expand(decoder);
}

static void decode_rows(struct decoder *decoder, struct reducer *reducer) {
    png_structp png = decoder->png;
    uint32_t height = png_get_image_height(png, decoder->info);
    png_bytep row = arena_array(decoder->arena, unsigned char,
                                png_get_rowbytes(png, decoder->info));
    for (uint32_t y = 0; y < height; y++) {
        png_read_row(png, row, NULL);
        reducer_add(reducer, row);
    }
}

/* Seven passes, each over all rows: the whole picture is needed at once. */
static void decode_interlaced(struct decoder *decoder, struct reducer *reducer) {
    png_structp png = decoder->png;
    uint32_t height = png_get_image_height(png, decoder->info);
    size_t stride = png_get_rowbytes(png, decoder->info);
    png_bytep rows = arena_array(decoder->arena, unsigned char, stride *height);
    for (int pass = png_set_interlace_handling(png); pass > 0; pass--)
        for (uint32_t y = 0; y < height; y++)
            png_read_row(png, rows + y * stride, NULL);
    for (uint32_t y = 0; y < height; y++)
        reducer_add(reducer, rows + y * stride);
}

static void decode(struct decoder *decoder) {
    png_structp png = decoder->png;
    png_set_read_fn(png, decoder, read_bytes);
    limit_decoding(png);
    png_read_info(png, decoder->info);
    plan(decoder);
    bool interlaced = png_get_interlace_type(png, decoder->info) != PNG_INTERLACE_NONE;
    if (interlaced)
        png_set_interlace_handling(png);
    png_read_update_info(png, decoder->info);
    struct reducer *reducer = reducer_new(decoder->arena, decoder->raster,
                                          png_get_image_width(png, decoder->info),
                                          png_get_image_height(png, decoder->info));
    (interlaced ? decode_interlaced : decode_rows)(decoder, reducer);
    png_read_end(png, NULL);
}

static bool run_decoder(struct decoder *decoder) {
    if (setjmp(decoder->failed))
        return false;
    decode(decoder);
    return true;
}

bool png_decode(struct arena *arena, struct slice bytes, uint32_t width,
                uint32_t height, struct raster *raster, struct failure *failure) {
    struct decoder *decoder = arena_new(arena, struct decoder);
    *raster = (struct raster){.width = width, .height = height};
    *failure = (struct failure){DIAG_PICTURE_BROKEN, NULL};
    *decoder = (struct decoder){
        .arena = arena, .bytes = bytes, .raster = raster, .failure = failure};
    decoder->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, decoder, fail_decoding,
                                          ignore_warning);
    decoder->info = decoder->png ? png_create_info_struct(decoder->png) : NULL;
    bool decoded = decoder->info && run_decoder(decoder);
    png_destroy_read_struct(&decoder->png, &decoder->info, NULL);
    return decoded;
}

/* --- coding ----------------------------------------------------------------------- */

/* The chunks are as long as the buffer that is handed over. */
enum { CODED_AT_ONCE = 1 << 20 };

struct coder {
    png_structp png;
    png_infop info;
    const struct raster *raster;
    struct buffer file;
    jmp_buf failed;
};

/* Nothing but a lack of memory leads here. */
static _Noreturn void fail_coding(png_structp png, png_const_charp words) {
    struct coder *coder = png_get_error_ptr(png);
    (void)words;
    longjmp(coder->failed, 1);
}

static void write_bytes(png_structp png, png_bytep bytes, size_t count) {
    struct coder *coder = png_get_io_ptr(png);
    buffer_add(&coder->file, bytes, count);
}

static void flush_bytes(png_structp png) {
    (void)png;
}

static void declare(struct coder *coder) {
    const struct raster *raster = coder->raster;
    int type = raster->palette.length        ? PNG_COLOR_TYPE_PALETTE
               : raster->colour == IMAGE_RGB ? PNG_COLOR_TYPE_RGB
               /* four samples a pixel, whatever they mean */
               : raster->colour == IMAGE_CMYK ? PNG_COLOR_TYPE_RGB_ALPHA
                                              : PNG_COLOR_TYPE_GRAY;
    png_set_IHDR(coder->png, coder->info, raster->width, raster->height, raster->bits,
                 type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (raster->palette.length) {
        /* libpng does not code one without; the PDF has its own */
        static const png_color colours[PNG_MAX_PALETTE_LENGTH];
        png_set_PLTE(coder->png, coder->info, colours, 1 << raster->bits);
    }
}

static void code(struct coder *coder) {
    png_set_write_fn(coder->png, coder, write_bytes, flush_bytes);
    png_set_compression_buffer_size(coder->png, CODED_AT_ONCE);
    declare(coder);
    png_write_info(coder->png, coder->info);
    png_set_packing(coder->png);
    for (uint32_t y = 0; y < coder->raster->height; y++)
        png_write_row(coder->png, raster_row(coder->raster, y));
    png_write_end(coder->png, NULL);
}

static bool run_coder(struct coder *coder) {
    if (setjmp(coder->failed))
        return false;
    code(coder);
    return true;
}

static struct slice collect_data(struct arena *arena, struct slice file) {
    struct buffer out = {.arena = arena};
    struct chunk chunk;
    for (size_t at = FIRST_CHUNK; chunk_next(file, &at, &chunk);)
        if (slice_is(chunk.name, "IDAT"))
            buffer_add(&out, chunk.data.data, chunk.data.length);
    return buffer_slice(&out);
}

struct slice png_encode(struct arena *arena, const struct raster *raster) {
    struct coder *coder = arena_new(arena, struct coder);
    *coder = (struct coder){.raster = raster, .file.arena = arena};
    coder->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, coder, fail_coding,
                                         ignore_warning);
    coder->info = coder->png ? png_create_info_struct(coder->png) : NULL;
    bool coded = coder->info && run_coder(coder);
    png_destroy_write_struct(&coder->png, &coder->info);
    return coded ? collect_data(arena, buffer_slice(&coder->file)) : (struct slice){0};
}
