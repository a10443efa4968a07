/* SPDX-License-Identifier: MIT */
/* What the codes of a divided word say: its letters and U+002D, whatever the cluster of the
   hyphen; what a soft hyphen inside a line says: nothing. */
#include "base/buffer.h"
#include "base/utf8.h"
#include "harness.h"
#include "pdf/internal.h"

enum { ADVANCE = 500, HYPHEN_ADVANCE = 300, GLYPHS_MAX = 16 };

static struct arena *arena;
static struct font_set *fonts;

struct setting {
    const char *text;
    const char *family;
    uint8_t level;
    uint32_t end; /* [bytes] of the run */
    int64_t hyphen; /* the cluster of a hyphen that divides the word; -1: none */
};

static void add_glyph(struct glyph *glyphs, uint32_t *count, const struct face *face,
                      uint32_t c, uint32_t cluster, int32_t advance) {
    glyphs[(*count)++] = (struct glyph){
        .id = face_nominal_glyph(face, c), .cluster = cluster, .advance = advance};
}

/* A glyph for each letter up to `end`, left to right, as the breaker leaves them. */
static uint32_t set_glyphs(const struct setting *setting, const struct face *face,
                           struct glyph *glyphs) {
    struct slice text = slice_of(setting->text);
    uint32_t count = 0;
    for (size_t i = 0; i < setting->end;) {
        uint32_t start = (uint32_t)i, c = utf8_decode(text, i, &i);
        if (c != 0xAD)
            add_glyph(glyphs, &count, face, c, start, ADVANCE);
    }
    if (setting->hyphen >= 0)
        add_glyph(glyphs, &count, face, '-', (uint32_t)setting->hyphen, HYPHEN_ADVANCE);
    for (uint32_t i = 0; setting->level % 2 && i < count / 2; i++) {
        struct glyph glyph = glyphs[i];
        glyphs[i] = glyphs[count - 1 - i];
        glyphs[count - 1 - i] = glyph;
    }
    return count;
}

static struct piece make_cells(const struct setting *setting) {
    const struct face *face =
        font_find(fonts, setting->family, WEIGHT_REGULAR, /*italic*/ false);
    struct glyph *glyphs = arena_array(arena, struct glyph, GLYPHS_MAX);
    struct glyph_run *run = arena_new(arena, struct glyph_run);
    *run = (struct glyph_run){.face = face,
                              .size = 10000,
                              .level = setting->level,
                              .hyphen = setting->hyphen >= 0,
                              .glyphs = glyphs,
                              .glyph_count = set_glyphs(setting, face, glyphs),
                              .end = setting->end};
    struct line_item line = {.text = slice_of(setting->text),
                             .direction =
                                 setting->level % 2 ? DIRECTION_RTL : DIRECTION_LTR,
                             .runs = run,
                             .run_count = 1};
    size_t count;
    struct piece *pieces = pieces_find(arena, &line, &count);
    EXPECT_INTEGER(count, 1);
    cells_make(arena, pieces, &line);
    return *pieces;
}

/* What the cells say, left to right, as readers are given it. */
static const char *said(struct setting setting) {
    struct piece piece = make_cells(&setting);
    readers_please(arena, &piece);
    struct buffer out = {.arena = arena};
    for (size_t i = 0; i < piece.cell_count; i++)
        for (uint32_t k = 0; k < piece.cells[i].text.count; k++) {
            char bytes[4];
            size_t count = utf8_encode(piece.cells[i].text.points[k], bytes);
            for (size_t b = 0; b < count; b++)
                buffer_add_char(&out, bytes[b]);
        }
    buffer_add_char(&out, '\0');
    return out.data;
}

#define SOFT "\xC2\xAD"
#define LATIN "Noto Serif"

static void a_hyphen_of_no_character_says_a_hyphen(void) {
    EXPECT_STRING(said((struct setting){"education", LATIN, 0, 5, .hyphen = 4}),
                  "educa-");
}

static void a_soft_hyphen_at_the_end_of_a_line_says_a_hyphen(void) {
    EXPECT_STRING(said((struct setting){"educa" SOFT "tion", LATIN, 0, 7, .hyphen = 5}),
                  "educa-");
}

static void a_soft_hyphen_inside_a_line_says_nothing(void) {
    struct setting inside = {"educa" SOFT "tion", LATIN, 0, 11, .hyphen = -1};
    EXPECT_STRING(said(inside), "education");
    struct piece piece = make_cells(&inside);
    for (size_t i = 0; i < piece.cell_count; i++)
        EXPECT_INTEGER(piece.cells[i].advance, ADVANCE);
}

/* poppler joins what a hyphen parts at the end of a line; U+200E and a space tell it that
   this one is of the text. */
static void a_hyphen_of_the_text_is_told_from_one_that_is_not(void) {
    EXPECT_STRING(said((struct setting){"well-known", LATIN, 0, 5, .hyphen = -1}),
                  "well-\xE2\x80\x8E ");
}

static void the_hyphen_stands_after_its_word(void) {
    struct piece piece =
        make_cells(&(struct setting){"education", LATIN, 0, 5, .hyphen = 4});
    EXPECT_INTEGER(piece.cell_count, 6);
    const struct cell *hyphen = &piece.cells[5];
    EXPECT_INTEGER(hyphen->x, 5 * ADVANCE);
    EXPECT_INTEGER(hyphen->advance, HYPHEN_ADVANCE);
    EXPECT(hyphen->parts && !hyphen->parts->next);
    EXPECT_INTEGER(hyphen->parts->x, 5 * ADVANCE);
    EXPECT_INTEGER(hyphen->parts->glyph, face_nominal_glyph(piece.face, '-'));
    EXPECT(piece.cells[4].parts && !piece.cells[4].parts->next);
}

/* Uyghur is written from the right and divides its words. */
static void it_stands_on_the_left_of_a_word_written_from_the_right(void) {
    struct setting setting = {"ئۇي" SOFT "غۇر", "Noto Naskh Arabic", 1, 8, .hyphen = 6};
    struct piece piece = make_cells(&setting);
    EXPECT_INTEGER(piece.cell_count, 4);
    EXPECT_INTEGER(piece.cells[0].text.points[0], '-');
    EXPECT_INTEGER(piece.cells[0].x, 0);
    EXPECT_INTEGER(piece.cells[0].parts->x, 0);
    EXPECT_INTEGER(piece.cells[1].text.points[0], 0x064A);
    EXPECT_INTEGER(piece.cells[1].x, HYPHEN_ADVANCE);
    EXPECT_INTEGER(piece.cells[1].parts->x, HYPHEN_ADVANCE);
}

int main(void) {
    arena = arena_create();
    struct diag *diag = diag_new(arena);
    fonts = font_set_open(arena, diag);
    RUN(a_hyphen_of_no_character_says_a_hyphen);
    RUN(a_soft_hyphen_at_the_end_of_a_line_says_a_hyphen);
    RUN(a_soft_hyphen_inside_a_line_says_nothing);
    RUN(a_hyphen_of_the_text_is_told_from_one_that_is_not);
    RUN(the_hyphen_stands_after_its_word);
    RUN(it_stands_on_the_left_of_a_word_written_from_the_right);
    font_set_close(fonts);
    arena_destroy(arena);
    return harness_status();
}
