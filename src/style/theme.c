/* SPDX-License-Identifier: MIT */
/* Makes the style of a report: the default theme, changed by what theme.yaml names. */
#include "style/internal.h"

#include "base/file.h"

#include <string.h>

void theme_tell(struct theming *theming, enum diag_id id, const struct yaml *value,
                const char *a, const char *b) {
    struct position whole = locator_whole(theming->locator);
    diag_add(theming->reading.diag, id, value ? value->position : whole, a, b);
}

struct theme theme_copy(const struct style *style) {
    struct theme theme = {.style = *style};
    memcpy(theme.roles, style->roles, sizeof theme.roles);
    return theme;
}

const struct yaml *theme_named(const struct theming *theming, const char *path) {
    const struct yaml *value = theming->root;
    while (value && *path) {
        size_t end = strcspn(path, "/");
        const char *name = arena_copy(theming->reading.arena, path, end);
        value = value->kind == YAML_MAP ? yaml_find(value, name) : NULL;
        path += end + (path[end] == '/');
    }
    return value;
}

const struct yaml *theme_first_named(const struct theming *theming,
                                     const char *const paths[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        const struct yaml *value = paths[i] ? theme_named(theming, paths[i]) : NULL;
        if (value)
            return value;
    }
    return NULL;
}

/* --- fields ---------------------------------------------------------------------------- */

static void check_names(struct theming *theming, const struct fields *fields,
                        const struct yaml *map) {
    const char **names =
        arena_array(theming->reading.arena, const char *, fields->count);
    for (size_t i = 0; i < fields->count; i++)
        names[i] = fields->items[i].name;
    yaml_check_keys(&theming->reading, map, names, fields->count);
}

static bool is_map(struct theming *theming, const struct yaml *value) {
    if (value->none)
        return yaml_text(&theming->reading, value); /* tells that it is empty */
    return yaml_expect(&theming->reading, value, YAML_MAP);
}

static void read_field(struct theming *theming, const struct field *field,
                       const struct yaml *value, char *place) {
    if (field->kind != KIND_MAP)
        value_read(theming, field, value, place);
    else if (is_map(theming, value))
        theme_read_fields(theming, field->inner, value, place);
}

void theme_read_fields(struct theming *theming, const struct fields *fields,
                       const struct yaml *map, char *place) {
    check_names(theming, fields, map);
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->items[i];
        const struct yaml *value = yaml_find(map, field->name);
        if (value)
            read_field(theming, field, value, place + field->offset);
    }
}

/* --- what follows from them ------------------------------------------------------------ */

static void settle_colour(const struct theme *theme, struct colour_use *use) {
    if (use->name != COLOUR_OWN)
        use->colour = theme_colour(theme, use->name);
}

/* Figures of another family are as large as the rest where nothing is said. */
static void settle_script(struct script_style *script) {
    if (!script->figures)
        script->figures_scale = 0;
    else if (!script->figures_scale)
        script->figures_scale = 1000;
}

static bool is_named(const struct theming *theming, size_t role, const char *name) {
    return theme_named(theming,
                       arena_printf(theming->reading.arena, "roles/%s/arabic/%s",
                                    role_word((enum role)role), name));
}

/* What is added for marks stays the same where only the leading without them is changed. */
static void settle_leading(struct theming *theming, size_t role) {
    struct script_style *script = &theming->theme->roles[role].arabic;
    length change = script->leading - style_default()->roles[role].arabic.leading;
    if (!change)
        return;
    if (script->leading_marked && !is_named(theming, role, "leading-marked"))
        script->leading_marked += change;
    if (script->leading_vocalised && !is_named(theming, role, "leading-vocalised"))
        script->leading_vocalised += change;
}

static void settle(struct theming *theming) {
    struct theme *theme = theming->theme;
    settle_colour(theme, &theme->style.link_use);
    settle_colour(theme, &theme->style.note_mark.use);
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        settle_colour(theme, &theme->roles[i].use);
        settle_script(&theme->roles[i].arabic);
        settle_script(&theme->roles[i].latin);
        settle_leading(theming, i);
    }
    theme->style.roles = theme->roles;
    theme_settle_inks(theming);
}

/* --- the file -------------------------------------------------------------------------- */

/* Whether there is something to read. */
static bool read_file(struct theming *theming, const char *path) {
    struct reading *reading = &theming->reading;
    struct locator *about = locator_new(reading->arena, path, slice_of(""));
    theming->locator = input_read(reading, path, locator_whole(about));
    return theming->locator &&
           yaml_read(reading, theming->locator, 0, theming->locator->line_count,
                     &theming->root) &&
           theming->root && yaml_expect(reading, theming->root, YAML_MAP);
}

const struct style *style_read(struct arena *arena, const char *folder,
                               struct diag *diag) {
    const char *path = folder ? file_join(arena, folder, "theme.yaml") : NULL;
    if (!path || !file_exists(path))
        return style_default();
    struct theming theming = {
        .reading = {.arena = arena, .diag = diag, .folder = folder},
        .theme = arena_new(arena, struct theme)};
    size_t errors = diag_count(diag, DIAG_ERROR);
    *theming.theme = theme_copy(style_default());
    theming.families.items = font_families(arena, &theming.families.count);
    if (!read_file(&theming, path))
        return style_default();
    theme_read_fields(&theming, &theme_fields, theming.root, (char *)theming.theme);
    settle(&theming);
    if (diag_count(diag, DIAG_ERROR) == errors)
        theme_check(&theming);
    return &theming.theme->style;
}
