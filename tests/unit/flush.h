/* SPDX-License-Identifier: MIT */
/* The default style but that lines end at the measure: for tests of where things stand. */
#ifndef UNIT_FLUSH_H
#define UNIT_FLUSH_H

#include "style/style.h"

static inline struct style style_flush(void) {
    struct style style = *style_default();
    style.protrusion = 0;
    return style;
}

#endif
