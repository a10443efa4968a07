/* SPDX-License-Identifier: MIT */
/* Values of a theme: colours, sizes of paper, lists; and which kind of value is read and
   printed how. */
#include "style/internal.h"

#include "base/nearest.h"

#include <string.h>

/* --- words ----------------------------------------------------------------------------- */

size_t value_word(struct theming *theming, enum diag_id id, const char *what,
                  const struct yaml *value, const char *const words[], size_t count) {
    const char *text = yaml_text(&theming->reading, value);
    if (!text)
        return count;
    for (size_t i = 0; i < count; i++)
        if (!strcmp(text, words[i]))
            return i;
    struct arena *arena = theming->reading.arena;
    struct buffer known = {.arena = arena};
    buffer_printf(&known, "%s (all:", nearest_word(text, words, count));
    for (size_t i = 0; i < count; i++)
        buffer_printf(&known, "%s %s", i ? "," : "", words[i]);
    buffer_add_string(&known, ")");
    buffer_add_char(&known, '\0');
    theme_tell(theming, id, value, arena_printf(arena, "%s %s", what, text),
               known.data);
    return count;
}

static void read_flag(struct theming *theming, const struct field *field,
                      const struct yaml *value, void *place) {
    (void)field;
    *(bool *)place = yaml_flag(&theming->reading, value);
}

static void write_flag(struct buffer *out, const struct field *field,
                       const void *place) {
    (void)field;
    buffer_add_string(out, *(const bool *)place ? "true" : "false");
}

/* --- colours --------------------------------------------------------------------------- */

static int hex_digit(char c) {
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *found = c ? strchr(digits, c) : NULL;
    return found ? (int)(found - digits) % 16 : -1;
}

/* #RRGGBB */
static bool parse_colour(const char *text, uint32_t *colour) {
    uint32_t number = 0;
    if (*text++ != '#' || strlen(text) != 6)
        return false;
    for (; *text; text++) {
        int digit = hex_digit(*text);
        if (digit < 0)
            return false;
        number = number << 4 | (uint32_t)digit;
    }
    *colour = number;
    return true;
}

/* Nothing stands there when "#" has begun a comment. */
static bool has_colour(struct theming *theming, const struct yaml *value) {
    if (value->kind != YAML_TEXT || !value->none)
        return yaml_text(&theming->reading, value);
    diag_add(theming->reading.diag, DIAG_THEME_COLOUR_ABSENT,
             value->key ? value->key->position : value->position,
             value->key ? value->key->text : "item", NULL);
    return false;
}

static void read_colour(struct theming *theming, const struct field *field,
                        const struct yaml *value, void *place) {
    (void)field;
    if (has_colour(theming, value) && !parse_colour(value->text, place))
        theme_tell(theming, DIAG_THEME_COLOUR, value, value->text, NULL);
}

static void write_colour(struct buffer *out, const struct field *field,
                         const void *place) {
    (void)field;
    buffer_printf(out, "\"#%06X\"", (unsigned)*(const uint32_t *)place);
}

static void read_colour_use(struct theming *theming, const struct field *field,
                            const struct yaml *value, void *place) {
    struct colour_use *use = place;
    if (!has_colour(theming, value))
        return;
    if (*value->text == '#') {
        use->name = COLOUR_OWN;
        read_colour(theming, field, value, &use->colour);
        return;
    }
    const char *words[COLOUR_NAMES];
    for (size_t i = 0; i < COLOUR_NAMES; i++)
        words[i] = colour_word((enum colour_name)i);
    size_t i = value_word(theming, DIAG_THEME_COLOUR_NAME, "colour", value, words,
                          COLOUR_NAMES);
    if (i < COLOUR_NAMES)
        use->name = (enum colour_name)i;
}

static void write_colour_use(struct buffer *out, const struct field *field,
                             const void *place) {
    const struct colour_use *use = place;
    if (use->name == COLOUR_OWN)
        write_colour(out, field, &use->colour);
    else
        buffer_add_string(out, colour_word(use->name));
}

/* --- sizes of paper -------------------------------------------------------------------- */

struct paper_size {
    const char *name;
    length sides[2]; /* width, height */
};

/* ISO 216, and what North America uses. */
static const struct paper_size sizes[] = {
    {"A3", {841890, 1190551}},      {"A4", {595276, 841890}},
    {"A5", {419528, 595276}},       {"B5", {498898, 708661}},
    {"Letter", {PT(612), PT(792)}}, {"Legal", {PT(612), PT(1008)}},
};

