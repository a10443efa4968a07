/* SPDX-License-Identifier: MIT */
/* What must be true of timelines: that of the kitchen sink, which goes over two pages, in both
   languages. Read from the repository's root. */
#define _DEFAULT_SOURCE /* mkstemps */
#include "lone.h"

enum { ROUNDING = 60 /* [1/1000 pt] */, PARTS_MAX = 400 };

static const struct timeline *timeline; /* the first of the section */

static void find_timeline(const struct document *document, const char *language) {
    for (size_t i = 0; i < document->section_count; i++) {
        const struct section *section = &document->sections[i];
        if (strcmp(section->key, "parts") || strcmp(section->language->tag, language))
            continue;
        const struct block *block = section->blocks;
        while (block && block->kind != BLOCK_TIMELINE)
            block = block->next;
        timeline = block ? block->timeline : NULL;
    }
}

static struct sheet set_sink(const char *edition, const char *language) {
    struct sheet sheet = {.arena = arena_create()};
    sheet.diag = diag_new(sheet.arena);
    sheet.document = document_read(sheet.arena, "tests/sink", sheet.diag);
    sheet.fonts = font_set_open(sheet.arena, sheet.diag);
    sheet.pages =
        pages_lay_out(sheet.arena, sheet.document,
                      document_find_edition(sheet.document, edition), style_default(),
                      (struct pages_means){.fonts = sheet.fonts,
                                           .images = image_store_new(sheet.arena)},
                      sheet.diag);
    find_timeline(sheet.document, language);
    EXPECT(timeline && timeline->event_count > 10);
    return sheet;
}

/* The parts of the vertical line on a page, from top to bottom. */
static size_t find_line(const struct page *page, struct box *parts) {
    const struct style *style = style_default();
    size_t count = 0;
    for (size_t i = 0; i < page->item_count && count < PARTS_MAX; i++) {
        const struct item *item = &page->items[i];
        struct box box = item->as.rectangle.box;
        if (item->kind == ITEM_RECTANGLE && box.x1 - box.x0 == style->timeline.weight &&
            item->as.rectangle.colour == style->colours.brick)
            parts[count++] = box;
    }
    for (size_t i = 1; i < count; i++)
        for (size_t k = i; k && parts[k].y0 < parts[k - 1].y0; k--) {
            struct box box = parts[k];
            parts[k] = parts[k - 1];
            parts[k - 1] = box;
        }
    return count;
}

static bool is_figure(const struct item *item) {
    const struct role_style *role = &style_default()->roles[ROLE_TIMELINE_NUMBER];
    const struct line_item *line = &item->as.line;
    if (item->kind != ITEM_LINE || !line_element(line) || !line->run_count)
        return false;
    for (uint32_t i = 0; i < line->run_count; i++)
        if (line->runs[i].size == role->arabic.size ||
            line->runs[i].size == role->latin.size)
            return true;
    return false;
}

/* --- the line ----------------------------------------------------------------------- */

static void check_line(const char *edition, const char *language) {
    struct sheet sheet = set_sink(edition, language);
    size_t pages = 0;
    for (size_t p = 0; p < sheet.pages->count; p++) {
        struct box parts[PARTS_MAX];
        size_t count = find_line(&sheet.pages->pages[p], parts), breaks = 0;
        length end = count ? parts[0].y1 : 0;
        for (size_t i = 1; i < count; i++) {
            breaks += parts[i].y0 > end;
            EXPECT(parts[i].x0 == parts[0].x0);
            end = parts[i].y1 > end ? parts[i].y1 : end;
        }
        pages += count > 0;
        /* on the second page another timeline begins */
        EXPECT(breaks <= (pages == 2));
    }
    EXPECT_INTEGER(pages, 2);
    sheet_drop(sheet);
}

static void the_line_goes_through_to_the_end_of_each_page(void) {
    check_line("english", "en");
    check_line("arabic", "ar");
}

/* --- figures ------------------------------------------------------------------------ */

/* The disputed ones, in the order of the events: hollow, and no others. */
static void check_hollow(const char *edition, const char *language,
                         const char *const hollow[], size_t count) {
    struct sheet sheet = set_sink(edition, language);
    size_t found = 0;
    for (size_t p = 0; p < sheet.pages->count; p++)
        for (size_t i = 0; i < sheet.pages->pages[p].item_count; i++) {
            const struct item *item = &sheet.pages->pages[p].items[i];
            if (item->kind != ITEM_LINE || !item->as.line.outline)
                continue;
            EXPECT(is_figure(item));
            EXPECT(found < count && slice_is(item->as.line.text, hollow[found]));
            found++;
        }
    EXPECT_INTEGER(found, count);
    sheet_drop(sheet);
}

