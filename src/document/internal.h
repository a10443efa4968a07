/* SPDX-License-Identifier: MIT */
/* What the steps of the document stage share. */
#ifndef DOCUMENT_INTERNAL_H
#define DOCUMENT_INTERNAL_H

#include "base/buffer.h"
#include "document/document.h"
#include "input/input.h"

/* Deeper nesting is an error; so no later stage needs to fear for its stack. */
enum { BLOCK_DEPTH_LIMIT = 16, INLINE_DEPTH_LIMIT = 16 };

/* --- ids.c: what "#id" can point to ---------------------------------------------------- */

/* The ids and the inner links of one language. */
struct ids;

struct ids *ids_new(struct arena *arena);

/* The id of a heading with this text, different from all before it. */
const char *ids_add(struct ids *ids, struct slice text, const struct block *heading);

/* An id that the author gave to a block, at this place; one that is there already is
   told. */
const char *ids_claim(struct reading *reading, struct ids *ids, const char *id,
                      const struct block *block, struct position position);

/* The block of this id, or NULL. */
const struct block *ids_find(const struct ids *ids, const char *id);

/* The id nearest to one that is not there; NULL if there is none, or many questions have
   been asked. */
const char *ids_nearest(struct ids *ids, const char *id);

/* Whether so many bytes more of headings may be quoted. */
bool ids_quote(struct ids *ids, size_t length);

/* The number of the next table, or figure, that has one. */
uint32_t ids_next_number(struct ids *ids, enum block_kind kind);

/* How many there were; also of headings. */
uint32_t ids_number(const struct ids *ids, enum block_kind kind);

/* A paragraph that holds references. */
void ids_await(struct ids *ids, struct paragraph *paragraph);

/* The target "#id" for a link to `fragment`, to be checked by ids_check. */
const char *ids_link(struct ids *ids, struct slice fragment, struct position position);

/* The citations of the language. */
struct citations *ids_citations(struct ids *ids);

/* When the language has been read: puts words for references and citations, tells of each
   reference that points to nothing, and of such links. */
void ids_finish(struct reading *reading, struct ids *ids, const char *language);

struct cmark_node;
struct answers;
struct content;
struct builder;
struct report;

/* --- tongue.c: the language of a text ----------------------------------------------------- */

struct tongue {
    const char *language; /* of the text before; NULL: not known yet */
    enum direction direction;
    bool guessed; /* from the first strong character of each text */
    const char *around; /* in a note: the language of the section; else NULL */
};

/* A language that is known. */
struct tongue tongue_of(const char *language);

/* The language of this text, where it is guessed; of one without letters, that of the text
   before. */
void tongue_follow(struct tongue *tongue, struct slice text);

/* --- declared.c: {lang=fa}, {ragged} -------------------------------------------------------- */

/* What an author says of a text. */
struct declaration {
    const char *language; /* NULL: nothing */
    struct position language_position;
    bool ragged;
    struct position ragged_position;
};

/* The text after a "{ragged}" that it begins with, and the spaces after that; else all. */
struct slice declared_after_ragged(struct slice text);

/* The language that a text begins by declaring, at *end the byte after it; NULL if it
   declares none. What is between "{lang=" and "}" may not be a language tag. */
const char *declared_find(struct arena *arena, struct slice text, uint32_t *end);

/* Takes declarations off the paragraph. They are for the text after them; for the next
   block, if nothing follows. A tag that is none is told. */
void declared_take(struct builder *builder, struct paragraph *paragraph);

/* Before and after a block of CommonMark. */
void declared_begin(struct builder *builder);
void declared_end(struct builder *builder);

/* What is spoken around a block whose language was declared: a table is numbered with the
   others of its section. */
struct tongue declared_around(struct builder *builder, struct tongue otherwise);

/* Tells if the level ends, or another is declared, before the text that was to come. */
void declared_check(struct builder *builder);

/* A block of this kind is to come, or a note (BLOCK_KINDS): tells if it cannot be ragged and
   was to be. */
void declared_expect(struct builder *builder, enum block_kind kind);

/* --- conventions.c: what report.yaml says of each language ------------------------------ */

/* Words that report.yaml has names for (named.c). */
enum named { NAMED_SEVERITY, NAMED_PRIORITY, NAMED_ADDRESSEE, NAMED_KINDS };

/* What the program writes by the language of a text, and not by itself. */
struct conventions {
    const struct language *languages; /* of the report */
    size_t language_count;
    const struct yaml *nouns; /* name, language, form; checked; NULL: none */
    const struct yaml *named[NAMED_KINDS]; /* word, language; checked; NULL: none */
    bool numbered; /* paragraphs are */
    bool numbered_works; /* citations are numbers of a list, and no notes */
};

/* Those of a language: as the report has it, or a language of the same name without the
   region, else as is usual. The one place that decides. */
struct language conventions_find(const struct reading *reading, const char *language);

/* A whole number as the program writes it in a text of this language. */
const char *conventions_number(const struct reading *reading, uint32_t number,
                               const char *language);

/* --- markdown.c: a CommonMark tree -> blocks ------------------------------------------- */

/* To whom the recommendations are addressed that come next; each NULL if that is not said. */
struct addressing {
    const char *file, *group; /* by the file; by a heading, */
    uint32_t level; /* which is of this level */
};

struct kept_note {
    const char *label; /* folded */
    uint32_t line; /* from 1 */
};

/* The notes of a file. */
struct notes {
    struct note *notes; /* in the order of their first marks */
    struct kept_note *kept; /* the same, those that have been built */
    bool *marked; /* whether a mark has been read */
    size_t count, built;
    uint32_t numbered; /* the last number that one has, or a citation */
    const struct note *current; /* that we are in, or NULL */
    uint32_t *known; /* the bytes of the source where a mark or a note begins */
    size_t known_count, known_capacity;
};

