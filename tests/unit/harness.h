/* SPDX-License-Identifier: MIT */
/* What a test program needs: each test is a function named as a sentence.

       static void empty_text_has_no_lines(void) {
           EXPECT(count_lines("") == 0);
           EXPECT_INTEGER(count_lines("a"), 1);
           EXPECT_STRING(first_line("a\nb"), "a");
       }

       int main(void) {
           RUN(empty_text_has_no_lines);
           return harness_status();
       }

   It prints "ok NAME" or "not ok NAME: why", and goes on after a failure. */
#ifndef UNIT_HARNESS_H
#define UNIT_HARNESS_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const char *harness_test; /* the one that runs */
static bool harness_test_failed;
static int harness_failed;

static inline bool harness_expect(bool holds, const char *file, int line) {
    if (!holds && !harness_test_failed) {
        printf("not ok %s: %s:%d: ", harness_test, file, line);
        harness_test_failed = true;
        harness_failed++;
        return false;
    }
    return true; /* one message a test is enough */
}

static inline void harness_run(const char *name, void (*test)(void)) {
    harness_test = name;
    harness_test_failed = false;
    test();
    if (!harness_test_failed)
        printf("ok %s\n", name);
    fflush(stdout);
}

static inline int harness_status(void) {
    return harness_failed != 0;
}

#define RUN(test) harness_run(#test, test)

#define EXPECT(condition)                                                              \
    do {                                                                               \
        if (!harness_expect((condition), __FILE__, __LINE__))                          \
            printf("%s does not hold\n", #condition);                                  \
    } while (0)

#define EXPECT_INTEGER(actual, expected)                                               \
    do {                                                                               \
        long long actual_ = (long long)(actual), expected_ = (long long)(expected);    \
        if (!harness_expect(actual_ == expected_, __FILE__, __LINE__))                 \
            printf("%s is %lld, not %lld\n", #actual, actual_, expected_);             \
    } while (0)

#define EXPECT_STRING(actual, expected)                                                \
    do {                                                                               \
        const char *actual_ = (actual), *expected_ = (expected);                       \
        if (!harness_expect(!strcmp(actual_, expected_), __FILE__, __LINE__))          \
            printf("%s is \"%s\", not \"%s\"\n", #actual, actual_, expected_);         \
    } while (0)

#endif
