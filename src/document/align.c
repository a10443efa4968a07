/* SPDX-License-Identifier: MIT */
/* Pairs the blocks of one level with those of another that says the same in another language.

   Only blocks of one kind can be partners. Of all ways to pair the most of them, in order, the
   one is taken whose pairs are most alike: headings by id and level, paragraphs by length and
   notes, lists and tables by size (the longest common subsequence, weighted). Where that would
   take too long, what agrees from both ends on is taken off first, by headings. */
#include "document/internal.h"

enum {
    ALIKE = 15,
    PAIRED = 16384, /* more than all likeness together */
    CELLS = 1000000, /* of the matrix, at most: a level has 1000 blocks then */
};

struct side {
    const struct block **blocks;
    size_t count;
    uint64_t length; /* of the text in its paragraphs */
};

struct alignment {
    struct arena *arena;
    struct side left, right;
    uint32_t
        *scores; /* of all that follows, for each block of the left and of the right */
    struct block_pairs *pairs;
};

size_t blocks_count(const struct block *first) {
    size_t count = 0;
    for (const struct block *block = first; block; block = block->next)
        count++;
    return count;
}

static struct side make_side(struct arena *arena, const struct block *blocks) {
    struct side side = {.count = blocks_count(blocks)};
    side.blocks = arena_array(arena, const struct block *, side.count);
    size_t i = 0;
    for (const struct block *block = blocks; block; block = block->next) {
        side.blocks[i++] = block;
        side.length += block->paragraph.text.length;
    }
    return side;
}

/* --- likeness ------------------------------------------------------------------------- */

size_t paragraph_marks(const struct paragraph *paragraph) {
    size_t count = 0;
    for (size_t i = 0; i < paragraph->span_count; i++)
        count += paragraph->spans[i].kind == SPAN_NOTE;
    return count;
}

/* By their lengths, each as a share of its side, and by their notes. */
static uint32_t compare_texts(const struct alignment *alignment,
                              const struct paragraph *left,
                              const struct paragraph *right) {
    uint64_t a = (left->text.length + 1) * (alignment->right.length + 1);
    uint64_t b = (right->text.length + 1) * (alignment->left.length + 1);
    uint64_t less = a < b ? a : b, more = a < b ? b : a;
    bool marks = paragraph_marks(left) == paragraph_marks(right);
    return (uint32_t)(less * (ALIKE - 5) / more) + (marks ? 5u : 0u);
}

static uint32_t compare_headings(const struct block *left, const struct block *right) {
    bool id = left->id && right->id && !strcmp(left->id, right->id);
    return (left->level == right->level ? 5u : 0u) + (id ? 10u : 0u);
}

static uint32_t compare_tables(const struct table *left, const struct table *right) {
    return (left->column_count == right->column_count ? 8u : 0u) +
           (left->row_count == right->row_count ? 7u : 0u);
}

static uint32_t compare_lists(const struct block *left, const struct block *right) {
    bool count = blocks_count(left->children) == blocks_count(right->children);
    return (left->ordered == right->ordered ? 5u : 0u) + (count ? 10u : 0u);
}

/* Pictures by their files, charts by what they show. */
static uint32_t compare_figures(const struct figure *left, const struct figure *right) {
    const struct chart *a = left->chart, *b = right->chart;
    if (!a && !b)
        return !strcmp(left->path, right->path) ? ALIKE : 0;
    if (!a || !b)
        return 0;
    return (a->kind == b->kind ? 5u : 0u) +
           (a->series_count == b->series_count ? 5u : 0u) +
           (a->row_count == b->row_count ? 5u : 0u);
}

/* From 0 to ALIKE. */
static uint32_t compare(const struct alignment *alignment, const struct block *left,
                        const struct block *right) {
    switch (left->kind) {
    case BLOCK_HEADING:
        return compare_headings(left, right);
    case BLOCK_PARAGRAPH:
    case BLOCK_CODE:
        return compare_texts(alignment, &left->paragraph, &right->paragraph);
    case BLOCK_LIST:
        return compare_lists(left, right);
    case BLOCK_TABLE:
        return compare_tables(left->table, right->table);
    case BLOCK_FIGURE:
        return compare_figures(left->figure, right->figure);
    case BLOCK_CALLOUT:
        return left->callout == right->callout ? ALIKE : 0;
    default:
        return 0;
    }
}

/* --- pairs --------------------------------------------------------------------------------- */

static void add_pair(struct alignment *alignment, const struct block *left,
                     const struct block *right) {
    struct block_pairs *pairs = alignment->pairs;
    pairs->items[pairs->count++] = (struct block_pair){left, right};
}

