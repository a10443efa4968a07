/* SPDX-License-Identifier: MIT */
/* Decodes and codes JPEG; the only includer of libjpeg.

   libjpeg leaves a failure by longjmp. What lives across it stands in the arena, and no
   function between setjmp and libjpeg holds anything that must be given back. A decoder
   that goes on after a fault paints grey or the wrong colours: a fault that touches the
   picture is a failure here, though to libjpeg it is only a warning. */
#include "image/internal.h"

#include <stdio.h>

#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>

enum {
    QUALITY = 88,
    SCANS_MAX = 64, /* a small file could ask for thousands, each over all pixels */
    CHECK_SCALE = 8 /* the largest: all is read, little is computed */
};

/* libjpeg's errors; the first member, since that is all libjpeg knows of it. */
struct errors {
    struct jpeg_error_mgr manager;
    struct arena *arena;
    struct failure *failure;
    bool unclean;
    jmp_buf failed;
};

static _Noreturn void fail(j_common_ptr jpeg) {
    struct errors *errors = (struct errors *)jpeg->err;
    char words[JMSG_LENGTH_MAX];
    if (!errors->failure->why && errors->failure->id == DIAG_PICTURE_BROKEN) {
        jpeg->err->format_message(jpeg, words);
        errors->failure->why = arena_printf(errors->arena, "%s", words);
    }
    longjmp(errors->failed, 1);
}

static void ignore_message(j_common_ptr jpeg) {
    (void)jpeg;
}

/* Below zero: a warning. */
static void weigh_message(j_common_ptr jpeg, int level) {
    struct errors *errors = (struct errors *)jpeg->err;
    if (level >= 0)
        return;
    switch (jpeg->err->msg_code) {
    case JWRN_JFIF_MAJOR: /* that segment is not kept */
    case JWRN_ADOBE_XFORM: /* nor this */
        break;
    case JWRN_EXTRANEOUS_DATA: /* something between the segments */
    case JWRN_NOT_SEQUENTIAL:
    case JWRN_BOGUS_PROGRESSION:
        errors->unclean = true;
        break;
    case JWRN_JPEG_EOF:
        errors->failure->id = DIAG_PICTURE_CUT;
        fail(jpeg);
    default:
        fail(jpeg);
    }
}

static void set_errors(struct errors *errors, struct arena *arena,
                       struct failure *failure) {
    jpeg_std_error(&errors->manager);
    errors->manager.error_exit = fail;
    errors->manager.output_message = ignore_message;
    errors->manager.emit_message = weigh_message;
    errors->arena = arena;
    errors->failure = failure;
}

/* --- decoding --------------------------------------------------------------------- */

struct decoder {
    struct jpeg_decompress_struct jpeg;
    struct jpeg_progress_mgr progress;
    struct errors errors;
    struct arena *arena;
    struct slice bytes;
    struct raster *raster; /* NULL: only looked at */
    struct jpeg_facts *facts;
};

static void limit_scans(j_common_ptr jpeg) {
    struct decoder *decoder = (struct decoder *)jpeg;
    if (decoder->jpeg.input_scan_number <= SCANS_MAX)
        return;
    decoder->errors.failure->why = "it comes in too many layers";
    fail(jpeg);
}

static enum jpeg_model find_model(const struct jpeg_decompress_struct *jpeg) {
    switch (jpeg->jpeg_color_space) {
    case JCS_GRAYSCALE:
        return MODEL_GREY;
    case JCS_RGB:
        return MODEL_RGB;
    case JCS_CMYK:
        return MODEL_CMYK;
    case JCS_YCCK:
        return MODEL_YCCK;
    default:
        return MODEL_YCC;
    }
}

static void note_facts(struct decoder *decoder) {
    const struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    struct jpeg_facts *facts = decoder->facts;
    facts->model = find_model(jpeg);
    facts->adobe = jpeg->saw_Adobe_marker;
    facts->clean = segments_are_common(decoder->bytes);
    facts->subsampled = false;
    for (int i = 1; i < jpeg->num_components; i++)
        facts->subsampled |=
            jpeg->comp_info[i].h_samp_factor < jpeg->max_h_samp_factor ||
            jpeg->comp_info[i].v_samp_factor < jpeg->max_v_samp_factor;
}

static void plan(struct decoder *decoder) {
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    enum jpeg_model model = decoder->facts->model;
    bool grey = model == MODEL_GREY, cmyk = model == MODEL_CMYK || model == MODEL_YCCK;
    jpeg->dct_method = JDCT_ISLOW; /* the same on every machine */
    jpeg->out_color_space = grey ? JCS_GRAYSCALE : cmyk ? JCS_CMYK : JCS_RGB;
    if (!decoder->raster) {
        jpeg->scale_denom = CHECK_SCALE;
        return;
    }
    decoder->raster->colour = grey ? IMAGE_GREY : cmyk ? IMAGE_CMYK : IMAGE_RGB;
    decoder->raster->bits = 8;
}

static void decode_rows(struct decoder *decoder) {
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    struct reducer *reducer = decoder->raster
                                  ? reducer_new(decoder->arena, decoder->raster,
                                                jpeg->output_width, jpeg->output_height)
                                  : NULL;
    JSAMPROW row =
        arena_array(decoder->arena, JSAMPLE,
                    (size_t)jpeg->output_width * (size_t)jpeg->output_components);
    while (jpeg->output_scanline < jpeg->output_height) {
        jpeg_read_scanlines(jpeg, &row, 1);
        if (reducer)
            reducer_add(reducer, row);
    }
}

