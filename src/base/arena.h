/* SPDX-License-Identifier: MIT */
/* Arenas: many small objects that live and die together. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

/* An empty arena. Exhaustion anywhere below calls the handler of arena_on_exhaustion
   and never returns, so no caller checks for NULL. */
struct arena *arena_create(void);
void arena_destroy(struct arena *arena);

/* Forgets everything allocated; keeps the memory for the next round. */
void arena_reset(struct arena *arena);

/* What to do when memory runs out; must not return. The default prints one line and
   exits with status 3. */
void arena_on_exhaustion(void (*handler)(void));

/* `count` objects of `size` bytes, zeroed and aligned for any type. count * size is
   checked for overflow. */
void *arena_take(struct arena *arena, size_t count, size_t size);

/* `old` grown from old_count to count objects, the new ones zeroed; in place if `old`
   was the latest allocation. */
void *arena_regrow(struct arena *arena, void *old, size_t old_count, size_t count,
                   size_t size);

/* A NUL-terminated copy. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#define arena_new(arena, type) ((type *)arena_take((arena), 1, sizeof(type)))
#define arena_array(arena, type, count)                                                \
    ((type *)arena_take((arena), (count), sizeof(type)))

/* Makes room for one more in a growing array held as pointer, count and capacity. */
#define arena_reserve(arena, array, count, capacity)                                   \
    do {                                                                               \
        if ((count) == (capacity)) {                                                   \
            size_t grown_ = (capacity) ? (size_t)(capacity)*2 : 16;                    \
            (array) = arena_regrow((arena), (array), (size_t)(capacity), grown_,       \
                                   sizeof *(array));                                   \
            (capacity) = grown_;                                                       \
        }                                                                              \
    } while (0)

#endif
