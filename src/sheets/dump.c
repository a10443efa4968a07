/* SPDX-License-Identifier: MIT */
/* Sheets as text: a placed page a line, lengths in points. */
#include "sheets/sheets.h"

static void print_points(length value, FILE *stream) {
    int64_t size = value < 0 ? -(int64_t)value : value;
    fprintf(stream, " %s%d.%03d", value < 0 ? "-" : "", (int)(size / 1000),
            (int)(size % 1000));
}

static void print_box(const char *name, struct box box, FILE *stream) {
    if (box.x0 == box.x1)
        return;
    fprintf(stream, " %s", name);
    print_points(box.x0, stream);
    print_points(box.y0, stream);
    print_points(box.x1, stream);
    print_points(box.y1, stream);
}

/* The page by its place among the pages, then its folio. */
static void dump_placed(const struct sheets *sheets, const struct placed_page *placed,
                        FILE *stream) {
    const char *label = sheets->pages->pages[placed->page].label;
    fprintf(stream, "  page %u label %s at", (unsigned)placed->page + 1,
            label ? label : "none");
    print_points(placed->x, stream);
    print_points(placed->y, stream);
    if (placed->scale != SCALE_ONE)
        fprintf(stream, " scale %u.%06u", (unsigned)(placed->scale / SCALE_ONE),
                (unsigned)(placed->scale % SCALE_ONE));
    if (placed->turns)
        fprintf(stream, " turned %u", placed->turns * 90U);
    if (!box_within(sheets_covered(sheets->pages, placed), placed->clip))
        print_box("clip", placed->clip, stream);
    fputc('\n', stream);
}

void sheets_dump(const struct sheets *sheets, FILE *stream) {
    static const char *const duplexes[] = {
        [DUPLEX_UNSAID] = "",
        [DUPLEX_NONE] = " one side",
        [DUPLEX_LONG] = " long edge",
        [DUPLEX_SHORT] = " short edge",
    };
    fprintf(stream, "sheets %zu%s%s\n", sheets->count, sheets->plain ? " plain" : "",
            duplexes[sheets->duplex]);
    for (size_t i = 0; i < sheets->count; i++) {
        const struct sheet *sheet = &sheets->sheets[i];
        fprintf(stream, "sheet %zu", i + 1);
        print_points(sheet->width, stream);
        print_points(sheet->height, stream);
        print_box("trim", sheet->trim, stream);
        print_box("bleed", sheet->bleed, stream);
        fputc('\n', stream);
        for (size_t p = 0; p < sheet->page_count; p++)
            dump_placed(sheets, &sheet->pages[p], stream);
        for (size_t m = 0; m < sheet->mark_count; m++)
            item_dump(&sheet->marks[m], stream);
    }
}
