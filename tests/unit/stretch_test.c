/* SPDX-License-Identifier: MIT */
/* What stretching a word changes. That n tatweels at a safe join widen it by n units and change
   nothing else is what HarfBuzz says of the joins it flags; here it is held for every join of
   every word of tests/tables/kashida.tests, and of vowelled ones. */
#include "base/buffer.h"
#include "kashida_table.h"

#include <hb.h>

enum { LONGEST = 7 }; /* tatweels in a row that Amiri has one stroke for */

/* --- which joins the shaper calls safe ---------------------------------------------------- */

/* The word with a bar at each join where a tatweel would change nothing else. */
static const char *mark_joins(struct setting *setting, const char *word) {
    struct buffer marked = {.arena = setting->arena};
    const struct text *text = setting_text(setting, "ar", word);
    for (size_t i = 0; word[i]; i++) {
        if (text->flags[i] & TEXT_TATWEEL)
            buffer_add_char(&marked, '|');
        buffer_add_char(&marked, word[i]);
    }
    buffer_add_char(&marked, '\0');
    return marked.data;
}

/* As measured by shaping each word with a tatweel at each join, in HarfBuzz 6.0 and Amiri 0.113:
   in the joins without a bar the stacks of meem, hah, jeem, the tooth before seen and the
   lam-alef fall apart. */
static void joins_of_amiri_are_safe_where_measured(void) {
    static const char *const words[] = {"لمح|م|د", "بسم",      "الح|ق",    "لك|ن",
                                        "ك|ت|ب",   "تم|ث|ي|ل", "ال|س|لام", "يس|ت|ط|ي|ع",
                                        "محم|د",   "الله"};
    struct setting setting;
    setting_open(&setting, "Amiri");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct buffer plain = {.arena = setting.arena};
        for (const char *c = words[i]; *c; c++)
            if (*c != '|')
                buffer_add_char(&plain, *c);
        buffer_add_char(&plain, '\0');
        EXPECT_STRING(mark_joins(&setting, plain.data), words[i]);
    }
    setting_close(&setting);
}

/* Every join but those of the Name and of lam-alef. */
static void joins_of_noto_naskh_are_safe_but_in_its_ligatures(void) {
    struct setting setting;
    setting_open(&setting, "Noto Naskh Arabic");
    EXPECT_STRING(mark_joins(&setting, "لمحمد"), "ل|م|ح|م|د");
    EXPECT_STRING(mark_joins(&setting, "يستطيع"), "ي|س|ت|ط|ي|ع");
    EXPECT_STRING(mark_joins(&setting, "السلام"), "ال|س|لام");
    EXPECT_STRING(mark_joins(&setting, "الله"), "الله");
    setting_close(&setting);
}

/* Amiri's U+0640 is empty and without width, and becomes a stroke between letters; Noto
   Nastaliq Urdu has one that no join takes; Noto Serif has none. */
static void the_tatweel_is_judged_as_shaped(void) {
    static const struct {
        const char *family;
        int32_t advance;
    } faces[] = {{"Amiri", 185},
                 {"Noto Naskh Arabic", 210},
                 {"Noto Sans Arabic", 270},
                 {"Noto Kufi Arabic", 171},
                 {"Noto Serif", 0}};
    struct setting setting;
    setting_open(&setting, "Amiri");
    for (size_t i = 0; i < sizeof faces / sizeof *faces; i++) {
        const struct face *face =
            font_find(setting.fonts, faces[i].family, WEIGHT_REGULAR, /*italic*/ false);
        EXPECT_INTEGER(face->tatweel_advance, faces[i].advance);
        EXPECT((face->kashida == KASHIDA_NONE) == (faces[i].advance == 0));
    }
    const struct face *amiri =
        font_find(setting.fonts, "Amiri", WEIGHT_REGULAR, /*italic*/ false);
    EXPECT_INTEGER(
        hb_font_get_glyph_h_advance(amiri->hb_font, face_nominal_glyph(amiri, 0x0640)),
        0);
    setting_close(&setting);
}

/* --- what a stretch changes ------------------------------------------------------------- */

/* Of n tatweels between two letters [font units], n from 1; Amiri draws one stroke for each
   of the first seven lengths, Noto Naskh Arabic sets copies. */
struct strokes {
    const char *family;
    int64_t widths[LONGEST];
};

static const struct strokes all_strokes[] = {
    {"Amiri", {185, 371, 556, 742, 927, 1113, 1298}},
    {"Noto Naskh Arabic", {210, 420, 630, 840, 1050, 1260, 1470}},
};

static const char *stretch(struct setting *setting, const char *word, size_t offset,
                           int count) {
    struct buffer text = {.arena = setting->arena};
    buffer_add(&text, word, offset);
    for (int i = 0; i < count; i++)
        buffer_add_string(&text, TATWEEL);
    buffer_add_string(&text, word + offset);
    buffer_add_char(&text, '\0');
    return text.data;
}

/* Amiri alone, and there alone before a final alef: the alef and three tatweels are one
   glyph, and the kashida cannot be told from the letter. */
static bool is_one_with_alef(const struct text *plain, size_t offset, int count) {
    struct slice alef = slice_of("ا");
    return count == 3 && !strcmp(plain->runs[0].face->family, "Amiri") &&
           !memcmp(plain->paragraph->text.data + offset, alef.data, alef.length);
}

