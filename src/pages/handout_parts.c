/* SPDX-License-Identifier: MIT */
/* Sets the parts of a handout: findings and key figures, charts, calls and where to ask. What
   is said is the report's own words, without notes and links: they lead nowhere on paper. */
#include "pages/book.h"
#include "pages/handout.h"
#include "pages/parts.h"

#include <string.h>

/* From the last baseline of a slab to its lower edge: what hangs below it. */
enum { DESCENT = 3500 };

/* A stack that is being set. */
struct setter {
    struct handout_setting *setting;
    struct brief_setting *brief;
    struct stack *stack;
    struct element *list; /* of its slabs */
};

length handout_cap(const struct handout_setting *setting, enum role role,
                   const char *language) {
    bool arabic = text_language_script(language) == text_language_script("ar");
    return role_script(&setting->style->roles[role], arabic)->size * 5 / 7;
}

/* --- slabs --------------------------------------------------------------------------------- */

static struct aside begin(const struct setter *setter, length indent) {
    struct composer *composer = setter->setting->composer;
    struct aside aside = aside_begin(composer);
    composer->measure = setter->stack->width;
    composer->indent = indent;
    composer->keep = true;
    return aside;
}

static struct slab end(const struct setter *setter, const struct aside *aside,
                       length top) {
    struct slab slab = {.galley = aside_end(setter->setting->composer, aside)};
    if (!slab.galley.count)
        return slab;
    slab.top = top;
    slab.ink =
        top + galley_height(&slab.galley) - slab.galley.rows[0].leading + DESCENT;
    return slab;
}

static void add(const struct setter *setter, struct slab slab) {
    struct stack *stack = setter->stack;
    if (!slab.galley.count)
        return;
    arena_reserve(setter->setting->composer->arena, stack->slabs, stack->count,
                  stack->capacity);
    stack->slabs[stack->count++] = slab;
}

static void set_words(const struct setter *setter, const struct paragraph *words,
                      enum role role, enum tag tag, length air) {
    struct composer *composer = setter->setting->composer;
    struct paragraph bare = paragraph_bare(composer->arena, words);
    if (!bare.text.length || composer->failed)
        return;
    bare.ragged = true;
    galley_ask_air(composer, air);
    compose_paragraph(composer, &bare,
                      (struct setting){.role = role, .tag = tag, .keep_whole = true});
}

static struct paragraph words_of(const char *text, const struct language *language) {
    return (struct paragraph){.text = slice_of(text),
                              .language = language->tag,
                              .direction = language->direction};
}

static void write_words(const struct setter *setter, const char *text, enum role role,
                        length air) {
    struct paragraph words = words_of(text, setter->brief->brief->language);
    set_words(setter, &words, role, TAG_P, air);
}

/* Puts a second line at the end of the first where both have room. */
static void join_rows(const struct setter *setter, struct galley *galley) {
    const struct style *style = setter->setting->style;
    struct row *rows = galley->rows;
    length width = setter->stack->width;
    if (galley->count != 2 || !rows[0].item_count || !rows[1].item_count)
        return;
    struct line_item *line = &rows[1].items[0].as.line;
    if (rows[0].items[0].as.line.width + style->page.gutter + line->width > width)
        return;
    line->x = line_left(width, setter->brief->brief->language->direction,
                        width - line->width, line->width);
    *row_add_item(setter->setting->composer->arena, &rows[0]) = rows[1].items[0];
    galley->count = 1;
}

/* The title of a stack; at the end of its line what is said of all slabs. */
static void set_head(const struct setter *setter, const char *title, const char *of) {
    const struct language *language = setter->brief->brief->language;
    struct aside aside = begin(setter, 0);
    struct paragraph words = words_of(title, language);
    set_words(setter, &words, ROLE_SECTION, TAG_H2, 0);
    if (of)
        write_words(setter, of, ROLE_HANDOUT_TEXT, 0);
    length cap = handout_cap(setter->setting, ROLE_SECTION, language->tag);
    struct slab head = end(setter, &aside, cap);
    if (of)
        join_rows(setter, &head.galley);
    head.ink = cap + galley_height(&head.galley) -
               (head.galley.count ? head.galley.rows[0].leading : 0);
    setter->stack->head = head;
}

/* The number of a slab, its letters as high as those of the title beside it. */
static void set_number(const struct setter *setter, const struct numbered *numbered,
                       struct element *label, enum role role) {
    struct composer *composer = setter->setting->composer;
    const struct language *language = numbered->language;
    if (!composer->galley.count)
        return;
    struct short_text number = {.string = numbered->digits,
                                .language = language->tag,
                                .role = role,
                                .colour = composer->style->colours.ink,
                                .element = label};
    length drop = handout_cap(setter->setting, role, language->tag) -
                  handout_cap(setter->setting, ROLE_HANDOUT_ITEM, language->tag);
    place_short(composer, &composer->galley.rows[0], &number,
                (struct spot){.direction = language->direction,
                              .whole = setter->stack->width,
                              .width = setter->setting->style->handout.indent,
                              .y = drop});
}

