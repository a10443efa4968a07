/* SPDX-License-Identifier: MIT */
/* Sets texts as rows of the galley. */
#include "pages/internal.h"

#include <string.h>

enum { ORPHANS = 2, WIDOWS = 2 };

struct row *galley_add_row(struct composer *composer, length leading) {
    struct galley *galley = &composer->galley;
    arena_reserve(composer->arena, galley->rows, galley->count, galley->capacity);
    struct row *row = &galley->rows[galley->count++];
    *row = (struct row){.leading = leading,
                        .air = composer->air,
                        .may_break = !composer->keep,
                        .wide = composer->wide,
                        .ground = composer->ground};
    composer->air = 0;
    composer->keep = false;
    return row;
}

void galley_ask_air(struct composer *composer, length air) {
    if (composer->air < air)
        composer->air = air;
}

length galley_height(const struct galley *galley) {
    length height = 0;
    for (size_t i = 0; i < galley->count; i++)
        height += galley->rows[i].leading + (i ? galley->rows[i].air : 0);
    return height;
}

struct aside aside_begin(struct composer *composer) {
    struct aside aside = {.galley = composer->galley,
                          .air = composer->air,
                          .indent = composer->indent,
                          .end_indent = composer->end_indent,
                          .gap = composer->gap,
                          .keep = composer->keep,
                          .role = composer->role,
                          .element = composer->element,
                          .markers = composer->markers,
                          .margins = composer->margins,
                          .ground = composer->ground};
    composer->galley = (struct galley){0};
    composer->air = composer->indent = composer->end_indent = 0;
    composer->keep = false;
    composer->markers = NULL;
    composer->margins = (struct row_margins){NULL, NULL};
    composer->ground = NULL;
    return aside;
}

struct galley aside_end(struct composer *composer, const struct aside *aside) {
    struct galley galley = composer->galley;
    composer->galley = aside->galley;
    composer->air = aside->air;
    composer->indent = aside->indent;
    composer->end_indent = aside->end_indent;
    composer->gap = aside->gap;
    composer->keep = aside->keep;
    composer->role = aside->role;
    composer->element = aside->element;
    composer->markers = aside->markers;
    composer->margins = aside->margins;
    composer->ground = aside->ground;
    return galley;
}

length line_left(length measure, enum direction direction, length start, length width) {
    return direction == DIRECTION_RTL ? measure - start - width : start;
}

void row_add_rectangle(struct arena *arena, struct row *row, struct box box,
                       uint32_t colour) {
    struct item *item = row_add_item(arena, row);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){.box = box, .colour = colour};
}

/* --- texts -------------------------------------------------------------------------- */

static uint32_t cluster_end(const struct text *text, uint32_t start) {
    uint32_t end = start + 1;
    while (end < text->paragraph->text.length && !(text->flags[end] & TEXT_GRAPHEME))
        end++;
    return end;
}

/* Only marks reach as far as the next line, and what a theme with too little leading lets.
   Where a paragraph has its leading for them, glyphs of two lines stand 0.03 em apart at
   least. Elsewhere the theme has settled that a tail and a tanwin may touch; they may not
   cross, by a tenth of an em. */
static void warn_of_touching(struct composer *composer,
                             const struct broken_text *broken) {
    const struct text *text = broken->text;
    if (!text->marked || broken->lines.count < 2)
        return;
    const struct script_style *style = role_script(text->role, text->arabic);
    length least = style->size * 3 / 100;
    length leading = text->leading;
    if (leading == style->leading)
        leading += style->size / 10;
    struct line_nearness nearness =
        lines_nearness(composer->scratch, text, broken->lines, leading, least);
    if (nearness.distance >= least)
        return;
    uint32_t end = cluster_end(text, nearness.below);
    diag_add(composer->diag, DIAG_LINES_TOUCH,
             paragraph_position(text->paragraph, nearness.below, end), NULL, NULL);
}

static void count_loose(struct composer *composer, const struct broken_text *broken) {
    const struct lines *lines = &broken->lines;
    struct loose_lines *loose = &composer->loose;
    if (!lines->loose)
        return;
    const struct line *worst = &lines->lines[lines->loosest];
    if (!loose->count || worst->stretch > loose->stretch) {
        loose->stretch = worst->stretch;
        loose->position =
            paragraph_position(broken->text->paragraph, worst->start, worst->end);
    }
    loose->count += lines->loose;
}

static bool leads_nowhere(const struct composer *composer, const struct span *span) {
    return span->kind == SPAN_LINK && span->target && span->target[0] == '#' &&
           !anchors_find(composer->anchors, composer->language->tag, span->target + 1);
}

