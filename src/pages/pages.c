/* SPDX-License-Identifier: MIT */
/* Lays out an edition: cover, then each language's sections, each in its own direction. */
#include "pages/book.h"
#include "pages/parts.h"

#include <string.h>

const struct finding *section_finding(const struct section *section) {
    return section->blocks ? section->blocks->finding : NULL;
}

/* The title of a chapter in a language that needs more from line to line than its script
   stands lower by half of that, clear of the rule. */
length section_opening(const struct book *book, const struct section *section) {
    const char *language = section->language->tag;
    if (book->abreast[0] && section_finding(section))
        return book->style->finding.title;
    if (book->document->lone)
        return book->style->page.first_line;
    const struct role_style *role = &book->style->roles[ROLE_CHAPTER];
    length more = text_leading(book->style, role, language) - role->arabic.leading;
    bool own = style_language(book->style, language) != NULL;
    return book->style->page.chapter_title + (own && more > 0 ? more / 2 : 0);
}

static bool has_numbers(const struct section *section) {
    const struct block *block = section->blocks;
    while (block && !(block->kind == BLOCK_PARAGRAPH && block->label))
        block = block->next;
    return block != NULL;
}

/* What stands below its title takes the outer column too. */
static bool begins_wide(const struct section *section) {
    const struct block *title = section->blocks;
    const struct block *first = title ? title->next : NULL;
    return first && title->kind == BLOCK_HEADING && first->kind == BLOCK_TIMELINE;
}

/* Its title begins where that does, whatever side the outer column is on. */
static void compose_wide(struct composer *composer, const struct block *blocks) {
    struct block *title = arena_new(composer->arena, struct block);
    *title = *blocks;
    title->next = NULL;
    composer->wide = true;
    composer->measure = composer->wide_measure;
    composer->end_indent = composer->wide_measure - composer->column;
    compose_blocks(composer, title);
    composer->wide = false;
    composer->measure = composer->column;
    composer->end_indent = 0;
    compose_blocks(composer, blocks->next);
}

void section_compose(struct book *book, const struct section *section) {
    struct composer *composer = book->composer;
    const struct finding *finding = section_finding(section);
    switch (section->kind) {
    case SECTION_FILE:
    case SECTION_GLOSSARY:
    case SECTION_IMPRINT:
    case SECTION_SOURCES:
    case SECTION_DATA:
        if (composer->wide_measure && !composer->parallel && begins_wide(section))
            compose_wide(composer, section->blocks);
        else
            compose_blocks(composer, section->blocks);
        if (finding && !composer->failed) {
            composer->pair = composer->pair_count; /* after all of them */
            finding_close(composer, finding);
        }
        break;
    case SECTION_GLANCE:
        glance_compose(composer, book->document, section);
        if (composer->parallel) /* else it has a page of its own */
            spread_compose(composer, book->document, section);
        break;
    case SECTION_FINDINGS:
        glance_compose(composer, book->document, section);
        break;
    case SECTION_RECOMMENDATIONS:
        recommendations_compose(composer, book->document, section);
        break;
    case SECTION_CONTENTS:
    case SECTION_FIGURES:
    case SECTION_TABLES:
    case SECTION_BACK_COVER:
    case SECTION_KINDS:
        contents_compose(composer, book->document, section);
        break;
    }
}

/* Of the report at a glance: beside the first, if that is on a page of even number. */
static void lay_second_page(struct book *book, const struct section *section) {
    struct composer *composer = book->composer;
    const struct style *style = book->style;
    composer->opens_chapter = false;
    composer->opening = style->page.chapter_rule + style->finding.glance_kicker;
    composer->air = 0;
    recommendations_begin(composer, book->document, section->language);
    spread_compose(composer, book->document, section);
    recommendations_end(composer);
    if (composer->failed || !composer->galley.count)
        return;
    book_add_page(book, section);
    section_add_rule(book, /*wide*/ true);
    flow_galley(book, section, composer->opening);
}

void section_begin(struct book *book, const struct section *section,
                   struct element *around) {
    struct composer *composer = book->composer;
    const char *language = around->tag == TAG_DOCUMENT ? section->language->tag : NULL;
    composer->language = section->language;
    composer->element = element_new(&composer->structure, around, TAG_SECT, language,
                                    section->language->direction);
    composer->opens_chapter = !book->document->lone;
    composer->note_count = 0;
    composer->beside = 0;
    composer->section_indent = has_numbers(section) ? composer->number_room : 0;
    composer->indent = composer->section_indent;
    composer->air = 0;
    composer->keep = false;
}

void section_lay(struct book *book, const struct section *section,
                 struct element *around) {
    struct composer *composer = book->composer;
    bool chapter = !book->document->lone;
    if (section->kind == SECTION_BACK_COVER)
        return; /* it comes once, after all languages */
    section_begin(book, section, around);
    composer->wide_top = running_prepare(book, section);
    composer->opening = section_opening(book, section);
    bool wide = chapter && recommendations_stand(section);
    if (wide)
        recommendations_begin(composer, book->document, section->language);
    section_compose(book, section);
    if (wide)
        recommendations_end(composer);
    margins_finish(composer);
    if (composer->failed || !composer->galley.count)
        return;
    book_add_page(book, section);
    if (chapter && !section_finding(section))
        section_add_rule(book, wide || begins_wide(section));
    flow_galley(book, section, composer->opening);
    if (section->kind == SECTION_GLANCE && !composer->failed)
        lay_second_page(book, section);
}

