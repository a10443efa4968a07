/* SPDX-License-Identifier: MIT */
/* Makes a paragraph from CommonMark's inline nodes, each character with its place.

   cmark's tree says what the text is; where it stands is found by reading the block's
   content a second time beside the tree. `at` is how far that reading has come: text is
   compared with it byte by byte, escapes and entities are stepped over, and a node's marks
   are skipped where the node begins and ends. Should the two ever disagree, the reading is
   lost: the text is still right, and all that follows in the block is said to stand where
   the two parted. */
#include "document/internal.h"

#include "base/utf8.h"

#include <cmark-gfm.h>

/* How the link we are in is written, and so what its text may hold. */
enum link_form {
    LINK_BRACKETED, /* [text](target); or no link at all: everything */
    LINK_ANGLED, /* <target>: entities */
    LINK_BARE, /* http://target: nothing */
    LINK_ADDRESS, /* a bare e-mail address, found in text already read: everything */
};

struct reader {
    struct markdown *markdown;
    struct content *content; /* NULL: lost */
    size_t at; /* [bytes of the content] */
    uint32_t source; /* where it was lost */
    struct composer composer;
    cmark_node *node;
    size_t skipped; /* how deep we are in what is not set */
    enum link_form form;
};

static uint32_t here(struct reader *reader) {
    return reader->content ? content_source(reader->content, reader->at)
                           : reader->source;
}

static struct slice rest(const struct reader *reader) {
    return reader->content ? reader->content->text : (struct slice){"", 0};
}

static char peek(const struct reader *reader, size_t ahead) {
    struct slice text = rest(reader);
    return reader->at + ahead < text.length ? text.data[reader->at + ahead] : '\0';
}

static void lose(struct reader *reader) {
    reader->source = here(reader);
    reader->content = NULL;
    reader->at = 0;
}

static void skip(struct reader *reader, size_t length) {
    size_t left = rest(reader).length - reader->at;
    reader->at += length < left ? length : left;
}

static struct position place(struct reader *reader, size_t length) {
    uint32_t source = here(reader);
    return locator_position(reader->markdown->locator, source, source + length);
}

static void tell(struct reader *reader, enum diag_id id, size_t length, const char *a) {
    diag_add(reader->markdown->reading->diag, id, place(reader, length), a, NULL);
}

static void skip_blanks(struct reader *reader) {
    while (peek(reader, 0) == ' ' || peek(reader, 0) == '\t')
        skip(reader, 1);
}

/* --- text -------------------------------------------------------------------------- */

/* How many bytes of `literal` an entity made: one character, or two where the second is one
   of the few that end an HTML entity of two. */
static size_t entity_text_length(struct slice literal, size_t i, bool numeric) {
    static const uint32_t seconds[] = {0x0338, 0x20D2, 0x20E5, 0x0333,
                                       0x0331, 0xFE00, 0x200A, 'j'};
    size_t first, second;
    uint32_t c = utf8_decode(literal, i, &first);
    if (numeric || first >= literal.length)
        return first - i;
    uint32_t next = utf8_decode(literal, first, &second);
    for (size_t k = 0; k < sizeof seconds / sizeof *seconds; k++)
        if (next == seconds[k] && (next != 'j' || c == 'f'))
            return second - i;
    return first - i;
}

/* Whether the content has an entity where the literal has what it stands for. "&amp;" is
   always one; any other that stands for "&" is a number. */
static bool is_entity(struct reader *reader, struct slice literal, size_t i,
                      size_t length) {
    struct slice text = rest(reader);
    if (reader->form == LINK_BARE || !length)
        return false;
    if (literal.data[i] != '&' || text.data[reader->at + 1] == '#')
        return true;
    struct slice entity = slice_sub(text, reader->at, reader->at + length);
    return slice_is(entity, "&amp;") || slice_is(entity, "&AMP;");
}

/* The file has been checked as it is written; entities make characters anew. */
static void check_entity(struct reader *reader, struct slice made, size_t length) {
    for (size_t i = 0; i < made.length;) {
        uint32_t c = utf8_decode(made, i, &i);
        character_check(reader->markdown->reading, c, place(reader, length));
    }
}

