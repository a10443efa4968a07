/* SPDX-License-Identifier: MIT */
/* What stands on every page outside the text: running head, folio, notice. Artifacts, set
   at x = 0 of their column and placed on each page. */
#include "pages/book.h"

#include <string.h>

enum { SHORT_TITLE_LINES = 2, SECTION_LINES = 3 /* at most, of a running head */ };

/* That of the section, or of the one of two side by side, that is now set. */
static struct running *running(struct book *book) {
    return &book->running[book->side];
}

/* Of a report in several languages, those beside the page's own stand in the first place. */
static bool belongs_here(const struct book *book, const char *language) {
    const struct section *other = book->abreast[!book->side];
    if (!other || !strcmp(language, book->abreast[book->side]->language->tag))
        return true;
    return book->side == 0 && strcmp(language, other->language->tag) != 0;
}

/* Gives how far below `y` the last line stands. */
static length set_short(struct book *book, struct page *page, const char *string,
                        const char *language, enum role role, length measure,
                        length y) {
    struct composer *composer = book->composer;
    size_t count;
    struct item *items =
        compose_short(composer, string, language, role, book->style->roles[role].colour,
                      measure, /*element*/ NULL, &count);
    for (size_t i = 0; i < count; i++)
        page_place(composer->arena, page, &items[i], 0, y);
    return count ? items[count - 1].as.line.y : 0;
}

/* --- what is too long ----------------------------------------------------------------- */

/* Where the text on a line ends [bytes]. */
static size_t line_end(const struct line_item *line) {
    size_t end = 0;
    for (uint32_t i = 0; i < line->run_count; i++)
        if (line->runs[i].end > end)
            end = line->runs[i].end;
    return end;
}

/* Before the last word that ends at or before `end`; where there is but one word, before
   its last letter. */
static size_t before_word(const char *text, size_t end) {
    size_t start = end;
    while (start && text[start - 1] != ' ')
        start--;
    while (start && text[start - 1] == ' ')
        start--;
    if (start)
        return start;
    while (end && ((unsigned char)text[--end] & 0xC0) == 0x80)
        continue;
    return end;
}

/* As much of a text as so many lines hold, and then "…". */
static const char *shorten(struct book *book, const char *text, const char *language,
                           enum role role, size_t lines) {
    struct composer *composer = book->composer;
    length measure = book->style->page.column;
    const char *shorter = text;
    size_t count, end = SIZE_MAX;
    for (;;) {
        struct item *items = compose_short(composer, shorter, language, role,
                                           book->style->roles[role].colour, measure,
                                           /*element*/ NULL, &count);
        if (count <= lines)
            return shorter;
        size_t fits = line_end(&items[lines - 1].as.line);
        end = before_word(text, fits < end ? fits : end);
        shorter = arena_printf(composer->arena, "%.*s…", (int)end, text);
    }
}

/* Sets a text of the running head in the outer column, and tells where it is cut. */
static length set_head(struct book *book, const char *text, const char *language,
                       enum role role, size_t lines, struct position position,
                       length y) {
    const char *shorter = shorten(book, text, language, role, lines);
    if (shorter != text)
        diag_add(book->composer->diag, DIAG_RUNNING_TOO_LONG, position, NULL, NULL);
    return set_short(book, &running(book)->head, shorter, language, role,
                     book->style->page.column, y);
}

/* --- what is repeated ------------------------------------------------------------------ */

/* The notice in the page's language, then in the others, so that whoever is handed one
   page can read it; large print has room for one. */
static void set_notices(struct book *book, const struct section *section) {
    const struct document *document = book->document;
    const struct page_style *style = &book->style->page;
    length y = running(book)->notice_y = style->notice;
    length measure = book_measure(book) - (book->abreast[0] ? 2 * style->gutter : 0);
    for (size_t turn = 0; turn < 2; turn++)
        for (size_t i = 0; i < document->notice.count; i++) {
            const struct localised *notice = &document->notice.items[i];
            bool own = !strcmp(notice->language, section->language->tag);
            if (own != (turn == 0) || !belongs_here(book, notice->language) ||
                (!own && book->edition->large_print))
                continue;
            y += set_short(book, &running(book)->notice, notice->text, notice->language,
                           ROLE_NOTICE, measure, y);
            if (y > style->height - style->notice_leading)
                diag_add(book->composer->diag, DIAG_NOTICE_TOO_LONG, notice->position,
                         NULL, NULL);
            y += style->notice_leading;
        }
}

/* --- stamps ---------------------------------------------------------------------------- */

/* Between two running heads there are the columns in the middle. */
static length stamp_measure(const struct book *book) {
    const struct page_style *style = &book->style->page;
    return book->abreast[0] ? book_measure(book) - style->column - style->gutter
                            : style_measure(book->style);
}

/* The last of its lines stands at y; gives how wide it is. */
static length set_stamp(struct book *book, const struct localised *stamp,
                        enum direction direction, bool at_end, length y) {
    struct composer *composer = book->composer;
    const struct role_style *role = &book->style->roles[ROLE_STAMP];
    length measure = stamp_measure(book), width = 0;
    size_t count;
    struct item *items =
        compose_short(composer, stamp->text, stamp->language, ROLE_STAMP, role->colour,
                      measure, /*element*/ NULL, &count);
    for (size_t i = 0; i < count; i++) {
        struct line_item *line = &items[i].as.line;
        length start = at_end ? measure - line->width : 0;
        line->x = line_left(measure, direction, start, line->width);
        width = line->width > width ? line->width : width;
        page_place(composer->arena, &running(book)->stamp, &items[i], 0,
                   y - items[count - 1].as.line.y);
    }
    return width;
}

