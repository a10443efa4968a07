/* SPDX-License-Identifier: MIT */
/* What a theme may hold: a table for each part of the style, a line for each value. */
#include "style/internal.h"

#include <string.h>

/* Nothing on paper is longer. */
#define LONG PT(4000)

/* A line of the table of struct OF: name, kind, member, what it can be, what it is. */
#define VALUE(name_, kind_, member, what_)                                             \
    {                                                                                  \
        .name = (name_), .kind = KIND_##kind_, .offset = offsetof(struct OF, member),  \
        .what = (what_)                                                                \
    }
#define NUMBER(name_, kind_, member, least_, most_, what_)                             \
    {                                                                                  \
        .name = (name_), .kind = KIND_##kind_, .offset = offsetof(struct OF, member),  \
        .least = (least_), .most = (most_), .what = (what_)                            \
    }
#define LENGTH(name_, member, least_, most_, what_)                                    \
    NUMBER(name_, LENGTH, member, least_, most_, what_)
#define COUNT(name_, member, least_, most_, what_)                                     \
    NUMBER(name_, COUNT, member, least_, most_, what_)
#define SHARE(name_, member, least_, most_, what_)                                     \
    NUMBER(name_, SHARE, member, (least_)*10, (most_)*10, what_)
#define LIST(name_, kind_, member, count_, least_, most_, what_)                       \
    {                                                                                  \
        .name = (name_), .kind = KIND_##kind_, .offset = offsetof(struct OF, member),  \
        .count = (count_), .least = (least_), .most = (most_), .what = (what_)         \
    }
#define MAP(name_, member, inner_, what_)                                              \
    {                                                                                  \
        .name = (name_), .kind = KIND_MAP, .offset = offsetof(struct OF, member),      \
        .inner = &(inner_), .what = (what_)                                            \
    }

#define FIELDS(table, flow_)                                                           \
    { .items = (table), .count = sizeof(table) / sizeof *(table), .flow = (flow_) }

/* --- colours ---------------------------------------------------------------------------- */

#define OF colours
static const struct field colour_fields[] = {
    [COLOUR_INK] = VALUE("ink", COLOUR, ink, "text"),
    [COLOUR_BRICK] = VALUE("brick", COLOUR, brick, "the accent"),
    [COLOUR_REED] = VALUE("reed", COLOUR, reed, "links"),
    [COLOUR_STONE] = VALUE("stone", COLOUR, stone, "what stands back"),
    [COLOUR_SAND] = VALUE("sand", COLOUR, sand, "the cover, stripes of tables"),
    [COLOUR_PAPER] = VALUE("paper", COLOUR, paper, "every page but the cover"),
    [COLOUR_JOINT] = VALUE("joint", COLOUR, joint, "between the bricks of the cover"),
    LIST("brick-tones", COLOUR, brick_tones, 4, 0, 0, "those bricks"),
};
static const struct fields colour_map = FIELDS(colour_fields, /*flow*/ false);
#undef OF

_Static_assert(sizeof colour_fields / sizeof *colour_fields > COLOUR_NAMES,
               "a field for each named colour");

/* --- inks ------------------------------------------------------------------------------- */

#define OF print_inks
static const struct field ink_fields[] = {
    VALUE("ink", INK, ink, "text; in black alone it needs no register"),
    VALUE("brick", INK, brick, NULL),
    VALUE("reed", INK, reed, NULL),
    VALUE("stone", INK, stone, NULL),
    VALUE("sand", INK, sand, NULL),
    VALUE("paper", INK, paper, NULL),
    VALUE("joint", INK, joint, NULL),
    LIST("brick-tones", INK, brick_tones, 4, 0, 0, NULL),
    VALUE("chart-muted", INK, chart_muted, NULL),
    VALUE("chart-grid", INK, chart_grid, NULL),
};
static const struct fields ink_map = FIELDS(ink_fields, /*flow*/ false);
#undef OF

#define OF print_style
static const struct field print_fields[] = {
    VALUE("profile", PROFILE, profile,
          "an ICC profile of the print shop's, below the content folder"),
    SHARE("ink-limit", limit, 100, 400, "of all four inks together"),
    VALUE("spot", SPOT, spot, "or {colour: brick, name: PANTONE 174 C}"),
    MAP("inks", inks, ink_map,
        "Cyan, magenta, yellow, black, in percent; converted: what the profile says."),
};
static const struct fields print_map = FIELDS(print_fields, /*flow*/ false);
#undef OF

/* --- roles ------------------------------------------------------------------------------ */

#define OF script_style
#define BEFORE_LEADING                                                                 \
    VALUE("family", FAMILY, family, NULL), VALUE("weight", WEIGHT, weight, NULL),      \
        LENGTH("size", size, PT(1), PT(400), NULL),                                    \
        LENGTH("leading", leading, PT(1), PT(500), NULL)
