/* SPDX-License-Identifier: MIT */
/* Reads what a handout shows from its edition in report.yaml:

       handout:
         sides: 2
         paper: A4
         findings: [use-of-force, due-process]
         figures: [nasiriyah]
         charts: [october-25]
         calls: [government-protect]

   A list that is left out is what a meeting is told first: every finding, three key figures,
   a chart for each side, the most urgent recommendations. */
#include "document/internal.h"

#include "base/nearest.h"

enum { FIGURES = 3, SIDES = 4 };

/* --- what there is ------------------------------------------------------------------------ */

struct pool {
    const char *what, *language; /* as messages name them */
    const char **ids;
    const void **items;
    size_t count, capacity, id_capacity;
};

static void add(struct arena *arena, struct pool *pool, const char *id,
                const void *item) {
    size_t count = pool->count;
    arena_reserve(arena, pool->items, pool->count, pool->capacity);
    arena_reserve(arena, pool->ids, count, pool->id_capacity);
    pool->ids[pool->count] = id;
    pool->items[pool->count++] = item;
}

/* An id without its kind; one that nothing can name where it has none. */
static const char *bare_id(const char *id) {
    const char *colon = id ? strchr(id, ':') : NULL;
    return colon ? colon + 1 : "";
}

/* Everything that can be asked for, in one language. */
struct pools {
    struct pool findings, figures, charts, calls;
};

static void add_blocks(struct arena *arena, struct pools *pools,
                       const struct block *block) {
    for (; block; block = block->next) {
        if (block->kind == BLOCK_CALLOUT && block->callout == CALLOUT_KEY)
            add(arena, &pools->figures, bare_id(block->id), block);
        if (block->kind == BLOCK_FIGURE && block->figure->chart)
            add(arena, &pools->charts, bare_id(block->id), block);
        add_blocks(arena, pools, block->children);
    }
}

static struct pools find_pools(struct report *report, const struct language *language) {
    struct arena *arena = report->reading->arena;
    const struct document *document = report->document;
    const char *tag = language->tag;
    struct pools pools = {.findings = {.what = "finding", .language = tag},
                          .figures = {.what = "key figure", .language = tag},
                          .charts = {.what = "chart", .language = tag},
                          .calls = {.what = "recommendation", .language = tag}};
    for (size_t i = 0; i < document->finding_count; i++)
        if (document->findings[i]->numbered.language == language)
            add(arena, &pools.findings, document->findings[i]->numbered.id,
                document->findings[i]);
    for (size_t i = 0; i < document->recommendation_count; i++)
        if (document->recommendations[i]->numbered.language == language)
            add(arena, &pools.calls, document->recommendations[i]->numbered.id,
                document->recommendations[i]);
    for (size_t i = 0; i < document->section_count; i++)
        if (document->sections[i].language == language)
            add_blocks(arena, &pools, document->sections[i].blocks);
    return pools;
}

/* --- what is chosen of it ------------------------------------------------------------------ */

static void choose_one(struct report *report, const struct pool *pool,
                       const struct yaml *item, struct pool *chosen) {
    const char *id = yaml_text(report->reading, item);
    struct arena *arena = report->reading->arena;
    if (!id)
        return;
    for (size_t i = 0; i < pool->count; i++)
        if (!strcmp(pool->ids[i], id)) {
            add(arena, chosen, id, pool->items[i]);
            return;
        }
    const char *what =
        arena_printf(arena, "%s %s in %s", pool->what, id, pool->language);
    const char *nearest = nearest_word(id, pool->ids, pool->count);
    report_tell(report, nearest && *nearest ? DIAG_HANDOUT_ID : DIAG_HANDOUT_NONE,
                item->position, what, nearest);
}

