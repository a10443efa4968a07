/* SPDX-License-Identifier: MIT */
/* Persian, Urdu, Sorani and Hebrew (tests/neighbours): each paragraph stands in its own
   direction and face with the leading it needs, no character lacks a glyph, and no line
   touches the next. */
#include "document/document.h"
#include "harness.h"
#include "pages/pages.h"
#include "style/style.h"
#include "text/text.h"

#include <hb.h>

static struct arena *arena;
static struct diag *diag;
static struct font_set *fonts;
static const struct document *document;
static struct typesetter *typesetter;

static const struct text *set_text(struct typesetter *with, const char *language,
                                   const char *words, enum role role) {
    struct paragraph *paragraph = arena_new(arena, struct paragraph);
    *paragraph = (struct paragraph){.text = slice_of(words),
                                    .language = language,
                                    .direction = locale_direction(language)};
    return text_set(with, arena, paragraph, role);
}

static const struct text *set(const char *language, const char *words, enum role role) {
    return set_text(typesetter, language, words, role);
}

/* The face of the first run. */
static const char *face_of(const char *language, const char *words, enum role role) {
    return set(language, words, role)->runs[0].face->postscript_name;
}

/* The glyph drawn for the character at a byte; 0 if there is none. */
static uint32_t glyph_at(const struct text *text, uint32_t byte) {
    for (size_t r = 0; r < text->run_count; r++)
        for (uint32_t g = 0; g < text->runs[r].glyph_count; g++)
            if (text->runs[r].glyphs[g].cluster == byte)
                return text->runs[r].glyphs[g].id;
    return 0;
}

/* --- faces and leading ------------------------------------------------------------------- */

static void each_language_has_its_face(void) {
    EXPECT_STRING(face_of("fa", "پژوهش", ROLE_TEXT), "Amiri-Regular");
    EXPECT_STRING(face_of("fa-AF", "پژوهش", ROLE_TEXT), "Amiri-Regular");
    EXPECT_STRING(face_of("ckb", "سڵاو", ROLE_TEXT), "Amiri-Regular");
    EXPECT_STRING(face_of("ur", "آزادی", ROLE_TEXT), "NotoNastaliqUrdu-Regular");
    EXPECT_STRING(face_of("ur-PK", "آزادی", ROLE_CHAPTER), "NotoNastaliqUrdu-Bold");
    EXPECT_STRING(face_of("ar", "آزادي", ROLE_TEXT), "Amiri-Regular");
}

/* A face with serifs where the Latin one has them. */
static void hebrew_goes_with_the_latin_of_its_role(void) {
    EXPECT_STRING(face_of("he", "אדם", ROLE_TEXT), "NotoSerifHebrew-Regular");
    EXPECT_STRING(face_of("he", "אדם", ROLE_NOTE), "NotoSerifHebrew-Regular");
    EXPECT_STRING(face_of("he", "אדם", ROLE_TABLE), "NotoSansHebrew-Regular");
    EXPECT_STRING(face_of("he", "אדם", ROLE_SECTION), "NotoSansHebrew-Bold");
    EXPECT_STRING(face_of("en", "אדם", ROLE_TEXT), "NotoSerifHebrew-Regular");
    EXPECT_STRING(face_of("ar", "אדם", ROLE_TABLE), "NotoSansHebrew-Regular");
}

/* It has no figures, and those of the role's own family stand in before any other. */
static void what_a_family_lacks_is_of_the_role(void) {
    EXPECT_STRING(face_of("he", "12", ROLE_TABLE), "NotoSans-Regular");
    EXPECT_STRING(face_of("he", "12", ROLE_TEXT), "NotoSerif-Regular");
}

/* Two and a half ems of Nastaliq, at least (metrics of Noto Nastaliq Urdu: 1.904 and
   0.596 em). */
static void nastaliq_has_room(void) {
    for (size_t role = 0; role < ROLE_COUNT; role++) {
        const struct text *text = set("ur", "آزادی", (enum role)role);
        EXPECT(text->leading >= text->runs[0].size * 5 / 2);
        EXPECT(set("ar", "حرية", (enum role)role)->leading ==
               style_default()->roles[role].arabic.leading);
    }
}

/* --- letters ----------------------------------------------------------------------------- */

/* U+200C: the yeh before it is a final one, the sheen after it an initial one, and stands
   for both. */
static void a_non_joiner_parts_letters(void) {
    const struct text *with = set("fa", "می‌شود", ROLE_TEXT);
    const struct text *without = set("fa", "میشود", ROLE_TEXT);
    EXPECT_INTEGER(glyph_at(with, 2), glyph_at(set("fa", "می", ROLE_TEXT), 2));
    EXPECT_INTEGER(glyph_at(with, 4), glyph_at(set("fa", "شود", ROLE_TEXT), 0));
    EXPECT(glyph_at(without, 2) != glyph_at(with, 2));
}

/* Urdu writes U+06F4, U+06F6 and U+06F7 in other forms than Persian does (The Unicode
   Standard, chapter 9.2, Arabic, digits). Amiri has both (locl). */
static void figures_have_the_form_of_the_language(void) {
    struct style style = *style_default();
    style.languages.count = 0;
    struct typesetter *plain = typesetter_open(arena, &style, fonts, diag);
    const struct text *urdu = set_text(plain, "ur", "۴۶۷۵", ROLE_TEXT);
    const struct text *persian = set_text(plain, "fa", "۴۶۷۵", ROLE_TEXT);
    EXPECT_STRING(urdu->runs[0].face->postscript_name, "Amiri-Regular");
    for (uint32_t i = 0; i < 6; i += 2)
        EXPECT(glyph_at(urdu, i) != glyph_at(persian, i));
    EXPECT_INTEGER(glyph_at(urdu, 6), glyph_at(persian, 6));
    typesetter_close(plain);
}

