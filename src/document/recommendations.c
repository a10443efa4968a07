/* SPDX-License-Identifier: MIT */
/* Reads what stands in braces at the end of a heading: an id, or a recommendation,

       ## Open investigations {#rec:investigate answers="use-of-force" priority=high by=2026-12}

   and for the recommendations below a heading that is none, to whom they are addressed:

       ## To the Government of Iraq {#government addressee=government} */
#include "document/internal.h"

#include "base/nearest.h"

enum { ATTRIBUTE_LIMIT = 16, ANSWER_LIMIT = 64 };

struct braces {
    struct builder *builder;
    struct block *heading;
    const struct paragraph *paragraph;
    struct recommendation *recommendation; /* NULL: it is none */
    const char *id; /* of the recommendation */
    const char *addressee;
    bool has_answers;
};

static const char *word_text(const struct braces *braces, struct word word) {
    return arena_copy(braces->builder->markdown->reading->arena,
                      braces->paragraph->text.data + word.start, word.end - word.start);
}

static struct position word_position(const struct braces *braces, struct word word) {
    return markdown_position(braces->builder->markdown, braces->paragraph, word.start,
                             word.end);
}

static void tell(const struct braces *braces, enum diag_id id, struct word word,
                 const char *b) {
    diag_add(braces->builder->markdown->reading->diag, id, word_position(braces, word),
             word_text(braces, word), b);
}

/* --- the id ---------------------------------------------------------------------------- */

static const char prefix[] = "rec:";

/* What stands after "#". What cannot be an id is told, and the heading has one from its text. */
static void read_id(struct braces *braces, struct word word) {
    struct markdown *markdown = braces->builder->markdown;
    struct reading *reading = markdown->reading;
    const char *id = word_text(braces, word) + 1, *key = id;
    bool answers = markdown->answers && !strncmp(id, prefix, sizeof prefix - 1);
    if (answers)
        key += sizeof prefix - 1;
    if (!locale_is_id(slice_of(key))) {
        diag_add(reading->diag, DIAG_ID_LETTERS, word_position(braces, word), id, NULL);
        braces->heading->id =
            ids_add(markdown->ids, braces->heading->paragraph.text, braces->heading);
        return;
    }
    braces->heading->id = ids_claim(reading, markdown->ids, id, braces->heading,
                                    word_position(braces, word));
    if (!answers)
        return;
    braces->id = key;
    braces->recommendation = arena_new(reading->arena, struct recommendation);
    braces->recommendation->numbered = (struct numbered){
        .id = key, .heading = braces->heading, .position = word_position(braces, word)};
    braces->heading->recommendation = braces->recommendation;
    answers_add_recommendation(markdown->answers, braces->recommendation);
}

/* --- what is said of it ------------------------------------------------------------------ */

static bool read_answers(struct braces *braces, struct word value) {
    struct slice text = braces->paragraph->text;
    struct word id;
    uint32_t at = value.start;
    for (size_t i = 0; attributes_next(text, &at, value.end, &id); i++) {
        if (i == ANSWER_LIMIT)
            return false;
        answers_ask(braces->builder->markdown->answers, word_text(braces, id),
                    word_position(braces, id));
    }
    return true;
}

static bool read_by(struct braces *braces, struct word value) {
    struct reading *reading = braces->builder->markdown->reading;
    const char *text = word_text(braces, value);
    struct language language = conventions_find(reading, braces->heading->language);
    struct date date;
    if (date_read(text, &date))
        braces->recommendation->by =
            locale_date(reading->arena, reading->formats, date,
                        &(struct date_form){language.dates, language.digits,
                                            language.months, false});
    else
        tell(braces, DIAG_RECOMMENDATION_DATE, value, NULL);
    return true;
}

static bool read_priority(struct braces *braces, struct word value) {
    struct reading *reading = braces->builder->markdown->reading;
    const char *word = word_text(braces, value);
    braces->recommendation->urgency = named_place(reading, NAMED_PRIORITY, word);
    braces->recommendation->priority =
        named_find(reading, NAMED_PRIORITY, word, braces->heading->language,
                   word_position(braces, value));
    return true;
}

