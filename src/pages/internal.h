/* SPDX-License-Identifier: MIT */
/* What the steps of the pages stage share: the galley, the composer, the book. */
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

/* --- place.c: short texts and folios where they are to stand on a row ------------------------- */

/* Where in a column `whole` wide: from `start`, in the direction of the reading. */
struct spot {
    enum direction direction;
    length whole, start, width, y;
};

struct short_text {
    const char *string, *language;
    enum role role;
    uint32_t colour;
    struct element *element;
};

/* Gives the y of the last line. */
length place_short(struct composer *composer, struct row *row,
                   const struct short_text *text, struct spot spot);

/* How a folio is set. */
struct folio_look {
    enum role role;
    uint32_t colour;
    bool cited; /* "p. 12" */
    bool starts; /* it begins where the spot does, else it ends there */
};

/* A reference to a page, at the end of the spot or at its start. */
void place_folio(struct composer *composer, struct row *row,
                 const struct anchor *anchor, const struct language *language,
                 const struct folio_look *look, struct element *element,
                 struct spot spot);

/* A box that leads somewhere; `contents` is what it says. */
void place_link(struct composer *composer, struct row *row, struct box box,
                const struct anchor *anchor, const struct element *link,
                struct slice contents);

/* A rule across the measure, `rise` above the baseline. */
void place_rule(struct composer *composer, struct row *row, length rise, length weight,
                uint32_t colour);

/* What leads to a finding or a recommendation: an entry of a list, or of a TAG_TOC. */
struct lead {
    const struct language *language;
    struct element *item, *label, *link;
    const struct anchor *anchor;
    struct paragraph title;
};

struct lead lead_begin(struct composer *composer, const struct numbered *numbered,
                       struct element *list);
void place_lead_number(struct composer *composer, struct row *row,
                       const struct numbered *numbered, const struct lead *lead,
                       enum role role, struct spot spot);

/* --- findings.c -------------------------------------------------------------------------------- */

/* How the numbers of the findings of a language are set: as large as the
   widest of them allows. */
enum role findings_role(struct composer *composer, const struct document *document,
                        const struct language *language);

/* What stands before, beside and below the title of a finding: before and after it has been
   set, as rows from `first` on. */
struct element *finding_begin(struct composer *composer, const struct block *heading);
void finding_open(struct composer *composer, const struct finding *finding,
                  struct element *label, size_t first);

/* The recommendations that answer it, at the end of its section. */
void finding_close(struct composer *composer, const struct finding *finding);

/* --- glance.c ---------------------------------------------------------------------------------- */

/* The findings of the section's language at a glance. */
void glance_compose(struct composer *composer, const struct document *document,
                    const struct section *section);

/* A word above what follows, or none (TERM_COUNT), and "Page" at the end of the line. */
void glance_head(struct composer *composer, const struct language *language,
                 enum term term, bool pages);

/* A text as rows, ragged, in the spot of each; how many. False after a failure of the world. */
bool glance_text(struct composer *composer, const struct paragraph *text,
                 enum role role, struct spot spot, struct element *element,
                 size_t *count);

/* --- spread.c ---------------------------------------------------------------------------------- */

/* Key figures and recommendations: the page beside the findings at a glance. */
void spread_compose(struct composer *composer, const struct document *document,
                    const struct section *section);

/* --- recommendations.c ------------------------------------------------------------------------- */

/* Whether a section has recommendations: text and outer column are one there, the
   recommendations on the one and what they answer on the other. */
bool recommendations_stand(const struct section *section);
void recommendations_begin(struct composer *composer, const struct document *document,
                           const struct language *language);
void recommendations_end(struct composer *composer);

/* Before a heading, and after it has been set as rows from `first` on. */
void recommendation_begin(struct composer *composer, const struct block *heading);
void recommendation_open(struct composer *composer, const struct block *heading,
                         size_t first);

/* What stands in the last column elsewhere, as rows below the title. */
void recommendation_set_below(struct composer *composer,
                              const struct recommendation *recommendation,
                              struct element *around);

/* --- last_column.c: the last column of a section with recommendations ------------------------------- */

/* The heads of it, on row `row`. */
void last_column_heads(struct composer *composer, struct row *row,
                       const struct language *language);

/* What a recommendation answers, and when it is to be met, from row `index` of the galley on;
   gives how far below that it reaches. */
