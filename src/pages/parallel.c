/* SPDX-License-Identifier: MIT */
/* Lays out an edition of two languages side by side, section by section. Each language of a
   section is set as it would be by itself, in a column half as wide as the page, and of its
   rows those that begin a pair are marked: abreast.c puts them level.

   In the structure a section of the one language comes after that of the other: who listens
   hears a section through and not each paragraph twice. So do the pages of lists that each
   language sorts for itself. */
#include "pages/book.h"
#include "pages/parts.h"

#include <string.h>

/* The look of such pages: columns so narrow are ragged. */
static const struct style *style_parallel(struct arena *arena,
                                          const struct style *style) {
    struct style *parallel = arena_new(arena, struct style);
    struct role_style *roles = arena_array(arena, struct role_style, ROLE_COUNT);
    *parallel = *style;
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        roles[i] = style->roles[i];
        roles[i].justified = false;
    }
    parallel->roles = roles;
    parallel->page.paragraph_gap = style->parallel.gap;
    return parallel;
}

/* Lists that each language sorts for itself have nothing beside each other. */
static bool stands_abreast(const struct section *section) {
    return section->kind != SECTION_GLOSSARY && section->kind != SECTION_SOURCES &&
           section->kind != SECTION_DATA && section->kind != SECTION_BACK_COVER;
}

/* Each row after one that begins a pair is part of it. */
static void mark_rows(struct galley *galley) {
    for (size_t i = 1; i < galley->count; i++)
        if (galley->rows[i].pair < galley->rows[i - 1].pair)
            galley->rows[i].pair = galley->rows[i - 1].pair;
}

/* Whether a galley has rows of a pair between two others. */
static bool has_between(const struct galley *galley, uint32_t before, uint32_t after) {
    size_t low = 0, high = galley->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (galley->rows[middle].pair <= before)
            low = middle + 1;
        else
            high = middle;
    }
    return low < galley->count && galley->rows[low].pair < after;
}

/* What stays with the row before it does not where something of the other language stands
   between the two. */
static void free_parted(struct galley *galley, const struct galley *other) {
    for (size_t i = 1; i < galley->count; i++) {
        struct row *rows = galley->rows;
        if (has_between(other, rows[i - 1].pair, rows[i].pair))
            rows[i].may_break = true;
    }
}

static struct galley set_side(struct book *book, const struct section *section,
                              const struct units *units) {
    struct composer *composer = book->composer;
    section_begin(book, section, (struct element *)(uintptr_t)book->pages->structure);
    composer->pair = 0;
    composer->recommending = (struct recommending){.stands = false};
    composer->unit = units->items;
    composer->unit_end = units->items + units->count;
    section_compose(book, section);
    if (composer->pair < composer->pair_count)
        composer->pair = composer->pair_count;
    if (recommendations_stand(section))
        recommendations_end(composer);
    struct galley galley = composer->galley;
    mark_rows(&galley);
    composer->galley = (struct galley){0};
    return galley;
}

/* Both titles stand as low as the lower of them. */
static length prepare_pages(struct book *book) {
    length opening = 0, wide_top = 0;
    for (book->side = 0; book->side < 2; book->side++) {
        const struct section *section = book->abreast[book->side];
        length top = running_prepare(book, section);
        length title = section_opening(book, section);
        wide_top = top > wide_top ? top : wide_top;
        opening = title > opening ? title : opening;
    }
    book->side = 0;
    book->composer->wide_top = wide_top;
    book->composer->opening = opening;
    return opening;
}

static void set_pages(struct book *book, struct voice voices[2], size_t first) {
    struct composer *composer = book->composer;
    struct units units[2];
    struct galley galleys[2];
    length opening = prepare_pages(book);
    composer->pair_count = units_pair(composer, book->abreast, first, units);
    for (size_t i = 0; i < 2 && !composer->failed; i++) {
        size_t side = i ? !first : first;
        voice_begin(book, &voices[i]);
        galleys[side] = set_side(book, book->abreast[side], &units[side]);
        voice_end(book, &voices[i]);
    }
    if (composer->failed || galleys[0].count + galleys[1].count == 0)
        return;
    free_parted(&galleys[0], &galleys[1]);
    free_parted(&galleys[1], &galleys[0]);
    book_add_page(book, book->abreast[first]);
    if (!section_finding(book->abreast[first]))
        section_add_rule(book, /*wide*/ true);
    flow_abreast(book, galleys, opening, first);
}

/* `sections` are in the order of the edition. */
static void lay_abreast(struct book *book, const struct section *const sections[2],
                        struct voice voices[2], const struct style *abreast) {
    struct composer *composer = book->composer;
    const struct style *style = book->style;
    length measure = composer->measure, gap = composer->gap;
    length wide_measure = composer->wide_measure;
    size_t first = sections[0]->language->direction == DIRECTION_LTR ? 0 : 1;
    book->abreast[first] = sections[0];
    book->abreast[!first] = sections[1];
    book->style = composer->style = abreast;
    composer->measure = composer->column = style_half_measure(style);
    composer->wide_measure = 0;
    composer->gap = style->parallel.gap;
    composer->parallel = true;
    set_pages(book, voices, first);
    composer->unit = composer->unit_end = NULL;
    composer->parallel = false;
    composer->gap = gap;
    composer->wide_measure = wide_measure;
    composer->measure = composer->column = measure;
    book->style = composer->style = style;
    book->abreast[0] = book->abreast[1] = NULL;
}

static void lay_in_turn(struct book *book, const struct section *const sections[2],
                        struct voice voices[2]) {
    for (size_t i = 0; i < 2 && !book->composer->failed; i++) {
        voice_begin(book, &voices[i]);
        section_lay(book, sections[i],
                    (struct element *)(uintptr_t)book->pages->structure);
        voice_end(book, &voices[i]);
    }
}

/* The sections of a language follow one another. */
static const struct section *first_section(const struct document *document,
                                           const struct language *language) {
    size_t i = 0;
    while (i < document->section_count && document->sections[i].language != language)
        i++;
    return &document->sections[i];
}

/* Every language has the same sections in the same order. */
void parallel_lay(struct book *book, struct voice voices[2]) {
    const struct document *document = book->document;
    size_t count = document->section_count / document->language_count;
    const struct style *abreast = style_parallel(book->composer->arena, book->style);
    const struct section *lists[2] = {first_section(document, voices[0].language),
                                      first_section(document, voices[1].language)};
    for (size_t i = 0; i < count && !book->composer->failed; i++) {
        const struct section *sections[2] = {&lists[0][i], &lists[1][i]};
        if (stands_abreast(sections[0]) && stands_abreast(sections[1]))
            lay_abreast(book, sections, voices, abreast);
        else
            lay_in_turn(book, sections, voices);
    }
}
