/* SPDX-License-Identifier: MIT */
/* A face from a font file: FreeType tells its names and what it permits, HarfBuzz every
   metric that layout uses. */
#include "font/internal.h"

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <ft2build.h>
#include <hb-ot.h>
#include <hb.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H

/* OpenType OS/2 fsType: what the font may not be used for here. */
enum {
    FSTYPE_RESTRICTED = 0x0002,
    FSTYPE_PREVIEW_OR_MORE = 0x000C, /* lifts the restriction when set with it */
    FSTYPE_NO_SUBSETTING = 0x0100,
    FSTYPE_BITMAP_ONLY = 0x0200,
};

static const char *map_file(struct face *face, const char *path) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return strerror(errno);
    struct stat status;
    void *bytes = MAP_FAILED;
    if (fstat(fd, &status) == 0 && status.st_size > 0)
        bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    close(fd);
    if (bytes == MAP_FAILED)
        return "it cannot be mapped";
    face->bytes = (struct slice){bytes, (size_t)status.st_size};
    face->mapped = true;
    return NULL;
}

static const char *read_file(struct face *face, struct arena *arena, const char *path) {
    if (file_read(arena, path, FONT_LIMIT, &face->bytes))
        return NULL;
    return errno == EFBIG ? "it is larger than 64 MiB" : strerror(errno);
}

static void drop_file(struct face *face) {
    if (face->mapped)
        munmap((void *)(uintptr_t)face->bytes.data, face->bytes.length);
}

static const char *check_rights(FT_Face ft) {
    unsigned rights = FT_Get_FSType_Flags(ft);
    if ((rights & FSTYPE_RESTRICTED) && !(rights & FSTYPE_PREVIEW_OR_MORE))
        return "its licence bits (fsType) forbid embedding";
    if (rights & FSTYPE_NO_SUBSETTING)
        return "its licence bits (fsType) forbid subsetting";
    if (rights & FSTYPE_BITMAP_ONLY)
        return "its licence bits (fsType) allow bitmaps only";
    return NULL;
}

/* Serif families by OS/2 sFamilyClass 1 to 5 and 7, or PANOSE serif styles 2 to 10. */
static bool is_serif(const TT_OS2 *os2) {
    int family_class = os2->sFamilyClass >> 8;
    if (family_class)
        return (family_class >= 1 && family_class <= 5) || family_class == 7;
    return os2->panose[0] == 2 && os2->panose[1] >= 2 && os2->panose[1] <= 10;
}

static const char *open_freetype(const struct face *face, FT_Library library,
                                 FT_Face *ft) {
    if (FT_New_Memory_Face(library, (const FT_Byte *)face->bytes.data,
                           (FT_Long)face->bytes.length, 0, ft) != 0)
        return "it is not a font FreeType can read";
    return NULL;
}

static const char *read_names(struct face *face, FT_Library library,
                              struct arena *arena) {
    FT_Face ft;
    const char *wrong = open_freetype(face, library, &ft);
    if (wrong)
        return wrong;
    wrong = check_rights(ft);
    const char *name = FT_Get_Postscript_Name(ft);
    const TT_OS2 *os2 = FT_Get_Sfnt_Table(ft, FT_SFNT_OS2);
    if (!wrong && (!name || !os2 || !ft->family_name || !FT_IS_SCALABLE(ft)))
        wrong = "it has no name, OS/2 table or outlines";
    if (!wrong && (!ft->charmap || ft->charmap->encoding != FT_ENCODING_UNICODE))
        wrong = "it has glyphs for no characters of Unicode";
    if (!wrong) {
        face->postscript_name = arena_copy(arena, name, strlen(name));
        face->family = arena_copy(arena, ft->family_name, strlen(ft->family_name));
        face->italic = ft->style_flags & FT_STYLE_FLAG_ITALIC;
        face->weight = os2->usWeightClass >= 600 ? WEIGHT_BOLD : WEIGHT_REGULAR;
        face->serif = is_serif(os2);
        face->fixed_pitch = FT_IS_FIXED_WIDTH(ft);
        const TT_Postscript *post = FT_Get_Sfnt_Table(ft, FT_SFNT_POST);
        face->italic_angle = post ? (int32_t)(post->italicAngle / 65536) : 0;
        const int32_t box[4] = {(int32_t)ft->bbox.xMin, (int32_t)ft->bbox.yMin,
                                (int32_t)ft->bbox.xMax, (int32_t)ft->bbox.yMax};
        memcpy(face->box, box, sizeof box);
    }
    FT_Done_Face(ft);
    return wrong;
}

static int32_t metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int32_t otherwise) {
    hb_position_t value;
    return hb_ot_metrics_get_position(font, tag, &value) ? value : otherwise;
}

