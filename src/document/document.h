/* SPDX-License-Identifier: MIT */
/* The document: what the author said, in logical order, checked. It knows nothing of
   pages. Every node keeps its place in the source. */
#ifndef DOCUMENT_DOCUMENT_H
#define DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/slice.h"
#include "base/source.h"
#include "locale/locale.h"

/* --- inline text -------------------------------------------------------------------

   The text of a paragraph is one UTF-8 string, and what the author did to parts of it is
   a list of spans over byte offsets into that string: the one index space of the program.
   A soft break is U+0020, a hard break U+2028. */

enum span_kind {
    SPAN_EMPHASIS, /* *text* */
    SPAN_STRONG, /* **text** */
    SPAN_STRIKE, /* ~~text~~ */
    SPAN_CODE, /* `text` */
    SPAN_LINK, /* [text](target), <target>; [@fig:id], whose text is "Figure 3" */
    SPAN_NOTE, /* [^label]: the mark of a note, whose number is the text */
    SPAN_UNIT, /* a title or name: in its own direction, one piece to the text around */
    SPAN_KINDS
};

struct span {
    enum span_kind kind;
    uint32_t start, end; /* [bytes of the paragraph's text] */
    const char *target; /* SPAN_LINK: URI, or "#id" inside the report */
    const char *title; /* SPAN_LINK: the title, or NULL */
    const struct note *note; /* SPAN_NOTE */
    bool repeated; /* SPAN_NOTE: not the first mark of its note */
    struct position position;
};

/* Text from byte `offset` of the paragraph on stands at byte `source_offset` of the
   source, up to the next place. Exact where the source holds the text as it is (not
   through escapes and entities), else the start of the piece. */
struct place {
    uint32_t offset;
    uint32_t source_offset;
};

struct paragraph {
    struct slice text; /* NUL after its end */
    const struct span *spans; /* by start, the outer before the inner; well nested */
    size_t span_count;
    const struct place *places; /* by offset */
    size_t place_count;
    const struct source *source;
    const char *language; /* BCP 47 */
    enum direction direction;
    bool ragged; /* not to be justified, whatever its role is */
    uint32_t withheld; /* names that were taken out of it */
};

/* The place in the source of bytes [start, end) of a paragraph's text. */
struct position paragraph_position(const struct paragraph *paragraph, uint32_t start,
                                   uint32_t end);

/* A footnote. Numbers begin with 1 in each section; the mark is the number in the digits
   of the language. */
struct note {
    uint32_t number;
    const char *mark;
    const struct block *blocks; /* the first block */
    struct position position;
};

/* --- tables and figures ------------------------------------------------------------ */

/* What is said about a table or a figure. Without a caption it has no number. */
struct caption {
    uint32_t number; /* among the tables, or the figures, of its language; 0: none */
    const char *label; /* "Figure 3", in the words and digits of the language */
    struct paragraph text; /* empty: none */
    struct paragraph source; /* where it is from, what it does not say; empty: none */
};

enum column_align {
    COLUMN_START,
    COLUMN_CENTRE,
    COLUMN_END,
    COLUMN_NUMBER, /* decimal marks below one another, flush right in both directions */
};

struct table {
    struct caption caption;
    const enum column_align *columns; /* column_count of them */
    size_t column_count;
    const struct paragraph
        *cells; /* row by row, column_count each; text may be empty */
    size_t row_count; /* with the header */
    size_t header_rows; /* 0 or 1 */
    bool has_total; /* the last row is one */
    size_t marked_row; /* the row the table is about; 0: none */
};

/* What a chart is drawn from. */

enum chart_kind {
    CHART_BARS,
    CHART_LINES,
    CHART_DOTS, /* each value a mark on the line of its row */
    CHART_DUMBBELLS, /* two of them, joined by a bar */
    CHART_HEAT, /* a table whose cells are shaded */
    CHART_TILES, /* a map of equal squares */
    CHART_KINDS
};

/* Why a number is not certain. */
enum chart_doubt {
    DOUBT_NONE,
    DOUBT_DISPUTED,
    DOUBT_ESTIMATED,
    DOUBT_PRELIMINARY,
    DOUBTS
};

/* How the mark of such a number is outlined; it is hollow. */
enum chart_outline { OUTLINE_SOLID, OUTLINE_DASHED, OUTLINE_DOTTED, OUTLINES };

