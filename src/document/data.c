/* SPDX-License-Identifier: MIT */
/* Makes named columns from a CSV file. The first row in which something is written holds
   their names; rows and columns in which nothing is written are left out. */
#include "document/internal.h"

#include "base/buffer.h"
#include "base/utf8.h"

struct data_reader {
    struct reading *reading;
    struct data *data;
    struct records *records;
    struct record record; /* the last */
    struct field header[DATA_COLUMNS]; /* `width` of them, some without a name */
    uint32_t header_row;
    struct field *fields;
    uint32_t *rows;
    size_t field_capacity, row_capacity;
};

static void tell(struct data_reader *reader, enum diag_id id, struct position position,
                 const char *a, const char *b) {
    diag_add(reader->reading->diag, id, position, a, b);
}

struct position data_position(const struct data *data, const struct field *field) {
    return locator_position(data->locator, field->source,
                            field->source + field->text.length);
}

static void tell_file(struct data_reader *reader, enum diag_id id) {
    reader->data->broken = true;
    tell(reader, id, locator_whole(reader->data->locator), NULL, NULL);
}

/* --- names --------------------------------------------------------------------------- */

/* On one line, with one space for any white space. */
static const char *plain_name(struct arena *arena, struct slice text) {
    struct buffer name = {.arena = arena};
    for (size_t i = 0; i < text.length; i++) {
        bool white = strchr(" \t\r\n", text.data[i]) != NULL;
        if (!white)
            buffer_add_char(&name, text.data[i]);
        else if (name.length && name.data[name.length - 1] != ' ')
            buffer_add_char(&name, ' ');
    }
    buffer_add_char(&name, '\0');
    return name.data;
}

const char *data_words(struct arena *arena, struct slice text) {
    enum { SHOWN = 40 }; /* [characters] */
    size_t end = 0, count = 0;
    while (end < text.length && count++ < SHOWN)
        utf8_decode(text, end, &end);
    return arena_printf(arena, "%s%s", plain_name(arena, slice_sub(text, 0, end)),
                        end < text.length ? "\u2026" : "");
}

static const char *header_place(struct data_reader *reader, size_t field) {
    return arena_printf(reader->reading->arena, "row %u, column %zu",
                        (unsigned)reader->header_row, field + 1);
}

static void add_column(struct data_reader *reader, size_t field) {
    struct data *data = reader->data;
    struct arena *arena = reader->reading->arena;
    const struct field *header = &reader->header[field];
    const char *name = plain_name(arena, header->text);
    const struct data_column *same = data_find(data, name);
    if (same) {
        tell(reader, DIAG_DATA_NAME_REPEATED, data_position(data, header),
             header_place(reader, field), arena_printf(arena, "%zu", same->field + 1));
        data->broken = true;
    }
    data->columns[data->column_count++] =
        (struct data_column){.name = name, .header = *header, .field = field};
}

/* False if there is no header, or there are too many names in it. */
static bool read_header(struct data_reader *reader) {
    struct data *data = reader->data;
    const struct record *record = &reader->record;
    if (!records_next(reader->records, &reader->record)) {
        if (!records_broke(reader->records))
            tell_file(reader, DIAG_DATA_EMPTY);
        return false;
    }
    if (record->has_surplus) {
        data->broken = true;
        tell(reader, DIAG_DATA_TOO_WIDE,
             locator_position(data->locator, record->surplus, record->surplus + 1),
             NULL, NULL);
        return false;
    }
    data->width = record->count;
    data->columns =
        arena_array(reader->reading->arena, struct data_column, data->width);
    reader->header_row = record->row;
    memcpy(reader->header, record->fields, sizeof reader->header);
    for (size_t i = 0; i < data->width; i++)
        if (reader->header[i].text.length)
            add_column(reader, i);
    return true;
}

/* --- rows ----------------------------------------------------------------------------- */

/* Each cell in which something is written stands below a name. */
static void check_names(struct data_reader *reader) {
    const struct record *record = &reader->record;
    struct data *data = reader->data;
    struct arena *arena = reader->reading->arena;
    for (size_t i = 0; i < record->count; i++) {
        bool named = i < data->width && reader->header[i].text.length;
        if (named || !record->fields[i].text.length)
            continue;
        tell(reader, DIAG_DATA_NAMELESS, data_position(data, &record->fields[i]),
             arena_printf(arena, "row %u, column %zu", (unsigned)record->row, i + 1),
             NULL);
        data->broken = true;
        if (i >= data->width)
            return;
    }
    if (!record->has_surplus)
        return;
    data->broken = true;
    tell(reader, DIAG_DATA_NAMELESS,
         locator_position(data->locator, record->surplus, record->surplus + 1),
         arena_printf(arena, "row %u", (unsigned)record->row), NULL);
}

static void check_length(struct data_reader *reader) {
    const struct record *record = &reader->record;
    struct arena *arena = reader->reading->arena;
    size_t missing = reader->data->width - record->written;
    if (record->written >= reader->data->width)
        return;
    tell(reader, DIAG_DATA_SHORT,
         locator_position(reader->data->locator, record->source, record->source),
         arena_printf(arena, "%u", (unsigned)record->row),
         missing == 1 ? "one cell less"
                      : arena_printf(arena, "%zu cells less", missing));
}

