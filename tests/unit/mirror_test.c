/* SPDX-License-Identifier: MIT */
/* The mirror: a report set from the right is the mirror image of the same report set from
   the left. The kitchen sink is read twice; in one copy every direction is turned around,
   and every item of its pages has to stand where the mirror puts it.

   Only lettering is not mirrored, and what is in it moves with the direction: so letters
   take the place of all that is no letter, the same in both copies. Numbers in tables are
   flush right in both directions: of them it is their line that has to agree. */
#include "document/document.h"
#include "flush.h"
#include "harness.h"
#include "image/image.h"
#include "pages/pages.h"
#include "style/style.h"

#include <stdlib.h>

enum { ROUNDING = 60 /* [1/1000 pt], of widths of glyphs */ };

static const char sink[] = "tests/sink";

struct copy {
    struct arena *arena;
    struct font_set *fonts;
    const struct pages *pages;
};

/* The document is the reader's to keep as it is; here it is ours. */
#define MUTABLE(type, pointer) ((type *)(uintptr_t)(pointer))

/* --- turning a document around ------------------------------------------------------- */

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ';
}

/* In a mark too: it is a number. */
static void leave_letters(struct slice text) {
    char *bytes = MUTABLE(char, text.data);
    for (size_t i = 0; i < text.length; i++)
        if (!is_letter(bytes[i]))
            bytes[i] = 'x';
}

static enum direction opposite(enum direction direction) {
    return direction == DIRECTION_RTL ? DIRECTION_LTR : DIRECTION_RTL;
}

static void change_blocks(const struct block *block, bool turn);

static void change_paragraph(const struct paragraph *paragraph, bool turn) {
    struct paragraph *changed = MUTABLE(struct paragraph, paragraph);
    leave_letters(changed->text);
    if (turn)
        changed->direction = opposite(changed->direction);
    for (size_t i = 0; i < changed->span_count; i++) {
        struct span *span = MUTABLE(struct span, &changed->spans[i]);
        if (span->kind == SPAN_NOTE && !span->repeated)
            change_blocks(span->note->blocks, turn);
        if (span->kind == SPAN_STRIKE) /* a stroke goes with its letters */
            span->kind = SPAN_EMPHASIS;
    }
}

static void change_caption(const struct caption *caption, bool turn) {
    change_paragraph(&caption->text, turn);
    change_paragraph(&caption->source, turn);
    if (caption->label)
        leave_letters(slice_of(caption->label));
}

static void change_timeline(const struct timeline *timeline, bool turn) {
    change_paragraph(&timeline->none, turn);
    change_paragraph(&timeline->source, turn);
    for (size_t i = 0; i < timeline->figure_count; i++)
        change_paragraph(&timeline->figure_titles[i], turn);
    for (size_t i = 0; i < timeline->event_count; i++) {
        const struct event *event = &timeline->events[i];
        change_paragraph(&event->year_text, turn);
        change_paragraph(&event->days, turn);
        change_paragraph(&event->month, turn);
        change_paragraph(&event->title, turn);
        change_paragraph(&event->by, turn);
        change_paragraph(&event->text, turn);
        for (size_t k = 0; k < timeline->figure_count; k++)
            change_paragraph(&event->figures[k].text, turn);
    }
}

/* A map is the same in both directions: here its grid is turned around, so that the page is. */
static void change_tiles(const struct chart *chart, bool turn) {
    for (size_t i = 0; i < chart->tile_count; i++) {
        struct chart_tile *tile = MUTABLE(struct chart_tile, &chart->tiles[i]);
        change_paragraph(&tile->name, turn);
        if (turn)
            tile->column = chart->tile_columns - 1 - tile->column;
    }
}

