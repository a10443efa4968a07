/* SPDX-License-Identifier: MIT */
/* Cuts a paragraph into runs of one level, script, face and size. The face of a grapheme
   cluster is the first that has all its characters: the role's own for the script, its own
   for the other one, then the theme's fallback. A change of colour or a link cuts
   nothing. Words of the script that the paragraph's language is not written in take a
   size that looks like the size of those around them (font/apparent.c), if the theme does
   not say otherwise: not that of paragraphs in their own script, which for Amiri and Noto
   Serif, 13.5 and 10 pt, makes an Arabic name in English large and a Latin one in Arabic
   small. European digits without Latin beside them are of the Arabic face. */
#include "text/internal.h"

#include "base/utf8.h"

#include <hb.h>
#include <stdio.h>

/* On one letter, as in the Stream-Safe Text Format of UAX #15. HarfBuzz takes time
   quadratic in them and, past 2^15, aborts. */
enum { MARKS_MAX = 30 };

/* The look one grapheme cluster asks for. */
struct look {
    const char *family;
    const char *instead; /* before all others for what the family lacks; or NULL */
    enum weight weight;
    bool italic;
    length size;
    length rise;
    const char *features;
};

/* A look found before: neighbours mostly ask for the same. */
struct known_look {
    const struct segment *segment; /* NULL: none yet */
    uint32_t script;
    struct look look;
    const struct face *face; /* of its family; NULL when that cannot be opened */
};

struct itemizer {
    const struct style *style;
    struct font_set *fonts;
    struct diag *diag;
    const struct item_input *input;
    size_t segment, script; /* where the walk stands */
    struct known_look known[2][2]; /* in Arabic or not, of figures or not */
    length foreign_size; /* of words of the other script; 0: not asked for yet */
    struct text_run *runs;
    size_t count, capacity;
    uint32_t marks; /* since the last letter */
    bool world_failed;
};

