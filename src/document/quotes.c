/* SPDX-License-Identifier: MIT */
/* Turns the straight quotation marks of a typewriter into those of the language, where the
   report asks for it (quotes: typographic). Single ones are such only inside others.

   A mark opens after a space, a bracket, a dash or another opening mark, and before a text;
   in Arabic also after the letters that are written onto a word. Else it closes the last one
   that is open and was typed alike. What a mark becomes follows from how many are open
   around it: « », inside them ” “, and so on in turn. An apostrophe after a Latin letter is
   U+2019. Inches and the sign inside a Hebrew abbreviation stay. Marks in code, in addresses and after a backslash stay, as do those of
   a paragraph in which not each of them has its counterpart: that is told. */
#include "document/internal.h"

#include "base/utf8.h"

#include <stdlib.h>

enum { OPEN_LIMIT = 8 };

struct quote {
    uint32_t offset;
    char typed; /* '"', '\'', or NUL: of the language already */
    bool opens;
    size_t depth; /* how many are open around it */
};

struct quoter {
    struct markdown *markdown;
    const struct paragraph *paragraph;
    struct quotes quotes;
    struct quote *marks; /* each has its counterpart, or `broken` */
    size_t count, capacity;
    size_t open[OPEN_LIMIT]; /* marks */
    size_t depth;
    size_t loose; /* single marks that may have been opened */
    struct address_finder addresses;
    bool broken;
    uint32_t broken_at;
    struct edit *edits;
    size_t edit_count, edit_capacity;
};

/* --- what stands around a mark ----------------------------------------------------------- */

/* U+0000 at the edges. */
static uint32_t before(struct slice text, uint32_t offset) {
    size_t start = offset, next;
    while (start && ((unsigned char)text.data[--start] & 0xC0) == 0x80)
        ;
    return offset ? utf8_decode(text, start, &next) : 0;
}

static uint32_t after(struct slice text, uint32_t offset) {
    size_t next;
    return offset + 1 < text.length ? utf8_decode(text, offset + 1, &next) : 0;
}

static bool is_space(uint32_t c) {
    return !c || c == ' ' || c == 0x00A0 || c == 0x2028;
}

