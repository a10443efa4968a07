/* SPDX-License-Identifier: MIT */
/* Sets timelines: a vertical line with a mark for each event; before it years, days and
   months, after it what happened, and figures as numerals in the outer column. In the
   structure it is a table. It goes into the galley row by row; titles and year are repeated
   where it goes on on another page. */
#include "pages/internal.h"

enum { EVENTS_TOGETHER = 2 };

/* --- what is drawn --------------------------------------------------------------------- */

static void draw(const struct chronicle *chronicle, struct row *row, length start,
                 length width, length top, length height, uint32_t colour) {
    length left =
        line_left(chronicle->measure, chronicle->block->direction, start, width);
    row_add_rectangle(chronicle->composer->arena, row,
                      (struct box){left, top, left + width, top + height}, colour);
}

static void draw_rule(const struct chronicle *chronicle, struct row *row, length top,
                      length weight, uint32_t colour) {
    draw(chronicle, row, 0, chronicle->measure, top, weight, colour);
}

/* The line, from above the baseline of a row to below it. */
static void draw_line(const struct chronicle *chronicle, struct row *row, length top,
                      length bottom) {
    const struct timeline_style *style = chronicle->style;
    draw(chronicle, row, style->line - style->weight / 2, style->weight, top,
         bottom - top, chronicle->composer->style->colours.brick);
}

static void draw_mark(const struct chronicle *chronicle, struct row *row, bool hollow) {
    const struct timeline_style *style = chronicle->style;
    const struct colours *colours = &chronicle->composer->style->colours;
    length side = style->mark, inner = side - 2 * style->mark_rule;
    draw(chronicle, row, style->line - side / 2, side, -side, side, colours->brick);
    if (hollow && inner > 0)
        draw(chronicle, row, style->line - side / 2 + style->mark_rule, inner,
             style->mark_rule - side, inner, colours->paper);
}

/* --- rows ------------------------------------------------------------------------------- */

static void add_lines(struct chronicle *chronicle, struct row *row, size_t index) {
    for (size_t i = 0; i < chronicle->line_count; i++) {
        const struct placed_line *placed = &chronicle->lines[i];
        if (placed->row == index)
            compose_add_line(chronicle->composer, row, placed->broken, placed->line,
                             placed->x);
    }
}

/* From the baseline above: what the tallest of the lines asks for. */
static length row_leading(const struct chronicle *chronicle, size_t index) {
    length leading = 0;
    for (size_t i = 0; i < chronicle->line_count; i++) {
        const struct placed_line *placed = &chronicle->lines[i];
        if (placed->row == index && placed->broken->text->leading > leading)
            leading = placed->broken->text->leading;
    }
    return leading;
}

/* How far the event reaches below its first baseline. */
static length event_depth(const struct chronicle *chronicle) {
    length depth = 0;
    for (size_t i = 1; i < chronicle->row_count; i++)
        depth += row_leading(chronicle, i);
    return depth;
}

/* --- titles ----------------------------------------------------------------------------- */

/* The titles of figures, and a rule. */
static void set_titles(struct chronicle *chronicle, struct element *around) {
    struct composer *composer = chronicle->composer;
    chronicle_begin(chronicle, around);
    chronicle_place_titles(chronicle);
    size_t count = chronicle->row_count ? chronicle->row_count : 1;
    for (size_t i = 0; i < count; i++) {
        composer->keep |= i > 0;
        struct row *row = galley_add_row(composer, row_leading(chronicle, i));
        row->in_order = i == 0;
        add_lines(chronicle, row, i);
        if (i + 1 == count)
            draw_rule(chronicle, row, chronicle->style->head_drop,
                      chronicle->style->rule, composer->style->colours.ink);
    }
    composer->keep = true;
}

/* Outside the structure: it is there already. */
static const struct galley *set_titles_again(struct chronicle *chronicle) {
    struct composer *composer = chronicle->composer;
    struct galley *head = arena_new(composer->arena, struct galley);
    struct aside aside = aside_begin(composer);
    set_titles(chronicle, NULL);
    *head = aside_end(composer, &aside);
    return head;
}

static struct row *copy_row(struct arena *arena, const struct row *row) {
    struct row *copy = arena_new(arena, struct row);
    *copy = *row;
    copy->items = NULL;
    copy->item_count = copy->item_capacity = 0;
    for (size_t i = 0; i < row->item_count; i++)
        *row_add_item(arena, copy) = row->items[i];
    return copy;
}

/* The year stands on the baseline of the event, which is not in this row. */
static void add_year(struct chronicle *chronicle, const struct event *event,
                     struct row *row, length below) {
    chronicle_begin(chronicle, NULL);
    chronicle_place_year(chronicle, event);
    size_t before = row->item_count;
    add_lines(chronicle, row, 0);
    for (size_t i = before; i < row->item_count; i++)
        row->items[i].as.line.y += below;
}

/* Most events of a year share one. */
static bool has_head(const struct chronicle *chronicle, uint32_t year, length leading) {
    return chronicle->head && chronicle->head_year == year &&
           chronicle->head_leading == leading;
}

/* What stands above an event that begins a page: the titles, the line down to that of the
   event and, where its year began before, that again. */
