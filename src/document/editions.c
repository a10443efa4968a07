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

static void read_edition(struct report *report, const struct yaml *value,
                         struct edition *edition) {
    static const char *const known[] = {"languages", "resolution", "stamp"};
    struct arena *arena = report->reading->arena;
    edition->name = value->key->text;
    edition->position = value->key->position;
    edition->languages =
        arena_array(arena, const struct language *, report->language_count);
    if (!is_edition_name(edition->name))
        report_tell(report, DIAG_EDITION_NAME, edition->position, edition->name, NULL);
    edition->resolution = RESOLUTION;
    const struct yaml *languages = NULL, *resolution = NULL, *stamp = NULL;
    if (!(value->kind == YAML_TEXT && value->none) &&
        yaml_expect(report->reading, value, YAML_MAP)) {
        yaml_check_keys(report->reading, value, known, sizeof known / sizeof *known);
        languages = yaml_find(value, "languages");
        resolution = yaml_find(value, "resolution");
        stamp = yaml_find(value, "stamp");
    }
    if (resolution)
        read_resolution(report, resolution, edition);
    if (stamp)
        edition->stamp = stamp_read(report, stamp);
    if (languages)
        add_languages(report, edition, languages);
    if (!edition->language_count)
        add_every_language(report, edition);
}

/* Every language, in order, as `report`. */
static void add_default(struct report *report, struct edition *edition) {
    edition->name = "report";
    edition->position = locator_whole(report->locator);
    edition->languages = arena_array(report->reading->arena, const struct language *,
                                     report->language_count);
    edition->resolution = RESOLUTION;
    add_every_language(report, edition);
}

void report_read_editions(struct report *report) {
    struct document *document = report->document;
    const struct yaml *map = yaml_find(report->root, "editions");
    bool given = map && yaml_expect(report->reading, map, YAML_MAP);
    size_t count = given ? map->count : 0;
    struct edition *editions =
        arena_array(report->reading->arena, struct edition, count ? count : 1);
    document->editions = editions;
    if (given && !count)
        report_tell(report, DIAG_YAML_EMPTY, map->key->position, "editions", NULL);
    for (const struct yaml *value = given ? map->items : NULL; value;
         value = value->next)
        read_edition(report, value, &editions[document->edition_count++]);
    if (!count)
        add_default(report, &editions[document->edition_count++]);
}
