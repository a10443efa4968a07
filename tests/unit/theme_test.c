/* SPDX-License-Identifier: MIT */
/* Themes: every value of the style can be named, printed and read; what cannot be is told at
   its place. Runs in a folder of its own, which holds theme.yaml. */
#define _GNU_SOURCE /* mkdtemp, open_memstream */
#include "style/internal.h"
#include "unit/harness.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* A theme that has been read, and what was said about it. */
struct read_theme {
    struct arena *arena;
    const struct style *style;
    size_t errors, warnings;
    char *messages;
};

static void write_theme(const char *text, size_t size) {
    FILE *file = fopen("theme.yaml", "wb");
    if (!file || fwrite(text, 1, size, file) != size || fclose(file) != 0)
        abort();
}

static struct read_theme read_bytes(const char *text, size_t size) {
    struct read_theme theme = {.arena = arena_create()};
    struct diag *diag = diag_new(theme.arena);
    size_t message_size;
    write_theme(text, size);
    theme.style = style_read(theme.arena, ".", diag);
    theme.errors = diag_count(diag, DIAG_ERROR) + diag_count(diag, DIAG_WORLD);
    theme.warnings = diag_count(diag, DIAG_WARNING);
    FILE *stream = open_memstream(&theme.messages, &message_size);
    diag_print(diag, stream);
    fclose(stream);
    return theme;
}

static struct read_theme read_theme(const char *text) {
    return read_bytes(text, strlen(text));
}

static void drop_theme(struct read_theme theme) {
    free(theme.messages);
    arena_destroy(theme.arena);
}

/* To be freed. */
static char *print_style(const struct style *style) {
    char *text;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    style_dump(style, stream);
    fclose(stream);
    return text;
}

/* --- all there is can be named ----------------------------------------------------------- */

typedef void visitor(const struct field *field, char *place);

static void visit(const struct fields *fields, char *place, visitor *see) {
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->items[i];
        if (field->kind == KIND_MAP)
            visit(field->inner, place + field->offset, see);
        else
            see(field, place + field->offset);
    }
}

static size_t value_size(const struct field *field) {
    static const size_t sizes[KINDS] = {
        [KIND_LENGTH] = sizeof(length),
        [KIND_COUNT] = sizeof(uint32_t),
        [KIND_SHARE] = sizeof(uint32_t),
        [KIND_FLAG] = sizeof(bool),
        [KIND_WEIGHT] = sizeof(enum weight),
        [KIND_FOREIGN] = sizeof(int32_t),
        [KIND_COLOUR] = sizeof(uint32_t),
        [KIND_COLOUR_USE] = sizeof(struct colour_use),
        [KIND_FAMILY] = sizeof(char *),
        [KIND_FAMILY_OR_NONE] = sizeof(char *),
        [KIND_FAMILIES] = sizeof(struct families),
        [KIND_FEATURES] = sizeof(char *),
        [KIND_SIZE] = 2 * sizeof(length),
        [KIND_LANGUAGES] = sizeof(struct language_styles),
        [KIND_FONTS] = sizeof(struct font_families),
        [KIND_INK] = sizeof(struct cmyk),
        [KIND_PROFILE] = sizeof(struct press_profile),
        [KIND_SPOT] = sizeof(struct spot_ink),
        [KIND_WORDS] = sizeof(struct words),
        [KIND_KASHIDA] = sizeof(enum kashida_use),
    };
    return sizes[field->kind] * (field->count ? field->count : 1);
}

/* A theme's bytes, each counted as often as a field holds it. */
union seen {
    struct theme theme;
    unsigned char bytes[sizeof(struct theme)];
};

static void count_bytes(const struct field *field, char *place) {
    for (size_t i = 0; i < value_size(field); i++)
        place[i]++;
}

static size_t count_seen(const void *first, size_t size) {
    size_t count = 0;
    for (size_t i = 0; i < size; i++)
        count += ((const unsigned char *)first)[i] == 1;
    return count;
}

#define EXPECT_SEEN(object, size)                                                      \
    EXPECT_INTEGER(count_seen(&(object), sizeof(object)), size)
#define EXPECT_ALL_SEEN(object) EXPECT_SEEN(object, sizeof(object))

/* The bytes of all members; the rest is padding. */
enum {
    LATIN_BYTES = 3 * sizeof(char *) + sizeof(enum weight) + 2 * sizeof(length) +
                  sizeof(int32_t) + sizeof(uint32_t),
    ARABIC_BYTES = LATIN_BYTES + 2 * sizeof(length), /* leading with marks */
    KASHIDA_BYTES = sizeof(enum kashida_use) + 2 * sizeof(struct kashida_limits) +
                    sizeof(struct words),
    HYPHEN_BYTES = 2 * sizeof(bool) + 3 * sizeof(uint32_t),
    RAISED_BYTES = sizeof(char *) + 2 * sizeof(uint32_t),
    ROLE_BYTES = ARABIC_BYTES + LATIN_BYTES + sizeof(struct colour_use) +
                 2 * sizeof(length) + sizeof(bool)
};

