/* SPDX-License-Identifier: MIT */
/* Leading: one for a paragraph, whatever word stands in it; more where all of it is
   vocalised; and no mark meets a line, a rule or the edge of its frame. */
#define _GNU_SOURCE /* mkstemps */
#include "lone.h"

#include "lines/lines.h"
#include "text/internal.h"

#define HEAD "---\nlang: ar\n---\n\n"

/* UDHR, articles 1 and 2: plain, with help where it is needed, and fully vocalised. */
#define PLAIN                                                                                                                                                  \
    "يولد جميع الناس أحرارا متساوين في الكرامة والحقوق، وقد وهبوا عقلا وضميرا وعليهم أن " \
    "يعامل بعضهم بعضا بروح الإخاء. لكل إنسان حق التمتع بكافة الحقوق والحريات الواردة في "  \
    "هذا الإعلان، دون أي تمييز، كالتمييز بسبب العنصر أو اللون أو الجنس أو اللغة."
#define HELPED                                                                                                                                                                      \
    "يولَد جميعُ الناسِ أحراراً متساوين في الكرامة والحقوق، وقد وُهِبوا عقلاً وضميراً وعليهم أن "      \
    "يعامِل بعضُهم بعضاً بروح الإخاء. لكلّ إنسانٍ حقُّ التمتّع بكافّة الحقوق والحرّيّات الواردة في " \
    "هذا الإعلان، دون أيِّ تمييزٍ، كالتمييز بسبب العنصرِ أو اللونِ أو الجنسِ أو اللغة."
#define VOCALISED                                                                                                                                                                                                                                    \
    "يُولَدُ جَمِيعُ النَّاسِ أَحْرَاراً مُتَسَاوِينَ فِي الْكَرَامَةِ وَالْحُقُوقِ، وَقَدْ وُهِبُوا عَقْلاً وَضَمِيراً، "                   \
    "وَعَلَيْهِمْ أَنْ يُعَامِلَ بَعْضُهُمْ بَعْضاً بِرُوحِ الْإِخَاءِ. لِكُلِّ إِنْسَانٍ حَقُّ التَّمَتُّعِ بِكَافَّةِ الْحُقُوقِ " \
    "وَالْحُرِّيَّاتِ الْوَارِدَةِ فِي هٰذَا الْإِعْلَانِ، دُونَ أَيِّ تَمْيِيزٍ، كَالتَّمْيِيزِ بِسَبَبِ الْعُنْصُرِ أَوِ اللَّوْنِ."
#define FATIHA                                                                                                                                                                                                                                         \
    "بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّحِيمِ. الْحَمْدُ لِلّٰهِ رَبِّ الْعَالَمِينَ، الرَّحْمٰنِ الرَّحِيمِ، مَالِكِ يَوْمِ الدِّينِ، " \
    "إِيَّاكَ نَعْبُدُ وَإِيَّاكَ نَسْتَعِينُ، اهْدِنَا الصِّرَاطَ الْمُسْتَقِيمَ، صِرَاطَ الَّذِينَ أَنْعَمْتَ عَلَيْهِمْ، "              \
    "غَيْرِ الْمَغْضُوبِ عَلَيْهِمْ وَلَا الضَّالِّينَ."

/* --- density ----------------------------------------------------------------------------- */

static enum marking_density density(const char *text) {
    return text_marking(slice_of(text)).density;
}

static void density_is_of_a_whole_paragraph(void) {
    EXPECT_INTEGER(density(PLAIN), MARKING_PLAIN);
    EXPECT_INTEGER(density(HELPED), MARKING_MARKED);
    EXPECT_INTEGER(density(VOCALISED), MARKING_VOCALISED);
    EXPECT_INTEGER(density(FATIHA), MARKING_VOCALISED);
    EXPECT_INTEGER(density("The report, naïve, 25 % ١٢٣"), MARKING_PLAIN);
    EXPECT_INTEGER(density(""), MARKING_PLAIN);
}

