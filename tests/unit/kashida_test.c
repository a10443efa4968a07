/* SPDX-License-Identifier: MIT */
/* Which joins of Arabic words are stretched: those of tests/tables/kashida.tests, and none of
   the Name, of lam-alef, of short words. */
#include "kashida_table.h"
#include "text/internal.h"

#define ZWNJ "\xE2\x80\x8C"
#define FATHA "\xD9\x8E"
#define SHADDA "\xD9\x91"

/* --- the table ------------------------------------------------------------------------- */

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

static void check_row(struct setting *setting, const struct kashida_row *row) {
    bool naskh = slice_is(row->rules, "naskh");
    uint8_t weight = 0;
    const char *marked =
        mark_site(setting, row->word, naskh ? KASHIDA_NASKH : KASHIDA_SIMPLE, &weight);
    EXPECT_STRING(marked, arena_copy(setting->arena, row->site.data, row->site.length));
    if (naskh && !slice_is(row->weight, "-"))
        EXPECT_INTEGER(weight, data_number(row->weight, 10));
}

static void check_table(const char *family) {
    struct setting setting;
    setting_open(&setting, family);
    struct slice table = kashida_read_table(&setting);
    size_t rows = 0;
    for (struct kashida_row row; kashida_next_row(&table, &row);)
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
    struct slice table = kashida_read_table(&setting);
    for (struct kashida_row row; kashida_next_row(&table, &row);)
        EXPECT_INTEGER(count_joins(&setting, arena_copy(setting.arena, row.word.data,
                                                        row.word.length)),
                       0);
    setting_close(&setting);
}

int main(void) {
    RUN(each_word_of_amiri_is_stretched_where_the_table_says);
    RUN(each_word_of_noto_naskh_is_stretched_where_the_table_says);
    RUN(lam_alef_is_never_parted);
    RUN(the_name_of_god_is_never_stretched);
    RUN(short_words_are_not_stretched);
    RUN(words_that_are_spelt_their_own_way_are_not_stretched);
    RUN(there_is_no_join_at_a_non_joiner);
    RUN(a_word_the_look_lists_is_not_stretched);
    RUN(nastaliq_is_never_stretched);
    return harness_status();
}
