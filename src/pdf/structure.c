/* SPDX-License-Identifier: MIT */
/* Writes the structure tree from what the content says belongs to it (ISO 32000-1
   14.7, 14.8).

   Content of the page is marked in the order in which it is drawn; in the tree it
   stands in the order in which it is read. So each mark carries an order, and the
   kids of an element, its own marks and its children, are merged by it. */
#include "pdf/internal.h"

#include <stdlib.h>

/* Marked content or an annotation of an element. */
struct kid {
    struct kid *next;
    uint64_t order;
    uint32_t mark; /* MCID */
    struct haru_object *page;
    struct haru_object *annotation; /* NULL: marked content */
};

struct kids {
    struct kid *first, *last;
};

enum { UNREAD = 0 }; /* the order of an element without content */

struct leaf {
    struct haru_object *object;
    struct kids marks, annotations;
    uint64_t order; /* one more than that of the first content in or below it */
    bool filled; /* has content or an annotation in or below it */
    bool placed; /* box is where it stands on its page */
    struct box box;
};

struct structure {
    struct arena *arena;
    struct haru *haru;
    const struct element *root;
    struct leaf *leaves; /* by the index of the element */
    const struct element **elements; /* parents before children */
    size_t element_count, leaf_count;
    uint32_t *marks; /* indices of elements, of all pages behind each other */
    size_t mark_count, mark_capacity;
    size_t *page_marks; /* where a page's begin */
    size_t page_count, page;
    uint32_t *annotations; /* indices of elements */
    size_t annotation_count, annotation_capacity;
};

enum { KEYS_PER_NODE = 256 };

const char *structure_tag(const struct element *element) {
    return tag_name(element->tag);
}

/* The element after this one, parents before children; NULL after the last. Deep
   trees are walked without recursion. */
static const struct element *next_element(const struct element *element,
                                          const struct element *root) {
    if (element->children)
        return element->children;
    while (element != root && !element->next)
        element = element->parent;
    return element == root ? NULL : element->next;
}

struct structure *structure_open(struct arena *arena, const struct pages *pages,
                                 struct haru *haru) {
    struct structure *new = arena_new(arena, struct structure);
    *new = (struct structure){.arena = arena,
                              .haru = haru,
                              .root = pages->structure,
                              .leaf_count = pages->element_count,
                              .page_count = pages->count};
    new->leaves = arena_array(arena, struct leaf, new->leaf_count);
    new->elements = arena_array(arena, const struct element *, new->leaf_count);
    new->page_marks = arena_array(arena, size_t, pages->count + 1);
    for (const struct element *element = new->root; element;
         element = next_element(element, new->root))
        new->elements[new->element_count++] = element;
    return new;
}

static void add_kid(struct structure *structure, struct kids *kids, struct kid kid) {
    struct kid *new = arena_new(structure->arena, struct kid);
    *new = kid;
    if (kids->last)
        kids->last->next = new;
    else
        kids->first = new;
    kids->last = new;
}

/* Pages come in order, some without marks. */
static void begin_page(struct structure *structure, size_t page) {
    while (structure->page < page)
        structure->page_marks[++structure->page] = structure->mark_count;
}

uint32_t structure_content(struct structure *structure, const struct element *element,
                           uint32_t page, struct haru_object *page_object,
                           uint64_t order) {
    begin_page(structure, page);
    uint32_t mark = (uint32_t)(structure->mark_count - structure->page_marks[page]);
    arena_reserve(structure->arena, structure->marks, structure->mark_count,
                  structure->mark_capacity);
    structure->marks[structure->mark_count++] = element->index;
    add_kid(structure, &structure->leaves[element->index].marks,
            (struct kid){.order = order, .mark = mark, .page = page_object});
    return mark;
}

void structure_place(struct structure *structure, const struct element *element,
                     struct box box) {
    struct leaf *leaf = &structure->leaves[element->index];
    const struct box *old = &leaf->box;
    if (leaf->placed)
        box = (struct box){
            box.x0 < old->x0 ? box.x0 : old->x0, box.y0 < old->y0 ? box.y0 : old->y0,
            box.x1 > old->x1 ? box.x1 : old->x1, box.y1 > old->y1 ? box.y1 : old->y1};
    leaf->box = box;
    leaf->placed = true;
}

