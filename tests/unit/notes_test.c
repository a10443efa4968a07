/* SPDX-License-Identifier: MIT */
/* What must be true of notes: checked on generated reports in both directions. */
#define _DEFAULT_SOURCE /* mkstemps */
#include "base/buffer.h"
#include "lone.h"

enum { NOTES = 60 };

static unsigned seed = 11;

static unsigned random_below(unsigned below) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16 & 0x7FFF) % below;
}

static void add_words(struct buffer *text, bool arabic, unsigned count) {
    static const char *const words[2][6] = {
        {"people", "were", "counted", "in", "Nasiriyah,", "according"},
        {"أحصت", "المفوضية", "في", "الناصرية،", "بحسب", "تقرير"}};
    for (unsigned i = 0; i < count; i++)
        buffer_printf(text, "%s%s", i ? " " : "", words[arabic][random_below(6)]);
}

/* Paragraphs with a note each; most notes are short, some longer than a page. */
static struct sheet set_notes(bool arabic) {
    struct arena *arena = arena_create();
    struct buffer text = {.arena = arena};
    buffer_printf(&text, "---\nlang: %s\n---\n\n# %s\n\n", arabic ? "ar" : "en",
                  arabic ? "رسالة" : "Letter");
    for (int i = 0; i < NOTES; i++) {
        add_words(&text, arabic, 1 + random_below(40));
        buffer_printf(&text, "[^n%d] ", i);
        add_words(&text, arabic, random_below(60));
        buffer_printf(&text, "\n\n[^n%d]: ", i);
        unsigned most = i % 10 == 7 ? 1500 : i % 7 == 3 ? 200 : 25;
        add_words(&text, arabic, 1 + random_below(most));
        buffer_add_string(&text, "\n\n");
    }
    buffer_add_char(&text, '\0');
    struct sheet sheet = sheet_read(text.data);
    sheet_set(&sheet);
    arena_destroy(arena);
    return sheet;
}

static bool is_mark(const struct link_item *link) {
    return link->element && link->element->parent->tag == TAG_REFERENCE;
}

static void check_marks(bool arabic) {
    struct sheet sheet = set_notes(arabic);
    size_t marks = 0;
    for (size_t p = 0; p < sheet.pages->count; p++)
        for (size_t i = 0; i < sheet.pages->pages[p].item_count; i++) {
            const struct item *item = &sheet.pages->pages[p].items[i];
            if (item->kind != ITEM_LINK || !is_mark(&item->as.link))
                continue;
            marks++;
            EXPECT_INTEGER(item->as.link.anchor->page, p);
        }
    EXPECT_INTEGER(marks, NOTES);
    sheet_drop(sheet);
}

static void an_english_note_begins_on_the_page_of_its_mark(void) {
    check_marks(false);
}

static void an_arabic_note_begins_on_the_page_of_its_mark(void) {
    check_marks(true);
}

/* The lowest line of text and the highest and lowest of notes. */
struct bands {
    length text_end, notes_start, notes_end;
};

static struct bands find_bands(const struct page *page) {
    struct bands bands = {0, INT32_MAX, 0};
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE || !line_element(line))
            continue;
        if (!element_within(line_element(line), TAG_NOTE)) {
            bands.text_end = line->y > bands.text_end ? line->y : bands.text_end;
            continue;
        }
        bands.notes_start = line->y < bands.notes_start ? line->y : bands.notes_start;
        bands.notes_end = line->y > bands.notes_end ? line->y : bands.notes_end;
    }
    return bands;
}

static void check_bands(bool arabic) {
    const struct style *style = style_default();
    struct sheet sheet = set_notes(arabic);
    size_t pages_with_notes = 0;
    for (size_t p = 0; p < sheet.pages->count; p++) {
        struct bands bands = find_bands(&sheet.pages->pages[p]);
        EXPECT(bands.text_end <= style->page.last_line);
        if (!bands.notes_end)
            continue;
        pages_with_notes++;
        EXPECT_INTEGER(bands.notes_end, style->page.last_line);
        EXPECT(bands.notes_start - bands.text_end >= style->note.space);
    }
    EXPECT(pages_with_notes > 10);
    sheet_drop(sheet);
}

static void english_notes_stand_on_the_last_line_and_clear_of_the_text(void) {
    check_bands(false);
}

static void arabic_notes_stand_on_the_last_line_and_clear_of_the_text(void) {
    check_bands(true);
}

/* Bytes of each note's text that stand on lines, in the order of pages. */
static void every_note_is_set_whole_and_in_order(void) {
    struct sheet sheet = set_notes(true);
    const struct element *note = NULL;
    uint32_t upto = 0;
    size_t notes = 0, parted = 0, page = 0;
    for (size_t p = 0; p < sheet.pages->count; p++)
        for (size_t i = 0; i < sheet.pages->pages[p].item_count; i++) {
            const struct line_item *line = &sheet.pages->pages[p].items[i].as.line;
            if (sheet.pages->pages[p].items[i].kind != ITEM_LINE ||
                element_within(line_element(line), TAG_LBL) ||
                !element_within(line_element(line), TAG_NOTE))
                continue;
            const struct element *now = element_within(line_element(line), TAG_NOTE);
            notes += now != note;
            parted += now == note && p != page;
            upto = now == note ? upto : 0;
            uint32_t start = UINT32_MAX, end = 0;
            for (uint32_t r = 0; r < line->run_count; r++) {
                start = line->runs[r].start < start ? line->runs[r].start : start;
                end = line->runs[r].end > end ? line->runs[r].end : end;
            }
            EXPECT(start <= upto + 1); /* the space at the break */
            EXPECT(!line->ends_paragraph || end == line->text.length);
            note = now;
            upto = end;
            page = p;
        }
    EXPECT_INTEGER(notes, NOTES);
    EXPECT(parted >= 2); /* or nothing has been tried */
    sheet_drop(sheet);
}

int main(void) {
    RUN(an_english_note_begins_on_the_page_of_its_mark);
    RUN(an_arabic_note_begins_on_the_page_of_its_mark);
    RUN(english_notes_stand_on_the_last_line_and_clear_of_the_text);
    RUN(arabic_notes_stand_on_the_last_line_and_clear_of_the_text);
    RUN(every_note_is_set_whole_and_in_order);
    return harness_status();
}
