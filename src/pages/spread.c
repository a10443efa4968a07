/* SPDX-License-Identifier: MIT */
/* Sets the second page of the report at a glance: the key figures, each with what it counts
   and who counted, and the recommendations, a line each with its page. */
#include "pages/book.h"
#include "pages/parts.h"

static struct spot whole_spot(const struct composer *composer) {
    return (struct spot){.direction = composer->language->direction,
                         .whole = composer->measure,
                         .width = composer->measure};
}

static struct element *add_paragraph_element(struct composer *composer,
                                             const char *language) {
    return element_new(&composer->structure, composer->element, TAG_P, language,
                       locale_direction(language));
}

/* --- key figures ------------------------------------------------------------------------ */

/* In the first column, as large as fits there. */
static void place_figure(struct composer *composer, struct row *row,
                         const struct block *key, struct element *element) {
    const struct style *style = composer->style;
    struct spot spot = whole_spot(composer);
    spot.width = style->page.column;
    enum role role = key_role(composer, &key->paragraph, spot.width);
    spot.y = style->finding.glance_figure - style->finding.glance_figure_text;
    place_short(composer, row,
                &(struct short_text){.string = key->paragraph.text.data,
                                     .language = key->paragraph.language,
                                     .role = role,
                                     .colour = style->roles[role].colour,
                                     .element = element},
                spot);
}

/* In the last column; gives how far it reaches below the first line. */
static length place_source(struct composer *composer, struct row *row,
                           const struct block *source) {
    const struct style *style = composer->style;
    struct spot spot = whole_spot(composer);
    spot.width = style->page.column;
    spot.start = composer->measure - spot.width;
    if (!source)
        return 0;
    struct paragraph bare = paragraph_bare(composer->arena, &source->paragraph);
    struct short_text text = {.string = bare.text.data,
                              .language = bare.language,
                              .role = ROLE_SOURCE,
                              .colour = style->roles[ROLE_SOURCE].colour,
                              .element =
                                  add_paragraph_element(composer, bare.language)};
    return place_short(composer, row, &text, spot);
}

static void set_figure(struct composer *composer, const struct block *key, bool opens) {
    const struct style *style = composer->style;
    const struct finding_style *own = &style->finding;
    const struct block *caption = key->children;
    struct paragraph words = paragraph_bare(composer->arena, &caption->paragraph);
    struct spot spot = whole_spot(composer);
    size_t first = composer->galley.count, count;
    spot.start = style->page.column + style->page.gutter;
    spot.width = 2 * style->page.column;
    length room =
        composer->measure - spot.start - style->page.column - style->page.gutter;
    spot.width = spot.width < room ? spot.width : room;
    struct element *figure = add_paragraph_element(composer, key->paragraph.language);
    if (!glance_text(composer, &words, ROLE_TEXT, spot,
                     add_paragraph_element(composer, words.language), &count) ||
        !count)
        return;
    struct row *row = &composer->galley.rows[first];
    row->leading = own->glance_figure_text;
    if (!opens)
        place_rule(composer, row, own->glance_figure_text,
                   style->recommendation.row_rule, style->colours.stone);
    place_figure(composer, row, key, figure);
    length used = 0, source = place_source(composer, row, caption->next);
    for (size_t i = first + 1; i < composer->galley.count; i++)
        used += composer->galley.rows[i].leading;
    length rest = own->glance_figure_room - own->glance_figure_text;
    length least = source + own->glance_foot;
    composer->air = (rest > least ? rest : least) - used;
    if (composer->air < own->glance_foot)
        composer->air = own->glance_foot;
}

/* Where two languages stand side by side there is no room for three columns. */
static void set_narrow(struct composer *composer, const struct block *key) {
    size_t first = composer->galley.count;
    key_compose(composer, key);
    pair_begin(composer, first);
    galley_ask_air(composer, composer->style->finding.statement_gap);
}

static void set_figures(struct composer *composer, const struct document *document,
                        const struct section *section) {
    uint32_t left = section->figures;
    bool opens = true;
    for (size_t i = 0; i < document->section_count; i++) {
        if (document->sections[i].language != section->language)
            continue;
        for (const struct block *block = document->sections[i].blocks; block && left;
             block = block->next) {
            if (block->kind != BLOCK_CALLOUT || block->callout != CALLOUT_KEY)
                continue;
            if (opens) {
                galley_ask_air(composer, composer->style->finding.statement_gap);
                glance_head(composer, section->language, TERM_KEY_FIGURES, false);
                composer->air = composer->style->finding.glance_first;
            }
            if (composer->parallel)
                set_narrow(composer, block);
            else
                set_figure(composer, block, opens);
            opens = false;
            left--;
        }
    }
}

/* --- recommendations ------------------------------------------------------------------------ */

static bool is_same_title(const struct recommendation *a,
                          const struct recommendation *b) {
    return slice_equal(a->numbered.heading->paragraph.text,
                       b->numbered.heading->paragraph.text);
}

/* Where one addressee's end. */
static size_t group_end(const struct addressed *items, size_t count, size_t from) {
    size_t end = from;
    while (end < count && items[end].group == items[from].group)
        end++;
    return end;
}

