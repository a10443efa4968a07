/* SPDX-License-Identifier: MIT */
/* How the numbers of a chart are written: large ones in words, and a unit after each:

       numbers: {words: millions, unit: {en: km, ar: كم}} */
#include "document/charts.h"

static void read_words(struct chart_block *block, const struct yaml *map) {
    static const char *const names[] = {
        [WORDS_THOUSANDS] = "thousands", [WORDS_MILLIONS] = "millions"};
    const struct yaml *value = yaml_find(map, "words");
    const char *text = value ? yaml_text(block->fence.reading, value) : NULL;
    for (enum number_words words = WORDS_THOUSANDS; text && words <= WORDS_MILLIONS;
         words++)
        if (!strcmp(text, names[words]))
            block->chart->words = words;
    if (text && block->chart->words == WORDS_NONE)
        fence_tell(&block->fence, DIAG_CHART_WORD, value->position, "words",
                   "thousands or millions, from where on numbers are written in them");
}

void chart_read_numbers(struct chart_block *block) {
    static const char *const known[] = {"words", "unit"};
    const struct yaml *map = yaml_find(block->fence.root, "numbers");
    block->chart->unit = "";
    if (!map || !yaml_expect(block->fence.reading, map, YAML_MAP))
        return;
    yaml_check_keys(block->fence.reading, map, known, sizeof known / sizeof *known);
    read_words(block, map);
    struct paragraph unit = chart_spoken(block, map, "unit");
    if (unit.text.length)
        block->chart->unit = unit.text.data;
}

const char *chart_write_number(struct chart_block *block,
                               const struct decimal *decimal) {
    struct reading *reading = block->fence.reading;
    const struct chart *chart = block->chart;
    bool unit = *chart->unit != '\0';
    struct word_form form = {.language = chart->language,
                             .digits = chart->digits,
                             .words = chart->words,
                             .rounded = true,
                             .counts = unit};
    const char *words = locale_words(reading->arena, reading->formats, decimal, &form);
    form.rounded = false;
    const char *all = locale_words(reading->arena, reading->formats, decimal, &form);
    block->rounded |= strcmp(words, all) != 0;
    return unit ? arena_printf(reading->arena, "%s\u00A0%s", words, chart->unit)
                : words;
}
