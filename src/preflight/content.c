/* SPDX-License-Identifier: MIT */
/* Reads content streams for what is painted in which colours (ISO 32000-1 8, 9, annex A).
   Only what a stream uses is looked at: resources may hold more. */
#include "preflight/internal.h"

enum { OPERANDS = 64, STATES = 64, WORK_LEAST = 1000 };

/* What counts of the graphics state. */
struct paint {
    struct space space;
    double parts[4]; /* of SPACE_INKS [0 to 1] */
};

struct state {
    struct paint fill, stroke;
    bool over_fill, over_stroke; /* overprint */
    bool mode; /* OPM: an ink of nothing leaves what is there */
};

struct reader {
    struct preflight *preflight;
    struct arena *scratch;
    const struct object *resources;
    size_t depth;
    struct object operands[OPERANDS];
    size_t count;
    struct state state, kept[STATES];
    size_t kept_count;
    size_t hidden; /* q beyond those that are kept */
};

static const char *say(struct reader *reader, const char *what, const char *name) {
    return arena_printf(reader->preflight->arena, "%s %s", what, name);
}

/* --- operands ------------------------------------------------------------------------------- */

static double number_at(const struct reader *reader, size_t i) {
    return i < reader->count && reader->operands[i].kind == OBJECT_NUMBER
               ? reader->operands[i].number
               : 0;
}

static const char *last_name(const struct reader *reader) {
    const struct object *last =
        reader->count ? &reader->operands[reader->count - 1] : NULL;
    return last && last->kind == OBJECT_NAME ? last->bytes.data : NULL;
}

/* The entry of a kind of resources that the last operand names; not resolved. */
static const struct object *named(struct reader *reader, const char *kind) {
    struct file *file = &reader->preflight->file;
    const char *name = last_name(reader);
    static const struct object nothing = {.kind = OBJECT_NULL};
    const struct object *map = file_find(file, reader->resources, kind);
    reader->preflight->work += map->count;
    return name ? object_find(map, name) : &nothing;
}

/* --- colours --------------------------------------------------------------------------------- */

static void check_ink(struct reader *reader, const struct paint *paint) {
    struct preflight *preflight = reader->preflight;
    double sum = 0;
    bool measured = paint->space.kind != SPACE_ONE_INK || paint->space.parts == 1;
    if (paint->space.palette || !measured)
        preflight_tell(preflight, DIAG_PREFLIGHT_COLOUR_UNMEASURED, NULL);
    for (size_t i = 0; i < 4 && paint->space.kind == SPACE_INKS; i++)
        sum += paint->space.palette ? 0 : paint->parts[i];
    if (sum * 100 > preflight->limit + 0.05)
        preflight_tell(preflight, DIAG_PREFLIGHT_INK,
                       arena_printf(preflight->arena,
                                    "a colour (%.3g %.3g %.3g %.3g k) has %d %%",
                                    paint->parts[0], paint->parts[1], paint->parts[2],
                                    paint->parts[3], (int)(sum * 100 + 0.5)));
}

static void set_parts(struct reader *reader, struct paint *paint) {
    for (size_t i = 0; i < 4; i++)
        paint->parts[i] = number_at(reader, i);
    check_ink(reader, paint);
}

static void set_device(struct reader *reader, struct paint *paint, enum space_kind kind,
                       const char *operator) {
    paint->space = (struct space){.kind = kind, .name = operator};
    if (kind == SPACE_FOREIGN)
        preflight_tell(reader->preflight, DIAG_PREFLIGHT_COLOUR,
                       say(reader, "there is the operator", operator));
    set_parts(reader, paint);
}

static void set_space(struct reader *reader, struct paint *paint) {
    const char *name = last_name(reader);
    if (!name)
        return;
    paint->space = space_find(reader->preflight, &reader->operands[reader->count - 1],
                              reader->resources);
    memset(paint->parts, 0, sizeof paint->parts);
    paint->parts[3] = 1; /* black, as a new space begins (8.6.8) */
    if (paint->space.kind == SPACE_FOREIGN)
        preflight_tell(reader->preflight, DIAG_PREFLIGHT_COLOUR,
                       say(reader, "a colour is in", paint->space.name));
}

