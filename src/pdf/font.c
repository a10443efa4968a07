/* SPDX-License-Identifier: MIT */
/* Writes a font as the objects of a composite font (ISO 32000-1 9.7): Type0, CIDFont,
   descriptor, widths, the map from codes to glyphs, the map from codes to text. */
#include "pdf/internal.h"

enum { MAPPINGS_PER_BLOCK = 100 };

/* Descriptor flags (ISO 32000-1 table 123). */
enum { FIXED_PITCH = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };

struct writing {
    struct arena *arena;
    struct haru *haru;
    const struct font *font;
    const char *name; /* with the tag of the subset */
    struct slice program;
};

static struct buffer new_buffer(const struct writing *writing) {
    return (struct buffer){.arena = writing->arena};
}

/* Six letters made from the font program, as 9.6.4 asks, so equal fonts have equal
   names. */
static const char *subset_name(struct arena *arena, const struct face *face,
                               struct slice program) {
    unsigned char digest[16];
    char tag[7] = "";
    haru_digest(program, digest);
    for (size_t i = 0; i < 6; i++)
        tag[i] = (char)('A' + digest[i] % 26);
    return arena_printf(arena, "%s+%s", tag, face->postscript_name);
}

/* --- codes to text ---------------------------------------------------------------- */

static void add_mapping(struct buffer *out, size_t code, const struct code_text *text) {
    buffer_printf(out, "<%04zX> <", code);
    for (uint32_t i = 0; i < text->count; i++)
        syntax_utf16(out, text->points[i]);
    buffer_add_string(out, ">\n");
}

/* The code at place `i` of the list. */
static size_t code_at(const struct font *font, size_t i) {
    return font->face->truetype ? i + 1
                                : font->shapes[font->codes[i].shape].parts->glyph;
}

static void add_mappings(struct buffer *out, const struct font *font) {
    size_t left = 0, in_block = 0;
    for (size_t i = 0; i < font->code_count; i++)
        left += font->codes[i].text.count != 0;
    for (size_t i = 0; i < font->code_count; i++) {
        if (!font->codes[i].text.count)
            continue;
        if (in_block++ == 0)
            buffer_printf(out, "%zu beginbfchar\n",
                          left < MAPPINGS_PER_BLOCK ? left : MAPPINGS_PER_BLOCK);
        add_mapping(out, code_at(font, i), &font->codes[i].text);
        if (--left == 0 || in_block == MAPPINGS_PER_BLOCK) {
            buffer_add_string(out, "endbfchar\n");
            in_block = 0;
        }
    }
}

static struct haru_object *write_to_unicode(const struct writing *writing) {
    struct buffer out = new_buffer(writing);
    buffer_add_string(&out, "/CIDInit /ProcSet findresource begin\n"
                            "12 dict begin\nbegincmap\n"
                            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
                            "/Supplement 0>> def\n"
                            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                            "1 begincodespacerange\n<0000> <FFFF>\n"
                            "endcodespacerange\n");
    add_mappings(&out, writing->font);
    buffer_add_string(&out, "endcmap\nCMapName currentdict /CMap defineresource pop\n"
                            "end\nend\n");
    return haru_stream(writing->haru, slice_of(""), buffer_slice(&out));
}

/* --- codes to glyphs and widths --------------------------------------------------- */

static struct haru_object *write_glyph_map(const struct writing *writing) {
    const struct font *font = writing->font;
    struct buffer out = new_buffer(writing);
    buffer_add(&out, "\0", 2); /* code 0 is glyph 0 */
    for (size_t i = 0; i < font->code_count; i++) {
        uint32_t glyph = font->shapes[font->codes[i].shape].glyph;
        buffer_add_char(&out, (char)(glyph >> 8));
        buffer_add_char(&out, (char)glyph);
    }
    return haru_stream(writing->haru, slice_of(""), buffer_slice(&out));
}

/* A length of the face in thousandths of the em, to three decimals. */
static void add_em_length(struct buffer *out, const struct face *face, int64_t units) {
    int64_t half = face->units_per_em / 2, product = units * 1000000;
    syntax_thousandths(out,
                       (product + (product < 0 ? -half : half)) / face->units_per_em);
}

static void add_widths(struct buffer *out, const struct font *font) {
    bool truetype = font->face->truetype;
    buffer_add_string(out, truetype ? "/DW 0 /W [1 [" : "/DW 0 /W [");
    for (size_t i = 0; i < font->code_count; i++) {
        buffer_add_char(out, i % 16 ? ' ' : '\n');
        if (!truetype)
            buffer_printf(out, "%zu [", code_at(font, i));
        add_em_length(out, font->face, font->shapes[font->codes[i].shape].advance);
        if (!truetype)
            buffer_add_char(out, ']');
    }
    buffer_add_string(out, truetype ? "]]\n" : "]\n");
}

