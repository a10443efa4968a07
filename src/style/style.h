/* SPDX-License-Identifier: MIT */
/* Style: how each role looks, in both scripts. Values come from a theme; none elsewhere. */
#ifndef STYLE_STYLE_H
#define STYLE_STYLE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/ink.h"
#include "base/units.h"
#include "font/font.h"
#include "locale/locale.h"

#include <stdint.h>
#include <stdio.h>

enum role {
    ROLE_TEXT,
    ROLE_COVER_TITLE,
    ROLE_COVER_LINE, /* publisher, edition */
    ROLE_COVER_NOTE, /* campaign, notice */
    ROLE_CHAPTER, /* heading 1 */
    ROLE_SECTION, /* heading 2 */
    ROLE_RUN_IN, /* heading 3 and below */
    ROLE_QUOTE,
    ROLE_CODE,
    ROLE_MARKER, /* of a list item */
    ROLE_NOTE, /* at the foot of a page */
    ROLE_TABLE,
    ROLE_TABLE_STRONG, /* header, total, the row a table is about */
    ROLE_CAPTION,
    ROLE_SOURCE, /* below a table or figure */
    ROLE_CONTENTS, /* an entry of the first level */
    ROLE_CONTENTS_BELOW, /* one of the others, or of a list */
    ROLE_CONTENTS_FOLIO,
    ROLE_TIMELINE_NUMBER, /* years, days, figures */
    ROLE_TIMELINE_NOTE, /* what is said of an event */
    ROLE_KICKER, /* a word above a title, a list or a column */
    ROLE_FINDING_NUMBER, /* beside its title */
    ROLE_FINDING_NUMBER_SMALL, /* where that would be wider than the outer column */
    ROLE_STATEMENT, /* of a finding */
    ROLE_GLANCE_NUMBER, /* of a finding, at a glance */
    ROLE_LIST_TITLE, /* a finding at a glance and its page; a recommendation's number */
    ROLE_RUNNING_HEAD,
    ROLE_RUNNING_SECTION,
    ROLE_FOLIO,
    ROLE_NOTICE, /* foot of every page */
    ROLE_MARGIN, /* a note in the outer column */
    ROLE_KEY, /* a key figure */
    ROLE_KEY_LONG, /* one that is too wide in that size */
    ROLE_KEY_LONGEST, /* and in that */
    ROLE_KEY_CAPTION,
    ROLE_PANEL,
    ROLE_PANEL_TITLE,
    ROLE_PULL, /* a pull quote */
    ROLE_PULL_AUTHOR,
    ROLE_STAMP, /* head of every page */
    ROLE_BLURB, /* on the back cover */
    ROLE_FIGURE_NUMBER, /* "Figure 3", at the end of the title of a chart */
    ROLE_CHART_SUBTITLE,
    ROLE_CHART_LABEL, /* names and values */
    ROLE_CHART_STRONG, /* those the chart is about, titles inside it */
    ROLE_CHART_AXIS,
    ROLE_CHART_KEY, /* the few values of a line that are said */
    ROLE_HANDOUT_TITLE,
    ROLE_HANDOUT_ITEM, /* title of a finding, a call */
    ROLE_HANDOUT_TEXT, /* what is said of it, and all else that is small */
    ROLE_HANDOUT_FIGURE, /* a key figure */
    ROLE_COUNT
};

/* The theme's colours by name. */
enum colour_name {
    COLOUR_INK,
    COLOUR_BRICK,
    COLOUR_REED,
    COLOUR_STONE,
    COLOUR_SAND,
    COLOUR_PAPER,
    COLOUR_JOINT,
    COLOUR_NAMES,
    COLOUR_OWN = COLOUR_NAMES /* none of these */
};

/* A colour, and the name it goes by: what a theme gives that name is the colour's too. */
struct colour_use {
    uint32_t colour; /* 0xRRGGBB */
    enum colour_name name;
};

