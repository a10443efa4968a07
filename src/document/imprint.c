/* SPDX-License-Identifier: MIT */
/* The imprint: what report.yaml says of who publishes the report, when, in which edition, how
   it may be used, and which of its languages decides; a paragraph for each. */
#include "document/internal.h"

/* --- report.yaml ---------------------------------------------------------------------- */

/* A web address of ASCII alone, as RFC 3986 has them. */
static bool is_site(const char *text) {
    const char *rest = strstr(text, "://");
    if (strncmp(text, "http", 4) != 0 || !rest || !strchr(":s", text[4]) || !rest[3])
        return false;
    for (const char *c = text; *c; c++)
        if (*c <= ' ' || *c > '~' || strchr("<>\"\\^`{|}", *c))
            return false;
    return true;
}

/* One for all languages, or one for each. */
static struct localised_list read_sites(struct report *report,
                                        const struct yaml *value) {
    size_t count = report->language_count;
    struct localised *items =
        arena_array(report->reading->arena, struct localised, count);
    if (value->kind == YAML_MAP)
        return report_read_localised(report, value);
    const char *text = yaml_text(report->reading, value);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct localised){report->languages[i].tag, text, value->position};
    return (struct localised_list){items, text ? count : 0};
}

static void read_site(struct report *report) {
    const struct yaml *value = yaml_find(report->root, "site");
    struct localised_list sites = {NULL, 0};
    if (value)
        sites = read_sites(report, value);
    for (size_t i = 0; i < sites.count; i++) {
        const struct localised *site = &sites.items[i];
        if (is_site(site->text))
            continue;
        report_tell(report, DIAG_SITE, site->position, site->text, NULL);
        return;
    }
    report->document->site = sites;
}

void imprint_read(struct report *report) {
    read_site(report);
}

/* --- the part --------------------------------------------------------------------------- */

struct imprint {
    struct report *report;
    const struct section *part;
    struct block *last;
};

static struct span *add_span(struct arena *arena, struct paragraph *paragraph,
                             enum span_kind kind, size_t start, size_t end) {
    struct span *spans = arena_array(arena, struct span, paragraph->span_count + 1);
    for (size_t i = 0; i < paragraph->span_count; i++)
        spans[i] = paragraph->spans[i];
    struct span *span = &spans[paragraph->span_count++];
    *span = (struct span){.kind = kind, .start = (uint32_t)start, .end = (uint32_t)end};
    paragraph->spans = spans;
    return span;
}

/* What report.yaml has at a key: its place is there. */
static const struct yaml *find_value(const struct imprint *imprint, const char *key) {
    const struct yaml *value = key ? yaml_find(imprint->report->root, key) : NULL;
    const struct yaml *own = value && value->kind == YAML_MAP
                                 ? yaml_find(value, imprint->part->language->tag)
                                 : NULL;
    return own ? own : value;
}

/* The words of the program before it stand where the value does, too. */
static void add_place(struct arena *arena, struct paragraph *paragraph, size_t offset) {
    struct place *places = arena_array(arena, struct place, 2);
    places[0] = paragraph->places[0];
    places[1] = (struct place){(uint32_t)offset, places[0].source_offset};
    paragraph->places = places;
    paragraph->place_count = 2;
}

/* "Publisher: An Office"; without a label where it is NULL. */
static struct paragraph *add_paragraph(struct imprint *imprint, const char *label,
                                       const char *text, const char *key) {
    struct arena *arena = imprint->report->reading->arena;
    const struct language *language = imprint->part->language;
    const char *full = label ? arena_printf(arena, "%s: %s", label, text) : text;
    struct block *block = made_block(arena, BLOCK_PARAGRAPH, language);
    block->position = imprint->part->position;
    block->paragraph = made_paragraph(
        arena, full, language->tag, imprint->report->locator, find_value(imprint, key));
    block->paragraph.direction = language->direction;
    if (label)
        add_place(arena, &block->paragraph, strlen(label) + 2);
    if (label)
        add_span(arena, &block->paragraph, SPAN_STRONG, 0, strlen(label) + 1);
    imprint->last->next = block;
    imprint->last = block;
    return &block->paragraph;
}

static void add_text(struct imprint *imprint, const char *label,
                     struct localised_list list, const char *key) {
    const char *text = localised_find(list, imprint->part->language->tag);
    if (text)
        add_paragraph(imprint, label, text, key);
}

static const char *label_of(const struct imprint *imprint, enum term term) {
    return locale_term(imprint->part->language->tag, term);
}

static void add_date(struct imprint *imprint) {
    struct report *report = imprint->report;
    const struct language *language = imprint->part->language;
    struct date_form form = {.language = language->tag,
                             .digits = language->digits,
                             .months = language->months};
    struct date date;
    if (!report->document->date || !date_read(report->document->date, &date))
        return;
    add_paragraph(
        imprint, label_of(imprint, TERM_DATE),
        locale_date(report->reading->arena, report->reading->formats, date, &form),
        "date");
}

static void add_site(struct imprint *imprint) {
    const char *site =
        localised_find(imprint->report->document->site, imprint->part->language->tag);
    if (!site)
        return;
    struct paragraph *paragraph =
        add_paragraph(imprint, label_of(imprint, TERM_SITE), site, "site");
    struct span *link =
        add_span(imprint->report->reading->arena, paragraph, SPAN_LINK,
                 paragraph->text.length - strlen(site), paragraph->text.length);
    link->target = site;
}

/* The title of the report stands out, as the labels do. */
static void add_title(struct imprint *imprint) {
    const struct document *document = imprint->report->document;
    const char *title = localised_find(document->title, imprint->part->language->tag);
    if (!title)
        return;
    struct paragraph *paragraph = add_paragraph(imprint, NULL, title, "title");
    add_span(imprint->report->reading->arena, paragraph, SPAN_STRONG, 0,
             paragraph->text.length);
}

const struct block *imprint_make(struct report *report, const struct section *part) {
    const struct document *document = report->document;
    struct block *heading = made_heading(report, part, "part:imprint");
    struct imprint imprint = {report, part, heading};
    add_title(&imprint);
    add_text(&imprint, label_of(&imprint, TERM_PUBLISHER), document->publisher,
             "publisher");
    add_date(&imprint);
    add_text(&imprint, NULL, document->edition_number, "edition-number");
    add_text(&imprint, NULL, document->edition_line, "edition");
    add_text(&imprint, label_of(&imprint, TERM_LICENCE), document->licence, "licence");
    add_text(&imprint, label_of(&imprint, TERM_CONTACT), document->contact, "contact");
    add_site(&imprint);
    add_text(&imprint, NULL, document->prevails, "prevails");
    add_text(&imprint, NULL, document->notice, "notice");
    return heading;
}
