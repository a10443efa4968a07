/* SPDX-License-Identifier: MIT */
/* Reads the caption of a table or a picture: a paragraph directly after it,

       : Casualties by governorate {#table:casualties total mark="Dhi Qar"}\
         Source: IHCHR.

   whose words, attributes and, after a hard break, source are parted here. */
#include "document/internal.h"

#include "base/nearest.h"

static const char line_break[] = "\xE2\x80\xA8"; /* U+2028 */

struct attributes {
    struct builder *builder;
    const struct paragraph *paragraph;
    uint32_t at, end; /* what is left of them */
    struct block *block;
    struct table *table;
    bool has_id;
};

/* A stretch of the paragraph's text. */
struct word {
    uint32_t start, end;
};

static const char *word_text(const struct attributes *attributes, struct word word) {
    return arena_copy(attributes->builder->markdown->reading->arena,
                      attributes->paragraph->text.data + word.start,
                      word.end - word.start);
}

static void tell(const struct attributes *attributes, enum diag_id id, struct word word,
                 const char *b) {
    diag_add(attributes->builder->markdown->reading->diag, id,
             paragraph_position(attributes->paragraph, word.start, word.end),
             word_text(attributes, word), b);
}

/* --- attributes -------------------------------------------------------------------- */

/* #table:casualties */
static void read_id(struct attributes *attributes, struct word word) {
    static const char prefix[] = "#table:";
    struct markdown *markdown = attributes->builder->markdown;
    const char *text = word_text(attributes, word);
    size_t length = strlen(prefix);
    if (attributes->has_id)
        tell(attributes, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    else if (strncmp(text, prefix, length) != 0)
        tell(attributes, DIAG_ID_PREFIX, word, prefix);
    else if (!locale_is_id(slice_of(text + length)))
        tell(attributes, DIAG_ID_LETTERS, word, NULL);
    else
        attributes->block->id =
            ids_claim(markdown->reading, markdown->ids, text + 1,
                      paragraph_position(attributes->paragraph, word.start, word.end));
    attributes->has_id = true;
}

static bool set_flag(struct attributes *attributes, bool *flag, struct word word) {
    if (*flag)
        tell(attributes, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    *flag = true;
    return true;
}

static void tell_mark(struct attributes *attributes, struct word value) {
    const struct table *table = attributes->table;
    struct arena *arena = attributes->builder->markdown->scratch;
    const char **cells = arena_array(arena, const char *, table->row_count);
    size_t count = 0;
    for (size_t row = table->header_rows; row < table->row_count; row++)
        cells[count++] = table->cells[row * table->column_count].text.data;
    tell(attributes, DIAG_TABLE_MARK, value,
         nearest_word(word_text(attributes, value), cells, count));
}

static void mark_row(struct attributes *attributes, struct word value) {
    struct table *table = attributes->table;
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

/* What stands in quotes, or a word without them. */
static bool unquote(const struct attributes *attributes, struct word *value) {
    const char *text = attributes->paragraph->text.data;
    if (value->start == value->end || text[value->start] != '"')
        return value->start < value->end;
    if (value->end - value->start < 3 || text[value->end - 1] != '"')
        return false;
    value->start++;
    value->end--;
    return true;
}

static bool read_mark(struct attributes *attributes, struct word word,
                      struct word value) {
    if (!unquote(attributes, &value))
        return false;
    if (attributes->table->marked_row)
        tell(attributes, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    else if (!attributes->table->header_rows)
        tell(attributes, DIAG_TABLE_MARK_HEADER, word, NULL);
    else
        mark_row(attributes, value);
    return true;
}

/* False if what follows the name is not right. */
static bool read_named(struct attributes *attributes, struct word word, size_t length) {
    const char *text = attributes->paragraph->text.data + word.start;
    struct slice name = {text, length};
    struct word value = {word.start + (uint32_t)length + 1, word.end};
    bool has_value = length < word.end - word.start;
    if (slice_is(name, "here"))
        return !has_value && set_flag(attributes, &attributes->block->stays, word);
    if (slice_is(name, "total"))
        return !has_value && set_flag(attributes, &attributes->table->has_total, word);
    return has_value && read_mark(attributes, word, value);
}

static void read_attribute(struct attributes *attributes, struct word word) {
    static const char *const known[] = {"here", "total", "mark"};
    static const size_t count = sizeof known / sizeof *known;
    const char *text = word_text(attributes, word);
    size_t length = strcspn(text, "="), i = 0;
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

/* Up to the next space that is not in quotes. */
static bool next_word(struct attributes *attributes, struct word *word) {
    const char *text = attributes->paragraph->text.data;
    bool quoted = false;
    while (attributes->at < attributes->end && text[attributes->at] == ' ')
        attributes->at++;
    word->start = attributes->at;
    for (; attributes->at < attributes->end; attributes->at++) {
        if (text[attributes->at] == ' ' && !quoted)
            break;
        quoted ^= text[attributes->at] == '"';
    }
    word->end = attributes->at;
    return word->end > word->start;
}

static void read_attributes(struct attributes *attributes) {
    for (struct word word; next_word(attributes, &word);)
        read_attribute(attributes, word);
}

/* --- parts ------------------------------------------------------------------------- */

static uint32_t find_break(const struct paragraph *paragraph) {
    const char *found = strstr(paragraph->text.data, line_break);
    return found ? (uint32_t)(found - paragraph->text.data)
                 : (uint32_t)paragraph->text.length;
}

uint32_t caption_find_braces(const struct paragraph *paragraph, uint32_t start,
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

static struct paragraph cut(struct builder *builder, const struct paragraph *paragraph,
                            uint32_t start, uint32_t end) {
    struct tongue *tongue = &builder->markdown->tongue;
    struct paragraph part =
        paragraph_cut(builder->markdown->reading->arena, paragraph, start, end);
    tongue_follow(tongue, part.text);
    part.language = tongue->language;
    part.direction = tongue->direction;
    return part;
}

bool caption_begins(const struct paragraph *paragraph) {
    return paragraph->text.length > 2 && !memcmp(paragraph->text.data, ": ", 2) &&
           paragraph_is_literal(paragraph, 0);
}

void caption_number(struct markdown *markdown, enum block_kind kind,
                    struct caption *caption) {
    struct arena *arena = markdown->reading->arena;
    enum term term = kind == BLOCK_TABLE ? TERM_TABLE : TERM_FIGURE;
    if (!caption->text.text.length)
        return;
    caption->number = ids_next_number(markdown->ids, kind);
    caption->label =
        arena_printf(arena, "%s\xC2\xA0%s", locale_term(caption->text.language, term),
                     locale_number(arena, caption->number, markdown->tongue.digits));
}

void caption_read(struct builder *builder, const struct paragraph *paragraph) {
    struct level *level = &builder->levels[builder->level_count - 1];
    struct table *table = level->table;
    if (!table) {
        builder_tell(builder, DIAG_CAPTION_ALONE, NULL);
        return;
    }
    uint32_t head = find_break(paragraph), length = (uint32_t)paragraph->text.length;
    uint32_t braces = caption_find_braces(paragraph, 2, head);
    table->caption.text = cut(builder, paragraph, 2, braces);
    caption_number(builder->markdown, BLOCK_TABLE, &table->caption);
    if (head < length)
        table->caption.source = cut(builder, paragraph, head + 3, length);
    level->table = NULL;
    struct attributes attributes = {.builder = builder,
                                    .paragraph = paragraph,
                                    .at = braces + 1,
                                    .end = head - 1,
                                    .block = level->last,
                                    .table = table};
    if (braces < head)
        read_attributes(&attributes);
}