static size_t read_entity(struct reader *reader, struct slice literal, size_t i) {
    struct slice text = rest(reader);
    size_t length = scan_entity_end(text, reader->at) - reader->at;
    if (!is_entity(reader, literal, i, length))
        return 0;
    size_t made = entity_text_length(literal, i, peek(reader, 1) == '#');
    check_entity(reader, slice_sub(literal, i, i + made), length);
    if (made == 1 && strchr(" \t\n\r", literal.data[i]))
        compose_space(&reader->composer, here(reader));
    else
        compose_bytes(&reader->composer, literal.data + i, made, here(reader));
    skip(reader, length);
    return made;
}

static bool stands_here(struct reader *reader, const char *text) {
    struct slice all = rest(reader);
    size_t length = strlen(text);
    return all.length - reader->at >= length &&
           !memcmp(all.data + reader->at, text, length);
}

/* Notation that CommonMark takes for plain text: it is not to be printed as such. */
static void check_notation(struct reader *reader) {
    if (stands_here(reader, "<!--"))
        tell(reader, DIAG_COMMENT_BROKEN, 4, NULL);
    else if (stands_here(reader, "[^"))
        tell(reader, DIAG_NOT_SET, 2, "footnotes");
    else if (stands_here(reader, "[@"))
        tell(reader, DIAG_NOT_SET, 2, "citations");
}

static void read_byte(struct reader *reader, char c) {
    bool literal = reader->form == LINK_ANGLED || reader->form == LINK_BARE;
    if (!literal && scan_is_escape(rest(reader), reader->at))
        skip(reader, 1);
    else if (!literal && (c == '<' || c == '['))
        check_notation(reader);
    if (reader->content && peek(reader, 0) != c)
        lose(reader);
    if (c == ' ' || c == '\t' || c == '\n')
        compose_space(&reader->composer, here(reader));
    else
        compose_bytes(&reader->composer, &c, 1, here(reader));
    skip(reader, 1);
}

static void read_text(struct reader *reader) {
    struct slice literal = slice_of(cmark_node_get_literal(reader->node));
    for (size_t i = 0; i < literal.length;) {
        size_t made = peek(reader, 0) == '&' ? read_entity(reader, literal, i) : 0;
        if (!made)
            read_byte(reader, literal.data[i]);
        i += made ? made : 1;
    }
}

/* --- breaks, code, HTML ------------------------------------------------------------ */

static void skip_line_end(struct reader *reader) {
    if (reader->content && peek(reader, 0) != '\n')
        lose(reader);
    skip(reader, 1);
}

static void read_soft_break(struct reader *reader) {
    uint32_t source = here(reader);
    skip_blanks(reader);
    skip_line_end(reader);
    skip_blanks(reader);
    compose_space(&reader->composer, source);
}

/* After a backslash cmark leaves the blanks that begin the next line to its text. */
static void read_hard_break(struct reader *reader) {
    uint32_t source = here(reader);
    bool escaped = peek(reader, 0) == '\\';
    skip(reader, escaped);
    skip_blanks(reader);
    skip_line_end(reader);
    if (!escaped)
        skip_blanks(reader);
    compose_break(&reader->composer, source);
}

/* What closes a code span is a run of backticks as long as the one that opened it. */
static size_t code_length(struct reader *reader, size_t ticks) {
    struct slice text = rest(reader);
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
        compose_bytes(&reader->composer, &c, 1, here(reader));
        skip(reader, 1);
    }
}

static void read_code(struct reader *reader) {
    struct slice literal = slice_of(cmark_node_get_literal(reader->node));
    uint32_t source = here(reader);
    size_t ticks = scan_run_end(rest(reader), reader->at) - reader->at;
    skip(reader, ticks);
    size_t length = code_length(reader, ticks);
    bool stripped = length == literal.length + 2;
    if (!stripped && length != literal.length)
        lose(reader);
    skip(reader, stripped);
    bool fits = reader->composer.depth < INLINE_DEPTH_LIMIT;
    if (fits)
        compose_open(&reader->composer, SPAN_CODE, source);
    read_code_text(reader, literal);
    skip(reader, stripped + ticks);
    if (fits)
        compose_close(&reader->composer, here(reader));
}

