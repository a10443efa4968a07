/* SPDX-License-Identifier: MIT */
/* What must be true of pages whatever stands on them: checked on generated letters in both
   directions. */
#define _DEFAULT_SOURCE /* mkstemps */
#include "base/buffer.h"
#include "base/utf8.h"
#include "document/document.h"
#include "flush.h"
#include "harness.h"
#include "image/image.h"
#include "pages/pages.h"
#include "style/style.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BLOCKS = 120, LINES_MAX = 20000 };

/* A letter laid out, with the arena that holds it. */
struct letter {
    struct arena *arena;
    struct font_set *fonts;
    const struct pages *pages;
};

/* One line of text of the body, in reading order. */
struct body_line {
    uint32_t page;
    const struct line_item *line;
    const struct element *block;
};

static struct letter set_path_in(const char *path, const struct style *style) {
    struct letter letter = {.arena = arena_create()};
    struct diag *diag = diag_new(letter.arena);
    const struct document *document = document_read(letter.arena, path, diag);
    letter.fonts = font_set_open(letter.arena, diag);
    letter.pages =
        pages_lay_out(letter.arena, document, &document->editions[0], style,
                      (struct pages_means){.fonts = letter.fonts,
                                           .images = image_store_new(letter.arena)},
                      diag);
    diag_print(diag, stderr);
    EXPECT(diag_count(diag, DIAG_ERROR) == 0);
    return letter;
}

static struct letter set_path(const char *path) {
    struct style style = style_flush();
    return set_path_in(path, &style);
}

static struct letter set_letter_in(const char *markdown, const struct style *style) {
    char path[] = "/tmp/pages-test-XXXXXX.md";
    int fd = mkstemps(path, 3);
    FILE *file = fdopen(fd, "w");
    fputs(markdown, file);
    fclose(file);
    struct letter letter = set_path_in(path, style);
    unlink(path);
    return letter;
}

static struct letter set_letter(const char *markdown) {
    struct style style = style_flush();
    return set_letter_in(markdown, &style);
}

static void drop_letter(struct letter letter) {
    font_set_close(letter.fonts);
    arena_destroy(letter.arena);
}

static unsigned seed = 5;

static unsigned random_below(unsigned below) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16 & 0x7FFF) % below;
}

static void add_words(struct buffer *text, bool arabic, unsigned count) {
    static const char *const words[2][6] = {
        {"people", "were", "counted", "in", "Nasiriyah,", "according"},
        {"أحصت", "المفوضية", "في", "الناصرية،", "بحسب", "تقرير"}};
    for (unsigned i = 0; i < count; i++)
        buffer_printf(text, "%s ", words[arabic][random_below(6)]);
    buffer_add_string(text, "\n\n");
}

/* Headings before paragraphs of one to seventy words. */
static struct letter set_random_letter(bool arabic) {
    struct arena *arena = arena_create();
    struct buffer text = {.arena = arena};
    buffer_printf(&text, "---\nlang: %s\n---\n\n# %s\n\n", arabic ? "ar" : "en",
                  arabic ? "رسالة" : "Letter");
    for (int i = 0; i < BLOCKS; i++) {
        if (random_below(3) == 0) {
            buffer_add_string(&text, "## ");
            add_words(&text, arabic, 3);
        }
        add_words(&text, arabic, 1 + random_below(70));
    }
    buffer_add_char(&text, '\0');
    struct letter letter = set_letter(text.data);
    arena_destroy(arena);
    return letter;
}

static const struct element *block_of(const struct line_item *line) {
    const struct element *element = NULL;
    for (uint32_t i = 0; i < line->run_count && !element; i++)
        element = line->runs[i].element;
    while (element && (element->tag == TAG_SPAN || element->tag == TAG_LINK ||
                       element->tag == TAG_CODE))
        element = element->parent;
    return element;
}

static size_t collect_lines(const struct pages *pages, struct body_line *lines) {
    size_t count = 0;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind != ITEM_LINE || !block_of(&item->as.line))
                continue;
            EXPECT(count < LINES_MAX);
            lines[count++] = (struct body_line){(uint32_t)p, &item->as.line,
                                                block_of(&item->as.line)};
        }
    return count;
}

