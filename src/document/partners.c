/* SPDX-License-Identifier: MIT */
/* Holds each section against the same in another language: what stands in the one and not in
   the other, a list of four items against one of three, a table with another number of rows.
   Each difference is told once, in both files.

   The first language is held against each other one. Of what has no partner only the first of
   several blocks is told, and what stands inside two blocks is compared only where these agree. */
#include "document/internal.h"

enum {
    BUDGET = 20000000 /* pairs of blocks that are looked at, in the whole report */
};

/* Two sections that are the same in two languages. */
struct comparison {
    struct reading *reading;
    const struct section *left, *right;
    size_t *budget;
    bool gave_up;
};

/* Where the blocks that are compared stand: what is around them. */
struct around {
    struct position left, right;
};

/* Blocks of one side that have no partner, one after another. */
struct run {
    const struct block *first; /* NULL: none */
    size_t count;
};

/* --- words ------------------------------------------------------------------------------ */

static const char *count_words(struct arena *arena, size_t count, const char *noun) {
    return arena_printf(arena, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

/* "paragraph" */
static const char *name(const struct block *block) {
    static const char *const names[BLOCK_KINDS] = {
        [BLOCK_HEADING] = "heading", [BLOCK_PARAGRAPH] = "paragraph",
        [BLOCK_LIST] = "list",       [BLOCK_ITEM] = "item",
        [BLOCK_QUOTE] = "quotation", [BLOCK_CODE] = "block of code",
        [BLOCK_RULE] = "rule",       [BLOCK_TABLE] = "table",
        [BLOCK_FIGURE] = "picture",  [BLOCK_TIMELINE] = "timeline"};
    static const char *const callouts[CALLOUT_KINDS] = {[CALLOUT_MARGIN] =
                                                            "margin note",
                                                        [CALLOUT_KEY] = "key figure",
                                                        [CALLOUT_PANEL] = "panel",
                                                        [CALLOUT_PULL] = "pull quote"};
    if (block->kind == BLOCK_CALLOUT)
        return callouts[block->callout];
    return names[block->kind] ? names[block->kind] : "block";
}

static const char *describe_table(struct arena *arena, const struct table *table) {
    return arena_printf(
        arena, "a table of %s and %s%s",
        count_words(arena, table->column_count, "column"),
        count_words(arena, table->row_count - table->header_rows, "row"),
        table->caption.number ? "" : ", without a caption");
}

static const char *describe_list(struct arena *arena, const struct block *list) {
    return arena_printf(arena, "a %slist of %s", list->ordered ? "numbered " : "",
                        count_words(arena, blocks_count(list->children), "item"));
}

static const char *describe_paragraph(struct arena *arena, const struct block *block) {
    size_t marks = paragraph_marks(&block->paragraph);
    size_t names = block->paragraph.withheld;
    return arena_printf(arena, "a paragraph with %s%s%s",
                        marks ? count_words(arena, marks, "note") : "no notes",
                        names ? " and what is withheld: " : "",
                        names ? count_words(arena, names, "name") : "");
}

/* A block, and what of it is compared. */
static const char *describe(struct arena *arena, const struct block *block) {
    switch (block->kind) {
    case BLOCK_HEADING:
        return arena_printf(arena, "a heading of level %u", (unsigned)block->level);
    case BLOCK_PARAGRAPH:
        return describe_paragraph(arena, block);
    case BLOCK_LIST:
        return describe_list(arena, block);
    case BLOCK_TABLE:
        return describe_table(arena, block->table);
    case BLOCK_FIGURE:
        return block->figure->caption.number ? "a picture with a caption"
                                             : "a picture without a caption";
    default:
        return arena_printf(arena, "a %s", name(block));
    }
}

/* "content/ar/summary.md:12" */
static const char *place(struct arena *arena, struct position position) {
    return position.line ? arena_printf(arena, "%s:%u", position.source->path,
                                        (unsigned)position.line)
                         : position.source->path;
}

/* --- what is told -------------------------------------------------------------------------- */

static void tell(struct comparison *comparison, enum diag_id id,
                 struct position position, const char *a, const char *b) {
    diag_add(comparison->reading->diag, id, position, a, b);
}

static void tell_pair(struct comparison *comparison, struct position left,
                      const char *left_words, struct position right,
                      const char *right_words) {
    struct arena *arena = comparison->reading->arena;
    tell(comparison, DIAG_PARTNER_DIFFERS, left, left_words,
         arena_printf(arena, "%s it is %s", place(arena, right), right_words));
    tell(comparison, DIAG_PARTNER_DIFFERS, right, right_words,
         arena_printf(arena, "%s it is %s", place(arena, left), left_words));
}

/* "a table, and 2 blocks after it" */
static const char *describe_run(struct arena *arena, const struct run *run) {
    const char *word = name(run->first);
    return run->count > 1 ? arena_printf(arena, "a %s, and %s after it", word,
                                         count_words(arena, run->count - 1, "block"))
                          : arena_printf(arena, "a %s", word);
}

/* Blocks of one file without a partner in the other, where they would stand at `where`. */
static void tell_absent(struct comparison *comparison, const struct run *run,
                        struct position where) {
    struct arena *arena = comparison->reading->arena;
    const char *words = describe_run(arena, run) + strlen("a ");
    const char *verb = run->count > 1 ? ", have" : " has";
    tell(comparison, DIAG_PARTNER_ABSENT, run->first->position,
         arena_printf(arena, "%s%s", words, verb), where.source->path);
    tell(comparison, DIAG_PARTNER_MISSING, where, place(arena, run->first->position),
         describe_run(arena, run));
}

/* Where both have something, it is of different kinds. */
static void tell_runs(struct comparison *comparison, const struct run *left,
                      const struct run *right, const struct around *around) {
    struct arena *arena = comparison->reading->arena;
    if (left->count && right->count)
        tell_pair(comparison, left->first->position, describe_run(arena, left),
                  right->first->position, describe_run(arena, right));
    else if (left->count)
        tell_absent(comparison, left, around->right);
    else if (right->count)
        tell_absent(comparison, right, around->left);
}

static void give_up(struct comparison *comparison) {
    const struct section *left = comparison->left, *right = comparison->right;
    if (comparison->gave_up)
        return;
    comparison->gave_up = true;
    tell(comparison, DIAG_PARTNER_LONG, left->position, right->source->path, NULL);
    tell(comparison, DIAG_PARTNER_LONG, right->position, left->source->path, NULL);
}

/* --- partners ------------------------------------------------------------------------------- */

static bool is_list_like(const struct block *left, const struct block *right) {
    return left->ordered == right->ordered &&
           blocks_count(left->children) == blocks_count(right->children);
}

static bool is_table_like(const struct table *left, const struct table *right) {
    return left->column_count == right->column_count &&
           left->row_count == right->row_count &&
           !left->caption.number == !right->caption.number;
}

/* Two blocks of a kind, what is inside them aside. */
static bool is_like(const struct block *left, const struct block *right) {
    switch (left->kind) {
    case BLOCK_HEADING:
        return left->level == right->level;
    case BLOCK_PARAGRAPH:
        return paragraph_marks(&left->paragraph) ==
                   paragraph_marks(&right->paragraph) &&
               left->paragraph.withheld == right->paragraph.withheld;
    case BLOCK_LIST:
        return is_list_like(left, right);
    case BLOCK_TABLE:
        return is_table_like(left->table, right->table);
    case BLOCK_CALLOUT:
        return left->callout == right->callout;
    case BLOCK_FIGURE:
        return !left->figure->caption.number == !right->figure->caption.number;
    default:
        return true;
    }
}

static void compare_levels(struct comparison *comparison, const struct block *left,
                           const struct block *right, struct around around);

static void compare_partners(struct comparison *comparison, const struct block *left,
                             const struct block *right) {
    struct arena *arena = comparison->reading->arena;
    if (is_like(left, right))
        compare_levels(comparison, left->children, right->children,
                       (struct around){left->position, right->position});
    else
        tell_pair(comparison, left->position, describe(arena, left), right->position,
                  describe(arena, right));
}

/* --- levels ----------------------------------------------------------------------------------- */

static void add_to_run(struct run *run, const struct block *block) {
    if (!block)
        return;
    if (!run->count++)
        run->first = block;
}

/* What has no partner is told when the next partners are known, or the end: there it would
   stand. */
static void compare_pairs(struct comparison *comparison,
                          const struct block_pairs *pairs, struct around around) {
    struct run left = {.count = 0}, right = {.count = 0};
    for (size_t i = 0; i < pairs->count; i++) {
        const struct block_pair *pair = &pairs->items[i];
        if (!pair->left || !pair->right) {
            add_to_run(&left, pair->left);
            add_to_run(&right, pair->right);
            continue;
        }
        around = (struct around){pair->left->position, pair->right->position};
        tell_runs(comparison, &left, &right, &around);
        left.count = right.count = 0;
        compare_partners(comparison, pair->left, pair->right);
    }
    tell_runs(comparison, &left, &right, &around);
}

static bool agree(const struct block *left, const struct block *right) {
    for (; left && right && left->kind == right->kind; left = left->next)
        right = right->next;
    return !left && !right;
}

/* Where the kinds agree from end to end, there is no better way to pair them. */
static void compare_levels(struct comparison *comparison, const struct block *left,
                           const struct block *right, struct around around) {
    if (agree(left, right)) {
        for (; left; left = left->next, right = right->next)
            compare_partners(comparison, left, right);
        return;
    }
    struct arena *arena = arena_create();
    struct block_pairs pairs;
    if (blocks_align(arena, left, right, comparison->budget, &pairs))
        compare_pairs(comparison, &pairs, around);
    else
        give_up(comparison);
    arena_destroy(arena);
}

/* --- sections ------------------------------------------------------------------------------------ */

/* Those of a language follow one another. */
static size_t find_partner(const struct document *document, size_t from,
                           const struct language *language, const char *key) {
    for (size_t i = from; i < document->section_count; i++) {
        const struct section *section = &document->sections[i];
        if (section->language == language && section->kind == SECTION_FILE &&
            !strcmp(section->key, key))
            return i;
    }
    return document->section_count;
}

static void compare_sections(struct reading *reading, const struct section *left,
                             const struct section *right, size_t *budget) {
    struct comparison comparison = {
        .reading = reading, .left = left, .right = right, .budget = budget};
    if (left->differs || right->differs)
        return;
    compare_levels(&comparison, left->blocks, right->blocks,
                   (struct around){left->position, right->position});
}

/* Both have the order of report.yaml, so each is looked for after the one before. */
static void compare_languages(struct reading *reading, const struct document *document,
                              const struct language *language, size_t *budget) {
    size_t from = 0;
    for (size_t i = 0; i < document->section_count; i++) {
        const struct section *section = &document->sections[i];
        if (section->language != document->languages || section->kind != SECTION_FILE)
            continue;
        size_t partner = find_partner(document, from, language, section->key);
        if (partner == document->section_count)
            continue;
        from = partner + 1;
        compare_sections(reading, section, &document->sections[partner], budget);
    }
}

bool partner_differs(struct reading *reading, const struct yaml *value) {
    const char *text = value ? yaml_text(reading, value) : NULL;
    bool differs = text && !strcmp(text, "differs");
    if (text && !differs)
        diag_add(reading->diag, DIAG_PARTNER, value->position, text, NULL);
    return differs;
}

void partners_check(struct reading *reading, const struct document *document) {
    size_t budget = BUDGET;
    for (size_t i = 1; i < document->language_count; i++)
        compare_languages(reading, document, &document->languages[i], &budget);
}
