/* SPDX-License-Identifier: MIT */
/* Reads values in braces and writes them as the language of their paragraph has them:

       {number: 12500} {percent: 12.5} {year: 2019} {range: 25-28} {amount: 12500 IQD}
       {date: 2019-10-25} {date: 2019-10-25 full} {date: 2019-10-25 hijri} {date: 2019-10}
       {date: 2019-11-21/2019-11-24} {count: 15 killed} {withheld: Ali Hassan}

   A number may be said to stand in data: {number: data/casualties.csv[Dhi Qar, deaths]}. Then
   "@" before the brace that closes cites the sources of its row.

   The language may not be known before the paragraph has been read. Until then U+FFFC
   stands in the text, under a link whose target is what was written. */
#include "document/internal.h"

#include "base/nearest.h"

enum { LENGTH_LIMIT = 1000 /* [bytes] */ };

static const char placeholder[] = "\uFFFC";

/* --- reading ----------------------------------------------------------------------- */

static size_t name_end(struct slice text) {
    size_t i = 1;
    while (i < text.length && ((text.data[i] >= 'a' && text.data[i] <= 'z') ||
                               (text.data[i] >= 'A' && text.data[i] <= 'Z')))
        i++;
    return i;
}

bool brace_begins(struct slice text) {
    if (!text.length || text.data[0] != '{')
        return false;
    size_t end = name_end(text);
    return end > 1 && end + 1 < text.length && text.data[end] == ':' &&
           text.data[end + 1] != '/';
}

size_t brace_read(struct reader *reader, struct slice literal) {
    struct composer *composer = &reader->composer;
    size_t room = literal.length < LENGTH_LIMIT ? literal.length : LENGTH_LIMIT;
    const char *close = memchr(literal.data, '}', room);
    if (!close) {
        follow_tell(reader, DIAG_VALUE_OPEN, name_end(literal) + 1, NULL);
        return 0;
    }
    size_t length = (size_t)(close - literal.data) + 1;
    bool cites = close[-1] == '@';
    if (cites && follow_holder(reader))
        follow_tell(reader, DIAG_REFERENCE_HOLDER, length, follow_holder(reader));
    if (composer->depth == INLINE_DEPTH_LIMIT || (cites && follow_holder(reader)))
        return 0;
    compose_open(composer, SPAN_LINK, follow_source(reader));
    compose_bytes(composer, placeholder, strlen(placeholder), follow_source(reader));
    follow_skip(reader, length);
    struct span *span = compose_close(composer, follow_source(reader));
    span->target = arena_copy(reader->markdown->reading->arena, literal.data, length);
    if (cites)
        citation_await(reader);
    return length;
}

/* --- writing ------------------------------------------------------------------------ */

/* A value that is being written. */
struct value {
    struct reading *reading;
    const struct language *language;
    const struct span *span;
    const char *text; /* after the colon, without spaces at both ends */
    struct buffer *keys; /* of the sources that are to be cited; NULL: none are */
};

static const char *refuse(const struct value *value, enum diag_id id, const char *a,
                          const char *b) {
    diag_add(value->reading->diag, id, value->span->position, a, b);
    return NULL;
}

/* One sign with three digits after it parts thousands if it is a comma. */
static bool read_number(struct slice text, struct decimal *decimal) {
    struct numeral numeral;
    if (!numeral_read(text, &numeral))
        return false;
    *decimal = numeral.decimal;
    if (numeral.unclear == MARK_POINT)
        decimal->decimals = 3;
    return true;
}

static const char *write_decimal(const struct value *value,
                                 const struct decimal *decimal) {
    return locale_decimal(value->reading->arena, decimal, value->language->digits);
}

static const char *write_number(const struct value *value) {
    struct decimal decimal;
    if (!read_number(slice_of(value->text), &decimal))
        return refuse(value, DIAG_VALUE_NUMBER, value->text, NULL);
    return write_decimal(value, &decimal);
}

static const char *write_percent(const struct value *value) {
    struct decimal decimal;
    if (!read_number(slice_of(value->text), &decimal))
        return refuse(value, DIAG_VALUE_NUMBER, value->text, NULL);
    decimal.percent = true;
    return write_decimal(value, &decimal);
}

static const char *write_year(const struct value *value) {
    uint32_t year;
    if (strlen(value->text) > 4 || !yaml_whole(value->text, &year))
        return refuse(value, DIAG_VALUE_YEAR, value->text, NULL);
    return locale_number(value->reading->arena, year, value->language->digits);
}

/* --- ranges --------------------------------------------------------------------------- */