static bool is_heading(const struct element *element) {
    return element->tag >= TAG_H1 && element->tag <= TAG_H6;
}

/* How many lines of the block of line `i` stand on the page of line `i`. */
static int lines_together(const struct body_line *lines, size_t count, size_t i) {
    int together = 0;
    for (size_t n = 0; n < count; n++)
        together += lines[n].block == lines[i].block && lines[n].page == lines[i].page;
    return together;
}

static void check_page_ends(bool arabic) {
    struct letter letter = set_random_letter(arabic);
    struct body_line *lines = arena_array(letter.arena, struct body_line, LINES_MAX);
    size_t count = collect_lines(letter.pages, lines);
    EXPECT(letter.pages->count >= 5);
    size_t split = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        if (lines[i].page == lines[i + 1].page)
            continue;
        EXPECT(!is_heading(lines[i].block));
        if (lines[i].block != lines[i + 1].block)
            continue;
        split++;
        EXPECT(lines_together(lines, count, i) >= 2);
        EXPECT(lines_together(lines, count, i + 1) >= 2);
    }
    EXPECT(split >= 2); /* or nothing has been tried */
    drop_letter(letter);
}

static void an_english_page_ends_with_no_heading_and_no_lonely_line(void) {
    check_page_ends(false);
}

static void an_arabic_page_ends_with_no_heading_and_no_lonely_line(void) {
    check_page_ends(true);
}

static bool is_divided(const struct line_item *line) {
    for (uint32_t r = 0; r < line->run_count; r++)
        if (line->runs[r].hyphen)
            return true;
    return false;
}

/* What TeX's \brokenpenalty is against. */
static void no_page_ends_in_a_divided_word(void) {
    static const char sentence[] =
        "Representations of nongovernmental organisations notwithstanding, administrative "
        "authorities characteristically acknowledged disproportionate interventions. ";
    struct arena *arena = arena_create();
    struct buffer text = {.arena = arena};
    for (unsigned i = 0; i < 60; i++) {
        for (unsigned n = 0; n <= i % 7; n++)
            buffer_add_string(&text, sentence);
        buffer_add_string(&text, "\n\n");
    }
    buffer_add_char(&text, '\0');
    struct letter letter = set_letter(text.data);
    struct body_line *lines = arena_array(letter.arena, struct body_line, LINES_MAX);
    size_t count = collect_lines(letter.pages, lines), divided = 0, split = 0;
    for (size_t i = 0; i + 1 < count; i++) {
        bool ends_page = lines[i].page != lines[i + 1].page;
        divided += is_divided(lines[i].line);
        split += ends_page && lines[i].block == lines[i + 1].block;
        EXPECT(!ends_page || !is_divided(lines[i].line));
    }
    EXPECT(divided >= count / 5 && split >= 3); /* or nothing has been tried */
    drop_letter(letter);
    arena_destroy(arena);
}

static void check_frame(bool arabic) {
    struct letter letter = set_random_letter(arabic);
    struct body_line *lines = arena_array(letter.arena, struct body_line, LINES_MAX);
    size_t count = collect_lines(letter.pages, lines);
    const struct page_style *page = &style_default()->page;
    length measure = page->column * 3 + page->gutter * 2;
    length left = (page->width - measure) / 2, rounding = 60;
    for (size_t i = 0; i < count; i++) {
        const struct line_item *line = lines[i].line;
        EXPECT(line->x >= left - rounding);
        EXPECT(line->x + line->width <= left + measure + rounding);
        EXPECT(line->y >= page->first_line && line->y <= page->last_line);
        if (arabic)
            EXPECT(abs(line->x + line->width - left - measure) <= rounding);
        else
            EXPECT(abs(line->x - left) <= rounding);
    }
    drop_letter(letter);
}

static void english_lines_start_at_the_left_edge_and_stay_in_the_column(void) {
    check_frame(false);
}

static void arabic_lines_start_at_the_right_edge_and_stay_in_the_column(void) {
    check_frame(true);
}

