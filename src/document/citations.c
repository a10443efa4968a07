/* SPDX-License-Identifier: MIT */
/* Reads citations,

       [@un2019]  [@un2019, p. 12]  [@un2019, para. 3; -@hrw2020]

   and puts in their place the mark of a note or numbers of the list of sources. In a note of
   the author's they become words of it, unless they are numbers.

   What is written is known only when all of a language has been read: which citation of a
   work is the first in its section, and the order of the list. Until then U+FFFC stands in
   the text, under a link whose target is "[" and which of the citations it is. */
#include "document/internal.h"

#include <stdio.h>
#include <stdlib.h>

enum {
    WORDS_LIMIT = 16 * 1024 * 1024, /* [bytes] of all citations of a language */
    BRACKET_LIMIT = 1000, /* [bytes] */
};

static const char placeholder[] = "\uFFFC";

void citation_read(struct reader *reader, struct slice literal, size_t length) {
    struct composer *composer = &reader->composer;
    compose_open(composer, SPAN_LINK, follow_source(reader));
    compose_bytes(composer, placeholder, strlen(placeholder), follow_source(reader));
    follow_skip(reader, length);
    struct span *span = compose_close(composer, follow_source(reader));
    span->target = arena_copy(reader->markdown->reading->arena, literal.data, length);
}

void citation_check(struct reader *reader, struct slice literal) {
    struct reading *reading = reader->markdown->reading;
    size_t room = literal.length < BRACKET_LIMIT ? literal.length : BRACKET_LIMIT;
    const char *close = memchr(literal.data, ']', room);
    const char *at =
        close ? memchr(literal.data, '@', (size_t)(close - literal.data)) : NULL;
    if (!at || !strchr(" -", at[-1]))
        return;
    size_t length = strcspn(at + 1, " ,;]");
    const char *key = arena_copy(reader->markdown->scratch, at + 1, length);
    if (length && works_have(reading, key))
        follow_tell(reader, DIAG_CITATION_WORDS, (size_t)(close - literal.data) + 1,
                    key);
}

static const char awaited[] = "[@]";

void citation_await(struct reader *reader) {
    struct composer *composer = &reader->composer;
    compose_open(composer, SPAN_LINK, follow_source(reader));
    compose_bytes(composer, placeholder, strlen(placeholder), follow_source(reader));
    compose_close(composer, follow_source(reader))->target = awaited;
}

bool citation_is_awaited(const struct span *span) {
    return span->target == awaited;
}

struct span citation_of(struct arena *arena, struct span span, struct slice keys) {
    span.target = arena_printf(arena, "[%.*s]", (int)keys.length, keys.data);
    return span;
}

bool span_is_citation(const struct span *span) {
    return span->kind == SPAN_LINK && span->target && span->target[0] == '[';
}

/* --- what it says ------------------------------------------------------------------ */

static struct slice trim(struct slice text) {
    while (text.length && strchr(" \t", text.data[0]))
        text = slice_sub(text, 1, text.length);
    while (text.length && strchr(" \t", text.data[text.length - 1]))
        text.length--;
    return text;
}

/* "-@key, p. 12"; without "@" where nothing but keys can stand. */
static bool read_cite(struct reading *reading, struct slice text, bool bare_keys,
                      struct position position, struct cite *cite) {
    struct arena *arena = reading->arena;
    text = trim(text);
    cite->bare = text.length && text.data[0] == '-';
    text = slice_sub(text, cite->bare, text.length);
    bool marked = text.length && text.data[0] == '@';
    text = slice_sub(text, marked, text.length);
    size_t end = 0;
    while (end < text.length && !strchr(" \t,", text.data[end]))
        end++;
    if (!end || (!marked && !bare_keys)) {
        diag_add(reading->diag, DIAG_CITATION_FORM, position, NULL, NULL);
        return false;
    }
    cite->work = works_find(reading, arena_copy(arena, text.data, end), position);
    text = trim(slice_sub(text, end, text.length));
    bool comma = text.length && text.data[0] == ',';
    text = trim(slice_sub(text, comma, text.length));
    cite->locator = arena_copy(arena, text.data, text.length);
    return cite->work != NULL;
}

/* Several, parted by semicolons; those that are there. */
static void read_cites(struct reading *reading, struct slice text, bool bare_keys,
                       struct citation *citation) {
    size_t most = 1;
    for (size_t i = 0; i < text.length; i++)
        most += text.data[i] == ';';
    citation->cites = arena_array(reading->arena, struct cite, most);
    for (size_t start = 0; start <= text.length;) {
        const char *end = memchr(text.data + start, ';', text.length - start);
        size_t next = end ? (size_t)(end - text.data) : text.length;
        struct cite *cite = &citation->cites[citation->count];
        citation->count += read_cite(reading, slice_sub(text, start, next), bare_keys,
                                     citation->position, cite);
        start = next + 1;
    }
}

