/* SPDX-License-Identifier: MIT */
/* What the steps of the pages stage share: the galley and the composer, which
   makes rows of blocks. The parts that the program makes are in parts.h, pages in book.h. */
#ifndef PAGES_INTERNAL_H
#define PAGES_INTERNAL_H

#include "document/document.h"
#include "lines/lines.h"
#include "pages/pages.h"
#include "style/style.h"
#include "text/text.h"

/* --- galley: one column of any length, before it is cut into pages --------------------- */

struct galley {
    struct row *rows;
    size_t count, capacity;
};

/* A note at the foot of the page that holds its mark. */
struct row_note {
    struct row_note *next;
    struct galley galley; /* may_break: the note may go on on the next page */
};

/* What stands in the outer column beside a row: x is measured from the column's left edge. */
struct row_margin {
    struct row_margin *next;
    struct galley galley;
    length drop; /* of its first baseline below that of the row */
    struct position position;
};

struct row_margins {
    struct row_margin *first, *last;
};

/* What is painted behind rows that follow one another, as one on each page. */
struct ground {
    length left, right; /* from the left edge of the column */
    length above, below; /* the first baseline, the last */
    uint32_t colour;
};

/* A row of the galley: what shares one baseline. x of its items is measured from the left
   edge of the column, y from the baseline. */
struct row {
    length leading; /* from the baseline above */
    length air; /* more of it, dropped at the top of a page */
    length reach; /* how much higher than a line it stands, at the top of a page */
    bool may_break; /* a page may end before this row */
    bool wide; /* x is measured from the left edge of text and outer column together */
    struct item *items;
    size_t item_count, item_capacity;
    struct row *outer; /* NULL, or a row whose x is measured from the outer column */
    struct anchor *anchor; /* NULL, or what is to point here */
    struct row_note *notes; /* whose marks stand in it, in order */
    struct row_margins margins; /* in order */
    const struct ground *ground; /* NULL: the paper */
    const struct galley *head; /* rows repeated above it where it begins a page */
    const struct galley *floating; /* rows for here or for the top of the next page; the
                                      row has nothing else */
    bool
        sinks; /* where its page holds the end of the galley, it and what follows stand at
                   the foot */
    uint32_t
        pair; /* of two languages side by side: which of their pairs it is part of */
    const struct galley
        *turned; /* rows for turned pages, which follow this one; the row
                                    has nothing else */
    bool in_order; /* no float that comes before it may stand below it */
};

/* --- anchors.c: what "#id" and the outline point to -------------------------------------- */

struct anchors;
struct anchors *anchors_collect(struct arena *arena, const struct document *document,
                                const struct edition *edition);

/* The id of a block or, where it has none and a caption, a name of its own; NULL: nothing
   can lead to it. */
const char *anchors_name(struct arena *arena, const struct block *block);

/* The anchor of such a name in a language; NULL if there is none. */
struct anchor *anchors_find(const struct anchors *anchors, const char *language,
                            const char *id);

/* --- structure.c ---------------------------------------------------------------------------- */

struct structure {
    struct arena *arena;
    uint32_t count;
};

/* A new last child of `parent` (NULL: the root). */
struct element *element_new(struct structure *structure, struct element *parent,
                            enum tag tag, const char *language,
                            enum direction direction);

/* Consecutive stretches of a text with the element each belongs to. */
struct stretch {
    uint32_t start, end; /* [bytes] */
    struct element *element;
};

/* `block`'s content by links, code and foreign language, in logical order; covers the
   text. */
const struct stretch *structure_inlines(struct structure *structure,
                                        struct arena *arena, const struct text *text,
                                        struct element *block, size_t *count);

/* --- composer: blocks into rows ----------------------------------------------------------- */

/* The number or bullet of a list item. */
struct marker {
    struct item item;
    length start; /* of it, from the start of the line */
    struct marker *around; /* that of an item which begins with this one's list */
};

/* A note once its mark has been set. */
struct note_place {
    struct anchor *mark, *body; /* NULL: not set yet */
};

/* The loose lines of the pages, and the worst of them. */
struct loose_lines {
    size_t count;
    int32_t stretch; /* as of a line */
    struct position position;
};