static void every_character_but_the_space_at_a_break_stands_on_a_line(void) {
    struct letter letter = set_random_letter(true);
    struct body_line *lines = arena_array(letter.arena, struct body_line, LINES_MAX);
    size_t count = collect_lines(letter.pages, lines), missing = 0, covered = 0;
    uint32_t upto = 0;
    for (size_t i = 0; i < count; i++) {
        const struct line_item *line = lines[i].line;
        if (i == 0 || lines[i - 1].block != lines[i].block)
            upto = 0;
        uint32_t start = UINT32_MAX, end = 0;
        for (uint32_t r = 0; r < line->run_count; r++) {
            start = line->runs[r].start < start ? line->runs[r].start : start;
            end = line->runs[r].end > end ? line->runs[r].end : end;
            covered += line->runs[r].end - line->runs[r].start;
        }
        for (uint32_t b = upto; b < start; b++)
            missing += line->text.data[b] != ' ';
        upto = end;
        if (line->ends_paragraph)
            EXPECT_INTEGER(upto, line->text.length);
    }
    EXPECT_INTEGER(missing, 0);
    EXPECT(covered > 10000);
    drop_letter(letter);
}

static const struct line_item *find_line(const struct pages *pages, const char *text) {
    for (size_t i = 0; i < pages->pages[0].item_count; i++) {
        const struct item *item = &pages->pages[0].items[i];
        if (item->kind == ITEM_LINE && slice_is(item->as.line.text, text))
            return &item->as.line;
    }
    EXPECT(!"the line is there");
    static const struct line_item none;
    return &none;
}

/* The right edge of what starts at the right lies as far from the right edge of the page
   as the left edge of its counterpart from the left one. */
static void expect_mirrored(struct letter ltr, const char *left, struct letter rtl,
                            const char *right) {
    const struct line_item *a = find_line(ltr.pages, left);
    const struct line_item *b = find_line(rtl.pages, right);
    length width = ltr.pages->pages[0].width;
    EXPECT(abs(a->x - (width - b->x - b->width)) <= 2);
}

static void lists_and_quotations_are_mirrored_in_arabic(void) {
    struct letter english =
        set_letter("---\nlang: en\n---\n\nText\n\n1. First\n   - Inner\n\n"
                   "> Quoted\n");
    struct letter arabic =
        set_letter("---\nlang: ar\n---\n\nنص\n\n1. أول\n   - داخل\n\n"
                   "> مقتبس\n");
    expect_mirrored(english, "Text", arabic, "نص");
    expect_mirrored(english, "1.", arabic, "١.");
    expect_mirrored(english, "First", arabic, "أول");
    expect_mirrored(english, "Inner", arabic, "داخل");
    expect_mirrored(english, "Quoted", arabic, "مقتبس");
    drop_letter(english);
    drop_letter(arabic);
}

static void every_list_item_has_its_number(void) {
    struct letter letter = set_letter("1. 5. inner\n2.\n3. text\n\n- - deep\n-\n");
    length first = find_line(letter.pages, "1.")->y;
    EXPECT_INTEGER(find_line(letter.pages, "5.")->y, first);
    EXPECT_INTEGER(find_line(letter.pages, "inner")->y, first);
    EXPECT(find_line(letter.pages, "1.")->x < find_line(letter.pages, "5.")->x);
    EXPECT(find_line(letter.pages, "2.")->y > first);
    EXPECT(find_line(letter.pages, "3.")->y > find_line(letter.pages, "2.")->y);
    size_t bullets = 0;
    for (size_t i = 0; i < letter.pages->pages[0].item_count; i++)
        bullets += slice_is(letter.pages->pages[0].items[i].as.line.text, "•");
    EXPECT_INTEGER(bullets, 2);
    drop_letter(letter);
}