/* What `foreign` is when it is no share. */
enum {
    FOREIGN_MEASURED = 0, /* as large as the text around, by face_scale_beside */
    FOREIGN_OWN = -1, /* the size of its own script in the role */
};

/* How one script looks in one role. */
struct script_style {
    const char *family;
    enum weight weight;
    length size;
    length leading; /* of a paragraph whose language is written in this script */
    length leading_marked, leading_vocalised; /* with more marks; less is `leading` */
    int32_t foreign; /* size of words of the other script in it, in 1/1000 of `size` */
    const char *figures; /* family of U+0660 to U+066C where it is not `family` */
    uint32_t figures_scale; /* [1/1000 of size] */
    const char *features; /* OpenType features: "onum,pnum"; NULL: the font's default */
};

struct role_style {
    struct script_style arabic;
    struct script_style latin; /* also for every other script, by fallback */
    union {
        uint32_t colour; /* 0xRRGGBB */
        struct colour_use use;
    };
    length before; /* air above in a left-to-right paragraph */
    length before_arabic; /* the same in an Arabic one, whose leading is air enough */
    bool justified; /* else ragged */
};

/* How a language differs from what its script has in a role. */
struct language_style {
    const char *tag; /* BCP 47; also for tags that go on: ur-PK */
    const char *family; /* NULL: the role's own */
    const char
        *sans; /* instead, where the role's Latin family has no serifs; or NULL */
    uint32_t scale; /* [1/1000 of the role's Latin size]; 0: the role's own size */
    uint32_t leading; /* [1/1000 of that size]; 0: the role's own */
    bool justified; /* where the role is */
};

struct language_styles {
    const struct language_style *items;
    size_t count;
};

/* What a word space may become, in 1/1000 of the face's own. `stretch` is what one unit
   of badness ratio adds, as in TeX's glue; no space ever becomes wider than `widest`: a
   line that would need it stays short. A line whose spaces pass `loose` is told. */
struct space_style {
    int32_t shrink, stretch, loose, widest;
};

/* Words as they are compared: by their letters. */
struct words {
    const char *const *items;
    size_t count;
};

enum kashida_use { KASHIDA_UNUSED, KASHIDA_SPARING, KASHIDA_FULL };

/* When the joins of a justified line are stretched, and how far. */
struct kashida_limits {
    int32_t from; /* where spaces would pass this [1/1000 of their own width], */
    int32_t spaces; /* they are left at this, and joins take the rest */
    int32_t longest; /* of one kashida [1/1000 em], to the nearest number of tatweels */
    uint32_t per_line; /* at most */
    uint32_t apart; /* words between two that are stretched, at least */
};

struct kashida_style {
    enum kashida_use use;
    struct kashida_limits sparing, full;
    struct words never; /* these words never; the Name never is */
};

/* Which words are divided at a line's end, and where at most. */
struct hyphen_style {
    bool dictionary; /* by that of the language; else only at soft hyphens */
    bool capitalised; /* words that begin with a capital too: names */
    uint32_t before, after; /* letters of the word on each line, at least */
    uint32_t shortest; /* letters of a word that is divided, at least */
};

/* How the mark of a note is made small and high. */
struct raised_style {
    uint32_t scale; /* [1/1000 of the size around] */
    uint32_t rise; /* [1/1000 of the size around] */
    const char *features; /* OpenType features that do it instead, or NULL */
};

struct note_mark_style {
    struct raised_style arabic, latin;
    union {
        uint32_t colour;
        struct colour_use use;
    };
};

struct page_style {
    length width, height;
    length binding_margin, outer_margin;
    length column, gutter;
    uint32_t text_columns; /* next to the binding; the outer column is the one after */
    length step; /* of the vertical grid */
    /* baselines and rules on the grid, from the top edge */
    length running_head, running_section;
    length stamp; /* over the columns of text */
    length chapter_rule, chapter_title;
    length first_line, last_line;
    length folio, notice;
    length rule_weight, chapter_rule_weight;
    length indent; /* of a list item, of a quotation */
    length marker_gap; /* least, between a number and the text of its item */
    length paragraph_gap; /* between paragraphs */
    length chapter_gap; /* between a chapter's title and its text, in addition */
    length notice_leading;
    length float_gap; /* around a table or figure */
};

