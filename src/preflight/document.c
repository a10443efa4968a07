/* SPDX-License-Identifier: MIT */
/* Looks at the file as a whole: what PDF/X-4 asks of metadata and output intent, and what it
   forbids (ISO 15930-7, ISO 32000-1 14.11.5). */
#include "preflight/internal.h"

static void lack(struct preflight *preflight, const char *what) {
    preflight_tell(preflight, DIAG_PREFLIGHT_LACKS, what);
}

static void forbid(struct preflight *preflight, const char *what) {
    preflight_tell(preflight, DIAG_PREFLIGHT_FORBIDDEN, what);
}

/* --- the file ------------------------------------------------------------------------------ */

static void check_header(struct preflight *preflight) {
    const char *version = preflight->file.text.data + 5;
    if (version[0] != '1' || version[1] != '.' || version[2] < '0' || version[2] > '6')
        forbid(preflight,
               arena_printf(preflight->arena, "PDF %.3s, later than 1.6", version));
    const struct object *id =
        file_find(&preflight->file, &preflight->file.trailer, "ID");
    if (id->kind != OBJECT_ARRAY || id->count != 2)
        lack(preflight, "an ID in its trailer");
}

static void check_actions(struct preflight *preflight, const struct object *catalog) {
    struct file *file = &preflight->file;
    const struct object *names = file_find(file, catalog, "Names");
    const struct object *action = file_find(file, catalog, "OpenAction");
    if (file_find(file, names, "JavaScript")->kind != OBJECT_NULL ||
        object_is_name(file_find(file, action, "S"), "JavaScript"))
        forbid(preflight, "JavaScript");
    if (file_find(file, catalog, "AA")->kind != OBJECT_NULL)
        forbid(preflight, "actions");
    if (file_find(file, catalog, "AcroForm")->kind != OBJECT_NULL)
        forbid(preflight, "a form");
}

/* --- metadata --------------------------------------------------------------------------------- */

/* What follows a property's name, as an element or an attribute of XML; NULL if it is not
   there. */
static const char *find_property(struct slice xmp, const char *name, size_t *rest) {
    size_t length = strlen(name);
    for (size_t i = 0; i + length < xmp.length; i++)
        if (xmp.data[i] == *name && !memcmp(xmp.data + i, name, length)) {
            size_t at = i + length;
            while (at < xmp.length && strchr("=>\"' \n\r\t", xmp.data[at]) &&
                   xmp.data[at])
                at++;
            *rest = xmp.length - at;
            return xmp.data + at;
        }
    return NULL;
}

static bool has_property(struct slice xmp, const char *name) {
    size_t rest;
    const char *value = find_property(xmp, name, &rest);
    return value && rest && *value != '<' && *value != '/';
}

static void check_version(struct preflight *preflight, struct slice xmp) {
    static const char version[] = "PDF/X-4";
    enum { VERSION = sizeof version - 1 };
    size_t rest;
    const char *value = find_property(xmp, "GTS_PDFXVersion", &rest);
    if (!value || rest < VERSION || memcmp(value, version, VERSION) != 0)
        lack(preflight, "the version PDF/X-4 in its metadata");
}

static void check_metadata(struct preflight *preflight, const struct object *catalog) {
    static const char *const properties[] = {
        "xmp:CreateDate",   "xmp:ModifyDate",  "xmp:MetadataDate",
        "xmpMM:DocumentID", "xmpMM:VersionID", "xmpMM:RenditionClass"};
    struct slice xmp;
    const char *why;
    size_t rest;
    if (!stream_decode(&preflight->file, preflight->arena,
                       file_find(&preflight->file, catalog, "Metadata"), &xmp, &why)) {
        lack(preflight, "metadata (XMP)");
        return;
    }
    check_version(preflight, xmp);
    for (size_t i = 0; i < sizeof properties / sizeof *properties; i++)
        if (!has_property(xmp, properties[i]))
            lack(preflight,
                 arena_printf(preflight->arena, "%s in its metadata", properties[i]));
    if (!find_property(xmp, "<dc:title", &rest))
        lack(preflight, "a title in its metadata");
}

static void check_information(struct preflight *preflight) {
    struct file *file = &preflight->file;
    const struct object *information = file_find(file, &file->trailer, "Info");
    const struct object *trapped = file_find(file, information, "Trapped");
    if (!object_is_name(trapped, "True") && !object_is_name(trapped, "False"))
        lack(preflight, "a word on trapping (Trapped, True or False)");
}

/* --- the output intent ---------------------------------------------------------------------------- */

/* By its header (ICC.1, 7.2). */
static void check_profile(struct preflight *preflight, const struct object *stream) {
    enum { HEADER = 128 };
    struct arena *scratch = arena_create();
    struct slice profile;
    const char *why;
    if (!stream_decode(&preflight->file, scratch, stream, &profile, &why))
        lack(preflight, "a profile in its output intent");
    else if (profile.length < HEADER || memcmp(profile.data + 36, "acsp", 4) != 0)
        lack(preflight, "a profile in its output intent that is an ICC profile");
    else if (memcmp(profile.data + 12, "prtr", 4) != 0 ||
             memcmp(profile.data + 16, "CMYK", 4) != 0)
        lack(preflight,
             "a profile in its output intent that is of a press with four inks");
    arena_destroy(scratch);
}

static void check_intents(struct preflight *preflight, const struct object *catalog) {
    struct file *file = &preflight->file;
    const struct object *list = file_find(file, catalog, "OutputIntents");
    size_t found = 0;
    for (size_t i = 0; list->kind == OBJECT_ARRAY && i < list->count; i++) {
        const struct object *intent = file_item(file, list, i);
        if (!object_is_name(file_find(file, intent, "S"), "GTS_PDFX"))
            continue;
        found++;
        if (file_find(file, intent, "OutputConditionIdentifier")->kind != OBJECT_STRING)
            lack(preflight, "the name of a printing condition in its output intent");
        check_profile(preflight, file_find(file, intent, "DestOutputProfile"));
    }
    if (found != 1)
        lack(preflight, found ? "a single output intent: there are several"
                              : "an output intent (GTS_PDFX)");
}

void preflight_document(struct preflight *preflight) {
    struct file *file = &preflight->file;
    const struct object *catalog = file_find(file, &file->trailer, "Root");
    check_header(preflight);
    check_information(preflight);
    check_metadata(preflight, catalog);
    check_intents(preflight, catalog);
    check_actions(preflight, catalog);
}
