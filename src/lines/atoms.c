/* SPDX-License-Identifier: MIT */
/* Measures a text between its break opportunities. The advance of each cluster is summed
   into a table by byte, in 1/1000 pt scaled up by 2^10 so that rounding does not add up
   over a line; everything else is subtraction. */
#include "lines/internal.h"

#include "base/utf8.h"

#include <string.h>

static const char soft_hyphen[] = "\xC2\xAD";

enum { FINE = 1024 };

struct measuring {
    struct arena *arena;
    const struct text *text;
    int64_t *upto; /* [1/1000 pt * FINE] advance of all bytes before this one */
    struct atoms atoms;
    size_t capacity;
    const struct atoms_terms *terms;
    uint32_t *cut;
};

bool is_word_space(uint32_t code_point) {
    return code_point == ' ' || code_point == 0x00A0;
}

static bool is_break_space(uint32_t code_point) {
    return code_point == ' ' || code_point == 0x2028 || code_point == 0x200B ||
           (code_point >= 0x2000 && code_point <= 0x200A && code_point != 0x2007) ||
           code_point == 0x205F || code_point == 0x3000 || code_point == '\t';
}

/* How many graphemes begin in bytes [start, end), at least one. */
static uint32_t count_graphemes(const struct measuring *m, uint32_t start,
                                uint32_t end) {
    uint32_t count = 1;
    for (uint32_t i = start + 1; i < end; i++)
        count += (m->text->flags[i] & TEXT_GRAPHEME) != 0;
    return count;
}

/* upto[i + 1] first holds the advance of what starts at byte i. The letters of a ligature
   share its advance, or a word divided inside one would be counted to one line. */
static void add_advance(struct measuring *m, uint32_t start, uint32_t end,
                        int64_t advance) {
    uint32_t count = count_graphemes(m, start, end);
    m->upto[start + 1] += advance / count;
    for (uint32_t i = start + 1; count > 1 && i < end; i++)
        if (m->text->flags[i] & TEXT_GRAPHEME)
            m->upto[i + 1] += advance / count;
}

static void sum_advances(struct measuring *m) {
    size_t bytes = m->text->paragraph->text.length;
    m->upto = arena_array(m->arena, int64_t, bytes + 1);
    for (size_t r = 0; r < m->text->run_count; r++) {
        const struct text_run *run = &m->text->runs[r];
        int64_t scale = (int64_t)run->size * FINE;
        uint32_t end = run->end, start = end;
        for (uint32_t n = run->glyph_count; n > 0; n--) { /* from the end of the text */
            uint32_t i = run->level & 1 ? run->glyph_count - n : n - 1;
            if (run->glyphs[i].cluster != start)
                end = start;
            start = run->glyphs[i].cluster;
            add_advance(m, start, end > start ? end : start + 1,
                        run->glyphs[i].advance * scale / run->face->units_per_em);
        }
    }
    for (size_t i = 0; i < bytes; i++)
        m->upto[i + 1] += m->upto[i];
}

int64_t atoms_width(struct atoms atoms, uint32_t start, uint32_t end) {
    return (atoms.upto[end] - atoms.upto[start] + FINE / 2) / FINE;
}

/* [1/1000 pt]; a word of a million letters is wider than a length can say. */
static int64_t width_between(const struct measuring *m, uint32_t start, uint32_t end) {
    return (m->upto[end] - m->upto[start] + FINE / 2) / FINE;
}

static uint32_t before_spaces(const struct measuring *m, uint32_t start, uint32_t end) {
    struct slice text = m->text->paragraph->text;
    while (end > start) {
        uint32_t last = end - 1;
        while (last > start && ((unsigned char)text.data[last] & 0xC0) == 0x80)
            last--;
        size_t next;
        if (!is_break_space(utf8_decode(text, last, &next)))
            break;
        end = last;
    }
    return end;
}

static length no_break_glue(const struct measuring *m, uint32_t start, uint32_t end) {
    struct slice text = m->text->paragraph->text;
    length glue = 0;
    for (uint32_t i = start; i + 1 < end; i++)
        if ((unsigned char)text.data[i] == 0xC2 &&
            (unsigned char)text.data[i + 1] == 0xA0)
            glue += (length)width_between(m, i, i + 2);
    return glue;
}

/* After U+00AD, or where a word may be divided. */
static bool is_hyphen_place(const struct measuring *m, uint32_t offset) {
    const char *bytes = m->text->paragraph->text.data;
    uint8_t flags = m->text->flags[offset];
    if (!(flags & TEXT_HYPHEN) || (flags & (TEXT_BREAK | TEXT_BREAK_REQUIRED)))
        return false;
    return m->terms->hyphens ||
           (offset >= 2 && !memcmp(bytes + offset - 2, soft_hyphen, 2));
}

static struct glyph hyphen_glyph(const struct face *face) {
    uint32_t id = face_nominal_glyph(face, face_hyphen(face));
    return (struct glyph){.id = id, .advance = face_advance(face, id)};
}

/* --- what hangs into the margin ------------------------------------------------------ */