/* --- those of a language ----------------------------------------------------------- */

static void mark_work(struct reading *reading, struct citations *citations,
                      struct work *work) {
    work->cited = true;
    if (work->citations == citations)
        return;
    work->citations = citations;
    work->section = 0;
    arena_reserve(reading->arena, citations->works, citations->work_count,
                  citations->work_capacity);
    citations->works[citations->work_count++] = work;
}

/* What leads to it from the text. */
static const char *add_citation(struct markdown *markdown, struct citation citation) {
    struct reading *reading = markdown->reading;
    struct citations *citations = ids_citations(markdown->ids);
    citation.section = citations->section;
    citation.turn = citations->count;
    for (size_t i = 0; i < citation.count; i++)
        mark_work(reading, citations, citation.cites[i].work);
    arena_reserve(reading->arena, citations->items, citations->count,
                  citations->capacity);
    citations->items[citations->count] = citation;
    return arena_printf(reading->arena, "[%zu", citations->count++);
}

/* --- numbers of notes -------------------------------------------------------------- */

/* A paragraph that is nothing but a citation. */
static struct paragraph make_paragraph(struct markdown *markdown, const char *target,
                                       struct position position, uint32_t source) {
    struct arena *arena = markdown->reading->arena;
    struct span *span = arena_new(arena, struct span);
    struct place *place = arena_new(arena, struct place);
    *span = (struct span){.kind = SPAN_LINK,
                          .end = (uint32_t)strlen(placeholder),
                          .target = target,
                          .position = position};
    *place = (struct place){0, source};
    return (struct paragraph){.text = slice_of(placeholder),
                              .spans = span,
                              .span_count = 1,
                              .places = place,
                              .place_count = 1,
                              .source = &markdown->locator->source};
}

static const struct note *make_note(struct markdown *markdown,
                                    const struct paragraph *paragraph,
                                    const struct span *span, const char *target) {
    struct arena *arena = markdown->reading->arena;
    struct block *block = arena_new(arena, struct block);
    struct note *note = arena_new(arena, struct note);
    const char *language =
        markdown->tongue.guessed ? paragraph->language : markdown->first_language;
    block->kind = BLOCK_PARAGRAPH;
    block->position = span->position;
    block->language = language;
    block->direction = locale_direction(language);
    block->paragraph = make_paragraph(markdown, target, span->position,
                                      paragraph_source(paragraph, span->start));
    block->paragraph.language = language;
    block->paragraph.direction = block->direction;
    note->number = markdown->notes.numbered;
    note->mark =
        conventions_number(markdown->reading, note->number, markdown->first_language);
    note->blocks = block;
    note->position = span->position;
    reference_keep(markdown, &block->paragraph);
    return note;
}

/* The first mark of a note gives it its number. */
static const char *number_note(struct markdown *markdown, const struct span *span) {
    struct notes *notes = &markdown->notes;
    struct note *note = &notes->notes[span->note - notes->notes];
    if (!span->repeated) {
        note->number = ++notes->numbered;
        note->mark = conventions_number(markdown->reading, note->number,
                                        markdown->first_language);
    }
    return note->mark;
}

static bool has_numbers(const struct reading *reading) {
    return reading->conventions && reading->conventions->numbered_works;
}

static enum citation_form find_form(const struct markdown *markdown) {
    if (has_numbers(markdown->reading))
        return CITATION_NUMBER;
    return markdown->in_note ? CITATION_INSIDE : CITATION_NOTE;
}

/* The words that hold its place until all citations are known; NULL if it cites nothing. */
static const char *settle(struct markdown *markdown, const struct paragraph *paragraph,
                          struct span *span) {
    struct citation citation = {.form = find_form(markdown),
                                .position = span->position};
    const struct note *around = markdown->notes.current;
    struct slice text = slice_of(span->target);
    read_cites(markdown->reading, slice_sub(text, 1, text.length - 1), false,
               &citation);
    if (!citation.count)
        return NULL;
    citation.note = around ? around->number : markdown->notes.numbered + 1;
    const char *target = add_citation(markdown, citation);
    span->target = target;
    if (citation.form != CITATION_NOTE)
        return placeholder;
    markdown->notes.numbered++;
    span->kind = SPAN_NOTE;
    span->note = make_note(markdown, paragraph, span, target);
    return span->note->mark;
}

/* Whether a span ends where another does. */
static bool is_last_inside(const struct paragraph *paragraph, size_t index) {
    for (size_t i = 0; i < index; i++)
        if (paragraph->spans[i].end == paragraph->spans[index].end)
            return true;
    return false;
}