/* Numbers are whole, in units of ten to the power of -decimals of their chart. */
struct chart_value {
    bool known; /* else nothing is drawn, and `label` says that it is missing */
    enum chart_doubt doubt;
    int64_t number;
    struct paragraph label; /* as it is read: "1,493" */
};

/* A line across all values. */
struct chart_reference {
    int64_t number;
    struct paragraph label;
};

/* A stretch of time, or of the axis, on a ground of its own. */
struct chart_band {
    bool timed; /* from row `first` to row `last`; else between two numbers */
    size_t first, last;
    bool has_low, has_high; /* else as far as the axis goes */
    int64_t low, high;
    struct paragraph label;
};

/* What is written at a value. */
struct chart_annotation {
    size_t row, series;
    struct paragraph text;
};

/* A square of a tile map: row and column from 0, from the north and from the west. */
struct chart_tile {
    size_t row, column;
    size_t of; /* row of the chart; row_count: it has none */
    struct paragraph name; /* as it is written there */
};

/* How far the axis goes at least. */
struct chart_axis {
    bool has_from, has_to, inverted;
    int64_t from, to;
};

/* No number has more digits: then none that is computed from them is too large. */
enum { CHART_DIGITS = 11 };

enum { CHART_SERIES = 6 /* that can be told apart */, CHART_PANELS = 24 };

enum { CHART_LIMITS = 5 /* between steps of shading */ };

/* How many there may be in one chart. */
enum { CHART_REFERENCES = 4, CHART_BANDS = 4, CHART_ANNOTATIONS = 12, CHART_SAID = 12 };

struct chart {
    enum chart_kind kind;
    const char *language;
    enum direction direction;
    enum digits digits;
    struct paragraph subtitle, notes; /* empty: none */
    struct paragraph data; /* where its table stands; empty: nowhere */
    bool wide; /* where that can be, as wide as text and outer column together */
    struct paragraph
        explanation; /* of hollow marks and of gaps; empty: none is needed */
    enum chart_outline outlines[DOUBTS]; /* of those in this chart */
    const struct paragraph *names; /* of the rows */
    const struct paragraph *titles; /* of the series */
    const struct chart_value *values; /* row by row, series_count each */
    size_t row_count, series_count; /* of series CHART_SERIES at most */
    bool panels; /* each series in a panel of its own, up to CHART_PANELS; none upright,
                    stacked or with a reference */
    bool own_scales; /* of the panels; else they have one */
    bool upright; /* bars; where there is room */
    bool stacked; /* bars, none of them less than 0 */
    int decimals; /* may be less than 0 */
    bool percent; /* all numbers are */
    enum number_words words; /* large numbers are written in them */
    const char *unit; /* after each number; empty: none */
    size_t marked_row; /* from 1; 0: none */
    const struct chart_reference *references;
    const struct chart_band *bands;
    const struct chart_annotation *annotations;
    size_t reference_count, band_count, annotation_count;
    const size_t
        *said; /* lines: the rows whose values are written; none: the chart's own
                           choice */
    size_t said_count;
    const int64_t *limits; /* heat, tiles: rising; each is the first number of a step */
    size_t limit_count;
    const struct chart_tile *tiles;
    size_t tile_count, tile_rows, tile_columns;
    struct chart_axis axis;
    const int64_t *places; /* lines: of the rows in time, rising */
    bool time_ltr; /* lines: time runs from left to right in any language */
};

struct figure {
    struct caption caption;
    const struct chart *chart; /* NULL: a picture */
    const char
        *path; /* of the picture: below the content folder, and there; a chart: NULL */
    const char *alt; /* what the picture shows, for who cannot see it */
    uint32_t width; /* of the column [percent]; 0: the picture's own, at most all */
};

/* --- timelines ----------------------------------------------------------------------- */

enum event_figure_kind {
    EVENT_FIGURE_GIVEN,
    EVENT_FIGURE_DISPUTED,
    EVENT_FIGURE_NONE, /* a dash */
};

struct event_figure {
    enum event_figure_kind kind;
    struct paragraph text;
};

/* What happened, and when. */
struct event {
    uint32_t year; /* of its first day */
    struct paragraph year_text;
    struct paragraph days; /* "21–24"; empty: of the month no more is known */
    struct paragraph month;
    struct paragraph title;
    struct paragraph by; /* who counted; may be empty */
    struct paragraph text; /* may be empty */
    const struct event_figure *figures; /* figure_count of the timeline */
    bool has_figures; /* one of them is no dash */
    bool disputed; /* the event as a whole */
};

