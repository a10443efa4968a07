/* SPDX-License-Identifier: MIT */
/* Shapes runs with HarfBuzz. Each run is shaped with the text around it in sight, so that
   a word of which one letter is bold still joins. Clusters are those of characters
   (MONOTONE_CHARACTERS): each mark keeps its own place in the text. */
#include "text/internal.h"

#include <hb.h>
#include <string.h>

enum { FEATURES_MAX = 8, FEATURE_LISTS_MAX = 16 };

struct feature_list {
    const char *string; /* a theme's; compared by address */
    hb_feature_t features[FEATURES_MAX];
    unsigned count;
};

struct shaper {
    hb_buffer_t *buffer;
    struct feature_list lists[FEATURE_LISTS_MAX];
    size_t list_count;
};

struct shaper *shaper_open(struct arena *arena) {
    struct shaper *shaper = arena_new(arena, struct shaper);
    shaper->buffer = hb_buffer_create();
    return shaper;
}

void shaper_close(struct shaper *shaper) {
    hb_buffer_destroy(shaper->buffer);
}

static void parse_features(struct feature_list *list, const char *string) {
    list->string = string;
    list->count = 0;
    while (*string && list->count < FEATURES_MAX) {
        size_t span = strcspn(string, ",");
        if (hb_feature_from_string(string, (int)span, &list->features[list->count]))
            list->count++;
        string += span + (string[span] == ',');
    }
}

static const struct feature_list *find_features(struct shaper *shaper,
                                                const char *string) {
    static const struct feature_list none = {0};
    if (!string)
        return &none;
    for (size_t i = 0; i < shaper->list_count; i++)
        if (shaper->lists[i].string == string)
            return &shaper->lists[i];
    size_t place = shaper->list_count < FEATURE_LISTS_MAX ? shaper->list_count++ : 0;
    parse_features(&shaper->lists[place], string);
    return &shaper->lists[place];
}

/* The paragraph's language where its script is used, else the usual one of the script. */
static hb_language_t run_language(const struct text *text, uint32_t script) {
    const char *language = "";
    if (text->script == script)
        language = text->paragraph->language;
    else if (script == HB_SCRIPT_ARABIC)
        language = "ar";
    else if (script == HB_SCRIPT_LATIN)
        language = "en";
    return *language ? hb_language_from_string(language, -1) : HB_LANGUAGE_INVALID;
}

static void fill_buffer(hb_buffer_t *buffer, const struct text *whole,
                        const struct text_run *run) {
    struct slice text = whole->paragraph->text;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;
    if (run->start == 0)
        flags |= HB_BUFFER_FLAG_BOT;
    if (run->end == text.length)
        flags |= HB_BUFFER_FLAG_EOT;
    hb_buffer_set_flags(buffer, (hb_buffer_flags_t)flags);
    hb_buffer_add_utf8(buffer, text.data, (int)text.length, run->start,
                       (int)(run->end - run->start));
    hb_buffer_set_direction(buffer,
                            run->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, (hb_script_t)run->script);
    hb_buffer_set_language(buffer, run_language(whole, run->script));
}

void shaper_shape(struct shaper *shaper, struct arena *arena, const struct text *text,
                  struct text_run *run, uint8_t *flags) {
    const struct feature_list *list = find_features(shaper, run->features);
    fill_buffer(shaper->buffer, text, run);
    hb_shape(run->face->hb_font, shaper->buffer, list->features, list->count);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    const hb_glyph_position_t *positions =
        hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    struct glyph *glyphs = arena_array(arena, struct glyph, count);
    uint32_t kept = 0;
    for (unsigned i = 0; i < count; i++) {
        if (flags && (hb_glyph_info_get_glyph_flags(&infos[i]) &
                      HB_GLYPH_FLAG_UNSAFE_TO_BREAK))
            flags[infos[i].cluster] |= TEXT_UNSAFE;
        if (infos[i].codepoint == 0) /* reported by the itemizer */
            continue;
        glyphs[kept++] = (struct glyph){.id = infos[i].codepoint,
                                        .cluster = infos[i].cluster,
                                        .advance = positions[i].x_advance,
                                        .x_offset = positions[i].x_offset,
                                        .y_offset = positions[i].y_offset};
    }
    run->glyphs = glyphs;
    run->glyph_count = kept;
}
