/* SPDX-License-Identifier: MIT */
/* Makes a paragraph from CommonMark's inline nodes, and skips in the content what marks
   them. */
#include "document/internal.h"

#include <cmark-gfm.h>
#include <stdlib.h>

/* --- breaks, code, HTML ------------------------------------------------------------ */

static void skip_line_end(struct reader *reader) {
    if (reader->content && follow_peek(reader, 0) != '\n')
        follow_lose(reader);
    follow_skip(reader, 1);
}

static void read_soft_break(struct reader *reader) {
    uint32_t source = follow_source(reader);
    follow_blanks(reader);
    skip_line_end(reader);
    follow_blanks(reader);
    compose_space(&reader->composer, source);
}

/* After a backslash cmark leaves the blanks that begin the next line to its text. */
static void read_hard_break(struct reader *reader) {
    uint32_t source = follow_source(reader);
    bool escaped = follow_peek(reader, 0) == '\\';
    follow_skip(reader, escaped);
    follow_blanks(reader);
    skip_line_end(reader);
    if (!escaped)
        follow_blanks(reader);
    compose_break(&reader->composer, source);
}

/* What closes a code span is a run of backticks as long as the one that opened it. */
static size_t code_length(struct reader *reader, size_t ticks) {
    struct slice text = follow_rest(reader);
    for (size_t i = reader->at; i < text.length;) {
        size_t end = text.data[i] == '`' ? scan_run_end(text, i) : i + 1;
        if (text.data[i] == '`' && end - i == ticks)
            return i - reader->at;
        i = end;
    }
    return 0;
}

static void read_code_text(struct reader *reader, struct slice literal) {
    for (size_t i = 0; i < literal.length; i++) {
        char c = literal.data[i] == '\t' ? ' ' : literal.data[i];
        compose_bytes(&reader->composer, &c, 1, follow_source(reader));
        follow_skip(reader, 1);
    }
}

static void read_code(struct reader *reader) {
    struct slice literal = slice_of(cmark_node_get_literal(reader->node));
    uint32_t source = follow_source(reader);
    size_t ticks = scan_run_end(follow_rest(reader), reader->at) - reader->at;
    if (scan_is_blank(literal))
        follow_tell(reader, DIAG_CODE_EMPTY, ticks, NULL);
    follow_skip(reader, ticks);
    size_t length = code_length(reader, ticks);
    bool stripped = length == literal.length + 2;
    if (!stripped && length != literal.length)
        follow_lose(reader);
    follow_skip(reader, stripped);
    bool fits = reader->composer.depth < INLINE_DEPTH_LIMIT;
    if (fits)
        compose_open(&reader->composer, SPAN_CODE, source);
    read_code_text(reader, literal);
    follow_skip(reader, stripped + ticks);
    if (fits)
        compose_close(&reader->composer, follow_source(reader));
}

static void read_html(struct reader *reader) {
    struct slice literal = slice_of(cmark_node_get_literal(reader->node));
    if (literal.length < 4 || memcmp(literal.data, "<!--", 4))
        follow_tell(reader, DIAG_HTML, literal.length, NULL);
    if (reader->content && !follow_stands(reader, literal.data))
        follow_lose(reader);
    follow_skip(reader, literal.length);
}

static void compose_mark(struct reader *reader, size_t index, uint32_t source,
                         size_t length) {
    struct notes *notes = &reader->markdown->notes;
    struct note *note = &notes->notes[index];
    compose_open(&reader->composer, SPAN_NOTE, source);
    compose_bytes(&reader->composer, note->mark, strlen(note->mark), source);
    follow_skip(reader, length);
    struct span *span = compose_close(&reader->composer, follow_source(reader));
    span->note = note;
    span->repeated = notes->marked[index];
    notes->marked[index] = true;
}

/* cmark has put the number in place of the label. */
static void read_note(struct reader *reader) {
    struct notes *notes = &reader->markdown->notes;
    unsigned long number = strtoul(cmark_node_get_literal(reader->node), NULL, 10);
    struct slice text = follow_rest(reader);
    uint32_t source = follow_source(reader);
    size_t end = scan_link_end(text, reader->at), length = end - reader->at;
    const char *holder = follow_holder(reader);
    if (!holder)
        holder = reader->markdown->in_note ? "a note" : reader->markdown->noteless;
    notes_know(reader->markdown, source);
    if (holder)
        follow_tell(reader, DIAG_NOTE_HOLDER, length, holder);
    if (holder || reader->skipped || !number || number > notes->count ||
        reader->composer.depth == INLINE_DEPTH_LIMIT)
        follow_skip(reader, length);
    else
        compose_mark(reader, number - 1, source, length);
}

/* --- spans ------------------------------------------------------------------------- */

/* False when spans are nested too deeply; they are then left out. */
static bool open_span(struct reader *reader, enum span_kind kind) {
    struct composer *composer = &reader->composer;
    if (!reader->skipped && composer->depth < INLINE_DEPTH_LIMIT) {
        compose_open(composer, kind, follow_source(reader));
        return true;
    }
    if (!reader->skipped)
        follow_tell(reader, DIAG_DEPTH, 1, NULL);
    reader->skipped++;
    return false;
}

static struct span *close_span(struct reader *reader) {
    if (!reader->skipped)
        return compose_close(&reader->composer, follow_source(reader));
    reader->skipped--;
    return NULL;
}

static void open_emphasis(struct reader *reader) {
    open_span(reader, SPAN_EMPHASIS);
    follow_skip(reader, 1);
}

static void close_emphasis(struct reader *reader) {
    follow_skip(reader, 1);
    close_span(reader);
}

static void open_strong(struct reader *reader) {
    open_span(reader, SPAN_STRONG);
    follow_skip(reader, 2);
}