#define AFTER_LEADING                                                                  \
    NUMBER("foreign", FOREIGN, foreign, 100, 4000, NULL),                              \
        VALUE("figures", FAMILY_OR_NONE, figures, NULL),                               \
        SHARE("figures-scale", figures_scale, 10, 400, NULL),                          \
        VALUE("features", FEATURES, features, NULL)
static const struct field arabic_fields[] = {
    BEFORE_LEADING,
    LENGTH("leading-marked", leading_marked, PT(1), PT(500), NULL),
    LENGTH("leading-vocalised", leading_vocalised, PT(1), PT(500), NULL),
    AFTER_LEADING,
};
static const struct field latin_fields[] = {BEFORE_LEADING, AFTER_LEADING};
static const struct fields arabic_map = FIELDS(arabic_fields, /*flow*/ true);
static const struct fields latin_map = FIELDS(latin_fields, /*flow*/ true);
#undef OF

/* Only what has an effect in a role can be said of it. */
#define OF role_style
#define SCRIPTS                                                                        \
    MAP("arabic", arabic, arabic_map, NULL), MAP("latin", latin, latin_map, NULL),     \
        VALUE("colour", COLOUR_USE, use, NULL)
static const struct field short_fields[] = {SCRIPTS};
static const struct field paragraph_fields[] = {
    SCRIPTS, VALUE("justified", FLAG, justified, NULL)};
static const struct field heading_fields[] = {
    SCRIPTS,
    VALUE("justified", FLAG, justified, NULL),
    LENGTH("before", before, 0, PT(1000), NULL),
    LENGTH("before-arabic", before_arabic, 0, PT(1000), NULL),
};
static const struct fields short_map = FIELDS(short_fields, /*flow*/ false);
static const struct fields paragraph_map = FIELDS(paragraph_fields, /*flow*/ false);
static const struct fields heading_map = FIELDS(heading_fields, /*flow*/ false);
#undef OF

#define ROLE(role, name_, inner_, what_)                                               \
    [ROLE_##role] = {.name = (name_),                                                  \
                     .kind = KIND_MAP,                                                 \
                     .offset = sizeof(struct role_style) * ROLE_##role,                \
                     .inner = &(inner_),                                               \
                     .what = (what_)}
static const struct field role_fields[ROLE_COUNT] = {
    ROLE(TEXT, "text", paragraph_map, NULL),
    ROLE(COVER_TITLE, "cover-title", short_map, NULL),
    ROLE(COVER_LINE, "cover-line", short_map, "publisher, edition"),
    ROLE(COVER_NOTE, "cover-note", short_map, "campaign, notice"),
    ROLE(CHAPTER, "chapter", heading_map, "a heading of the first level"),
    ROLE(SECTION, "section", heading_map, "of the second level"),
    ROLE(RUN_IN, "run-in", heading_map, "of any other level"),
    ROLE(QUOTE, "quote", paragraph_map, NULL),
    ROLE(CODE, "code", paragraph_map, "lines of code"),
    ROLE(MARKER, "marker", short_map, "the number or bullet of a list item"),
    ROLE(NOTE, "note", paragraph_map, "a note at the foot of a page"),
    ROLE(TABLE, "table", short_map, NULL),
    ROLE(TABLE_STRONG, "table-strong", short_map,
         "header, total, the row a table is about"),
    ROLE(CAPTION, "caption", paragraph_map, NULL),
    ROLE(SOURCE, "source", paragraph_map, "below a table or figure"),
    ROLE(CONTENTS, "contents", short_map, "an entry of the first level"),
    ROLE(CONTENTS_BELOW, "contents-below", short_map, "any other entry"),
    ROLE(CONTENTS_FOLIO, "contents-folio", short_map, "the page number of an entry"),
    ROLE(TIMELINE_NUMBER, "timeline-number", short_map, "years, days, figures"),
    ROLE(TIMELINE_NOTE, "timeline-note", short_map, "what is said of an event"),
    ROLE(KICKER, "kicker", short_map, "a word above a title, a list or a column"),
    ROLE(FINDING_NUMBER, "finding-number", short_map, "beside the title of a finding"),
    ROLE(FINDING_NUMBER_SMALL, "finding-number-small", short_map,
         "the same, where one of the report would be wider than the outer column"),
    ROLE(STATEMENT, "statement", paragraph_map, "of a finding"),
    ROLE(GLANCE_NUMBER, "glance-number", short_map, "of a finding at a glance"),
    ROLE(LIST_TITLE, "list-title", short_map,
         "a finding at a glance and its page; the number of a recommendation"),
    ROLE(RUNNING_HEAD, "running-head", short_map, "the short title on every page"),
    ROLE(RUNNING_SECTION, "running-section", short_map, "the section's title below it"),
    ROLE(FOLIO, "folio", short_map, "the page number"),
    ROLE(NOTICE, "notice", short_map, "at the foot of every page"),
    ROLE(MARGIN, "margin", paragraph_map, "a note in the outer column"),
    ROLE(KEY, "key", short_map, "a key figure there"),
    ROLE(KEY_LONG, "key-long", short_map, "one that has no room in that size"),
    ROLE(KEY_LONGEST, "key-longest", short_map, "nor in that"),
    ROLE(KEY_CAPTION, "key-caption", heading_map, "what it counts"),
    ROLE(PANEL, "panel", paragraph_map, NULL),
    ROLE(PANEL_TITLE, "panel-title", paragraph_map, NULL),
    ROLE(PULL, "pull", paragraph_map, "a pull quote"),
    ROLE(PULL_AUTHOR, "pull-author", paragraph_map, "whose words it is"),
    ROLE(STAMP, "stamp", short_map, "draft, embargo: at the head of every page"),
    ROLE(BLURB, "blurb", short_map, "what the report says, on the back cover"),
    ROLE(FIGURE_NUMBER, "figure-number", short_map, "beside the title of a chart"),
    ROLE(CHART_SUBTITLE, "chart-subtitle", paragraph_map, NULL),
    ROLE(CHART_LABEL, "chart-label", short_map, "names and values"),
    ROLE(CHART_STRONG, "chart-strong", short_map, "those that a chart is about"),
    ROLE(CHART_AXIS, "chart-axis", short_map, "the numbers along an axis"),
    ROLE(CHART_KEY, "chart-key", short_map, "the few values of a line that are said"),
    ROLE(HANDOUT_TITLE, "handout-title", short_map, NULL),
    ROLE(HANDOUT_ITEM, "handout-item", short_map, "the title of a finding, a call"),
    ROLE(HANDOUT_TEXT, "handout-text", short_map,
         "what is said of it; all that is small"),
    ROLE(HANDOUT_FIGURE, "handout-figure", short_map, "a key figure"),
};
static const struct fields role_map = FIELDS(role_fields, /*flow*/ false);

