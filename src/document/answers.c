/* SPDX-License-Identifier: MIT */
/* Keeps the findings and recommendations of a language, numbers them, and links them both
   ways when all have been read: a recommendation says what it answers, and a finding learns
   from that what answers it. Then the languages are compared. */
#include "document/internal.h"

/* A finding that a recommendation says it answers. */
struct asked {
    struct numbered *recommendation, *finding; /* NULL: not found */
    const char *id;
    struct position position;
};

struct answers {
    struct reading *reading;
    struct ids *ids;
    const struct language *language;
    struct finding **findings;
    size_t finding_count, finding_capacity;
    struct recommendation **recommendations;
    size_t recommendation_count, recommendation_capacity;
    struct asked *asked;
    size_t asked_count, asked_capacity;
};

struct answers *answers_new(struct reading *reading, struct ids *ids,
                            const struct language *language) {
    struct answers *answers = arena_new(reading->arena, struct answers);
    *answers = (struct answers){.reading = reading, .ids = ids, .language = language};
    return answers;
}

size_t answers_findings(const struct answers *answers) {
    return answers->finding_count;
}

size_t answers_recommendations(const struct answers *answers) {
    return answers->recommendation_count;
}

static void give_number(struct answers *answers, struct numbered *numbered,
                        size_t number, enum term term) {
    const struct language *language = answers->language;
    struct arena *arena = answers->reading->arena;
    numbered->language = language;
    numbered->number = (uint32_t)number;
    numbered->digits = locale_number(arena, numbered->number, language->digits);
    numbered->label = arena_printf(arena, "%s\u00A0%s",
                                   locale_term(language->tag, term), numbered->digits);
}

void answers_add_finding(struct answers *answers, struct finding *finding) {
    arena_reserve(answers->reading->arena, answers->findings, answers->finding_count,
                  answers->finding_capacity);
    answers->findings[answers->finding_count++] = finding;
    give_number(answers, &finding->numbered, answers->finding_count, TERM_FINDING);
}

void answers_add_recommendation(struct answers *answers,
                                struct recommendation *recommendation) {
    arena_reserve(answers->reading->arena, answers->recommendations,
                  answers->recommendation_count, answers->recommendation_capacity);
    answers->recommendations[answers->recommendation_count++] = recommendation;
    give_number(answers, &recommendation->numbered, answers->recommendation_count,
                TERM_RECOMMENDATION);
}

void answers_ask(struct answers *answers, const char *id, struct position position) {
    arena_reserve(answers->reading->arena, answers->asked, answers->asked_count,
                  answers->asked_capacity);
    answers->asked[answers->asked_count++] = (struct asked){
        .recommendation =
            &answers->recommendations[answers->recommendation_count - 1]->numbered,
        .id = id,
        .position = position};
}

/* --- both ways ------------------------------------------------------------------------- */

static void tell(const struct answers *answers, enum diag_id id,
                 struct position position, const char *a, const char *b) {
    diag_add(answers->reading->diag, id, position, a, b);
}

static void refuse(struct answers *answers, const struct asked *asked, const char *id) {
    const char *nearest = ids_nearest(answers->ids, id);
    const struct block *title = nearest ? ids_find(answers->ids, nearest) : NULL;
    if (!title || !title->finding) {
        tell(answers, DIAG_ANSWERS_ABSENT, asked->position, asked->id, NULL);
        return;
    }
    const struct numbered *finding = &title->finding->numbered;
    tell(answers, DIAG_ANSWERS_NEAREST, asked->position, asked->id,
         arena_printf(answers->reading->arena, "%s, in %s:%u", finding->id,
                      finding->position.source->path,
                      (unsigned)finding->position.line));
}

/* Whether the same recommendation has said so before: those of one stand together. */
static bool is_repeated(const struct answers *answers, const struct asked *asked) {
    for (const struct asked *before = asked; before-- > answers->asked;) {
        if (before->recommendation != asked->recommendation)
            return false;
        if (before->finding == asked->finding)
            return true;
    }
    return false;
}

static void find_asked(struct answers *answers, struct asked *asked) {
    const char *id = arena_printf(answers->reading->arena, "finding:%s", asked->id);
    const struct block *title = ids_find(answers->ids, id);
    if (!title)
        refuse(answers, asked, id);
    struct finding *finding =
        title ? (struct finding *)(uintptr_t)title->finding : NULL;
    asked->finding = finding ? &finding->numbered : NULL;
    if (asked->finding && is_repeated(answers, asked)) {
        tell(answers, DIAG_ANSWERS_REPEATED, asked->position, asked->id, NULL);
        asked->finding = NULL;
    }
}

static void make_room(struct answers *answers, struct numbered *numbered) {
    numbered->answers = arena_array(answers->reading->arena, const struct numbered *,
                                    numbered->answer_count);
    numbered->answer_count = 0;
}

/* By their numbers; there are few. */
static void insert_finding(struct numbered *recommendation,
                           const struct numbered *finding) {
    size_t at = recommendation->answer_count++;
    for (; at && recommendation->answers[at - 1]->number > finding->number; at--)
        recommendation->answers[at] = recommendation->answers[at - 1];
    recommendation->answers[at] = finding;
}