/* What is numbered: its title, and a line or two of it. */
static struct slab set_item(const struct setter *setter,
                            const struct numbered *numbered,
                            const struct paragraph *text, enum role number) {
    struct composer *composer = setter->setting->composer;
    struct structure *structure = &composer->structure;
    const struct language *language = numbered->language;
    bool arabic = language->direction == DIRECTION_RTL;
    struct aside aside = begin(setter, setter->setting->style->handout.indent);
    struct element *item =
        element_new(structure, setter->list, TAG_LI, NULL, language->direction);
    struct element *label =
        element_new(structure, item, TAG_LBL, language->tag, language->direction);
    composer->element =
        element_new(structure, item, TAG_LBODY, NULL, language->direction);
    set_words(setter, &numbered->heading->paragraph, ROLE_HANDOUT_ITEM, TAG_P, 0);
    set_words(setter, text, ROLE_HANDOUT_TEXT, TAG_P, arabic ? 0 : DESCENT);
    set_number(setter, numbered, label, number);
    return end(setter, &aside,
               handout_cap(setter->setting, ROLE_HANDOUT_ITEM, language->tag));
}

/* --- parts --------------------------------------------------------------------------------- */

static struct part *new_part(const struct setter *setter, const char *what) {
    struct part *part = &setter->brief->parts[setter->brief->part_count++];
    *part = (struct part){.what = what};
    return part;
}

/* In the columns of text, or in the one after them; in all where it stands `alone`. */
static void new_stack(struct setter *setter, struct part *part, bool last, bool alone) {
    const struct page_style *page = &setter->setting->style->page;
    struct composer *composer = setter->setting->composer;
    length text = style_measure(setter->setting->style);
    setter->stack = &part->stacks[part->stack_count++];
    setter->stack->start = last && !alone ? text + page->gutter : 0;
    setter->stack->width = alone  ? setter->setting->measure
                           : last ? page->column
                                  : text;
    composer->element =
        element_new(&composer->structure, setter->brief->element, TAG_SECT, NULL,
                    setter->brief->brief->language->direction);
}

static void begin_rows(struct setter *setter, const char *what) {
    setter->stack->ruled = true;
    setter->stack->what = what;
}

static void begin_list(struct setter *setter, const char *what) {
    struct composer *composer = setter->setting->composer;
    begin_rows(setter, what);
    setter->list = element_new(&composer->structure, composer->element, TAG_L, NULL,
                               setter->brief->brief->language->direction);
}

static void set_findings(struct setter *setter) {
    const struct brief *brief = setter->brief->brief;
    set_head(setter, locale_term(brief->language->tag, TERM_FINDINGS), NULL);
    begin_list(setter, "finding");
    setter->list->numbering = "Decimal";
    for (size_t i = 0; i < brief->finding_count; i++)
        add(setter, set_item(setter, &brief->findings[i]->numbered,
                             &brief->findings[i]->statement, ROLE_LIST_TITLE));
}

/* The largest role that the figure has room in on one line. */
static enum role figure_role(const struct setter *setter,
                             const struct paragraph *figure) {
    static const enum role roles[] = {ROLE_HANDOUT_FIGURE, ROLE_KEY_LONG};
    struct composer *composer = setter->setting->composer;
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        arena_reset(composer->scratch);
        const struct text *text =
            text_set(composer->typesetter, composer->scratch, figure, roles[i]);
        composer->failed |= !text;
        if (text && lines_extent(composer->scratch, text).natural <= composer->measure)
            return roles[i];
    }
    return ROLE_KEY_LONGEST;
}

static struct slab set_figure(const struct setter *setter, const struct block *block) {
    struct composer *composer = setter->setting->composer;
    const struct block *caption = block->children, *source = caption->next;
    struct aside aside = begin(setter, 0);
    struct paragraph figure = paragraph_bare(composer->arena, &block->paragraph);
    composer->element = element_new(&composer->structure, composer->element, TAG_DIV,
                                    NULL, block->direction);
    enum role role = figure_role(setter, &figure);
    set_words(setter, &figure, role, TAG_P, 0);
    set_words(setter, &caption->paragraph, ROLE_KEY_CAPTION, TAG_P, DESCENT * 2);
    if (source)
        set_words(setter, &source->paragraph, ROLE_MARGIN, TAG_P, 0);
    return end(setter, &aside, handout_cap(setter->setting, role, block->language));
}

