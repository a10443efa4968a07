/* SPDX-License-Identifier: MIT */
/* Works that can be cited, citations and the list of them. Part of what the steps of the document stage
   share: internal.h includes it. */
#ifndef DOCUMENT_SOURCES_H
#define DOCUMENT_SOURCES_H

#include "document/internal.h"

/* --- works.c: sources.json and sources.yaml -> what can be cited ------------------------------ */

/* A person or a body. */
struct work_name {
    const char *family; /* all of it where `given` is NULL */
    const char *given;
};

/* What is said of a work in one language; NULL: what is said of it in its own. */
struct work_words {
    const char *title, *short_title, *container, *publisher;
    const char *genre; /* what it is: "press release" */
    const char *addendum; /* what else there is to say */
    const char *sort; /* what it is sorted by */
    const char *issued; /* in place of a date; not in the work's own */
    const struct work_name *names; /* authors, else editors */
    size_t name_count;
};

struct work_form {
    const char *language;
    struct work_words words;
    struct work_form *next;
};

/* A day, month or year; `last` of another when it is from one to the other. */
struct work_date {
    struct date first, last; /* year 0: none; month 0: the year alone */
    const char *literal; /* in place of these, or NULL */
};

/* What can be cited: an item of CSL-JSON or CSL-YAML. */
struct work {
    const char *key;
    struct position position;
    const struct locator *locator; /* of the file, and where it is in it */
    const struct yaml *id;
    bool stands_alone; /* its title is that of a book, not of a part of something */
    bool is_edited; /* the names are those of editors */
    struct work_words own;
    struct work_form *forms; /* in other languages; the first */
    struct work_date issued, accessed;
    const char *number, *volume, *issue, *pages, *url;
    bool cited;
    const struct citations *citations; /* of the last language that cites it */
    size_t section; /* of those, the last in which all of it has been said, from 1 */
    uint32_t number_in_list; /* of that language */
};

struct works {
    struct work **works; /* by key */
    size_t count, capacity;
    const char **keys; /* the same */
    size_t comparisons; /* made for suggestions */
};

/* The works beside report.yaml; read once. */
struct works *works_read(struct reading *reading);

/* NULL: there is none; then it has been told. */
struct work *works_find(struct reading *reading, const char *key,
                        struct position position);

/* Whether there is such a work; nothing is told. */
bool works_have(struct reading *reading, const char *key);

/* Tells of those that nobody cites. */
void works_check(struct reading *reading);

/* csl.c. A work of an item of CSL; NULL if it has no key, which has then been told. Of a
   `foreign` file the characters have not been checked. */
struct work *work_read(struct reading *reading, const struct yaml *item, bool foreign);

/* An item of CSL being read. */
struct item_reader {
    struct reading *reading;
    struct work *work;
    bool foreign; /* its characters have not been checked */
};

/* A text of it without the tags that citation programs put there; NULL if nothing is left. */
const char *item_text(const struct item_reader *reader, const char *text,
                      struct position position);

/* The name of a field that has a text in each language, from 0 on; NULL after the last. */
const char *item_field(size_t field);
void item_set_field(struct work_words *words, size_t field, const char *text);

/* What the item says in a language. */
struct work_words *item_form(const struct item_reader *reader, const char *language);

/* extra.c: what Zotero's Extra says, and the key in it, or NULL. */
void extra_read(const struct item_reader *reader, const struct yaml *item);
const char *extra_find_key(struct arena *arena, const struct yaml *item);

/* What is said of a work in a language. */
struct work_words work_words(const struct work *work, const char *language);

/* csldate.c. Tells of a date that is none. */
struct work_date work_date_read(struct reading *reading, const struct yaml *value);

/* --- citations.c: [@key, p. 12] --------------------------------------------------------------- */

/* A work that is cited. */
struct cite {
    struct work *work;
    const char *locator; /* "p. 12"; may be empty */
    bool bare; /* without its names */
    bool whole; /* all that is said of it, and not only as much as tells it */
};

