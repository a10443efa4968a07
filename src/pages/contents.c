/* SPDX-License-Identifier: MIT */
/* Sets what the program makes of the whole: contents, list of figures, list of tables. Each
   entry is a link, a dotted leader, and the folio of a page that is not known yet. */
#include "pages/book.h"
#include "pages/parts.h"

#include <string.h>

enum { ENTRIES = 1 << 16 /* of a section; those of its partner are level with them */ };

/* What an entry says and leads to. */
struct entry {
    struct paragraph text; /* without spans */
    const char *id;
    uint32_t level; /* from 1 */
};

struct listing {
    struct composer *composer;
    const struct document *document;
    const struct section *section; /* the listing's own */
    struct folio_look look;
    struct element *toc;
    uint32_t last_level; /* of the entry before; 0: none */
};

const char *contents_id(const struct section *section) {
    static const char *const ids[SECTION_KINDS] = {
        [SECTION_CONTENTS] = "part:contents",
        [SECTION_FIGURES] = "part:figures",
        [SECTION_TABLES] = "part:tables",
        [SECTION_FINDINGS] = "part:findings",
        [SECTION_GLANCE] = "part:glance",
        [SECTION_RECOMMENDATIONS] = "part:recommendations",
        [SECTION_GLOSSARY] = "part:glossary",
        [SECTION_IMPRINT] = "part:imprint",
        [SECTION_BACK_COVER] = "part:back-cover",
        [SECTION_SOURCES] = "part:sources",
        [SECTION_DATA] = "part:data",
    };
    return ids[section->kind];
}

static struct paragraph plain_paragraph(const char *text,
                                        const struct language *language) {
    return (struct paragraph){.text = slice_of(text),
                              .language = language->tag,
                              .direction = language->direction};
}

/* --- an entry ------------------------------------------------------------------------- */

static enum role entry_role(const struct listing *listing, const struct entry *entry) {
    bool first = listing->section->kind == SECTION_CONTENTS && entry->level == 1;
    return first ? ROLE_CONTENTS : ROLE_CONTENTS_BELOW;
}

static void add_leader(struct composer *composer, struct row *row,
                       enum direction direction, length start, length end) {
    const struct contents_style *style = &composer->style->contents;
    /* dots of one page stand below one another, whatever the words before them */
    length first = (start + style->gap + style->dot_pitch - 1) / style->dot_pitch;
    length from = first * style->dot_pitch, upto = end - style->gap;
    if (from >= upto)
        return;
    length count = (upto - from) / style->dot_pitch;
    length width = count * style->dot_pitch + style->dot;
    length left = line_left(composer->measure, direction, from, width);
    struct item *item = row_add_item(composer->arena, row);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle =
        (struct rectangle_item){.box = {left, -style->dot, left + width, 0},
                                .colour = composer->style->colours.stone,
                                .dot_pitch = style->dot_pitch};
}

/* The whole of the entry leads there. */
static void add_area(struct composer *composer, struct row *row, length leading,
                     const struct anchor *anchor, const struct entry *entry,
                     const struct element *link) {
    place_link(composer, row,
               (struct box){0, -leading * 3 / 4, composer->measure, leading / 4},
               anchor, link, entry->text.text);
}

/* An entry being set. */
struct placing {
    const struct entry *entry;
    const struct anchor *anchor;
    struct element *link;
    enum role role;
    length start; /* from the start of the line */
};

static struct element *entry_link(struct listing *listing, const struct entry *entry) {
    struct structure *structure = &listing->composer->structure;
    enum direction direction = listing->toc->direction;
    struct element *toci =
        element_new(structure, listing->toc, TAG_TOCI, NULL, direction);
    struct element *reference =
        element_new(structure, toci, TAG_REFERENCE, NULL, direction);
    return element_new(structure, reference, TAG_LINK, entry->text.language,
                       entry->text.direction);
}

static void set_lines(struct listing *listing, const struct placing *placing,
                      const struct broken_text *broken) {
    struct composer *composer = listing->composer;
    const struct language *language = listing->section->language;
    for (size_t i = 0; i < broken->lines.count; i++) {
        const struct line *line = &broken->lines.lines[i];
        composer->keep |= i > 0;
        struct row *row = galley_add_row(composer, broken->text->leading);
        compose_add_line(composer, row, broken, i,
                         line_left(composer->measure, language->direction,
                                   placing->start, line->width));
        if (i + 1 == broken->lines.count) {
            add_leader(composer, row, language->direction, placing->start + line->width,
                       composer->measure - composer->style->contents.folio);
            place_folio(composer, row, placing->anchor, language, &listing->look,
                        placing->link,
                        (struct spot){.direction = language->direction,
                                      .whole = composer->measure,
                                      .width = composer->measure});
        }
        add_area(composer, row, broken->text->leading, placing->anchor, placing->entry,
                 placing->link);
    }
}