static void set_figures(struct setter *setter) {
    const struct brief *brief = setter->brief->brief;
    set_head(setter, locale_term(brief->language->tag, TERM_KEY_FIGURES), NULL);
    begin_rows(setter, "key figure");
    for (size_t i = 0; i < brief->figure_count; i++)
        add(setter, set_figure(setter, brief->figures[i]));
}

/* The rules below titles that stand side by side are level. */
static void align_heads(struct part *part) {
    struct slab *a = &part->stacks[0].head, *b = &part->stacks[1].head;
    length ink = a->ink > b->ink ? a->ink : b->ink;
    if (part->stack_count == 2 && a->galley.count && b->galley.count)
        a->ink = b->ink = ink;
}

static void set_top(struct setter *setter) {
    const struct brief *brief = setter->brief->brief;
    if (!brief->finding_count && !brief->figure_count)
        return;
    struct part *part = new_part(setter, NULL);
    if (brief->finding_count) {
        new_stack(setter, part, /*last*/ false, !brief->figure_count);
        set_findings(setter);
    }
    if (brief->figure_count) {
        new_stack(setter, part, /*last*/ true, !brief->finding_count);
        set_figures(setter);
    }
    align_heads(part);
}

static void set_chart(struct setter *setter, const struct block *block) {
    struct composer *composer = setter->setting->composer;
    struct part *part = new_part(setter, "the chart");
    new_stack(setter, part, /*last*/ false, /*alone*/ true);
    struct aside aside = begin(setter, 0);
    composer->chart_alone = true;
    struct galley galley = chart_rows(composer, block);
    composer->galley = galley;
    struct slab slab = end(setter, &aside, 0);
    if (galley.count) {
        bool titled = block->figure->caption.text.text.length;
        length leading = galley.rows[0].leading;
        slab.top = titled ? handout_cap(setter->setting, ROLE_CAPTION, block->language)
                          : leading;
        slab.ink += slab.top;
    }
    add(setter, slab);
}

/* --- calls --------------------------------------------------------------------------------- */

/* The recommendations of one title: what is asked, and of whom. */
struct call {
    const struct recommendation *first;
    const char **addressees;
    size_t count, capacity;
};

static bool same_title(const struct numbered *a, const struct numbered *b) {
    return slice_equal(a->heading->paragraph.text, b->heading->paragraph.text);
}

static void add_addressee(struct arena *arena, struct call *call,
                          const char *addressee) {
    for (size_t i = 0; i < call->count; i++)
        if (!strcmp(call->addressees[i], addressee))
            return;
    arena_reserve(arena, call->addressees, call->count, call->capacity);
    call->addressees[call->count++] = addressee;
}

static struct call *find_calls(const struct setter *setter, size_t *count) {
    const struct brief *brief = setter->brief->brief;
    struct call *calls =
        arena_array(setter->setting->composer->arena, struct call, brief->call_count);
    *count = 0;
    for (size_t i = 0; i < brief->call_count; i++) {
        const struct recommendation *asked = brief->calls[i];
        size_t at = 0;
        while (at < *count && !same_title(&calls[at].first->numbered, &asked->numbered))
            at++;
        if (at == *count)
            calls[(*count)++].first = asked;
        if (asked->addressee)
            add_addressee(setter->setting->composer->arena, &calls[at],
                          asked->addressee);
    }
    return calls;
}

static const char *write_addressees(const struct setter *setter,
                                    const struct call *call) {
    const char *language = setter->brief->brief->language->tag, *text = "";
    for (size_t i = 0; i < call->count; i++)
        text = arena_printf(setter->setting->composer->arena, "%s%s%s", text,
                            i ? locale_term(language, TERM_SEPARATOR) : "",
                            call->addressees[i]);
    return text;
}

/* Whom all calls go to; NULL if they go to different ones. */
static const char *find_whom(const struct setter *setter, const struct call *calls,
                             size_t count) {
    const char *whom = write_addressees(setter, &calls[0]);
    for (size_t i = 1; i < count; i++)
        if (strcmp(whom, write_addressees(setter, &calls[i])) != 0)
            return NULL;
    return whom;
}

static void set_calls(struct setter *setter) {
    const struct language *language = setter->brief->brief->language;
    size_t count;
    const struct call *calls = find_calls(setter, &count);
    const char *whom = find_whom(setter, calls, count);
    set_head(setter, locale_term(language->tag, TERM_RECOMMENDATIONS), whom);
    begin_list(setter, "recommendation");
    setter->list->numbering = "Decimal";
    for (size_t i = 0; i < count; i++) {
        struct paragraph words =
            words_of(whom ? "" : write_addressees(setter, &calls[i]), language);
        add(setter,
            set_item(setter, &calls[i].first->numbered, &words, ROLE_HANDOUT_ITEM));
    }
}

/* --- where to ask --------------------------------------------------------------------------- */