struct markdown {
    struct reading *reading;
    struct locator *locator;
    struct arena *scratch; /* what lives as long as the reading of this file */
    struct ids *ids;
    struct tongue tongue;
    bool ragged; /* what is read is not to be justified */
    const char *first_language; /* of the first text */
    struct notes notes;
    bool numbered; /* its paragraphs are */
    bool in_note; /* no mark of a note may stand there */
    const char *noteless; /* nor there: what is being read, or NULL */
    bool
        tables_cut; /* they are too large, and from there on without rows: that is told */
    const char *holder; /* what is being read, if no reference may stand there either */
    struct answers *answers; /* NULL: a lone file has no recommendations */
    struct addressing addressing;
};

/* The blocks of the lines from `first` (from 0) on; NULL if there are none. The tongue is
   left as it is after the last text. */
const struct block *markdown_read(struct markdown *markdown, uint32_t first);

/* The place of bytes [start, end) of a paragraph, quicker than paragraph_position. */
struct position markdown_position(struct markdown *markdown,
                                  const struct paragraph *paragraph, uint32_t start,
                                  uint32_t end);

/* --- builder.c: blocks put together ----------------------------------------------------- */

/* What a caption is about: a table, or a figure and its title. */
struct captioned {
    struct block *block; /* NULL: nothing */
    struct table *table;
    struct figure *figure;
    struct paragraph title; /* may be empty */
};

/* How the items of a list are counted. */
struct counting {
    bool asked; /* the author has said it */
    enum counter counter;
    bool open; /* "(" before each */
    char close; /* after each; NUL: the list's own sign */
    struct position position;
};

/* A block that is open: what comes next goes into it. */
struct level {
    struct block *block;
    struct block *last; /* of its children */
    struct counting counting; /* of the list that comes next, or of this one */
    struct captioned captioned; /* the last, as long as it waits for its caption */
    struct declaration declared; /* of the next, as said before it */
    struct tongue around; /* what is spoken again after one in a declared language */
    bool foreign; /* such a one is being read */
    bool ragged_around; /* what holds again after one that is declared ragged */
    bool ragged; /* such a one is being read */
};

/* Where a block stands: its lines, from 0, and the byte of the first line it begins at. */
struct extent {
    uint32_t first, last, column;
};

struct cmark_iter;

struct builder {
    struct markdown *markdown;
    uint32_t first; /* line of the source that is cmark's line 1 */
    struct cmark_iter *iterator;
    struct cmark_node *node;
    struct level levels[2 * BLOCK_DEPTH_LIMIT + 2]; /* a list and its item are two */
    size_t level_count;
    size_t depth; /* lists and quotations around us */
    bool *is_verbatim; /* for each line of the file: whether it is code or HTML */
    struct note *note; /* that we are in, or NULL */
    struct block *callout; /* the same */
    bool callout_begun; /* its first paragraph has been read */
};

/* Where the node stands, the byte it begins at, and its first line as a position. */
struct extent builder_extent(const struct builder *builder);
uint32_t builder_start(const struct builder *builder);
struct position builder_position(const struct builder *builder);

/* Where the text of a leaf stands; NULL if it is not found, and then it is said to stand
   where the block begins. */
struct content *builder_content(struct builder *builder, const char *text);

/* What cmark took for the inline text of a node; never NULL. */
const char *builder_text(struct cmark_node *node);

void builder_tell(const struct builder *builder, enum diag_id id, const char *a);
/* What comes next goes into the block, until it is closed. */
void builder_open(struct builder *builder, struct block *block);
void builder_close(struct builder *builder);
struct block *builder_add(struct builder *builder, enum block_kind kind);
/* Goes on after the node. */
void builder_skip(struct builder *builder);

/* --- counters.c: how lists are counted ---------------------------------------------------- */

/* Takes "{counter: abjad}" from the end of a paragraph: it is for the list that follows. */
struct counting counter_take(struct builder *builder, struct paragraph *paragraph);

/* A block of this kind is to come, or none (BLOCK_KINDS): tells if it is no list and was to
   be one. */
void counter_expect(struct builder *builder, enum block_kind kind);

/* What stands before an item: "1.", "(b)". */
const char *counter_label(const struct reading *reading, const struct block *item,
                          const struct counting *counting);

/* --- callouts.c: > [!margin] -------------------------------------------------------------- */

/* Opens the block that a quotation is, if it is a call-out. */
bool callout_open(struct builder *builder);
/* Before its level is closed. */
void callout_close(struct builder *builder);

/* Takes "[!word]" from its first paragraph, and from some what stands on the first line. */
void callout_take(struct builder *builder, struct paragraph *paragraph);

/* Whose words a pull quote is, if a line of the paragraph says it: parted from it. */
struct paragraph callout_part(struct builder *builder, struct paragraph *paragraph);

/* What a block of this kind is called, if none may stand where we are; else NULL. */
const char *callout_refuses(const struct builder *builder, enum block_kind kind);

/* "margin" */
const char *callout_word(enum callout callout);

/* --- numbered.c: numbers of paragraphs ----------------------------------------------------- */

/* Where "{#par:id}" begins at the end of a paragraph; the end if it is not there. */
uint32_t numbered_find_id(const struct paragraph *paragraph);

/* Gives a block its number, if it has one, and the id that begins there in the paragraph. */
void numbered_give(struct builder *builder, struct block *block,
                   const struct paragraph *paragraph, uint32_t braces);

/* "paragraph 12", "12" */
const char *numbered_words(const struct reading *reading, const struct block *block,
                           bool bare);

/* --- leaves.c: blocks that hold text ---------------------------------------------------- */

void leaf_paragraph(struct builder *builder);
void leaf_heading(struct builder *builder);
void leaf_code(struct builder *builder);
void leaf_html(struct builder *builder);

/* --- guard.c: what CommonMark's parser is given ------------------------------------------ */

/* The lines from `first` (from 0) on, each ended by LF. */
struct slice guard_copy(struct markdown *markdown, uint32_t first);