static void set_entry(struct listing *listing, const struct entry *entry) {
    struct composer *composer = listing->composer;
    const struct contents_style *style = &composer->style->contents;
    struct placing placing = {
        .entry = entry,
        .anchor =
            anchors_find(composer->anchors, listing->section->language->tag, entry->id),
        .role = entry_role(listing, entry),
        .start = (length)(entry->level - 1) * style->indent};
    struct broken_text broken;
    arena_reset(composer->scratch);
    if (!placing.anchor)
        return;
    placing.link = entry_link(listing, entry);
    if (!compose_broken(composer, &entry->text, placing.role,
                        composer->style->roles[placing.role].colour,
                        composer->measure - placing.start - style->folio, ALIGN_RAGGED,
                        placing.link, &broken))
        return;
    if (placing.role == ROLE_CONTENTS && listing->last_level)
        galley_ask_air(composer, style->before);
    size_t first = composer->galley.count;
    set_lines(listing, &placing, &broken);
    pair_begin(composer, first);
    listing->last_level = entry->level;
    composer->keep = placing.role == ROLE_CONTENTS && listing->section->depth > 1;
}

/* --- the entries ---------------------------------------------------------------------- */

static void list_headings(struct listing *listing, const struct block *block) {
    for (; block; block = block->next) {
        if (block->kind == BLOCK_HEADING && block->level <= listing->section->depth) {
            struct entry entry = {
                .text = paragraph_bare(listing->composer->arena, &block->paragraph),
                .id = block->id,
                .level = block->level};
            set_entry(listing, &entry);
        }
        list_headings(listing, block->children);
    }
}

static void list_captions(struct listing *listing, const struct block *block,
                          enum block_kind kind) {
    for (; block; block = block->next) {
        const struct caption *caption = block->table    ? &block->table->caption
                                        : block->figure ? &block->figure->caption
                                                        : NULL;
        if (caption && block->kind == kind && caption->number) {
            const char *label =
                arena_printf(listing->composer->arena, "%s. ", caption->label);
            struct entry entry = {.id = anchors_name(listing->composer->arena, block),
                                  .level = 1};
            struct paragraph text =
                paragraph_bare(listing->composer->arena, &caption->text);
            entry.text = paragraph_after(listing->composer->arena, label, &text);
            set_entry(listing, &entry);
        }
        list_captions(listing, block->children, kind);
    }
}

static void list_section(struct listing *listing, const struct section *section) {
    switch (listing->section->kind) {
    case SECTION_CONTENTS:
        if (section->kind == SECTION_FILE) {
            list_headings(listing, section->blocks);
        } else if (section != listing->section && section->kind != SECTION_BACK_COVER) {
            struct entry entry = {
                .text = plain_paragraph(section->title, section->language),
                .id = contents_id(section),
                .level = 1};
            set_entry(listing, &entry);
        }
        break;
    case SECTION_FIGURES:
        list_captions(listing, section->blocks, BLOCK_FIGURE);
        break;
    case SECTION_TABLES:
        list_captions(listing, section->blocks, BLOCK_TABLE);
        break;
    case SECTION_GLOSSARY:
    case SECTION_IMPRINT:
    case SECTION_BACK_COVER:
    case SECTION_SOURCES:
    case SECTION_DATA:
    case SECTION_FILE:
    case SECTION_FINDINGS:
    case SECTION_GLANCE:
    case SECTION_RECOMMENDATIONS:
    case SECTION_KINDS:
        break;
    }
}

/* As if the author had written a heading of the first level. */
void contents_title(struct composer *composer, const struct section *section) {
    struct block heading = {.kind = BLOCK_HEADING,
                            .paragraph =
                                plain_paragraph(section->title, section->language),
                            .level = 1,
                            .id = contents_id(section),
                            .language = section->language->tag,
                            .direction = section->language->direction};
    size_t first = composer->galley.count;
    compose_blocks(composer, &heading);
    pair_begin(composer, first);
}

void contents_compose(struct composer *composer, const struct document *document,
                      const struct section *section) {
    struct listing listing = {
        .composer = composer,
        .document = document,
        .section = section,
        .look = {ROLE_CONTENTS_FOLIO,
                 composer->style->roles[ROLE_CONTENTS_FOLIO].colour,
                 /*cited*/ false, /*starts*/ false}};
    contents_title(composer, section);
    listing.toc = element_new(&composer->structure, composer->element, TAG_TOC, NULL,
                              section->language->direction);
    uint32_t pair = composer->pair;
    for (size_t i = 0; i < document->section_count && !composer->failed; i++) {
        if (document->sections[i].language != section->language)
            continue;
        list_section(&listing, &document->sections[i]);
        composer->pair = pair += ENTRIES; /* whatever another language has there */
    }
    composer->keep = false;
}
