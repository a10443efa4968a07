/* SPDX-License-Identifier: MIT */
/* Sets what is on top of a side of a handout, and at its foot: title, what it is, notice. */
#include "pages/book.h"
#include "pages/handout.h"
#include "pages/parts.h"

#include <string.h>

struct framer {
    struct handout_setting *setting;
    struct brief_setting *brief;
    const struct language *language;
};

/* In columns of text, or the one after them. */
static struct spot spot_of(const struct framer *framer, bool last) {
    const struct style *style = framer->setting->style;
    length text = style_measure(style);
    struct spot spot = {.direction = framer->language->direction,
                        .whole = framer->setting->measure,
                        .start = last ? text + style->page.gutter : 0,
                        .width = last ? style->page.column : text};
    return spot;
}

/* Sets a text whose first line, or the last if it `rises`, stands at spot.y; gives where its
   other end is. */
static length set_text(const struct framer *framer, const struct short_text *text,
                       struct spot spot, bool rises) {
    struct composer *composer = framer->setting->composer;
    struct row row = {0};
    length last = place_short(composer, &row, text, spot);
    length up = rises ? last - spot.y : 0;
    for (size_t i = 0; i < row.item_count; i++)
        page_place(composer->arena, &framer->brief->frame.page, &row.items[i], 0, -up);
    return rises ? spot.y - up : last;
}

static struct short_text text_of(const struct framer *framer, const char *string,
                                 enum role role, enum tag tag) {
    struct composer *composer = framer->setting->composer;
    struct element *element =
        element_new(&composer->structure, framer->brief->element, tag,
                    framer->language->tag, framer->language->direction);
    return (struct short_text){.string = string,
                               .language = framer->language->tag,
                               .role = role,
                               .colour = composer->style->colours.ink,
                               .element = element};
}

/* --- on top --------------------------------------------------------------------------------- */

/* Gives the baseline of the last line. */
static length set_title(const struct framer *framer) {
    const struct document *document = framer->setting->document;
    const char *title = localised_find(document->short_title, framer->language->tag);
    struct short_text text =
        text_of(framer, title ? title : "", ROLE_HANDOUT_TITLE, TAG_H1);
    struct spot spot = spot_of(framer, /*last*/ false);
    spot.y = framer->setting->style->handout.title;
    return title ? set_text(framer, &text, spot, /*rises*/ false) : spot.y;
}

/* What it is, and of which edition, above the line y. */
static void set_kind(const struct framer *framer, length y) {
    const char *language = framer->language->tag;
    const char *lines[] = {
        localised_find(framer->setting->document->edition_line, language),
        locale_term(language, TERM_BRIEFING)};
    const struct style *style = framer->setting->style;
    struct spot spot = spot_of(framer, /*last*/ true);
    spot.y = y;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        if (!lines[i])
            continue;
        struct short_text text = text_of(framer, lines[i], ROLE_HANDOUT_TEXT, TAG_P);
        spot.y = set_text(framer, &text, spot, /*rises*/ true) -
                 text_leading(style, &style->roles[ROLE_HANDOUT_TEXT], language);
    }
}

/* In the language of the side where its lines begin, in the others where they end. */
static void set_stamps(const struct framer *framer) {
    const struct localised_list *list = &framer->setting->edition->stamp;
    const struct style *style = framer->setting->style;
    struct composer *composer = framer->setting->composer;
    length y = style->page.stamp;
    for (size_t i = 0; i < list->count; i++) {
        bool own = !strcmp(list->items[i].language, framer->language->tag);
        size_t count;
        struct item *lines = compose_short(
            composer, list->items[i].text, list->items[i].language, ROLE_STAMP,
            style->colours.ink, framer->setting->measure, /*element*/ NULL, &count);
        for (size_t l = 0; l < count; l++) {
            struct line_item *line = &lines[l].as.line;
            length start = own ? 0 : framer->setting->measure - line->width;
            line->x = line_left(framer->setting->measure, framer->language->direction,
                                start, line->width);
            page_place(composer->arena, &framer->brief->frame.page, &lines[l], 0,
                       y - lines[count - 1].as.line.y);
        }
        y -= own ? 0 : style->roles[ROLE_STAMP].arabic.leading;
    }
}

/* --- at the foot ---------------------------------------------------------------------------- */

/* Both end on the last line; gives the first baseline of the higher one. */
static length set_foot(const struct framer *framer) {
    const struct document *document = framer->setting->document;
    const struct handout *handout = framer->setting->edition->handout;
    const char *texts[] = {localised_find(document->notice, framer->language->tag),
                           localised_find(document->campaign, framer->language->tag)};
    length foot = handout->paper.height - framer->setting->style->handout.foot,
           first = foot;
    for (size_t i = 0; i < 2; i++) {
        if (!texts[i])
            continue;
        struct short_text text = text_of(framer, texts[i], ROLE_NOTICE, TAG_P);
        struct spot spot = spot_of(framer, /*last*/ i == 1);
        spot.y = foot;
        length top = set_text(framer, &text, spot, /*rises*/ true);
        first = top < first ? top : first;
    }
    if (!texts[0] && !texts[1])
        return foot;
    return first - handout_cap(framer->setting, ROLE_NOTICE, framer->language->tag) -
           framer->setting->style->handout.part_gap;
}

void handout_frame(struct handout_setting *setting, struct brief_setting *brief) {
    struct composer *composer = setting->composer;
    const struct language *language = brief->brief->language;
    struct framer framer = {setting, brief, language};
    struct element *root = composer->element;
    brief->element = element_new(&composer->structure, root, TAG_PART, language->tag,
                                 language->direction);
    length title = set_title(&framer);
    set_kind(&framer, title);
    set_stamps(&framer);
    brief->frame.top = title + setting->style->handout.title_gap;
    brief->frame.bottom = set_foot(&framer);
}
