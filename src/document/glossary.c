/* SPDX-License-Identifier: MIT */
/* Makes the glossary of a language from glossary.yaml, which holds each term in all languages
   of the report:

       - {ar: المساءلة, en: accountability}
       - ar: الإفلات من العقاب
         en: impunity
         definition: {en: "Exemption from punishment."}
*/
#include "document/internal.h"

#include "base/file.h"

#include <stdlib.h>

struct glossary {
    struct locator *locator; /* NULL: there is none that can be read */
    const struct yaml **terms; /* maps that are whole */
    size_t count;
};

/* --- glossary.yaml -------------------------------------------------------------------- */

static void check_keys(struct report *report, const struct yaml *map, bool term) {
    size_t count = 0;
    const char **known =
        arena_array(report->reading->arena, const char *, report->language_count + 1);
    for (size_t i = 0; i < report->language_count; i++)
        known[count++] = report->languages[i].tag;
    if (term)
        known[count++] = "definition";
    yaml_check_keys(report->reading, map, known, count);
}

static bool check_sides(struct report *report, const struct yaml *term) {
    bool whole = true;
    for (size_t i = 0; i < report->language_count; i++) {
        const char *tag = report->languages[i].tag;
        const struct yaml *side = yaml_find(term, tag);
        if (!side)
            report_tell(report, DIAG_GLOSSARY_SIDE, term->position, tag, NULL);
        if (!side || !yaml_text(report->reading, side))
            whole = false;
    }
    return whole;
}

/* The same letters, whatever their case. */
struct known_term {
    const char *folded;
    const struct yaml *side;
};

static int compare_known(const void *left, const void *right) {
    const struct known_term *a = left, *b = right;
    int order = strcmp(a->folded, b->folded);
    if (order)
        return order;
    uint32_t first = a->side->position.line, second = b->side->position.line;
    return first < second ? -1 : first > second;
}

static void check_repeats(struct report *report, const struct glossary *glossary,
                          const char *tag) {
    struct arena *arena = report->reading->arena;
    struct known_term *terms = arena_array(arena, struct known_term, glossary->count);
    for (size_t i = 0; i < glossary->count; i++) {
        const struct yaml *side = yaml_find(glossary->terms[i], tag);
        terms[i] = (struct known_term){locale_fold(arena, slice_of(side->text)), side};
    }
    if (glossary->count)
        qsort(terms, glossary->count, sizeof *terms, compare_known);
    for (size_t i = 1; i < glossary->count; i++)
        if (!strcmp(terms[i].folded, terms[i - 1].folded))
            report_tell(
                report, DIAG_GLOSSARY_REPEATED, terms[i].side->position,
                terms[i].side->text,
                arena_printf(arena, "%u", (unsigned)terms[i - 1].side->position.line));
}

static void check_definition(struct report *report, const struct yaml *term) {
    const struct yaml *definition = yaml_find(term, "definition");
    if (!definition || !yaml_expect(report->reading, definition, YAML_MAP))
        return;
    check_keys(report, definition, /*term*/ false);
    for (const struct yaml *side = definition->items; side; side = side->next)
        yaml_text(report->reading, side);
}

static void read_terms(struct report *report, struct glossary *glossary,
                       const struct yaml *list) {
    glossary->terms =
        arena_array(report->reading->arena, const struct yaml *, list->count);
    for (const struct yaml *term = list->items; term; term = term->next) {
        if (!yaml_expect(report->reading, term, YAML_MAP))
            continue;
        check_keys(report, term, /*term*/ true);
        check_definition(report, term);
        if (check_sides(report, term))
            glossary->terms[glossary->count++] = term;
    }
    for (size_t i = 0; i < report->language_count; i++)
        check_repeats(report, glossary, report->languages[i].tag);
}

/* Once for all languages. */
static const struct glossary *read_glossary(struct report *report,
                                            struct position from) {
    struct reading *reading = report->reading;
    struct glossary *glossary = arena_new(reading->arena, struct glossary);
    const char *path =
        file_join(reading->arena, report->document->folder, "glossary.yaml");
    const struct yaml *list;
    glossary->locator = input_read(reading, path, from);
    if (!glossary->locator ||
        !yaml_read(reading, glossary->locator, 0, glossary->locator->line_count, &list))
        return glossary;
    if (!list || (list->kind == YAML_LIST && !list->count))
        report_tell(report, DIAG_GLOSSARY_EMPTY, locator_whole(glossary->locator),
                    "glossary.yaml", NULL);
    else if (yaml_expect(reading, list, YAML_LIST))
        read_terms(report, glossary, list);
    return glossary;
}

/* --- the table ------------------------------------------------------------------------ */

