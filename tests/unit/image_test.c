/* SPDX-License-Identifier: MIT */
/* Pictures read from files good and bad, made smaller, turned, and freed of what nobody
   sees. What readers draw of them is tests/pdf/pictures.sh's. */
#define _DEFAULT_SOURCE /* mkstemp, open_memstream */
#include "base/buffer.h"
#include "harness.h"
#include "image/internal.h"

#include <jpeglib.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

enum { WIDTH = 40, HEIGHT = 30, FINE = 72 };

/* --- files ------------------------------------------------------------------------ */

static void add_long(struct buffer *out, uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_add_char(out, (char)(value >> shift));
}

static void add_chunk(struct buffer *out, const char *name, struct slice data) {
    add_long(out, (uint32_t)data.length);
    size_t start = out->length;
    buffer_add_string(out, name);
    buffer_add(out, data.data, data.length);
    add_long(out, (uint32_t)crc32(0, (const Bytef *)out->data + start,
                                  (uInt)(out->length - start)));
}

static void add_header(struct buffer *out, uint32_t width, uint32_t height, int type) {
    struct buffer head = {.arena = out->arena};
    add_long(&head, width);
    add_long(&head, height);
    buffer_add_char(&head, 8);
    buffer_add_char(&head, (char)type);
    buffer_add(&head, "\0\0\0", 3);
    buffer_add(out, "\x89PNG\r\n\x1A\n", 8);
    add_chunk(out, "IHDR", buffer_slice(&head));
}

static struct raster make_scene(struct arena *arena, enum image_colour colour) {
    struct raster scene = {
        .width = WIDTH, .height = HEIGHT, .colour = colour, .bits = 8};
    raster_allocate(arena, &scene);
    uint32_t channels = raster_channels(&scene);
    for (uint32_t i = 0; i < WIDTH * HEIGHT * channels; i++)
        scene.samples[i] = (unsigned char)(i * i / 7 % 251);
    return scene;
}

static struct slice make_png(struct arena *arena) {
    struct buffer out = {.arena = arena};
    struct raster scene = make_scene(arena, IMAGE_RGB);
    add_header(&out, WIDTH, HEIGHT, 2);
    add_chunk(&out, "IDAT", png_encode(arena, &scene));
    add_chunk(&out, "IEND", slice_of(""));
    return buffer_slice(&out);
}

