/* SPDX-License-Identifier: MIT */
/* What becomes of the text of a paragraph. Part of what the steps of the document stage
   share: internal.h includes it. */
#ifndef DOCUMENT_INLINE_H
#define DOCUMENT_INLINE_H

#include "document/internal.h"

/* --- content.c: what CommonMark keeps of a block's lines, and where it stands ---------- */

/* From byte `start` of the content on, text stands at byte `source` of the source. */
struct content_line {
    uint32_t start, source;
};

struct content {
    struct slice text; /* lines parted by LF */
    const struct content_line *lines;
    uint32_t line_count;
    uint32_t line; /* that of the last place asked for */
};

/* Finds the lines of `text` in the source, in order, the first of them within `extent`.
   False if they are not there. */
bool content_find(struct content *content, struct markdown *markdown, struct slice text,
                  struct extent extent);

/* The byte of the source where byte `offset` of the content stands. Quick when asked from
   front to back. */
uint32_t content_source(struct content *content, size_t offset);

/* --- paragraph.c: what is asked of a paragraph ------------------------------------------- */

/* The byte of the source where a byte of its text stands. */
uint32_t paragraph_source(const struct paragraph *paragraph, uint32_t offset);

/* Whether an ASCII character of its text is notation: neither escaped nor code. */
bool paragraph_is_literal(const struct paragraph *paragraph, uint32_t offset);

/* Looks for links whose text is an address, from front to back. */
struct address_finder {
    const struct paragraph *paragraph;
    size_t next; /* span */
    uint32_t end; /* of the last such text that began */
};

/* Whether a byte stands in such a text. */
bool address_stands(struct address_finder *finder, uint32_t offset);

/* Its text without the marks of notes. */
struct slice paragraph_words(struct arena *arena, const struct paragraph *paragraph);

/* A text on one line. */
const char *paragraph_plain(struct arena *arena, struct slice text);

/* Bytes [start, end) of it, without spaces at both ends. */
struct paragraph paragraph_cut(struct arena *arena, const struct paragraph *paragraph,
                               uint32_t start, uint32_t end);

/* --- rewrite.c: words put in the place of parts of a paragraph ----------------------------- */

/* The words that take the place of bytes [start, end) of the text. */
struct edit {
    uint32_t start, end;
    const char *words;
    uint32_t made_end; /* where they end in the text that is made */
};

/* `spans` are those the paragraph is to have, in bytes of its text as it is; the edits are in
   order, and no span begins or ends inside one. */
void paragraph_rewrite(struct arena *arena, struct paragraph *paragraph,
                       struct span *spans, size_t span_count, struct edit *edits,
                       size_t edit_count);

/* --- inline.c: inline nodes -> a paragraph --------------------------------------------- */

/* The text of a paragraph or heading. `content` NULL: not found in the source, and all of
   it is said to stand at byte `source`. */
struct paragraph inline_read(struct markdown *markdown, struct cmark_node *block,
                             struct content *content, uint32_t source);

/* --- compose.c: a paragraph that grows --------------------------------------------------- */

struct composer {
    struct markdown *markdown;
    struct buffer text;
    struct span *spans;
    size_t span_count, span_capacity;
    struct place *places;
    size_t place_count, place_capacity;
    size_t floor; /* text before it is final: a span ends there */
    size_t open[INLINE_DEPTH_LIMIT]; /* the spans that are open, the outermost first */
    size_t depth;
};

/* Bytes of text that stand at byte `source` of the source. */
void compose_bytes(struct composer *composer, const char *bytes, size_t length,
                   uint32_t source);
/* White space: one space, or nothing where there is one already or a line begins. */
void compose_space(struct composer *composer, uint32_t source);
void compose_break(struct composer *composer, uint32_t source);
/* Spans close in the order opposite to that in which they were opened. */
struct span *compose_open(struct composer *composer, enum span_kind kind,
                          uint32_t source);
struct span *compose_close(struct composer *composer, uint32_t source);
/* The paragraph; `language` and `direction` are left to the caller. */
struct paragraph compose_finish(struct composer *composer);

