/* SPDX-License-Identifier: MIT */
/* What a chart says to those who cannot see it: the author's words, or else a draft from the
   data, "Deaths: Maysan 9, Dhi Qar 9, Baghdad 8". */
#include "document/charts.h"

enum {
    SAID = 12 /* rows; of more only the ends */,
    PLACES = 60 /* the same of a map */
};

static void add_row(struct buffer *out, const struct chart *chart, size_t row,
                    size_t series) {
    struct slice name = chart->names[row].text;
    buffer_printf(out, "%.*s %s", (int)name.length, name.data,
                  chart_say_value(out->arena, chart, row, series));
}

static void add_series(struct buffer *out, const struct chart *chart, size_t series) {
    const char *separator = locale_term(chart->language, TERM_SEPARATOR);
    struct slice title = chart->titles[series].text;
    size_t rows = chart->row_count, most = chart->kind == CHART_TILES ? PLACES : SAID;
    buffer_printf(out, "%.*s: ", (int)title.length, title.data);
    for (size_t row = 0; row < rows; row++) {
        if (rows > most && row >= most / 2 && row < rows - most / 2) {
            buffer_add_string(out, row == most / 2 ? "\u2026" : "");
            continue;
        }
        buffer_add_string(out, row ? separator : "");
        add_row(out, chart, row, series);
    }
    buffer_add_char(out, '.');
}

/* --- lines ---------------------------------------------------------------------------------- */

struct ends {
    size_t first, last, least, greatest; /* rows; row_count: there is no value */
};

static struct ends find_ends(const struct chart *chart, size_t series) {
    size_t rows = chart->row_count;
    struct ends ends = {rows, rows, rows, rows};
    for (size_t row = 0; row < rows; row++) {
        const struct chart_value *values = &chart->values[series];
        size_t at = row * chart->series_count;
        if (!values[at].known)
            continue;
        ends.first = ends.first == rows ? row : ends.first;
        ends.last = row;
        if (ends.least == rows ||
            values[at].number < values[ends.least * chart->series_count].number)
            ends.least = row;
        if (ends.greatest == rows ||
            values[at].number > values[ends.greatest * chart->series_count].number)
            ends.greatest = row;
    }
    return ends;
}

/* The words of the language with a value and its time for each pair of braces. */
static void add_line(struct buffer *out, const struct chart *chart, size_t series) {
    struct ends ends = find_ends(chart, series);
    const size_t rows[] = {ends.first, ends.last, ends.least, ends.greatest};
    struct slice title = chart->titles[series].text;
    size_t next = 0;
    buffer_printf(out, "%.*s: ", (int)title.length, title.data);
    if (ends.first == chart->row_count) {
        buffer_printf(out, "%s.", locale_term(chart->language, TERM_NO_DATA));
        return;
    }
    for (const char *words = locale_term(chart->language, TERM_FROM_TO); *words;
         words++) {
        if (*words != '{' && *words != '}')
            buffer_add_char(out, *words);
        if (*words != '{')
            continue;
        size_t row = rows[next / 2];
        if (next % 2)
            buffer_add(out, chart->names[row].text.data, chart->names[row].text.length);
        else
            buffer_add_string(out, chart_say_value(out->arena, chart, row, series));
        next++;
    }
}

/* --- what is written into it --------------------------------------------------------------------- */

static void add_note(struct buffer *out, struct slice where, struct slice words) {
    bool stops = words.length && strchr(".!?", words.data[words.length - 1]);
    buffer_printf(out, " %.*s: %.*s%s", (int)where.length, where.data,
                  (int)words.length, words.data, stops ? "" : ".");
}

static struct slice band_times(struct arena *arena, const struct chart *chart,
                               const struct chart_band *band) {
    struct slice first = chart->names[band->first].text;
    struct slice last = chart->names[band->last].text;
    return band->first == band->last
               ? first
               : slice_of(arena_printf(arena, "%.*s\u2013%.*s", (int)first.length,
                                       first.data, (int)last.length, last.data));
}

static void add_notes(struct buffer *out, const struct chart *chart) {
    for (size_t i = 0; i < chart->band_count; i++)
        if (chart->bands[i].timed)
            add_note(out, band_times(out->arena, chart, &chart->bands[i]),
                     chart->bands[i].label.text);
    for (size_t i = 0; i < chart->annotation_count; i++)
        add_note(out, chart->names[chart->annotations[i].row].text,
                 chart->annotations[i].text.text);
}

static const char *draft(const struct chart_block *block) {
    struct buffer out = {.arena = block->fence.reading->arena};
    for (size_t i = 0; i < block->chart->series_count; i++) {
        buffer_add_string(&out, i ? " " : "");
        (block->chart->kind == CHART_LINES ? add_line : add_series)(&out, block->chart,
                                                                    i);
    }
    add_notes(&out, block->chart);
    buffer_add_char(&out, '\0');
    return paragraph_plain(block->fence.reading->arena, slice_of(out.data));
}

const char *chart_alt(struct chart_block *block) {
    struct paragraph alt = chart_spoken(block, block->fence.root, "alt");
    if (alt.text.length)
        return paragraph_plain(block->fence.reading->arena, alt.text);
    const char *words = draft(block);
    fence_tell(&block->fence, DIAG_CHART_ALT, block->fence.root->position, words, NULL);
    return words;
}
