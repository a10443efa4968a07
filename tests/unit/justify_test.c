/* SPDX-License-Identifier: MIT */
/* What holds of every line of a justified Arabic paragraph (W3C, Text Layout Requirements for
   the Arabic Script, 4.1 to 4.3): set in several measures and families. */
#include "lines/internal.h"
#include "setting.h"

static const char prose[] =
    "خرج المتظاهرون في محافظة ذي قار إلى الساحات مطالبين بالخدمات وفرص العمل، وسقط في الأيام "
    "الأولى عشرات القتلى ومئات الجرحى بعد استخدام القوة المفرطة. وقالت مفوضية حقوق الإنسان في "
    "بغداد إن السلطات لم تحقق في معظم الحوادث، ولم تُحاسب أحداً من المسؤولين عنها. وقد نُشر "
    "التقرير بعنوان Human Rights Situation in Dhi Qar Governorate بعد عام 2019 بثلاثة أشهر، ثم "
    "تُرجم إلى لغات أخرى. ويستطيع كل مواطن أن يطّلع على نسخة منه في مكتبة المدينة، أو أن يطلبها "
    "من المكتب الذي أعدّه في الناصرية، وعليه أن يذكر رقم الطلب وتاريخه.";

static const int measures[] = {12, 16, 20, 26, 32, 38}; /* [em] */
enum { MEASURES = sizeof measures / sizeof *measures };

typedef void line_rule(const struct text *text, struct lines lines, length measure);

static void on_lines(line_rule *hold) {
    for (size_t f = 0; f < 2; f++)
        for (size_t m = 0; m < MEASURES; m++) {
            struct setting setting;
            setting_open(&setting, setting_families[f]);
            const struct text *text = setting_text(&setting, "ar", prose);
            length measure = text->role->arabic.size * measures[m];
            hold(text,
                 lines_fill(setting.typesetter, setting.arena, text, measure,
                            ALIGN_JUSTIFIED, setting.diag),
                 measure);
            EXPECT(diag_count(setting.diag, DIAG_WARNING) == 0);
            if (harness_test_failed)
                fprintf(stderr, "in %s, %d em\n", setting_families[f], measures[m]);
            setting_close(&setting);
        }
}

/* No hyphenation, and no break inside a word for any other reason. */
static void ends_at_space(const struct text *text, struct lines lines, length measure) {
    (void)measure;
    EXPECT(lines.count > 3);
    for (size_t i = 0; i + 1 < lines.count; i++)
        EXPECT(text->paragraph->text.data[lines.lines[i].end] == ' ');
}

static void a_line_ends_at_a_space_and_never_in_a_word(void) {
    on_lines(ends_at_space);
}

/* Spaces have the width the font gives them, so the end of the line is not the left edge. */
static void last_is_as_drawn(const struct text *text, struct lines lines,
                             length measure) {
    const struct line *last = &lines.lines[lines.count - 1];
    EXPECT_INTEGER(last->end, text->paragraph->text.length);
    EXPECT(last->stretch <= 0);
    EXPECT(last->width <= measure);
    EXPECT(last->stretch < 0 || last->width == last->natural);
}

static void the_last_line_is_not_stretched(void) {
    on_lines(last_is_as_drawn);
}

static void is_filled(const struct text *text, struct lines lines, length measure) {
    const struct space_style *space = &style_default()->arabic_space;
    (void)text;
    for (size_t i = 0; i + 1 < lines.count; i++) {
        EXPECT(lines.lines[i].width <= measure + 50);
        EXPECT(lines.lines[i].stretch >= -space->shrink);
        EXPECT(lines.lines[i].width >= measure - 50 ||
               lines.lines[i].stretch >= space->widest - 1001);
    }
}

static void a_line_is_full_unless_its_spaces_are_as_wide_as_they_may_be(void) {
    on_lines(is_filled);
}

/* The glyph as shaped, before any line was made; NULL where a cut changed it. */
static const struct glyph *as_shaped(const struct line_piece *piece,
                                     const struct glyph *glyph) {
    for (uint32_t i = 0; i < piece->run->glyph_count; i++)
        if (piece->run->glyphs[i].cluster == glyph->cluster &&
            piece->run->glyphs[i].id == glyph->id)
            return &piece->run->glyphs[i];
    return NULL;
}

/* Letters are neither moved apart nor pushed together. */
static void letters_stay(const struct text *text, struct lines lines, length measure) {
    size_t widened = 0;
    (void)measure;
    for (size_t i = 0; i < lines.count; i++)
        for (uint32_t p = 0; p < lines.lines[i].piece_count; p++) {
            const struct line_piece *piece = &lines.lines[i].pieces[p];
            for (uint32_t g = 0; g < piece->glyph_count; g++) {
                const struct glyph *glyph = &piece->glyphs[g];
                const struct glyph *shaped = as_shaped(piece, glyph);
                bool space = text->paragraph->text.data[glyph->cluster] == ' ';
                EXPECT(!shaped || space || glyph->advance == shaped->advance);
                EXPECT(!shaped || glyph->x_offset == shaped->x_offset);
                widened += shaped && glyph->advance != shaped->advance;
            }
        }
    EXPECT(widened > 20); /* or nothing was justified */
}

static void justification_moves_word_spaces_and_no_letters(void) {
    on_lines(letters_stay);
}

/* Words of English have ligatures (ff, fi, ffi) where they may be divided, and at worst any
   word is cut anywhere: what is cut is shaped anew, and no letter is lost with the ligature. */
static void a_line_begins_with_a_glyph_of_its_first_letter(void) {
    struct setting setting;
    setting_open(&setting, "Amiri");
    const struct text *text = setting_text(
        &setting, "en",
        "A briefing on affected officers: they differ in what they count.");
    size_t divided = 0;
    for (int measure = 10; measure < 130; measure++) { /* [tenths of an em] */
        struct lines lines =
            lines_fill(setting.typesetter, setting.arena, text,
                       text->role->latin.size * measure / 10, ALIGN_JUSTIFIED, NULL);
        for (size_t i = 0; i < lines.count; i++) {
            const struct line_piece *first = &lines.lines[i].pieces[0];
            EXPECT(first->glyph_count &&
                   first->glyphs[0].cluster == lines.lines[i].start);
            divided += lines.lines[i].hyphenated;
        }
    }
    EXPECT(divided > 50);
    setting_close(&setting);
}

int main(void) {
    RUN(a_line_ends_at_a_space_and_never_in_a_word);
    RUN(the_last_line_is_not_stretched);
    RUN(a_line_is_full_unless_its_spaces_are_as_wide_as_they_may_be);
    RUN(justification_moves_word_spaces_and_no_letters);
    RUN(a_line_begins_with_a_glyph_of_its_first_letter);
    return harness_status();
}
