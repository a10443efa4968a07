/* SPDX-License-Identifier: MIT */
/* A set paragraph as text: each step's result, so that a failing test names its step. */
#include "text/internal.h"

#include "base/utf8.h"

static void dump_levels(const struct text *text, FILE *stream) {
    struct slice string = text->paragraph->text;
    fputs("  levels ", stream);
    for (size_t start = 0, end; start < string.length; start = end) {
        for (end = start;
             end < string.length && text->levels[end] == text->levels[start];)
            end++;
        fprintf(stream, " %zu..%zu=%u", start, end, text->levels[start]);
    }
    fputc('\n', stream);
}

static void dump_breaks(const struct text *text, FILE *stream) {
    fputs("  breaks ", stream);
    for (size_t i = 0; i <= text->paragraph->text.length; i++)
        if (text->flags[i] & (TEXT_BREAK | TEXT_BREAK_REQUIRED))
            fprintf(stream, " %zu%s", i,
                    text->flags[i] & TEXT_BREAK_REQUIRED ? "!" : "");
    fputc('\n', stream);
}

static void dump_hyphens(const struct text *text, FILE *stream) {
    bool any = false;
    for (size_t i = 0; i < text->paragraph->text.length; i++) {
        if (!(text->flags[i] & TEXT_HYPHEN))
            continue;
        fprintf(stream, "%s %zu", any ? "" : "  hyphens", i);
        any = true;
    }
    if (any)
        fputc('\n', stream);
}

static void dump_run(const struct text_run *run, FILE *stream) {
    fprintf(stream, "  run %u..%u level %u %c%c%c%c %s %d:", run->start, run->end,
            run->level, (char)(run->script >> 24), (char)(run->script >> 16),
            (char)(run->script >> 8), (char)run->script, run->face->postscript_name,
            run->size);
    for (uint32_t i = 0; i < run->glyph_count; i++) {
        const struct glyph *glyph = &run->glyphs[i];
        fprintf(stream, " %u@%u+%d", glyph->id, glyph->cluster, glyph->advance);
        if (glyph->x_offset || glyph->y_offset)
            fprintf(stream, "(%d,%d)", glyph->x_offset, glyph->y_offset);
    }
    fputc('\n', stream);
}

void text_dump(const struct text *text, FILE *stream) {
    const struct paragraph *paragraph = text->paragraph;
    fprintf(stream, "text %s %s %zu bytes: %.*s\n", paragraph->language,
            paragraph->direction == DIRECTION_RTL ? "rtl" : "ltr",
            paragraph->text.length, (int)paragraph->text.length, paragraph->text.data);
    dump_levels(text, stream);
    dump_breaks(text, stream);
    dump_hyphens(text, stream);
    for (size_t i = 0; i < text->run_count; i++)
        dump_run(&text->runs[i], stream);
}
