/* SPDX-License-Identifier: MIT */
/* Writes JPEG files of all kinds that PDF and this program know, and of some they do not,
   into a folder, each with words planted wherever a JPEG can hide some; and what is to be
   seen of them, as scene.ppm, grey.ppm and ink.ppm.

       photographs FOLDER */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

enum { WIDTH = 96, HEIGHT = 64 };

/* One file. */
struct kind {
    const char *name;
    J_COLOR_SPACE in, out;
    int quality; /* 0: 95 */
    int sampling; /* of the first component; 0: 1 */
    int orientation; /* 0: none is said */
    int restart; /* rows of blocks between restart markers */
    bool progressive, arithmetic;
    bool separate; /* a scan for each component */
    bool unmarked; /* no Adobe marker */
};

static const struct kind kinds[] = {
    {.name = "grey", .in = JCS_GRAYSCALE, .out = JCS_GRAYSCALE},
    {.name = "colour", .in = JCS_RGB, .out = JCS_YCbCr, .sampling = 2},
    {.name = "colour-fine", .in = JCS_RGB, .out = JCS_YCbCr},
    {.name = "colour-rgb", .in = JCS_RGB, .out = JCS_RGB},
    {.name = "colour-progressive",
     .in = JCS_RGB,
     .out = JCS_YCbCr,
     .progressive = true},
    {.name = "colour-restart", .in = JCS_RGB, .out = JCS_YCbCr, .restart = 1},
    {.name = "colour-scans", .in = JCS_RGB, .out = JCS_YCbCr, .separate = true},
    {.name = "rough", .in = JCS_RGB, .out = JCS_YCbCr, .quality = 3},
    {.name = "ink", .in = JCS_CMYK, .out = JCS_CMYK, .unmarked = true},
    {.name = "ink-adobe", .in = JCS_CMYK, .out = JCS_CMYK},
    {.name = "ink-ycck", .in = JCS_CMYK, .out = JCS_YCCK},
    {.name = "ink-turned", .in = JCS_CMYK, .out = JCS_YCCK, .orientation = 3},
    {.name = "ink-plain-turned",
     .in = JCS_CMYK,
     .out = JCS_CMYK,
     .orientation = 3,
     .unmarked = true},
    {.name = "arithmetic", .in = JCS_RGB, .out = JCS_YCbCr, .arithmetic = true},
    {.name = "turned-1", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 1},
    {.name = "turned-2", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 2},
    {.name = "turned-3", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 3},
    {.name = "turned-4", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 4},
    {.name = "turned-5", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 5},
    {.name = "turned-6", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 6},
    {.name = "turned-7", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 7},
    {.name = "turned-8", .in = JCS_RGB, .out = JCS_YCbCr, .orientation = 8},
};

/* --- the scene -------------------------------------------------------------------- */

/* Each quarter has its colour and grows lighter to the right, so that no turn or mirror
   image of it is like another. */
static void colour_at(int x, int y, unsigned char rgb[3]) {
    static const unsigned char quarters[2][2][3] = {{{200, 40, 40}, {40, 160, 40}},
                                                    {{40, 60, 200}, {200, 200, 60}}};
    const unsigned char *quarter = quarters[y >= HEIGHT / 2][x >= WIDTH / 2];
    for (int i = 0; i < 3; i++)
        rgb[i] = (unsigned char)(quarter[i] + x * 50 / WIDTH);
}

static unsigned char grey_of(const unsigned char rgb[3]) {
    return (unsigned char)((rgb[0] * 299 + rgb[1] * 587 + rgb[2] * 114) / 1000);
}

/* Ink of the quarters: none, black, cyan, yellow. */
static void ink_at(int x, int y, unsigned char cmyk[4]) {
    memset(cmyk, 0, 4);
    int quarter = (y >= HEIGHT / 2) * 2 + (x >= WIDTH / 2);
    if (quarter)
        cmyk[quarter == 1 ? 3 : quarter == 2 ? 0 : 2] = 255;
}

/* Where a pixel of the scene stands in a file of this orientation, by the table of the
   Exif standard: which side of the scene its first row and first column are. */
static void place_in_file(int orientation, int x, int y, int *column, int *row) {
    static const char *const sides[] = {"",   "TL", "TL", "TR", "BR",
                                        "BL", "LT", "RT", "RB", "LB"};
    const char *first = sides[orientation + 1];
    int from[128];
    from['T'] = y;
    from['B'] = HEIGHT - 1 - y;
    from['L'] = x;
    from['R'] = WIDTH - 1 - x;
    *row = from[(int)first[0]];
    *column = from[(int)first[1]];
}

static void put_pixel(const struct kind *kind, int x, int y, unsigned char *sample) {
    unsigned char rgb[3];
    switch (kind->in) {
    case JCS_CMYK:
        ink_at(x, y, sample);
        for (int i = 0; i < 4 && !kind->unmarked; i++)
            sample[i] = 255 - sample[i];
        break;
    case JCS_GRAYSCALE:
        colour_at(x, y, rgb);
        sample[0] = grey_of(rgb);
        break;
    default:
        colour_at(x, y, sample);
    }
}

/* --- what is planted -------------------------------------------------------------- */

static void plant(j_compress_ptr jpeg, int marker, const char *bytes, size_t count) {
    jpeg_write_marker(jpeg, marker, (const JOCTET *)bytes, (unsigned)count);
}

