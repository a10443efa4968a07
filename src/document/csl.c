/* SPDX-License-Identifier: MIT */
/* Makes a work of an item of CSL-JSON or CSL-YAML. Fields that we have no use for are left
   alone: programs write many.

   What is said of it in another language stands in a map under the tag of that language, in
   the item itself or, as CSL-JSON asks for, under `custom`. Zotero has no fields for that,
   so the lines of its Extra, which is CSL's `note`, are read too: "title-ar: ...". All else
   in `note` is for its author and reaches no page. */
#include "document/internal.h"

#include "base/utf8.h"

#include <stddef.h>

/* --- texts ------------------------------------------------------------------------- */

/* The length of a tag as citation programs put them into titles: <i>, </i>, <span ...>. */
static size_t tag_length(const char *text) {
    static const char *const names[] = {"i", "b", "sup", "sub", "sc", "span"};
    size_t start = text[0] == '<' && text[1] == '/' ? 2 : 1;
    for (size_t i = 0; text[0] == '<' && i < sizeof names / sizeof *names; i++) {
        size_t length = strlen(names[i]);
        if (strncmp(text + start, names[i], length) != 0 ||
            !strchr(" >", text[start + length]) || !text[start + length])
            continue;
        const char *end = strchr(text, '>');
        return end ? (size_t)(end - text) + 1 : 0;
    }
    return 0;
}

static void check_characters(const struct item_reader *reader, const char *text,
                             struct position position) {
    struct slice all = slice_of(text);
    for (size_t i = 0; reader->foreign && i < all.length;)
        if (character_check(reader->reading, utf8_decode(all, i, &i), position))
            return;
}

const char *item_text(const struct item_reader *reader, const char *text,
                      struct position position) {
    struct buffer bare = {.arena = reader->reading->arena};
    check_characters(reader, text, position);
    while (*text) {
        size_t tag = tag_length(text);
        if (tag)
            text += tag;
        else
            buffer_add_char(&bare, *text++);
    }
    buffer_add_char(&bare, '\0');
    return *bare.data ? bare.data : NULL;
}

/* NULL if nothing is said, or something else than a text, which is then told. */
static const char *read_text(const struct item_reader *reader, const struct yaml *map,
                             const char *key) {
    const struct yaml *value = yaml_find(map, key);
    if (!value || (value->kind == YAML_TEXT && (value->none || !*value->text)) ||
        !yaml_expect(reader->reading, value, YAML_TEXT))
        return NULL;
    return item_text(reader, value->text, value->position);
}

/* --- names ------------------------------------------------------------------------- */

static const char *join_words(struct arena *arena, const char *first,
                              const char *second) {
    return first && second ? arena_printf(arena, "%s %s", first, second)
           : first         ? first
                           : second;
}

static struct work_name read_name(const struct item_reader *reader,
                                  const struct yaml *value) {
    struct arena *arena = reader->reading->arena;
    struct work_name name = {0};
    if (value->kind == YAML_TEXT) {
        if (!value->none)
            name.family = item_text(reader, value->text, value->position);
        return name;
    }
    if (!yaml_expect(reader->reading, value, YAML_MAP))
        return name;
    name.family = read_text(reader, value, "literal");
    if (name.family)
        return name;
    name.family = join_words(arena, read_text(reader, value, "non-dropping-particle"),
                             read_text(reader, value, "family"));
    name.given = join_words(arena, read_text(reader, value, "given"),
                            read_text(reader, value, "dropping-particle"));
    name.family = join_words(arena, name.family, read_text(reader, value, "suffix"));
    if (!name.family)
        return (struct work_name){.family = name.given};
    return name;
}

static void read_names(const struct item_reader *reader, const struct yaml *value,
                       struct work_words *words) {
    bool is_list = value->kind == YAML_LIST;
    size_t count = is_list ? value->count : 1;
    struct work_name *names =
        arena_array(reader->reading->arena, struct work_name, count);
    words->names = names;
    for (const struct yaml *item = is_list ? value->items : value; item;
         item = is_list ? item->next : NULL) {
        struct work_name name = read_name(reader, item);
        if (name.family)
            names[words->name_count++] = name;
    }
}