static void marks_and_letters_are_counted(void) {
    struct marking marking = text_marking(slice_of("مُحَمَّد 12 é — هٰذَا بـ"));
    EXPECT_INTEGER(marking.letters, 8); /* the tatweel is none */
    EXPECT_INTEGER(marking.marks, 6); /* shadda and fatha are two; the accent is none */
}

static void a_name_with_all_its_vowels_leaves_prose_plain(void) {
    EXPECT_INTEGER(density("مُحَمَّد بن سلمان"), MARKING_PLAIN);
    EXPECT_INTEGER(density("سُنّة"), MARKING_PLAIN);
    EXPECT_INTEGER(density("كتب مُحَمَّدُ بن سلمان إلى أهله في بغداد رسالة طويلة"),
                   MARKING_PLAIN);
}

/* --- baselines --------------------------------------------------------------------------- */

enum { LINES_MAX = 64 };

struct baselines {
    length y[LINES_MAX];
    size_t count;
};

/* Of the text of a page, in order. */
static struct baselines find_baselines(const struct page *page) {
    struct baselines lines = {0};
    for (size_t i = 0; i < page->item_count && lines.count < LINES_MAX; i++)
        if (page->items[i].kind == ITEM_LINE && line_element(&page->items[i].as.line))
            lines.y[lines.count++] = page->items[i].as.line.y;
    return lines;
}

static struct baselines set_baselines(const char *language, const char *text) {
    struct arena *arena = arena_create();
    struct sheet sheet =
        sheet_read(arena_printf(arena, "---\nlang: %s\n---\n\n%s\n", language, text));
    sheet_set(&sheet);
    struct baselines lines = find_baselines(&sheet.pages->pages[0]);
    sheet_drop(sheet);
    arena_destroy(arena);
    return lines;
}

static void expect_leading(const char *language, const char *text, length leading) {
    struct baselines lines = set_baselines(language, text);
    EXPECT(lines.count >= 3);
    for (size_t i = 1; i < lines.count; i++)
        EXPECT_INTEGER(lines.y[i] - lines.y[i - 1], leading);
}

static void one_word_moves_no_baseline_of_arabic(void) {
    static const char *const words[] = {
        "كلمة",   "UNAMI", "Ångström", "مُحَمَّد", "**نص**", "`x`", "https://www.un.org/",
        "(2019)",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char text[2000];
        snprintf(text, sizeof text, "%s %s %s", PLAIN, words[i], PLAIN);
        expect_leading("ar", text, PT(21));
    }
}

static void one_word_moves_no_baseline_of_english(void) {
    static const char *const words[] = {"word", "ذي قار", "مُحَمَّد", "هٰذَا نَصٌّ", "*word*"};
    static const char text[] =
        "The mission published its report on the governorate in the autumn of that year, "
        "and all who had been heard found their words in it as they had been said.";
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char all[1000];
        snprintf(all, sizeof all, "%s %s %s", text, words[i], text);
        expect_leading("en", all, PT(14));
    }
}

static void a_vocalised_paragraph_has_more_leading(void) {
    expect_leading("ar", PLAIN " " PLAIN, PT(21));
    expect_leading("ar", HELPED " " HELPED, PT(28));
    expect_leading("ar", VOCALISED " " VOCALISED, PT(28));
    expect_leading("ar", "> " VOCALISED " " FATIHA, PT(28));
}

static void all_baselines_of_text_are_on_the_grid(void) {
    struct baselines lines = set_baselines(
        "ar", PLAIN "\n\n" VOCALISED "\n\n" PLAIN "\n\n> " FATIHA
                    "\n\n## نص\n\n- " HELPED "\n- " VOCALISED "\n\n" PLAIN);
    const struct page_style *page = &style_default()->page;
    EXPECT(lines.count > 15);
    for (size_t i = 0; i < lines.count; i++)
        EXPECT_INTEGER((lines.y[i] - page->first_line) % page->step, 0);
}

