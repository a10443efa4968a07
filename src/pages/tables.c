/* SPDX-License-Identifier: MIT */
/* Sets tables: caption, header, rows, total, source. A table is a galley of its own, which
   floats if it fits a page; a longer one goes into the galley row by row, and its header is
   repeated wherever it goes on. */
#include "pages/internal.h"

enum { ROWS_TOGETHER = 2 /* at the beginning and the end of a table */ };

struct tabulation {
    struct composer *composer;
    const struct block *block;
    const struct table *table;
    struct table_columns columns;
    struct element *element; /* of the row now set; NULL: an artifact */
    length least; /* leading of the row now set: of texts of several lines in it */
    length more; /* the same than of one without marks */
    length more_above; /* the same of the row above */
    const struct galley *head; /* repeated where a page begins with a row; or NULL */
    length left, right; /* edges of rules and stripes */
};

/* --- cells ---------------------------------------------------------------------------- */

/* Where a line of a cell begins. Numbers stand with their units below one another, flush
   right in both directions; so do their headers. */
static length cell_x(const struct tabulation *tab, size_t column, bool header,
                     const struct broken_text *cell, const struct line *line) {
    const struct table_column *at = &tab->columns.items[column];
    enum direction direction = tab->block->direction;
    length measure = tab->composer->measure;
    length slack = at->width - line->width;
    length left = line_left(measure, direction, at->start, at->width);
    if (at->align == COLUMN_NUMBER && header)
        return left + slack;
    if (at->align == COLUMN_NUMBER) {
        length units = slack + number_tail(cell) - at->tail;
        return left + (units > 0 ? units : 0); /* too narrow for them: in its column */
    }
    length start = at->align == COLUMN_CENTRE ? slack / 2
                   : at->align == COLUMN_END  ? slack
                                              : 0;
    return line_left(measure, direction, at->start + start, line->width);
}

static const struct paragraph *cell_at(const struct tabulation *tab, size_t row,
                                       size_t column) {
    return &tab->table->cells[row * tab->table->column_count + column];
}

/* What its marks add to the leading of a cell. */
static length more_leading(const struct text *text) {
    return text->leading - role_script(text->role, text->arabic)->leading;
}

/* A cell may be in a language that needs more from line to line than that of the table. */
static void note_leading(struct tabulation *tab, const struct broken_text *cell) {
    length more = more_leading(cell->text), plain = cell->text->leading - more;
    tab->more = more > tab->more ? more : tab->more;
    if (cell->lines.count > 1 && plain > tab->least)
        tab->least = plain;
}

/* Breaks the cells of a row; gives how many lines the tallest has. */
static size_t break_cells(struct tabulation *tab, size_t row,
                          struct broken_text *cells) {
    struct composer *composer = tab->composer;
    bool header = row < tab->table->header_rows;
    enum role role = table_role(tab->table, row);
    bool marked = tab->table->marked_row && row == tab->table->marked_row;
    uint32_t colour =
        marked ? composer->style->colours.brick : composer->style->roles[role].colour;
    size_t most = 1;
    tab->more_above = row ? tab->more : 0;
    tab->more = tab->least = 0;
    for (size_t c = 0; c < tab->columns.count && !composer->failed; c++) {
        const struct paragraph *cell = cell_at(tab, row, c);
        struct element *element = NULL;
        if (tab->element)
            element =
                element_new(&composer->structure, tab->element,
                            header ? TAG_TH : TAG_TD, cell->language, cell->direction);
        cells[c] = (struct broken_text){0};
        if (cell->text.length)
            compose_broken(composer, cell, role, colour, tab->columns.items[c].width,
                           ALIGN_RAGGED, element, &cells[c]);
        most = cells[c].lines.count > most ? cells[c].lines.count : most;
        if (cells[c].text)
            note_leading(tab, &cells[c]);
    }
    return most;
}

