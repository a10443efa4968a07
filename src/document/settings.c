/* SPDX-License-Identifier: MIT */
/* Reads the settings of languages from report.yaml: below a language, for one of them

       languages: {ar: {digits: european}, en: }

   or by themselves, for all or for some:

       digits: arabic-indic
       digits: {ar: european, fa: persian}

   What is said below a language counts most, then what is said for it in a map. */
#include "document/internal.h"

#include "base/nearest.h"

struct setting {
    const char *key;
    const char *const *names; /* of its values, in the order of their enum */
    const bool *arabic; /* whether a value is for languages in Arabic letters only */
    const char *only; /* the one language it can be chosen for; NULL: all */
    size_t count;
    enum diag_id unknown;
    void (*set)(struct language *language, size_t value);
};

static void set_digits(struct language *language, size_t value) {
    language->digits = (enum digits)value;
}

static const char *const digits[] = {"european", "arabic-indic", "persian"};
static const bool arabic_digits[] = {false, true, true};
_Static_assert(DIGITS_PERSIAN + 1 == sizeof digits / sizeof *digits, "all digits");

static void set_months(struct language *language, size_t value) {
    language->months = (enum months)value;
}

static const char *const months[] = {"country", "levant", "egypt", "maghreb", "both"};
static const bool arabic_months[] = {true, true, true, true, true};
_Static_assert(MONTHS_BOTH + 1 == sizeof months / sizeof *months, "all months");

/* CLDR's English of the world has 22 October 2019, its English of no country that of the
   United States, October 22, 2019. */
static void set_dates(struct language *language, size_t value) {
    language->dates = value == 1 ? "en-001" : language->tag;
}

static const char *const dates[] = {"country", "day-first"};
static const bool arabic_dates[] = {false, false};

static void set_counter(struct language *language, size_t value) {
    language->counter = (enum counter)value;
}

static const char *const counters[] = {"decimal", "abjad", "hijai", "maghrebi",
                                       "latin"};
static const bool arabic_counters[] = {false, true, true, true, false};
_Static_assert(COUNTER_LATIN + 1 == sizeof counters / sizeof *counters, "all counters");

static void set_quotes(struct language *language, size_t value) {
    language->typographic_quotes = value == 1;
}

static const char *const quotes[] = {"typed", "typographic"};
static const bool arabic_quotes[] = {false, false};

static const struct setting settings[] = {
    {.key = "digits",
     .names = digits,
     .arabic = arabic_digits,
     .count = sizeof digits / sizeof *digits,
     .unknown = DIAG_DIGITS,
     .set = set_digits},
    {.key = "months",
     .names = months,
     .arabic = arabic_months,
     .only = "ar",
     .count = sizeof months / sizeof *months,
     .unknown = DIAG_MONTHS,
     .set = set_months},
    {.key = "dates",
     .names = dates,
     .arabic = arabic_dates,
     .only = "en",
     .count = sizeof dates / sizeof *dates,
     .unknown = DIAG_DATES,
     .set = set_dates},
    {.key = "counter",
     .names = counters,
     .arabic = arabic_counters,
     .count = sizeof counters / sizeof *counters,
     .unknown = DIAG_COUNTER,
     .set = set_counter},
    {.key = "quotes",
     .names = quotes,
     .arabic = arabic_quotes,
     .count = sizeof quotes / sizeof *quotes,
     .unknown = DIAG_QUOTES,
     .set = set_quotes},
};
enum { SETTING_COUNT = sizeof settings / sizeof *settings };

static bool is_for(const struct setting *setting, const char *tag) {
    const char *only = setting->only;
    return !only ||
           (strcspn(tag, "-") == strlen(only) && !memcmp(tag, only, strlen(only)));
}

/* False if it has no such value, which has then been told. */
static bool read_value(struct report *report, const struct setting *setting,
                       const struct yaml *value, size_t *number) {
    const char *name = yaml_text(report->reading, value);
    for (*number = 0; name && *number < setting->count; ++*number)
        if (!strcmp(name, setting->names[*number]))
            return true;
    if (name)
        report_tell(report, setting->unknown, value->position, name,
                    nearest_word(name, setting->names, setting->count));
    return false;
}

/* One value is for the languages it fits: English keeps European digits. */
static void set_all(struct report *report, const struct setting *setting,
                    const struct yaml *value) {
    size_t number;
    if (!read_value(report, setting, value, &number))
        return;
    for (size_t i = 0; i < report->language_count; i++) {
        struct language *language = &report->languages[i];
        bool fits = !setting->arabic[number] || locale_is_arabic(language->tag);
        if (fits && is_for(setting, language->tag))
            setting->set(language, number);
    }
}

/* For one language that it was chosen for. */
static void set_one(struct report *report, const struct setting *setting,
                    const struct yaml *value, struct language *language) {
    size_t number;
    if (!is_for(setting, language->tag))
        report_tell(report, DIAG_SETTING_LANGUAGE, value->key->position, setting->key,
                    language->tag);
    else if (read_value(report, setting, value, &number))
        setting->set(language, number);
}

static struct language *find_language(struct report *report, const char *tag) {
    for (size_t i = 0; i < report->language_count; i++)
        if (!strcmp(report->languages[i].tag, tag))
            return &report->languages[i];
    return NULL;
}

static void set_each(struct report *report, const struct setting *setting,
                     const struct yaml *map) {
    for (const struct yaml *value = map->items; value; value = value->next) {
        struct language *language = find_language(report, value->key->text);
        if (language)
            set_one(report, setting, value, language);
        else
            report_tell_language(report, value->key->position, value->key->text);
    }
}

static void set_below(struct report *report, const struct setting *setting) {
    const struct yaml *languages = yaml_find(report->root, "languages");
    for (size_t i = 0; i < report->language_count; i++) {
        struct language *language = &report->languages[i];
        const struct yaml *options = yaml_find(languages, language->tag);
        const struct yaml *value =
            options->kind == YAML_MAP ? yaml_find(options, setting->key) : NULL;
        if (value)
            set_one(report, setting, value, language);
    }
}

void settings_check(struct report *report, const struct yaml *options) {
    const char *known[SETTING_COUNT];
    for (size_t i = 0; i < SETTING_COUNT; i++)
        known[i] = settings[i].key;
    if (options->kind == YAML_TEXT && options->none)
        return;
    if (yaml_expect(report->reading, options, YAML_MAP))
        yaml_check_keys(report->reading, options, known, SETTING_COUNT);
}

void report_read_settings(struct report *report) {
    for (size_t i = 0; i < SETTING_COUNT; i++) {
        const struct yaml *value = yaml_find(report->root, settings[i].key);
        if (value && value->kind == YAML_MAP)
            set_each(report, &settings[i], value);
        else if (value)
            set_all(report, &settings[i], value);
        set_below(report, &settings[i]);
    }
}
