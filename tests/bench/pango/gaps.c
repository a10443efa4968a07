/* SPDX-License-Identifier: MIT */
/* Sets a plain text as Pango does, justified, and prints the word gaps of its lines in the
   form of ../gaps.c.
   usage: gaps TEXT LANGUAGE SIZE MEASURE FAMILY FEATURES FILE
   FILE is the only font Pango sees. Glyphs are not fitted to pixels: Pango's unit is here
   1/1024 pt. It hyphenates at soft hyphens alone, and knows no kashida. */
#include <glib.h>
#include <pango/pango.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct setting {
    PangoContext *context;
    PangoFontDescription *face;
    PangoAttrList *features; /* or NULL */
    int measure;
};

static PangoFontMap *open_font(const char *path) {
    FcConfig *config = FcConfigCreate();
    if (!FcConfigAppFontAddFile(config, (const FcChar8 *)path)) {
        fprintf(stderr, "%s: no font\n", path);
        exit(1);
    }
    PangoFontMap *map = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map), 72, 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config);
    return map;
}

/* As the font file says, without kerning [em]. */
static double face_space(PangoContext *context, const PangoFontDescription *face) {
    PangoFont *font = pango_context_load_font(context, face);
    hb_face_t *hb_face = hb_font_get_face(pango_font_get_hb_font(font));
    hb_font_t *unscaled = hb_font_create(hb_face);
    hb_codepoint_t glyph;
    hb_font_get_nominal_glyph(unscaled, ' ', &glyph);
    int advance = hb_font_get_glyph_h_advance(unscaled, glyph);
    hb_font_destroy(unscaled);
    g_object_unref(font);
    return (double)advance / hb_face_get_upem(hb_face);
}

/* The line's text without the spaces at its end. */
static int trimmed_length(const char *text, int length) {
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return length;
}

static bool is_space(const char *character) {
    gunichar code_point = g_utf8_get_char(character);
    return code_point == ' ' || code_point == 0xA0;
}

static void print_gaps(const PangoLayoutLine *line, const char *text, int end) {
    for (const GSList *item = line->runs; item; item = item->next) {
        const PangoGlyphItem *run = item->data;
        for (int i = 0; i < run->glyphs->num_glyphs; i++) {
            int offset = run->item->offset + run->glyphs->log_clusters[i];
            if (offset < end && is_space(text + offset))
                printf(" %.3f",
                       (double)run->glyphs->glyphs[i].geometry.width / PANGO_SCALE);
        }
    }
}

static void print_line(PangoLayoutLine *line, const char *text) {
    PangoRectangle extent;
    pango_layout_line_get_extents(line, NULL, &extent);
    int start = line->start_index;
    int length = trimmed_length(text + start, line->length);
    printf("%.3f\t0\t0\t", (double)extent.width / PANGO_SCALE);
    print_gaps(line, text, start + length);
    printf("\t%.*s\n", length, text + start);
}

static void set_paragraph(const struct setting *setting, const char *text) {
    PangoLayout *layout = pango_layout_new(setting->context);
    pango_layout_set_font_description(layout, setting->face);
    if (setting->features)
        pango_layout_set_attributes(layout, setting->features);
    pango_layout_set_width(layout, setting->measure);
    pango_layout_set_justify(layout, TRUE);
    pango_layout_set_text(layout, text, -1);
    int count = pango_layout_get_line_count(layout);
    for (int i = 0; i + 1 < count; i++)
        print_line(pango_layout_get_line(layout, i), text);
    g_object_unref(layout);
}

static PangoAttrList *feature_attributes(const char *features) {
    if (!*features)
        return NULL;
    PangoAttrList *list = pango_attr_list_new();
    pango_attr_list_insert(list, pango_attr_font_features_new(features));
    return list;
}

static struct setting open_setting(char **arguments) {
    PangoFontMap *map = open_font(arguments[6]);
    struct setting setting = {
        .context = pango_font_map_create_context(map),
        .face = pango_font_description_from_string(arguments[4]),
        .features = feature_attributes(arguments[5]),
        .measure = (int)(strtod(arguments[3], NULL) * PANGO_SCALE + 0.5)};
    pango_context_set_language(setting.context,
                               pango_language_from_string(arguments[1]));
    pango_context_set_round_glyph_positions(setting.context, FALSE);
    double size = strtod(arguments[2], NULL);
    pango_font_description_set_size(setting.face, (int)(size * PANGO_SCALE + 0.5));
    printf("%.3f\n", face_space(setting.context, setting.face) * size);
    return setting;
}

int main(int argc, char **argv) {
    if (argc != 8) {
        fputs("usage: gaps TEXT LANGUAGE SIZE MEASURE FAMILY FEATURES FILE\n", stderr);
        return 2;
    }
    gchar *text;
    GError *error = NULL;
    if (!g_file_get_contents(argv[1], &text, NULL, &error)) {
        fprintf(stderr, "%s\n", error->message);
        return 1;
    }
    struct setting setting = open_setting(argv + 1);
    char **paragraphs = g_strsplit(text, "\n", -1);
    for (char **paragraph = paragraphs; *paragraph; paragraph++)
        set_paragraph(&setting, *paragraph);
    g_strfreev(paragraphs);
    g_free(text);
    return 0;
}
