/* SPDX-License-Identifier: MIT */
/* Puts behind the glyphs of a TrueType font a composite glyph for each shape that is
   not simply one of them (OpenType glyf, loca, hmtx, hhea, head, maxp). */
#include "pdf/truetype.h"

enum { MOST_GLYPHS = 65535, DEEPEST = 16 };

/* Flags of a component (OpenType glyf). */
enum { ARGS_ARE_WORDS = 0x0001, ARGS_ARE_XY = 0x0002, MORE_COMPONENTS = 0x0020 };

enum { HEAD_SIZE = 54, HHEA_SIZE = 36, MAXP_SIZE = 32 };

/* The tables of the subset, and the glyphs as they are put behind each other. */
struct program {
    struct font_tables from;
    uint32_t base_count; /* glyphs of the subset */
    uint32_t metric_count; /* of them with an advance of their own */
    bool long_offsets;
    const hb_map_t *new_numbers; /* glyph of the face -> glyph of the subset */
    struct buffer glyphs, offsets, metrics;
    uint32_t count; /* glyphs so far */
    uint32_t most_points, most_contours, most_components, deepest;
    uint32_t widest;
};

/* --- big-endian numbers ----------------------------------------------------------- */

static uint32_t read16(struct slice table, size_t at) {
    const unsigned char *bytes = (const unsigned char *)table.data + at;
    return at + 2 <= table.length ? (uint32_t)bytes[0] << 8 | bytes[1] : 0;
}

static int32_t read_signed(struct slice table, size_t at) {
    return (int16_t)read16(table, at);
}

static uint32_t read32(struct slice table, size_t at) {
    return read16(table, at) << 16 | read16(table, at + 2);
}

static void add16(struct buffer *out, uint32_t value) {
    buffer_add_char(out, (char)(value >> 8));
    buffer_add_char(out, (char)value);
}

static void add32(struct buffer *out, uint32_t value) {
    add16(out, value >> 16);
    add16(out, value);
}

static void set16(char *table, size_t at, uint32_t value) {
    table[at] = (char)(value >> 8);
    table[at + 1] = (char)value;
}

/* --- what is known of a glyph ----------------------------------------------------- */

struct extent {
    int32_t x0, y0, x1, y1;
    uint32_t points, contours, depth; /* depth 0: a simple glyph */
    bool inked;
};

static struct slice base_glyph(const struct program *program, uint32_t glyph) {
    size_t start, end;
    if (glyph >= program->base_count)
        return (struct slice){"", 0};
    if (program->long_offsets) {
        start = read32(program->from.loca, 4 * (size_t)glyph);
        end = read32(program->from.loca, 4 * (size_t)glyph + 4);
    } else {
        start = 2 * (size_t)read16(program->from.loca, 2 * (size_t)glyph);
        end = 2 * (size_t)read16(program->from.loca, 2 * (size_t)glyph + 2);
    }
    if (start >= end || end > program->from.glyf.length)
        return (struct slice){"", 0};
    return slice_sub(program->from.glyf, start, end);
}

static struct extent measure_glyph(const struct program *program, uint32_t glyph,
                                   int level);

/* Bytes a component takes, by its flags. */
static size_t component_size(uint32_t flags) {
    size_t size = flags & ARGS_ARE_WORDS ? 8 : 6;
    return size + (flags & 0x0008 ? 2 : flags & 0x0040 ? 4 : flags & 0x0080 ? 8 : 0);
}

static void measure_components(const struct program *program, struct slice data,
                               int level, struct extent *extent) {
    uint32_t flags = MORE_COMPONENTS;
    for (size_t at = 10; flags & MORE_COMPONENTS && at + 4 <= data.length;
         at += component_size(flags)) {
        flags = read16(data, at);
        struct extent part = measure_glyph(program, read16(data, at + 2), level + 1);
        extent->points += part.points;
        extent->contours += part.contours;
        if (part.depth >= extent->depth)
            extent->depth = part.depth + 1;
    }
}

static struct extent measure_glyph(const struct program *program, uint32_t glyph,
                                   int level) {
    struct slice data = base_glyph(program, glyph);
    struct extent extent = {0};
    if (data.length < 12 || level > DEEPEST)
        return extent;
    extent = (struct extent){.x0 = read_signed(data, 2),
                             .y0 = read_signed(data, 4),
                             .x1 = read_signed(data, 6),
                             .y1 = read_signed(data, 8),
                             .inked = true};
    int32_t contours = read_signed(data, 0);
    if (contours < 0) {
        measure_components(program, data, level, &extent);
    } else {
        extent.contours = (uint32_t)contours;
        extent.points = contours ? read16(data, 8 + 2 * (size_t)contours) + 1 : 0;
    }
    return extent;
}