static struct slice make_jpeg(struct arena *arena, bool progressive) {
    struct raster scene = make_scene(arena, IMAGE_RGB);
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL;
    unsigned long count = 0;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &count);
    jpeg.image_width = WIDTH;
    jpeg.image_height = HEIGHT;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    if (progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    for (uint32_t y = 0; y < HEIGHT; y++) {
        JSAMPROW row = raster_row(&scene, y);
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    struct slice file = {arena_copy(arena, (char *)bytes, count), count};
    free(bytes);
    return file;
}

/* --- attempts --------------------------------------------------------------------- */

/* What came of a file. */
struct attempt {
    struct arena *arena;
    const struct image *image;
    const struct image_data *data;
    size_t errors, warnings;
    char *messages; /* by malloc */
};

static const struct source source = {"words.md", {"![a](b)\n", 8}};
static const struct position from = {&source, 1, 1, 1};

static void write_file(const char *path, struct slice bytes) {
    FILE *file = fopen(path, "wb");
    fwrite(bytes.data, 1, bytes.length, file);
    fclose(file);
}

static char picture_path[] = "/tmp/image-test-XXXXXX";

/* Sets the picture so wide that a pixel is a point. */
static struct attempt attempt_path(const char *path, uint32_t resolution) {
    struct attempt attempt = {.arena = arena_create()};
    struct diag *diag = diag_new(attempt.arena);
    size_t count;
    attempt.image = image_open(attempt.arena, path, from, diag);
    if (attempt.image)
        attempt.data = image_load(attempt.arena, attempt.image,
                                  (struct image_use){PT((length)attempt.image->width),
                                                     PT((length)attempt.image->height),
                                                     resolution, world_screen()},
                                  from, diag);
    attempt.errors = diag_count(diag, DIAG_ERROR);
    attempt.warnings = diag_count(diag, DIAG_WARNING);
    FILE *stream = open_memstream(&attempt.messages, &count);
    diag_print(diag, stream);
    fclose(stream);
    return attempt;
}

static struct attempt attempt_bytes(struct slice bytes, uint32_t resolution) {
    write_file(picture_path, bytes);
    return attempt_path(picture_path, resolution);
}

static void drop(struct attempt attempt) {
    free(attempt.messages);
    arena_destroy(attempt.arena);
}

static void expect_refused(struct slice bytes, const char *words) {
    struct attempt attempt = attempt_bytes(bytes, FINE);
    EXPECT(!attempt.data);
    EXPECT_INTEGER(attempt.errors, 1);
    EXPECT(strstr(attempt.messages, words));
    if (!strstr(attempt.messages, words))
        fprintf(stderr, "no \"%s\" in: %s", words, attempt.messages);
    drop(attempt);
}

/* --- files that are no picture ---------------------------------------------------- */

static void what_is_not_png_or_jpeg_is_named(void) {
    static const struct {
        struct slice bytes;
        const char *words;
    } kinds[] = {
        {{"GIF89a", 6}, "a GIF picture"},
        {{"RIFF\x10\0\0\0WEBPVP8 ", 16}, "a WebP picture"},
        {{"\0\0\0\x18"
          "ftypheic\0\0\0\0",
          16},
         "a HEIC picture"},
        {{"\0\0\0\x18"
          "ftypavif\0\0\0\0",
          16},
         "an AVIF picture"},
        {{"II*\0\x08\0\0\0", 8}, "a TIFF picture"},
        {{"<?xml version=\"1.0\"?>\n<SVG width=\"1\">", 38}, "an SVG drawing"},
        {{"\n<!doctype HTML>\n<title>404</title>", 35}, "a page of the web"},
        {{"version https://git-lfs.github.com/spec/v1\n", 43}, "Git LFS"},
        {{"%PDF-1.7\n", 9}, "a PDF"},
        {{"", 0}, "an empty file"},
        {{"x", 1}, "no picture this program knows"},
        {{"\xFF\xD8", 2}, "no picture this program knows"},
        {{"\x89PNG\n\x1A\n", 7}, "no picture this program knows"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        expect_refused(kinds[i].bytes, kinds[i].words);
}

static void what_is_no_file_is_told(void) {
    struct attempt absent = attempt_path("/tmp/image-test-absent.png", FINE);
    struct attempt folder = attempt_path("/tmp", FINE);
    struct attempt device = attempt_path("/dev/zero", FINE);
    EXPECT_INTEGER(absent.errors, 1);
    EXPECT(strstr(absent.messages, "No such file"));
    EXPECT(strstr(folder.messages, "is a folder"));
    EXPECT(strstr(device.messages, "it is not a file"));
    EXPECT(strstr(device.messages, "words.md:1:1: error: "));
    drop(absent);
    drop(folder);
    drop(device);
}

static void a_file_over_64_mebibytes_is_refused(void) {
    write_file(picture_path, (struct slice){"\x89PNG\r\n\x1A\n", 8});
    EXPECT(truncate(picture_path, FILE_LIMIT + 1) == 0);
    struct attempt attempt = attempt_path(picture_path, FINE);
    EXPECT_INTEGER(attempt.errors, 1);
    EXPECT(strstr(attempt.messages, "more than 64 MiB"));
    drop(attempt);
}

/* --- sizes ------------------------------------------------------------------------ */

static void expect_size_refused(uint32_t width, uint32_t height, const char *words) {
    struct buffer out = {.arena = arena_create()};
    add_header(&out, width, height, 2);
    add_chunk(&out, "IDAT", slice_of("x"));
    expect_refused(buffer_slice(&out), words);
    arena_destroy(out.arena);
}

static void sizes_out_of_reason_are_refused_before_any_pixel(void) {
    expect_size_refused(0, 5, "no pixels");
    expect_size_refused(5, 0, "no pixels");
    expect_size_refused(30001, 1, "30001 by 1 pixels");
    expect_size_refused(1, 30001, "1 by 30001 pixels");
    expect_size_refused(30000, 3334, "30000 by 3334 pixels");
    expect_size_refused(UINT32_MAX, UINT32_MAX, "too large");
    expect_size_refused(0x80000000, 1, "too large");
}

/* With the size of the frame written over. */
static struct slice make_jpeg_of(struct arena *arena, uint32_t width, uint32_t height) {
    struct slice file = make_jpeg(arena, false);
    char *bytes = arena_copy(arena, file.data, file.length);
    for (size_t i = 0; i + 9 < file.length; i++)
        if (byte_at(file, i) == 0xFF && byte_at(file, i + 1) == MARKER_SOF0) {
            bytes[i + 5] = (char)(height >> 8);
            bytes[i + 6] = (char)height;
            bytes[i + 7] = (char)(width >> 8);
            bytes[i + 8] = (char)width;
        }
    return (struct slice){bytes, file.length};
}

static void so_are_those_of_jpeg(void) {
    struct arena *arena = arena_create();
    expect_refused(make_jpeg_of(arena, 0, 5), "no pixels");
    expect_refused(make_jpeg_of(arena, 65535, 65535), "65535 by 65535 pixels");
    expect_refused(make_jpeg_of(arena, 20000, 20000), "20000 by 20000 pixels");
    expect_refused(make_jpeg_of(arena, 4000, 4000), "is broken");
    arena_destroy(arena);
}

static void one_pixel_is_a_picture(void) {
    struct arena *arena = arena_create();
    struct buffer out = {.arena = arena};
    struct raster dot = {.width = 1, .height = 1, .bits = 8};
    raster_allocate(arena, &dot);
    add_header(&out, 1, 1, 0);
    add_chunk(&out, "IDAT", png_encode(arena, &dot));
    add_chunk(&out, "IEND", slice_of(""));
    struct attempt fine = attempt_bytes(buffer_slice(&out), FINE);
    struct attempt coarse = attempt_bytes(buffer_slice(&out), 1);
    EXPECT(fine.data && fine.data->width == 1 && fine.data->height == 1);
    EXPECT(coarse.data && coarse.data->width == 1);
    EXPECT_INTEGER(fine.errors + fine.warnings, 0);
    drop(fine);
    drop(coarse);
    struct jpeg_facts facts = {.model = MODEL_GREY};
    struct attempt jpeg = attempt_bytes(jpeg_encode(arena, &dot, &facts), FINE);
    EXPECT(jpeg.data && jpeg.data->width == 1 && jpeg.data->colour == IMAGE_GREY);
    drop(jpeg);
    arena_destroy(arena);
}

/* --- damage ----------------------------------------------------------------------- */

/* Each beginning in the headers and at the end, some of the others. */
static void expect_no_beginning_passes(struct slice file) {
    for (size_t count = 0; count < file.length;
         count += count < 700 || count + 20 > file.length ? 1 : 5) {
        struct attempt attempt =
            attempt_bytes(slice_sub(file, 0, count), count % 2 ? FINE : FINE / 2);
        EXPECT(!attempt.data);
        EXPECT_INTEGER(attempt.errors, 1);
        drop(attempt);
    }
    struct attempt whole = attempt_bytes(file, FINE);
    EXPECT(whole.data);
    EXPECT_INTEGER(whole.errors, 0);
    drop(whole);
}

static void a_picture_without_its_end_is_an_error_wherever_it_is_cut(void) {
    struct arena *arena = arena_create();
    expect_no_beginning_passes(make_png(arena));
    expect_no_beginning_passes(make_jpeg(arena, false));
    expect_no_beginning_passes(make_jpeg(arena, true));
    struct slice png = make_png(arena), jpeg = make_jpeg(arena, false);
    expect_refused(slice_sub(png, 0, png.length / 2), "the end of the picture");
    expect_refused(slice_sub(jpeg, 0, jpeg.length - 9), "the end of the picture");
    arena_destroy(arena);
}

/* As a program does that mends the end but not the middle. */
static void a_jpeg_whose_middle_is_missing_is_broken(void) {
    struct arena *arena = arena_create();
    struct slice jpeg = make_jpeg(arena, false);
    struct buffer out = {.arena = arena};
    buffer_add(&out, jpeg.data, jpeg.length - 200);
    buffer_add(&out, "\xFF\xD9", 2);
    expect_refused(buffer_slice(&out), "is broken");
    arena_destroy(arena);
}

static unsigned seed = 5;

static unsigned random_below(unsigned below) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16 & 0x7FFF) % below;
}

static void damage(struct slice file, int rounds, size_t *passed, size_t *refused) {
    for (int i = 0; i < rounds; i++) {
        struct arena *arena = arena_create();
        char *bytes = arena_copy(arena, file.data, file.length);
        for (unsigned n = 1 + random_below(4); n > 0; n--)
            bytes[random_below((unsigned)file.length)] = (char)random_below(256);
        struct attempt attempt = attempt_bytes((struct slice){bytes, file.length},
                                               random_below(2) ? FINE : FINE / 3);
        EXPECT_INTEGER(attempt.errors, !attempt.data);
        *(attempt.data ? passed : refused) += 1;
        drop(attempt);
        arena_destroy(arena);
    }
}

static void damage_is_one_error_or_none(void) {
    struct arena *arena = arena_create();
    const struct slice files[] = {make_png(arena), make_jpeg(arena, false),
                                  make_jpeg(arena, true)};
    for (size_t i = 0; i < 3; i++) {
        size_t passed = 0, refused = 0;
        damage(files[i], 1000, &passed, &refused);
        EXPECT(refused > 100); /* or nothing has been tried */
    }
    arena_destroy(arena);
}

static void a_wrong_checksum_is_an_error(void) {
    struct arena *arena = arena_create();
    struct slice png = make_png(arena);
    char *bytes = arena_copy(arena, png.data, png.length);
    bytes[png.length - 12 - 4] ^= 1; /* of IDAT, before IEND */
    expect_refused((struct slice){bytes, png.length}, "is broken: IDAT: CRC error");
    arena_destroy(arena);
}

/* --- how many pixels -------------------------------------------------------------- */

static void expect_width(struct slice file, uint32_t resolution, uint32_t width) {
    struct attempt attempt = attempt_bytes(file, resolution);
    EXPECT(attempt.data);
    EXPECT_INTEGER(attempt.data ? attempt.data->width : 0, width);
    EXPECT_INTEGER(attempt.errors + attempt.warnings, 0);
    drop(attempt);
}

static void pixels_beyond_the_resolution_are_not_kept(void) {
    struct arena *arena = arena_create();
    const struct slice files[] = {make_png(arena), make_jpeg(arena, true)};
    for (size_t i = 0; i < 2; i++) {
        expect_width(files[i], 72, WIDTH);
        expect_width(files[i], 100, WIDTH); /* never more than there are */
        expect_width(files[i], 66, WIDTH); /* a tenth too many may stay */
        expect_width(files[i], 36, WIDTH / 2);
        expect_width(files[i], 18, WIDTH / 4);
        expect_width(files[i], 1, 1);
        expect_width(files[i], 0, WIDTH); /* all there are */
    }
    arena_destroy(arena);
}

static void a_coarse_picture_is_a_warning(void) {
    struct arena *arena = arena_create();
    struct attempt enough = attempt_bytes(make_png(arena), 108);
    struct attempt coarse = attempt_bytes(make_png(arena), 144);
    EXPECT_INTEGER(enough.warnings, 0);
    EXPECT_INTEGER(coarse.warnings, 1);
    EXPECT(coarse.data);
    EXPECT(strstr(coarse.messages, "72 pixels per inch"));
    EXPECT(strstr(coarse.messages, "80 by 60 would do"));
    drop(enough);
    drop(coarse);
    arena_destroy(arena);
}

static struct image_use use_of(length width, length height, uint32_t resolution) {
    return (struct image_use){width, height, resolution, world_screen()};
}

static void a_file_that_changes_in_between_is_an_error(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    write_file(picture_path, make_png(arena));
    const struct image *image = image_open(arena, picture_path, from, diag);
    EXPECT(image && image->kind == IMAGE_PNG);
    write_file(picture_path, make_jpeg(arena, false));
    EXPECT(!image_load(arena, image, use_of(PT(40), PT(30), FINE), from, diag));
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 1);
    arena_destroy(arena);
}