/* The stamp in the page's language at the start of the line, in the others at its end, each
   above the one before; above all where one line has no room for both. */
static void set_stamps(struct book *book, const struct section *section) {
    const struct localised_list *list = &book->edition->stamp;
    enum direction direction = section->language->direction;
    length y = book->style->page.stamp, width = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].language, section->language->tag))
            width = set_stamp(book, &list->items[i], direction, /*at_end*/ false, y);
    if (width > stamp_measure(book) / 2)
        y -= book->style->roles[ROLE_STAMP].arabic.leading;
    for (size_t i = 0; i < list->count; i++) {
        if (!strcmp(list->items[i].language, section->language->tag) ||
            !belongs_here(book, list->items[i].language))
            continue;
        set_stamp(book, &list->items[i], direction, /*at_end*/ true, y);
        y -= book->style->roles[ROLE_STAMP].arabic.leading;
    }
}

static const struct localised *find_short_title(const struct document *document,
                                                const char *language) {
    const struct localised_list *list = &document->short_title;
    for (size_t i = 0; i < list->count; i++)
        if (!strcmp(list->items[i].language, language))
            return &list->items[i];
    return list->count ? list->items : NULL;
}

/* How much higher the title stands so that a section's title of more leading than there is
   between the two does not touch it. */
static length head_rise(const struct book *book, const char *language) {
    const struct page_style *style = &book->style->page;
    length gap = style->running_section - style->running_head;
    length leading =
        text_leading(book->style, &book->style->roles[ROLE_RUNNING_SECTION], language);
    return style_language(book->style, language) && leading > gap ? leading - gap : 0;
}

length running_prepare(struct book *book, const struct section *section) {
    const struct page_style *style = &book->style->page;
    const char *language = section->language->tag;
    *running(book) = (struct running){0};
    if (book->document->lone)
        return 0;
    const struct localised *title = find_short_title(book->document, language);
    length more = 0;
    if (title)
        more =
            set_head(book, title->text, language, ROLE_RUNNING_HEAD, SHORT_TITLE_LINES,
                     title->position, style->running_head - head_rise(book, language));
    more += set_head(book, section->title, language, ROLE_RUNNING_SECTION,
                     SECTION_LINES, section->position, style->running_section + more);
    set_notices(book, section);
    set_stamps(book, section);
    return style->running_section + more + book->style->table.wide_drop;
}

static void repeat(struct book *book, struct page *page, const struct page *from,
                   length x, length y) {
    for (size_t i = 0; i < from->item_count; i++)
        page_place(book->composer->arena, page, &from->items[i], x, y);
}

void running_add(struct book *book, const struct section *section, size_t index) {
    struct page *page = &book->pages->pages[index];
    struct page folio = {0};
    bool lone = book->document->lone;
    length text = book_text_left(book, index), outer = book_outer_left(book, index);
    const struct running *from = running(book);
    repeat(book, page, &from->head, outer, 0);
    set_short(book, &folio, page->label, section->language->tag, ROLE_FOLIO,
              lone ? style_measure(book->style) : book->style->page.column,
              book->style->page.folio);
    repeat(book, page, &folio, lone ? text : outer, 0);
    repeat(book, page, &from->notice, text, book->style->page.notice - from->notice_y);
    repeat(book, page, &from->stamp, text, 0);
}

/* --- two languages side by side ------------------------------------------------------------ */

/* The folio in the digits of a language, at its side of the middle. */
static void add_folio(struct book *book, size_t index, length middle) {
    const struct parallel_style *style = &book->style->parallel;
    const struct language *language = book->abreast[book->side]->language;
    struct page *page = &book->pages->pages[index];
    struct composer *composer = book->composer;
    const char *label =
        locale_number(composer->arena, (uint32_t)index + 1, language->digits);
    size_t count;
    struct item *items =
        compose_short(composer, label, language->tag, ROLE_FOLIO,
                      book->style->roles[ROLE_FOLIO].colour, book->style->page.column,
                      /*element*/ NULL, &count);
    length away = style->brick / 2 + style->folio_gap;
    for (size_t i = 0; i < count; i++) {
        struct line_item *line = &items[i].as.line;
        line->x = book->side ? middle + away : middle - away - line->width;
        page_place(composer->arena, page, &items[i], 0, book->style->page.folio);
    }
}

/* The brick that joins the two. */
static void add_brick(struct book *book, size_t index, length middle) {
    const struct parallel_style *style = &book->style->parallel;
    length y = book->style->page.folio - style->brick_rise;
    struct item *item =
        page_add_item(book->composer->arena, &book->pages->pages[index]);
    item->kind = ITEM_RECTANGLE;
    item->as.rectangle = (struct rectangle_item){
        .box = {middle - style->brick / 2, y - book->style->page.chapter_rule_weight,
                middle + style->brick / 2, y},
        .colour = book->style->colours.brick};
}

void running_add_abreast(struct book *book, size_t index) {
    struct page *page = &book->pages->pages[index];
    const struct page_style *style = &book->style->page;
    length left = book_wide_left(book, index);
    length middle = left + style_wide_measure(book->style) / 2;
    for (book->side = 0; book->side < 2; book->side++) {
        const struct running *from = running(book);
        length start = book_text_left(book, index), measure = book_measure(book);
        length outer = book->side ? start + measure - style->column : start;
        length notice = book->side ? 2 * style->gutter : 0;
        length stamp = book->side ? 0 : style->column + style->gutter;
        repeat(book, page, &from->head, outer, 0);
        add_folio(book, index, middle);
        repeat(book, page, &from->notice, start + notice,
               style->notice - from->notice_y);
        repeat(book, page, &from->stamp, start + stamp, 0);
    }
    book->side = 0;
    add_brick(book, index, middle);
}
