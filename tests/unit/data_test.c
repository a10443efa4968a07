/* SPDX-License-Identifier: MIT */
/* Data: files as spreadsheets save them, and what their columns hold. */
#define _GNU_SOURCE /* mkdtemp, open_memstream */
#include "base/file.h"
#include "document/internal.h"
#include "unit/harness.h"

#include <stdlib.h>
#include <unistd.h>

static struct arena *arena;
static char folder[] = "/tmp/data-test-XXXXXX";
static struct reading reading; /* of the last file */
static const struct data *data;

static void read_bytes(struct slice bytes) {
    static unsigned count;
    const char *path = file_join(arena, folder, arena_printf(arena, "%u.csv", ++count));
    FILE *file = fopen(path, "wb");
    if (file) {
        fwrite(bytes.data, 1, bytes.length, file);
        fclose(file);
    }
    reading = (struct reading){.arena = arena, .diag = diag_new(arena)};
    data = data_read(&reading, path, diag_nowhere());
    unlink(path);
}

static void read_text(const char *text) {
    read_bytes(slice_of(text));
}

/* What was said, without the path. */
static const char *messages(void) {
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    diag_print(reading.diag, stream);
    fclose(stream);
    struct buffer said = {.arena = arena};
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        const char *rest = strstr(line, ".csv:");
        if (rest && strstr(line, folder) == line)
            buffer_printf(&said, "%s\n", rest + strlen(".csv:"));
    }
    free(text);
    buffer_add_char(&said, '\0');
    return said.data;
}

static void add_cell(struct buffer *text, size_t row, size_t column) {
    struct slice cell = data_field(data, row, column)->text;
    struct decimal decimal;
    bool number = data->columns[column].kind == DATA_NUMBER;
    if (number && data_number(data, row, column, &decimal))
        buffer_add_string(text, locale_decimal(arena, &decimal, DIGITS_EUROPEAN));
    else
        buffer_add(text, cell.data, cell.length);
}

/* "a|b / 1|2": names, then rows; numbers as locale_decimal writes them. */
static const char *contents(void) {
    struct buffer text = {.arena = arena};
    for (size_t i = 0; data && i < data->column_count; i++)
        buffer_printf(&text, "%s%s", i ? "|" : "", data->columns[i].name);
    for (size_t row = 0; data && row < data->row_count; row++)
        for (size_t i = 0; i < data->column_count; i++) {
            buffer_add_string(&text, i ? "|" : " / ");
            add_cell(&text, row, i);
        }
    buffer_add_char(&text, '\0');
    return text.data;
}

#define EXPECT_DATA(csv, expected)                                                     \
    do {                                                                               \
        read_text(csv);                                                                \
        EXPECT_STRING(contents(), expected);                                           \
        EXPECT_STRING(messages(), "");                                                 \
    } while (0)

#define EXPECT_MESSAGES(csv, expected)                                                 \
    do {                                                                               \
        read_text(csv);                                                                \
        EXPECT_STRING(messages(), expected);                                           \
    } while (0)

/* --- the form -------------------------------------------------------------------------- */

static void lines_end_as_they_do_on_any_system(void) {
    EXPECT_DATA("a,b\nx,1\ny,2\n", "a|b / x|1 / y|2");
    EXPECT_DATA("a,b\r\nx,1\r\ny,2\r\n", "a|b / x|1 / y|2");
    EXPECT_DATA("a,b\rx,1\ry,2\r", "a|b / x|1 / y|2");
    EXPECT_DATA("a,b\nx,1\ny,2", "a|b / x|1 / y|2");
    EXPECT_DATA("\xEF\xBB\xBF"
                "a,b\r\nx,1",
                "a|b / x|1");
}

static void quotes_hold_delimiters_line_ends_and_quotes(void) {
    EXPECT_DATA("a,b\n\"x,y\",1\n", "a|b / x,y|1");
    EXPECT_DATA("a,b\n\"x\r\ny\",1\n", "a|b / x\r\ny|1");
    EXPECT_DATA("a,b\n\"x \"\"y\"\"\",1\n", "a|b / x \"y\"|1");
    EXPECT_DATA("a,b\n\"\"\"x\"\"\",1\n", "a|b / \"x\"|1");
    EXPECT_DATA("\"a\nname\", \"b\" \n x , 1 \n", "a name|b / x|1");
    EXPECT_DATA("a,b\n\"\",\" 1 \"\n", "a|b / |1");
    EXPECT_DATA("a\u00A0,b\n\u00A0 x y \u00A0,\u00A0\nz,1\n", "a|b / x y| / z|1");
}