/* Whether a line can be the one below the header of a table. */
bool guard_is_rule(struct slice line);

/* --- notes.c: footnotes -------------------------------------------------------------------- */

/* Finds the notes of a parsed file. */
void notes_find(struct markdown *markdown, struct cmark_node *root);

/* What begins at this byte of the source is no note that was dropped. */
void notes_know(struct markdown *markdown, uint32_t source);

/* The end of "[^label]:" that begins there, else 0. */
size_t note_end(struct slice line, size_t start);

void note_open(struct builder *builder);
void note_close(struct builder *builder);

/* Tells of the notes that no mark refers to. */
void notes_check(const struct builder *builder);

/* references.c. Tells of paragraphs that begin with a reference and a colon: CommonMark takes
   them for something else, and they would be lost. */
void references_check_lines(const struct builder *builder);

/* --- rows.c, tables.c: tables ---------------------------------------------------------------- */

enum { COLUMN_LIMIT = 64 };

struct row_cell {
    uint32_t start, end; /* [bytes of the line] */
};

/* Where a row begins, after the marks of quotations. */
size_t row_start(struct slice line);

/* How many cells a row has that begins at `start`; the first `room` of them. */
size_t row_split(struct slice line, size_t start, struct row_cell *cells, size_t room);

/* The place of a cell's text; false if it is not there. */
bool row_find(struct content *content, struct markdown *markdown, uint32_t line,
              struct row_cell cell, const char *text);

void table_read(struct builder *builder);

/* --- captions.c: what is said about a table or a picture ------------------------------------- */

/* Whether a paragraph is a caption: it begins with ": ". */
bool caption_begins(const struct paragraph *paragraph);

/* Gives the caption to the block before it. */
void caption_read(struct builder *builder, const struct paragraph *paragraph);

/* Gives the table or figure the id "table:key" or "fig:key". */
void caption_claim(struct markdown *markdown, struct block *block, const char *key,
                   struct position position);

/* Gives a caption that has words its number, and its label in this language. */
void caption_number(struct markdown *markdown, struct tongue tongue,
                    enum block_kind kind, struct caption *caption);

/* The last block waits for its caption; unless one follows, its title is one. */
void caption_wait(struct builder *builder, struct captioned captioned, bool follows);

/* --- attributes.c: what stands in braces at the end ------------------------------------------ */

/* One of them, in bytes of the paragraph's text. */
struct word {
    uint32_t start, end;
};

/* The next word at or after *at: up to a space that is not in quotes. False if there is
   none before `end`. */
bool attributes_next(struct slice text, uint32_t *at, uint32_t end, struct word *word);

/* What stands in quotes, or a word without them; false if it is empty. */
bool attributes_unquote(struct slice text, struct word *value);

/* Where the braces begin that end at `end`; `end` itself if there are none. */
uint32_t attributes_find(const struct paragraph *paragraph, uint32_t start,
                         uint32_t end);

/* Reads those of a caption, in bytes [start, end) with the braces. */
void attributes_read(struct builder *builder, const struct paragraph *paragraph,
                     uint32_t start, uint32_t end, const struct captioned *captioned);

/* --- named.c: words that report.yaml has names for in each language ------------------------- */

/* Reads `severities`, `priorities` and `addressees`. */
void report_read_named(struct report *report, struct conventions *conventions);

/* What a word is called in a language; the word itself where the report has no list of its
   kind. NULL if the list lacks it, which has then been told. */
const char *named_find(struct reading *reading, enum named kind, const char *word,
                       const char *language, struct position position);

/* --- findings.c: front matter -> a finding -------------------------------------------------- */

/* What front matter says of a finding, or of recommendations; each may be NULL. */
struct finding_keys {
    const struct yaml *id, *statement, *severity;
};

/* The blocks of the section have been read. */
void finding_read(struct markdown *markdown, const struct finding_keys *keys,
                  const struct section *section);

/* --- recommendations.c: headings -> recommendations ------------------------------------------ */

/* Reads the braces of a heading, in bytes [start, end) of the paragraph: an id, and what is
   said of a recommendation. */
void recommendation_read(struct builder *builder, struct block *heading,
                         const struct paragraph *paragraph, uint32_t start,
                         uint32_t end);

/* A heading ends the group of recommendations above it that it is not below. */
void recommendation_regroup(struct markdown *markdown, const struct block *heading);

/* --- answers.c: which recommendation answers which finding ----------------------------------- */

/* The findings and recommendations of one language. */
struct answers *answers_new(struct reading *reading, struct ids *ids,
                            const struct language *language);

void answers_add_finding(struct answers *answers, struct finding *finding);
void answers_add_recommendation(struct answers *answers,
                                struct recommendation *recommendation);

/* The recommendation added last answers the finding of this id, as is said there. */
void answers_ask(struct answers *answers, const char *id, struct position position);

/* When the language has been read: links both ways, and tells what answers nothing. */
void answers_finish(struct answers *answers);

/* How many there are. */
size_t answers_findings(const struct answers *answers);
size_t answers_recommendations(const struct answers *answers);

/* Puts those of all languages into the document, and tells of those that another language
   lacks. */
void answers_compare(struct report *report, struct answers *const *answers);

/* --- figures.c: pictures ------------------------------------------------------------------------ */

/* Whether a node is a picture, alone in its paragraph. */
bool figure_stands(struct cmark_node *node);

/* The block of the paragraph that the picture stands in. */
void figure_read(struct builder *builder);

/* --- csvtable.c: a table from data ------------------------------------------------------------ */

/* The block that a fenced block of YAML describes. */
void csvtable_read(struct builder *builder);

/* --- charts.c: a chart from data -------------------------------------------------------------- */

/* The block that a fenced block of YAML describes. */
void chart_read(struct builder *builder);

/* --- content.c: what CommonMark keeps of a block's lines, and where it stands ---------- */

