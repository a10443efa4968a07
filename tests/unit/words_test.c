/* SPDX-License-Identifier: MIT */
/* Words shaped one by one and kept are the same, glyph by glyph, as each run shaped as one:
   over the whole sample, in every role. */
#include "document/document.h"
#include "harness.h"
#include "style/style.h"
#include "text/internal.h"

struct comparison {
    struct arena *arena;
    struct typesetter *typesetter;
    struct shaper *whole;
    size_t runs, glyphs;
};

static void compare_run(struct comparison *c, const struct text *text,
                        const struct text_run *run, uint8_t *flags) {
    struct text_run again = *run;
    shaper_shape(c->whole, c->arena, text, &again, flags);
    EXPECT_INTEGER(again.glyph_count, run->glyph_count);
    if (again.glyph_count != run->glyph_count)
        return;
    for (uint32_t i = 0; i < run->glyph_count; i++)
        EXPECT(!memcmp(&again.glyphs[i], &run->glyphs[i], sizeof *run->glyphs));
    c->runs++;
    c->glyphs += run->glyph_count;
}

static void compare_paragraph(struct comparison *c, const struct paragraph *paragraph,
                              enum role role) {
    arena_reset(c->arena);
    const struct text *text = text_set(c->typesetter, c->arena, paragraph, role);
    size_t bytes = paragraph->text.length;
    uint8_t *flags = arena_array(c->arena, uint8_t, bytes + 1);
    for (size_t i = 0; i < text->run_count; i++)
        compare_run(c, text, &text->runs[i], flags);
    for (size_t i = 0; i <= bytes; i++)
        EXPECT_INTEGER(flags[i] & TEXT_UNSAFE, text->flags[i] & TEXT_UNSAFE);
}

static void compare_blocks(struct comparison *c, const struct block *block) {
    static const enum role roles[] = {ROLE_TEXT, ROLE_CHAPTER, ROLE_CODE, ROLE_FOLIO,
                                      ROLE_NOTICE};
    for (; block; block = block->next) {
        if (block->paragraph.text.length)
            for (size_t r = 0; r < sizeof roles / sizeof *roles; r++)
                compare_paragraph(c, &block->paragraph, roles[r]);
        compare_blocks(c, block->children);
    }
}

static void compare_document(const char *path) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    const struct document *document = document_read(arena, path, diag);
    struct font_set *fonts = font_set_open(arena, diag);
    struct comparison c = {.arena = arena_create(),
                           .typesetter =
                               typesetter_open(arena, style_default(), fonts, diag),
                           .whole = shaper_open(arena)};
    shaper_keep_words(c.whole, false);
    for (size_t i = 0; i < document->section_count; i++)
        compare_blocks(&c, document->sections[i].blocks);
    EXPECT(c.runs > 400 && c.glyphs > 20000);
    shaper_close(c.whole);
    typesetter_close(c.typesetter);
    arena_destroy(c.arena);
    font_set_close(fonts);
    arena_destroy(arena);
}

static void kept_words_are_shaped_as_whole_runs_are(void) {
    compare_document("content");
}

int main(void) {
    RUN(kept_words_are_shaped_as_whole_runs_are);
    return harness_status();
}