static uint32_t base_advance(const struct program *program, uint32_t glyph) {
    uint32_t last = program->metric_count ? program->metric_count - 1 : 0;
    return read16(program->from.hmtx, 4 * (size_t)(glyph < last ? glyph : last));
}

static int32_t base_bearing(const struct program *program, uint32_t glyph) {
    uint32_t metrics = program->metric_count;
    return glyph < metrics
               ? read_signed(program->from.hmtx, 4 * (size_t)glyph + 2)
               : read_signed(program->from.hmtx,
                             4 * (size_t)metrics + 2 * (size_t)(glyph - metrics));
}

/* --- glyphs ----------------------------------------------------------------------- */

static void begin_glyph(struct program *program, uint32_t advance, int32_t bearing) {
    add32(&program->offsets, (uint32_t)program->glyphs.length);
    add16(&program->metrics, advance);
    add16(&program->metrics, (uint32_t)bearing);
    program->widest = advance > program->widest ? advance : program->widest;
    program->count++;
}

static void end_glyph(struct program *program) {
    while (program->glyphs.length % 4)
        buffer_add_char(&program->glyphs, 0);
}

static void copy_base_glyphs(struct program *program) {
    for (uint32_t glyph = 0; glyph < program->base_count; glyph++) {
        struct slice data = base_glyph(program, glyph);
        begin_glyph(program, base_advance(program, glyph),
                    base_bearing(program, glyph));
        buffer_add(&program->glyphs, data.data, data.length);
        end_glyph(program);
    }
}

static void join_extent(struct extent *all, struct extent part, int32_t x, int32_t y) {
    if (!part.inked)
        return;
    struct extent old = *all;
    all->x0 = !old.inked || part.x0 + x < old.x0 ? part.x0 + x : old.x0;
    all->y0 = !old.inked || part.y0 + y < old.y0 ? part.y0 + y : old.y0;
    all->x1 = !old.inked || part.x1 + x > old.x1 ? part.x1 + x : old.x1;
    all->y1 = !old.inked || part.y1 + y > old.y1 ? part.y1 + y : old.y1;
    all->points += part.points;
    all->contours += part.contours;
    all->depth = part.depth + 1 > all->depth ? part.depth + 1 : all->depth;
    all->inked = true;
}

static uint32_t new_number(const struct program *program, const struct part *part) {
    hb_codepoint_t glyph = hb_map_get(program->new_numbers, part->glyph);
    return glyph == HB_MAP_VALUE_INVALID ? 0 : glyph;
}

static void record_most(struct program *program, const struct extent *extent,
                        uint32_t components) {
    if (extent->points > program->most_points)
        program->most_points = extent->points;
    if (extent->contours > program->most_contours)
        program->most_contours = extent->contours;
    if (components > program->most_components)
        program->most_components = components;
    if (extent->depth > program->deepest)
        program->deepest = extent->depth;
}

static void add_components(struct program *program, const struct part *part,
                           uint32_t components) {
    for (; part; part = part->next) {
        uint32_t glyph = new_number(program, part);
        if (!measure_glyph(program, glyph, 0).inked)
            continue;
        add16(&program->glyphs,
              ARGS_ARE_WORDS | ARGS_ARE_XY | (--components ? MORE_COMPONENTS : 0));
        add16(&program->glyphs, glyph);
        add16(&program->glyphs, (uint32_t)part->x);
        add16(&program->glyphs, (uint32_t)part->y);
    }
}

/* A glyph that draws the parts of a shape; blank if they have no ink. */
static void append_shape(struct program *program, const struct shape *shape) {
    struct extent all = {0};
    uint32_t components = 0;
    for (const struct part *part = shape->parts; part; part = part->next) {
        struct extent extent = measure_glyph(program, new_number(program, part), 0);
        join_extent(&all, extent, part->x, part->y);
        components += extent.inked;
    }
    begin_glyph(program, shape->advance, all.x0);
    if (!components)
        return;
    add16(&program->glyphs, (uint32_t)-1); /* a composite glyph */
    add16(&program->glyphs, (uint32_t)all.x0);
    add16(&program->glyphs, (uint32_t)all.y0);
    add16(&program->glyphs, (uint32_t)all.x1);
    add16(&program->glyphs, (uint32_t)all.y1);
    add_components(program, shape->parts, components);
    end_glyph(program);
    record_most(program, &all, components);
}