/* Without links to what is not in this edition. */
static const struct paragraph *keep_links(struct composer *composer,
                                          const struct paragraph *paragraph) {
    size_t count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++)
        count += leads_nowhere(composer, &paragraph->spans[i]);
    if (!count)
        return paragraph;
    struct paragraph *kept = arena_new(composer->arena, struct paragraph);
    struct span *spans =
        arena_array(composer->arena, struct span, paragraph->span_count);
    *kept = *paragraph;
    kept->spans = spans;
    kept->span_count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++)
        if (!leads_nowhere(composer, &paragraph->spans[i]))
            spans[kept->span_count++] = paragraph->spans[i];
    return kept;
}

bool compose_broken(struct composer *composer, const struct paragraph *paragraph,
                    enum role role, uint32_t colour, length measure,
                    enum alignment alignment, struct element *element,
                    struct broken_text *broken) {
    if (composer->part)
        paragraph = keep_links(composer, paragraph);
    const struct text *text = text_set_coloured(composer->typesetter, composer->scratch,
                                                paragraph, role, colour);
    if (!text) {
        composer->failed = true;
        return false;
    }
    if (composer->means.text)
        text_dump(text, composer->means.text);
    *broken = (struct broken_text){
        .text = text,
        .lines = lines_fill(composer->typesetter, composer->scratch, text, measure,
                            alignment, composer->squeezed ? NULL : composer->diag)};
    warn_of_touching(composer, broken);
    count_loose(composer, broken);
    if (composer->means.lines)
        lines_dump(text, broken->lines, composer->means.lines);
    if (element)
        broken->stretches = structure_inlines(&composer->structure, composer->scratch,
                                              text, element, &broken->stretch_count);
    return true;
}

void compose_add_line(struct composer *composer, struct row *row,
                      const struct broken_text *broken, size_t index, length x) {
    const struct line *line = &broken->lines.lines[index];
    struct item *item =
        compose_line(composer, broken->text, line, broken->stretches,
                     broken->stretch_count, index + 1 == broken->lines.count);
    item->as.line.x = x;
    item->as.line.outline = broken->outline;
    *row_add_item(composer->arena, row) = *item;
    if (broken->stretches)
        compose_links(composer, row, broken->text, line, x, broken->stretches,
                      broken->stretch_count);
    compose_strikes(composer, row, line, x);
}

static void set_rows(struct composer *composer, const struct broken_text *broken,
                     struct setting setting, struct row_marks *marks) {
    enum direction direction = broken->text->paragraph->direction;
    size_t count = broken->lines.count;
    for (size_t i = 0; i < count; i++) {
        const struct line *line = &broken->lines.lines[i];
        if (i > 0)
            composer->keep = setting.keep_whole || i < ORPHANS || count - i < WIDOWS ||
                             line[-1].hyphenated;
        notes_collect(composer, marks, composer->galley.count, line);
        struct row *row = galley_add_row(composer, broken->text->leading);
        place_markers(composer, row, direction);
        length hang = direction == DIRECTION_RTL ? line->hang_start : -line->hang_start;
        compose_add_line(
            composer, row, broken, i,
            line_left(composer->measure, direction, composer->indent, line->width) +
                hang);
        row->anchor = i == 0 ? setting.anchor : NULL;
    }
}

/* A number hangs before the text. Only items of lists may hold labels. */
static void await_label(struct composer *composer, const struct paragraph *paragraph,
                        const char *label, struct element *element) {
    size_t count;
    struct item *item =
        compose_short(composer, label, composer->language->tag, ROLE_MARKER,
                      composer->style->roles[ROLE_MARKER].colour, composer->measure,
                      element_new(&composer->structure, element, TAG_SPAN, NULL,
                                  paragraph->direction),
                      &count);
    if (count)
        await_row(composer, item, composer->indent - composer->number_room);
}

void compose_paragraph(struct composer *composer, const struct paragraph *paragraph,
                       struct setting setting) {
    const struct role_style *role = &composer->style->roles[setting.role];
    const struct language_style *language =
        style_language(composer->style, paragraph->language);
    bool justified =
        role->justified && (!language || language->justified) && !paragraph->ragged;
    enum alignment alignment = justified ? ALIGN_JUSTIFIED : ALIGN_RAGGED;
    length measure = composer->measure - composer->indent - composer->end_indent;
    struct element *element =
        element_new(&composer->structure, composer->element, setting.tag,
                    paragraph->language, paragraph->direction);
    struct broken_text broken;
    struct row_marks marks = {0};
    if (setting.label)
        await_label(composer, paragraph, setting.label, element);
    arena_reset(composer->scratch);
    if (!compose_broken(composer, paragraph, setting.role, role->colour, measure,
                        alignment, element, &broken))
        return;
    set_rows(composer, &broken, setting, &marks);
    notes_set(composer, &marks);
}
