/* SPDX-License-Identifier: MIT */
/* Makes the parts of a report that no file holds: {part: contents, depth: 2}. */
#include "document/internal.h"

#include "base/nearest.h"

enum { DEPTH = 2, DEPTH_LIMIT = 3, FIGURES = 3, FIGURE_LIMIT = 12 };

struct part_kind {
    const char *name;
    enum section_kind kind;
    enum term title;
};

static const struct part_kind kinds[] = {
    {"contents", SECTION_CONTENTS, TERM_CONTENTS},
    {"figures", SECTION_FIGURES, TERM_FIGURES},
    {"tables", SECTION_TABLES, TERM_TABLES},
    {"findings", SECTION_FINDINGS, TERM_FINDINGS},
    {"glance", SECTION_GLANCE, TERM_GLANCE},
    {"recommendations", SECTION_RECOMMENDATIONS, TERM_RECOMMENDATIONS},
    {"glossary", SECTION_GLOSSARY, TERM_GLOSSARY},
    {"imprint", SECTION_IMPRINT, TERM_IMPRINT},
    {"back-cover", SECTION_BACK_COVER, TERM_BACK_COVER},
    {"sources", SECTION_SOURCES, TERM_SOURCES},
    {"data", SECTION_DATA, TERM_DATA},
};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static const struct part_kind *find_kind(const struct yaml *map) {
    const struct yaml *part = yaml_find(map, "part");
    if (!part || part->kind != YAML_TEXT)
        return NULL;
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (!strcmp(kinds[i].name, part->text))
            return &kinds[i];
    return NULL;
}

static void tell_kind(struct report *report, const struct yaml *part) {
    const char *names[KIND_COUNT];
    for (size_t i = 0; i < KIND_COUNT; i++)
        names[i] = kinds[i].name;
    const char *text = yaml_text(report->reading, part);
    if (text)
        report_tell(report, DIAG_PART, part->position, text,
                    nearest_word(text, names, KIND_COUNT));
}

/* 0 if there is none that can be. */
static uint32_t read_depth(const struct yaml *map) {
    const struct yaml *depth = yaml_find(map, "depth");
    uint32_t number = DEPTH;
    if (!depth)
        return DEPTH;
    if (depth->kind != YAML_TEXT || !yaml_whole(depth->text, &number))
        return 0;
    return number <= DEPTH_LIMIT ? number : 0;
}

/* --- {part: glance, statement: {ar: …, en: …}, figures: 3, note: …} --------------------- */

static uint32_t read_figures(const struct yaml *map) {
    const struct yaml *value = yaml_find(map, "figures");
    uint32_t number = FIGURES;
    if (!value)
        return FIGURES;
    bool whole = value->kind == YAML_TEXT && yaml_whole(value->text, &number);
    return whole && number && number <= FIGURE_LIMIT ? number : 0;
}

/* In a language, nothing being told. */
static const char *find_text(const struct yaml *map, const char *key,
                             const char *language) {
    const struct yaml *value = yaml_find(map, key);
    if (value && value->kind == YAML_MAP)
        value = yaml_find(value, language);
    return value && value->kind == YAML_TEXT ? value->text : NULL;
}

static void check_glance(struct report *report, const struct yaml *map) {
    static const char *const texts[] = {"statement", "note"};
    const struct yaml *figures = yaml_find(map, "figures");
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct yaml *value = yaml_find(map, texts[i]);
        if (value)
            report_read_localised(report, value);
    }
    const char *text =
        figures && !read_figures(map) ? yaml_text(report->reading, figures) : NULL;
    if (text)
        report_tell(report, DIAG_PART_FIGURES, figures->position, text, NULL);
}

/* --- all of them ---------------------------------------------------------------------- */

/* The same part before this one. */
static const struct yaml *find_before(const struct yaml *list, const struct yaml *map,
                                      const struct part_kind *kind) {
    for (const struct yaml *item = list->items; item != map; item = item->next)
        if (item->kind == YAML_MAP && find_kind(item) == kind)
            return item;
    return NULL;
}

static void check_repeat(struct report *report, const struct yaml *list,
                         const struct yaml *map) {
    const struct part_kind *kind = find_kind(map);
    const struct yaml *before = find_before(list, map, kind);
    if (before)
        report_tell(report, DIAG_YAML_DUPLICATE, map->position, kind->name,
                    arena_printf(report->reading->arena, "%u",
                                 (unsigned)before->position.line));
}

