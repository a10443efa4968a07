/* SPDX-License-Identifier: MIT */
/* Finds the columns of a table: how wide each is and where it begins.

   A column is at least as wide as its widest word and, where there is room, as its widest
   line. What is left over goes between the columns, the same everywhere, so that the last one
   ends with the table; what is wanting is taken from the columns whose lines can be broken, in
   proportion to what breaking them gives. */
#include "pages/internal.h"

#include "base/utf8.h"

/* --- numbers below one another ------------------------------------------------------- */

static bool is_digit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) ||
           (c >= 0x06F0 && c <= 0x06F9);
}

static size_t count_digits(struct slice text, size_t offset) {
    size_t count = 0;
    while (offset < text.length && is_digit(utf8_decode(text, offset, &offset)))
        count++;
    return count;
}

/* Whether what stands before `after` parts the fraction from the whole. A comma that three
   digits follow groups them. */
static bool is_decimal_mark(struct slice text, uint32_t c, size_t after) {
    size_t digits = count_digits(text, after);
    return (c == 0x066B || c == '.' || (c == ',' && digits != 3)) && digits > 0;
}

/* The byte where the digit of the units begins; the end of the text if it has none. */
static size_t find_units(struct slice text) {
    size_t units = text.length;
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        if (is_digit(c))
            units = i;
        else if (units < text.length && is_decimal_mark(text, c, next))
            break;
    }
    return units;
}

/* Where the digit of the units ends on a line; its end if there is none. */
static length units_end(const struct line *line, size_t units) {
    for (uint32_t p = 0; p < line->piece_count; p++) {
        const struct line_piece *piece = &line->pieces[p];
        int64_t advance = 0;
        for (uint32_t g = 0; g < piece->glyph_count; g++) {
            advance += piece->glyphs[g].advance;
            if (piece->glyphs[g].cluster == units)
                return piece->x + units_scale(advance, piece->run->size,
                                              piece->run->face->units_per_em);
        }
    }
    return line->width;
}

length number_tail(const struct broken_text *number) {
    if (!number->lines.count)
        return 0;
    const struct line *line = &number->lines.lines[0];
    return line->width - units_end(line, find_units(number->text->paragraph->text));
}

/* --- widths --------------------------------------------------------------------------- */

/* What a cell asks of its column. */
static void measure_cell(struct composer *composer, const struct paragraph *cell,
                         enum role role, struct table_column *column, bool number) {
    struct broken_text broken;
    arena_reset(composer->scratch);
    const struct text *text =
        text_set(composer->typesetter, composer->scratch, cell, role);
    if (!text) {
        composer->failed = true;
        return;
    }
    struct text_extent extent = lines_extent(composer->scratch, text);
    length head = extent.natural, tail = 0;
    if (number) {
        broken.text = text;
        broken.lines = lines_fill(composer->typesetter, composer->scratch, text,
                                  extent.natural + 1000, ALIGN_RAGGED, composer->diag);
        tail = number_tail(&broken);
        head -= tail;
        extent.narrowest = extent.natural;
    }
    column->narrowest =
        extent.narrowest > column->narrowest ? extent.narrowest : column->narrowest;
    column->natural =
        extent.natural > column->natural ? extent.natural : column->natural;
    column->head = head > column->head && number ? head : column->head;
    column->tail = tail > column->tail ? tail : column->tail;
}

enum role table_role(const struct table *table, size_t row) {
    bool strong = row < table->header_rows ||
                  (table->marked_row && row == table->marked_row) ||
                  (table->has_total && row + 1 == table->row_count);
    return strong ? ROLE_TABLE_STRONG : ROLE_TABLE;
}

static void measure_cells(struct composer *composer, const struct table *table,
                          struct table_column *columns) {
    for (size_t c = 0; c < table->column_count; c++) {
        columns[c].align = table->columns[c];
        for (size_t r = 0; r < table->row_count && !composer->failed; r++) {
            const struct paragraph *cell = &table->cells[r * table->column_count + c];
            bool number = table->columns[c] == COLUMN_NUMBER && r >= table->header_rows;
            if (cell->text.length)
                measure_cell(composer, cell, table_role(table, r), &columns[c], number);
        }
        length aligned = columns[c].head + columns[c].tail;
        if (columns[c].narrowest < aligned)
            columns[c].narrowest = aligned;
        if (columns[c].natural < columns[c].narrowest)
            columns[c].natural = columns[c].narrowest;
    }
}

/* What the columns without a width yet come to. */
struct unsettled {
    int64_t narrowest, natural;
    int64_t count;
};

static struct unsettled sum_unsettled(const struct table_columns *columns) {
    struct unsettled sum = {0};
    for (size_t c = 0; c < columns->count; c++) {
        if (columns->items[c].width)
            continue;
        sum.narrowest += columns->items[c].narrowest;
        sum.natural += columns->items[c].natural;
        sum.count++;
    }
    return sum;
}

/* A column that asks for no more than an even share of the room has what it asks for: dates
   and names are not broken to make a long remark shorter. Gives the room that is left. */
