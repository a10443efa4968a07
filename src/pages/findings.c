/* SPDX-License-Identifier: MIT */
/* Sets a finding: its number in the outer column beside the title, the statement below, and
   after the evidence the recommendations that answer it, with their pages. */
#include "pages/book.h"
#include "pages/parts.h"

#include <string.h>

/* --- the title ------------------------------------------------------------------------- */

static length number_width(struct composer *composer, const struct numbered *numbered,
                           enum role role) {
    size_t count;
    length all = composer->style->page.width * 10; /* nothing is broken */
    struct item *lines =
        compose_short(composer, numbered->digits, numbered->language->tag, role,
                      composer->style->roles[role].colour, all, NULL, &count);
    return count ? lines[0].as.line.width : 0;
}

/* Whether the column holds each of them. */
static bool numbers_fit(struct composer *composer, const struct document *document,
                        const struct language *language, enum role role) {
    for (size_t i = 0; i < document->finding_count; i++) {
        const struct numbered *numbered = &document->findings[i]->numbered;
        if (numbered->language == language && !composer->failed &&
            number_width(composer, numbered, role) > composer->style->page.column)
            return false;
    }
    return true;
}

enum role findings_role(struct composer *composer, const struct document *document,
                        const struct language *language) {
    static const enum role roles[] = {ROLE_FINDING_NUMBER, ROLE_FINDING_NUMBER_SMALL};
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (numbers_fit(composer, document, language, roles[i]))
            return roles[i];
    return ROLE_GLANCE_NUMBER;
}

/* The number in a column so wide; y from the baseline of the title's last line. */
static void place_number(struct composer *composer, struct row *outer,
                         const struct finding *finding, struct element *label,
                         length column) {
    const struct finding_style *style = &composer->style->finding;
    const struct role_style *roles = composer->style->roles;
    const struct language *language = finding->numbered.language;
    bool arabic = locale_is_arabic(language->tag);
    struct spot spot = {.direction = language->direction,
                        .whole = column,
                        .width = column,
                        .y = style->kicker - style->title};
    struct short_text text = {.string = locale_term(language->tag, TERM_FINDING),
                              .language = language->tag,
                              .role = ROLE_KICKER,
                              .colour = roles[ROLE_KICKER].colour,
                              .element = label};
    place_short(composer, outer, &text, spot);
    text.string = finding->numbered.digits;
    text.role = composer->finding_number;
    text.colour = roles[text.role].colour;
    spot.start = -(arabic ? style->number_hang_arabic : style->number_hang);
    spot.y = 0;
    place_short(composer, outer, &text, spot);
    if (!finding->severity)
        return;
    text.string = finding->severity;
    text.role = ROLE_TABLE_STRONG;
    text.colour = roles[ROLE_TABLE_STRONG].colour;
    bool beside = column > composer->style->page.column;
    spot.start =
        beside ? composer->style->page.column + composer->style->page.gutter : 0;
    spot.y = beside ? 0 : style->severity;
    spot.width = column - spot.start;
    place_short(composer, outer, &text, spot);
}

/* Where there is no outer column the number stands above the title. */
static void set_number(struct composer *composer, const struct finding *finding,
                       struct element *label) {
    struct row *row = galley_add_row(composer, composer->style->page.step * 2);
    place_number(composer, row, finding, label, composer->measure);
    composer->keep = true;
    composer->air = composer->style->page.chapter_gap;
}

struct element *finding_begin(struct composer *composer, const struct block *heading) {
    if (!heading->finding)
        return NULL;
    struct element *label = element_new(&composer->structure, composer->element, TAG_P,
                                        heading->language, heading->direction);
    if (composer->parallel)
        set_number(composer, heading->finding, label);
    return label;
}

/* The last line of the title stands where its style says; a title of many lines begins no
   higher than text does. */
static void find_opening(struct composer *composer, size_t first) {
    const struct galley *galley = &composer->galley;
    length opening = composer->style->finding.title;
    for (size_t i = first + 1; i < galley->count; i++)
        opening -= galley->rows[i].leading;
    length least = composer->style->page.first_line;
    composer->opening = opening > least ? opening : least;
}

/* The number stands beside the last line of the title. */
static void place_beside(struct composer *composer, const struct finding *finding,
                         struct element *label, size_t first) {
    struct row *outer = arena_new(composer->arena, struct row);
    *outer = (struct row){0};
    find_opening(composer, first);
    place_number(composer, outer, finding, label, composer->style->page.column);
    composer->galley.rows[composer->galley.count - 1].outer = outer;
}

void finding_open(struct composer *composer, const struct finding *finding,
                  struct element *label, size_t first) {
    length gap = composer->style->finding.statement_gap;
    if (composer->galley.count == first)
        return;
    pair_begin(composer, first);
    if (!composer->parallel)
        place_beside(composer, finding, label, first);
    size_t statement = composer->galley.count;
    if (!finding->statement.text.length)
        return;
    composer->air = gap;
    compose_paragraph(composer, &finding->statement,
                      (struct setting){.role = ROLE_STATEMENT, .tag = TAG_P});
    pair_begin(composer, statement);
    composer->keep = true;
    galley_ask_air(composer, gap);
}

/* --- what answers it ------------------------------------------------------------------- */

enum { ANSWERS_TOGETHER = 12 /* no page ends between so few */ };

