/* SPDX-License-Identifier: MIT */
/* Finds in the source the lines that CommonMark kept of a block.

   cmark takes the marks of quotations, the indentation of lists and the like off each line
   before it reads what is inline, and its columns are those of what is left. But what is
   left of a line is always the end of that line, and the lines of a block follow one
   another; so each is found from its length alone. Only the first line needs a search:
   link definitions at the start of a paragraph are taken out with their lines. Road not
   taken: cmark's own columns, which are wrong after the first such line. */
#include "document/internal.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static struct slice trim_end(struct slice text) {
    while (text.length && is_blank(text.data[text.length - 1]))
        text.length--;
    return text;
}

static size_t count_lead(struct slice text) {
    size_t lead = 0;
    while (lead < text.length && is_blank(text.data[lead]))
        lead++;
    return lead;
}

/* Whether `text` ends the line; *gap is what stands before it. The blanks that begin a text
   are not compared: cmark may have made them from a part of a tab. */
static bool ends_line(struct slice line, struct slice text, size_t *gap) {
    line = trim_end(line);
    text = trim_end(text);
    size_t lead = count_lead(text);
    text = slice_sub(text, lead, text.length);
    if (text.length > line.length)
        return false;
    *gap = line.length - text.length;
    return slice_equal(slice_sub(line, *gap, line.length), text);
}

/* Whether there is nothing but marks of quotations and indentation in between. */
static bool is_prefix(struct slice line, size_t start, size_t end) {
    for (size_t i = start; i < end; i++)
        if (!is_blank(line.data[i]) && line.data[i] != '>')
            return false;
    return start <= end;
}

static struct slice next_text_line(struct slice text, size_t start) {
    const char *end = memchr(text.data + start, '\n', text.length - start);
    return slice_sub(text, start, end ? (size_t)(end - text.data) : text.length);
}

/* "## Heading ##": cmark has taken marks off both ends. */
static bool find_atx(struct locator *locator, uint32_t line, uint32_t column,
                     struct slice text, size_t *gap) {
    struct slice whole = locator_line(locator, line);
    size_t i = column;
    while (i < whole.length && whole.data[i] == '#')
        i++;
    if (i == column || i >= whole.length || !is_blank(whole.data[i]))
        return false;
    while (i < whole.length && is_blank(whole.data[i]))
        i++;
    *gap = i;
    return text.length <= whole.length - i &&
           !memcmp(whole.data + i, text.data, text.length);
}

static bool find_first(struct locator *locator, struct slice text, uint32_t *line,
                       uint32_t last, uint32_t column, size_t *gap) {
    struct slice first = next_text_line(text, 0);
    if (find_atx(locator, *line, column, first, gap))
        return true;
    for (uint32_t begin = *line; *line <= last; (*line)++) {
        struct slice whole = locator_line(locator, *line);
        size_t start = *line == begin ? column : 0;
        if (ends_line(whole, first, gap) && is_prefix(whole, start, *gap))
            return true;
    }
    return false;
}

static uint32_t count_lines(struct slice text) {
    uint32_t count = 1;
    for (size_t i = 0; i + 1 < text.length; i++)
        count += text.data[i] == '\n';
    return count;
}

bool content_find(struct content *content, struct markdown *markdown, struct slice text,
                  struct extent extent) {
    struct locator *locator = markdown->locator;
    uint32_t count = count_lines(text);
    struct content_line *lines =
        arena_array(markdown->scratch, struct content_line, count);
    uint32_t line = extent.first;
    size_t gap, start = 0;
    if (!find_first(locator, text, &line, extent.last, extent.column, &gap))
        return false;
    for (uint32_t i = 0; i < count && start <= text.length; i++, line++) {
        struct slice piece = next_text_line(text, start);
        if (i > 0 && !ends_line(locator_line(locator, line), piece, &gap))
            return false;
        uint32_t lead = (uint32_t)count_lead(trim_end(piece));
        uint32_t source = locator->starts[line] + (uint32_t)gap - lead;
        lines[i] = (struct content_line){(uint32_t)start, source};
        start += piece.length + 1;
    }
    *content = (struct content){.text = text, .lines = lines, .line_count = count};
    return true;
}

uint32_t content_source(struct content *content, size_t offset) {
    while (content->line + 1 < content->line_count &&
           content->lines[content->line + 1].start <= offset)
        content->line++;
    while (content->line > 0 && content->lines[content->line].start > offset)
        content->line--;
    const struct content_line *line = &content->lines[content->line];
    return line->source + (uint32_t)(offset - line->start);
}
