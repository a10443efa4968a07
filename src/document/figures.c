/* SPDX-License-Identifier: MIT */
/* Makes a figure from a picture that stands alone in its paragraph. */
#include "document/internal.h"

#include <cmark-gfm.h>

bool figure_stands(cmark_node *node) {
    cmark_node *parent = cmark_node_parent(node);
    return cmark_node_get_type(node) == CMARK_NODE_IMAGE &&
           cmark_node_get_type(parent) == CMARK_NODE_PARAGRAPH &&
           !cmark_node_previous(node) && !cmark_node_next(node);
}

/* --- the file ---------------------------------------------------------------------- */

/* A path of the web may begin so. */
static const char *skip_here(const char *path) {
    while (!strncmp(path, "./", 2))
        path += 2;
    return path;
}

/* NULL if there is none, which has then been told. */
static const char *find_file(const struct builder *builder, const char *url) {
    struct reading *reading = builder->markdown->reading;
    struct position position = builder_position(builder);
    const char *name = skip_here(link_decode(reading->arena, slice_of(url)));
    if (!*name || link_has_scheme(name)) {
        diag_add(reading->diag, DIAG_FIGURE_ADDRESS, position, NULL, NULL);
        return NULL;
    }
    const char *path = path_find(reading, name, position);
    return path && input_check(reading, path, position) ? path : NULL;
}

/* --- the words --------------------------------------------------------------------- */

/* What the picture shows, without what is done to words. */
static const char *read_alt(struct builder *builder, struct content *content) {
    struct markdown *markdown = builder->markdown;
    const char *holder = markdown->holder;
    markdown->holder = "the words for a picture";
    struct paragraph alt =
        inline_read(markdown, builder->node, content, builder_start(builder));
    markdown->holder = holder;
    tongue_follow(&markdown->tongue, alt.text);
    alt.language = markdown->tongue.language;
    paragraph_settle(markdown, &alt);
    if (!alt.text.length)
        builder_tell(builder, DIAG_FIGURE_ALT, NULL);
    return paragraph_plain(markdown->reading->arena, alt.text);
}

/* The byte of the content where the title stands as it is, before a quote or parenthesis,
   and the one that ends the picture; the length of the content if it does not. */
static size_t find_title(const struct content *content, const char *title) {
    struct slice text = content->text;
    size_t length = strlen(title), end = text.length;
    for (int i = 0; i < 2; i++) {
        while (end && strchr(" \t\n", text.data[end - 1]))
            end--;
        if (!end || !strchr(i ? "\"')" : ")", text.data[--end]))
            return text.length;
    }
    bool stands = end >= length && !memcmp(text.data + end - length, title, length);
    return stands ? end - length : text.length;
}

static bool has_value(const char *title) {
    for (; *title; title++)
        if (brace_begins(slice_of(title)))
            return true;
    return false;
}

/* It is plain text. */
static void check_title(const struct builder *builder, const char *title) {
    if (strstr(title, "[@") || strstr(title, "[-@") || strstr(title, "[^") ||
        has_value(title))
        builder_tell(builder, DIAG_FIGURE_NOTATION, NULL);
}

static struct paragraph read_title(struct builder *builder, struct content *content) {
    struct markdown *markdown = builder->markdown;
    cmark_node *picture = cmark_node_first_child(builder->node);
    const char *title = cmark_node_get_title(picture);
    struct composer composer = {.markdown = markdown,
                                .text = {.arena = markdown->scratch}};
    size_t at = content ? find_title(content, title) : 0;
    bool found = content && at < content->text.length;
    check_title(builder, title);
    for (size_t i = 0; title[i]; i++) {
        uint32_t source =
            found ? content_source(content, at + i) : builder_start(builder);
        if (strchr(" \t\n", title[i]))
            compose_space(&composer, source);
        else
            compose_bytes(&composer, &title[i], 1, source);
    }
    return compose_finish(&composer);
}

/* --- the block --------------------------------------------------------------------- */

/* Comments may stand in between. */
static bool has_caption(cmark_node *node) {
    do
        node = cmark_node_next(node);
    while (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK);
    return cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
           !strncmp(builder_text(node), ": ", 2);
}

void figure_read(struct builder *builder) {
    struct markdown *markdown = builder->markdown;
    cmark_node *picture = cmark_node_first_child(builder->node);
    struct content *content = builder_content(builder, builder_text(builder->node));
    struct figure *figure = arena_new(markdown->reading->arena, struct figure);
    figure->path = find_file(builder, cmark_node_get_url(picture));
    figure->alt = read_alt(builder, content);
    struct captioned captioned = {.figure = figure,
                                  .title = read_title(builder, content)};
    captioned.block = builder_add(builder, BLOCK_FIGURE);
    captioned.block->figure = figure;
    caption_wait(builder, captioned, has_caption(builder->node));
    builder_skip(builder);
}
