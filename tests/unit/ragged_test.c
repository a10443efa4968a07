/* SPDX-License-Identifier: MIT */
/* A paragraph that says {ragged} stands at the start, with spaces as its font has them, and
   without kashida or hyphens, whatever its role and its neighbours are. */
#define _GNU_SOURCE /* mkstemps */
#include "lone.h"
#include "text/text.h"

static const char arabic[] =
    "خرج المتظاهرون في محافظة ذي قار إلى الساحات مطالبين بالخدمات وفرص العمل، وسقط في الأيام "
    "الأولى عشرات القتلى ومئات الجرحى بعد استخدام القوة المفرطة. وقالت مفوضية حقوق الإنسان في "
    "بغداد إن السلطات لم تحقق في معظم الحوادث، ولم تحاسب أحدا من المسؤولين عنها. ويستطيع كل "
    "مواطن أن يطلع على نسخة من التقرير في مكتبة المدينة، أو أن يطلبها من المكتب الذي أعده في "
    "الناصرية، وعليه أن يذكر رقم الطلب وتاريخه.";

static const char english[] =
    "Responsibility for investigations into extraordinarily disproportionate interventions "
    "remained undetermined, notwithstanding representations by nongovernmental organisations. "
    "Administrative authorities acknowledged inconsistencies throughout their documentation, "
    "characteristically attributing misunderstandings to communication difficulties between "
    "internationally recognised institutions.";

/* What the lines of a paragraph come to. */
struct summary {
    size_t lines, glyphs;
    length start, widest, narrowest; /* all but the last line */
    length least_space, most_space; /* [units of the face] */
    bool flush; /* all begin at one place */
};

static length line_start(const struct line_item *line) {
    return line->direction == DIRECTION_RTL ? line->x + line->width : line->x;
}

static void count_glyphs(struct summary *summary, const struct line_item *line) {
    for (uint32_t r = 0; r < line->run_count; r++) {
        const struct glyph_run *run = &line->runs[r];
        summary->glyphs += run->glyph_count;
        for (uint32_t g = 0; g < run->glyph_count; g++) {
            length advance = run->glyphs[g].advance;
            if (line->text.data[run->glyphs[g].cluster] != ' ')
                continue;
            if (!summary->least_space || advance < summary->least_space)
                summary->least_space = advance;
            if (advance > summary->most_space)
                summary->most_space = advance;
        }
    }
}

static void count_line(struct summary *summary, const struct line_item *line) {
    length start = line_start(line);
    count_glyphs(summary, line);
    if (!summary->lines++) {
        summary->start = start;
        summary->flush = true;
        summary->narrowest = summary->widest = line->width;
    }
    summary->flush &= start == summary->start;
    if (line->ends_paragraph)
        return;
    if (line->width < summary->narrowest)
        summary->narrowest = line->width;
    if (line->width > summary->widest)
        summary->widest = line->width;
}

/* Of the paragraph `index` (from 0) of a lone file that fits on a page. */
static struct summary summarise(const struct pages *pages, size_t index) {
    struct summary summary = {0};
    const struct page *page = &pages->pages[0];
    for (size_t i = 0, at = 0; i < page->item_count && at <= index; i++) {
        const struct line_item *line = &page->items[i].as.line;
        if (page->items[i].kind != ITEM_LINE ||
            !element_within(line_element(line), TAG_P))
            continue;
        if (at == index)
            count_line(&summary, line);
        at += line->ends_paragraph;
    }
    return summary;
}

/* The glyphs of the text of a block as it was shaped; lines lack the spaces they end at. */
static size_t shaped_glyphs(const struct sheet *sheet, const struct block *block) {
    struct typesetter *typesetter =
        typesetter_open(sheet->arena, style_default(), sheet->fonts, sheet->diag);
    while (block->children)
        block = block->children;
    const struct text *text =
        text_set(typesetter, sheet->arena, &block->paragraph, ROLE_QUOTE);
    size_t count = 0;
    for (uint32_t r = 0; r < text->run_count; r++)
        count += text->runs[r].glyph_count;
    typesetter_close(typesetter);
    return count;
}

/* A quotation in a narrow column that is ragged, and the same as usual. */
static void expect_ragged(const char *prose) {
    struct arena *arena = arena_create();
    struct sheet sheet = sheet_read(
        arena_printf(arena, "{ragged}\n\n> > > %s\n\n---\n\n> > > %s\n", prose, prose));
    sheet_set(&sheet);
    struct summary ragged = summarise(sheet.pages, 0),
                   usual = summarise(sheet.pages, 1);
    const struct block *block = sheet.document->sections[0].blocks;
    size_t shaped = shaped_glyphs(&sheet, block);
    EXPECT(ragged.lines > 3 && usual.lines > 3);
    EXPECT(ragged.flush);
    EXPECT(ragged.narrowest < ragged.widest - PT(5));
    EXPECT_INTEGER(ragged.least_space, ragged.most_space);
    EXPECT_INTEGER(ragged.glyphs + ragged.lines - 1, shaped);
    EXPECT(usual.least_space < usual.most_space);
    EXPECT(usual.glyphs + usual.lines - 1 > shaped);
    sheet_drop(sheet);
    arena_destroy(arena);
}

static void a_ragged_text_has_no_kashida(void) {
    expect_ragged(arabic);
}

static void a_ragged_text_has_no_hyphens(void) {
    expect_ragged(english);
}

int main(void) {
    RUN(a_ragged_text_has_no_kashida);
    RUN(a_ragged_text_has_no_hyphens);
    return harness_status();
}
