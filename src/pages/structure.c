/* SPDX-License-Identifier: MIT */
/* The structure tree, made as things are placed; and the inline structure of a text. */
#include "pages/internal.h"

static const char *const tag_names[] = {
    "Document", "Part",   "Sect",      "H1",    "H2",    "H3",    "H4",         "H5",
    "H6",       "P",      "L",         "LI",    "Lbl",   "LBody", "BlockQuote", "Code",
    "Link",     "Span",   "Caption",   "Table", "THead", "TBody", "TR",         "TH",
    "TD",       "Figure", "Reference", "Note",  "TOC",   "TOCI",  "Div"};

_Static_assert(sizeof tag_names / sizeof *tag_names == TAG_COUNT,
               "a name for each tag");

const char *tag_name(enum tag tag) {
    return tag_names[tag];
}

struct element *element_new(struct structure *structure, struct element *parent,
                            enum tag tag, const char *language,
                            enum direction direction) {
    struct element *new = arena_new(structure->arena, struct element);
    *new = (struct element){.tag = tag,
                            .language = language,
                            .direction = direction,
                            .parent = parent,
                            .index = structure->count++};
    if (parent) {
        if (parent->last)
            parent->last->next = new;
        else
            parent->children = new;
        parent->last = new;
    }
    return new;
}

/* The language usually meant by a script that is not the paragraph's own; NULL: no
   telling. */
static const char *script_language(uint32_t script) {
    static const struct {
        char script[5];
        const char *language;
    } table[] = {{"Arab", "ar"}, {"Latn", "en"}, {"Hebr", "he"}, {"Grek", "el"}};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const char *s = table[i].script;
        if (script == ((uint32_t)s[0] << 24 | (uint32_t)s[1] << 16 |
                       (uint32_t)s[2] << 8 | (uint32_t)s[3]))
            return table[i].language;
    }
    return NULL;
}

struct inlining {
    struct structure *structure;
    struct arena *arena;
    const struct text *text;
    struct element *block;
    struct stretch *stretches;
    size_t count, capacity;
    const struct text_paint *paint; /* of `painted` */
    struct element *painted;
};

/* A mark leads to its note. */
static struct element *mark_element(struct inlining *in) {
    enum direction direction = in->block->direction;
    struct element *reference =
        element_new(in->structure, in->block, TAG_REFERENCE, NULL, direction);
    return element_new(in->structure, reference, TAG_LINK, NULL, direction);
}

/* The link or code element of a paint; the block when it has neither. Paints of one link
   share it. */
static struct element *paint_element(struct inlining *in,
                                     const struct text_paint *paint) {
    if (in->paint && in->paint->link == paint->link && in->paint->code == paint->code &&
        in->paint->note == paint->note)
        return in->painted;
    if (paint->note) {
        in->paint = paint;
        return in->painted = mark_element(in);
    }
    struct element *around = in->block;
    enum direction direction = in->block->direction;
    if (paint->link) {
        bool same = in->paint && in->paint->link == paint->link && !in->paint->note;
        if (same)
            around = in->painted->tag == TAG_LINK ? in->painted : in->painted->parent;
        else
            around = element_new(in->structure, around, TAG_LINK, NULL, direction);
    }
    if (paint->code)
        around = element_new(in->structure, around, TAG_CODE, NULL, direction);
    in->paint = paint;
    in->painted = around;
    return around;
}

static void add_stretch(struct inlining *in, uint32_t start, uint32_t end,
                        struct element *element) {
    struct stretch *last = in->count ? &in->stretches[in->count - 1] : NULL;
    if (last && last->element == element) {
        last->end = end;
        return;
    }
    arena_reserve(in->arena, in->stretches, in->count, in->capacity);
    in->stretches[in->count++] = (struct stretch){start, end, element};
}

/* The part of a run under one paint. */
static void add_part(struct inlining *in, const struct text_run *run,
                     const struct text_paint *paint, uint32_t start, uint32_t end) {
    struct element *element = paint_element(in, paint);
    const char *language = script_language(run->script);
    const char *own = script_language(in->text->script);
    if (language && own && language != own)
        element = element_new(in->structure, element, TAG_SPAN, language,
                              run->level & 1 ? DIRECTION_RTL : DIRECTION_LTR);
    add_stretch(in, start, end, element);
}

const struct stretch *structure_inlines(struct structure *structure,
                                        struct arena *arena, const struct text *text,
                                        struct element *block, size_t *count) {
    struct inlining in = {
        .structure = structure, .arena = arena, .text = text, .block = block};
    size_t paint = 0;
    for (size_t r = 0; r < text->run_count; r++) {
        const struct text_run *run = &text->runs[r];
        for (uint32_t start = run->start; start < run->end;) {
            while (paint + 1 < text->paint_count && text->paints[paint].end <= start)
                paint++;
            uint32_t end = text->paints[paint].end;
            if (end > run->end || end <= start)
                end = run->end;
            add_part(&in, run, &text->paints[paint], start, end);
            start = end;
        }
    }
    *count = in.count;
    return in.stretches;
}
