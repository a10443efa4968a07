/* SPDX-License-Identifier: MIT */
/* Walks the page tree and looks at each page: boxes, annotations, content (ISO 32000-1 7.7.3,
   14.11.2). */
#include "preflight/internal.h"

/* What pages take from the nodes above them. */
struct inherited {
    const struct object *resources, *media;
};

struct walk {
    struct preflight *preflight;
    size_t nodes, pages;
};

/* --- boxes --------------------------------------------------------------------------------- */

struct frame {
    double x0, y0, x1, y1;
};

static void order(double *low, double *high) {
    double kept = *low;
    if (*low > *high) {
        *low = *high;
        *high = kept;
    }
}

static bool read_frame(struct file *file, const struct object *array,
                       struct frame *frame) {
    double *const sides[] = {&frame->x0, &frame->y0, &frame->x1, &frame->y1};
    for (size_t i = 0; i < 4; i++) {
        const struct object *side = file_item(file, array, i);
        if (side->kind != OBJECT_NUMBER)
            return false;
        *sides[i] = side->number;
    }
    order(&frame->x0, &frame->x1);
    order(&frame->y0, &frame->y1);
    return frame->x1 > frame->x0 && frame->y1 > frame->y0;
}

/* Numbers are rounded by those who write them. */
static bool is_within(const struct frame *inner, const struct frame *outer) {
    const double little = 0.01;
    return inner->x0 >= outer->x0 - little && inner->y0 >= outer->y0 - little &&
           inner->x1 <= outer->x1 + little && inner->y1 <= outer->y1 + little;
}

