/* SPDX-License-Identifier: MIT */
/* Makes a document from a content folder: report.yaml and the files it names. */
#include "document/internal.h"

#include "base/file.h"
#include "base/nearest.h"

void report_tell(struct report *report, enum diag_id id, struct position position,
                 const char *a, const char *b) {
    diag_add(report->reading->diag, id, position, a, b);
}

static void read_texts(struct report *report) {
    struct document *document = report->document;
    const struct {
        const char *key;
        struct localised_list *list;
    } texts[] = {
        {"title", &document->title},          {"short-title", &document->short_title},
        {"publisher", &document->publisher},  {"campaign", &document->campaign},
        {"edition", &document->edition_line}, {"notice", &document->notice},
        {"licence", &document->licence},      {"contact", &document->contact},
        {"blurb", &document->blurb},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        const struct yaml *value = yaml_find(report->root, texts[i].key);
        if (value)
            *texts[i].list = report_read_localised(report, value);
    }
    if (!yaml_find(report->root, "title"))
        report_tell(report, DIAG_KEY_ABSENT, locator_whole(report->locator), "title",
                    NULL);
    if (!document->short_title.count)
        document->short_title = document->title;
}

/* --- the date ---------------------------------------------------------------------- */

static void read_date(struct report *report) {
    const struct yaml *value = yaml_find(report->root, "date");
    const char *text = value ? yaml_text(report->reading, value) : NULL;
    struct date date;
    if (text && date_read(text, &date) && date.day)
        report->document->date = text;
    else if (text)
        report_tell(report, DIAG_DATE, value->position, text, NULL);
}

/* --- citations --------------------------------------------------------------------- */

/* Whether they are numbers of a list, and not notes. */
static bool read_citations(struct report *report) {
    static const char *const names[] = {"notes", "numbers"};
    const struct yaml *value = yaml_find(report->root, "citations");
    const char *text = value ? yaml_text(report->reading, value) : NULL;
    bool numbers = text && !strcmp(text, names[1]);
    if (text && !numbers && strcmp(text, names[0]) != 0)
        report_tell(report, DIAG_CITATIONS, value->position, text,
                    nearest_word(text, names, 2));
    return numbers;
}

/* A number is of no use without the list. */
static void check_list(struct report *report) {
    const struct document *document = report->document;
    const struct yaml *value = yaml_find(report->root, "citations");
    for (size_t i = 0; i < document->section_count; i++)
        if (document->sections[i].kind == SECTION_SOURCES)
            return;
    report_tell(report, DIAG_CITATIONS_LIST, value->position, NULL, NULL);
}

/* --- the whole --------------------------------------------------------------------- */

static bool read_root(struct report *report) {
    static const char *const known[] = {
        "title",          "short-title", "publisher",  "campaign",
        "edition",        "notice",      "date",       "languages",
        "digits",         "months",      "counter",    "quotes",
        "nouns",          "sections",    "editions",   "severities",
        "priorities",     "addressees",  "data-notes", "paragraph-numbers",
        "edition-number", "prevails",    "partner",    "licence",
        "contact",        "blurb",       "site",       "citations",
        "dates",
    };
    struct reading *reading = report->reading;
    uint32_t lines = report->locator->line_count;
    if (!yaml_read(reading, report->locator, 0, lines, &report->root))
        return false;
    if (!report->root) {
        report_tell(report, DIAG_REPORT_EMPTY, locator_whole(report->locator), NULL,
                    NULL);
        return false;
    }
    if (!yaml_expect(reading, report->root, YAML_MAP))
        return false;
    yaml_check_keys(reading, report->root, known, sizeof known / sizeof *known);
    return true;
}

/* Unless it is not wanted. */
static void tell_retyped(struct report *report) {
    const struct yaml *value = yaml_find(report->root, "data-notes");
    if (!value || yaml_flag(report->reading, value))
        retyped_tell(report->reading, report->document);
}

bool report_read(struct reading *reading, struct document *document) {
    struct report report = {.reading = reading, .document = document};
    const char *path = file_join(reading->arena, document->folder, "report.yaml");
    size_t failures = diag_count(reading->diag, DIAG_WORLD);
    report.locator = input_read(reading, path, diag_nowhere());
    if (!report.locator)
        return diag_count(reading->diag, DIAG_WORLD) == failures;
    document->source = &report.locator->source;
    if (!read_root(&report) || !report_read_languages(&report))
        return true;
    struct conventions conventions = {.languages = report.languages,
                                      .language_count = report.language_count};
    reading->conventions = &conventions;
    conventions.nouns = report_read_nouns(&report);
    report_read_named(&report, &conventions);
    const struct yaml *numbers = yaml_find(report.root, "paragraph-numbers");
    conventions.numbered = numbers && yaml_flag(reading, numbers);
    conventions.numbered_works = read_citations(&report);
    works_read(reading);
    withheld_read_protected(reading);
    read_texts(&report);
    read_date(&report);
    report_read_statements(&report);
    imprint_read(&report);
    report_read_sections(&report);
    if (conventions.numbered_works)
        check_list(&report);
    works_check(reading);
    report_read_editions(&report);
    if (!partner_differs(reading, yaml_find(report.root, "partner")))
        partners_check(reading, document);
    tell_retyped(&report);
    reading->conventions = NULL;
    return true;
}
