/* SPDX-License-Identifier: MIT */
/* What the steps of the text stage share: levels, scripts and boundaries, all indexed by
   bytes of the paragraph's UTF-8. */
#ifndef TEXT_INTERNAL_H
#define TEXT_INTERNAL_H

#include "base/arena.h"
#include "base/slice.h"
#include "locale/locale.h"
#include "text/text.h"

#include <stdbool.h>
#include <stdint.h>

/* --- isolate.c: which parts of the text are isolated (UAX #9 6.1) ----- */

/* A bidi control that bidi_resolve reads as if it stood before byte `offset`. The text
   itself never holds it: it reaches neither the shaper nor the PDF. */
struct control {
    uint32_t offset;
    uint32_t code_point; /* U+2066 LRI, U+2068 FSI, U+2069 PDI, U+200F RLM, ... */
};

struct controls {
    const struct control *items; /* by offset; at one offset in the order they apply */
    size_t count;
};

/* A stretch known to be one thing: a link's text, a code span, an inserted value. */
struct known_unit {
    uint32_t start, end; /* [bytes] */
    bool code; /* left to right where its letters do not say otherwise */
};

/* The controls that make a paragraph of this direction read right, whatever its author
   typed: isolates around the known units, URLs, e-mail addresses, phone numbers, ISO dates,
   case numbers and other ids, file names, Latin phrases, note marks; marks that fix the side
   of percent signs, currency signs and range dashes. Empty for a left-to-right paragraph
   without right-to-left characters. */
struct controls text_isolate(struct arena *arena, struct slice text,
                             enum direction direction, const struct known_unit *units,
                             size_t unit_count);

/* The same without U+200F: in Hebrew the percent sign stands at the right of its number,
   and a range runs from the left (CLDR he; UAX #9 W4, W5 after a letter of type R). */
struct controls controls_without_marks(struct arena *arena, struct controls controls);

/* --- pieces.c: the text as the recognisers see it --------------------------------------- */

enum piece_class {
    PIECE_LTR, /* strong L: a letter, LRM, an isolated left-to-right stretch */
    PIECE_RTL, /* strong R or AL */
    PIECE_DIGIT, /* EN: 0-9, U+06F0-06F9 */
    PIECE_INDIC, /* AN: U+0660-0669 and their separators */
    PIECE_SIGN, /* ES: + - U+2212 */
    PIECE_TERMINATOR, /* ET: % $ # U+066A, not the degrees */
    PIECE_DEGREE, /* ET: degree, minute, second */
    PIECE_SEPARATOR, /* CS: . , : / */
    PIECE_ARABIC_COMMA, /* U+060C */
    PIECE_SPACE, /* where a line may end */
    PIECE_NO_BREAK_SPACE, /* U+00A0, U+202F */
    PIECE_OPEN, /* brackets and guillemets */
    PIECE_CLOSE,
    PIECE_QUOTE, /* the same character opens and closes */
    PIECE_MARK, /* NSM, BN: part of what is before it */
    PIECE_SYMBOL,
    PIECE_OBJECT, /* an isolated stretch without strong characters */
    PIECE_STOP, /* nothing recognised reaches across it: U+2028, tabs, the end */
};

/* A character, or a stretch isolated by itself, seen from outside as one (U+FFFC). It ends
   where the next piece starts. */
struct piece {
    uint32_t offset; /* [bytes] */
    uint32_t code_point;
    enum piece_class class;
};

struct pieces {
    struct piece *items; /* count of them, then a PIECE_STOP at the end */
    size_t count;
};

/* A known unit inside the stretch: PIECE_LTR, PIECE_RTL or PIECE_OBJECT by its content. */
struct piece_object {
    uint32_t start, end; /* [bytes] */
    enum piece_class class;
};

/* The pieces of bytes [start, end). What the author has put between bidi controls is one
   piece; objects that start inside it are left out. */
struct pieces text_pieces(struct arena *arena, struct slice text, uint32_t start,
                          uint32_t end, const struct piece_object *objects,
                          size_t object_count);

