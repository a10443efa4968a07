/* SPDX-License-Identifier: MIT */
/* What the steps of writing a PDF share. */
#ifndef PDF_INTERNAL_H
#define PDF_INTERNAL_H

#include "base/buffer.h"
#include "colour/colour.h"
#include "pages/pages.h"
#include "pdf/haru.h"
#include "sheets/sheets.h"

/* --- syntax.c: PDF's own notation (ISO 32000-1 7.3) ------------------------------- */

/* A number of thousandths as a decimal: 12500 is 12.5. */
void syntax_thousandths(struct buffer *out, int64_t thousandths);
void syntax_millionths(struct buffer *out, int64_t millionths);

/* A text string, UTF-16BE with its mark, in hexadecimal. */
void syntax_text(struct buffer *out, struct slice utf8);

/* A code point in UTF-16BE hexadecimal, without brackets. */
void syntax_utf16(struct buffer *out, uint32_t code_point);

/* A byte of a literal string, escaped if it must be (7.3.4.2). */
void syntax_string_byte(struct buffer *out, unsigned char byte);

/* A name, its odd bytes as #xx. */
void syntax_name(struct buffer *out, const char *name);

/* "12 0 R". */
void syntax_reference(struct buffer *out, const struct haru_object *object);

/* --- codes.c: the codes a font is written with ------------------------------------ */

/* No glyph of the face: a line without area, as wide as its shape. pdfium passes
   over an object whose glyphs have no extent; this has one, and no ink. */
enum { GLYPH_LINE = 0xFFFFFF };

/* A glyph of the face drawn at an offset [font units]. */
struct part {
    struct part *next;
    uint32_t glyph;
    int32_t x, y;
};

/* What a code draws and how far it moves the pen: a glyph of the font that is
   embedded. */
struct shape {
    struct part *parts; /* NULL: blank */
    uint32_t advance; /* [font units] */
    uint32_t glyph; /* in the embedded font; set by subset_program */
};

enum { CODE_TEXT_MAX = 5 };

/* What a code says, in visual order: left to right. */
struct code_text {
    uint32_t points[CODE_TEXT_MAX]; /* code points */
    uint32_t count;
};

/* A code (CID) is its place in the list, from 1, since 0 is .notdef; in a CFF font
   it is the number of its glyph. */
struct code {
    uint32_t shape;
    struct code_text text;
};

struct index {
    uint32_t *slots; /* places in a list, from 1; 0: free */
    size_t capacity; /* a power of two */
};

/* A font of the PDF: one for each face, another when its codes are used up. */
struct font {
    struct arena *arena;
    const struct face *face;
    uint32_t number; /* /F1, /F2 ... in the resources */
    struct shape *shapes;
    size_t shape_count, shape_capacity;
    struct code *codes;
    size_t code_count, code_capacity;
    struct index shape_index, code_index;
};

struct fonts {
    struct arena *arena;
    struct font **items;
    size_t count, capacity;
    struct font **latest; /* by the index of the face */
    size_t face_count;
};

/* The font to write a face with that has room for one more code. */
struct font *fonts_find(struct fonts *fonts, const struct face *face);

/* The code that draws `parts`, moves the pen by `advance` and says `text`; made when
   it is new. The parts are copied. */
uint32_t font_code(struct font *font, const struct part *parts, uint32_t advance,
                   const struct code_text *text);

/* The same for a face whose glyphs cannot be put together: the code is the glyph's
   number, and what it says first it always says. */
uint32_t font_glyph_code(struct font *font, uint32_t glyph, uint32_t advance,
                         const struct code_text *text);

/* --- subset.c and font.c: the fonts embedded -------------------------------------- */

/* The font program: TrueType with a glyph for each shape, whose `glyph` is set, or a
   bare CFF table. NULL data when the face cannot be subset. */
struct slice subset_program(struct arena *arena, struct font *font);

/* Writes all fonts and the entry of the resources that names them. */
bool fonts_write(struct fonts *fonts, struct arena *arena, struct haru *haru,
                 struct buffer *resources, struct diag *diag);

/* --- cells.c: a line's glyphs as cells -------------------------------------------- */

enum cell_kind { CELL_LETTER, CELL_MARK, CELL_SPACE };

/* What is said between characters to tell readers a direction. */
enum { LRM = 0x200E, ALM = 0x061C };

/* What a hyphen says that divides a word. */
enum { CODE_HYPHEN = '-' };

