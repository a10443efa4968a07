/* SPDX-License-Identifier: MIT */
/* Reads how many pages of an edition stand on one side of the paper:

       up: 4
       up: {pages: 2, paper: A3, margin: 5 mm, cut: true, repeat: true}
       up: {pages: 3, notes: true} */
#include "document/internal.h"

#include "base/units.h"

static const struct up usual = {.paper = PAPER_A4, .margin = MM(5)};

/* Those that fill a grid whose cells have about the shape of the paper. */
static void read_pages(struct report *report, const struct yaml *value, struct up *up) {
    static const uint32_t counts[] = {1, 2, 3, 4, 6, 8, 9, 12, 16};
    const char *text = yaml_text(report->reading, value);
    uint32_t pages = 0;
    if (!text)
        return;
    if (yaml_whole(text, &pages))
        for (size_t i = !up->notes; i < sizeof counts / sizeof *counts; i++)
            if (counts[i] == pages)
                up->pages = pages;
    if (!up->pages)
        report_tell(report, DIAG_UP, value->position, text, NULL);
}

/* Half of the paper at least is for the pages. */
static void check_margin(struct report *report, const struct yaml *value,
                         struct up *up) {
    int32_t least =
        up->paper.width < up->paper.height ? up->paper.width : up->paper.height;
    if (up->margin <= least / 4)
        return;
    report_tell(report, DIAG_UP_MARGIN, value->position, NULL, NULL);
    up->margin = least / 4;
}

static void read_map(struct report *report, const struct yaml *map, struct up *up) {
    static const char *const known[] = {"pages", "paper",  "margin",
                                        "cut",   "repeat", "notes"};
    const struct yaml *pages = yaml_find(map, "pages");
    const struct yaml *paper = yaml_find(map, "paper");
    const struct yaml *margin = yaml_find(map, "margin");
    const struct yaml *cut = yaml_find(map, "cut");
    const struct yaml *repeat = yaml_find(map, "repeat");
    const struct yaml *notes = yaml_find(map, "notes");
    yaml_check_keys(report->reading, map, known, sizeof known / sizeof *known);
    up->notes = notes && yaml_flag(report->reading, notes);
    if (pages)
        read_pages(report, pages, up);
    else
        report_tell(report, DIAG_KEY_ABSENT,
                    map->key ? map->key->position : map->position, "pages", NULL);
    if (paper)
        up->paper = paper_read(report, paper, up->paper);
    if (margin)
        paper_length(report, margin, 0, MM(30), &up->margin);
    check_margin(report, margin ? margin : paper ? paper : map, up);
    up->repeat = repeat && yaml_flag(report->reading, repeat);
    up->cut = up->repeat || (cut && yaml_flag(report->reading, cut));
    if (up->notes && up->cut)
        report_tell(report, DIAG_UP_NOTES, notes->position, NULL, NULL);
}

void up_read(struct report *report, const struct yaml *map, struct edition *edition) {
    const struct yaml *value = map ? yaml_find(map, "up") : NULL;
    if (!value)
        return;
    struct up *up = arena_new(report->reading->arena, struct up);
    *up = usual;
    if (value->kind == YAML_MAP)
        read_map(report, value, up);
    else
        read_pages(report, value, up);
    edition->up = up->pages ? up : NULL;
}