/* From byte `start` of the content on, text stands at byte `source` of the source. */
struct content_line {
    uint32_t start, source;
};

struct content {
    struct slice text; /* lines parted by LF */
    const struct content_line *lines;
    uint32_t line_count;
    uint32_t line; /* that of the last place asked for */
};

/* Finds the lines of `text` in the source, in order, the first of them within `extent`.
   False if they are not there. */
bool content_find(struct content *content, struct markdown *markdown, struct slice text,
                  struct extent extent);

/* The byte of the source where byte `offset` of the content stands. Quick when asked from
   front to back. */
uint32_t content_source(struct content *content, size_t offset);

/* --- paragraph.c: what is asked of a paragraph ------------------------------------------- */

/* The byte of the source where a byte of its text stands. */
uint32_t paragraph_source(const struct paragraph *paragraph, uint32_t offset);

/* Whether an ASCII character of its text is notation: neither escaped nor code. */
bool paragraph_is_literal(const struct paragraph *paragraph, uint32_t offset);

/* Looks for links whose text is an address, from front to back. */
struct address_finder {
    const struct paragraph *paragraph;
    size_t next; /* span */
    uint32_t end; /* of the last such text that began */
};

/* Whether a byte stands in such a text. */
bool address_stands(struct address_finder *finder, uint32_t offset);

/* Its text without the marks of notes. */
struct slice paragraph_words(struct arena *arena, const struct paragraph *paragraph);

/* A text on one line. */
const char *paragraph_plain(struct arena *arena, struct slice text);

/* Bytes [start, end) of it, without spaces at both ends. */
struct paragraph paragraph_cut(struct arena *arena, const struct paragraph *paragraph,
                               uint32_t start, uint32_t end);

/* --- rewrite.c: words put in the place of parts of a paragraph ----------------------------- */

/* The words that take the place of bytes [start, end) of the text. */
struct edit {
    uint32_t start, end;
    const char *words;
    uint32_t made_end; /* where they end in the text that is made */
};

/* `spans` are those the paragraph is to have, in bytes of its text as it is; the edits are in
   order, and no span begins or ends inside one. */
void paragraph_rewrite(struct arena *arena, struct paragraph *paragraph,
                       struct span *spans, size_t span_count, struct edit *edits,
                       size_t edit_count);

/* --- inline.c: inline nodes -> a paragraph --------------------------------------------- */

/* The text of a paragraph or heading. `content` NULL: not found in the source, and all of
   it is said to stand at byte `source`. */
struct paragraph inline_read(struct markdown *markdown, struct cmark_node *block,
                             struct content *content, uint32_t source);

/* --- compose.c: a paragraph that grows --------------------------------------------------- */

struct composer {
    struct markdown *markdown;
    struct buffer text;
    struct span *spans;
    size_t span_count, span_capacity;
    struct place *places;
    size_t place_count, place_capacity;
    size_t floor; /* text before it is final: a span ends there */
    size_t open[INLINE_DEPTH_LIMIT]; /* the spans that are open, the outermost first */
    size_t depth;
};

/* Bytes of text that stand at byte `source` of the source. */
void compose_bytes(struct composer *composer, const char *bytes, size_t length,
                   uint32_t source);
/* White space: one space, or nothing where there is one already or a line begins. */
void compose_space(struct composer *composer, uint32_t source);
void compose_break(struct composer *composer, uint32_t source);
/* Spans close in the order opposite to that in which they were opened. */
struct span *compose_open(struct composer *composer, enum span_kind kind,
                          uint32_t source);
struct span *compose_close(struct composer *composer, uint32_t source);
/* The paragraph; `language` and `direction` are left to the caller. */
struct paragraph compose_finish(struct composer *composer);

/* --- follow.c: the content, read beside the tree ----------------------------------------- */

/* How the link we are in is written, and so what its text may hold. */
enum link_form {
    LINK_BRACKETED, /* [text](target); or no link at all: everything */
    LINK_ANGLED, /* <target>: entities */
    LINK_BARE, /* http://target: nothing */
    LINK_ADDRESS, /* a bare e-mail address, found in text already read: everything */
};

struct reader {
    struct markdown *markdown;
    struct content *content; /* NULL: lost */
    size_t at; /* [bytes of the content] */
    uint32_t source; /* where it was lost */
    struct composer composer;
    struct cmark_node *node;
    size_t skipped; /* how deep we are in what is not set */
    enum link_form form;
};

/* Where the reading has come to in the source; all of the content, empty when lost. */
uint32_t follow_source(struct reader *reader);
struct slice follow_rest(const struct reader *reader);
/* The byte `ahead` bytes further on; NUL past the end. */
char follow_peek(const struct reader *reader, size_t ahead);
bool follow_stands(struct reader *reader, const char *text);
void follow_skip(struct reader *reader, size_t length);
void follow_blanks(struct reader *reader);
/* The tree and the content disagree. */
void follow_lose(struct reader *reader);
void follow_tell(struct reader *reader, enum diag_id id, size_t length, const char *a);
/* Composes the text of the node. */
void follow_text(struct reader *reader);

/* Where no reference may stand, if we are there, else NULL. */
const char *follow_holder(const struct reader *reader);

/* --- references.c: [@fig:id] --------------------------------------------------------------- */

/* Composes the reference that the literal begins with, "[@" or "[-@"; gives how long it is,
   or 0 if it cannot be set, which has then been told. */
size_t reference_read(struct reader *reader, struct slice literal);

/* Remembers a paragraph that holds some; it stays where it is. */
void reference_keep(struct markdown *markdown, struct paragraph *paragraph);

/* Words whose quotation marks are to stand inside others. */
const char *quotes_turn(struct arena *arena, const char *words,
                        const struct quotes *quotes);

/* Puts words in their place. */
void reference_resolve(struct reading *reading, struct ids *ids,
                       struct paragraph *paragraph);

/* --- works.c: sources.json and sources.yaml -> what can be cited ------------------------------ */

