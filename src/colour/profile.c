/* SPDX-License-Identifier: MIT */
/* The only includer of Little CMS: from sRGB to the inks of a profile. */
#include "colour/internal.h"

#include <lcms2.h>

struct transform {
    cmsHPROFILE screen, press;
    cmsHTRANSFORM words, bytes; /* of 16 and of 8 bits */
};

/* In 8 bits Little CMS has 255 for all of an ink, and 0 for none. */
static cmsHTRANSFORM make(const struct transform *transform, cmsUInt32Number from,
                          cmsUInt32Number to) {
    return cmsCreateTransform(
        transform->screen, from, transform->press, to, INTENT_RELATIVE_COLORIMETRIC,
        cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_HIGHRESPRECALC | cmsFLAGS_NOCACHE);
}

static const char *fault_of(cmsHPROFILE press) {
    if (!press)
        return "it is not an ICC profile";
    if (cmsGetColorSpace(press) != cmsSigCmykData)
        return "it is not of cyan, magenta, yellow and black";
    if (cmsGetDeviceClass(press) != cmsSigOutputClass)
        return "it is not that of a printer";
    return NULL;
}

struct transform *transform_open(struct arena *arena, struct slice profile,
                                 const char **why) {
    struct transform *transform = arena_new(arena, struct transform);
    transform->press =
        cmsOpenProfileFromMem(profile.data, (cmsUInt32Number)profile.length);
    *why = fault_of(transform->press);
    if (!*why) {
        transform->screen = cmsCreate_sRGBProfile();
        transform->words = make(transform, TYPE_RGB_16, TYPE_CMYK_16);
        transform->bytes = make(transform, TYPE_RGB_8, TYPE_CMYK_8);
        *why = transform->words && transform->bytes ? NULL : "it is broken";
    }
    if (!*why)
        return transform;
    transform_close(transform);
    return NULL;
}

void transform_close(struct transform *transform) {
    if (transform->words)
        cmsDeleteTransform(transform->words);
    if (transform->bytes)
        cmsDeleteTransform(transform->bytes);
    if (transform->screen)
        cmsCloseProfile(transform->screen);
    if (transform->press)
        cmsCloseProfile(transform->press);
}

const char *transform_name(struct arena *arena, const struct transform *transform) {
    char name[128] = "";
    cmsGetProfileInfoASCII(transform->press, cmsInfoDescription, "en", "US", name,
                           sizeof name);
    for (char *c = name; *c; c++)
        *c = *c >= ' ' && *c <= '~' ? *c : '?';
    return arena_copy(arena, name, strlen(name));
}

void transform_colour(const struct transform *transform, const uint16_t rgb[3],
                      uint16_t inks[PLATES]) {
    cmsDoTransform(transform->words, rgb, inks, 1);
}

void transform_samples(const struct transform *transform, const unsigned char *rgb,
                       unsigned char *inks, size_t pixels) {
    enum { AT_ONCE = 1 << 20 };
    for (size_t done = 0, count; done < pixels; done += count) {
        count = pixels - done < AT_ONCE ? pixels - done : AT_ONCE;
        cmsDoTransform(transform->bytes, rgb + 3 * done, inks + PLATES * done,
                       (cmsUInt32Number)count);
    }
}
