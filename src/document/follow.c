/* SPDX-License-Identifier: MIT */
/* Finds the place of each character of CommonMark's text nodes.

   cmark's tree says what the text is; where it stands is found by reading the block's
   content a second time beside the tree. `at` is how far that reading has come: text is
   compared with it byte by byte, escapes and entities are stepped over, and a node's marks
   are skipped where the node begins and ends. Should the two ever disagree, the reading is
   lost: the text is still right, and all that follows in the block is said to stand where
   the two parted. */
#include "document/internal.h"

#include "base/utf8.h"

#include <cmark-gfm.h>

uint32_t follow_source(struct reader *reader) {
    return reader->content ? content_source(reader->content, reader->at)
                           : reader->source;
}

struct slice follow_rest(const struct reader *reader) {
    return reader->content ? reader->content->text : (struct slice){"", 0};
}

char follow_peek(const struct reader *reader, size_t ahead) {
    struct slice text = follow_rest(reader);
    return reader->at + ahead < text.length ? text.data[reader->at + ahead] : '\0';
}

void follow_lose(struct reader *reader) {
    reader->source = follow_source(reader);
    reader->content = NULL;
    reader->at = 0;
}

void follow_skip(struct reader *reader, size_t length) {
    size_t left = follow_rest(reader).length - reader->at;
    reader->at += length < left ? length : left;
}

static struct position place(struct reader *reader, size_t length) {
    uint32_t source = follow_source(reader);
    return locator_position(reader->markdown->locator, source, source + length);
}

void follow_tell(struct reader *reader, enum diag_id id, size_t length, const char *a) {
    diag_add(reader->markdown->reading->diag, id, place(reader, length), a, NULL);
}

void follow_blanks(struct reader *reader) {
    while (follow_peek(reader, 0) == ' ' || follow_peek(reader, 0) == '\t')
        follow_skip(reader, 1);
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
    struct slice text = follow_rest(reader);
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
    struct slice text = follow_rest(reader);
    size_t length = scan_entity_end(text, reader->at) - reader->at;
    if (!is_entity(reader, literal, i, length))
        return 0;
    size_t made = entity_text_length(literal, i, follow_peek(reader, 1) == '#');
    check_entity(reader, slice_sub(literal, i, i + made), length);
    if (made == 1 && strchr(" \t\n\r", literal.data[i]))
        compose_space(&reader->composer, follow_source(reader));
    else
        compose_bytes(&reader->composer, literal.data + i, made, follow_source(reader));
    follow_skip(reader, length);
    return made;
}

bool follow_stands(struct reader *reader, const char *text) {
    struct slice all = follow_rest(reader);
    size_t length = strlen(text);
    return all.length - reader->at >= length &&
           !memcmp(all.data + reader->at, text, length);
}

/* cmark makes text of a mark when there is no note with its label. */
static void tell_mark(struct reader *reader) {
    size_t end = scan_link_end(follow_rest(reader), reader->at);
    size_t length = end > reader->at ? end - reader->at : 2;
    notes_know(reader->markdown, follow_source(reader));
    follow_tell(reader, DIAG_NOTE_ABSENT, length, NULL);
}

const char *follow_holder(const struct reader *reader) {
    const struct composer *composer = &reader->composer;
    for (size_t i = 0; i < composer->depth; i++)
        if (composer->spans[composer->open[i]].kind == SPAN_LINK)
            return "a link";
    return reader->markdown->holder;
}

static bool begins_with(struct slice text, const char *with) {
    size_t length = strlen(with);
    return text.length >= length && !memcmp(text.data, with, length);
}

/* Notation that CommonMark takes for plain text: it is not to be printed as such. Gives how
   much of the literal has been read. */
static size_t read_notation(struct reader *reader, struct slice literal) {
    if (begins_with(literal, "<!--"))
        follow_tell(reader, DIAG_COMMENT_BROKEN, 4, NULL);
    else if (begins_with(literal, "[^"))
        tell_mark(reader);
    else if (brace_begins(literal))
        return brace_read(reader, literal);
    else if (begins_with(literal, "[@") || begins_with(literal, "[-@"))
        return reference_read(reader, literal);
    else if (begins_with(literal, "["))
        citation_check(reader, literal);
    return 0;
}

/* Gives how many bytes of the literal have been read. */
static size_t read_byte(struct reader *reader, struct slice literal) {
    char c = literal.data[0];
    bool plain = reader->form == LINK_ANGLED || reader->form == LINK_BARE;
    size_t length = 0;
    if (!plain && scan_is_escape(follow_rest(reader), reader->at))
        follow_skip(reader, 1);
    else if (!plain && (c == '<' || c == '[' || c == '{'))
        length = read_notation(reader, literal);
    if (length)
        return length;
    if (reader->content && follow_peek(reader, 0) != c)
        follow_lose(reader);
    if (c == ' ' || c == '\t' || c == '\n')
        compose_space(&reader->composer, follow_source(reader));
    else
        compose_bytes(&reader->composer, &c, 1, follow_source(reader));
    follow_skip(reader, 1);
    return 1;
}

void follow_text(struct reader *reader) {
    struct slice literal = slice_of(cmark_node_get_literal(reader->node));
    for (size_t i = 0; i < literal.length;) {
        size_t made =
            follow_peek(reader, 0) == '&' ? read_entity(reader, literal, i) : 0;
        if (!made)
            made = read_byte(reader, slice_sub(literal, i, literal.length));
        i += made;
    }
}