static void lay_language(struct book *book, struct voice *voice) {
    struct composer *composer = book->composer;
    struct element *root = (struct element *)(uintptr_t)book->pages->structure;
    struct element *part =
        element_new(&composer->structure, root, TAG_PART, voice->language->tag,
                    voice->language->direction);
    voice_begin(book, voice);
    for (size_t i = 0; i < book->document->section_count; i++)
        if (book->document->sections[i].language == voice->language &&
            !composer->failed)
            section_lay(book, &book->document->sections[i], part);
    voice_end(book, voice);
}

static void lay_languages(struct book *book) {
    size_t count = book->edition->language_count;
    struct voice *voices = arena_array(book->composer->arena, struct voice, count);
    for (size_t l = 0; l < count; l++)
        voices[l] = voice_new(book, book->edition->languages[l]);
    if (book->edition->parallel)
        parallel_lay(book, voices);
    for (size_t l = 0; l < count && !book->edition->parallel; l++)
        lay_language(book, &voices[l]);
    voices_join_outlines(book, voices);
}

/* The title in every language, the edition's first, each with its edition line: who reads
   one of them can tell a sample from the report. */
static const char *full_title(struct arena *arena, const struct document *document,
                              const char *first) {
    const char *full = "";
    for (size_t turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < document->title.count; i++) {
            const struct localised *title = &document->title.items[i];
            if (!strcmp(title->language, first) != (turn == 0))
                continue;
            const char *line = NULL;
            for (size_t e = 0; e < document->edition_line.count; e++)
                if (!strcmp(document->edition_line.items[e].language, title->language))
                    line = document->edition_line.items[e].text;
            full = arena_printf(arena, "%s%s%s%s%s", full, *full ? " | " : "",
                                title->text, line ? " — " : "", line ? line : "");
        }
    return full;
}

struct pages *pages_new(struct composer *composer, const struct document *document,
                        const struct edition *edition) {
    struct pages *pages = arena_new(composer->arena, struct pages);
    const struct language *first = edition->languages[0];
    pages->language = first->tag;
    pages->direction = first->direction;
    pages->title = full_title(composer->arena, document, first->tag);
    pages->author = localised_find(document->publisher, first->tag);
    pages->date = document->date;
    pages->bleed = edition->press ? edition->press->bleed : 0;
    pages->structure = element_new(&composer->structure, NULL, TAG_DOCUMENT, first->tag,
                                   first->direction);
    return pages;
}

static const struct pages *lay_out(struct book *book) {
    struct composer *composer = book->composer;
    if (!book->document->lone) {
        composer->element = (struct element *)(uintptr_t)book->pages->structure;
        cover_add(book);
    }
    lay_languages(book);
    if (!book->document->lone && !composer->failed)
        back_cover_add(book);
    pages_resolve(composer, book->pages);
    if ((book->edition->press && book->edition->press->slug) ||
        (book->edition->kind == EDITION_BOOKLET && book->edition->booklet.dummy))
        slugs_set(book);
    book->pages->element_count = composer->structure.count;
    return composer->failed ? NULL : book->pages;
}

/* Among many, the one to begin with. */
static void tell_loosest(const struct composer *composer) {
    const struct loose_lines *loose = &composer->loose;
    int32_t share = loose->stretch + 1000;
    if (loose->count > 1)
        diag_add(composer->diag, DIAG_LINE_LOOSEST, loose->position,
                 arena_printf(composer->arena, "%zu", loose->count),
                 arena_printf(composer->arena, "%d.%02d", (int)(share / 1000),
                              (int)(share % 1000 / 10)));
}

const struct pages *book_lay_out(struct arena *arena, const struct document *document,
                                 const struct edition *edition,
                                 const struct style *style, struct pages_means means,
                                 struct diag *diag) {
    struct arena *scratch = arena_create();
    struct typesetter *typesetter = typesetter_open(arena, style, means.fonts, diag);
    struct typesetter *ordinary =
        style->ordinary ? typesetter_open(arena, style->ordinary, means.fonts, diag)
                        : NULL;
    struct composer composer = {.arena = arena,
                                .scratch = scratch,
                                .typesetter = typesetter,
                                .ordinary = ordinary,
                                .style = style,
                                .diag = diag,
                                .means = means,
                                .structure = {.arena = arena},
                                .measure = style_measure(style),
                                .column = style_measure(style),
                                .wide_measure =
                                    document->lone ? 0 : style_wide_measure(style),
                                .gap = style->page.paragraph_gap,
                                .resolution = edition->resolution,
                                .role = ROLE_TEXT};
    if (!means.world)
        composer.means.world = world_screen();
    document = document_select(arena, document, edition);
    composer.part = edition->sections != NULL;
    composer.turned = style_turned(arena, style);
    composer.anchors = anchors_collect(arena, document, edition);
    struct book book = {.composer = &composer,
                        .document = document,
                        .edition = edition,
                        .style = style,
                        .pages = pages_new(&composer, document, edition)};
    const struct pages *pages = lay_out(&book);
    tell_loosest(&composer);
    if (pages)
        leaks_check(pages, document, edition, diag);
    typesetter_close(typesetter);
    if (ordinary)
        typesetter_close(ordinary);
    arena_destroy(scratch);
    return pages;
}
