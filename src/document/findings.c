/* SPDX-License-Identifier: MIT */
/* Makes a finding of a section whose front matter says that it is one:

       finding: use-of-force
       statement: Peaceful protesters are met with excessive force.
       severity: high

   The first heading is its title, and the rest of the file its evidence. */
#include "document/internal.h"

/* --- the statement --------------------------------------------------------------------- */

/* The byte of the source where a text of YAML begins: after a quote, or in the line after
   the sign of a block. */
static uint32_t text_start(const struct locator *locator, const struct yaml *value) {
    struct slice source = locator->source.text;
    uint32_t at = locator_offset(locator, value->position);
    if (at < source.length && (source.data[at] == '>' || source.data[at] == '|'))
        while (at < source.length && source.data[at] != '\n')
            at++;
    else if (at < source.length && (source.data[at] == '"' || source.data[at] == '\''))
        at++;
    while (at < source.length && strchr(" \r\n", source.data[at]))
        at++;
    return at;
}

/* A space of the text may be the end of a line, and white space, in the source. */
static void find_places(struct reading *reading, const struct locator *locator,
                        const struct yaml *value, struct paragraph *paragraph) {
    struct slice source = locator->source.text;
    const char *text = value->text;
    uint32_t at = text_start(locator, value);
    struct place *places =
        arena_array(reading->arena, struct place, paragraph->text.length + 1);
    places[paragraph->place_count++] = (struct place){0, at};
    for (uint32_t i = 0; text[i]; i++) {
        at++;
        if (text[i] != ' ' || at >= source.length || !strchr(" \r\n", source.data[at]))
            continue;
        while (at < source.length && strchr(" \r\n", source.data[at]))
            at++;
        places[paragraph->place_count++] = (struct place){i + 1, at};
    }
    paragraph->places = places;
}

static struct paragraph read_statement(struct markdown *markdown,
                                       const struct yaml *value,
                                       const struct language *language) {
    struct reading *reading = markdown->reading;
    const char *text = yaml_text(reading, value);
    if (!text)
        return (struct paragraph){0};
    struct paragraph paragraph = {.text = slice_of(text),
                                  .source = &markdown->locator->source,
                                  .language = language->tag,
                                  .direction = language->direction};
    find_places(reading, markdown->locator, value, &paragraph);
    paragraph_settle(markdown, &paragraph);
    return paragraph;
}

/* --- the whole ------------------------------------------------------------------------- */

static void refuse_keys(struct reading *reading, const struct finding_keys *keys) {
    const struct yaml *values[] = {keys->statement, keys->severity};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        if (values[i])
            diag_add(reading->diag, DIAG_FINDING_KEY, values[i]->key->position,
                     values[i]->key->text, NULL);
}

/* The title, claimed for the id; NULL after an error. */
static struct block *claim_title(struct markdown *markdown, const struct yaml *id,
                                 const char *name, const struct section *section) {
    struct reading *reading = markdown->reading;
    const struct block *first = section->blocks;
    if (!locale_is_id(slice_of(name)))
        diag_add(reading->diag, DIAG_ID_LETTERS, id->position, name, NULL);
    else if (!first || first->kind != BLOCK_HEADING || first->level != 1)
        diag_add(reading->diag, DIAG_FINDING_HEADING,
                 first ? first->position : section->position, NULL, NULL);
    else if (ids_claim(reading, markdown->ids,
                       arena_printf(reading->arena, "finding:%s", name), first,
                       id->position))
        return (struct block *)(uintptr_t)first;
    return NULL;
}

void finding_read(struct markdown *markdown, const struct finding_keys *keys,
                  const struct section *section) {
    struct reading *reading = markdown->reading;
    const char *name = keys->id ? yaml_text(reading, keys->id) : NULL;
    if (!keys->id)
        refuse_keys(reading, keys);
    struct block *title = name ? claim_title(markdown, keys->id, name, section) : NULL;
    if (!title)
        return;
    struct finding *finding = arena_new(reading->arena, struct finding);
    finding->numbered =
        (struct numbered){.id = name, .heading = title, .position = keys->id->position};
    if (keys->statement)
        finding->statement =
            read_statement(markdown, keys->statement, section->language);
    const char *severity = keys->severity ? yaml_text(reading, keys->severity) : NULL;
    if (severity)
        finding->severity =
            named_find(reading, NAMED_SEVERITY, severity, section->language->tag,
                       keys->severity->position);
    title->finding = finding;
    answers_add_finding(markdown->answers, finding);
}
