/* SPDX-License-Identifier: MIT */
/* What the language of a text makes of its look: another family, size and leading than its
   script has in a role. */
#include "text/internal.h"

#include <hb.h>

const char *text_run_language(const struct paragraph *paragraph, uint32_t own,
                              uint32_t script) {
    if (own == script)
        return paragraph->language;
    switch (script) {
    case HB_SCRIPT_ARABIC:
        return "ar";
    case HB_SCRIPT_HEBREW:
        return "he";
    case HB_SCRIPT_LATIN:
        return "en";
    default:
        return "";
    }
}

length text_language_size(const struct language_style *language,
                          const struct role_style *role, length size) {
    return language->scale
               ? units_scale(role->latin.size, (length)language->scale, 1000)
               : size;
}

const char *text_language_family(const struct language_style *language,
                                 const struct role_style *role,
                                 struct font_set *fonts) {
    if (!language->sans)
        return language->family;
    const struct face *face =
        font_find(fonts, role->latin.family, WEIGHT_REGULAR, /*italic*/ false);
    return face && !face->serif ? language->sans : language->family;
}

/* In halves of the grid's steps, so that most lines stand on it. */
static length round_up(length leading, const struct page_style *page) {
    length half = page->step / 2 ? page->step / 2 : 1;
    return (leading + half - 1) / half * half;
}

length text_leading(const struct style *style, const struct role_style *role,
                    const char *language) {
    bool arabic = text_language_script(language) == HB_SCRIPT_ARABIC;
    const struct script_style *script = role_script(role, arabic);
    const struct language_style *own = style_language(style, language);
    if (!own || !own->leading)
        return script->leading;
    length size = text_language_size(own, role, script->size);
    return round_up(units_scale(size, (length)own->leading, 1000), &style->page);
}
