/* SPDX-License-Identifier: MIT */
/* Greys as light as colours: by the luminance of sRGB (IEC 61966-2-1). */
#include "colour/internal.h"

#include <math.h>

static double linear(uint32_t byte) {
    double c = byte / 255.0;
    return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

static double encode(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055;
}

uint8_t grey_of(uint32_t colour) {
    uint32_t red = colour >> 16 & 0xFF, green = colour >> 8 & 0xFF,
             blue = colour & 0xFF;
    if (red == green && green == blue)
        return (uint8_t)red;
    double light =
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    return (uint8_t)(encode(light) * 255 + 0.5);
}

/* Pixels that are alike stand beside each other. */
void colours_rgb_to_grey(const unsigned char *rgb, unsigned char *grey, size_t pixels) {
    uint32_t last = 0;
    uint8_t last_grey = 0;
    for (size_t i = 0; i < pixels; i++, rgb += 3) {
        uint32_t colour = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
        if (colour != last) {
            last = colour;
            last_grey = grey_of(colour);
        }
        grey[i] = last_grey;
    }
}

/* Without a profile, as PDF has it (ISO 32000-1 10.3.3). */
void colours_inks_to_grey(const unsigned char *inks, unsigned char *grey,
                          size_t pixels) {
    for (size_t i = 0; i < pixels; i++, inks += PLATES) {
        uint32_t ink =
            (inks[0] * 30u + inks[1] * 59u + inks[2] * 11u + 50) / 100 + inks[3];
        grey[i] = (unsigned char)(ink < 255 ? 255 - ink : 0);
    }
}
