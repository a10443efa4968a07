/* SPDX-License-Identifier: MIT */
/* What reading, checking and printing a theme share: the tables of what it may hold. */
#ifndef STYLE_INTERNAL_H
#define STYLE_INTERNAL_H

#include "base/buffer.h"
#include "input/input.h"
#include "style/style.h"

/* A style that can be changed. Places are counted from its beginning. */
struct theme {
    struct style style;
    struct role_style roles[ROLE_COUNT];
};

/* The same values; names and texts are shared. */
struct theme theme_copy(const struct style *style);

/* --- fields.c: what a theme may hold ------------------------------------------------- */

enum kind {
    KIND_MAP,
    KIND_LENGTH, /* 18 mm */
    KIND_COUNT, /* 3 */
    KIND_SHARE, /* 62 % */
    KIND_FLAG, /* true */
    KIND_WEIGHT, /* bold */
    KIND_FOREIGN, /* measured, own, or 90 % */
    KIND_COLOUR, /* "#9C3F24" */
    KIND_COLOUR_USE, /* that, or brick */
    KIND_FAMILY, /* Noto Sans */
    KIND_FAMILY_OR_NONE,
    KIND_FAMILIES, /* [Noto Sans, Amiri] */
    KIND_FEATURES, /* [onum, pnum] */
    KIND_WORDS, /* [Nasiriyah, Ur] */
    KIND_KASHIDA, /* sparing */
    KIND_SIZE, /* A4, or [210 mm, 297 mm] */
    KIND_LANGUAGES, /* ur: {family: Noto Nastaliq Urdu} */
    KIND_INK, /* [20, 82, 95, 12], or converted */
    KIND_PROFILE, /* press.icc, or default */
    KIND_SPOT, /* {name: PANTONE 174 C, colour: brick}, or none */
    KIND_FONTS, /* My Serif: {regular: fonts/MySerif.ttf} */
    KINDS
};

struct field {
    const char *name;
    enum kind kind;
    size_t offset; /* in what holds it [bytes] */
    int32_t least, most; /* of a number, as it is kept */
    size_t count; /* of values in a list; 0: it is a single value */
    const struct fields *inner; /* of a MAP */
    const char *what; /* a comment for whoever reads the theme; may be NULL */
};

struct fields {
    const struct field *items;
    size_t count;
    bool flow; /* printed in one line */
};

extern const struct fields theme_fields;
extern const struct fields language_fields; /* of a struct language_style */

/* The field that a path of names leads to, as in "page/column", and its place in the theme;
   NULL if there is none. */
const struct field *theme_field(const struct theme *theme, const char *path,
                                const void **place);

const char *colour_word(enum colour_name name);
const char *role_word(enum role role);
uint32_t theme_colour(const struct theme *theme, enum colour_name name);

/* --- theme.c: theme.yaml -> a theme -------------------------------------------------- */

struct theming {
    struct reading reading;
    struct theme *theme; /* what is being made */
    struct locator *locator; /* of theme.yaml */
    const struct yaml *root;
    struct families families; /* all there are */
    const char **features; /* those named so far */
    size_t feature_count, feature_capacity;
};

/* Reads the values of a map to their places in what begins at `place`. */
void theme_read_fields(struct theming *theming, const struct fields *fields,
                       const struct yaml *map, char *place);

/* What theme.yaml says at a path; NULL: nothing. */
const struct yaml *theme_named(const struct theming *theming, const char *path);

/* The first of these paths, NULL among them, that it names, where a mistake in one of them
   can be seen; NULL if it names none. */
const struct yaml *theme_first_named(const struct theming *theming,
                                     const char *const paths[], size_t count);

/* At the place of the value, or about the whole file. */
void theme_tell(struct theming *theming, enum diag_id id, const struct yaml *value,
                const char *a, const char *b);

/* --- a value, read and printed --------------------------------------------------------- */

/* Puts what is written at `place`, or tells why it cannot be and leaves the place alone. */
typedef void value_reader(struct theming *theming, const struct field *field,
                          const struct yaml *value, void *place);
/* Prints the value at a place so that it can be read again. */
typedef void value_writer(struct buffer *out, const struct field *field,
                          const void *place);

/* numbers.c */
value_reader read_length, read_count, read_share;
value_writer write_length, write_count, write_share;

/* type.c */
value_reader read_weight, read_foreign, read_family, read_family_or_none, read_families,
    read_features;
value_writer write_weight, write_foreign, write_family, write_families, write_features;
void write_name(struct buffer *out, const char *name);
void write_quoted(struct buffer *out, const char *text);

/* languages.c */
value_reader read_languages;
value_writer write_languages;

/* dump.c: {family: Amiri, size: 13.5 pt} */
void write_flow(struct buffer *out, const struct fields *fields, const char *place);

/* fonts.c */
value_reader read_fonts;
value_writer write_fonts;

/* print.c */
value_reader read_ink, read_profile, read_spot;
value_writer write_ink, write_profile, write_spot;

/* justification.c */
value_reader read_words, read_kashida;
value_writer write_words, write_kashida;

/* values.c: any kind but a map, by the field's kind. */
value_reader value_read;
value_writer value_write;

/* The place of a word among those there are; `count`, after message `id`, if it has none.
   The message names `what` the words are. */
size_t value_word(struct theming *theming, enum diag_id id, const char *what,
                  const struct yaml *value, const char *const words[], size_t count);

/* --- check.c: what values have to do with each other ----------------------------------- */

void theme_check(struct theming *theming);

/* --- faces.c: whether fonts have what is asked of them ---------------------------------- */

void theme_check_faces(struct theming *theming);

/* --- print.c ------------------------------------------------------------------------- */

/* Forgets the inks of colours that the theme has changed without naming their inks. */
void theme_settle_inks(struct theming *theming);

/* Tells of inks that are more than the limit, and of colours that the screen does not tell
   apart and print does. */
void theme_check_inks(struct theming *theming);

/* --- contrast.c ---------------------------------------------------------------------- */

void theme_check_contrast(struct theming *theming);

#endif
