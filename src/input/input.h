/* SPDX-License-Identifier: MIT */
/* Input: a file read as text whose lines are known and whose characters are checked, and
   the YAML in it as a tree. */
#ifndef INPUT_INPUT_H
#define INPUT_INPUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/slice.h"
#include "base/source.h"

#include <stdbool.h>
#include <stdint.h>

/* The document stage knows what is in these. */
struct data;
struct conventions;
struct works;
struct formats;
struct row_indexes;

/* What every step needs. */
struct reading {
    struct arena *arena; /* what lives as long as what is made of the file */
    struct diag *diag;
    const char *folder; /* of the content, or of the lone file */
    const struct data *data; /* those read so far, the last first */
    size_t cells; /* shown of them */
    const struct conventions *conventions; /* of the report; NULL: the usual ones */
    struct formats *formats;
    struct row_indexes *row_indexes; /* of the data; NULL: none yet */
    struct works *works; /* that can be cited; NULL: not read yet */
    struct names *names; /* that are withheld; NULL: none yet */
};

/* --- locate.c: places in a source, in time linear in the file -------------------------- */

/* A source with its lines known; asked from front to back it answers without going over
   anything twice. */
struct locator {
    struct source source;
    const uint32_t *starts; /* of each line [bytes] */
    uint32_t line_count;
    uint32_t line, offset, column; /* the last answer: line from 0, column from 1 */
};

struct locator *locator_new(struct arena *arena, const char *path, struct slice text);

/* The position of bytes [start, end); the width ends with the line. */
struct position locator_position(struct locator *locator, size_t start, size_t end);

/* The byte at which a position begins. */
uint32_t locator_offset(const struct locator *locator, struct position position);

/* Line `line`, from 0, without its line end. */
struct slice locator_line(const struct locator *locator, uint32_t line);

/* A message about the file as a whole. */
struct position locator_whole(const struct locator *locator);

/* --- input.c: files -------------------------------------------------------------------- */

enum { CONTENT_LIMIT = 16 * 1024 * 1024 /* [bytes] */ };

/* Reads a file and checks its characters. What is not UTF-8 is told, and U+FFFD stands in
   its place. NULL if the file cannot be read as text at all, which has then been told: at
   `from`, the place that names the file, or if that is nowhere as a failure of the
   world. */
struct locator *input_read(struct reading *reading, const char *path,
                           struct position from);

/* The same for a file that another program writes, with more in it than we use: its
   characters are checked by who uses them. */
struct locator *input_read_foreign(struct reading *reading, const char *path,
                                   struct position from);

/* The same for a CSV file, which may also be UTF-16 with a byte order mark. NULL if it is
   in any other encoding. */
struct locator *input_read_data(struct reading *reading, const char *path,
                                struct position from);

/* Whether a file that content names can be read; if not, it has been told. */
bool input_check(struct reading *reading, const char *path, struct position from);

/* --- paths.c: files that content names ------------------------------------------------ */

/* Whether a path can only lead below where it begins: no empty part, no part that begins
   with a dot, no backslash. */
bool path_goes_down(const char *path);

/* Whether symbolic links lead a path out of the folder. */
bool path_leaves(const char *folder, const char *path);

/* The path of the file that the content names so; NULL if it is not below the folder of the
   content, which has then been told. Whether it exists is another question. */
const char *path_find(struct reading *reading, const char *name,
                      struct position position);

/* --- characters.c: what a text may not hold -------------------------------------------- */

/* Tells of a character that may not stand in a text; gives whether it did. */
bool character_check(struct reading *reading, uint32_t c, struct position position);

/* Tells of each such character of a whole source. */
void characters_check(struct reading *reading, struct locator *locator);

/* A copy of the same length in characters with U+FFFD for each of them. */
struct slice characters_replace(struct arena *arena, struct slice text);

/* --- yaml.c: YAML -> a tree ------------------------------------------------------------ */

enum yaml_kind { YAML_TEXT, YAML_LIST, YAML_MAP };

struct yaml {
    enum yaml_kind kind;
    struct position position;
    const char *text; /* TEXT: white space trimmed, lines joined by a space */
    const char *lines; /* TEXT: as it was written */
    bool none; /* TEXT: nothing was written, or ~ or null */
    const struct yaml *key; /* of a value in a MAP */
    const struct yaml *items; /* LIST, MAP: the first */
    const struct yaml *next; /* the next item of the LIST or MAP */
    size_t count; /* LIST, MAP: how many items */
};

/* Reads the lines from `first` (from 0) up to `last`. False if they are not one plain YAML
   document, which has then been told; *root is NULL if they hold nothing. */
bool yaml_read(struct reading *reading, struct locator *locator, uint32_t first,
               uint32_t last, const struct yaml **root);

/* The text of a node from what was written: white space at the ends goes; line ends and
   other runs of it become one space. */
const char *yaml_clean(struct arena *arena, struct slice raw);

/* --- json.c: JSON -> the same tree ------------------------------------------------------ */

/* False if it is not JSON, which has then been told; *root is NULL if there is nothing. A
   number is its digits. Which characters are in the texts has not been looked at. */
bool json_read(struct reading *reading, struct locator *locator,
               const struct yaml **root);

/* --- keys.c: what a tree of YAML holds ------------------------------------------------- */

/* The value of a key of a MAP, or NULL. */
const struct yaml *yaml_find(const struct yaml *map, const char *key);

/* Tells of each key of a MAP that is not one of `known`. */
void yaml_check_keys(struct reading *reading, const struct yaml *map,
                     const char *const known[], size_t count);

/* The text of a value, or NULL if it is something else, which is then told. */
const char *yaml_text(struct reading *reading, const struct yaml *value);

/* A whole number of at most six digits; false if the text is none. */
bool yaml_whole(const char *text, uint32_t *number);

/* Tells of each key of a MAP and each text of a LIST that stands there again. */
void yaml_check_repeats(struct reading *reading, const struct yaml *node);

/* Whether a value is true; tells if it is neither true nor false. */
bool yaml_flag(struct reading *reading, const struct yaml *value);

/* Tells if a value is not of this kind; gives whether it is. */
bool yaml_expect(struct reading *reading, const struct yaml *value,
                 enum yaml_kind kind);

/* --- measures.c: numbers and lengths ---------------------------------------------------- */

enum { MILLION = 1000000 };

/* A decimal number in millionths, and what stands after it and blanks. False if the text
   does not begin with one. */
bool measure_decimal(const char *text, int64_t *millionths, const char **rest);

/* So many millionths of a unit, "pt", "mm", "cm" or "in", in 1/1000 pt. False if there is
   no such unit. */
bool measure_length(int64_t millionths, const char *unit, int64_t *number);

/* Rounded to nearest, halves away from zero. */
int64_t measure_quotient(int64_t dividend, int64_t divisor);

#endif
