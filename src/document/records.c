/* SPDX-License-Identifier: MIT */
/* Makes records of fields from CSV (RFC 4180, libcsv) as spreadsheets write it.

   libcsv does not say where a field stands, so it is given the text in pieces that end
   where a field may end: whatever it hands over while it has a piece ended with that
   piece, and began after the field before. */
#include "document/internal.h"

#include <csv.h>

struct records {
    struct reading *reading;
    struct locator *locator;
    struct slice text;
    char delimiter;
    struct csv_parser parser;
    size_t at; /* what libcsv has had [bytes] */
    uint32_t row; /* that begins at `at`, from 1 */
    struct record *record; /* that is being read */
    size_t field_count; /* of its fields so far */
    size_t field_at; /* where the next field may begin */
    bool record_ended;
    bool broke;
};

static bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

static size_t after_line_end(struct slice text, size_t i) {
    bool pair = text.data[i] == '\r' && i + 1 < text.length && text.data[i + 1] == '\n';
    return i + (pair ? 2 : 1);
}

/* --- what parts the fields ------------------------------------------------------------ */

enum { DELIMITERS = 3, SAMPLED_RECORDS = 50 };

/* The rarest in names and texts first: it wins where nothing else tells. */
static const char delimiters[DELIMITERS] = {'\t', ';', ','};

/* How often each stands in a record outside quotes. */
struct tally {
    size_t counts[DELIMITERS];
};

/* False if there is no further record. */
static bool tally_record(struct slice text, size_t *at, struct tally *tally) {
    bool quoted = false;
    *tally = (struct tally){{0}};
    while (*at < text.length && is_line_end(text.data[*at]))
        ++*at;
    if (*at == text.length)
        return false;
    for (; *at < text.length; ++*at) {
        char c = text.data[*at];
        if (!quoted && is_line_end(c))
            break;
        quoted ^= c == '"';
        for (size_t i = 0; i < DELIMITERS; i++)
            tally->counts[i] += !quoted && c == delimiters[i];
    }
    return true;
}

/* That of the signs in the header which comes as often in most of the records after it;
   then the one that comes most often. */
static char find_delimiter(struct slice text) {
    struct tally header, tally;
    size_t at = 0, agreeing[DELIMITERS] = {0}, best = DELIMITERS - 1;
    if (!tally_record(text, &at, &header))
        return delimiters[best];
    for (size_t n = 0; n < SAMPLED_RECORDS && tally_record(text, &at, &tally); n++)
        for (size_t i = 0; i < DELIMITERS; i++)
            agreeing[i] += header.counts[i] && tally.counts[i] == header.counts[i];
    for (size_t i = DELIMITERS - 1; i-- > 0;)
        if (header.counts[i] &&
            (agreeing[i] > agreeing[best] || (agreeing[i] == agreeing[best] &&
                                              header.counts[i] >= header.counts[best])))
            best = i;
    return delimiters[best];
}

/* --- fields ---------------------------------------------------------------------------- */

/* White space that libcsv takes off the ends of a field without quotes. */
static bool is_blank(const struct records *records, char c) {
    return (c == ' ' || c == '\t') && c != records->delimiter;
}

static size_t field_start(const struct records *records) {
    size_t i = records->field_at;
    while (i < records->text.length && is_blank(records, records->text.data[i]))
        i++;
    return i;
}

/* How many bytes of white space begin at `bytes`, of which there are `room`. No-break
   spaces come from web pages, and nobody sees them. */
static size_t white_length(const char *bytes, size_t room) {
    if (room >= 2 && !memcmp(bytes, "\u00A0", 2))
        return 2;
    return room && strchr(" \t\r\n", *bytes) ? 1 : 0;
}

/* Without white space at the ends; *start moves on with the text. */
static struct slice trim(struct slice text, size_t *start) {
    for (size_t n; (n = white_length(text.data, text.length)) > 0; *start += n)
        text = slice_sub(text, n, text.length);
    for (;;) {
        const char *end = text.data + text.length;
        if (text.length >= 2 && white_length(end - 2, 2) == 2)
            text.length -= 2;
        else if (text.length && white_length(end - 1, 1))
            text.length--;
        else
            return text;
    }
}

/* libcsv's own copy is gone with the next field. */
static struct slice keep(const struct records *records, struct slice text,
                         size_t start) {
    struct slice source = records->text;
    if (start + text.length <= source.length &&
        slice_equal(slice_sub(source, start, start + text.length), text))
        return slice_sub(source, start, start + text.length);
    return (struct slice){arena_copy(records->reading->arena, text.data, text.length),
                          text.length};
}