/* CLDR writes 12.5% in Hebrew, the sign at the right; in Arabic the sign is at the left. */
static void the_percent_sign_stands_where_the_language_has_it(void) {
    const struct text *hebrew = set("he", "אב 12.5% 2019-2021", ROLE_TEXT);
    const struct text *arabic = set("ar", "اب 12.5% 2019-2021", ROLE_TEXT);
    EXPECT_INTEGER(hebrew->levels[9], hebrew->levels[5]);
    EXPECT_INTEGER(hebrew->levels[15], hebrew->levels[11]);
    EXPECT_INTEGER(arabic->levels[9], 1);
    EXPECT_INTEGER(arabic->levels[15], 1);
    EXPECT_INTEGER(set("he", "12.5%", ROLE_TABLE)->levels[4], 2);
}

/* --- the pages --------------------------------------------------------------------------- */

struct ink {
    length left, right, top, bottom;
};

static struct ink glyph_ink(const struct line_item *line, const struct glyph_run *run,
                            const struct glyph *glyph, int64_t pen) {
    hb_glyph_extents_t box = {0};
    hb_font_get_glyph_extents(run->face->hb_font, glyph->id, &box);
    int64_t em = run->face->units_per_em, size = run->size;
    int64_t x = pen + glyph->x_offset + box.x_bearing;
    int64_t y = glyph->y_offset + box.y_bearing;
    return (struct ink){
        .left = line->x + run->x + (length)(x * size / em),
        .right = line->x + run->x + (length)((x + box.width) * size / em),
        .top = line->y - run->rise - (length)(y * size / em),
        .bottom = line->y - run->rise - (length)((y + box.height) * size / em)};
}

enum { INKS = 1024 };

static size_t line_inks(const struct line_item *line, struct ink inks[INKS]) {
    size_t count = 0;
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct glyph_run *run = &line->runs[r];
        int64_t pen = 0;
        for (uint32_t g = 0; g < run->glyph_count && count < INKS; g++) {
            inks[count++] = glyph_ink(line, run, &run->glyphs[g], pen);
            pen += run->glyphs[g].advance;
        }
    }
    return count;
}

/* Whether boxes of the glyphs of two lines lie on one another. */
static bool lines_touch(const struct line_item *upper, const struct line_item *lower) {
    static struct ink above[INKS], below[INKS];
    size_t above_count = line_inks(upper, above), below_count = line_inks(lower, below);
    for (size_t a = 0; a < above_count; a++)
        for (size_t b = 0; b < below_count; b++)
            if (above[a].left < below[b].right && below[b].left < above[a].right &&
                above[a].bottom > below[b].top)
                return true;
    return false;
}

static void no_line_touches_the_next(void) {
    const struct pages *pages = pages_lay_out(
        arena, document, &document->editions[0], style_default(),
        (struct pages_means){.fonts = fonts, .images = image_store_new(arena)}, diag);
    size_t pairs = 0, right_to_left = 0;
    for (size_t p = 1; p < pages->count; p++) {
        const struct line_item *before = NULL;
        for (size_t i = 0; i < pages->pages[p].item_count; i++) {
            const struct item *item = &pages->pages[p].items[i];
            if (item->kind != ITEM_LINE)
                continue;
            const struct line_item *line = &item->as.line;
            right_to_left += line->direction == DIRECTION_RTL;
            if (before && before->y < line->y) {
                EXPECT(!lines_touch(before, line));
                pairs++;
            }
            before = line;
        }
    }
    EXPECT(pairs > 40);
    EXPECT(right_to_left > pairs);
    EXPECT_INTEGER(diag_count(diag, DIAG_ERROR), 0);
}

/* --- declared in a text ------------------------------------------------------------------ */

static void what_is_declared_is_set_so(void) {
    static const char *const languages[] = {"ar", "fa", "ur", "ckb", "he", "ar"};
    static const char *const faces[] = {
        "Amiri-Regular", "Amiri-Regular",           "NotoNastaliqUrdu-Regular",
        "Amiri-Regular", "NotoSerifHebrew-Regular", "Amiri-Regular"};
    const struct block *block = document->sections[0].blocks->next;
    for (size_t i = 0; i < 6; i++, block = block->next) {
        const struct text *text =
            text_set(typesetter, arena, &block->paragraph, ROLE_TEXT);
        EXPECT_STRING(block->language, languages[i]);
        EXPECT(block->direction == DIRECTION_RTL);
        EXPECT_STRING(text->runs[0].face->postscript_name, faces[i]);
    }
    EXPECT(!block);
}

int main(void) {
    arena = arena_create();
    diag = diag_new(arena);
    fonts = font_set_open(arena, diag);
    typesetter = typesetter_open(arena, style_default(), fonts, diag);
    document = document_read(arena, "tests/neighbours", diag);
    RUN(each_language_has_its_face);
    RUN(hebrew_goes_with_the_latin_of_its_role);
    RUN(what_a_family_lacks_is_of_the_role);
    RUN(nastaliq_has_room);
    RUN(a_non_joiner_parts_letters);
    RUN(figures_have_the_form_of_the_language);
    RUN(the_percent_sign_stands_where_the_language_has_it);
    RUN(what_is_declared_is_set_so);
    RUN(no_line_touches_the_next);
    diag_print(diag, stderr);
    typesetter_close(typesetter);
    font_set_close(fonts);
    arena_destroy(arena);
    return harness_status();
}
