/* SPDX-License-Identifier: MIT */
/* What a theme says of print: inks, the profile of the press, a spot ink. */
#include "style/internal.h"

#include "base/file.h"

#include <string.h>

/* --- inks ------------------------------------------------------------------------------ */

/* A whole number of percent; false after a message. */
static bool read_part(struct theming *theming, const struct yaml *value,
                      uint8_t *part) {
    const char *text = yaml_text(&theming->reading, value);
    uint32_t number;
    if (!text)
        return false;
    if (!yaml_whole(text, &number) || number > 100) {
        theme_tell(theming, DIAG_THEME_INK_PART, value, text, NULL);
        return false;
    }
    *part = (uint8_t)number;
    return true;
}

void read_ink(struct theming *theming, const struct field *field,
              const struct yaml *value, void *place) {
    struct cmyk *ink = place, read;
    bool good = true;
    size_t i = 0;
    (void)field;
    if (value->kind == YAML_TEXT && !value->none && !strcmp(value->text, "converted")) {
        *ink = (struct cmyk){{INK_UNKNOWN}};
        return;
    }
    if (value->kind != YAML_LIST || value->count != PLATES) {
        theme_tell(theming, DIAG_THEME_INK, value, NULL, NULL);
        return;
    }
    for (const struct yaml *item = value->items; item; item = item->next)
        good = read_part(theming, item, &read.parts[i++]) && good;
    if (good)
        *ink = read;
}

void write_ink(struct buffer *out, const struct field *field, const void *place) {
    const struct cmyk *ink = place;
    (void)field;
    if (!cmyk_is_known(*ink)) {
        buffer_add_string(out, "converted");
        return;
    }
    for (size_t i = 0; i < PLATES; i++)
        buffer_printf(out, "%s%u", i ? ", " : "[", (unsigned)ink->parts[i]);
    buffer_add_char(out, ']');
}

/* --- the profile ----------------------------------------------------------------------- */

enum { PROFILE_HEADER = 128, PROFILE_LIMIT = 32 * 1024 * 1024 /* [bytes] */ };

/* By its header (ICC.1, 7.2). */
static const char *find_fault(struct slice profile) {
    const char *bytes = profile.data;
    if (profile.length < PROFILE_HEADER || memcmp(bytes + 36, "acsp", 4) != 0)
        return "it is not an ICC profile";
    if (memcmp(bytes + 12, "prtr", 4) != 0)
        return "it is not that of a printer";
    if (memcmp(bytes + 16, "CMYK", 4) != 0)
        return "it is not of cyan, magenta, yellow and black";
    return NULL;
}

/* The bytes are forgotten: they are read again when there is something to print. */
static bool is_profile(struct theming *theming, const struct yaml *value,
                       const char *path) {
    struct arena *scratch = arena_create();
    struct slice bytes;
    const char *fault = file_read(scratch, path, PROFILE_LIMIT, &bytes)
                            ? find_fault(bytes)
                            : "it cannot be read";
    if (fault)
        theme_tell(theming, DIAG_THEME_PROFILE, value, value->text, fault);
    arena_destroy(scratch);
    return !fault;
}

void read_profile(struct theming *theming, const struct field *field,
                  const struct yaml *value, void *place) {
    const char *name = yaml_text(&theming->reading, value), *path;
    (void)field;
    if (!name)
        return;
    if (!strcmp(name, "default")) {
        *(struct press_profile *)place = (struct press_profile){NULL, NULL};
        return;
    }
    path = path_find(&theming->reading, name, value->position);
    if (path && input_check(&theming->reading, path, value->position) &&
        is_profile(theming, value, path))
        *(struct press_profile *)place = (struct press_profile){name, path};
}

void write_profile(struct buffer *out, const struct field *field, const void *place) {
    const struct press_profile *profile = place;
    (void)field;
    if (profile->name)
        write_quoted(out, profile->name);
    else
        buffer_add_string(out, "default");
}

/* --- the spot ink ---------------------------------------------------------------------- */

static const char *const spot_keys[] = {"colour", "name"};

