/* SPDX-License-Identifier: MIT */
/* Finds out what the columns of data hold: texts, numbers or years; and what the signs
   mean that part thousands here and begin the decimals there.

   A sign in 1,234 is settled by the first of these that speaks:
   1. another number of the column in which the sign can only be the one (1,5 or 1,234,567);
   2. another number of the column in which a different sign begins the decimals (1.5: then
      this one parts thousands) or parts thousands (1 234 567: then it begins decimals);
   3. the same two questions to all columns of numbers in the file together: one spreadsheet
      writes all its numbers in one way;
   4. the usual way: a comma parts thousands and a point begins decimals; the other way
      round in a file whose cells are parted by semicolons, which spreadsheets write where
      the comma begins the decimals.
   The fourth is a guess, and told: only a comma in a file parted by commas is not, since a
   spreadsheet that wrote it for decimals would have parted the cells by something else. */
#include "document/internal.h"

/* What the numbers of a column, or of a file, prove. */
struct evidence {
    bool decimals[MARKS], thousands[MARKS], unclear[MARKS];
    size_t decimals_row[MARKS], thousands_row[MARKS],
        unclear_row[MARKS]; /* the first */
};

struct census {
    struct evidence evidence;
    size_t numbers, years, texts;
    size_t text_row; /* the first */
};

static void note(bool seen[MARKS], size_t rows[MARKS], enum mark mark, size_t row) {
    if (mark == MARK_NONE || seen[mark])
        return;
    seen[mark] = true;
    rows[mark] = row;
}

static void note_numeral(struct evidence *evidence, const struct numeral *numeral,
                         size_t row) {
    note(evidence->decimals, evidence->decimals_row, numeral->decimal_mark, row);
    note(evidence->thousands, evidence->thousands_row, numeral->grouping_mark, row);
    note(evidence->unclear, evidence->unclear_row, numeral->unclear, row);
}

/* Four digits and nothing else: 1900 to 2100. */
static bool is_year(const struct numeral *numeral) {
    const struct decimal *decimal = &numeral->decimal;
    const char *digits = decimal->digits;
    bool bare = !decimal->sign && !decimal->percent && !decimal->at_least &&
                !decimal->and_more && !decimal->about && !decimal->disputed &&
                !decimal->decimals && !numeral->unclear && !numeral->grouping_mark;
    return bare && strlen(digits) == 4 && strcmp(digits, "1900") >= 0 &&
           strcmp(digits, "2100") <= 0;
}

static struct census count_cells(const struct data *data, size_t column) {
    struct census census = {.numbers = 0};
    for (size_t row = 0; row < data->row_count; row++) {
        struct slice text = data_field(data, row, column)->text;
        struct numeral numeral;
        if (!text.length || numeral_is_dash(text))
            continue;
        if (!numeral_read(text, &numeral)) {
            if (!census.texts++)
                census.text_row = row;
            continue;
        }
        census.numbers++;
        census.years += is_year(&numeral);
        note_numeral(&census.evidence, &numeral, row);
    }
    return census;
}

static enum data_kind kind_of(const struct census *census) {
    if (census->texts || !census->numbers)
        return DATA_TEXT;
    return census->years == census->numbers ? DATA_YEAR : DATA_NUMBER;
}

/* --- marks ---------------------------------------------------------------------------- */

enum role { ROLE_UNKNOWN, ROLE_DECIMALS, ROLE_THOUSANDS };

static bool has_other(const bool seen[MARKS], enum mark mark) {
    for (enum mark other = MARK_COMMA; other < MARKS; other++)
        if (other != mark && seen[other])
            return true;
    return false;
}

static enum role prove_role(const struct evidence *evidence, enum mark mark) {
    if (evidence->thousands[mark] && evidence->decimals[mark])
        return ROLE_UNKNOWN;
    if (evidence->thousands[mark])
        return ROLE_THOUSANDS;
    if (evidence->decimals[mark])
        return ROLE_DECIMALS;
    if (has_other(evidence->decimals, mark))
        return ROLE_THOUSANDS;
    if (has_other(evidence->thousands, mark))
        return ROLE_DECIMALS;
    return ROLE_UNKNOWN;
}

