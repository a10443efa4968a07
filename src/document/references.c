/* SPDX-License-Identifier: MIT */
/* Reads references and, when all of a language has been read, puts words in their place:

       [@fig:map] [@table:deaths]    "Figure 3", "Table 2"
       [-@fig:map]                   "3"
       [@par:toll]                   "paragraph 12"
       [@section:methods]            the words of the heading, in quotation marks
       [@finding:force] [@rec:probe] "Finding 2", "Recommendation 3"

   Until then the reference stands in the text as it is written, under a link whose target
   begins as it does. */
#include "document/internal.h"

/* --- reading ----------------------------------------------------------------------- */

static const char *const kinds[] = {"fig", "table", "section", "par", "finding", "rec"};
enum { KIND_COUNT = sizeof kinds / sizeof *kinds, LENGTH_LIMIT = 1000 /* [bytes] */ };

struct reference {
    size_t start, end; /* of "@fig:map" or "-@fig:map" in the text */
    size_t key; /* where "map" begins; 0: the kind is not known */
};

/* The reference or citation that a text begins with. */
static struct reference scan(struct slice text) {
    size_t room = text.length < LENGTH_LIMIT ? text.length : LENGTH_LIMIT;
    const char *close = memchr(text.data, ']', room);
    struct reference reference = {1, close ? (size_t)(close - text.data) : 2, 0};
    size_t kind = text.data[1] == '-' ? 3 : 2;
    for (size_t i = 0; i < KIND_COUNT; i++) {
        size_t colon = kind + strlen(kinds[i]);
        if (colon < reference.end && text.data[colon] == ':' &&
            !memcmp(text.data + kind, kinds[i], colon - kind))
            reference.key = colon + 1;
    }
    return reference;
}

static void compose(struct reader *reader, struct slice literal, size_t length) {
    struct composer *composer = &reader->composer;
    compose_open(composer, SPAN_LINK, follow_source(reader));
    compose_bytes(composer, literal.data, length, follow_source(reader));
    follow_skip(reader, length);
    struct span *span = compose_close(composer, follow_source(reader));
    span->target =
        arena_copy(reader->markdown->reading->arena, literal.data + 1, length - 2);
}

size_t reference_read(struct reader *reader, struct slice literal) {
    struct arena *scratch = reader->markdown->scratch;
    struct reference reference = scan(literal);
    struct slice key = slice_sub(literal, reference.key, reference.end);
    size_t length = reference.end + 1;
    const char *holder = follow_holder(reader);
    bool closed = reference.end < literal.length && literal.data[reference.end] == ']';
    if (!closed)
        follow_tell(reader, DIAG_CITATION_OPEN, 2, NULL);
    else if (reference.key && !locale_is_id(key))
        follow_tell(reader, DIAG_ID_LETTERS, length,
                    arena_copy(scratch, key.data, key.length));
    else if (holder)
        follow_tell(reader, DIAG_REFERENCE_HOLDER, length, holder);
    else if (reader->composer.depth < INLINE_DEPTH_LIMIT) {
        if (reference.key)
            compose(reader, literal, length);
        else
            citation_read(reader, literal, length);
        return length;
    }
    return 0;
}

static bool is_reference(const struct span *span) {
    return span->kind == SPAN_LINK && span->target && strchr("@-", span->target[0]);
}

void reference_keep(struct markdown *markdown, struct paragraph *paragraph) {
    for (size_t i = 0; i < paragraph->span_count; i++)
        if (is_reference(&paragraph->spans[i]) ||
            span_is_citation(&paragraph->spans[i])) {
            ids_await(markdown->ids, paragraph);
            return;
        }
}

/* --- the words --------------------------------------------------------------------- */

/* What a reference points to. */
struct aim {
    bool bare; /* "-": the number alone */
    bool is_section;
    const char *id; /* "fig:map", "methods", "finding:force" */
};

/* What of a block bears the number of its kind that an id asks for: ids of findings are
   those of headings. */
static const struct numbered *find_numbered(const struct block *block) {
    return block->finding          ? &block->finding->numbered
           : block->recommendation ? &block->recommendation->numbered
                                   : NULL;
}

static struct aim read_target(const char *target) {
    struct aim aim = {.bare = *target == '-'};
    aim.id = target + aim.bare + 1;
    aim.is_section = !strncmp(aim.id, "section:", 8);
    aim.id += aim.is_section ? 8 : 0;
    return aim;
}

struct resolver {
    struct reading *reading;
    struct ids *ids;
    const struct paragraph *paragraph;
    struct quotes quotes; /* of its language */
    uint32_t at; /* so much of it has been looked at */
    size_t depth; /* quotation marks open there: 0, or 1 for any number */
};

/* Whether quotation marks are open where a span begins. Asked from front to back. */
static size_t quote_depth(struct resolver *resolver, const struct span *span) {
    const struct quotes *quotes = &resolver->quotes;
    size_t start = strlen(quotes->start[0]), end = strlen(quotes->end[0]);
    if (!strcmp(quotes->start[0], quotes->end[0]))
        return 0;
    for (; resolver->at < span->start; resolver->at++) {
        const char *text = resolver->paragraph->text.data + resolver->at;
        if (!strncmp(text, quotes->start[0], start))
            resolver->depth = 1;
        else if (!strncmp(text, quotes->end[0], end))
            resolver->depth = 0;
    }
    return resolver->depth;
}

const char *quotes_turn(struct arena *arena, const char *words,
                        const struct quotes *quotes) {
    size_t start = strlen(quotes->start[0]), end = strlen(quotes->end[0]);
    struct buffer turned = {.arena = arena};
    while (*words) {
        bool opens = !strncmp(words, quotes->start[0], start);
        bool closes = !opens && !strncmp(words, quotes->end[0], end);
        if (!opens && !closes)
            buffer_add_char(&turned, *words++);
        else
            buffer_add_string(&turned, (opens ? quotes->start : quotes->end)[1]);
        words += opens ? start : closes ? end : 0;
    }
    buffer_add_char(&turned, '\0');
    return turned.data;
}

