/* SPDX-License-Identifier: MIT */
/* Reads what is written into a chart beside its data: references, bands, annotations, and the
   times of lines whose values are said.

       reference: {value: 4, label: {en: Mean, ar: المعدّل}}
       bands:
         - {from: 2022, label: {en: New method, ar: طريقة جديدة}}
         - {low: 0, high: 10, label: {en: Little, ar: قليل}}
       annotations:
         - {at: 2020, series: deaths, text: {en: Not all counted, ar: لم يُحصَ الكل}}
       mark: [2013, 2022]
*/
#include "document/charts.h"

#include "base/nearest.h"

static void tell(struct chart_block *block, enum diag_id id, struct position position,
                 const char *a, const char *b) {
    fence_tell(&block->fence, id, position, a, b);
}

/* --- lists ----------------------------------------------------------------------------------- */

/* The items of a key, where one alone needs no list; false if they are too many, which has been
   told. */
struct items {
    const struct yaml *first;
    size_t count;
};

static bool find_items(struct chart_block *block, const char *key, size_t most,
                       struct items *items) {
    const struct yaml *value = yaml_find(block->fence.root, key);
    bool list = value && value->kind == YAML_LIST;
    *items = (struct items){list ? value->items : value, list ? value->count : 1};
    if (!items->first)
        items->count = 0;
    if (items->count > most)
        tell(block, DIAG_CHART_MANY, value->position,
             arena_printf(block->fence.reading->arena, "%zu", most), key);
    return items->count <= most;
}

/* Only one item has none after it. */
static const struct yaml *next_item(const struct items *items,
                                    const struct yaml *item) {
    return items->count > 1 ? item->next : NULL;
}

/* A map with these keys alone. */
static bool open_map(struct chart_block *block, const struct yaml *item,
                     const char *const known[], size_t count) {
    if (!yaml_expect(block->fence.reading, item, YAML_MAP))
        return false;
    yaml_check_keys(block->fence.reading, item, known, count);
    return true;
}

/* A text that must be there. */
static bool read_words(struct chart_block *block, const struct yaml *map,
                       const char *key, struct paragraph *words) {
    if (!yaml_find(map, key))
        tell(block, DIAG_KEY_ABSENT, map->position, key, NULL);
    *words = chart_spoken(block, map, key);
    return words->text.length > 0;
}

/* --- rows and series by name ------------------------------------------------------------------- */

/* As it is written in the chart, or as it stands in the file. */
static bool reads(const struct chart_block *block, size_t row, const char *text) {
    const struct field *field =
        data_field(block->fence.data, block->order[row], block->names);
    return slice_is(block->chart->names[row].text, text) || slice_is(field->text, text);
}

bool chart_find_row(struct chart_block *block, const struct yaml *value, size_t *row) {
    const struct yaml *spoken = chart_find_spoken(block, value);
    struct arena *arena = block->fence.reading->arena;
    size_t rows = block->chart->row_count;
    if (!spoken)
        return false;
    const char **names = arena_array(arena, const char *, rows);
    for (*row = 0; *row < rows; ++*row) {
        names[*row] = block->chart->names[*row].text.data;
        if (reads(block, *row, spoken->text))
            return true;
    }
    tell(block, DIAG_TABLE_MARK, spoken->position, spoken->text,
         data_words(arena, slice_of(nearest_word(spoken->text, names, rows))));
    return false;
}

/* The first, if none is named. */
static bool find_series(struct chart_block *block, const struct yaml *map,
                        size_t *series) {
    const struct yaml *name = yaml_find(map, "series");
    *series = 0;
    if (!name)
        return true;
    const struct data_column *column = fence_column(&block->fence, name);
    if (!column)
        return false;
    for (*series = 0; *series < block->series_count; ++*series)
        if (&block->fence.data->columns[block->series[*series]] == column)
            return true;
    tell(block, DIAG_CHART_SERIES, name->position, name->text, NULL);
    return false;
}

/* --- references -------------------------------------------------------------------------------- */

static bool read_reference(struct chart_block *block, const struct yaml *map,
                           struct chart_reference *reference) {
    static const char *const known[] = {"value", "label"};
    if (!open_map(block, map, known, sizeof known / sizeof *known))
        return false;
    const struct yaml *value = yaml_find(map, "value");
    if (!value)
        tell(block, DIAG_KEY_ABSENT, map->position, "value", NULL);
    bool ok = read_words(block, map, "label", &reference->label);
    return value && chart_read_number(block, value, &reference->number) && ok;
}

static bool read_references(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct items items;
    bool ok = find_items(block, "reference", CHART_REFERENCES, &items);
    if (!ok)
        return false;
    struct chart_reference *references = arena_array(
        block->fence.reading->arena, struct chart_reference, items.count + 1);
    for (const struct yaml *item = items.first; item; item = next_item(&items, item))
        if (read_reference(block, item, &references[chart->reference_count]))
            chart->reference_count++;
        else
            ok = false;
    chart->references = references;
    return ok;
}

/* --- bands ------------------------------------------------------------------------------------- */

static bool tell_turned(struct chart_block *block, const struct yaml *map, bool ok) {
    if (!ok)
        tell(block, DIAG_CHART_BAND, map->position, NULL, NULL);
    return ok;
}

