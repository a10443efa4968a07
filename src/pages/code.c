/* SPDX-License-Identifier: MIT */
/* Draws a QR code: a rectangle for each run of dark modules of a row. */
#include "pages/book.h"

enum {
    QUIET = 4, /* light modules around the code (ISO/IEC 18004) */
    LEAST_MODULE = 700 /* [1/1000 pt], a quarter of a millimetre: less is not read */
};

static void add_row(struct code *code, const struct qr *qr, uint32_t row, length side) {
    length modules = (length)qr->side + 2 * QUIET;
    length top = ((length)row + QUIET) * side / modules;
    length below = ((length)row + QUIET + 1) * side / modules;
    const uint8_t *dark = &qr->dark[row * qr->side];
    for (uint32_t column = 0, end; column < qr->side; column = end + 1) {
        for (end = column; end < qr->side && dark[end];)
            end++;
        if (end > column)
            code->dark[code->count++] =
                (struct box){((length)column + QUIET) * side / modules, top,
                             ((length)end + QUIET) * side / modules, below};
    }
}

struct code code_draw(struct arena *arena, const char *text, length side) {
    struct qr qr = qr_encode(arena, text);
    struct code code = {NULL, 0};
    if (!qr.side || side / ((length)qr.side + 2 * QUIET) < LEAST_MODULE)
        return code;
    code.dark = arena_array(arena, struct box, (size_t)qr.side * qr.side);
    for (uint32_t row = 0; row < qr.side; row++)
        add_row(&code, &qr, row, side);
    return code;
}