static void the_delimiter_is_seen_in_the_header(void) {
    EXPECT_DATA("a;b\nx;1\n", "a|b / x|1");
    EXPECT_DATA("a\tb\nx\t1\n", "a|b / x|1");
    EXPECT_DATA("a;b\nx;1,5\n", "a|b / x|1.5");
    EXPECT_DATA("\"a,b,c\";d\nx;1\n", "a,b,c|d / x|1");
    EXPECT_DATA("Name, first;Name, last\nx;y\n", "Name, first|Name, last / x|y");
    EXPECT_DATA("a,b; c\nx,1\n", "a|b; c / x|1");
    EXPECT_DATA("a;b,c\nx;1,5\n", "a|b,c / x|1.5");
    EXPECT_DATA("a;b\nx,y,z;1\n", "a|b / x,y,z|1");
    EXPECT_DATA("a,b;c,d\nx,1;2,y\n", "a|b;c|d / x|1;2|y");
    EXPECT_DATA("a\t\"b\nc\"\nx\t1\n", "a|b c / x|1");
    EXPECT_DATA("a\nx\ny\n", "a / x / y");
    EXPECT_DATA("a\t b\nx\t\n\ty\n", "a|b / x| / |y");
}

static void what_is_empty_is_left_out(void) {
    EXPECT_DATA("a,b,,\nx,1,,\n,,,\n\n   \n", "a|b / x|1");
    EXPECT_DATA("\n,,\na,b\n,,\nx,1\n", "a|b / x|1");
    EXPECT_DATA("a,,b\nx,,1\n", "a|b / x|1");
}

static void other_encodings_are_read_or_refused_with_advice(void) {
    read_bytes((struct slice){"\xFF\xFE"
                              "a\0\t\0\x42\x06\n\0x\0\t\0"
                              "1\0",
                              16});
    EXPECT_STRING(contents(), "a|\u0642 / x|1");
    EXPECT_STRING(messages(), "");
    EXPECT_MESSAGES("a,\xC7\xE1\xE3\xCD\xC7\xDD\xD9\xC9\n",
                    "1:3: error: the file is not UTF-8; it seems to be Arabic in "
                    "Windows-1256\n");
    EXPECT_MESSAGES("a,b\ncaf\xE9,1\n", "2:4: error: the file is not UTF-8\n");
    EXPECT_MESSAGES("PK\x03\x04", " error: this is a spreadsheet's own format, and not "
                                  "CSV\n");
    read_bytes((struct slice){"a\0,\0b\0\n\0", 8});
    EXPECT_STRING(messages(), " error: the file is UTF-16 without a byte order mark\n");
}

/* --- mistakes --------------------------------------------------------------------------- */

static void a_quote_out_of_place_is_told_there(void) {
    EXPECT_MESSAGES(
        "a,b\nx,5\" pipe\n",
        "2:4: error: row 2, column 2: a quote inside a cell without quotes\n");
    EXPECT_MESSAGES("a,b\n\"x\" y,1\n",
                    "2:5: error: row 2, column 1: text after the quote that ends the "
                    "cell\n");
    EXPECT_MESSAGES(
        "a,b\nx,1\ny,\"2\nz,3\n",
        "3:3: error: row 3, column 2: the quote that begins the cell has no "
        "end\n");
    EXPECT_MESSAGES("\"a,b\n", "1:1: error: row 1, column 1: the quote that begins the "
                               "cell has no end\n");
}

static void rows_are_counted_as_a_spreadsheet_does(void) {
    EXPECT_MESSAGES(
        "a,b\r\n\r\n\"x\r\ny\",1\r\nz,2,3\r\n",
        "5:5: error: row 4, column 3: no name of a column stands above this "
        "cell\n");
    EXPECT_MESSAGES("\na\r\n \r\nb,c\r\n", "4:3: error: row 4, column 2: no name of a "
                                           "column stands above this cell\n");
}

static void a_cell_begins_after_what_is_trimmed(void) {
    EXPECT_MESSAGES("a\n1,\" \u00A0y\"\n", "2:6: error: row 2, column 2: no name of a "
                                           "column stands above this cell\n");
    EXPECT_MESSAGES("a\n1, y \n", "2:4: error: row 2, column 2: no name of a column "
                                  "stands above this cell\n");
}

