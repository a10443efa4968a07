/* SPDX-License-Identifier: MIT */
/* Lines as text. */
#include "lines/internal.h"

static void dump_points(length value, FILE *stream) {
    length whole = value / 1000, part = value % 1000;
    fprintf(stream, "%s%d.%03d", value < 0 ? "-" : "", whole < 0 ? -whole : whole,
            part < 0 ? -part : part);
}

static void dump_piece(const struct line_piece *piece, FILE *stream) {
    fprintf(stream, "    %u..%u level %u %s x ", piece->start, piece->end,
            piece->run->level, piece->run->face->postscript_name);
    dump_points(piece->x, stream);
    fputs(" width ", stream);
    dump_points(piece->width, stream);
    fprintf(stream, " glyphs %u\n", piece->glyph_count);
}

void lines_dump(const struct text *text, struct lines lines, FILE *stream) {
    const char *string = text->paragraph->text.data;
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.lines[i];
        fprintf(stream, "  line %u..%u width ", line->start, line->end);
        dump_points(line->width, stream);
        fprintf(stream, " spaces %+d", line->stretch);
        if (line->kashidas)
            fprintf(stream, " kashidas %u", line->kashidas);
        if (line->hyphenated)
            fputs(" hyphen", stream);
        fprintf(stream, ": %.*s\n", (int)(line->end - line->start),
                string + line->start);
        for (uint32_t p = 0; p < line->piece_count; p++)
            dump_piece(&line->pieces[p], stream);
    }
}
