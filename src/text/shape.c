/* SPDX-License-Identifier: MIT */
/* Shapes runs with HarfBuzz. Each run is shaped with the text around it in sight, so that
   a word of which one letter is bold still joins. Clusters are those of characters
   (MONOTONE_CHARACTERS): each mark keeps its own place in the text. */
#include "text/internal.h"

#include <hb.h>
#include <string.h>

enum {
    FEATURES_MAX = 8,
    FEATURE_LISTS_MAX = 16,
    FACES_MAX = 32, /* whose words are kept; others are shaped by runs */
    WORD_BYTES_MAX = 64,
    BYTES_BEFORE_WORDS = 2048, /* a face used for less is not worth the question whether
                                  it sets words apart */
};

struct feature_list {
    const char *string; /* a theme's; compared by address */
    hb_feature_t features[FEATURES_MAX];
    unsigned count;
};

/* A word of the run now shaped, or several that lean on each other. */
struct part {
    struct word word;
    uint32_t start, end; /* [bytes]; clusters are relative to start */
    bool unshaped; /* grown since: shaped when all of it is known, or time would be
                      quadratic in words that lean back */
};

/* What is known of a face in use. */
struct face_use {
    const struct face *face;
    size_t bytes; /* shaped so far */
    bool asked, apart; /* whether it sets words apart */
};

struct shaper {
    struct arena *arena; /* of the list of parts */
    hb_buffer_t *buffer;
    struct word_cache *words;
    bool keeps_words;
    struct face_use uses[FACES_MAX];
    size_t use_count;
    struct part *parts;
    size_t part_count, part_capacity;
    struct feature_list lists[FEATURE_LISTS_MAX];
    size_t list_count;
};

struct shaper *shaper_open(struct arena *arena) {
    struct shaper *shaper = arena_new(arena, struct shaper);
    shaper->arena = arena;
    shaper->buffer = hb_buffer_create();
    shaper->words = word_cache_open(arena);
    shaper->keeps_words = true;
    return shaper;
}

void shaper_keep_words(struct shaper *shaper, bool keep) {
    shaper->keeps_words = keep;
}

void shaper_close(struct shaper *shaper) {
    word_cache_close(shaper->words);
    hb_buffer_destroy(shaper->buffer);
}

static void parse_features(struct feature_list *list, const char *string) {
    list->string = string;
    list->count = 0;
    while (*string && list->count < FEATURES_MAX) {
        size_t span = strcspn(string, ",");
        if (hb_feature_from_string(string, (int)span, &list->features[list->count]))
            list->count++;
        string += span + (string[span] == ',');
    }
}

static const struct feature_list *find_features(struct shaper *shaper,
                                                const char *string) {
    static const struct feature_list none = {0};
    if (!string)
        return &none;
    for (size_t i = 0; i < shaper->list_count; i++)
        if (shaper->lists[i].string == string)
            return &shaper->lists[i];
    size_t place = shaper->list_count < FEATURE_LISTS_MAX ? shaper->list_count++ : 0;
    parse_features(&shaper->lists[place], string);
    return &shaper->lists[place];
}

static hb_language_t run_language(const struct text *text, uint32_t script) {
    const char *language = text_run_language(text->paragraph, text->script, script);
    return *language ? hb_language_from_string(language, -1) : HB_LANGUAGE_INVALID;
}

/* Bytes [start, end) of `text`, which is the paragraph's or a part of it with insertions. */
static void fill_buffer(hb_buffer_t *buffer, const struct text *whole,
                        const struct text_run *run, struct slice text, uint32_t start,
                        uint32_t end) {
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
    unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES |
                     HB_BUFFER_FLAG_PRODUCE_SAFE_TO_INSERT_TATWEEL;
    if (start == 0)
        flags |= HB_BUFFER_FLAG_BOT;
    if (end == text.length)
        flags |= HB_BUFFER_FLAG_EOT;
    hb_buffer_set_flags(buffer, (hb_buffer_flags_t)flags);
    hb_buffer_add_utf8(buffer, text.data, (int)text.length, start, (int)(end - start));
    hb_buffer_set_direction(buffer,
                            run->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, (hb_script_t)run->script);
    hb_buffer_set_language(buffer, run_language(whole, run->script));
}

