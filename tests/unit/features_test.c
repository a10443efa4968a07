/* SPDX-License-Identifier: MIT */
/* OpenType features of a role: lining and old-style figures, those of one width and of
   their own, small capitals; each is another glyph, with the shape its name says (OpenType
   layout tag registry). */
#include "document/document.h"
#include "harness.h"
#include "style/style.h"
#include "text/text.h"

#include <hb.h>

static struct arena *arena;
static struct diag *diag;
static struct font_set *fonts;

struct shown {
    const struct glyph *glyphs; /* one a character */
    const struct face *face;
};

/* The words in the Latin of a role whose features are these. */
static struct shown show(const char *features, const char *words) {
    struct role_style roles[ROLE_COUNT];
    struct style style = *style_default();
    memcpy(roles, style.roles, sizeof roles);
    roles[ROLE_TEXT].latin.features = features;
    style.roles = roles;
    struct typesetter *typesetter = typesetter_open(arena, &style, fonts, diag);
    struct paragraph *paragraph = arena_new(arena, struct paragraph);
    *paragraph = (struct paragraph){.text = slice_of(words), .language = "en"};
    const struct text *text = text_set(typesetter, arena, paragraph, ROLE_TEXT);
    EXPECT_INTEGER(text->run_count, 1);
    EXPECT_INTEGER(text->runs[0].glyph_count, strlen(words));
    typesetter_close(typesetter);
    return (struct shown){text->runs[0].glyphs, text->runs[0].face};
}

static hb_glyph_extents_t box(struct shown shown, size_t i) {
    hb_glyph_extents_t extents = {0};
    hb_font_get_glyph_extents(shown.face->hb_font, shown.glyphs[i].id, &extents);
    return extents;
}

static int32_t top(struct shown shown, size_t i) {
    return box(shown, i).y_bearing;
}

static int32_t bottom(struct shown shown, size_t i) {
    return box(shown, i).y_bearing + box(shown, i).height;
}

/* Lining figures stand on the line; of old-style ones 4 and 9 go below it, and 1 is no
   higher than an x. */
static void figures_are_lining_or_old_style(void) {
    struct shown lining = show("lnum", "0149x"), old = show("onum", "0149x");
    int32_t em = lining.face->units_per_em, tenth = em / 10;
    for (size_t i = 0; i < 4; i++) {
        EXPECT(lining.glyphs[i].id != old.glyphs[i].id);
        EXPECT(bottom(lining, i) > -tenth);
        EXPECT(top(lining, i) > top(lining, 4) + tenth);
    }
    EXPECT(bottom(old, 2) < -tenth);
    EXPECT(bottom(old, 3) < -tenth);
    EXPECT(top(old, 1) < top(old, 4) + tenth / 2);
}

static void figures_have_one_width_or_their_own(void) {
    static const char *const tabular[] = {"lnum,tnum", "onum,tnum"};
    static const char *const proportional[] = {"lnum,pnum", "onum,pnum"};
    for (size_t f = 0; f < 2; f++) {
        struct shown one = show(tabular[f], "0123456789");
        struct shown own = show(proportional[f], "0123456789");
        for (size_t i = 1; i < 10; i++)
            EXPECT_INTEGER(one.glyphs[i].advance, one.glyphs[0].advance);
        EXPECT(own.glyphs[1].advance < own.glyphs[0].advance);
        EXPECT(own.glyphs[1].id != one.glyphs[1].id);
    }
}

/* smcp makes them of small letters, c2sc of capitals; they are between the x and the H in
   height. */
static void small_capitals_are_drawn_so(void) {
    struct shown plain = show(NULL, "hxHX"), small = show("smcp", "hxHX"),
                 all = show("smcp,c2sc", "hxHX");
    for (size_t i = 0; i < 2; i++) {
        EXPECT(small.glyphs[i].id != plain.glyphs[i].id);
        EXPECT_INTEGER(small.glyphs[i + 2].id, plain.glyphs[i + 2].id);
        EXPECT_INTEGER(all.glyphs[i + 2].id, small.glyphs[i].id);
        EXPECT(top(small, i) >= top(plain, 1));
        EXPECT(top(small, i) < top(plain, 2));
    }
    EXPECT_INTEGER(top(small, 0), top(small, 1));
}

int main(void) {
    arena = arena_create();
    diag = diag_new(arena);
    fonts = font_set_open(arena, diag);
    RUN(figures_are_lining_or_old_style);
    RUN(figures_have_one_width_or_their_own);
    RUN(small_capitals_are_drawn_so);
    font_set_close(fonts);
    arena_destroy(arena);
    return harness_status();
}