static void the_header_names_each_column_once(void) {
    EXPECT_MESSAGES("a,b,a\nx,1,2\n",
                    "1:5: error: row 1, column 3: the name stands here again; it is "
                    "already that of column 1\n");
    EXPECT_MESSAGES("a,,b\nx,7,2\n", "2:3: error: row 2, column 2: no name of a column "
                                     "stands above this cell\n");
    EXPECT_MESSAGES("", " error: the file is empty\n");
    EXPECT_MESSAGES(",,\n\n", " error: the file is empty\n");
    EXPECT_MESSAGES("a,b\n",
                    " error: there is no row below the names of the columns\n");
}

static void rows_too_long_are_errors_and_too_short_ones_warnings(void) {
    EXPECT_MESSAGES(
        "a,b\nx,1,234\ny,5,678\n",
        "2:5: error: row 2, column 3: no name of a column stands above this "
        "cell\n"
        "3:5: error: row 3, column 3: no name of a column stands above this "
        "cell\n");
    EXPECT(!data);
    EXPECT_MESSAGES(
        "a,b,c\nx,1,2\ny,1\nz\n",
        "3:1: warning: row 3 has one cell less than the row of names; what "
        "is missing is taken to be empty\n"
        "4:1: warning: row 4 has 2 cells less than the row of names; what is "
        "missing is taken to be empty\n");
    EXPECT_STRING(contents(), "a|b|c / x|1|2 / y|1| / z||");
}

static void what_a_text_may_not_hold_is_told(void) {
    EXPECT_MESSAGES("a,b\nx,1\x07\n",
                    "2:4: error: control character U+0007 <control-0007>\n");
    read_bytes((struct slice){"a,b\nx\0,1\n", 9});
    EXPECT(strstr(messages(), "2:2: error: control character U+0000"));
}

/* --- columns ---------------------------------------------------------------------------- */

static enum data_kind kind_of(const char *text) {
    read_text(text);
    return data ? data->columns[0].kind : DATA_TEXT;
}

static void a_column_of_numerals_holds_numbers(void) {
    EXPECT_INTEGER(kind_of("a\n1\n\u0662\n-3%\n"), DATA_NUMBER);
    EXPECT_INTEGER(kind_of("a,b\n1,\n,x\n\u2013,x\n"), DATA_NUMBER);
    EXPECT_INTEGER(kind_of("a\n1\nunknown\n"), DATA_TEXT);
    EXPECT_INTEGER(kind_of("a\n007\n008\n"), DATA_TEXT);
    EXPECT_INTEGER(kind_of("a,b\n-,x\n,x\n"), DATA_TEXT);
    EXPECT_INTEGER(kind_of("a\n2019-10-01\n"), DATA_TEXT);
}

static void a_column_of_years_counts_nothing(void) {
    EXPECT_INTEGER(kind_of("a\n2019\n2020\n"), DATA_YEAR);
    EXPECT_INTEGER(kind_of("a\n\u0662\u0660\u0661\u0669\n"), DATA_YEAR);
    EXPECT_INTEGER(kind_of("a\n2019\n1899\n"), DATA_NUMBER);
    EXPECT_INTEGER(kind_of("a\n2019\n2101\n"), DATA_NUMBER);
    EXPECT_INTEGER(kind_of("a\n\"2,019\"\n"), DATA_NUMBER);
    EXPECT_INTEGER(kind_of("a\n2019+\n"), DATA_NUMBER);
}

static void the_column_tells_what_an_unclear_sign_means(void) {
    EXPECT_DATA("a;b\n1,234;\n5,6;\n", "a|b / 1.234| / 5.6|");
    EXPECT_DATA("a;b\n1,234;\n1,234,567;\n", "a|b / 1,234| / 1,234,567|");
    EXPECT_DATA("a;b\n1,234;\n5.6;\n", "a|b / 1,234| / 5.6|");
    EXPECT_DATA("a;b\n1,234;\n1 234 567;\n", "a|b / 1.234| / 1,234,567|");
    EXPECT_DATA("a;b\n1,234;\n1 234,5;\n", "a|b / 1.234| / 1,234.5|");
    EXPECT_DATA("a;b\n1.234;\n5,6;\n", "a|b / 1,234| / 5.6|");
    EXPECT_DATA("a;b\n1,234;\n\u0665\u066B\u0666;\n", "a|b / 1,234| / 5.6|");
}

static void the_other_columns_tell_where_the_own_does_not(void) {
    EXPECT_DATA("a;b\n1,234;5.6\n", "a|b / 1,234|5.6");
    EXPECT_DATA("a;b\n1.234;5.6\n", "a|b / 1.234|5.6");
    EXPECT_DATA("a;b\n1.234;5,6\n", "a|b / 1,234|5.6");
    EXPECT_DATA("a,b\n\"1,234\",\"5,6\"\n", "a|b / 1.234|5.6");
}