static const char *heading_words(struct resolver *resolver, const struct span *span,
                                 const struct block *heading) {
    struct arena *arena = resolver->reading->arena;
    const struct quotes *quotes = &resolver->quotes;
    size_t depth = quote_depth(resolver, span);
    const char *words = paragraph_plain(arena, heading->paragraph.text);
    if (!depth)
        words = quotes_turn(arena, words, quotes);
    return arena_printf(arena, "%s%s%s", quotes->start[depth], words,
                        quotes->end[depth]);
}

/* After the no-break space of the label. */
static const char *label_number(const char *label) {
    return strstr(label, "\xC2\xA0") + 2;
}

static const char *refuse(struct resolver *resolver, enum diag_id id,
                          const struct span *span, const char *b) {
    const char *text = arena_printf(resolver->reading->arena, "[%s]", span->target);
    diag_add(resolver->reading->diag, id, span->position, text, b);
    return NULL;
}

/* NULL if there are none, which has then been told. */
static const char *find_words(struct resolver *resolver, const struct span *span) {
    struct aim aim = read_target(span->target);
    const struct block *block = ids_find(resolver->ids, aim.id);
    const struct numbered *numbered =
        block && !aim.is_section ? find_numbered(block) : NULL;
    if (numbered)
        return aim.bare ? numbered->digits : numbered->label;
    if (!block || (block->kind == BLOCK_HEADING) != aim.is_section) {
        const char *nearest = ids_nearest(resolver->ids, aim.id);
        enum diag_id id = nearest ? DIAG_REFERENCE_NEAREST : DIAG_REFERENCE_NOWHERE;
        return refuse(resolver, id, span, nearest);
    }
    if (aim.is_section && aim.bare)
        return refuse(resolver, DIAG_REFERENCE_SECTION, span, NULL);
    if (aim.is_section && !ids_quote(resolver->ids, block->paragraph.text.length))
        return refuse(resolver, DIAG_REFERENCE_WORDS, span, NULL);
    if (aim.is_section)
        return heading_words(resolver, span, block);
    if (block->kind == BLOCK_PARAGRAPH)
        return numbered_words(resolver->reading, block, aim.bare);
    const struct caption *caption =
        block->table ? &block->table->caption : &block->figure->caption;
    if (!caption->number)
        return refuse(resolver, DIAG_REFERENCE_NUMBER, span, NULL);
    return aim.bare ? label_number(caption->label) : caption->label;
}

void reference_resolve(struct reading *reading, struct ids *ids,
                       struct paragraph *paragraph) {
    struct arena *arena = reading->arena;
    struct resolver resolver = {
        .reading = reading,
        .ids = ids,
        .paragraph = paragraph,
        .quotes = locale_quotes(reading->formats, paragraph->language)};
    struct span *spans = arena_array(arena, struct span, paragraph->span_count);
    struct edit *edits = arena_array(arena, struct edit, paragraph->span_count);
    size_t count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++) {
        struct span *span = &spans[i];
        *span = paragraph->spans[i];
        const char *words = is_reference(span) ? find_words(&resolver, span) : NULL;
        if (!words)
            continue;
        edits[count++] =
            (struct edit){.start = span->start, .end = span->end, .words = words};
        span->target = arena_printf(arena, "#%s", read_target(span->target).id);
    }
    paragraph_rewrite(arena, paragraph, spans, paragraph->span_count, edits, count);
}

/* --- paragraphs that CommonMark would swallow ------------------------------------------ */

static bool is_blank_line(struct slice line) {
    for (size_t i = 0; i < line.length; i++)
        if (!strchr(" \t>", line.data[i]))
            return false;
    return true;
}

/* "[@fig:map]: here" at the start of a paragraph defines a link and prints nothing: one
   word, or a word and another in quotation marks (CommonMark 4.7). */
static bool is_definition(struct slice line, size_t start) {
    struct slice rest = slice_sub(line, start, line.length);
    bool begins = rest.length > 3 &&
                  (!memcmp(rest.data, "[@", 2) || !memcmp(rest.data, "[-@", 3));
    const char *end = begins ? memchr(rest.data, ']', rest.length) : NULL;
    if (!end || end + 1 >= rest.data + rest.length || end[1] != ':')
        return false;
    size_t i = (size_t)(end - rest.data) + 2;
    while (i < rest.length && strchr(" \t", rest.data[i]))
        i++;
    while (i < rest.length && !strchr(" \t", rest.data[i]))
        i++;
    while (i < rest.length && strchr(" \t", rest.data[i]))
        i++;
    return i == rest.length || strchr("\"'(", rest.data[i]);
}

void references_check_lines(const struct builder *builder) {
    struct locator *locator = builder->markdown->locator;
    for (uint32_t i = builder->first; i < locator->line_count; i++) {
        struct slice line = locator_line(locator, i);
        size_t start = 0;
        while (start < line.length && strchr(" \t>*+-.)0123456789", line.data[start]))
            start++;
        if (builder->is_verbatim[i] || !is_definition(line, start))
            continue;
        bool begins = i == builder->first ||
                      is_blank_line(locator_line(locator, i - 1)) ||
                      strcspn(line.data, "*+-.)") < start;
        if (begins)
            diag_add(builder->markdown->reading->diag, DIAG_REFERENCE_LOST,
                     locator_position(locator, locator->starts[i] + start,
                                      locator->starts[i] + line.length),
                     NULL, NULL);
    }
}
