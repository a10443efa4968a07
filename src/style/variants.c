/* SPDX-License-Identifier: MIT */
/* Makes one style of another: in black and white; for a handout of one paper and one size. */
#include "style/internal.h"

enum { BLACK = 0x000000, WHITE = 0xFFFFFF };

static struct theme *new_theme(struct arena *arena, const struct style *style) {
    struct theme *theme = arena_new(arena, struct theme);
    *theme = theme_copy(style);
    theme->style.roles = theme->roles;
    return theme;
}

/* --- one colour ---------------------------------------------------------------------------- */

static void blacken(struct theme *theme) {
    struct style *style = &theme->style;
    struct colours *colours = &style->colours;
    for (size_t i = 0; i < ROLE_COUNT; i++)
        theme->roles[i].colour = BLACK;
    colours->ink = colours->brick = colours->reed = colours->stone = BLACK;
    colours->joint = colours->sand = colours->paper = WHITE;
    for (size_t i = 0; i < sizeof colours->brick_tones / sizeof(uint32_t); i++)
        colours->brick_tones[i] = BLACK;
    style->chart.muted = style->chart.grid = BLACK;
    style->link_colour = style->note_mark.colour = BLACK;
    style->one_colour = true;
}

const struct style *style_one_colour(struct arena *arena, const struct style *style) {
    struct theme *theme = new_theme(arena, style);
    blacken(theme);
    return &theme->style;
}

/* --- sizes --------------------------------------------------------------------------------- */

static length scaled(length size, int32_t scale) {
    return units_scale(size, scale, 1000);
}

static void scale_script(struct script_style *script, int32_t scale) {
    script->size = scaled(script->size, scale);
    script->leading = scaled(script->leading, scale);
    script->leading_marked = scaled(script->leading_marked, scale);
    script->leading_vocalised = scaled(script->leading_vocalised, scale);
}

/* Both scripts of a role keep what they are to each other; neither is less than the least. */
static int32_t role_scale(const struct role_style *role, int32_t scale, length least) {
    length smaller =
        role->arabic.size < role->latin.size ? role->arabic.size : role->latin.size;
    if (scaled(smaller, scale) >= least)
        return scale;
    return (int32_t)((least * 1000 + smaller - 1) / smaller);
}

static void scale_roles(struct theme *theme, int32_t scale, length least) {
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        struct role_style *role = &theme->roles[i];
        int32_t own = role_scale(role, scale, least);
        scale_script(&role->arabic, own);
        scale_script(&role->latin, own);
        role->before = scaled(role->before, own);
        role->before_arabic = scaled(role->before_arabic, own);
    }
}

static length at_least(length value, length least) {
    return value < least ? least : value;
}

static void set_columns(struct style *style, length width) {
    struct page_style *page = &style->page;
    length gutters = page->gutter * (length)page->text_columns;
    page->column = (width - 2 * style->handout.margin - gutters) /
                   (length)(page->text_columns + 1);
}

/* A rule that is thinner may be lost on a photocopy. */
static void set_chart(struct style *style, struct handout_size size) {
    struct chart_style *chart = &style->chart;
    const struct handout_style *handout = &style->handout;
    length between = handout->chart_row - handout->chart_bar;
    if (size.tight)
        between = scaled(between, (int32_t)handout->tightest);
    chart->row = scaled(handout->chart_bar + between, size.scale);
    chart->bar = scaled(handout->chart_bar, size.scale);
    chart->upright = scaled(chart->upright, size.scale);
    chart->axis_rule = at_least(chart->axis_rule, PT(0.5));
    chart->grid_rule = at_least(chart->grid_rule, PT(0.5));
}

const struct style *style_handout(struct arena *arena, const struct style *style,
                                  length width, struct handout_size size) {
    struct theme *theme = new_theme(arena, style);
    blacken(theme);
    scale_roles(theme, size.scale, style->handout.least_type);
    theme->style.least_size = style->handout.least_type;
    set_columns(&theme->style, width);
    set_chart(&theme->style, size);
    return &theme->style;
}
