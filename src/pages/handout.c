/* SPDX-License-Identifier: MIT */
/* Lays out a handout: one size for all of it, the nearest to the theme's at which the spaces
   of every side are neither too tight nor too loose. Each size is tried in an arena of its
   own, and the one that is taken is set once more. */
#include "pages/handout.h"
#include "pages/book.h"

enum { SIDES = 4, SIZE_STEP = 10 /* [1/1000] between sizes that are tried */ };

/* The parts on each side of a language. */
struct sides {
    size_t starts[SIDES + 1];
    size_t count;
};

/* What there is to lay out. */
struct job {
    const struct document *document;
    const struct edition *edition;
    const struct style *style;
    struct pages_means means;
    struct diag *diag;
};

/* One try. */
struct attempt {
    const struct job *job;
    struct arena *arena, *scratch;
    struct composer composer;
    struct pages *pages;
    struct handout_setting setting;
    struct sides *sides; /* by language */
};

/* --- which part is on which side ------------------------------------------------------------- */

static length room_of(const struct brief_setting *brief) {
    return brief->frame.bottom - brief->frame.top;
}

/* The side that is fullest with parts [starts[i], starts[i + 1]) on each. */
static length fullest(const struct style *style, const struct brief_setting *brief,
                      const struct sides *sides) {
    length most = 0;
    for (size_t i = 0; i < sides->count; i++) {
        length height = handout_height(style, brief->parts + sides->starts[i],
                                       sides->starts[i + 1] - sides->starts[i], 1000);
        most = height > most ? height : most;
    }
    return most;
}

/* Tries every way to go on from side `at`, and keeps the best. */
static void share(const struct style *style, const struct brief_setting *brief,
                  struct sides *sides, size_t at, struct sides *best) {
    size_t left = sides->count - at;
    if (left == 0) {
        if (!best->count || fullest(style, brief, sides) < fullest(style, brief, best))
            *best = *sides;
        return;
    }
    size_t first = sides->starts[at] + 1, last = brief->part_count - (left - 1);
    if (left == 1)
        first = brief->part_count;
    for (size_t end = first; end <= last; end++) {
        sides->starts[at + 1] = end;
        share(style, brief, sides, at + 1, best);
    }
}

static struct sides find_sides(const struct style *style,
                               const struct brief_setting *brief, size_t count) {
    struct sides sides = {.count =
                              count < brief->part_count ? count : brief->part_count};
    struct sides best = {.count = 0};
    share(style, brief, &sides, 0, &best);
    return best;
}

/* --- tries ----------------------------------------------------------------------------------- */

static void begin(struct attempt *attempt, const struct job *job, struct arena *arena,
                  struct diag *diag, struct handout_size size) {
    const struct edition *edition = job->edition;
    const struct style *style =
        style_handout(arena, job->style, edition->handout->paper.width, size);
    *attempt = (struct attempt){.job = job, .arena = arena, .scratch = arena_create()};
    attempt->composer = (struct composer){
        .arena = arena,
        .scratch = attempt->scratch,
        .typesetter = typesetter_open(arena, style, job->means.fonts, diag),
        .style = style,
        .diag = diag,
        .means = job->means,
        .structure = {.arena = arena},
        .measure = style_measure(style),
        .column = style_measure(style),
        .role = ROLE_TEXT,
        .resolution = edition->resolution};
    struct composer *composer = &attempt->composer;
    composer->anchors = anchors_collect(arena, job->document, edition);
    attempt->pages = pages_new(composer, job->document, edition);
    composer->element = (struct element *)(uintptr_t)attempt->pages->structure;
    attempt->setting = (struct handout_setting){.composer = composer,
                                                .document = job->document,
                                                .edition = edition,
                                                .style = style,
                                                .measure = style_wide_measure(style)};
    handout_set(&attempt->setting);
    size_t languages = edition->language_count;
    attempt->sides = arena_array(arena, struct sides, languages);
    for (size_t i = 0; i < languages; i++)
        attempt->sides[i] = find_sides(style, &attempt->setting.briefs[i],
                                       edition->handout->sides / languages);
}

static void end(struct attempt *attempt) {
    typesetter_close(attempt->composer.typesetter);
    arena_destroy(attempt->scratch);
}

