/* SPDX-License-Identifier: MIT */
/* Sets recommendations. Text and outer column are one there: the number and the text stand
   in the columns of text, and in the last one, whatever side it is on, the findings a
   recommendation answers, with their pages, and when it is to be met. */
#include "pages/book.h"
#include "pages/parts.h"

bool recommendations_stand(const struct section *section) {
    if (section->kind != SECTION_FILE)
        return section->kind == SECTION_FINDINGS || section->kind == SECTION_GLANCE ||
               section->kind == SECTION_RECOMMENDATIONS;
    for (const struct block *block = section->blocks; block; block = block->next)
        if (block->recommendation)
            return true;
    return false;
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

/* --- whole ----------------------------------------------------------------------------- */

static void close_recommendation(struct composer *composer) {
    struct recommending *recommending = &composer->recommending;
    if (!recommending->heading)
        return;
    composer->indent = 0;
    last_column_room(composer, recommending->first, recommending->beside);
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
    pair_begin(composer, composer->galley.count - 1);
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
    last_column_open(composer, index, /*heads*/ true);
    last_column_heads(composer, &composer->galley.rows[index], composer->language);
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

/* Beside another language they stand in their column. */
static bool is_standing(const struct composer *composer) {
    return composer->recommending.stands || composer->parallel;
}

void recommendation_begin(struct composer *composer, const struct block *heading) {
    struct recommending *recommending = &composer->recommending;
    const struct recommendation_style *style = &composer->style->recommendation;
    bool more = heading->recommendation || heading->addressee;
    if (!is_standing(composer) || composer->depth > 1)
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
    if (!recommending->headed && recommending->stands)
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

/* What stands in the last column elsewhere. */
void recommendation_set_below(struct composer *composer,
                              const struct recommendation *recommendation,
                              struct element *around) {
    size_t first = composer->galley.count;
    last_column_set(composer, recommendation, around);
    pair_begin(composer, first);
    composer->keep = true;
    galley_ask_air(composer, composer->style->page.step);
}

void recommendation_open(struct composer *composer, const struct block *heading,
                         size_t first) {
    struct recommending *recommending = &composer->recommending;
    const struct recommendation *recommendation = heading->recommendation;
    if (composer->galley.count == first || composer->depth > 1)
        return;
    if (heading->addressee && is_standing(composer)) {
        last_column_open(composer, first, /*heads*/ true);
        if (recommending->stands)
            last_column_heads(composer, &composer->galley.rows[first],
                              composer->language);
        recommending->headed = true;
    }
    if (!recommendation || !is_standing(composer))
        return;
    last_column_open(composer, first, /*heads*/ false);
    place_number(composer, first, &recommendation->numbered,
                 element_new(&composer->structure, composer->element, TAG_P,
                             heading->language, heading->direction));
    length beside = 0;
    if (recommending->stands)
        beside = last_column_place(composer, first, recommendation, composer->element);
    else
        recommendation_set_below(composer, recommendation, composer->element);
    *recommending = (struct recommending){.stands = recommending->stands,
                                          .dated = recommending->dated,
                                          .heading = heading,
                                          .first = first,
                                          .beside = beside,
                                          .headed = true,
                                          .any = true};
}
