/* SPDX-License-Identifier: MIT */
/* Makes lines and columns from byte offsets, remembering where it was. */
#include "input/input.h"

#include "base/utf8.h"

/* What a message shows of a line is shorter. */
enum { WIDTH_LIMIT = 200 };

/* LF, CR LF and a lone CR end a line (CommonMark 2.1). */
static size_t next_line(struct slice text, size_t i) {
    while (i < text.length && text.data[i] != '\n' && text.data[i] != '\r')
        i++;
    if (i + 1 < text.length && text.data[i] == '\r' && text.data[i + 1] == '\n')
        i++;
    return i < text.length ? i + 1 : i;
}

static void find_lines(struct arena *arena, struct locator *locator) {
    struct slice text = locator->source.text;
    uint32_t count = 1, line = 0;
    for (size_t i = 0; (i = next_line(text, i)) < text.length;)
        count++;
    uint32_t *starts = arena_array(arena, uint32_t, count);
    for (size_t i = 0; (i = next_line(text, i)) < text.length;)
        starts[++line] = (uint32_t)i;
    locator->starts = starts;
    locator->line_count = count;
}

struct locator *locator_new(struct arena *arena, const char *path, struct slice text) {
    struct locator *locator = arena_new(arena, struct locator);
    locator->source = (struct source){path, text};
    locator->column = 1;
    find_lines(arena, locator);
    return locator;
}

struct slice locator_line(const struct locator *locator, uint32_t line) {
    struct slice text = locator->source.text;
    if (line >= locator->line_count)
        return slice_sub(text, text.length, text.length);
    size_t start = locator->starts[line];
    size_t end =
        line + 1 < locator->line_count ? locator->starts[line + 1] : text.length;
    while (end > start && (text.data[end - 1] == '\n' || text.data[end - 1] == '\r'))
        end--;
    return slice_sub(text, start, end);
}

/* The line that holds a byte, by bisection. */
static uint32_t find_line(const struct locator *locator, size_t offset) {
    uint32_t low = 0, high = locator->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (locator->starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void move_to(struct locator *locator, size_t offset) {
    struct slice text = locator->source.text;
    uint32_t line = find_line(locator, offset);
    if (line != locator->line || offset < locator->offset) {
        locator->line = line;
        locator->offset = locator->starts[line];
        locator->column = 1;
    }
    for (size_t i = locator->offset; i < offset; locator->offset = (uint32_t)i) {
        utf8_decode(text, i, &i);
        locator->column++;
    }
}

static uint32_t count_width(const struct locator *locator, size_t start, size_t end) {
    struct slice line = locator_line(locator, locator->line);
    size_t last = (size_t)(line.data - locator->source.text.data) + line.length;
    uint32_t width = 0;
    for (size_t i = start; i < end && i < last && width < WIDTH_LIMIT; width++)
        utf8_decode(locator->source.text, i, &i);
    return width;
}

struct position locator_position(struct locator *locator, size_t start, size_t end) {
    move_to(locator,
            start < locator->source.text.length ? start : locator->source.text.length);
    return (struct position){&locator->source, locator->line + 1, locator->column,
                             count_width(locator, start, end)};
}

uint32_t locator_offset(const struct locator *locator, struct position position) {
    struct slice line = locator_line(locator, position.line - 1);
    size_t i = 0;
    for (uint32_t column = 1; column < position.column && i < line.length; column++)
        utf8_decode(line, i, &i);
    return (uint32_t)((size_t)(line.data - locator->source.text.data) + i);
}

struct position locator_whole(const struct locator *locator) {
    return (struct position){.source = &locator->source};
}