/* The rule and the line below it. */
static void set_answers_head(struct composer *composer,
                             const struct language *language) {
    const struct finding_style *style = &composer->style->finding;
    const struct page_style *page = &composer->style->page;
    length rise = style->answers_head;
    galley_ask_air(composer, style->answers_gap);
    struct row *row = galley_add_row(composer, rise + page->chapter_rule_weight);
    row->reach = rise;
    row->sinks = true;
    row->in_order = true;
    place_rule(composer, row, rise, page->chapter_rule_weight,
               composer->style->colours.brick);
    pair_begin(composer, composer->galley.count - 1);
    struct short_text text = {
        .string = locale_term(language->tag, TERM_ANSWERED_BY),
        .language = language->tag,
        .role = ROLE_KICKER,
        .colour = composer->style->roles[ROLE_KICKER].colour,
        .element = element_new(&composer->structure, composer->element, TAG_P,
                               language->tag, language->direction)};
    place_short(composer, row, &text,
                (struct spot){.direction = language->direction,
                              .whole = composer->measure,
                              .width = composer->measure});
    galley_ask_air(composer, page->step);
}

/* Whether what answers a finding is addressed to several: then each says to whom. */
static bool have_addressees(const struct numbered *finding) {
    for (size_t i = 1; i < finding->answer_count; i++)
        if (strcmp(finding->answers[i]->heading->recommendation->addressee,
                   finding->answers[0]->heading->recommendation->addressee))
            return true;
    return false;
}

/* "Open investigations - The Government", with U+2013. */
static struct paragraph answer_words(struct composer *composer,
                                     const struct numbered *answer,
                                     struct paragraph title, bool addressed) {
    const char *addressee = answer->heading->recommendation->addressee;
    if (addressed)
        title.text =
            slice_of(arena_printf(composer->arena, "%.*s \u2013 %s",
                                  (int)title.text.length, title.text.data, addressee));
    return title;
}

static void set_title_lines(struct composer *composer, const struct lead *lead,
                            const struct broken_text *broken) {
    length leading = broken->text->leading, least = 2 * composer->style->page.step;
    for (size_t i = 0; i < broken->lines.count; i++) {
        composer->keep |= i > 0;
        struct row *row =
            galley_add_row(composer, i || leading > least ? leading : least);
        compose_add_line(composer, row, broken, i,
                         line_left(composer->measure, lead->language->direction,
                                   composer->style->finding.answer_indent,
                                   broken->lines.lines[i].width));
        place_link(composer, row,
                   (struct box){0, -leading * 3 / 4, composer->measure, leading / 4},
                   lead->anchor, lead->link, lead->title.text);
    }
}

/* Number, title, page. */
static void set_answer(struct composer *composer, const struct numbered *answer,
                       struct element *list, bool addressed) {
    const struct style *style = composer->style;
    struct lead lead = lead_begin(composer, answer, list);
    lead.title = answer_words(composer, answer, lead.title, addressed);
    struct spot spot = {.direction = lead.language->direction,
                        .whole = composer->measure,
                        .width = style->finding.answer_indent};
    struct broken_text broken;
    arena_reset(composer->scratch);
    if (!compose_broken(composer, &lead.title, ROLE_TABLE,
                        style->roles[ROLE_TABLE].colour,
                        composer->measure - spot.width - style->finding.folio,
                        ALIGN_RAGGED, lead.link, &broken))
        return;
    size_t first = composer->galley.count, count = broken.lines.count;
    set_title_lines(composer, &lead, &broken);
    if (!count)
        return;
    pair_begin(composer, first);
    place_lead_number(composer, &composer->galley.rows[first], answer, &lead,
                      ROLE_TABLE_STRONG, spot);
    spot.width = composer->measure;
    place_folio(composer, &composer->galley.rows[first + count - 1], lead.anchor,
                lead.language,
                &(struct folio_look){ROLE_TABLE_STRONG, style->colours.brick,
                                     /*cited*/ true, /*starts*/ false},
                lead.link, spot);
}

/* With what this edition has of them. */
static struct numbered answers_here(struct composer *composer,
                                    const struct numbered *finding) {
    struct numbered here = *finding;
    const struct numbered **answers =
        arena_array(composer->arena, const struct numbered *, finding->answer_count);
    here.answer_count = 0;
    for (size_t i = 0; i < finding->answer_count; i++)
        if (anchors_find(composer->anchors, finding->language->tag,
                         finding->answers[i]->heading->id))
            answers[here.answer_count++] = finding->answers[i];
    here.answers = answers;
    return here;
}

void finding_close(struct composer *composer, const struct finding *finding) {
    struct numbered here = answers_here(composer, &finding->numbered);
    const struct numbered *numbered = &here;
    if (!numbered->answer_count)
        return;
    composer->keep = true; /* alone they would be all there is on a page */
    set_answers_head(composer, numbered->language);
    struct element *list =
        element_new(&composer->structure, composer->element, TAG_L,
                    numbered->language->tag, numbered->language->direction);
    list->numbering = "Decimal";
    bool addressed = have_addressees(numbered);
    for (size_t i = 0; i < numbered->answer_count && !composer->failed; i++) {
        composer->keep = i < 2 || numbered->answer_count <= ANSWERS_TOGETHER;
        set_answer(composer, numbered->answers[i], list, addressed);
    }
    composer->keep = false;
}