static const struct galley *find_head(struct chronicle *chronicle,
                                      const struct event *event, bool new_year,
                                      length leading) {
    const struct composer *composer = chronicle->composer;
    const struct timeline_style *style = chronicle->style;
    uint32_t year = new_year ? 0 : event->year;
    if (has_head(chronicle, year, leading))
        return chronicle->head;
    struct galley *head = arena_new(composer->arena, struct galley);
    length below = leading + composer->style->table.after_head;
    for (size_t i = 0; i < chronicle->titles->count; i++) {
        arena_reserve(composer->arena, head->rows, head->count, head->capacity);
        head->rows[head->count++] =
            *copy_row(composer->arena, &chronicle->titles->rows[i]);
    }
    struct row *last = &head->rows[head->count - 1];
    if (below - style->year_rise > style->head_drop)
        draw_line(chronicle, last, style->head_drop, below - style->year_rise);
    if (!new_year)
        add_year(chronicle, event, last, below);
    chronicle->head = head;
    chronicle->head_year = year;
    chronicle->head_leading = leading;
    return head;
}

/* --- events ----------------------------------------------------------------------------- */

/* From the line above to the first of an event. */
static length first_leading(const struct chronicle *chronicle, size_t index,
                            bool new_year) {
    const struct timeline_style *style = chronicle->style;
    if (index == 0)
        return style->first + chronicle->composer->style->table.after_head;
    return style->first + chronicle->lacking + (new_year ? style->year_more : 0);
}

/* The line goes on to where that of the next event begins; so a page that ends there ends
   with the rule of a year. */
static void join_line(struct chronicle *chronicle, length leading, bool new_year) {
    struct galley *galley = &chronicle->composer->galley;
    struct row *last = &galley->rows[galley->count - 1];
    length gap = leading - chronicle->style->year_rise;
    if (gap > 0)
        draw_line(chronicle, last, 0, gap);
    if (new_year)
        draw_rule(chronicle, last, gap, chronicle->style->year_rule,
                  chronicle->composer->style->colours.stone);
}

/* Two events at least stand on the first page and on the last. */
static bool is_kept(const struct chronicle *chronicle, size_t index) {
    return index < EVENTS_TOGETHER ||
           chronicle->timeline->event_count - index < EVENTS_TOGETHER;
}

static void set_event(struct chronicle *chronicle, size_t index,
                      struct element *around) {
    struct composer *composer = chronicle->composer;
    const struct event *event = &chronicle->timeline->events[index];
    bool new_year = !index || event[-1].year != event->year;
    length leading = first_leading(chronicle, index, new_year);
    const struct galley *head =
        index ? find_head(chronicle, event, new_year, leading) : NULL;
    if (index)
        join_line(chronicle, leading, new_year);
    chronicle_begin(chronicle, around);
    chronicle_place_event(chronicle, event, new_year);
    for (size_t i = 0; i < chronicle->row_count && !composer->failed; i++) {
        composer->keep |= i > 0 || is_kept(chronicle, index);
        length above = i ? row_leading(chronicle, i) : leading;
        struct row *row = galley_add_row(composer, above);
        row->head = head;
        draw_line(chronicle, row, i ? -above : -chronicle->style->year_rise, 0);
        if (!i)
            draw_mark(chronicle, row, event->disputed);
        add_lines(chronicle, row, i);
    }
    length reach = chronicle->style->first + event_depth(chronicle);
    chronicle->lacking =
        reach < chronicle->style->pitch ? chronicle->style->pitch - reach : 0;
}

static void set_foot(struct chronicle *chronicle) {
    struct galley *galley = &chronicle->composer->galley;
    const struct timeline_style *style = chronicle->style;
    struct row *last = &galley->rows[galley->count - 1];
    draw_line(chronicle, last, 0, style->foot);
    draw_rule(chronicle, last, style->foot, style->rule,
              chronicle->composer->style->colours.ink);
}

static void set_all(struct chronicle *chronicle, struct element *table) {
    struct structure *structure = &chronicle->composer->structure;
    enum direction direction = chronicle->block->direction;
    const struct timeline *timeline = chronicle->timeline;
    struct element *head = element_new(structure, table, TAG_THEAD, NULL, direction);
    set_titles(chronicle, head);
    chronicle->titles = set_titles_again(chronicle);
    struct element *body = element_new(structure, table, TAG_TBODY, NULL, direction);
    for (size_t i = 0; i < timeline->event_count && !chronicle->composer->failed; i++)
        set_event(chronicle, i, body);
    set_foot(chronicle);
}

static void set_source(struct composer *composer, const struct timeline *timeline) {
    if (!timeline->source.text.length)
        return;
    galley_ask_air(composer, composer->style->table.before_source);
    composer->keep = true;
    compose_paragraph(
        composer, &timeline->source,
        (struct setting){.role = ROLE_SOURCE, .tag = TAG_P, .keep_whole = true});
}

void compose_timeline(struct composer *composer, const struct block *block) {
    length measure = composer->measure;
    if (!block->timeline->event_count)
        return;
    composer->wide = composer->wide_measure > 0;
    if (composer->wide)
        composer->measure = composer->wide_measure;
    struct chronicle chronicle = {.composer = composer,
                                  .block = block,
                                  .timeline = block->timeline,
                                  .style = &composer->style->timeline,
                                  .measure = composer->measure};
    chronicle_find_columns(&chronicle);
    galley_ask_air(composer, composer->style->page.float_gap);
    set_all(&chronicle, element_new(&composer->structure, composer->element, TAG_TABLE,
                                    block->language, block->direction));
    set_source(composer, block->timeline);
    composer->measure = measure;
    composer->wide = false;
    galley_ask_air(composer, composer->style->page.float_gap);
}
