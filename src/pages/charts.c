/* SPDX-License-Identifier: MIT */
/* Sets charts: a rule, the title with the number of the figure at its end, the subtitle, the
   drawing, notes and source. */
#include "pages/book.h"

#include "chart/chart.h"

/* --- the head ------------------------------------------------------------------------------ */

/* "Figure 3", at the end of the line of the title. */
static struct item *set_number(struct composer *composer, const struct block *block,
                               struct element *element) {
    const struct caption *caption = &block->figure->caption;
    size_t count;
    struct item *lines =
        compose_short(composer, caption->label, block->language, ROLE_FIGURE_NUMBER,
                      composer->style->roles[ROLE_FIGURE_NUMBER].colour,
                      composer->measure, element, &count);
    return count ? &lines[0] : NULL;
}

static void add_rule(struct composer *composer, struct row *row,
                     enum direction direction, length width) {
    const struct chart_style *style = &composer->style->chart;
    length left = line_left(composer->measure, direction, composer->indent, width);
    row_add_rectangle(composer->arena, row,
                      (struct box){left, -style->rule_rise, left + width,
                                   style->rule - style->rule_rise},
                      composer->style->colours.ink);
}

static void add_number(struct composer *composer, struct row *row,
                       const struct item *number, enum direction direction,
                       length width) {
    struct item *item = row_add_item(composer->arena, row);
    *item = *number;
    item->as.line.x = line_left(composer->measure, direction,
                                composer->indent + width - number->as.line.width,
                                number->as.line.width);
}

/* At the top of a page the rule stands as high as the letters of a first line. */
static struct row *open_row(struct composer *composer, const struct block *block,
                            length width) {
    const struct chart_style *style = &composer->style->chart;
    length cap = composer->style->figure.cap;
    struct row *row = galley_add_row(composer, style->rule_rise + cap);
    row->reach = style->rule_rise - cap;
    add_rule(composer, row, block->direction, width);
    composer->keep = true;
    return row;
}

/* Where there is no room for it at the end of a line. */
static void add_number_below(struct composer *composer, const struct item *number,
                             enum direction direction, length leading) {
    struct row *row = galley_add_row(composer, leading);
    struct item *item = row_add_item(composer->arena, row);
    *item = *number;
    item->as.line.x = line_left(composer->measure, direction, composer->indent,
                                number->as.line.width);
}

static bool is_narrow(const struct composer *composer, length width) {
    return width <= composer->style->page.column;
}

static void set_title(struct composer *composer, const struct block *block,
                      struct element *element, length width) {
    const struct paragraph *title = &block->figure->caption.text;
    bool alone = composer->chart_alone;
    struct item *number = alone ? NULL : set_number(composer, block, element);
    length gap = composer->style->table.gap;
    bool narrow = is_narrow(composer, width);
    length taken = number && !narrow ? number->as.line.width + gap : 0;
    enum role role = narrow ? ROLE_CHART_STRONG : ROLE_CAPTION;
    length measure = width - taken > width / 2 ? width - taken : width / 2;
    struct broken_text broken;
    arena_reset(composer->scratch);
    if (!compose_broken(composer, title, role, composer->style->roles[role].colour,
                        measure, ALIGN_RAGGED, element, &broken))
        return;
    for (size_t i = 0; i < broken.lines.count; i++) {
        struct row *row = i || alone ? galley_add_row(composer, broken.text->leading)
                                     : open_row(composer, block, width);
        if (!i && number && !narrow)
            add_number(composer, row, number, block->direction, width);
        compose_add_line(composer, row, &broken, i,
                         line_left(composer->measure, title->direction,
                                   composer->indent, broken.lines.lines[i].width));
        composer->keep = true;
    }
    if (number && narrow)
        add_number_below(composer, number, block->direction, broken.text->leading);
}

/* It begins two steps below the title at least. */
static length subtitle_air(const struct composer *composer,
                           const struct paragraph *words) {
    const struct style *style = composer->style;
    length leading =
        text_leading(style, &style->roles[ROLE_CHART_SUBTITLE], words->language);
    return leading < style->page.step * 2 ? style->page.step * 2 - leading : 0;
}

static void set_words(struct composer *composer, const struct paragraph *words,
                      enum role role) {
    if (!words->text.length)
        return;
    if (role == ROLE_CHART_SUBTITLE)
        galley_ask_air(composer, subtitle_air(composer, words));
    composer->keep = composer->galley.count > 0;
    compose_paragraph(composer, words,
                      (struct setting){.role = role, .tag = TAG_P, .keep_whole = true});
    composer->keep = true;
}

static void set_head(struct composer *composer, const struct block *block,
                     struct element *figure, length width) {
    const struct figure *of = block->figure;
    struct element *around = composer->element;
    if (of->caption.text.text.length || of->chart->subtitle.text.length)
        composer->element = element_new(&composer->structure, figure, TAG_CAPTION,
                                        block->language, block->direction);
    if (of->caption.text.text.length)
        set_title(composer, block, composer->element, width);
    set_words(composer, &of->chart->subtitle, ROLE_CHART_SUBTITLE);
    composer->element = around;
}

/* --- the drawing ---------------------------------------------------------------------------- */

/* Labels are of the figure as a whole: what it shows is said instead of them. */
static struct item label_item(struct composer *composer,
                              const struct drawing_label *label,
                              struct element *figure) {
    struct stretch whole = {0, (uint32_t)label->text->paragraph->text.length, figure};
    struct item item =
        *compose_line(composer, label->text, label->line, &whole, 1, label->last);
    item.as.line.x = label->x;
    item.as.line.y = label->y;
    return item;
}

