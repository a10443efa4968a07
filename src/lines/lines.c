/* SPDX-License-Identifier: MIT */
/* Fills a measure with a text: measure, break, place. */
#include "lines/internal.h"

enum { RAGGED_EMS = 4 };

struct filling {
    struct typesetter *typesetter;
    struct arena *arena;
    const struct text *text;
    const struct space_style *space;
    length measure;
    bool justified;
    struct atoms atoms;
    struct fill_limits limits;
    const struct text_kashida *kashidas; /* those of the text, when they are needed */
    size_t kashida_count;
};

static void warn_of_cut(struct diag *diag, const struct text *text, uint32_t cut) {
    uint32_t end = cut + 1;
    uint32_t bytes = (uint32_t)text->paragraph->text.length;
    while (end < bytes && !(text->flags[end] & TEXT_BREAK))
        end++;
    diag_add(diag, DIAG_WORD_TOO_WIDE, paragraph_position(text->paragraph, cut, end),
             NULL, NULL);
}

/* --- limits ------------------------------------------------------------------------------ */

static struct fill_limits limits_of(const struct filling *f) {
    const struct text *text = f->text;
    return (struct fill_limits){
        .shrink = f->space->shrink,
        .stretch = f->space->stretch,
        .ragged = !f->justified,
        .ragged_stretch = role_script(text->role, text->arabic)->size * RAGGED_EMS};
}

/* Nothing hangs further than the paper or half the gutter is wide. */
static struct atoms_terms atoms_terms_of(const struct filling *f) {
    const struct style *style = typesetter_style(f->typesetter);
    const struct page_style *page = &style->page;
    length most = page->gutter / 2;
    most = page->outer_margin < most ? page->outer_margin : most;
    most = page->binding_margin < most ? page->binding_margin : most;
    return (struct atoms_terms){
        .measure = f->measure,
        .hyphens = f->justified,
        .protrusion = {.most = most, .share = f->justified ? style->protrusion : 0u}};
}

/* Four tenths of an em are a long kashida. */
static struct kashida_measures measure_kashida(const struct filling *f,
                                               const struct kashida_limits *limits) {
    length em = role_script(f->text->role, f->text->arabic)->size;
    length unit = f->kashidas[0].unit;
    length longest = units_scale(limits->longest, em, 1000);
    return (struct kashida_measures){
        .from = limits->from,
        .spaces = limits->spaces,
        .unit = unit,
        .units = longest > unit ? (uint32_t)((longest + unit / 2) / unit) : 1,
        .long_one = units_scale(400, em, 1000),
        .per_line = limits->per_line,
        .apart = limits->apart};
}

static const struct kashida_style *kashida_style_of(const struct filling *f) {
    return &typesetter_style(f->typesetter)->kashida;
}

static bool may_stretch(const struct filling *f) {
    return f->justified && f->text->arabic &&
           kashida_style_of(f)->use != KASHIDA_UNUSED;
}

static void allow_kashida(struct filling *f) {
    const struct kashida_style *style = kashida_style_of(f);
    f->kashidas = text_kashidas(f->typesetter, f->arena, f->text, &f->kashida_count);
    if (!f->kashida_count)
        return;
    atoms_count_kashidas(f->atoms, f->kashidas, f->kashida_count);
    f->limits.kashida =
        measure_kashida(f, style->use == KASHIDA_FULL ? &style->full : &style->sparing);
}

/* --- breaks ------------------------------------------------------------------------------ */

/* Spaces alone, if they can do it well; where kashida is used fully it has its part in any
   case. */
static size_t *find_breaks(struct filling *f, size_t *count) {
    size_t *breaks = NULL;
    bool full = may_stretch(f) && kashida_style_of(f)->use == KASHIDA_FULL;
    if (!full)
        breaks =
            fill_breaks(f->arena, f->atoms, f->measure, &f->limits, FILL_FIRST, count);
    if (breaks)
        return breaks;
    if (may_stretch(f))
        allow_kashida(f);
    f->limits.hyphens = true;
    breaks =
        fill_breaks(f->arena, f->atoms, f->measure, &f->limits, FILL_SECOND, count);
    return breaks ? breaks
                  : fill_breaks(f->arena, f->atoms, f->measure, &f->limits, FILL_ANY,
                                count);
}

/* --- lines ------------------------------------------------------------------------------- */