static bool has_table(hb_face_t *face, hb_tag_t tag) {
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

/* Whether a lookup does the same to a word alone with the space before it as to the word
   in its line. It does if it neither matches the space nor looks ahead to it. A positioning
   lookup may look back to one: the glyphs it then moves are put into leaning_back. A
   substitution may not: which glyphs it takes can no longer be told from the result. */
static bool lookup_keeps_words_apart(const struct face *face, hb_tag_t table,
                                     unsigned lookup) {
    hb_set_t *before = hb_set_create();
    hb_set_t *input = hb_set_create();
    hb_set_t *after = hb_set_create();
    hb_ot_layout_lookup_collect_glyphs(face->hb_face, table, lookup, before, input,
                                       after, NULL);
    hb_codepoint_t space = face->space_glyph;
    bool back = hb_set_has(before, space);
    bool apart = !hb_set_has(input, space) && !hb_set_has(after, space) &&
                 !(back && table == HB_OT_TAG_GSUB);
    if (back)
        hb_set_union(face->leaning_back, input);
    hb_set_destroy(before);
    hb_set_destroy(input);
    hb_set_destroy(after);
    return apart;
}

bool face_sets_words_apart(const struct face *face) {
    static const hb_tag_t tables[] = {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS};
    /* Kerning and state tables of the old kinds are not looked into. */
    if (has_table(face->hb_face, HB_TAG('k', 'e', 'r', 'n')) ||
        has_table(face->hb_face, HB_TAG('k', 'e', 'r', 'x')) ||
        has_table(face->hb_face, HB_TAG('m', 'o', 'r', 'x')))
        return false;
    for (size_t t = 0; t < 2; t++) {
        unsigned count = hb_ot_layout_table_get_lookup_count(face->hb_face, tables[t]);
        for (unsigned i = 0; i < count; i++)
            if (!lookup_keeps_words_apart(face, tables[t], i))
                return false;
    }
    return true;
}

static void read_coverage(struct face *face) {
    for (uint32_t c = 0; c < FACE_COVERED; c++)
        if (face_nominal_glyph(face, c))
            face->covered[c / 32] |= 1u << (c % 32);
}

static void read_metrics(struct face *face) {
    hb_blob_t *blob = hb_blob_create(face->bytes.data, (unsigned)face->bytes.length,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    face->hb_face = hb_face_create(blob, 0);
    hb_blob_destroy(blob);
    face->hb_font = hb_font_create(face->hb_face);
    face->units_per_em = (int32_t)hb_face_get_upem(face->hb_face);
    int32_t em = face->units_per_em;
    hb_font_t *font = face->hb_font;
    face->ascender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em * 8 / 10);
    face->descender = metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -em / 5);
    face->cap_height = metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, em * 7 / 10);
    face->truetype = has_table(face->hb_face, HB_TAG('g', 'l', 'y', 'f'));
    face->space_glyph = face_nominal_glyph(face, ' ');
    face->space_advance = hb_font_get_glyph_h_advance(font, face->space_glyph);
    face->leaning_back = hb_set_create();
    read_coverage(face);
    face_measure_letters(face);
}

const char *face_open(struct face *face, struct FT_LibraryRec_ *library,
                      struct arena *arena, const char *path, bool map) {
    face->path = path;
    const char *wrong = map ? map_file(face, path) : read_file(face, arena, path);
    if (wrong)
        return wrong;
    wrong = font_unsound(arena, face->bytes);
    if (!wrong)
        wrong = read_names(face, library, arena);
    if (wrong) {
        drop_file(face);
        return wrong;
    }
    read_metrics(face);
    return NULL;
}

static const char *check_glyphs(const struct face *face, FT_Library library,
                                struct arena *arena) {
    FT_Face ft;
    const char *wrong = open_freetype(face, library, &ft);
    if (wrong)
        return wrong;
    wrong = glyphs_unsound(arena, ft);
    FT_Done_Face(ft);
    return wrong;
}

const char *font_check(struct arena *arena, const char *path) {
    FT_Library library;
    struct face face = {0};
    if (FT_Init_FreeType(&library) != 0)
        return "no FreeType";
    const char *wrong = face_open(&face, library, arena, path, /*map*/ false);
    if (!wrong) {
        wrong = check_glyphs(&face, library, arena);
        face_close(&face);
    }
    FT_Done_FreeType(library);
    return wrong;
}

void face_close(struct face *face) {
    hb_set_destroy(face->leaning_back);
    hb_font_destroy(face->hb_font);
    hb_face_destroy(face->hb_face);
    drop_file(face);
}

uint32_t face_nominal_glyph(const struct face *face, uint32_t code_point) {
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(face->hb_font, code_point, &glyph) ? glyph : 0;
}

int32_t face_advance(const struct face *face, uint32_t glyph) {
    return hb_font_get_glyph_h_advance(face->hb_font, glyph);
}

uint32_t face_hyphen(const struct face *face) {
    return face_nominal_glyph(face, 0x2010) ? 0x2010 : '-';
}

struct glyph_box face_glyph_box(const struct face *face, uint32_t glyph) {
    hb_glyph_extents_t extents;
    if (!hb_font_get_glyph_extents(face->hb_font, glyph, &extents))
        return (struct glyph_box){0};
    return (struct glyph_box){.x0 = extents.x_bearing,
                              .y0 = extents.y_bearing + extents.height,
                              .x1 = extents.x_bearing + extents.width,
                              .y1 = extents.y_bearing};
}

/* In GSUB or in GPOS. */
bool face_has_feature(const struct face *face, uint32_t feature,
                      const uint32_t scripts[2]) {
    static const hb_tag_t tables[] = {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS};
    const hb_tag_t tags[] = {scripts[0], scripts[1], HB_OT_TAG_DEFAULT_SCRIPT};
    for (size_t i = 0; i < 6; i++) {
        hb_tag_t table = tables[i % 2];
        unsigned script, place;
        if (hb_ot_layout_table_find_script(face->hb_face, table, tags[i / 2],
                                           &script) &&
            hb_ot_layout_language_find_feature(face->hb_face, table, script,
                                               HB_OT_LAYOUT_DEFAULT_LANGUAGE_INDEX,
                                               feature, &place))
            return true;
    }
    return false;
}

bool face_leans_back(const struct face *face, uint32_t glyph) {
    return hb_set_has(face->leaning_back, glyph);
}