/* These structs have no padding, so a member that no field holds is missed here. */
static void every_member_of_the_style_is_one_field(void) {
    static union seen seen;
    const struct style *style = &seen.theme.style;
    memset(&seen, 0, sizeof seen);
    visit(&theme_fields, (char *)seen.bytes, count_bytes);
    EXPECT_ALL_SEEN(style->fonts);
    EXPECT_ALL_SEEN(style->colours);
    EXPECT_ALL_SEEN(style->print.profile);
    EXPECT_ALL_SEEN(style->print.spot.name);
    EXPECT_ALL_SEEN(style->print.limit);
    EXPECT_ALL_SEEN(style->print.inks);
    EXPECT_ALL_SEEN(style->page);
    EXPECT_ALL_SEEN(style->note);
    EXPECT_ALL_SEEN(style->table);
    EXPECT_ALL_SEEN(style->figure);
    EXPECT_ALL_SEEN(style->contents);
    EXPECT_ALL_SEEN(style->cover);
    EXPECT_ALL_SEEN(style->link_use);
    EXPECT_ALL_SEEN(style->fallback);
    EXPECT_ALL_SEEN(style->arabic_space);
    EXPECT_ALL_SEEN(style->latin_space);
    EXPECT_ALL_SEEN(style->languages);
    EXPECT_ALL_SEEN(style->protrusion);
    EXPECT_SEEN(style->kashida, KASHIDA_BYTES);
    EXPECT_SEEN(style->hyphenation, HYPHEN_BYTES);
    EXPECT_ALL_SEEN(style->code_family);
    EXPECT_ALL_SEEN(style->code_scale);
    EXPECT_SEEN(style->note_mark, 2 * RAISED_BYTES + sizeof(struct colour_use));
    EXPECT_SEEN(seen.theme.roles[ROLE_CHAPTER], ROLE_BYTES);
    EXPECT_SEEN(seen.theme.roles[ROLE_TEXT], ROLE_BYTES - 2 * sizeof(length));
    EXPECT_SEEN(seen.theme.roles[ROLE_FOLIO],
                ROLE_BYTES - 2 * sizeof(length) - sizeof(bool));
}

/* --- round trips ------------------------------------------------------------------------- */

static void the_default_printed_and_read_is_the_default(void) {
    char *text = print_style(style_default());
    struct read_theme theme = read_theme(text);
    EXPECT_STRING(theme.messages, "");
    EXPECT(theme.style != style_default());
    char *again = print_style(theme.style);
    EXPECT_STRING(again, text);
    EXPECT(
        !memcmp(&theme.style->page, &style_default()->page, sizeof theme.style->page));
    EXPECT(!memcmp(&theme.style->cover, &style_default()->cover,
                   sizeof theme.style->cover));
    free(again);
    free(text);
    drop_theme(theme);
}

static int32_t changed_number(const struct field *field, int32_t number) {
    int32_t step = field->kind == KIND_LENGTH ? 123 : field->kind == KIND_SHARE ? 7 : 1;
    return number - step >= field->least ? number - step : field->least + step;
}

/* Another value of the same kind that goes with the rest. */
static void change(const struct field *field, char *place) {
    static const char *const words[] = {"الناصرية", "Ur"};
    static const char *const families[] = {"Noto Sans Math", "Amiri"};
    size_t count = field->kind == KIND_SIZE ? 2 : field->count ? field->count : 1;
    int32_t *numbers = (int32_t *)(void *)place;
    switch (field->kind) {
    case KIND_LENGTH:
    case KIND_COUNT:
    case KIND_SHARE:
    case KIND_SIZE:
        for (size_t i = 0; i < count; i++)
            numbers[i] = changed_number(field, numbers[i]);
        break;
    case KIND_FLAG:
        *(bool *)place = !*(bool *)place;
        break;
    case KIND_WEIGHT:
        numbers[0] = numbers[0] == WEIGHT_BOLD ? WEIGHT_REGULAR : WEIGHT_BOLD;
        break;
    case KIND_FOREIGN:
        numbers[0] = numbers[0] == FOREIGN_MEASURED ? FOREIGN_OWN : 830;
        break;
    case KIND_COLOUR:
        for (size_t i = 0; i < count; i++)
            numbers[i] ^= 0x010203;
        break;
    case KIND_COLOUR_USE:
        *(struct colour_use *)(void *)place =
            numbers[1] == COLOUR_INK ? (struct colour_use){0x123456, COLOUR_OWN}
                                     : (struct colour_use){0x1C1918, COLOUR_INK};
        break;
    case KIND_FAMILY_OR_NONE:
        if (*(const char **)(void *)place) {
            *(const char **)(void *)place = NULL;
            break;
        }
        /* fall through */
    case KIND_FAMILY:
        *(const char **)(void *)place = "Noto Nastaliq Urdu";
        break;
    case KIND_FAMILIES:
        *(struct families *)(void *)place = (struct families){families, 2};
        break;
    case KIND_FEATURES:
        *(const char **)(void *)place =
            *(const char **)(void *)place ? NULL : "smcp,-liga,ss01=2";
        break;
    case KIND_WORDS:
        *(struct words *)(void *)place = (struct words){words, 2};
        break;
    case KIND_KASHIDA:
        numbers[0] = numbers[0] == KASHIDA_FULL ? KASHIDA_UNUSED : KASHIDA_FULL;
        break;
    case KIND_INK:
        for (size_t i = 0; i < count; i++)
            ((struct cmyk *)(void *)place)[i] = (struct cmyk){{1, 2, 3, 4}};
        break;
    case KIND_SPOT:
        *(struct spot_ink *)(void *)place =
            (struct spot_ink){"Clay \"7\"", COLOUR_REED};
        break;
    case KIND_PROFILE: /* there must be a file: tests/pdf/press.sh */
    case KIND_LANGUAGES: /* read into a copy: languages_of_a_theme_... */
    case KIND_FONTS: /* there must be files: fonts_test.c */
    case KIND_MAP:
    case KINDS:
        break;
    }
}