static bool is_latin_letter(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

static bool is_arabic_letter(uint32_t c) {
    return (c >= 0x0620 && c <= 0x065F) || (c >= 0x066E && c <= 0x06D5);
}

static bool is_hebrew_letter(uint32_t c) {
    return c >= 0x05D0 && c <= 0x05EA;
}

static bool is_digit(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_opener(uint32_t c) {
    return is_space(c) || c == '(' || c == '[' || c == '/' || c == 0x2013 ||
           c == 0x2014 || c == 0x00AB || c == '"' || c == '\'';
}

static bool is_word(uint32_t c) {
    return is_latin_letter(c) || is_arabic_letter(c) || (c >= '0' && c <= '9') ||
           c >= 0x0370;
}

/* --- pairs ------------------------------------------------------------------------------- */

static void add_mark(struct quoter *quoter, struct quote mark) {
    arena_reserve(quoter->markdown->scratch, quoter->marks, quoter->count,
                  quoter->capacity);
    quoter->marks[quoter->count++] = mark;
}

static void open_mark(struct quoter *quoter, uint32_t offset, char typed) {
    if (quoter->depth == OPEN_LIMIT) {
        quoter->broken = true;
        quoter->broken_at = offset;
        return;
    }
    quoter->open[quoter->depth] = quoter->count;
    add_mark(quoter, (struct quote){offset, typed, true, quoter->depth++});
}

/* Single marks that are open inside were none. */
static bool close_mark(struct quoter *quoter, uint32_t offset, char typed) {
    size_t depth = quoter->depth;
    while (depth && typed != '\'' &&
           quoter->marks[quoter->open[depth - 1]].typed == '\'')
        depth--;
    if (!depth || quoter->marks[quoter->open[depth - 1]].typed != typed)
        return false;
    for (; quoter->depth > depth; quoter->depth--)
        quoter->marks[quoter->open[quoter->depth - 1]].typed = '\0';
    add_mark(quoter, (struct quote){offset, typed, false, --quoter->depth});
    return true;
}

/* Marks of the language itself that the author has typed. */
static bool follow_typed(struct quoter *quoter, uint32_t offset) {
    const struct quotes *quotes = &quoter->quotes;
    const char *text = quoter->paragraph->text.data + offset;
    size_t start = strlen(quotes->start[0]), end = strlen(quotes->end[0]);
    if (!strcmp(quotes->start[0], quotes->end[0]))
        return false;
    if (!strncmp(text, quotes->start[0], start))
        open_mark(quoter, offset, '\0');
    else if (strncmp(text, quotes->end[0], end) != 0 ||
             !close_mark(quoter, offset, '\0'))
        return false;
    return true;
}

static void read_double(struct quoter *quoter, uint32_t offset) {
    struct slice text = quoter->paragraph->text;
    uint32_t left = before(text, offset), right = after(text, offset);
    bool inches = is_digit(left) && !quoter->depth;
    if (inches || (is_hebrew_letter(left) && is_hebrew_letter(right)))
        return;
    bool onto = !quoter->depth && is_arabic_letter(left) && is_word(right);
    if ((is_opener(left) || onto) && !is_space(right) &&
        (left != '"' || !quoter->depth))
        open_mark(quoter, offset, '"');
    else if (is_space(left) || !close_mark(quoter, offset, '"')) {
        quoter->broken = true;
        quoter->broken_at = offset;
    }
}

static void add_edit(struct quoter *quoter, uint32_t offset, const char *words) {
    arena_reserve(quoter->markdown->scratch, quoter->edits, quoter->edit_count,
                  quoter->edit_capacity);
    quoter->edits[quoter->edit_count++] =
        (struct edit){.start = offset, .end = offset + 1, .words = words};
}

/* Alone, they cannot be told from apostrophes ('90s, the dogs' house). */
static void read_single(struct quoter *quoter, uint32_t offset) {
    struct slice text = quoter->paragraph->text;
    uint32_t left = before(text, offset), right = after(text, offset);
    bool inside = is_word(left) && is_word(right);
    bool begins = !inside && is_opener(left) && !is_space(right);
    if (begins && quoter->depth && !is_digit(right))
        open_mark(quoter, offset, '\'');
    else if (begins)
        quoter->loose++;
    else if (!inside && !is_space(left) && close_mark(quoter, offset, '\''))
        return;
    else if (!inside && quoter->loose)
        quoter->loose--;
    else if (is_latin_letter(left))
        add_edit(quoter, offset, "\u2019");
}

static void read_marks(struct quoter *quoter) {
    const struct paragraph *paragraph = quoter->paragraph;
    for (uint32_t i = 0; i < paragraph->text.length && !quoter->broken; i++) {
        char c = paragraph->text.data[i];
        if (c != '"' && c != '\'') {
            follow_typed(quoter, i);
            continue;
        }
        if (!paragraph_is_literal(paragraph, i) ||
            address_stands(&quoter->addresses, i))
            continue;
        if (c == '"')
            read_double(quoter, i);
        else
            read_single(quoter, i);
    }
    if (quoter->depth && !quoter->broken) {
        quoter->broken = true;
        quoter->broken_at = quoter->marks[quoter->open[quoter->depth - 1]].offset;
    }
}

/* --- the paragraph ----------------------------------------------------------------------- */

static int compare_edits(const void *left, const void *right) {
    const struct edit *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

static void set_marks(struct quoter *quoter, struct paragraph *paragraph) {
    struct arena *arena = quoter->markdown->reading->arena;
    for (size_t i = 0; i < quoter->count; i++) {
        const struct quote *mark = &quoter->marks[i];
        const struct quotes *quotes = &quoter->quotes;
        if (mark->typed)
            add_edit(quoter, mark->offset,
                     (mark->opens ? quotes->start : quotes->end)[mark->depth % 2]);
    }
    if (!quoter->edit_count)
        return;
    qsort(quoter->edits, quoter->edit_count, sizeof *quoter->edits, compare_edits);
    struct span *spans = arena_array(arena, struct span, paragraph->span_count);
    if (paragraph->span_count)
        memcpy(spans, paragraph->spans, paragraph->span_count * sizeof *spans);
    paragraph_rewrite(arena, paragraph, spans, paragraph->span_count, quoter->edits,
                      quoter->edit_count);
}

void quotes_write(struct markdown *markdown, struct paragraph *paragraph) {
    struct reading *reading = markdown->reading;
    struct slice text = paragraph->text;
    bool any =
        memchr(text.data, '"', text.length) || memchr(text.data, '\'', text.length);
    if (!any || !conventions_find(reading, paragraph->language).typographic_quotes)
        return;
    struct quoter quoter = {.markdown = markdown,
                            .paragraph = paragraph,
                            .addresses = {.paragraph = paragraph},
                            .quotes =
                                locale_quotes(reading->formats, paragraph->language)};
    read_marks(&quoter);
    if (!quoter.broken) {
        set_marks(&quoter, paragraph);
        return;
    }
    diag_add(
        reading->diag, DIAG_QUOTE_ALONE,
        markdown_position(markdown, paragraph, quoter.broken_at, quoter.broken_at + 1),
        NULL, NULL);
}
