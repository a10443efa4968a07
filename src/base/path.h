/* SPDX-License-Identifier: MIT */
/* A path: points joined by straight lines, drawn with a pen or filled. */
#ifndef BASE_PATH_H
#define BASE_PATH_H

#include "base/units.h"

#include <stdbool.h>
#include <stddef.h>

struct point {
    length x, y;
    bool starts; /* nothing joins it to the point before */
};

struct path {
    const struct point *points;
    size_t count;
    uint32_t colour; /* 0xRRGGBB */
    length weight; /* of the pen, whose ends are round: one point alone is a dot;
                      0: what the points enclose is filled */
    length dash,
        gap; /* of a pen that stops between, with straight ends; 0: it does not */
};

#endif
