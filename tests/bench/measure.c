/* SPDX-License-Identifier: MIT */
/* Runs a command several times; prints the medians of its time and of its processor time
   in milliseconds, and the highest of its peaks of resident memory in kilobytes.
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

static double milliseconds(struct timeval time) {
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

static int compare(const void *left, const void *right) {
    const double *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

struct run {
    double elapsed, processor; /* [ms] */
    long peak; /* [KB] */
};

static struct run run_once(char **command) {
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
    double processor = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
    return (struct run){now() - start, processor, usage.ru_maxrss};
}

static double median(double *values, int count) {
    qsort(values, (size_t)count, sizeof *values, compare);
    return values[count / 2];
}

int main(int argc, char **argv) {
    int times = argc > 2 ? atoi(argv[1]) : 0;
    if (times < 1 || times > TIMES_MAX) {
        fputs("usage: measure TIMES COMMAND ARGUMENT...\n", stderr);
        return 2;
    }
    double elapsed[TIMES_MAX], processor[TIMES_MAX];
    long peak = 0;
    for (int i = 0; i < times; i++) {
        struct run run = run_once(argv + 2);
        elapsed[i] = run.elapsed;
        processor[i] = run.processor;
        peak = run.peak > peak ? run.peak : peak;
    }
    printf("%.1f %.1f %ld\n", median(elapsed, times), median(processor, times), peak);
    return 0;
}
