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

static const struct setting settings[] = {
    {"digits", digits, arabic_digits, 3, DIAG_DIGITS, set_digits},
};
enum { SETTING_COUNT = sizeof settings / sizeof *settings };

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
        if (!setting->arabic[number] || locale_is_arabic(language->tag))
            setting->set(language, number);
    }
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
        size_t number;
        if (!language)
            report_tell_language(report, value->key->position, value->key->text);
        else if (read_value(report, setting, value, &number))
            setting->set(language, number);
    }
}

static void set_below(struct report *report, const struct setting *setting) {
    const struct yaml *languages = yaml_find(report->root, "languages");
    for (size_t i = 0; i < report->language_count; i++) {
        struct language *language = &report->languages[i];
        const struct yaml *options = yaml_find(languages, language->tag);
        const struct yaml *value =
            options->kind == YAML_MAP ? yaml_find(options, setting->key) : NULL;
        size_t number;
        if (value && read_value(report, setting, value, &number))
            setting->set(language, number);
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
