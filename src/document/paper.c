/* SPDX-License-Identifier: MIT */
/* Reads what an edition says of paper: lengths, sizes, one of several words. */
#include "document/internal.h"

#include "base/buffer.h"
#include "base/nearest.h"
#include "base/units.h"

/* --- lengths ------------------------------------------------------------------------ */

static const char *range_words(struct arena *arena, length least, length most) {
    struct buffer out = {.arena = arena};
    const length ends[] = {least, most};
    for (size_t i = 0; i < 2; i++) {
        int64_t hundredths = measure_quotient((int64_t)ends[i] * 2540, 72000);
        buffer_printf(&out, "%s%d.%02d mm", i ? " to " : "", (int)(hundredths / 100),
                      (int)(hundredths % 100));
    }
    buffer_add_char(&out, '\0');
    return out.data;
}

bool paper_length(struct report *report, const struct yaml *value, length least,
                  length most, length *place) {
    const char *text = yaml_text(report->reading, value), *rest;
    int64_t millionths, number;
    if (!text)
        return false;
    if (!measure_decimal(text, &millionths, &rest) ||
        !measure_length(millionths, rest, &number)) {
        report_tell(report, DIAG_LENGTH, value->position, text, NULL);
        return false;
    }
    if (number < least || number > most) {
        report_tell(report, DIAG_LENGTH_RANGE, value->position, text,
                    range_words(report->reading->arena, least, most));
        return false;
    }
    *place = (length)number;
    return true;
}

/* --- sizes -------------------------------------------------------------------------- */

/* ISO 216, and what North America uses; upright. */
static const struct paper_size {
    const char *name;
    struct paper paper;
} sizes[] = {
    {"A3", {841890, 1190551}},        {"A4", {595276, 841890}},
    {"A5", {419528, 595276}},         {"A6", {297638, 419528}},
    {"B4", {708661, 1000630}},        {"B5", {498898, 708661}},
    {"Letter", {PT(612), PT(792)}},   {"Legal", {PT(612), PT(1008)}},
    {"Tabloid", {PT(792), PT(1224)}},
};

enum { SIZES = sizeof sizes / sizeof *sizes };

/* Case is not looked at: ASCII is all there is. */
static bool is_name(const char *text, const char *name) {
    while (*text && (*text | 0x20) == (*name | 0x20))
        text++, name++;
    return !*text && !*name;
}

/* [210 mm, 297 mm] */
static struct paper read_sides(struct report *report, const struct yaml *value,
                               struct paper usual) {
    struct paper paper = usual;
    const length least = MM(50), most = MM(1400);
    if (paper_length(report, value->items, least, most, &paper.width) &&
        paper_length(report, value->items->next, least, most, &paper.height))
        return paper;
    return usual;
}

struct paper paper_read(struct report *report, const struct yaml *value,
                        struct paper usual) {
    if (value->kind == YAML_LIST && value->count == 2)
        return read_sides(report, value, usual);
    const char *text = yaml_text(report->reading, value);
    const char *names[SIZES];
    for (size_t i = 0; text && i < SIZES; i++) {
        names[i] = sizes[i].name;
        if (is_name(text, names[i]))
            return sizes[i].paper;
    }
    if (text)
        report_tell(report, DIAG_PAPER, value->position, text,
                    nearest_word(text, names, SIZES));
    return usual;
}

/* --- words -------------------------------------------------------------------------- */

size_t paper_word(struct report *report, const struct yaml *value,
                  const char *const words[], size_t count) {
    const char *text = yaml_text(report->reading, value);
    for (size_t i = 0; text && i < count; i++)
        if (!strcmp(text, words[i]))
            return i;
    if (!text)
        return count;
    struct buffer known = {.arena = report->reading->arena};
    buffer_printf(&known, "%s (all:", nearest_word(text, words, count));
    for (size_t i = 0; i < count; i++)
        buffer_printf(&known, "%s %s", i ? "," : "", words[i]);
    buffer_add_string(&known, ")");
    buffer_add_char(&known, '\0');
    report_tell(report, DIAG_EDITION_WORD, value->position, text, known.data);
    return count;
}