static void a_store_loads_a_picture_once_for_each_size(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    struct image_store *store = image_store_new(arena);
    write_file(picture_path, make_png(arena));
    const struct image *image = image_open(arena, picture_path, from, diag);
    const struct image_data *first =
        image_store_load(store, image, use_of(PT(40), PT(30), FINE), from, diag);
    EXPECT(first && first->bytes.length);
    EXPECT(image_store_load(store, image, use_of(PT(40), PT(30), FINE), from, diag) ==
           first);
    EXPECT(image_store_load(store, image, use_of(PT(20), PT(15), FINE), from, diag) !=
           first);
    EXPECT(image_store_load(store, image, use_of(PT(40), PT(30), 36), from, diag) !=
           first);
    write_file(picture_path, slice_of("no picture"));
    EXPECT(image_store_load(store, image, use_of(PT(40), PT(30), FINE), from, diag) ==
           first);
    EXPECT(!image_store_load(store, image, use_of(PT(50), PT(30), FINE), from, diag));
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 1);
    arena_destroy(arena);
}

/* --- means ------------------------------------------------------------------------ */

static struct raster reduce(struct arena *arena, struct raster from_raster,
                            uint32_t width, uint32_t height) {
    struct raster target = from_raster;
    target.width = width;
    target.height = height;
    struct reducer *reducer =
        reducer_new(arena, &target, from_raster.width, from_raster.height);
    for (uint32_t y = 0; y < from_raster.height; y++)
        reducer_add(reducer, raster_row(&from_raster, y));
    return target;
}

