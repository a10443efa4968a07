/* SPDX-License-Identifier: MIT */
/* The same look on pages of another size.

   The page is as it was, smaller: margins, columns, what stands on the cover, what is as wide
   as the outer column. Type is less so, since it has to be read: half way between its size
   and that of the page. All that goes with type, leadings, the grid, rules, goes with it, and
   what is counted down the page is moved to the grid. */
#include "style/internal.h"

struct resizing {
    struct theme *theme;
    int64_t across, down; /* of the page [millionths] */
    int64_t type; /* of letters and what goes with them [millionths] */
};

static length share_of(length value, int64_t share) {
    return (length)measure_quotient(value * share, MILLION);
}

static void scale(length *value, int64_t share) {
    *value = share_of(*value, share);
}

/* --- all lengths, as type ------------------------------------------------------------- */

static void scale_fields(const struct fields *fields, char *place, int64_t share) {
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->items[i];
        char *at = place + field->offset;
        if (field->kind == KIND_MAP)
            scale_fields(field->inner, at, share);
        else if (field->kind == KIND_LENGTH)
            for (size_t n = 0; n < (field->count ? field->count : 1); n++)
                scale((length *)(void *)at + n, share);
    }
}

/* --- what goes with the page ---------------------------------------------------------- */

static void scale_role(struct resizing *resizing, const struct style *from,
                       enum role role, int64_t share) {
    struct script_style *scripts[] = {&resizing->theme->roles[role].arabic,
                                      &resizing->theme->roles[role].latin};
    const struct script_style *olds[] = {&from->roles[role].arabic,
                                         &from->roles[role].latin};
    for (size_t i = 0; i < 2; i++) {
        scripts[i]->size = share_of(olds[i]->size, share);
        scripts[i]->leading = share_of(olds[i]->leading, share);
        scripts[i]->leading_marked = share_of(olds[i]->leading_marked, share);
        scripts[i]->leading_vocalised = share_of(olds[i]->leading_vocalised, share);
    }
}

/* What fills the outer column or the cover has no more room there than they have. */
static void scale_roles(struct resizing *resizing, const struct style *from) {
    static const enum role with_page[] = {
        ROLE_COVER_TITLE,          ROLE_COVER_LINE,   ROLE_COVER_NOTE, ROLE_BLURB,
        ROLE_FINDING_NUMBER,       ROLE_KEY,          ROLE_KEY_LONG,   ROLE_KEY_LONGEST,
        ROLE_FINDING_NUMBER_SMALL, ROLE_GLANCE_NUMBER};
    for (size_t i = 0; i < sizeof with_page / sizeof *with_page; i++)
        scale_role(resizing, from, with_page[i], resizing->across);
}

static void scale_widths(struct resizing *resizing, const struct page_style *from) {
    struct page_style *page = &resizing->theme->style.page;
    page->binding_margin = share_of(from->binding_margin, resizing->across);
    page->outer_margin = share_of(from->outer_margin, resizing->across);
    page->column = share_of(from->column, resizing->across);
    page->gutter = share_of(from->gutter, resizing->across);
}

/* --- down the page --------------------------------------------------------------------- */

static length to_grid(const struct resizing *resizing, length value) {
    length step = resizing->theme->style.page.step;
    return (length)measure_quotient(value, step) * step;
}

/* What is near the head or the foot stays as near to it as its type is large. */
static length from_foot(const struct resizing *resizing, const struct page_style *from,
                        length value) {
    return resizing->theme->style.page.height -
           share_of(from->height - value, resizing->type);
}

static void place_lines(struct resizing *resizing, const struct style *from) {
    struct style *style = &resizing->theme->style;
    struct page_style *page = &style->page;
    page->chapter_rule =
        to_grid(resizing, share_of(from->page.chapter_rule, resizing->down));
    page->chapter_title =
        to_grid(resizing, share_of(from->page.chapter_title, resizing->down));
    style->finding.kicker += page->step; /* the title above takes a line more */
    page->folio = from_foot(resizing, &from->page, from->page.folio);
    page->notice = from_foot(resizing, &from->page, from->page.notice);
    page->last_line =
        to_grid(resizing, from_foot(resizing, &from->page, from->page.last_line) -
                              page->step / 2);
}

/* --- covers ---------------------------------------------------------------------------- */

/* Bricks keep their shape; what is counted down the cover fills its height. */
static void scale_covers(struct resizing *resizing, const struct style *from) {
    struct style *style = &resizing->theme->style;
    struct cover_style *cover = &style->cover;
    const struct cover_style *old = &from->cover;
    style->back = from->back;
    *cover = *old;
    length *down[] = {&cover->field_top,     &cover->field_bottom, &cover->course,
                      &cover->joint,         &cover->title,        &cover->rule,
                      &cover->publisher,     &cover->campaign,     &style->back.blurb,
                      &style->back.code_rise};
    length *across[] = {
        &cover->brick_min,      &cover->brick_step,     &cover->open_stands,
        &cover->open_bricks[0], &cover->open_bricks[1], &cover->open_bricks[2],
        &cover->open_gaps[0],   &cover->open_gaps[1],   &cover->open_gaps[2],
        &cover->title_measure,  &style->back.measure,   &style->back.code};
    for (size_t i = 0; i < sizeof down / sizeof *down; i++)
        scale(down[i], resizing->down);
    for (size_t i = 0; i < sizeof across / sizeof *across; i++)
        scale(across[i], resizing->across);
}

/* --- the whole ------------------------------------------------------------------------- */

/* In twentieths, so that leadings stay whole steps of the grid. */
static int64_t find_type(const struct resizing *resizing) {
    const int64_t twentieth = MILLION / 20;
    int64_t least =
        resizing->across < resizing->down ? resizing->across : resizing->down;
    return measure_quotient((MILLION + least) / 2, twentieth) * twentieth;
}

/* Half of A4 is not quite A5. */
static bool is_same(int64_t share) {
    const int64_t hundredth = MILLION / 100;
    return share > MILLION - hundredth && share < MILLION + hundredth;
}

const struct style *style_resize(struct arena *arena, const struct style *style,
                                 length width, length height) {
    const int64_t least = MILLION * 6 / 10, most = MILLION * 15 / 10;
    struct resizing resizing = {
        .across = measure_quotient((int64_t)width * MILLION, style->page.width),
        .down = measure_quotient((int64_t)height * MILLION, style->page.height)};
    if (resizing.across < least || resizing.down < least || resizing.across > most ||
        resizing.down > most)
        return NULL;
    if (is_same(resizing.across) && is_same(resizing.down))
        return style;
    struct theme *theme = arena_new(arena, struct theme);
    *theme = theme_copy(style);
    resizing.theme = theme;
    resizing.type = find_type(&resizing);
    scale_fields(&theme_fields, (char *)theme, resizing.type);
    theme->style.roles = theme->roles;
    theme->style.handout = style->handout; /* which has paper of its own */
    theme->style.page.width = width;
    theme->style.page.height = height;
    scale_widths(&resizing, &style->page);
    scale_roles(&resizing, style);
    place_lines(&resizing, style);
    scale_covers(&resizing, style);
    return &theme->style;
}