/* A person or a body. */
struct work_name {
    const char *family; /* all of it where `given` is NULL */
    const char *given;
};

/* What is said of a work in one language; NULL: what is said of it in its own. */
struct work_words {
    const char *title, *short_title, *container, *publisher;
    const char *genre; /* what it is: "press release" */
    const char *addendum; /* what else there is to say */
    const char *sort; /* what it is sorted by */
    const char *issued; /* in place of a date; not in the work's own */
    const struct work_name *names; /* authors, else editors */
    size_t name_count;
};

struct work_form {
    const char *language;
    struct work_words words;
    struct work_form *next;
};

/* A day, month or year; `last` of another when it is from one to the other. */
struct work_date {
    struct date first, last; /* year 0: none; month 0: the year alone */
    const char *literal; /* in place of these, or NULL */
};

/* What can be cited: an item of CSL-JSON or CSL-YAML. */
struct work {
    const char *key;
    struct position position;
    const struct locator *locator; /* of the file, and where it is in it */
    const struct yaml *id;
    bool stands_alone; /* its title is that of a book, not of a part of something */
    bool is_edited; /* the names are those of editors */
    struct work_words own;
    struct work_form *forms; /* in other languages; the first */
    struct work_date issued, accessed;
    const char *number, *volume, *issue, *pages, *url;
    bool cited;
    const struct citations *citations; /* of the last language that cites it */
    size_t section; /* of those, the last in which all of it has been said, from 1 */
    uint32_t number_in_list; /* of that language */
};

struct works {
    struct work **works; /* by key */
    size_t count, capacity;
    const char **keys; /* the same */
    size_t comparisons; /* made for suggestions */
};

/* The works beside report.yaml; read once. */
struct works *works_read(struct reading *reading);

/* NULL: there is none; then it has been told. */
struct work *works_find(struct reading *reading, const char *key,
                        struct position position);

/* Whether there is such a work; nothing is told. */
bool works_have(struct reading *reading, const char *key);

/* Tells of those that nobody cites. */
void works_check(struct reading *reading);

/* csl.c. A work of an item of CSL; NULL if it has no key, which has then been told. Of a
   `foreign` file the characters have not been checked. */
struct work *work_read(struct reading *reading, const struct yaml *item, bool foreign);

/* An item of CSL being read. */
struct item_reader {
    struct reading *reading;
    struct work *work;
    bool foreign; /* its characters have not been checked */
};

/* A text of it without the tags that citation programs put there; NULL if nothing is left. */
const char *item_text(const struct item_reader *reader, const char *text,
                      struct position position);

/* The name of a field that has a text in each language, from 0 on; NULL after the last. */
const char *item_field(size_t field);
void item_set_field(struct work_words *words, size_t field, const char *text);

/* What the item says in a language. */
struct work_words *item_form(const struct item_reader *reader, const char *language);

/* extra.c: what Zotero's Extra says, and the key in it, or NULL. */
void extra_read(const struct item_reader *reader, const struct yaml *item);
const char *extra_find_key(struct arena *arena, const struct yaml *item);

/* What is said of a work in a language. */
struct work_words work_words(const struct work *work, const char *language);

/* csldate.c. Tells of a date that is none. */
struct work_date work_date_read(struct reading *reading, const struct yaml *value);

/* --- citations.c: [@key, p. 12] --------------------------------------------------------------- */

/* A work that is cited. */
struct cite {
    struct work *work;
    const char *locator; /* "p. 12"; may be empty */
    bool bare; /* without its names */
    bool whole; /* all that is said of it, and not only as much as tells it */
};

enum citation_form {
    CITATION_NOTE, /* a note of its own */
    CITATION_INSIDE, /* words in a note of the author's */
    CITATION_NUMBER, /* of the list */
    CITATION_CAPTION, /* where a table or figure is from */
};

/* What stands at one place. */
struct citation {
    enum citation_form form;
    struct cite *cites;
    size_t count;
    struct position position;
    size_t section, note; /* where it stands; and, to tell what comes first, */
    size_t turn; /* after how many others it was read */
};

/* Those of a language. */
struct citations {
    struct citation *items;
    size_t count, capacity;
    struct work **works; /* each once; sorted when all are known */
    size_t work_count, work_capacity;
    size_t section; /* the one that is being read, from 1 */
    size_t written; /* [bytes] of words */
};

/* Whether a span is one that has not been written yet. */
bool span_is_citation(const struct span *span);

/* Composes the citation that the literal begins with, `length` bytes of it. */
void citation_read(struct reader *reader, struct slice literal, size_t length);

/* Tells of a bracket that holds words before a source: Pandoc takes it for a citation. */
void citation_check(struct reader *reader, struct slice literal);

/* Gives notes and citations of a paragraph their numbers; what is to be written in their
   place is known later. */
void citations_settle(struct markdown *markdown, struct paragraph *paragraph);

/* The paragraph that says where something is from, "key, p. 12; key", to be written later; it
   stays where it is. Empty if none of them is there, which has been told. */
void source_cite(struct markdown *markdown, struct paragraph *paragraph,
                 const char *language, struct slice keys, struct position position);

/* When the language has been read: what is said whole, and the numbers of the list. */
void citations_finish(struct reading *reading, struct ids *ids, const char *language);

/* Writes those of a paragraph. */
void citations_write(struct reading *reading, struct ids *ids,
                     struct paragraph *paragraph);

/* --- wording.c: works in words ------------------------------------------------------------------ */

/* Words that are being written, and what is done to them; spans are in bytes of them. */
struct wording {
    struct reading *reading;
    struct language language;
    struct quotes quotes;
    struct buffer text;
    struct span *spans;
    size_t span_count, span_capacity;
    size_t begun; /* where the work being written begins */
    struct position position;
};

struct wording wording_begin(struct reading *reading, const char *language,
                             struct position position);

/* A full stop, if there is none. */
void wording_stop(struct wording *wording);

