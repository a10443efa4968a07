/* SPDX-License-Identifier: MIT */
/* Makes the languages of a report from report.yaml, and the texts that exist in each. */
#include "document/internal.h"

#include "base/nearest.h"

static void read_language(struct report *report, const struct yaml *value) {
    const char *tag = value->key->text;
    if (!locale_is_tag(tag)) {
        report_tell(report, DIAG_LANGUAGE_TAG, value->key->position, tag, NULL);
        return;
    }
    struct language *language = &report->languages[report->language_count++];
    language->tag = tag;
    language->direction = locale_direction(tag);
    language->digits = locale_digits(tag);
    language->months = locale_months(tag);
    language->dates = tag;
    settings_check(report, value);
    if (!locale_has_terms(tag))
        report_tell(report, DIAG_LANGUAGE_TERMS, value->key->position, tag, NULL);
}

/* A tag twice has been told as a duplicate key; it counts once. */
static bool is_repeated(const struct yaml *map, const struct yaml *value) {
    return yaml_find(map, value->key->text) != value;
}

/* Without a language nothing else can be checked. */
bool report_read_languages(struct report *report) {
    const struct yaml *map = yaml_find(report->root, "languages");
    if (!map) {
        report_tell(report, DIAG_KEY_ABSENT, locator_whole(report->locator),
                    "languages", NULL);
        return false;
    }
    if (!yaml_expect(report->reading, map, YAML_MAP))
        return false;
    report->languages =
        arena_array(report->reading->arena, struct language, map->count);
    for (const struct yaml *value = map->items; value; value = value->next)
        if (!is_repeated(map, value))
            read_language(report, value);
    report_read_settings(report);
    report->document->languages = report->languages;
    report->document->language_count = report->language_count;
    if (!map->count)
        report_tell(report, DIAG_YAML_EMPTY, map->key->position, "languages", NULL);
    return report->language_count > 0;
}

const struct language *report_find_language(const struct report *report,
                                            const char *tag) {
    for (size_t i = 0; i < report->language_count; i++)
        if (!strcmp(report->languages[i].tag, tag))
            return &report->languages[i];
    return NULL;
}

static const char *const *list_tags(const struct report *report) {
    const char **tags =
        arena_array(report->reading->arena, const char *, report->language_count);
    for (size_t i = 0; i < report->language_count; i++)
        tags[i] = report->languages[i].tag;
    return tags;
}

void report_tell_language(struct report *report, struct position position,
                          const char *tag) {
    report_tell(report, DIAG_LANGUAGE_UNKNOWN, position, tag,
                nearest_word(tag, list_tags(report), report->language_count));
}

/* --- texts that exist in each language --------------------------------------------- */

/* A plain text will do where there is but one language. */
static struct localised_list read_single(struct report *report,
                                         const struct yaml *value) {
    const char *text = yaml_text(report->reading, value);
    if (!text)
        return (struct localised_list){0};
    if (report->language_count > 1) {
        report_tell(report, DIAG_TEXT_LANGUAGES, value->position, value->key->text,
                    NULL);
        return (struct localised_list){0};
    }
    struct localised *item = arena_new(report->reading->arena, struct localised);
    *item = (struct localised){report->languages[0].tag, text, value->position};
    return (struct localised_list){item, 1};
}

static void check_text_languages(struct report *report, const struct yaml *map) {
    for (const struct yaml *item = map->items; item; item = item->next)
        if (!report_find_language(report, item->key->text))
            report_tell_language(report, item->key->position, item->key->text);
}

struct localised_list report_read_localised(struct report *report,
                                            const struct yaml *value) {
    if (value->kind == YAML_TEXT)
        return read_single(report, value);
    if (!yaml_expect(report->reading, value, YAML_MAP))
        return (struct localised_list){0};
    check_text_languages(report, value);
    struct localised *items =
        arena_array(report->reading->arena, struct localised, report->language_count);
    size_t count = 0;
    for (size_t i = 0; i < report->language_count; i++) {
        const char *tag = report->languages[i].tag;
        const struct yaml *item = yaml_find(value, tag);
        const char *text = item ? yaml_text(report->reading, item) : NULL;
        if (!item)
            report_tell(report, DIAG_TEXT_ABSENT, value->key->position,
                        value->key->text, tag);
        if (text)
            items[count++] = (struct localised){tag, text, item->position};
    }
    return (struct localised_list){items, count};
}
