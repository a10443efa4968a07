/* SPDX-License-Identifier: MIT */
/* Sets what stands beside a recommendation, in the last column: the findings it answers, with
   their pages, and when it is to be met. */
#include "pages/parts.h"

#include "base/buffer.h"

#include <string.h>

/* The last column. */
static struct spot last_column_spot(const struct composer *composer,
                                    const struct language *language) {
    return (struct spot){.direction = language->direction,
                         .whole = composer->wide_measure,
                         .start = composer->column + composer->style->page.gutter,
                         .width = composer->recommending.dated
                                      ? composer->style->recommendation.when -
                                            composer->style->page.marker_gap
                                      : composer->style->page.column};
}

static struct spot when_spot(const struct composer *composer, struct spot beside) {
    const struct style *style = composer->style;
    beside.start += style->recommendation.when;
    beside.width = style->page.column - style->recommendation.when;
    return beside;
}

/* The heads of the two columns. */
void last_column_heads(struct composer *composer, struct row *row,
                       const struct language *language) {
    struct spot spot = last_column_spot(composer, language);
    struct element *element = element_new(&composer->structure, composer->element,
                                          TAG_P, language->tag, language->direction);
    struct short_text text = {.string = locale_term(language->tag, TERM_ANSWERS),
                              .language = language->tag,
                              .role = ROLE_KICKER,
                              .colour = composer->style->roles[ROLE_KICKER].colour,
                              .element = element};
    place_short(composer, row, &text, spot);
    text.string = locale_term(language->tag, TERM_WHEN);
    if (composer->recommending.dated)
        place_short(composer, row, &text, when_spot(composer, spot));
}

/* Narrow columns: what holds together elsewhere may be parted here. */
static const char *loosen(struct composer *composer, const char *text) {
    static const char hard[] = "\u00A0";
    struct buffer loose = {.arena = composer->arena};
    while (*text) {
        bool space = !strncmp(text, hard, sizeof hard - 1);
        buffer_add_char(&loose, space ? ' ' : *text);
        text += space ? sizeof hard - 1 : 1;
    }
    buffer_add_char(&loose, '\0');
    return loose.data;
}

/* "Finding 2", and its page: below it in a narrow column. Gives the y of the next. */
static length place_answer(struct composer *composer, struct row *row,
                           const struct numbered *finding, struct element *around,
                           struct spot spot) {
    const struct style *style = composer->style;
    const struct language *language = finding->language;
    const struct anchor *anchor =
        anchors_find(composer->anchors, language->tag, finding->heading->id);
    struct element *link =
        element_new(&composer->structure, around, anchor ? TAG_LINK : TAG_SPAN,
                    language->tag, language->direction);
    length leading = text_leading(style, &style->roles[ROLE_TABLE], language->tag);
    struct short_text text = {loosen(composer, finding->label), language->tag,
                              ROLE_TABLE, style->roles[ROLE_TABLE].colour, link};
    length last = place_short(composer, row, &text, spot);
    struct box box = {line_left(spot.whole, spot.direction, spot.start, spot.width),
                      spot.y - leading * 3 / 4, 0, last + leading / 4};
    box.x1 = box.x0 + spot.width;
    box.y1 += composer->recommending.dated ? leading : 0;
    place_link(composer, row, box, anchor, link, finding->heading->paragraph.text);
    spot.y = composer->recommending.dated ? last + leading : last;
    place_folio(composer, row, anchor, language,
                &(struct folio_look){ROLE_TABLE, style->colours.stone, /*cited*/ true,
                                     /*starts*/ composer->recommending.dated},
                link, spot);
    return spot.y + leading;
}

/* Its priority and its date, one below the other. Gives the y of the next. */
static length place_when(struct composer *composer, struct row *row,
                         const struct recommendation *recommendation,
                         struct element *element, struct spot spot) {
    const struct style *style = composer->style;
    const struct language *language = recommendation->numbered.language;
    const struct {
        const char *string;
        enum role role;
        uint32_t colour;
    } lines[] = {
        {recommendation->priority, ROLE_TABLE_STRONG, style->colours.brick},
        {recommendation->by, ROLE_TABLE, style->roles[ROLE_TABLE].colour},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (!lines[i].string)
            continue;
        struct short_text text = {loosen(composer, lines[i].string), language->tag,
                                  lines[i].role, lines[i].colour, element};
        spot.y = place_short(composer, row, &text, spot) +
                 text_leading(style, &style->roles[lines[i].role], language->tag);
    }
    return spot.y;
}