/* Its dark corner stands where the line begins; it is never mirrored. Gives how far below
   the top of the slab its row is. */
static length set_code(const struct setter *setter, const struct localised *site) {
    struct composer *composer = setter->setting->composer;
    const struct style *style = setter->setting->style;
    length side = style->handout.code, width = setter->stack->width;
    side = side < width ? side : width;
    struct code code = code_draw(composer->arena, site->text, side);
    if (!code.count) {
        diag_add(composer->diag, DIAG_SITE_LONG, site->position, NULL, NULL);
        return 0;
    }
    length quiet = code.dark[0].x0;
    bool right = setter->brief->brief->language->direction == DIRECTION_RTL;
    length left = right ? width + quiet - side : -quiet;
    struct row *row = galley_add_row(composer, side - quiet);
    for (size_t i = 0; i < code.count; i++) {
        struct box box = code.dark[i];
        row_add_rectangle(
            composer->arena, row,
            (struct box){box.x0 + left, box.y0 - side, box.x1 + left, box.y1 - side},
            style->colours.ink);
    }
    return side - quiet;
}

/* Without its scheme: whoever types it needs none. */
static void set_address(const struct setter *setter, const char *site) {
    struct composer *composer = setter->setting->composer;
    const struct language *language = setter->brief->brief->language;
    const char *bare = strstr(site, "://") + 3;
    struct paragraph words = words_of(bare, language);
    struct span *link = arena_new(composer->arena, struct span);
    *link = (struct span){
        .kind = SPAN_LINK, .end = (uint32_t)words.text.length, .target = site};
    words.spans = link;
    words.span_count = 1;
    compose_paragraph(composer, &words,
                      (struct setting){.role = ROLE_MARGIN, .tag = TAG_P});
}

static void set_contact(struct setter *setter) {
    const struct document *document = setter->setting->document;
    const struct language *language = setter->brief->brief->language;
    const struct localised *site = localised_entry(document->site, language->tag);
    const struct localised *publisher =
        localised_entry(document->publisher, language->tag);
    const struct localised *contact = localised_entry(document->contact, language->tag);
    struct aside aside = begin(setter, 0);
    length top = handout_cap(setter->setting, ROLE_KEY_CAPTION, language->tag);
    if (site && setter->setting->style->handout.code)
        top = set_code(setter, site);
    if (publisher)
        write_words(setter, publisher->text, ROLE_KEY_CAPTION, 0);
    if (contact)
        write_words(setter, contact->text, ROLE_MARGIN, 0);
    if (site)
        set_address(setter, site->text);
    add(setter, end(setter, &aside, top));
}

static void set_foot(struct setter *setter) {
    const struct document *document = setter->setting->document;
    const struct brief *brief = setter->brief->brief;
    bool contact =
        document->site.count || document->publisher.count || document->contact.count;
    if (!brief->call_count && !contact)
        return;
    struct part *part = new_part(setter, NULL);
    if (brief->call_count) {
        new_stack(setter, part, /*last*/ false, !contact);
        set_calls(setter);
    }
    if (contact) {
        new_stack(setter, part, /*last*/ true, !brief->call_count);
        set_contact(setter);
    }
}

/* --- all ------------------------------------------------------------------------------------ */

static void set_brief(struct handout_setting *setting, struct brief_setting *brief) {
    struct composer *composer = setting->composer;
    const struct brief *of = brief->brief;
    struct setter setter = {.setting = setting, .brief = brief};
    struct element *root = composer->element;
    brief->parts = arena_array(composer->arena, struct part, of->chart_count + 2);
    composer->language = of->language;
    composer->outline_level = 1;
    handout_frame(setting, brief);
    set_top(&setter);
    for (size_t i = 0; i < of->chart_count && !composer->failed; i++)
        set_chart(&setter, of->charts[i]);
    set_foot(&setter);
    composer->element = root;
}

/* All sides end on one line, the highest that one of them needs. */
static void align_feet(struct handout_setting *setting) {
    size_t count = setting->edition->language_count;
    length bottom = setting->briefs[0].frame.bottom;
    for (size_t i = 1; i < count; i++)
        if (setting->briefs[i].frame.bottom < bottom)
            bottom = setting->briefs[i].frame.bottom;
    for (size_t i = 0; i < count; i++)
        setting->briefs[i].frame.bottom = bottom;
}

void handout_set(struct handout_setting *setting) {
    const struct edition *edition = setting->edition;
    setting->briefs = arena_array(setting->composer->arena, struct brief_setting,
                                  edition->language_count);
    for (size_t i = 0; i < edition->language_count; i++) {
        setting->briefs[i].brief = &edition->handout->briefs[i];
        set_brief(setting, &setting->briefs[i]);
    }
    align_feet(setting);
}