static uint8_t shaping_flags(const hb_glyph_info_t *info) {
    hb_glyph_flags_t flags = hb_glyph_info_get_glyph_flags(info);
    return (uint8_t)((flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK ? TEXT_UNSAFE : 0) |
                     (flags & HB_GLYPH_FLAG_SAFE_TO_INSERT_TATWEEL ? TEXT_TATWEEL : 0));
}

/* Characters inside a cluster: of a ligature each letter but the first has no glyph of its
   own, and a line cut before it would begin without it. `bytes` is what has been shaped. */
static uint32_t flag_insides(struct slice bytes, const hb_glyph_info_t *infos,
                             uint32_t count, uint32_t start, bool rtl,
                             struct shaping_flag *flags) {
    uint32_t flagged = 0, upto = (uint32_t)bytes.length;
    for (uint32_t i = 0; i < count; i++) { /* from the last cluster to the first */
        uint32_t cluster = infos[rtl ? i : count - 1 - i].cluster - start;
        for (uint32_t b = cluster + 1; b < upto; b++)
            if (((unsigned char)bytes.data[b] & 0xC0) != 0x80)
                flags[flagged++] = (struct shaping_flag){b, TEXT_UNSAFE};
        upto = cluster;
    }
    return flagged;
}

/* Shapes bytes [start, end) of `bytes`. Clusters are relative to start. */
static struct word shape_slice(struct shaper *shaper, struct arena *arena,
                               const struct text *text, const struct text_run *run,
                               struct slice bytes, uint32_t start, uint32_t end) {
    const struct feature_list *list = find_features(shaper, run->features);
    fill_buffer(shaper->buffer, text, run, bytes, start, end);
    hb_shape(run->face->hb_font, shaper->buffer, list->features, list->count);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(shaper->buffer, &count);
    const hb_glyph_position_t *positions =
        hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    struct glyph *glyphs = arena_array(arena, struct glyph, count);
    struct shaping_flag *flags =
        arena_array(arena, struct shaping_flag, count + end - start);
    struct word word = {.glyphs = glyphs, .flags = flags};
    for (unsigned i = 0; i < count; i++) {
        uint32_t cluster = infos[i].cluster - start;
        uint8_t said = shaping_flags(&infos[i]);
        if (said)
            flags[word.flag_count++] = (struct shaping_flag){cluster, said};
        if (infos[i].codepoint == 0) /* reported by the itemizer */
            continue;
        word.leans_back |= face_leans_back(run->face, infos[i].codepoint);
        glyphs[word.glyph_count++] = (struct glyph){.id = infos[i].codepoint,
                                                    .cluster = cluster,
                                                    .advance = positions[i].x_advance,
                                                    .x_offset = positions[i].x_offset,
                                                    .y_offset = positions[i].y_offset};
    }
    word.flag_count += flag_insides(slice_sub(bytes, start, end), infos, count, start,
                                    run->level & 1, flags + word.flag_count);
    return word;
}

/* As they stand in the text. */
static struct word shape_bytes(struct shaper *shaper, struct arena *arena,
                               const struct text *text, const struct text_run *run,
                               uint32_t start, uint32_t end) {
    return shape_slice(shaper, arena, text, run, text->paragraph->text, start, end);
}

static void add_part(struct shaper *shaper, struct word word, uint32_t start,
                     uint32_t end) {
    arena_reserve(shaper->arena, shaper->parts, shaper->part_count,
                  shaper->part_capacity);
    shaper->parts[shaper->part_count++] =
        (struct part){.word = word, .start = start, .end = end};
}

/* Whether nothing outside [start, end) can touch the shaping inside. */
static bool stands_alone(struct slice text, uint32_t start, uint32_t end) {
    bool before = start == 0 || text.data[start] == ' ' || text.data[start - 1] == ' ';
    return before && (end == text.length || text.data[end] == ' ');
}

/* Bytes [start, end) of `whole`, from the words kept if they are one of them. */
static struct word find_word(struct shaper *shaper, struct arena *arena,
                             const struct text *text, const struct text_run *run,
                             struct slice whole, uint32_t start, uint32_t end) {
    struct slice bytes = slice_sub(whole, start, end);
    struct word_key key = {.face = run->face,
                           .features = run->features,
                           .language = run_language(text, run->script),
                           .script = run->script,
                           .rtl = run->level & 1,
                           .begins_text = start == 0};
    bool kept = end - start <= WORD_BYTES_MAX && stands_alone(whole, start, end);
    const struct word *known =
        kept ? word_cache_find(shaper->words, &key, bytes) : NULL;
    struct word word =
        known ? *known : shape_slice(shaper, arena, text, run, whole, start, end);
    if (kept && !known)
        word_cache_keep(shaper->words, &key, bytes, &word);
    return word;
}

