/* SPDX-License-Identifier: MIT */
/* Arenas, from a chain of malloc'd chunks that double in size. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CHUNK = 32 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024, ALIGNMENT = 16 };

struct chunk {
    struct chunk *older;
    size_t size; /* bytes usable after this header */
    size_t used;
    size_t padding; /* keeps the header a multiple of ALIGNMENT */
};

struct arena {
    struct chunk *chunk; /* the newest, from which memory is taken */
};

_Static_assert(sizeof(struct chunk) % ALIGNMENT == 0, "chunk header alignment");

static void exit_exhausted(void) {
    fputs("taqrir: error: out of memory\n", stderr);
    exit(3);
}

/* Process-wide on purpose: exhaustion has one answer, set once by main. */
static void (*exhausted)(void) = exit_exhausted;

void arena_on_exhaustion(void (*handler)(void)) {
    exhausted = handler;
}

static unsigned char *chunk_bytes(struct chunk *chunk) {
    return (unsigned char *)(chunk + 1);
}

static struct chunk *new_chunk(struct chunk *older, size_t size) {
    struct chunk *chunk =
        size > SIZE_MAX - sizeof *chunk ? NULL : malloc(sizeof *chunk + size);
    if (!chunk) {
        exhausted();
        abort();
    }
    *chunk = (struct chunk){.older = older, .size = size};
    return chunk;
}

struct arena *arena_create(void) {
    struct arena *arena = malloc(sizeof *arena);
    if (!arena) {
        exhausted();
        abort();
    }
    arena->chunk = new_chunk(NULL, FIRST_CHUNK);
    return arena;
}

static void free_older(struct arena *arena) {
    for (struct chunk *chunk = arena->chunk->older; chunk;) {
        struct chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    arena->chunk->older = NULL;
}

void arena_destroy(struct arena *arena) {
    if (!arena)
        return;
    free_older(arena);
    free(arena->chunk);
    free(arena);
}

void arena_reset(struct arena *arena) {
    free_older(arena);
    arena->chunk->used = 0;
}

static size_t checked_bytes(size_t count, size_t size) {
    if (size && count > (SIZE_MAX - ALIGNMENT) / size) {
        exhausted();
        abort();
    }
    return (count * size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
}

static void *take_bytes(struct arena *arena, size_t bytes) {
    struct chunk *chunk = arena->chunk;
    if (bytes > chunk->size - chunk->used) {
        size_t size = chunk->size < LARGEST_CHUNK ? chunk->size * 2 : LARGEST_CHUNK;
        chunk = arena->chunk = new_chunk(chunk, size > bytes ? size : bytes);
    }
    void *memory = chunk_bytes(chunk) + chunk->used;
    chunk->used += bytes;
    return memory;
}

void *arena_take(struct arena *arena, size_t count, size_t size) {
    size_t bytes = checked_bytes(count, size);
    return memset(take_bytes(arena, bytes), 0, bytes);
}

void *arena_regrow(struct arena *arena, void *old, size_t old_count, size_t count,
                   size_t size) {
    size_t old_bytes = checked_bytes(old_count, size);
    size_t bytes = checked_bytes(count, size);
    struct chunk *chunk = arena->chunk;
    unsigned char *end = chunk_bytes(chunk) + chunk->used;
    if (old && (unsigned char *)old + old_bytes == end &&
        bytes - old_bytes <= chunk->size - chunk->used) {
        chunk->used += bytes - old_bytes;
        memset(end, 0, bytes - old_bytes);
        return old;
    }
    void *memory = take_bytes(arena, bytes);
    if (old && old_count)
        memcpy(memory, old, old_count * size);
    memset((unsigned char *)memory + old_count * size, 0, bytes - old_count * size);
    return memory;
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length) {
    char *copy = take_bytes(arena, checked_bytes(length + 1, 1));
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    size_t room = length > 0 ? (size_t)length + 1 : 1;
    char *string = arena_array(arena, char, room);
    vsnprintf(string, room, format, again);
    va_end(again);
    va_end(arguments);
    return string;
}