/* The recommendation that is being set. */
struct recommending {
    bool stands; /* text and outer column are one in the section */
    const struct block *heading; /* NULL: none */
    size_t first; /* its first row in the galley */
    length beside; /* how far below that what stands beside it reaches */
    bool dated; /* there is a column for when they are to be met */
    bool headed; /* the columns have their heads */
    bool any; /* there was one in the section */
};

struct composer {
    struct arena *arena; /* of the pages */
    struct arena *scratch; /* of one paragraph */
    struct typesetter *typesetter;
    struct typesetter
        *ordinary; /* of large print: for what finds no room in it; or NULL */
    const struct style *style;
    struct diag *diag;
    struct pages_means means;
    const struct anchors *anchors;
    bool
        part; /* the edition has not all sections: what leads elsewhere may lead nowhere */
    struct structure structure;
    struct galley galley;
    const struct language *language; /* of the section; digits of its counters */
    length measure; /* of what is set now */
    length column; /* of the columns of text */
    length indent; /* at the start of the line, of the blocks now set */
    length end_indent;
    length section_indent; /* of the texts of the section */
    length number_room; /* before paragraphs of the section, for their numbers; or 0 */
    length list_indent; /* of the items of the list now set, more */
    struct element *element; /* the block container now filled */
    enum role role; /* of plain paragraphs */
    length air; /* asked for before the next row */
    length gap; /* between paragraphs here: none in a tight list */
    bool keep; /* the next row stays with the one before */
    bool opens_chapter; /* the next heading 1 stands at the head of its page */
    length opening; /* baseline of the first row of the section */
    length
        wide_top; /* no row that reaches into the outer column stands higher: there is
                        the running head */
    size_t beside; /* the row that begins the block before, if it may have margins */
    struct row_margins margins; /* wait for a row */
    const struct ground *ground; /* of the rows to come, or NULL */
    bool textless; /* tables and figures are all there is here under their heading */
    struct marker *markers; /* wait for the first row of their list items */
    struct note_place *notes; /* of the section, by number - 1 */
    size_t note_count, note_capacity;
    bool wide; /* the measure is that of text and outer column together */
    bool chart_alone; /* charts have neither rule nor number */
    bool squeezed; /* that words are too wide has been told of the table as a whole */
    length wide_measure; /* 0: tables may not be wide */
    size_t depth; /* blocks around those now set, and one */
    struct recommending recommending;
    enum role finding_number; /* of all findings of the language now set */
    const struct style *turned; /* that of pages that are turned */
    bool turning; /* what is set now is for such pages */
    bool parallel; /* it is for one of two languages side by side */
    const struct unit *unit, *unit_end; /* those that are to come, if it is */
    uint32_t pair, pair_count; /* the last that was begun; that the units have */
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
    uint32_t outline_level; /* of heading 1 */
    uint32_t resolution; /* pictures have no more than this [pixels per inch] */
    struct loose_lines loose;
    bool failed; /* the world */
};

/* Sets a block and what follows it into the galley. */
void compose_blocks(struct composer *composer, const struct block *first);

/* --- rows.c: texts as rows ------------------------------------------------------------------ */

struct row *galley_add_row(struct composer *composer, length leading);

/* At least so much air before the next row. */
void galley_ask_air(struct composer *composer, length air);

/* How a text is to be set as rows. */
struct setting {
    enum role role;
    enum tag tag;
    bool keep_whole; /* a heading */
    struct anchor *anchor;
    const char *label; /* before its first line, where there is room; or NULL */
};

/* Sets a paragraph as rows of the galley. */
void compose_paragraph(struct composer *composer, const struct paragraph *paragraph,
                       struct setting setting);

/* A text broken into lines, in the scratch arena. */
struct broken_text {
    const struct text *text;
    struct lines lines;
    const struct stretch *stretches;
    size_t stretch_count;
    length outline; /* of its letters; 0: they are full */
};

/* Breaks a paragraph; false after a failure of the world. `element` NULL: an artifact. */
bool compose_broken(struct composer *composer, const struct paragraph *paragraph,
                    enum role role, uint32_t colour, length measure,
                    enum alignment alignment, struct element *element,
                    struct broken_text *broken);

