/* SPDX-License-Identifier: MIT */
/* Languages that differ from others of their script: Urdu, which is read in Nastaliq. */
#include "style/internal.h"

#include <string.h>
#include <strings.h>

enum { LANGUAGES_MAX = 32 };

/* --- finding --------------------------------------------------------------------------- */

/* Whether a tag is another, or one that goes on where the other ends (RFC 4647 3.3.1);
   gives the length of what is equal. */
static size_t match(const char *tag, const char *range) {
    size_t size = strlen(range);
    bool equal = !strncasecmp(tag, range, size) && (!tag[size] || tag[size] == '-');
    return equal ? size : 0;
}

const struct language_style *style_language(const struct style *style,
                                            const char *tag) {
    const struct language_style *best = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < style->languages.count; i++) {
        size_t size = match(tag, style->languages.items[i].tag);
        if (size > longest) {
            longest = size;
            best = &style->languages.items[i];
        }
    }
    return best;
}

/* --- sizes ----------------------------------------------------------------------------- */

length language_size(const struct language_style *language,
                     const struct role_style *role, length size) {
    return language->scale
               ? units_scale(role->latin.size, (length)language->scale, 1000)
               : size;
}

/* So most of its lines stand on the grid. */
static length round_up(length leading, const struct page_style *page) {
    length half = page->step / 2 ? page->step / 2 : 1;
    return (leading + half - 1) / half * half;
}

length language_leading(const struct style *style,
                        const struct language_style *language,
                        const struct role_style *role, bool arabic) {
    const struct script_style *script = role_script(role, arabic);
    if (!language->leading)
        return script->leading;
    length size = language_size(language, role, script->size);
    return round_up(units_scale(size, (length)language->leading, 1000), &style->page);
}

/* --- reading --------------------------------------------------------------------------- */

/* Those there are, in an array that has room for `more`. */
static struct language_style *copy_styles(struct theming *theming,
                                          const struct language_styles *styles,
                                          size_t more) {
    struct language_style *copy = arena_array(
        theming->reading.arena, struct language_style, styles->count + more + 1);
    memcpy(copy, styles->items, styles->count * sizeof *copy);
    return copy;
}

/* The place of a language, made if it is not there yet. */
static struct language_style *find_place(struct language_style *styles, size_t *count,
                                         const char *tag) {
    for (size_t i = 0; i < *count; i++)
        if (!strcasecmp(styles[i].tag, tag))
            return &styles[i];
    styles[*count] = (struct language_style){.tag = tag, .justified = true};
    return &styles[(*count)++];
}

static void read_language(struct theming *theming, const struct yaml *value,
                          struct language_style *styles, size_t *count) {
    const char *tag = value->key->text;
    if (!locale_is_tag(tag))
        theme_tell(theming, DIAG_THEME_LANGUAGE, value->key, tag, NULL);
    else if (yaml_expect(&theming->reading, value, YAML_MAP))
        theme_read_fields(theming, &language_fields, value,
                          (char *)find_place(styles, count, tag));
}

void read_languages(struct theming *theming, const struct field *field,
                    const struct yaml *value, void *place) {
    (void)field;
    struct language_styles *languages = place;
    if (!yaml_expect(&theming->reading, value, YAML_MAP))
        return;
    if (value->count > LANGUAGES_MAX) {
        theme_tell(theming, DIAG_THEME_LANGUAGE_MANY, value, NULL, NULL);
        return;
    }
    struct language_style *styles = copy_styles(theming, languages, value->count);
    size_t count = languages->count;
    for (const struct yaml *item = value->items; item; item = item->next)
        read_language(theming, item, styles, &count);
    *languages = (struct language_styles){styles, count};
}

/* --- printing -------------------------------------------------------------------------- */

void write_languages(struct buffer *out, const struct field *field, const void *place) {
    (void)field;
    const struct language_styles *languages = place;
    if (!languages->count)
        buffer_add_string(out, " {}");
    for (size_t i = 0; i < languages->count; i++) {
        const struct language_style *style = &languages->items[i];
        buffer_printf(out, "\n  %s: ", style->tag);
        write_flow(out, &language_fields, (const char *)style);
    }
}