static struct slice trim(const char *start, const char *end) {
    while (start < end && *start == ' ')
        start++;
    while (end > start && end[-1] == ' ')
        end--;
    return (struct slice){start, (size_t)(end - start)};
}

/* The first dash with a number on both sides. */
static bool read_range(const char *text, struct decimal *first, struct decimal *last) {
    static const char *const dashes[] = {"-", "\u2013"};
    const char *end = text + strlen(text);
    for (const char *at = text + 1; *text && at < end; at++)
        for (size_t i = 0; i < 2; i++) {
            size_t length = strlen(dashes[i]);
            if (!strncmp(at, dashes[i], length) && read_number(trim(text, at), first) &&
                read_number(trim(at + length, end), last))
                return true;
        }
    return false;
}

static bool is_year(const struct decimal *decimal) {
    const char *digits = decimal->digits;
    return strlen(digits) == 4 && !decimal->decimals && !decimal->sign &&
           !decimal->percent && strcmp(digits, "1900") >= 0 &&
           strcmp(digits, "2100") <= 0;
}

static const char *write_bound(const struct value *value, const struct decimal *bound,
                               bool years) {
    uint32_t year;
    if (years && yaml_whole(bound->digits, &year))
        return locale_number(value->reading->arena, year, value->language->digits);
    return write_decimal(value, bound);
}

/* In Arabic letters the percent sign stands at both numbers (ALReq 3.6). */
static const char *write_range(const struct value *value) {
    struct decimal first, last;
    if (!read_range(value->text, &first, &last))
        return refuse(value, DIAG_VALUE_RANGE, value->text, NULL);
    if (last.percent && locale_is_arabic(value->language->tag))
        first.percent = true;
    bool years = is_year(&first) && is_year(&last);
    return locale_range(value->reading->arena, write_bound(value, &first, years),
                        write_bound(value, &last, years));
}

/* --- amounts -------------------------------------------------------------------------- */

static const char *write_amount(const struct value *value) {
    struct arena *arena = value->reading->arena;
    const char *space = strrchr(value->text, ' ');
    struct decimal decimal;
    if (!space || !read_number(trim(value->text, space), &decimal) || decimal.percent)
        return refuse(value, DIAG_VALUE_AMOUNT, value->text, NULL);
    if (!locale_is_currency(space + 1))
        return refuse(value, DIAG_VALUE_CURRENCY, space + 1, NULL);
    return locale_amount(arena, value->reading->formats, &decimal, space + 1,
                         value->language->tag, value->language->digits);
}

/* {count: 15 killed}: the number, and the name that report.yaml has for the noun. */
static const char *write_count(const struct value *value) {
    size_t length = strcspn(value->text, " ");
    const char *name = value->text + length + strspn(value->text + length, " ");
    struct decimal decimal;
    if (!*name || !read_number((struct slice){value->text, length}, &decimal))
        return refuse(value, DIAG_VALUE_COUNT, value->text, NULL);
    return noun_count(value->reading, value->language, &decimal, name,
                      value->span->position);
}

/* --- dates ---------------------------------------------------------------------------- */