/* --- notations.c, numbers.c: what is read as one sign ------------------------------------ */

enum notation_kind {
    NOTATION_URL, /* also paths */
    NOTATION_EMAIL,
    NOTATION_ID, /* file names, handles, case numbers, C++ */
    NOTATION_PHONE, /* with its groups */
    NOTATION_DATE, /* ISO 8601 */
    NOTATION_GROUPED, /* thousands parted by spaces */
    NOTATION_FORMULA, /* 3×4 */
    NOTATION_DEGREES, /* 37.5°, 33° 18′ 45″ */
    NOTATION_AMOUNT, /* sign first: $12.3, #5 */
};

struct notation {
    size_t start, end; /* [pieces] */
    enum notation_kind kind;
    bool letters; /* holds strong left-to-right letters: a word */
    bool right_to_left; /* holds strong right-to-left letters or U+0660 digits */
};

struct notations {
    struct notation *items; /* by start, apart from one another */
    size_t count;
};

struct notations text_notations(struct arena *arena, struct pieces pieces);

/* The numeric notation that starts at piece `start`; false when there is none. */
bool number_find(struct pieces pieces, size_t start, struct notation *notation);

/* The end of the number at piece `start`: digits and the separators between them. `start`
   itself when there is none. */
size_t number_end(struct pieces pieces, size_t start);

/* The end of a sign of operation and the number after it at `start`, with a space on both
   sides of the sign or on none; `start` itself when there is none. */
size_t number_operation_end(struct pieces pieces, size_t start);

/* --- phrases.c: words of the other direction ---------------------------------------------- */

struct phrase {
    size_t start, end; /* [pieces] */
};

struct phrases {
    struct phrase *items; /* by start, apart from one another */
    size_t count;
};

/* The phrases of words whose class is `word` in text of the other direction. */
struct phrases text_phrases(struct arena *arena, struct pieces pieces,
                            enum piece_class word);

/* --- bidi.c: UAX #9 by FriBidi, with the character types of ICU ------------------------ */

struct bidi {
    uint8_t *levels; /* of each byte of the text; bytes of one character share one */
    uint8_t
        *seams; /* level of the lowest added control before each byte, TEXT_NO_SEAM */
};

/* Resolves embedding levels (P to I2, and L1 for the whole paragraph). An added isolate
   whose direction is that of the text around it has the level of that text: the order is
   the same, and a link in it cuts nothing. */
struct bidi bidi_resolve(struct arena *arena, struct slice text,
                         struct controls controls, enum direction direction);

/* L1 for a line: sets trailing white space and isolate controls before byte `end` back to
   the paragraph's level, in bytes [start, end) of `levels`. */
void bidi_reset_line_end(struct slice text, uint8_t *levels, uint32_t start,
                         uint32_t end, enum direction direction);

/* --- script.c: UAX #24 ------------------------------------------------------------------ */

struct script_run {
    uint32_t start, end; /* [bytes] */
    uint32_t script; /* OpenType/ISO 15924 tag as HarfBuzz has it: 'Arab', 'Latn' */
};

/* The scripts of a paragraph, in order, covering it. Common and Inherited characters take
   the script around them within their level run (so that what stands inside an isolate does
   not colour what stands outside); paired brackets take one script; Script_Extensions are
   honoured; a level run without any script has that of the paragraph's language. */
const struct script_run *text_scripts(struct arena *arena, struct slice text,
                                      const uint8_t *levels, const char *language,
                                      size_t *count);

/* --- boundaries.c: UAX #14 and UAX #29 by ICU --------------------------------------------- */

enum {
    BOUNDARY_BREAK = 1, /* a line may end before this byte */
    BOUNDARY_REQUIRED = 2, /* a line must end before this byte */
    BOUNDARY_GRAPHEME = 4, /* a grapheme cluster starts at this byte */
    BOUNDARY_NOTATION = 64, /* inside a notation, which is no word to be divided */
};

/* Finds boundaries; keeps ICU's iterators from paragraph to paragraph. */
struct boundary_finder;
struct boundary_finder *boundary_finder_open(struct arena *arena);
void boundary_finder_close(struct boundary_finder *finder);

