/* SPDX-License-Identifier: MIT */
/* Tells of values of a theme that are right each by itself and cannot work together. */
#include "style/internal.h"

#include <assert.h>

/* Lengths are rounded to 1/1000 pt, and a sum of them may be off by a few. */
enum { ROUNDING = 10 };

/* --- what must be less than what --------------------------------------------------------- */

struct order {
    const char *lower, *upper; /* paths of lengths */
};

static const struct order orders[] = {
    {"page/first-line", "page/last-line"},     {"page/chapter-title", "page/last-line"},
    {"note/rule-rise", "note/space"},          {"contents/dot", "contents/dot-pitch"},
    {"cover/field-top", "cover/field-bottom"}, {"cover/joint", "cover/course"},
    {"cover/joint", "cover/brick-min"},        {"cover/publisher", "cover/campaign"},
    {"recommendation/when", "page/column"},
};

/* All that is counted from the top of a page. */
static const char *const on_page[] = {
    "page/stamp",     "page/running-head", "page/running-section", "page/chapter-rule",
    "page/last-line", "page/folio",        "page/notice",          "cover/title",
    "cover/rule",     "cover/publisher",   "cover/campaign",       "finding/kicker",
    "finding/title",
};

static length length_at(const struct theming *theming, const char *path) {
    const void *place;
    const struct field *field = theme_field(theming->theme, path, &place);
    assert(field && field->kind == KIND_LENGTH);
    return *(const length *)place;
}

/* "page last-line (784 pt)"; parts of a path are parted by a space. */
static const char *describe(const struct theming *theming, const char *name,
                            length value) {
    struct buffer text = {.arena = theming->reading.arena};
    for (; *name; name++)
        buffer_add_char(&text, *name == '/' ? ' ' : *name);
    buffer_add_string(&text, " (");
    write_length(&text, NULL, &value);
    buffer_add_char(&text, ')');
    buffer_add_char(&text, '\0');
    return text.data;
}

static void check_order(struct theming *theming, const struct order *order) {
    const char *paths[] = {order->lower, order->upper};
    length low = length_at(theming, order->lower);
    length high = length_at(theming, order->upper);
    if (low >= high)
        theme_tell(theming, DIAG_THEME_ORDER, theme_first_named(theming, paths, 2),
                   describe(theming, order->lower, low),
                   describe(theming, order->upper, high));
}

static void check_on_page(struct theming *theming, const char *path) {
    const char *paths[] = {path, "page/size"};
    length height = theming->theme->style.page.height;
    length value = length_at(theming, path);
    if (value > height)
        theme_tell(theming, DIAG_THEME_FIT, theme_first_named(theming, paths, 2),
                   describe(theming, path, value),
                   describe(theming, "the height of the page", height));
}

/* --- scripts of roles -------------------------------------------------------------------- */

static const char *script_path(const struct theming *theming, size_t role, bool arabic,
                               const char *name) {
    return arena_printf(theming->reading.arena, "roles/%s/%s/%s",
                        role_word((enum role)role), arabic ? "arabic" : "latin", name);
}

struct leading {
    bool arabic;
    const char *name;
};

static const struct leading leadings[] = {{false, "leading"},
                                          {true, "leading"},
                                          {true, "leading-marked"},
                                          {true, "leading-vocalised"}};

enum { LEADINGS = sizeof leadings / sizeof *leadings };

/* Not a line of any column. */
static bool stands_beside(size_t role) {
    return role == ROLE_FINDING_NUMBER || role == ROLE_FINDING_NUMBER_SMALL ||
           role == ROLE_GLANCE_NUMBER;
}

/* A page has room for two lines of anything, so that it can keep two together. The tallest
   is told, not each. */
static void check_leading(struct theming *theming) {
    const struct page_style *page = &theming->theme->style.page;
    const char *paths[] = {NULL, "page/last-line", "page/first-line"};
    length tallest = 0, room = (page->last_line - page->first_line) / 2;
    for (size_t i = 0; i < LEADINGS * ROLE_COUNT; i++) {
        const struct leading *kind = &leadings[i % LEADINGS];
        const char *path = script_path(theming, i / LEADINGS, kind->arabic, kind->name);
        length leading = length_at(theming, path);
        if (stands_beside(i / LEADINGS))
            continue;
        paths[0] = leading > tallest ? path : paths[0];
        tallest = leading > tallest ? leading : tallest;
    }
    if (tallest > room && room > 0)
        theme_tell(theming, DIAG_THEME_FIT, theme_first_named(theming, paths, 3),
                   describe(theming, paths[0], tallest),
                   describe(theming, "half of the height of the text", room));
}

