/* SPDX-License-Identifier: MIT */
/* Finds the cells of a table's row in its line, as cmark finds them.

   cmark says what the text of a cell is, and neither where it stands nor how many of them
   were left out because the header has fewer. */
#include "document/internal.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\v' || c == '\f';
}

static size_t skip_bar(struct slice line, size_t at) {
    if (at >= line.length || line.data[at] != '|')
        return at;
    for (at++; at < line.length && is_blank(line.data[at]);)
        at++;
    return at;
}

/* A bar after a backslash is part of the cell. */
static size_t find_bar(struct slice line, size_t at) {
    for (size_t i = at; i < line.length; i++)
        if (line.data[i] == '|' && (i == at || line.data[i - 1] != '\\'))
            return i;
    return line.length;
}

static struct row_cell trim(struct slice line, size_t start, size_t end) {
    while (start < end && is_blank(line.data[start]))
        start++;
    while (end > start && is_blank(line.data[end - 1]))
        end--;
    return (struct row_cell){(uint32_t)start, (uint32_t)end};
}

size_t row_start(struct slice line) {
    size_t start = 0;
    while (start < line.length && strchr(" \t>", line.data[start]))
        start++;
    return start;
}

size_t row_split(struct slice line, size_t start, struct row_cell *cells, size_t room) {
    size_t count = 0;
    for (size_t at = skip_bar(line, start); at < line.length; count++) {
        size_t end = find_bar(line, at);
        if (count < room)
            cells[count] = trim(line, at, end);
        at = skip_bar(line, end);
    }
    return count;
}

/* The text of a cell has no backslash before a bar. Each stretch between two of them is a
   line of the content. */
bool row_find(struct content *content, struct markdown *markdown, uint32_t line,
              struct row_cell cell, const char *text) {
    struct locator *locator = markdown->locator;
    struct slice raw = slice_sub(locator_line(locator, line), cell.start, cell.end);
    uint32_t source = locator->starts[line] + cell.start, count = 1, length = 0;
    for (size_t i = 0; i < raw.length; i++)
        count += raw.data[i] == '|';
    struct content_line *lines =
        arena_array(markdown->scratch, struct content_line, count);
    *content = (struct content){.text = slice_of(text), .lines = lines};
    for (uint32_t i = 0; i < raw.length; i++) {
        bool escape =
            raw.data[i] == '\\' && i + 1 < raw.length && raw.data[i + 1] == '|';
        i += escape;
        if (escape || !i)
            lines[content->line_count++] = (struct content_line){length, source + i};
        if (length >= content->text.length || text[length] != raw.data[i])
            return false;
        length++;
    }
    return length == content->text.length && length > 0;
}