/* --- the page --------------------------------------------------------------------------- */

#define OF page_style
static const struct field page_fields[] = {
    NUMBER("size", SIZE, width, MM(50), LONG,
           "A3, A4, A5, B5, Letter, Legal, or [width, height]"),
    LENGTH("binding-margin", binding_margin, 0, LONG, NULL),
    LENGTH("outer-margin", outer_margin, 0, LONG, NULL),
    LENGTH("column", column, MM(10), LONG, "width of each"),
    LENGTH("gutter", gutter, 0, LONG, "between two columns"),
    COUNT("text-columns", text_columns, 1, 12,
          "that text is set across; one more is at the outer side"),
    LENGTH("step", step, PT(1), PT(100), "of the vertical grid"),
    LENGTH("running-head", running_head, 0, LONG,
           "baselines, from the top of the page, down to notice"),
    LENGTH("running-section", running_section, 0, LONG, NULL),
    LENGTH("stamp", stamp, 0, LONG, "over the columns of text"),
    LENGTH("chapter-rule", chapter_rule, 0, LONG, NULL),
    LENGTH("chapter-title", chapter_title, 0, LONG, NULL),
    LENGTH("first-line", first_line, 0, LONG, NULL),
    LENGTH("last-line", last_line, 0, LONG, "of the text, and of notes"),
    LENGTH("folio", folio, 0, LONG, NULL),
    LENGTH("notice", notice, 0, LONG, NULL),
    LENGTH("rule-weight", rule_weight, 0, PT(100), NULL),
    LENGTH("chapter-rule-weight", chapter_rule_weight, 0, PT(100), NULL),
    LENGTH("indent", indent, 0, LONG, "of a list item, of a quotation"),
    LENGTH("marker-gap", marker_gap, 0, PT(1000),
           "between a number and the text of its item, at least"),
    LENGTH("paragraph-gap", paragraph_gap, 0, PT(1000), "between paragraphs"),
    LENGTH("chapter-gap", chapter_gap, 0, PT(1000), "below a chapter's title"),
    LENGTH("notice-leading", notice_leading, PT(1), PT(500),
           "from one notice to the next"),
    LENGTH("float-gap", float_gap, 0, PT(1000), "around a table or figure"),
};
static const struct fields page_map = FIELDS(page_fields, /*flow*/ false);
#undef OF

/* The two sides of the paper are read as one value. */
_Static_assert(offsetof(struct page_style, height) ==
                   offsetof(struct page_style, width) + sizeof(length),
               "height follows width");