struct timeline {
    const struct paragraph *figure_titles; /* figure_count of them */
    size_t figure_count;
    const struct event *events; /* in the order of their dates */
    size_t event_count;
    struct paragraph none; /* in place of the dashes of an event; empty: they stand */
    struct paragraph source; /* may be empty */
};

/* --- findings and recommendations -------------------------------------------------- */

/* What both have: links lead to it, and what is numbered is so in the order of report.yaml,
   the same in every language. */
struct numbered {
    const char *id; /* without its kind: "use-of-force" */
    uint32_t number; /* among those of its kind and language, from 1 */
    const char *digits; /* the number as it is printed */
    const char *label; /* "Finding 2" */
    const struct language *language;
    const struct block *heading; /* its title */
    const struct numbered **answers; /* a finding: the recommendations that answer it; a
                                        recommendation: the findings it answers */
    size_t answer_count;
    struct position position;
};

/* A section whose front matter says so. Its text is the evidence. */
struct finding {
    struct numbered numbered;
    struct paragraph statement; /* empty: none */
    const char *severity; /* as the report calls it; NULL: not said */
};

/* A heading whose id begins with "rec:", and the text below it. */
struct recommendation {
    struct numbered numbered;
    const char *addressee; /* these three as they are printed, */
    const char *priority; /* or NULL: not said */
    uint32_t
        urgency; /* the place of its priority in the report's list, from 1; 0: none */
    const char *by; /* "December 2026" */
};

/* --- blocks --------------------------------------------------------------------- */

enum block_kind {
    BLOCK_HEADING, /* paragraph, level */
    BLOCK_PARAGRAPH, /* paragraph */
    BLOCK_LIST, /* children: items */
    BLOCK_ITEM, /* children: blocks */
    BLOCK_QUOTE, /* children: blocks */
    BLOCK_CODE, /* paragraph: lines parted by U+2028, no spans */
    BLOCK_RULE, /* thematic break */
    BLOCK_TABLE, /* table */
    BLOCK_FIGURE, /* figure */
    BLOCK_TIMELINE, /* timeline */
    BLOCK_CALLOUT, /* callout; children: blocks */
    BLOCK_KINDS
};

enum callout {
    CALLOUT_MARGIN, /* beside the text: paragraphs */
    CALLOUT_KEY, /* beside the text: the figure is `paragraph`; what it counts, its source */
    CALLOUT_PANEL, /* `paragraph` is the title, if it has one */
    CALLOUT_PULL, /* a paragraph, and perhaps whose words it is */
    CALLOUT_KINDS
};

/* The box of a task list's item. */
enum task { TASK_NONE, TASK_OPEN, TASK_DONE };

struct block {
    enum block_kind kind;
    struct position position;
    const struct block *children; /* the first child */
    const struct block *next; /* the next sibling */
    struct paragraph paragraph; /* HEADING, PARAGRAPH, CODE; some CALLOUTs */
    enum callout callout; /* CALLOUT */
    uint32_t level; /* HEADING: 1 to 6 */
    uint32_t
        number; /* LIST: the first number; ITEM: its own; PARAGRAPH: its own, or 0 */
    bool ordered; /* LIST, ITEM */
    bool tight; /* LIST, ITEM: no space between items */
    char delimiter; /* ordered LIST, ITEM: '.' or ')' */
    const char
        *label; /* ordered ITEM, numbered PARAGRAPH: what stands before it, "1." */
    bool lettered; /* ordered LIST: by letters, as far as they go */
    enum task task; /* ITEM */
    const struct table *table; /* TABLE */
    const struct figure *figure; /* FIGURE */
    const struct timeline *timeline; /* TIMELINE */
    bool stays; /* TABLE, FIGURE: here and nowhere else; it may not float */
    bool beside; /* FIGURE, a chart: in the outer column, where that can be */
    bool turns; /* TABLE: on pages of its own that are wider than high */
    const char *language; /* of what has no paragraph: that of what is inside it */
    enum direction direction;
    const char
        *id; /* HEADING, TABLE ("table:id"), FIGURE ("fig:id"), PARAGRAPH ("par:id"), a
               CALLOUT ("key:id"): what "#id" links to; unique within a language; NULL:
               nothing does */
    const struct finding *finding; /* HEADING: the title of one, or NULL */
    const struct recommendation *recommendation; /* the same */
    const char *addressee; /* HEADING: of the recommendations below it, or NULL */
};

