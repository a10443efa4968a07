/* SPDX-License-Identifier: MIT */
/* What the parts of the default theme are written with: names of colours and families. */
#ifndef STYLE_DEFAULT_H
#define STYLE_DEFAULT_H

#include "style/style.h"

#define INK 0x1D1B19
#define BRICK 0x9C3F24
#define REED 0x2E6B62
#define STONE 0x6F6A63

/* By its name, so that a theme that changes it changes it here. */
#define USE(name)                                                                      \
    { name, COLOUR_##name }

#define SERIF "Noto Serif"
#define SANS "Noto Sans"
#define AMIRI "Amiri"
#define KUFI "Noto Kufi Arabic"
#define NASKH "Noto Naskh Arabic"
#define SANS_ARABIC "Noto Sans Arabic"

/* How each role looks: ROLE_COUNT of them (roles.c). */
extern const struct role_style default_roles[ROLE_COUNT];

#endif