/* Whether every addressee is asked the same, in the same words. */
static bool ask_the_same(const struct addressed *items, size_t count) {
    size_t size = group_end(items, count, 0);
    if (count % size)
        return false;
    for (size_t i = size; i < count; i++)
        if (group_end(items, count, i - i % size) != i - i % size + size ||
            !is_same_title(items[i].recommendation, items[i % size].recommendation))
            return false;
    return true;
}

/* "The government · The international community": each name as the report has it. */
static const char *join_addressees(struct composer *composer,
                                   const struct addressed *items, size_t count) {
    const char *names = items->recommendation->addressee;
    for (size_t i = group_end(items, count, 0); i < count;
         i = group_end(items, count, i))
        names = arena_printf(composer->arena, "%s \u00B7 %s", names,
                             items[i].recommendation->addressee);
    return names;
}

static void set_addressee(struct composer *composer, const char *name) {
    const struct style *style = composer->style;
    const struct role_style *role = &style->roles[ROLE_SOURCE];
    struct row *row =
        galley_add_row(composer, text_leading(style, role, composer->language->tag));
    pair_begin(composer, composer->galley.count - 1);
    place_short(composer, row,
                &(struct short_text){.string = name,
                                     .language = composer->language->tag,
                                     .role = ROLE_SOURCE,
                                     .colour = role->colour,
                                     .element = add_paragraph_element(
                                         composer, composer->language->tag)},
                whole_spot(composer));
    composer->keep = true;
    composer->air = style->finding.glance_first;
}

static void set_call(struct composer *composer,
                     const struct recommendation *recommendation, struct element *list,
                     bool opens) {
    const struct style *style = composer->style;
    const struct finding_style *own = &style->finding;
    struct lead lead = lead_begin(composer, &recommendation->numbered, list);
    struct spot spot = whole_spot(composer);
    size_t first = composer->galley.count, count;
    spot.width = composer->measure - own->folio;
    if (!lead.anchor ||
        !glance_text(composer, &lead.title, ROLE_LIST_TITLE, spot, lead.link, &count) ||
        !count)
        return;
    struct row *row = &composer->galley.rows[first];
    pair_begin(composer, first);
    row->leading = own->glance_call;
    row->reach = own->glance_call;
    place_rule(composer, row, own->glance_call,
               opens ? style->recommendation.head_rule : style->recommendation.row_rule,
               opens ? style->colours.ink : style->colours.stone);
    place_folio(composer, row, lead.anchor, lead.language,
                &(struct folio_look){ROLE_LIST_TITLE, style->colours.brick,
                                     /*cited*/ false, /*starts*/ false},
                lead.link, whole_spot(composer));
    place_link(composer, row,
               (struct box){0, -own->glance_call, composer->measure, own->glance_foot},
               lead.anchor, lead.link, lead.title.text);
    composer->air = own->glance_foot;
}

static void set_group(struct composer *composer, const struct addressed *items,
                      size_t from, size_t to, const char *addressee) {
    struct element *list =
        element_new(&composer->structure, composer->element, TAG_TOC,
                    composer->language->tag, composer->language->direction);
    set_addressee(composer, addressee);
    for (size_t i = from; i < to && !composer->failed; i++) {
        set_call(composer, items[i].recommendation, list, i == from);
        composer->keep = false;
    }
    composer->keep = true;
    place_rule(composer, galley_add_row(composer, 0), 0,
               composer->style->recommendation.head_rule, composer->style->colours.ink);
    pair_begin(composer, composer->galley.count - 1);
    composer->keep = false;
    composer->air = composer->style->recommendation.group_gap;
}

/* The rule of a chapter, and what follows. */
static void set_calls_head(struct composer *composer, bool rule) {
    const struct style *style = composer->style;
    size_t first = composer->galley.count;
    glance_head(composer, composer->language, TERM_RECOMMENDATIONS, true);
    if (rule)
        place_rule(composer, &composer->galley.rows[first],
                   style->finding.glance_kicker - style->page.chapter_rule_weight,
                   style->page.chapter_rule_weight, style->colours.brick);
}

static void set_calls(struct composer *composer, const struct document *document,
                      const struct section *section) {
    size_t count;
    bool follows = composer->galley.count > 0;
    struct addressed *items =
        addressed_collect(composer, document, section->language, &count);
    if (!count)
        return;
    if (follows)
        galley_ask_air(composer, composer->style->finding.statement_gap);
    set_calls_head(composer, follows);
    if (ask_the_same(items, count)) {
        set_group(composer, items, 0, group_end(items, count, 0),
                  join_addressees(composer, items, count));
        return;
    }
    for (size_t i = 0; i < count; i = group_end(items, count, i))
        set_group(composer, items, i, group_end(items, count, i),
                  items[i].recommendation->addressee);
}

void spread_compose(struct composer *composer, const struct document *document,
                    const struct section *section) {
    set_figures(composer, document, section);
    set_calls(composer, document, section);
    if (!section->note || composer->failed)
        return;
    struct paragraph note = {.text = slice_of(section->note),
                             .language = section->language->tag,
                             .direction = section->language->direction};
    galley_ask_air(composer, composer->style->finding.statement_gap);
    compose_paragraph(composer, &note,
                      (struct setting){.role = ROLE_SOURCE, .tag = TAG_P});
}
