/* SPDX-License-Identifier: MIT */
/* Which joins of Arabic words are stretched, and what stretching them changes.

   The sites are those of tests/tables/kashida.tests. That n tatweels at a safe join widen a
   word by n units and change nothing else of it is what HarfBuzz says of the joins it flags;
   here it is held for every join of every word of the table, plain and vowelled. */
#include "base/buffer.h"
#include "base/file.h"
#include "setting.h"
#include "text/internal.h"
#include "unicode/data.h"

#define TATWEEL "\xD9\x80"
#define ZWNJ "\xE2\x80\x8C"
#define ZWJ "\xE2\x80\x8D"
#define FATHA "\xD9\x8E"
#define SHADDA "\xD9\x91"

enum { LONGEST = 7 }; /* tatweels in a row that Amiri has one stroke for */

/* --- the table ------------------------------------------------------------------------- */

struct row {
    struct slice word, family, rules, site, weight;
};

static struct slice trim(struct slice text) {
    while (text.length && text.data[0] == ' ')
        text = slice_sub(text, 1, text.length);
    while (text.length && text.data[text.length - 1] == ' ')
        text.length--;
    return text;
}

static bool next_row(struct slice *table, struct row *row) {
    for (struct slice line; data_line(table, &line);) {
        if (!line.length || *line.data == '#')
            continue;
        row->word = trim(data_field(&line, ';'));
        row->family = trim(data_field(&line, ';'));
        row->rules = trim(data_field(&line, ';'));
        row->site = trim(data_field(&line, ';'));
        row->weight = trim(data_field(&line, ';'));
        return true;
    }
    return false;
}

/* The word with a bar where it is stretched; "-" where nowhere. */
static const char *mark_site(struct setting *setting, struct slice word,
                             enum kashida_rules rules, uint8_t *weight) {
    const char *bytes = arena_copy(setting->arena, word.data, word.length);
    const struct text *text = setting_text(setting, "ar", bytes);
    struct kashida_site site;
    if (!kashida_find(text->paragraph->text, 0, (uint32_t)word.length, text->flags,
                      rules, &site))
        return "-";
    *weight = site.weight;
    return arena_printf(setting->arena, "%.*s|%s", (int)site.offset, bytes,
                        bytes + site.offset);
}

static void check_row(struct setting *setting, const struct row *row) {
    bool naskh = slice_is(row->rules, "naskh");
    uint8_t weight = 0;
    const char *marked =
        mark_site(setting, row->word, naskh ? KASHIDA_NASKH : KASHIDA_SIMPLE, &weight);
    EXPECT_STRING(marked, arena_copy(setting->arena, row->site.data, row->site.length));
    if (naskh && !slice_is(row->weight, "-"))
        EXPECT_INTEGER(weight, data_number(row->weight, 10));
}

static struct slice read_table(struct setting *setting) {
    return data_read(setting->arena, "tests/tables/kashida.tests");
}

static void check_table(const char *family) {
    struct setting setting;
    setting_open(&setting, family);
    struct slice table = read_table(&setting);
    size_t rows = 0;
    for (struct row row; next_row(&table, &row);)
        if (slice_is(row.family, family)) {
            check_row(&setting, &row);
            rows++;
        }
    EXPECT_INTEGER(rows, 60);
    setting_close(&setting);
}

static void each_word_of_amiri_is_stretched_where_the_table_says(void) {
    check_table("Amiri");
}