/* A scale goes with a family. */
static struct theme changed_theme(void) {
    struct theme theme = theme_copy(style_default());
    visit(&theme_fields, (char *)&theme, change);
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        struct role_style *role = &theme.roles[i];
        role->arabic.figures_scale = role->arabic.figures ? 1234 : 0;
        role->latin.figures_scale = role->latin.figures ? 567 : 0;
    }
    return theme;
}

static void a_theme_that_changes_everything_is_read_as_it_was_printed(void) {
    struct theme changed = changed_theme();
    changed.style.roles = changed.roles;
    char *text = print_style(&changed.style), *before = print_style(style_default());
    struct read_theme theme = read_theme(text);
    EXPECT_INTEGER(theme.errors, 0);
    char *again = print_style(theme.style);
    EXPECT_STRING(again, text);
    EXPECT(strcmp(text, before) != 0);
    EXPECT_INTEGER(theme.style->page.column, MM(38.5) - 123);
    EXPECT_STRING(theme.style->roles[ROLE_TEXT].latin.family, "Noto Nastaliq Urdu");
    EXPECT_INTEGER(theme.style->roles[ROLE_TEXT].colour, 0x123456);
    free(again);
    free(before);
    free(text);
    drop_theme(theme);
}

/* --- what a theme does ------------------------------------------------------------------- */

static void without_a_theme_the_look_is_the_default(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    unlink("theme.yaml");
    EXPECT(style_read(arena, ".", diag) == style_default());
    EXPECT(style_read(arena, NULL, diag) == style_default());
    arena_destroy(arena);
    struct read_theme theme = read_theme("# nothing yet\n");
    EXPECT(theme.style == style_default());
    EXPECT_STRING(theme.messages, "");
    drop_theme(theme);
}

static void what_a_theme_does_not_name_stays(void) {
    struct read_theme theme = read_theme("page: {gutter: 5 mm}\n"
                                         "roles: {text: {latin: {size: 9 pt}}}\n");
    const struct style *style = theme.style, *base = style_default();
    EXPECT_STRING(theme.messages, "");
    EXPECT_INTEGER(style->page.gutter, MM(5));
    EXPECT_INTEGER(style->page.column, base->page.column);
    EXPECT_INTEGER(style->roles[ROLE_TEXT].latin.size, PT(9));
    EXPECT_INTEGER(style->roles[ROLE_TEXT].latin.leading, PT(14));
    EXPECT_STRING(style->roles[ROLE_TEXT].latin.features, "onum,pnum");
    EXPECT_INTEGER(style->roles[ROLE_TEXT].arabic.size, PT(13.5));
    EXPECT_INTEGER(style->roles[ROLE_QUOTE].latin.size, PT(10));
    drop_theme(theme);
}

static void leading_with_marks_follows_the_leading_without(void) {
    struct read_theme theme = read_theme("roles: {text: {arabic: {leading: 24.5 pt}}, "
                                         "note: {arabic: {leading: 10 pt, "
                                         "leading-marked: 17.5 pt}}}\n");
    const struct role_style *roles = theme.style->roles;
    EXPECT_STRING(theme.messages, "");
    EXPECT_INTEGER(roles[ROLE_TEXT].arabic.leading_marked, PT(31.5));
    EXPECT_INTEGER(roles[ROLE_TEXT].arabic.leading_vocalised, PT(31.5));
    EXPECT_INTEGER(roles[ROLE_NOTE].arabic.leading_marked, PT(17.5));
    EXPECT_INTEGER(roles[ROLE_NOTE].arabic.leading_vocalised, PT(17));
    EXPECT_INTEGER(roles[ROLE_QUOTE].arabic.leading_marked, PT(28));
    drop_theme(theme);
    theme = read_theme("roles: {text: {latin: {leading-marked: 21 pt}}}\n");
    EXPECT(theme.errors + theme.warnings == 1); /* Latin has none */
    drop_theme(theme);
    theme = read_theme("roles: {note: {arabic: {leading-vocalised: 400 pt}}}\n");
    EXPECT_INTEGER(theme.errors, 1); /* no page holds two such lines */
    drop_theme(theme);
}