void part_check(struct report *report, const struct yaml *list,
                const struct yaml *map) {
    static const char *const known[] = {"part", "depth"};
    static const char *const of_glance[] = {"part", "statement", "figures", "note"};
    const struct yaml *part = yaml_find(map, "part");
    const struct yaml *depth = yaml_find(map, "depth");
    const struct part_kind *kind = find_kind(map);
    bool has_depth = !kind || kind->kind == SECTION_CONTENTS;
    if (kind && kind->kind == SECTION_GLANCE) {
        yaml_check_keys(report->reading, map, of_glance, 4);
        check_glance(report, map);
    } else {
        yaml_check_keys(report->reading, map, known, has_depth ? 2 : 1);
    }
    if (!part)
        report_tell(report, DIAG_KEY_ABSENT, map->position, "part", NULL);
    else if (!kind)
        tell_kind(report, part);
    else
        check_repeat(report, list, map);
    if (!has_depth || read_depth(map))
        return;
    const char *text = yaml_text(report->reading, depth);
    if (text)
        report_tell(report, DIAG_PART_DEPTH, depth->position, text, NULL);
}

bool part_read(const struct yaml *map, const struct language *language,
               struct section *section) {
    const struct part_kind *kind = find_kind(map);
    if (!kind)
        return false;
    *section = (struct section){
        .kind = kind->kind,
        .language = language,
        .key = kind->name,
        .title = locale_term(language->tag, kind->title),
        .depth = kind->kind == SECTION_CONTENTS ? read_depth(map) : 0,
        .statement = find_text(map, "statement", language->tag),
        .note = find_text(map, "note", language->tag),
        .figures = read_figures(map),
        .position = map->position,
    };
    return true;
}

static void check_back_cover(struct report *report, const struct section *part) {
    if (!report->document->blurb.count)
        report_tell(report, DIAG_KEY_ABSENT, part->position, "blurb", NULL);
}

const struct block *part_make(struct report *report, const struct section *part) {
    bool first = part->language == report->languages;
    if (part->kind == SECTION_GLOSSARY)
        return glossary_make(report, part);
    if (part->kind == SECTION_IMPRINT)
        return imprint_make(report, part);
    if (part->kind == SECTION_BACK_COVER && first)
        check_back_cover(report, part);
    return NULL;
}

static bool has_heading(const struct block *block, uint32_t depth) {
    for (; block; block = block->next)
        if ((block->kind == BLOCK_HEADING && block->level <= depth) ||
            has_heading(block->children, depth))
            return true;
    return false;
}

/* Contents list headings, and the other parts. */
static bool is_contents_empty(const struct section *part,
                              const struct section *sections, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (&sections[i] != part && (sections[i].kind != SECTION_FILE ||
                                     has_heading(sections[i].blocks, part->depth)))
            return false;
    return true;
}

static bool is_empty(const struct section *part, struct ids *ids,
                     const struct answers *answers) {
    switch (part->kind) {
    case SECTION_FIGURES:
        return !ids_number(ids, BLOCK_FIGURE);
    case SECTION_TABLES:
        return !ids_number(ids, BLOCK_TABLE);
    case SECTION_FINDINGS:
    case SECTION_GLANCE:
        return !answers_findings(answers);
    case SECTION_RECOMMENDATIONS:
        return !answers_recommendations(answers);
    case SECTION_SOURCES:
        return !ids_citations(ids)->work_count;
    case SECTION_DATA:
        return !ids_annexed(ids);
    case SECTION_GLOSSARY: /* what these lack has been told */
    case SECTION_IMPRINT:
    case SECTION_BACK_COVER:
    case SECTION_FILE:
    case SECTION_CONTENTS:
    case SECTION_KINDS:
        break;
    }
    return false;
}

void parts_finish(struct report *report, const struct section *sections, size_t count,
                  struct ids *ids, const struct answers *answers) {
    for (size_t i = 0; i < count; i++)
        if (sections[i].kind == SECTION_CONTENTS
                ? is_contents_empty(&sections[i], sections, count)
                : is_empty(&sections[i], ids, answers))
            report_tell(report, DIAG_PART_EMPTY, sections[i].position,
                        sections[i].language->tag, NULL);
}