/* --- follow.c: the content, read beside the tree ----------------------------------------- */

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
    struct cmark_node *node;
    size_t skipped; /* how deep we are in what is not set */
    enum link_form form;
};

/* Where the reading has come to in the source; all of the content, empty when lost. */
uint32_t follow_source(struct reader *reader);
struct slice follow_rest(const struct reader *reader);
/* The byte `ahead` bytes further on; NUL past the end. */
char follow_peek(const struct reader *reader, size_t ahead);
bool follow_stands(struct reader *reader, const char *text);
void follow_skip(struct reader *reader, size_t length);
void follow_blanks(struct reader *reader);
/* The tree and the content disagree. */
void follow_lose(struct reader *reader);
void follow_tell(struct reader *reader, enum diag_id id, size_t length, const char *a);
/* Composes the text of the node. */
void follow_text(struct reader *reader);

/* Where no reference may stand, if we are there, else NULL. */
const char *follow_holder(const struct reader *reader);

/* --- references.c: [@fig:id] --------------------------------------------------------------- */

/* Composes the reference that the literal begins with, "[@" or "[-@"; gives how long it is,
   or 0 if it cannot be set, which has then been told. */
size_t reference_read(struct reader *reader, struct slice literal);

/* Remembers a paragraph that holds some; it stays where it is. */
void reference_keep(struct markdown *markdown, struct paragraph *paragraph);

/* Words whose quotation marks are to stand inside others. */
const char *quotes_turn(struct arena *arena, const char *words,
                        const struct quotes *quotes);

/* Puts words in their place. */
void reference_resolve(struct reading *reading, struct ids *ids,
                       struct paragraph *paragraph);

/* --- braces.c: {number: 12500} ------------------------------------------------------------- */

/* Whether a text begins like one. */
bool brace_begins(struct slice text);

/* Composes what stands for the value that the literal begins with; gives how long it is, or 0
   if it is none, which has then been told. */
size_t brace_read(struct reader *reader, struct slice literal);

/* Writes those of a paragraph. */
void braces_write(struct markdown *markdown, struct paragraph *paragraph);

/* --- quotes.c: quotation marks, from " and ' --------------------------------------------------- */

void quotes_write(struct markdown *markdown, struct paragraph *paragraph);

/* --- punctuation.c: , ; ? % where ، ؛ ؟ ٪ belong ------------------------------------------------ */

void punctuation_check(struct markdown *markdown, const struct paragraph *paragraph);

/* --- settle.c: what is done to a paragraph whose language is known ---------------------------- */

void paragraph_settle(struct markdown *markdown, struct paragraph *paragraph);

/* --- nouns.c: what is counted ---------------------------------------------------------------- */

/* The nouns of report.yaml, checked; NULL if there are none. */
const struct yaml *report_read_nouns(struct report *report);

/* A number and the noun of this name, as the number asks for it: "15 deaths". NULL, and then
   it has been told at `position`, if the noun is not there or lacks the form. */
const char *noun_count(struct reading *reading, const struct language *language,
                       const struct decimal *decimal, const char *name,
                       struct position position);

/* --- scan.c: where the inline construct that begins at a byte of CommonMark text ends; that
   byte itself if there is none ------------------------------------------------------------ */

size_t scan_link_end(struct slice text, size_t offset);
size_t scan_entity_end(struct slice text, size_t offset);
size_t scan_run_end(struct slice text, size_t offset);
bool scan_is_escape(struct slice text, size_t offset);
bool scan_is_blank(struct slice text);

/* --- links.c: targets ------------------------------------------------------------------ */

/* Whether a target begins like an address of the web: "http:", "//". */
bool link_has_scheme(const char *url);

/* "%D8%A3" -> the letter (RFC 3986 2.1); what is no escape stays. */
char *link_decode(struct arena *arena, struct slice text);

/* What a link may point to, else NULL, which has then been told. */
const char *link_target(struct markdown *markdown, const char *url,
                        struct position position);

#endif
