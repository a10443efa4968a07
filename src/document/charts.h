/* SPDX-License-Identifier: MIT */
/* What the files that read a chart share. */
#ifndef DOCUMENT_CHARTS_H
#define DOCUMENT_CHARTS_H

#include "document/internal.h"

/* A number as the file has it, and in the units of the chart. */
struct chart_number {
    bool known;
    enum chart_doubt doubt;
    struct decimal decimal;
    int64_t number;
};

struct chart_block {
    struct fence fence;
    struct chart *chart;
    size_t names; /* the column of the data */
    struct paragraph names_title; /* empty: none */
    size_t *series; /* those of the values */
    size_t series_count;
    struct chart_number *numbers; /* row by row of the data */
    size_t *order; /* rows of the data in the order of the chart */
    bool by_column; /* a panel for each text of a column: */
    size_t panel_column;
    size_t *cells; /* then, of the numbers: their rows of the data, from 1; 0: none */
    bool rounded; /* a value is written in fewer digits than it has */
    const char *empty; /* what stands in the place of a missing value */
};

/* --- charts.c ----------------------------------------------------------------------------- */

/* The text of a key of a map in the language of the chart; empty where there is none. */
struct paragraph chart_spoken(struct chart_block *block, const struct yaml *map,
                              const char *key);

/* What a value says in the language of the chart; NULL if nothing, which has been told. */
const struct yaml *chart_find_spoken(struct chart_block *block,
                                     const struct yaml *value);

/* The column of names that a value speaks of, in the language of the chart; tells where a row
   has none, in any language. False if it is not there, which has been told. */
bool chart_find_names(struct chart_block *block, const struct yaml *value,
                      size_t *column);

/* --- chartnumbers.c ---------------------------------------------------------------------------- */

/* Reads how the numbers of the chart are written. */
void chart_read_numbers(struct chart_block *block);

const char *chart_write_number(struct chart_block *block,
                               const struct decimal *decimal);

/* --- chartdoubts.c ---------------------------------------------------------------------------- */

/* Reads which numbers are uncertain, from signs in their cells and from the columns that the
   block names. */
void chart_read_doubts(struct chart_block *block);

/* Chooses the outline of each kind of them, and says which is which, and what is not drawn. */
void chart_explain(struct chart_block *block);

/* "150", "150 (estimated)". */
const char *chart_say_value(struct arena *arena, const struct chart *chart, size_t row,
                            size_t series);

/* --- chartpanels.c --------------------------------------------------------------------------- */

/* Reads whether there are panels, and of what; false if they cannot be, which has been told. */
bool chart_read_panels(struct chart_block *block);

/* Makes a row of numbers, one for each panel, from rows of one number each. */
bool chart_part_rows(struct chart_block *block);

/* --- annex.c: the data of charts as tables ---------------------------------------------------- */

/* A chart whose table is to stand in an annex. */
struct annexed {
    struct block *block;
    struct chart *chart;
    struct paragraph names; /* the title of the first column */
    const struct locator *locator;
    struct position position;
    struct annexed *next;
};

/* If the block says so, its table will stand there. */
void annex_await(struct chart_block *block, struct block *figure);

/* --- chartkeys.c: what a chart may say ------------------------------------------------------ */

/* The keys of all kinds. */
const char *const *chart_key_names(struct arena *arena, size_t *count);

/* False if there is no such kind, which has been told. */
bool chart_read_kind(struct chart_block *block);

/* Tells of each key that is not for charts of this kind; false if there is one. */
bool chart_check_keys(struct chart_block *block);

/* --- chartrows.c --------------------------------------------------------------------------- */

/* Reads the numbers of all rows of the data; tells of what is none. */
void chart_read_decimals(struct chart_block *block);

/* Makes the rows of the chart; false if they cannot be, which has been told. */
bool chart_read_rows(struct chart_block *block);

/* --- chartscale.c: numbers in the units of a chart ----------------------------------------- */

/* Finds the unit, and gives each number in it. */
void chart_scale(struct chart_block *block);

/* Tells where the rows do not add up to the last one, which is their total; if they are rounded,
   by more than half of one in the last digit for each. */
void chart_check_total(struct chart_block *block, bool rounded);

/* What the values of a row come to; *open: one is missing, or more than it reads. */
int64_t chart_sum(const struct chart_block *block, size_t row, bool *open);

/* Tells of each value of a stack that is less than 0; false if there is one. */
bool chart_check_parts(struct chart_block *block);

/* Tells of each row that does not add up to what this column has. */
void chart_check_whole(struct chart_block *block, size_t column);

/* A number of the YAML; false if there is none there, or one too large, which is told. */
bool chart_read_number(struct chart_block *block, const struct yaml *value,
                       int64_t *number);

/* Reads what the block says of the axis; false if that cannot be, which has been told. */
bool chart_read_axis(struct chart_block *block);

/* --- chartsteps.c, charttiles.c: how values are shaded; where squares stand ------------------ */

/* False if that cannot be, which has been told; nothing for other kinds. */
bool chart_read_steps(struct chart_block *block);
bool chart_read_tiles(struct chart_block *block);

/* --- chartnotes.c: what is written into a chart beside its data ------------------------------ */

/* The row of the chart that a value names; false if there is none, which has been told. */
bool chart_find_row(struct chart_block *block, const struct yaml *value, size_t *row);

/* Reads references, bands, annotations and the times that are said; false if one of them
   cannot be, which has been told. */
bool chart_read_notes(struct chart_block *block);

/* --- chartperiods.c: the periods that rows are counted in --------------------------------------- */

/* Tells of what is no period and, where rows are added up or joined by a line, of those that
   overlap. */
void chart_check_periods(struct chart_block *block, bool added);

/* --- charttime.c: the times of lines --------------------------------------------------------- */

/* Reads names and places of the rows; false if they are no times in order, which has been
   told. */
bool chart_read_times(struct chart_block *block);

/* --- chartalt.c: what a chart says to those who cannot see it ------------------------------- */

/* As the author says it; else what the data say, which is told. */
const char *chart_alt(struct chart_block *block);

#endif