/* --- what stands on it ------------------------------------------------------------------ */

#define OF note_style
static const struct field note_fields[] = {
    LENGTH("space", space, 0, PT(1000),
           "from the last line of text to the first of notes"),
    LENGTH("rule-rise", rule_rise, 0, PT(1000), "of the rule above that line"),
    LENGTH("rule", rule, 0, PT(100), "its weight"),
    LENGTH("indent", indent, 0, LONG, "of the text after its number, at least"),
    LENGTH("gap", gap, 0, PT(1000), "between number and text, at least"),
};
static const struct fields note_map = FIELDS(note_fields, /*flow*/ false);
#undef OF

#define OF table_style
static const struct field table_fields[] = {
    LENGTH("gap", gap, 0, PT(1000), "at least, between columns"),
    LENGTH("wide-drop", wide_drop, 0, PT(1000),
           "from the running head to the first line of a table with the outer column"),
    LENGTH("row", row, PT(1), PT(1000), "from row to row, where they have one line"),
    LENGTH("hang", hang, 0, PT(1000), "of rules and stripes outside the text"),
    LENGTH("head-rule", head_rule, 0, PT(100), "the weights of four rules"),
    LENGTH("under-head-rule", under_head_rule, 0, PT(100), NULL),
    LENGTH("total-rule", total_rule, 0, PT(100), NULL),
    LENGTH("foot-rule", foot_rule, 0, PT(100), NULL),
    LENGTH("head-rule-rise", head_rule_rise, 0, PT(1000),
           "above the first baseline of the header"),
    LENGTH("under-head", under_head, 0, PT(1000),
           "below the last one, of the rule there"),
    LENGTH("total-rise", total_rise, 0, PT(1000),
           "above the baseline of the total, of its rule"),
    LENGTH("foot", foot, 0, PT(1000), "below the last baseline, of the rule there"),
    LENGTH("after-head", after_head, 0, PT(1000), "more leading there"),
    LENGTH("before-total", before_total, 0, PT(1000), "more leading there"),
    LENGTH("stripe-drop", stripe_drop, 0, PT(1000),
           "of a stripe below the last baseline"),
    LENGTH("after-caption", after_caption, 0, PT(1000), NULL),
    LENGTH("before-source", before_source, 0, PT(1000), NULL),
};
static const struct fields table_map = FIELDS(table_fields, /*flow*/ false);
#undef OF

#define OF figure_style
static const struct field figure_fields[] = {
    COUNT("resolution", resolution, 36, 1200,
          "of a picture that does not say its own [pixels per inch]"),
    LENGTH("cap", cap, 0, PT(1000),
           "the height of letters that its top stands level with"),
    LENGTH("before-caption", before_caption, 0, PT(1000), NULL),
};
static const struct fields figure_map = FIELDS(figure_fields, /*flow*/ false);
#undef OF

#define OF timeline_style
static const struct field timeline_fields[] = {
    LENGTH("dates", dates, MM(5), LONG, "from the start, where days and months end"),
    LENGTH("line", line, 0, LONG, "from the start"),
    LENGTH("events", events, 0, LONG, "from the start"),
    LENGTH("weight", weight, 0, PT(100), "of the line"),
    LENGTH("mark", mark, 0, PT(100), "the square of an event"),
    LENGTH("mark-rule", mark_rule, 0, PT(100), "outline of a hollow one"),
    LENGTH("figure", figure, MM(1), LONG, "least width of a column of figures"),
    LENGTH("figure-gap", figure_gap, 0, PT(1000), "least, between two"),
    LENGTH("outline", outline, PT(0.1), PT(10), "of disputed figures"),
    LENGTH("first", first, PT(7), PT(1000), "from the line above to that of an event"),
    LENGTH("pitch", pitch, 0, PT(1000), "least, from event to event"),
    LENGTH("year-more", year_more, 0, PT(1000), "where the year changes"),
    LENGTH("year-rise", year_rise, 0, PT(1000),
           "above the line of an event, of the rule there"),
    LENGTH("year-rule", year_rule, 0, PT(100), NULL),
    LENGTH("head-drop", head_drop, 0, PT(1000), "below the titles, of the rule there"),
    LENGTH("foot", foot, 0, PT(1000), "below the last line, of the rule there"),
    LENGTH("rule", rule, 0, PT(100), "weight of these two"),
};
static const struct fields timeline_map = FIELDS(timeline_fields, /*flow*/ false);
#undef OF

