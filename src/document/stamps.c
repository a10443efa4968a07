/* SPDX-License-Identifier: MIT */
/* What the program says about a report in its languages: that an edition of it is a draft or
   under embargo, which edition it is, which of its languages prevails. */
#include "document/internal.h"

#include "base/nearest.h"

static struct localised_list new_list(struct report *report, struct position position,
                                      struct localised **items) {
    *items =
        arena_array(report->reading->arena, struct localised, report->language_count);
    for (size_t i = 0; i < report->language_count; i++)
        (*items)[i] = (struct localised){.language = report->languages[i].tag,
                                         .position = position};
    return (struct localised_list){*items, report->language_count};
}

/* --- stamps ------------------------------------------------------------------------ */

static const char *write_embargo(struct report *report, struct date date,
                                 const char *tag) {
    struct reading *reading = report->reading;
    struct language language = conventions_find(reading, tag);
    struct date_form form = {.language = language.dates,
                             .digits = language.digits,
                             .months = language.months};
    return locale_term_with(reading->arena, tag, TERM_EMBARGO,
                            locale_date(reading->arena, reading->formats, date, &form));
}

/* "embargo until 2026-12-01"; false if it is another stamp. The day is 0 if there is none. */
static bool read_embargo(struct report *report, const struct yaml *value,
                         const char *text, struct date *date) {
    static const char begin[] = "embargo until ";
    bool begins = !strncmp(text, begin, sizeof begin - 1);
    const char *day = begins ? text + sizeof begin - 1 : "";
    if (begins && !(date_read(day, date) && date->day)) {
        report_tell(report, DIAG_DATE, value->position, day, NULL);
        date->day = 0;
    }
    return begins;
}

struct localised_list stamp_read(struct report *report, const struct yaml *value) {
    static const char *const known[] = {"draft", "embargo until 2026-12-01"};
    const char *text = yaml_text(report->reading, value);
    struct date date = {.day = 0};
    struct localised *items;
    if (!text)
        return (struct localised_list){NULL, 0};
    bool embargo = read_embargo(report, value, text, &date);
    if (!embargo && strcmp(text, known[0]) != 0)
        report_tell(report, DIAG_STAMP, value->position, text,
                    nearest_word(text, known, sizeof known / sizeof *known));
    if (embargo ? !date.day : strcmp(text, known[0]) != 0)
        return (struct localised_list){NULL, 0};
    struct localised_list list = new_list(report, value->position, &items);
    for (size_t i = 0; i < list.count; i++)
        items[i].text = embargo ? write_embargo(report, date, items[i].language)
                                : locale_term(items[i].language, TERM_DRAFT);
    return list;
}

/* --- the number of the edition ----------------------------------------------------- */

static void read_number(struct report *report) {
    const struct yaml *value = yaml_find(report->root, "edition-number");
    const char *text = value ? yaml_text(report->reading, value) : NULL;
    struct arena *arena = report->reading->arena;
    struct localised *items;
    uint32_t number = 0;
    if (!text)
        return;
    if (!yaml_whole(text, &number) || !number) {
        report_tell(report, DIAG_EDITION_NUMBER, value->position, text, NULL);
        return;
    }
    struct localised_list list = new_list(report, value->position, &items);
    for (size_t i = 0; i < list.count; i++)
        items[i].text = locale_term_with(
            arena, items[i].language, TERM_EDITION,
            conventions_number(report->reading, number, items[i].language));
    report->document->edition_number = list;
}

/* --- the language that prevails ---------------------------------------------------- */

static void read_prevailing(struct report *report) {
    const struct yaml *value = yaml_find(report->root, "prevails");
    const char *tag = value ? yaml_text(report->reading, value) : NULL;
    struct arena *arena = report->reading->arena;
    struct localised *items;
    if (!tag)
        return;
    if (!report_find_language(report, tag)) {
        report_tell_language(report, value->position, tag);
        return;
    }
    struct localised_list list = new_list(report, value->position, &items);
    for (size_t i = 0; i < list.count; i++)
        items[i].text =
            locale_term_with(arena, items[i].language, TERM_PREVAILS,
                             locale_language_name(arena, tag, items[i].language));
    report->document->prevails = list;
}

void report_read_statements(struct report *report) {
    read_number(report);
    read_prevailing(report);
}
