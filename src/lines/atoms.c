/* SPDX-License-Identifier: MIT */
/* Measures a text between its break opportunities. The advance of each cluster is summed
   into a table by byte, in 1/1000 pt scaled up by 2^10 so that rounding does not add up
   over a line; everything else is subtraction. */
#include "lines/internal.h"

#include "base/utf8.h"

enum { FINE = 1024 };

struct measuring {
    struct arena *arena;
    const struct text *text;
    int64_t *upto; /* [1/1000 pt * FINE] advance of all bytes before this one */
    struct atoms atoms;
    size_t capacity;
    length measure;
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

/* upto[i + 1] first holds the advance of the cluster that starts at i. */
static void sum_advances(struct measuring *m) {
    size_t bytes = m->text->paragraph->text.length;
    m->upto = arena_array(m->arena, int64_t, bytes + 1);
    for (size_t r = 0; r < m->text->run_count; r++) {
        const struct text_run *run = &m->text->runs[r];
        int64_t scale = (int64_t)run->size * FINE;
        for (uint32_t i = 0; i < run->glyph_count; i++)
            m->upto[run->glyphs[i].cluster + 1] +=
                run->glyphs[i].advance * scale / run->face->units_per_em;
    }
    for (size_t i = 0; i < bytes; i++)
        m->upto[i + 1] += m->upto[i];
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
}

/* Cuts what is too wide for any line into pieces that fit. */
static void add_fitting(struct measuring *m, uint32_t start, uint32_t end,
                        bool required) {
    uint32_t text_end = before_spaces(m, start, end);
    while (width_between(m, start, text_end) > m->measure) {
        uint32_t cut = start, i = start + 1;
        for (; i < text_end; i++) {
            if (!(m->text->flags[i] & TEXT_GRAPHEME))
                continue;
            if (width_between(m, start, i) > m->measure)
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

struct atoms atoms_measure(struct arena *arena, const struct text *text, length measure,
                           uint32_t *cut) {
    struct measuring m = {.arena = arena, .text = text, .measure = measure, .cut = cut};
    *cut = UINT32_MAX;
    sum_advances(&m);
    uint32_t bytes = (uint32_t)text->paragraph->text.length;
    for (uint32_t start = 0, i = 1; i <= bytes; i++) {
        bool required = text->flags[i] & TEXT_BREAK_REQUIRED;
        if (i == bytes || required || (text->flags[i] & TEXT_BREAK)) {
            add_fitting(&m, start, i, required || i == bytes);
            start = i;
        }
    }
    return m.atoms;
}
