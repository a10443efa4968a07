/* SPDX-License-Identifier: MIT */
/* Sets the findings at a glance: number, title, statement, page. Text and outer column are
   one here; the first of its columns has the numbers, whatever side it is on. The same is the
   first page of the report at a glance; spread.c has the second. */
#include "pages/book.h"
#include "pages/parts.h"

/* Where titles and statements stand. */
static struct spot text_spot(const struct composer *composer,
                             const struct language *language) {
    const struct page_style *page = &composer->style->page;
    const struct contents_style *contents = &composer->style->contents;
    length start = page->column + page->gutter;
    length narrow = composer->style->finding.folio;
    if (composer->parallel)
        return (struct spot){.direction = language->direction,
                             .whole = composer->measure,
                             .start = narrow,
                             .width = composer->measure - narrow - contents->folio -
                                      contents->gap};
    return (struct spot){.direction = language->direction,
                         .whole = composer->measure,
                         .start = start,
                         .width = composer->measure - start -
                                  composer->style->finding.folio};
}

static struct spot whole_spot(const struct composer *composer,
                              const struct language *language) {
    return (struct spot){.direction = language->direction,
                         .whole = composer->measure,
                         .width = composer->measure};
}

static void place_kicker(struct composer *composer, struct row *row,
                         const struct language *language, enum term term) {
    struct short_text text = {
        .string = locale_term(language->tag, term),
        .language = language->tag,
        .role = ROLE_KICKER,
        .colour = composer->style->roles[ROLE_KICKER].colour,
        .element = element_new(&composer->structure, composer->element, TAG_P,
                               language->tag, language->direction)};
    place_short(composer, row, &text, whole_spot(composer, language));
}

/* "Page", above the pages. */
static void place_page_word(struct composer *composer, struct row *row,
                            const struct language *language) {
    struct spot spot = whole_spot(composer, language);
    size_t first = row->item_count;
    place_kicker(composer, row, language, TERM_PAGE);
    for (size_t i = first; i < row->item_count; i++) {
        struct line_item *line = &row->items[i].as.line;
        line->x = line_left(spot.whole, spot.direction, spot.whole - line->width,
                            line->width);
    }
}

void glance_head(struct composer *composer, const struct language *language,
                 enum term term, bool pages) {
    const struct role_style *role = &composer->style->roles[ROLE_KICKER];
    struct row *row =
        galley_add_row(composer, text_leading(composer->style, role, language->tag));
    pair_begin(composer, composer->galley.count - 1);
    if (term != TERM_COUNT)
        place_kicker(composer, row, language, term);
    if (pages)
        place_page_word(composer, row, language);
    composer->keep = true;
}

bool glance_text(struct composer *composer, const struct paragraph *text,
                 enum role role, struct spot spot, struct element *element,
                 size_t *count) {
    struct broken_text broken;
    arena_reset(composer->scratch);
    if (!compose_broken(composer, text, role, composer->style->roles[role].colour,
                        spot.width, ALIGN_RAGGED, element, &broken))
        return false;
    *count = broken.lines.count;
    for (size_t i = 0; i < *count; i++) {
        composer->keep |= i > 0;
        struct row *row = galley_add_row(composer, broken.text->leading);
        compose_add_line(composer, row, &broken, i,
                         line_left(spot.whole, spot.direction, spot.start,
                                   broken.lines.lines[i].width));
    }
    return true;
}

