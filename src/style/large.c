/* SPDX-License-Identifier: MIT */
/* Makes a style for large print: small letters grow most, so that titles stay titles; what is
   measured in lines grows with the text, and the page has fewer columns. */
#include "style/internal.h"

enum { LEAST = 18000, TEXT = 1800 /* what the text grows by [1/1000] */ };

static length times(length value, int64_t share) {
    return (length)((value * share + 500) / 1000);
}

/* --- letters ------------------------------------------------------------------------------- */

/* Of a role whose Latin letters have this size: 10 points become 18, 30 become 36. */
static int64_t share_of(length size) {
    const length text = 10000;
    length large = size < text ? LEAST : LEAST + (size - text) * 9 / 10;
    return ((int64_t)large * 1000 + size - 1) / size;
}

/* Lines of small letters that grew most are no further apart than they need to be, `apart`
   [1/1000 of the size]. */
static void enlarge_script(struct script_style *script, int64_t share, int64_t apart) {
    script->size = times(script->size, share);
    if (script->size < LEAST)
        script->size = LEAST;
    script->leading = times(script->leading, share);
    if (share > TEXT && script->leading > times(script->size, apart))
        script->leading = times(script->size, apart);
    script->leading_marked = times(script->leading_marked, share);
    script->leading_vocalised = times(script->leading_vocalised, share);
}

static void enlarge_role(struct role_style *role) {
    int64_t share = share_of(role->latin.size);
    enlarge_script(&role->arabic, share, 1400);
    enlarge_script(&role->latin, share, 1300);
    role->before = times(role->before, share);
    role->before_arabic = times(role->before_arabic, share);
    role->justified = false;
}

/* --- what goes with them -------------------------------------------------------------------- */

static void enlarge_fields(const struct fields *fields, char *place) {
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->items[i];
        length *value = (length *)(void *)(place + field->offset);
        if (field->kind == KIND_LENGTH && !field->count)
            *value = times(*value, TEXT);
    }
}

/* What letters do not fill grows less. */
static void spare_room(struct style *style, const struct style *from) {
    enum { SPARE = 1200 };
    style->chart.upright = times(from->chart.upright, SPARE);
    style->chart.row = times(from->chart.row, SPARE);
    style->chart.bar = times(from->chart.bar, SPARE);
    style->timeline.dates = times(from->timeline.dates, 1350);
    style->timeline.line = times(from->timeline.line, 1350);
    style->timeline.events = times(from->timeline.events, 1350);
    style->chart.panel = from->chart.panel;
    style->finding.folio = times(from->finding.folio, SPARE);
    style->finding.title = times(from->finding.title, 1650);
    style->finding.kicker = times(from->finding.kicker, 2200); /* clear of the head */
    style->cover.campaign =
        style->cover.publisher + style->roles[ROLE_COVER_LINE].arabic.leading;
}

static void enlarge_parts(struct theme *theme) {
    static const char *const parts[] = {"note",    "table",         "timeline",
                                        "callout", "chart",         "contents",
                                        "finding", "recommendation"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const void *place;
        const struct field *field = theme_field(theme, parts[i], &place);
        enlarge_fields(field->inner, (char *)(uintptr_t)place);
    }
}

/* --- the page -------------------------------------------------------------------------------- */

/* Two columns of text, and one beside them in which a word has room. */
static void set_page(struct page_style *page) {
    page->binding_margin = page->outer_margin = MM(15);
    page->text_columns = 2;
    page->column = (page->width - 2 * MM(15) - 2 * page->gutter) / 3;
    page->step = times(page->step, TEXT);
    page->running_section = page->running_head + 3 * page->step;
    page->chapter_title = page->chapter_rule + 4 * page->step;
    page->folio = page->height - times(page->height - page->folio, 1200);
    page->notice = page->height - 8 * page->step;
    page->last_line = page->notice - 3 * page->step;
    page->indent = times(page->indent, TEXT);
    page->marker_gap = times(page->marker_gap, TEXT);
    page->paragraph_gap = times(page->paragraph_gap, TEXT);
    page->chapter_gap = times(page->chapter_gap, TEXT);
    page->notice_leading = times(page->notice_leading, TEXT);
    page->float_gap = times(page->float_gap, TEXT);
}

const struct style *style_large(struct arena *arena, const struct style *style) {
    struct theme *theme = arena_new(arena, struct theme);
    *theme = theme_copy(style);
    theme->style.roles = theme->roles;
    for (size_t i = 0; i < ROLE_COUNT; i++)
        enlarge_role(&theme->roles[i]);
    enlarge_parts(theme);
    spare_room(&theme->style, style);
    set_page(&theme->style.page);
    theme->style.least_size = LEAST;
    theme->style.ordinary = style;
    theme->style.hyphenation.dictionary = false;
    return &theme->style;
}