#define OF callout_style
static const struct field callout_fields[] = {
    LENGTH("gap", gap, 0, PT(1000), "between two in the outer column"),
    LENGTH("figure-drop", figure_drop, 0, PT(1000),
           "of a key figure below the line it stands beside"),
    LENGTH("before-source", before_source, 0, PT(1000), NULL),
    LENGTH("before-source-arabic", before_source_arabic, 0, PT(1000), NULL),
    LENGTH("pad", pad, 0, PT(1000), "between the edge of a panel and its letters"),
    LENGTH("around", around, 0, PT(1000), "before and after a panel, a pull quote"),
    LENGTH("rule", rule, 0, PT(100), "weight of that above a pull quote"),
    LENGTH("rule-rise", rule_rise, 0, PT(1000), "above its first letters"),
    LENGTH("before-author", before_author, 0, PT(1000), NULL),
};
static const struct fields callout_map = FIELDS(callout_fields, /*flow*/ false);
#undef OF

#define OF chart_style
static const struct field chart_fields[] = {
    VALUE("muted", COLOUR, muted, "bars that the chart is not about"),
    VALUE("grid", COLOUR, grid, "grid lines"),
    LENGTH("rule", rule, 0, PT(100), "above the title"),
    LENGTH("rule-rise", rule_rise, 0, PT(1000), "of its upper edge"),
    LENGTH("before", before, 0, PT(1000), "from the words above to the drawing"),
    LENGTH("axis-rule", axis_rule, 0, PT(100), NULL),
    LENGTH("grid-rule", grid_rule, 0, PT(100), NULL),
    LENGTH("row", row, PT(1), PT(1000), "from bar to bar, where names have one line"),
    LENGTH("bar", bar, PT(1), PT(1000), "how thick bars are"),
    LENGTH("upright", upright, PT(28), LONG, "how high upright bars and lines stand"),
    LENGTH("panel", panel, PT(28), LONG, "how high lines in panels stand"),
    LENGTH("panel-gap", panel_gap, 0, PT(1000), "between panels"),
    LENGTH("label-gap", label_gap, 0, PT(100), "between a mark and its label"),
    LENGTH("name-gap", name_gap, 0, PT(1000), "between names and bars"),
    LENGTH("tick-gap", tick_gap, PT(1), LONG, "between numbers of an axis, at least"),
    LENGTH("swatch", swatch, 0, PT(100), "the square in a legend"),
};
static const struct fields chart_map = FIELDS(chart_fields, /*flow*/ false);
#undef OF

#define OF parallel_style
static const struct field parallel_fields[] = {
    LENGTH("gap", gap, 0, PT(1000), "between a pair of paragraphs and the next"),
    LENGTH("rule", rule, 0, PT(100), "between the columns"),
    LENGTH("rule-rise", rule_rise, 0, PT(1000), "above the first line"),
    LENGTH("rule-drop", rule_drop, 0, PT(1000), "below the last line"),
    VALUE("colour", COLOUR, colour, NULL),
    LENGTH("brick", brick, 0, PT(1000), "between the page numbers: how wide"),
    LENGTH("brick-rise", brick_rise, 0, PT(1000), "above the foot of the numbers"),
    LENGTH("folio-gap", folio_gap, 0, PT(1000), "on both sides of it"),
};
static const struct fields parallel_map = FIELDS(parallel_fields, /*flow*/ false);
#undef OF

#define OF contents_style
static const struct field contents_fields[] = {
    LENGTH("indent", indent, 0, LONG, "of each level"),
    LENGTH("folio", folio, 0, LONG, "room for page numbers at the end of the line"),
    LENGTH("gap", gap, 0, PT(1000), "on both sides of the dots"),
    LENGTH("dot", dot, 0, PT(100), NULL),
    LENGTH("dot-pitch", dot_pitch, PT(0.5), PT(1000), "from dot to dot"),
    LENGTH("before", before, 0, PT(1000), "air before an entry of the first level"),
};
static const struct fields contents_map = FIELDS(contents_fields, /*flow*/ false);
#undef OF

