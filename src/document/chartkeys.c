/* SPDX-License-Identifier: MIT */
/* What a chart may say, and in which kinds it has a meaning. */
#include "document/charts.h"

#include "base/nearest.h"

enum {
    BARS = 1 << CHART_BARS,
    LINES = 1 << CHART_LINES,
    DOTS = 1 << CHART_DOTS,
    ROWS = BARS | DOTS | 1 << CHART_DUMBBELLS | 1 << CHART_HEAT, /* with a name each */
    HEAT = 1 << CHART_HEAT,
    TILES = 1 << CHART_TILES,
    AXIS = BARS | LINES | DOTS | 1 << CHART_DUMBBELLS,
    ALL = (1 << CHART_KINDS) - 1,
};

struct chart_key {
    const char *name;
    unsigned kinds;
};

static const char *const kind_names[] = {"bars",      "lines", "dots",
                                         "dumbbells", "heat",  "tiles"};
_Static_assert(sizeof kind_names / sizeof *kind_names == CHART_KINDS,
               "a name for each kind");

static const struct chart_key keys[] = {
    {"kind", ALL},
    {"data", ALL},
    {"id", ALL},
    {"title", ALL},
    {"subtitle", ALL},
    {"alt", ALL},
    {"source", ALL},
    {"notes", ALL},
    {"columns", ALL},
    {"place", ALL},
    {"width", ALL},
    {"table", ALL},
    {"empty", ALL},
    {"axis", AXIS},
    {"reference", AXIS},
    {"mark", ALL},
    {"periods", BARS | LINES},
    {"bands", AXIS},
    {"annotations", AXIS},
    {"order", ROWS},
    {"total", ROWS | TILES},
    {"upright", BARS},
    {"whole", BARS},
    {"stacked", BARS},
    {"time", LINES},
    {"across", HEAT},
    {"steps", HEAT | TILES},
    {"grid", TILES},
    {"numbers", ALL},
    {"doubts", BARS | LINES | DOTS | 1 << CHART_DUMBBELLS},
    {"panels", BARS | LINES | DOTS},
    {"scales", BARS | LINES | DOTS},
};

static const struct chart_key axis_keys[] = {
    {"from", ALL},
    {"to", ALL},
    {"inverted", LINES},
};

enum {
    KEYS = sizeof keys / sizeof *keys,
    AXIS_KEYS = sizeof axis_keys / sizeof *axis_keys
};

const char *chart_kind_name(enum chart_kind kind) {
    return kind_names[kind];
}

const char *const *chart_key_names(struct arena *arena, size_t *count) {
    const char **names = arena_array(arena, const char *, KEYS);
    for (size_t i = 0; i < KEYS; i++)
        names[i] = keys[i].name;
    *count = KEYS;
    return names;
}

bool chart_read_kind(struct chart_block *block) {
    const struct yaml *value = yaml_find(block->fence.root, "kind");
    const char *text = value ? yaml_text(block->fence.reading, value) : NULL;
    for (size_t i = 0; text && i < CHART_KINDS; i++)
        if (!strcmp(text, kind_names[i])) {
            block->chart->kind = (enum chart_kind)i;
            return true;
        }
    if (!value)
        fence_tell(&block->fence, DIAG_KEY_ABSENT, block->fence.root->position, "kind",
                   NULL);
    else if (text)
        fence_tell(&block->fence, DIAG_CHART_KIND, value->position, text,
                   nearest_word(text, kind_names, CHART_KINDS));
    return false;
}

static bool check(struct chart_block *block, const struct yaml *map,
                  const struct chart_key *list, size_t count) {
    bool ok = true;
    for (size_t i = 0; i < count; i++) {
        const struct yaml *value = yaml_find(map, list[i].name);
        if (!value || list[i].kinds >> block->chart->kind & 1)
            continue;
        fence_tell(&block->fence, DIAG_CHART_KEY, value->key->position, list[i].name,
                   kind_names[block->chart->kind]);
        ok = false;
    }
    return ok;
}

bool chart_check_keys(struct chart_block *block) {
    const struct yaml *root = block->fence.root, *axis = yaml_find(root, "axis");
    bool ok = check(block, root, keys, KEYS);
    if (axis && axis->kind == YAML_MAP)
        ok = check(block, axis, axis_keys, AXIS_KEYS) && ok;
    return ok;
}