/* The flags of each byte of the text, and of its end: text.length + 1 of them. With our
   tailoring: no break after a lone waw, inside a pair of month names joined by a solidus,
   ... each listed in the head of boundaries.c. The marks of notes are objects: they are
   part of no number or notation they stand at. */
uint8_t *boundaries_find(struct boundary_finder *finder, struct arena *arena,
                         struct slice text, const char *language,
                         const struct piece_object *marks, size_t mark_count);

/* The same without the tailoring, for Unicode's own test files. */
uint8_t *boundaries_find_untailored(struct boundary_finder *finder, struct arena *arena,
                                    struct slice text);

/* --- segments.c: the spans of a paragraph, flattened ------------------------------------ */

enum {
    SEGMENT_EMPHASIS = 1,
    SEGMENT_STRONG = 2,
    SEGMENT_CODE = 4,
};

/* A stretch with the same spans around it. */
struct segment {
    uint32_t start, end; /* [bytes] */
    uint32_t flags;
    const struct span *link; /* the innermost, or NULL */
    const struct span *code;
    const struct span *note;
    bool strike;
};

/* In order, covering the text; at least one. */
const struct segment *text_segments(struct arena *arena,
                                    const struct paragraph *paragraph, size_t *count);

/* --- dictionary.c: where words of a language may be divided (libhyphen) ------------------ */

/* Each is opened when a paragraph first needs it, and kept. */
struct dictionaries;
struct dictionaries *dictionaries_open(struct arena *arena, struct diag *diag);
void dictionaries_close(struct dictionaries *dictionaries);

/* Whether there is one for a language. */
bool dictionaries_have(const char *language);

/* That of a language which has one; NULL after a DIAG_WORLD message. */
struct dictionary;
struct dictionary *dictionaries_find(struct dictionaries *dictionaries,
                                     const char *language);

enum { DICTIONARY_LETTERS = 63 }; /* of a word, at most */

/* Bit n is set where a word of `count` small letters, with NUL after them, may be divided
   before letter n. */
uint64_t dictionary_places(struct dictionary *dictionary, const char *letters,
                           size_t count);

/* --- hyphenate.c: where a line may end with a hyphen -------------------------------------- */

struct hyphen_input {
    const struct paragraph *paragraph;
    const struct segment *segments;
    size_t segment_count;
    const struct script_run *scripts;
    size_t script_count;
    const struct hyphen_style *style;
};

/* Sets TEXT_HYPHEN in the paragraph's `flags`, which are those of boundaries_find. False
   after a DIAG_WORLD message. */
bool text_hyphenate(struct dictionaries *dictionaries, const struct hyphen_input *input,
                    uint8_t *flags);

/* --- marking.c: vowels and other marks of Arabic ------------------------------------------ */

enum marking_density { MARKING_PLAIN, MARKING_MARKED, MARKING_VOCALISED };

struct marking {
    size_t letters, marks;
    enum marking_density density;
};

struct marking text_marking(struct slice text);

/* The leading a style has for it: never less than for plain text. */
length marking_leading(const struct script_style *style, enum marking_density density);

/* --- look.c: what the language of a run makes of its look -------------------------------- */

/* The paragraph's language where its script is used, else the usual one of the script; ""
   for others. */
const char *text_run_language(const struct paragraph *paragraph, uint32_t own,
                              uint32_t script);

/* The family of a language in a role; NULL: the role's own. */
const char *text_language_family(const struct language_style *language,
                                 const struct role_style *role, struct font_set *fonts);

/* --- itemize.c: runs of one level, script, face and size -------------------------------- */

struct item_input {
    struct arena *arena;
    const struct paragraph *paragraph;
    const struct role_style *role;
    bool arabic; /* what the paragraph's language is written in */
    uint32_t script; /* of the paragraph's language */
    const struct segment *segments;
    size_t segment_count;
    const struct script_run *scripts;
    size_t script_count;
    struct bidi bidi;
    const uint8_t *flags;
};

