/* SPDX-License-Identifier: MIT */
/* Finds what stands side by side where two languages do: headings, paragraphs, tables, and
   inside lists and quotations that are partners what is in them. */
#include "pages/book.h"

enum {
    BUDGET = 20000000, /* pairs of blocks that are looked at, in a section */
    PARTS = 3 /* pairs that a unit may begin besides its own */
};

struct pairing {
    struct composer *composer;
    struct units *units; /* left and right */
    size_t first; /* of what stands across both columns that of this side comes first */
    uint32_t count; /* of pairs */
    size_t budget;
};

/* --- what has half of the page, and what has all of it -------------------------------- */

/* Whether a table asks for more room than half of the page. */
static bool is_wide_table(struct composer *composer, const struct block *block) {
    length measure = composer->wide_measure;
    composer->wide_measure = style_wide_measure(composer->style);
    struct table_columns columns = columns_find(composer, block->table);
    composer->wide_measure = measure;
    return block->turns || columns.wide || columns.squeezed;
}

static bool is_whole(struct composer *composer, const struct block *block) {
    return block && (block->kind == BLOCK_TIMELINE ||
                     (block->table && is_wide_table(composer, block)));
}

/* --- pairs ------------------------------------------------------------------------------ */

static void add_unit(struct pairing *pairing, size_t side, const struct block *block,
                     bool whole) {
    struct units *units = &pairing->units[side];
    if (!block)
        return;
    arena_reserve(pairing->composer->arena, units->items, units->count,
                  units->capacity);
    units->items[units->count++] = (struct unit){block, pairing->count, whole};
}

/* What stands across both columns stands there in the one language, then in the other. */
static void add_pair(struct pairing *pairing, struct block_pair pair, bool nested) {
    const struct block *blocks[2] = {pair.left, pair.right};
    struct composer *composer = pairing->composer;
    bool whole = !nested && (is_whole(composer, pair.left) || //
                             is_whole(composer, pair.right));
    pairing->count++;
    add_unit(pairing, pairing->first, blocks[pairing->first], whole);
    pairing->count += whole && pair.left && pair.right;
    add_unit(pairing, !pairing->first, blocks[!pairing->first], whole);
    pairing->count += PARTS;
}

static void pair_levels(struct pairing *pairing, struct block_pair around, bool nested);

/* Items always are paired by what is in them: nothing is set of them as a whole. */
static void pair_blocks(struct pairing *pairing, struct block_pair pair, bool nested) {
    enum block_kind kind = pair.left ? pair.left->kind : pair.right->kind;
    bool partners = pair.left && pair.right && pair.left->kind == pair.right->kind;
    if (kind == BLOCK_ITEM || (partners && (kind == BLOCK_LIST || kind == BLOCK_QUOTE)))
        pair_levels(pairing,
                    (struct block_pair){pair.left ? pair.left->children : NULL,
                                        pair.right ? pair.right->children : NULL},
                    true);
    else
        add_pair(pairing, pair, nested);
}

/* Where they differ too much, they stand side by side as they come. */
static void pair_in_order(struct pairing *pairing, struct block_pair pair,
                          bool nested) {
    while (pair.left || pair.right) {
        add_pair(pairing, pair, nested);
        pair.left = pair.left ? pair.left->next : NULL;
        pair.right = pair.right ? pair.right->next : NULL;
    }
}

/* Those that `around` begins with. */
static void pair_levels(struct pairing *pairing, struct block_pair around,
                        bool nested) {
    struct arena *arena = arena_create();
    struct block_pairs pairs;
    if (blocks_align(arena, around.left, around.right, &pairing->budget, &pairs))
        for (size_t i = 0; i < pairs.count; i++)
            pair_blocks(pairing, pairs.items[i], nested);
    else
        pair_in_order(pairing, around, nested);
    arena_destroy(arena);
}

uint32_t units_pair(struct composer *composer, const struct section *const sections[2],
                    size_t first, struct units units[2]) {
    struct pairing pairing = {
        .composer = composer, .units = units, .first = first, .budget = BUDGET};
    units[0] = units[1] = (struct units){NULL, 0, 0};
    pair_levels(&pairing, (struct block_pair){sections[0]->blocks, sections[1]->blocks},
                false);
    return pairing.count;
}

/* --- while they are set --------------------------------------------------------------------- */

const struct unit *unit_begin(struct composer *composer, const struct block *block) {
    const struct unit *unit = composer->unit;
    if (unit == composer->unit_end || unit->block != block)
        return NULL;
    composer->unit++;
    composer->pair = unit->pair;
    if (unit->whole) {
        composer->wide = true;
        composer->measure = composer->wide_measure =
            style_wide_measure(composer->style);
    }
    return unit;
}

void pair_begin(struct composer *composer, size_t first) {
    composer->pair++;
    if (composer->parallel && first < composer->galley.count)
        composer->galley.rows[first].pair = composer->pair;
}

void unit_end(struct composer *composer, const struct unit *unit, size_t first) {
    if (!unit)
        return;
    if (first < composer->galley.count)
        composer->galley.rows[first].pair = unit->pair;
    if (unit->whole) {
        composer->wide = false;
        composer->measure = composer->column;
        composer->wide_measure = 0;
    }
}
