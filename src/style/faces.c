/* SPDX-License-Identifier: MIT */
/* Tells where the fonts that a theme chooses lack what is asked of them: letters of a
   script, bold and italic, OpenType features. Only what the theme itself names is looked
   at. */
#include "style/internal.h"

#include "base/utf8.h"

#include <string.h>

struct facing {
    struct theming *theming;
    struct font_set *fonts;
};

/* Where the theme names this of one side of a role; NULL if it does not. */
static const struct yaml *find_named(const struct facing *facing, size_t role,
                                     bool arabic, const char *name) {
    const char *path =
        arena_printf(facing->theming->reading.arena, "roles/%s/%s/%s",
                     role_word((enum role)role), arabic ? "arabic" : "latin", name);
    return theme_named(facing->theming, path);
}

static const struct script_style *find_script(const struct facing *facing, size_t role,
                                              bool arabic) {
    return role_script(&facing->theming->theme->roles[role], arabic);
}

/* --- letters --------------------------------------------------------------------------- */

static bool has_all(const struct face *face, const char *letters) {
    struct slice text = slice_of(letters);
    for (size_t i = 0; i < text.length;)
        if (!face_nominal_glyph(face, utf8_decode(text, i, &i)))
            return false;
    return true;
}

static void check_letters(const struct facing *facing, const struct yaml *named,
                          const char *family, const char *letters, const char *words) {
    const struct face *face =
        named ? font_find(facing->fonts, family, WEIGHT_REGULAR, /*italic*/ false)
              : NULL;
    if (face && !has_all(face, letters))
        theme_tell(facing->theming, DIAG_THEME_FONT_LETTERS, named, family, words);
}

static void check_role_letters(const struct facing *facing, size_t role, bool arabic) {
    const struct script_style *script = find_script(facing, role, arabic);
    check_letters(facing, find_named(facing, role, arabic, "family"), script->family,
                  arabic ? "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
                         : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                  arabic ? "letters of Arabic" : "letters of English");
    if (script->figures)
        check_letters(facing, find_named(facing, role, arabic, "figures"),
                      script->figures, "٠١٢٣٤٥٦٧٨٩", "figures from ٠ to ٩");
}

/* --- bold, italic, outlines ------------------------------------------------------------ */

/* Where a family is first named for one side of a role; NULL if it is not. */
static const struct yaml *find_use(const struct facing *facing, const char *family,
                                   bool arabic) {
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        const struct yaml *named = find_named(facing, role, arabic, "family");
        if (named && !strcmp(find_script(facing, role, arabic)->family, family))
            return named;
    }
    return NULL;
}

/* Emphasis in Arabic is weight; it has no italic. */
static void check_styles(const struct facing *facing, const struct font_family *own,
                         bool arabic) {
    const struct yaml *named = find_use(facing, own->name, arabic);
    if (!named)
        return;
    if (!own->files[WEIGHT_BOLD][false].name)
        theme_tell(facing->theming, DIAG_THEME_FONT_BOLD, named, own->name, NULL);
    if (!arabic && !own->files[WEIGHT_REGULAR][true].name)
        theme_tell(facing->theming, DIAG_THEME_FONT_ITALIC, named, own->name, NULL);
    const struct face *face =
        font_find(facing->fonts, own->name, WEIGHT_REGULAR, /*italic*/ false);
    if (arabic && face && !face->truetype)
        theme_tell(facing->theming, DIAG_THEME_FONT_CFF, named, own->name, NULL);
}

/* --- features -------------------------------------------------------------------------- */

#define TAG(a, b, c, d)                                                                \
    ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (uint32_t)(d))

/* Whether a feature, as in "onum" or "ss01=2", is there. One that is switched off need
   not be. */
static bool has_feature(const struct face *face, const char *feature, bool arabic) {
    const uint32_t scripts[2] = {arabic ? TAG('a', 'r', 'a', 'b')
                                        : TAG('l', 'a', 't', 'n'),
                                 TAG('D', 'F', 'L', 'T')};
    const char *f = feature;
    return *f == '-' || face_has_feature(face, TAG(f[0], f[1], f[2], f[3]), scripts);
}

static void check_features(const struct facing *facing, const struct yaml *named,
                           const struct script_style *script, bool arabic) {
    const struct face *face =
        named ? font_find(facing->fonts, script->family, script->weight, false) : NULL;
    for (const struct yaml *item = face ? named->items : NULL; item; item = item->next)
        if (!has_feature(face, item->text, arabic))
            theme_tell(facing->theming, DIAG_THEME_FEATURE_ABSENT, item, script->family,
                       item->text);
}

static void check_role_features(const struct facing *facing, size_t role, bool arabic) {
    check_features(facing, find_named(facing, role, arabic, "features"),
                   find_script(facing, role, arabic), arabic);
}

static void check_note_marks(const struct facing *facing) {
    static const char *const paths[] = {"note-mark/latin/features",
                                        "note-mark/arabic/features"};
    for (size_t i = 0; i < 2; i++)
        check_features(facing, theme_named(facing->theming, paths[i]),
                       find_script(facing, ROLE_TEXT, i), i);
}

/* --- all of it ------------------------------------------------------------------------- */

/* Fonts that are missing are told when they are needed. */
void theme_check_faces(struct theming *theming) {
    struct arena *scratch = arena_create();
    struct facing facing = {theming, font_set_open(scratch, diag_new(scratch))};
    if (facing.fonts) {
        font_set_add(facing.fonts, theming->theme->style.fonts);
        for (size_t i = 0; i < 2 * ROLE_COUNT; i++) {
            check_role_letters(&facing, i / 2, i % 2);
            check_role_features(&facing, i / 2, i % 2);
        }
        const struct font_families *own = &theming->theme->style.fonts;
        for (size_t i = 0; i < 2 * own->count; i++)
            check_styles(&facing, &own->items[i / 2], i % 2);
        check_note_marks(&facing);
        font_set_close(facing.fonts);
    }
    arena_destroy(scratch);
}