/* What is told of the first column, if it is used. */
static const char *doubts(const char *text) {
    read_text(text);
    if (data)
        columns_tell_doubts(&reading, data, 0);
    return messages();
}

static void a_guess_is_told_and_the_delimiter_leans_it(void) {
    EXPECT_STRING(doubts("a,b\n\"1,234\",\n"), "");
    EXPECT_STRING(contents(), "a|b / 1,234|");
    EXPECT_STRING(
        doubts("a,b\n1.234,\n"),
        "2:1: warning: row 2, column a: this number may be in thousands or have "
        "three decimals; it is taken for 1.234\n");
    EXPECT_STRING(
        doubts("a;b\n1.234;\n"),
        "2:1: warning: row 2, column a: this number may be in thousands or have "
        "three decimals; it is taken for 1,234\n");
    EXPECT_STRING(
        doubts("a;b\n1,234;\n"),
        "2:1: warning: row 2, column a: this number may be in thousands or have "
        "three decimals; it is taken for 1.234\n");
    EXPECT_STRING(
        doubts("a\tb\n1,234\t\n"),
        "2:1: warning: row 2, column a: this number may be in thousands or have "
        "three decimals; it is taken for 1,234\n");
    EXPECT_STRING(
        doubts("a;b;c\n1,234;1,5;1,234,567\n"),
        "2:1: warning: row 2, column a: this number may be in thousands or have "
        "three decimals; it is taken for 1.234\n");
}

static void a_sign_that_does_both_is_an_error(void) {
    EXPECT_STRING(doubts("a;b\n1,5;\n1,234,567;\n"),
                  "3:1: error: row 3, column a: the sign in the number parts thousands "
                  "here, and begins the decimals in row 2\n");
    EXPECT_STRING(doubts("a;b\n1,5;\n1.5;\n"), "");
}

static void what_a_spreadsheet_could_not_show_is_told(void) {
    static const char *const failures[] = {"####", "#REF!", "#N/A", "Err:502",
                                           "??? ??"};
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        read_text(arena_printf(arena, "a\n%s\n", failures[i]));
        data_check(&reading, data, 0, 0);
        EXPECT_STRING(
            messages(),
            arena_printf(arena,
                         "2:1: error: row 2, column a: the spreadsheet has put "
                         "%s where a value should be\n",
                         failures[i]));
    }
    read_text("a\n1.2E+05\n#1\n?\nE+05\nErr:\n1.2E+0x\n2E+5.\n");
    for (size_t row = 0; data && row < data->row_count; row++)
        data_check(&reading, data, row, 0);
    EXPECT_STRING(messages(),
                  "2:1: error: row 2, column a: the spreadsheet has shortened "
                  "a number to 1.2E+05\n");
}

static void a_text_among_numbers_is_told(void) {
    read_text("a,b,c\n1,2,x\n2,n/a,y\nn/a,n/a,3\n");
    for (size_t i = 0; data && i < data->column_count; i++)
        columns_tell_mixed(&reading, data, i);
    EXPECT_STRING(messages(), "4:1: warning: row 4, column a: n/a is no number, so the "
                              "column is taken for text\n");
}

/* --- limits ------------------------------------------------------------------------------ */

static struct slice repeat(const char *before, const char *text, size_t times) {
    struct buffer buffer = {.arena = arena};
    buffer_add_string(&buffer, before);
    for (size_t i = 0; i < times; i++)
        buffer_add_string(&buffer, text);
    return buffer_slice(&buffer);
}

static void columns_rows_and_cells_are_limited(void) {
    read_bytes(repeat("", ",", 200000));
    EXPECT_STRING(messages(), " error: the file is empty\n");
    read_bytes(repeat("a\nx", ",", 200000));
    EXPECT_STRING(contents(), "a / x");
    struct buffer names = {.arena = arena};
    for (size_t i = 1; i <= 200; i++)
        buffer_printf(&names, "a%zu,", i);
    buffer_add_string(&names, "\nx");
    read_bytes(buffer_slice(&names));
    EXPECT(data && data->column_count == 200);
    struct buffer most = names;
    for (size_t i = 1; i < 5000; i++)
        buffer_add_string(&most, "\nx");
    read_bytes(buffer_slice(&most));
    EXPECT(data && data->row_count == 5000);
    buffer_add_string(&most, "\nx");
    read_bytes(buffer_slice(&most));
    EXPECT(!data);
    read_bytes(repeat("a", ",b", 200000));
    EXPECT_STRING(messages(), "1:401: error: there are more than 200 columns\n");
    read_bytes(repeat("a\n", "1\n", 100000));
    EXPECT(data && data->row_count == 100000);
    read_bytes(repeat("a\n", "1\n", 100001));
    EXPECT_STRING(messages(), "100002:1: error: there are more than 100,000 rows, or "
                              "1,000,000 cells\n");
}