/* Of the side that is fullest. */
static int32_t least_ease(const struct attempt *attempt) {
    int32_t least = (int32_t)attempt->setting.style->handout.loosest;
    for (size_t l = 0; l < attempt->job->edition->language_count; l++) {
        const struct brief_setting *brief = &attempt->setting.briefs[l];
        const struct sides *sides = &attempt->sides[l];
        for (size_t i = 0; i < sides->count; i++) {
            int32_t ease =
                handout_ease(attempt->setting.style, brief->parts + sides->starts[i],
                             sides->starts[i + 1] - sides->starts[i], room_of(brief));
            least = ease < least ? ease : least;
        }
    }
    return least;
}

/* How far the spaces of the fullest side can be opened at a size. */
static int32_t try_size(const struct job *job, struct handout_size size) {
    struct arena *arena = arena_create();
    struct job silent = *job;
    struct attempt attempt;
    silent.means.text = silent.means.lines = NULL;
    begin(&attempt, &silent, arena, diag_new(arena), size);
    int32_t ease = attempt.composer.failed ? 1000 : least_ease(&attempt);
    end(&attempt);
    arena_destroy(arena);
    return ease;
}

static struct handout_size step_size(int32_t step, bool tight) {
    return (struct handout_size){step * SIZE_STEP, tight};
}

/* The largest step from `low` on, below `high`, at which spaces are no tighter than this;
   `low` if there is none. */
