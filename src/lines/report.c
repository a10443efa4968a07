/* SPDX-License-Identifier: MIT */
/* Tells which lines are loose. */
#include "lines/internal.h"

#include <stdio.h>

enum { SHORT_OF = PT(2) }; /* less is not seen, and may be left by rounding */

static void add_note(struct diag *diag, const struct text *text,
                     const struct line *line, length lacking) {
    struct position position =
        paragraph_position(text->paragraph, line->start, line->end);
    char times[16], points[16];
    int32_t share = line->stretch + 1000;
    snprintf(times, sizeof times, "%d.%02d", (int)(share / 1000),
             (int)(share % 1000 / 10));
    snprintf(points, sizeof points, "%d pt", (int)(lacking / 1000));
    if (lacking > SHORT_OF)
        diag_add(diag, DIAG_LINE_SHORT, position, points, times);
    else
        diag_add(diag, DIAG_LINE_LOOSE, position, times, NULL);
}

void lines_report(const struct text *text, const struct space_style *space,
                  struct lines *lines, length measure, struct diag *diag) {
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->lines[i];
        length lacking = measure - (line->width - line->hang_start - line->hang_end);
        if (line->last || (line->stretch + 1000 <= space->loose && lacking <= SHORT_OF))
            continue;
        add_note(diag, text, line, lacking);
        if (!lines->loose || line->stretch > lines->lines[lines->loosest].stretch)
            lines->loosest = i;
        lines->loose++;
    }
}