/* Those that a key lists; NULL: nothing is said, and all are. */
static struct pool choose(struct report *report, const struct pool *pool,
                          const struct yaml *list) {
    struct pool chosen = {.what = pool->what, .language = pool->language};
    if (!list)
        return *pool;
    if (!yaml_expect(report->reading, list, YAML_LIST))
        return chosen;
    yaml_check_repeats(report->reading, list);
    for (const struct yaml *item = list->items; item; item = item->next)
        choose_one(report, pool, item, &chosen);
    return chosen;
}

static size_t at_most(size_t count, size_t most) {
    return count < most ? count : most;
}

static uint32_t urgency_of(const void *item) {
    return ((const struct recommendation *)item)->urgency;
}

/* Those of the priority that comes first in the report's list; all where none has one. */
static void keep_urgent(struct pool *calls) {
    uint32_t first = 0;
    for (size_t i = 0; i < calls->count; i++) {
        uint32_t urgency = urgency_of(calls->items[i]);
        if (urgency && (!first || urgency < first))
            first = urgency;
    }
    size_t kept = 0;
    for (size_t i = 0; i < calls->count; i++)
        if (!first || urgency_of(calls->items[i]) == first)
            calls->items[kept++] = calls->items[i];
    calls->count = kept;
}

static struct brief read_brief(struct report *report, const struct yaml *map,
                               const struct language *language, size_t sides) {
    struct pools pools = find_pools(report, language);
    static const char *const keys[] = {"findings", "figures", "charts", "calls"};
    const struct yaml *lists[4];
    for (size_t i = 0; i < 4; i++)
        lists[i] = map ? yaml_find(map, keys[i]) : NULL;
    struct pool findings = choose(report, &pools.findings, lists[0]);
    struct pool figures = choose(report, &pools.figures, lists[1]);
    struct pool charts = choose(report, &pools.charts, lists[2]);
    struct pool calls = choose(report, &pools.calls, lists[3]);
    if (!lists[3])
        keep_urgent(&calls);
    return (struct brief){
        .language = language,
        .findings = (const struct finding **)findings.items,
        .figures = (const struct block **)figures.items,
        .charts = (const struct block **)charts.items,
        .calls = (const struct recommendation **)calls.items,
        .finding_count = findings.count,
        .figure_count = lists[1] ? figures.count : at_most(figures.count, FIGURES),
        .chart_count = lists[2] ? charts.count : at_most(charts.count, sides),
        .call_count = calls.count};
}

/* --- sides ----------------------------------------------------------------------- */

/* A side for each language if nothing is said. */
static uint32_t read_sides(struct report *report, const struct yaml *value,
                           const struct edition *edition) {
    uint32_t languages = (uint32_t)edition->language_count, sides = languages;
    const char *text = value ? yaml_text(report->reading, value) : NULL;
    bool shared = !text || (yaml_whole(text, &sides) && sides && sides <= SIDES &&
                            sides != 3 && sides % languages == 0);
    if (shared)
        return sides;
    report_tell(report, DIAG_HANDOUT_SIDES, value->position, text,
                arena_printf(report->reading->arena, "%u language%s",
                             (unsigned)languages, languages == 1 ? "" : "s"));
    return languages;
}

void handout_read(struct report *report, const struct yaml *map,
                  struct edition *edition) {
    struct arena *arena = report->reading->arena;
    struct handout *handout = arena_new(arena, struct handout);
    struct brief *briefs = arena_array(arena, struct brief, edition->language_count);
    handout->sides = read_sides(report, map ? yaml_find(map, "sides") : NULL, edition);
    const struct yaml *paper = map ? yaml_find(map, "paper") : NULL;
    handout->paper = (struct paper)PAPER_A4;
    if (paper)
        handout->paper = paper_read(report, paper, handout->paper);
    size_t sides = handout->sides / edition->language_count;
    for (size_t i = 0; i < edition->language_count; i++)
        briefs[i] = read_brief(report, map, edition->languages[i], sides ? sides : 1);
    handout->briefs = briefs;
    edition->handout = handout;
    up_read(report, map, edition);
}
