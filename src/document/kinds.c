/* SPDX-License-Identifier: MIT */
/* The kinds of editions: their names, and the keys that each has more than every edition. */
#include "document/internal.h"

#include "base/nearest.h"

enum { KEYS_MAX = 16 };

/* What report.yaml may say of one kind. */
struct kind {
    const char *name; /* as `kind` has it; an edition of this name is of this kind */
    const char *keys[KEYS_MAX]; /* that only this kind has */
    const char *lacks[KEYS_MAX]; /* that every other kind has */
    /* Reads them, and sets what is not given; `map` is NULL where nothing is. */
    void (*read)(struct report *report, const struct yaml *map,
                 struct edition *edition);
};

static const struct kind kinds[EDITION_KINDS] = {
    [EDITION_REPORT] = {.name = "report",
                        .keys = {"up", "large-print", "colour"},
                        .read = looks_read},
    [EDITION_BOOKLET] = {.name = "booklet",
                         .keys = {"paper", "page", "signature", "thickness", "duplex",
                                  "separate", "back-to-back", "marks", "dummy"},
                         .read = booklet_read},
    [EDITION_PRESS] = {.name = "press",
                       .keys = {"bleed", "marks", "folds"},
                       .read = press_read},
    [EDITION_HANDOUT] = {.name = "handout",
                         .keys = {"sides", "paper", "findings", "figures", "charts",
                                  "calls", "up"},
                         .lacks = {"resolution", "parallel", "sections"},
                         .read = handout_read},
};

const char *edition_kind_name(enum edition_kind kind) {
    return kinds[kind].name;
}

/* EDITION_KINDS if there is none of this name. */
static enum edition_kind find_kind(const char *name) {
    enum edition_kind kind = EDITION_REPORT;
    while (kind < EDITION_KINDS && strcmp(kinds[kind].name, name) != 0)
        kind++;
    return kind;
}

static const char *nearest_kind(const char *name) {
    const char *names[EDITION_KINDS];
    for (size_t i = 0; i < EDITION_KINDS; i++)
        names[i] = kinds[i].name;
    return nearest_word(name, names, EDITION_KINDS);
}

enum edition_kind edition_kind_read(struct report *report, const char *name,
                                    const struct yaml *map) {
    const struct yaml *value = map ? yaml_find(map, "kind") : NULL;
    const char *text = value ? yaml_text(report->reading, value) : NULL;
    enum edition_kind kind = find_kind(text ? text : name);
    if (kind < EDITION_KINDS)
        return kind;
    if (text)
        report_tell(report, DIAG_EDITION_KIND, value->position, text,
                    nearest_kind(text));
    return EDITION_REPORT;
}

static bool lists(const char *const keys[KEYS_MAX], const char *key) {
    for (size_t i = 0; i < KEYS_MAX && keys[i]; i++)
        if (!strcmp(keys[i], key))
            return true;
    return false;
}

void edition_kind_keys(struct report *report, const struct yaml *map,
                       struct edition *edition) {
    static const char *const every[] = {"kind",  "languages", "resolution",
                                        "stamp", "parallel",  "sections"};
    const struct kind *own = &kinds[edition->kind];
    const char *known[sizeof every / sizeof *every + KEYS_MAX];
    size_t count = 0;
    for (size_t i = 0; i < sizeof every / sizeof *every; i++)
        if (!lists(own->lacks, every[i]))
            known[count++] = every[i];
    for (size_t i = 0; i < KEYS_MAX && own->keys[i]; i++)
        known[count++] = own->keys[i];
    if (map)
        yaml_check_keys(report->reading, map, known, count);
    if (own->read)
        own->read(report, map, edition);
}