/* One code as it stands on a line. */
struct cell {
    enum cell_kind kind;
    struct code_text text;
    int32_t x; /* of the pen, from the piece's left end [font units] */
    int32_t rise; /* of the baseline [font units]; 0 in a TrueType face */
    int32_t advance; /* [font units] */
    struct part *parts; /* with x from the piece's left end */
    const struct glyph_run *run;
    bool begins_object; /* is placed by itself, not by the pen of the cell before */
};

/* Runs of one face, size and element that stand beside each other and follow each
   other. */
struct piece {
    const struct face *face;
    length size;
    length x, rise; /* of its left end, from the line's origin */
    uint32_t first, count; /* of the line's runs, in visual order */
    const struct glyph_run *left, *right; /* runs beside it; NULL at the line's edge */
    bool right_to_left; /* the paragraph */
    struct cell *cells; /* left to right */
    size_t cell_count, cell_capacity;
};

/* The line's pieces in logical order, without cells. */
struct piece *pieces_find(struct arena *arena, const struct line_item *line,
                          size_t *count);

/* Makes the cells of a piece. */
void cells_make(struct arena *arena, struct piece *piece, const struct line_item *line);

/* The same for a CFF face, one for each glyph. */
void glyphs_make(struct arena *arena, struct piece *piece,
                 const struct line_item *line);

/* The left end of a run, from the piece's left end [font units]. */
static inline int32_t piece_run_x(const struct piece *piece,
                                  const struct glyph_run *run) {
    int64_t product = ((int64_t)run->x - piece->x) * piece->face->units_per_em;
    return (int32_t)((product + piece->size / 2) / piece->size);
}

/* More marks on one letter than any text has. */
enum { MARKS_MAX = 8 };

/* A cell put before `i`; the first one taken away; the letter that carries the mark
   at `i` of right-to-left text, or the end of the piece if it is not within
   MARKS_MAX. */
void piece_insert(struct arena *arena, struct piece *piece, size_t i,
                  const struct cell *cell);
void piece_remove_first(struct piece *piece);
size_t piece_find_letter(const struct piece *piece, size_t mark);

void part_append(struct part **parts, struct part *more);

/* --- edges.c ---------------------------------------------------------------------- */

/* Moves cells between pieces that touch so that none begins with a mark. */
void pieces_settle(struct arena *arena, struct piece *pieces, size_t count,
                   uint32_t run_count);

/* --- readers.c -------------------------------------------------------------------- */

/* Rearranges the cells of a piece so that every reader finds the words. */
void readers_please(struct arena *arena, struct piece *piece);

/* --- phrases.c --- */

/* Orders what is written from left to right in a right-to-left line. */
void phrases_order(struct arena *arena, struct piece *pieces, size_t count,
                   uint32_t run_count);

/* Thousandths of the em in font units, at least 1. */
static inline int32_t face_thousandths(const struct face *face, int32_t thousandths) {
    int32_t units = (face->units_per_em * thousandths + 500) / 1000;
    return units > 0 ? units : 1;
}

/* --- structure.c ------------------------------------------------------------------ */

struct structure;

struct structure *structure_open(struct arena *arena, const struct pages *pages,
                                 struct haru *haru);

/* The tag of an element as it stands in content and tree. */
const char *structure_tag(const struct element *element);

/* Says that the next marked content of a page belongs to `element`; gives its MCID.
   `order` rises in the order in which the content is read. */
uint32_t structure_content(struct structure *structure, const struct element *element,
                           uint32_t page, struct haru_object *page_object,
                           uint64_t order);

/* Says where on its page a picture stands, or a part of a drawing; x and y as PDF has them,
   y1 the top. */
void structure_place(struct structure *structure, const struct element *element,
                     struct box box);

/* Says that `annotation` belongs to `element`; gives its key in the parent tree. */
uint32_t structure_annotation(struct structure *structure,
                              const struct element *element,
                              struct haru_object *page_object,
                              struct haru_object *annotation);

/* Writes the tree; gives its root. */
struct haru_object *structure_write(struct structure *structure, struct arena *arena);

/* --- text.c: content operators ---------------------------------------------------- */

/* The content of a page as it is written. */
struct content {
    struct buffer *out;
    struct fonts *fonts;
    struct structure *structure; /* NULL: nothing is tagged */
    struct arena *line_arena; /* forgotten after each line */
    struct haru_object *page_object;
    uint32_t page;
    length height;
    uint64_t line_count; /* in the whole document */
    /* the state of the graphics */
    bool in_text, in_mark;
    const struct element *element; /* of the open mark; NULL: artifact */
    const struct font *font;
    length size;
    const struct world *world;
    int64_t colour; /* of what is filled; -1: not set */
    bool over; /* what is painted is printed over what is there */
};