/* Notes at the foot of a page. */
struct note_style {
    length space; /* from the last line of text to the first line of notes */
    length rule_rise; /* of the rule above the first line of notes */
    length rule; /* its weight */
    length indent; /* least, of the text after its number */
    length gap; /* least, between a number and its text */
};

/* Tables. Lengths below a baseline are positive. */
struct table_style {
    length gap; /* least, between columns */
    length wide_drop; /* from the running head to the first line of a wide one */
    length row; /* from row to row, where they have one line */
    length hang; /* of rules and stripes outside the text */
    length head_rule, under_head_rule, total_rule, foot_rule; /* weights */
    length
        head_rule_rise; /* above the first baseline of the header, of its lower edge */
    length under_head; /* below the last baseline of the header */
    length total_rise; /* above the baseline of the total, of its rule's lower edge */
    length foot; /* below the last baseline */
    length after_head, before_total; /* more leading there */
    length stripe_drop; /* of a stripe below its last baseline */
    length after_caption, before_source; /* air */
};

/* Figures. */
struct figure_style {
    uint32_t resolution; /* of a picture that does not say its own [pixels per inch] */
    length cap; /* height of the letters its top is aligned with at the top of a page */
    length before_caption; /* air */
};

/* Timelines. What stands beside the line is counted from the start of the line of text. */
struct timeline_style {
    length dates; /* where days and months end */
    length line, events; /* the middle of the line; where the events begin */
    length weight; /* of the line */
    length mark,
        mark_rule; /* side of the square of an event; outline of a hollow one */
    length figure, figure_gap; /* least width of a column of figures; between two */
    length outline; /* of disputed figures */
    length first; /* from the line above to the first of an event */
    length pitch; /* least, from event to event */
    length year_more; /* where the year changes */
    length year_rise, year_rule; /* above that line; weight */
    length head_drop, foot, rule; /* below the titles, the last line; weight */
};

/* What stands beside the text, and what stands out from it. */
struct callout_style {
    length gap; /* between two in the outer column, and to a wide table */
    length figure_drop; /* of a key figure below the line it stands beside */
    length before_source, before_source_arabic; /* air */
    length pad; /* from the edge of a panel to its letters */
    length around; /* air before and after a panel, a pull quote */
    length rule; /* above a pull quote: its weight */
    length rule_rise; /* of its lower edge above the letters */
    length before_author; /* air */
};

/* Charts. */
struct chart_style {
    uint32_t muted; /* of bars that the chart is not about */
    uint32_t grid; /* of grid lines */
    length rule, rule_rise; /* above the title: weight; of its upper edge */
    length before; /* from the last words above it to the drawing */
    length axis_rule, grid_rule; /* weights */
    length row, bar; /* from bar to bar; how thick they are */
    length upright; /* how high upright bars and lines stand */
    length panel, panel_gap; /* how high lines in panels stand; between panels */
    length label_gap; /* between a mark and its label, between labels */
    length name_gap; /* between names and bars */
    length tick_gap; /* least, between round numbers of an axis */
    length swatch; /* the square of a legend */
};

/* Two languages side by side. */
struct parallel_style {
    length gap; /* between a pair of paragraphs and the next */
    length rule; /* between the columns: its weight */
    length rule_rise, rule_drop; /* above the first line, below the last */
    uint32_t colour; /* of it */
    length brick, brick_rise; /* between the folios: how wide; of its lower edge */
    length folio_gap; /* between it and a folio */
};

/* Contents and lists of figures and tables. */
struct contents_style {
    length indent; /* of each level */
    length folio; /* room for the folios at the end of the line */
    length gap; /* between a leader and what it leads from and to */
    length dot, dot_pitch; /* of the leader */
    length before; /* air before an entry of the first level */
};

