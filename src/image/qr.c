/* SPDX-License-Identifier: MIT */
/* QR codes, by libqrencode: a text as a square of modules. */
#include "image/image.h"

#include <qrencode.h>

struct qr qr_encode(struct arena *arena, const char *text) {
    QRcode *code = QRcode_encodeString8bit(text, /*version*/ 0, QR_ECLEVEL_M);
    if (!code)
        return (struct qr){0, NULL};
    size_t side = (size_t)code->width;
    uint8_t *dark = arena_array(arena, uint8_t, side * side);
    for (size_t i = 0; i < side * side; i++)
        dark[i] = code->data[i] & 1; /* the other bits say what a module is for */
    QRcode_free(code);
    return (struct qr){(uint32_t)side, dark};
}
