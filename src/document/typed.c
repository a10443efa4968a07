/* SPDX-License-Identifier: MIT */
/* Finds the numbers that were typed in the text and may be figures.

   Looked at are paragraphs and headings. Not looked at: what has two digits at most and no
   decimals, years (1900 to 2100 without a sign for thousands), what a date, a time or an id
   is made of (2019-10-25, 12:30, U10), code, quotations, links that lead out of the report,
   notes, and tables. */
#include "document/internal.h"

#include "base/utf8.h"

struct search {
    struct arena *arena;
    const struct section *section;
    struct typed_list list;
    size_t capacity;
};

/* --- numbers in a text --------------------------------------------------------------------- */

static bool is_digit(uint32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) ||
           (c >= 0x06F0 && c <= 0x06F9);
}

static bool is_separator(uint32_t c) {
    return c == ',' || c == '.' || c == '\'' || c == 0xA0 || c == 0x060C ||
           c == 0x066B || c == 0x066C || c == 0x2009 || c == 0x2019 || c == 0x202F;
}

/* A number before or after it is part of something else. */
static bool is_joint(uint32_t c) {
    return c == '-' || c == '/' || c == ':' || c == '.' || c == '_' || c == '#' ||
           c == 0xA7;
}

static bool is_latin(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F);
}

static uint32_t character_at(struct slice text, size_t offset) {
    size_t next;
    return offset < text.length ? utf8_decode(text, offset, &next) : 0;
}

/* The byte after the numeral that begins at `start`: digits, and separators between two. */
static size_t numeral_end(struct slice text, size_t start) {
    size_t end = start, next = start;
    while (next < text.length) {
        uint32_t c = utf8_decode(text, next, &next);
        if (is_digit(c))
            end = next;
        else if (!is_separator(c) || !is_digit(character_at(text, next)))
            break;
    }
    return end;
}

static bool stands_alone(struct slice text, uint32_t before, size_t end) {
    size_t next = end;
    uint32_t after = end < text.length ? utf8_decode(text, end, &next) : 0;
    if (is_latin(before) || is_joint(before) || is_latin(after))
        return false;
    return !is_joint(after) || !is_digit(character_at(text, next));
}

/* 1900 to 2100, four digits and nothing else. */
static bool is_year(const struct numeral *numeral) {
    const char *digits = numeral->decimal.digits;
    return strlen(digits) == 4 && !numeral->decimal.decimals && !numeral->unclear &&
           !numeral->grouping_mark && strcmp(digits, "1900") >= 0 &&
           strcmp(digits, "2100") <= 0;
}

/* Whether it is one that would be worth drawing from data. */
static bool read_typed(struct slice text, struct decimal *decimal) {
    struct numeral numeral;
    if (!numeral_read(text, &numeral) || is_year(&numeral))
        return false;
    *decimal = numeral.decimal;
    if (numeral.unclear == MARK_POINT)
        decimal->decimals = 3;
    return decimal->decimals || strlen(decimal->digits) >= 3;
}

/* Whether the source has it so: it was not made by the program. */
static bool is_typed(const struct paragraph *paragraph, size_t start, size_t end) {
    if (!paragraph->source || !paragraph->place_count)
        return false;
    struct slice source = paragraph->source->text;
    size_t at = paragraph_source(paragraph, (uint32_t)start);
    return at + (end - start) <= source.length &&
           !memcmp(source.data + at, paragraph->text.data + start, end - start);
}

/* --- what is passed over -------------------------------------------------------------------- */

static bool is_foreign(const struct span *span) {
    bool outer = span->kind == SPAN_LINK && span->target && span->target[0] != '#';
    return outer || span->kind == SPAN_CODE || span->kind == SPAN_NOTE;
}

/* The end of the quotation that begins with this character, if it has one. */
static size_t quote_end(struct slice text, size_t offset, bool missing[]) {
    static const struct {
        const char *open, *close;
    } pairs[] = {{"\u201C", "\u201D"}, {"\u00AB", "\u00BB"}, {"\"", "\""}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t length = strlen(pairs[i].open);
        if (missing[i] || text.length - offset < length ||
            memcmp(text.data + offset, pairs[i].open, length) != 0)
            continue;
        const char *close = strstr(text.data + offset + length, pairs[i].close);
        missing[i] = !close;
        return close ? (size_t)(close - text.data) + strlen(pairs[i].close) : offset;
    }
    return offset;
}

/* --- paragraphs ------------------------------------------------------------------------------- */

/* What has been read of a paragraph. */
struct cursor {
    const struct paragraph *paragraph;
    size_t span;
    size_t passed; /* all before it is passed over */
    bool missing[3]; /* closing marks that do not come any more */
};

/* Whether byte `offset` stands in what is passed over. */
static bool pass_over(struct cursor *cursor, size_t offset) {
    const struct paragraph *paragraph = cursor->paragraph;
    for (; cursor->span < paragraph->span_count &&
           paragraph->spans[cursor->span].start <= offset;
         cursor->span++) {
        const struct span *span = &paragraph->spans[cursor->span];
        if (is_foreign(span) && span->end > cursor->passed)
            cursor->passed = span->end;
    }
    if (offset >= cursor->passed)
        cursor->passed = quote_end(paragraph->text, offset, cursor->missing);
    return offset < cursor->passed;
}

static void add_typed(struct search *search, struct typed typed) {
    struct typed_list *list = &search->list;
    arena_reserve(search->arena, list->items, list->count, search->capacity);
    list->items[list->count++] = typed;
}

static void search_paragraph(struct search *search, const struct paragraph *paragraph) {
    struct slice text = paragraph->text;
    struct cursor cursor = {.paragraph = paragraph};
    uint32_t before = 0;
    for (size_t i = 0, next; i < text.length; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        struct typed typed = {search->section, paragraph, (uint32_t)i, 0, {.sign = 0}};
        bool passed = pass_over(&cursor, i);
        if (is_digit(c))
            next = numeral_end(text, i);
        typed.end = (uint32_t)next;
        if (is_digit(c) && !passed && stands_alone(text, before, next) &&
            read_typed(slice_sub(text, i, next), &typed.decimal) &&
            is_typed(paragraph, i, next))
            add_typed(search, typed);
        before = c;
    }
}

/* A quotation says what another has said. */
static bool is_own(const struct block *block) {
    return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_HEADING ||
           block->kind == BLOCK_LIST || block->kind == BLOCK_ITEM ||
           (block->kind == BLOCK_CALLOUT && block->callout != CALLOUT_PULL);
}

static void search_blocks(struct search *search, const struct block *block) {
    for (; block; block = block->next) {
        if (!is_own(block))
            continue;
        if (block->paragraph.text.length)
            search_paragraph(search, &block->paragraph);
        search_blocks(search, block->children);
    }
}

struct typed_list typed_find(struct arena *arena, const struct document *document) {
    struct search search = {.arena = arena};
    for (size_t i = 0; i < document->section_count; i++) {
        search.section = &document->sections[i];
        search_blocks(&search, search.section->blocks);
    }
    return search.list;
}
