/* SPDX-License-Identifier: MIT */
/* Where the numbers of paragraphs stand: at the start of the column, level with the first line
   of the text, which stands clear of the widest of them; headings begin where numbers do. */
#define _DEFAULT_SOURCE /* mkstemps */
#include "base/buffer.h"
#include "lone.h"

enum { ROUNDING = 100 };

static length column_start(bool arabic) {
    const struct page_style *page = &style_default()->page;
    length measure = page->column * (length)page->text_columns +
                     page->gutter * (length)(page->text_columns - 1);
    length left = (page->width - measure) / 2;
    return arabic ? left + measure : left;
}

/* How far from the start of the column a line begins. */
static length indent(const struct line_item *line, bool arabic) {
    return arabic ? column_start(arabic) - (line->x + line->width)
                  : line->x - column_start(arabic);
}

static bool is_label(const struct line_item *line) {
    return line_element(line) && line_element(line)->tag == TAG_SPAN;
}

static void expect_hanging(bool arabic, size_t count) {
    struct buffer text = {.arena = arena_create()};
    buffer_printf(&text, "---\nlang: %s\nparagraph-numbers: true\n---\n## %s\n\n",
                  arabic ? "ar" : "en", arabic ? "عنوان" : "Heading");
    for (size_t i = 0; i < count; i++)
        buffer_printf(&text, "%s\n\n", arabic ? "ولد" : "One");
    buffer_add_char(&text, '\0');
    struct sheet sheet = sheet_read(text.data);
    sheet_set(&sheet);
    size_t labels = 0;
    length text_indent = 0, widest = 0;
    for (size_t p = 0; p < sheet.pages->count; p++) {
        const struct page *page = &sheet.pages->pages[p];
        for (size_t i = 0; i < page->item_count; i++) {
            const struct line_item *line = &page->items[i].as.line;
            if (page->items[i].kind != ITEM_LINE || !line_element(line))
                continue;
            if (line_element(line)->tag == TAG_H2)
                EXPECT(abs(indent(line, arabic)) < ROUNDING);
            if (!is_label(line))
                continue;
            const struct line_item *words = &page->items[i + 1].as.line;
            labels++;
            EXPECT(abs(indent(line, arabic)) < ROUNDING);
            EXPECT_INTEGER(words->y, line->y);
            EXPECT(!text_indent || abs(indent(words, arabic) - text_indent) < ROUNDING);
            text_indent = indent(words, arabic);
            widest = line->width > widest ? line->width : widest;
        }
    }
    EXPECT_INTEGER(labels, count);
    EXPECT(text_indent >= style_default()->page.indent - ROUNDING);
    EXPECT(text_indent >= widest + style_default()->page.marker_gap - ROUNDING);
    sheet_drop(sheet);
    arena_destroy(text.arena);
}

static void numbers_hang_before_the_text(void) {
    expect_hanging(false, 3);
    expect_hanging(true, 3);
}

static void numbers_of_four_digits_have_room(void) {
    expect_hanging(false, 1001);
    expect_hanging(true, 1001);
}

int main(void) {
    RUN(numbers_hang_before_the_text);
    RUN(numbers_of_four_digits_have_room);
    return harness_status();
}