/* Line `index` at x in a row of the galley, with its links and what is struck out. */
void compose_add_line(struct composer *composer, struct row *row,
                      const struct broken_text *broken, size_t index, length x);

/* The left end of what is `width` wide and begins `start` from the start of the line. */
length line_left(length measure, enum direction direction, length start, length width);

/* A solid rectangle. */
void row_add_rectangle(struct arena *arena, struct row *row, struct box box,
                       uint32_t colour);

/* A paragraph that begins with `prefix`. */
struct paragraph paragraph_after(struct arena *arena, const char *prefix,
                                 const struct paragraph *paragraph);

/* The words alone: without spans and marks of notes, hard breaks as spaces. */
struct paragraph paragraph_bare(struct arena *arena, const struct paragraph *paragraph);

/* --- lists.c, tables.c, figures.c, charts.c, timeline.c, notes.c: kinds of blocks --------------------------------- */

void compose_list(struct composer *composer, const struct block *block);
void compose_item(struct composer *composer, const struct block *block);
void compose_table(struct composer *composer, const struct block *block);
void compose_figure(struct composer *composer, const struct block *block);
void compose_timeline(struct composer *composer, const struct block *block);
void compose_chart(struct composer *composer, const struct block *block);
/* Its rows, from the title to the source. */
struct galley chart_rows(struct composer *composer, const struct block *block);

/* How far the next level goes in from each of `sides` sides: nothing more once a third of
   the column is all that is left. */
length compose_indent(const struct composer *composer, length sides);

/* What waits for the first row of a list item: its marker, at `start` from the start. */
void await_row(struct composer *composer, const struct item *item, length start);
void place_markers(struct composer *composer, struct row *row,
                   enum direction direction);

/* The notes whose first marks stand in row `row` of the galley: sets them for the foot of
   the page. `broken` may be forgotten meanwhile: its marks are collected first. */
struct row_mark {
    const struct span *span;
    size_t row; /* of the galley */
};
struct row_marks {
    struct row_mark *items;
    size_t count, capacity;
};
void notes_collect(struct composer *composer, struct row_marks *marks, size_t row,
                   const struct line *line);
void notes_set(struct composer *composer, const struct row_marks *marks);
/* What a mark leads to, and what leads back to it. */
struct note_place *notes_place(struct composer *composer, const struct note *note);

/* A galley of its own, begun with nothing asked for; what was before is put back by
   galley_end, which gives the rows set meanwhile. */
struct aside {
    struct galley galley;
    length air, indent, end_indent, gap;
    bool keep;
    enum role role;
    struct element *element;
    struct marker *markers;
    struct row_margins margins;
    const struct ground *ground;
};
struct aside aside_begin(struct composer *composer);
struct galley aside_end(struct composer *composer, const struct aside *aside);

/* How high a galley stands: from the baseline above its first row to that of its last. */
length galley_height(const struct galley *galley);

/* --- callouts.c, margins.c -------------------------------------------------------------------- */

void compose_callout(struct composer *composer, const struct block *block);

/* Whether the block stands in the outer column, and not in the text. */
bool margin_stands(const struct composer *composer, const struct block *block);

/* The largest size in which a key figure has room on one line: its digits stay together. */
enum role key_role(struct composer *composer, const struct paragraph *figure,
                   length measure);

/* A key figure, what it counts and its source below one another, on one page. */
void key_compose(struct composer *composer, const struct block *block);

/* Puts what is set for the outer column beside the block before. */
void margins_add(struct composer *composer, const struct block *block,
                 struct galley galley);

/* Sets it for that, beside the block before. */
void compose_margin(struct composer *composer, const struct block *block);

/* The block whose first row is `first` has been set: what waits may stand beside it, unless
   it is a heading; what comes next, too. */
void margins_attach(struct composer *composer, const struct block *block, size_t first);

/* At the end of a section: what still waits. */
void margins_finish(struct composer *composer);

/* --- columns.c: the columns of a table ------------------------------------------------------- */

struct table_column {
    enum column_align align;
    length narrowest, natural; /* the widest word; the widest line */
    length head, tail; /* COLUMN_NUMBER: up to the digit of the units, and after it */
    length start, width; /* from the start of the line */
};