/* Natural widths of a line from atom `first` through `last`. */
static struct kashida_line line_widths(const struct filling *f, size_t first,
                                       size_t last) {
    const struct atom *atoms = f->atoms.items;
    struct kashida_line line = {
        .start = atoms[first].start,
        .end = atoms[last].text_end,
        .measure = f->measure + atoms[first].hang_start + atoms[last].hang_end,
        .natural = atoms[last].hyphen,
        .em = role_script(f->text->role, f->text->arabic)->size};
    for (size_t i = first; i <= last; i++) {
        length glue = i < last ? atoms[i].glue : 0;
        line.natural += atoms[i].width + glue;
        line.spaces += atoms[i].inner_glue + glue;
    }
    return line;
}

static void add_hyphen(const struct filling *f, struct placed_line *placed,
                       struct text_insertion *insertions) {
    const struct text_run *run = text_run_at(f->text, placed->end - 1);
    if (!run)
        return;
    insertions[placed->insertion_count++] =
        (struct text_insertion){placed->end, face_hyphen(run->face), 1};
    placed->hyphenated = true;
}

/* `above` is what the line before left, and then what this one leaves. */
static struct line place_line(const struct filling *f, size_t first, size_t last,
                              struct kashida_marks *above) {
    struct kashida_line widths = line_widths(f, first, last);
    const struct atom *start = &f->atoms.items[first], *end = &f->atoms.items[last];
    struct placed_line placed = {.start = widths.start,
                                 .end = widths.end,
                                 .measure = f->justified ? f->measure : 0,
                                 .hang_start = start->hang_start,
                                 .hang_end = end->hang_end,
                                 .widest = end->required ? 1000 : f->space->widest};
    struct text_insertion hyphen, *insertions = &hyphen;
    struct kashida_marks marks = {0};
    widths.above = above;
    if (f->limits.kashida.per_line && !end->required)
        insertions = kashida_choose(f->arena, f->atoms, f->kashidas, f->kashida_count,
                                    &f->limits.kashida, &widths, &marks,
                                    &placed.insertion_count);
    uint32_t kashidas = (uint32_t)placed.insertion_count;
    *above = marks;
    if (end->hyphenated)
        add_hyphen(f, &placed, insertions);
    placed.insertions = insertions;
    struct line line = line_place(f->typesetter, f->arena, f->text, &placed);
    line.kashidas = kashidas;
    line.hyphenated = end->hyphenated;
    line.last = end->required;
    return line;
}

struct lines lines_fill(struct typesetter *typesetter, struct arena *arena,
                        const struct text *text, length measure,
                        enum alignment alignment, struct diag *diag) {
    const struct style *style = typesetter_style(typesetter);
    struct filling f = {.typesetter = typesetter,
                        .arena = arena,
                        .text = text,
                        .space =
                            text->arabic ? &style->arabic_space : &style->latin_space,
                        .measure = measure,
                        .justified = alignment == ALIGN_JUSTIFIED};
    uint32_t cut;
    struct atoms_terms terms = atoms_terms_of(&f);
    f.atoms = atoms_measure(arena, text, &terms, &cut);
    if (cut != UINT32_MAX && diag)
        warn_of_cut(diag, text, cut);
    f.limits = limits_of(&f);
    struct lines lines = {0};
    if (!f.atoms.count)
        return lines;
    size_t *breaks = find_breaks(&f, &lines.count);
    lines.lines = arena_array(arena, struct line, lines.count);
    struct kashida_marks above = {0};
    for (size_t i = 0, atom = 0; i < lines.count; i++) {
        lines.lines[i] = place_line(&f, atom, breaks[i], &above);
        atom = breaks[i] + 1;
    }
    if (diag && f.justified)
        lines_report(text, f.space, &lines, measure, diag);
    return lines;
}

struct text_extent lines_extent(struct arena *arena, const struct text *text) {
    uint32_t cut;
    struct atoms_terms terms = {.measure = INT32_MAX};
    struct atoms atoms = atoms_measure(arena, text, &terms, &cut);
    struct text_extent extent = {0};
    int64_t line = 0;
    for (size_t i = 0; i < atoms.count; i++) {
        const struct atom *atom = &atoms.items[i];
        int64_t width = line + atom->width;
        if (width > INT32_MAX)
            width = INT32_MAX;
        length alone = atom->width + atom->hyphen;
        extent.narrowest = alone > extent.narrowest ? alone : extent.narrowest;
        extent.natural = width > extent.natural ? (length)width : extent.natural;
        line = atom->required ? 0 : width + atom->glue;
    }
    return extent;
}