static void add_row(struct data_reader *reader) {
    struct data *data = reader->data;
    struct arena *arena = reader->reading->arena;
    arena_reserve(arena, reader->rows, data->row_count, reader->row_capacity);
    reader->rows[data->row_count] = reader->record.row;
    size_t from = data->row_count++ * data->width, count = from + data->width;
    if (count > reader->field_capacity) {
        size_t capacity = count * 2;
        reader->fields = arena_regrow(arena, reader->fields, reader->field_capacity,
                                      capacity, sizeof *reader->fields);
        reader->field_capacity = capacity;
    }
    memcpy(reader->fields + from, reader->record.fields,
           data->width * sizeof *reader->fields);
}

static void read_rows(struct data_reader *reader) {
    struct data *data = reader->data;
    while (records_next(reader->records, &reader->record)) {
        check_names(reader);
        check_length(reader);
        if (data->row_count == DATA_ROWS ||
            (data->row_count + 1) * data->width > DATA_CELLS) {
            data->broken = true;
            tell(reader, DIAG_DATA_TOO_LONG,
                 locator_position(data->locator, reader->record.source,
                                  reader->record.source),
                 NULL, NULL);
            return;
        }
        add_row(reader);
    }
    if (!data->row_count && !records_broke(reader->records))
        tell_file(reader, DIAG_DATA_NO_ROWS);
}

/* --- files ---------------------------------------------------------------------------- */

static void read_data(struct reading *reading, struct data *data) {
    struct data_reader *reader = arena_new(reading->arena, struct data_reader);
    reader->reading = reading;
    reader->data = data;
    reader->records = records_open(reading, data->locator);
    data->delimiter = records_delimiter(reader->records);
    if (read_header(reader))
        read_rows(reader);
    data->broken |= records_broke(reader->records);
    records_close(reader->records);
    data->fields = reader->fields;
    data->rows = reader->rows;
    columns_type(data);
}

const struct data *data_read(struct reading *reading, const char *path,
                             struct position from) {
    const struct data *known = reading->data;
    while (known && strcmp(known->path, path))
        known = known->next;
    if (known)
        return known->broken ? NULL : known;
    struct locator *locator = input_read_data(reading, path, from);
    if (!locator)
        return NULL;
    struct data *data = arena_new(reading->arena, struct data);
    *data = (struct data){.path = path, .locator = locator, .next = reading->data};
    read_data(reading, data);
    reading->data = data;
    return data->broken ? NULL : data;
}

/* --- questions ------------------------------------------------------------------------ */

const struct data_column *data_find(const struct data *data, const char *name) {
    for (size_t i = 0; i < data->column_count; i++)
        if (!strcmp(data->columns[i].name, name))
            return &data->columns[i];
    return NULL;
}

const struct field *data_field(const struct data *data, size_t row, size_t column) {
    return &data->fields[row * data->width + data->columns[column].field];
}

const char *data_place(struct arena *arena, const struct data *data, size_t row,
                       size_t column) {
    return arena_printf(arena, "row %u, column %s", (unsigned)data->rows[row],
                        data_words(arena, slice_of(data->columns[column].name)));
}

bool data_number(const struct data *data, size_t row, size_t column,
                 struct decimal *decimal) {
    struct numeral numeral;
    if (!numeral_read(data_field(data, row, column)->text, &numeral))
        return false;
    *decimal = numeral.decimal;
    if (data->columns[column].begins_decimals[numeral.unclear])
        decimal->decimals = 3;
    return true;
}

/* --- what a spreadsheet writes where it has no value ------------------------------------ */

/* "#REF!", "Err:502"; "####" in a narrow column, "????" for letters that the encoding did
   not have. */
static bool is_failure(struct slice text) {
    static const char *const failures[] = {"#REF!",   "#N/A",    "#DIV/0!",
                                           "#VALUE!", "#NAME?",  "#NULL!",
                                           "#NUM!",   "#SPILL!", "#CALC!"};
    size_t signs = 0, marks = 0;
    for (size_t i = 0; i < text.length; i++) {
        signs += text.data[i] == '#';
        marks += text.data[i] == '?' || text.data[i] == ' ';
    }
    if (text.length >= 3 && (signs == text.length || marks == text.length))
        return true;
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++)
        if (slice_is(text, failures[i]))
            return true;
    return text.length == 7 && !memcmp(text.data, "Err:5", 5);
}

/* "1.23E+05" */
static bool is_shortened(struct slice text) {
    size_t i = 0;
    while (i < text.length && strchr("-0123456789.,", text.data[i]))
        i++;
    if (!i || text.length - i < 3 || text.data[i] != 'E' ||
        !strchr("+-", text.data[i + 1]))
        return false;
    for (i += 2; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return true;
}

void data_check(struct reading *reading, const struct data *data, size_t row,
                size_t column) {
    const struct field *field = data_field(data, row, column);
    bool failure = is_failure(field->text), shortened = is_shortened(field->text);
    if (failure || shortened)
        diag_add(reading->diag, failure ? DIAG_DATA_FAILED : DIAG_DATA_SHORTENED,
                 data_position(data, field),
                 data_place(reading->arena, data, row, column),
                 data_words(reading->arena, field->text));
}