static int32_t read_foreign_size(const char *value) {
    char text[100];
    snprintf(text, sizeof text, "roles: {text: {arabic: {foreign: %s}}}\n", value);
    struct read_theme theme = read_theme(text);
    EXPECT_STRING(theme.messages, "");
    int32_t foreign = theme.style->roles[ROLE_TEXT].arabic.foreign;
    drop_theme(theme);
    return foreign;
}

static void words_of_the_other_script_have_a_size_of_three_kinds(void) {
    EXPECT_INTEGER(style_default()->roles[ROLE_TEXT].arabic.foreign, FOREIGN_MEASURED);
    EXPECT_INTEGER(read_foreign_size("own"), FOREIGN_OWN);
    EXPECT_INTEGER(read_foreign_size("measured"), FOREIGN_MEASURED);
    EXPECT_INTEGER(read_foreign_size("83.5 %"), 835);
    struct read_theme theme =
        read_theme("roles: {text: {latin: {foreign: mesured}}, quote: "
                   "{latin: {foreign: 9 pt}}, note: {latin: {foreign: 5 %}}}\n");
    EXPECT_INTEGER(theme.errors, 3);
    drop_theme(theme);
}

static void a_named_colour_changes_wherever_it_is_used(void) {
    struct read_theme theme = read_theme("colours: {brick: \"#1e4E79\"}\n"
                                         "roles: {text: {colour: brick}, marker: "
                                         "{colour: \"#000001\"}}\n");
    EXPECT_STRING(theme.messages, "");
    EXPECT_INTEGER(theme.style->colours.brick, 0x1E4E79);
    EXPECT_INTEGER(theme.style->note_mark.colour, 0x1E4E79);
    EXPECT_INTEGER(theme.style->roles[ROLE_TEXT].colour, 0x1E4E79);
    EXPECT_INTEGER(theme.style->roles[ROLE_MARKER].colour, 1);
    EXPECT_INTEGER(theme.style->roles[ROLE_QUOTE].colour, 0x1D1B19);
    EXPECT_INTEGER(theme.style->link_colour, 0x2E6B62);
    drop_theme(theme);
}

static struct cmyk ink_of(const char *text) {
    struct read_theme theme = read_theme(text);
    struct cmyk ink = theme.style->print.inks.brick;
    EXPECT_STRING(theme.messages, "");
    drop_theme(theme);
    return ink;
}

/* The ink of the program's brick is not that of another brick. */
static void a_changed_colour_is_converted_unless_its_ink_is_named(void) {
    EXPECT_INTEGER(cmyk_total(ink_of("colours: {brick: \"#9C3F24\"}")), 209);
    EXPECT(!cmyk_is_known(ink_of("colours: {brick: \"#1E4E79\"}")));
    EXPECT(!cmyk_is_known(ink_of("print: {inks: {brick: converted}}")));
    EXPECT_INTEGER(cmyk_total(ink_of("colours: {brick: \"#1E4E79\"}\n"
                                     "print: {inks: {brick: [90, 60, 20, 10]}}")),
                   180);
    EXPECT_INTEGER(cmyk_total(ink_of("print: {inks: {brick: [1, 2, 3, 4]}}")), 10);
    struct read_theme theme = read_theme("colours: {ink: \"#101030\"}");
    EXPECT_INTEGER(theme.style->print.inks.ink.parts[3], 100);
    drop_theme(theme);
}

static void each_colour_of_the_screen_has_one_ink(void) {
    struct arena *arena = arena_create();
    struct read_theme theme = read_theme(
        "print: {spot: {colour: reed, name: PANTONE 174 C}, inks: {reed: converted}}");
    size_t count, spots = 0;
    const struct inked *inked = style_inked(arena, theme.style, &count);
    EXPECT_STRING(theme.messages, "");
    for (size_t i = 0; i < count; i++) {
        spots += inked[i].spot;
        EXPECT(inked[i].spot == (inked[i].colour == 0x2E6B62));
        for (size_t n = 0; n < i; n++)
            EXPECT(inked[n].colour != inked[i].colour);
    }
    EXPECT_INTEGER(spots, 1);
    EXPECT_INTEGER(count, 12); /* brick is one of its tones */
    drop_theme(theme);
    arena_destroy(arena);
}