static void shape_word(struct shaper *shaper, struct arena *arena,
                       const struct text *text, const struct text_run *run,
                       uint32_t start, uint32_t end) {
    struct word word =
        find_word(shaper, arena, text, run, text->paragraph->text, start, end);
    if (word.leans_back && shaper->part_count) {
        struct part *before = &shaper->parts[shaper->part_count - 1];
        before->end = end;
        before->unshaped = true;
        return;
    }
    add_part(shaper, word, start, end);
}

static struct face_use *find_use(struct shaper *shaper, const struct face *face) {
    for (size_t i = 0; i < shaper->use_count; i++)
        if (shaper->uses[i].face == face)
            return &shaper->uses[i];
    if (shaper->use_count == FACES_MAX)
        return NULL;
    shaper->uses[shaper->use_count] = (struct face_use){.face = face};
    return &shaper->uses[shaper->use_count++];
}

static bool sets_words_apart(struct shaper *shaper, const struct text_run *run) {
    struct face_use *use = find_use(shaper, run->face);
    if (!use || !shaper->keeps_words)
        return false;
    use->bytes += run->end - run->start;
    if (!use->asked && use->bytes > BYTES_BEFORE_WORDS) {
        use->apart = face_sets_words_apart(run->face);
        use->asked = true;
    }
    return use->apart;
}

static void shape_parts(struct shaper *shaper, struct arena *arena,
                        const struct text *text, const struct text_run *run) {
    const char *bytes = text->paragraph->text.data;
    shaper->part_count = 0;
    word_cache_trim(shaper->words);
    if (!sets_words_apart(shaper, run)) {
        add_part(shaper, shape_bytes(shaper, arena, text, run, run->start, run->end),
                 run->start, run->end);
        return;
    }
    for (uint32_t start = run->start, end; start < run->end; start = end) {
        end = start + 1;
        while (end < run->end && bytes[end] != ' ')
            end++;
        shape_word(shaper, arena, text, run, start, end);
    }
    for (size_t i = 0; i < shaper->part_count; i++) {
        struct part *part = &shaper->parts[i];
        if (part->unshaped)
            part->word = shape_bytes(shaper, arena, text, run, part->start, part->end);
    }
}

void shaper_shape(struct shaper *shaper, struct arena *arena, const struct text *text,
                  struct text_run *run, uint8_t *flags) {
    shape_parts(shaper, arena, text, run);
    uint32_t count = 0;
    for (size_t i = 0; i < shaper->part_count; i++)
        count += shaper->parts[i].word.glyph_count;
    struct glyph *glyphs = arena_array(arena, struct glyph, count);
    run->glyphs = glyphs;
    run->glyph_count = count;
    for (size_t i = 0; i < shaper->part_count; i++) {
        bool rtl = run->level & 1;
        const struct part *part = &shaper->parts[rtl ? shaper->part_count - 1 - i : i];
        for (uint32_t g = 0; g < part->word.glyph_count; g++, glyphs++) {
            *glyphs = part->word.glyphs[g];
            glyphs->cluster += part->start;
        }
        for (uint32_t u = 0; flags && u < part->word.flag_count; u++)
            flags[part->start + part->word.flags[u].offset] |=
                part->word.flags[u].flags;
    }
}

void shaper_shape_inserted(struct shaper *shaper, struct arena *arena,
                           const struct text *text, struct text_run *run,
                           const struct text_insertion *insertions, size_t count) {
    struct inserted into = text_insert(arena, text, run, insertions, count);
    bool apart = sets_words_apart(shaper, run);
    struct word word = (apart ? find_word : shape_slice)(
        shaper, arena, text, run, into.bytes, into.start, into.end);
    struct glyph *glyphs = arena_array(arena, struct glyph, word.glyph_count);
    for (uint32_t i = 0; i < word.glyph_count; i++) {
        glyphs[i] = word.glyphs[i];
        glyphs[i].cluster = into.from[into.start + glyphs[i].cluster];
    }
    run->glyphs = glyphs;
    run->glyph_count = word.glyph_count;
}
