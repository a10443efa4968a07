/* SPDX-License-Identifier: MIT */
/* What must be true of tables, whatever stands in them. */
#define _DEFAULT_SOURCE /* mkstemps */
#include "lone.h"

enum { ROUNDING = 60 /* [1/1000 pt] */, CELLS_MAX = 64 };

static struct paragraph cell(const char *text, const char *language) {
    return (struct paragraph){.text = slice_of(text),
                              .language = language,
                              .direction = locale_direction(language)};
}

/* A lone file whose one paragraph is followed by a table: a column of words and a column of
   numbers. */
static struct sheet set_numbers(const char *language, const char *const numbers[],
                                size_t count) {
    struct sheet sheet = sheet_read(language[0] == 'e'   ? "---\nlang: en\n---\n\nx\n"
                                    : language[0] == 'f' ? "---\nlang: fa\n---\n\nx\n"
                                                         : "---\nlang: ar\n---\n\nx\n");
    static const enum column_align columns[] = {COLUMN_START, COLUMN_NUMBER};
    struct paragraph *cells = arena_array(sheet.arena, struct paragraph, 2 * count + 2);
    for (size_t i = 0; i <= count; i++) {
        cells[2 * i] = cell("x", language);
        cells[2 * i + 1] = cell(i ? numbers[i - 1] : "x", language);
    }
    struct table *table = arena_new(sheet.arena, struct table);
    *table = (struct table){.columns = columns,
                            .column_count = 2,
                            .cells = cells,
                            .row_count = count + 1,
                            .header_rows = 1};
    struct block *block = arena_new(sheet.arena, struct block);
    *block = (struct block){.kind = BLOCK_TABLE,
                            .table = table,
                            .language = language,
                            .direction = locale_direction(language)};
    const struct section *section = &sheet.document->sections[0];
    ((struct block *)(uintptr_t)section->blocks)->next = block;
    sheet_set(&sheet);
    return sheet;
}

/* The lines of the cells of the second column, from top to bottom. */
static size_t find_numbers(const struct page *page, const struct line_item *lines[]) {
    size_t count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        const struct line_item *line = &item->as.line;
        if (item->kind == ITEM_LINE && line->run_count && line->runs[0].element &&
            line->runs[0].element->tag == TAG_TD && line->text.data[0] != 'x' &&
            count < CELLS_MAX)
            lines[count++] = line;
    }
    return count;
}

/* The right end of the glyph of the byte `offset`. */
static length glyph_end(const struct line_item *line, size_t offset) {
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct glyph_run *run = &line->runs[r];
        int64_t advance = 0;
        for (uint32_t g = 0; g < run->glyph_count; g++) {
            advance += run->glyphs[g].advance;
            if (run->glyphs[g].cluster == offset)
                return line->x + run->x +
                       units_scale(advance, run->size, run->face->units_per_em);
        }
    }
    return -1;
}

/* `marked` are the numbers with a "|" behind the digit of the units. */
static void check_units(const char *language, const char *const marked[],
                        size_t count) {
    struct arena *arena = arena_create();
    const char **numbers = arena_array(arena, const char *, count);
    size_t *units = arena_array(arena, size_t, count);
    for (size_t i = 0; i < count; i++) {
        size_t bar = strcspn(marked[i], "|");
        numbers[i] =
            arena_printf(arena, "%.*s%s", (int)bar, marked[i], marked[i] + bar + 1);
        for (units[i] = bar - 1; ((unsigned char)numbers[i][units[i]] & 0xC0) == 0x80;)
            units[i]--;
    }
    struct sheet sheet = set_numbers(language, numbers, count);
    const struct line_item *lines[CELLS_MAX];
    EXPECT_INTEGER(find_numbers(&sheet.pages->pages[0], lines), count);
    length most = 0;
    for (size_t i = 0; i < count; i++) {
        EXPECT(abs(glyph_end(lines[i], units[i]) - glyph_end(lines[0], units[0])) <=
               ROUNDING);
        most =
            lines[i]->x + lines[i]->width > most ? lines[i]->x + lines[i]->width : most;
    }
    /* flush right: the end of the line in English, of a column further left in Arabic */
    const struct page_style *page = &style_default()->page;
    length right = (page->width + page->column * 3 + page->gutter * 2) / 2;
    if (locale_direction(language) == DIRECTION_LTR)
        EXPECT(abs(most - right) <= ROUNDING);
    else
        EXPECT(most < right - page->column);
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void decimal_marks_stand_below_one_another_in_european_digits(void) {
    static const char *const numbers[] = {"1,234|",   "12|.5",    "0|.125", "−3|",
                                          "+7|.25 %", "1,234|.5", "2|,75",  "≥ 9|"};
    check_units("en", numbers, sizeof numbers / sizeof *numbers);
}

static void decimal_marks_stand_below_one_another_in_arabic_indic_digits(void) {
    static const char *const numbers[] = {"١٬٢٣٤|", "١٢|٫٥",    "٠|٫١٢٥", "−٣|",
                                          "٧|٫٢٥٪", "١٬٢٣٤|٫٥", "٢١٠|+"};
    check_units("ar", numbers, sizeof numbers / sizeof *numbers);
}

static void persian_digits_in_an_arabic_column_are_numbers_too(void) {
    static const char *const numbers[] = {"۱۲۳|", "۱۲|٫۵", "۷|"};
    check_units("fa", numbers, sizeof numbers / sizeof *numbers);
}

/* Naskh of 10.25 pt has 14 pt from line to line, Latin text of a table 10.5. */
static void a_cell_of_another_language_has_its_own_leading(void) {
    struct sheet sheet = sheet_read("---\nlang: en\n---\n\n| a | b |\n|---|---|\n"
                                    "| c | x |\n| d | e |\n");
    struct table *table =
        (struct table *)(uintptr_t)sheet.document->sections[0].blocks->table;
    struct paragraph *cells = (struct paragraph *)(uintptr_t)table->cells;
    cells[3] =
        cell("لجنة مياه الوادي لجنة مياه الوادي لجنة مياه الوادي لجنة مياه الوادي "
             "لجنة مياه الوادي لجنة مياه الوادي لجنة مياه الوادي لجنة مياه الوادي "
             "لجنة مياه الوادي لجنة مياه الوادي لجنة مياه الوادي لجنة مياه الوادي",
             "ar");
    cells[2] =
        cell("words and words and words and words and words and words and words", "en");
    sheet_set(&sheet);
    const struct page *page = &sheet.pages->pages[0];
    length last = 0;
    size_t found = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE || line->text.data != cells[3].text.data)
            continue;
        EXPECT(!found || line->y - last == PT(14));
        last = line->y;
        found++;
    }
    EXPECT(found > 1);
    sheet_drop(sheet);
}

int main(void) {
    RUN(a_cell_of_another_language_has_its_own_leading);
    RUN(decimal_marks_stand_below_one_another_in_european_digits);
    RUN(decimal_marks_stand_below_one_another_in_arabic_indic_digits);
    RUN(persian_digits_in_an_arabic_column_are_numbers_too);
    return harness_status();
}
