/* SPDX-License-Identifier: MIT */
/* Reads the attributes in braces at the end of a caption:

       {#table:casualties total mark="Dhi Qar" here}
       {#fig:map width=60% source="un2019, p. 12; hrw2020"} */
#include "document/internal.h"

#include "base/nearest.h"

uint32_t attributes_find(const struct paragraph *paragraph, uint32_t start,
                         uint32_t end) {
    const char *text = paragraph->text.data;
    uint32_t last = end;
    bool quoted = false;
    if (end <= start || text[end - 1] != '}' ||
        !paragraph_is_literal(paragraph, end - 1))
        return end;
    for (uint32_t i = end - 1; i-- > start;) {
        if (text[i] == '{' && paragraph_is_literal(paragraph, i)) {
            if (!quoted)
                return i;
            last = i < last && last == end ? i : last;
        }
        quoted ^= text[i] == '"';
    }
    return last;
}

bool attributes_next(struct slice text, uint32_t *at, uint32_t end, struct word *word) {
    bool quoted = false;
    while (*at < end && text.data[*at] == ' ')
        ++*at;
    word->start = *at;
    for (; *at < end; ++*at) {
        if (text.data[*at] == ' ' && !quoted)
            break;
        quoted ^= text.data[*at] == '"';
    }
    word->end = *at;
    return word->end > word->start;
}

bool attributes_unquote(struct slice text, struct word *value) {
    if (value->start == value->end || text.data[value->start] != '"')
        return value->start < value->end;
    if (value->end - value->start < 3 || text.data[value->end - 1] != '"')
        return false;
    value->start++;
    value->end--;
    return true;
}

/* More are not meant to be attributes. */
enum { ATTRIBUTE_LIMIT = 16 };

struct attributes {
    struct builder *builder;
    const struct paragraph *paragraph;
    uint32_t at, end; /* what is left of them */
    const struct captioned *captioned;
    bool has_id, has_mark;
};

static const char *word_text(const struct attributes *attributes, struct word word) {
    return arena_copy(attributes->builder->markdown->reading->arena,
                      attributes->paragraph->text.data + word.start,
                      word.end - word.start);
}

static struct position word_position(const struct attributes *attributes,
                                     struct word word) {
    return markdown_position(attributes->builder->markdown, attributes->paragraph,
                             word.start, word.end);
}

static void tell(const struct attributes *attributes, enum diag_id id, struct word word,
                 const char *b) {
    diag_add(attributes->builder->markdown->reading->diag, id,
             word_position(attributes, word), word_text(attributes, word), b);
}