#define OF finding_style
static const struct field finding_fields[] = {
    LENGTH("title", title, 0, LONG, "baseline of the last line of its title"),
    LENGTH("kicker", kicker, 0, LONG, "baseline of the word above its number"),
    LENGTH("number-hang", number_hang, 0, LONG, "of the number, outside the column"),
    LENGTH("number-hang-arabic", number_hang_arabic, 0, LONG, NULL),
    LENGTH("severity", severity, 0, LONG, "below the baseline of its number"),
    LENGTH("statement-gap", statement_gap, 0, PT(1000), "above and below it"),
    LENGTH("answers-gap", answers_gap, 0, PT(1000),
           "before the recommendations that answer it"),
    LENGTH("answers-head", answers_head, 0, PT(1000),
           "from the rule above them to the line that says so"),
    LENGTH("answer-indent", answer_indent, 0, LONG, "of a title after its number"),
    LENGTH("folio", folio, 0, LONG, "room for page numbers at the end of the line"),
    LENGTH("glance-first", glance_first, 0, PT(1000),
           "at a glance: from the word above the pages to the first rule"),
    LENGTH("glance-head", glance_head, 0, PT(1000), "from a rule to the title"),
    LENGTH("glance-number", glance_number, 0, PT(1000),
           "of the number below the title"),
    LENGTH("glance-text", glance_text, 0, PT(1000),
           "of the text below the title, at least"),
    LENGTH("glance-foot", glance_foot, 0, PT(1000), "from the text to the next rule"),
    LENGTH("glance-kicker", glance_kicker, 0, PT(1000),
           "from a rule to the words above figures and calls"),
    LENGTH("glance-figure", glance_figure, 0, PT(1000), "from a rule to a key figure"),
    LENGTH("glance-figure-text", glance_figure_text, 0, PT(1000),
           "from a rule to what it counts"),
    LENGTH("glance-figure-room", glance_figure_room, 0, PT(1000),
           "from a rule to the next, at least"),
    LENGTH("glance-call", glance_call, 0, PT(1000), "from a rule to a recommendation"),
};
static const struct fields finding_map = FIELDS(finding_fields, /*flow*/ false);
#undef OF

#define OF recommendation_style
static const struct field recommendation_fields[] = {
    LENGTH("indent", indent, 0, LONG, "of the text after the number"),
    LENGTH("when", when, 0, LONG,
           "from where the findings it answers begin, to the date"),
    LENGTH("group-gap", group_gap, 0, PT(1000), "before the next addressee"),
    LENGTH("rise", rise, 0, PT(1000), "of the rule above the first line of a row"),
    LENGTH("foot", foot, 0, PT(1000), "from the last line of a row to the next rule"),
    LENGTH("head-rule", head_rule, 0, PT(100), "weights of two rules"),
    LENGTH("row-rule", row_rule, 0, PT(100), NULL),
};
static const struct fields recommendation_map =
    FIELDS(recommendation_fields, /*flow*/ false);
#undef OF

#define OF cover_style
static const struct field cover_fields[] = {
    LENGTH("field-top", field_top, PT(-500), LONG, "of the wall; it may bleed"),
    LENGTH("field-bottom", field_bottom, 0, LONG, NULL),
    LENGTH("course", course, PT(7), LONG, "height, with the joint"),
    LENGTH("joint", joint, 0, PT(500), NULL),
    LENGTH("brick-min", brick_min, PT(14), LONG, "width of the narrowest brick"),
    LENGTH("brick-step", brick_step, 0, PT(1000), "any other is so much wider,"),
    COUNT("brick-steps", brick_steps, 1, 1000,
          "or twice as much, and so on: so many widths"),
    COUNT("seed", seed, 0, 99999, "another wall for each number"),
    COUNT("open-course", open_course, 0, 1000, "the broken one, from the top; 0: none"),
    LENGTH("open-stands", open_stands, 0, LONG, "how much of it stands"),
    LIST("open-bricks", LENGTH, open_bricks, 3, 0, LONG,
         "widths of the loose ones after it"),
    LIST("open-gaps", LENGTH, open_gaps, 3, 0, LONG, "before each of those"),
    LENGTH("title", title, 0, LONG, "baseline of its first line"),
    COUNT("title-lines", title_lines, 1, 100, "that there is room for"),
    LENGTH("title-measure", title_measure, MM(10), LONG, NULL),
    LENGTH("rule", rule, 0, LONG, NULL),
    LENGTH("publisher", publisher, 0, LONG, "baseline of what stands below the title"),
    LENGTH("campaign", campaign, 0, LONG,
           "baseline of the second line; the others go on so"),
};
static const struct fields cover_map = FIELDS(cover_fields, /*flow*/ false);
#undef OF

#define OF back_style
static const struct field back_fields[] = {
    COUNT("courses", courses, 0, 100, "of bricks at its head"),
    LENGTH("blurb", blurb, 0, LONG, "baseline of its first line"),
    LENGTH("measure", measure, MM(10), LONG,
           "where all texts run in one direction; else that of the cover's title"),
    LENGTH("code", code, 0, LONG, "side of the QR code with its margin; 0: none"),
    LENGTH("code-rise", code_rise, 0, PT(1000), "above the rule of the cover"),
};
static const struct fields back_map = FIELDS(back_fields, /*flow*/ false);
#undef OF