/* --- dictionaries ----------------------------------------------------------------- */

static struct haru_object *add_dictionary(const struct writing *writing,
                                          struct buffer entries) {
    struct haru_object *object = haru_dictionary(writing->haru);
    haru_set_entries(object, buffer_slice(&entries));
    return object;
}

static struct haru_object *write_program(const struct writing *writing) {
    const char *entries =
        writing->font->face->truetype
            ? arena_printf(writing->arena, "/Length1 %zu", writing->program.length)
            : "/Subtype /CIDFontType0C";
    return haru_stream(writing->haru, slice_of(entries), writing->program);
}

static void add_metrics(struct buffer *out, const struct face *face) {
    int flags = SYMBOLIC | (face->fixed_pitch ? FIXED_PITCH : 0) |
                (face->serif ? SERIF : 0) | (face->italic ? ITALIC : 0);
    buffer_printf(out, "/Flags %d /ItalicAngle %d /StemV %d\n/FontBBox [", flags,
                  (int)face->italic_angle, face->weight == WEIGHT_BOLD ? 140 : 80);
    for (size_t i = 0; i < 4; i++) {
        buffer_add_char(out, ' ');
        add_em_length(out, face, face->box[i]);
    }
    buffer_add_string(out, "]\n/Ascent ");
    add_em_length(out, face, face->ascender);
    buffer_add_string(out, " /Descent ");
    add_em_length(out, face, face->descender);
    buffer_add_string(out, " /CapHeight ");
    add_em_length(out, face, face->cap_height ? face->cap_height : face->ascender);
    buffer_add_char(out, '\n');
}

static struct haru_object *write_descriptor(const struct writing *writing) {
    struct buffer out = new_buffer(writing);
    buffer_add_string(&out, "/Type /FontDescriptor /FontName ");
    syntax_name(&out, writing->name);
    buffer_add_char(&out, '\n');
    add_metrics(&out, writing->font->face);
    buffer_add_string(&out,
                      writing->font->face->truetype ? "/FontFile2 " : "/FontFile3 ");
    syntax_reference(&out, write_program(writing));
    buffer_add_char(&out, '\n');
    return add_dictionary(writing, out);
}

static struct haru_object *write_descendant(const struct writing *writing) {
    struct buffer out = new_buffer(writing);
    bool truetype = writing->font->face->truetype;
    buffer_printf(&out, "/Type /Font /Subtype /CIDFontType%d /BaseFont ",
                  truetype ? 2 : 0);
    syntax_name(&out, writing->name);
    buffer_add_string(&out, "\n/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) "
                            "/Supplement 0>>\n/FontDescriptor ");
    syntax_reference(&out, write_descriptor(writing));
    buffer_add_char(&out, '\n');
    if (truetype) {
        buffer_add_string(&out, "/CIDToGIDMap ");
        syntax_reference(&out, write_glyph_map(writing));
        buffer_add_char(&out, '\n');
    }
    add_widths(&out, writing->font);
    return add_dictionary(writing, out);
}

static struct haru_object *write_font(const struct writing *writing) {
    struct buffer out = new_buffer(writing);
    buffer_add_string(&out,
                      "/Type /Font /Subtype /Type0 /Encoding /Identity-H /BaseFont ");
    syntax_name(&out, writing->name);
    buffer_add_string(&out, "\n/DescendantFonts [");
    syntax_reference(&out, write_descendant(writing));
    buffer_add_string(&out, "]\n/ToUnicode ");
    syntax_reference(&out, write_to_unicode(writing));
    buffer_add_char(&out, '\n');
    return add_dictionary(writing, out);
}

bool fonts_write(struct fonts *fonts, struct arena *arena, struct haru *haru,
                 struct buffer *resources, struct diag *diag) {
    buffer_add_string(resources, "/Font <<");
    for (size_t i = 0; i < fonts->count; i++) {
        struct font *font = fonts->items[i];
        struct slice program = subset_program(arena, font);
        if (!program.data) {
            diag_add(diag, DIAG_FONT_BROKEN, diag_nowhere(), font->face->path,
                     "it cannot be subset");
            return false;
        }
        const struct writing writing = {
            arena, haru, font, subset_name(arena, font->face, program), program};
        buffer_printf(resources, "/F%u ", (unsigned)font->number);
        syntax_reference(resources, write_font(&writing));
        buffer_add_char(resources, '\n');
    }
    buffer_add_string(resources, ">>\n");
    return true;
}