/* --- rules and stripes ---------------------------------------------------------------- */

static void add_rule(const struct tabulation *tab, struct row *row, length y,
                     length weight) {
    row_add_rectangle(tab->composer->arena, row,
                      (struct box){tab->left, y, tab->right, y + weight},
                      tab->composer->style->colours.ink);
}

/* Up to where that of the line above ends. */
static void add_stripe(const struct tabulation *tab, struct row *row, length leading) {
    length drop = tab->composer->style->table.stripe_drop;
    row_add_rectangle(tab->composer->arena, row,
                      (struct box){tab->left, drop - leading, tab->right, drop},
                      tab->composer->style->colours.sand);
}

static bool is_total(const struct tabulation *tab, size_t row) {
    return tab->table->has_total && row + 1 == tab->table->row_count;
}

/* What the language of the table needs above its lines more than a row has. */
static length leading_beyond(const struct tabulation *tab, size_t row) {
    const struct style *style = tab->composer->style;
    const struct role_style *role = &style->roles[table_role(tab->table, row)];
    length least = text_leading(style, role, tab->block->language);
    return least > style->table.row ? least - style->table.row : 0;
}

/* A row whose cells are vocalised has more air above and below it. */
static length row_leading(const struct tabulation *tab, size_t row, size_t line) {
    const struct style *style = tab->composer->style;
    const struct role_style *role = &style->roles[table_role(tab->table, row)];
    length least = text_leading(style, role, tab->block->language);
    if (line)
        return (tab->least > least ? tab->least : least) + tab->more;
    length more = tab->more > tab->more_above ? tab->more : tab->more_above;
    length leading = style->table.row + leading_beyond(tab, row) + more;
    if (row && row == tab->table->header_rows)
        leading += style->table.after_head;
    return leading + (is_total(tab, row) ? style->table.before_total : 0);
}

/* What is drawn under and over the letters of line `line` of `count` of a row. */
static void decorate(const struct tabulation *tab, struct row *row, size_t index,
                     size_t line, size_t count) {
    const struct table_style *style = &tab->composer->style->table;
    bool last = line + 1 == count, header = index < tab->table->header_rows;
    length more = leading_beyond(tab, index);
    if (!header && !is_total(tab, index) && (index - tab->table->header_rows) % 2 == 1)
        add_stripe(tab, row, row_leading(tab, index, line));
    if (index == 0 && line == 0)
        add_rule(tab, row, -style->head_rule_rise - more - style->head_rule,
                 style->head_rule);
    if (header && last)
        add_rule(tab, row, style->under_head, style->under_head_rule);
    if (is_total(tab, index) && line == 0)
        add_rule(tab, row, -style->total_rise - more - style->total_rule,
                 style->total_rule);
    if (index + 1 == tab->table->row_count && last)
        add_rule(tab, row, style->foot, style->foot_rule);
}

/* --- rows ----------------------------------------------------------------------------- */

/* A row taller than this is cut between lines: no page has room for it under the header. */
static length page_room(const struct composer *composer) {
    const struct page_style *page = &composer->style->page;
    return page->last_line - page->first_line - composer->style->table.row * 6;
}

/* Whether a page may end before a line of a row. */
static bool may_break(const struct tabulation *tab, size_t row, size_t line,
                      size_t count) {
    const struct table *table = tab->table;
    if (row < table->header_rows)
        return false;
    if (line)
        return (length)count * row_leading(tab, row, 1) > page_room(tab->composer) &&
               line >= ROWS_TOGETHER && count - line >= ROWS_TOGETHER;
    return row >= table->header_rows + ROWS_TOGETHER &&
           table->row_count - row >= ROWS_TOGETHER;
}