static void each_word_of_noto_naskh_is_stretched_where_the_table_says(void) {
    check_table("Noto Naskh Arabic");
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
        struct slice table = read_table(&setting), before = {NULL, 0};
        size_t joins = 0;
        for (struct row row; next_row(&table, &row); before = row.word)
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

/* --- what is never stretched ------------------------------------------------------------ */

static size_t count_joins(struct setting *setting, const char *words) {
    size_t count;
    const struct text *text = setting_text(setting, "ar", words);
    text_kashidas(setting->typesetter, setting->arena, text, &count);
    return count;
}

static void in_each_family(void (*hold)(struct setting *setting)) {
    for (size_t i = 0; i < SETTING_FAMILIES; i++) {
        struct setting setting;
        setting_open(&setting, setting_families[i]);
        hold(&setting);
        if (harness_test_failed)
            fprintf(stderr, "in %s\n", setting_families[i]);
        setting_close(&setting);
    }
}

static void expect_no_join_before(struct setting *setting, const char *word, size_t n) {
    const struct text *text = setting_text(setting, "ar", word);
    EXPECT(!(text->flags[text_offset(text, n)] & TEXT_TATWEEL));
}

static void lam_alef(struct setting *setting) {
    expect_no_join_before(setting, "سلام", 2);
    expect_no_join_before(setting, "سل" FATHA "ام", 3);
    expect_no_join_before(setting, "سل" SHADDA FATHA "ام", 4);
    expect_no_join_before(setting, "سلأم", 2);
    expect_no_join_before(setting, "سلإم", 2);
    expect_no_join_before(setting, "سلآم", 2);
}

/* Noto Kufi Arabic, which has no lam-alef, has a join there like any other; the rules by
   which it is stretched would not take it before another. */
static void lam_alef_is_never_parted(void) {
    for (size_t i = 0; i < 3; i++) {
        struct setting setting;
        setting_open(&setting, setting_families[i]);
        lam_alef(&setting);
        setting_close(&setting);
    }
}

static void the_name(struct setting *setting) {
    EXPECT_INTEGER(count_joins(setting, "الله والله بالله فالله تالله لله اللهم فلله "
                                        "الل" SHADDA "ه الل" SHADDA FATHA "ه وبالله"),
                   0);
}

static void the_name_of_god_is_never_stretched(void) {
    in_each_family(the_name);
}

static void short_words(struct setting *setting) {
    EXPECT_INTEGER(count_joins(setting, "في من عن ما لا قد لم بين حق كتب علم نحن"), 0);
}

/* Of three letters only before a final teh marbuta or heh. */
static void short_words_are_not_stretched(void) {
    in_each_family(short_words);
    struct setting setting;
    setting_open(&setting, "Noto Naskh Arabic");
    EXPECT_INTEGER(count_joins(&setting, "سنة مئة"), 2);
    EXPECT_INTEGER(count_joins(&setting, "س" FATHA "ن" FATHA "ة"), 1);
    setting_close(&setting);
}

/* A word that its author has stretched, one with a digit or another script in it. */
static void own_spelling(struct setting *setting) {
    EXPECT_INTEGER(count_joins(setting, "الكتاب" TATWEEL "ة"), 0);
    EXPECT_INTEGER(count_joins(setting, "ال" TATWEEL "كتابة"), 0);
    EXPECT_INTEGER(count_joins(setting, "الكتابة25"), 0);
    EXPECT_INTEGER(count_joins(setting, "UNالكتابة"), 0);
    EXPECT(count_joins(setting, "الكتابة") == 1);
}

static void words_that_are_spelt_their_own_way_are_not_stretched(void) {
    in_each_family(own_spelling);
}

/* Whatever the shaper says: here it calls every place safe. */
static void there_is_no_join_at_a_non_joiner(void) {
    static const struct {
        const char *word;
        uint32_t before, after; /* [bytes] the places at its sides */
    } cases[] = {
        {"نمی" ZWNJ "خواهند", 6, 9}, {"بنی" ZWNJ "سب", 6, 9}, {"س" ZWNJ "ة", 2, 5}};
    uint8_t flags[32];
    memset(flags, TEXT_TATWEEL, sizeof flags);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int rules = KASHIDA_NASKH; rules <= KASHIDA_SIMPLE; rules++) {
            struct slice word = slice_of(cases[i].word);
            struct kashida_site site = {0, 0};
            bool found = kashida_find(word, 0, (uint32_t)word.length, flags,
                                      (enum kashida_rules)rules, &site);
            EXPECT(found == (i < 2));
            EXPECT(site.offset != cases[i].before && site.offset != cases[i].after);
        }
}

static void a_word_the_look_lists_is_not_stretched(void) {
    static const char *const listed[] = {"الناصرية"};
    struct setting setting;
    setting_open(&setting, "Amiri");
    EXPECT_INTEGER(count_joins(&setting, "في الناصرية وحدها"), 2);
    setting.style.kashida.never = (struct words){listed, 1};
    EXPECT_INTEGER(count_joins(&setting, "في الناصرية وحدها"), 1);
    EXPECT_INTEGER(count_joins(&setting, "والناصرية"), 0);
    setting_close(&setting);
}

/* No join of Noto Nastaliq Urdu is safe, and its tatweel is not to be had. */
static void nastaliq_is_never_stretched(void) {
    struct setting setting;
    setting_open(&setting, "Noto Nastaliq Urdu");
    struct slice table = read_table(&setting);
    for (struct row row; next_row(&table, &row);)
        EXPECT_INTEGER(count_joins(&setting, arena_copy(setting.arena, row.word.data,
                                                        row.word.length)),
                       0);
    setting_close(&setting);
}

int main(void) {
    RUN(each_word_of_amiri_is_stretched_where_the_table_says);
    RUN(each_word_of_noto_naskh_is_stretched_where_the_table_says);
    RUN(n_tatweels_widen_a_word_by_n_units_and_change_nothing_else);
    RUN(marks_stay_on_their_letters_when_the_word_is_stretched);
    RUN(an_insertion_is_shaped_as_if_it_were_typed);
    RUN(lam_alef_is_never_parted);
    RUN(the_name_of_god_is_never_stretched);
    RUN(short_words_are_not_stretched);
    RUN(words_that_are_spelt_their_own_way_are_not_stretched);
    RUN(there_is_no_join_at_a_non_joiner);
    RUN(a_word_the_look_lists_is_not_stretched);
    RUN(nastaliq_is_never_stretched);
    return harness_status();
}
