/* SPDX-License-Identifier: MIT */
/* Words of the author's own that have a name in each language: report.yaml lists them,

       severities:
         high: {ar: عالية, en: High}
       priorities:
         at-once: {ar: على الفور, en: At once}
       addressees:
         government: {ar: إلى الحكومة العراقية, en: To the Government of Iraq}

   A report without such a list says what it likes. */
#include "document/internal.h"

#include "base/nearest.h"

static const struct {
    const char *key, *word;
} kinds[NAMED_KINDS] = {
    [NAMED_SEVERITY] = {"severities", "severity"},
    [NAMED_PRIORITY] = {"priorities", "priority"},
    [NAMED_ADDRESSEE] = {"addressees", "addressee"},
};

void report_read_named(struct report *report, struct conventions *conventions) {
    for (size_t i = 0; i < NAMED_KINDS; i++) {
        const struct yaml *list = yaml_find(report->root, kinds[i].key);
        if (!list || !yaml_expect(report->reading, list, YAML_MAP))
            continue;
        for (const struct yaml *word = list->items; word; word = word->next)
            report_read_localised(report, word);
        conventions->named[i] = list;
    }
}

static const char *refuse(struct reading *reading, enum named kind,
                          const struct yaml *list, const char *word,
                          struct position position) {
    const char **words = arena_array(reading->arena, const char *, list->count);
    size_t count = 0;
    for (const struct yaml *item = list->items; item; item = item->next)
        words[count++] = item->key->text;
    const char *what = arena_printf(reading->arena, "%s %s", kinds[kind].word, word);
    diag_add(reading->diag, count ? DIAG_NAMED : DIAG_NAMED_NONE, position, what,
             nearest_word(word, words, count));
    return NULL;
}

const char *named_find(struct reading *reading, enum named kind, const char *word,
                       const char *language, struct position position) {
    const struct yaml *list =
        reading->conventions ? reading->conventions->named[kind] : NULL;
    if (!list)
        return word;
    const struct yaml *names = yaml_find(list, word);
    if (!names)
        return refuse(reading, kind, list, word, position);
    if (names->kind == YAML_TEXT)
        return names->text;
    /* what is no text, or not there, has been told when the report was read */
    const struct yaml *name =
        names->kind == YAML_MAP ? yaml_find(names, language) : NULL;
    return name && name->kind == YAML_TEXT ? name->text : NULL;
}

uint32_t named_place(const struct reading *reading, enum named kind, const char *word) {
    const struct yaml *list =
        reading->conventions ? reading->conventions->named[kind] : NULL;
    uint32_t place = 1;
    const struct yaml *item = list ? list->items : NULL;
    for (; item && strcmp(item->key->text, word) != 0; item = item->next)
        place++;
    return item ? place : 0;
}