/* The definition of a term in a language, or NULL. */
static const struct yaml *find_definition(const struct yaml *term, const char *tag) {
    const struct yaml *definition = yaml_find(term, "definition");
    return definition && definition->kind == YAML_MAP ? yaml_find(definition, tag)
                                                      : NULL;
}

static bool has_definitions(const struct glossary *glossary, const char *tag) {
    for (size_t i = 0; i < glossary->count; i++)
        if (find_definition(glossary->terms[i], tag))
            return true;
    return false;
}

struct sorted_term {
    const char *key;
    size_t index;
};

static int compare_sorted(const void *left, const void *right) {
    const struct sorted_term *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    if (order)
        return order;
    return a->index < b->index ? -1 : a->index > b->index;
}

static struct sorted_term *sort_terms(struct report *report, const char *tag) {
    const struct glossary *glossary = report->glossary;
    struct reading *reading = report->reading;
    struct sorted_term *terms =
        arena_array(reading->arena, struct sorted_term, glossary->count);
    for (size_t i = 0; i < glossary->count; i++)
        terms[i] = (struct sorted_term){
            locale_sort_key(reading->arena, reading->formats,
                            yaml_find(glossary->terms[i], tag)->text, tag),
            i};
    qsort(terms, glossary->count, sizeof *terms, compare_sorted);
    return terms;
}

struct glossary_table {
    struct report *report;
    const char **tags; /* of the columns of terms, the part's own first */
    bool defined; /* there is a column of definitions */
    struct paragraph *next; /* cell */
};

static void add_cell(struct glossary_table *table, const struct yaml *value,
                     const char *tag) {
    struct report *report = table->report;
    *table->next++ = made_paragraph(report->reading->arena, value ? value->text : "",
                                    tag, report->glossary->locator, value);
}

/* Terms of the part's own language stand out. */
static void emphasise(struct arena *arena, struct paragraph *paragraph) {
    struct span *span = arena_new(arena, struct span);
    *span = (struct span){.kind = SPAN_STRONG, .end = (uint32_t)paragraph->text.length};
    paragraph->spans = span;
    paragraph->span_count = 1;
}

static void add_header(struct glossary_table *table) {
    struct report *report = table->report;
    struct arena *arena = report->reading->arena;
    for (size_t i = 0; i < report->language_count; i++) {
        const char *tag = table->tags[i];
        *table->next++ = made_paragraph(arena, locale_language_name(arena, tag, tag),
                                        tag, report->glossary->locator, NULL);
    }
    if (table->defined)
        *table->next++ =
            made_paragraph(arena, locale_term(table->tags[0], TERM_DEFINITION),
                           table->tags[0], report->glossary->locator, NULL);
}

static void add_term(struct glossary_table *table, const struct yaml *term) {
    struct report *report = table->report;
    struct paragraph *own = table->next;
    for (size_t i = 0; i < report->language_count; i++)
        add_cell(table, yaml_find(term, table->tags[i]), table->tags[i]);
    emphasise(report->reading->arena, own);
    if (table->defined)
        add_cell(table, find_definition(term, table->tags[0]), table->tags[0]);
}

static const char **order_tags(const struct report *report,
                               const struct language *first) {
    size_t count = 1;
    const char **tags =
        arena_array(report->reading->arena, const char *, report->language_count);
    tags[0] = first->tag;
    for (size_t i = 0; i < report->language_count; i++)
        if (&report->languages[i] != first)
            tags[count++] = report->languages[i].tag;
    return tags;
}

static const struct table *make_table(struct report *report,
                                      const struct section *part) {
    struct arena *arena = report->reading->arena;
    const struct glossary *glossary = report->glossary;
    struct table *table = arena_new(arena, struct table);
    bool defined = has_definitions(glossary, part->language->tag);
    size_t columns = report->language_count + defined;
    size_t rows = glossary->count + 1;
    struct paragraph *cells = arena_array(arena, struct paragraph, columns * rows);
    *table = (struct table){.columns = arena_array(arena, enum column_align, columns),
                            .column_count = columns,
                            .cells = cells,
                            .row_count = rows,
                            .header_rows = 1};
    struct glossary_table making = {report, order_tags(report, part->language), defined,
                                    cells};
    struct sorted_term *terms = sort_terms(report, part->language->tag);
    add_header(&making);
    for (size_t i = 0; i < glossary->count; i++)
        add_term(&making, glossary->terms[terms[i].index]);
    return table;
}

const struct block *glossary_make(struct report *report, const struct section *part) {
    if (!report->glossary)
        report->glossary = read_glossary(report, part->position);
    struct block *heading = made_heading(report, part, "part:glossary");
    if (!report->glossary->count)
        return heading;
    struct block *block =
        made_block(report->reading->arena, BLOCK_TABLE, part->language);
    block->table = make_table(report, part);
    block->position = part->position;
    block->stays = true;
    heading->next = block;
    return heading;
}
