/* SPDX-License-Identifier: MIT */
/* Findings and recommendations on pages: a title, its number and what answers it stand where
   they belong, every page number is that of the page it leads to, and nothing runs over the
   foot of a page. Each in both directions. */
#define _DEFAULT_SOURCE /* mkdtemp */
#include "document/document.h"
#include "flush.h"
#include "harness.h"
#include "image/image.h"
#include "pages/pages.h"
#include "style/style.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MANY = 30, ROUNDING = 60 /* [1/1000 pt] */ };

static struct arena *arena;
static struct font_set *fonts;
static const struct pages *pages;
static const struct document *document;

static void set_folder(const char *folder, const char *edition) {
    arena = arena_create();
    struct diag *diag = diag_new(arena);
    struct style style = style_flush();
    document = document_read(arena, folder, diag);
    fonts = font_set_open(arena, diag);
    pages = pages_lay_out(
        arena, document, document_find_edition(document, edition), &style,
        (struct pages_means){.fonts = fonts, .images = image_store_new(arena)}, diag);
    EXPECT(diag_count(diag, DIAG_ERROR) == 0);
}

static void drop(void) {
    font_set_close(fonts);
    arena_destroy(arena);
}

/* --- looking at pages -------------------------------------------------------------------- */

static const struct element *element_of(const struct line_item *line) {
    return line->run_count ? line->runs[0].element : NULL;
}

/* Whether a line is set in this size. */
static bool has_size(const struct line_item *line, length size) {
    return line->run_count && line->runs[0].size == size;
}

static bool is_below(const struct element *element, const struct element *above) {
    while (element && element != above)
        element = element->parent;
    return element != NULL;
}

/* Whether it says a page and nothing else, as "p. 12", or "12". */
static bool says_page(const struct line_item *line, const char *language,
                      const char *label) {
    struct slice text = line->text;
    const char *cited = arena_printf(arena, "%s\u00A0%s",
                                     locale_term(language, TERM_PAGE_SHORT), label);
    return slice_is(text, label) || slice_is(text, cited);
}

/* --- every page number -------------------------------------------------------------------- */

/* Whether the element of a link holds the number of the page it leads to. */
static bool page_is_right(const struct page *page, const struct link_item *link) {
    const char *label = pages->pages[link->anchor->page].label;
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == ITEM_LINE &&
            is_below(element_of(&page->items[i].as.line), link->element) &&
            says_page(&page->items[i].as.line, page->language, label))
            return true;
    return false;
}

/* Links in lists and contents, and those beside a recommendation: all that hold a folio. */
static bool shows_page(const struct link_item *link) {
    const struct element *parent = link->element ? link->element->parent : NULL;
    return link->anchor && parent &&
           (parent->tag == TAG_LBODY ||
            (parent->tag == TAG_REFERENCE && parent->parent->tag == TAG_TOCI));
}

static void check_pages_of_links(const char *edition) {
    size_t seen = 0;
    set_folder("tests/sink", edition);
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind != ITEM_LINK || !shows_page(&item->as.link))
                continue;
            seen++;
            EXPECT(page_is_right(&pages->pages[p], &item->as.link));
        }
    /* two at a glance, 3 + 4 answers on their pages, 5 in the list */
    EXPECT(seen >= 2 + 3 + 4 + 5);
    drop();
}

static void page_numbers_are_those_of_what_is_led_to(void) {
    check_pages_of_links("english");
    check_pages_of_links("arabic");
}

/* --- the number of a finding ------------------------------------------------------------------ */

/* The last line of the chapter's title on a page; NULL if there is none. */
static const struct line_item *title_of(const struct page *page) {
    const struct line_item *title = NULL;
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == ITEM_LINE && element_of(&page->items[i].as.line) &&
            element_of(&page->items[i].as.line)->tag == TAG_H1)
            title = &page->items[i].as.line;
    return title;
}

static void check_numbers(const char *edition, bool arabic) {
    const struct style *style = style_default();
    const struct role_style *role = &style->roles[ROLE_FINDING_NUMBER];
    length size = role_script(role, arabic)->size;
    size_t seen = 0;
    set_folder("tests/sink", edition);
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind != ITEM_LINE || !has_size(&item->as.line, size))
                continue;
            const struct line_item *title = title_of(&pages->pages[p]);
            seen++;
            EXPECT(title && title->y == item->as.line.y);
            EXPECT_INTEGER(item->as.line.y, style->finding.title);
            /* beside the text, and on the page */
            EXPECT(item->as.line.x > title->x + title->width ||
                   item->as.line.x + item->as.line.width < title->x);
            EXPECT(item->as.line.x > 0 &&
                   item->as.line.x + item->as.line.width < pages->pages[p].width);
        }
    EXPECT_INTEGER(seen, 2);
    drop();
}

static void a_number_stands_level_with_the_end_of_its_title(void) {
    check_numbers("english", false);
    check_numbers("arabic", true);
}

/* --- the foot of the page ----------------------------------------------------------------------- */