/* A colour is said once, by its name, and the value beside the name is that of the name. */
static void the_default_knows_its_colours_by_name(void) {
    struct theme theme = theme_copy(style_default());
    for (size_t i = 0; i < ROLE_COUNT; i++) {
        EXPECT(theme.roles[i].use.name < COLOUR_NAMES);
        EXPECT_INTEGER(theme.roles[i].colour,
                       theme_colour(&theme, theme.roles[i].use.name));
    }
    EXPECT_INTEGER(theme.style.link_colour,
                   theme_colour(&theme, theme.style.link_use.name));
    EXPECT_INTEGER(theme.style.note_mark.colour,
                   theme_colour(&theme, theme.style.note_mark.use.name));
}

static length read_indent(const char *value) {
    char text[100];
    snprintf(text, sizeof text, "page: {indent: %s}\n", value);
    struct read_theme theme = read_theme(text);
    EXPECT_STRING(theme.messages, "");
    length indent = theme.style->page.indent;
    drop_theme(theme);
    return indent;
}

static void lengths_are_in_any_unit(void) {
    EXPECT_INTEGER(read_indent("12.345 pt"), 12345);
    EXPECT_INTEGER(read_indent("0.0004 pt"), 0);
    EXPECT_INTEGER(read_indent("0.0005pt"), 1);
    EXPECT_INTEGER(read_indent("18 mm"), 51024);
    EXPECT_INTEGER(read_indent("2.54 cm"), 72000);
    EXPECT_INTEGER(read_indent("\"1 in\""), 72000);
    EXPECT_INTEGER(read_indent("000001 in"), 72000);
}

static void a_page_has_a_name_or_two_sides(void) {
    struct read_theme theme = read_theme("page: {size: Letter}\n");
    EXPECT_INTEGER(theme.style->page.width, PT(612));
    EXPECT_INTEGER(theme.style->page.height, PT(792));
    drop_theme(theme);
    theme = read_theme("page: {size: [8.5 in, 14 in], outer-margin: 0.8 in}\n");
    EXPECT_STRING(theme.messages, "");
    EXPECT_INTEGER(theme.style->page.height, PT(1008));
    char *text = print_style(theme.style);
    EXPECT(strstr(text, "\n  size: Legal #") != NULL);
    free(text);
    drop_theme(theme);
}

static void figures_of_another_family_have_a_size(void) {
    struct read_theme theme =
        read_theme("roles: {text: {arabic: {figures: Noto Sans Arabic}}, chapter: "
                   "{arabic: {figures: none}}}\n");
    EXPECT_STRING(theme.messages, "");
    EXPECT_INTEGER(theme.style->roles[ROLE_TEXT].arabic.figures_scale, 1000);
    EXPECT(!theme.style->roles[ROLE_CHAPTER].arabic.figures);
    drop_theme(theme);
}

/* The shaper knows features by the address of their text. */
static void equal_features_are_one_text(void) {
    struct read_theme theme =
        read_theme("roles: {text: {latin: {features: [smcp, -liga]}}, quote: {latin: "
                   "{features: [smcp, -liga]}, arabic: {features: []}}}\n");
    const struct role_style *roles = theme.style->roles;
    EXPECT_STRING(roles[ROLE_TEXT].latin.features, "smcp,-liga");
    EXPECT(roles[ROLE_TEXT].latin.features == roles[ROLE_QUOTE].latin.features);
    EXPECT(!roles[ROLE_QUOTE].arabic.features);
    drop_theme(theme);
}

/* --- what is told ------------------------------------------------------------------------ */

struct mistake {
    const char *text, *message; /* a theme; the beginning of what is said of it */
};