static void every_level_stays_what_it_is_where_it_is_all_there_is(void) {
    struct arena *arena = arena_create();
    struct raster flat = {.width = 7, .height = 5, .colour = IMAGE_GREY, .bits = 8};
    raster_allocate(arena, &flat);
    for (int level = 0; level < 256; level++) {
        memset(flat.samples, level, 35);
        struct raster small = reduce(arena, flat, 3, 2);
        for (int i = 0; i < 6; i++)
            EXPECT_INTEGER(small.samples[i], level);
    }
    arena_destroy(arena);
}

/* Half the light of white is the sRGB level 188, not 128. */
static void means_are_of_light(void) {
    struct arena *arena = arena_create();
    unsigned char board[] = {0, 255, 255, 0};
    struct raster grey = {
        .width = 2, .height = 2, .colour = IMAGE_GREY, .bits = 8, .samples = board};
    EXPECT_INTEGER(reduce(arena, grey, 1, 1).samples[0], 188);
    struct raster ink = {
        .width = 1, .height = 1, .colour = IMAGE_CMYK, .bits = 8, .samples = board};
    EXPECT_INTEGER(reduce(arena, ink, 1, 1).samples[1], 255);
    unsigned char two[] = {0, 0, 0, 0, 255, 100, 50, 0};
    ink = (struct raster){
        .width = 2, .height = 1, .colour = IMAGE_CMYK, .bits = 8, .samples = two};
    struct raster mean = reduce(arena, ink, 1, 1);
    EXPECT_INTEGER(mean.samples[0], 128); /* ink is not light */
    EXPECT_INTEGER(mean.samples[1], 50);
    arena_destroy(arena);
}

