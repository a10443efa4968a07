/* SPDX-License-Identifier: MIT */
/* Tells colour spaces of inks from others (ISO 32000-1 8.6). */
#include "preflight/internal.h"

struct simple {
    const char *name, *brief; /* the second in inline images */
    struct space space;
};

static const struct simple simple[] = {
    {"DeviceGray", "G", {SPACE_GREY, 1, "DeviceGray", NULL}},
    {"DeviceCMYK", "CMYK", {SPACE_INKS, 4, "DeviceCMYK", NULL}},
    {"DeviceRGB", "RGB", {SPACE_FOREIGN, 3, "DeviceRGB", NULL}},
    {"Pattern", "Pattern", {SPACE_PATTERN, 0, "Pattern", NULL}},
    {"CalGray", "CalGray", {SPACE_FOREIGN, 1, "CalGray", NULL}},
    {"CalRGB", "CalRGB", {SPACE_FOREIGN, 3, "CalRGB", NULL}},
    {"Lab", "Lab", {SPACE_FOREIGN, 3, "Lab", NULL}},
};

enum { SIMPLE = sizeof simple / sizeof *simple };

static const struct space unknown = {SPACE_FOREIGN, 0, "an unknown colour space", NULL};

static struct space find(struct preflight *preflight, const struct object *object,
                         const struct object *resources, size_t depth);

/* By the number of its colours, which its profile is to agree with. */
static struct space find_profiled(struct preflight *preflight,
                                  const struct object *array) {
    const struct object *stream = file_item(&preflight->file, array, 1);
    const struct object *count = file_find(&preflight->file, stream, "N");
    if (count->kind == OBJECT_NUMBER && count->number == 4)
        return (struct space){SPACE_INKS, 4, "ICCBased", NULL};
    if (count->kind == OBJECT_NUMBER && count->number == 1)
        return (struct space){SPACE_GREY, 1, "ICCBased", NULL};
    return (struct space){SPACE_FOREIGN, 3, "ICCBased with three colours", NULL};
}

/* What stands for inks that a press does not have must be inks that it has. */
static struct space find_inks(struct preflight *preflight, const struct object *array,
                              const struct object *resources, size_t depth) {
    const struct object *names = file_item(&preflight->file, array, 1);
    struct space base =
        find(preflight, file_item(&preflight->file, array, 2), resources, depth + 1);
    size_t parts = names->kind == OBJECT_ARRAY ? names->count : 1;
    if (base.kind == SPACE_FOREIGN)
        return (struct space){SPACE_FOREIGN, parts, base.name, NULL};
    if (object_is_name(names, "All"))
        return (struct space){SPACE_ALL_INKS, parts, "All", NULL};
    return (struct space){SPACE_ONE_INK, parts, "Separation", NULL};
}

static struct space find_indexed(struct preflight *preflight,
                                 const struct object *array,
                                 const struct object *resources, size_t depth) {
    struct space base =
        find(preflight, file_item(&preflight->file, array, 1), resources, depth + 1);
    base.palette = file_item(&preflight->file, array, 3);
    return base;
}

static struct space find_array(struct preflight *preflight, const struct object *array,
                               const struct object *resources, size_t depth) {
    const struct object *family = file_item(&preflight->file, array, 0);
    if (object_is_name(family, "ICCBased"))
        return find_profiled(preflight, array);
    if (object_is_name(family, "Indexed") || object_is_name(family, "I"))
        return find_indexed(preflight, array, resources, depth);
    if (object_is_name(family, "Separation") || object_is_name(family, "DeviceN"))
        return find_inks(preflight, array, resources, depth);
    if (object_is_name(family, "Pattern") && array->count > 1) {
        struct space base = find(preflight, file_item(&preflight->file, array, 1),
                                 resources, depth + 1);
        return base.kind == SPACE_FOREIGN
                   ? base
                   : (struct space){SPACE_PATTERN, base.parts, "Pattern", NULL};
    }
    return find(preflight, family, NULL, depth + 1);
}

static struct space find(struct preflight *preflight, const struct object *object,
                         const struct object *resources, size_t depth) {
    if (depth > DEPTH_LIMIT)
        return unknown;
    if (object->kind == OBJECT_ARRAY)
        return find_array(preflight, object, resources, depth);
    if (object->kind != OBJECT_NAME)
        return unknown;
    for (size_t i = 0; i < SIMPLE; i++)
        if (object_is_name(object, simple[i].name) ||
            object_is_name(object, simple[i].brief))
            return simple[i].space;
    if (!resources)
        return unknown;
    const struct object *spaces = file_find(&preflight->file, resources, "ColorSpace");
    preflight->work += spaces->count;
    return find(preflight, file_find(&preflight->file, spaces, object->bytes.data),
                NULL, depth + 1);
}

struct space space_find(struct preflight *preflight, const struct object *object,
                        const struct object *resources) {
    return find(preflight, file_resolve(&preflight->file, object), resources, 0);
}