/* #table:casualties, #fig:map */
static void read_id(struct attributes *attributes, struct word word) {
    const char *prefix = attributes->captioned->table ? "#table:" : "#fig:";
    struct markdown *markdown = attributes->builder->markdown;
    const char *text = word_text(attributes, word);
    size_t length = strlen(prefix);
    if (attributes->has_id)
        tell(attributes, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    else if (strncmp(text, prefix, length) != 0)
        tell(attributes, DIAG_ID_PREFIX, word, prefix);
    else
        caption_claim(markdown, attributes->captioned->block, text + length,
                      word_position(attributes, word));
    attributes->has_id = true;
}

static bool set_flag(struct attributes *attributes, bool *flag, struct word word) {
    if (*flag)
        tell(attributes, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    *flag = true;
    return true;
}

static void tell_mark(struct attributes *attributes, struct word value) {
    const struct table *table = attributes->captioned->table;
    struct arena *arena = attributes->builder->markdown->scratch;
    const char **cells = arena_array(arena, const char *, table->row_count);
    size_t count = 0;
    for (size_t row = table->header_rows; row < table->row_count; row++)
        cells[count++] = table->cells[row * table->column_count].text.data;
    tell(attributes, DIAG_TABLE_MARK, value,
         nearest_word(word_text(attributes, value), cells, count));
}

static void mark_row(struct attributes *attributes, struct word value) {
    struct table *table = attributes->captioned->table;
    struct arena *arena = attributes->builder->markdown->scratch;
    struct slice text = slice_sub(attributes->paragraph->text, value.start, value.end);
    for (size_t row = 1; row < table->row_count; row++) {
        const struct paragraph *cell = &table->cells[row * table->column_count];
        if (slice_equal(paragraph_words(arena, cell), text)) {
            table->marked_row = row;
            return;
        }
    }
    tell_mark(attributes, value);
}

static bool read_mark(struct attributes *attributes, struct word word,
                      struct word value) {
    if (!attributes_unquote(attributes->paragraph->text, &value))
        return false;
    if (attributes->has_mark)
        tell(attributes, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    else if (!attributes->captioned->table->header_rows)
        tell(attributes, DIAG_TABLE_MARK_HEADER, word, NULL);
    else
        mark_row(attributes, value);
    attributes->has_mark = true;
    return true;
}

/* "60%" */
static bool read_width(struct attributes *attributes, struct word word,
                       struct word value) {
    struct figure *figure = attributes->captioned->figure;
    const char *text = attributes->paragraph->text.data;
    uint32_t percent = 0, at = value.start;
    for (; at < value.end && at < value.start + 3 && text[at] >= '0' && text[at] <= '9';
         at++)
        percent = percent * 10 + (uint32_t)(text[at] - '0');
    if (at + 1 != value.end || text[at] != '%' || percent < 1 || percent > 100)
        return false;
    if (figure->width)
        tell(attributes, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    figure->width = percent;
    return true;
}

/* source=key, source="key, p. 12; key" */
static bool read_source(struct attributes *attributes, struct word word,
                        struct word value) {
    const struct captioned *captioned = attributes->captioned;
    struct caption *caption =
        captioned->table ? &captioned->table->caption : &captioned->figure->caption;
    if (!attributes_unquote(attributes->paragraph->text, &value))
        return false;
    if (caption->source.text.length)
        tell(attributes, DIAG_CAPTION_SOURCES, word, NULL);
    else
        source_cite(attributes->builder->markdown, &caption->source,
                    caption->text.language,
                    slice_sub(attributes->paragraph->text, value.start, value.end),
                    word_position(attributes, value));
    return true;
}

/* False if what follows the name is not right. */
static bool read_named(struct attributes *attributes, struct word word, size_t length) {
    const struct captioned *captioned = attributes->captioned;
    struct slice name = {attributes->paragraph->text.data + word.start, length};
    struct word value = {word.start + (uint32_t)length + 1, word.end};
    bool has_value = length < word.end - word.start;
    if (slice_is(name, "here"))
        return !has_value && set_flag(attributes, &captioned->block->stays, word);
    if (slice_is(name, "total"))
        return !has_value && set_flag(attributes, &captioned->table->has_total, word);
    if (slice_is(name, "turn"))
        return !has_value && set_flag(attributes, &captioned->block->turns, word);
    if (slice_is(name, "width"))
        return has_value && read_width(attributes, word, value);
    if (slice_is(name, "source"))
        return has_value && read_source(attributes, word, value);
    return has_value && read_mark(attributes, word, value);
}

static void read_attribute(struct attributes *attributes, struct word word) {
    static const char *const of_tables[] = {"here", "total", "mark", "turn", "source"};
    static const char *const of_figures[] = {"here", "width", "source"};
    bool is_table = attributes->captioned->table;
    const char *const *known = is_table ? of_tables : of_figures;
    size_t count = is_table ? 5 : 3, i = 0;
    const char *text = word_text(attributes, word);
    size_t length = strcspn(text, "=");
    if (text[0] == '#') {
        read_id(attributes, word);
        return;
    }
    while (i < count && !slice_is((struct slice){text, length}, known[i]))
        i++;
    if (i == count)
        tell(attributes, DIAG_ATTRIBUTE, word, nearest_word(text, known, count));
    else if (!read_named(attributes, word, length))
        tell(attributes, DIAG_ATTRIBUTE_VALUE, word, NULL);
}

void attributes_read(struct builder *builder, const struct paragraph *paragraph,
                     uint32_t start, uint32_t end, const struct captioned *captioned) {
    struct attributes attributes = {.builder = builder,
                                    .paragraph = paragraph,
                                    .at = start + 1,
                                    .end = end - 1,
                                    .captioned = captioned};
    struct word word;
    for (size_t i = 0;
         attributes_next(paragraph->text, &attributes.at, attributes.end, &word); i++) {
        if (i == ATTRIBUTE_LIMIT) {
            tell(&attributes, DIAG_ATTRIBUTE_MANY, word, NULL);
            return;
        }
        read_attribute(&attributes, word);
    }
}