/* Three pixels on two: the middle one is shared. */
static void a_pixel_counts_as_much_as_it_covers(void) {
    struct arena *arena = arena_create();
    unsigned char row[] = {0, 0, 0, 0, 30, 0, 0, 0, 90, 0, 0, 0};
    struct raster ink = {
        .width = 3, .height = 1, .colour = IMAGE_CMYK, .bits = 8, .samples = row};
    struct raster small = reduce(arena, ink, 2, 1);
    EXPECT_INTEGER(small.samples[0], 10);
    EXPECT_INTEGER(small.samples[4], 70);
    struct raster column = ink;
    column.width = 1;
    column.height = 3;
    small = reduce(arena, column, 1, 2);
    EXPECT_INTEGER(small.samples[0], 10);
    EXPECT_INTEGER(small.samples[4], 70);
    arena_destroy(arena);
}

static void what_is_clear_lends_no_colour(void) {
    struct arena *arena = arena_create();
    unsigned char row[] = {200, 10, 10, 255, 10, 250, 10, 0};
    struct raster rgb = {.width = 2,
                         .height = 1,
                         .colour = IMAGE_RGB,
                         .has_alpha = true,
                         .bits = 8,
                         .samples = row};
    struct raster small = reduce(arena, rgb, 1, 1);
    EXPECT_INTEGER(small.samples[0], 200);
    EXPECT_INTEGER(small.samples[1], 10);
    EXPECT_INTEGER(small.samples[3], 128);
    arena_destroy(arena);
}

