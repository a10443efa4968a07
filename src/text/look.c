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

const char *text_language_family(const struct language_style *language,
                                 const struct role_style *role,
                                 struct font_set *fonts) {
    if (!language->sans)
        return language->family;
    const struct face *face =
        font_find(fonts, role->latin.family, WEIGHT_REGULAR, /*italic*/ false);
    return face && !face->serif ? language->sans : language->family;
}

length text_leading(const struct style *style, const struct role_style *role,
                    const char *language) {
    bool arabic = text_language_script(language) == HB_SCRIPT_ARABIC;
    const struct language_style *own = style_language(style, language);
    return own ? language_leading(style, own, role, arabic)
               : role_script(role, arabic)->leading;
}