/* --- what can be said in another language ------------------------------------------ */

static const struct text_field {
    const char *name;
    size_t offset; /* in struct work_words */
} fields[] = {
    {"title", offsetof(struct work_words, title)},
    {"title-short", offsetof(struct work_words, short_title)},
    {"container-title", offsetof(struct work_words, container)},
    {"publisher", offsetof(struct work_words, publisher)},
    {"genre", offsetof(struct work_words, genre)},
    {"addendum", offsetof(struct work_words, addendum)},
    {"sort", offsetof(struct work_words, sort)},
    {"issued", offsetof(struct work_words, issued)},
};
enum { FIELD_COUNT = sizeof fields / sizeof *fields, OWN_COUNT = FIELD_COUNT - 1 };

const char *item_field(size_t field) {
    return field < FIELD_COUNT ? fields[field].name : NULL;
}

void item_set_field(struct work_words *words, size_t field, const char *text) {
    memcpy((char *)words + fields[field].offset, &text, sizeof text);
}

/* The first so many of the fields: the date of the work itself is no text. */
static void read_words(const struct item_reader *reader, const struct yaml *map,
                       struct work_words *words, size_t count) {
    const struct yaml *authors = yaml_find(map, "author");
    for (size_t i = 0; i < count; i++)
        item_set_field(words, i, read_text(reader, map, fields[i].name));
    if (authors)
        read_names(reader, authors, words);
}

struct work_words *item_form(const struct item_reader *reader, const char *language) {
    struct work_form **form = &reader->work->forms;
    while (*form && strcmp((*form)->language, language) != 0)
        form = &(*form)->next;
    if (!*form) {
        *form = arena_new(reader->reading->arena, struct work_form);
        (*form)->language = language;
    }
    return &(*form)->words;
}

static bool is_field(const char *name) {
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (!strcmp(fields[i].name, name))
            return true;
    return !strcmp(name, "author");
}

/* No variable of CSL has a name of two or three letters but its `id`, DOI and URL, which
   are no maps. */
static void read_forms(const struct item_reader *reader, const struct yaml *map) {
    for (const struct yaml *value = map->items; value; value = value->next) {
        if (value->kind != YAML_MAP || !locale_is_tag(value->key->text))
            continue;
        for (const struct yaml *item = value->items; item; item = item->next)
            if (!is_field(item->key->text))
                diag_add(reader->reading->diag, DIAG_WORK_LANGUAGE, item->key->position,
                         reader->work->key, item->key->text);
        read_words(reader, value, item_form(reader, value->key->text), FIELD_COUNT);
    }
}

/* --- the key ----------------------------------------------------------------------- */

/* Zotero's own ids are addresses: the last part tells one from another. */
static const char *id_key(const char *id) {
    const char *slash = strrchr(id, '/');
    return slash && slash[1] ? slash + 1 : id;
}

static const char *find_key(struct reading *reading, const struct yaml *item) {
    const struct yaml *given = yaml_find(item, "citation-key");
    const struct yaml *id = yaml_find(item, "id");
    const char *extra = extra_find_key(reading->arena, item);
    if (!id) {
        diag_add(reading->diag, DIAG_KEY_ABSENT, item->position, "id", NULL);
        return NULL;
    }
    const char *text = yaml_text(reading, id);
    if (!text)
        return NULL;
    if (given && given->kind == YAML_TEXT && *given->text)
        return given->text;
    return extra ? extra : id_key(text);
}

/* Whether it can stand in a citation. */
static bool is_key(const char *key) {
    return *key && *key != '@' && !key[strcspn(key, " ,;[]{}\\<>&*`\"")];
}

/* --- the whole --------------------------------------------------------------------- */