/* European, Arabic-Indic or Persian. */
static bool ends_in_digit(const char *text, uint32_t end) {
    unsigned char last = end ? (unsigned char)text[end - 1] : 0;
    unsigned char before = end > 1 ? (unsigned char)text[end - 2] : 0;
    return (last >= '0' && last <= '9') ||
           (before == 0xD9 && last >= 0xA0 && last <= 0xA9) ||
           (before == 0xDB && last >= 0xB0 && last <= 0xB9);
}

/* The mark of a note stands close to the word before it, apart from a number, or its text
   would be another (12 and a mark 1), and, but in Arabic letters, after
   a punctuation mark that follows it; but not to the one before, which ends at `done`. */
static void make_edit(struct markdown *markdown, const struct paragraph *paragraph,
                      size_t index, const char *mark, uint32_t done,
                      struct edit *edit) {
    const char *text = paragraph->text.data;
    char after = text[edit->end], next = after ? text[edit->end + 1] : '\0';
    bool moves = after && strchr(",.;:?!", after) &&
                 !(next && strchr(",.;:?!", next)) &&
                 locale_direction(paragraph->language) == DIRECTION_LTR &&
                 !is_last_inside(paragraph, index);
    edit->start -= edit->start > done && text[edit->start - 1] == ' ';
    edit->end += moves;
    struct arena *arena = markdown->reading->arena;
    edit->words = moves ? arena_printf(arena, "%c%s", after, mark)
                  : ends_in_digit(text, edit->start)
                      ? arena_printf(arena, "\u202F%s", mark)
                      : mark;
}

/* Notes and citations of a paragraph becoming words. */
struct settling {
    struct markdown *markdown;
    const struct paragraph *paragraph;
    struct span *spans;
    size_t span_count;
    struct edit *edits;
    struct span **marks; /* for each edit the mark of a note that it makes, or NULL */
    size_t edit_count;
};

/* What cites nothing stays as it was written. */
static void settle_span(struct settling *settling, size_t index) {
    const struct paragraph *paragraph = settling->paragraph;
    struct span *span = &settling->spans[settling->span_count++];
    *span = paragraph->spans[index];
    bool was_note = span->kind == SPAN_NOTE;
    if (!was_note && !span_is_citation(span))
        return;
    size_t at = settling->edit_count++;
    struct edit *edit = &settling->edits[at];
    const char *words = was_note ? number_note(settling->markdown, span)
                                 : settle(settling->markdown, paragraph, span);
    *edit = (struct edit){
        .start = span->start, .end = span->end, .words = words ? words : span->target};
    if (!words)
        settling->span_count--;
    else if (span->kind == SPAN_NOTE)
        settling->marks[at] = span;
    if (words && span->kind == SPAN_NOTE && !was_note)
        make_edit(settling->markdown, paragraph, index, words,
                  at ? edit[-1].end + 1 : 0, edit);
}

/* A mark is the end of the words that were put there. */
static void place_marks(const struct settling *settling) {
    for (size_t i = 0; i < settling->edit_count; i++) {
        struct span *span = settling->marks[i];
        if (!span)
            continue;
        span->end = settling->edits[i].made_end;
        span->start = span->end - (uint32_t)strlen(span->note->mark);
    }
}

void citations_settle(struct markdown *markdown, struct paragraph *paragraph) {
    struct arena *arena = markdown->reading->arena;
    const struct paragraph before = *paragraph;
    size_t count = paragraph->span_count, first = 0;
    while (first < count && before.spans[first].kind != SPAN_NOTE &&
           !span_is_citation(&before.spans[first]))
        first++;
    if (first == count)
        return;
    struct settling settling = {.markdown = markdown,
                                .paragraph = &before,
                                .spans = arena_array(arena, struct span, count),
                                .edits = arena_array(arena, struct edit, count),
                                .marks = arena_array(arena, struct span *, count)};
    for (size_t i = 0; i < count; i++)
        settle_span(&settling, i);
    paragraph_rewrite(arena, paragraph, settling.spans, settling.span_count,
                      settling.edits, settling.edit_count);
    place_marks(&settling);
}

void source_cite(struct markdown *markdown, struct paragraph *paragraph,
                 const char *language, struct slice keys, struct position position) {
    struct citation citation = {.form = CITATION_CAPTION, .position = position};
    *paragraph = (struct paragraph){.text = {"", 0}};
    read_cites(markdown->reading, keys, true, &citation);
    if (citation.count)
        *paragraph =
            make_paragraph(markdown, add_citation(markdown, citation), position,
                           locator_offset(markdown->locator, position));
    paragraph->language = language;
    paragraph->direction = locale_direction(language);
    reference_keep(markdown, paragraph);
}

/* --- what is said whole ------------------------------------------------------------ */

