/* SPDX-License-Identifier: MIT */
/* Sets the recommendations by addressee: number, title, page, and what stands beside it. */
#include "pages/book.h"
#include "pages/parts.h"

#include <stdlib.h>
#include <string.h>

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

struct addressed *addressed_collect(struct composer *composer,
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
    size_t first = composer->galley.count;
    compose_blocks(composer, &heading);
    pair_begin(composer, first);
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
    last_column_open(composer, first, /*heads*/ false);
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
    pair_begin(composer, first);
    if (composer->parallel)
        recommendation_set_below(composer, recommendation, lead.link->parent);
    else
        last_column_room(
            composer, first,
            last_column_place(composer, first, recommendation, lead.link->parent));
    composer->keep = false;
    composer->air = own->foot;
}

void recommendations_compose(struct composer *composer, const struct document *document,
                             const struct section *section) {
    size_t count;
    struct addressed *items =
        addressed_collect(composer, document, section->language, &count);
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