/* Letters differ in width: the widest, not the last, says how far the text goes in. */
static void the_text_of_a_list_stands_clear_of_its_widest_letter(void) {
    struct letter letter = set_letter("---\nlang: ar\n---\n\n{counter: (abjad)}\n\n"
                                      "5. خامس\n6. سادس\n");
    const struct line_item *wide = find_line(letter.pages, "(هـ)");
    const struct line_item *narrow = find_line(letter.pages, "(و)");
    const struct line_item *text = find_line(letter.pages, "خامس");
    EXPECT(wide->width > narrow->width);
    EXPECT(text->x + text->width + style_default()->page.marker_gap <= wide->x + 2);
    EXPECT_INTEGER(find_line(letter.pages, "سادس")->x +
                       find_line(letter.pages, "سادس")->width,
                   text->x + text->width);
    drop_letter(letter);
}

static bool overlap(const struct line_item *a, const struct line_item *b) {
    return a->x < b->x + b->width && b->x < a->x + a->width && abs(a->y - b->y) < PT(7);
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
}

static void a_long_notice_and_a_long_running_title_cover_nothing(void) {
    char folder[] = "/tmp/pages-test-XXXXXX";
    EXPECT(mkdtemp(folder) && chdir(folder) == 0);
    EXPECT(mkdir("en", 0777) == 0 && mkdir("ar", 0777) == 0);
    write_file("report.yaml",
               "title: {en: A, ar: أ}\n"
               "short-title: {en: A title far too long for one line of the column,"
               " ar: عنوان أطول بكثير من أن يتسع له سطر واحد من العمود}\n"
               "notice: {en: A notice that goes on for longer than a line of the page"
               " because it was written by people who are paid for each of its words,"
               " ar: تنبيه أطول من سطر واحد من الصفحة لأن من كتبوه يتقاضون أجرهم عن"
               " كل كلمة من كلماته ولا يعرفون متى يتوقفون عن الكتابة}\n"
               "languages: {ar: , en: }\nsections: [a]\n");
    write_file("en/a.md", "# A section\n\nText\n");
    write_file("ar/a.md", "# قسم\n\nنص\n");
    struct letter letter = set_path(".");
    const struct page *page = &letter.pages->pages[1];
    size_t artifacts = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *a = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE)
            continue;
        artifacts += !block_of(a);
        for (size_t n = i + 1; n < page->item_count; n++)
            EXPECT(page->items[n].kind != ITEM_LINE ||
                   !overlap(a, &page->items[n].as.line));
    }
    EXPECT(artifacts >= 8); /* two lines of each, the section and the folio */
    drop_letter(letter);
    EXPECT(unlink("en/a.md") == 0 && unlink("ar/a.md") == 0);
    EXPECT(unlink("report.yaml") == 0 && rmdir("en") == 0 && rmdir("ar") == 0);
    EXPECT(chdir("/") == 0 && rmdir(folder) == 0);
}

static void the_areas_of_a_long_link_do_not_each_repeat_all_of_it(void) {
    struct buffer text = {.arena = arena_create()};
    buffer_add_string(&text, "[");
    for (int i = 0; i < 1000; i++)
        buffer_add_string(&text, "كلمة ");
    buffer_add_string(&text, "x](https://example.org)\n");
    buffer_add_char(&text, '\0');
    struct letter letter = set_letter(text.data);
    size_t areas = 0;
    for (size_t i = 0; i < letter.pages->pages[0].item_count; i++) {
        const struct item *item = &letter.pages->pages[0].items[i];
        if (item->kind != ITEM_LINK)
            continue;
        areas++;
        EXPECT(strlen(item->as.link.contents) <= 515);
        EXPECT(utf8_valid(slice_of(item->as.link.contents), NULL));
    }
    EXPECT(areas > 10);
    drop_letter(letter);
    arena_destroy(text.arena);
}

/* Wider than a length can say. */
static void a_line_breaks_at_a_gap_of_any_width(void) {
    enum { SPACES = 700000 };
    struct buffer text = {.arena = arena_create()};
    buffer_add_string(&text, "```\na");
    for (int i = 0; i < SPACES; i++)
        buffer_add_char(&text, ' ');
    buffer_add_string(&text, "b\n```\n");
    buffer_add_char(&text, '\0');
    struct letter letter = set_letter(text.data);
    struct body_line lines[8];
    EXPECT_INTEGER(collect_lines(letter.pages, lines), 2);
    EXPECT(lines[0].line->y < lines[1].line->y);
    drop_letter(letter);
    arena_destroy(text.arena);
}