static void set_row(struct tabulation *tab, size_t index, struct element *around) {
    struct composer *composer = tab->composer;
    struct broken_text *cells =
        arena_array(composer->arena, struct broken_text, tab->columns.count);
    struct row_marks marks = {0};
    bool header = index < tab->table->header_rows;
    arena_reset(composer->scratch);
    tab->element = around ? element_new(&composer->structure, around, TAG_TR, NULL,
                                        tab->block->direction)
                          : NULL;
    size_t count = break_cells(tab, index, cells);
    for (size_t i = 0; i < count && !composer->failed; i++) {
        composer->keep = composer->galley.count && !may_break(tab, index, i, count);
        struct row *row = galley_add_row(composer, row_leading(tab, index, i));
        row->head = header ? NULL : tab->head;
        decorate(tab, row, index, i, count);
        for (size_t c = 0; c < tab->columns.count; c++) {
            size_t skipped = header ? count - cells[c].lines.count : 0;
            if (i < skipped || i - skipped >= cells[c].lines.count)
                continue;
            const struct line *line = &cells[c].lines.lines[i - skipped];
            if (around)
                notes_collect(composer, &marks, composer->galley.count - 1, line);
            compose_add_line(composer, row, &cells[c], i - skipped,
                             cell_x(tab, c, header, &cells[c], line));
        }
    }
    notes_set(composer, &marks);
}

static void set_all_rows(struct tabulation *tab, struct element *table) {
    struct structure *structure = &tab->composer->structure;
    enum direction direction = tab->block->direction;
    struct element *head = NULL, *body = NULL;
    for (size_t r = 0; r < tab->table->row_count; r++) {
        struct element **around = r < tab->table->header_rows ? &head : &body;
        if (!*around)
            *around = element_new(structure, table,
                                  r < tab->table->header_rows ? TAG_THEAD : TAG_TBODY,
                                  NULL, direction);
        set_row(tab, r, *around);
    }
}

/* --- caption, source, the header again ------------------------------------------------ */

/* "Table 2 (continued)" and the header, outside the structure: it is there already. A header
   that would take a third of each page is not repeated. */
static void set_head_again(struct tabulation *tab) {
    struct composer *composer = tab->composer;
    const struct caption *caption = &tab->table->caption;
    struct aside aside = aside_begin(composer);
    composer->indent = aside.indent;
    if (caption->number) {
        const char *again =
            arena_printf(composer->arena, "%s (%s)", caption->label,
                         locale_term(tab->block->language, TERM_CONTINUED));
        size_t count;
        struct item *lines =
            compose_short(composer, again, tab->block->language, ROLE_TABLE_STRONG,
                          composer->style->roles[ROLE_TABLE_STRONG].colour,
                          composer->measure, NULL, &count);
        if (count) {
            lines[0].as.line.x = line_left(composer->measure, tab->block->direction,
                                           composer->indent, lines[0].as.line.width);
            *row_add_item(composer->arena, galley_add_row(composer, 0)) = lines[0];
        }
        galley_ask_air(composer, composer->style->table.after_caption);
    }
    size_t label = composer->galley.count;
    for (size_t r = 0; r < tab->table->header_rows; r++)
        set_row(tab, r, NULL);
    const struct page_style *page = &composer->style->page;
    if (galley_height(&composer->galley) > (page->last_line - page->first_line) / 3)
        composer->galley.count = label;
    struct galley *head = arena_new(composer->arena, struct galley);
    *head = aside_end(composer, &aside);
    if (head->count)
        tab->head = head;
}

void compose_caption(struct composer *composer, const struct caption *caption,
                     struct anchor *anchor) {
    if (!caption->text.text.length)
        return;
    const char *label = arena_printf(composer->arena, "%s. ", caption->label);
    struct paragraph text = paragraph_after(composer->arena, label, &caption->text);
    compose_paragraph(composer, &text,
                      (struct setting){.role = ROLE_CAPTION,
                                       .tag = TAG_CAPTION,
                                       .keep_whole = true,
                                       .anchor = anchor});
    composer->keep = true;
}

