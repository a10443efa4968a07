/* SPDX-License-Identifier: MIT */
/* Hyphenation patterns: a dictionary of libhyphen as a trie, and F. M. Liang's algorithm
   ("Word Hy-phen-a-tion by Com-put-er", 1983), which TeX and libhyphen have too.

   A pattern is letters with digits between them: o2gra1ph. Where its letters stand in a
   word ("." is the word's edge) each digit is a bid for its place; the highest bid wins,
   and an odd one allows a division. Road not taken: libhyphen itself, which gives the same
   places but needs 8 ms to read a dictionary, a quarter of the time of a report of ten
   pages. What it knows beyond this (letters that change at a division) no dictionary of
   English has. */
#include "text/internal.h"

#include "base/file.h"

#include <errno.h>

enum {
    PATTERN_LETTERS = 48, /* a longer pattern is none of ours */
    FILE_MOST = 4 << 20,
};

struct pattern_node {
    uint32_t child, sibling; /* 0: none */
    uint32_t bids; /* where its digits begin; 0: no pattern ends here */
    char letter;
};

struct patterns {
    struct arena *arena;
    struct pattern_node *nodes; /* the first is the root */
    size_t count, capacity;
    uint8_t *bids; /* of a pattern of n letters n + 1 */
    size_t bid_count, bid_capacity;
};

static uint32_t find_child(const struct patterns *patterns, uint32_t node,
                           char letter) {
    uint32_t child = patterns->nodes[node].child;
    while (child && patterns->nodes[child].letter != letter)
        child = patterns->nodes[child].sibling;
    return child;
}

/* A new child is the first: files are sorted, and the next pattern wants it again. */
static uint32_t add_child(struct patterns *patterns, uint32_t node, char letter) {
    uint32_t child = find_child(patterns, node, letter);
    if (child)
        return child;
    arena_reserve(patterns->arena, patterns->nodes, patterns->count,
                  patterns->capacity);
    child = (uint32_t)patterns->count++;
    patterns->nodes[child] =
        (struct pattern_node){.letter = letter, .sibling = patterns->nodes[node].child};
    patterns->nodes[node].child = child;
    return child;
}

static uint32_t add_bids(struct patterns *patterns, const uint8_t *bids, size_t count) {
    uint32_t start = (uint32_t)patterns->bid_count;
    for (size_t i = 0; i < count; i++) {
        arena_reserve(patterns->arena, patterns->bids, patterns->bid_count,
                      patterns->bid_capacity);
        patterns->bids[patterns->bid_count++] = bids[i];
    }
    return start;
}

/* Lines with anything but small letters, digits and the edge are passed over: the head of
   the file, and patterns for ligatures typed as one character. */
static void add_pattern(struct patterns *patterns, struct slice line) {
    char letters[PATTERN_LETTERS];
    uint8_t bids[PATTERN_LETTERS + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < line.length; i++) {
        char c = line.data[i];
        if (c >= '0' && c <= '9')
            bids[count] = (uint8_t)(c - '0');
        else if (((c >= 'a' && c <= 'z') || c == '.') && count < PATTERN_LETTERS)
            letters[count++] = c;
        else
            return;
    }
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++)
        node = add_child(patterns, node, letters[i]);
    if (node)
        patterns->nodes[node].bids = add_bids(patterns, bids, count + 1);
}

static struct slice take_line(struct slice text, size_t *offset) {
    size_t start = *offset, end = start;
    while (end < text.length && text.data[end] != '\n')
        end++;
    *offset = end + 1;
    bool returned = end > start && text.data[end - 1] == '\r';
    return slice_sub(text, start, end - returned);
}

const struct patterns *patterns_read(struct arena *arena, const char *path,
                                     const char **wrong) {
    struct patterns *patterns = arena_new(arena, struct patterns);
    struct arena *scratch = arena_create();
    struct slice text;
    *wrong = NULL;
    if (!file_read(scratch, path, FILE_MOST, &text)) {
        *wrong = strerror(errno);
    } else {
        size_t offset = 0;
        if (!slice_is(take_line(text, &offset), "UTF-8"))
            *wrong = "its first line is not UTF-8";
        patterns->arena = arena;
        patterns->nodes = arena_array(arena, struct pattern_node, 1);
        patterns->count = patterns->capacity = 1;
        add_bids(patterns, (const uint8_t[]){0}, 1);
        while (!*wrong && offset < text.length)
            add_pattern(patterns, take_line(text, &offset));
    }
    arena_destroy(scratch);
    return *wrong ? NULL : patterns;
}

/* The letter at `i` of a word with its edges: the first is at 1. */
static char letter_at(const char *letters, size_t count, size_t i) {
    return i == 0 || i == count + 1 ? '.' : letters[i - 1];
}

/* The bids of the patterns that start at letter `start` of the word with its edges. */
static void bid_from(const struct patterns *patterns, const char *letters, size_t count,
                     size_t start, uint8_t *bids) {
    uint32_t node = 0;
    for (size_t i = start; i < count + 2; i++) {
        node = find_child(patterns, node, letter_at(letters, count, i));
        if (!node)
            return;
        const uint8_t *own = &patterns->bids[patterns->nodes[node].bids];
        if (!patterns->nodes[node].bids)
            continue;
        for (size_t place = start; place <= i + 1; place++)
            if (place >= 1 && place <= count + 1 &&
                own[place - start] > bids[place - 1])
                bids[place - 1] = own[place - start];
    }
}

void patterns_bid(const struct patterns *patterns, const char *letters, size_t count,
                  uint8_t *bids) {
    memset(bids, 0, count + 1);
    for (size_t start = 0; start < count + 2; start++)
        bid_from(patterns, letters, count, start, bids);
}