static bool needs_glyph(uint32_t c) {
    return !((c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
             (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) ||
             c == 0x00AD || c == 0x034F || c == 0x061C || c == 0x180E || c == 0xFEFF ||
             (c >= 0xE0000 && c <= 0xE0FFF));
}

/* U+0660 ARABIC-INDIC DIGIT ZERO to U+066C ARABIC THOUSANDS SEPARATOR, and the digits of
   Persian. */
static bool is_arabic_figure(uint32_t c) {
    return (c >= 0x0660 && c <= 0x066C) || (c >= 0x06F0 && c <= 0x06F9);
}

/* The mark of a note: smaller and higher, or by a feature of the font. */
static void raise_mark(struct look *look, const struct raised_style *style) {
    look->rise = units_scale(look->size, (length)style->rise, 1000);
    look->size = units_scale(look->size, (length)style->scale, 1000);
    if (style->features)
        look->features = style->features;
}

/* The size of words in the script that is not the paragraph's. A face that cannot be opened
   is told where a word asks for it. */
static length find_foreign_size(const struct itemizer *it) {
    const struct script_style *around = role_script(it->input->role, it->input->arabic);
    const struct script_style *own = role_script(it->input->role, !it->input->arabic);
    if (around->foreign > 0)
        return units_scale(around->size, around->foreign, 1000);
    if (around->foreign == FOREIGN_OWN)
        return own->size;
    const struct face *face =
        font_find(it->fonts, around->family, around->weight, /*italic*/ false);
    const struct face *other =
        font_find(it->fonts, own->family, own->weight, /*italic*/ false);
    if (!face || !other)
        return own->size;
    bool arabic = it->input->arabic;
    length scale = (length)(arabic ? face_scale_beside(face, other)
                                   : face_scale_beside(other, face));
    if (!scale)
        return own->size;
    return arabic ? units_scale(around->size, 1000, scale)
                  : units_scale(around->size, scale, 1000);
}

static length size_in_script(struct itemizer *it, bool arabic) {
    if (arabic == it->input->arabic)
        return role_script(it->input->role, arabic)->size;
    if (!it->foreign_size)
        it->foreign_size = find_foreign_size(it);
    return it->foreign_size;
}

/* The look of a language that has one of its own; gives whether its family is another. */
static bool use_language(const struct itemizer *it, uint32_t script,
                         struct look *look) {
    const struct item_input *in = it->input;
    const struct language_style *language =
        style_language(it->style, text_run_language(in->paragraph, in->script, script));
    if (!language)
        return false;
    const char *family = text_language_family(language, in->role, it->fonts);
    look->instead = family ? look->family : NULL;
    look->family = family ? family : look->family;
    look->size = language_size(language, in->role, look->size);
    return family != NULL;
}

static struct look find_look(struct itemizer *it, const struct segment *segment,
                             uint32_t script, bool figure) {
    bool arabic = script == HB_SCRIPT_ARABIC;
    const struct script_style *base = role_script(it->input->role, arabic);
    struct look look = {.family = base->family,
                        .weight = base->weight,
                        .size = size_in_script(it, arabic),
                        .features = base->features};
    bool foreign = use_language(it, script, &look);
    if (segment->flags & SEGMENT_STRONG)
        look.weight = WEIGHT_BOLD;
    /* Arabic has no italics: emphasis there is weight (ALReq, emphasis). */
    if (segment->flags & SEGMENT_EMPHASIS) {
        look.italic = !arabic;
        look.weight = arabic ? WEIGHT_BOLD : look.weight;
    }
    if ((segment->flags & SEGMENT_CODE) && !arabic) {
        look.family = it->style->code_family;
        look.size = units_scale(look.size, (length)it->style->code_scale, 1000);
        look.features = NULL;
    }
    if (base->figures && !foreign && figure) {
        look.family = base->figures;
        look.size = units_scale(look.size, (length)base->figures_scale, 1000);
    }
    if (look.size < it->style->least_size)
        look.size = it->style->least_size;
    if (segment->note)
        raise_mark(&look,
                   arabic ? &it->style->note_mark.arabic : &it->style->note_mark.latin);
    return look;
}

static const struct known_look *look_of(struct itemizer *it,
                                        const struct segment *segment, uint32_t script,
                                        uint32_t first) {
    bool figure = is_arabic_figure(first);
    struct known_look *known = &it->known[script == HB_SCRIPT_ARABIC][figure];
    if (known->segment == segment && known->script == script)
        return known;
    struct look look = find_look(it, segment, script, figure);
    *known = (struct known_look){
        segment, script, look,
        font_find(it->fonts, look.family, look.weight, look.italic)};
    return known;
}

/* The first character of a cluster that a face lacks; 0 if it has them all. */
static uint32_t find_missing(const struct face *face, struct slice cluster) {
    for (size_t i = 0; i < cluster.length;) {
        uint32_t c = utf8_decode(cluster, i, &i);
        if (!face_covers(face, c) && needs_glyph(c))
            return c;
    }
    return 0;
}

static bool covers(const struct face *face, struct slice cluster) {
    return !find_missing(face, cluster);
}

/* Whether the role's own family has what the language's lacks. */
static bool role_covers(struct itemizer *it, const struct look *look,
                        struct slice cluster) {
    const struct face *face =
        look->instead ? font_find(it->fonts, look->instead, look->weight, look->italic)
                      : NULL;
    return face && covers(face, cluster);
}

/* The look of the cluster's script; that of the other where only its face has the
   characters. Naskh and Kufi have no brackets: so all of a sentence are of one face.
   *face is the one of the look, or of the role, if it has all of the cluster, else NULL. */
static const struct known_look *look_for(struct itemizer *it,
                                         const struct segment *segment, uint32_t script,
                                         struct slice cluster,
                                         const struct face **face) {
    size_t next;
    uint32_t first = utf8_decode(cluster, 0, &next);
    const struct known_look *own = look_of(it, segment, script, first);
    *face = own->face && covers(own->face, cluster) ? own->face : NULL;
    if (*face || !own->face || role_covers(it, &own->look, cluster))
        return own;
    uint32_t opposite = script == HB_SCRIPT_ARABIC ? HB_SCRIPT_LATIN : HB_SCRIPT_ARABIC;
    const struct known_look *other = look_of(it, segment, opposite, first);
    if (!other->face || !covers(other->face, cluster))
        return own;
    *face = other->face;
    return other;
}

/* The first face that covers what the look's own does not; NULL when none does. */
static const struct face *fallback_for(struct itemizer *it, const struct look *look,
                                       struct slice cluster) {
    if (look->instead) {
        const struct face *face =
            font_find(it->fonts, look->instead, look->weight, look->italic);
        if (face && covers(face, cluster))
            return face;
    }
    for (size_t i = 0; i < it->style->fallback.count; i++) {
        const struct face *face = font_find(it->fonts, it->style->fallback.items[i],
                                            look->weight, look->italic);
        if (!face)
            it->world_failed = true;
        else if (covers(face, cluster))
            return face;
    }
    return NULL;
}

/* Names the character that the cluster's own face lacks: a letter may have a face, and the
   mark on it none that goes with it. */
static void report_missing(struct itemizer *it, const struct face *own, uint32_t start,
                           uint32_t end) {
    const struct paragraph *paragraph = it->input->paragraph;
    uint32_t c = find_missing(own, slice_sub(paragraph->text, start, end));
    struct arena *arena = it->input->arena;
    diag_add(
        it->diag, DIAG_GLYPH_MISSING, paragraph_position(paragraph, start, end),
        arena_printf(arena, "U+%04X %s", (unsigned)c, locale_character_name(arena, c)),
        NULL);
}

static bool is_mark(uint32_t c) {
    hb_unicode_general_category_t category =
        hb_unicode_general_category(hb_unicode_funcs_get_default(), c);
    return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

/* Whether too many marks stand on the last letter. What has no glyph parts no mark from
   its letter. */
static bool has_many_marks(struct itemizer *it, uint32_t start, uint32_t end) {
    const struct paragraph *paragraph = it->input->paragraph;
    bool before = it->marks > MARKS_MAX;
    for (size_t i = start; i < end;) {
        uint32_t c = utf8_decode(paragraph->text, i, &i);
        if (c >= 0x0300 && is_mark(c)) /* the first mark of Unicode */
            it->marks++;
        else if (needs_glyph(c))
            it->marks = 0;
    }
    bool many = it->marks > MARKS_MAX;
    if (many && !before)
        diag_add(it->diag, DIAG_MARKS, paragraph_position(paragraph, start, end), NULL,
                 NULL);
    return many;
}

static bool continues(const struct text_run *last, uint32_t start, uint8_t level,
                      uint32_t script, const struct face *face,
                      const struct look *look) {
    return last->end == start && last->level == level && last->script == script &&
           last->face == face && last->size == look->size && last->rise == look->rise &&
           last->features == look->features;
}

static void add_cluster(struct itemizer *it, uint32_t start, uint32_t end) {
    const struct item_input *in = it->input;
    while (in->segments[it->segment].end <= start &&
           it->segment + 1 < in->segment_count)
        it->segment++;
    while (in->scripts[it->script].end <= start && it->script + 1 < in->script_count)
        it->script++;
    struct slice cluster = slice_sub(in->paragraph->text, start, end);
    size_t next;
    uint32_t first = utf8_decode(cluster, 0, &next);
    uint32_t script = in->scripts[it->script].script;
    if (has_many_marks(it, start, end) || first == 0x2028)
        return;
    const struct face *face;
    const struct known_look *known =
        look_for(it, &in->segments[it->segment], script, cluster, &face);
    struct look look = known->look;
    if (!known->face) {
        it->world_failed = true;
        return;
    }
    if (!face)
        face = fallback_for(it, &look, cluster);
    if (!face) {
        face = known->face;
        report_missing(it, face, start, end);
    }
    uint8_t level = in->bidi.levels[start];
    if (it->count && in->bidi.seams[start] >= level &&
        continues(&it->runs[it->count - 1], start, level, script, face, &look)) {
        it->runs[it->count - 1].end = end;
        return;
    }
    arena_reserve(in->arena, it->runs, it->count, it->capacity);
    it->runs[it->count++] = (struct text_run){.start = start,
                                              .end = end,
                                              .level = level,
                                              .script = script,
                                              .face = face,
                                              .size = look.size,
                                              .rise = look.rise,
                                              .features = look.features};
}

struct text_run *text_itemize(const struct style *style, struct font_set *fonts,
                              struct diag *diag, const struct item_input *input,
                              size_t *count) {
    struct itemizer it = {.style = style, .fonts = fonts, .diag = diag, .input = input};
    uint32_t limit = (uint32_t)input->paragraph->text.length;
    for (uint32_t start = 0, end; start < limit && !it.world_failed; start = end) {
        end = start + 1;
        /* A space after U+06DD END OF AYAH is in its cluster (UAX #29 GB9b), at another
           level. */
        while (end < limit && !(input->flags[end] & TEXT_GRAPHEME) &&
               input->bidi.levels[end] == input->bidi.levels[start])
            end++;
        add_cluster(&it, start, end);
    }
    *count = it.count;
    if (!it.runs)
        it.runs = arena_new(input->arena, struct text_run);
    return it.world_failed ? NULL : it.runs;
}
