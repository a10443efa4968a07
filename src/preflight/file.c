/* SPDX-License-Identifier: MIT */
/* Finds the objects of a file by its cross-reference (ISO 32000-1 7.5). One that is broken is
   not mended: a press should not be sent what has to be guessed at. */
#include "preflight/internal.h"

static const struct object nothing = {.kind = OBJECT_NULL};

/* --- looking things up ------------------------------------------------------------------- */

const struct object *object_find(const struct object *dictionary, const char *key) {
    if (dictionary->kind != OBJECT_DICTIONARY)
        return &nothing;
    for (size_t i = 0; i + 1 < dictionary->count; i += 2)
        if (object_is_name(&dictionary->items[i], key))
            return &dictionary->items[i + 1];
    return &nothing;
}

const struct object *file_find(struct file *file, const struct object *dictionary,
                               const char *key) {
    return file_resolve(file, object_find(dictionary, key));
}

const struct object *file_item(struct file *file, const struct object *array,
                               size_t i) {
    return array->kind == OBJECT_ARRAY && i < array->count
               ? file_resolve(file, &array->items[i])
               : &nothing;
}

static bool whole(const struct object *object, uint32_t most, uint32_t *number) {
    if (object->kind != OBJECT_NUMBER || object->number < 0 || object->number > most)
        return false;
    *number = (uint32_t)object->number;
    return true;
}

/* --- objects at their places ------------------------------------------------------------- */

static struct lexer lexer_at(struct file *file, size_t at) {
    return (struct lexer){
        .arena = file->arena, .text = file->text, .at = at, .references = true};
}

static bool takes(struct lexer *lexer, const char *word) {
    struct object next = lexer_next(lexer);
    return object_is_word(&next, word);
}

/* The length may itself be an object; one that does not lead to endstream is a fault. */
static bool take_stream(struct file *file, struct lexer *lexer, struct object *object) {
    const char *text = file->text.data;
    size_t start = lexer->at;
    uint32_t length;
    if (start < file->text.length && text[start] == '\r')
        start++;
    if (start < file->text.length && text[start] == '\n')
        start++;
    if (!whole(file_find(file, object, "Length"), FILE_LIMIT, &length) ||
        length > file->text.length - start)
        return false;
    lexer->at = start + length;
    object->stream = slice_sub(file->text, start, start + length);
    object->has_stream = true;
    return takes(lexer, "endstream");
}

/* "12 0 obj" and what follows; `number` receives the 12. */
static bool read_object(struct file *file, size_t at, uint32_t *number,
                        struct object *object) {
    struct lexer lexer = lexer_at(file, at);
    struct object first = lexer_next(&lexer), second = lexer_next(&lexer);
    if (!whole(&first, OBJECT_LIMIT, number) || second.kind != OBJECT_NUMBER ||
        !takes(&lexer, "obj"))
        return false;
    *object = lexer_next(&lexer);
    struct object end = lexer_next(&lexer);
    if (object_is_word(&end, "stream") && object->kind == OBJECT_DICTIONARY)
        return take_stream(file, &lexer, object);
    return object->kind != OBJECT_END && object_is_word(&end, "endobj");
}

/* --- objects in streams (7.5.7) ------------------------------------------------------------ */

static bool works(struct file *file, uint64_t work) {
    file->work += work;
    return file->work <= FILE_WORK_LIMIT;
}

/* All object streams together are no longer than one stream may be. */
static bool unpack(struct file *file, struct entry *holder,
                   const struct object *stream) {
    const char *why;
    if (holder->decoded.data)
        return true;
    return stream_decode(file, file->arena, stream, &holder->decoded, &why) &&
           works(file, holder->decoded.length / 2);
}

static bool read_packed(struct file *file, const struct entry *entry,
                        struct object *object) {
    struct object reference = {.kind = OBJECT_REFERENCE, .reference = entry->at};
    const struct object *stream = file_resolve(file, &reference);
    struct entry *holder = &file->entries[entry->at];
    uint32_t first, offset = 0;
    if (!whole(file_find(file, stream, "First"), FILE_LIMIT, &first) ||
        !unpack(file, holder, stream) || !works(file, entry->index))
        return false;
    struct lexer lexer = {
        .arena = file->arena, .text = holder->decoded, .references = true};
    for (uint32_t i = 0; i <= entry->index; i++) {
        struct object number = lexer_next(&lexer), place = lexer_next(&lexer);
        if (number.kind != OBJECT_NUMBER || !whole(&place, FILE_LIMIT, &offset))
            return false;
    }
    lexer.at = (size_t)first + offset;
    *object = lexer_next(&lexer);
    return object->kind != OBJECT_END;
}