static void change_chart(const struct chart *chart, bool turn) {
    struct chart *changed = MUTABLE(struct chart, chart);
    if (turn)
        changed->direction = opposite(changed->direction);
    change_paragraph(&chart->subtitle, turn);
    change_paragraph(&chart->notes, turn);
    change_paragraph(&chart->data, turn);
    change_tiles(chart, turn);
    change_paragraph(&chart->explanation, turn);
    for (size_t i = 0; i < chart->reference_count; i++)
        change_paragraph(&chart->references[i].label, turn);
    for (size_t i = 0; i < chart->band_count; i++)
        change_paragraph(&chart->bands[i].label, turn);
    for (size_t i = 0; i < chart->annotation_count; i++)
        change_paragraph(&chart->annotations[i].text, turn);
    for (size_t i = 0; i < chart->row_count; i++)
        change_paragraph(&chart->names[i], turn);
    for (size_t i = 0; i < chart->series_count; i++)
        change_paragraph(&chart->titles[i], turn);
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        change_paragraph(&chart->values[i].label, turn);
}

static void change_blocks(const struct block *block, bool turn) {
    for (; block; block = block->next) {
        struct block *changed = MUTABLE(struct block, block);
        if (turn)
            changed->direction = opposite(changed->direction);
        change_paragraph(&changed->paragraph, turn);
        change_blocks(block->children, turn);
        if (block->figure)
            change_caption(&block->figure->caption, turn);
        if (block->timeline)
            change_timeline(block->timeline, turn);
        if (block->figure && block->figure->chart)
            change_chart(block->figure->chart, turn);
        if (!block->table)
            continue;
        change_caption(&block->table->caption, turn);
        for (size_t i = 0; i < block->table->row_count * block->table->column_count;
             i++)
            change_paragraph(&block->table->cells[i], turn);
    }
}

static void change_numbered(const struct numbered *numbered) {
    leave_letters(slice_of(numbered->digits));
    leave_letters(slice_of(numbered->label));
}

/* Their titles are headings. */
static void change_answers(const struct document *document,
                           const struct language *language, bool turn) {
    for (size_t i = 0; i < document->finding_count; i++)
        if (document->findings[i]->numbered.language == language) {
            change_numbered(&document->findings[i]->numbered);
            change_paragraph(&document->findings[i]->statement, turn);
        }
    for (size_t i = 0; i < document->recommendation_count; i++) {
        const struct recommendation *recommendation = document->recommendations[i];
        if (recommendation->numbered.language != language)
            continue;
        change_numbered(&recommendation->numbered);
        if (recommendation->by)
            leave_letters(slice_of(recommendation->by));
    }
}

/* Only what is English: every direction of that can be turned. */
static void change_document(const struct document *document,
                            const struct language *language, bool turn) {
    if (turn)
        MUTABLE(struct language, language)->direction = DIRECTION_RTL;
    for (size_t i = 0; i < document->section_count; i++)
        if (document->sections[i].language == language)
            change_blocks(document->sections[i].blocks, turn);
    change_answers(document, language, turn);
}

static struct copy set_copy(bool turn) {
    struct copy copy = {.arena = arena_create()};
    struct diag *diag = diag_new(copy.arena);
    const struct document *document = document_read(copy.arena, sink, diag);
    const struct edition *edition = document_find_edition(document, "english");
    change_document(document, edition->languages[0], turn);
    copy.fonts = font_set_open(copy.arena, diag);
    struct style style = style_flush();
    copy.pages =
        pages_lay_out(copy.arena, document, edition, &style,
                      (struct pages_means){.fonts = copy.fonts,
                                           .images = image_store_new(copy.arena)},
                      diag);
    EXPECT(diag_count(diag, DIAG_ERROR) == 0);
    return copy;
}

static void drop_copy(struct copy copy) {
    font_set_close(copy.fonts);
    arena_destroy(copy.arena);
}

/* --- what must be true ------------------------------------------------------------------ */

static bool near(length a, length b) {
    return abs(a - b) <= ROUNDING;
}