/* The first row of a finding: the rule above it, its number, its page. */
static void complete_title(struct composer *composer, const struct finding *finding,
                           const struct lead *lead, size_t first, bool opens) {
    const struct style *style = composer->style;
    struct row *row = &composer->galley.rows[first];
    struct spot spot = whole_spot(composer, lead->language);
    row->leading =
        style->finding.glance_head + (opens ? style->finding.glance_first : 0);
    row->reach = style->finding.glance_head;
    place_rule(composer, row, style->finding.glance_head,
               opens ? style->recommendation.head_rule : style->recommendation.row_rule,
               opens ? style->colours.ink : style->colours.stone);
    place_folio(composer, row, lead->anchor, lead->language,
                &(struct folio_look){ROLE_LIST_TITLE, style->colours.brick,
                                     /*cited*/ false, /*starts*/ false},
                lead->link, spot);
    place_link(composer, row,
               (struct box){0, -style->finding.glance_head, composer->measure,
                            style->finding.glance_text + style->finding.glance_foot},
               lead->anchor, lead->link, lead->title.text);
    spot.width = style->page.column;
    spot.y = style->finding.glance_number;
    place_lead_number(composer, row, &finding->numbered, lead, ROLE_GLANCE_NUMBER,
                      spot);
}

/* What the rows below the title lack to the least height of them is air. */
static length missing_height(const struct composer *composer, size_t first) {
    length height = 0;
    for (size_t i = first + 1; i < composer->galley.count; i++)
        height += composer->galley.rows[i].leading;
    length least = composer->style->finding.glance_text;
    return height < least ? least - height : 0;
}

static void set_finding(struct composer *composer, const struct finding *finding,
                        struct element *toc, bool opens) {
    struct lead lead = lead_begin(composer, &finding->numbered, toc);
    size_t first = composer->galley.count, count;
    if (!lead.anchor ||
        !glance_text(composer, &lead.title, ROLE_LIST_TITLE,
                     text_spot(composer, composer->language), lead.link, &count) ||
        !count)
        return;
    complete_title(composer, finding, &lead, first, opens);
    pair_begin(composer, first);
    composer->keep = true;
    size_t statement = composer->galley.count;
    if (finding->statement.text.length) {
        struct element *text =
            element_new(&composer->structure, lead.item, TAG_P,
                        finding->statement.language, finding->statement.direction);
        glance_text(composer, &finding->statement, ROLE_TEXT,
                    text_spot(composer, composer->language), text, &count);
        pair_begin(composer, statement);
    }
    composer->keep = false;
    composer->air =
        composer->style->finding.glance_foot + missing_height(composer, first);
}

/* What the report says, in a sentence or two. */
static void set_statement(struct composer *composer, const struct section *section) {
    const struct language *language = section->language;
    struct paragraph statement = {.text = slice_of(section->statement),
                                  .language = language->tag,
                                  .direction = language->direction};
    struct spot spot = whole_spot(composer, language);
    size_t first = composer->galley.count, count;
    if (!composer->parallel) {
        spot = text_spot(composer, language);
        spot.width += composer->style->finding.folio;
    }
    glance_text(composer, &statement, ROLE_STATEMENT, spot,
                element_new(&composer->structure, composer->element, TAG_P,
                            language->tag, language->direction),
                &count);
    pair_begin(composer, first);
    composer->keep = true;
    composer->air = composer->style->finding.statement_gap;
}

void glance_compose(struct composer *composer, const struct document *document,
                    const struct section *section) {
    const struct style *style = composer->style;
    bool opens = true;
    contents_title(composer, section);
    if (section->statement)
        set_statement(composer, section);
    if (!document->finding_count)
        return; /* of this edition */
    glance_head(composer, section->language,
                section->kind == SECTION_GLANCE ? TERM_FINDINGS : TERM_COUNT, true);
    struct element *toc = element_new(&composer->structure, composer->element, TAG_TOC,
                                      NULL, section->language->direction);
    for (size_t i = 0; i < document->finding_count && !composer->failed; i++) {
        if (document->findings[i]->numbered.language != section->language)
            continue;
        set_finding(composer, document->findings[i], toc, opens);
        opens = false;
    }
    composer->keep = true;
    struct row *foot = galley_add_row(composer, 0);
    pair_begin(composer, composer->galley.count - 1);
    place_rule(composer, foot, 0, style->recommendation.head_rule, style->colours.ink);
    composer->keep = false;
}