static void write_file(const char *folder, const char *name, const char *text) {
    FILE *file = fopen(arena_printf(arena, "%s/%s", folder, name), "w");
    fputs(text, file);
    fclose(file);
}

static const char *repeat_answers(void) {
    return "answers=\"a b c d e\"";
}

/* Findings a to e, and MANY recommendations of one line that answer all of them. */
static void write_report(const char *folder, bool arabic) {
    const char *language = arabic ? "ar" : "en";
    const char *word = arabic ? "نتيجة" : "Word";
    const char *calls = arena_printf(arena, "# %s\n", word);
    mkdir(arena_printf(arena, "%s/%s", folder, language), 0700);
    write_file(folder, "report.yaml",
               arena_printf(arena,
                            "title: T\nlanguages: {%s: }\nsections: [a, b, c, d, e, "
                            "calls, {part: recommendations}, {part: findings}]\n",
                            language));
    for (char id = 'a'; id <= 'e'; id++)
        write_file(folder, arena_printf(arena, "%s/%c.md", language, id),
                   arena_printf(arena, "---\nfinding: %c\n---\n# %s\n\n%s.\n", id, word,
                                word));
    for (int i = 0; i < MANY; i++)
        calls =
            arena_printf(arena, "%s\n## %s {#rec:r%d addressee=%s %s%s}\n", calls, word,
                         i, word, repeat_answers(), i % 2 ? " by=2026-12" : "");
    write_file(folder, arena_printf(arena, "%s/calls.md", language), calls);
}

static void remove_report(const char *folder) {
    if (system(arena_printf(arena, "rm -r '%s'", folder)))
        EXPECT(!"removed");
}

static void check_foot(bool arabic) {
    char folder[] = "/tmp/findings-test-XXXXXX";
    const struct page_style *style = &style_default()->page;
    EXPECT(mkdtemp(folder) != NULL);
    arena = arena_create();
    write_report(folder, arabic);
    arena_destroy(arena);
    set_folder(folder, "report");
    size_t answers = 0;
    for (size_t p = 1; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind != ITEM_LINE || !element_of(&item->as.line))
                continue;
            EXPECT(item->as.line.y <= style->last_line + ROUNDING);
            answers += element_of(&item->as.line)->tag == TAG_LINK;
        }
    /* twice each of those of MANY, with its page; the list has titles, so have findings */
    EXPECT(answers >= (size_t)MANY * 5 * 2 * 2);
    remove_report(folder);
    drop();
}

static void nothing_beside_a_recommendation_runs_over_the_foot(void) {
    check_foot(false);
    check_foot(true);
}

/* What answers a finding stands at the foot of its last page, above its notes. */
static void answers_stand_at_the_foot(void) {
    size_t seen = 0;
    char folder[] = "/tmp/findings-test-XXXXXX";
    EXPECT(mkdtemp(folder) != NULL);
    arena = arena_create();
    write_report(folder, false);
    arena_destroy(arena);
    set_folder(folder, "report");
    for (size_t p = 1; p < pages->count; p++) {
        length last = 0;
        if (!title_of(&pages->pages[p]) ||
            title_of(&pages->pages[p])->y != style_default()->finding.title)
            continue;
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind == ITEM_LINE && element_of(&item->as.line) &&
                item->as.line.y > last)
                last = item->as.line.y;
        }
        seen++;
        EXPECT_INTEGER(last, style_default()->page.last_line);
    }
    EXPECT_INTEGER(seen, 5);
    remove_report(folder);
    drop();
}

/* All are of one size, in which none is wider than the column: a smaller one where two
   European digits are; in Arabic the ten is narrow. */
static void check_ten_numbers(bool arabic, enum role role) {
    char folder[] = "/tmp/findings-test-XXXXXX";
    const char *language = arabic ? "ar" : "en", *list = "f1";
    const struct style *style = style_default();
    length size = role_script(&style->roles[role], arabic)->size;
    size_t seen = 0;
    EXPECT(mkdtemp(folder) != NULL);
    arena = arena_create();
    mkdir(arena_printf(arena, "%s/%s", folder, language), 0700);
    for (int i = 1; i <= 10; i++) {
        list = i > 1 ? arena_printf(arena, "%s, f%d", list, i) : list;
        write_file(folder, arena_printf(arena, "%s/f%d.md", language, i),
                   arena_printf(arena, "---\nfinding: f%d\n---\n# %s\n\n%s\n", i,
                                arabic ? "نتيجة" : "Word", arabic ? "نصّ" : "Text"));
    }
    write_file(folder, "report.yaml",
               arena_printf(arena, "title: T\nlanguages: {%s: }\nsections: [%s]\n",
                            language, list));
    arena_destroy(arena);
    set_folder(folder, "report");
    for (size_t p = 1; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind != ITEM_LINE || !has_size(&item->as.line, size))
                continue;
            seen++;
            EXPECT(item->as.line.width <= style->page.column);
            EXPECT_INTEGER(item->as.line.y, style->finding.title);
        }
    EXPECT_INTEGER(seen, 10);
    remove_report(folder);
    drop();
}

