/* SPDX-License-Identifier: MIT */
/* The one length type. */
#ifndef BASE_UNITS_H
#define BASE_UNITS_H

#include <stdbool.h>
#include <stdint.h>

/* 1/1000 point: exact decimals in the PDF, and dumps that are the same on every
   machine. x grows right, y grows down, until pdf/haru.c turns it over. */
typedef int32_t length;

#define PT(points) ((length)((points)*1000))

/* 1 mm = 72/25.4 pt, rounded to 1/1000 pt. */
#define MM(millimetres) ((length)((millimetres)*72000.0 / 25.4 + 0.5))

/* `value` [font units] at `size` in a face of `units_per_em`, rounded to nearest. */
static inline length units_scale(int64_t value, length size, int32_t units_per_em) {
    int64_t product = value * size, half = units_per_em / 2;
    return (length)((product >= 0 ? product + half : product - half) / units_per_em);
}

static inline length length_larger(length a, length b) {
    return a > b ? a : b;
}

static inline length length_smaller(length a, length b) {
    return a < b ? a : b;
}

/* A rectangle; y0 is above y1. */
struct box {
    length x0, y0, x1, y1;
};

static inline bool box_within(struct box inner, struct box outer) {
    return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 &&
           inner.y1 <= outer.y1;
}

#endif