static bool mirrors_box(struct box a, struct box b, length width) {
    return near(a.x0, width - b.x1) && near(a.x1, width - b.x0) && a.y0 == b.y0 &&
           a.y1 == b.y1;
}

static const struct element *line_element(const struct line_item *line) {
    return line->run_count ? line->runs[0].element : NULL;
}

static bool is_in(const struct element *element, enum tag tag) {
    while (element && element->tag != tag)
        element = element->parent;
    return element != NULL;
}

/* The notice and the cover hold each language in its own direction, on both copies. */
static bool has_own_direction(const struct line_item *line) {
    return !line_element(line) || line->language[0] != 'e';
}

static bool mirrors_line(const struct line_item *a, const struct line_item *b,
                         length width) {
    bool edge = near(a->x, width - (b->x + b->width));
    bool number = is_in(line_element(a), TAG_TD) || is_in(line_element(a), TAG_TH);
    return a->y == b->y && near(a->width, b->width) &&
           (edge || number || has_own_direction(a));
}

static bool mirrors_path(const struct path *a, const struct path *b, length width) {
    for (size_t i = 0; i < a->count && i < b->count; i++)
        if (!near(a->points[i].x, width - b->points[i].x) ||
            a->points[i].y != b->points[i].y)
            return false;
    return a->count == b->count && a->weight == b->weight;
}

static bool mirrors_item(const struct item *a, const struct item *b, length width) {
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case ITEM_LINE:
        return mirrors_line(&a->as.line, &b->as.line, width);
    case ITEM_RECTANGLE:
        return mirrors_box(a->as.rectangle.box, b->as.rectangle.box, width);
    case ITEM_LINK:
        return is_in(a->as.link.element, TAG_TOCI)
                   ? mirrors_box(a->as.link.box, b->as.link.box, width)
                   : a->as.link.box.y0 == b->as.link.box.y0; /* goes with its letters */
    case ITEM_IMAGE:
        return mirrors_box(a->as.image.box, b->as.image.box, width);
    case ITEM_PATH:
        return mirrors_path(&a->as.path.path, &b->as.path.path, width);
    case ITEM_FOLIO:
        return false; /* finished pages have none */
    }
    return false;
}

static size_t told;

static struct box item_box(const struct item *item) {
    const struct line_item *line = &item->as.line;
    if (item->kind == ITEM_LINE)
        return (struct box){line->x, line->y, line->x + line->width, line->y};
    return item->kind == ITEM_LINK ? item->as.link.box : item->as.rectangle.box;
}

static void tell(size_t page, const struct item *a, const struct item *b) {
    struct box p = item_box(a), q = item_box(b);
    if (told++ < 20)
        fprintf(stderr, "page %zu: %d %d %d %d is not mirrored by %d %d %d %d: %.30s\n",
                page, p.x0, p.y0, p.x1, p.y1, q.x0, q.y0, q.x1, q.y1,
                a->kind == ITEM_LINE ? a->as.line.text.data : "");
}

static void pages_of_one_copy_mirror_those_of_the_other(void) {
    struct copy left = set_copy(false), right = set_copy(true);
    EXPECT(left.pages->count > 10);
    EXPECT(left.pages->count == right.pages->count);
    size_t compared = 0;
    for (size_t p = 1; p < left.pages->count; p++) {
        const struct page *a = &left.pages->pages[p], *b = &right.pages->pages[p];
        if (!a->label)
            continue; /* the covers hold both directions */
        EXPECT(a->item_count == b->item_count);
        for (size_t i = 0; i < a->item_count && i < b->item_count; i++, compared++)
            if (!mirrors_item(&a->items[i], &b->items[i], a->width))
                tell(p + 1, &a->items[i], &b->items[i]);
    }
    EXPECT_INTEGER(told, 0);
    EXPECT(compared > 800);
    drop_copy(left);
    drop_copy(right);
}

int main(void) {
    RUN(pages_of_one_copy_mirror_those_of_the_other);
    return harness_status();
}