static void add_field(void *bytes, size_t length, void *context) {
    struct records *records = context;
    struct record *record = records->record;
    size_t start = field_start(records), index = records->field_count++;
    if (start < records->text.length && records->text.data[start] == '"')
        start++;
    struct slice text = trim((struct slice){bytes, length}, &start);
    records->field_at = records->at;
    if (index < DATA_COLUMNS)
        record->fields[index] =
            (struct field){keep(records, text, start), (uint32_t)start};
    if (text.length && index >= DATA_COLUMNS && !record->has_surplus) {
        record->has_surplus = true;
        record->surplus = (uint32_t)start;
    }
    if (text.length && index < DATA_COLUMNS)
        record->count = index + 1;
}

static void end_record(int line_end, void *context) {
    struct records *records = context;
    (void)line_end;
    records->record_ended = true;
    records->record->written = records->field_count;
}

/* --- complaints ------------------------------------------------------------------------ */

static bool refuse(struct records *records, enum diag_id id, size_t offset) {
    struct arena *arena = records->reading->arena;
    records->broke = true;
    diag_add(records->reading->diag, id,
             locator_position(records->locator, offset, offset + 1),
             arena_printf(arena, "%u", (unsigned)records->row),
             arena_printf(arena, "%zu", records->field_count + 1));
    return false;
}

static bool refuse_memory(struct records *records) {
    records->broke = true;
    diag_add(records->reading->diag, DIAG_FILE_UNREADABLE,
             locator_whole(records->locator), records->locator->source.path,
             "memory is exhausted");
    return false;
}

/* --- records --------------------------------------------------------------------------- */

static bool feed(struct records *records) {
    size_t start = records->at, end = start;
    struct slice text = records->text;
    while (end < text.length && text.data[end] != records->delimiter &&
           !is_line_end(text.data[end]))
        end++;
    if (end < text.length)
        end++;
    records->at = end;
    size_t taken = csv_parse(&records->parser, text.data + start, end - start,
                             add_field, end_record, records);
    if (taken == end - start)
        return true;
    if (csv_error(&records->parser) != CSV_EPARSE)
        return refuse_memory(records);
    return refuse(records,
                  records->parser.quoted ? DIAG_DATA_QUOTE_AFTER
                                         : DIAG_DATA_QUOTE_INSIDE,
                  start + taken);
}

/* The end of the text ends the last record. */
static bool finish(struct records *records) {
    records->record_ended = true;
    if (!csv_fini(&records->parser, add_field, end_record, records))
        return true;
    if (csv_error(&records->parser) != CSV_EPARSE)
        return refuse_memory(records);
    return refuse(records, DIAG_DATA_QUOTE_OPEN, field_start(records));
}

/* False if nothing but empty lines is left. */
static bool skip_empty_lines(struct records *records) {
    struct slice text = records->text;
    for (size_t i = records->at; i < text.length; records->row++) {
        while (i < text.length && is_blank(records, text.data[i]))
            i++;
        if (i < text.length && !is_line_end(text.data[i]))
            return true;
        if (i < text.length)
            i = after_line_end(text, i);
        records->at = i;
    }
    return false;
}

static bool read_record(struct records *records) {
    records->record_ended = false;
    records->field_count = 0;
    records->field_at = records->at;
    while (!records->record_ended) {
        bool more = records->at < records->text.length;
        if (!(more ? feed(records) : finish(records)))
            return false;
    }
    if (records->text.data[records->at - 1] == '\r')
        records->at = after_line_end(records->text, records->at - 1);
    return true;
}

bool records_next(struct records *records, struct record *record) {
    records->record = record;
    while (!records->broke && skip_empty_lines(records)) {
        *record = (struct record){.row = records->row, .source = (uint32_t)records->at};
        if (!read_record(records))
            return false;
        records->row++;
        if (record->count || record->has_surplus)
            return true;
    }
    return false;
}

struct records *records_open(struct reading *reading, struct locator *locator) {
    struct records *records = arena_new(reading->arena, struct records);
    *records = (struct records){.reading = reading,
                                .locator = locator,
                                .text = locator->source.text,
                                .delimiter = find_delimiter(locator->source.text),
                                .row = 1};
    csv_init(&records->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_delim(&records->parser, (unsigned char)records->delimiter);
    csv_set_blk_size(&records->parser, 64 * 1024);
    return records;
}

void records_close(struct records *records) {
    csv_free(&records->parser);
}

char records_delimiter(const struct records *records) {
    return records->delimiter;
}

bool records_broke(const struct records *records) {
    return records->broke;
}