uint32_t structure_annotation(struct structure *structure,
                              const struct element *element,
                              struct haru_object *page_object,
                              struct haru_object *annotation) {
    arena_reserve(structure->arena, structure->annotations, structure->annotation_count,
                  structure->annotation_capacity);
    structure->annotations[structure->annotation_count++] = element->index;
    add_kid(structure, &structure->leaves[element->index].annotations,
            (struct kid){.page = page_object, .annotation = annotation});
    return (uint32_t)(structure->page_count + structure->annotation_count - 1);
}

/* --- order ------------------------------------------------------------------------ */

static int compare_kids(const void *left, const void *right) {
    const struct kid *const *a = left, *const *b = right;
    return (*a)->order < (*b)->order ? -1 : (*a)->order > (*b)->order;
}

/* Marks come in the order in which they are drawn; a line of several elements may be
   drawn against the order of the text. */
static void sort_kids(struct structure *structure, struct kids *kids) {
    size_t count = 0;
    bool sorted = true;
    for (const struct kid *kid = kids->first; kid; kid = kid->next, count++)
        sorted = sorted && (!kid->next || kid->order < kid->next->order);
    if (sorted)
        return;
    struct kid **array = arena_array(structure->arena, struct kid *, count);
    size_t i = 0;
    for (struct kid *kid = kids->first; kid; kid = kid->next)
        array[i++] = kid;
    qsort(array, count, sizeof *array, compare_kids);
    for (i = 0; i < count; i++)
        array[i]->next = i + 1 < count ? array[i + 1] : NULL;
    kids->first = array[0];
    kids->last = array[count - 1];
}

static void find_orders(struct structure *structure) {
    for (size_t i = structure->element_count; i-- > 0;) {
        const struct element *element = structure->elements[i];
        struct leaf *leaf = &structure->leaves[element->index];
        sort_kids(structure, &leaf->marks);
        uint64_t own = leaf->marks.first ? leaf->marks.first->order + 1 : UNREAD;
        if (own != UNREAD && (leaf->order == UNREAD || own < leaf->order))
            leaf->order = own;
        leaf->filled |= leaf->marks.first || leaf->annotations.first;
        if (element == structure->root || !leaf->filled)
            continue;
        struct leaf *parent = &structure->leaves[element->parent->index];
        parent->filled = true;
        if (leaf->order == UNREAD)
            continue;
        if (parent->order == UNREAD || leaf->order < parent->order)
            parent->order = leaf->order;
    }
}

/* Elements that nothing stands in are left out: a quotation without text, a Latin word
   that is but the space at a break. */
static void make_objects(struct structure *structure) {
    for (size_t i = 0; i < structure->element_count; i++) {
        const struct element *element = structure->elements[i];
        struct leaf *leaf = &structure->leaves[element->index];
        if (leaf->filled || element == structure->root)
            leaf->object = haru_dictionary(structure->haru);
    }
}

/* --- elements --------------------------------------------------------------------- */

static bool is_block(const struct element *element) {
    return element->tag != TAG_LINK && element->tag != TAG_SPAN &&
           element->tag != TAG_LBL && element->tag != TAG_REFERENCE;
}

static enum direction inherited_direction(const struct structure *structure,
                                          const struct element *element) {
    return element == structure->root ? DIRECTION_LTR : element->parent->direction;
}

/* A figure says where it stands (ISO 14289-1 7.3). */
static void add_box(struct buffer *out, struct box box) {
    const length sides[] = {box.x0, box.y0, box.x1, box.y1};
    buffer_add_string(out, "<</O /Layout /BBox [");
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
        buffer_add_char(out, ' ');
        syntax_thousandths(out, sides[i]);
    }
    buffer_add_string(out, "]>>");
}

