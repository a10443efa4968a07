/* SPDX-License-Identifier: MIT */
/* A hash table of shaped words: prose says the same few thousand words over and over, and
   shaping is most of the work of setting Arabic. */
#include "text/internal.h"

#include <string.h>

enum { BUCKETS = 4096, WORDS_MAX = 32 * 1024 };

struct kept_word {
    struct kept_word *next;
    uint64_t hash;
    struct word_key key;
    struct slice bytes;
    struct word word;
};

struct word_cache {
    struct arena *arena; /* of the words and the buckets */
    struct kept_word **buckets;
    size_t count;
};

static void forget_words(struct word_cache *cache) {
    arena_reset(cache->arena);
    cache->buckets = arena_array(cache->arena, struct kept_word *, BUCKETS);
    cache->count = 0;
}

struct word_cache *word_cache_open(struct arena *arena) {
    struct word_cache *cache = arena_new(arena, struct word_cache);
    cache->arena = arena_create();
    forget_words(cache);
    return cache;
}

void word_cache_close(struct word_cache *cache) {
    arena_destroy(cache->arena);
}

void word_cache_trim(struct word_cache *cache) {
    if (cache->count >= WORDS_MAX)
        forget_words(cache);
}

/* FNV-1a. */
static uint64_t hash_bytes(uint64_t hash, const void *data, size_t count) {
    const unsigned char *bytes = data;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ bytes[i]) * 0x100000001B3u;
    return hash;
}

/* The face and the bytes tell nearly all words apart. */
static uint64_t hash_word(const struct word_key *key, struct slice bytes) {
    uint64_t hash = hash_bytes(0xCBF29CE484222325u, bytes.data, bytes.length);
    return hash_bytes(hash, &key->face->index, sizeof key->face->index);
}

static bool same_key(const struct word_key *a, const struct word_key *b) {
    return a->face == b->face && a->features == b->features &&
           a->language == b->language && a->script == b->script && a->rtl == b->rtl &&
           a->begins_text == b->begins_text;
}

const struct word *word_cache_find(const struct word_cache *cache,
                                   const struct word_key *key, struct slice bytes) {
    uint64_t hash = hash_word(key, bytes);
    for (const struct kept_word *w = cache->buckets[hash % BUCKETS]; w; w = w->next)
        if (w->hash == hash && same_key(&w->key, key) && slice_equal(w->bytes, bytes))
            return &w->word;
    return NULL;
}

static const void *keep_copy(struct arena *arena, const void *data, size_t count,
                             size_t size) {
    void *copy = arena_take(arena, count, size);
    if (count)
        memcpy(copy, data, count * size);
    return copy;
}

void word_cache_keep(struct word_cache *cache, const struct word_key *key,
                     struct slice bytes, const struct word *word) {
    if (cache->count >= WORDS_MAX)
        return;
    struct arena *arena = cache->arena;
    struct kept_word *new = arena_new(arena, struct kept_word);
    new->hash = hash_word(key, bytes);
    new->key = *key;
    new->bytes.data = arena_copy(arena, bytes.data, bytes.length);
    new->bytes.length = bytes.length;
    new->word = *word;
    new->word.glyphs =
        keep_copy(arena, word->glyphs, word->glyph_count, sizeof *word->glyphs);
    new->word.flags =
        keep_copy(arena, word->flags, word->flag_count, sizeof *word->flags);
    struct kept_word **bucket = &cache->buckets[new->hash % BUCKETS];
    new->next = *bucket;
    *bucket = new;
    cache->count++;
}