#define OF handout_style
static const struct field handout_fields[] = {
    LENGTH("margin", margin, MM(5), MM(60), "at each side of the paper"),
    LENGTH("title", title, PT(1), PT(1000), "baseline, from the top of the paper"),
    LENGTH("foot", foot, MM(5), PT(1000),
           "the last baseline, from the foot of the paper"),
    LENGTH("title-gap", title_gap, 0, PT(1000), "to the rule below the title"),
    LENGTH("part-gap", part_gap, PT(1), PT(1000),
           "above a rule between parts, and below"),
    LENGTH("head-gap", head_gap, PT(1), PT(1000),
           "to the rule below the title of a part"),
    LENGTH("row-gap", row_gap, PT(1), PT(1000), "above and below the text of a row"),
    LENGTH("part-rule", part_rule, PT(0.5), PT(100), "between parts: its weight"),
    LENGTH("head-rule", head_rule, PT(0.5), PT(100),
           "above the first row, below the last"),
    LENGTH("row-rule", row_rule, PT(0.5), PT(100), "between rows"),
    LENGTH("indent", indent, 0, PT(1000), "of the text after the number of a row"),
    LENGTH("code", code, 0, LONG, "side of the QR code with its margin; 0: none"),
    LENGTH("chart-row", chart_row, PT(2), PT(1000), "from bar to bar"),
    LENGTH("chart-bar", chart_bar, PT(1), PT(1000), "how thick they are"),
    SHARE("tightest", tightest, 10, 100, "what the spaces above become at least"),
    SHARE("loosest", loosest, 100, 1000, "at most, before sizes grow"),
    SHARE("smallest", smallest, 50, 100, "what sizes become at least"),
    SHARE("largest", largest, 100, 200, "at most"),
    LENGTH("least-type", least_type, PT(8), PT(100), "no letter is smaller"),
};
static const struct fields handout_map = FIELDS(handout_fields, /*flow*/ false);
#undef OF

/* --- marks of notes, spaces, code ------------------------------------------------------- */

#define OF raised_style
static const struct field raised_fields[] = {
    SHARE("scale", scale, 10, 200, NULL),
    SHARE("rise", rise, 0, 200, NULL),
    VALUE("features", FEATURES, features, NULL),
};
static const struct fields raised_map = FIELDS(raised_fields, /*flow*/ true);
#undef OF

#define OF note_mark_style
static const struct field note_mark_fields[] = {
    MAP("arabic", arabic, raised_map, NULL),
    MAP("latin", latin, raised_map, NULL),
    VALUE("colour", COLOUR_USE, use, NULL),
};
static const struct fields note_mark_map = FIELDS(note_mark_fields, /*flow*/ false);
#undef OF

#define OF space_style
static const struct field space_fields[] = {
    SHARE("shrink", shrink, 0, 90, NULL),
    SHARE("stretch", stretch, 1, 1000, NULL),
    SHARE("loose", loose, 100, 2000, NULL),
    SHARE("widest", widest, 100, 2000, NULL),
};
static const struct fields space_map = FIELDS(space_fields, /*flow*/ true);
#undef OF

#define OF style
static const struct field spaces_fields[] = {
    MAP("arabic", arabic_space, space_map, NULL),
    MAP("latin", latin_space, space_map, NULL),
};
static const struct fields spaces_map = FIELDS(spaces_fields, /*flow*/ false);
#undef OF

#define OF kashida_limits
static const struct field limits_fields[] = {
    SHARE("from", from, 100, 1000, NULL),     SHARE("spaces", spaces, 100, 1000, NULL),
    SHARE("longest", longest, 10, 400, NULL), COUNT("per-line", per_line, 0, 100, NULL),
    COUNT("apart", apart, 0, 100, NULL),
};
static const struct fields limits_map = FIELDS(limits_fields, /*flow*/ true);
#undef OF

#define OF kashida_style
static const struct field kashida_fields[] = {
    VALUE("use", KASHIDA, use, "none, sparing or full"),
    MAP("sparing", sparing, limits_map,
        "Where spaces would pass \"from\", they stay at \"spaces\" and joins take the "
        "rest. apart: words between two that are stretched."),
    MAP("full", full, limits_map, NULL),
    VALUE("never", WORDS, never, "words that are not stretched; the Name never is"),
};
static const struct fields kashida_map = FIELDS(kashida_fields, /*flow*/ false);
#undef OF

#define OF hyphen_style
static const struct field hyphen_fields[] = {
    VALUE("dictionary", FLAG, dictionary, "English words; else only at soft hyphens"),
    VALUE("capitalised", FLAG, capitalised, "words that begin with a capital, too"),
    COUNT("before", before, 1, 20, "letters on the first line, at least"),
    COUNT("after", after, 1, 20, "letters on the next line, at least"),
    COUNT("shortest", shortest, 2, 60, "letters of a word that is divided, at least"),
};
static const struct fields hyphen_map = FIELDS(hyphen_fields, /*flow*/ false);
#undef OF