static void add_attributes(const struct structure *structure, struct buffer *out,
                           const struct element *element) {
    bool turned = is_block(element) &&
                  element->direction != inherited_direction(structure, element);
    const struct leaf *leaf = &structure->leaves[element->index];
    if (!turned && !element->numbering && element->tag != TAG_TH && !leaf->placed)
        return;
    buffer_add_string(out, "/A [");
    if (turned)
        buffer_printf(out, "<</O /Layout /WritingMode /%s>>",
                      element->direction == DIRECTION_RTL ? "RlTb" : "LrTb");
    if (element->numbering)
        buffer_printf(out, "<</O /List /ListNumbering /%s>>", element->numbering);
    if (leaf->placed)
        add_box(out, leaf->box);
    if (element->tag == TAG_TH)
        buffer_add_string(out, "<</O /Table /Scope /Column>>");
    buffer_add_string(out, "]\n");
}

/* A note has an identifier (ISO 14289-1 7.9): its index, at one width so that the order of
   the names is that of the numbers. */
static void add_identifier(struct buffer *out, const struct element *element) {
    buffer_printf(out, "(note%010u)", (unsigned)element->index);
}

static void add_description(struct buffer *out, const struct element *element) {
    if (element->alt) {
        buffer_add_string(out, "/Alt ");
        syntax_text(out, slice_of(element->alt));
        buffer_add_char(out, '\n');
    }
    if (element->tag == TAG_NOTE) {
        buffer_add_string(out, "/ID ");
        add_identifier(out, element);
        buffer_add_char(out, '\n');
    }
}

static void add_mark(struct buffer *out, const struct kid *kid,
                     const struct haru_object *page) {
    if (kid->page == page) {
        buffer_printf(out, " %u", (unsigned)kid->mark);
        return;
    }
    buffer_add_string(out, " <</Type /MCR /Pg ");
    syntax_reference(out, kid->page);
    buffer_printf(out, " /MCID %u>>", (unsigned)kid->mark);
}

static void add_annotation(struct buffer *out, const struct kid *kid) {
    buffer_add_string(out, " <</Type /OBJR /Obj ");
    syntax_reference(out, kid->annotation);
    buffer_add_string(out, " /Pg ");
    syntax_reference(out, kid->page);
    buffer_add_string(out, ">>");
}

/* Marks and children merged by their order, then annotations. */
static void add_kids(const struct structure *structure, struct buffer *out,
                     const struct element *element, const struct haru_object *page) {
    const struct leaf *leaf = &structure->leaves[element->index];
    const struct kid *mark = leaf->marks.first;
    buffer_add_string(out, "/K [");
    for (const struct element *child = element->children; child; child = child->next) {
        const struct leaf *below = &structure->leaves[child->index];
        if (!below->filled)
            continue;
        for (; mark && below->order != UNREAD && mark->order + 1 < below->order;
             mark = mark->next)
            add_mark(out, mark, page);
        buffer_add_char(out, ' ');
        syntax_reference(out, below->object);
    }
    for (; mark; mark = mark->next)
        add_mark(out, mark, page);
    for (const struct kid *kid = leaf->annotations.first; kid; kid = kid->next)
        add_annotation(out, kid);
    buffer_add_string(out, "]\n");
}

static void write_element(const struct structure *structure, struct arena *arena,
                          const struct element *element,
                          const struct haru_object *parent) {
    const struct leaf *leaf = &structure->leaves[element->index];
    const struct haru_object *page = leaf->marks.first ? leaf->marks.first->page : NULL;
    struct buffer out = {.arena = arena};
    buffer_printf(&out, "/Type /StructElem /S /%s /P ", structure_tag(element));
    syntax_reference(&out, parent);
    if (page) {
        buffer_add_string(&out, " /Pg ");
        syntax_reference(&out, page);
    }
    buffer_add_char(&out, '\n');
    if (element->language) {
        buffer_add_string(&out, "/Lang ");
        syntax_text(&out, slice_of(element->language));
        buffer_add_char(&out, '\n');
    }
    add_attributes(structure, &out, element);
    add_description(&out, element);
    if (leaf->filled)
        add_kids(structure, &out, element, page);
    haru_set_entries(leaf->object, buffer_slice(&out));
}

