/* SPDX-License-Identifier: MIT */
/* The sizes at which faces look as large as one another. */
#include "harness.h"

#include "font/internal.h"

#include <stdlib.h>

struct faces {
    struct arena *arena;
    struct font_set *set;
};

static struct faces open_faces(void) {
    struct arena *arena = arena_create();
    return (struct faces){arena, font_set_open(arena, diag_new(arena))};
}

static void close_faces(struct faces faces) {
    font_set_close(faces.set);
    arena_destroy(faces.arena);
}

static int scale_of(struct faces faces, const char *arabic, const char *latin,
                    enum weight weight) {
    return (int)face_scale_beside(font_find(faces.set, arabic, weight, false),
                                  font_find(faces.set, latin, weight, false));
}

/* Its two scripts were drawn for one another: they are the measure. */
static void amiri_stands_beside_its_own_latin_as_it_is(void) {
    struct faces faces = open_faces();
    EXPECT_INTEGER(scale_of(faces, "Amiri", "Amiri", WEIGHT_REGULAR), 1000);
    EXPECT_INTEGER(scale_of(faces, "Amiri", "Amiri", WEIGHT_BOLD), 1000);
    close_faces(faces);
}

/* The mean of 1.11 * capital / alef and 0.94 * x / dal, worked out by hand from the heights
   of the letters as a font editor shows them: Amiri 719 and 395, Noto Naskh 671 and 398,
   Noto Serif and Noto Sans 714 and 536 in 1000. */
static void other_pairs_are_scaled_by_their_letters(void) {
    struct faces faces = open_faces();
    EXPECT_INTEGER(scale_of(faces, "Amiri", "Noto Serif", WEIGHT_REGULAR), 1189);
    EXPECT_INTEGER(scale_of(faces, "Noto Naskh Arabic", "Noto Sans", WEIGHT_REGULAR),
                   1224);
    close_faces(faces);
}

/* By its dal Kufi Bold would be set smaller than the Latin. */
static void no_arabic_is_set_smaller_than_its_latin(void) {
    struct faces faces = open_faces();
    EXPECT_INTEGER(scale_of(faces, "Noto Kufi Arabic", "Noto Sans", WEIGHT_BOLD), 1000);
    close_faces(faces);
}

static struct face face_of(int32_t em, int32_t high, int32_t low) {
    return (struct face){.units_per_em = em, .heights = {high, low, high, low}};
}

static void an_em_of_other_units_changes_nothing(void) {
    struct face a = face_of(1000, 500, 250), b = face_of(1000, 600, 300);
    struct face fine = face_of(2048, 1024, 512);
    EXPECT_INTEGER(face_scale_beside(&a, &b), 1230); /* 1.332 and 1.128 */
    EXPECT_INTEGER(face_scale_beside(&fine, &b), 1230);
}

static void what_cannot_be_measured_has_no_scale(void) {
    struct face low = face_of(1000, 100, 50), tall = face_of(1000, 700, 500);
    struct face blank = face_of(1000, 0, 0);
    EXPECT_INTEGER(face_scale_beside(&low, &tall), 1350);
    EXPECT_INTEGER(face_scale_beside(&blank, &tall), 0);
    EXPECT_INTEGER(face_scale_beside(&low, &blank), 0);
}

int main(void) {
    RUN(amiri_stands_beside_its_own_latin_as_it_is);
    RUN(other_pairs_are_scaled_by_their_letters);
    RUN(no_arabic_is_set_smaller_than_its_latin);
    RUN(an_em_of_other_units_changes_nothing);
    RUN(what_cannot_be_measured_has_no_scale);
    return harness_status();
}