/* --- the report ------------------------------------------------------------------ */

/* A text that exists once in each language. */
struct localised {
    const char *language;
    const char *text;
    struct position position;
};

struct localised_list {
    const struct localised *items;
    size_t count;
};

struct language {
    const char *tag; /* BCP 47; also the folder's name */
    enum direction direction;
    enum digits digits; /* of folios, counters and all the program writes itself */
    enum months months; /* their names in the dates it writes */
    const char *dates; /* BCP 47: the language by whose rules it writes them */
    bool typographic_quotes; /* made from those that were typed straight */
    enum counter counter; /* of ordered lists, unless they say another */
};

enum section_kind {
    SECTION_FILE, /* one file of content */
    SECTION_CONTENTS, /* headings and their pages; made by the program, as the rest */
    SECTION_FIGURES, /* the figures with a caption, and their pages */
    SECTION_TABLES,
    SECTION_FINDINGS, /* the findings at a glance, and their pages */
    SECTION_GLANCE, /* two pages: that, and key figures and recommendations */
    SECTION_RECOMMENDATIONS, /* the recommendations by addressee */
    SECTION_GLOSSARY, /* the terms of glossary.yaml */
    SECTION_IMPRINT, /* who publishes the report, and how it may be used */
    SECTION_BACK_COVER, /* the last page of an edition, once for all its languages */
    SECTION_SOURCES, /* the sources that are cited */
    SECTION_DATA, /* the data of charts, as tables */
    SECTION_KINDS
};

/* Those that the program makes have no source; contents and lists no blocks either: what
   stands in them is found out when all of the report is known. */
struct section {
    enum section_kind kind;
    const struct source *source;
    const struct language *language;
    const char *key; /* "findings/01-use-of-force": the same in every language */
    const char *title; /* front matter `title`, else the first heading, plain */
    const struct block *blocks; /* the first block */
    uint32_t depth; /* SECTION_CONTENTS: the level of the last headings shown, from 1 */
    const char *statement,
        *note; /* SECTION_GLANCE: at its beginning, its end; or NULL */
    uint32_t figures; /* SECTION_GLANCE: no more key figures than these */
    bool differs; /* it is not to be held against the same in another language */
    struct position position;
};

/* What an edition is for; each kind has keys of its own (document/kinds.c). */
enum edition_kind {
    EDITION_REPORT, /* for the screen, or a printer that puts a page on a sheet */
    EDITION_BOOKLET, /* sheets that are folded once and put into each other */
    EDITION_PRESS, /* for a print shop: inks, bleed, marks */
    EDITION_HANDOUT, /* the brief for a meeting */
    EDITION_KINDS
};

/* A size of paper, upright [1/1000 pt]. */
struct paper {
    int32_t width, height;
};

/* In which order the sides of the sheets are printed. */
enum booklet_runs {
    RUNS_ONE, /* front and back in turn, by a printer that turns the sheets itself */
    RUNS_SAME, /* all fronts, then the backs in the same order */
    RUNS_REVERSED /* the same, the backs from the last to the first */
};

/* How a booklet is printed and bound. */
struct booklet {
    struct paper paper; /* two pages stand on it side by side */
    struct paper page; /* what they are set for, if the look can be: half a sheet */
    bool page_given; /* no, this */
    uint32_t signature; /* pages that are folded together; 0: all */
    int32_t thickness; /* of the paper [1/1000 pt] */
    bool long_edge; /* sheets are turned over by it, not by the short one */
    enum booklet_runs runs;
    bool back_to_back; /* what reads from the right begins at the other cover */
    bool marks; /* where to fold, staple and cut */
    bool dummy; /* small pictures of the sheets instead of them */
};

/* Several pages on one side of the paper. */
struct up {
    uint32_t pages; /* on a side */
    struct paper paper; /* which may lie */
    int32_t margin; /* nothing is nearer to the edge of the paper [1/1000 pt] */
    bool cut; /* they are cut apart into leaves of two pages each */
    bool repeat; /* all leaves of a sheet are the same */
    bool notes; /* beside each are lines to write on */
};

/* What a print shop is given around the pages. */
struct press {
    int32_t bleed; /* [1/1000 pt] */
    bool crop, registration, colour_bar, slug; /* which marks there are */
    const int32_t
        *folds; /* [1/1000 pt] from the binding; marks where paper is folded */
    size_t fold_count;
};