void text_line(struct content *content, const struct line_item *line);
void text_rectangle(struct content *content, const struct rectangle_item *rectangle);

/* Opens marked content that belongs to `element`, NULL: to the layout, for what is no
   text; after text_end. */
void text_open_mark(struct content *content, const struct element *element);

/* Closes what is open. */
void text_end(struct content *content);

/* --- colour.c --------------------------------------------------------------------- */

enum colour_use { COLOUR_TEXT, COLOUR_AREA };

/* Sets the colour of what is filled; whether that would write anything. */
void colour_fill(struct content *content, uint32_t colour, enum colour_use use);
bool colour_changes(const struct content *content, uint32_t colour,
                    enum colour_use use);

/* Sets the colour of outlines of letters. */
void colour_stroke(struct content *content, uint32_t colour);

/* Sets a colour that is forgotten by Q, which has to follow. */
void colour_once(struct content *content, uint32_t colour, bool fills);

/* The entries of the resources that these operators name. */
void colour_add_resources(const struct world *world, struct buffer *entries);

/* --- image.c ---------------------------------------------------------------------- */

struct image_object {
    const struct image_data *data;
    struct haru_object *object;
};

/* The pictures of the document, in the order of their names, /Im1, /Im2 ... */
struct images {
    struct arena *arena;
    struct haru *haru;
    struct image_object *items;
    size_t count, capacity;
};

/* Draws a path. */
void path_write(struct content *content, const struct path_item *item);

/* Places a picture. */
void image_write(struct content *content, struct images *images,
                 const struct image_item *image);

/* The entry of the resources that names the pictures. */
void images_add_resources(const struct images *images, struct buffer *entries);

/* --- link.c, outline.c, metadata.c ------------------------------------------------ */

struct page_objects {
    struct haru_object **items;
    const struct page *pages;
    size_t count;
};

/* "[12 0 R /XYZ 56.7 785.2 null]", the place an anchor stands for. */
void link_destination(struct buffer *out, const struct page_objects *objects,
                      const struct anchor *anchor);

/* What was last made to open a URI: the areas of one link share it. */
struct link_action {
    const char *uri; /* compared by address */
    struct haru_object *object;
};

void link_write(struct arena *arena, struct haru *haru, struct structure *structure,
                const struct page_objects *objects, struct link_action *action,
                size_t page, const struct link_item *link);

/* The root of the outline; NULL when there is none. */
struct haru_object *outline_write(struct arena *arena, struct haru *haru,
                                  const struct page_objects *objects,
                                  const struct pages *pages);

struct writer;

/* Information dictionary, XMP, catalog. */
void metadata_write(struct writer *writer, const struct haru_object *outline,
                    const struct haru_object *structure);

/* --- press.c: what PDF/X-4 has besides ------------------------------------------------ */

void press_add_information(struct buffer *out, const struct pages *pages);
void press_add_xmp(struct buffer *out, const struct pages *pages);

/* The entry of the catalog that says what it is to be printed with. */
void press_add_intent(struct writer *writer, struct buffer *out);

/* --- write.c: the document ---------------------------------------------------------- */

/* A document as it is written. */
struct writer {
    struct arena *arena;
    struct diag *diag;
    const char *path;
    const struct sheets *sheets;
    const struct pages *pages; /* of the sheets */
    const struct world *world; /* whose colours are written */
    struct haru *haru;
    struct haru_object *resources; /* shared by all pages */
    struct structure *structure; /* NULL: nothing is tagged */
    struct page_objects objects;
    struct link_action action;
    struct fonts fonts;
    struct images images;
    struct arena *line_arena;
    struct buffer operators; /* of one page */
    uint64_t line_count; /* so far */
};

/* What content begins with; `height` is that of what it is drawn on. */
struct content writer_content(struct writer *writer, length height);

/* Adds the operators of items to those of the page. */
void writer_items(struct writer *writer, struct content *content,
                  const struct item *items, size_t count);

/* Writes the resources of the pages; gives the entry of their fonts. False after a message. */
bool writer_resources(struct writer *writer, struct slice *fonts);

/* --- impose.c: imposed sheets ------------------------------------------------------- */

/* Writes all objects of sheets that are not plain; false after a message. */
bool impose_write(struct writer *writer);

#endif
