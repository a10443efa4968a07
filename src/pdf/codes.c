/* SPDX-License-Identifier: MIT */
/* Gives codes (CIDs) to what a font draws and says.

   A code stands for a pair: a shape, which is what is drawn and how far the pen
   moves, and the text it says. So the same glyph with another kerning, or another
   mark position, or another meaning, is another code; equal pairs share one. Codes
   are numbered in the order of their first use, which makes them the same on every
   run. */
#include "pdf/internal.h"

/* Far from the 65,535 glyphs a font can hold, with what the shapes are made of. */
enum { CODES_PER_FONT = 20000, FIRST_CAPACITY = 256 };

/* FNV-1a over 32-bit words. */
static uint32_t hash_word(uint32_t hash, uint32_t word) {
    hash = (hash ^ (word & 0xFFFF)) * 16777619u;
    hash = (hash ^ (word >> 16)) * 16777619u;
    return hash ^ hash >> 15;
}

static uint32_t hash_shape(const struct part *parts, uint32_t advance) {
    uint32_t hash = hash_word(2166136261u, advance);
    for (const struct part *part = parts; part; part = part->next) {
        hash = hash_word(hash, part->glyph);
        hash = hash_word(hash, (uint32_t)part->x);
        hash = hash_word(hash, (uint32_t)part->y);
    }
    return hash;
}

static uint32_t hash_code(uint32_t shape, const struct code_text *text) {
    uint32_t hash = hash_word(2166136261u, shape);
    for (uint32_t i = 0; i < text->count; i++)
        hash = hash_word(hash, text->points[i]);
    return hash;
}

static bool same_shape(const struct shape *shape, const struct part *parts,
                       uint32_t advance) {
    const struct part *a = shape->parts, *b = parts;
    while (a && b && a->glyph == b->glyph && a->x == b->x && a->y == b->y) {
        a = a->next;
        b = b->next;
    }
    return !a && !b && shape->advance == advance;
}

static bool same_code(const struct code *code, uint32_t shape,
                      const struct code_text *text) {
    return code->shape == shape && code->text.count == text->count &&
           !memcmp(code->text.points, text->points, text->count * sizeof *text->points);
}

/* --- the index: open addressing, at most half full -------------------------------- */

static void index_put(struct index *index, uint32_t hash, uint32_t place) {
    size_t slot = hash & (index->capacity - 1);
    while (index->slots[slot])
        slot = (slot + 1) & (index->capacity - 1);
    index->slots[slot] = place;
}

static uint32_t shape_hash_at(const struct font *font, size_t i) {
    return hash_shape(font->shapes[i].parts, font->shapes[i].advance);
}

static uint32_t code_hash_at(const struct font *font, size_t i) {
    return hash_code(font->codes[i].shape, &font->codes[i].text);
}

/* Makes room for one more than `count`. */
static void index_grow(struct index *index, const struct font *font, size_t count,
                       uint32_t (*hash_at)(const struct font *, size_t)) {
    if (2 * (count + 1) <= index->capacity)
        return;
    index->capacity = index->capacity ? 2 * index->capacity : FIRST_CAPACITY;
    index->slots = arena_array(font->arena, uint32_t, index->capacity);
    for (size_t i = 0; i < count; i++)
        index_put(index, hash_at(font, i), (uint32_t)i + 1);
}

/* --- shapes and codes ------------------------------------------------------------- */

static struct part *copy_parts(struct arena *arena, const struct part *parts) {
    struct part *first = NULL, **end = &first;
    for (; parts; parts = parts->next) {
        *end = arena_new(arena, struct part);
        **end = (struct part){.glyph = parts->glyph, .x = parts->x, .y = parts->y};
        end = &(*end)->next;
    }
    return first;
}

static uint32_t find_shape(struct font *font, const struct part *parts,
                           uint32_t advance) {
    struct index *index = &font->shape_index;
    index_grow(index, font, font->shape_count, shape_hash_at);
    uint32_t hash = hash_shape(parts, advance), place;
    for (size_t slot = hash; (place = index->slots[slot & (index->capacity - 1)]);
         slot++)
        if (same_shape(&font->shapes[place - 1], parts, advance))
            return place - 1;
    index_put(index, hash, (uint32_t)font->shape_count + 1);
    arena_reserve(font->arena, font->shapes, font->shape_count, font->shape_capacity);
    font->shapes[font->shape_count] =
        (struct shape){.parts = copy_parts(font->arena, parts), .advance = advance};
    return (uint32_t)font->shape_count++;
}

uint32_t font_code(struct font *font, const struct part *parts, uint32_t advance,
                   const struct code_text *text) {
    uint32_t shape = find_shape(font, parts, advance);
    struct index *index = &font->code_index;
    index_grow(index, font, font->code_count, code_hash_at);
    uint32_t hash = hash_code(shape, text), place;
    for (size_t slot = hash; (place = index->slots[slot & (index->capacity - 1)]);
         slot++)
        if (same_code(&font->codes[place - 1], shape, text))
            return place;
    index_put(index, hash, (uint32_t)font->code_count + 1);
    arena_reserve(font->arena, font->codes, font->code_count, font->code_capacity);
    font->codes[font->code_count] = (struct code){.shape = shape, .text = *text};
    return (uint32_t)++font->code_count;
}

uint32_t font_glyph_code(struct font *font, uint32_t glyph, uint32_t advance,
                         const struct code_text *text) {
    const struct part part = {.glyph = glyph};
    size_t before = font->shape_count;
    uint32_t shape = find_shape(font, &part, advance);
    if (shape == before)
        font_code(font, &part, advance, text);
    return glyph;
}

static struct font *new_font(struct fonts *fonts, const struct face *face) {
    struct font *font = arena_new(fonts->arena, struct font);
    font->arena = fonts->arena;
    font->face = face;
    font->number = (uint32_t)fonts->count + 1;
    arena_reserve(fonts->arena, fonts->items, fonts->count, fonts->capacity);
    fonts->items[fonts->count++] = font;
    fonts->latest[face->index] = font;
    return font;
}

struct font *fonts_find(struct fonts *fonts, const struct face *face) {
    if (face->index >= fonts->face_count) {
        size_t grown = (size_t)face->index + 16;
        fonts->latest = arena_regrow(fonts->arena, fonts->latest, fonts->face_count,
                                     grown, sizeof *fonts->latest);
        fonts->face_count = grown;
    }
    struct font *font = fonts->latest[face->index];
    if (!font || (face->truetype && font->code_count >= CODES_PER_FONT))
        font = new_font(fonts, face);
    return font;
}
