/* SPDX-License-Identifier: MIT */
/* Values of a theme that choose type: weights, families, OpenType features. */
#include "style/internal.h"

#include <string.h>
#include <strings.h>

/* As many features as the shaper takes. */
enum { FEATURE_LIMIT = 8, FAMILY_LIMIT = 16 };

static const char *const weights[WEIGHTS] = {
    [WEIGHT_REGULAR] = "regular", [WEIGHT_BOLD] = "bold"};

void read_weight(struct theming *theming, const struct field *field,
                 const struct yaml *value, void *place) {
    (void)field;
    size_t i = value_word(theming, DIAG_THEME_WORD, "weight", value, weights, WEIGHTS);
    if (i < WEIGHTS)
        *(enum weight *)place = (enum weight)i;
}

void write_weight(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    buffer_add_string(out, weights[*(const enum weight *)place]);
}

/* --- words of the other script --------------------------------------------------------- */

static const char *const foreign_words[] = {"measured", "own"};

static const int32_t foreign_numbers[] = {FOREIGN_MEASURED, FOREIGN_OWN};

enum { FOREIGN_WORDS = sizeof foreign_words / sizeof *foreign_words };

/* A word, or a share. */
void read_foreign(struct theming *theming, const struct field *field,
                  const struct yaml *value, void *place) {
    if (value->kind == YAML_TEXT && strspn(value->text, "-0123456789")) {
        read_share(theming, field, value, place);
        return;
    }
    size_t i = value_word(theming, DIAG_THEME_WORD, "size", value, foreign_words,
                          FOREIGN_WORDS);
    if (i < FOREIGN_WORDS)
        *(int32_t *)place = foreign_numbers[i];
}

void write_foreign(struct buffer *out, const struct field *field, const void *place) {
    int32_t number = *(const int32_t *)place;
    for (size_t i = 0; i < FOREIGN_WORDS; i++)
        if (number == foreign_numbers[i]) {
            buffer_add_string(out, foreign_words[i]);
            return;
        }
    write_share(out, field, place);
}

/* --- families -------------------------------------------------------------------------- */

void read_family(struct theming *theming, const struct field *field,
                 const struct yaml *value, void *place) {
    (void)field;
    const struct families *families = &theming->families;
    size_t i = value_word(theming, DIAG_THEME_WORD, "font", value, families->items,
                          families->count);
    if (i < families->count)
        *(const char **)place = families->items[i];
}

void write_quoted(struct buffer *out, const char *text) {
    buffer_add_char(out, '"');
    for (; *text; text++) {
        buffer_add_string(out, *text == '"' || *text == '\\' ? "\\" : "");
        buffer_add_char(out, *text);
    }
    buffer_add_char(out, '"');
}

/* In quotes where a name of YAML could not stand as it is. */
void write_name(struct buffer *out, const char *name) {
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789 -";
    bool quoted = name[strspn(name, plain)] || strchr("0123456789 -", *name) ||
                  !strcasecmp(name, "null") || name[strlen(name) - 1] == ' ';
    if (quoted)
        write_quoted(out, name);
    else
        buffer_add_string(out, name);
}

void write_family(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    const char *family = *(const char *const *)place;
    write_name(out, family ? family : "none");
}

void read_family_or_none(struct theming *theming, const struct field *field,
                         const struct yaml *value, void *place) {
    if (value->kind == YAML_TEXT && !strcmp(value->text, "none"))
        *(const char **)place = NULL;
    else
        read_family(theming, field, value, place);
}

/* Whether the value is a list of no more than so many. */
static bool is_list(struct theming *theming, const struct yaml *value, size_t limit) {
    struct arena *arena = theming->reading.arena;
    if (!yaml_expect(&theming->reading, value, YAML_LIST))
        return false;
    if (value->count <= limit)
        return true;
    theme_tell(theming, DIAG_THEME_LIST, value,
               arena_printf(arena, "%zu", value->count),
               arena_printf(arena, "%zu at most", limit));
    return false;
}

void read_families(struct theming *theming, const struct field *field,
                   const struct yaml *value, void *place) {
    if (!is_list(theming, value, FAMILY_LIMIT))
        return;
    const char **families =
        arena_array(theming->reading.arena, const char *, value->count + 1);
    size_t count = 0;
    for (const struct yaml *item = value->items; item; item = item->next) {
        read_family(theming, field, item, &families[count]);
        count += families[count] != NULL;
    }
    yaml_check_repeats(&theming->reading, value);
    *(struct families *)place = (struct families){families, count};
}

void write_families(struct buffer *out, const struct field *field, const void *place) {
    const struct families *families = place;
    buffer_add_char(out, '[');
    for (size_t i = 0; i < families->count; i++) {
        buffer_add_string(out, i ? ", " : "");
        write_family(out, field, &families->items[i]);
    }
    buffer_add_char(out, ']');
}

/* --- features -------------------------------------------------------------------------- */

/* A tag of OpenType; "-" before it switches it off, "=2" after it chooses. */
static bool is_feature(const char *text) {
    static const char digits[] = "0123456789";
    static const char letters[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    text += *text == '-';
    if (strspn(text, letters) != 4)
        return false;
    text += 4;
    size_t count = *text == '=' ? strspn(text + 1, digits) : 0;
    return !*text || (count > 0 && count <= 4 && !text[1 + count]);
}

/* Texts that are the same have the same address: the shaper compares these. */
static const char *keep_features(struct theming *theming, struct slice text) {
    for (size_t i = 0; i < theming->feature_count; i++)
        if (slice_is(text, theming->features[i]))
            return theming->features[i];
    arena_reserve(theming->reading.arena, theming->features, theming->feature_count,
                  theming->feature_capacity);
    return theming->features[theming->feature_count++] =
               arena_copy(theming->reading.arena, text.data, text.length);
}

void read_features(struct theming *theming, const struct field *field,
                   const struct yaml *value, void *place) {
    (void)field;
    struct buffer features = {.arena = theming->reading.arena};
    if (!is_list(theming, value, FEATURE_LIMIT))
        return;
    for (const struct yaml *item = value->items; item; item = item->next) {
        const char *text = yaml_text(&theming->reading, item);
        if (text && !is_feature(text))
            theme_tell(theming, DIAG_THEME_FEATURE, item, text, NULL);
        else if (text)
            buffer_printf(&features, "%s%s", features.length ? "," : "", text);
    }
    *(const char **)place =
        features.length ? keep_features(theming, buffer_slice(&features)) : NULL;
}

void write_features(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    const char *features = *(const char *const *)place;
    buffer_add_char(out, '[');
    for (const char *p = features ? features : ""; *p; p++) {
        buffer_add_char(out, *p);
        buffer_add_string(out, *p == ',' ? " " : "");
    }
    buffer_add_char(out, ']');
}