/* Every glyph of the word, letters and marks, is the same in the stretched word, and at the
   same place from the letter it belongs to. Those of the tatweels are between. */
static void expect_same_glyphs(const struct text *plain, const struct text *stretched,
                               size_t offset, size_t inserted) {
    for (uint32_t i = 0; i < plain->runs[0].glyph_count; i++) {
        const struct glyph *glyph = &plain->runs[0].glyphs[i], *same = NULL;
        size_t cluster = glyph->cluster + (glyph->cluster >= offset ? inserted : 0);
        for (uint32_t n = 0; n < stretched->runs[0].glyph_count; n++) {
            const struct glyph *other = &stretched->runs[0].glyphs[n];
            if (other->cluster == cluster && other->id == glyph->id)
                same = other;
        }
        EXPECT(same);
        EXPECT(!same || same->advance == glyph->advance);
        EXPECT(!same || same->x_offset == glyph->x_offset);
        EXPECT(!same || same->y_offset == glyph->y_offset);
    }
}

static void check_stretch(struct setting *setting, const struct strokes *strokes,
                          const char *word, size_t offset) {
    const struct text *plain = setting_text(setting, "ar", word);
    for (int count = 1; count <= LONGEST; count++) {
        const struct text *stretched =
            setting_text(setting, "ar", stretch(setting, word, offset, count));
        bool one = is_one_with_alef(plain, offset, count);
        EXPECT_INTEGER(text_advance(stretched) - text_advance(plain),
                       strokes->widths[count - 1] + one);
        if (!one)
            expect_same_glyphs(plain, stretched, offset,
                               strlen(TATWEEL) * (size_t)count);
    }
}

static size_t check_stretches(struct setting *setting, const struct strokes *strokes,
                              const char *word) {
    const struct text *text = setting_text(setting, "ar", word);
    size_t joins = 0;
    for (size_t i = 1; i < text->paragraph->text.length; i++)
        if (text->flags[i] & TEXT_TATWEEL) {
            check_stretch(setting, strokes, word, i);
            joins++;
        }
    return joins;
}

static void n_tatweels_widen_a_word_by_n_units_and_change_nothing_else(void) {
    for (size_t f = 0; f < sizeof all_strokes / sizeof *all_strokes; f++) {
        struct setting setting;
        setting_open(&setting, all_strokes[f].family);
        struct slice table = kashida_read_table(&setting), before = {NULL, 0};
        size_t joins = 0;
        for (struct kashida_row row; kashida_next_row(&table, &row); before = row.word)
            if (!slice_equal(row.word, before))
                joins += check_stretches(
                    &setting, &all_strokes[f],
                    arena_copy(setting.arena, row.word.data, row.word.length));
        EXPECT(joins > 30);
        setting_close(&setting);
    }
}

static const char *const vowelled[] = {"كَتَبَ",     "مُتَظَاهِرِينَ", "مَدِينَةٌ",  "عَلَّمَ", "حُقُوقٍ",
                                       "السُّلُطَاتِ", "نِسْبَةٌ",     "يَسْتَطِيعُ", "مُحَمَّدٍ"};

static void marks_stay_on_their_letters_when_the_word_is_stretched(void) {
    for (size_t f = 0; f < sizeof all_strokes / sizeof *all_strokes; f++) {
        struct setting setting;
        setting_open(&setting, all_strokes[f].family);
        size_t joins = 0;
        for (size_t i = 0; i < sizeof vowelled / sizeof *vowelled; i++)
            joins += check_stretches(&setting, &all_strokes[f], vowelled[i]);
        EXPECT(joins > 9);
        setting_close(&setting);
    }
}

/* What the program puts into a line is what its author could have typed. */
static void an_insertion_is_shaped_as_if_it_were_typed(void) {
    struct setting setting;
    setting_open(&setting, "Amiri");
    const char *word = "الكتابة";
    const struct text *text = setting_text(&setting, "ar", word);
    uint32_t offset = (uint32_t)text_offset(text, 6);
    const struct text_insertion insertion = {offset, 0x0640, 2};
    struct text_run inserted =
        text_reshape(setting.typesetter, setting.arena, text, &text->runs[0], 0,
                     (uint32_t)text->paragraph->text.length, &insertion, 1);
    const struct text *typed =
        setting_text(&setting, "ar", "الكتاب" TATWEEL TATWEEL "ة");
    EXPECT_INTEGER(inserted.glyph_count, typed->runs[0].glyph_count);
    for (uint32_t i = 0; i < inserted.glyph_count; i++) {
        const struct glyph *a = &inserted.glyphs[i], *b = &typed->runs[0].glyphs[i];
        EXPECT(a->id == b->id && a->advance == b->advance);
        EXPECT(a->x_offset == b->x_offset && a->y_offset == b->y_offset);
        EXPECT(a->cluster <= offset);
    }
    setting_close(&setting);
}

int main(void) {
    RUN(joins_of_amiri_are_safe_where_measured);
    RUN(joins_of_noto_naskh_are_safe_but_in_its_ligatures);
    RUN(the_tatweel_is_judged_as_shaped);
    RUN(n_tatweels_widen_a_word_by_n_units_and_change_nothing_else);
    RUN(marks_stay_on_their_letters_when_the_word_is_stretched);
    RUN(an_insertion_is_shaped_as_if_it_were_typed);
    return harness_status();
}
