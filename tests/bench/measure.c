/* SPDX-License-Identifier: MIT */
/* Runs a command several times; prints the median of its time in milliseconds and the
   highest of its peaks of resident memory in kilobytes.
   usage: measure TIMES COMMAND ARGUMENT... */
#define _DEFAULT_SOURCE /* wait4 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { TIMES_MAX = 99 };

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static int compare(const void *left, const void *right) {
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* Milliseconds; raises *peak. */
static double run(char **command, long *peak) {
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        execvp(command[0], command);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) != child || status != 0) {
        fprintf(stderr, "measure: %s failed\n", command[0]);
        exit(1);
    }
    if (usage.ru_maxrss > *peak)
        *peak = usage.ru_maxrss;
    return now() - start;
}

int main(int argc, char **argv) {
    int times = argc > 2 ? atoi(argv[1]) : 0;
    if (times < 1 || times > TIMES_MAX) {
        fputs("usage: measure TIMES COMMAND ARGUMENT...\n", stderr);
        return 2;
    }
    double measured[TIMES_MAX];
    long peak = 0;
    for (int i = 0; i < times; i++)
        measured[i] = run(argv + 2, &peak);
    qsort(measured, (size_t)times, sizeof *measured, compare);
    printf("%.1f %ld\n", measured[times / 2], peak);
    return 0;
}