static bool meets(const struct frame *a, const struct frame *b) {
    return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static void tell_box(struct preflight *preflight, const char *what) {
    preflight_tell(preflight, DIAG_PREFLIGHT_BOX, what);
}

/* The trimmed page; false after a message. */
static bool find_trim(struct preflight *preflight, const struct object *page,
                      struct frame *trim) {
    struct file *file = &preflight->file;
    const struct object *box = file_find(file, page, "TrimBox");
    const struct object *art = file_find(file, page, "ArtBox");
    if (box->kind == OBJECT_NULL && art->kind == OBJECT_NULL)
        tell_box(preflight, "there is no TrimBox");
    else if (box->kind != OBJECT_NULL && art->kind != OBJECT_NULL)
        tell_box(preflight, "there are both a TrimBox and an ArtBox");
    else if (read_frame(file, box->kind != OBJECT_NULL ? box : art, trim))
        return true;
    else
        tell_box(preflight, "the TrimBox is broken");
    return false;
}

/* Gives in `bleed` what is printed of the page. */
static void check_boxes(struct preflight *preflight, const struct object *page,
                        const struct object *media_box, struct frame *bleed) {
    struct file *file = &preflight->file;
    const struct object *bleed_box = file_find(file, page, "BleedBox");
    struct frame media, trim;
    if (!read_frame(file, media_box, &media)) {
        tell_box(preflight, "there is no MediaBox");
        media = (struct frame){-1e9, -1e9, 1e9, 1e9};
    }
    *bleed = media;
    if (bleed_box->kind != OBJECT_NULL && !read_frame(file, bleed_box, bleed)) {
        tell_box(preflight, "the BleedBox is broken");
        *bleed = media;
    }
    if (!is_within(bleed, &media))
        tell_box(preflight, "the BleedBox reaches beyond the MediaBox");
    if (!find_trim(preflight, page, &trim))
        return;
    if (!is_within(&trim, bleed))
        tell_box(preflight, "the TrimBox reaches beyond the BleedBox");
    if (bleed_box->kind == OBJECT_NULL)
        *bleed = trim;
}

/* --- annotations ------------------------------------------------------------------------------ */

static void check_annotations(struct preflight *preflight, const struct object *page,
                              const struct frame *bleed) {
    struct file *file = &preflight->file;
    const struct object *list = file_find(file, page, "Annots");
    if (list->kind != OBJECT_ARRAY || !preflight_work(preflight, list->count))
        return;
    for (size_t i = 0; i < list->count; i++) {
        const struct object *annotation = file_item(file, list, i);
        const struct object *kind = file_find(file, annotation, "Subtype");
        struct frame frame;
        if (object_is_name(kind, "PrinterMark") || object_is_name(kind, "TrapNet"))
            continue;
        if (!read_frame(file, file_find(file, annotation, "Rect"), &frame) ||
            meets(&frame, bleed))
            preflight_tell(preflight, DIAG_PREFLIGHT_ANNOTATION,
                           kind->kind == OBJECT_NAME ? kind->bytes.data : "unknown");
    }
}

/* --- content ----------------------------------------------------------------------------------- */

static void add_stream(struct preflight *preflight, const struct object *stream,
                       struct buffer *content) {
    struct slice bytes;
    const char *why;
    if (stream->kind == OBJECT_NULL || !preflight_work(preflight, 1))
        return;
    if (!stream_decode(&preflight->file, content->arena, stream, &bytes, &why)) {
        preflight_tell(preflight, DIAG_PREFLIGHT_UNREAD,
                       arena_printf(preflight->arena, "the content (%s)", why));
        return;
    }
    buffer_add(content, bytes.data, bytes.length);
    buffer_add_char(content, '\n');
}

/* Several streams are one (7.8.2). */
static void check_content(struct preflight *preflight, const struct object *page,
                          const struct object *resources) {
    struct file *file = &preflight->file;
    const struct object *contents = file_find(file, page, "Contents");
    struct arena *scratch = arena_create();
    struct buffer content = {.arena = scratch};
    if (contents->kind == OBJECT_ARRAY)
        for (size_t i = 0; i < contents->count && content.length < STREAM_LIMIT; i++)
            add_stream(preflight, file_item(file, contents, i), &content);
    else
        add_stream(preflight, contents, &content);
    preflight_content(preflight, buffer_slice(&content), resources, 0);
    arena_destroy(scratch);
}

static void check_group(struct preflight *preflight, const struct object *page) {
    struct file *file = &preflight->file;
    const struct object *space = file_find(file, file_find(file, page, "Group"), "CS");
    if (space->kind == OBJECT_NULL)
        return;
    struct space found = space_find(preflight, space, NULL);
    if (found.kind == SPACE_FOREIGN)
        preflight_tell(
            preflight, DIAG_PREFLIGHT_COLOUR,
            arena_printf(preflight->arena, "the page is blended in %s", found.name));
}

/* --- the tree ------------------------------------------------------------------------------------ */

static void check_page(struct walk *walk, const struct object *page,
                       const struct inherited *inherited) {
    struct preflight *preflight = walk->preflight;
    struct frame bleed;
    preflight_turn(preflight, ++walk->pages);
    check_boxes(preflight, page, inherited->media, &bleed);
    check_annotations(preflight, page, &bleed);
    check_group(preflight, page);
    check_content(preflight, page, inherited->resources);
}

static void visit(struct walk *walk, const struct object *node,
                  struct inherited inherited, size_t depth) {
    struct file *file = &walk->preflight->file;
    const struct object *kids = file_find(file, node, "Kids");
    const struct object *resources = file_find(file, node, "Resources");
    const struct object *media = file_find(file, node, "MediaBox");
    if (depth > DEPTH_LIMIT || ++walk->nodes > 2 * PAGE_LIMIT ||
        walk->preflight->work > WORK_LIMIT)
        return; /* what is not seen shows in the count */
    if (resources->kind != OBJECT_NULL)
        inherited.resources = resources;
    if (media->kind != OBJECT_NULL)
        inherited.media = media;
    if (kids->kind == OBJECT_ARRAY)
        for (size_t i = 0; i < kids->count && walk->nodes <= 2 * PAGE_LIMIT; i++)
            visit(walk, file_item(file, kids, i), inherited, depth + 1);
    else if (node->kind == OBJECT_DICTIONARY)
        check_page(walk, node, &inherited);
}

size_t preflight_pages(struct preflight *preflight) {
    static const struct object nothing = {.kind = OBJECT_NULL};
    struct file *file = &preflight->file;
    const struct object *catalog = file_find(file, &file->trailer, "Root");
    const struct object *tree = file_find(file, catalog, "Pages");
    const struct object *count = file_find(file, tree, "Count");
    struct walk walk = {.preflight = preflight};
    visit(&walk, tree, (struct inherited){&nothing, &nothing}, 0);
    preflight_turn(preflight, 0);
    if (!walk.pages || count->kind != OBJECT_NUMBER ||
        count->number != (double)walk.pages)
        preflight_tell(preflight, DIAG_PREFLIGHT_DAMAGED, "its page tree is broken");
    return walk.pages;
}