/* The score of two blocks as partners, and of all that follows them; 0: they cannot be. */
static uint32_t pair_score(const struct alignment *alignment, size_t i, size_t j) {
    const struct block *left = alignment->left.blocks[i];
    const struct block *right = alignment->right.blocks[j];
    size_t width = alignment->right.count + 1;
    if (left->kind != right->kind)
        return 0;
    return alignment->scores[(i + 1) * width + j + 1] + PAIRED +
           compare(alignment, left, right);
}

/* From the end to the start, so that the pairs can be read from the start on. */
static void fill_scores(struct alignment *alignment) {
    size_t rows = alignment->left.count, width = alignment->right.count + 1;
    uint32_t *scores = arena_array(alignment->arena, uint32_t, (rows + 1) * width);
    alignment->scores = scores;
    for (size_t i = rows; i-- > 0;)
        for (size_t j = width - 1; j-- > 0;) {
            uint32_t pair = pair_score(alignment, i, j);
            uint32_t below = scores[(i + 1) * width + j];
            uint32_t beside = scores[i * width + j + 1];
            uint32_t skip = below > beside ? below : beside;
            scores[i * width + j] = pair > skip ? pair : skip;
        }
}

static void read_scores(struct alignment *alignment) {
    size_t rows = alignment->left.count, columns = alignment->right.count;
    size_t width = columns + 1, i = 0, j = 0;
    const uint32_t *scores = alignment->scores;
    while (i < rows || j < columns) {
        bool both = i < rows && j < columns;
        uint32_t score = scores[i * width + j];
        bool pair = both && score && score == pair_score(alignment, i, j);
        bool left =
            pair || j == columns || (both && score == scores[(i + 1) * width + j]);
        bool right = pair || !left;
        add_pair(alignment, left ? alignment->left.blocks[i] : NULL,
                 right ? alignment->right.blocks[j] : NULL);
        i += left;
        j += right;
    }
}

/* --- ends that agree -------------------------------------------------------------------------- */

static bool agree(const struct block *left, const struct block *right) {
    return left->kind == right->kind && left->level == right->level;
}

/* What differs stands somewhere below the last heading that agrees. */
static size_t count_start(const struct alignment *alignment, size_t limit) {
    size_t safe = 0;
    for (size_t i = 0; i < limit; i++) {
        const struct block *left = alignment->left.blocks[i];
        if (!agree(left, alignment->right.blocks[i]))
            break;
        if (left->kind == BLOCK_HEADING)
            safe = i;
    }
    return safe;
}

static size_t count_end(const struct alignment *alignment, size_t limit) {
    size_t left = alignment->left.count, right = alignment->right.count, safe = 0;
    for (size_t i = 1; i <= limit; i++) {
        const struct block *block = alignment->left.blocks[left - i];
        if (!agree(block, alignment->right.blocks[right - i]))
            break;
        if (block->kind == BLOCK_HEADING)
            safe = i;
    }
    return safe;
}

static void pair_in_order(struct alignment *alignment, size_t left, size_t right,
                          size_t count) {
    for (size_t i = 0; i < count; i++)
        add_pair(alignment, alignment->left.blocks[left + i],
                 alignment->right.blocks[right + i]);
}

static void cut_side(struct side *side, size_t start, size_t end) {
    side->blocks += start;
    side->count -= start + end;
}

bool blocks_align(struct arena *arena, const struct block *left,
                  const struct block *right, size_t *budget,
                  struct block_pairs *pairs) {
    struct alignment alignment = {.arena = arena,
                                  .left = make_side(arena, left),
                                  .right = make_side(arena, right),
                                  .pairs = pairs};
    size_t rows = alignment.left.count, columns = alignment.right.count;
    size_t less = rows < columns ? rows : columns, start = 0, end = 0;
    struct alignment whole = alignment;
    if ((rows + 1) * (columns + 1) > CELLS) {
        start = count_start(&alignment, less);
        end = count_end(&alignment, less - start);
    }
    size_t cells = (rows - start - end + 1) * (columns - start - end + 1);
    if (cells > CELLS || cells > *budget)
        return false;
    *budget -= cells;
    *pairs = (struct block_pairs){
        .items = arena_array(arena, struct block_pair, rows + columns)};
    pair_in_order(&whole, 0, 0, start);
    cut_side(&alignment.left, start, end);
    cut_side(&alignment.right, start, end);
    fill_scores(&alignment);
    read_scores(&alignment);
    pair_in_order(&whole, rows - end, columns - end, end);
    return true;
}
