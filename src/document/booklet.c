/* SPDX-License-Identifier: MIT */
/* Reads how an edition that is a booklet is printed and bound. */
#include "document/internal.h"

#include "base/units.h"

/* What copiers take is a tenth of a millimetre thick. */
static const struct booklet usual = {.paper = PAPER_A4, .thickness = MM(0.1)};

enum { SIGNATURE_MAX = 128 };

static void read_signature(struct report *report, const struct yaml *value,
                           struct booklet *booklet) {
    const char *text = yaml_text(report->reading, value);
    uint32_t pages = 0;
    if (!text)
        return;
    if (yaml_whole(text, &pages) && pages && pages % 4 == 0 && pages <= SIGNATURE_MAX)
        booklet->signature = pages;
    else
        report_tell(report, DIAG_SIGNATURE, value->position, text, NULL);
}

static void read_turning(struct report *report, const struct yaml *map,
                         struct booklet *booklet) {
    static const char *const edges[] = {"short", "long"};
    static const char *const runs[] = {"same", "reversed"};
    const struct yaml *duplex = yaml_find(map, "duplex");
    const struct yaml *separate = yaml_find(map, "separate");
    if (duplex)
        booklet->long_edge = paper_word(report, duplex, edges, 2) == 1;
    if (!separate)
        return;
    size_t run = paper_word(report, separate, runs, 2);
    booklet->runs = run < 2 ? (enum booklet_runs)(run + 1) : RUNS_ONE;
}

/* Whether languages of both directions stand in it, one after the other. */
static bool has_both(const struct edition *edition) {
    for (size_t i = 1; !edition->parallel && i < edition->language_count; i++)
        if (edition->languages[i]->direction != edition->languages[0]->direction)
            return true;
    return false;
}

static void read_back_to_back(struct report *report, const struct yaml *value,
                              struct edition *edition) {
    struct booklet *booklet = &edition->booklet;
    if (!value)
        return;
    booklet->back_to_back = yaml_flag(report->reading, value);
    if (booklet->back_to_back && !has_both(edition)) {
        report_tell(report, DIAG_BACK_TO_BACK, value->position, NULL, NULL);
        booklet->back_to_back = false;
    }
}

static struct paper half_of(struct paper paper) {
    bool upright = paper.width <= paper.height;
    return upright ? (struct paper){paper.height / 2, paper.width}
                   : (struct paper){paper.width / 2, paper.height};
}

static void read_paper(struct report *report, const struct yaml *map,
                       struct booklet *booklet) {
    const struct yaml *paper = map ? yaml_find(map, "paper") : NULL;
    const struct yaml *page = map ? yaml_find(map, "page") : NULL;
    if (paper)
        booklet->paper = paper_read(report, paper, booklet->paper);
    booklet->page = half_of(booklet->paper);
    booklet->page_given = page != NULL;
    if (page)
        booklet->page = paper_read(report, page, booklet->page);
}

void booklet_read(struct report *report, const struct yaml *map,
                  struct edition *edition) {
    struct booklet *booklet = &edition->booklet;
    *booklet = usual;
    booklet->back_to_back = has_both(edition);
    read_paper(report, map, booklet);
    if (!map)
        return;
    const struct yaml *signature = yaml_find(map, "signature");
    const struct yaml *thickness = yaml_find(map, "thickness");
    const struct yaml *marks = yaml_find(map, "marks");
    const struct yaml *dummy = yaml_find(map, "dummy");
    if (signature)
        read_signature(report, signature, booklet);
    if (thickness)
        paper_length(report, thickness, 0, MM(1), &booklet->thickness);
    if (marks)
        booklet->marks = yaml_flag(report->reading, marks);
    if (dummy)
        booklet->dummy = yaml_flag(report->reading, dummy);
    read_turning(report, map, booklet);
    read_back_to_back(report, yaml_find(map, "back-to-back"), edition);
}