static bool read_addressee(struct braces *braces, struct word value) {
    struct reading *reading = braces->builder->markdown->reading;
    braces->addressee =
        named_find(reading, NAMED_ADDRESSEE, word_text(braces, value),
                   braces->heading->language, word_position(braces, value));
    return true;
}

static const struct {
    const char *name;
    bool (*read)(struct braces *braces, struct word value); /* false: not well said */
    bool is_answer; /* of a recommendation only */
} attributes[] = {
    {"answers", read_answers, true},
    {"priority", read_priority, true},
    {"by", read_by, true},
    {"addressee", read_addressee, false},
};
enum { COUNT = sizeof attributes / sizeof *attributes };

static void read_attribute(struct braces *braces, struct word word, uint32_t *seen) {
    const char *names[COUNT], *text = word_text(braces, word);
    size_t length = strcspn(text, "="), i = 0;
    struct word value = {word.start + (uint32_t)length + 1, word.end};
    while (i < COUNT &&
           (strncmp(text, attributes[i].name, length) || attributes[i].name[length]))
        i++;
    for (size_t n = 0; n < COUNT; n++)
        names[n] = attributes[n].name;
    if (i == COUNT)
        tell(braces, DIAG_ATTRIBUTE, word, nearest_word(text, names, COUNT));
    else if (*seen & 1U << i)
        tell(braces, DIAG_ATTRIBUTE_REPEATED, word, NULL);
    else if (!attributes[i].is_answer && braces->builder->depth)
        tell(braces, DIAG_RECOMMENDATION_HOLDER, word, NULL);
    else if (attributes[i].is_answer && !braces->recommendation)
        tell(braces, DIAG_RECOMMENDATION_ATTRIBUTE, word, NULL);
    else if (value.start >= value.end ||
             !attributes_unquote(braces->paragraph->text, &value) ||
             !attributes[i].read(braces, value))
        tell(braces, DIAG_RECOMMENDATION_VALUE, word, NULL);
    if (i < COUNT)
        *seen |= 1U << i;
}

/* --- to whom --------------------------------------------------------------------------- */

void recommendation_regroup(struct markdown *markdown, const struct block *heading) {
    struct addressing *addressing = &markdown->addressing;
    if (addressing->group && heading->level <= addressing->level)
        addressing->group = NULL;
}

/* Said of a recommendation it is its own; of another heading, that of those below. */
static void address(struct braces *braces) {
    struct addressing *addressing = &braces->builder->markdown->addressing;
    struct recommendation *recommendation = braces->recommendation;
    if (!recommendation && braces->addressee) {
        addressing->group = braces->addressee;
        addressing->level = braces->heading->level;
        braces->heading->addressee = braces->addressee;
    }
    if (!recommendation)
        return;
    recommendation->addressee = braces->addressee   ? braces->addressee
                                : addressing->group ? addressing->group
                                                    : addressing->file;
}

void recommendation_read(struct builder *builder, struct block *heading,
                         const struct paragraph *paragraph, uint32_t start,
                         uint32_t end) {
    struct braces braces = {
        .builder = builder, .heading = heading, .paragraph = paragraph};
    struct word word;
    uint32_t at = start, seen = 0;
    if (attributes_next(paragraph->text, &at, end, &word))
        read_id(&braces, word);
    if (builder->depth && braces.recommendation)
        tell(&braces, DIAG_RECOMMENDATION_HOLDER, word, NULL);
    for (size_t i = 0; attributes_next(paragraph->text, &at, end, &word); i++) {
        if (i == ATTRIBUTE_LIMIT) {
            tell(&braces, DIAG_ATTRIBUTE_MANY, word, NULL);
            break;
        }
        read_attribute(&braces, word, &seen);
    }
    address(&braces);
    if (braces.recommendation && !braces.recommendation->addressee &&
        !(seen & 1U << (COUNT - 1)))
        diag_add(builder->markdown->reading->diag, DIAG_RECOMMENDATION_ADDRESSEE,
                 braces.recommendation->numbered.position, braces.id, NULL);
}
