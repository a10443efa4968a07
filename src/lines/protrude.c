/* SPDX-License-Identifier: MIT */
/* Margin kerning: how far signs hang outside the edges of a justified line, so that the
   edge looks straight (Hàn Thế Thành, "Micro-typographic extensions to the TeX typesetting
   system", 2000, chapter 4).

   Shares are of the glyph's own advance, near those that the LaTeX package microtype has
   for any Latin face: full stops and hyphens most, capitals that lean away a little. For
   signs of Arabic there is no such tradition; theirs are fewer and smaller, since each is
   wider and heavier than in Latin, and no letter hangs: the joins and tails of the letters
   are what makes the edge. The share of U+060C is that of Typst.

   A sign has a side before and a side after it in the order of its run, so an opening
   bracket is the same in both directions, mirrored or not. */
#include "lines/protrude.h"

#include "base/utf8.h"

#include <stdlib.h>

/* 1/1000 of the advance. */
struct hang {
    uint32_t character;
    int32_t before, after;
};

enum { HYPHEN = 0x2010 };

/* By character, in their order. */
static const struct hang latin[] = {
    {'!', 0, 100},      {'"', 300, 300},    {'%', 50, 50},      {'&', 50, 50},
    {'\'', 400, 400},   {'(', 100, 0},      {')', 0, 200},      {'*', 200, 200},
    {'+', 150, 150},    {',', 0, 500},      {'-', 0, 500},      {'.', 0, 700},
    {'/', 100, 200},    {':', 0, 500},      {';', 0, 500},      {'?', 0, 100},
    {'A', 50, 50},      {'F', 0, 50},       {'J', 50, 0},       {'K', 0, 50},
    {'L', 0, 50},       {'T', 50, 50},      {'V', 50, 50},      {'W', 50, 50},
    {'X', 50, 50},      {'Y', 50, 50},      {'k', 0, 50},       {'r', 0, 50},
    {'t', 0, 50},       {'v', 50, 50},      {'w', 50, 50},      {'x', 50, 50},
    {'y', 50, 50},      {0x00AB, 200, 200}, {0x00BB, 200, 200}, {HYPHEN, 0, 500},
    {0x2011, 0, 500},   {0x2013, 200, 200}, {0x2014, 150, 150}, {0x2018, 300, 400},
    {0x2019, 300, 400}, {0x201A, 400, 400}, {0x201C, 300, 300}, {0x201D, 300, 300},
    {0x201E, 300, 300}, {0x2026, 0, 150},   {0x2039, 400, 300}, {0x203A, 300, 400},
};

static const struct hang arabic[] = {
    {'!', 0, 100},      {'"', 200, 200},    {'(', 100, 0},      {')', 0, 100},
    {'-', 0, 300},      {'.', 0, 500},      {':', 0, 300},      {0x00AB, 150, 0},
    {0x00BB, 0, 150},   {0x060C, 0, 400},   {0x061B, 0, 300},   {0x061F, 0, 100},
    {0x06D4, 0, 400},   {HYPHEN, 0, 300},   {0x2013, 100, 100}, {0x2014, 100, 100},
    {0x2018, 200, 200}, {0x2019, 200, 200}, {0x201C, 200, 200}, {0x201D, 200, 200},
    {0x2039, 150, 0},   {0x203A, 0, 150},
};

static int compare_characters(const void *key, const void *item) {
    uint32_t character = *(const uint32_t *)key;
    const struct hang *hang = item;
    return character < hang->character ? -1 : character > hang->character;
}

static int32_t find_share(uint32_t character, bool right_to_left, enum edge edge) {
    const struct hang *table = right_to_left ? arabic : latin;
    size_t count = (right_to_left ? sizeof arabic : sizeof latin) / sizeof(struct hang);
    const struct hang *hang =
        bsearch(&character, table, count, sizeof *table, compare_characters);
    if (!hang)
        return 0;
    return (edge == EDGE_RIGHT) == right_to_left ? hang->before : hang->after;
}

static length hang_of(struct protrusion protrusion, uint32_t character,
                      const struct text_run *run, const struct glyph *glyph,
                      enum edge edge) {
    int64_t share = find_share(character, run->level & 1, edge);
    int64_t whole = (int64_t)glyph->advance * run->size / run->face->units_per_em;
    length hang = (length)(whole * share * protrusion.share / 1000000);
    if (hang < 0 || protrusion.most < 0)
        return 0;
    return hang < protrusion.most ? hang : protrusion.most;
}

length protrude_edge(struct protrusion protrusion, const struct text *text,
                     const struct text_run *run, const struct glyph *glyph,
                     enum edge edge) {
    struct slice string = text->paragraph->text;
    size_t next;
    if (glyph->cluster >= string.length || run->rise)
        return 0;
    return hang_of(protrusion, utf8_decode(string, glyph->cluster, &next), run, glyph,
                   edge);
}

length protrude_hyphen(struct protrusion protrusion, const struct text_run *run,
                       const struct glyph *glyph, enum edge edge) {
    return hang_of(protrusion, HYPHEN, run, glyph, edge);
}