static void hurtful_files_end_soon(void) {
    read_bytes(repeat("a,b\n\"", "x", 1000000));
    EXPECT_STRING(messages(), "2:1: error: row 2, column 1: the quote that begins the "
                              "cell has no end\n");
    read_bytes(repeat("a,b\n1,\"x", "\"\"\n,", 300000));
    EXPECT(!data);
    read_bytes(repeat("a\n\"", "\"\"", 500000));
    EXPECT(!data);
    read_bytes(repeat("\"", "\n,;\t", 300000));
    EXPECT(!data);
    struct slice bytes = repeat("a\n\"", "x,\n", 300000);
    read_bytes(repeat(bytes.data, "\"", 1));
    EXPECT(data && data->row_count == 1);
}

/* Anything that is put together from what CSV is made of is read or refused. */
static void noise_is_read_or_refused(void) {
    static const char *const pieces[] = {
        ",", ";",      "\t",   "\"",    "\n",     "\r",    "\r\n",
        " ", "a",      "1",    ".",     "\u0661", "%",     "\u066B",
        "-", "\u00A0", "\"\"", "b,c\n", "\xFF",   "\u2265"};
    uint32_t seed = 1;
    for (size_t run = 0; run < 3000; run++) {
        struct buffer noise = {.arena = arena};
        for (size_t i = 0; i < 60; i++) {
            seed = seed * 1664525u + 1013904223u;
            size_t kinds = sizeof pieces / sizeof *pieces;
            size_t piece = (seed >> 16) % (run % 4 ? kinds - 2 : kinds);
            buffer_add_string(&noise, pieces[piece]);
        }
        read_bytes(buffer_slice(&noise));
        for (size_t i = 0; data && i < data->column_count; i++)
            columns_tell_doubts(&reading, data, i);
        EXPECT((data != NULL) == (diag_count(reading.diag, DIAG_ERROR) == 0) ||
               strstr(messages(), "begins the decimals"));
        contents();
    }
}

static void a_file_is_read_once(void) {
    const char *path = file_join(arena, folder, "once.csv");
    FILE *file = fopen(path, "wb");
    fputs("a,a\n1,2\n", file);
    fclose(file);
    reading = (struct reading){.arena = arena, .diag = diag_new(arena)};
    EXPECT(!data_read(&reading, path, diag_nowhere()));
    unlink(path);
    EXPECT(!data_read(&reading, path, diag_nowhere()));
    EXPECT_INTEGER(diag_count(reading.diag, DIAG_ERROR), 1);
    EXPECT_INTEGER(diag_count(reading.diag, DIAG_WORLD), 0);
}

int main(void) {
    arena = arena_create();
    if (!mkdtemp(folder))
        return 1;
    RUN(lines_end_as_they_do_on_any_system);
    RUN(quotes_hold_delimiters_line_ends_and_quotes);
    RUN(the_delimiter_is_seen_in_the_header);
    RUN(what_is_empty_is_left_out);
    RUN(other_encodings_are_read_or_refused_with_advice);
    RUN(a_quote_out_of_place_is_told_there);
    RUN(rows_are_counted_as_a_spreadsheet_does);
    RUN(a_cell_begins_after_what_is_trimmed);
    RUN(the_header_names_each_column_once);
    RUN(rows_too_long_are_errors_and_too_short_ones_warnings);
    RUN(what_a_text_may_not_hold_is_told);
    RUN(a_column_of_numerals_holds_numbers);
    RUN(a_column_of_years_counts_nothing);
    RUN(the_column_tells_what_an_unclear_sign_means);
    RUN(the_other_columns_tell_where_the_own_does_not);
    RUN(a_guess_is_told_and_the_delimiter_leans_it);
    RUN(a_sign_that_does_both_is_an_error);
    RUN(what_a_spreadsheet_could_not_show_is_told);
    RUN(a_text_among_numbers_is_told);
    RUN(columns_rows_and_cells_are_limited);
    RUN(hurtful_files_end_soon);
    RUN(noise_is_read_or_refused);
    RUN(a_file_is_read_once);
    rmdir(folder);
    arena_destroy(arena);
    return harness_status();
}