static const struct mistake mistakes[] = {
    {"brick", "theme.yaml:1:1: error: this is a text; it must be a map"},
    {"page: 3", "theme.yaml:1:7: error: this is a text; it must be a map"},
    {"page:\n", "theme.yaml:1:1: error: page is empty"},
    {"page: {step: [7 pt]}",
     "theme.yaml:1:14: error: this is a list; it must be a text"},
    {"pages: {}", "theme.yaml:1:1: error: there is no key pages; the nearest is page"},
    {"page:\n  colum: 3 mm",
     "theme.yaml:2:3: error: there is no key colum; the nearest is column"},
    {"roles: {folio: {justified: true}}",
     "theme.yaml:1:17: error: there is no key justified;"},
    {"page: {step: 7 pt, step: 7 pt}",
     "theme.yaml:1:20: error: step stands here again; it is already in line 1"},
    /* inks */
    {"print: {inks: {brick: \"#9C3F24\"}}",
     "theme.yaml:1:23: error: this is not an ink"},
    {"print: {inks: {brick: [1, 2, 3]}}", "theme.yaml:1:23: error: this is not an ink"},
    {"print: {inks: {brick: [1, 2, 3, 101]}}",
     "theme.yaml:1:33: error: 101 is not so much of an ink"},
    {"print: {inks: {brick: [1, 2 %, 3, 4]}}",
     "theme.yaml:1:27: error: 2 % is not so much of an ink"},
    {"print: {inks: {joint: [90, 90, 90, 90]}}",
     "theme.yaml:1:23: error: the ink of joint is 360 %, more than 300 %"},
    {"print: {ink-limit: 200 %}",
     "theme.yaml:1:20: error: the ink of brick is 209 %, more than 200 %"},
    {"print: {ink-limit: 401 %}", "theme.yaml:1:20: error: 401 % is outside 100 % to"},
    {"colours: {reed: \"#9C3F24\"}\nprint: {inks: {brick: [1, 2, 3, 4], reed: [4, 3, 2, 1]}}",
     "theme.yaml:2:23: error: brick and reed are one colour on the screen"},
    {"print: {spot: PANTONE}", "theme.yaml:1:15: error: this is not a spot ink"},
    {"print: {spot: {colour: brick}}",
     "theme.yaml:1:15: error: this is not a spot ink"},
    {"print: {spot: {colour: brik, name: X}}",
     "theme.yaml:1:24: error: there is no colour brik; the nearest is brick"},
    {"print: {spot: {colour: brick, name: Black}}",
     "theme.yaml:1:37: error: Black cannot be the name of a spot ink"},
    {"print: {profile: press.icc}", "theme.yaml:1:18: error: the file press.icc is"},
    {"print: {profile: theme.yaml}",
     "theme.yaml:1:18: error: the profile theme.yaml cannot be used: it is not an ICC"},
    /* lengths */
    {"page: {step: 7}", "theme.yaml:1:14: error: 7 has no unit"},
    {"page: {step: 7 px}", "theme.yaml:1:14: error: px is not a unit of length"},
    {"page: {step: 7,5 pt}", "theme.yaml:1:14: error: 7 has no unit"},
    {"page: {step: \"7,5 pt\"}", "theme.yaml:1:14: error: ,5 pt is not a unit"},
    {"page: {step: 7. pt}", "theme.yaml:1:14: error: 7. pt is not a length"},
    {"page: {step: pt}", "theme.yaml:1:14: error: pt is not a length"},
    {"page: {step: +7 pt}", "theme.yaml:1:14: error: +7 pt is not a length"},
    {"page: {step: 0 pt}", "theme.yaml:1:14: error: 0 pt is outside 1 pt to 100 pt"},
    {"page: {step: -7 pt}", "theme.yaml:1:14: error: -7 pt is outside 1 pt to"},
    {"page: {step: 99999999999999999999999999 in}",
     "theme.yaml:1:14: error: 99999999999999999999999999 in is outside 1 pt to"},
    {"roles: {text: {latin: {size: 0 pt}}}",
     "theme.yaml:1:30: error: 0 pt is outside 1 pt to 400 pt"},
    {"page: {size: A7}", "theme.yaml:1:14: error: there is no size A7; the nearest is"},
    {"page: {size: [1 m, 297 mm]}", "theme.yaml:1:15: error: m is not a unit"},
    {"page: {size: [210 mm]}",
     "theme.yaml:1:14: error: this is not the size of a page"},
    {"page: {size: {a: b}}", "theme.yaml:1:14: error: this is not the size of a page"},
    {"cover: {open-gaps: [1 pt]}",
     "theme.yaml:1:20: error: there are 1 here; there must be 3"},
    {"cover: {open-gaps: 1 pt}",
     "theme.yaml:1:20: error: this is a text; it must be a list"},
    /* other numbers */
    {"page: {text-columns: 2.5}", "theme.yaml:1:22: error: 2.5 is not a whole number"},
    {"page: {text-columns: 3 mm}",
     "theme.yaml:1:22: error: 3 mm is not a whole number"},
    {"page: {text-columns: 0}", "theme.yaml:1:22: error: 0 is outside 1 to 12"},
    {"code: {scale: 0.9}", "theme.yaml:1:15: error: 0.9 is not a percentage"},
    {"code: {scale: 5 %}", "theme.yaml:1:15: error: 5 % is outside 10 % to 400 %"},
    {"roles: {text: {justified: yes}}",
     "theme.yaml:1:27: error: yes is neither true nor false"},
    /* colours */
    {"colours:\n  brick: #9C3F24", "theme.yaml:2:3: error: brick is empty\n"
                                   "     2 |   brick: #9C3F24\n"
                                   "       |   ^~~~~\n"
                                   "         Put quotes around a colour"},
    {"colours: {brick: 9C3F24}", "theme.yaml:1:18: error: 9C3F24 is not a colour"},
    {"colours: {brick: \"#9C3F2\"}", "theme.yaml:1:18: error: #9C3F2 is not a colour"},
    {"colours: {brick: \"#9C3F2G\"}", "theme.yaml:1:18: error: #9C3F2G is not a"},
    {"colours: {brick: reed}", "theme.yaml:1:18: error: reed is not a colour"},
    {"link-colour: red", "theme.yaml:1:14: error: there is no colour red; the nearest "
                         "is reed (all: ink, brick, reed,"},
    {"link-colour: \"#red\"", "theme.yaml:1:14: error: #red is not a colour"},
    {"colours: {brick-tones: [\"#111111\", \"#222222\", \"#333333\", x]}",
     "theme.yaml:1:58: error: x is not a colour"},
    /* type */
    {"code: {family: Noto San}",
     "theme.yaml:1:16: error: there is no font Noto San; the "
     "nearest is Noto Sans (all: Amiri, Noto Serif,"},
    {"code: {family: none}", "theme.yaml:1:16: error: there is no font none;"},
    {"fallback: [Amiri, Amiri]", "theme.yaml:1:19: error: Amiri stands here again"},
    {"roles: {text: {latin: {weight: black}}}",
     "theme.yaml:1:32: error: there is no weight black; the nearest is"},
    {"roles: {text: {latin: {features: onum}}}",
     "theme.yaml:1:34: error: this is a text; it must be a list"},
    {"roles: {text: {latin: {features: [on, \"l,ga\", \"ss01=\", \"ss01=x\"]}}}",
     "theme.yaml:1:35: error: on is not an OpenType feature"},
    {"roles: {text: {latin: {features: [a001, a002, a003, a004, a005, a006, a007, a008, "
     "a009]}}}",
     "theme.yaml:1:34: error: there are 9 here; there must be 8 at most"},
    /* what does not go together */
    {"page: {column: 50 mm}",
     "theme.yaml:1:16: error: what margins, columns and gutters take together (256 mm) is "
     "more than the width of the page (210 mm)"},
    {"page:\n  size: A5",
     "theme.yaml:2:9: error: page last-line (784 pt) is more than the height "
     "of the page (210 mm)"},
    {"page: {first-line: 800 pt}",
     "theme.yaml:1:20: error: page first-line (800 pt) must be less than page last-line (784 pt)"},
    {"page: {last-line: 60 pt}",
     "theme.yaml:1:19: error: page first-line (63 pt) must be less than page last-line (60 pt)"},
    {"page: {folio: 900 pt}",
     "theme.yaml:1:15: error: page folio (900 pt) is more than the "
     "height of the page (297 mm)"},
    {"cover: {joint: 28 pt}",
     "theme.yaml:1:16: error: cover joint (28 pt) must be less than cover course (28 pt)"},
    {"cover: {title-measure: 180 mm}",
     "theme.yaml:1:24: error: cover title-measure (180 mm) is more than what the margins of the "
     "cover leave (170 mm)"},
    {"roles: {note: {latin: {leading: 400 pt}}}",
     "theme.yaml:1:33: error: roles note latin leading (400 pt) is more than half of the "
     "height of the text (360.5 pt)"},
    {"page: {last-line: 80 pt, chapter-title: 70 pt}",
     "theme.yaml:1:19: error: roles chapter arabic leading-marked (42 pt) is more than half of "
     "the height of the text (8.5 pt)"},
    {"note: {indent: 70 mm}",
     "theme.yaml:1:16: error: note indent (70 mm) is more than half "
     "of the width of text ("},
    {"roles: {text: {arabic: {figures-scale: 90 %}}}",
     "theme.yaml:1:40: error: figures-scale is given, and no family in figures"},
    {"contents: {folio: 100 mm}",
     "theme.yaml:1:19: error: what indent and folio take of the third level (323.151 "
     "pt) is more than half of the width of text ("},
    /* contrast */
    {"colours: {stone: \"#777777\"}",
     "theme.yaml:1:18: warning: the contrast of stone on paper is only 4.47:1\n"},
    {"colours: {sand: \"#777777\"}",
     "theme.yaml:1:17: warning: the contrast of ink on sand is only 3.8"},
    {"roles: {folio: {colour: \"#FFFFFF\"}}",
     "theme.yaml:1:25: warning: the contrast of #FFFFFF on paper is only 1.00:1\n"},
    {"roles: {folio: {colour: sand}}",
     "theme.yaml:1:25: warning: the contrast of sand on paper is only 1.17:1\n"},
    /* YAML */
    {"page: {step: &a 7 pt}",
     "theme.yaml:1:14: error: an anchor of YAML is not allowed"},
    {"page: {step: 7 pt", "theme.yaml:2:1: error: this is not YAML"},
};