/* All of it. Gives the baseline of its last line. */
length last_column_place(struct composer *composer, size_t index,
                         const struct recommendation *recommendation,
                         struct element *around) {
    const struct numbered *numbered = &recommendation->numbered;
    const struct language *language = numbered->language;
    struct spot spot = last_column_spot(composer, language);
    struct spot when = when_spot(composer, spot);
    struct structure *structure = &composer->structure;
    struct row *row = &composer->galley.rows[index];
    for (size_t i = 0; i < numbered->answer_count; i++)
        spot.y = place_answer(
            composer, row, numbered->answers[i],
            element_new(structure, around, TAG_P, language->tag, language->direction),
            spot);
    if (recommendation->priority || recommendation->by)
        when.y = place_when(
            composer, row, recommendation,
            element_new(structure, around, TAG_P, language->tag, language->direction),
            when);
    length leading = text_leading(composer->style, &composer->style->roles[ROLE_TABLE],
                                  language->tag);
    length reach = when.y > spot.y ? when.y : spot.y;
    return reach > leading ? reach - leading : 0;
}

/* --- where there is no such column ------------------------------------------------------- */

/* What is beside what: "Answers", and then the findings. */
struct beside {
    struct composer *composer;
    struct spot word, what;
    const struct language *language;
    struct element *around;
    length leading;
};

/* The next row; gives its index. The first has the word. */
static size_t add_row(struct beside *beside, enum term term, bool first) {
    struct composer *composer = beside->composer;
    composer->keep = true;
    struct row *row = galley_add_row(composer, beside->leading);
    struct short_text text = {.string = locale_term(beside->language->tag, term),
                              .language = beside->language->tag,
                              .role = ROLE_KICKER,
                              .colour = composer->style->roles[ROLE_KICKER].colour};
    text.element = element_new(&composer->structure, beside->around, TAG_P,
                               beside->language->tag, beside->language->direction);
    if (first)
        place_short(composer, row, &text, beside->word);
    return composer->galley.count - 1;
}

static void set_when(struct beside *beside, const char *string, enum role role,
                     uint32_t colour, bool first) {
    struct composer *composer = beside->composer;
    if (!string)
        return;
    size_t index = add_row(beside, TERM_WHEN, first);
    struct short_text text = {string, beside->language->tag, role, colour,
                              beside->around->last};
    place_short(composer, &composer->galley.rows[index], &text, beside->what);
}

void last_column_set(struct composer *composer,
                     const struct recommendation *recommendation,
                     struct element *around) {
    const struct style *style = composer->style;
    const struct numbered *numbered = &recommendation->numbered;
    const struct language *language = numbered->language;
    length indent = style->recommendation.indent, when = style->recommendation.when;
    struct spot word = {.direction = language->direction,
                        .whole = composer->measure,
                        .start = indent,
                        .width = when - style->page.marker_gap};
    struct spot what = word;
    what.start += when;
    what.width = composer->measure - what.start;
    length leading = text_leading(style, &style->roles[ROLE_TABLE], language->tag);
    length least = 2 * style->page.step; /* the rows of both languages are level */
    struct beside beside = {composer, word,   what,
                            language, around, leading > least ? leading : least};
    for (size_t i = 0; i < numbered->answer_count; i++) {
        size_t index = add_row(&beside, TERM_ANSWERS, i == 0);
        place_answer(composer, &composer->galley.rows[index], numbered->answers[i],
                     around->last, what);
    }
    set_when(&beside, recommendation->priority, ROLE_TABLE_STRONG, style->colours.brick,
             true);
    set_when(&beside, recommendation->by, ROLE_TABLE, style->roles[ROLE_TABLE].colour,
             !recommendation->priority);
}

/* --- the rule ----------------------------------------------------------------------------- */

/* The rule above a row, and room for it. */
void last_column_open(struct composer *composer, size_t index, bool heads) {
    const struct recommendation_style *style = &composer->style->recommendation;
    const struct colours *colours = &composer->style->colours;
    struct row *row = &composer->galley.rows[index];
    row->leading = style->rise > row->leading ? style->rise : row->leading;
    row->reach = style->rise;
    place_rule(composer, row, style->rise, heads ? style->head_rule : style->row_rule,
               heads ? colours->ink : colours->stone);
}

/* What stands beside the rows from `first` on reaches so far below: no page ends there, and
   where there are too few rows there is one more. */
void last_column_room(struct composer *composer, size_t first, length beside) {
    struct galley *galley = &composer->galley;
    length height = 0;
    for (size_t i = first + 1; i < galley->count && height < beside; i++) {
        galley->rows[i].may_break = false;
        height += galley->rows[i].leading + galley->rows[i].air;
    }
    if (height >= beside)
        return;
    composer->air = 0;
    composer->keep = true;
    galley_add_row(composer, beside - height);
}