/* The same of a language, whatever script it has. */
static void check_language(struct theming *theming,
                           const struct language_style *language) {
    const struct style *style = &theming->theme->style;
    const char *path =
        arena_printf(theming->reading.arena, "languages/%s/leading", language->tag);
    const char *paths[] = {path, "page/last-line", "page/first-line"};
    length tallest = 0, room = (style->page.last_line - style->page.first_line) / 2;
    for (size_t i = 0; language->leading && i < 2 * ROLE_COUNT; i++) {
        length leading =
            language_leading(style, language, &theming->theme->roles[i / 2], i % 2);
        tallest = leading > tallest && !stands_beside(i / 2) ? leading : tallest;
    }
    if (tallest > room && room > 0)
        theme_tell(theming, DIAG_THEME_FIT, theme_first_named(theming, paths, 3),
                   describe(theming, path, tallest),
                   describe(theming, "half of the height of the text", room));
}

static void check_languages(struct theming *theming) {
    const struct language_styles *languages = &theming->theme->style.languages;
    for (size_t i = 0; i < languages->count; i++)
        check_language(theming, &languages->items[i]);
}

static void check_figures(struct theming *theming) {
    for (size_t i = 0; i < 2 * ROLE_COUNT; i++) {
        const char *path = script_path(theming, i / 2, i % 2, "figures-scale");
        const struct yaml *value = theme_named(theming, path);
        if (value && !role_script(&theming->theme->roles[i / 2], i % 2)->figures)
            theme_tell(theming, DIAG_THEME_FIGURES, value, NULL, NULL);
    }
}

/* --- widths ------------------------------------------------------------------------------ */

static length text_width(const struct page_style *page) {
    return page->column * (length)page->text_columns +
           page->gutter * (length)(page->text_columns - 1);
}

static void check_columns(struct theming *theming) {
    static const char *const paths[] = {"page/size",           "page/text-columns",
                                        "page/column",         "page/gutter",
                                        "page/binding-margin", "page/outer-margin"};
    const struct page_style *page = &theming->theme->style.page;
    length width = page->binding_margin + text_width(page) + page->gutter +
                   page->column + page->outer_margin;
    if (width > page->width + ROUNDING)
        theme_tell(
            theming, DIAG_THEME_FIT,
            theme_first_named(theming, paths, sizeof paths / sizeof *paths),
            describe(theming, "what margins, columns and gutters take together", width),
            describe(theming, "the width of the page", page->width));
}

static void check_cover(struct theming *theming) {
    static const char *const paths[] = {"cover/title-measure", "page/outer-margin",
                                        "page/size"};
    const struct page_style *page = &theming->theme->style.page;
    length measure = theming->theme->style.cover.title_measure;
    length width = page->width - 2 * page->outer_margin;
    if (measure > width + ROUNDING)
        theme_tell(theming, DIAG_THEME_FIT, theme_first_named(theming, paths, 3),
                   describe(theming, paths[0], measure),
                   describe(theming, "what the margins of the cover leave", width));
}

static void check_indent(struct theming *theming, const char *path) {
    const char *paths[] = {path, "page/column", "page/text-columns"};
    length indent = length_at(theming, path);
    length half = text_width(&theming->theme->style.page) / 2;
    if (indent > half)
        theme_tell(theming, DIAG_THEME_FIT, theme_first_named(theming, paths, 3),
                   describe(theming, path, indent),
                   describe(theming, "half of the width of text", half));
}

/* Entries of the third level, the deepest there is. */
static void check_contents(struct theming *theming) {
    static const char *const paths[] = {"contents/indent", "contents/folio",
                                        "page/column", "page/text-columns"};
    const struct contents_style *contents = &theming->theme->style.contents;
    length taken = 2 * contents->indent + contents->folio;
    length half = text_width(&theming->theme->style.page) / 2;
    if (taken > half)
        theme_tell(
            theming, DIAG_THEME_FIT, theme_first_named(theming, paths, 4),
            describe(theming, "what indent and folio take of the third level", taken),
            describe(theming, "half of the width of text", half));
}

/* --- all of it --------------------------------------------------------------------------- */

void theme_check(struct theming *theming) {
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        check_order(theming, &orders[i]);
    for (size_t i = 0; i < sizeof on_page / sizeof *on_page; i++)
        check_on_page(theming, on_page[i]);
    check_leading(theming);
    check_languages(theming);
    check_figures(theming);
    check_columns(theming);
    check_cover(theming);
    check_indent(theming, "page/indent");
    check_indent(theming, "note/indent");
    check_indent(theming, "finding/answer-indent");
    check_indent(theming, "recommendation/indent");
    check_contents(theming);
    theme_check_contrast(theming);
    theme_check_inks(theming);
    theme_check_faces(theming);
}