static void the_largest_sums_do_not_overflow(void) {
    struct arena *arena = arena_create();
    struct raster white = {.width = SIDE_LIMIT,
                           .height = 3333,
                           .colour = IMAGE_GREY,
                           .has_alpha = true,
                           .bits = 8};
    struct raster target = white;
    target.width = target.height = 1;
    unsigned char *row = arena_array(arena, unsigned char, 2 * SIDE_LIMIT);
    memset(row, 255, 2 * SIDE_LIMIT);
    struct reducer *reducer = reducer_new(arena, &target, white.width, white.height);
    for (uint32_t y = 0; y < white.height; y++)
        reducer_add(reducer, row);
    EXPECT_INTEGER(target.samples[0], 255);
    EXPECT_INTEGER(target.samples[1], 255);
    arena_destroy(arena);
}

/* --- what nobody sees ------------------------------------------------------------- */

static void an_opaque_alpha_is_dropped(void) {
    struct arena *arena = arena_create();
    unsigned char row[] = {1, 2, 3, 255, 4, 5, 6, 255};
    struct raster rgb = {.width = 2,
                         .height = 1,
                         .colour = IMAGE_RGB,
                         .has_alpha = true,
                         .bits = 8,
                         .samples = row};
    raster_simplify(arena, &rgb);
    EXPECT(!rgb.has_alpha && rgb.colour == IMAGE_RGB);
    EXPECT(!memcmp(rgb.samples, "\1\2\3\4\5\6", 6));
    arena_destroy(arena);
}

static void equal_channels_become_grey_and_alpha_stays(void) {
    struct arena *arena = arena_create();
    unsigned char row[] = {7, 7, 7, 255, 9, 9, 9, 100};
    struct raster rgb = {.width = 2,
                         .height = 1,
                         .colour = IMAGE_RGB,
                         .has_alpha = true,
                         .bits = 8,
                         .samples = row};
    raster_simplify(arena, &rgb);
    EXPECT(rgb.has_alpha && rgb.colour == IMAGE_GREY);
    EXPECT(!memcmp(rgb.samples, "\7\xFF\x9\x64", 4));
    arena_destroy(arena);
}

static void the_colour_of_clear_pixels_is_lost(void) {
    struct arena *arena = arena_create();
    unsigned char row[] = {1, 2, 3, 0, 4, 5, 6, 1};
    struct raster rgb = {.width = 2,
                         .height = 1,
                         .colour = IMAGE_RGB,
                         .has_alpha = true,
                         .bits = 8,
                         .samples = row};
    raster_simplify(arena, &rgb);
    EXPECT(!memcmp(rgb.samples, "\xFF\xFF\xFF\0\4\5\6\1", 8));
    arena_destroy(arena);
}

static void a_palette_keeps_only_what_is_used(void) {
    struct arena *arena = arena_create();
    unsigned char row[] = {2, 0, 9};
    struct raster indexed = {.width = 3,
                             .height = 1,
                             .colour = IMAGE_RGB,
                             .bits = 4,
                             .palette = {"abcdefghijkl", 12},
                             .samples = row};
    raster_simplify(arena, &indexed);
    EXPECT_INTEGER(indexed.palette.length, 30); /* 9 is beyond it: black */
    EXPECT(!memcmp(indexed.palette.data, "abc\0\0\0ghi\0\0\0", 12));
    unsigned char greys[] = {0, 1, 1};
    indexed.samples = greys;
    indexed.palette = (struct slice){"aaabbb", 6};
    raster_simplify(arena, &indexed);
    EXPECT(indexed.colour == IMAGE_GREY && slice_is(indexed.palette, "ab"));
    arena_destroy(arena);
}