/* Works that have a cover of their own. */
static bool is_alone(const char *type) {
    static const char *const types[] = {
        "book",       "report",         "thesis",   "map",        "legislation",
        "bill",       "regulation",     "treaty",   "periodical", "collection",
        "legal_case", "motion_picture", "pamphlet", "hearing",    "standard",
        "dataset",    "software",       "classic",
    };
    for (size_t i = 0; type && i < sizeof types / sizeof *types; i++)
        if (!strcmp(types[i], type))
            return true;
    return false;
}

static const char *read_address(const struct item_reader *reader,
                                const struct yaml *item) {
    struct markdown markdown = {.reading = reader->reading};
    const struct yaml *url = yaml_find(item, "URL");
    const char *text = read_text(reader, item, "URL");
    const char *doi = text ? NULL : read_text(reader, item, "DOI");
    if (text)
        return *text == '#' ? NULL : link_target(&markdown, text, url->position);
    return doi ? arena_printf(reader->reading->arena, "https://doi.org/%s", doi) : NULL;
}

static struct work_date read_date(const struct item_reader *reader,
                                  const struct yaml *item, const char *key) {
    const struct yaml *value = yaml_find(item, key);
    struct work_date date = {0};
    if (value)
        date = work_date_read(reader->reading, value);
    if (date.literal)
        date.literal = item_text(reader, date.literal, value->position);
    return date;
}

static void read_fields(const struct item_reader *reader, const struct yaml *item) {
    struct work *work = reader->work;
    const struct yaml *custom = yaml_find(item, "custom");
    const struct yaml *editors = yaml_find(item, "editor");
    read_words(reader, item, &work->own, OWN_COUNT);
    if (!work->own.name_count && editors) {
        read_names(reader, editors, &work->own);
        work->is_edited = work->own.name_count > 0;
    }
    read_forms(reader, item);
    if (custom && custom->kind == YAML_MAP)
        read_forms(reader, custom);
    extra_read(reader, item);
    work->stands_alone =
        is_alone(read_text(reader, item, "type")) && !work->own.container;
    work->issued = read_date(reader, item, "issued");
    work->accessed = read_date(reader, item, "accessed");
    work->number = read_text(reader, item, "number");
    work->volume = read_text(reader, item, "volume");
    work->issue = read_text(reader, item, "issue");
    work->pages = read_text(reader, item, "page");
    work->url = read_address(reader, item);
}

struct work *work_read(struct reading *reading, const struct yaml *item, bool foreign) {
    struct work *work = arena_new(reading->arena, struct work);
    struct item_reader reader = {reading, work, foreign};
    if (!yaml_expect(reading, item, YAML_MAP))
        return NULL;
    work->key = find_key(reading, item);
    if (!work->key)
        return NULL;
    const struct yaml *id = yaml_find(item, "id");
    work->id = id;
    work->position = id->position;
    if (!is_key(work->key))
        diag_add(reading->diag, DIAG_WORK_KEY, id->position, work->key, NULL);
    read_fields(&reader, item);
    if (!work->own.title && !work->own.genre)
        diag_add(reading->diag, DIAG_WORK_TITLE, id->position, work->key, NULL);
    return work;
}

/* --- in a language ----------------------------------------------------------------- */

static bool is_same_language(const char *a, const char *b) {
    size_t length = strcspn(a, "-");
    return length == strcspn(b, "-") && !memcmp(a, b, length);
}

static const struct work_words *find_words(const struct work *work,
                                           const char *language) {
    const struct work_words *found = NULL;
    for (const struct work_form *form = work->forms; form; form = form->next) {
        if (!strcmp(form->language, language))
            return &form->words;
        if (!found && is_same_language(form->language, language))
            found = &form->words;
    }
    return found;
}

struct work_words work_words(const struct work *work, const char *language) {
    const struct work_words *form = find_words(work, language);
    struct work_words words = work->own;
    if (!form)
        return words;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        const char *text;
        memcpy(&text, (const char *)form + fields[i].offset, sizeof text);
        if (text)
            item_set_field(&words, i, text);
    }
    if (form->title && !form->short_title)
        words.short_title = NULL;
    if (form->name_count) {
        words.names = form->names;
        words.name_count = form->name_count;
    }
    return words;
}
