/* SPDX-License-Identifier: MIT */
/* Makes the editions of a report from report.yaml. */
#include "document/internal.h"

/* Whether a name can be that of a file, on any system and at a command line. */
static bool is_edition_name(const char *name) {
    static const char known[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789-_.";
    size_t length = strlen(name);
    return length && length <= 64 && strspn(name, known) == length && *name != '.' &&
           *name != '-';
}

static void add_every_language(struct report *report, struct edition *edition) {
    for (size_t i = 0; i < report->language_count; i++)
        edition->languages[edition->language_count++] = &report->languages[i];
}

static bool has_language(const struct edition *edition,
                         const struct language *language) {
    for (size_t i = 0; i < edition->language_count; i++)
        if (edition->languages[i] == language)
            return true;
    return false;
}

static void add_languages(struct report *report, struct edition *edition,
                          const struct yaml *list) {
    if (!yaml_expect(report->reading, list, YAML_LIST))
        return;
    if (!list->count)
        report_tell(report, DIAG_YAML_EMPTY, list->key->position, "languages", NULL);
    yaml_check_repeats(report->reading, list);
    for (const struct yaml *item = list->items; item; item = item->next) {
        const char *tag = yaml_text(report->reading, item);
        const struct language *language =
            tag ? report_find_language(report, tag) : NULL;
        if (tag && !language)
            report_tell_language(report, item->position, tag);
        else if (language && !has_language(edition, language))
            edition->languages[edition->language_count++] = language;
    }
}

static void read_resolution(struct report *report, const struct yaml *value,
                            struct edition *edition) {
    const char *text = yaml_text(report->reading, value);
    uint32_t resolution = 0;
    if (text && yaml_whole(text, &resolution) && resolution >= 36 && resolution <= 1200)
        edition->resolution = resolution;
    else if (text)
        report_tell(report, DIAG_RESOLUTION, value->position, text, NULL);
}

static struct edition new_edition(struct report *report, const char *name,
                                  struct position position) {
    return (struct edition){.name = name,
                            .position = position,
                            .languages = arena_array(report->reading->arena,
                                                     const struct language *,
                                                     report->language_count),
                            .resolution = RESOLUTION};
}

/* More than two columns would be too narrow to be read. */
static void read_parallel(struct report *report, const struct yaml *value,
                          struct edition *edition) {
    edition->parallel = yaml_flag(report->reading, value);
    if (edition->parallel && edition->language_count != 2)
        report_tell(
            report, DIAG_PARALLEL, value->key->position,
            arena_printf(report->reading->arena, "%zu", edition->language_count), NULL);
}

/* Keys that every edition has; `map` is NULL where nothing is given. */
static void read_keys(struct report *report, const struct yaml *map,
                      struct edition *edition) {
    const struct yaml *resolution = map ? yaml_find(map, "resolution") : NULL;
    const struct yaml *stamp = map ? yaml_find(map, "stamp") : NULL;
    const struct yaml *languages = map ? yaml_find(map, "languages") : NULL;
    const struct yaml *parallel = map ? yaml_find(map, "parallel") : NULL;
    const struct yaml *sections = map ? yaml_find(map, "sections") : NULL;
    if (sections)
        edition->sections = selection_read(report, sections);
    if (resolution)
        read_resolution(report, resolution, edition);
    if (stamp)
        edition->stamp = stamp_read(report, stamp);
    if (languages)
        add_languages(report, edition, languages);
    if (!edition->language_count)
        add_every_language(report, edition);
    if (parallel)
        read_parallel(report, parallel, edition);
}

static void read_edition(struct report *report, const struct yaml *value,
                         struct edition *edition) {
    *edition = new_edition(report, value->key->text, value->key->position);
    if (!is_edition_name(edition->name))
        report_tell(report, DIAG_EDITION_NAME, edition->position, edition->name, NULL);
    bool none = value->kind == YAML_TEXT && value->none;
    const struct yaml *map =
        !none && yaml_expect(report->reading, value, YAML_MAP) ? value : NULL;
    edition->kind = edition_kind_read(report, edition->name, map);
    read_keys(report, map, edition);
    edition_kind_keys(report, map, edition);
}

/* Every language, in order. */
static void add_built_in(struct report *report, enum edition_kind kind) {
    struct document *document = report->document;
    struct edition *editions = (struct edition *)(uintptr_t)document->editions;
    struct edition *edition = &editions[document->edition_count];
    *edition =
        new_edition(report, edition_kind_name(kind), locator_whole(report->locator));
    edition->kind = kind;
    edition->unlisted = document->edition_count > 0;
    read_keys(report, /*map*/ NULL, edition);
    edition_kind_keys(report, /*map*/ NULL, edition);
    document->edition_count++;
}

/* A report that lists no edition is one; every other kind can be asked for. */
void report_read_editions(struct report *report) {
    struct document *document = report->document;
    const struct yaml *map = yaml_find(report->root, "editions");
    bool given = map && yaml_expect(report->reading, map, YAML_MAP);
    size_t count = given ? map->count : 0;
    struct edition *editions =
        arena_array(report->reading->arena, struct edition, count + EDITION_KINDS);
    document->editions = editions;
    if (given && !count)
        report_tell(report, DIAG_YAML_EMPTY, map->key->position, "editions", NULL);
    for (const struct yaml *value = given ? map->items : NULL; value;
         value = value->next)
        read_edition(report, value, &editions[document->edition_count++]);
    for (enum edition_kind kind = EDITION_REPORT; kind < EDITION_KINDS; kind++)
        if (!document_find_edition(document, edition_kind_name(kind)))
            add_built_in(report, kind);
}