/* A text; a stretch of it between the two others. */
void wording_add(struct wording *wording, const char *text);
size_t wording_open(struct wording *wording, enum span_kind kind);
void wording_close(struct wording *wording, size_t span);

/* What parts two things, in Arabic letters another than otherwise. */
void wording_part(struct wording *wording, const char *otherwise, const char *arabic);

/* A work as it is cited, and as it stands in a list. */
void wording_cite(struct wording *wording, const struct cite *cite);
void wording_entry(struct wording *wording, const struct work *work);

/* "p. 12" as the language has it. */
void wording_locator(struct wording *wording, const char *locator);

/* The paragraph with these in place of spans of it, by start, each with its words. */
struct replacement {
    size_t span;
    const struct wording *wording;
};
void paragraph_replace(struct arena *arena, struct paragraph *paragraph,
                       const struct replacement *replacements, size_t count);

/* --- bibliography.c: the list of sources --------------------------------------------------------- */

/* The works in the order of the language. */
void bibliography_sort(struct reading *reading, struct citations *citations,
                       const char *language);

/* A heading and the works that are cited. */
const struct block *bibliography_make(struct report *report, struct ids *ids,
                                      const struct section *section);

/* --- braces.c: {number: 12500} ------------------------------------------------------------- */

/* Whether a text begins like one. */
bool brace_begins(struct slice text);

/* Composes what stands for the value that the literal begins with; gives how long it is, or 0
   if it is none, which has then been told. */
size_t brace_read(struct reader *reader, struct slice literal);

/* Writes those of a paragraph. */
void braces_write(struct markdown *markdown, struct paragraph *paragraph);

/* --- quotes.c: quotation marks, from " and ' --------------------------------------------------- */

void quotes_write(struct markdown *markdown, struct paragraph *paragraph);

/* --- punctuation.c: , ; ? % where ، ؛ ؟ ٪ belong ------------------------------------------------ */

void punctuation_check(struct markdown *markdown, const struct paragraph *paragraph);

/* --- settle.c: what is done to a paragraph whose language is known ---------------------------- */

void paragraph_settle(struct markdown *markdown, struct paragraph *paragraph);

/* --- nouns.c: what is counted ---------------------------------------------------------------- */

/* The nouns of report.yaml, checked; NULL if there are none. */
const struct yaml *report_read_nouns(struct report *report);

/* A number and the noun of this name, as the number asks for it: "15 deaths". NULL, and then
   it has been told at `position`, if the noun is not there or lacks the form. */
const char *noun_count(struct reading *reading, const struct language *language,
                       const struct decimal *decimal, const char *name,
                       struct position position);

/* --- scan.c: where the inline construct that begins at a byte of CommonMark text ends; that
   byte itself if there is none ------------------------------------------------------------ */

size_t scan_link_end(struct slice text, size_t offset);
size_t scan_entity_end(struct slice text, size_t offset);
size_t scan_run_end(struct slice text, size_t offset);
bool scan_is_escape(struct slice text, size_t offset);
bool scan_is_blank(struct slice text);

/* --- links.c: targets ------------------------------------------------------------------ */

/* Whether a target begins like an address of the web: "http:", "//". */
bool link_has_scheme(const char *url);

/* "%D8%A3" -> the letter (RFC 3986 2.1); what is no escape stays. */
char *link_decode(struct arena *arena, struct slice text);

/* What a link may point to, else NULL, which has then been told. */
const char *link_target(struct markdown *markdown, const char *url,
                        struct position position);

/* --- numeral.c: what people type for a number ------------------------------------------- */

/* Signs that part thousands in one numeral and begin the decimals in another; any sign
   that does but one of them is MARK_OTHER. */
enum mark {
    MARK_NONE,
    MARK_COMMA,
    MARK_POINT,
    MARK_ARABIC_COMMA,
    MARK_OTHER,
    MARKS,
};

struct numeral {
    struct decimal decimal; /* `unclear` taken for a sign that parts thousands */
    enum mark decimal_mark, grouping_mark; /* what the form of it proves */
    enum mark unclear; /* could be either; if it begins decimals, they are three */
};

/* False if the text is no numeral. */
bool numeral_read(struct slice text, struct numeral *numeral);

/* Whether the text is a lone dash, which stands for nothing. */
bool numeral_is_dash(struct slice text);

/* --- date.c: 2019-10-25, or 2019-10 --------------------------------------------------------- */

/* False if there is no such day, or month. */
bool date_read(const char *text, struct date *date);

/* "2019-11-21/2019-11-24", as ISO 8601 has it. False if it is not from one day, or month, to a
   later one, which has then been told. */
bool dates_read(struct reading *reading, const char *text, struct position position,
                struct date *first, struct date *last);

/* --- records.c: CSV -> records of fields (libcsv) ---------------------------------------- */

enum {
    DATA_COLUMNS = 200,
    DATA_ROWS = 100000,
    DATA_CELLS = 1000000,
};

/* A field without its quotes and the white space at its ends. */
struct field {
    struct slice text; /* of the source, or in the arena */
    uint32_t source; /* the byte of the source it begins at */
};

struct record {
    uint32_t row; /* as a spreadsheet counts it: from 1, empty lines too */
    uint32_t source; /* where it begins */
    struct field fields[DATA_COLUMNS]; /* those past `count` are empty */
    size_t count;
    size_t written; /* how many there are, the empty ones at the end too */
    bool has_surplus; /* there is a field past DATA_COLUMNS that is not empty */
    uint32_t surplus; /* where it begins */
};

struct records;

/* The records of a source; to be closed. What parts the fields is found out. */
struct records *records_open(struct reading *reading, struct locator *locator);
void records_close(struct records *records);

/* ',', ';' or TAB. */
char records_delimiter(const struct records *records);

/* The next record in which something is written; false after the last, or where the rest
   cannot be read, which has then been told. */
bool records_next(struct records *records, struct record *record);