static int32_t find_last(const struct job *job, int32_t low, int32_t high, int32_t ease,
                         bool tight) {
    while (high - low > 1) {
        int32_t middle = (low + high) / 2;
        if (try_size(job, step_size(middle, tight)) >= ease)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* The size nearest to the theme's at which all fits: smaller where even tight spaces are not
   enough, larger where loose ones do not fill the sides. */
static struct handout_size find_size(const struct job *job) {
    const struct handout_style *style = &job->style->handout;
    int32_t tightest = (int32_t)style->tightest, loosest = (int32_t)style->loosest;
    int32_t whole = 1000 / SIZE_STEP, least = (int32_t)style->smallest / SIZE_STEP;
    int32_t ease = try_size(job, step_size(whole, false));
    if (ease < tightest && try_size(job, step_size(whole, true)) < tightest)
        return step_size(find_last(job, least, whole, tightest, true), true);
    if (ease < loosest)
        return step_size(whole, ease < tightest);
    int32_t most = (int32_t)style->largest / SIZE_STEP;
    int32_t last = find_last(job, whole, most + 1, loosest, false);
    int32_t next = last < most ? last + 1 : most;
    bool fits = try_size(job, step_size(next, false)) >= tightest;
    return step_size(fits ? next : last, false);
}

/* --- what is told ----------------------------------------------------------------------------- */

static const char *count_lines(struct attempt *attempt, length height) {
    const struct style *style = attempt->setting.style;
    length leading = style->roles[ROLE_HANDOUT_TEXT].latin.leading;
    length lines = (height + leading - 1) / leading;
    return arena_printf(attempt->arena, "%d line%s", (int)lines, lines == 1 ? "" : "s");
}

static length tight_height(const struct attempt *attempt, const struct part *parts,
                           size_t count) {
    const struct style *style = attempt->setting.style;
    return handout_height(style, parts, count, (int32_t)style->handout.tightest);
}

/* How many slabs less of a stack make the parts fit; 0 if none do. */
static size_t find_fewer(const struct attempt *attempt, struct stack *stack,
                         const struct part *parts, size_t count, length room) {
    size_t all = stack->count, fewer = 0;
    for (stack->count = all - 1; stack->count && !fewer; stack->count--)
        if (tight_height(attempt, parts, count) <= room)
            fewer = all - stack->count;
    stack->count = all;
    return fewer;
}

static const char *add_remedy(struct attempt *attempt, const char *remedies,
                              const char *remedy) {
    return arena_printf(attempt->arena, "%s%s%s", remedies, *remedies ? ", or " : "",
                        remedy);
}

/* What alone would make it fit: "the chart, or 2 recommendations". */
static const char *find_remedies(struct attempt *attempt, struct part *parts,
                                 size_t count, length room) {
    const char *remedies = "";
    for (size_t p = 0; p < count; p++) {
        for (size_t s = 0; s < parts[p].stack_count; s++) {
            struct stack *stack = &parts[p].stacks[s];
            size_t fewer = stack->what && stack->count
                               ? find_fewer(attempt, stack, parts, count, room)
                               : 0;
            if (fewer)
                remedies = add_remedy(attempt, remedies,
                                      arena_printf(attempt->arena, "%zu %s%s", fewer,
                                                   stack->what, fewer == 1 ? "" : "s"));
        }
        length chart = parts[p].what ? tight_height(attempt, &parts[p], 1) : 0;
        if (chart && tight_height(attempt, parts, count) - chart <= room)
            remedies = add_remedy(attempt, remedies, parts[p].what);
    }
    return remedies;
}

static void tell_full(struct attempt *attempt, const struct brief_setting *brief,
                      struct part *parts, size_t count) {
    length room = room_of(brief);
    const char *lines =
        count_lines(attempt, tight_height(attempt, parts, count) - room);
    const char *remedies = find_remedies(attempt, parts, count, room);
    const char *what =
        *remedies ? arena_printf(attempt->arena, "%s too many; it would fit without %s",
                                 lines, remedies)
                  : arena_printf(attempt->arena, "%s too many", lines);
    diag_add(attempt->job->diag, DIAG_HANDOUT_FULL, attempt->job->edition->position,
             brief->brief->language->tag, what);
}

static void tell_room(struct attempt *attempt, const struct brief_setting *brief,
                      const struct part *parts, size_t count) {
    const struct style *style = attempt->setting.style;
    length spare = room_of(brief) -
                   handout_height(style, parts, count, (int32_t)style->handout.loosest);
    diag_add(attempt->job->diag, DIAG_HANDOUT_ROOM, attempt->job->edition->position,
             brief->brief->language->tag, count_lines(attempt, spare));
}

/* --- pages ----------------------------------------------------------------------------------- */

static struct page *add_page(struct attempt *attempt, const struct language *language) {
    struct pages *pages = attempt->pages;
    const struct handout *handout = attempt->job->edition->handout;
    size_t index = pages->count++;
    struct page *page = &pages->pages[index];
    *page = (struct page){
        .width = handout->paper.width,
        .height = handout->paper.height,
        .language = language->tag,
        .direction = language->direction,
        .label = locale_number(attempt->arena, (uint32_t)index + 1, language->digits)};
    return page;
}

static void lay_side(struct attempt *attempt, const struct brief_setting *brief,
                     struct part *parts, size_t count) {
    const struct style *style = attempt->setting.style;
    struct page *page = add_page(attempt, brief->brief->language);
    int32_t ease = handout_ease(style, parts, count, room_of(brief));
    if (ease < (int32_t)style->handout.tightest)
        tell_full(attempt, brief, parts, count);
    else if (ease >= (int32_t)style->handout.loosest)
        tell_room(attempt, brief, parts, count);
    handout_place(&attempt->setting, page, brief, parts, count);
}

static void lay_brief(struct attempt *attempt, size_t language) {
    const struct brief_setting *brief = &attempt->setting.briefs[language];
    const struct sides *sides = &attempt->sides[language];
    const struct job *job = attempt->job;
    if (job->edition->language_count > 1)
        outline_add_part(&attempt->composer, job->document, brief->brief->language,
                         attempt->pages->count);
    if (!sides->count)
        diag_add(job->diag, DIAG_HANDOUT_EMPTY, job->edition->position,
                 brief->brief->language->tag, NULL);
    for (size_t i = 0; i < sides->count; i++)
        lay_side(attempt, brief, brief->parts + sides->starts[i],
                 sides->starts[i + 1] - sides->starts[i]);
}

/* Whether a column has room for a few letters. */
static bool is_wide(const struct job *job) {
    enum { LEAST = 34000 };
    struct arena *arena = arena_create();
    const struct style *style =
        style_handout(arena, job->style, job->edition->handout->paper.width,
                      (struct handout_size){1000, false});
    bool wide = style->page.column > LEAST;
    arena_destroy(arena);
    if (!wide)
        diag_add(job->diag, DIAG_HANDOUT_NARROW, job->edition->position, "12 mm", NULL);
    return wide;
}

const struct pages *handout_lay_out(struct arena *arena,
                                    const struct document *document,
                                    const struct edition *edition,
                                    const struct style *style, struct pages_means means,
                                    struct diag *diag) {
    struct job job = {document, edition, style, means, diag};
    struct attempt attempt;
    if (!is_wide(&job))
        return NULL;
    begin(&attempt, &job, arena, diag, find_size(&job));
    attempt.pages->pages = arena_array(arena, struct page, edition->handout->sides);
    for (size_t i = 0; i < edition->language_count && !attempt.composer.failed; i++)
        lay_brief(&attempt, i);
    attempt.pages->outline = attempt.composer.outline;
    attempt.pages->outline_count = attempt.composer.outline_count;
    attempt.pages->element_count = attempt.composer.structure.count;
    end(&attempt);
    if (attempt.composer.failed)
        return NULL;
    leaks_check(attempt.pages, document, edition, diag);
    return attempt.pages;
}