static void close_strong(struct reader *reader) {
    follow_skip(reader, 2);
    close_span(reader);
}

static void open_strike(struct reader *reader) {
    open_span(reader, SPAN_STRIKE);
    follow_skip(reader, 2);
}

static void close_strike(struct reader *reader) {
    follow_skip(reader, 2);
    close_span(reader);
}

static enum link_form find_form(struct reader *reader) {
    const char *url = cmark_node_get_url(reader->node);
    char mark = follow_peek(reader, 0);
    if (mark == '[' || !reader->content)
        return LINK_BRACKETED;
    if (mark == '<')
        return LINK_ANGLED;
    return strncmp(url, "mailto:", 7) ? LINK_BARE : LINK_ADDRESS;
}

static void open_link(struct reader *reader) {
    open_span(reader, SPAN_LINK);
    reader->form = find_form(reader);
    if (reader->form == LINK_BRACKETED || reader->form == LINK_ANGLED)
        follow_skip(reader, 1);
}

/* "](target)", "][label]", "[]", or the end of a reference that is its own label */
static void skip_link_end(struct reader *reader) {
    if (reader->content && follow_peek(reader, 0) != ']')
        follow_lose(reader);
    follow_skip(reader, 1);
    follow_skip(reader, scan_link_end(follow_rest(reader), reader->at) - reader->at);
}

/* Punctuation that ends an Arabic sentence or quotation; what follows a bare address is no
   part of it (GFM 6.9 knows only that of ASCII). */
static size_t trailing_length(struct slice text) {
    static const char *const marks[] = {"،", "؛", "؟", "۔", "»", "«", "”", "“",
                                        "’", "‘", "…", "–", "—", "٪", "٫", "٬"};
    size_t length = text.length;
    for (size_t i = 0; i < sizeof marks / sizeof *marks;) {
        size_t size = strlen(marks[i]);
        bool found =
            length > size && !memcmp(text.data + length - size, marks[i], size);
        length -= found ? size : 0;
        i = found ? 0 : i + 1;
    }
    return text.length - length;
}

static const char *link_url(struct reader *reader, struct span *span) {
    const char *url = cmark_node_get_url(reader->node);
    struct slice text = buffer_slice(&reader->composer.text);
    size_t length = strlen(url), trailing = 0;
    if (reader->form == LINK_BARE)
        trailing = trailing_length(slice_sub(text, span->start, span->end));
    if (trailing >= length)
        return url;
    span->end -= (uint32_t)trailing;
    return arena_copy(reader->markdown->scratch, url, length - trailing);
}

static void finish_link(struct reader *reader, struct span *span) {
    struct arena *arena = reader->markdown->reading->arena;
    const char *title = cmark_node_get_title(reader->node);
    struct position position = span->position;
    if (span->end == span->start)
        diag_add(reader->markdown->reading->diag, DIAG_LINK_TEXT, position, NULL, NULL);
    span->target = link_target(reader->markdown, link_url(reader, span), position);
    if (!span->target)
        span->end = span->start;
    span->title = title && *title ? arena_copy(arena, title, strlen(title)) : NULL;
}

static void close_link(struct reader *reader) {
    if (reader->form == LINK_BRACKETED)
        skip_link_end(reader);
    else if (reader->form == LINK_ANGLED)
        follow_skip(reader, 1);
    struct span *span = close_span(reader);
    if (span)
        finish_link(reader, span);
    reader->form = LINK_BRACKETED;
}

/* --- pictures -------------------------------------------------------------------- */

/* The words for a picture are read when it stands alone; elsewhere there can be none. */
static void open_image(struct reader *reader) {
    if (!figure_stands(reader->node)) {
        follow_tell(reader, DIAG_FIGURE_INLINE, 2, NULL);
        reader->skipped++;
    }
    follow_skip(reader, 2);
}

static void close_image(struct reader *reader) {
    skip_link_end(reader);
    if (!figure_stands(reader->node))
        reader->skipped--;
}

/* --- the walk ---------------------------------------------------------------------- */

struct inline_kind {
    const char *name; /* as cmark names it */
    void (*open)(struct reader *reader);
    void (*close)(struct reader *reader); /* NULL: it has no inside */
};

static const struct inline_kind kinds[] = {
    {"text", follow_text, NULL},           {"softbreak", read_soft_break, NULL},
    {"linebreak", read_hard_break, NULL},  {"code", read_code, NULL},
    {"html_inline", read_html, NULL},      {"emph", open_emphasis, close_emphasis},
    {"strong", open_strong, close_strong}, {"link", open_link, close_link},
    {"image", open_image, close_image},    {"strikethrough", open_strike, close_strike},
};

static const struct inline_kind *find_kind(cmark_node *node) {
    static const struct inline_kind note = {"", read_note, NULL};
    const char *name = cmark_node_get_type_string(node);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i].name, name))
            return &kinds[i];
    return &note;
}

static void read_nodes(struct reader *reader, cmark_node *block) {
    cmark_iter *iterator = cmark_iter_new(block);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        reader->node = cmark_iter_get_node(iterator);
        if (reader->node == block)
            continue;
        const struct inline_kind *kind = find_kind(reader->node);
        if (event == CMARK_EVENT_ENTER)
            kind->open(reader);
        else if (kind->close)
            kind->close(reader);
    }
    cmark_iter_free(iterator);
}

struct paragraph inline_read(struct markdown *markdown, struct cmark_node *block,
                             struct content *content, uint32_t source) {
    struct reader reader = {
        .markdown = markdown,
        .content = content,
        .source = source,
        .composer = {.markdown = markdown, .text = {.arena = markdown->scratch}},
    };
    follow_blanks(&reader);
    read_nodes(&reader, block);
    return compose_finish(&reader.composer);
}