/* The runs, not yet shaped. NULL when a face could not be opened. */
struct text_run *text_itemize(const struct style *style, struct font_set *fonts,
                              struct diag *diag, const struct item_input *input,
                              size_t *count);

/* --- words.c: shaped words, kept from paragraph to paragraph ---------------------------- */

/* What shaping depends on, besides the text: with equal keys and equal bytes the glyphs
   are equal. */
struct word_key {
    const struct face *face;
    const char *features; /* compared by address */
    const void *language; /* HarfBuzz's, which has one object for each */
    uint32_t script;
    bool rtl;
    bool begins_text;
};

/* What the shaper says of the place before a byte. */
struct shaping_flag {
    uint32_t offset; /* [bytes] from the word's first */
    uint8_t flags; /* TEXT_UNSAFE, TEXT_TATWEEL */
};

struct word {
    const struct glyph *glyphs; /* left to right; clusters from the word's first byte */
    uint32_t glyph_count;
    const struct shaping_flag *flags;
    uint32_t flag_count;
    bool leans_back; /* in a line, the word before may move its glyphs */
};

struct word_cache;
struct word_cache *word_cache_open(struct arena *arena);
void word_cache_close(struct word_cache *cache);

/* Forgets all words if there are too many; those found before are then gone. */
void word_cache_trim(struct word_cache *cache);

/* The word kept for `bytes`; NULL if there is none. */
const struct word *word_cache_find(const struct word_cache *cache,
                                   const struct word_key *key, struct slice bytes);

/* Keeps a copy, if there is room. */
void word_cache_keep(struct word_cache *cache, const struct word_key *key,
                     struct slice bytes, const struct word *word);

/* --- shape.c ------------------------------------------------------------------------------ */

struct shaper;
struct shaper *shaper_open(struct arena *arena);
void shaper_close(struct shaper *shaper);

/* Whether words are shaped one by one and kept, or each run as one; the glyphs are the
   same. */
void shaper_keep_words(struct shaper *shaper, bool keep);

/* Fills the glyphs of a run of `text` and sets TEXT_UNSAFE and TEXT_TATWEEL in `flags`
   (unless NULL). */
void shaper_shape(struct shaper *shaper, struct arena *arena, const struct text *text,
                  struct text_run *run, uint8_t *flags);

/* The same with insertions, of [run->start, run->end]. */
void shaper_shape_inserted(struct shaper *shaper, struct arena *arena,
                           const struct text *text, struct text_run *run,
                           const struct text_insertion *insertions, size_t count);

/* --- insert.c ----------------------------------------------------------------------------- */

/* The text of a run with insertions, and a little of what stands around it. */
struct inserted {
    struct slice bytes;
    const uint32_t
        *from; /* of each byte: the byte of the paragraph it is, or that of the
                             letter before an insertion */
    uint32_t start, end; /* of the run in `bytes` */
};

/* Insertions are in order and in [run->start, run->end]. */
struct inserted text_insert(struct arena *arena, const struct text *text,
                            const struct text_run *run,
                            const struct text_insertion *insertions, size_t count);

/* --- reshape.c: a part of a run anew -------------------------------------------------------- */

struct reshaping {
    struct shaper *shaper;
    struct arena *arena;
    const struct text *text;
    const struct text_run *run; /* shaped */
    uint32_t start, end; /* [bytes] of the part */
    const struct text_insertion *insertions;
    size_t insertion_count;
};

struct text_run reshape(const struct reshaping *reshaping);

/* --- kashida.c: which join of a word a calligrapher would stretch ------------------------ */

struct kashida_site {
    uint32_t offset; /* [bytes] the tatweel goes before this letter */
    uint8_t weight; /* 9: best, 0: weakest */
};

/* The best of the joins of the word in bytes [start, end) that `flags` (of each byte of the
   text) call TEXT_TATWEEL; false if no rule would stretch one. */
bool kashida_find(struct slice text, uint32_t start, uint32_t end, const uint8_t *flags,
                  enum kashida_rules rules, struct kashida_site *site);

#endif