length last_column_place(struct composer *composer, size_t index,
                         const struct recommendation *recommendation,
                         struct element *around);

/* The same in rows of their own, where there is no such column. */
void last_column_set(struct composer *composer,
                     const struct recommendation *recommendation,
                     struct element *around);

/* The rule above row `index`, and room for it. */
void last_column_open(struct composer *composer, size_t index, bool heads);

/* What stands beside the rows from `first` on reaches so far below: no page ends there, and
   where there are too few rows there is one more. */
void last_column_room(struct composer *composer, size_t first, length beside);

/* --- addressees.c ------------------------------------------------------------------------------ */

struct addressed {
    const struct recommendation *recommendation;
    uint32_t group; /* the number of the first that is addressed so */
};

/* Those of a language, by group. */
struct addressed *addressed_collect(struct composer *composer,
                                    const struct document *document,
                                    const struct language *language, size_t *count);

/* Those of the section's language by addressee. */
void recommendations_compose(struct composer *composer, const struct document *document,
                             const struct section *section);

/* --- contents.c ------------------------------------------------------------------------------ */

/* Sets a section that the program makes: contents, figures, tables. */
void contents_compose(struct composer *composer, const struct document *document,
                      const struct section *section);

/* The title of such a section. */
void contents_title(struct composer *composer, const struct section *section);

/* The id of the heading of such a section. */
const char *contents_id(const struct section *section);

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

/* --- book: rows into pages ----------------------------------------------------------------- */

/* What every page of a section repeats. */
struct running {
    struct page head, notice, stamp;
    length notice_y; /* where its first line stands */
};

struct book {
    struct composer *composer;
    const struct document *document;
    const struct edition *edition;
    const struct style *style;
    struct pages *pages;
    size_t page_capacity;
    struct running running[2]; /* by side; of one section alone the first */
    const struct section *abreast[2]; /* two languages side by side: left and right */
    size_t side; /* 1: what is now set or placed is that on the right of these */
};

/* No page yet; the composer makes its structure. */
struct pages *pages_new(struct composer *composer, const struct document *document,
                        const struct edition *edition);

/* An entry of the outline for the language, which begins on a page. */
void outline_add_part(struct composer *composer, const struct document *document,
                      const struct language *language, size_t page);

/* A fresh last page for a section (NULL: the cover). */
struct page *book_add_page(struct book *book, const struct section *section);

/* Left edges on page `index` of the columns of text (or of those of the language that is now
   placed, if there are two side by side) and of the outer column. */
length book_text_left(const struct book *book, size_t index);
length book_outer_left(const struct book *book, size_t index);
/* Of both together. */
length book_wide_left(const struct book *book, size_t index);
/* How wide those columns of text are. */
length book_measure(const struct book *book);
/* One book, with its cover: all of an edition, or half of one (halves.c). */
const struct pages *book_lay_out(struct arena *arena, const struct document *document,
                                 const struct edition *edition,
                                 const struct style *style, struct pages_means means,
                                 struct diag *diag);

length style_measure(const struct style *style);
length style_wide_measure(const struct style *style);
/* Of one of two languages side by side. */
length style_half_measure(const struct style *style);

struct item *page_add_item(struct arena *arena, struct page *page);

/* slugs.c: the slug of each page. */
void slugs_set(struct book *book);

/* Moves it; its points are copied. */
void item_move(struct arena *arena, struct item *item, length x, length y);

/* Adds a copy of `item` moved by x, y. */
void page_place(struct arena *arena, struct page *page, const struct item *item,
                length x, length y);

/* --- paging.c: rows onto pages ---------------------------------------------------------------- */

/* Rows of a note that stand on one page, or wait for it. */
struct note_slice {
    const struct galley *galley;
    size_t start, end; /* rows of the galley */
    size_t
        index; /* of the row with the mark, in the main galley; SIZE_MAX: from before */
};

/* A row on the page being filled. */
struct slot {
    const struct row *row;
    length y;
    size_t index; /* of the row of the main galley it is, or is part of */
};

struct floater {
    const struct galley *rows;
    size_t index; /* in the main galley */
};

/* What is to stand in the outer column of a page. */
struct margin_slot {
    const struct row_margin *margin;
    length wanted; /* where it would begin: the baseline above its first */
    length top; /* where it does */
    size_t band;
};

