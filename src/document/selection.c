/* SPDX-License-Identifier: MIT */
/* Makes the document of an edition that has some of the sections only. Numbers stay those of
   the whole report; a list of what is in none of them is left out. */
#include "document/internal.h"

#include "base/nearest.h"

/* --- sections: [summary, findings/02-use-of-force, contents] --------------------------- */

static void tell_unknown(struct report *report, const struct yaml *item,
                         const char *key) {
    const struct document *document = report->document;
    const char **keys =
        arena_array(report->reading->arena, const char *, document->section_count);
    for (size_t i = 0; i < document->section_count; i++)
        keys[i] = document->sections[i].key;
    report_tell(report, DIAG_EDITION_SECTION, item->position, key,
                nearest_word(key, keys, document->section_count));
}

/* In every language. */
static void choose(struct report *report, const struct yaml *item, bool *chosen) {
    const struct document *document = report->document;
    const char *key = yaml_text(report->reading, item);
    bool found = false;
    for (size_t i = 0; key && i < document->section_count; i++)
        if (!strcmp(document->sections[i].key, key))
            found = chosen[i] = true;
    if (key && !found)
        tell_unknown(report, item, key);
}

const bool *selection_read(struct report *report, const struct yaml *list) {
    bool *chosen =
        arena_array(report->reading->arena, bool, report->document->section_count + 1);
    if (!yaml_expect(report->reading, list, YAML_LIST))
        return NULL;
    if (!list->count)
        report_tell(report, DIAG_YAML_EMPTY, list->key->position, "sections", NULL);
    yaml_check_repeats(report->reading, list);
    for (const struct yaml *item = list->items; item; item = item->next)
        choose(report, item, chosen);
    return chosen;
}

/* --- the document ------------------------------------------------------------------------ */

struct selection {
    struct section *sections;
    const struct finding **findings;
    const struct recommendation **recommendations;
    size_t section_count, finding_count, recommendation_count;
};

/* Its findings and recommendations come in the order of their numbers. */
static void add_section(struct selection *selection, const struct section *section) {
    selection->sections[selection->section_count++] = *section;
    if (section->kind != SECTION_FILE)
        return;
    for (const struct block *block = section->blocks; block; block = block->next) {
        if (block->finding)
            selection->findings[selection->finding_count++] = block->finding;
        if (block->recommendation)
            selection->recommendations[selection->recommendation_count++] =
                block->recommendation;
    }
}

static bool has_caption(const struct block *block, bool tables) {
    for (; block; block = block->next) {
        bool found = tables ? block->table && block->table->caption.number
                            : block->figure && block->figure->caption.number;
        if (found || has_caption(block->children, tables))
            return true;
    }
    return false;
}

static bool has_captions(const struct selection *selection, bool tables) {
    for (size_t i = 0; i < selection->section_count; i++)
        if (has_caption(selection->sections[i].blocks, tables))
            return true;
    return false;
}

/* In every language: those of an edition have the same sections. */
static bool is_empty(const struct selection *selection, const struct section *section) {
    switch (section->kind) {
    case SECTION_FIGURES:
    case SECTION_TABLES:
        return !has_captions(selection, section->kind == SECTION_TABLES);
    case SECTION_FINDINGS:
        return !selection->finding_count;
    case SECTION_RECOMMENDATIONS:
        return !selection->recommendation_count;
    case SECTION_GLANCE:
        return !selection->finding_count && !selection->recommendation_count;
    default:
        return false;
    }
}

static void drop_empty(struct selection *selection) {
    size_t kept = 0;
    for (size_t i = 0; i < selection->section_count; i++)
        if (!is_empty(selection, &selection->sections[i]))
            selection->sections[kept++] = selection->sections[i];
    selection->section_count = kept;
}

const struct document *document_select(struct arena *arena,
                                       const struct document *document,
                                       const struct edition *edition) {
    if (!edition->sections)
        return document;
    struct document *part = arena_new(arena, struct document);
    struct selection selection = {
        .sections = arena_array(arena, struct section, document->section_count),
        .findings =
            arena_array(arena, const struct finding *, document->finding_count + 1),
        .recommendations = arena_array(arena, const struct recommendation *,
                                       document->recommendation_count + 1)};
    for (size_t i = 0; i < document->section_count; i++)
        if (edition->sections[i])
            add_section(&selection, &document->sections[i]);
    drop_empty(&selection);
    *part = *document;
    part->sections = selection.sections;
    part->section_count = selection.section_count;
    part->findings = selection.findings;
    part->finding_count = selection.finding_count;
    part->recommendations = selection.recommendations;
    part->recommendation_count = selection.recommendation_count;
    return part;
}
