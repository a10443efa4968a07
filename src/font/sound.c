/* SPDX-License-Identifier: MIT */
/* Whether a font file is whole and of a kind that can be set, before a library relies on
   it: the tables of OpenType 1.9, and an outline for each glyph. HarfBuzz takes a table
   that is broken for one that is not there, and would set pages of nothing. */
#include "font/internal.h"

#include <ft2build.h>
#include FT_FREETYPE_H

enum {
    HEADER = 12, /* of the table directory [bytes] */
    RECORD = 16,
    EM_LEAST = 16, /* of unitsPerEm */
    EM_MOST = 16384,
};

static uint32_t read16(struct slice table, size_t at) {
    const unsigned char *bytes = (const unsigned char *)table.data + at;
    return (uint32_t)bytes[0] << 8 | bytes[1];
}

static uint32_t read32(struct slice table, size_t at) {
    return read16(table, at) << 16 | read16(table, at + 2);
}

static bool begins_with(struct slice file, const char *tag) {
    return file.length >= HEADER && !memcmp(file.data, tag, 4);
}

/* --- what kind of file ----------------------------------------------------------------- */

static const char *kind_unsound(struct slice file) {
    if (begins_with(file, "wOFF") || begins_with(file, "wOF2"))
        return "it is WOFF, which is for the web: take the TrueType or OpenType file";
    if (begins_with(file, "ttcf"))
        return "it is a collection of fonts (TTC): take one font out of it";
    if (!begins_with(file, "\0\1\0\0") && !begins_with(file, "true") &&
        !begins_with(file, "OTTO"))
        return "it is not a TrueType or OpenType font";
    return NULL;
}

/* --- the table directory --------------------------------------------------------------- */

static size_t table_count(struct slice file) {
    return read16(file, 4);
}

/* The table's bytes; none if it is not there. The directory has been checked. */
static struct slice find_table(struct slice file, const char *tag) {
    for (size_t i = 0; i < table_count(file); i++) {
        size_t record = HEADER + RECORD * i, start = read32(file, record + 8);
        if (!memcmp(file.data + record, tag, 4))
            return slice_sub(file, start, start + read32(file, record + 12));
    }
    return (struct slice){0};
}

/* What a tag may be: printable ASCII. */
static bool is_tag(const char *tag) {
    for (size_t i = 0; i < 4; i++)
        if (tag[i] < ' ' || tag[i] > '~')
            return false;
    return true;
}

static const char *directory_unsound(struct arena *arena, struct slice file) {
    size_t count = table_count(file);
    if (!count || HEADER + RECORD * count > file.length)
        return "its table directory is broken";
    for (size_t i = 0; i < count; i++) {
        size_t record = HEADER + RECORD * i;
        uint64_t end = (uint64_t)read32(file, record + 8) + read32(file, record + 12);
        if (!is_tag(file.data + record))
            return "its table directory is broken";
        if (end > file.length)
            return arena_printf(arena, "it is cut short: the table %.4s is not whole",
                                file.data + record);
    }
    return NULL;
}

/* --- the tables ------------------------------------------------------------------------ */

struct needed_table {
    const char *tag;
    size_t least; /* [bytes] */
};

static const char *missing_table(struct arena *arena, struct slice file) {
    static const struct needed_table needed[] = {
        {"head", 54}, {"hhea", 36}, {"maxp", 6}, {"hmtx", 4},
        {"cmap", 4},  {"name", 6},  {"OS/2", 68}};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        size_t size = find_table(file, needed[i].tag).length;
        if (size < needed[i].least)
            return arena_printf(
                arena, size ? "its table %s is cut short" : "it has no table %s",
                needed[i].tag);
    }
    return NULL;
}

/* Outlines that do not vary, of one of the two kinds a PDF can hold. */
static const char *outlines_unsound(struct slice file) {
    bool truetype = find_table(file, "glyf").length && find_table(file, "loca").length;
    if (find_table(file, "fvar").length || find_table(file, "CFF2").length)
        return "it is a variable font: take the one of the weight that is wanted";
    if (!truetype && !find_table(file, "CFF ").length)
        return "it has no outlines (glyf or CFF)";
    return NULL;
}

/* The numbers that a table begins with, or that HarfBuzz knows it by. */
static const char *versions_unsound(struct slice file) {
    struct slice head = find_table(file, "head"), maxp = find_table(file, "maxp");
    uint32_t version = read32(maxp, 0);
    if (read16(head, 0) != 1 || read32(head, 12) != 0x5F0F3CF5)
        return "its table head is broken";
    if (read16(find_table(file, "hhea"), 0) != 1)
        return "its table hhea is broken";
    if (version != 0x00005000 && (version != 0x00010000 || maxp.length < 32))
        return "its table maxp is broken";
    return NULL;
}

static const char *em_unsound(struct arena *arena, struct slice file) {
    uint32_t em = read16(find_table(file, "head"), 18);
    if (em < EM_LEAST || em > EM_MOST)
        return arena_printf(arena, "it has %u units per em; there may be 16 to 16384",
                            (unsigned)em);
    return NULL;
}

/* Every glyph has an advance; those past numberOfHMetrics have the last one. */
static const char *advances_unsound(struct slice file, uint32_t glyphs) {
    size_t size = find_table(file, "hmtx").length;
    uint32_t metrics = read16(find_table(file, "hhea"), 34);
    if (!metrics || metrics > glyphs ||
        size < 4 * (size_t)metrics + 2 * (size_t)(glyphs - metrics))
        return "its table hmtx has not a width for each glyph";
    return NULL;
}

/* Offsets of glyphs rise and end in glyf. */
static const char *offsets_unsound(struct slice file, uint32_t glyphs) {
    struct slice loca = find_table(file, "loca");
    size_t end = find_table(file, "glyf").length, last = 0;
    bool is_long = read16(find_table(file, "head"), 50) != 0;
    if (!loca.length)
        return NULL;
    if (loca.length < ((size_t)glyphs + 1) * (is_long ? 4 : 2))
        return "its table loca is cut short";
    for (size_t i = 0; i <= glyphs; i++) {
        size_t offset = is_long ? read32(loca, 4 * i) : (size_t)2 * read16(loca, 2 * i);
        if (offset < last || offset > end)
            return "its table loca does not lead to its glyphs";
        last = offset;
    }
    return NULL;
}

const char *font_unsound(struct arena *arena, struct slice file) {
    const char *wrong = kind_unsound(file);
    if (!wrong)
        wrong = directory_unsound(arena, file);
    if (!wrong)
        wrong = outlines_unsound(file);
    if (!wrong)
        wrong = missing_table(arena, file);
    if (!wrong)
        wrong = versions_unsound(file);
    if (!wrong)
        wrong = em_unsound(arena, file);
    if (wrong)
        return wrong;
    uint32_t glyphs = read16(find_table(file, "maxp"), 4);
    wrong = glyphs ? advances_unsound(file, glyphs) : "it has no glyphs";
    return wrong ? wrong : offsets_unsound(file, glyphs);
}

/* --- the glyphs ------------------------------------------------------------------------ */

const char *glyphs_unsound(struct arena *arena, struct FT_FaceRec_ *ft) {
    for (FT_Long i = 0; i < ft->num_glyphs; i++)
        if (FT_Load_Glyph(ft, (FT_UInt)i, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) != 0)
            return arena_printf(arena, "its glyph %ld is broken", i);
    return NULL;
}