/* A finding on its own page; a list of findings. */
struct finding_style {
    length title; /* baseline of the last line of its title, from the top of the page */
    length kicker; /* baseline of the word above its number */
    length number_hang, number_hang_arabic; /* of the number, outside the column */
    length severity; /* below the baseline of its number */
    length statement_gap; /* air before the statement and after it */
    length answers_gap; /* air before the recommendations that answer it */
    length answers_head; /* from the rule above them to the line that says so */
    length answer_indent; /* of a title after its number */
    length folio; /* room for page numbers at the end of the line */
    length glance_first; /* from the word above the pages to the first rule */
    length glance_head; /* from a rule to the title of a finding at a glance */
    length glance_number; /* of its number below that title */
    length glance_text; /* least height of the text below that title */
    length glance_foot; /* from the text to the next rule */
    length glance_kicker; /* from a rule above to the words above figures or calls */
    length glance_figure; /* from a rule to the baseline of a key figure, */
    length glance_figure_text; /* to that of what it counts, */
    length glance_figure_room; /* to the next rule, at least */
    length glance_call; /* from a rule to a recommendation at a glance */
};

/* Recommendations, under those they are addressed to. */
struct recommendation_style {
    length indent; /* of the text after the number */
    length when; /* from where the findings it answers begin, to the date */
    length group_gap; /* air before the next addressee */
    length rise; /* of the rule above the first line of a row */
    length foot; /* from the last line of a row to the next rule */
    length head_rule, row_rule; /* weights: above an addressee; between rows */
};

/* The field of brick courses on the cover. */
struct cover_style {
    length field_top, field_bottom; /* may lie outside the page: it bleeds */
    length course, joint; /* height of a course; of the joint in it */
    length brick_min, brick_step; /* widths: brick_min + n * brick_step, */
    uint32_t brick_steps; /* n below this */
    uint32_t seed;
    uint32_t open_course; /* from the top, from 1; 0: none */
    length open_stands; /* how much of it stands, from the binding */
    length open_bricks[3], open_gaps[3]; /* the loose bricks after it */
    length title; /* first baseline */
    uint32_t title_lines; /* there is room for */
    length title_measure;
    length rule;
    length publisher, campaign; /* baselines */
};

/* The back cover; its foot stands where that of the cover does. */
struct back_style {
    uint32_t
        courses; /* of bricks at the head, beginning where the field of the cover does */
    length blurb; /* first baseline */
    length measure; /* where texts run in one direction only; else that of the title */
    length code; /* side of the QR code with its quiet zone; 0: none */
    length code_rise; /* above the rule, of its lower edge */
};

/* A brief of a few sides, whose spaces and sizes are tuned until it fills them. The spaces
   are those it begins with. */
struct handout_style {
    length margin; /* at each side of the paper */
    length title; /* baseline, from the top of the paper */
    length foot; /* the last baseline, from the foot of the paper */
    length title_gap; /* from that baseline to the rule below it */
    length part_gap; /* above the rule between two parts, and below it */
    length head_gap; /* from the title of a part to the rule below it */
    length row_gap; /* above and below the text of a row */
    length part_rule, head_rule, row_rule; /* weights */
    length indent; /* of the text after the number of a row */
    length code; /* side of the QR code with its quiet zone; 0: none */
    length chart_row, chart_bar; /* from bar to bar; how thick they are */
    uint32_t tightest, loosest; /* what spaces may become [1/1000] */
    uint32_t smallest, largest; /* what sizes may become [1/1000] */
    length least_type; /* no letter is smaller, whatever its role says */
};

struct colours {
    uint32_t ink, brick, reed, stone, sand;
    uint32_t paper; /* of every page but the cover, which is sand */
    uint32_t joint; /* between the bricks of the cover */
    uint32_t brick_tones[4];
};

/* What the colours are in print, in the order of struct colours; then those of charts. */
struct print_inks {
    struct cmyk ink, brick, reed, stone, sand, paper, joint;
    struct cmyk brick_tones[4];
    struct cmyk chart_muted, chart_grid;
};

