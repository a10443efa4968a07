/* SPDX-License-Identifier: MIT */
/* Writes lines and rectangles as content operators (ISO 32000-1 8, 9, 14.6).

   A piece of a line is one text matrix and as few TJ as its colours and elements
   allow. The pen of the PDF is followed in millionths of the em, so where a width is
   rounded the next adjustment makes up for it and nothing drifts. */
#include "pdf/internal.h"

#include <stdlib.h>

/* Millionths of the em. */
enum { EM = 1000000, VISIBLE = 500 };

enum { BYTES_PER_STRING = 16000, WIDEST_CODE = 30000 };

/* A piece as it is shown. */
struct showing {
    struct content *content;
    const struct line_item *line;
    const struct piece *piece;
    int64_t pen; /* [millionths of the em], from the piece's left end */
    int32_t rise; /* of the cells [font units] */
    bool in_array; /* a TJ is open */
    size_t in_string; /* bytes of the string that is open, or 0 */
};

/* --- marked content --------------------------------------------------------------- */

static void close_mark(struct content *content) {
    if (content->in_mark)
        buffer_add_string(content->out, "EMC\n");
    content->in_mark = false;
}

static void begin_text(struct content *content) {
    if (!content->in_text)
        buffer_add_string(content->out, "BT\n");
    content->in_text = true;
}

static void end_text(struct content *content) {
    close_mark(content);
    if (content->in_text)
        buffer_add_string(content->out, "ET\n");
    content->in_text = false;
}

/* Text outside the structure is a running head or foot: which, its place tells. */
static void open_artifact(struct content *content, const struct line_item *line) {
    buffer_printf(content->out, "/Artifact <</Type /Pagination /Subtype /%s>> BDC\n",
                  line->y < content->height / 2 ? "Header" : "Footer");
}

/* `start` is where it stands in the text of the line. */
static void add_mark(struct content *content, const struct element *element,
                     uint32_t start) {
    uint32_t mark =
        structure_content(content->structure, element, content->page,
                          content->page_object, content->line_count << 32 | start);
    buffer_printf(content->out, "/%s <</MCID %u>> BDC\n", structure_tag(element),
                  (unsigned)mark);
}

static void open_mark(struct content *content, const struct line_item *line,
                      const struct glyph_run *run) {
    content->in_mark = true;
    content->element = run->element;
    if (run->element)
        add_mark(content, run->element, run->start);
    else
        open_artifact(content, line);
}

/* What is read beside lines counts as one of them. */
void text_open_mark(struct content *content, const struct element *element) {
    if (!content->structure)
        return;
    content->in_mark = true;
    content->element = element;
    if (!element) {
        buffer_add_string(content->out, "/Artifact <</Type /Layout>> BDC\n");
        return;
    }
    add_mark(content, element, 0);
    content->line_count++;
}

/* --- strings and adjustments ------------------------------------------------------ */

static void close_string(struct showing *showing) {
    if (showing->in_string)
        buffer_add_char(showing->content->out, ')');
    showing->in_string = 0;
}

static void close_array(struct showing *showing) {
    close_string(showing);
    if (showing->in_array)
        buffer_add_string(showing->content->out, "]TJ\n");
    showing->in_array = false;
}

static void open_array(struct showing *showing) {
    if (!showing->in_array)
        buffer_add_char(showing->content->out, '[');
    showing->in_array = true;
}

static void move_pen(struct showing *showing, int64_t wanted) {
    int64_t back = showing->pen - wanted;
    if (back > -VISIBLE && back < VISIBLE)
        return;
    close_string(showing);
    open_array(showing);
    syntax_thousandths(showing->content->out, back);
    showing->pen = wanted;
}

static void show_code(struct showing *showing, uint32_t code, int64_t advance) {
    struct buffer *out = showing->content->out;
    if (showing->in_string > BYTES_PER_STRING)
        close_string(showing);
    open_array(showing);
    if (!showing->in_string)
        buffer_add_char(out, '(');
    syntax_string_byte(out, (unsigned char)(code >> 8));
    syntax_string_byte(out, (unsigned char)code);
    showing->in_string += 2;
    showing->pen += advance;
}

/* --- state ------------------------------------------------------------------------ */

static void set_font(struct showing *showing, const struct font *font) {
    struct content *content = showing->content;
    if (content->font == font && content->size == showing->piece->size)
        return;
    close_array(showing);
    buffer_printf(content->out, "/F%u ", (unsigned)font->number);
    syntax_thousandths(content->out, showing->piece->size);
    buffer_add_string(content->out, " Tf\n");
    content->font = font;
    content->size = showing->piece->size;
}

static void set_colour(struct showing *showing, uint32_t colour) {
    if (!colour_changes(showing->content, colour, COLOUR_TEXT))
        return;
    close_array(showing);
    colour_fill(showing->content, colour, COLOUR_TEXT);
}

static void set_rise(struct showing *showing, int32_t rise) {
    if (showing->rise == rise)
        return;
    close_array(showing);
    const struct piece *piece = showing->piece;
    syntax_thousandths(showing->content->out,
                       units_scale(rise, piece->size, piece->face->units_per_em));
    buffer_add_string(showing->content->out, " Ts\n");
    showing->rise = rise;
}

static void set_element(struct showing *showing, const struct glyph_run *run) {
    struct content *content = showing->content;
    if (!content->structure || (content->in_mark && content->element == run->element))
        return;
    close_array(showing);
    close_mark(content);
    open_mark(content, showing->line, run);
}

static int64_t em_parts(const struct face *face, int64_t units) {
    int64_t half = face->units_per_em / 2;
    int64_t product = units * EM;
    return (product + (product < 0 ? -half : half)) / face->units_per_em;
}

