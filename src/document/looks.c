/* SPDX-License-Identifier: MIT */
/* Reads how an edition that is a report differs in its look from the others:

       large: {large-print: true, languages: [ar]}
       copies: {colour: one, up: 2} */
#include "document/internal.h"

#include "base/nearest.h"

static void read_large(struct report *report, const struct yaml *value,
                       struct edition *edition) {
    edition->large_print = yaml_flag(report->reading, value);
    if (!edition->large_print || !edition->parallel)
        return;
    report_tell(report, DIAG_LARGE_PARALLEL, value->position, NULL, NULL);
    edition->parallel = false;
}

static void read_colour(struct report *report, const struct yaml *value,
                        struct edition *edition) {
    static const char *const words[] = {"one", "all"};
    const char *text = yaml_text(report->reading, value);
    if (!text)
        return;
    edition->one_colour = !strcmp(text, words[0]);
    if (!edition->one_colour && strcmp(text, words[1]) != 0)
        report_tell(report, DIAG_EDITION_COLOUR, value->position, text,
                    nearest_word(text, words, 2));
}

void looks_read(struct report *report, const struct yaml *map,
                struct edition *edition) {
    const struct yaml *large = map ? yaml_find(map, "large-print") : NULL;
    const struct yaml *colour = map ? yaml_find(map, "colour") : NULL;
    if (large)
        read_large(report, large, edition);
    if (colour)
        read_colour(report, colour, edition);
    up_read(report, map, edition);
}