struct press_profile {
    const char *name; /* of an ICC profile, as the theme has it; NULL: the usual one */
    const char *path; /* to its file */
};

struct spot_ink {
    const char *name; /* of an ink; NULL: there is none */
    enum colour_name colour; /* what is printed with it */
};

/* How it is printed by a press. */
struct print_style {
    struct press_profile profile;
    struct spot_ink spot;
    uint32_t limit; /* of all inks together [1/1000] */
    struct print_inks inks;
};

struct families {
    const char *const *items;
    size_t count;
};

struct style {
    const struct role_style *roles; /* ROLE_COUNT of them */
    struct font_families fonts; /* those of the report itself */
    struct page_style page;
    struct note_style note;
    struct table_style table;
    struct figure_style figure;
    struct timeline_style timeline;
    struct callout_style callout;
    struct chart_style chart;
    struct parallel_style parallel;
    struct contents_style contents;
    struct finding_style finding;
    struct recommendation_style recommendation;
    struct cover_style cover;
    struct back_style back;
    struct handout_style handout;
    struct colours colours;
    struct print_style print;
    length least_size; /* of any letter, but for the mark of a note; 0: any */
    const struct style *ordinary; /* that this one is large print of; NULL: it is not */
    bool one_colour; /* black and white: patterns in the place of colours */
    union {
        uint32_t link_colour;
        struct colour_use link_use;
    };
    struct note_mark_style note_mark;
    const char *code_family; /* of code spans, at code_scale of the size around */
    uint32_t code_scale; /* [1/1000] */
    struct families fallback; /* tried for what a role's own lack */
    struct space_style arabic_space, latin_space;
    struct kashida_style kashida;
    struct hyphen_style hyphenation;
    struct language_styles languages;
    uint32_t protrusion; /* how much of what signs usually hang out [1/1000] */
};

/* The look the program comes with. */
const struct style *style_default(void);

/* The same, changed by what theme.yaml in the folder of a report names, if it is there;
   `folder` may be NULL. After an error, a style that is whole, and not what was meant. */
const struct style *style_read(struct arena *arena, const char *folder,
                               struct diag *diag);

/* The colours that have an ink of their own, one for each colour of the screen. */
const struct inked *style_inked(struct arena *arena, const struct style *style,
                                size_t *count);
/* variants.c: the same in black and white. */
const struct style *style_one_colour(struct arena *arena, const struct style *style);

/* The same for readers who need large letters: none smaller than 18 points, all ragged, the
   columns wide enough for them. */
const struct style *style_large(struct arena *arena, const struct style *style);

/* What is tuned of a handout before its spaces are. */
struct handout_size {
    int32_t scale; /* of letters, and what goes with them [1/1000] */
    bool tight; /* the rows of charts have no more between them than they need */
};

/* That of a handout on a paper so wide: in one colour, its columns between the margins. */
const struct style *style_handout(struct arena *arena, const struct style *style,
                                  length width, struct handout_size size);

/* The same look on pages of another size, as a booklet wants them: itself if they differ by
   less than a hundredth; NULL if they are less than six or more than fifteen tenths as wide
   or as high. */
const struct style *style_resize(struct arena *arena, const struct style *style,
                                 length width, length height);

/* What there is for a language, or NULL. */
const struct language_style *style_language(const struct style *style, const char *tag);

/* Its size in a role whose script has this one, and the leading of that, in whole halves
   of the grid's step. */
length language_size(const struct language_style *language,
                     const struct role_style *role, length size);
length language_leading(const struct style *style,
                        const struct language_style *language,
                        const struct role_style *role, bool arabic);

/* The contrast of two colours, 1 to 21 (WCAG 2.2, contrast ratio). */
double colour_contrast(uint32_t a, uint32_t b);

/* All of it as a theme: read again, it makes the same style. */
void style_dump(const struct style *style, FILE *stream);

static inline const struct script_style *role_script(const struct role_style *role,
                                                     bool arabic) {
    return arabic ? &role->arabic : &role->latin;
}

#endif