static void mistakes_are_told_at_their_place(void) {
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        struct read_theme theme = read_theme(mistakes[i].text);
        const char *message = mistakes[i].message;
        if (strncmp(theme.messages, message, strlen(message)) != 0)
            EXPECT_STRING(theme.messages, message);
        EXPECT(theme.style != NULL);
        drop_theme(theme);
    }
}

static void all_mistakes_are_told_in_one_run(void) {
    struct read_theme theme =
        read_theme("page: {step: 7, column: x}\nlink-colour: red\nnone: 1\n");
    EXPECT_INTEGER(theme.errors, 4);
    drop_theme(theme);
}

/* One value that is wrong may make others look wrong: those are not told. */
static void values_are_compared_only_when_each_is_right(void) {
    struct read_theme theme = read_theme("page: {size: A5, step: 7}\n");
    EXPECT_INTEGER(theme.errors, 1);
    drop_theme(theme);
}

static void one_colour_is_told_once_for_each_ground(void) {
    struct read_theme theme = read_theme("colours: {ink: \"#AAAAAA\"}\n");
    const char *first = strstr(theme.messages, "ink on paper is only 2.32:1");
    EXPECT(first && !strstr(first + 1, "ink on paper"));
    EXPECT(strstr(theme.messages, "ink on sand is only 1.9") != NULL);
    EXPECT_INTEGER(theme.errors, 0);
    drop_theme(theme);
}