/* A part of the outer column that nothing wide stands in. */
struct band {
    length top, bottom, filled;
};

struct paging {
    struct arena *arena; /* of one section's paging */
    const struct style *style;
    length wide_top; /* least, of the first baseline of a row that is wide */
    const struct galley *galley;
    size_t next; /* row of the galley */
    struct floater *floats; /* that wait */
    size_t float_count, float_capacity;
    struct floater *turned; /* that follow this page */
    size_t turned_count, turned_capacity;
    struct note_slice *rest; /* of notes, from the page before */
    size_t rest_count, rest_capacity;
    struct margin_slot *margins;
    size_t margin_count, margin_capacity;
    size_t margin_first, margin_end; /* on this page; what comes after them waits */
    size_t margin_late; /* those before this one waited for this page */
    /* the page being filled */
    length top;
    struct slot *slots;
    size_t slot_count, slot_capacity;
    struct note_slice *notes;
    size_t note_count, note_capacity;
    length notes_height; /* from the last line of text to the last line of notes */
    size_t first; /* row of the galley that was to come first */
    bool begun; /* something stands there that does not go back with the cut: floats,
                   notes from before */
    bool has_main; /* a row of the galley that is no float */
    bool notes_full; /* a note has been parted: no other finds room */
    length air; /* asked for before the next row */
    length least; /* y of the next row, at least */
    length reserved; /* at the foot */
};

/* The steps of filling a page. */
void paging_begin(struct paging *paging);
/* Puts the next row on it; false when it takes no more. */
bool paging_add_next(struct paging *paging);
/* Where a row would stand. */
length paging_next_y(const struct paging *paging, const struct row *row);
/* The last row at or before `index` before which the page may end; the first row of all if
   there is none. */
size_t paging_find_cut(const struct paging *paging, size_t index);
/* Takes back all from row `index` of the galley on. */
void paging_take_back(struct paging *paging, size_t index);
/* What is left of its notes waits for the next. */
void paging_end(struct paging *paging);

/* Fills the next page, from `top`: slots, notes and notes_height say what stands on it. */
void paging_fill(struct paging *paging);

/* beside.c: finds places in the outer column for what stands beside the slots. */
void paging_place_margins(struct paging *paging);
/* Where the first band begins: clear of the running head. */
length margin_top(const struct style *style, length wide_top);

/* The next rows for turned pages that come after this one, or NULL. */
const struct galley *paging_turned(struct paging *paging);

/* Whether anything is left for another page. */
bool paging_has_more(const struct paging *paging);

/* flow.c: puts the galley on pages, from `top`, the first row's baseline, on a fresh page. */
void flow_galley(struct book *book, const struct section *section, length top);

/* running.c: what stands on every page of a section, set once for all of them: running
   head and notice; and the folio, which differs. Gives the least y of the first baseline of
   what stands below the head. */
length running_prepare(struct book *book, const struct section *section);
void running_add(struct book *book, const struct section *section, size_t page);
/* On a page of two languages side by side. */
void running_add_abreast(struct book *book, size_t page);

/* flow.c: the rows of a page, and its notes, where paging put them. */
void flow_place_slots(struct book *book, const struct paging *paging);
void flow_place_notes(struct book *book, const struct paging *paging,
                      enum direction direction);
/* Rows for turned pages onto pages of their own, in the style of these. */
void flow_turned(struct book *book, const struct section *section,
                 const struct galley *galley);

/* --- voices.c: the languages of an edition; pages.c: sections ------------------------------------ */

/* One language of an edition: what is its own while another is set. */
struct voice {
    const struct language *language;
    length number_room;
    enum role finding_number;
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
};

struct voice voice_new(struct book *book, const struct language *language);
void voice_begin(struct book *book, const struct voice *voice);
void voice_end(struct book *book, struct voice *voice);
/* The outline of the book: all entries of the one language, then of the next. */
void voices_join_outlines(struct book *book, const struct voice *voices);

/* Lays out a section on pages of its own; its element is in `around`. */
void section_lay(struct book *book, const struct section *section,
                 struct element *around);
/* Readies the composer for the blocks of a section. */
void section_begin(struct book *book, const struct section *section,
                   struct element *around);