static void decode(struct decoder *decoder) {
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    jpeg_create_decompress(jpeg);
    jpeg->progress = &decoder->progress;
    decoder->progress.progress_monitor = limit_scans;
    jpeg_mem_src(jpeg, (const unsigned char *)decoder->bytes.data,
                 (unsigned long)decoder->bytes.length);
    jpeg_read_header(jpeg, TRUE);
    note_facts(decoder);
    plan(decoder);
    jpeg_start_decompress(jpeg);
    decode_rows(decoder);
    jpeg_finish_decompress(jpeg);
}

static bool run_decoder(struct decoder *decoder) {
    if (setjmp(decoder->errors.failed))
        return false;
    decode(decoder);
    return true;
}

static bool decode_file(struct arena *arena, struct slice bytes, struct raster *raster,
                        struct jpeg_facts *facts, struct failure *failure) {
    struct decoder *decoder = arena_new(arena, struct decoder);
    *failure = (struct failure){DIAG_PICTURE_BROKEN, NULL};
    *facts = (struct jpeg_facts){0};
    decoder->arena = arena;
    decoder->bytes = bytes;
    decoder->raster = raster;
    decoder->facts = facts;
    set_errors(&decoder->errors, arena, failure);
    decoder->jpeg.err = &decoder->errors.manager;
    bool decoded = run_decoder(decoder);
    jpeg_destroy_decompress(&decoder->jpeg);
    facts->clean = facts->clean && !decoder->errors.unclean;
    return decoded;
}

bool jpeg_check(struct arena *arena, struct slice bytes, struct jpeg_facts *facts,
                struct failure *failure) {
    return decode_file(arena, bytes, /*raster*/ NULL, facts, failure);
}

bool jpeg_decode(struct arena *arena, struct slice bytes, uint32_t width,
                 uint32_t height, struct raster *raster, struct jpeg_facts *facts,
                 struct failure *failure) {
    *raster = (struct raster){.width = width, .height = height};
    return decode_file(arena, bytes, raster, facts, failure);
}

/* --- coding ----------------------------------------------------------------------- */

struct coder {
    struct jpeg_compress_struct jpeg;
    struct errors errors;
    struct failure failure;
    const struct raster *raster;
    const struct jpeg_facts *facts;
    unsigned char *bytes; /* libjpeg's, by malloc */
    unsigned long length;
};

static void set_model(struct coder *coder) {
    static const struct {
        J_COLOR_SPACE in, out;
    } models[] = {
        [IMAGE_GREY] = {JCS_GRAYSCALE, JCS_GRAYSCALE},
        [IMAGE_RGB] = {JCS_RGB, JCS_YCbCr},
        [IMAGE_CMYK] = {JCS_CMYK, JCS_YCCK},
    };
    struct jpeg_compress_struct *jpeg = &coder->jpeg;
    enum image_colour colour = coder->raster->colour;
    jpeg->input_components = (int)raster_channels(coder->raster);
    jpeg->in_color_space = models[colour].in;
    jpeg_set_defaults(jpeg);
    bool plain = colour == IMAGE_CMYK && !coder->facts->adobe;
    jpeg_set_colorspace(jpeg, plain ? JCS_CMYK : models[colour].out);
    jpeg->write_Adobe_marker = jpeg->write_Adobe_marker && !plain;
}

/* Colour as fine as in the file: who saved it without subsampling had a reason. */
static void set_sampling(struct coder *coder) {
    struct jpeg_compress_struct *jpeg = &coder->jpeg;
    int factor = coder->facts->subsampled && jpeg->num_components > 1 ? 2 : 1;
    for (int i = 0; i < jpeg->num_components; i++) {
        int own = i == 0 || i == 3 ? factor : 1; /* Y and K */
        jpeg->comp_info[i].h_samp_factor = jpeg->comp_info[i].v_samp_factor = own;
    }
}

static void code(struct coder *coder) {
    struct jpeg_compress_struct *jpeg = &coder->jpeg;
    jpeg_create_compress(jpeg);
    jpeg_mem_dest(jpeg, &coder->bytes, &coder->length);
    jpeg->image_width = coder->raster->width;
    jpeg->image_height = coder->raster->height;
    set_model(coder);
    set_sampling(coder);
    jpeg_set_quality(jpeg, QUALITY, TRUE);
    jpeg->optimize_coding = TRUE;
    jpeg->dct_method = JDCT_ISLOW;
    jpeg_start_compress(jpeg, TRUE);
    for (uint32_t y = 0; y < coder->raster->height; y++) {
        JSAMPROW row = raster_row(coder->raster, y);
        jpeg_write_scanlines(jpeg, &row, 1);
    }
    jpeg_finish_compress(jpeg);
}

static bool run_coder(struct coder *coder) {
    if (setjmp(coder->errors.failed))
        return false;
    code(coder);
    return true;
}

struct slice jpeg_encode(struct arena *arena, const struct raster *raster,
                         const struct jpeg_facts *facts) {
    struct coder *coder = arena_new(arena, struct coder);
    coder->raster = raster;
    coder->facts = facts;
    set_errors(&coder->errors, arena, &coder->failure);
    coder->jpeg.err = &coder->errors.manager;
    struct slice coded = {0};
    if (run_coder(coder))
        coded =
            (struct slice){arena_copy(arena, (const char *)coder->bytes, coder->length),
                           coder->length};
    jpeg_destroy_compress(&coder->jpeg);
    free(coder->bytes);
    return coded;
}