struct table_columns {
    struct table_column *items;
    size_t count;
    bool wide; /* text and outer column together */
    bool squeezed; /* words have to be broken */
    bool crushed; /* not even letters have room */
    length measure;
};

struct table_columns columns_find(struct composer *composer, const struct table *table);

/* How much of a number stands to the right of the digit of its units. */
length number_tail(const struct broken_text *number);

enum role table_role(const struct table *table, size_t row);

/* --- events.c: the texts of a timeline ------------------------------------------------------- */

/* A line of an event, and the row of it that it stands in. */
struct placed_line {
    struct broken_text *broken;
    size_t line, row;
    length x;
};

/* Figures stand with their units below one another, and what is after those on the right. */
struct figure_column {
    length start, width, tail;
};

struct chronicle {
    struct composer *composer;
    const struct block *block;
    const struct timeline *timeline;
    const struct timeline_style *style;
    length measure;
    length figures; /* where the columns of figures begin */
    struct figure_column *columns;
    /* set by timeline.c as it goes */
    const struct galley *titles; /* again, for the next page */
    const struct galley *head; /* the last that was made of these for an event */
    uint32_t head_year; /* which it names; 0: none */
    length head_leading; /* of the event it is for */
    length lacking; /* of the last event to the pitch */
    /* the event now set */
    struct element *row;
    struct placed_line *lines;
    size_t line_count, line_capacity, row_count;
};

/* Where the columns of figures begin: with the outer column, or before it where that is too
   narrow for them; what happened keeps a part of the measure. */
void chronicle_find_columns(struct chronicle *chronicle);

/* Begins a row of the table, which then has the lines of an event, of the titles of figures,
   or the year of a page where its events go on; `around` NULL: an artifact. */
void chronicle_begin(struct chronicle *chronicle, struct element *around);
void chronicle_place_event(struct chronicle *chronicle, const struct event *event,
                           bool new_year);
void chronicle_place_titles(struct chronicle *chronicle);
void chronicle_place_year(struct chronicle *chronicle, const struct event *event);

/* --- floats.c -------------------------------------------------------------------------------- */

/* Puts the rows of a table or figure into the galley. */
void compose_float(struct composer *composer, const struct block *block,
                   struct galley galley);

/* Sets what comes next for pages that are wider than high, and what came before again. */
struct upright {
    const struct style *style;
    length measure, wide_measure;
};
struct upright turn_begin(struct composer *composer);
void turn_end(struct composer *composer, const struct upright *upright);

/* Whether such pages may come here: not inside a list or quotation, nor in a note. */
bool turn_allowed(const struct composer *composer);

/* Puts the rows set meanwhile into the galley. */
void compose_turned(struct composer *composer, struct galley galley);

/* The style of these pages: heights are counted from the foot where they were. */
const struct style *style_turned(struct arena *arena, const struct style *style);

/* "Table 2. Its caption"; the source below. */
void compose_caption(struct composer *composer, const struct caption *caption,
                     struct anchor *anchor);
void compose_source(struct composer *composer, const struct caption *caption);

/* --- compose.c: lines into items --------------------------------------------------------------- */

/* One line item from a line of a text, at x = 0, y = 0, in the composer's arena. */
struct item *compose_line(struct composer *composer, const struct text *text,
                          const struct line *line, const struct stretch *stretches,
                          size_t stretch_count, bool last);

/* A short text the program places itself, wrapped in `measure`, ragged; a structure
   element or NULL for an artifact. Gives its lines as items at x = 0 and y = 0, leading,
   2 * leading; they are flush at the start of their own direction. */
struct item *compose_short(struct composer *composer, const char *string,
                           const char *language, enum role role, uint32_t colour,
                           length measure, struct element *element, size_t *count);

/* The areas of the links on a line, as link items relative to the line. */
void compose_links(struct composer *composer, struct row *row, const struct text *text,
                   const struct line *line, length x, const struct stretch *stretches,
                   size_t stretch_count);

/* Lines through what is struck out. */
void compose_strikes(struct composer *composer, struct row *row,
                     const struct line *line, length x);

struct item *row_add_item(struct arena *arena, struct row *row);

#endif
