/* SPDX-License-Identifier: MIT */
/* Reads the files that the sections of report.yaml name, in each language. */
#include "document/internal.h"

#include "base/file.h"

static bool ends_with(const char *text, const char *end) {
    size_t length = strlen(text), end_length = strlen(end);
    return length >= end_length && !strcmp(text + length - end_length, end);
}

/* A key with ".md" at its end names a file that nobody has. */
static void check_keys(struct report *report, const struct yaml *list) {
    for (const struct yaml *key = list->items; key; key = key->next) {
        if (key->kind == YAML_MAP) {
            part_check(report, list, key);
            continue;
        }
        const char *text = yaml_text(report->reading, key);
        if (text && !path_goes_down(text))
            report_tell(report, DIAG_SECTION_KEY, key->position, text, NULL);
        else if (text && ends_with(text, ".md"))
            report_tell(report, DIAG_SECTION_SUFFIX, key->position, text, NULL);
    }
    yaml_check_repeats(report->reading, list);
}

static bool is_usable(const struct yaml *key) {
    return key->kind == YAML_TEXT && path_goes_down(key->text) &&
           !ends_with(key->text, ".md");
}

static bool read_file(struct report *report, const struct yaml *key,
                      const struct language *language, struct ids *ids,
                      struct answers *answers, struct section *section) {
    const char *folder = report->document->folder;
    struct arena *arena = report->reading->arena;
    const char *path = file_join(
        arena, folder, arena_printf(arena, "%s/%s.md", language->tag, key->text));
    if (path_leaves(folder, path)) {
        report_tell(report, DIAG_FILE_OUTSIDE, key->position, path, NULL);
        return false;
    }
    size_t errors = diag_count(report->reading->diag, DIAG_ERROR);
    struct locator *locator = input_read(report->reading, path, key->position);
    if (!locator)
        return false;
    *section = (struct section){.language = language, .key = key->text};
    section_read(report->reading, ids, answers, locator, section);
    section_check(report->reading, section, errors);
    if (diag_count(report->reading->diag, DIAG_ERROR) > errors)
        section->differs = true; /* blocks may be missing that have been told */
    return true;
}

static bool has_part(const struct section *sections, size_t count,
                     enum section_kind kind) {
    for (size_t i = 0; i < count; i++)
        if (sections[i].kind == kind)
            return true;
    return false;
}

/* Gives how many sections there are. */
static size_t read_language(struct report *report, const struct yaml *list,
                            const struct language *language, struct section *sections,
                            struct answers **answers) {
    struct ids *ids = ids_new(report->reading->arena);
    *answers = answers_new(report->reading, ids, language);
    size_t count = 0;
    for (const struct yaml *item = list->items; item; item = item->next) {
        struct section *section = &sections[count];
        if (item->kind == YAML_MAP)
            count += part_read(item, language, section);
        else if (is_usable(item))
            count += read_file(report, item, language, ids, *answers, section);
    }
    ids_finish(report->reading, ids, language->tag);
    answers_finish(*answers);
    for (size_t i = 0; i < count; i++)
        if (sections[i].kind == SECTION_SOURCES)
            sections[i].blocks = bibliography_make(report, ids, &sections[i]);
        else if (sections[i].kind == SECTION_DATA)
            sections[i].blocks = annex_make(report, ids, &sections[i]);
        else if (sections[i].kind != SECTION_FILE)
            sections[i].blocks = part_make(report, &sections[i]);
    if (!has_part(sections, count, SECTION_DATA))
        annex_check(report->reading, ids);
    parts_finish(report, sections, count, ids, *answers);
    return count;
}

void report_read_sections(struct report *report) {
    struct document *document = report->document;
    const struct yaml *list = yaml_find(report->root, "sections");
    if (!list) {
        report_tell(report, DIAG_KEY_ABSENT, locator_whole(report->locator), "sections",
                    NULL);
        return;
    }
    if (!yaml_expect(report->reading, list, YAML_LIST))
        return;
    if (!list->count)
        report_tell(report, DIAG_YAML_EMPTY, list->key->position, "sections", NULL);
    check_keys(report, list);
    struct section *sections = arena_array(report->reading->arena, struct section,
                                           list->count * report->language_count);
    struct answers **answers =
        arena_array(report->reading->arena, struct answers *, report->language_count);
    document->sections = sections;
    for (size_t i = 0; i < report->language_count; i++)
        document->section_count +=
            read_language(report, list, &report->languages[i],
                          sections + document->section_count, &answers[i]);
    answers_compare(report, answers);
}
