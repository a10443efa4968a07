/* SPDX-License-Identifier: MIT */
/* Sets figures: a picture, its caption and its source. */
#include "pages/internal.h"

void compose_figure(struct composer *composer, const struct block *block) {
    (void)composer, (void)block;
}
