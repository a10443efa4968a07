/* SPDX-License-Identifier: MIT */
/* Prints a style as a theme that, read again, makes the same style. */
#include "style/internal.h"

#include <string.h>

enum { INDENT = 2 };

static void write_fields(struct buffer *out, const struct fields *fields,
                         const char *place, int indent);

/* A scale where there is nothing to scale, a leading that is no other. */
static bool is_unset(const struct field *field, const char *place) {
    return (field->kind == KIND_SHARE || field->kind == KIND_LENGTH) &&
           field->least > 0 && !*(const int32_t *)place;
}

void write_flow(struct buffer *out, const struct fields *fields, const char *place) {
    buffer_add_char(out, '{');
    for (size_t i = 0, written = 0; i < fields->count; i++) {
        const struct field *field = &fields->items[i];
        if (is_unset(field, place + field->offset))
            continue;
        buffer_printf(out, "%s%s: ", written++ ? ", " : "", field->name);
        value_write(out, field, place + field->offset);
    }
    buffer_add_char(out, '}');
}

static void write_comment(struct buffer *out, const struct field *field, int indent) {
    if (field->what)
        buffer_printf(out, "%*s# %s\n", indent, "", field->what);
}

static void write_map(struct buffer *out, const struct field *field, const char *place,
                      int indent) {
    if (!indent)
        buffer_add_char(out, '\n');
    write_comment(out, field, indent);
    buffer_printf(out, "%*s%s:", indent, "", field->name);
    if (field->inner->flow) {
        buffer_add_char(out, ' ');
        write_flow(out, field->inner, place);
        buffer_add_char(out, '\n');
        return;
    }
    buffer_add_char(out, '\n');
    write_fields(out, field->inner, place, indent + INDENT);
}

static void write_field(struct buffer *out, const struct field *field,
                        const char *place, int indent) {
    if (!indent) {
        buffer_add_char(out, '\n');
        write_comment(out, field, indent);
    }
    bool map = field->kind == KIND_FONTS || field->kind == KIND_LANGUAGES;
    buffer_printf(out, "%*s%s:%s", indent, "", field->name, map ? "" : " ");
    value_write(out, field, place);
    if (indent && field->what)
        buffer_printf(out, " # %s", field->what);
    buffer_add_char(out, '\n');
}

static void write_fields(struct buffer *out, const struct fields *fields,
                         const char *place, int indent) {
    for (size_t i = 0; i < fields->count; i++) {
        const struct field *field = &fields->items[i];
        if (field->kind == KIND_MAP)
            write_map(out, field, place + field->offset, indent);
        else
            write_field(out, field, place + field->offset, indent);
    }
}

void style_dump(const struct style *style, FILE *stream) {
    struct arena *arena = arena_create();
    struct buffer out = {.arena = arena};
    struct theme theme = theme_copy(style);
    buffer_add_string(&out, "# Every value of the look. theme.yaml names only those "
                            "that it changes.\n");
    write_fields(&out, &theme_fields, (const char *)&theme, 0);
    fwrite(out.data, 1, out.length, stream);
    arena_destroy(arena);
}