/* What a handout shows in one language, in order. */
struct brief {
    const struct language *language;
    const struct finding **findings;
    const struct block **figures; /* key figures */
    const struct block **charts;
    const struct recommendation **calls;
    size_t finding_count, figure_count, chart_count, call_count;
};

struct handout {
    uint32_t sides; /* of all languages */
    struct paper paper;
    const struct brief *briefs; /* one for each language of the edition */
};

/* One output. */
struct edition {
    const char *name; /* file name without ".pdf" */
    enum edition_kind kind;
    bool unlisted; /* report.yaml does not name it: made when it is asked for by name */
    const struct language **languages; /* in order of appearance */
    size_t language_count;
    uint32_t resolution; /* pictures have no more than this [pixels per inch] */
    const bool *sections; /* of the document: those that are in it; NULL: all */
    struct localised_list stamp; /* on every page: "Draft"; empty: none */
    bool parallel; /* its languages, which are two, stand side by side */
    struct booklet booklet; /* EDITION_BOOKLET */
    bool large_print; /* no letter is smaller than 18 points */
    bool one_colour; /* black and white, and grey pictures */
    const struct up *up; /* NULL: a page is a sheet */
    const struct press *press; /* EDITION_PRESS; else NULL */
    const struct handout *handout; /* what it is made of if it is one, else NULL */
    struct position position;
};

/* A name that must not be printed. */
struct withheld {
    const char *text;
    struct position position;
};

/* The parts of report.yaml that print; each in every language of the report. For a lone
   Markdown file only title and languages are set. */
struct document {
    const struct source *source; /* report.yaml, or the lone file */
    const char *folder; /* NULL for a lone file */
    bool lone; /* a lone file: no cover, no running heads */
    struct localised_list title;
    struct localised_list short_title; /* running head; the title if not given */
    struct localised_list publisher;
    struct localised_list campaign;
    struct localised_list edition_line; /* "Sample edition" */
    struct localised_list edition_number; /* "Edition 2" */
    struct localised_list prevails; /* "... the Arabic text prevails." */
    struct localised_list notice; /* on the cover and on every page's foot */
    struct localised_list licence, contact; /* of the imprint */
    struct localised_list blurb; /* on the back cover: what the report says */
    struct localised_list site; /* addresses of the web; empty: none */
    const char *date; /* ISO 8601 date of the report, or NULL: the only date */
    const struct language *languages;
    size_t language_count;
    const struct section *sections; /* by language, then in the order of report.yaml */
    size_t section_count;
    const struct finding *const *findings; /* by language, then by number */
    size_t finding_count;
    const struct recommendation *const *recommendations; /* the same */
    size_t recommendation_count;
    const struct edition *editions;
    size_t edition_count;
    const struct withheld *withheld;
    size_t withheld_count;
};

/* Reads and checks a content folder (report.yaml and the files it names) or one Markdown
   file. Author's mistakes go to `diag` as errors, all of them in one run; the document
   comes back all the same, with stand-ins. NULL only when the path itself cannot be read
   (a DIAG_WORLD message). Paths in messages are `path` joined with what is inside. */
const struct document *document_read(struct arena *arena, const char *path,
                                     struct diag *diag);

/* --- a level of blocks and the same in another language ---------------------------- */

/* What stands at one place; one of the two may be NULL. */
struct block_pair {
    const struct block *left, *right;
};

struct block_pairs {
    struct block_pair *items;
    size_t count;
};

/* Pairs blocks of a kind, as many as can be in order, the most alike of them; what has no
   partner stands between. False if they differ too much for the rest of `budget`, which goes
   down by what has been done. */
bool blocks_align(struct arena *arena, const struct block *left,
                  const struct block *right, size_t *budget, struct block_pairs *pairs);

/* What there is in `language`, else in the first language there is, else NULL. */
const struct localised *localised_entry(struct localised_list list,
                                        const char *language);

/* The text of that, or NULL. */
const char *localised_find(struct localised_list list, const char *language);

/* The edition of this name, or NULL. */
const struct edition *document_find_edition(const struct document *document,
                                            const char *name);

/* The document with the sections of an edition only: itself, if they are all. What stays may
   lead to what is not there. */
const struct document *document_select(struct arena *arena,
                                       const struct document *document,
                                       const struct edition *edition);

/* The tree as text, for --stop-after=document and the tests. */
void document_dump(const struct document *document, FILE *stream);

#endif