static void check_shading(struct reader *reader, const struct object *shading) {
    struct file *file = &reader->preflight->file;
    struct space space = space_find(
        reader->preflight, file_find(file, shading, "ColorSpace"), reader->resources);
    if (space.kind == SPACE_FOREIGN)
        preflight_tell(reader->preflight, DIAG_PREFLIGHT_COLOUR,
                       say(reader, "a shading is in", space.name));
}

static void enter_form(struct reader *reader, const struct object *form,
                       const char *key);

/* A pattern is a shading, or content that is repeated (8.7). */
static void check_pattern(struct reader *reader) {
    struct file *file = &reader->preflight->file;
    const struct object *pattern = file_resolve(file, named(reader, "Pattern"));
    const struct object *shading = file_find(file, pattern, "Shading");
    if (shading->kind == OBJECT_DICTIONARY)
        check_shading(reader, shading);
    else if (pattern->has_stream)
        enter_form(reader, pattern, last_name(reader));
}

static void set_colour(struct reader *reader, struct paint *paint) {
    if (last_name(reader))
        check_pattern(reader);
    else
        set_parts(reader, paint);
}

/* --- the graphics state ----------------------------------------------------------------------- */

static void save(struct reader *reader) {
    if (reader->kept_count < STATES)
        reader->kept[reader->kept_count++] = reader->state;
    else
        reader->hidden++;
}

static void restore(struct reader *reader) {
    if (reader->hidden)
        reader->hidden--;
    else if (reader->kept_count)
        reader->state = reader->kept[--reader->kept_count];
}

static void tell_clear(struct reader *reader, const char *what) {
    preflight_tell(reader->preflight, DIAG_PREFLIGHT_CLEAR, what);
}

static void check_opacity(struct reader *reader, const struct object *state) {
    struct file *file = &reader->preflight->file;
    static const char *const keys[] = {"ca", "CA"};
    for (size_t i = 0; i < 2; i++) {
        const struct object *opacity = file_find(file, state, keys[i]);
        if (opacity->kind == OBJECT_NUMBER && opacity->number < 1)
            tell_clear(reader, say(reader, "there is a graphics state with", keys[i]));
    }
    const struct object *mask = file_find(file, state, "SMask");
    if (mask->kind != OBJECT_NULL && !object_is_name(mask, "None"))
        tell_clear(reader, "there is a graphics state with a soft mask");
    const struct object *blend = file_find(file, state, "BM");
    blend = blend->kind == OBJECT_ARRAY ? file_item(file, blend, 0) : blend;
    if (blend->kind == OBJECT_NAME && !object_is_name(blend, "Normal") &&
        !object_is_name(blend, "Compatible"))
        tell_clear(reader, say(reader, "there is the blend mode", blend->bytes.data));
}

static void set_graphics(struct reader *reader) {
    struct file *file = &reader->preflight->file;
    const struct object *graphics = file_resolve(file, named(reader, "ExtGState"));
    const struct object *both = file_find(file, graphics, "OP");
    const struct object *fill = file_find(file, graphics, "op");
    const struct object *mode = file_find(file, graphics, "OPM");
    struct state *state = &reader->state;
    check_opacity(reader, graphics);
    if (both->kind == OBJECT_FLAG)
        state->over_stroke = state->over_fill = both->flag;
    if (fill->kind == OBJECT_FLAG)
        state->over_fill = fill->flag;
    if (mode->kind == OBJECT_NUMBER)
        state->mode = mode->number == 1;
}

/* No ink, printed over what is there, is not seen at all. */
static void check_white(struct reader *reader, const struct paint *paint, bool over) {
    const double *parts = paint->parts;
    bool white = paint->space.kind == SPACE_INKS && !paint->space.palette &&
                 parts[0] <= 0 && parts[1] <= 0 && parts[2] <= 0 && parts[3] <= 0;
    if (white && over && reader->state.mode)
        preflight_tell(reader->preflight, DIAG_PREFLIGHT_WHITE, NULL);
}