static bool load(struct file *file, uint32_t number, struct object *object) {
    struct entry *entry = &file->entries[number];
    uint32_t found = 0;
    if (entry->kind == ENTRY_PACKED)
        return entry->at < file->entry_count &&
               file->entries[entry->at].kind == ENTRY_PLAIN &&
               read_packed(file, entry, object);
    return read_object(file, entry->at, &found, object) && found == number;
}

const struct object *file_resolve(struct file *file, const struct object *object) {
    for (size_t steps = 0; object->kind == OBJECT_REFERENCE; steps++) {
        uint32_t number = object->reference;
        if (steps > DEPTH_LIMIT || number >= file->entry_count ||
            file->entries[number].kind == ENTRY_FREE)
            return &nothing;
        struct entry *entry = &file->entries[number];
        if (!entry->object) {
            struct object *loaded = arena_new(file->arena, struct object);
            if (entry->loading)
                return &nothing;
            entry->loading = true;
            if (!load(file, number, loaded)) {
                *loaded = nothing;
                file->fault =
                    arena_printf(file->arena, "object %u is broken", (unsigned)number);
            }
            entry->loading = false;
            entry->object = loaded;
        }
        object = entry->object;
    }
    return object;
}

/* --- the cross-reference --------------------------------------------------------------------- */

/* Newer parts are read first. */
static bool set_entry(struct file *file, uint32_t number, struct entry entry) {
    entry.settled = true;
    if (!works(file, 1))
        return false;
    if (number < file->entry_count && !file->entries[number].settled)
        file->entries[number] = entry;
    return true;
}

static bool make_room(struct file *file, const struct object *trailer) {
    uint32_t size;
    if (file->entries)
        return true;
    if (!whole(object_find(trailer, "Size"), OBJECT_LIMIT, &size) ||
        size > file->text.length) /* each takes a byte of the file, and more */
        return false;
    file->entry_count = size;
    file->entries = arena_array(file->arena, struct entry, size + 1);
    file->trailer = *trailer;
    return true;
}

static bool read_line(struct file *file, struct lexer *lexer, uint32_t number) {
    struct object at = lexer_next(lexer), generation = lexer_next(lexer);
    struct object kind = lexer_next(lexer);
    uint32_t offset;
    if (!whole(&at, UINT32_MAX, &offset) || generation.kind != OBJECT_NUMBER)
        return false;
    if (object_is_word(&kind, "n") && offset < file->text.length)
        return set_entry(file, number,
                         (struct entry){.kind = ENTRY_PLAIN, .at = offset});
    return object_is_word(&kind, "f") && set_entry(file, number, (struct entry){0});
}

/* The sections of a table; twice, since the size stands behind them. */
static bool read_sections(struct file *file, struct lexer *lexer, bool keep,
                          struct object *end) {
    uint32_t first, count;
    for (;;) {
        struct object start = lexer_next(lexer);
        if (start.kind == OBJECT_WORD) {
            *end = start;
            return object_is_word(&start, "trailer");
        }
        struct object many = lexer_next(lexer);
        if (!whole(&start, OBJECT_LIMIT, &first) || !whole(&many, OBJECT_LIMIT, &count))
            return false;
        for (uint32_t i = 0; i < count; i++) {
            struct lexer before = *lexer;
            if (keep ? !read_line(file, lexer, first + i)
                     : lexer_next(lexer).kind != OBJECT_NUMBER ||
                           lexer_next(lexer).kind != OBJECT_NUMBER ||
                           lexer_next(lexer).kind != OBJECT_WORD)
                return false;
            if (lexer->at == before.at)
                return false;
        }
    }
}

static bool read_table(struct file *file, struct lexer lexer, struct object *trailer) {
    struct lexer again = lexer;
    struct object end;
    if (!read_sections(file, &lexer, /*keep*/ false, &end))
        return false;
    *trailer = lexer_next(&lexer);
    return make_room(file, trailer) && read_sections(file, &again, /*keep*/ true, &end);
}

struct widths {
    uint32_t of[3], sum;
};