static void read_html(struct reader *reader) {
    struct slice literal = slice_of(cmark_node_get_literal(reader->node));
    if (literal.length < 4 || memcmp(literal.data, "<!--", 4))
        tell(reader, DIAG_HTML, literal.length, NULL);
    if (reader->content && !stands_here(reader, literal.data))
        lose(reader);
    skip(reader, literal.length);
}

static void read_footnote(struct reader *reader) {
    struct slice text = rest(reader);
    size_t end = scan_link_end(text, reader->at);
    tell(reader, DIAG_NOT_SET, end - reader->at, "footnotes");
    skip(reader, end - reader->at);
}

/* --- spans ------------------------------------------------------------------------- */

/* False when spans are nested too deeply; they are then left out. */
static bool open_span(struct reader *reader, enum span_kind kind) {
    struct composer *composer = &reader->composer;
    if (!reader->skipped && composer->depth < INLINE_DEPTH_LIMIT) {
        compose_open(composer, kind, here(reader));
        return true;
    }
    if (!reader->skipped)
        tell(reader, DIAG_DEPTH, 1, NULL);
    reader->skipped++;
    return false;
}

static struct span *close_span(struct reader *reader) {
    if (!reader->skipped)
        return compose_close(&reader->composer, here(reader));
    reader->skipped--;
    return NULL;
}

static void open_emphasis(struct reader *reader) {
    open_span(reader, SPAN_EMPHASIS);
    skip(reader, 1);
}

static void close_emphasis(struct reader *reader) {
    skip(reader, 1);
    close_span(reader);
}

static void open_strong(struct reader *reader) {
    open_span(reader, SPAN_STRONG);
    skip(reader, 2);
}

static void close_strong(struct reader *reader) {
    skip(reader, 2);
    close_span(reader);
}

static enum link_form find_form(struct reader *reader) {
    const char *url = cmark_node_get_url(reader->node);
    char mark = peek(reader, 0);
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
        skip(reader, 1);
}

/* "](target)", "][label]", "[]", or the end of a reference that is its own label */
static void skip_link_end(struct reader *reader) {
    if (reader->content && peek(reader, 0) != ']')
        lose(reader);
    skip(reader, 1);
    skip(reader, scan_link_end(rest(reader), reader->at) - reader->at);
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
        skip(reader, 1);
    struct span *span = close_span(reader);
    if (span)
        finish_link(reader, span);
    reader->form = LINK_BRACKETED;
}

/* --- what is not set --------------------------------------------------------------- */

static void open_image(struct reader *reader) {
    tell(reader, DIAG_NOT_SET, 2, "images");
    reader->skipped++;
    skip(reader, 2);
}

static void close_image(struct reader *reader) {
    skip_link_end(reader);
    reader->skipped--;
}

static void open_strikethrough(struct reader *reader) {
    tell(reader, DIAG_NOT_SET, 2, "struck-out text");
    reader->skipped++;
    skip(reader, 2);
}

static void close_strikethrough(struct reader *reader) {
    skip(reader, 2);
    reader->skipped--;
}

/* --- the walk ---------------------------------------------------------------------- */

struct inline_kind {
    const char *name; /* as cmark names it */
    void (*open)(struct reader *reader);
    void (*close)(struct reader *reader); /* NULL: it has no inside */
};

static const struct inline_kind kinds[] = {
    {"text", read_text, NULL},
    {"softbreak", read_soft_break, NULL},
    {"linebreak", read_hard_break, NULL},
    {"code", read_code, NULL},
    {"html_inline", read_html, NULL},
    {"emph", open_emphasis, close_emphasis},
    {"strong", open_strong, close_strong},
    {"link", open_link, close_link},
    {"image", open_image, close_image},
    {"strikethrough", open_strikethrough, close_strikethrough},
};

static const struct inline_kind *find_kind(cmark_node *node) {
    static const struct inline_kind footnote = {"", read_footnote, NULL};
    const char *name = cmark_node_get_type_string(node);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i].name, name))
            return &kinds[i];
    return &footnote;
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
    skip_blanks(&reader);
    read_nodes(&reader, block);
    return compose_finish(&reader.composer);
}
