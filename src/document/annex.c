/* SPDX-License-Identifier: MIT */
/* Makes the part {part: data}: the data of each chart that says `table: annex`, as a table whose
   caption leads to the chart, as the chart leads to it. */
#include "document/charts.h"

void annex_await(struct chart_block *block, struct block *figure) {
    struct fence *fence = &block->fence;
    const struct yaml *value = yaml_find(fence->root, "table");
    const char *text = value ? yaml_text(fence->reading, value) : NULL;
    if (!text)
        return;
    if (strcmp(text, "annex") != 0) {
        fence_tell(fence, DIAG_CHART_WORD, value->position, "table",
                   "annex: its data stand in {part: data}");
        return;
    }
    if (!figure->figure->caption.number)
        fence_tell(fence, DIAG_KEY_ABSENT, fence->root->position, "title", NULL);
    struct annexed *annexed = arena_new(fence->reading->arena, struct annexed);
    *annexed = (struct annexed){.block = figure,
                                .chart = block->chart,
                                .names = block->names_title,
                                .locator = fence->builder->markdown->locator,
                                .position = value->position};
    ids_annex(fence->builder->markdown->ids, annexed);
}

/* --- the table ----------------------------------------------------------------------------------- */

static struct table *make_table(struct arena *arena, const struct annexed *annexed) {
    const struct chart *chart = annexed->chart;
    size_t columns = chart->series_count + 1;
    struct table *table = arena_new(arena, struct table);
    struct paragraph *cells =
        arena_array(arena, struct paragraph, columns * (chart->row_count + 1));
    enum column_align *aligns = arena_array(arena, enum column_align, columns);
    aligns[0] = COLUMN_START;
    cells[0] = annexed->names;
    for (size_t i = 1; i < columns; i++) {
        aligns[i] = COLUMN_NUMBER;
        cells[i] = chart->titles[i - 1];
    }
    for (size_t row = 0; row < chart->row_count; row++) {
        struct paragraph *cell = &cells[(row + 1) * columns];
        *cell = chart->names[row];
        for (size_t i = 1; i < columns; i++)
            cell[i] = chart->values[row * chart->series_count + i - 1].label;
    }
    *table = (struct table){.columns = aligns,
                            .column_count = columns,
                            .cells = cells,
                            .row_count = chart->row_count + 1,
                            .header_rows = 1,
                            .marked_row = chart->marked_row};
    return table;
}

/* --- one leads to the other ------------------------------------------------------------------------ */

/* The words and then the label, which leads to the target; a bracket at their end is closed. */
static struct paragraph lead(struct arena *arena, const struct annexed *annexed,
                             const char *words, const char *label, const char *target) {
    uint32_t start = (uint32_t)strlen(words);
    bool opened = words[start - 1] == '(';
    const char *text = arena_printf(arena, "%s%s%s", words, label, opened ? ")" : "");
    struct paragraph paragraph =
        made_paragraph(arena, text, annexed->chart->language, annexed->locator, NULL);
    struct span *span = arena_new(arena, struct span);
    *span = (struct span){.kind = SPAN_LINK,
                          .start = start,
                          .end = start + (uint32_t)strlen(label),
                          .target = arena_printf(arena, "#%s", target),
                          .position = annexed->position};
    paragraph.spans = span;
    paragraph.span_count = 1;
    return paragraph;
}

static struct block *make_block(struct report *report, struct ids *ids,
                                const struct section *part, struct annexed *annexed) {
    struct arena *arena = report->reading->arena;
    const struct caption *caption = &annexed->block->figure->caption;
    struct table *table = make_table(arena, annexed);
    struct block *block = made_block(arena, BLOCK_TABLE, part->language);
    const char *language = part->language->tag;
    block->id = arena_printf(arena, "data:%u", (unsigned)caption->number);
    block->position = annexed->position;
    block->table = table;
    if (!annexed->block->id)
        annexed->block->id = arena_printf(arena, "chart:%u", (unsigned)caption->number);
    table->caption.number = ids_next_number(ids, BLOCK_TABLE);
    table->caption.label = arena_printf(
        arena, "%s\xC2\xA0%s", locale_term(language, TERM_TABLE),
        conventions_number(report->reading, table->caption.number, language));
    table->caption.text =
        lead(arena, annexed, arena_printf(arena, "%s (", caption->text.text.data),
             caption->label, annexed->block->id);
    table->caption.source = caption->source;
    annexed->chart->data = lead(
        arena, annexed, arena_printf(arena, "%s: ", locale_term(language, TERM_DATA)),
        table->caption.label, block->id);
    return block;
}

const struct block *annex_make(struct report *report, struct ids *ids,
                               const struct section *part) {
    struct block *heading = made_heading(report, part, "part:data"), *last = heading;
    for (struct annexed *annexed = ids_annexed(ids); annexed; annexed = annexed->next) {
        if (!annexed->block->figure->caption.number || !annexed->chart->values)
            continue; /* that has been told */
        struct block *block = make_block(report, ids, part, annexed);
        last->next = block;
        last = block;
    }
    return heading;
}

void annex_check(struct reading *reading, struct ids *ids) {
    for (const struct annexed *annexed = ids_annexed(ids); annexed;
         annexed = annexed->next)
        diag_add(reading->diag, DIAG_CHART_ANNEX, annexed->position, NULL, NULL);
}
