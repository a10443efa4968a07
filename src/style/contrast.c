/* SPDX-License-Identifier: MIT */
/* Tells of text that stands out too little from its ground, by the rule of WCAG 2.2. */
#include "style/internal.h"

#include <math.h>

/* For text that is not large (WCAG 2.2, 1.4.3). */
static const double enough = 4.5;

/* Relative luminance of one of the three parts of a colour (WCAG 2.2). */
static double linear(uint32_t part) {
    double c = (part & 0xFF) / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double luminance(uint32_t colour) {
    return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) +
           0.0722 * linear(colour);
}

double colour_contrast(uint32_t a, uint32_t b) {
    double la = luminance(a), lb = luminance(b);
    return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

static const char *colour_path(const struct theming *theming, enum colour_name name) {
    return name == COLOUR_OWN
               ? NULL
               : arena_printf(theming->reading.arena, "colours/%s", colour_word(name));
}

/* Text in a colour that the theme names at `path`, or NULL, on a ground. */
static void check_contrast(struct theming *theming, struct colour_use use,
                           const char *path, enum colour_name ground) {
    struct arena *arena = theming->reading.arena;
    const char *paths[] = {colour_path(theming, use.name), path,
                           colour_path(theming, ground)};
    double contrast = colour_contrast(use.colour, theme_colour(theming->theme, ground));
    int hundredths = (int)(contrast * 100); /* never rounded up to what is enough */
    if (contrast >= enough)
        return;
    const char *name = use.name == COLOUR_OWN
                           ? arena_printf(arena, "#%06X", (unsigned)use.colour)
                           : colour_word(use.name);
    theme_tell(theming, DIAG_THEME_CONTRAST, theme_first_named(theming, paths, 3),
               arena_printf(arena, "%s on %s", name, colour_word(ground)),
               arena_printf(arena, "%d.%02d:1", hundredths / 100, hundredths % 100));
}

static bool is_on_cover(enum role role) {
    return role == ROLE_COVER_TITLE || role == ROLE_COVER_LINE ||
           role == ROLE_COVER_NOTE || role == ROLE_BLURB;
}

static void check_role(struct theming *theming, enum role role) {
    struct colour_use use = theming->theme->roles[role].use;
    bool in_table = role == ROLE_TABLE || role == ROLE_TABLE_STRONG;
    const char *path =
        arena_printf(theming->reading.arena, "roles/%s/colour", role_word(role));
    if (!is_on_cover(role))
        check_contrast(theming, use, path, COLOUR_PAPER);
    if (is_on_cover(role) || in_table)
        check_contrast(theming, use, path, COLOUR_SAND);
}

/* Links and marks of notes stand in tables too, and so does brick, where a row is marked. */
void theme_check_contrast(struct theming *theming) {
    const struct style *style = &theming->theme->style;
    struct colour_use brick = {style->colours.brick, COLOUR_BRICK};
    for (size_t i = 0; i < ROLE_COUNT; i++)
        check_role(theming, (enum role)i);
    for (size_t i = 0; i < 2; i++) {
        enum colour_name ground = i ? COLOUR_SAND : COLOUR_PAPER;
        check_contrast(theming, style->link_use, "link-colour", ground);
        check_contrast(theming, style->note_mark.use, "note-mark/colour", ground);
        check_contrast(theming, brick, NULL, ground);
    }
}
