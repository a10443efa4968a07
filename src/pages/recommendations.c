/* SPDX-License-Identifier: MIT */
/* Sets recommendations. Text and outer column are one there: the number and the text stand
   in the columns of text, and in the last one, whatever side it is on, the findings a
   recommendation answers, with their pages, and when it is to be met. */
#include "pages/internal.h"

#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

bool recommendations_stand(const struct section *section) {
    if (section->kind != SECTION_FILE)
        return section->kind == SECTION_FINDINGS ||
               section->kind == SECTION_RECOMMENDATIONS;
    for (const struct block *block = section->blocks; block; block = block->next)
        if (block->recommendation)
            return true;
    return false;
}

/* The last column. */
static struct spot beside_spot(const struct composer *composer,
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

/* Whether any of a language says when it is to be met; else there is no column for that. */
static bool are_dated(const struct document *document,
                      const struct language *language) {
    for (size_t i = 0; i < document->recommendation_count; i++) {
        const struct recommendation *recommendation = document->recommendations[i];
        if (recommendation->numbered.language == language &&
            (recommendation->priority || recommendation->by))
            return true;
    }
    return false;
}

void recommendations_begin(struct composer *composer, const struct document *document,
                           const struct language *language) {
    composer->wide = true;
    composer->measure = composer->wide_measure;
    composer->end_indent = composer->wide_measure - composer->column;
    composer->recommending =
        (struct recommending){.stands = true, .dated = are_dated(document, language)};
}

/* --- what stands beside a row ------------------------------------------------------------ */

/* The heads of the two columns. */
static void place_heads(struct composer *composer, struct row *row,
                        const struct language *language) {
    struct spot spot = beside_spot(composer, language);
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
    struct element *link = element_new(&composer->structure, around, TAG_LINK,
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
static length place_beside(struct composer *composer, size_t index,
                           const struct recommendation *recommendation,
                           struct element *around) {
    const struct numbered *numbered = &recommendation->numbered;
    const struct language *language = numbered->language;
    struct spot spot = beside_spot(composer, language);
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

/* The rule above a row, and room for it. */
static void open_row(struct composer *composer, size_t index, bool heads) {
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
static void make_room(struct composer *composer, size_t first, length beside) {
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

/* --- whole ----------------------------------------------------------------------------- */

static void close_recommendation(struct composer *composer) {
    struct recommending *recommending = &composer->recommending;
    if (!recommending->heading)
        return;
    composer->indent = 0;
    make_room(composer, recommending->first, recommending->beside);
    recommending->heading = NULL;
    composer->keep = false;
    galley_ask_air(composer, composer->style->recommendation.foot);
}

/* The rule below the last of several. */
static void set_foot(struct composer *composer) {
    const struct style *style = composer->style;
    if (!composer->recommending.any || composer->failed)
        return;
    composer->keep = true;
    place_rule(composer, galley_add_row(composer, 0), 0,
               style->recommendation.head_rule, style->colours.ink);
    composer->recommending.any = composer->recommending.headed = false;
    galley_ask_air(composer, style->recommendation.group_gap);
}

void recommendations_end(struct composer *composer) {
    close_recommendation(composer);
    set_foot(composer);
    composer->recommending.stands = false;
    composer->wide = false;
    composer->measure = composer->column;
    composer->end_indent = 0;
}

/* The heads alone, where no heading says to whom. */
static void set_heads(struct composer *composer) {
    const struct recommendation_style *style = &composer->style->recommendation;
    galley_ask_air(composer, style->group_gap);
    size_t index = composer->galley.count;
    galley_add_row(composer, style->rise);
    open_row(composer, index, /*heads*/ true);
    place_heads(composer, &composer->galley.rows[index], composer->language);
    composer->recommending.headed = true;
    composer->keep = true;
    composer->air = style->foot;
}

/* Whether a heading ends the recommendation above it. */
static bool ends_recommendation(const struct recommending *recommending,
                                const struct block *heading) {
    return recommending->heading && (heading->recommendation || heading->addressee ||
                                     heading->level <= recommending->heading->level);
}

void recommendation_begin(struct composer *composer, const struct block *heading) {
    struct recommending *recommending = &composer->recommending;
    const struct recommendation_style *style = &composer->style->recommendation;
    bool more = heading->recommendation || heading->addressee;
    if (!recommending->stands || composer->depth > 1)
        return;
    if (ends_recommendation(recommending, heading))
        close_recommendation(composer);
    if (!more && !recommending->heading)
        set_foot(composer);
    if (heading->addressee)
        composer->air += recommending->any ? style->group_gap : 0;
    if (heading->addressee)
        galley_ask_air(composer, style->group_gap);
    if (!heading->recommendation)
        return;
    if (!recommending->headed)
        set_heads(composer);
    galley_ask_air(composer, style->foot);
    composer->indent = style->indent;
}

/* The number before the title. */
static void place_number(struct composer *composer, size_t index,
                         const struct numbered *numbered, struct element *element) {
    struct short_text number = {.string = numbered->digits,
                                .language = numbered->language->tag,
                                .role = ROLE_LIST_TITLE,
                                .colour = composer->style->colours.brick,
                                .element = element};
    place_short(composer, &composer->galley.rows[index], &number,
                (struct spot){.direction = numbered->language->direction,
                              .whole = composer->measure,
                              .width = composer->style->recommendation.indent});
}

void recommendation_open(struct composer *composer, const struct block *heading,
                         size_t first) {
    struct recommending *recommending = &composer->recommending;
    const struct recommendation *recommendation = heading->recommendation;
    if (composer->galley.count == first || composer->depth > 1)
        return;
    if (heading->addressee && recommending->stands) {
        open_row(composer, first, /*heads*/ true);
        place_heads(composer, &composer->galley.rows[first], composer->language);
        recommending->headed = true;
    }
    if (!recommendation || !recommending->stands)
        return;
    open_row(composer, first, /*heads*/ false);
    place_number(composer, first, &recommendation->numbered,
                 element_new(&composer->structure, composer->element, TAG_P,
                             heading->language, heading->direction));
    *recommending = (struct recommending){
        .stands = true,
        .dated = recommending->dated,
        .heading = heading,
        .first = first,
        .beside = place_beside(composer, first, recommendation, composer->element),
        .headed = true,
        .any = true};
}

/* --- by addressee ------------------------------------------------------------------------ */

struct addressed {
    const struct recommendation *recommendation;
    uint32_t group; /* the number of the first that is addressed so */
};

static int compare_names(const void *left, const void *right) {
    const struct addressed *a = left, *b = right;
    int names = strcmp(a->recommendation->addressee, b->recommendation->addressee);
    uint32_t first = a->recommendation->numbered.number;
    uint32_t second = b->recommendation->numbered.number;
    return names ? names : (first > second) - (first < second);
}

static int compare_groups(const void *left, const void *right) {
    const struct addressed *a = left, *b = right;
    uint32_t first = a->recommendation->numbered.number;
    uint32_t second = b->recommendation->numbered.number;
    return a->group != b->group ? (a->group > b->group) - (a->group < b->group)
                                : (first > second) - (first < second);
}

static struct addressed *collect(struct composer *composer,
                                 const struct document *document,
                                 const struct language *language, size_t *count) {
    struct addressed *items =
        arena_array(composer->arena, struct addressed, document->recommendation_count);
    *count = 0;
    for (size_t i = 0; i < document->recommendation_count; i++)
        if (document->recommendations[i]->numbered.language == language)
            items[(*count)++].recommendation = document->recommendations[i];
    if (*count)
        qsort(items, *count, sizeof *items, compare_names);
    for (size_t i = 0; i < *count; i++)
        items[i].group = i && !strcmp(items[i].recommendation->addressee,
                                      items[i - 1].recommendation->addressee)
                             ? items[i - 1].group
                             : items[i].recommendation->numbered.number;
    if (*count)
        qsort(items, *count, sizeof *items, compare_groups);
    return items;
}

static void set_addressee(struct composer *composer, const char *addressee) {
    struct block heading = {.kind = BLOCK_HEADING,
                            .paragraph = {.text = slice_of(addressee),
                                          .language = composer->language->tag,
                                          .direction = composer->language->direction},
                            .level = 2,
                            .addressee = addressee,
                            .language = composer->language->tag,
                            .direction = composer->language->direction};
    compose_blocks(composer, &heading);
}

/* Title and page; what stands beside a whole one does so here. */
static void set_line(struct composer *composer,
                     const struct recommendation *recommendation,
                     struct element *list) {
    const struct style *style = composer->style;
    const struct recommendation_style *own = &style->recommendation;
    struct lead lead = lead_begin(composer, &recommendation->numbered, list);
    struct broken_text broken;
    struct spot spot = {.direction = lead.language->direction,
                        .whole = composer->measure,
                        .width = composer->column};
    size_t first = composer->galley.count;
    arena_reset(composer->scratch);
    if (!compose_broken(composer, &lead.title, ROLE_RUN_IN,
                        style->roles[ROLE_RUN_IN].colour,
                        composer->column - own->indent - style->finding.folio,
                        ALIGN_RAGGED, lead.link, &broken) ||
        !broken.lines.count)
        return;
    for (size_t i = 0; i < broken.lines.count; i++) {
        composer->keep |= i > 0;
        struct row *row = galley_add_row(composer, broken.text->leading);
        compose_add_line(composer, row, &broken, i,
                         line_left(spot.whole, spot.direction, own->indent,
                                   broken.lines.lines[i].width));
    }
    struct row *row = &composer->galley.rows[first];
    open_row(composer, first, /*heads*/ false);
    place_lead_number(composer, row, &recommendation->numbered, &lead, ROLE_LIST_TITLE,
                      (struct spot){.direction = spot.direction,
                                    .whole = spot.whole,
                                    .width = own->indent});
    place_folio(composer, row, lead.anchor, lead.language,
                &(struct folio_look){ROLE_TABLE_STRONG, style->colours.brick,
                                     /*cited*/ true, /*starts*/ false},
                lead.link, spot);
    length left = line_left(spot.whole, spot.direction, 0, spot.width);
    place_link(composer, row,
               (struct box){left, -own->rise, left + spot.width, own->foot},
               lead.anchor, lead.link, lead.title.text);
    make_room(composer, first,
              place_beside(composer, first, recommendation, lead.link->parent));
    composer->keep = false;
    composer->air = own->foot;
}

void recommendations_compose(struct composer *composer, const struct document *document,
                             const struct section *section) {
    size_t count;
    struct addressed *items = collect(composer, document, section->language, &count);
    struct element *list = NULL;
    contents_title(composer, section);
    for (size_t i = 0; i < count && !composer->failed; i++) {
        if (!i || items[i].group != items[i - 1].group) {
            set_addressee(composer, items[i].recommendation->addressee);
            composer->keep = true;
            composer->air = composer->style->recommendation.foot;
            list = element_new(&composer->structure, composer->element, TAG_L,
                               section->language->tag, section->language->direction);
            list->numbering = "Decimal";
        }
        set_line(composer, items[i].recommendation, list);
        composer->recommending.any = true;
    }
}