static void ten_findings_have_numbers_that_fit(void) {
    check_ten_numbers(false, ROLE_FINDING_NUMBER_SMALL);
    check_ten_numbers(true, ROLE_FINDING_NUMBER);
}

/* How far from the start of the wide column a line begins. */
static length start_of(const struct line_item *line, size_t page, bool arabic) {
    const struct page_style *style = &style_default()->page;
    bool outer = page % 2 == 1; /* even pages have the outer column at the start */
    length margin = outer ? style->outer_margin : style->binding_margin;
    return arabic ? style->width - margin - line->x - line->width : line->x - margin;
}

/* Of the texts before a recommendation, in it and after it. */
static void check_indents(bool arabic) {
    char folder[] = "/tmp/findings-test-XXXXXX";
    const char *language = arabic ? "ar" : "en", *word = arabic ? "نصّ" : "Text";
    length indent = style_default()->recommendation.indent, expected[] = {0, indent};
    size_t seen = 0;
    EXPECT(mkdtemp(folder) != NULL);
    arena = arena_create();
    mkdir(arena_printf(arena, "%s/%s", folder, language), 0700);
    write_file(folder, "report.yaml",
               arena_printf(arena, "title: T\nlanguages: {%s: }\nsections: [a, b]\n",
                            language));
    write_file(folder, arena_printf(arena, "%s/a.md", language),
               arena_printf(arena, "---\nfinding: a\n---\n# %s\n\n%s\n", word, word));
    write_file(folder, arena_printf(arena, "%s/b.md", language),
               arena_printf(arena,
                            "# A\n\n%s\n\n## B {#rec:b answers=a addressee=c}\n\n%s\n\n"
                            "## C\n\n%s\n",
                            word, word, word));
    arena_destroy(arena);
    set_folder(folder, "report");
    const struct page *page = &pages->pages[pages->count - 1];
    for (size_t i = 0; i < page->item_count; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE || !element_of(line) ||
            element_of(line)->tag != TAG_P || strcmp(line->text.data, word) != 0)
            continue;
        length start = start_of(line, pages->count - 1, arabic);
        EXPECT(abs(start - expected[seen++ % 2]) <= ROUNDING);
    }
    EXPECT_INTEGER(seen, 3);
    remove_report(folder);
    drop();
}

static void the_text_of_a_recommendation_begins_below_its_title(void) {
    check_indents(false);
    check_indents(true);
}

/* --- tables of a finding ------------------------------------------------------------------- */

/* A finding of so many lines before a table that may float, and one line after it. */
static void write_table(const char *folder, int lines) {
    const char *text = "---\nfinding: a\n---\n# Word\n";
    mkdir(arena_printf(arena, "%s/en", folder), 0700);
    write_file(folder, "report.yaml",
               "title: T\nlanguages: {en: }\nsections: [a, calls]\n");
    for (int i = 0; i < lines; i++)
        text = arena_printf(arena, "%s\nText.\n", text);
    text = arena_printf(arena, "%s\n| Cell |\n|---|\n", text);
    for (int i = 0; i < 12; i++)
        text = arena_printf(arena, "%s| 1 |\n", text);
    write_file(folder, "en/a.md", arena_printf(arena, "%s\n: Of it\n\nText.\n", text));
    write_file(folder, "en/calls.md",
               "---\naddressee: all\n---\n# Calls\n\n## Stop {#rec:r answers=a}\n");
}

/* The last place where something of a tag, or a text, stands: pages and then y. */
static int64_t last_place(enum tag tag, const char *text) {
    int64_t last = 0;
    for (size_t p = 1; p < pages->count; p++)
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            const struct line_item *line = &item->as.line;
            if (item->kind != ITEM_LINE || !element_of(line))
                continue;
            if (text ? slice_is(line->text, text) : element_of(line)->tag == tag)
                last = (int64_t)p * PT(10000) + line->y;
        }
    return last;
}

static void no_table_of_a_finding_stands_behind_what_answers_it(void) {
    for (int lines = 12; lines < 34; lines++) {
        char folder[] = "/tmp/findings-test-XXXXXX";
        EXPECT(mkdtemp(folder) != NULL);
        arena = arena_create();
        write_table(folder, lines);
        arena_destroy(arena);
        set_folder(folder, "report");
        int64_t table = last_place(TAG_TD, NULL);
        int64_t answers = last_place(TAG_P, locale_term("en", TERM_ANSWERED_BY));
        EXPECT(table > 0 && answers > 0 && table < answers);
        remove_report(folder);
        drop();
    }
}

int main(void) {
    RUN(no_table_of_a_finding_stands_behind_what_answers_it);
    RUN(the_text_of_a_recommendation_begins_below_its_title);
    RUN(page_numbers_are_those_of_what_is_led_to);
    RUN(a_number_stands_level_with_the_end_of_its_title);
    RUN(nothing_beside_a_recommendation_runs_over_the_foot);
    RUN(answers_stand_at_the_foot);
    RUN(ten_findings_have_numbers_that_fit);
    return harness_status();
}