/* Names of process inks mean those plates (ISO 32000-1 8.6.6.4). */
static bool is_spot_name(const char *name) {
    static const char *const taken[] = {"All",     "None",   "Cyan",
                                        "Magenta", "Yellow", "Black"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (!strcmp(name, taken[i]))
            return false;
    return *name && strlen(name) <= 100;
}

static void read_spot_colour(struct theming *theming, const struct yaml *value,
                             struct spot_ink *spot) {
    const char *words[COLOUR_NAMES];
    for (size_t i = 0; i < COLOUR_NAMES; i++)
        words[i] = colour_word((enum colour_name)i);
    size_t i =
        value_word(theming, DIAG_THEME_WORD, "colour", value, words, COLOUR_NAMES);
    if (i < COLOUR_NAMES)
        spot->colour = (enum colour_name)i;
}

static void read_spot_name(struct theming *theming, const struct yaml *value,
                           struct spot_ink *spot) {
    const char *name = yaml_text(&theming->reading, value);
    if (name && !is_spot_name(name))
        theme_tell(theming, DIAG_THEME_SPOT_NAME, value, name, NULL);
    else if (name)
        spot->name = name;
}

void read_spot(struct theming *theming, const struct field *field,
               const struct yaml *value, void *place) {
    struct spot_ink *spot = place;
    (void)field;
    if (value->kind == YAML_TEXT && !value->none && !strcmp(value->text, "none")) {
        spot->name = NULL;
        return;
    }
    if (value->kind != YAML_MAP || !yaml_find(value, "name") ||
        !yaml_find(value, "colour")) {
        theme_tell(theming, DIAG_THEME_SPOT, value, NULL, NULL);
        return;
    }
    yaml_check_keys(&theming->reading, value, spot_keys, 2);
    read_spot_colour(theming, yaml_find(value, "colour"), spot);
    read_spot_name(theming, yaml_find(value, "name"), spot);
}

void write_spot(struct buffer *out, const struct field *field, const void *place) {
    const struct spot_ink *spot = place;
    (void)field;
    if (!spot->name) {
        buffer_add_string(out, "none");
        return;
    }
    buffer_printf(out, "{colour: %s, name: ", colour_word(spot->colour));
    write_quoted(out, spot->name);
    buffer_add_char(out, '}');
}

/* --- what the colours of the screen are in print ----------------------------------------- */

/* A colour that has an ink: where both stand, and what the theme calls them. */
struct pair {
    const char *colour, *ink; /* paths */
    size_t count;
};

static const struct pair pairs[] = {
    {"colours/ink", "print/inks/ink", 1},
    {"colours/brick", "print/inks/brick", 1},
    {"colours/reed", "print/inks/reed", 1},
    {"colours/stone", "print/inks/stone", 1},
    {"colours/sand", "print/inks/sand", 1},
    {"colours/paper", "print/inks/paper", 1},
    {"colours/joint", "print/inks/joint", 1},
    {"colours/brick-tones", "print/inks/brick-tones", 4},
    {"chart/muted", "print/inks/chart-muted", 1},
    {"chart/grid", "print/inks/chart-grid", 1},
};

enum { PAIRS = sizeof pairs / sizeof *pairs, PAIRED = PAIRS + 3 };

static const uint32_t *colours_at(const struct theme *theme, const struct pair *pair) {
    const void *place;
    return theme_field(theme, pair->colour, &place) ? place : NULL;
}

static const struct cmyk *inks_at(const struct theme *theme, const struct pair *pair) {
    const void *place;
    return theme_field(theme, pair->ink, &place) ? place : NULL;
}

static bool is_ink_named(const struct theming *theming, const struct pair *pair) {
    return theme_named(theming, pair->ink);
}

/* What another colour's name is given, if the screen shows both alike. */
static bool borrow_ink(struct theming *theming, uint32_t colour, struct cmyk *ink) {
    for (size_t i = 0; i < PAIRS; i++)
        for (size_t n = 0; n < pairs[i].count && is_ink_named(theming, &pairs[i]); n++)
            if (colours_at(theming->theme, &pairs[i])[n] == colour) {
                *ink = inks_at(theming->theme, &pairs[i])[n];
                return true;
            }
    return false;
}

/* Text stays black alone, whatever it is on the screen. */
void theme_settle_inks(struct theming *theming) {
    struct theme usual = theme_copy(style_default());
    for (size_t i = 0; i < PAIRS; i++) {
        const uint32_t *now = colours_at(theming->theme, &pairs[i]);
        const uint32_t *then = colours_at(&usual, &pairs[i]);
        struct cmyk *inks =
            (struct cmyk *)(uintptr_t)inks_at(theming->theme, &pairs[i]);
        for (size_t n = 0; n < pairs[i].count && !is_ink_named(theming, &pairs[i]); n++)
            if (!borrow_ink(theming, now[n], &inks[n]) && now[n] != then[n] &&
                i != COLOUR_INK)
                inks[n] = (struct cmyk){{INK_UNKNOWN}};
    }
}

/* The place of a colour among those that have been found, or the end. */
static size_t find_inked(const struct inked *items, size_t count, uint32_t colour) {
    size_t i = 0;
    while (i < count && items[i].colour != colour)
        i++;
    return i;
}

static bool is_spot(const struct style *style, size_t pair) {
    return style->print.spot.name && pair == (size_t)style->print.spot.colour;
}

const struct inked *style_inked(struct arena *arena, const struct style *style,
                                size_t *count) {
    struct theme theme = theme_copy(style);
    struct inked *items = arena_array(arena, struct inked, PAIRED);
    *count = 0;
    for (size_t i = 0; i < PAIRS; i++) {
        const uint32_t *colours = colours_at(&theme, &pairs[i]);
        const struct cmyk *inks = inks_at(&theme, &pairs[i]);
        for (size_t n = 0; n < pairs[i].count; n++) {
            bool known = cmyk_is_known(inks[n]) || is_spot(style, i);
            size_t at = find_inked(items, *count, colours[n]);
            if (known && (at == *count || is_spot(style, i))) {
                items[at] = (struct inked){colours[n], inks[n], is_spot(style, i)};
                *count += at == *count;
            }
        }
    }
    return items;
}

/* --- checks ---------------------------------------------------------------------------- */

static void check_total(struct theming *theming, const struct pair *pair,
                        struct cmyk ink) {
    struct arena *arena = theming->reading.arena;
    const char *paths[] = {pair->ink, "print/ink-limit"};
    uint32_t total = cmyk_total(ink), limit = theming->theme->style.print.limit / 10;
    if (cmyk_is_known(ink) && total > limit)
        theme_tell(theming, DIAG_THEME_INK_LIMIT, theme_first_named(theming, paths, 2),
                   arena_printf(arena, "%s is %u %%", strrchr(pair->ink, '/') + 1,
                                (unsigned)total),
                   arena_printf(arena, "%u %%", (unsigned)limit));
}

/* Colours are told apart by what they are on the screen. */
static void check_same(struct theming *theming, const struct pair *pair,
                       const struct pair *other) {
    const uint32_t *a = colours_at(theming->theme, pair);
    const uint32_t *b = colours_at(theming->theme, other);
    const struct cmyk *a_ink = inks_at(theming->theme, pair);
    const struct cmyk *b_ink = inks_at(theming->theme, other);
    const char *paths[] = {pair->ink, other->ink, pair->colour, other->colour};
    for (size_t i = 0; i < pair->count * other->count; i++) {
        size_t n = i / other->count, m = i % other->count;
        if (a[n] != b[m] || !cmyk_is_known(a_ink[n]) || !cmyk_is_known(b_ink[m]) ||
            !memcmp(&a_ink[n], &b_ink[m], sizeof *a_ink))
            continue;
        theme_tell(theming, DIAG_THEME_INK_TWICE, theme_first_named(theming, paths, 4),
                   strrchr(pair->ink, '/') + 1, strrchr(other->ink, '/') + 1);
        return;
    }
}

void theme_check_inks(struct theming *theming) {
    for (size_t i = 0; i < PAIRS; i++) {
        const struct cmyk *inks = inks_at(theming->theme, &pairs[i]);
        for (size_t n = 0; n < pairs[i].count; n++)
            check_total(theming, &pairs[i], inks[n]);
        for (size_t j = 0; j < i; j++)
            check_same(theming, &pairs[j], &pairs[i]);
    }
}
