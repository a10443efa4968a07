/* SPDX-License-Identifier: MIT */
/* LineBreakTest.txt, without our tailoring. ICU 72 differs from UAX #14 15.0 in the samples
   below, by two rules of its own that later versions of UAX #14 took over, and that we
   keep: they read numbers and options as prose has them. */
#include "unicode/break_file.h"
#include "unit/harness.h"

static const char *const excepted[] = {
    /* ICU: no break between a hyphen that starts a word and its letter (now LB20a). The
       file has one by LB21, which allows a break after any hyphen. */
    "× 002D ÷ 0023 ÷",
    "× 002D × 0308 ÷ 0023 ÷",
    "× 002D ÷ 00A7 ÷",
    "× 002D × 0308 ÷ 00A7 ÷",
    "× 002D ÷ 50005 ÷",
    "× 002D × 0308 ÷ 50005 ÷",
    "× 002D ÷ 0E01 ÷",
    "× 002D × 0308 ÷ 0E01 ÷",

    /* ICU: no break between a full stop or comma and a digit, whatever stands before (now
       LB25, IS x NU). The file has one where no number comes before: after a letter, a
       space, or the start. */
    "× 002C ÷ 0030 ÷",
    "× 002C × 0308 ÷ 0030 ÷",
    "× 0065 × 0071 × 0075 × 0061 × 006C × 0073 × 0020 × 002E ÷ 0033 × 0035 × "
    "0020 ÷ 0063 × 0065 × 006E × 0074 × 0073 ÷",
    "× 0061 × 002E ÷ 0032 × 0020 ÷",
    "× 0061 × 002E ÷ 0032 × 0020 ÷ 0915 ÷",
    "× 0061 × 002E ÷ 0032 × 0020 ÷ 672C ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 672C ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 307E ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 0033 ÷",
    "× 0041 × 002E ÷ 0031 × 0020 ÷ BABB ÷",
    "× BD24 ÷ C5B4 × 002E × 0020 ÷ 0041 × 002E ÷ 0032 × 0020 ÷ BCFC ÷",
    "× BD10 ÷ C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0033 × 0020 ÷ BABB ÷",
    "× C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0034 × 0020 ÷ BABB ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 300C ÷",
};

enum { EXCEPTED = sizeof excepted / sizeof *excepted };

static void each_sample_breaks_where_the_file_says(void) {
    struct break_file file = {.flag = BOUNDARY_BREAK,
                              .skips_start = true,
                              .excepted = excepted,
                              .excepted_count = EXCEPTED};
    break_check_file(&file, UNICODE_DATA "auxiliary/LineBreakTest.txt");
    EXPECT(file.cases > 7000);
    EXPECT_INTEGER(file.failed, 0);
    EXPECT_INTEGER(file.differing, EXCEPTED);
}

int main(void) {
    RUN(each_sample_breaks_where_the_file_says);
    return harness_status();
}