static bool read_widths(struct file *file, const struct object *stream,
                        struct widths *widths) {
    const struct object *list = object_find(stream, "W");
    widths->sum = 0;
    for (size_t i = 0; i < 3; i++) {
        if (!whole(file_item(file, list, i), 8, &widths->of[i]))
            return false;
        widths->sum += widths->of[i];
    }
    return widths->sum > 0;
}

static uint32_t take_field(const unsigned char **at, uint32_t width, uint32_t usual) {
    uint32_t value = width ? 0 : usual;
    for (; width; width--)
        value = value << 8 | *(*at)++;
    return value;
}

static bool set_row(struct file *file, const unsigned char *row,
                    const struct widths *widths, uint32_t number) {
    uint32_t kind = take_field(&row, widths->of[0], 1);
    uint32_t at = take_field(&row, widths->of[1], 0);
    uint32_t index = take_field(&row, widths->of[2], 0);
    if (kind == 1 && at < file->text.length)
        return set_entry(file, number, (struct entry){.kind = ENTRY_PLAIN, .at = at});
    if (kind == 2)
        return set_entry(
            file, number,
            (struct entry){.kind = ENTRY_PACKED, .at = at, .index = index});
    return kind == 0 && set_entry(file, number, (struct entry){0});
}

/* 7.5.8 */
static bool read_rows(struct file *file, const struct object *stream,
                      struct slice bytes) {
    const struct object *index = object_find(stream, "Index");
    struct widths widths;
    const unsigned char *row = (const unsigned char *)bytes.data;
    size_t rows, used = 0;
    if (!read_widths(file, stream, &widths))
        return false;
    rows = bytes.length / widths.sum;
    for (size_t i = 0; i < (index->kind == OBJECT_ARRAY ? index->count / 2 : 1); i++) {
        uint32_t first = 0, count = (uint32_t)file->entry_count;
        if (index->kind == OBJECT_ARRAY &&
            (!whole(&index->items[2 * i], OBJECT_LIMIT, &first) ||
             !whole(&index->items[2 * i + 1], OBJECT_LIMIT, &count)))
            return false;
        for (uint32_t n = 0; n < count && used < rows; n++, used++, row += widths.sum)
            if (!set_row(file, row, &widths, first + n))
                return false;
    }
    return true;
}

static bool read_xref_stream(struct file *file, size_t at, struct object *trailer) {
    struct slice bytes;
    const char *why;
    uint32_t number;
    return read_object(file, at, &number, trailer) && trailer->has_stream &&
           make_room(file, trailer) &&
           stream_decode(file, file->arena, trailer, &bytes, &why) &&
           read_rows(file, trailer, bytes);
}

static bool read_part(struct file *file, size_t at, struct object *trailer) {
    struct lexer lexer = lexer_at(file, at);
    if (takes(&lexer, "xref"))
        return read_table(file, lexer, trailer);
    return read_xref_stream(file, at, trailer);
}

/* Parts lead to older ones. */
static bool read_parts(struct file *file, uint32_t at) {
    enum { PARTS_MAX = 1000 };
    for (size_t parts = 0; parts < PARTS_MAX; parts++) {
        struct object trailer = nothing;
        uint32_t other;
        if (at >= file->text.length || !read_part(file, at, &trailer))
            return false;
        if (whole(object_find(&trailer, "XRefStm"), UINT32_MAX, &other)) {
            struct object hidden = nothing;
            if (other >= file->text.length || !read_part(file, other, &hidden))
                return false;
        }
        if (!whole(object_find(&trailer, "Prev"), UINT32_MAX, &at))
            return true;
    }
    return false;
}

/* The number after the last "startxref"; false if there is none near the end. */
static bool find_start(struct file *file, uint32_t *at) {
    static const char word[] = "startxref";
    enum { NEAR = 2048, WORD = sizeof word - 1 };
    size_t end = file->text.length;
    for (size_t i = end; i-- > WORD && end - i < NEAR;)
        if (!memcmp(file->text.data + i - WORD, word, WORD)) {
            struct lexer lexer = lexer_at(file, i);
            struct object number = lexer_next(&lexer);
            return whole(&number, UINT32_MAX, at);
        }
    return false;
}

bool file_open(struct file *file, struct arena *arena, struct slice text) {
    uint32_t at;
    *file = (struct file){.arena = arena, .text = text};
    if (text.length < 8 || memcmp(text.data, "%PDF-", 5) != 0)
        file->fault = "it is not a PDF";
    else if (!find_start(file, &at) || !read_parts(file, at))
        file->fault = "its cross-reference is broken";
    return !file->fault;
}