/* From a time to a time; one that is not said is the first, or the last. */
static bool read_times(struct chart_block *block, const struct yaml *map,
                       struct chart_band *band) {
    const struct yaml *from = yaml_find(map, "from"), *to = yaml_find(map, "to");
    band->timed = true;
    band->last = block->chart->row_count - 1;
    return (!from || chart_find_row(block, from, &band->first)) &&
           (!to || chart_find_row(block, to, &band->last)) &&
           tell_turned(block, map, band->first <= band->last);
}

/* From a number to a number; one that is not said is the end of the axis. */
static bool read_numbers(struct chart_block *block, const struct yaml *map,
                         struct chart_band *band) {
    const struct yaml *low = yaml_find(map, "low"), *high = yaml_find(map, "high");
    band->has_low = low != NULL;
    band->has_high = high != NULL;
    return (!low || chart_read_number(block, low, &band->low)) &&
           (!high || chart_read_number(block, high, &band->high)) &&
           tell_turned(block, map, !low || !high || band->low < band->high);
}

static bool read_band(struct chart_block *block, const struct yaml *map,
                      struct chart_band *band) {
    static const char *const known[] = {"label", "low", "high", "from", "to"};
    bool lines = block->chart->kind == CHART_LINES;
    if (!open_map(block, map, known, lines ? 5 : 3))
        return false;
    bool timed = lines && (yaml_find(map, "from") || yaml_find(map, "to"));
    bool numbers = yaml_find(map, "low") || yaml_find(map, "high");
    bool ok = read_words(block, map, "label", &band->label);
    if (timed == numbers) {
        tell(block, lines ? DIAG_CHART_BAND_ENDS : DIAG_CHART_BAND_NUMBERS,
             map->position, NULL, NULL);
        return false;
    }
    return (timed ? read_times : read_numbers)(block, map, band) && ok;
}

static bool read_bands(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct items items;
    bool ok = find_items(block, "bands", CHART_BANDS, &items);
    if (!ok)
        return false;
    struct chart_band *bands =
        arena_array(block->fence.reading->arena, struct chart_band, items.count + 1);
    for (const struct yaml *item = items.first; item; item = next_item(&items, item)) {
        bands[chart->band_count] = (struct chart_band){.timed = false};
        if (read_band(block, item, &bands[chart->band_count]))
            chart->band_count++;
        else
            ok = false;
    }
    chart->bands = bands;
    return ok;
}

/* --- annotations ------------------------------------------------------------------------------- */

/* In a line there is no place for what is said of a gap. */
static bool check_point(struct chart_block *block, const struct yaml *at,
                        const struct chart_annotation *annotation) {
    const struct chart *chart = block->chart;
    size_t i = annotation->row * chart->series_count + annotation->series;
    if (chart->kind != CHART_LINES || chart->values[i].known)
        return true;
    tell(block, DIAG_CHART_NO_POINT, at->position,
         chart->names[annotation->row].text.data, NULL);
    return false;
}

static bool read_annotation(struct chart_block *block, const struct yaml *map,
                            struct chart_annotation *annotation) {
    static const char *const known[] = {"at", "series", "text"};
    if (!open_map(block, map, known, sizeof known / sizeof *known))
        return false;
    const struct yaml *at = yaml_find(map, "at");
    if (!at)
        tell(block, DIAG_KEY_ABSENT, map->position, "at", NULL);
    bool ok = read_words(block, map, "text", &annotation->text);
    ok = find_series(block, map, &annotation->series) && ok;
    return at && chart_find_row(block, at, &annotation->row) && ok &&
           check_point(block, at, annotation);
}

static bool read_annotations(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct items items;
    bool ok = find_items(block, "annotations", CHART_ANNOTATIONS, &items);
    if (!ok)
        return false;
    struct chart_annotation *annotations = arena_array(
        block->fence.reading->arena, struct chart_annotation, items.count + 1);
    for (const struct yaml *item = items.first; item; item = next_item(&items, item))
        if (read_annotation(block, item, &annotations[chart->annotation_count]))
            chart->annotation_count++;
        else
            ok = false;
    chart->annotations = annotations;
    return ok;
}

/* --- times that are said ------------------------------------------------------------------------ */

static bool is_said(const struct chart *chart, size_t row) {
    for (size_t i = 0; i < chart->said_count; i++)
        if (chart->said[i] == row)
            return true;
    return false;
}

/* In panels the first and the last are. */
static bool check_said(struct chart_block *block) {
    const struct yaml *value = yaml_find(block->fence.root, "mark");
    bool told = value && block->chart->panels;
    if (told)
        tell(block, DIAG_CHART_KEY, value->key->position, "mark", "panels");
    return !told;
}

static bool read_said(struct chart_block *block) {
    struct chart *chart = block->chart;
    struct items items;
    if (chart->kind != CHART_LINES)
        return true;
    if (!check_said(block))
        return false;
    bool ok = find_items(block, "mark", CHART_SAID, &items);
    if (!ok)
        return false;
    size_t *rows = arena_array(block->fence.reading->arena, size_t, items.count + 1);
    chart->said = rows;
    for (const struct yaml *item = items.first; item; item = next_item(&items, item)) {
        size_t row;
        ok = chart_find_row(block, item, &row) && ok;
        if (ok && !is_said(chart, row))
            rows[chart->said_count++] = row;
    }
    return ok;
}

bool chart_read_notes(struct chart_block *block) {
    bool ok = read_references(block);
    ok = read_bands(block) && ok;
    ok = read_annotations(block) && ok;
    return read_said(block) && ok;
}
