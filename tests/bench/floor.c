/* SPDX-License-Identifier: MIT */
/* The floor under the time of a report: what no program could leave out. It shapes each
   paragraph once with HarfBuzz, subsets the fonts to the glyphs used, and deflates the
   bytes of the page streams, page by page.
   usage: floor TEXT STREAMS ARABIC-FONT LATIN-FONT OTHER-FONT...
   TEXT has one paragraph a line, "ar", "en", "AR" or "EN" and a tab before it, capitals for
   a heading. The other fonts are subset to the characters of the headings. STREAMS has the
   page streams, each after a line with its length. */
#include <hb-subset.h>
#include <hb.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

struct floor {
    hb_buffer_t *buffer;
    hb_font_t *fonts[2]; /* Arabic, Latin */
    hb_set_t *glyphs[2];
    hb_set_t *heading_characters;
};

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) {
        perror(path);
        exit(1);
    }
    *length = (size_t)ftell(file);
    rewind(file);
    char *bytes = malloc(*length + 1);
    if (!bytes || fread(bytes, 1, *length, file) != *length) {
        perror(path);
        exit(1);
    }
    bytes[*length] = '\0';
    fclose(file);
    return bytes;
}

static hb_face_t *open_face(const char *path) {
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob) {
        perror(path);
        exit(1);
    }
    hb_face_t *face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    return face;
}

static void shape_paragraph(struct floor *bottom, const char *line, int length) {
    int latin = line[0] == 'e' || line[0] == 'E';
    hb_buffer_clear_contents(bottom->buffer);
    hb_buffer_add_utf8(bottom->buffer, line + 3, length - 3, 0, length - 3);
    if (line[0] < 'a') {
        unsigned count;
        hb_glyph_info_t *info = hb_buffer_get_glyph_infos(bottom->buffer, &count);
        for (unsigned i = 0; i < count; i++)
            hb_set_add(bottom->heading_characters, info[i].codepoint);
    }
    hb_buffer_set_direction(bottom->buffer,
                            latin ? HB_DIRECTION_LTR : HB_DIRECTION_RTL);
    hb_buffer_set_script(bottom->buffer, latin ? HB_SCRIPT_LATIN : HB_SCRIPT_ARABIC);
    hb_buffer_set_language(bottom->buffer,
                           hb_language_from_string(latin ? "en" : "ar", -1));
    hb_shape(bottom->fonts[latin], bottom->buffer, NULL, 0);
    unsigned count;
    hb_glyph_info_t *info = hb_buffer_get_glyph_infos(bottom->buffer, &count);
    for (unsigned i = 0; i < count; i++)
        hb_set_add(bottom->glyphs[latin], info[i].codepoint);
}

static void shape_text(struct floor *bottom, const char *path) {
    size_t length;
    char *text = read_file(path, &length);
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1)
        shape_paragraph(bottom, line, (int)(end - line));
    free(text);
}

/* The size of the subset, deflated as it would be in a PDF. */
static size_t subset_face(hb_face_t *face, const hb_set_t *glyphs,
                          const hb_set_t *characters) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    if (glyphs)
        hb_set_union(hb_subset_input_glyph_set(input), glyphs);
    if (characters)
        hb_set_union(hb_subset_input_unicode_set(input), characters);
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    hb_set_add(dropped, HB_TAG('G', 'S', 'U', 'B'));
    hb_set_add(dropped, HB_TAG('G', 'P', 'O', 'S'));
    hb_set_add(dropped, HB_TAG('G', 'D', 'E', 'F'));
    hb_face_t *subset = hb_subset_or_fail(face, input);
    hb_blob_t *blob = hb_face_reference_blob(subset);
    unsigned length;
    const char *data = hb_blob_get_data(blob, &length);
    uLongf size = compressBound(length);
    Bytef *deflated = malloc(size);
    if (!deflated || compress(deflated, &size, (const Bytef *)data, length) != Z_OK)
        exit(1);
    free(deflated);
    hb_blob_destroy(blob);
    hb_face_destroy(subset);
    hb_subset_input_destroy(input);
    return size;
}

static size_t deflate_streams(const char *path) {
    size_t length, total = 0;
    char *bytes = read_file(path, &length), *rest = bytes;
    while (rest < bytes + length) {
        char *data;
        uLong size = strtoul(rest, &data, 10);
        data++;
        uLongf deflated_size = compressBound(size);
        Bytef *deflated = malloc(deflated_size);
        if (!deflated ||
            compress(deflated, &deflated_size, (Bytef *)data, size) != Z_OK)
            exit(1);
        free(deflated);
        total += deflated_size;
        rest = data + size;
    }
    free(bytes);
    return total;
}

int main(int argc, char **argv) {
    if (argc < 5) {
        fputs("usage: floor TEXT STREAMS ARABIC-FONT LATIN-FONT OTHER-FONT...\n",
              stderr);
        return 2;
    }
    struct floor bottom = {.buffer = hb_buffer_create(),
                           .heading_characters = hb_set_create()};
    hb_face_t *faces[2];
    for (int i = 0; i < 2; i++) {
        faces[i] = open_face(argv[3 + i]);
        bottom.fonts[i] = hb_font_create(faces[i]);
        bottom.glyphs[i] = hb_set_create();
    }
    shape_text(&bottom, argv[1]);
    size_t total = 0;
    for (int i = 0; i < 2; i++)
        total += subset_face(faces[i], bottom.glyphs[i], NULL);
    for (int i = 5; i < argc; i++) {
        hb_face_t *face = open_face(argv[i]);
        total += subset_face(face, NULL, bottom.heading_characters);
        hb_face_destroy(face);
    }
    total += deflate_streams(argv[2]);
    printf("%zu\n", total);
    for (int i = 0; i < 2; i++) {
        hb_set_destroy(bottom.glyphs[i]);
        hb_font_destroy(bottom.fonts[i]);
        hb_face_destroy(faces[i]);
    }
    hb_set_destroy(bottom.heading_characters);
    hb_buffer_destroy(bottom.buffer);
    return 0;
}
