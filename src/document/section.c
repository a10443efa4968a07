/* SPDX-License-Identifier: MIT */
/* Makes a section from one file of content: front matter, then Markdown. */
#include "document/internal.h"

struct front_matter {
    const char *title;
    const char *language;
    struct position language_position;
    bool ragged;
    struct finding_keys finding;
    const char *addressee;
    bool numbered; /* its paragraphs */
    bool differs; /* from its partners */
    uint32_t end; /* the first line after it */
};

static bool is_fence(struct slice line) {
    while (line.length && strchr(" \t", line.data[line.length - 1]))
        line.length--;
    return slice_is(line, "---");
}

/* The line of the second "---" when the first line is one; else 0. */
static uint32_t find_fence(const struct locator *locator) {
    if (!is_fence(locator_line(locator, 0)))
        return 0;
    for (uint32_t i = 1; i < locator->line_count; i++)
        if (is_fence(locator_line(locator, i)))
            return i;
    return 0;
}

/* Findings and recommendations are of a report. */
static void read_report_keys(struct reading *reading, const struct yaml *root,
                             const char *language, struct front_matter *front) {
    const struct yaml *addressee = yaml_find(root, "addressee");
    const char *word = addressee ? yaml_text(reading, addressee) : NULL;
    front->finding = (struct finding_keys){.id = yaml_find(root, "finding"),
                                           .statement = yaml_find(root, "statement"),
                                           .severity = yaml_find(root, "severity")};
    if (word)
        front->addressee =
            named_find(reading, NAMED_ADDRESSEE, word, language, addressee->position);
}

static void read_keys(struct reading *reading, const struct yaml *root,
                      const struct language *of_report, struct front_matter *front) {
    static const char *const known[] = {
        "title",    "lang",      "ragged", "paragraph-numbers", "finding", "statement",
        "severity", "addressee", "partner"};
    if (!yaml_expect(reading, root, YAML_MAP))
        return;
    yaml_check_keys(reading, root, known, of_report ? sizeof known / sizeof *known : 4);
    if (of_report)
        read_report_keys(reading, root, of_report->tag, front);
    const struct yaml *title = yaml_find(root, "title");
    const struct yaml *language = yaml_find(root, "lang");
    const struct yaml *ragged = yaml_find(root, "ragged");
    front->ragged = ragged && yaml_flag(reading, ragged);
    const struct yaml *numbers = yaml_find(root, "paragraph-numbers");
    if (numbers)
        front->numbered = yaml_flag(reading, numbers);
    front->differs = partner_differs(reading, yaml_find(root, "partner"));
    front->title = title ? yaml_text(reading, title) : NULL;
    front->language = language ? yaml_text(reading, language) : NULL;
    if (!front->language)
        return;
    front->language_position = language->position;
    if (!locale_is_tag(front->language)) {
        diag_add(reading->diag, DIAG_LANGUAGE_TAG, language->position, front->language,
                 NULL);
        front->language = NULL;
    }
}

static struct front_matter read_front_matter(struct reading *reading,
                                             struct locator *locator,
                                             const struct language *of_report) {
    struct front_matter front = {.numbered = reading->conventions &&
                                             reading->conventions->numbered};
    const struct yaml *root;
    uint32_t fence = find_fence(locator);
    if (!fence)
        return front;
    front.end = fence + 1;
    if (yaml_read(reading, locator, 1, fence, &root) && root)
        read_keys(reading, root, of_report, &front);
    return front;
}

/* --- the language ------------------------------------------------------------------ */

/* In a folder the folder says it. */
static void check_language(struct reading *reading, const struct front_matter *front,
                           const struct language *language) {
    if (front->language && strcmp(front->language, language->tag))
        diag_add(reading->diag, DIAG_LANGUAGE_FOLDER, front->language_position,
                 front->language, language->tag);
}

static struct tongue find_tongue(struct reading *reading,
                                 const struct front_matter *front,
                                 const struct language *language) {
    if (language) {
        check_language(reading, front, language);
        return tongue_of(language->tag);
    }
    if (front->language)
        return tongue_of(front->language);
    return (struct tongue){.guessed = true};
}

static const struct language *make_language(struct reading *reading, const char *tag) {
    struct language *language = arena_new(reading->arena, struct language);
    *language = conventions_find(reading, tag);
    return language;
}

/* --- the title --------------------------------------------------------------------- */

static const char *find_title(struct arena *arena, const struct block *blocks) {
    for (const struct block *block = blocks; block; block = block->next)
        if (block->kind == BLOCK_HEADING)
            return paragraph_plain(arena, block->paragraph.text);
    return NULL;
}

/* --- the whole --------------------------------------------------------------------- */

void section_read(struct reading *reading, struct ids *ids, struct answers *answers,
                  struct locator *locator, struct section *section) {
    struct front_matter front = read_front_matter(reading, locator, section->language);
    struct markdown markdown = {
        .reading = reading,
        .locator = locator,
        .scratch = arena_create(),
        .ids = ids,
        .tongue = find_tongue(reading, &front, section->language),
        .ragged = front.ragged,
        .answers = answers,
        .addressing = {.file = front.addressee},
        .numbered = front.numbered,
    };
    section->source = &locator->source;
    section->differs = front.differs;
    section->position = locator_whole(locator);
    section->blocks = markdown_read(&markdown, front.end);
    finding_read(&markdown, &front.finding, section);
    arena_destroy(markdown.scratch);
    section->title =
        front.title ? front.title : find_title(reading->arena, section->blocks);
    if (!section->language)
        section->language = make_language(reading, markdown.first_language);
}
