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

/* Charts whose tables are to stand in an annex, in the order of the document. */
struct annexed;
void ids_annex(struct ids *ids, struct annexed *annexed);
struct annexed *ids_annexed(const struct ids *ids);

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

/* --- withheld.c: what must not be printed --------------------------------------------------- */

/* A name that stood at `position` and must stand nowhere in what is written. */
void withheld_add(struct reading *reading, const char *text, struct position position);

/* Those of protected.yaml, if it is there. */
void withheld_read_protected(struct reading *reading);
void withheld_give(const struct reading *reading, struct document *document);

/* Blanks what is kept back in the text that `root` was parsed from; false if there is nothing.
   After that both must be parsed anew. */
bool withheld_blank(struct builder *builder, struct cmark_node *root, char *copy);

/* Opens the quotation that stands for one that is withheld; false if this is another. */
bool withheld_open(struct builder *builder);

/* What is printed instead: "[withheld]". */
const char *withheld_word(struct arena *arena, const char *language);

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

/* The place of a word in its list, from 1; 0 if there is none. */
uint32_t named_place(const struct reading *reading, enum named kind, const char *word);

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

/* As the notation has it: "bars". */
const char *chart_kind_name(enum chart_kind kind);

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

/* How many marks of notes a text holds. */
size_t paragraph_marks(const struct paragraph *paragraph);

/* How many blocks stand side by side. */
size_t blocks_count(const struct block *first);

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

/* --- annex.c: the data of charts as tables --------------------------------------------------- */

/* The blocks of the part {part: data}, when the language has been read. */
const struct block *annex_make(struct report *report, struct ids *ids,
                               const struct section *part);

/* Tells of each chart whose table has no place to stand: there is no such part. */
void annex_check(struct reading *reading, struct ids *ids);
enum { RESOLUTION = 150 }; /* if an edition does not say its own */
void report_read_editions(struct report *report);

/* selection.c: which of the sections an edition has, as the list says. */
const bool *selection_read(struct report *report, const struct yaml *list);

/* --- kinds.c: what editions are for ------------------------------------------------------ */

/* "report"; the name of the edition that is made when no other is told of. */
const char *edition_kind_name(enum edition_kind kind);

/* paper.c: what an edition says of paper. Wrong values are told; what was there stays. */
#define PAPER_A4                                                                       \
    { 595276, 841890 }

/* A length within bounds [1/1000 pt]. */
bool paper_length(struct report *report, const struct yaml *value, int32_t least,
                  int32_t most, int32_t *place);

/* The name of a size, or a list of two lengths; `usual` if it is neither. */
struct paper paper_read(struct report *report, const struct yaml *value,
                        struct paper usual);

/* Which of `words` it is; `count` if it is none. */
size_t paper_word(struct report *report, const struct yaml *value,
                  const char *const words[], size_t count);

/* booklet.c, one of the kinds. */
void booklet_read(struct report *report, const struct yaml *map,
                  struct edition *edition);

/* up.c: how many pages stand on a side. */
void up_read(struct report *report, const struct yaml *map, struct edition *edition);

/* What an edition says it is, else what its name says, else a report. `map` may be NULL. */
enum edition_kind edition_kind_read(struct report *report, const char *name,
                                    const struct yaml *map);

/* Tells of keys that an edition of its kind does not have, and reads those of the kind. */
void edition_kind_keys(struct report *report, const struct yaml *map,
                       struct edition *edition);

/* --- press.c: what an edition for a print shop has ---------------------------------------- */

void press_read(struct report *report, const struct yaml *map, struct edition *edition);

/* --- looks.c: large print, one colour; up -------------------------------------------------- */

void looks_read(struct report *report, const struct yaml *map, struct edition *edition);

/* --- handout.c: what a handout shows ------------------------------------------------------- */

/* Each key may be left out; `map` is NULL where all are. */
void handout_read(struct report *report, const struct yaml *map,
                  struct edition *edition);

/* --- lone.c: a single Markdown file -> a document --------------------------------------- */

bool lone_read(struct reading *reading, const char *path, struct document *document);

#include "document/data.h"
#include "document/inline.h"
#include "document/sources.h"

#endif
