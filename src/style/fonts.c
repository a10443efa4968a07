/* SPDX-License-Identifier: MIT */
/* Fonts of the report itself: a name for each family, and in it the files of its faces. */
#include "style/internal.h"

#include <string.h>

enum { FAMILIES_MAX = 32 };

static const char *const files[WEIGHTS * 2] = {"regular", "italic", "bold",
                                               "bold-italic"};

static const char *const rules[] = {
    [KASHIDA_NONE] = "none", [KASHIDA_NASKH] = "naskh", [KASHIDA_SIMPLE] = "simple"};

enum { FILES = sizeof files / sizeof *files, RULES = sizeof rules / sizeof *rules };

static struct font_file *file_at(struct font_family *family, size_t i) {
    return &family->files[i / 2][i % 2];
}

/* --- reading --------------------------------------------------------------------------- */

/* Leaves the file out if it cannot be used, which has then been told. */
static void read_font(struct theming *theming, const struct yaml *value,
                      struct font_file *file) {
    struct reading *reading = &theming->reading;
    const char *name = yaml_text(reading, value);
    const char *path = name ? path_find(reading, name, value->position) : NULL;
    if (!path || !input_check(reading, path, value->position))
        return;
    struct arena *scratch = arena_create();
    const char *wrong = font_check(scratch, path);
    if (wrong)
        theme_tell(theming, DIAG_THEME_FONT, value, name, wrong);
    else
        *file =
            (struct font_file){.name = name, .path = path, .position = value->position};
    arena_destroy(scratch);
}

/* Why a family cannot have this name, or NULL. */
static const char *find_fault(const struct theming *theming, const char *name) {
    if (!*name || !strcmp(name, "none"))
        return "it means that there is none";
    for (size_t i = 0; i < theming->families.count; i++)
        if (!strcmp(theming->families.items[i], name))
            return "the program brings one of that name";
    return NULL;
}

/* By the rules of naskh, if nothing is said. */
static enum kashida_rules read_rules(struct theming *theming,
                                     const struct yaml *value) {
    size_t i =
        value ? value_word(theming, DIAG_THEME_WORD, "kashida", value, rules, RULES)
              : RULES;
    return i < RULES ? (enum kashida_rules)i : KASHIDA_NASKH;
}

static void check_keys(struct theming *theming, const struct yaml *map) {
    const char *known[FILES + 1];
    memcpy(known, files, sizeof files);
    known[FILES] = "kashida";
    yaml_check_keys(&theming->reading, map, known, FILES + 1);
}

static struct font_family read_family_files(struct theming *theming,
                                            const struct yaml *map) {
    struct font_family family = {.name = map->key->text};
    const char *fault = find_fault(theming, family.name);
    if (fault)
        theme_tell(theming, DIAG_THEME_FONT_NAME, map->key, family.name, fault);
    if (!yaml_expect(&theming->reading, map, YAML_MAP))
        return family;
    check_keys(theming, map);
    family.kashida = read_rules(theming, yaml_find(map, "kashida"));
    for (size_t i = 0; i < FILES; i++) {
        const struct yaml *value = yaml_find(map, files[i]);
        if (value)
            read_font(theming, value, file_at(&family, i));
    }
    if (!yaml_find(map, files[0]))
        theme_tell(theming, DIAG_KEY_ABSENT, map->key, files[0], NULL);
    return family;
}

/* So that roles can name them, also those that cannot be used. */
static void add_name(struct theming *theming, const char *name) {
    const char **names =
        arena_array(theming->reading.arena, const char *, theming->families.count + 1);
    memcpy(names, theming->families.items, theming->families.count * sizeof *names);
    names[theming->families.count] = name;
    theming->families = (struct families){names, theming->families.count + 1};
}

void read_fonts(struct theming *theming, const struct field *field,
                const struct yaml *value, void *place) {
    (void)field;
    if (!yaml_expect(&theming->reading, value, YAML_MAP))
        return;
    if (value->count > FAMILIES_MAX) {
        theme_tell(theming, DIAG_THEME_FONT_MANY, value, NULL, NULL);
        return;
    }
    struct font_family *families =
        arena_array(theming->reading.arena, struct font_family, value->count + 1);
    size_t count = 0;
    for (const struct yaml *item = value->items; item; item = item->next)
        families[count++] = read_family_files(theming, item);
    for (size_t i = 0; i < count; i++)
        add_name(theming, families[i].name);
    *(struct font_families *)place = (struct font_families){families, count};
}

/* --- printing -------------------------------------------------------------------------- */

void write_fonts(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    const struct font_families *families = place;
    if (!families->count)
        buffer_add_string(out, " {}");
    for (size_t i = 0; i < families->count; i++) {
        struct font_family family = families->items[i];
        buffer_add_string(out, "\n  ");
        write_name(out, family.name);
        buffer_add_string(out, ": {");
        for (size_t f = 0, written = 0; f < FILES; f++) {
            const char *name = file_at(&family, f)->name;
            if (!name)
                continue;
            buffer_printf(out, "%s%s: ", written++ ? ", " : "", files[f]);
            write_name(out, name);
        }
        buffer_printf(out, ", kashida: %s}", rules[family.kashida]);
    }
}
