/* SPDX-License-Identifier: MIT */
/* Makes the font program of a font: a subset of its face by HarfBuzz, with the
   shapes of the font put in (truetype.c), as one file.

   Layout tables are dropped before the subsetter closes the set of glyphs over them,
   else it would keep all their alternates; hinting goes too, since in composites it
   would move outlines out of place. A composite font needs no cmap, names or OS/2
   (ISO 32000-1 9.9). */
#include "pdf/truetype.h"

#include <hb-subset.h>

static void drop_tables(hb_subset_input_t *input) {
    static const char tags[][5] = {"GSUB", "GPOS", "GDEF", "kern", "name", "OS/2",
                                   "post", "cmap", "MATH", "BASE", "JSTF", "DSIG",
                                   "hdmx", "VDMX", "LTSH", "STAT", "meta", "gasp",
                                   "vhea", "vmtx", "COLR", "CPAL", "SVG ", "FFTM"};
    hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
        hb_set_add(dropped, hb_tag_from_string(tags[i], 4));
}

static hb_subset_plan_t *plan_subset(const struct font *font, unsigned int flags) {
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *glyphs = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < font->shape_count; i++)
        for (struct part *part = font->shapes[i].parts; part; part = part->next)
            if (part->glyph != GLYPH_LINE)
                hb_set_add(glyphs, part->glyph);
    drop_tables(input);
    hb_subset_input_set_flags(input, flags);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(font->face->hb_face, input);
    hb_subset_input_destroy(input);
    return plan;
}

static struct slice copy_table(struct arena *arena, hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    unsigned int size;
    const char *data = hb_blob_get_data(blob, &size);
    struct slice table = {arena_copy(arena, data, size), size};
    hb_blob_destroy(blob);
    return table;
}

static struct font_tables copy_tables(struct arena *arena, hb_face_t *face) {
    return (struct font_tables){
        .head = copy_table(arena, face, HB_TAG('h', 'e', 'a', 'd')),
        .hhea = copy_table(arena, face, HB_TAG('h', 'h', 'e', 'a')),
        .maxp = copy_table(arena, face, HB_TAG('m', 'a', 'x', 'p')),
        .hmtx = copy_table(arena, face, HB_TAG('h', 'm', 't', 'x')),
        .loca = copy_table(arena, face, HB_TAG('l', 'o', 'c', 'a')),
        .glyf = copy_table(arena, face, HB_TAG('g', 'l', 'y', 'f'))};
}

static void add_table(hb_face_t *builder, hb_tag_t tag, struct slice table) {
    hb_blob_t *blob = hb_blob_create(table.data, (unsigned int)table.length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_builder_add_table(builder, tag, blob);
    hb_blob_destroy(blob);
}

static struct slice assemble(struct arena *arena, const struct font_tables *tables) {
    hb_face_t *builder = hb_face_builder_create();
    add_table(builder, HB_TAG('h', 'e', 'a', 'd'), tables->head);
    add_table(builder, HB_TAG('h', 'h', 'e', 'a'), tables->hhea);
    add_table(builder, HB_TAG('m', 'a', 'x', 'p'), tables->maxp);
    add_table(builder, HB_TAG('h', 'm', 't', 'x'), tables->hmtx);
    add_table(builder, HB_TAG('l', 'o', 'c', 'a'), tables->loca);
    add_table(builder, HB_TAG('g', 'l', 'y', 'f'), tables->glyf);
    hb_blob_t *blob = hb_face_reference_blob(builder);
    unsigned int size;
    const char *data = hb_blob_get_data(blob, &size);
    struct slice file = {arena_copy(arena, data, size), size};
    hb_blob_destroy(blob);
    hb_face_destroy(builder);
    return file;
}

/* The subset that `flags` ask for, and *plan, both to be destroyed; NULL if there is
   none. */
static hb_face_t *make_subset(const struct font *font, unsigned int flags,
                              hb_subset_plan_t **plan) {
    *plan = plan_subset(font, HB_SUBSET_FLAGS_NO_HINTING |
                                  HB_SUBSET_FLAGS_NOTDEF_OUTLINE | flags);
    return *plan ? hb_subset_plan_execute_or_fail(*plan) : NULL;
}

static struct slice make_truetype(struct arena *arena, struct font *font) {
    struct slice program = {NULL, 0};
    hb_subset_plan_t *plan;
    hb_face_t *subset = make_subset(font, HB_SUBSET_FLAGS_DEFAULT, &plan);
    if (subset) {
        struct font_tables tables = copy_tables(arena, subset);
        if (truetype_add_shapes(arena, font, &tables,
                                hb_subset_plan_old_to_new_glyph_mapping(plan)))
            program = assemble(arena, &tables);
    }
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    return program;
}

/* The bare CFF table; glyphs keep their numbers, since a CFF font has no map for
   them. */
static struct slice make_cff(struct arena *arena, const struct font *font) {
    struct slice table = {NULL, 0};
    hb_subset_plan_t *plan;
    hb_face_t *subset = make_subset(font, HB_SUBSET_FLAGS_RETAIN_GIDS, &plan);
    if (subset)
        table = copy_table(arena, subset, HB_TAG('C', 'F', 'F', ' '));
    hb_face_destroy(subset);
    hb_subset_plan_destroy(plan);
    return table.length ? table : (struct slice){NULL, 0};
}

struct slice subset_program(struct arena *arena, struct font *font) {
    return font->face->truetype ? make_truetype(arena, font) : make_cff(arena, font);
}
