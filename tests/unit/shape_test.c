/* SPDX-License-Identifier: MIT */
/* What shaping must give whatever the face: the joining of Arabic letters (The Unicode Standard
   9.2; W3C, Text Layout Requirements for the Arabic Script, "ALReq", 3.2 and 3.4). Each test is
   made in every family that Arabic is set in, where nothing else is said. */
#include "setting.h"

#include <hb.h>

#define ZWNJ "\xE2\x80\x8C"
#define ZWJ "\xE2\x80\x8D"
#define FATHA "\xD9\x8E"
#define SHADDA "\xD9\x91"
#define KASRA "\xD9\x90"

static void in_families(size_t count, void (*hold)(struct setting *setting)) {
    for (size_t i = 0; i < count; i++) {
        struct setting setting;
        setting_open(&setting, setting_families[i]);
        hold(&setting);
        if (harness_test_failed)
            fprintf(stderr, "in %s\n", setting_families[i]);
        EXPECT(diag_count(setting.diag, DIAG_ERROR) == 0);
        setting_close(&setting);
    }
}

static void in_each_family(void (*hold)(struct setting *setting)) {
    in_families(SETTING_FAMILIES, hold);
}

static uint32_t form_of(struct setting *setting, const char *words, size_t n) {
    return text_glyph_id(setting_text(setting, "ar", words), n);
}

/* A letter that joins on both sides has four forms, one that joins the letter before it
   alone has two: after a dal, the next dal stands alone. */
static void forms(struct setting *setting) {
    uint32_t alone = form_of(setting, "ع", 0), initial = form_of(setting, "ععع", 0),
             medial = form_of(setting, "ععع", 1), final = form_of(setting, "ععع", 2);
    EXPECT(alone && initial && medial && final);
    EXPECT(alone != initial && alone != medial && alone != final);
    EXPECT(initial != medial && initial != final && medial != final);
    EXPECT(form_of(setting, "عد", 1) != form_of(setting, "د", 0));
    EXPECT_INTEGER(form_of(setting, "دد", 1), form_of(setting, "د", 0));
    EXPECT_INTEGER(form_of(setting, "دع", 1), alone);
}

static void a_letter_has_the_form_its_neighbours_ask_for(void) {
    in_each_family(forms);
}

/* Ain, since Amiri draws other letters in many ways. */
static void joiner(struct setting *setting) {
    EXPECT_INTEGER(form_of(setting, "ع" ZWJ, 0), form_of(setting, "ععع", 0));
    EXPECT_INTEGER(form_of(setting, ZWJ "ع", 1), form_of(setting, "ععع", 2));
    EXPECT_INTEGER(form_of(setting, ZWJ "ع" ZWJ, 1), form_of(setting, "ععع", 1));
    EXPECT_INTEGER(text_advance(setting_text(setting, "ar", "ع" ZWJ)),
                   text_advance(setting_text(setting, "ar", "ععع")) -
                       text_advance(setting_text(setting, "ar", ZWJ "عع")));
}

static void a_joiner_gives_a_lone_letter_its_joined_form(void) {
    in_each_family(joiner);
}

/* As in babel's abjad: the lone heh could be taken for a five. */
static void heh(struct setting *setting) {
    EXPECT(form_of(setting, "هـ", 0) != form_of(setting, "ه", 0));
    EXPECT(form_of(setting, "(هـ)", 1) != form_of(setting, "ه", 0));
}

static void a_counting_heh_has_its_joined_form(void) {
    in_each_family(heh);
}

/* The Persian word of ALReq 3.4 is spelt with it: the letters on its sides have the forms
   they have at the end and at the start of a word. */
static void non_joiner(struct setting *setting) {
    EXPECT_INTEGER(form_of(setting, "می" ZWNJ "شود", 1), form_of(setting, "می", 1));
    EXPECT_INTEGER(form_of(setting, "می" ZWNJ "شود", 3), form_of(setting, "شود", 0));
    EXPECT(form_of(setting, "میشود", 1) != form_of(setting, "می", 1));
    EXPECT_INTEGER(text_advance(setting_text(setting, "fa", "می" ZWNJ "شود")),
                   text_advance(setting_text(setting, "fa", "می")) +
                       text_advance(setting_text(setting, "fa", "شود")));
}

static void a_non_joiner_parts_letters_and_takes_no_room(void) {
    in_each_family(non_joiner);
}

/* Marks are transparent (joining type T): the letters keep their forms. */
static void marks(struct setting *setting) {
    const char *plain = "ععع", *marked = "ع" FATHA "ع" SHADDA FATHA "ع" KASRA;
    static const size_t letters[] = {0, 2, 5};
    for (size_t i = 0; i < 3; i++)
        EXPECT_INTEGER(form_of(setting, marked, letters[i]),
                       form_of(setting, plain, i));
    EXPECT_INTEGER(text_advance(setting_text(setting, "ar", marked)),
                   text_advance(setting_text(setting, "ar", plain)));
}

static void marks_neither_part_letters_nor_take_room(void) {
    in_each_family(marks);
}

/* The upper and the lower edge of the ink of the nth character, over the base line [font
   units]. */
static int32_t ink(struct setting *setting, const char *words, size_t n, bool upper) {
    const struct text *text = setting_text(setting, "ar", words);
    const struct text_run *run = NULL;
    const struct glyph *glyph = text_glyph(text, text_offset(text, n), &run);
    hb_glyph_extents_t extents;
    EXPECT(hb_font_get_glyph_extents(run->face->hb_font, glyph->id, &extents));
    return glyph->y_offset + extents.y_bearing + (upper ? 0 : extents.height);
}