static struct item mark_item(struct composer *composer, const struct drawing_mark *mark,
                             struct element *figure) {
    struct item item = {.kind = ITEM_PATH};
    switch (mark->kind) {
    case MARK_RECTANGLE:
        item.kind = ITEM_RECTANGLE;
        item.as.rectangle = (struct rectangle_item){.box = mark->as.rectangle.box,
                                                    .colour = mark->as.rectangle.colour,
                                                    .element = figure};
        break;
    case MARK_PATH:
        item.as.path = (struct path_item){.path = mark->as.path, .element = figure};
        break;
    case MARK_LABEL:
        item = label_item(composer, &mark->as.label, figure);
        break;
    }
    return item;
}

static const struct drawing *draw_by(struct composer *composer,
                                     struct typesetter *typesetter,
                                     const struct block *block, length width) {
    arena_reset(composer->scratch);
    const struct drawing *drawing =
        chart_draw(block->figure->chart,
                   (struct chart_means){.arena = composer->arena,
                                        .scratch = composer->scratch,
                                        .typesetter = typesetter,
                                        .diag = composer->diag,
                                        .text = composer->means.text,
                                        .lines = composer->means.lines},
                   width);
    composer->failed |= !drawing;
    return drawing;
}

/* What the page has room for besides the words; large letters leave none. */
static length highest(const struct composer *composer) {
    const struct page_style *page = &composer->style->page;
    length height = page->last_line - page->first_line;
    return composer->style->least_size ? height : height * 4 / 5;
}

/* In large print what has no room is drawn with the letters of the report it is made from: a
   picture with small words is more than none. */
static const struct drawing *draw(struct composer *composer, const struct block *block,
                                  length width) {
    const struct drawing *drawing =
        draw_by(composer, composer->typesetter, block, width);
    bool fits = drawing && !drawing->cramped && drawing->height <= highest(composer);
    if (fits || !drawing || !composer->ordinary)
        return drawing;
    diag_add(composer->diag, DIAG_CHART_SMALL, block->position, NULL, NULL);
    return draw_by(composer, composer->ordinary, block, width);
}

/* Its height is rounded up to the grid, so that the text goes on on it. */
static void set_drawing(struct composer *composer, const struct block *block,
                        struct element *figure, length width) {
    const struct drawing *drawing = draw(composer, block, width);
    length step = composer->style->page.step;
    if (!drawing)
        return;
    if (drawing->height > highest(composer)) {
        diag_add(composer->diag, DIAG_CHART_HIGH, block->position, NULL, NULL);
        return;
    }
    if (drawing->cramped)
        diag_add(composer->diag, DIAG_CHART_CRAMPED, block->position, NULL, NULL);
    length height = (drawing->height + step - 1) / step * step;
    bool first = !composer->galley.count;
    struct row *row =
        galley_add_row(composer, height + (first ? 0 : composer->style->chart.before));
    row->reach = height;
    length left =
        line_left(composer->measure, block->direction, composer->indent, width);
    for (size_t i = 0; i < drawing->count; i++) {
        struct item *item = row_add_item(composer->arena, row);
        *item = mark_item(composer, &drawing->marks[i], figure);
        item_move(composer->arena, item, left, -height);
    }
}

/* In a list, or where two languages share the page, there is no more than the column. */
static bool is_wide(const struct composer *composer, const struct block *block) {
    return block->figure->chart->wide && composer->wide_measure && !composer->wide &&
           !composer->indent && !composer->end_indent;
}

struct galley chart_rows(struct composer *composer, const struct block *block) {
    const struct figure *figure = block->figure;
    struct aside aside = aside_begin(composer);
    composer->indent = aside.indent;
    composer->end_indent = aside.end_indent;
    length width = composer->measure - composer->indent - composer->end_indent;
    struct element *element =
        element_new(&composer->structure, aside.element, TAG_FIGURE, block->language,
                    block->direction);
    element->alt = figure->alt;
    set_head(composer, block, element, width);
    set_drawing(composer, block, element, width);
    composer->element = aside.element;
    galley_ask_air(composer, composer->style->table.before_source);
    set_words(composer, &figure->chart->notes, ROLE_SOURCE);
    set_words(composer, &figure->chart->explanation, ROLE_SOURCE);
    compose_source(composer, &figure->caption);
    if (!composer->chart_alone)
        set_words(composer, &figure->chart->data, ROLE_SOURCE);
    return aside_end(composer, &aside);
}

/* With what leads to it. */
static struct galley set_chart(struct composer *composer, const struct block *block) {
    struct galley galley = chart_rows(composer, block);
    if (galley.count)
        galley.rows[0].anchor = anchors_find(composer->anchors, composer->language->tag,
                                             anchors_name(composer->arena, block));
    return galley;
}

/* In the outer column. */
static void compose_beside(struct composer *composer, const struct block *block) {
    length measure = composer->measure;
    composer->measure = composer->style->page.column;
    struct galley galley = set_chart(composer, block);
    composer->measure = measure;
    margins_add(composer, block, galley);
}

void compose_chart(struct composer *composer, const struct block *block) {
    bool was_wide = composer->wide;
    length measure = composer->measure;
    if (margin_stands(composer, block)) {
        compose_beside(composer, block);
        return;
    }
    if (is_wide(composer, block)) {
        composer->wide = true;
        composer->measure = composer->wide_measure;
    }
    struct galley galley = set_chart(composer, block);
    composer->wide = was_wide;
    composer->measure = measure;
    compose_float(composer, block, galley);
}