static int compare_citations(const void *left, const void *right) {
    const struct citation *const *a = left, *const *b = right;
    if ((*a)->section != (*b)->section)
        return (*a)->section < (*b)->section ? -1 : 1;
    if ((*a)->note != (*b)->note)
        return (*a)->note < (*b)->note ? -1 : 1;
    return (*a)->turn < (*b)->turn ? -1 : 1;
}

/* Notes of the author's are read after the text, and stand among those of citations. */
static void tell_first(struct reading *reading, struct citations *citations) {
    struct citation **order =
        arena_array(reading->arena, struct citation *, citations->count);
    for (size_t i = 0; i < citations->count; i++)
        order[i] = &citations->items[i];
    if (citations->count)
        qsort(order, citations->count, sizeof *order, compare_citations);
    for (size_t i = 0; i < citations->count; i++)
        for (size_t k = 0; k < order[i]->count; k++) {
            struct cite *cite = &order[i]->cites[k];
            bool caption = order[i]->form == CITATION_CAPTION;
            cite->whole = caption ? !has_numbers(reading)
                                  : cite->work->section != order[i]->section;
            if (!caption)
                cite->work->section = order[i]->section;
        }
}

void citations_finish(struct reading *reading, struct ids *ids, const char *language) {
    struct citations *citations = ids_citations(ids);
    tell_first(reading, citations);
    bibliography_sort(reading, citations, language);
}

/* --- the words --------------------------------------------------------------------- */

static void add_number(struct wording *wording, const struct cite *cite) {
    struct arena *arena = wording->reading->arena;
    size_t link = wording_open(wording, SPAN_LINK);
    wording->spans[link].target = arena_printf(arena, "#source:%s", cite->work->key);
    wording_add(wording, locale_number(arena, cite->work->number_in_list,
                                       wording->language.digits));
    wording_close(wording, link);
}

static void add_numbers(struct wording *wording, const struct citation *citation) {
    wording_add(wording, "[");
    for (size_t i = 0; i < citation->count; i++) {
        if (i)
            wording_part(wording, "; ", "؛ ");
        add_number(wording, &citation->cites[i]);
        if (*citation->cites[i].locator) {
            wording_part(wording, ", ", "، ");
            wording_locator(wording, citation->cites[i].locator);
        }
    }
    wording_add(wording, "]");
}

static void add_words(struct wording *wording, const struct citation *citation) {
    for (size_t i = 0; i < citation->count && wording->text.length <= WORDS_LIMIT;
         i++) {
        if (i)
            wording_part(wording, "; ", "؛ ");
        wording_cite(wording, &citation->cites[i]);
        if (citation->form == CITATION_CAPTION && has_numbers(wording->reading)) {
            wording_add(wording, " [");
            add_number(wording, &citation->cites[i]);
            wording_add(wording, "]");
        }
    }
}

static const struct wording *write_citation(struct reading *reading,
                                            const struct paragraph *paragraph,
                                            const struct citation *citation) {
    struct wording *wording = arena_new(reading->arena, struct wording);
    *wording = wording_begin(reading, paragraph->language, citation->position);
    if (citation->form == CITATION_CAPTION) {
        wording_add(wording, locale_term(paragraph->language, TERM_SOURCE));
        wording_add(wording, ": ");
    }
    if (citation->form == CITATION_NUMBER)
        add_numbers(wording, citation);
    else
        add_words(wording, citation);
    if (citation->form == CITATION_NOTE || citation->form == CITATION_CAPTION)
        wording_stop(wording);
    return wording;
}

/* Whether there is room for the words; the first that finds none is told. */
static bool claim_words(struct reading *reading, struct citations *citations,
                        const struct citation *citation, size_t length) {
    bool had_room = citations->written <= WORDS_LIMIT;
    citations->written += length;
    if (had_room && citations->written > WORDS_LIMIT)
        diag_add(reading->diag, DIAG_CITATIONS_LARGE, citation->position, NULL, NULL);
    return citations->written <= WORDS_LIMIT;
}

void citations_write(struct reading *reading, struct ids *ids,
                     struct paragraph *paragraph) {
    struct citations *citations = ids_citations(ids);
    struct replacement *replacements =
        arena_array(reading->arena, struct replacement, paragraph->span_count);
    size_t count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        const struct span *span = &paragraph->spans[i];
        if (!span_is_citation(span) || citations->written > WORDS_LIMIT)
            continue;
        size_t index = strtoul(span->target + 1, NULL, 10);
        const struct citation *citation = &citations->items[index];
        const struct wording *wording = write_citation(reading, paragraph, citation);
        if (claim_words(reading, citations, citation, wording->text.length))
            replacements[count++] = (struct replacement){i, wording};
    }
    if (count)
        paragraph_replace(reading->arena, paragraph, replacements, count);
}
