/* SPDX-License-Identifier: MIT */
/* Takes out what must not be printed, before anything else reads it, so that no width, id,
   number or break can give it back:

       > [!internal] A note to ourselves.     nothing of it is left
       > [!withheld] What a witness said.     a quotation that says it is withheld
       {withheld: Ali Hassan}                 a word that says so (braces.c)

   The first two are blanked in the copy of the file that is read. CommonMark decides where a
   quotation ends (a line may belong to it without a mark), so the copy is parsed once to find
   them. The names that stand in braces, and those of protected.yaml, are kept, to see that
   they stand nowhere in what is written (pages/leaks.c). */
#include "document/internal.h"

#include "base/file.h"

#include <cmark-gfm.h>

struct names {
    struct withheld *items;
    size_t count, capacity;
};

void withheld_add(struct reading *reading, const char *text, struct position position) {
    if (!reading->names)
        reading->names = arena_new(reading->arena, struct names);
    struct names *names = reading->names;
    arena_reserve(reading->arena, names->items, names->count, names->capacity);
    names->items[names->count++] = (struct withheld){text, position};
}

void withheld_give(const struct reading *reading, struct document *document) {
    if (!reading->names)
        return;
    document->withheld = reading->names->items;
    document->withheld_count = reading->names->count;
}

/* --- protected.yaml: a list of names ------------------------------------------------- */

void withheld_read_protected(struct reading *reading) {
    const char *path = file_join(reading->arena, reading->folder, "protected.yaml");
    const struct yaml *root = NULL;
    struct locator *locator =
        file_exists(path) ? input_read(reading, path, diag_nowhere()) : NULL;
    if (!locator || !yaml_read(reading, locator, 0, locator->line_count, &root) ||
        !root || !yaml_expect(reading, root, YAML_LIST))
        return;
    for (const struct yaml *item = root->items; item; item = item->next) {
        const char *text = yaml_text(reading, item);
        if (text && *text)
            withheld_add(reading, text, item->position);
    }
}

/* --- quotations ---------------------------------------------------------------------- */

static const char internal[] = "[!internal]", kept_back[] = "[!withheld]";

/* Whether a quotation begins with this word. */
static bool begins_with(cmark_node *quotation, const char *word) {
    cmark_node *first = cmark_node_first_child(quotation);
    return cmark_node_get_type(quotation) == CMARK_NODE_BLOCK_QUOTE && first &&
           cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH &&
           !strncmp(builder_text(first), word, strlen(word));
}

static bool is_withheld(cmark_node *quotation) {
    return begins_with(quotation, kept_back);
}

/* The lines of the copy, by their numbers in the file. */
static char **find_lines(const struct builder *builder, char *copy) {
    uint32_t count = builder->markdown->locator->line_count;
    char **lines = arena_array(builder->markdown->scratch, char *, count);
    char *line = copy;
    for (uint32_t i = builder->first; i < count && line; i++) {
        lines[i] = line;
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    return lines;
}

/* A line from the byte where a quotation begins. What stands before it belongs to what the
   quotation stands in, unless the line goes on without marks. */
static char *find_rest(char *line, uint32_t column) {
    return line + (strspn(line, " >\t") >= column ? column : 0);
}

static void blank(char *text) {
    memset(text, ' ', strcspn(text, "\n"));
}

/* Of one that is withheld the first word stays. */
static void blank_quotation(struct builder *builder, cmark_node *node, char **lines) {
    builder->node = node;
    struct extent extent = builder_extent(builder);
    char *first = strstr(lines[extent.first] + extent.column, kept_back);
    for (uint32_t line = extent.first; line <= extent.last && lines[line]; line++) {
        bool stays = first && line == extent.first && is_withheld(node);
        blank(stays ? first + strlen(kept_back)
                    : find_rest(lines[line], extent.column));
        builder->is_verbatim[line] = true;
    }
}

bool withheld_blank(struct builder *builder, cmark_node *root, char *copy) {
    cmark_iter *iterator = cmark_iter_new(root);
    cmark_event_type event;
    char **lines = NULL;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event != CMARK_EVENT_ENTER ||
            (!begins_with(node, internal) && !is_withheld(node)))
            continue;
        lines = lines ? lines : find_lines(builder, copy);
        blank_quotation(builder, node, lines);
    }
    cmark_iter_free(iterator);
    builder->node = NULL;
    return lines != NULL;
}

const char *withheld_word(struct arena *arena, const char *language) {
    return arena_printf(arena, "[%s]", locale_term(language, TERM_WITHHELD));
}

/* --- the quotation that says so --------------------------------------------------------- */

bool withheld_open(struct builder *builder) {
    struct markdown *markdown = builder->markdown;
    if (!is_withheld(builder->node))
        return false;
    builder_open(builder, builder_add(builder, BLOCK_QUOTE));
    struct block *block = builder_add(builder, BLOCK_PARAGRAPH);
    struct composer composer = {.markdown = markdown,
                                .text = {.arena = markdown->scratch}};
    const char *word = withheld_word(markdown->scratch, block->language);
    compose_bytes(&composer, word, strlen(word), builder_start(builder));
    block->paragraph = compose_finish(&composer);
    block->paragraph.language = block->language;
    block->paragraph.direction = block->direction;
    builder_skip(builder);
    builder_close(builder);
    builder->depth--;
    return true;
}
