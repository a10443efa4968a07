/* SPDX-License-Identifier: MIT */
/* Numbers, CSV files and what is drawn from them. Part of what the steps of the document stage
   share: internal.h includes it. */
#ifndef DOCUMENT_DATA_H
#define DOCUMENT_DATA_H

#include "document/inline.h"
#include "document/internal.h"

/* --- numeral.c: what people type for a number ------------------------------------------- */

/* Signs that part thousands in one numeral and begin the decimals in another; any sign
   that does but one of them is MARK_OTHER. */
enum mark {
    MARK_NONE,
    MARK_COMMA,
    MARK_POINT,
    MARK_ARABIC_COMMA,
    MARK_OTHER,
    MARKS,
};

struct numeral {
    struct decimal decimal; /* `unclear` taken for a sign that parts thousands */
    enum mark decimal_mark, grouping_mark; /* what the form of it proves */
    enum mark unclear; /* could be either; if it begins decimals, they are three */
};

/* False if the text is no numeral. */
bool numeral_read(struct slice text, struct numeral *numeral);

/* Whether the text is a lone dash, which stands for nothing. */
bool numeral_is_dash(struct slice text);

/* --- date.c: 2019-10-25, or 2019-10 --------------------------------------------------------- */

/* False if there is no such day, or month. */
bool date_read(const char *text, struct date *date);

/* "2019-11-21/2019-11-24", as ISO 8601 has it. False if it is not from one day, or month, to a
   later one, which has then been told. */
bool dates_read(struct reading *reading, const char *text, struct position position,
                struct date *first, struct date *last);

/* --- records.c: CSV -> records of fields (libcsv) ---------------------------------------- */

enum {
    DATA_COLUMNS = 200,
    DATA_ROWS = 100000,
    DATA_CELLS = 1000000,
};

/* A field without its quotes and the white space at its ends. */
struct field {
    struct slice text; /* of the source, or in the arena */
    uint32_t source; /* the byte of the source it begins at */
};

struct record {
    uint32_t row; /* as a spreadsheet counts it: from 1, empty lines too */
    uint32_t source; /* where it begins */
    struct field fields[DATA_COLUMNS]; /* those past `count` are empty */
    size_t count;
    size_t written; /* how many there are, the empty ones at the end too */
    bool has_surplus; /* there is a field past DATA_COLUMNS that is not empty */
    uint32_t surplus; /* where it begins */
};

struct records;

/* The records of a source; to be closed. What parts the fields is found out. */
struct records *records_open(struct reading *reading, struct locator *locator);
void records_close(struct records *records);

/* ',', ';' or TAB. */
char records_delimiter(const struct records *records);

/* The next record in which something is written; false after the last, or where the rest
   cannot be read, which has then been told. */
bool records_next(struct records *records, struct record *record);

/* Whether the rest could not be read. */
bool records_broke(const struct records *records);

/* --- data.c: a CSV file -> named columns ------------------------------------------------ */

enum data_kind {
    DATA_TEXT,
    DATA_NUMBER, /* each cell is empty or a numeral */
    DATA_YEAR, /* a number that counts nothing: each cell has four digits */
};

struct data_column {
    const char *name; /* white space inside it is one space */
    struct field header; /* the name as it stands there */
    size_t field; /* where its fields stand in a record, from 0 */
    enum data_kind kind; /* by what it holds */
    bool begins_decimals[MARKS]; /* of the marks that are unclear in a numeral */
    bool is_unclear; /* whether that is a guess; `unclear_row` is such a row */
    bool is_mixed; /* whether it is a text though most cells are numbers; such a row */
    bool has_clash; /* whether a mark does both; in these two rows */
    size_t unclear_row, text_row, thousands_row, decimals_row;
};

/* Rows are counted from 0 here, and as a spreadsheet does in messages. */
struct data {
    const char *path;
    struct locator *locator;
    char delimiter;
    struct data_column *columns;
    size_t column_count;
    const struct field *fields; /* row by row, `width` each */
    const uint32_t *rows; /* as a spreadsheet counts them */
    size_t row_count, width;
    bool broken; /* it has been told why */
    const struct data *next; /* of those read before */
};

/* The data of a file, read once for each document; NULL if they cannot be used, which has
   then been told, what concerns the file itself only once. `from` names the file. */
const struct data *data_read(struct reading *reading, const char *path,
                             struct position from);

const struct data_column *data_find(const struct data *data, const char *name);
const struct field *data_field(const struct data *data, size_t row, size_t column);
struct position data_position(const struct data *data, const struct field *field);

/* A text as messages show it: the beginning of it, on one line. */
const char *data_words(struct arena *arena, struct slice text);

/* "row 3, column deaths" */
const char *data_place(struct arena *arena, const struct data *data, size_t row,
                       size_t column);

/* The number in a cell; false if it is none. */
bool data_number(const struct data *data, size_t row, size_t column,
                 struct decimal *decimal);

/* Tells if a field is what a spreadsheet writes where it has no value to show. */
void data_check(struct reading *reading, const struct data *data, size_t row,
                size_t column);