/* How far from it is the font's to say (ALReq 3.2.3), and over a lam it may stand beside the
   stem. A fatha stands above its letter, a kasra below; under a shadda above it will do. Noto Kufi Arabic
   is not tried: there marks stand between the strokes of wide letters. */
static void anchors(struct setting *setting) {
    EXPECT(ink(setting, "س" FATHA, 1, false) > ink(setting, "س", 0, true));
    EXPECT(ink(setting, "س" KASRA, 1, true) < ink(setting, "س", 0, true));
    EXPECT(ink(setting, "ب" KASRA, 1, true) < ink(setting, "ب", 0, false));
    EXPECT(ink(setting, "س" SHADDA, 1, false) > ink(setting, "س", 0, true));
    EXPECT(ink(setting, "س" SHADDA FATHA, 2, true) > ink(setting, "س" SHADDA, 1, true));
}

static void the_font_places_marks_by_their_letter(void) {
    in_families(3, anchors);
}

/* One glyph for both, or a lam drawn for its alef. */
static bool ligates(struct setting *setting, const char *pair, size_t alef) {
    uint32_t lam = form_of(setting, pair, 0);
    return lam == form_of(setting, pair, alef) ||
           (lam != form_of(setting, "لعع", 0) && lam != form_of(setting, "ل", 0));
}

static void lam_alef(struct setting *setting) {
    EXPECT(ligates(setting, "لا", 1));
    EXPECT(ligates(setting, "لأ", 1));
    EXPECT(ligates(setting, "لإ", 1));
    EXPECT(ligates(setting, "لآ", 1));
    EXPECT(ligates(setting, "ل" FATHA "ا", 2));
    EXPECT(ligates(setting, "ل" SHADDA FATHA "ا", 3));
    EXPECT(!ligates(setting, "ل" ZWNJ "ا", 2));
}

/* Noto Kufi Arabic has no lam-alef: it draws two letters that are joined. */
static void lam_and_alef_ligate_whatever_marks_stand_between(void) {
    in_families(3, lam_alef);
}

/* Lam and heh are one glyph, or the heh is drawn for the lams before it. */
static bool has_the_form_of_the_name(struct setting *setting, const char *word,
                                     size_t heh) {
    uint32_t end = form_of(setting, word, heh);
    return end == form_of(setting, word, heh - 1) ||
           (end != form_of(setting, "عه", 1) && end != form_of(setting, "ه", 0) &&
            end != form_of(setting, "له", 1));
}

static void the_name(struct setting *setting) {
    EXPECT(has_the_form_of_the_name(setting, "الله", 3));
    EXPECT(has_the_form_of_the_name(setting, "الل" SHADDA "ه", 4));
    EXPECT(has_the_form_of_the_name(setting, "والله", 4));
    EXPECT(!has_the_form_of_the_name(setting, "عه", 1));
}

/* Noto Sans Arabic has no such form, Noto Kufi Arabic has one for the bare word alone. */
static void the_name_of_god_ligates_with_and_without_a_shadda(void) {
    in_families(2, the_name);
}

/* ALReq issue "i18n-activity 595": a preposition before a number is joined where the author
   writes it so, by a tatweel or a joiner, and else stands alone. */
static void before_number(struct setting *setting) {
    EXPECT_INTEGER(form_of(setting, "ع25", 0), form_of(setting, "ع", 0));
    EXPECT_INTEGER(form_of(setting, "ع٢٥", 0), form_of(setting, "ع", 0));
    EXPECT_INTEGER(form_of(setting,
                           "ع\xD9\x80"
                           "25",
                           0),
                   form_of(setting, "ععع", 0));
    EXPECT_INTEGER(form_of(setting, "ع" ZWJ "25", 0), form_of(setting, "ععع", 0));
    EXPECT_INTEGER(form_of(setting, "عUN", 0), form_of(setting, "ع", 0));
}

static void a_letter_joins_a_number_where_its_author_joins_it(void) {
    in_each_family(before_number);
}

/* Amiri stacks letters by calt; Noto Naskh Arabic has the Name by liga, and the lam-alef, which
   is no choice, by rlig. */
static void what_a_font_draws_by_choice_can_be_switched_off(void) {
    struct setting setting;
    setting_open(&setting, "Amiri");
    uint32_t stacked = form_of(&setting, "علم", 2);
    setting.roles[ROLE_TEXT].arabic.features = "-calt";
    EXPECT(form_of(&setting, "علم", 2) != stacked);
    setting_close(&setting);
    setting_open(&setting, "Noto Naskh Arabic");
    EXPECT_INTEGER(form_of(&setting, "الله", 3), form_of(&setting, "الله", 2));
    setting.roles[ROLE_TEXT].arabic.features = "-liga";
    EXPECT(form_of(&setting, "الله", 3) != form_of(&setting, "الله", 2));
    lam_alef(&setting);
    setting_close(&setting);
}

int main(void) {
    RUN(a_letter_has_the_form_its_neighbours_ask_for);
    RUN(a_joiner_gives_a_lone_letter_its_joined_form);
    RUN(a_counting_heh_has_its_joined_form);
    RUN(a_non_joiner_parts_letters_and_takes_no_room);
    RUN(marks_neither_part_letters_nor_take_room);
    RUN(the_font_places_marks_by_their_letter);
    RUN(lam_and_alef_ligate_whatever_marks_stand_between);
    RUN(the_name_of_god_ligates_with_and_without_a_shadda);
    RUN(a_letter_joins_a_number_where_its_author_joins_it);
    RUN(what_a_font_draws_by_choice_can_be_switched_off);
    return harness_status();
}