/* --- the parent tree -------------------------------------------------------------- */

static void add_page_parents(const struct structure *structure, struct buffer *out,
                             size_t page) {
    buffer_printf(out, "%zu [", page);
    for (size_t i = structure->page_marks[page]; i < structure->page_marks[page + 1];
         i++) {
        buffer_add_char(out, ' ');
        syntax_reference(out, structure->leaves[structure->marks[i]].object);
    }
    buffer_add_string(out, "]\n");
}

static void add_parent(const struct structure *structure, struct buffer *out,
                       size_t key) {
    if (key < structure->page_count) {
        add_page_parents(structure, out, key);
        return;
    }
    uint32_t index = structure->annotations[key - structure->page_count];
    buffer_printf(out, "%zu ", key);
    syntax_reference(out, structure->leaves[index].object);
    buffer_add_char(out, '\n');
}

static struct haru_object *write_parents(const struct structure *structure,
                                         struct arena *arena, size_t first,
                                         size_t end) {
    struct haru_object *node = haru_dictionary(structure->haru);
    struct buffer out = {.arena = arena};
    buffer_printf(&out, "/Limits [%zu %zu] /Nums [\n", first, end - 1);
    for (size_t key = first; key < end; key++)
        add_parent(structure, &out, key);
    buffer_add_string(&out, "]\n");
    haru_set_entries(node, buffer_slice(&out));
    return node;
}

static struct haru_object *write_parent_tree(const struct structure *structure,
                                             struct arena *arena, size_t key_count) {
    struct haru_object *tree = haru_dictionary(structure->haru);
    struct buffer out = {.arena = arena};
    buffer_add_string(&out, "/Kids [");
    for (size_t first = 0; first < key_count; first += KEYS_PER_NODE) {
        size_t end =
            key_count - first < KEYS_PER_NODE ? key_count : first + KEYS_PER_NODE;
        buffer_add_char(&out, ' ');
        syntax_reference(&out, write_parents(structure, arena, first, end));
    }
    buffer_add_string(&out, "]\n");
    haru_set_entries(tree, buffer_slice(&out));
    return tree;
}

/* The tree of names that identifiers stand in (ISO 32000-1 14.7.2, IDTree). */
static void add_identifiers(const struct structure *structure, struct buffer *out) {
    const struct element *last = NULL;
    for (size_t i = 0; i < structure->element_count; i++) {
        const struct element *element = structure->elements[i];
        const struct haru_object *object = structure->leaves[element->index].object;
        if (element->tag != TAG_NOTE || !object)
            continue;
        buffer_add_string(out, last ? " " : "/IDTree <</Names [");
        add_identifier(out, element);
        buffer_add_char(out, ' ');
        syntax_reference(out, object);
        last = element;
    }
    if (last)
        buffer_add_string(out, "]>>\n");
}

static void write_root(const struct structure *structure, struct arena *arena,
                       struct haru_object *root) {
    size_t key_count = structure->page_count + structure->annotation_count;
    struct buffer out = {.arena = arena};
    buffer_add_string(&out, "/Type /StructTreeRoot /K ");
    syntax_reference(&out, structure->leaves[structure->root->index].object);
    buffer_add_string(&out, "\n/ParentTree ");
    syntax_reference(&out, write_parent_tree(structure, arena, key_count));
    buffer_printf(&out, "\n/ParentTreeNextKey %zu\n", key_count);
    add_identifiers(structure, &out);
    haru_set_entries(root, buffer_slice(&out));
}

struct haru_object *structure_write(struct structure *structure, struct arena *arena) {
    struct haru_object *root = haru_dictionary(structure->haru);
    begin_page(structure, structure->page_count);
    find_orders(structure);
    make_objects(structure);
    for (size_t i = 0; i < structure->element_count; i++) {
        const struct element *element = structure->elements[i];
        bool top = element == structure->root;
        if (!structure->leaves[element->index].object)
            continue;
        write_element(structure, arena, element,
                      top ? root : structure->leaves[element->parent->index].object);
    }
    write_root(structure, arena, root);
    return root;
}