/* CLDR falls back to English for names that it lacks. */
static bool has_latin(const char *text) {
    for (; *text; text++)
        if ((*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z'))
            return true;
    return false;
}

static const char *write_hijri(const struct value *value, struct date date,
                               const struct date_form *form) {
    struct reading *reading = value->reading;
    const char *tag = form->language;
    const char *hijri = locale_hijri(reading->arena, reading->formats, date, form);
    if (has_latin(hijri) && locale_direction(tag) == DIRECTION_RTL)
        return refuse(value, DIAG_VALUE_HIJRI_LANGUAGE, tag, NULL);
    return arena_printf(reading->arena, "%s (%s)",
                        locale_date(reading->arena, reading->formats, date, form),
                        hijri);
}

static struct date_form find_form(const struct value *value) {
    return (struct date_form){.language = value->language->dates,
                              .digits = value->language->digits,
                              .months = value->language->months};
}

static const char *write_dates(const struct value *value) {
    struct date_form form = find_form(value);
    struct date first, last;
    if (!dates_read(value->reading, value->text, value->span->position, &first, &last))
        return NULL;
    return locale_dates(value->reading->arena, value->reading->formats, first, last,
                        &form);
}

static const char *write_date(const struct value *value) {
    static const char *const forms[] = {"full", "hijri"};
    struct arena *arena = value->reading->arena;
    struct date_form form = find_form(value);
    size_t length = strcspn(value->text, " ");
    const char *slash = strchr(value->text, '/');
    const char *text = arena_copy(arena, value->text, length);
    const char *word = value->text + length + strspn(value->text + length, " ");
    bool hijri = !strcmp(word, forms[1]);
    struct date date;
    if (slash && slash[1] != '\0' && slash - value->text >= 7)
        return write_dates(value);
    if (!date_read(text, &date))
        return refuse(value, DIAG_VALUE_DATE, text, NULL);
    form.weekday = !strcmp(word, forms[0]);
    if (*word && !form.weekday && !hijri)
        return refuse(value, DIAG_VALUE_DATE_FORM, word, nearest_word(word, forms, 2));
    if (*word && !date.day)
        return refuse(value, DIAG_VALUE_MONTH_FORM, word, NULL);
    if (hijri && !locale_has_hijri(date))
        return refuse(value, DIAG_VALUE_HIJRI, text, NULL);
    return hijri ? write_hijri(value, date, &form)
                 : locale_date(arena, value->reading->formats, date, &form);
}

/* What stands there is kept only to be looked for in what is written. */
static const char *write_withheld(const struct value *value) {
    withheld_add(value->reading, value->text, value->span->position);
    return withheld_word(value->reading->arena, value->language->tag);
}

/* One that stands before a list has been taken out by now. */
static const char *write_counter(const struct value *value) {
    return refuse(value, DIAG_COUNTER_ALONE, NULL, NULL);
}

/* --- all of them ---------------------------------------------------------------------- */

static const char withheld[] = "withheld";

struct value_kind {
    const char *name;
    const char *(*write)(const struct value *value); /* NULL: told what is wrong */
    bool numbers; /* it is made of these, which may stand in data */
};

static const struct value_kind kinds[] = {
    {"number", write_number, true},    {"percent", write_percent, true},
    {"year", write_year, true},        {"range", write_range, true},
    {"amount", write_amount, true},    {"count", write_count, true},
    {"date", write_date, false},       {"counter", write_counter, false},
    {withheld, write_withheld, false},
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static bool is_value(const struct span *span) {
    return span->kind == SPAN_LINK && span->target && span->target[0] == '{';
}

static const char *write_value(struct value *value) {
    struct arena *arena = value->reading->arena;
    const char *target = value->span->target, *colon = strchr(target, ':');
    const char *name = arena_copy(arena, target + 1, (size_t)(colon - target) - 1);
    const char *end = target + strlen(target) - 1;
    struct slice text = trim(colon + 1, value->keys ? end - 1 : end);
    const char *names[KIND_COUNT];
    value->text = arena_copy(arena, text.data, text.length);
    if (!text.length)
        return refuse(value, DIAG_YAML_EMPTY, name, NULL);
    for (size_t i = 0; i < KIND_COUNT; i++) {
        names[i] = kinds[i].name;
        if (strcmp(name, names[i]) != 0)
            continue;
        if (kinds[i].numbers)
            value->text = lookup_write(value->reading, value->span, text, value->keys);
        if (value->text && value->keys && !value->keys->length)
            return refuse(value, DIAG_VALUE_CITED, NULL, NULL);
        return value->text ? kinds[i].write(value) : NULL;
    }
    return refuse(value, DIAG_VALUE, name, nearest_word(name, names, KIND_COUNT));
}

/* What is wrong stands there as it was written. */
void braces_write(struct markdown *markdown, struct paragraph *paragraph) {
    struct arena *arena = markdown->reading->arena;
    size_t count = paragraph->span_count, span_count = 0, edit_count = 0, first = 0;
    while (first < count && !is_value(&paragraph->spans[first]))
        first++;
    if (first == count)
        return;
    struct span *spans = arena_array(arena, struct span, count);
    struct edit *edits = arena_array(arena, struct edit, count);
    struct language language = conventions_find(markdown->reading, paragraph->language);
    for (size_t i = 0; i < count; i++) {
        const struct span *span = &paragraph->spans[i];
        bool cites = i + 1 < count && citation_is_awaited(span + 1);
        struct buffer keys = {.arena = arena};
        struct value value = {markdown->reading, &language, span, NULL,
                              cites ? &keys : NULL};
        if (!is_value(span)) {
            spans[span_count++] = *span;
            continue;
        }
        const char *words = write_value(&value);
        if (cites && words)
            spans[span_count++] = citation_of(arena, span[1], buffer_slice(&keys));
        i += cites;
        paragraph->withheld += !strncmp(span->target + 1, withheld, strlen(withheld));
        edits[edit_count++] = (struct edit){.start = span->start,
                                            .end = span->end,
                                            .words = words ? words : span->target};
    }
    paragraph_rewrite(arena, paragraph, spans, span_count, edits, edit_count);
}