static void set_position(struct showing *showing, const struct cell *first) {
    close_array(showing);
    const struct piece *piece = showing->piece;
    struct buffer *out = showing->content->out;
    length from_piece = units_scale(first->x, piece->size, piece->face->units_per_em);
    length y = haru_y(showing->content->height, showing->line->y - piece->rise);
    buffer_add_string(out, "1 0 0 1 ");
    syntax_thousandths(out, (int64_t)showing->line->x + piece->x + from_piece);
    buffer_add_char(out, ' ');
    syntax_thousandths(out, y);
    buffer_add_string(out, " Tm\n");
    showing->pen = em_parts(piece->face, first->x);
}

/* --- cells ------------------------------------------------------------------------ */

static uint32_t find_code(struct font *font, struct cell *cell, uint32_t advance) {
    if (!font->face->truetype)
        return font_glyph_code(font, cell->parts->glyph, advance, &cell->text);
    for (struct part *part = cell->parts; part; part = part->next)
        part->x -= cell->x;
    return font_code(font, cell->parts, advance, &cell->text);
}

static void show_cell(struct showing *showing, struct cell *cell, bool first) {
    const struct face *face = showing->piece->face;
    struct font *font = fonts_find(showing->content->fonts, face);
    uint32_t advance =
        (uint32_t)(cell->advance < WIDEST_CODE ? cell->advance : WIDEST_CODE);
    uint32_t code = find_code(font, cell, advance);
    set_element(showing, cell->run);
    set_font(showing, font);
    set_colour(showing, cell->run->colour);
    set_rise(showing, cell->rise);
    if (first || cell->begins_object)
        set_position(showing, cell);
    move_pen(showing, em_parts(face, cell->x));
    show_code(showing, code, em_parts(face, advance));
}

static void show_piece(struct content *content, const struct line_item *line,
                       struct piece *piece) {
    struct showing showing = {.content = content, .line = line, .piece = piece};
    begin_text(content);
    for (size_t i = 0; i < piece->cell_count; i++)
        show_cell(&showing, &piece->cells[i], i == 0);
    set_rise(&showing, 0);
    close_array(&showing);
}

/* Letters that are hollow are drawn by their outlines (text rendering mode 1, ISO 32000-1
   9.3.6), all in one colour. */
static void begin_outline(struct content *content, const struct line_item *line) {
    if (!line->outline || !line->run_count)
        return;
    colour_stroke(content, line->runs[0].colour);
    syntax_thousandths(content->out, line->outline);
    buffer_add_string(content->out, " w 1 Tr\n");
}

static void end_outline(struct content *content, const struct line_item *line) {
    if (line->outline && line->run_count)
        buffer_add_string(content->out, "0 Tr\n");
}

/* The one element of all runs of a line; NULL if there are several or none. */
static const struct element *sole_element(const struct line_item *line) {
    for (uint32_t i = 1; i < line->run_count; i++)
        if (line->runs[i].element != line->runs[0].element)
            return NULL;
    return line->run_count ? line->runs[0].element : NULL;
}

/* The pieces of a line with their cells, in logical order. */
static struct piece *make_pieces(struct arena *arena, const struct line_item *line,
                                 size_t *count) {
    struct piece *pieces = pieces_find(arena, line, count);
    for (size_t i = 0; i < *count; i++)
        if (pieces[i].face->truetype)
            cells_make(arena, &pieces[i], line);
        else
            glyphs_make(arena, &pieces[i], line);
    pieces_settle(arena, pieces, *count, line->run_count);
    for (size_t i = 0; i < *count; i++)
        if (pieces[i].face->truetype)
            readers_please(arena, &pieces[i]);
    if (line->direction == DIRECTION_RTL)
        phrases_order(arena, pieces, *count, line->run_count);
    return pieces;
}

/* Marked content goes on from line to line only while each is all of one element:
   else the order in which it stands would not be that in which it is read. */
void text_line(struct content *content, const struct line_item *line) {
    const struct element *sole = sole_element(line);
    if (!sole || sole != content->element)
        close_mark(content);
    size_t count;
    struct piece *pieces = make_pieces(content->line_arena, line, &count);
    begin_outline(content, line);
    for (size_t i = 0; i < count; i++)
        show_piece(content, line, &pieces[i]);
    end_outline(content, line);
    if (!sole)
        close_mark(content);
    content->line_count++;
    arena_reset(content->line_arena);
}

static void add_rectangle(struct content *content, struct box box) {
    const length numbers[] = {box.x0, haru_y(content->height, box.y1), box.x1 - box.x0,
                              box.y1 - box.y0};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        syntax_thousandths(content->out, numbers[i]);
        buffer_add_char(content->out, ' ');
    }
    buffer_add_string(content->out, "re\n");
}

static void add_dots(struct content *content, const struct rectangle_item *row) {
    struct box dot = row->box;
    length side = dot.y1 - dot.y0;
    for (; dot.x0 + side <= row->box.x1; dot.x0 += row->dot_pitch) {
        dot.x1 = dot.x0 + side;
        add_rectangle(content, dot);
    }
}

void text_rectangle(struct content *content, const struct rectangle_item *rectangle) {
    const struct box *box = &rectangle->box;
    struct buffer *out = content->out;
    if (box->x0 >= box->x1 || box->y0 >= box->y1)
        return; /* PDF would draw a hairline */
    end_text(content);
    text_open_mark(content, rectangle->element);
    colour_fill(content, rectangle->colour, COLOUR_AREA);
    if (!rectangle->dot_pitch)
        add_rectangle(content, *box);
    else
        add_dots(content, rectangle);
    buffer_add_string(out, "f\n");
    close_mark(content);
}

void text_end(struct content *content) {
    end_text(content);
}