/* --- data_rows.c: rows by what they read ---------------------------------------------------- */

struct row_index;

/* What has been made to find rows at once. */
struct row_indexes {
    struct row_index *first;
    size_t visits; /* rows looked at */
    size_t questions; /* for the nearest */
};

/* What a row has to read. */
struct row_condition {
    const char *text;
    const struct data_column *column; /* NULL: any that names the row */
};

struct found_rows {
    size_t rows[2]; /* the first two of them */
    size_t count;
    bool gave_up; /* too much has been asked for */
};

/* How many columns name the rows: the first, and those of text that follow it. */
size_t data_name_count(const struct data *data);

/* A text as rows are compared by: any white space is one space. */
const char *data_name(struct arena *arena, struct slice text);

/* Those that meet all of the conditions, of which there is one at least. */
struct found_rows data_find_rows(struct reading *reading, const struct data *data,
                                 const struct row_condition *conditions, size_t count);

/* --- lookup.c: data/casualties.csv[Dhi Qar, deaths] ------------------------------------------ */

/* A text in braces with numbers in the place of what leads to them in data; NULL, and then it
   has been told, if one is not there. `text` is a part of the target of the span. `keys`, if not
   NULL, takes those of the sources as a citation has them: "@un; @hrw". */
const char *lookup_write(struct reading *reading, const struct span *span,
                         struct slice text, struct buffer *keys);

/* --- data_cells.c: a cell as a value names it -------------------------------------------------- */

/* "data/casualties.csv[Dhi Qar, deaths]"; NULL if that cannot be written. */
const char *data_cell_name(struct reading *reading, const struct data *data, size_t row,
                           size_t column);

/* --- typed.c: numbers that were typed in the text ------------------------------------------------ */

struct typed {
    const struct section *section;
    const struct paragraph *paragraph;
    uint32_t start, end; /* [bytes of the paragraph's text] */
    struct decimal decimal;
};

struct typed_list {
    struct typed *items; /* in the order of the document */
    size_t count;
};

struct typed_list typed_find(struct arena *arena, const struct document *document);

/* --- retyped.c: and in the data -------------------------------------------------------------------- */

void retyped_tell(struct reading *reading, const struct document *document);

/* --- columns.c: what the columns of data hold --------------------------------------------- */

void columns_type(struct data *data);

/* Tells where numbers of a column may mean something else. */
void columns_tell_doubts(struct reading *reading, const struct data *data,
                         size_t column);

/* Tells of the cell that makes a column of numbers one of texts. */
void columns_tell_mixed(struct reading *reading, const struct data *data,
                        size_t column);

/* --- fence.c: what a fenced block that shows data is made of ------------------------------ */

struct fence {
    struct builder *builder;
    struct reading *reading;
    const struct yaml *root; /* the map that stands there */
    const struct data *data; /* of the file it names */
    struct tongue tongue; /* of its caption, or else of the text before */
    struct composer composer; /* its room is used again for each text */
};

/* Reads the map, with keys of `known` alone; false if there is none, which has been told. */
bool fence_open(struct fence *fence, struct builder *builder, const char *const known[],
                size_t count);

/* So many more cells are to be shown; false if there are too many, which has been told. */
bool fence_claim(struct fence *fence, size_t cells);

/* The data of the file named by the key `data`; false if there are none to be had. */
bool fence_data(struct fence *fence);

void fence_tell(struct fence *fence, enum diag_id id, struct position position,
                const char *a, const char *b);

/* The column that a value names; NULL, which has been told, if it names none. */
const struct data_column *fence_column(struct fence *fence, const struct yaml *value);

/* Whether the key `place` says that it stays where it is. */
bool fence_place(struct fence *fence);

/* A text that the program writes in place of what stands at byte `offset`; one of the YAML;
   that of a key, empty where it is not there; a cell as it stands, its lines parted by
   U+2028. */
struct paragraph fence_write(struct fence *fence, const char *text,
                             const struct source *source, uint32_t offset);
struct paragraph fence_value(struct fence *fence, const struct yaml *value);
struct paragraph fence_optional(struct fence *fence, const char *key);
struct paragraph fence_field(struct fence *fence, const struct field *field);
/* Where it is from: a text, or "[@key, p. 12]". The paragraph is to stay where it is. */
void fence_source(struct fence *fence, struct paragraph *source);

/* --- timeline.c, events.c: events from data ---------------------------------------------------- */

/* The block that a fenced block of YAML describes. */
void timeline_read(struct builder *builder);

enum { TIMELINE_FIGURES = 4 /* at most */ };

/* The columns of the file that an event is made of; NULL: none. */
struct event_columns {
    const struct data_column *date, *title, *by, *text, *disputed;
    const struct data_column *figures[TIMELINE_FIGURES];
    size_t figure_count;
};

struct dated_event {
    struct date date; /* of its beginning; day 0: of the month no more is known */
    size_t row; /* of the data */
    struct event event;
};

/* The event of a row; false if it has no date or title, which has been told. */
bool event_read(struct fence *fence, const struct event_columns *columns, size_t row,
                struct dated_event *event);

#endif