static void the_default_can_be_read_by_most(void) {
    struct read_theme theme = read_theme("link-colour: reed\n");
    EXPECT_STRING(theme.messages, "");
    drop_theme(theme);
    EXPECT_INTEGER(colour_contrast(0, 0xFFFFFF) * 100, 2100);
    EXPECT_INTEGER(colour_contrast(0xFFFFFF, 0) * 100, 2100);
    EXPECT_INTEGER(colour_contrast(0x767676, 0xFFFFFF) * 100, 454); /* G18 */
    EXPECT_INTEGER(colour_contrast(0x777777, 0xFFFFFF) * 100, 447);
}

static void a_folder_is_no_theme(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    unlink("theme.yaml");
    EXPECT(mkdir("theme.yaml", 0700) == 0);
    EXPECT(style_read(arena, ".", diag) == style_default());
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 1);
    rmdir("theme.yaml");
    arena_destroy(arena);
}

/* --- anything at all --------------------------------------------------------------------- */

static uint32_t seed = 11;

static uint32_t random_below(uint32_t below) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* One to four changes of a byte, a cut or a repetition. */
static size_t spoil(char *text, size_t size, size_t room) {
    static const char bytes[] = "0123456789#-.,:[]{}\"'%&*|> \n\tptmino\xD9\xA3\xFF";
    for (uint32_t i = 1 + random_below(4); i && size; i--) {
        size_t at = random_below((uint32_t)size);
        size_t count = random_below(30);
        if (count > size - at)
            count = size - at;
        if (random_below(3)) {
            text[at] = bytes[random_below(sizeof bytes - 1)];
        } else if (random_below(2)) {
            memmove(text + at, text + at + count, size - at - count);
            size -= count;
        } else if (size + count <= room) {
            memmove(text + at + count, text + at, size - at);
            size += count;
        }
    }
    return size;
}

static void no_theme_is_too_bad_to_be_read(void) {
    enum { ROOM = 1 << 15, ROUNDS = 300 };
    char *text = print_style(style_default());
    size_t whole = strlen(text), told = 0;
    char *spoilt = malloc(ROOM);
    EXPECT(whole < ROOM);
    const char *rounds = getenv("THEME_ROUNDS");
    for (long i = rounds ? atol(rounds) : ROUNDS; i > 0; i--) {
        memcpy(spoilt, text, whole);
        struct read_theme theme = read_bytes(spoilt, spoil(spoilt, whole, ROOM));
        EXPECT(theme.style != NULL);
        told += theme.errors > 0;
        drop_theme(theme);
    }
    EXPECT(told > ROUNDS / 2);
    free(spoilt);
    free(text);
}

int main(void) {
    char folder[] = "/tmp/theme-test-XXXXXX";
    if (!mkdtemp(folder) || chdir(folder) != 0)
        abort();
    RUN(every_member_of_the_style_is_one_field);
    RUN(the_default_printed_and_read_is_the_default);
    RUN(a_theme_that_changes_everything_is_read_as_it_was_printed);
    RUN(without_a_theme_the_look_is_the_default);
    RUN(what_a_theme_does_not_name_stays);
    RUN(leading_with_marks_follows_the_leading_without);
    RUN(words_of_the_other_script_have_a_size_of_three_kinds);
    RUN(a_named_colour_changes_wherever_it_is_used);
    RUN(a_changed_colour_is_converted_unless_its_ink_is_named);
    RUN(each_colour_of_the_screen_has_one_ink);
    RUN(the_default_knows_its_colours_by_name);
    RUN(lengths_are_in_any_unit);
    RUN(a_page_has_a_name_or_two_sides);
    RUN(figures_of_another_family_have_a_size);
    RUN(equal_features_are_one_text);
    RUN(mistakes_are_told_at_their_place);
    RUN(all_mistakes_are_told_in_one_run);
    RUN(values_are_compared_only_when_each_is_right);
    RUN(one_colour_is_told_once_for_each_ground);
    RUN(the_default_can_be_read_by_most);
    RUN(a_folder_is_no_theme);
    RUN(no_theme_is_too_bad_to_be_read);
    unlink("theme.yaml");
    rmdir(folder);
    return harness_status();
}
