/* SPDX-License-Identifier: MIT */
/* Reads what a print shop is given around the pages from its edition in report.yaml:

       press:
         bleed: 3 mm
         marks: [crop, registration, colour-bar, slug]
         folds: [100 mm] */
#include "document/internal.h"

#include "base/nearest.h"
#include "base/units.h"

#define BLEED MM(3)
#define BLEED_MOST MM(20)
#define FOLD_MOST MM(1000)

enum { PRESS_RESOLUTION = 300 };

static const char *const words[] = {"crop", "registration", "colour-bar", "slug"};

enum { WORDS = sizeof words / sizeof *words };

static void set_marks(struct press *press, bool all) {
    press->crop = press->registration = press->colour_bar = press->slug = all;
}

static void add_mark(struct report *report, const struct yaml *item,
                     struct press *press) {
    bool *const marks[WORDS] = {&press->crop, &press->registration, &press->colour_bar,
                                &press->slug};
    const char *text = yaml_text(report->reading, item);
    if (!text)
        return;
    for (size_t i = 0; i < WORDS; i++)
        if (!strcmp(text, words[i])) {
            *marks[i] = true;
            return;
        }
    report_tell(report, DIAG_PRESS_MARK, item->position, text,
                nearest_word(text, words, WORDS));
}

/* All or none of them, or a list. */
static void read_marks(struct report *report, const struct yaml *value,
                       struct press *press) {
    if (value->kind == YAML_TEXT) {
        set_marks(press, yaml_flag(report->reading, value));
        return;
    }
    set_marks(press, false);
    if (!yaml_expect(report->reading, value, YAML_LIST))
        return;
    yaml_check_repeats(report->reading, value);
    for (const struct yaml *item = value->items; item; item = item->next)
        add_mark(report, item, press);
}

static void read_folds(struct report *report, const struct yaml *list,
                       struct press *press) {
    if (!yaml_expect(report->reading, list, YAML_LIST))
        return;
    int32_t *folds = arena_array(report->reading->arena, int32_t, list->count);
    for (const struct yaml *item = list->items; item; item = item->next)
        paper_length(report, item, 0, FOLD_MOST, &folds[press->fold_count++]);
    press->folds = folds;
}

void press_read(struct report *report, const struct yaml *map,
                struct edition *edition) {
    struct press *press = arena_new(report->reading->arena, struct press);
    const struct yaml *bleed = map ? yaml_find(map, "bleed") : NULL;
    const struct yaml *marks = map ? yaml_find(map, "marks") : NULL;
    const struct yaml *folds = map ? yaml_find(map, "folds") : NULL;
    press->bleed = BLEED;
    set_marks(press, true);
    if (bleed)
        paper_length(report, bleed, 0, BLEED_MOST, &press->bleed);
    if (marks)
        read_marks(report, marks, press);
    if (folds)
        read_folds(report, folds, press);
    if (!map || !yaml_find(map, "resolution"))
        edition->resolution = PRESS_RESOLUTION;
    edition->press = press;
}