void compose_source(struct composer *composer, const struct caption *caption) {
    if (!caption->source.text.length)
        return;
    composer->keep = true;
    compose_paragraph(
        composer, &caption->source,
        (struct setting){.role = ROLE_SOURCE, .tag = TAG_P, .keep_whole = true});
}

/* --- the whole ------------------------------------------------------------------------ */

static void find_edges(struct tabulation *tab) {
    const struct composer *composer = tab->composer;
    bool inside = composer->indent || composer->end_indent;
    length hang = inside || (!composer->wide_measure && !composer->turning)
                      ? 0
                      : composer->style->table.hang;
    length left = line_left(composer->measure, tab->block->direction, composer->indent,
                            tab->columns.measure);
    tab->left = left - hang;
    tab->right = left + tab->columns.measure + hang;
}

static void set_table(struct tabulation *tab, struct element *around,
                      struct anchor *anchor, bool repeats_head) {
    struct composer *composer = tab->composer;
    const struct table_style *style = &composer->style->table;
    struct element *table = element_new(&composer->structure, around, TAG_TABLE,
                                        tab->block->language, tab->block->direction);
    composer->element = table;
    compose_caption(composer, &tab->table->caption, anchor);
    galley_ask_air(composer, composer->galley.count ? style->after_caption : 0);
    tab->head = NULL;
    composer->squeezed = tab->columns.squeezed;
    if (repeats_head)
        set_head_again(tab);
    composer->squeezed = tab->columns.squeezed;
    if (tab->columns.crushed)
        diag_add(composer->diag, DIAG_TABLE_CRUSHED, tab->block->position, NULL, NULL);
    else if (composer->squeezed)
        diag_add(composer->diag, DIAG_TABLE_SQUEEZED, tab->block->position, NULL, NULL);
    set_all_rows(tab, table);
    composer->squeezed = false;
    if (composer->galley.count && !composer->galley.rows[0].anchor)
        composer->galley.rows[0].anchor = anchor;
    composer->element = around;
    galley_ask_air(composer, style->before_source);
    compose_source(composer, &tab->table->caption);
}

/* One that no page has room for is turned, and so is one whose author asks for it. */
static bool is_turned(const struct composer *composer, const struct block *block,
                      const struct table_columns *columns) {
    return turn_allowed(composer) && (block->turns || columns->squeezed);
}

static void set_columns(struct composer *composer, const struct block *block,
                        const struct table_columns *columns) {
    struct tabulation tab = {.composer = composer,
                             .block = block,
                             .table = block->table,
                             .columns = *columns};
    struct anchor *anchor = anchors_find(composer->anchors, composer->language->tag,
                                         anchors_name(composer->arena, block));
    length measure = composer->measure;
    bool was_wide = composer->wide;
    struct aside aside = aside_begin(composer);
    composer->indent = aside.indent;
    composer->end_indent = aside.end_indent;
    composer->wide = was_wide || columns->wide || composer->turning;
    if (columns->wide)
        composer->measure = composer->wide_measure;
    find_edges(&tab);
    set_table(&tab, aside.element, anchor, /*repeats_head*/ true);
    composer->measure = measure;
    composer->wide = was_wide;
    struct galley galley = aside_end(composer, &aside);
    if (composer->turning)
        compose_turned(composer, galley);
    else
        compose_float(composer, block, galley);
}

void compose_table(struct composer *composer, const struct block *block) {
    struct table_columns columns = columns_find(composer, block->table);
    if (block->turns && !turn_allowed(composer))
        diag_add(composer->diag, DIAG_TABLE_UPRIGHT, block->position, NULL, NULL);
    if (!is_turned(composer, block, &columns)) {
        set_columns(composer, block, &columns);
        return;
    }
    struct upright upright = turn_begin(composer);
    columns = columns_find(composer, block->table);
    set_columns(composer, block, &columns);
    turn_end(composer, &upright);
}