static bool runs_with_paragraph(const struct measuring *m, const struct text_run *run) {
    return run && (run->level & 1) == (m->text->paragraph->direction == DIRECTION_RTL);
}

static enum edge start_edge(const struct measuring *m) {
    return m->text->paragraph->direction == DIRECTION_RTL ? EDGE_RIGHT : EDGE_LEFT;
}

static enum edge end_edge(const struct measuring *m) {
    return m->text->paragraph->direction == DIRECTION_RTL ? EDGE_LEFT : EDGE_RIGHT;
}

/* What starts or ends a phrase of the other direction may stand inside the line. */
static length start_hang(const struct measuring *m, uint32_t start) {
    const struct text_run *run = text_run_at(m->text, start);
    if (!runs_with_paragraph(m, run))
        return 0;
    uint32_t at = text_run_glyph_at(run, start) - (run->level & 1);
    return at < run->glyph_count ? protrude_edge(m->terms->protrusion, m->text, run,
                                                 &run->glyphs[at], start_edge(m))
                                 : 0;
}

static length end_hang(const struct measuring *m, uint32_t end) {
    const struct text_run *run = text_run_at(m->text, end - 1);
    if (!runs_with_paragraph(m, run))
        return 0;
    uint32_t at = text_run_glyph_at(run, end) - !(run->level & 1);
    return at < run->glyph_count ? protrude_edge(m->terms->protrusion, m->text, run,
                                                 &run->glyphs[at], end_edge(m))
                                 : 0;
}

static void measure_hyphen(const struct measuring *m, struct atom *atom) {
    const struct text_run *run = text_run_at(m->text, atom->end - 1);
    if (!run)
        return;
    struct glyph hyphen = hyphen_glyph(run->face);
    atom->hyphen = units_scale(hyphen.advance, run->size, run->face->units_per_em);
    if (runs_with_paragraph(m, run))
        atom->hang_end =
            protrude_hyphen(m->terms->protrusion, run, &hyphen, end_edge(m));
}

/* --- atoms ---------------------------------------------------------------------------- */

static void add_atom(struct measuring *m, uint32_t start, uint32_t end, bool required) {
    arena_reserve(m->arena, m->atoms.items, m->atoms.count, m->capacity);
    struct atom *atom = &m->atoms.items[m->atoms.count++];
    atom->start = start;
    atom->end = end;
    atom->required = required;
    atom->text_end = before_spaces(m, start, end);
    atom->width = (length)width_between(m, start, atom->text_end);
    int64_t glue = width_between(m, atom->text_end, end);
    atom->glue = glue < INT32_MAX ? (length)glue : INT32_MAX;
    atom->inner_glue = no_break_glue(m, start, atom->text_end);
    atom->hyphenated = is_hyphen_place(m, end);
    if (m->terms->protrusion.share && atom->text_end > start) {
        atom->hang_start = start_hang(m, start);
        atom->hang_end = end_hang(m, atom->text_end);
    }
    if (atom->hyphenated)
        measure_hyphen(m, atom);
}

/* Cuts what is too wide for any line into pieces that fit. */
static void add_fitting(struct measuring *m, uint32_t start, uint32_t end,
                        bool required) {
    uint32_t text_end = before_spaces(m, start, end);
    while (width_between(m, start, text_end) > m->terms->measure) {
        uint32_t cut = start, i = start + 1;
        for (; i < text_end; i++) {
            if (!(m->text->flags[i] & TEXT_GRAPHEME))
                continue;
            if (width_between(m, start, i) > m->terms->measure)
                break;
            cut = i;
        }
        if (cut == start)
            cut = i;
        if (cut >= text_end)
            break;
        if (*m->cut == UINT32_MAX)
            *m->cut = start;
        add_atom(m, start, cut, /*required*/ false);
        start = cut;
    }
    add_atom(m, start, end, required);
}

struct atoms atoms_measure(struct arena *arena, const struct text *text,
                           const struct atoms_terms *terms, uint32_t *cut) {
    struct measuring m = {.arena = arena, .text = text, .terms = terms, .cut = cut};
    *cut = UINT32_MAX;
    sum_advances(&m);
    uint32_t bytes = (uint32_t)text->paragraph->text.length;
    for (uint32_t start = 0, i = 1; i <= bytes; i++) {
        bool required = text->flags[i] & TEXT_BREAK_REQUIRED;
        if (i == bytes || required || (text->flags[i] & TEXT_BREAK) ||
            is_hyphen_place(&m, i)) {
            add_fitting(&m, start, i, required || i == bytes);
            start = i;
        }
    }
    m.atoms.upto = m.upto;
    return m.atoms;
}

static size_t kashida_class(uint8_t weight) {
    return weight >= 7 ? 0 : weight >= 4 ? 1 : 2;
}

void atoms_count_kashidas(struct atoms atoms, const struct text_kashida *kashidas,
                          size_t count) {
    for (size_t i = 0, k = 0; i < atoms.count; i++)
        for (; k < count && kashidas[k].offset < atoms.items[i].end; k++) {
            uint8_t *of = &atoms.items[i].kashidas[kashida_class(kashidas[k].weight)];
            *of = (uint8_t)(*of + (*of < UINT8_MAX));
        }
}