/* --- what is placed ----------------------------------------------------------------------------- */

static void enter_form(struct reader *reader, const struct object *form,
                       const char *key) {
    struct preflight *preflight = reader->preflight;
    struct file *file = &preflight->file;
    const struct object *resources = file_find(file, form, "Resources");
    if (!preflight_work(preflight, WORK_LEAST))
        return;
    struct arena *scratch = arena_create();
    struct slice bytes;
    const char *why;
    if (file_find(file, file_find(file, form, "Group"), "CS")->kind != OBJECT_NULL)
        tell_clear(reader, say(reader, "there is the transparency group", key));
    if (stream_decode(file, scratch, form, &bytes, &why))
        preflight_content(preflight, bytes,
                          resources->kind == OBJECT_DICTIONARY ? resources
                                                               : reader->resources,
                          reader->depth + 1);
    else
        preflight_tell(preflight, DIAG_PREFLIGHT_UNREAD,
                       arena_printf(preflight->arena, "%s (%s)", key, why));
    arena_destroy(scratch);
}

static void place(struct reader *reader) {
    struct file *file = &reader->preflight->file;
    const struct object *reference = named(reader, "XObject");
    const struct object *object = file_resolve(file, reference);
    const struct object *kind = file_find(file, object, "Subtype");
    const char *key = last_name(reader);
    if (object_is_name(kind, "Image"))
        preflight_picture(reader->preflight, reference, reader->resources, key);
    else if (object_is_name(kind, "Form"))
        enter_form(reader, object, key);
    else if (key)
        preflight_tell(reader->preflight, DIAG_PREFLIGHT_UNREAD, key);
}

static void set_font(struct reader *reader) {
    size_t count = reader->count;
    if (count > 1) /* name, size */
        reader->count--;
    const struct object *font = named(reader, "Font");
    const char *key = last_name(reader);
    reader->count = count;
    if (key)
        preflight_font(reader->preflight, font, key, reader->depth);
}

/* --- pictures in the content (8.9.7) -------------------------------------------------------------- */

static bool ends_picture(struct slice text, size_t at) {
    static const char spaces[] = " \n\r\t";
    return text.data[at] == 'E' && text.data[at + 1] == 'I' &&
           strchr(spaces, text.data[at - 1]) &&
           (at + 2 == text.length || strchr(spaces, text.data[at + 2]));
}

static void skip_picture(struct lexer *lexer) {
    for (size_t at = lexer->at + 1; at + 2 <= lexer->text.length; at++)
        if (ends_picture(lexer->text, at)) {
            lexer->at = at + 2;
            return;
        }
    lexer->at = lexer->text.length;
}

static void read_inline(struct reader *reader, struct lexer *lexer) {
    struct object items[OPERANDS];
    size_t count = 0;
    for (;;) {
        struct object item = lexer_next(lexer);
        if (item.kind == OBJECT_END || object_is_word(&item, "ID"))
            break;
        if (count < OPERANDS)
            items[count++] = item;
    }
    skip_picture(lexer);
    const struct object map = {
        .kind = OBJECT_DICTIONARY, .items = items, .count = count};
    const struct object *mask = object_find(&map, "IM");
    const struct object *space = object_find(&map, "CS");
    if (mask->kind == OBJECT_NULL)
        mask = object_find(&map, "ImageMask");
    if (space->kind == OBJECT_NULL)
        space = object_find(&map, "ColorSpace");
    struct space found = space_find(reader->preflight, space, reader->resources);
    if (!(mask->kind == OBJECT_FLAG && mask->flag) && found.kind == SPACE_FOREIGN)
        preflight_tell(reader->preflight, DIAG_PREFLIGHT_COLOUR,
                       say(reader, "a picture in the content is in", found.name));
}

/* --- operators ------------------------------------------------------------------------------------ */

static void fill(struct reader *reader) {
    check_white(reader, &reader->state.fill, reader->state.over_fill);
}

static void stroke(struct reader *reader) {
    check_white(reader, &reader->state.stroke, reader->state.over_stroke);
}

static void fill_and_stroke(struct reader *reader) {
    fill(reader);
    stroke(reader);
}

