/* SPDX-License-Identifier: MIT */
/* Sets margin notes and key figures: in the outer column, beside the paragraph before them
   or, after a heading, the one that follows; where there is no such column, in the text. */
#include "pages/book.h"

bool margin_stands(const struct composer *composer, const struct block *block) {
    bool asked = block->kind == BLOCK_CALLOUT
                     ? block->callout == CALLOUT_MARGIN || block->callout == CALLOUT_KEY
                     : block->kind == BLOCK_FIGURE && block->beside;
    bool large = block->kind == BLOCK_FIGURE && composer->style->ordinary;
    return asked && composer->wide_measure &&
           !large; /* letters would be too large there */
}

/* --- key figures ---------------------------------------------------------------------- */

static bool fits_line(struct composer *composer, const struct paragraph *paragraph,
                      enum role role, length measure) {
    arena_reset(composer->scratch);
    const struct text *text =
        text_set(composer->typesetter, composer->scratch, paragraph, role);
    composer->failed |= !text;
    return text && lines_extent(composer->scratch, text).natural <= measure;
}

enum role key_role(struct composer *composer, const struct paragraph *figure,
                   length measure) {
    if (fits_line(composer, figure, ROLE_KEY, measure))
        return ROLE_KEY;
    return fits_line(composer, figure, ROLE_KEY_LONG, measure) ? ROLE_KEY_LONG
                                                               : ROLE_KEY_LONGEST;
}

static void set_part(struct composer *composer, const struct paragraph *paragraph,
                     enum role role, length air) {
    galley_ask_air(composer, air);
    compose_paragraph(composer, paragraph,
                      (struct setting){.role = role, .tag = TAG_P, .keep_whole = true});
    composer->keep = true;
}

void key_compose(struct composer *composer, const struct block *block) {
    const struct style *style = composer->style;
    const struct block *caption = block->children, *source = caption->next;
    bool arabic = locale_direction(block->language) == DIRECTION_RTL;
    const struct role_style *below = &style->roles[ROLE_KEY_CAPTION];
    size_t first = composer->galley.count;
    length measure = composer->measure - composer->indent - composer->end_indent;
    set_part(composer, &block->paragraph,
             key_role(composer, &block->paragraph, measure), 0);
    if (composer->failed)
        return;
    struct row *row = &composer->galley.rows[first];
    row->anchor = anchors_find(composer->anchors, composer->language->tag, block->id);
    length text = text_leading(style, &style->roles[ROLE_TEXT], block->language);
    row->reach = row->leading > text ? row->leading - text : 0;
    set_part(composer, &caption->paragraph, ROLE_KEY_CAPTION,
             arabic ? below->before_arabic : below->before);
    if (source)
        set_part(composer, &source->paragraph, ROLE_SOURCE,
                 arabic ? style->callout.before_source_arabic
                        : style->callout.before_source);
    composer->keep = false;
}

static void set_notes(struct composer *composer, const struct block *block) {
    for (block = block->children; block && !composer->failed; block = block->next) {
        compose_paragraph(composer, &block->paragraph,
                          (struct setting){.role = ROLE_MARGIN, .tag = TAG_P});
        galley_ask_air(composer, composer->style->page.paragraph_gap);
    }
}

static void set_inside(struct composer *composer, const struct block *block) {
    if (block->callout == CALLOUT_KEY)
        key_compose(composer, block);
    else
        set_notes(composer, block);
}

/* --- beside the text ------------------------------------------------------------------ */

static struct galley set_aside(struct composer *composer, const struct block *block) {
    struct aside aside = aside_begin(composer);
    length measure = composer->measure;
    composer->measure = composer->style->page.column;
    composer->element = element_new(&composer->structure, aside.element, TAG_DIV,
                                    block->language, block->direction);
    set_inside(composer, block);
    composer->measure = measure;
    return aside_end(composer, &aside);
}

/* On a page where nothing else stands there. */
static bool fits_column(const struct composer *composer, length height) {
    return margin_top(composer->style, composer->wide_top) + height <=
           composer->style->page.last_line;
}

static void append_margins(struct row_margins *list, struct row_margins more) {
    if (list->last)
        list->last->next = more.first;
    else
        list->first = more.first;
    list->last = more.last;
}

/* It goes below the paragraph then. */
static void set_in_text(struct composer *composer, const struct block *block) {
    struct element *around = composer->element;
    composer->element = element_new(&composer->structure, around, TAG_DIV,
                                    block->language, block->direction);
    galley_ask_air(composer, composer->gap);
    set_inside(composer, block);
    galley_ask_air(composer, composer->gap);
    composer->element = around;
}

void margins_add(struct composer *composer, const struct block *block,
                 struct galley galley) {
    if (!galley.count)
        return;
    if (!fits_column(composer, galley_height(&galley))) {
        diag_add(composer->diag, DIAG_MARGIN_LONG, block->position, NULL, NULL);
        return;
    }
    struct row_margin *margin = arena_new(composer->arena, struct row_margin);
    *margin = (struct row_margin){.galley = galley, .position = block->position};
    if (block->kind == BLOCK_CALLOUT && block->callout == CALLOUT_KEY)
        margin->drop = composer->style->callout.figure_drop;
    append_margins(&composer->margins, (struct row_margins){margin, margin});
}

void compose_margin(struct composer *composer, const struct block *block) {
    if (margin_stands(composer, block))
        margins_add(composer, block, set_aside(composer, block));
    else
        set_in_text(composer, block);
}

static struct row *find_row(struct composer *composer, size_t first) {
    for (size_t i = first; i < composer->galley.count; i++)
        if (!composer->galley.rows[i].floating)
            return &composer->galley.rows[i];
    return NULL;
}

static void attach(struct composer *composer, struct row *row) {
    append_margins(&row->margins, composer->margins);
    composer->margins = (struct row_margins){NULL, NULL};
}

void margins_attach(struct composer *composer, const struct block *block,
                    size_t first) {
    if (!margin_stands(composer, block))
        composer->beside = block->kind == BLOCK_HEADING ? SIZE_MAX : first;
    struct row *row = find_row(composer, composer->beside);
    if (row && composer->margins.first)
        attach(composer, row);
}

void margins_finish(struct composer *composer) {
    if (!composer->margins.first || composer->failed)
        return;
    size_t i = composer->galley.count;
    while (i && composer->galley.rows[i - 1].floating)
        i--;
    if (!i)
        galley_add_row(composer, composer->style->page.step);
    attach(composer, &composer->galley.rows[i ? i - 1 : composer->galley.count - 1]);
}
