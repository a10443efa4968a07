/* SPDX-License-Identifier: MIT */
/* Writes pictures as image XObjects (ISO 32000-1 8.9.5), each once however often it is
   placed, and the operators that place them. */
#include "pdf/internal.h"

/* --- objects ---------------------------------------------------------------------- */

static const uint8_t channels_of[] = {
    [IMAGE_GREY] = 1, [IMAGE_RGB] = 3, [IMAGE_CMYK] = 4};

/* What Flate needs to know to undo PNG's filters (7.4.4.4). */
static void add_flate(struct buffer *out, const struct image_data *data, int channels,
                      int bits) {
    buffer_printf(
        out,
        "/BitsPerComponent %d /Filter /FlateDecode\n/DecodeParms <</Predictor 15 "
        "/Colors %d /BitsPerComponent %d /Columns %u>>\n",
        bits, channels, bits, (unsigned)data->width);
}

static void add_size(struct buffer *out, const struct image_data *data) {
    buffer_printf(out, "/Type /XObject /Subtype /Image /Width %u /Height %u\n",
                  (unsigned)data->width, (unsigned)data->height);
}

static void add_colour_space(struct buffer *out, const struct image_data *data) {
    static const char *const names[] = {[IMAGE_GREY] = "/DeviceGray",
                                        [IMAGE_RGB] = "/DeviceRGB",
                                        [IMAGE_CMYK] = "/DeviceCMYK"};
    const char *name = names[data->colour];
    if (!data->palette.length) {
        buffer_printf(out, "/ColorSpace %s\n", name);
        return;
    }
    buffer_printf(out, "/ColorSpace [/Indexed %s %zu <", name,
                  data->palette.length / channels_of[data->colour] - 1);
    for (size_t i = 0; i < data->palette.length; i++)
        buffer_printf(out, "%02X", (unsigned char)data->palette.data[i]);
    buffer_add_string(out, ">]\n");
}

static struct haru_object *write_alpha(struct images *images,
                                       const struct image_data *data) {
    struct buffer out = {.arena = images->arena};
    add_size(&out, data);
    buffer_add_string(&out, "/ColorSpace /DeviceGray ");
    add_flate(&out, data, 1, 8);
    return haru_stream_plain(images->haru, buffer_slice(&out), data->alpha);
}

static struct haru_object *write_object(struct images *images,
                                        const struct image_data *data) {
    struct buffer out = {.arena = images->arena};
    add_size(&out, data);
    add_colour_space(&out, data);
    if (data->coding == IMAGE_DCT)
        buffer_add_string(&out, "/BitsPerComponent 8 /Filter /DCTDecode\n");
    else
        add_flate(&out, data, data->palette.length ? 1 : channels_of[data->colour],
                  data->bits);
    if (data->inverted)
        buffer_add_string(&out, "/Decode [1 0 1 0 1 0 1 0]\n");
    if (data->alpha.length) {
        buffer_add_string(&out, "/SMask ");
        syntax_reference(&out, write_alpha(images, data));
        buffer_add_char(&out, '\n');
    }
    return haru_stream_plain(images->haru, buffer_slice(&out), data->bytes);
}

/* Two loads of one file give the same bytes at two addresses. */
static bool is_same(const struct image_data *a, const struct image_data *b) {
    return a == b ||
           (a->width == b->width && a->height == b->height && a->colour == b->colour &&
            a->bits == b->bits && a->inverted == b->inverted &&
            a->coding == b->coding && slice_equal(a->bytes, b->bytes) &&
            slice_equal(a->palette, b->palette) && slice_equal(a->alpha, b->alpha));
}

/* The number in the name of the image's object, which is written when it is new. */
static size_t find_object(struct images *images, const struct image_data *data) {
    for (size_t i = 0; i < images->count; i++)
        if (is_same(images->items[i].data, data))
            return i + 1;
    arena_reserve(images->arena, images->items, images->count, images->capacity);
    images->items[images->count++] =
        (struct image_object){data, write_object(images, data)};
    return images->count;
}

void images_add_resources(const struct images *images, struct buffer *entries) {
    if (!images->count)
        return;
    buffer_add_string(entries, "/XObject <<");
    for (size_t i = 0; i < images->count; i++) {
        buffer_printf(entries, "/Im%zu ", i + 1);
        syntax_reference(entries, images->items[i].object);
        buffer_add_char(entries, '\n');
    }
    buffer_add_string(entries, ">>\n");
}

/* --- content ---------------------------------------------------------------------- */

void image_write(struct content *content, struct images *images,
                 const struct image_item *image) {
    const struct box *box = &image->box;
    struct buffer *out = content->out;
    text_end(content);
    text_open_mark(content, image->element);
    length bottom = haru_y(content->height, box->y1);
    if (image->element && content->structure)
        structure_place(
            content->structure, image->element,
            (struct box){box->x0, bottom, box->x1, haru_y(content->height, box->y0)});
    buffer_add_string(out, "q ");
    syntax_thousandths(out, box->x1 - box->x0);
    buffer_add_string(out, " 0 0 ");
    syntax_thousandths(out, box->y1 - box->y0);
    buffer_add_char(out, ' ');
    syntax_thousandths(out, box->x0);
    buffer_add_char(out, ' ');
    syntax_thousandths(out, bottom);
    buffer_printf(out, " cm /Im%zu Do Q\n", find_object(images, image->data));
    text_end(content);
}
