/* SPDX-License-Identifier: MIT */
/* Writes imposed sheets. A page is a form XObject (ISO 32000-1 8.10), written once however
   often it is placed; a sheet places forms and draws its marks over them. */
#include "pdf/internal.h"

/* Where what is drawn in the units of a page stands on a sheet (8.3.3). */
struct matrix {
    int32_t a, b, c, d; /* [millionths] */
    length e, f;
};

/* --- pages -------------------------------------------------------------------------- */

static void add_pair(struct buffer *out, length width, length height) {
    syntax_thousandths(out, width);
    buffer_add_char(out, ' ');
    syntax_thousandths(out, height);
}

static struct haru_object *write_form(struct writer *writer, const struct page *page) {
    struct content content = writer_content(writer, page->height);
    struct buffer entries = {.arena = writer->arena};
    writer->operators.length = 0;
    writer_items(writer, &content, page->items, page->item_count);
    length bleed = writer->pages->bleed;
    buffer_add_string(&entries, "/Type /XObject /Subtype /Form /BBox [");
    add_pair(&entries, -bleed, -bleed);
    buffer_add_char(&entries, ' ');
    add_pair(&entries, page->width + bleed, page->height + bleed);
    buffer_add_string(&entries, "] /Resources ");
    syntax_reference(&entries, writer->resources);
    buffer_add_char(&entries, '\n');
    return haru_stream(writer->haru, buffer_slice(&entries),
                       buffer_slice(&writer->operators));
}

/* --- placing ------------------------------------------------------------------------ */

static struct matrix place_matrix(const struct box *covered, length sheet_height,
                                  const struct placed_page *placed) {
    int32_t scale = (int32_t)placed->scale;
    length left = covered->x0, right = covered->x1;
    length bottom = haru_y(sheet_height, covered->y1);
    length top = haru_y(sheet_height, covered->y0);
    const struct matrix matrices[] = {
        {scale, 0, 0, scale, left, bottom},
        {0, -scale, scale, 0, left, top},
        {-scale, 0, 0, -scale, right, top},
        {0, scale, -scale, 0, right, bottom},
    };
    return matrices[placed->turns % 4];
}

static void add_matrix(struct buffer *out, const struct matrix *matrix) {
    const int32_t parts[] = {matrix->a, matrix->b, matrix->c, matrix->d};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        syntax_millionths(out, parts[i]);
        buffer_add_char(out, ' ');
    }
    add_pair(out, matrix->e, matrix->f);
    buffer_add_string(out, " cm ");
}

static void add_clip(struct buffer *out, struct box clip, length sheet_height) {
    add_pair(out, clip.x0, haru_y(sheet_height, clip.y1));
    buffer_add_char(out, ' ');
    add_pair(out, clip.x1 - clip.x0, clip.y1 - clip.y0);
    buffer_add_string(out, " re W n ");
}

static void place_page(struct writer *writer, const struct sheet *sheet,
                       const struct placed_page *placed) {
    struct box covered = sheets_covered(writer->pages, placed);
    struct matrix matrix = place_matrix(&covered, sheet->height, placed);
    struct buffer *out = &writer->operators;
    buffer_add_string(out, "q ");
    if (!box_within(covered, placed->clip))
        add_clip(out, placed->clip, sheet->height);
    add_matrix(out, &matrix);
    buffer_printf(out, "/P%u Do Q\n", (unsigned)placed->page + 1);
}

/* --- sheets ------------------------------------------------------------------------- */

static void write_sheet(struct writer *writer, const struct sheet *sheet,
                        struct haru_object *resources) {
    struct haru_object *object =
        haru_page(writer->haru, sheet->width, sheet->height, resources);
    struct content marks = writer_content(writer, sheet->height);
    haru_page_box(writer->haru, object, "TrimBox", sheet->trim, sheet->height);
    haru_page_box(writer->haru, object, "BleedBox", sheet->bleed, sheet->height);
    writer->operators.length = 0;
    for (size_t i = 0; i < sheet->page_count; i++)
        place_page(writer, sheet, &sheet->pages[i]);
    writer_items(writer, &marks, sheet->marks, sheet->mark_count);
    haru_page_content(writer->haru, object, buffer_slice(&writer->operators));
}

static struct slice sheet_entries(struct writer *writer, struct haru_object **forms,
                                  struct slice fonts) {
    struct buffer entries = {.arena = writer->arena};
    buffer_add(&entries, fonts.data, fonts.length);
    buffer_add_string(&entries, "/XObject <<");
    for (size_t i = 0; i < writer->pages->count; i++)
        if (forms[i]) {
            buffer_printf(&entries, "/P%zu ", i + 1);
            syntax_reference(&entries, forms[i]);
            buffer_add_char(&entries, '\n');
        }
    buffer_add_string(&entries, ">>\n");
    return buffer_slice(&entries);
}

bool impose_write(struct writer *writer) {
    const struct sheets *sheets = writer->sheets;
    struct haru_object *resources = haru_dictionary(writer->haru);
    struct haru_object **forms =
        arena_array(writer->arena, struct haru_object *, writer->pages->count);
    for (size_t i = 0; i < sheets->count; i++)
        for (size_t p = 0; p < sheets->sheets[i].page_count; p++) {
            uint32_t page = sheets->sheets[i].pages[p].page;
            if (!forms[page])
                forms[page] = write_form(writer, &writer->pages->pages[page]);
        }
    for (size_t i = 0; i < sheets->count; i++)
        write_sheet(writer, &sheets->sheets[i], resources);
    struct slice fonts;
    if (!writer_resources(writer, &fonts))
        return false;
    haru_set_entries(resources, sheet_entries(writer, forms, fonts));
    metadata_write(writer, /*outline*/ NULL, /*structure*/ NULL);
    return true;
}
