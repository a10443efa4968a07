/* SPDX-License-Identifier: MIT */
/* What puts rows on pages, and pages into a book: paging, running heads, languages one after
   the other or side by side, covers. */
#ifndef PAGES_BOOK_H
#define PAGES_BOOK_H

#include "pages/internal.h"

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
