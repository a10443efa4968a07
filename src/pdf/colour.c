/* SPDX-License-Identifier: MIT */
/* Writes colours as operators (ISO 32000-1 8.6.8): the one place where a colour of the pages
   becomes one of the PDF. With inks, text that is black alone is printed over what stands
   below it (8.6.7), so that no white shows around a letter where plates do not meet. */
#include "pdf/internal.h"

/* Operators that fill, then those that draw lines. */
struct operators {
    const char *rgb, *grey, *inks, *space, *other;
};

static const struct operators filling = {"rg", "g", "k", "cs", "scn"},
                              drawing = {"RG", "G", "K", "CS", "SCN"};

static void add_parts(struct buffer *out, const struct mix *mix, size_t count,
                      const char *operator) {
    for (size_t i = 0; i < count; i++) {
        syntax_thousandths(out, mix->parts[i]);
        buffer_add_char(out, ' ');
    }
    buffer_printf(out, "%s\n", operator);
}

static void add_mix(struct buffer *out, const struct mix *mix,
                    const struct operators *operators) {
    switch (mix->kind) {
    case MIX_RGB:
        add_parts(out, mix, 3, operators->rgb);
        break;
    case MIX_GREY:
        add_parts(out, mix, 1, operators->grey);
        break;
    case MIX_INKS:
        add_parts(out, mix, PLATES, operators->inks);
        break;
    case MIX_SPOT:
    case MIX_ALL:
        buffer_printf(out, "/%s %s ", mix->kind == MIX_ALL ? "All" : "Spot",
                      operators->space);
        add_parts(out, mix, 1, operators->other);
    }
}

static void add_overprint(struct buffer *out, bool over) {
    buffer_add_string(out, over ? "/Over gs\n" : "/Out gs\n");
}

static bool goes_over(const struct mix *mix, enum colour_use use) {
    return use == COLOUR_TEXT && mix_is_black(mix);
}

bool colour_changes(const struct content *content, uint32_t colour,
                    enum colour_use use) {
    const struct mix mix = world_mix(content->world, colour);
    return content->colour != colour || content->over != goes_over(&mix, use);
}

void colour_fill(struct content *content, uint32_t colour, enum colour_use use) {
    const struct mix mix = world_mix(content->world, colour);
    bool over = goes_over(&mix, use);
    if (content->over != over)
        add_overprint(content->out, over);
    if (content->colour != colour)
        add_mix(content->out, &mix, &filling);
    content->over = over;
    content->colour = colour;
}

void colour_stroke(struct content *content, uint32_t colour) {
    const struct mix mix = world_mix(content->world, colour);
    add_mix(content->out, &mix, &drawing);
}

void colour_once(struct content *content, uint32_t colour, bool fills) {
    const struct mix mix = world_mix(content->world, colour);
    if (content->over)
        add_overprint(content->out, false);
    add_mix(content->out, &mix, fills ? &filling : &drawing);
}

/* --- resources ---------------------------------------------------------------------- */

/* A space of one ink, and the four that stand for all of it (8.6.6.4, 7.10.3). */
static void add_space(struct buffer *out, const char *key, const char *name,
                      const struct mix *all) {
    buffer_printf(out, "/%s [/Separation ", key);
    syntax_name(out, name);
    buffer_add_string(out, " /DeviceCMYK <</FunctionType 2 /Domain [0 1] /N 1\n"
                           "/C0 [0 0 0 0] /C1 [");
    for (size_t i = 0; i < PLATES; i++) {
        buffer_add_string(out, i ? " " : "");
        syntax_thousandths(out, all->parts[i]);
    }
    buffer_add_string(out, "]>>]\n");
}

void colour_add_resources(const struct world *world, struct buffer *entries) {
    static const struct mix all = {MIX_ALL, {1000, 1000, 1000, 1000}};
    if (world_kind(world) != WORLD_INKS)
        return;
    buffer_add_string(
        entries,
        "/ExtGState <</Over <</Type /ExtGState /OP true /op true /OPM 1>>\n"
        "/Out <</Type /ExtGState /OP false /op false /OPM 0>>>>\n/ColorSpace <<");
    add_space(entries, "All", "All", &all);
    if (world_spot(world)) {
        const struct mix spot = world_spot_mix(world);
        add_space(entries, "Spot", world_spot(world), &spot);
    }
    buffer_add_string(entries, ">>\n");
}