/* --- headers ---------------------------------------------------------------------- */

#define BYTES(literal)                                                                 \
    { literal, sizeof(literal) - 1 }

static void an_orientation_is_found_in_either_order_of_bytes(void) {
    EXPECT_INTEGER(exif_orientation((struct slice)BYTES("II*\0\x08\0\0\0\1\0"
                                                        "\x12\1\3\0\1\0\0\0\6\0\0\0")),
                   6);
    EXPECT_INTEGER(
        exif_orientation((struct slice)BYTES("MM\0*\0\0\0\x08\0\2"
                                             "\1\x0F\0\2\0\0\0\1\0\0\0\0"
                                             "\1\x12\0\3\0\0\0\1\0\x08\0\0")),
        8);
}

static void an_orientation_that_makes_no_sense_is_none(void) {
    static const struct slice wrong[] = {
        {"", 0},
        BYTES("II*\0"),
        BYTES("II*\0\xFF\xFF\xFF\xFF\1\0"),
        BYTES("II*\0\x09\0\0\0\1"),
        BYTES("II*\0\x08\0\0\0\xFF\xFF"
              "\x0F\1\3\0\1\0\0\0\6\0\0\0"),
        BYTES("II*\0\x08\0\0\0\1\0"
              "\x12\1\3\0\1\0\0\0\x09\0\0\0"),
        BYTES("II*\0\x08\0\0\0\1\0"
              "\x12\1\4\0\1\0\0\0\6\0\0\0"),
        BYTES("II*\0\x08\0\0\0\1\0"
              "\x12\1\3\0\1\0\0\0\6\0\0"),
        BYTES("XX*\0\x08\0\0\0\1\0"
              "\x12\1\3\0\1\0\0\0\6\0\0\0"),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        EXPECT_INTEGER(exif_orientation(wrong[i]), 1);
}

static uint32_t density_of(struct arena *arena, uint32_t x, uint32_t y, char unit) {
    struct buffer out = {.arena = arena}, data = {.arena = arena};
    add_header(&out, 1, 1, 0);
    add_long(&data, x);
    add_long(&data, y);
    buffer_add_char(&data, unit);
    add_chunk(&out, "pHYs", buffer_slice(&data));
    struct image image = {.path = ""};
    struct failure failure;
    EXPECT(header_read(arena, buffer_slice(&out), &image, &failure));
    return image.density;
}

static void the_density_is_in_pixels_per_inch(void) {
    struct arena *arena = arena_create();
    EXPECT_INTEGER(density_of(arena, 11811, 11811, 1), 300);
    EXPECT_INTEGER(density_of(arena, 2835, 2835, 1), 72);
    EXPECT_INTEGER(density_of(arena, 2835, 5670, 1), 0); /* no squares */
    EXPECT_INTEGER(density_of(arena, 1, 1, 0), 0); /* a proportion only */
    EXPECT_INTEGER(density_of(arena, UINT32_MAX, UINT32_MAX, 1), 0); /* nor sense */
    EXPECT_INTEGER(density_of(arena, 1, 1, 1), 0);
    struct image image = {.path = ""};
    struct failure failure;
    EXPECT(header_read(arena, make_jpeg(arena, false), &image, &failure));
    EXPECT_INTEGER(image.density, 0);
    EXPECT_INTEGER(image.width, WIDTH);
    arena_destroy(arena);
}

static void codings_pdf_does_not_know_are_named(void) {
    struct arena *arena = arena_create();
    static const struct {
        unsigned char marker, bits;
        const char *words;
    } codings[] = {{0xC3, 8, "lossless"},
                   {0xC5, 8, "hierarchical"},
                   {0xC9, 8, "arithmetic"},
                   {0xC1, 12, "more than 8 bits"}};
    for (size_t i = 0; i < sizeof codings / sizeof *codings; i++) {
        struct slice jpeg = make_jpeg(arena, false);
        char *bytes = arena_copy(arena, jpeg.data, jpeg.length);
        for (size_t n = 0; n + 4 < jpeg.length; n++)
            if (byte_at(jpeg, n) == 0xFF && byte_at(jpeg, n + 1) == MARKER_SOF0) {
                bytes[n + 1] = (char)codings[i].marker;
                bytes[n + 4] = (char)codings[i].bits;
            }
        expect_refused((struct slice){bytes, jpeg.length}, codings[i].words);
    }
    arena_destroy(arena);
}

/* --- what a JPEG keeps ------------------------------------------------------------ */

static void a_jpeg_passes_with_the_same_coded_data(void) {
    struct arena *arena = arena_create();
    struct slice jpeg = make_jpeg(arena, true);
    struct attempt attempt = attempt_bytes(jpeg, FINE);
    EXPECT(attempt.data && attempt.data->coding == IMAGE_DCT);
    /* libjpeg writes no more than is needed, so all of it stays */
    EXPECT(attempt.data && slice_equal(attempt.data->bytes, jpeg));
    drop(attempt);
    arena_destroy(arena);
}

/* Between the coded data and the end mark, where no segment is. */
static void what_stands_between_the_segments_does_not_pass(void) {
    struct arena *arena = arena_create();
    struct slice jpeg = make_jpeg(arena, false);
    struct buffer out = {.arena = arena};
    buffer_add(&out, jpeg.data, jpeg.length - 2);
    buffer_add_string(&out, "SECRET SECRET");
    buffer_add(&out, "\xFF\xD9", 2);
    struct attempt attempt = attempt_bytes(buffer_slice(&out), FINE);
    EXPECT(attempt.data && attempt.data->bytes.length > 100);
    for (size_t i = 0; attempt.data && i + 6 < attempt.data->bytes.length; i++)
        EXPECT(memcmp(attempt.data->bytes.data + i, "SECRET", 6) != 0);
    drop(attempt);
    arena_destroy(arena);
}

int main(void) {
    int fd = mkstemp(picture_path);
    if (fd < 0)
        return 2;
    close(fd);
    RUN(what_is_not_png_or_jpeg_is_named);
    RUN(what_is_no_file_is_told);
    RUN(a_file_over_64_mebibytes_is_refused);
    RUN(sizes_out_of_reason_are_refused_before_any_pixel);
    RUN(so_are_those_of_jpeg);
    RUN(one_pixel_is_a_picture);
    RUN(a_picture_without_its_end_is_an_error_wherever_it_is_cut);
    RUN(a_jpeg_whose_middle_is_missing_is_broken);
    RUN(damage_is_one_error_or_none);
    RUN(a_wrong_checksum_is_an_error);
    RUN(pixels_beyond_the_resolution_are_not_kept);
    RUN(a_coarse_picture_is_a_warning);
    RUN(a_file_that_changes_in_between_is_an_error);
    RUN(a_store_loads_a_picture_once_for_each_size);
    RUN(every_level_stays_what_it_is_where_it_is_all_there_is);
    RUN(means_are_of_light);
    RUN(a_pixel_counts_as_much_as_it_covers);
    RUN(what_is_clear_lends_no_colour);
    RUN(the_largest_sums_do_not_overflow);
    RUN(an_opaque_alpha_is_dropped);
    RUN(equal_channels_become_grey_and_alpha_stays);
    RUN(the_colour_of_clear_pixels_is_lost);
    RUN(a_palette_keeps_only_what_is_used);
    RUN(an_orientation_is_found_in_either_order_of_bytes);
    RUN(an_orientation_that_makes_no_sense_is_none);
    RUN(the_density_is_in_pixels_per_inch);
    RUN(codings_pdf_does_not_know_are_named);
    RUN(a_jpeg_passes_with_the_same_coded_data);
    RUN(what_stands_between_the_segments_does_not_pass);
    unlink(picture_path);
    return harness_status();
}
