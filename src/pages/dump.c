/* SPDX-License-Identifier: MIT */
/* Pages as text: an item a line, lengths in points. */
#include "pages/internal.h"

static const char *points(length value, char space[24]) {
    length whole = value / 1000, part = value % 1000;
    snprintf(space, 24, "%s%d.%03d", value < 0 ? "-" : "", whole < 0 ? -whole : whole,
             part < 0 ? -part : part);
    return space;
}

static void dump_line(const struct line_item *line, FILE *stream) {
    char x[24], y[24], width[24];
    fprintf(stream, "  line x %s y %s width %s %s%s%s\n", points(line->x, x),
            points(line->y, y), points(line->width, width),
            line->direction == DIRECTION_RTL ? "rtl" : "ltr",
            line->ends_paragraph ? " last" : "", line->outline ? " hollow" : "");
    for (uint32_t i = 0; i < line->run_count; i++) {
        const struct glyph_run *run = &line->runs[i];
        fprintf(stream, "    x %s %s %s #%06x level %u %s: %.*s\n", points(run->x, x),
                run->face->postscript_name, points(run->size, width),
                (unsigned)run->colour, run->level,
                run->element ? tag_name(run->element->tag) : "artifact",
                (int)(run->end - run->start), line->text.data + run->start);
    }
}

static void dump_box(struct box box, FILE *stream) {
    char text[4][24];
    fprintf(stream, " %s %s %s %s", points(box.x0, text[0]), points(box.y0, text[1]),
            points(box.x1, text[2]), points(box.y1, text[3]));
}

static void dump_image(const struct image_item *image, FILE *stream) {
    static const char *const colours[] = {
        [IMAGE_GREY] = "grey", [IMAGE_RGB] = "rgb", [IMAGE_CMYK] = "cmyk"};
    fputs("  image", stream);
    dump_box(image->box, stream);
    fprintf(stream, " %u by %u %s%s %s\n", (unsigned)image->data->width,
            (unsigned)image->data->height, colours[image->data->colour],
            image->data->alpha.length ? " alpha" : "",
            image->element ? tag_name(image->element->tag) : "artifact");
}

static void dump_path(const struct path_item *item, FILE *stream) {
    const struct path *path = &item->path;
    char x[24], y[24];
    fputs("  path", stream);
    for (size_t i = 0; i < path->count; i++)
        fprintf(stream, "%s %s %s", i && path->points[i].starts ? " /" : "",
                points(path->points[i].x, x), points(path->points[i].y, y));
    fprintf(stream, " #%06x", (unsigned)path->colour);
    if (path->weight)
        fprintf(stream, " pen %s", points(path->weight, x));
    if (path->dash)
        fprintf(stream, " dash %s %s", points(path->dash, x), points(path->gap, y));
    fprintf(stream, " %s\n", item->element ? tag_name(item->element->tag) : "artifact");
}

void item_dump(const struct item *item, FILE *stream) {
    switch (item->kind) {
    case ITEM_LINE:
        dump_line(&item->as.line, stream);
        break;
    case ITEM_RECTANGLE:
        fputs("  rectangle", stream);
        dump_box(item->as.rectangle.box, stream);
        fprintf(stream, " #%06x%s%s%s\n", (unsigned)item->as.rectangle.colour,
                item->as.rectangle.dot_pitch ? " dotted" : "",
                item->as.rectangle.element ? " " : "",
                item->as.rectangle.element ? tag_name(item->as.rectangle.element->tag)
                                           : "");
        break;
    case ITEM_LINK:
        fputs("  link", stream);
        dump_box(item->as.link.box, stream);
        if (item->as.link.uri)
            fprintf(stream, " <%s>\n", item->as.link.uri);
        else if (item->as.link.anchor)
            fprintf(stream, " page %u\n", item->as.link.anchor->page + 1);
        break;
    case ITEM_FOLIO: /* finished pages have none */
        break;
    case ITEM_IMAGE:
        dump_image(&item->as.image, stream);
        break;
    case ITEM_PATH:
        dump_path(&item->as.path, stream);
        break;
    }
}

static void dump_element(const struct element *element, FILE *stream) {
    uint32_t depth = 0;
    for (const struct element *e = element->parent; e; e = e->parent)
        depth++;
    fprintf(stream, "%*s%s%s%s\n", (int)(depth * 2 + 2), "", tag_name(element->tag),
            element->language ? " " : "", element->language ? element->language : "");
}

/* Depth first without recursion. */
static void dump_structure(const struct element *root, FILE *stream) {
    for (const struct element *e = root; e;) {
        dump_element(e, stream);
        if (e->children) {
            e = e->children;
            continue;
        }
        while (e && !e->next)
            e = e->parent;
        e = e ? e->next : NULL;
    }
}

void pages_dump(const struct pages *pages, FILE *stream) {
    fprintf(stream, "pages %zu \"%s\" %s %s\n", pages->count, pages->title,
            pages->language, pages->direction == DIRECTION_RTL ? "rtl" : "ltr");
    for (size_t p = 0; p < pages->count; p++) {
        const struct page *page = &pages->pages[p];
        fprintf(stream, "page %zu label %s %s %s%s\n", p + 1,
                page->label ? page->label : "none", page->language,
                page->direction == DIRECTION_RTL ? "rtl" : "ltr",
                page->width > page->height ? " turned" : "");
        for (size_t i = 0; i < page->item_count; i++)
            item_dump(&page->items[i], stream);
    }
    for (size_t i = 0; i < pages->outline_count; i++)
        fprintf(stream, "outline %*s%s page %u\n",
                (int)(pages->outline[i].level * 2 - 2), "", pages->outline[i].title,
                pages->outline[i].anchor->page + 1);
    fputs("structure\n", stream);
    dump_structure(pages->structure, stream);
}
