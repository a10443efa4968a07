/* SPDX-License-Identifier: MIT */
/* Arenas: zeroed, aligned, growing in place where they can, never NULL. */
#include "base/arena.h"
#include "unit/harness.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static struct arena *arena;

static void memory_is_zeroed_also_the_second_time(void) {
    for (int round = 0; round < 2; round++) {
        unsigned char *bytes = arena_array(arena, unsigned char, 100000);
        for (size_t i = 0; i < 100000; i++)
            EXPECT_INTEGER(bytes[i], 0);
        memset(bytes, 0xAB, 100000);
        arena_reset(arena);
    }
}

static void any_object_is_aligned_for_any_type(void) {
    for (size_t size = 0; size < 100; size++)
        EXPECT_INTEGER((uintptr_t)arena_take(arena, 1, size) % _Alignof(max_align_t),
                       0);
}

static void the_latest_grows_in_place(void) {
    int *numbers = arena_array(arena, int, 4);
    for (int i = 0; i < 4; i++)
        numbers[i] = i + 1;
    int *grown = arena_regrow(arena, numbers, 4, 400, sizeof *numbers);
    EXPECT(grown == numbers);
    EXPECT_INTEGER(grown[3], 4);
    EXPECT_INTEGER(grown[4], 0);
    EXPECT_INTEGER(grown[399], 0);
}

static void another_moves_and_keeps_what_it_holds(void) {
    int *numbers = arena_array(arena, int, 3);
    numbers[2] = 7;
    int *other = arena_new(arena, int);
    *other = 9;
    int *grown = arena_regrow(arena, numbers, 3, 100000, sizeof *numbers);
    EXPECT(grown != numbers);
    EXPECT_INTEGER(grown[2], 7);
    EXPECT_INTEGER(grown[3], 0);
    EXPECT_INTEGER(grown[99999], 0);
    EXPECT_INTEGER(*other, 9);
}

static void an_array_grows_one_by_one(void) {
    int *items = NULL;
    size_t count = 0, capacity = 0;
    while (count < 5000) {
        arena_reserve(arena, items, count, capacity);
        items[count] = (int)count;
        count++;
    }
    for (size_t i = 0; i < count; i++)
        EXPECT_INTEGER(items[i], i);
}

static void strings_end(void) {
    EXPECT_STRING(arena_copy(arena, "abc", 2), "ab");
    EXPECT_STRING(arena_copy(arena, NULL, 0), "");
    EXPECT_STRING(arena_printf(arena, "%d-%s", 12, "ب"), "12-ب");
    EXPECT_STRING(arena_printf(arena, "%s", ""), "");
}

/* The exit status of a process that asks for more than there is. */
static int status_of_taking(size_t count, size_t size) {
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        fclose(stderr);
        arena_take(arena, count, size);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void a_product_that_overflows_ends_with_status_3(void) {
    EXPECT_INTEGER(status_of_taking(SIZE_MAX / 2, 3), 3);
    EXPECT_INTEGER(status_of_taking(SIZE_MAX, 1), 3);
    EXPECT_INTEGER(status_of_taking(10, 10), 0);
}

int main(void) {
    arena = arena_create();
    RUN(memory_is_zeroed_also_the_second_time);
    RUN(any_object_is_aligned_for_any_type);
    RUN(the_latest_grows_in_place);
    RUN(another_moves_and_keeps_what_it_holds);
    RUN(an_array_grows_one_by_one);
    RUN(strings_end);
    RUN(a_product_that_overflows_ends_with_status_3);
    arena_destroy(arena);
    return harness_status();
}
