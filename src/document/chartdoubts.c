/* SPDX-License-Identifier: MIT */
/* Which numbers of a chart are uncertain, and what is said of it. A cell says so by a sign, ≈ or
   a question mark; or a column of the file, which the block names, says in each row which other
   columns are, or that all of them are:

       doubts: {estimated: unsure}

       governorate,deaths,injuries,unsure
       Basra,3,301,injuries

   What is uncertain is drawn hollow. Where a chart has more than one kind of it, the first has a
   solid outline, the next a dashed one, and a dotted one the last. */
#include "document/charts.h"

#include "base/nearest.h"

struct doubt_words {
    const char *key; /* in the block */
    enum term many, one;
};

static const struct doubt_words words[DOUBTS] = {
    [DOUBT_DISPUTED] = {"disputed", TERM_DISPUTED_FIGURES, TERM_DISPUTED},
    [DOUBT_ESTIMATED] = {"estimated", TERM_ESTIMATES, TERM_ESTIMATED},
    [DOUBT_PRELIMINARY] = {"preliminary", TERM_PRELIMINARY_FIGURES, TERM_PRELIMINARY},
};

/* --- signs in cells ------------------------------------------------------------------------- */

/* What is shaded has its number in words alone, with its sign. */
static bool is_drawn(enum chart_kind kind) {
    return kind != CHART_HEAT && kind != CHART_TILES;
}

static void read_signs(struct chart_block *block) {
    size_t count = block->fence.data->row_count * block->series_count;
    for (size_t i = 0; i < count; i++) {
        struct chart_number *number = &block->numbers[i];
        if (number->known && number->decimal.disputed)
            number->doubt = DOUBT_DISPUTED;
        else if (number->known && number->decimal.about)
            number->doubt = DOUBT_ESTIMATED;
    }
}

/* --- columns -------------------------------------------------------------------------------- */

/* A column whose cells name others. */
struct doubt_column {
    struct chart_block *block;
    size_t column;
    enum chart_doubt doubt;
};

static void tell_unknown(const struct doubt_column *from, size_t row,
                         const char *name) {
    const struct fence *fence = &from->block->fence;
    const struct data *data = fence->data;
    struct arena *arena = fence->reading->arena;
    const char **names = arena_array(arena, const char *, data->column_count + 1);
    names[0] = "all";
    for (size_t i = 0; i < data->column_count; i++)
        names[i + 1] = data->columns[i].name;
    fence_tell(
        &from->block->fence, DIAG_TIMELINE_DISPUTED,
        data_position(data, data_field(data, row, from->column)),
        arena_printf(arena, "%s: %s", data_place(arena, data, row, from->column), name),
        nearest_word(name, names, data->column_count + 1));
}

/* It may name a column that this chart does not show. */
static void read_name(const struct doubt_column *from, size_t row, const char *name) {
    struct chart_block *block = from->block;
    const struct data *data = block->fence.data;
    bool all = !strcmp(name, "all");
    for (size_t i = 0; i < block->series_count; i++) {
        struct chart_number *number = &block->numbers[row * block->series_count + i];
        if (number->known &&
            (all || !strcmp(data->columns[block->series[i]].name, name)))
            number->doubt = from->doubt;
    }
    if (!all && !data_find(data, name))
        tell_unknown(from, row, name);
}

static void read_cell(const struct doubt_column *from, size_t row) {
    struct slice text = data_field(from->block->fence.data, row, from->column)->text;
    struct arena *arena = from->block->fence.reading->arena;
    for (size_t i = 0, end; i < text.length; i = end + 1) {
        for (end = i; end < text.length && !strchr(" \t,", text.data[end]);)
            end++;
        if (end > i)
            read_name(from, row, arena_copy(arena, text.data + i, end - i));
    }
}

void chart_read_doubts(struct chart_block *block) {
    static const char *const known[] = {"disputed", "estimated", "preliminary"};
    struct fence *fence = &block->fence;
    const struct yaml *map = yaml_find(fence->root, "doubts");
    if (is_drawn(block->chart->kind))
        read_signs(block);
    if (!map || !yaml_expect(fence->reading, map, YAML_MAP))
        return;
    yaml_check_keys(fence->reading, map, known, sizeof known / sizeof *known);
    for (enum chart_doubt doubt = DOUBTS; --doubt;) { /* of two, disputed stands */
        const struct yaml *value = yaml_find(map, words[doubt].key);
        const struct data_column *column = value ? fence_column(fence, value) : NULL;
        if (!column)
            continue;
        struct doubt_column from = {block, (size_t)(column - fence->data->columns),
                                    doubt};
        for (size_t row = 0; row < fence->data->row_count; row++)
            read_cell(&from, row);
    }
}

/* --- what is said --------------------------------------------------------------------------- */

static bool has_doubt(const struct chart *chart, enum chart_doubt doubt) {
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        if (chart->values[i].doubt == doubt)
            return true;
    return false;
}

/* Bars, and dots that are alone on their line, have words in the place of a missing value. */
static bool has_gap(const struct chart *chart) {
    bool says = chart->kind == CHART_BARS || chart->panels || chart->series_count == 1;
    bool missing = false, known = false;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++) {
        missing |= !chart->values[i].known;
        known |= chart->values[i].known;
    }
    return missing && known && is_drawn(chart->kind) &&
           (chart->kind == CHART_LINES || !says);
}

static void add_sentence(struct buffer *out, const char *sentence) {
    buffer_add_string(out, out->length ? " " : "");
    buffer_add_string(out, sentence);
}

static void explain_doubts(struct chart *chart, struct buffer *out) {
    static const enum term hollow[OUTLINES] = {TERM_HOLLOW, TERM_HOLLOW_DASHED,
                                               TERM_HOLLOW_DOTTED};
    enum chart_outline next = OUTLINE_SOLID;
    for (enum chart_doubt doubt = DOUBT_DISPUTED; doubt < DOUBTS; doubt++) {
        if (!has_doubt(chart, doubt))
            continue;
        add_sentence(out,
                     locale_term_with(out->arena, chart->language, hollow[next],
                                      locale_term(chart->language, words[doubt].many)));
        chart->outlines[doubt] = next++;
    }
}

void chart_explain(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct buffer out = {.arena = block->fence.reading->arena};
    explain_doubts(chart, &out);
    if (has_gap(chart))
        add_sentence(&out, locale_term_with(out.arena, chart->language, TERM_NOT_DRAWN,
                                            block->empty));
    if (block->rounded)
        add_sentence(&out, locale_term(chart->language, TERM_ROUNDED));
    if (chart->panels && chart->own_scales)
        add_sentence(&out, locale_term(chart->language, TERM_OWN_SCALES));
    buffer_add_char(&out, '\0');
    chart->explanation = (struct paragraph){.text = slice_of(out.data),
                                            .language = chart->language,
                                            .direction = chart->direction};
}

const char *chart_say_value(struct arena *arena, const struct chart *chart, size_t row,
                            size_t series) {
    const struct chart_value *value =
        &chart->values[row * chart->series_count + series];
    const char *label =
        arena_copy(arena, value->label.text.data, value->label.text.length);
    if (value->doubt == DOUBT_NONE)
        return label;
    return arena_printf(arena, "%s (%s)", label,
                        locale_term(chart->language, words[value->doubt].one));
}