/* Whether the rest could not be read. */
bool records_broke(const struct records *records);

/* --- data.c: a CSV file -> named columns ------------------------------------------------ */

enum data_kind {
    DATA_TEXT,
    DATA_NUMBER, /* each cell is empty or a numeral */
    DATA_YEAR, /* a number that counts nothing: each cell has four digits */
};

struct data_column {
    const char *name; /* white space inside it is one space */
    struct field header; /* the name as it stands there */
    size_t field; /* where its fields stand in a record, from 0 */
    enum data_kind kind; /* by what it holds */
    bool begins_decimals[MARKS]; /* of the marks that are unclear in a numeral */
    bool is_unclear; /* whether that is a guess; `unclear_row` is such a row */
    bool is_mixed; /* whether it is a text though most cells are numbers; such a row */
    bool has_clash; /* whether a mark does both; in these two rows */
    size_t unclear_row, text_row, thousands_row, decimals_row;
};

/* Rows are counted from 0 here, and as a spreadsheet does in messages. */
struct data {
    const char *path;
    struct locator *locator;
    char delimiter;
    struct data_column *columns;
    size_t column_count;
    const struct field *fields; /* row by row, `width` each */
    const uint32_t *rows; /* as a spreadsheet counts them */
    size_t row_count, width;
    bool broken; /* it has been told why */
    const struct data *next; /* of those read before */
};

/* The data of a file, read once for each document; NULL if they cannot be used, which has
   then been told, what concerns the file itself only once. `from` names the file. */
const struct data *data_read(struct reading *reading, const char *path,
                             struct position from);

const struct data_column *data_find(const struct data *data, const char *name);
const struct field *data_field(const struct data *data, size_t row, size_t column);
struct position data_position(const struct data *data, const struct field *field);

/* A text as messages show it: the beginning of it, on one line. */
const char *data_words(struct arena *arena, struct slice text);

/* "row 3, column deaths" */
const char *data_place(struct arena *arena, const struct data *data, size_t row,
                       size_t column);

/* The number in a cell; false if it is none. */
bool data_number(const struct data *data, size_t row, size_t column,
                 struct decimal *decimal);

/* Tells if a field is what a spreadsheet writes where it has no value to show. */
void data_check(struct reading *reading, const struct data *data, size_t row,
                size_t column);

/* --- data_rows.c: rows by what they read ---------------------------------------------------- */

struct row_index;

/* What has been made to find rows at once. */
struct row_indexes {
    struct row_index *first;
    size_t visits; /* rows looked at */
    size_t questions; /* for the nearest */
};

/* What a row has to read. */
struct row_condition {
    const char *text;
    const struct data_column *column; /* NULL: any that names the row */
};

struct found_rows {
    size_t rows[2]; /* the first two of them */
    size_t count;
    bool gave_up; /* too much has been asked for */
};

/* How many columns name the rows: the first, and those of text that follow it. */
size_t data_name_count(const struct data *data);

/* A text as rows are compared by: any white space is one space. */
const char *data_name(struct arena *arena, struct slice text);

/* Those that meet all of the conditions, of which there is one at least. */
struct found_rows data_find_rows(struct reading *reading, const struct data *data,
                                 const struct row_condition *conditions, size_t count);

/* --- lookup.c: data/casualties.csv[Dhi Qar, deaths] ------------------------------------------ */

/* A text in braces with numbers in the place of what leads to them in data; NULL, and then it
   has been told, if one is not there. `text` is a part of the target of the span. */
const char *lookup_write(struct reading *reading, const struct span *span,
                         struct slice text);

/* --- data_cells.c: a cell as a value names it -------------------------------------------------- */

/* "data/casualties.csv[Dhi Qar, deaths]"; NULL if that cannot be written. */
const char *data_cell_name(struct reading *reading, const struct data *data, size_t row,
                           size_t column);

/* --- typed.c: numbers that were typed in the text ------------------------------------------------ */

struct typed {
    const struct section *section;
    const struct paragraph *paragraph;
    uint32_t start, end; /* [bytes of the paragraph's text] */
    struct decimal decimal;
};

struct typed_list {
    struct typed *items; /* in the order of the document */
    size_t count;
};

struct typed_list typed_find(struct arena *arena, const struct document *document);

/* --- retyped.c: and in the data -------------------------------------------------------------------- */

void retyped_tell(struct reading *reading, const struct document *document);

/* --- columns.c: what the columns of data hold --------------------------------------------- */

void columns_type(struct data *data);

/* Tells where numbers of a column may mean something else. */
void columns_tell_doubts(struct reading *reading, const struct data *data,
                         size_t column);

/* Tells of the cell that makes a column of numbers one of texts. */
void columns_tell_mixed(struct reading *reading, const struct data *data,
                        size_t column);

/* --- fence.c: what a fenced block that shows data is made of ------------------------------ */

struct fence {
    struct builder *builder;
    struct reading *reading;
    const struct yaml *root; /* the map that stands there */
    const struct data *data; /* of the file it names */
    struct tongue tongue; /* of its caption, or else of the text before */
    struct composer composer; /* its room is used again for each text */
};

/* Reads the map, with keys of `known` alone; false if there is none, which has been told. */
bool fence_open(struct fence *fence, struct builder *builder, const char *const known[],
                size_t count);

/* So many more cells are to be shown; false if there are too many, which has been told. */
bool fence_claim(struct fence *fence, size_t cells);

/* The data of the file named by the key `data`; false if there are none to be had. */
bool fence_data(struct fence *fence);

void fence_tell(struct fence *fence, enum diag_id id, struct position position,
                const char *a, const char *b);

/* The column that a value names; NULL, which has been told, if it names none. */
const struct data_column *fence_column(struct fence *fence, const struct yaml *value);

/* Whether the key `place` says that it stays where it is. */
bool fence_place(struct fence *fence);

/* A text that the program writes in place of what stands at byte `offset`; one of the YAML;
   that of a key, empty where it is not there; a cell as it stands, its lines parted by
   U+2028. */