enum citation_form {
    CITATION_NOTE, /* a note of its own */
    CITATION_INSIDE, /* words in a note of the author's */
    CITATION_NUMBER, /* of the list */
    CITATION_CAPTION, /* where a table or figure is from */
};

/* What stands at one place. */
struct citation {
    enum citation_form form;
    struct cite *cites;
    size_t count;
    struct position position;
    size_t section, note; /* where it stands; and, to tell what comes first, */
    size_t turn; /* after how many others it was read */
};

/* Those of a language. */
struct citations {
    struct citation *items;
    size_t count, capacity;
    struct work **works; /* each once; sorted when all are known */
    size_t work_count, work_capacity;
    size_t section; /* the one that is being read, from 1 */
    size_t written; /* [bytes] of words */
};

/* Whether a span is one that has not been written yet. */
bool span_is_citation(const struct span *span);

/* Composes the citation that the literal begins with, `length` bytes of it. */
void citation_read(struct reader *reader, struct slice literal, size_t length);

/* One behind a value, whose sources are known when that has been looked up. */
void citation_await(struct reader *reader);
bool citation_is_awaited(const struct span *span);

/* The same when they are: "@un; @hrw". */
struct span citation_of(struct arena *arena, struct span span, struct slice keys);

/* Tells of a bracket that holds words before a source: Pandoc takes it for a citation. */
void citation_check(struct reader *reader, struct slice literal);

/* Gives notes and citations of a paragraph their numbers; what is to be written in their
   place is known later. */
void citations_settle(struct markdown *markdown, struct paragraph *paragraph);

/* The paragraph that says where something is from, "key, p. 12; key", to be written later; it
   stays where it is. Empty if none of them is there, which has been told. */
void source_cite(struct markdown *markdown, struct paragraph *paragraph,
                 const char *language, struct slice keys, struct position position);

/* When the language has been read: what is said whole, and the numbers of the list. */
void citations_finish(struct reading *reading, struct ids *ids, const char *language);

/* Writes those of a paragraph. */
void citations_write(struct reading *reading, struct ids *ids,
                     struct paragraph *paragraph);

/* --- wording.c: works in words ------------------------------------------------------------------ */

/* Words that are being written, and what is done to them; spans are in bytes of them. */
struct wording {
    struct reading *reading;
    struct language language;
    struct quotes quotes;
    struct buffer text;
    struct span *spans;
    size_t span_count, span_capacity;
    size_t begun; /* where the work being written begins */
    struct position position;
};

struct wording wording_begin(struct reading *reading, const char *language,
                             struct position position);

/* A full stop, if there is none. */
void wording_stop(struct wording *wording);

/* A text; a stretch of it between the two others. */
void wording_add(struct wording *wording, const char *text);
size_t wording_open(struct wording *wording, enum span_kind kind);
void wording_close(struct wording *wording, size_t span);

/* What parts two things, in Arabic letters another than otherwise. */
void wording_part(struct wording *wording, const char *otherwise, const char *arabic);

/* A work as it is cited, and as it stands in a list. */
void wording_cite(struct wording *wording, const struct cite *cite);
void wording_entry(struct wording *wording, const struct work *work);

/* "p. 12" as the language has it. */
void wording_locator(struct wording *wording, const char *locator);

/* The paragraph with these in place of spans of it, by start, each with its words. */
struct replacement {
    size_t span;
    const struct wording *wording;
};
void paragraph_replace(struct arena *arena, struct paragraph *paragraph,
                       const struct replacement *replacements, size_t count);

/* --- bibliography.c: the list of sources --------------------------------------------------------- */

/* The works in the order of the language. */
void bibliography_sort(struct reading *reading, struct citations *citations,
                       const char *language);

/* A heading and the works that are cited. */
const struct block *bibliography_make(struct report *report, struct ids *ids,
                                      const struct section *section);

#endif
