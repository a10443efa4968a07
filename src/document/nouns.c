/* SPDX-License-Identifier: MIT */
/* Counted nouns: report.yaml has their forms,

       nouns:
         killed:
           ar: {one: قتيل واحد, two: قتيلان, few: قتلى, many: قتيلاً, other: قتيل}
           en: {one: death, other: deaths}

   and CLDR's plural rules say which of them a number asks for. In Arabic and Hebrew one and
   two are said by the noun itself, and so is zero where it has a form: no digits stand
   before it then. A form with "#" in it has the number there. */
#include "document/internal.h"

#include "base/nearest.h"

/* --- report.yaml ---------------------------------------------------------------------- */

static void check_forms(struct report *report, const struct yaml *forms,
                        const char *language) {
    const char *known[PLURAL_OTHER + 1];
    size_t count = 0;
    if (!yaml_expect(report->reading, forms, YAML_MAP))
        return;
    for (enum plural i = PLURAL_ZERO; i <= PLURAL_OTHER; i++)
        if (locale_has_plural(report->reading->formats, language, i))
            known[count++] = locale_plural_name(i);
    yaml_check_keys(report->reading, forms, known, count);
    for (const struct yaml *form = forms->items; form; form = form->next)
        yaml_text(report->reading, form);
}

static void check_noun(struct report *report, const struct yaml *noun) {
    if (!yaml_expect(report->reading, noun, YAML_MAP))
        return;
    for (const struct yaml *forms = noun->items; forms; forms = forms->next)
        if (report_find_language(report, forms->key->text))
            check_forms(report, forms, forms->key->text);
        else
            report_tell_language(report, forms->key->position, forms->key->text);
}

const struct yaml *report_read_nouns(struct report *report) {
    const struct yaml *nouns = yaml_find(report->root, "nouns");
    if (!nouns || !yaml_expect(report->reading, nouns, YAML_MAP))
        return NULL;
    for (const struct yaml *noun = nouns->items; noun; noun = noun->next)
        check_noun(report, noun);
    return nouns;
}

/* --- a number of them ------------------------------------------------------------------ */

static const char *refuse(struct reading *reading, enum diag_id id,
                          struct position position, const char *a, const char *b) {
    diag_add(reading->diag, id, position, a, b);
    return NULL;
}

static const char *refuse_noun(struct reading *reading, const char *name,
                               struct position position) {
    const struct yaml *nouns =
        reading->conventions ? reading->conventions->nouns : NULL;
    if (!nouns || !nouns->count)
        return refuse(reading, DIAG_NOUN_NONE, position, name, NULL);
    const char **names = arena_array(reading->arena, const char *, nouns->count);
    size_t count = 0;
    for (const struct yaml *noun = nouns->items; noun; noun = noun->next)
        names[count++] = noun->key->text;
    return refuse(reading, DIAG_NOUN, position, name, nearest_word(name, names, count));
}

static bool is_primary(const char *tag, const char *primary) {
    size_t length = strcspn(tag, "-");
    return length == strlen(primary) && !memcmp(tag, primary, length);
}

/* Whether the noun of a language says by itself that it is none, one or two. */
static bool says_number(const struct language *language, enum plural plural) {
    return plural <= PLURAL_TWO &&
           (is_primary(language->tag, "ar") || is_primary(language->tag, "he"));
}

static bool is_bare(const struct decimal *decimal) {
    return !decimal->sign && !decimal->at_least && !decimal->and_more &&
           !decimal->about && !decimal->disputed && !decimal->percent &&
           !decimal->decimals;
}

/* One that says its number cannot stand after "1.0" or "at least 2". */
static enum plural find_plural(struct reading *reading, const struct language *language,
                               const struct decimal *decimal) {
    enum plural plural =
        locale_plural(reading->arena, reading->formats, decimal, language->tag);
    return says_number(language, plural) && !is_bare(decimal) ? PLURAL_OTHER : plural;
}

/* Around the number of a form, spaces hold. */
static const char *put_number(struct arena *arena, const char *form, const char *place,
                              const char *number) {
    int before = (int)(place - form);
    const char *after = place + 1;
    bool space_before = before && place[-1] == ' ', space_after = *after == ' ';
    return arena_printf(arena, "%.*s%s%s%s%s", before - space_before, form,
                        space_before ? "\u00A0" : "", number,
                        space_after ? "\u00A0" : "", after + space_after);
}

static const char *write_form(struct reading *reading, const struct language *language,
                              const struct decimal *decimal, enum plural plural,
                              const char *form) {
    struct arena *arena = reading->arena;
    const char *number = locale_decimal(arena, decimal, language->digits);
    const char *place = strchr(form, '#');
    if (place)
        return put_number(arena, form, place, number);
    if (says_number(language, plural))
        return form;
    return arena_printf(arena, "%s\u00A0%s", number, form);
}

/* What is no map or no text has been told when the report was read. */
static const struct yaml *find_below(const struct yaml *map, const char *key) {
    return map && map->kind == YAML_MAP ? yaml_find(map, key) : NULL;
}

const char *noun_count(struct reading *reading, const struct language *language,
                       const struct decimal *decimal, const char *name,
                       struct position position) {
    const struct conventions *conventions = reading->conventions;
    const struct yaml *noun = find_below(conventions ? conventions->nouns : NULL, name);
    const struct yaml *forms = find_below(noun, language->tag);
    if (!noun)
        return refuse_noun(reading, name, position);
    if (!forms)
        return refuse(reading, DIAG_NOUN_LANGUAGE, position, name, language->tag);
    enum plural plural = find_plural(reading, language, decimal);
    const struct yaml *form = find_below(forms, locale_plural_name(plural));
    if (!form)
        return refuse(reading, DIAG_NOUN_FORM, position, name,
                      locale_plural_name(plural));
    return form->kind == YAML_TEXT
               ? write_form(reading, language, decimal, plural, form->text)
               : NULL;
}