/* --- what marks meet --------------------------------------------------------------------- */

/* Around the ink of a glyph on the page; empty where there is none. */
static struct box ink_box(const struct line_item *line, const struct glyph_run *run,
                          const struct glyph *glyph, length pen) {
    struct glyph_box box = face_glyph_box(run->face, glyph->id);
    int32_t em = run->face->units_per_em;
    length x = line->x + run->x + pen + units_scale(glyph->x_offset, run->size, em);
    length y = line->y - run->rise - units_scale(glyph->y_offset, run->size, em);
    return (struct box){
        x + units_scale(box.x0, run->size, em), y - units_scale(box.y1, run->size, em),
        x + units_scale(box.x1, run->size, em), y - units_scale(box.y0, run->size, em)};
}

typedef void ink_visitor(struct box ink, void *data);

static void visit_ink(const struct line_item *line, ink_visitor *see, void *data) {
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct glyph_run *run = &line->runs[r];
        int64_t advance = 0;
        for (uint32_t g = 0; g < run->glyph_count; g++) {
            struct box ink =
                ink_box(line, run, &run->glyphs[g],
                        units_scale(advance, run->size, run->face->units_per_em));
            advance += run->glyphs[g].advance;
            if (ink.x0 < ink.x1)
                see(ink, data);
        }
    }
}

/* What the ink of a line is held against. */
struct meeting {
    const struct page *page;
    const struct line_item *line;
    struct box ink;
    size_t seen, lines, rules;
};

