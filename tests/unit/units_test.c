/* SPDX-License-Identifier: MIT */
/* Lengths: 1/1000 pt, rounded to nearest, the same on both sides of zero. */
#include "base/units.h"
#include "unit/harness.h"

static void points_and_millimetres(void) {
    EXPECT_INTEGER(PT(10), 10000);
    EXPECT_INTEGER(PT(13.5), 13500);
    EXPECT_INTEGER(MM(210), 595276); /* A4, 210 mm = 595.2756 pt */
    EXPECT_INTEGER(MM(297), 841890); /* 297 mm = 841.8898 pt */
}

static void font_units_round_to_nearest(void) {
    EXPECT_INTEGER(units_scale(500, PT(10), 1000), 5000);
    EXPECT_INTEGER(units_scale(1, PT(1), 2048), 0); /* 0.488 */
    EXPECT_INTEGER(units_scale(1, PT(2), 2048), 1); /* 0.977 */
    EXPECT_INTEGER(units_scale(333, PT(10), 1000), 3330);
}

static void below_zero_is_the_mirror_of_above(void) {
    for (int32_t value = 0; value < 3000; value += 7)
        EXPECT_INTEGER(units_scale(-value, PT(11), 2048),
                       -units_scale(value, PT(11), 2048));
}

static void a_long_line_of_large_type_does_not_overflow(void) {
    EXPECT_INTEGER(units_scale(2000000, PT(100), 1000), 200000000);
}

int main(void) {
    RUN(points_and_millimetres);
    RUN(font_units_round_to_nearest);
    RUN(below_zero_is_the_mirror_of_above);
    RUN(a_long_line_of_large_type_does_not_overflow);
    return harness_status();
}
