/* SPDX-License-Identifier: MIT */
/* What the steps of a preflight share: a small reader of PDF (ISO 32000-1) for files that
   nobody vouches for. Nothing read here is trusted: depths, sizes and counts have limits. */
#ifndef PREFLIGHT_INTERNAL_H
#define PREFLIGHT_INTERNAL_H

#include "preflight/preflight.h"

#include "base/buffer.h"
#include "base/slice.h"

enum {
    FILE_LIMIT = 1 << 30, /* [bytes] */
    STREAM_LIMIT = 1 << 28, /* [bytes], decoded */
    OBJECT_LIMIT = 1 << 23, /* objects of a file */
    PAGE_LIMIT = 100000,
    DEPTH_LIMIT = 32, /* of arrays in arrays, forms in forms, nodes of a tree */
    FONTS_MAX = 64 /* of a page that are remembered */
};

/* What all of a run may look at, counted each time it is looked at: rings and parts that are
   shared make much of little. */
#define WORK_LIMIT (UINT64_C(1) << 28) /* bytes of content, items of lists */
#define PICTURE_LIMIT (UINT64_C(1) << 34) /* bytes of pictures */
#define FILE_WORK_LIMIT (UINT64_C(1) << 27)

/* --- lexer.c: objects as they are written (7.2, 7.3) --------------------------------- */

enum object_kind {
    OBJECT_NULL,
    OBJECT_FLAG,
    OBJECT_NUMBER,
    OBJECT_STRING,
    OBJECT_NAME,
    OBJECT_ARRAY,
    OBJECT_DICTIONARY, /* items are keys and values in turn */
    OBJECT_REFERENCE,
    OBJECT_WORD, /* obj, stream, an operator */
    OBJECT_END /* of the bytes, or something that is no object */
};

struct object {
    enum object_kind kind;
    bool flag;
    bool has_stream;
    double number;
    uint32_t reference; /* the number of an object */
    struct slice bytes; /* of a STRING, NAME, WORD */
    const struct object *items; /* of an ARRAY, DICTIONARY */
    size_t count; /* of those */
    struct slice stream; /* as it stands in the file */
};

struct lexer {
    struct arena *arena;
    struct slice text;
    size_t at;
    bool references; /* 12 0 R is one; in a content stream it is not */
};

struct object lexer_next(struct lexer *lexer);

/* The value of a hexadecimal digit, or -1. */
int lexer_hex(int c);

/* Whether it is a NAME, or a WORD, of these letters. */
bool object_is_name(const struct object *object, const char *name);
bool object_is_word(const struct object *object, const char *word);

/* --- file.c: the objects of a file (7.5) ---------------------------------------------- */

struct entry {
    enum { ENTRY_FREE, ENTRY_PLAIN, ENTRY_PACKED } kind;
    uint32_t at; /* its offset; or the object stream that it is in */
    uint32_t index; /* in that */
    bool settled; /* by the newest part of the cross-reference that speaks of it */
    bool
        loading; /* it is being read: whoever asks for it meanwhile goes round in a ring */
    const struct object *object; /* NULL: not read yet */
    struct slice decoded; /* of an object stream; NULL data: not yet */
};

struct file {
    struct arena *arena;
    struct slice text;
    struct entry *entries;
    size_t entry_count;
    struct object trailer;
    const char *fault; /* why it cannot be read; NULL */
    uint64_t work; /* lines of the cross-reference and places in object streams */
};

/* Reads the cross-reference; false with `fault` set. */
bool file_open(struct file *file, struct arena *arena, struct slice text);

/* What a reference leads to, or the object itself. Never NULL. */
const struct object *file_resolve(struct file *file, const struct object *object);

/* The value of a key, resolved; a null object where there is none. */
const struct object *file_find(struct file *file, const struct object *dictionary,
                               const char *key);

/* The same, not resolved: a reference stays one. */
const struct object *object_find(const struct object *dictionary, const char *key);

/* An item of an array, resolved. */
const struct object *file_item(struct file *file, const struct object *array, size_t i);

/* --- stream.c: filters (7.4) ------------------------------------------------------------ */

/* The decoded bytes of a stream in `arena`; false, with the name of the filter or of the
   fault in `why`, where they cannot be had. */
bool stream_decode(struct file *file, struct arena *arena, const struct object *object,
                   struct slice *bytes, const char **why);

/* --- the run ----------------------------------------------------------------------------- */

/* What has been found of an object once need not be found again. */
struct picture_facts {
    uint32_t object; /* its number */
    double ink; /* the most of all inks together in a pixel [percent]; < 0: not known */
    const char *why; /* NULL, or why it could not be measured */
};

struct told {
    enum diag_id id;
    const char *what;
};

enum { TOLD_MAX = 100 /* of a page */ };

struct preflight {
    struct arena *arena;
    struct diag *diag;
    const char *path;
    struct file file;
    uint32_t limit; /* [percent] */
    size_t page; /* from 1; 0: the file as a whole */
    uint64_t work, picture_work; /* done so far */
    struct picture_facts *pictures;
    size_t picture_count, picture_capacity;
    struct told told[TOLD_MAX]; /* of the page */
    size_t told_count;
    uint32_t fonts[FONTS_MAX]; /* that the page has used: numbers of objects */
    size_t font_count;
};

/* Says that something is wrong where we are: on the page, or in the file. */
void preflight_tell(struct preflight *preflight, enum diag_id id, const char *what);

/* Counts work; false, after a message, when there has been too much. */
bool preflight_work(struct preflight *preflight, uint64_t work);

/* Goes on to a page, or to the file as a whole: 0. */
void preflight_turn(struct preflight *preflight, size_t page);

/* document.c: metadata, output intent, what a file may not hold. */
void preflight_document(struct preflight *preflight);

/* pages.c: every page; gives how many. */
size_t preflight_pages(struct preflight *preflight);

/* --- spaces.c: colour spaces (8.6) -------------------------------------------------------- */

enum space_kind {
    SPACE_GREY,
    SPACE_INKS,
    SPACE_ONE_INK,
    SPACE_ALL_INKS,
    SPACE_PATTERN,
    SPACE_FOREIGN
};

struct space {
    enum space_kind kind;
    size_t parts; /* numbers a colour has */
    const char *name; /* as messages name it */
    const struct object *palette; /* of an Indexed space; NULL */
};

/* A space by name or array; `resources` may name it otherwise. */
struct space space_find(struct preflight *preflight, const struct object *object,
                        const struct object *resources);

/* --- content.c: what is painted ------------------------------------------------------------ */

void preflight_content(struct preflight *preflight, struct slice content,
                       const struct object *resources, size_t depth);

/* --- fonts.c, pictures.c -------------------------------------------------------------------- */

/* `key` is how the resources name it. */
void preflight_font(struct preflight *preflight, const struct object *reference,
                    const char *key, size_t depth);
void preflight_picture(struct preflight *preflight, const struct object *reference,
                       const struct object *resources, const char *key);

#endif