#define OF style
static const struct field code_fields[] = {
    VALUE("family", FAMILY, code_family, NULL),
    SHARE("scale", code_scale, 10, 400, "of the size around it"),
};
static const struct fields code_map = FIELDS(code_fields, /*flow*/ false);
#undef OF

#define OF language_style
static const struct field language_values[] = {
    VALUE("family", FAMILY_OR_NONE, family, NULL),
    VALUE("sans", FAMILY_OR_NONE, sans, NULL),
    SHARE("scale", scale, 10, 400, NULL),
    SHARE("leading", leading, 0, 500, NULL),
    VALUE("justified", FLAG, justified, NULL),
};
const struct fields language_fields = FIELDS(language_values, /*flow*/ true);
#undef OF

/* --- the whole -------------------------------------------------------------------------- */

#define OF theme
static const struct field fields[] = {
    /* First, so that their names are known. */
    VALUE("fonts", FONTS, style.fonts,
          "Fonts of the content folder: a name for each family, and in it the files: "
          "regular, bold, italic, bold-italic."),
    MAP("colours", style.colours, colour_map,
        "What a name is given here, it has wherever it is used."),
    MAP("print", style.print, print_map, "How a press prints it."),
    MAP("roles", roles, role_map,
        "How a text looks in Arabic script, and in any other. figures is the family of ٠ "
        "to ٩; foreign the size of words of the other script: measured, own or a share; "
        "leading-marked and leading-vocalised are for texts with many vowels."),
    MAP("page", style.page, page_map, NULL),
    MAP("note", style.note, note_map, NULL),
    MAP("table", style.table, table_map, NULL),
    MAP("figure", style.figure, figure_map, NULL),
    MAP("timeline", style.timeline, timeline_map, NULL),
    MAP("callout", style.callout, callout_map,
        "Margin notes, key figures, panels, pull quotes."),
    MAP("chart", style.chart, chart_map, NULL),
    MAP("parallel", style.parallel, parallel_map, "Two languages side by side."),
    MAP("contents", style.contents, contents_map, NULL),
    MAP("finding", style.finding, finding_map, NULL),
    MAP("recommendation", style.recommendation, recommendation_map, NULL),
    MAP("cover", style.cover, cover_map, NULL),
    MAP("back-cover", style.back, back_map, NULL),
    MAP("handout", style.handout, handout_map,
        "A brief whose spaces, then sizes, are tuned until it fills its sides."),
    VALUE("link-colour", COLOUR_USE, style.link_use, NULL),
    MAP("note-mark", style.note_mark, note_mark_map,
        "The small number that leads to a note."),
    MAP("code", style, code_map, "Code inside a paragraph."),
    VALUE("fallback", FAMILIES, style.fallback,
          "For characters that a role's own family lacks."),
    MAP("space", style, spaces_map, "What becomes of the spaces of a justified line."),
    MAP("kashida", style.kashida, kashida_map,
        "Arabic letters drawn out to fill a line."),
    MAP("hyphenation", style.hyphenation, hyphen_map,
        "Where a word may be divided at the end of a line."),
    SHARE("protrusion", style.protrusion, 0, 100,
          "How far full stops, hyphens and the like hang into the margin."),
    VALUE("languages", LANGUAGES, style.languages,
          "Languages that differ from others of their script. sans is the family where "
          "the role's Latin one has no serifs; scale a share of the role's Latin size, "
          "leading one of the size so made."),
};
#undef OF

const struct fields theme_fields = FIELDS(fields, /*flow*/ false);

/* --- looking things up ------------------------------------------------------------------ */

/* The name that a path begins with; *rest is what follows it. */
static const struct field *find_first(const struct fields *in, const char *path,
                                      const char **rest) {
    size_t end = strcspn(path, "/");
    *rest = path + end + (path[end] == '/');
    for (size_t i = 0; i < in->count; i++)
        if (strlen(in->items[i].name) == end && !memcmp(in->items[i].name, path, end))
            return &in->items[i];
    return NULL;
}

const struct field *theme_field(const struct theme *theme, const char *path,
                                const void **place) {
    const struct fields *in = &theme_fields;
    const struct field *field = NULL;
    size_t offset = 0;
    while (in && *path) {
        field = find_first(in, path, &path);
        if (!field)
            return NULL;
        offset += field->offset;
        in = field->inner;
    }
    *place = (const char *)theme + offset;
    return field;
}

const char *colour_word(enum colour_name name) {
    return colour_fields[name].name;
}

const char *role_word(enum role role) {
    return role_fields[role].name;
}

uint32_t theme_colour(const struct theme *theme, enum colour_name name) {
    const char *colours = (const char *)&theme->style.colours;
    return *(const uint32_t *)(colours + colour_fields[name].offset);
}