/* First it is known how many each has, then which. */
static void link_both(struct answers *answers) {
    for (size_t i = 0; i < answers->asked_count; i++) {
        struct asked *asked = &answers->asked[i];
        find_asked(answers, asked);
        if (!asked->finding)
            continue;
        asked->recommendation->answer_count++;
        asked->finding->answer_count++;
    }
    for (size_t i = 0; i < answers->finding_count; i++)
        make_room(answers, &answers->findings[i]->numbered);
    for (size_t i = 0; i < answers->recommendation_count; i++)
        make_room(answers, &answers->recommendations[i]->numbered);
    for (size_t i = 0; i < answers->asked_count; i++) {
        struct numbered *finding = answers->asked[i].finding;
        struct numbered *recommendation = answers->asked[i].recommendation;
        if (!finding)
            continue;
        insert_finding(recommendation, finding);
        finding->answers[finding->answer_count++] = recommendation;
    }
}

static void tell_unlinked(const struct answers *answers) {
    size_t asked = 0;
    for (size_t i = 0; i < answers->recommendation_count; i++) {
        const struct numbered *numbered = &answers->recommendations[i]->numbered;
        size_t before = asked;
        while (asked < answers->asked_count &&
               answers->asked[asked].recommendation == numbered)
            asked++;
        if (asked == before)
            tell(answers, DIAG_ANSWERS_NOTHING, numbered->position, numbered->id,
                 numbered->id);
    }
    for (size_t i = 0; i < answers->finding_count; i++) {
        const struct numbered *numbered = &answers->findings[i]->numbered;
        if (!numbered->answer_count)
            tell(answers, DIAG_FINDING_UNANSWERED, numbered->position, numbered->id,
                 numbered->id);
    }
}

void answers_finish(struct answers *answers) {
    link_both(answers);
    tell_unlinked(answers);
}

/* --- the languages --------------------------------------------------------------------- */

static const struct block *find_partner(const struct answers *in, const char *kind,
                                        const struct numbered *numbered) {
    const char *id = arena_printf(in->reading->arena, "%s:%s", kind, numbered->id);
    return ids_find(in->ids, id);
}

static void tell_absent(const struct answers *in, const char *kind,
                        const struct numbered *numbered) {
    tell(in, DIAG_ANSWER_ABSENT, numbered->position,
         arena_printf(in->reading->arena, "%s %s", kind, numbered->id),
         in->language->tag);
}

static bool answers_same(const struct numbered *a, const struct numbered *b) {
    if (a->answer_count != b->answer_count)
        return false;
    for (size_t i = 0; i < a->answer_count; i++) {
        size_t n = 0;
        while (n < b->answer_count && strcmp(a->answers[i]->id, b->answers[n]->id))
            n++;
        if (n == b->answer_count)
            return false;
    }
    return true;
}

static void compare_recommendation(const struct answers *in,
                                   const struct numbered *numbered, bool first) {
    const struct block *partner = find_partner(in, "rec", numbered);
    if (!partner || !partner->recommendation) {
        tell_absent(in, "recommendation", numbered);
        return;
    }
    const struct numbered *other = &partner->recommendation->numbered;
    if (first && !answers_same(numbered, other))
        tell(in, DIAG_PARTNER_ANSWERS, numbered->position, numbered->id,
             arena_printf(in->reading->arena, "%s:%u", other->position.source->path,
                          (unsigned)other->position.line));
}

/* What `of` has that `in` lacks; `first`: this is the first time they are compared. */
static void compare(const struct answers *of, const struct answers *in, bool first) {
    for (size_t i = 0; i < of->finding_count; i++) {
        const struct numbered *numbered = &of->findings[i]->numbered;
        const struct block *partner = find_partner(in, "finding", numbered);
        if (!partner)
            tell_absent(in, "finding", numbered);
    }
    for (size_t i = 0; i < of->recommendation_count; i++)
        compare_recommendation(in, &of->recommendations[i]->numbered, first);
}

static void put_together(struct document *document, struct answers *const *answers,
                         size_t count, struct arena *arena) {
    size_t findings = 0, recommendations = 0;
    for (size_t i = 0; i < count; i++) {
        findings += answers[i]->finding_count;
        recommendations += answers[i]->recommendation_count;
    }
    const struct finding **all = arena_array(arena, const struct finding *, findings);
    const struct recommendation **each =
        arena_array(arena, const struct recommendation *, recommendations);
    document->findings = all;
    document->recommendations = each;
    for (size_t i = 0; i < count; i++) {
        for (size_t n = 0; n < answers[i]->finding_count; n++)
            all[document->finding_count++] = answers[i]->findings[n];
        for (size_t n = 0; n < answers[i]->recommendation_count; n++)
            each[document->recommendation_count++] = answers[i]->recommendations[n];
    }
}

void answers_compare(struct report *report, struct answers *const *answers) {
    size_t count = report->language_count;
    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; b < count; b++)
            if (a != b)
                compare(answers[a], answers[b], a < b);
    put_together(report->document, answers, count, report->reading->arena);
}
