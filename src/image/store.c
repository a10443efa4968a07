/* SPDX-License-Identifier: MIT */
/* Keeps what has been loaded, so that a picture in several editions is decoded once. */
#include "image/image.h"

#include <string.h>

/* What a loaded picture depends on. */
struct image_key {
    const char *path;
    struct image_use use;
};

struct stored_image {
    struct image_key key;
    const struct image_data *data;
};

struct image_store {
    struct arena *arena;
    struct stored_image *items;
    size_t count, capacity;
};

struct image_store *image_store_new(struct arena *arena) {
    struct image_store *store = arena_new(arena, struct image_store);
    store->arena = arena;
    return store;
}

static bool is_same_use(const struct image_use *a, const struct image_use *b) {
    return a->width == b->width && a->height == b->height &&
           a->resolution == b->resolution && a->world == b->world;
}

static bool is_same_key(const struct image_key *a, const struct image_key *b) {
    return is_same_use(&a->use, &b->use) && !strcmp(a->path, b->path);
}

const struct image_data *image_store_load(struct image_store *store,
                                          const struct image *image,
                                          struct image_use use, struct position from,
                                          struct diag *diag) {
    struct image_key key = {image->path, use};
    for (size_t i = 0; i < store->count; i++)
        if (is_same_key(&store->items[i].key, &key))
            return store->items[i].data;
    const struct image_data *data = image_load(store->arena, image, use, from, diag);
    if (!data)
        return NULL;
    key.path = arena_copy(store->arena, image->path, strlen(image->path));
    arena_reserve(store->arena, store->items, store->count, store->capacity);
    store->items[store->count++] = (struct stored_image){key, data};
    return data;
}