/* The glyphs of the n-th line whose text is كتاب, in visual order. */
static uint32_t glyphs_of(struct letter letter, size_t n, uint32_t ids[8]) {
    const struct page *page = &letter.pages->pages[0];
    uint32_t count = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE || !slice_is(line->text, "كتاب") ||
            n-- > 0)
            continue;
        for (uint32_t r = 0; r < line->run_count; r++)
            for (uint32_t g = 0; g < line->runs[r].glyph_count && count < 8; g++)
                ids[count++] = line->runs[r].glyphs[g].id;
    }
    return count;
}

static void a_link_on_some_letters_does_not_change_the_word(void) {
    struct letter letter =
        set_letter("---\nlang: ar\n---\n\n[كتا](https://example.org)ب\n\nكتاب\n");
    uint32_t linked[8], plain[8];
    uint32_t count = glyphs_of(letter, 0, linked);
    EXPECT_INTEGER(count, glyphs_of(letter, 1, plain));
    EXPECT_INTEGER(count, 4);
    for (uint32_t i = 0; i < count; i++)
        EXPECT_INTEGER(linked[i], plain[i]);
    drop_letter(letter);
}

/* Each run is shaped alone, but with its neighbours in sight: the letters keep their joined
   forms, and only the last, which joins nothing before it, has the form of a lone letter. */
static void a_bold_letter_inside_a_word_joins_on_both_sides(void) {
    static const uint32_t letters[4] = {0x0628, 0x0627, 0x062A,
                                        0x0643}; /* from the left */
    struct letter letter = set_letter("---\nlang: ar\n---\n\nك**ت**اب\n");
    const struct line_item *line = find_line(letter.pages, "كتاب");
    EXPECT_INTEGER(line->run_count, 3);
    size_t glyph = 0;
    for (uint32_t r = 0; r < line->run_count; r++)
        for (uint32_t g = 0; g < line->runs[r].glyph_count && glyph < 4; g++, glyph++) {
            bool alone = line->runs[r].glyphs[g].id ==
                         face_nominal_glyph(line->runs[r].face, letters[glyph]);
            EXPECT_INTEGER(alone, glyph == 0);
        }
    EXPECT_INTEGER(glyph, 4);
    drop_letter(letter);
}

/* Two lines of it are higher than a page: they stand on one all the same. */
static void a_note_that_no_page_has_room_for_comes_to_an_end(void) {
    struct role_style roles[ROLE_COUNT];
    struct style style = *style_default();
    memcpy(roles, style.roles, sizeof roles);
    roles[ROLE_NOTE].latin.leading = style.page.last_line;
    style.roles = roles;
    struct letter letter = set_letter_in(
        "---\nlang: en\n---\n\nText.[^n]\n\n[^n]: One\\\n two\\\n three\\\n four.\n",
        &style);
    EXPECT_INTEGER(letter.pages->count, 3);
    drop_letter(letter);
}

int main(void) {
    RUN(an_english_page_ends_with_no_heading_and_no_lonely_line);
    RUN(an_arabic_page_ends_with_no_heading_and_no_lonely_line);
    RUN(no_page_ends_in_a_divided_word);
    RUN(english_lines_start_at_the_left_edge_and_stay_in_the_column);
    RUN(arabic_lines_start_at_the_right_edge_and_stay_in_the_column);
    RUN(every_character_but_the_space_at_a_break_stands_on_a_line);
    RUN(lists_and_quotations_are_mirrored_in_arabic);
    RUN(every_list_item_has_its_number);
    RUN(the_text_of_a_list_stands_clear_of_its_widest_letter);
    RUN(a_long_notice_and_a_long_running_title_cover_nothing);
    RUN(the_areas_of_a_long_link_do_not_each_repeat_all_of_it);
    RUN(a_line_breaks_at_a_gap_of_any_width);
    RUN(a_note_that_no_page_has_room_for_comes_to_an_end);
    RUN(a_link_on_some_letters_does_not_change_the_word);
    RUN(a_bold_letter_inside_a_word_joins_on_both_sides);
    return harness_status();
}