static enum role usual_role(enum mark mark, char delimiter) {
    bool point = mark == MARK_POINT, turned = delimiter == ';';
    return point != turned ? ROLE_DECIMALS : ROLE_THOUSANDS;
}

static bool is_guess(enum mark mark, char delimiter) {
    return mark == MARK_POINT || delimiter != ',';
}

static void settle_mark(const struct data *data, struct data_column *column,
                        const struct evidence *own, const struct evidence *file,
                        enum mark mark) {
    if (own->decimals[mark] && own->thousands[mark]) {
        column->has_clash = true;
        column->decimals_row = own->decimals_row[mark];
        column->thousands_row = own->thousands_row[mark];
    }
    if (!own->unclear[mark])
        return;
    enum role role = prove_role(own, mark);
    if (role == ROLE_UNKNOWN)
        role = prove_role(file, mark);
    if (role == ROLE_UNKNOWN) {
        role = usual_role(mark, data->delimiter);
        column->is_unclear = is_guess(mark, data->delimiter);
        column->unclear_row = own->unclear_row[mark];
    }
    column->begins_decimals[mark] = role == ROLE_DECIMALS;
}

static void add_evidence(struct evidence *file, const struct evidence *own) {
    for (enum mark mark = MARK_COMMA; mark < MARKS; mark++) {
        file->decimals[mark] |= own->decimals[mark];
        file->thousands[mark] |= own->thousands[mark];
    }
}

void columns_type(struct data *data) {
    struct census censuses[DATA_COLUMNS];
    struct evidence file = {.decimals = {false}};
    for (size_t i = 0; i < data->column_count; i++) {
        censuses[i] = count_cells(data, i);
        data->columns[i].kind = kind_of(&censuses[i]);
        data->columns[i].is_mixed =
            censuses[i].texts > 0 && censuses[i].numbers > censuses[i].texts;
        data->columns[i].text_row = censuses[i].text_row;
        if (data->columns[i].kind == DATA_NUMBER)
            add_evidence(&file, &censuses[i].evidence);
    }
    for (size_t i = 0; i < data->column_count; i++)
        for (enum mark mark = MARK_COMMA; mark < MARK_OTHER; mark++)
            settle_mark(data, &data->columns[i], &censuses[i].evidence, &file, mark);
}

/* --- doubts --------------------------------------------------------------------------- */

static void tell_unclear(struct reading *reading, const struct data *data,
                         size_t column) {
    struct arena *arena = reading->arena;
    size_t row = data->columns[column].unclear_row;
    struct decimal decimal;
    data_number(data, row, column, &decimal);
    diag_add(reading->diag, DIAG_DATA_UNCLEAR,
             data_position(data, data_field(data, row, column)),
             data_place(arena, data, row, column),
             locale_decimal(arena, &decimal, DIGITS_EUROPEAN));
}

void columns_tell_doubts(struct reading *reading, const struct data *data,
                         size_t column) {
    const struct data_column *known = &data->columns[column];
    struct arena *arena = reading->arena;
    size_t row = known->thousands_row;
    if (known->has_clash)
        diag_add(reading->diag, DIAG_DATA_CLASH,
                 data_position(data, data_field(data, row, column)),
                 data_place(arena, data, row, column),
                 arena_printf(arena, "%u", (unsigned)data->rows[known->decimals_row]));
    if (known->is_unclear)
        tell_unclear(reading, data, column);
}

void columns_tell_mixed(struct reading *reading, const struct data *data,
                        size_t column) {
    const struct data_column *known = &data->columns[column];
    if (!known->is_mixed)
        return;
    const struct field *field = data_field(data, known->text_row, column);
    diag_add(reading->diag, DIAG_DATA_MIXED, data_position(data, field),
             data_place(reading->arena, data, known->text_row, column),
             data_words(reading->arena, field->text));
}