static bool meet(struct box a, struct box b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static void meet_ink(struct box ink, void *data) {
    struct meeting *meeting = data;
    meeting->lines += meet(ink, meeting->ink);
}

static void meet_page(struct box ink, void *data) {
    struct meeting *meeting = data;
    meeting->seen++;
    meeting->ink = ink;
    for (size_t i = 0; i < meeting->page->item_count; i++) {
        const struct item *item = &meeting->page->items[i];
        if (item->kind == ITEM_LINE && item->as.line.y != meeting->line->y)
            visit_ink(&item->as.line, meet_ink, meeting);
        if (item->kind == ITEM_RECTANGLE &&
            item->as.rectangle.colour != style_default()->colours.sand)
            meeting->rules += meet(ink, item->as.rectangle.box);
    }
}

static void no_mark_meets_a_line_or_a_rule(void) {
    struct arena *arena = arena_create();
    static const char form[] =
        HEAD "# %s\n\n%s[^1]\n\n> %s %s\n\n- %s\n- %s\n\n"
             "| كَلِمَةٌ وَمَعْنَاهَا | مَعْنًى عِنْدَهُمْ | عَدَدٌ |\n|---|---|---|\n"
             "| كِتَابٌ مُقَدَّسٌ يُقْرَأُ | %s | 1 |\n| نص | كتاب لكل الناس | 2 |\n"
             "| إِلَى آخِرِهِ مِنَ الْأَلْفَاظِ | %s | 3 |\n\n: %s\n\n[^1]: %s\n";
    struct sheet sheet =
        sheet_read(arena_printf(arena, form, FATIHA, VOCALISED, FATIHA, VOCALISED,
                                FATIHA, VOCALISED, FATIHA, FATIHA, FATIHA, VOCALISED));
    sheet_set(&sheet);
    EXPECT_INTEGER(diag_count(sheet.diag, DIAG_WARNING), 0);
    for (size_t p = 0; p < sheet.pages->count; p++) {
        struct meeting meeting = {.page = &sheet.pages->pages[p]};
        for (size_t i = 0; i < meeting.page->item_count; i++) {
            meeting.line = &meeting.page->items[i].as.line;
            if (meeting.page->items[i].kind == ITEM_LINE)
                visit_ink(meeting.line, meet_page, &meeting);
        }
        EXPECT(meeting.seen > 100);
        EXPECT_INTEGER(meeting.rules, 0);
        EXPECT_INTEGER(meeting.lines, 0);
    }
    sheet_drop(sheet);
    arena_destroy(arena);
}

/* --- lines that touch -------------------------------------------------------------------- */

static size_t count_warnings(const char *text) {
    struct arena *arena = arena_create();
    struct sheet sheet = sheet_read(arena_printf(arena, HEAD "%s\n", text));
    sheet_set(&sheet);
    size_t count = diag_count(sheet.diag, DIAG_WARNING);
    sheet_drop(sheet);
    arena_destroy(arena);
    return count;
}

/* Jeem hangs 0.53 em below its line, and shadda with damma stands 1.3 em above that of lam:
   more than the 1.56 em there are. Beside one another, and without marks, nothing is told. */
static void a_mark_that_reaches_the_line_above_is_told(void) {
    EXPECT_INTEGER(count_warnings("ج ج ج ج\\\nلُّ لُّ"), 1);
    EXPECT_INTEGER(count_warnings("ااااااااا ج ج ج\\\nلُّ لُّ"), 0);
    EXPECT_INTEGER(count_warnings("ج ج ج ج\\\nل ل"), 0);
}

struct setting {
    struct arena *arena;
    struct font_set *fonts;
    struct typesetter *typesetter;
    struct text text;
    struct lines lines;
};

static struct setting set_lines(const char *text) {
    struct setting set = {.arena = arena_create()};
    struct diag *diag = diag_new(set.arena);
    set.fonts = font_set_open(set.arena, diag);
    set.typesetter = typesetter_open(set.arena, style_default(), set.fonts, diag);
    struct paragraph *paragraph = arena_new(set.arena, struct paragraph);
    *paragraph = (struct paragraph){
        .text = slice_of(text), .language = "ar", .direction = DIRECTION_RTL};
    set.text = *text_set(set.typesetter, set.arena, paragraph, ROLE_TEXT);
    set.lines = lines_fill(set.typesetter, set.arena, &set.text, PT(300),
                           ALIGN_JUSTIFIED, NULL);
    return set;
}

static void drop_setting(struct setting set) {
    typesetter_close(set.typesetter);
    font_set_close(set.fonts);
    arena_destroy(set.arena);
}

static length nearness_at(struct setting *set, length leading, length enough) {
    return lines_nearness(set->arena, &set->text, set->lines, leading, enough).distance;
}

/* Lines that are parted by so much come apart by no more, and never come nearer. */
static void distance_follows_leading(void) {
    struct setting set = set_lines(VOCALISED " " FATIHA);
    length enough = PT(5), before = nearness_at(&set, PT(10), enough);
    EXPECT(set.lines.count >= 4);
    EXPECT(before < enough / 10); /* at 0.74 em letters stand in one another */
    for (length leading = PT(11); leading < PT(50); leading += PT(1)) {
        length now = nearness_at(&set, leading, enough);
        EXPECT(now <= enough);
        if (before > enough / 10 && leading > PT(23)) /* below, other letters meet */
            EXPECT(now >= before && now - before <= PT(1));
        before = now;
    }
    EXPECT_INTEGER(before, enough);
    drop_setting(set);
}

int main(void) {
    RUN(density_is_of_a_whole_paragraph);
    RUN(marks_and_letters_are_counted);
    RUN(a_name_with_all_its_vowels_leaves_prose_plain);
    RUN(one_word_moves_no_baseline_of_arabic);
    RUN(one_word_moves_no_baseline_of_english);
    RUN(a_vocalised_paragraph_has_more_leading);
    RUN(all_baselines_of_text_are_on_the_grid);
    RUN(no_mark_meets_a_line_or_a_rule);
    RUN(a_mark_that_reaches_the_line_above_is_told);
    RUN(distance_follows_leading);
    return harness_status();
}