static void set_fill_rgb(struct reader *reader) {
    set_device(reader, &reader->state.fill, SPACE_FOREIGN, "rg");
}

static void set_stroke_rgb(struct reader *reader) {
    set_device(reader, &reader->state.stroke, SPACE_FOREIGN, "RG");
}

static void set_fill_inks(struct reader *reader) {
    set_device(reader, &reader->state.fill, SPACE_INKS, "k");
}

static void set_stroke_inks(struct reader *reader) {
    set_device(reader, &reader->state.stroke, SPACE_INKS, "K");
}

static void set_fill_grey(struct reader *reader) {
    set_device(reader, &reader->state.fill, SPACE_GREY, "g");
}

static void set_stroke_grey(struct reader *reader) {
    set_device(reader, &reader->state.stroke, SPACE_GREY, "G");
}

static void set_fill_space(struct reader *reader) {
    set_space(reader, &reader->state.fill);
}

static void set_stroke_space(struct reader *reader) {
    set_space(reader, &reader->state.stroke);
}

static void set_fill_colour(struct reader *reader) {
    set_colour(reader, &reader->state.fill);
}

static void set_stroke_colour(struct reader *reader) {
    set_colour(reader, &reader->state.stroke);
}

static void paint_shading(struct reader *reader) {
    check_shading(reader,
                  file_resolve(&reader->preflight->file, named(reader, "Shading")));
}

struct operator{
    const char *word;
    void (*act)(struct reader * reader);
};

static const struct operator operators[] = {
    {"q", save},
    {"Q", restore},
    {"gs", set_graphics},
    {"Do", place},
    {"Tf", set_font},
    {"sh", paint_shading},
    {"rg", set_fill_rgb},
    {"RG", set_stroke_rgb},
    {"k", set_fill_inks},
    {"K", set_stroke_inks},
    {"g", set_fill_grey},
    {"G", set_stroke_grey},
    {"cs", set_fill_space},
    {"CS", set_stroke_space},
    {"sc", set_fill_colour},
    {"scn", set_fill_colour},
    {"SC", set_stroke_colour},
    {"SCN", set_stroke_colour},
    {"f", fill},
    {"F", fill},
    {"f*", fill},
    {"B", fill_and_stroke},
    {"B*", fill_and_stroke},
    {"b", fill_and_stroke},
    {"b*", fill_and_stroke},
    {"Tj", fill},
    {"TJ", fill},
    {"'", fill},
    {"\"", fill},
    {"S", stroke},
    {"s", stroke},
};

static void act(struct reader *reader, const struct object *word) {
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (object_is_word(word, operators[i].word)) {
            operators[i].act(reader);
            return;
        }
}

static void read_content(struct reader *reader, struct slice content) {
    struct lexer lexer = {.arena = reader->scratch, .text = content};
    for (;;) {
        struct object next = lexer_next(&lexer);
        if ((next.kind == OBJECT_END && lexer.at >= content.length) ||
            reader->preflight->work > WORK_LIMIT)
            return;
        if (next.kind == OBJECT_END) {
            lexer.at++; /* past what is no object */
        } else if (object_is_word(&next, "BI")) {
            read_inline(reader, &lexer);
        } else if (next.kind == OBJECT_WORD) {
            act(reader, &next);
            reader->count = 0;
            arena_reset(reader->scratch);
        } else if (reader->count < OPERANDS) {
            reader->operands[reader->count++] = next;
        }
    }
}

void preflight_content(struct preflight *preflight, struct slice content,
                       const struct object *resources, size_t depth) {
    if (!preflight_work(preflight, content.length + WORK_LEAST))
        return;
    if (depth > DEPTH_LIMIT) {
        preflight_tell(preflight, DIAG_PREFLIGHT_UNREAD, "forms in forms");
        return;
    }
    struct reader reader = {.preflight = preflight,
                            .scratch = arena_create(),
                            .resources = resources,
                            .depth = depth};
    reader.state.fill.space.kind = reader.state.stroke.space.kind = SPACE_GREY;
    read_content(&reader, content);
    arena_destroy(reader.scratch);
}