enum { SIZES = sizeof sizes / sizeof *sizes };

static void read_size(struct theming *theming, const struct field *field,
                      const struct yaml *value, void *place) {
    length *sides = place;
    const char *words[SIZES];
    if (value->kind == YAML_LIST && value->count == 2) {
        read_length(theming, field, value->items, &sides[0]);
        read_length(theming, field, value->items->next, &sides[1]);
        return;
    }
    if (value->kind != YAML_TEXT) {
        theme_tell(theming, DIAG_THEME_SIZE, value, NULL, NULL);
        return;
    }
    for (size_t i = 0; i < SIZES; i++)
        words[i] = sizes[i].name;
    size_t i = value_word(theming, DIAG_THEME_SIZE_NAME, "size", value, words, SIZES);
    if (i < SIZES)
        memcpy(sides, sizes[i].sides, sizeof sizes[i].sides);
}

static void write_size(struct buffer *out, const struct field *field,
                       const void *place) {
    const length *sides = place;
    for (size_t i = 0; i < SIZES; i++)
        if (!memcmp(sides, sizes[i].sides, sizeof sizes[i].sides)) {
            buffer_add_string(out, sizes[i].name);
            return;
        }
    buffer_add_char(out, '[');
    write_length(out, field, &sides[0]);
    buffer_add_string(out, ", ");
    write_length(out, field, &sides[1]);
    buffer_add_char(out, ']');
}

/* --- kinds ----------------------------------------------------------------------------- */

/* A MAP is no value: it has fields. */
static const struct {
    value_reader *read;
    value_writer *write;
} kinds[KINDS] = {
    [KIND_LENGTH] = {read_length, write_length},
    [KIND_COUNT] = {read_count, write_count},
    [KIND_SHARE] = {read_share, write_share},
    [KIND_FLAG] = {read_flag, write_flag},
    [KIND_WEIGHT] = {read_weight, write_weight},
    [KIND_FOREIGN] = {read_foreign, write_foreign},
    [KIND_COLOUR] = {read_colour, write_colour},
    [KIND_COLOUR_USE] = {read_colour_use, write_colour_use},
    [KIND_FAMILY] = {read_family, write_family},
    [KIND_FAMILY_OR_NONE] = {read_family_or_none, write_family},
    [KIND_FAMILIES] = {read_families, write_families},
    [KIND_FEATURES] = {read_features, write_features},
    [KIND_WORDS] = {read_words, write_words},
    [KIND_KASHIDA] = {read_kashida, write_kashida},
    [KIND_SIZE] = {read_size, write_size},
    [KIND_LANGUAGES] = {read_languages, write_languages},
    [KIND_INK] = {read_ink, write_ink},
    [KIND_PROFILE] = {read_profile, write_profile},
    [KIND_SPOT] = {read_spot, write_spot},
    [KIND_FONTS] = {read_fonts, write_fonts},
};

/* Lengths, colours and inks are what there are lists of. */
enum { ITEM_SIZE = sizeof(uint32_t) };

_Static_assert(sizeof(length) == ITEM_SIZE && sizeof(struct cmyk) == ITEM_SIZE,
               "lists hold items of one size");

static void read_list(struct theming *theming, const struct field *field,
                      const struct yaml *value, char *place) {
    struct arena *arena = theming->reading.arena;
    if (!yaml_expect(&theming->reading, value, YAML_LIST))
        return;
    if (value->count != field->count) {
        theme_tell(theming, DIAG_THEME_LIST, value,
                   arena_printf(arena, "%zu", value->count),
                   arena_printf(arena, "%zu", field->count));
        return;
    }
    for (const struct yaml *item = value->items; item; item = item->next) {
        kinds[field->kind].read(theming, field, item, place);
        place += ITEM_SIZE;
    }
}

void value_read(struct theming *theming, const struct field *field,
                const struct yaml *value, void *place) {
    if (field->count)
        read_list(theming, field, value, place);
    else
        kinds[field->kind].read(theming, field, value, place);
}

void value_write(struct buffer *out, const struct field *field, const void *place) {
    if (!field->count) {
        kinds[field->kind].write(out, field, place);
        return;
    }
    buffer_add_char(out, '[');
    for (size_t i = 0; i < field->count; i++) {
        buffer_add_string(out, i ? ", " : "");
        kinds[field->kind].write(out, field, (const char *)place + i * ITEM_SIZE);
    }
    buffer_add_char(out, ']');
}