struct paragraph fence_write(struct fence *fence, const char *text,
                             const struct source *source, uint32_t offset);
struct paragraph fence_value(struct fence *fence, const struct yaml *value);
struct paragraph fence_optional(struct fence *fence, const char *key);
struct paragraph fence_field(struct fence *fence, const struct field *field);
/* Where it is from: a text, or "[@key, p. 12]". The paragraph is to stay where it is. */
void fence_source(struct fence *fence, struct paragraph *source);

/* --- timeline.c, events.c: events from data ---------------------------------------------------- */

/* The block that a fenced block of YAML describes. */
void timeline_read(struct builder *builder);

enum { TIMELINE_FIGURES = 4 /* at most */ };

/* The columns of the file that an event is made of; NULL: none. */
struct event_columns {
    const struct data_column *date, *title, *by, *text, *disputed;
    const struct data_column *figures[TIMELINE_FIGURES];
    size_t figure_count;
};

struct dated_event {
    struct date date; /* of its beginning; day 0: of the month no more is known */
    size_t row; /* of the data */
    struct event event;
};

/* The event of a row; false if it has no date or title, which has been told. */
bool event_read(struct fence *fence, const struct event_columns *columns, size_t row,
                struct dated_event *event);

/* --- section.c ------------------------------------------------------------------------- */

/* Reads one file of content into a section whose key is set, and whose language unless it
   is a lone file. */
void section_read(struct reading *reading, struct ids *ids, struct answers *answers,
                  struct locator *locator, struct section *section);

/* --- check.c: rules about the whole of a section ---------------------------------------- */

/* `errors` is how many there were before it was read: where text was refused, that there is
   none need not be told. */
void section_check(struct reading *reading, const struct section *section,
                   size_t errors);

/* --- align.c: blocks of one level beside those of another ------------------------------------ */

/* What stands at one place; one of the two may be NULL. */
struct block_pair {
    const struct block *left, *right;
};

struct block_pairs {
    struct block_pair *items;
    size_t count;
};

/* How many marks of notes a text holds. */
size_t paragraph_marks(const struct paragraph *paragraph);

/* How many blocks stand side by side. */
size_t blocks_count(const struct block *first);

/* Pairs blocks of a kind, as many as can be in order, the most alike of them; what has no
   partner stands between. False if they differ too much for the rest of `budget`, which goes
   down by what has been done. */
bool blocks_align(struct arena *arena, const struct block *left,
                  const struct block *right, size_t *budget, struct block_pairs *pairs);

/* --- partners.c: a section and the same in another language ----------------------------------- */

/* Whether "partner: differs" is said; any other value is told. `value` may be NULL. */
bool partner_differs(struct reading *reading, const struct yaml *value);

/* Tells where the sections of a report have not the same structure in each language. */
void partners_check(struct reading *reading, const struct document *document);

/* --- report.c: report.yaml and the files it names -> a document ------------------------- */

struct report {
    struct reading *reading;
    struct document *document; /* what is being made */
    struct locator *locator; /* of report.yaml */
    const struct yaml *root;
    struct language *languages; /* those of the document */
    size_t language_count;
    const struct glossary *glossary; /* NULL: not read yet */
};

/* False if the world failed. */
bool report_read(struct reading *reading, struct document *document);

void report_tell(struct report *report, enum diag_id id, struct position position,
                 const char *a, const char *b);

/* languages.c. False if there is none, and then nothing else can be checked. */
bool report_read_languages(struct report *report);
const struct language *report_find_language(const struct report *report,
                                            const char *tag);
void report_tell_language(struct report *report, struct position position,
                          const char *tag);
struct localised_list report_read_localised(struct report *report,
                                            const struct yaml *value);

/* settings.c. Tells what is no setting below a language. */
void settings_check(struct report *report, const struct yaml *options);
/* Gives each language its settings; those of the key `languages` have been checked. */
void report_read_settings(struct report *report);

/* stamps.c. What is stamped on an edition; nothing if it is wrong, which has been told. */
struct localised_list stamp_read(struct report *report, const struct yaml *value);
/* The number of the edition, the language that prevails. */
void report_read_statements(struct report *report);

/* sections.c, parts.c, editions.c */
void report_read_sections(struct report *report);
/* A part that the program makes, in one language; false if the map in the list of sections
   does not say one. What is wrong with it is told by part_check, once for all languages. */
bool part_read(const struct yaml *map, const struct language *language,
               struct section *section);
void part_check(struct report *report, const struct yaml *list, const struct yaml *map);
/* Tells which of the lists of a language have nothing to hold. */
void parts_finish(struct report *report, const struct section *sections, size_t count,
                  struct ids *ids, const struct answers *answers);
/* made.c, glossary.c: blocks that no file of text holds. */
struct block *made_block(struct arena *arena, enum block_kind kind,
                         const struct language *language);
/* A text of `value`, or of the program's if that is NULL, in a language. */
struct paragraph made_paragraph(struct arena *arena, const char *text,
                                const char *language, const struct locator *locator,
                                const struct yaml *value);
/* What the program makes of a part whose kind has blocks, else NULL. */
const struct block *part_make(struct report *report, const struct section *part);
/* The heading of a part. */
struct block *made_heading(struct report *report, const struct section *part,
                           const char *id);
/* imprint.c: what report.yaml says of the edition; the page that says it. */
void imprint_read(struct report *report);
const struct block *imprint_make(struct report *report, const struct section *part);
/* The terms of glossary.yaml in the order of the part's language, beside them the others. */
const struct block *glossary_make(struct report *report, const struct section *part);
enum { RESOLUTION = 150 }; /* if an edition does not say its own */
void report_read_editions(struct report *report);

/* --- lone.c: a single Markdown file -> a document --------------------------------------- */

bool lone_read(struct reading *reading, const char *path, struct document *document);

#endif
