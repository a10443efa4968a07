/* SPDX-License-Identifier: MIT */
/* GraphemeBreakTest.txt. */
#include "unicode/break_file.h"
#include "unit/harness.h"

static void each_sample_has_its_grapheme_clusters(void) {
    struct break_file file = {.flag = BOUNDARY_GRAPHEME};
    break_check_file(&file, UNICODE_DATA "auxiliary/GraphemeBreakTest.txt");
    EXPECT(file.cases > 500);
    EXPECT_INTEGER(file.failed, 0);
}

int main(void) {
    RUN(each_sample_has_its_grapheme_clusters);
    return harness_status();
}