static int64_t settle_modest(struct table_columns *columns, int64_t room) {
    for (bool again = true; again;) {
        again = false;
        for (size_t c = 0; c < columns->count; c++) {
            struct table_column *column = &columns->items[c];
            struct unsettled sum = sum_unsettled(columns);
            bool spares_others =
                room - column->natural >= sum.narrowest - column->narrowest;
            if (column->width || !column->natural || !spares_others ||
                column->natural * sum.count > room)
                continue;
            column->width = column->natural;
            room -= column->natural;
            again = true;
        }
    }
    return room;
}

/* Where words have to be broken, those of a column that asks for no more than an even share
   of the room are not: one very long word does not break the numbers beside it. */
static int64_t settle_short(struct table_columns *columns, int64_t room) {
    for (bool again = true; again;) {
        again = false;
        for (size_t c = 0; c < columns->count; c++) {
            struct table_column *column = &columns->items[c];
            struct unsettled sum = sum_unsettled(columns);
            if (column->width || !column->narrowest || room >= sum.narrowest ||
                column->narrowest * sum.count > room)
                continue;
            column->width = column->narrowest;
            room -= column->narrowest;
            again = true;
        }
    }
    return room;
}

/* The others, each between its narrowest and its natural width, by the same share. */
static void share_room(struct table_columns *columns, int64_t room) {
    room = settle_short(columns, settle_modest(columns, room));
    struct unsettled sum = sum_unsettled(columns);
    for (size_t c = 0; c < columns->count; c++) {
        struct table_column *column = &columns->items[c];
        int64_t more = column->natural - column->narrowest;
        if (column->width)
            continue;
        column->width = column->narrowest;
        if (room >= sum.natural)
            column->width = column->natural;
        else if (room > sum.narrowest)
            column->width +=
                (length)(more * (room - sum.narrowest) / (sum.natural - sum.narrowest));
        else if (sum.narrowest)
            column->width = (length)(column->narrowest * room / sum.narrowest);
    }
}

/* What is left of a measure between gaps of which each is the `part`th part of a whole one. */
static int64_t room_between(const struct composer *composer,
                            const struct table_columns *columns, length part) {
    int64_t gaps = (int64_t)composer->style->table.gap * (int64_t)(columns->count - 1);
    return columns->measure - gaps / part;
}

/* Where words would have to be broken, the gaps are narrower, down to a third. */
static int64_t find_room(const struct composer *composer,
                         const struct table_columns *columns) {
    int64_t room = room_between(composer, columns, 1);
    int64_t most = room_between(composer, columns, 3);
    int64_t wanted = sum_unsettled(columns).narrowest;
    int64_t least = (int64_t)columns->count * 1000; /* however many there are */
    if (room < wanted)
        room = wanted < most ? wanted : most;
    return room > least ? room : least;
}

/* Whether a column is too narrow for its words and about too narrow for a letter. */
static bool is_crushed(const struct composer *composer,
                       const struct table_columns *columns) {
    const struct role_style *role = &composer->style->roles[ROLE_TABLE];
    length em = role->latin.size;
    for (size_t c = 0; c < columns->count; c++)
        if (columns->items[c].width < columns->items[c].narrowest &&
            columns->items[c].width < em)
            return true;
    return false;
}

/* Whether the table asks for the outer column too: a word does not fit, or its numbers leave
   too little to its words. */
static bool wants_wide(const struct composer *composer, const struct table *table,
                       const struct table_columns *columns) {
    int64_t room = room_between(composer, columns, 1);
    size_t numbers = 0;
    for (size_t c = 0; c < table->column_count; c++)
        numbers += table->columns[c] == COLUMN_NUMBER;
    if (!composer->wide_measure || composer->indent || composer->end_indent)
        return false;
    struct unsettled all = sum_unsettled(columns);
    bool crowded = numbers >= 3 ? all.natural > room
                                : numbers == 2 && all.natural > (int64_t)room * 5 / 4;
    return all.narrowest > room || crowded;
}

static void set_starts(struct table_columns *columns, length start) {
    length left = columns->measure;
    for (size_t c = 0; c < columns->count; c++)
        left -= columns->items[c].width;
    length gap = columns->count > 1 ? left / (length)(columns->count - 1) : 0;
    for (size_t c = 0; c < columns->count; c++) {
        columns->items[c].start = start;
        start += columns->items[c].width + gap;
    }
}

struct table_columns columns_find(struct composer *composer,
                                  const struct table *table) {
    struct table_columns columns = {
        .items = arena_array(composer->arena, struct table_column, table->column_count),
        .count = table->column_count,
        .measure = composer->measure - composer->indent - composer->end_indent};
    measure_cells(composer, table, columns.items);
    columns.wide = wants_wide(composer, table, &columns);
    if (columns.wide)
        columns.measure = composer->wide_measure;
    int64_t room = find_room(composer, &columns);
    columns.squeezed = sum_unsettled(&columns).narrowest > room;
    share_room(&columns, room);
    columns.crushed = is_crushed(composer, &columns);
    set_starts(&columns, composer->indent);
    return columns;
}