static void disputed_figures_are_hollow_and_no_others(void) {
    static const char *const english[] = {"5", "2", "1,210+"};
    static const char *const arabic[] = {"٥", "٢", "١٬٢١٠+"};
    check_hollow("english", "en", english, 3);
    check_hollow("arabic", "ar", arabic, 3);
}

static void marks_of_disputed_events_are_hollow(void) {
    struct sheet sheet = set_sink("english", "en");
    const struct style *style = style_default();
    length inner = style->timeline.mark - 2 * style->timeline.mark_rule;
    size_t disputed = 0, hollow = 0;
    for (size_t i = 0; i < timeline->event_count; i++)
        disputed += timeline->events[i].disputed;
    EXPECT_INTEGER(disputed, 2);
    for (size_t p = 0; p < sheet.pages->count; p++)
        for (size_t i = 0; i < sheet.pages->pages[p].item_count; i++) {
            const struct item *item = &sheet.pages->pages[p].items[i];
            struct box box = item->as.rectangle.box;
            hollow += item->kind == ITEM_RECTANGLE && box.x1 - box.x0 == inner &&
                      item->as.rectangle.colour == style->colours.paper;
        }
    EXPECT_INTEGER(hollow, disputed);
    sheet_drop(sheet);
}

/* The right end of the last digit of a whole number. */
static length units_end(const struct line_item *line) {
    length end = 0;
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct glyph_run *run = &line->runs[r];
        int64_t advance = 0;
        for (uint32_t g = 0; g < run->glyph_count; g++) {
            unsigned char byte = (unsigned char)line->text.data[run->glyphs[g].cluster];
            advance += run->glyphs[g].advance;
            if ((byte >= '0' && byte <= '9') || byte == 0xD9)
                end = line->x + run->x +
                      units_scale(advance, run->size, run->face->units_per_em);
        }
    }
    return end;
}

/* A column of figures of the first page of the timeline: its units have one end. */
static void check_units(const char *edition, const char *language, size_t column) {
    struct sheet sheet = set_sink(edition, language);
    length first = 0;
    size_t found = 0;
    for (size_t p = 0; p < sheet.pages->count && !found; p++)
        for (size_t i = 0; i < sheet.pages->pages[p].item_count; i++) {
            const struct item *item = &sheet.pages->pages[p].items[i];
            for (size_t e = 0; e < timeline->event_count; e++) {
                const struct event_figure *figure =
                    &timeline->events[e].figures[column];
                if (!is_figure(item) || figure->kind == EVENT_FIGURE_NONE ||
                    item->as.line.text.data != figure->text.text.data)
                    continue;
                length end = units_end(&item->as.line);
                first = found++ ? first : end;
                EXPECT(abs(end - first) <= ROUNDING);
            }
        }
    EXPECT(found > 3);
    sheet_drop(sheet);
}

static void units_of_figures_stand_below_one_another(void) {
    for (size_t column = 0; column < 3; column++) {
        check_units("english", "en", column);
        check_units("arabic", "ar", column);
    }
}

/* --- pages -------------------------------------------------------------------------- */

static bool has_artifact(const struct page *page, const char *text) {
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind == ITEM_LINE && !line_element(&item->as.line) &&
            slice_is(item->as.line.text, text))
            return true;
    }
    return false;
}

static void titles_and_year_are_repeated_where_it_goes_on(void) {
    struct sheet sheet = set_sink("english", "en");
    size_t found = 0;
    for (size_t p = 0; p < sheet.pages->count; p++) {
        const struct page *page = &sheet.pages->pages[p];
        bool titles = has_artifact(page, "Mended");
        EXPECT(titles == has_artifact(page, "2022"));
        found += titles;
    }
    EXPECT_INTEGER(found, 1);
    sheet_drop(sheet);
}

int main(void) {
    RUN(the_line_goes_through_to_the_end_of_each_page);
    RUN(disputed_figures_are_hollow_and_no_others);
    RUN(marks_of_disputed_events_are_hollow);
    RUN(units_of_figures_stand_below_one_another);
    RUN(titles_and_year_are_repeated_where_it_goes_on);
    return harness_status();
}
