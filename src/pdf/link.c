/* SPDX-License-Identifier: MIT */
/* Writes link annotations and destinations (ISO 32000-1 12.3.2, 12.5.6.5). */
#include "pdf/internal.h"

void link_destination(struct buffer *out, const struct page_objects *objects,
                      const struct anchor *anchor) {
    uint32_t page = anchor->page < objects->count ? anchor->page : 0;
    buffer_add_char(out, '[');
    syntax_reference(out, objects->items[page]);
    buffer_add_string(out, " /XYZ ");
    syntax_thousandths(out, anchor->x);
    buffer_add_char(out, ' ');
    syntax_thousandths(out, haru_y(objects->pages[page].height, anchor->y));
    buffer_add_string(out, " null]");
}

/* A URI is ASCII: other bytes are written as RFC 3987 maps them, by percent signs. */
static void add_uri(struct buffer *out, const char *uri) {
    buffer_add_char(out, '(');
    for (; *uri; uri++) {
        unsigned char byte = (unsigned char)*uri;
        if (byte <= ' ' || byte >= 0x7F)
            buffer_printf(out, "%%%02X", byte);
        else
            syntax_string_byte(out, byte);
    }
    buffer_add_char(out, ')');
}

static struct haru_object *find_action(struct arena *arena, struct haru *haru,
                                       struct link_action *action, const char *uri) {
    if (action->uri == uri)
        return action->object;
    struct buffer out = {.arena = arena};
    buffer_add_string(&out, "/S /URI /URI ");
    add_uri(&out, uri);
    *action = (struct link_action){uri, haru_dictionary(haru)};
    haru_set_entries(action->object, buffer_slice(&out));
    return action->object;
}

static void add_target(struct arena *arena, struct buffer *out, struct haru *haru,
                       const struct page_objects *objects, struct link_action *action,
                       const struct link_item *link) {
    if (link->anchor) {
        buffer_add_string(out, "/Dest ");
        link_destination(out, objects, link->anchor);
    } else if (link->uri) {
        buffer_add_string(out, "/A ");
        syntax_reference(out, find_action(arena, haru, action, link->uri));
    }
    buffer_add_char(out, '\n');
}

static void add_rectangle(struct buffer *out, struct box box, length height) {
    const length numbers[] = {box.x0, haru_y(height, box.y1), box.x1,
                              haru_y(height, box.y0)};
    buffer_add_string(out, "/Rect [");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buffer_add_char(out, ' ');
        syntax_thousandths(out, numbers[i]);
    }
    buffer_add_string(out, "]\n");
}

void link_write(struct arena *arena, struct haru *haru, struct structure *structure,
                const struct page_objects *objects, struct link_action *action,
                size_t page, const struct link_item *link) {
    struct buffer out = {.arena = arena};
    struct haru_object *annotation = haru_dictionary(haru);
    buffer_add_string(&out, "/Type /Annot /Subtype /Link /Border [0 0 0] /F 4\n");
    add_rectangle(&out, link->box, objects->pages[page].height);
    add_target(arena, &out, haru, objects, action, link);
    if (link->contents) {
        buffer_add_string(&out, "/Contents ");
        syntax_text(&out, slice_of(link->contents));
        buffer_add_char(&out, '\n');
    }
    if (link->element)
        buffer_printf(&out, "/StructParent %u\n",
                      (unsigned)structure_annotation(structure, link->element,
                                                     objects->items[page], annotation));
    haru_set_entries(annotation, buffer_slice(&out));
    haru_page_annotate(haru, objects->items[page], annotation);
}
