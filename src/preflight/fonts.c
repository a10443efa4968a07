/* SPDX-License-Identifier: MIT */
/* Looks whether fonts are in the file (ISO 32000-1 9.9). */
#include "preflight/internal.h"

static bool is_embedded(struct file *file, const struct object *font) {
    static const char *const keys[] = {"FontFile", "FontFile2", "FontFile3"};
    const struct object *descriptor = file_find(file, font, "FontDescriptor");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (file_find(file, descriptor, keys[i])->has_stream)
            return true;
    return false;
}

/* Glyphs of a Type 3 font are content streams of their own. */
static void check_glyphs(struct preflight *preflight, const struct object *font,
                         size_t depth) {
    struct file *file = &preflight->file;
    const struct object *glyphs = file_find(file, font, "CharProcs");
    const struct object *resources = file_find(file, font, "Resources");
    if (glyphs->kind != OBJECT_DICTIONARY)
        return;
    for (size_t i = 1; i < glyphs->count && preflight_work(preflight, 1); i += 2) {
        struct arena *scratch = arena_create();
        struct slice bytes;
        const char *why;
        if (stream_decode(file, scratch, file_resolve(file, &glyphs->items[i]), &bytes,
                          &why))
            preflight_content(preflight, bytes, resources, depth + 1);
        else
            preflight_tell(preflight, DIAG_PREFLIGHT_UNREAD,
                           arena_printf(preflight->arena, "a glyph (%s)", why));
        arena_destroy(scratch);
    }
}

/* Whether the page has used it before. */
static bool is_known(struct preflight *preflight, const struct object *reference) {
    for (size_t i = 0; i < preflight->font_count; i++)
        if (preflight->fonts[i] == reference->reference)
            return true;
    if (preflight->font_count < FONTS_MAX)
        preflight->fonts[preflight->font_count++] = reference->reference;
    return false;
}

void preflight_font(struct preflight *preflight, const struct object *reference,
                    const char *key, size_t depth) {
    struct file *file = &preflight->file;
    const struct object *font = file_resolve(file, reference);
    const struct object *kind = file_find(file, font, "Subtype");
    const struct object *name = file_find(file, font, "BaseFont");
    if (reference->kind == OBJECT_REFERENCE && is_known(preflight, reference))
        return;
    if (object_is_name(kind, "Type3")) {
        check_glyphs(preflight, font, depth);
        return;
    }
    if (object_is_name(kind, "Type0"))
        font = file_item(file, file_find(file, font, "DescendantFonts"), 0);
    if (!is_embedded(file, font))
        preflight_tell(preflight, DIAG_PREFLIGHT_FONT,
                       name->kind == OBJECT_NAME ? name->bytes.data : key);
}