/* Sets its blocks, or what the program makes of it. */
void section_compose(struct book *book, const struct section *section);
/* The finding that a section is, or NULL. */
const struct finding *section_finding(const struct section *section);
/* Where the title of a section stands. */
length section_opening(const struct book *book, const struct section *section);
/* The rule above it, across the outer column too. */
void section_add_rule(struct book *book, bool wide);

/* --- parallel.c: two languages side by side ------------------------------------------------------ */

/* Lays out all sections of an edition, one after another: those of text with both languages
   side by side, the left-to-right one on the left, the others in the one and the other. */
void parallel_lay(struct book *book, struct voice voices[2]);

/* --- units.c: what stands side by side -------------------------------------------------------------- */

/* A block that stands beside its partner, or beside nothing. */
struct unit {
    const struct block *block;
    uint32_t pair; /* from 1 */
    bool whole; /* across both columns: then it has no partner */
};

struct units {
    struct unit *items;
    size_t count, capacity;
};

/* Pairs the blocks of two sections, left and right; of what stands across both columns that
   of side `first` comes first. Gives the number of the last pair. */
uint32_t units_pair(struct composer *composer, const struct section *const sections[2],
                    size_t first, struct units units[2]);

/* Before and after a block is set, from row `first` of the galley on. */
const struct unit *unit_begin(struct composer *composer, const struct block *block);
void unit_end(struct composer *composer, const struct unit *unit, size_t first);

/* What the program sets begins a pair of its own with row `first`: as many do in the other
   language. */
void pair_begin(struct composer *composer, size_t first);

/* --- abreast.c: two galleys onto pages -------------------------------------------------------------- */

/* The left galley and the right one, pair by pair; the page that is begun has them from `top`
   on. Items of side `first` come before those of the other. */
void flow_abreast(struct book *book, const struct galley galleys[2], length top,
                  size_t first);

/* leaks.c: tells of each name that is withheld and stands somewhere in the pages. */
void leaks_check(const struct pages *pages, const struct document *document,
                 const struct edition *edition, struct diag *diag);

/* resolve.c: puts folios in the place of references to pages, when all pages are known. */
void pages_resolve(struct composer *composer, struct pages *pages);

/* --- code.c: QR codes --------------------------------------------------------------------------- */

/* Its dark parts, from its upper left corner; none where they would be too small to be read. */
struct code {
    struct box *dark;
    size_t count;
};
struct code code_draw(struct arena *arena, const char *text, length side);

/* --- cover.c, back.c: the covers ---------------------------------------------------------------- */

/* What draws on a cover, from the binding on. */
struct painter {
    struct arena *arena;
    struct page *page;
    const struct style *style;
    bool mirrored; /* the binding is at the right */
    length bleed; /* beyond the edges of the page */
    uint32_t random;
};

/* A box that ends at the edges of a page, or beyond: where it reaches one, it goes on for
   `bleed`. */
struct box page_bleed(const struct page *page, struct box box, length bleed);

struct painter painter_begin(const struct book *book, struct page *page, bool mirrored);
void paint(const struct painter *painter, struct box box, uint32_t colour);
/* Bricks from x = 0 to `until`, the first one cut so that joints do not line up. */
void paint_course(struct painter *painter, length y, length until);

struct cover_text {
    struct item *lines;
    size_t count;
    length x, y; /* y below the first line of the block */
};

/* Texts below one another, those of either direction at their own side of the page. */
struct cover_block {
    length measure; /* of a text */
    struct cover_text *texts;
    size_t count, capacity;
    length last[2]; /* by direction: the lowest line, and the gap below it */
    bool begun[2];
    length depth; /* where the last line of all stands */
};

/* A text flush at the start of its own direction between the margins; each of its lines
   stands a `step` below the one before, and there is a `gap` after it. */
void cover_add_text(struct book *book, struct cover_block *block,
                    const struct localised *text, enum role role, uint32_t colour,
                    length step, length gap);
/* From line to line below the rule: as the theme has it, and more for a language that needs
   it. */
length cover_step(const struct book *book, const struct localised *text,
                  enum role role);
void cover_place_block(struct book *book, struct page *page,
                       const struct cover_block *block, length y);

void cover_add(struct book *book);

/* The last page, if the report asks for one. */
void back_cover_add(struct book *book);

#endif