/* Whether a shape is one glyph of the subset as it is. */
static bool is_plain(const struct program *program, const struct shape *shape) {
    const struct part *part = shape->parts;
    return part && !part->next && part->x == 0 && part->y == 0 &&
           base_advance(program, new_number(program, part)) == shape->advance;
}

/* A contour of two points, there and back. */
static void append_line(struct program *program, uint32_t width) {
    enum { ON_CURVE = 0x01, SAME_Y = 0x20 };
    begin_glyph(program, width, 0);
    add16(&program->glyphs, 1); /* contours */
    add32(&program->glyphs, 0); /* xMin, yMin */
    add16(&program->glyphs, width);
    add16(&program->glyphs, 0); /* yMax */
    add16(&program->glyphs, 1); /* the last point of the contour */
    add16(&program->glyphs, 0); /* instructions */
    buffer_add_char(&program->glyphs, ON_CURVE | SAME_Y);
    buffer_add_char(&program->glyphs, ON_CURVE | SAME_Y);
    add16(&program->glyphs, 0);
    add16(&program->glyphs, width);
    end_glyph(program);
}

static void append_shapes(struct program *program, struct font *font) {
    for (size_t i = 0; i < font->shape_count; i++) {
        struct shape *shape = &font->shapes[i];
        if (is_plain(program, shape)) {
            shape->glyph = new_number(program, shape->parts);
        } else {
            shape->glyph = program->count;
            if (shape->parts && shape->parts->glyph == GLYPH_LINE)
                append_line(program, shape->advance);
            else
                append_shape(program, shape);
        }
    }
    add32(&program->offsets, (uint32_t)program->glyphs.length);
}

/* --- tables ----------------------------------------------------------------------- */

static bool read_tables(struct program *program, const struct font_tables *from) {
    program->from = *from;
    program->base_count = read16(from->maxp, 4);
    program->metric_count = read16(from->hhea, 34);
    program->long_offsets = read16(from->head, 50) != 0;
    return from->head.length >= HEAD_SIZE && from->hhea.length >= HHEA_SIZE &&
           from->maxp.length >= MAXP_SIZE && program->base_count;
}

static void raise16(char *table, size_t at, uint32_t value) {
    if (read16((struct slice){table, at + 2}, at) < value)
        set16(table, at, value);
}

/* Brings the tables that count and measure glyphs up to date. */
static void update_tables(struct program *program, char *head, char *hhea, char *maxp) {
    set16(head, 50, 1); /* indexToLocFormat: long */
    set16(hhea, 10, program->widest);
    set16(hhea, 34, program->count);
    set16(maxp, 4, program->count);
    raise16(maxp, 10, program->most_points);
    raise16(maxp, 12, program->most_contours);
    raise16(maxp, 28, program->most_components);
    raise16(maxp, 30, program->deepest);
}

bool truetype_add_shapes(struct arena *arena, struct font *font,
                         struct font_tables *tables, const hb_map_t *new_numbers) {
    struct program *program = arena_new(arena, struct program);
    program->new_numbers = new_numbers;
    program->glyphs.arena = program->offsets.arena = program->metrics.arena = arena;
    if (!read_tables(program, tables) ||
        program->base_count + font->shape_count > MOST_GLYPHS)
        return false;
    copy_base_glyphs(program);
    append_shapes(program, font);
    char *head = arena_copy(arena, tables->head.data, HEAD_SIZE);
    char *hhea = arena_copy(arena, tables->hhea.data, HHEA_SIZE);
    char *maxp = arena_copy(arena, tables->maxp.data, MAXP_SIZE);
    update_tables(program, head, hhea, maxp);
    *tables = (struct font_tables){.head = {head, HEAD_SIZE},
                                   .hhea = {hhea, HHEA_SIZE},
                                   .maxp = {maxp, MAXP_SIZE},
                                   .hmtx = buffer_slice(&program->metrics),
                                   .loca = buffer_slice(&program->offsets),
                                   .glyf = buffer_slice(&program->glyphs)};
    return true;
}