static void plant_exif(j_compress_ptr jpeg, int orientation) {
    char exif[] = "Exif\0\0II*\0\x08\0\0\0"
                  "\x02\0"
                  "\x12\x01\x03\0\x01\0\0\0\x01\0\0\0"
                  "\x0F\x01\x02\0\x10\0\0\0\x26\0\0\0"
                  "\0\0\0\0"
                  "PLANTED-CAMERA PLANTED-GPS-33.3128N-44.3615E "
                  "\xFF\xD8\xFF\xE0 PLANTED-THUMBNAIL \xFF\xD9";
    exif[6 + 8 + 2 + 8] = (char)orientation;
    plant(jpeg, JPEG_APP0 + 1, exif, sizeof exif);
}

#define PLANT(marker, words) plant(jpeg, marker, words, sizeof(words) - 1)

static void plant_all(j_compress_ptr jpeg, int orientation) {
    PLANT(JPEG_APP0, "JFXX\0\x10 PLANTED-JFXX-THUMBNAIL");
    if (orientation)
        plant_exif(jpeg, orientation);
    PLANT(JPEG_APP0 + 1, "http://ns.adobe.com/xap/1.0/\0 <x>PLANTED-XMP</x>");
    PLANT(JPEG_APP0 + 2, "ICC_PROFILE\0\1\1 PLANTED-PROFILE");
    PLANT(JPEG_APP0 + 2, "MPF\0 PLANTED-MPF");
    PLANT(JPEG_APP0 + 13, "Photoshop 3.0\0 PLANTED-IPTC");
    PLANT(JPEG_APP0 + 15, " PLANTED-APP15");
    PLANT(JPEG_COM, " PLANTED-COMMENT");
}

/* --- files ------------------------------------------------------------------------ */

static FILE *open_file(const char *folder, const char *name, const char *end) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s%s", folder, name, end);
    FILE *file = fopen(path, "wb");
    if (!file) {
        perror(path);
        exit(2);
    }
    return file;
}

static void set_kind(j_compress_ptr jpeg, const struct kind *kind) {
    static const jpeg_scan_info scans[] = {
        {1, {0}, 0, 63, 0, 0}, {1, {1}, 0, 63, 0, 0}, {1, {2}, 0, 63, 0, 0}};
    bool exchanged = kind->orientation > 4;
    jpeg->image_width = exchanged ? HEIGHT : WIDTH;
    jpeg->image_height = exchanged ? WIDTH : HEIGHT;
    jpeg->in_color_space = kind->in;
    jpeg->input_components = kind->in == JCS_GRAYSCALE ? 1
                             : kind->in == JCS_RGB     ? 3
                                                       : 4;
    jpeg_set_defaults(jpeg);
    jpeg_set_colorspace(jpeg, kind->out);
    jpeg_set_quality(jpeg, kind->quality ? kind->quality : 95, FALSE);
    for (int i = 0; i < jpeg->num_components; i++)
        jpeg->comp_info[i].h_samp_factor = jpeg->comp_info[i].v_samp_factor =
            i == 0 && kind->sampling ? kind->sampling : 1;
    if (kind->progressive)
        jpeg_simple_progression(jpeg);
    if (kind->separate) {
        jpeg->scan_info = scans;
        jpeg->num_scans = 3;
    }
    jpeg->restart_in_rows = kind->restart;
    jpeg->arith_code = kind->arithmetic;
    jpeg->density_unit = 1;
    jpeg->X_density = jpeg->Y_density = 300;
    if (kind->unmarked)
        jpeg->write_Adobe_marker = FALSE;
}

static void write_rows(j_compress_ptr jpeg, const struct kind *kind) {
    size_t stride = jpeg->image_width * (size_t)jpeg->input_components;
    unsigned char *samples = calloc(stride, jpeg->image_height);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            int column, row;
            place_in_file(kind->orientation, x, y, &column, &row);
            put_pixel(kind, x, y,
                      samples + (size_t)row * stride +
                          (size_t)(column * jpeg->input_components));
        }
    for (size_t y = 0; y < jpeg->image_height; y++) {
        JSAMPROW row = samples + y * stride;
        jpeg_write_scanlines(jpeg, &row, 1);
    }
    free(samples);
}

static void write_file(const char *folder, const struct kind *kind) {
    FILE *file = open_file(folder, kind->name, ".jpg");
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_stdio_dest(&jpeg, file);
    set_kind(&jpeg, kind);
    jpeg_start_compress(&jpeg, TRUE);
    plant_all(&jpeg, kind->orientation);
    write_rows(&jpeg, kind);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    fputs("PLANTED-BEHIND-THE-END", file);
    fclose(file);
}

/* As readers show ink that fills the paper. */
static void seen_ink_at(int x, int y, unsigned char rgb[3]) {
    static const unsigned char seen[2][2][3] = {{{255, 255, 255}, {35, 31, 32}},
                                                {{0, 174, 239}, {255, 242, 0}}};
    memcpy(rgb, seen[y >= HEIGHT / 2][x >= WIDTH / 2], 3);
}

static void seen_grey_at(int x, int y, unsigned char rgb[3]) {
    colour_at(x, y, rgb);
    memset(rgb, grey_of(rgb), 3);
}

static void write_scene(const char *folder, const char *name,
                        void (*seen_at)(int x, int y, unsigned char rgb[3])) {
    FILE *file = open_file(folder, name, ".ppm");
    fprintf(file, "P6\n%d %d\n255\n", WIDTH, HEIGHT);
    for (int y = 0; y < HEIGHT; y++)
        for (int x = 0; x < WIDTH; x++) {
            unsigned char rgb[3];
            seen_at(x, y, rgb);
            fwrite(rgb, 1, 3, file);
        }
    fclose(file);
}

int main(int count, char **arguments) {
    if (count != 2)
        return 2;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        write_file(arguments[1], &kinds[i]);
    write_scene(arguments[1], "scene", colour_at);
    write_scene(arguments[1], "grey", seen_grey_at);
    write_scene(arguments[1], "ink", seen_ink_at);
    return 0;
}
