/* SPDX-License-Identifier: MIT */
/* Opens a picture, and makes of it what a PDF holds. */
#include "image/internal.h"

static void tell(struct diag *diag, const struct failure *failure, const char *path,
                 struct position from) {
    diag_add(diag, failure->id, from, path, failure->why);
}

const struct image *image_open(struct arena *arena, const char *path,
                               struct position from, struct diag *diag) {
    struct arena *scratch = arena_create();
    struct image *image = NULL, read = {.path = path};
    struct slice bytes;
    struct failure failure;
    if (header_read_file(scratch, path, from, diag, &bytes)) {
        if (header_read(scratch, bytes, &read, &failure)) {
            image = arena_new(arena, struct image);
            *image = read;
            image->path = arena_copy(arena, path, strlen(path));
        } else {
            tell(diag, &failure, path, from);
        }
    }
    arena_destroy(scratch);
    return image;
}

/* --- how many pixels -------------------------------------------------------------- */

enum { POINTS_PER_INCH = 72 };

/* A box for a picture. */
struct request {
    const struct image *image;
    struct image_use use;
};

/* Rounded up, at least 1; as many as can be where no resolution is asked for. */
static uint32_t wanted_pixels(length side, uint32_t resolution) {
    uint64_t inch = PT(POINTS_PER_INCH);
    if (!resolution)
        return SIDE_LIMIT;
    uint64_t wanted = ((uint64_t)(side > 0 ? side : 0) * resolution + inch - 1) / inch;
    return wanted ? (uint32_t)(wanted < SIDE_LIMIT ? wanted : SIDE_LIMIT) : 1;
}

struct size {
    uint32_t width, height;
};

/* As seen. A tenth too many is not worth the loss of a second coding. */
static struct size target_size(const struct request *request) {
    const struct image *image = request->image;
    struct size own = {image->width, image->height};
    struct size wanted = {wanted_pixels(request->use.width, request->use.resolution),
                          wanted_pixels(request->use.height, request->use.resolution)};
    if (own.width * 10 <= wanted.width * 11 && own.height * 10 <= wanted.height * 11)
        return own;
    return (struct size){own.width < wanted.width ? own.width : wanted.width,
                         own.height < wanted.height ? own.height : wanted.height};
}

static uint32_t found_resolution(uint32_t pixels, length side) {
    return side > 0
               ? (uint32_t)((uint64_t)pixels * PT(POINTS_PER_INCH) / (uint32_t)side)
               : UINT32_MAX;
}

static void warn_if_coarse(struct arena *arena, const struct request *request,
                           struct position from, struct diag *diag) {
    const struct image *image = request->image;
    uint32_t across = found_resolution(image->width, request->use.width);
    uint32_t down = found_resolution(image->height, request->use.height);
    uint32_t found = across < down ? across : down;
    if (found * UINT64_C(3) >= request->use.resolution * UINT64_C(2))
        return;
    diag_add(
        diag, DIAG_PICTURE_COARSE, from, image->path,
        arena_printf(
            arena, "%u pixel%s per inch at this size; %u by %u would do",
            (unsigned)found, found == 1 ? "" : "s",
            (unsigned)wanted_pixels(request->use.width, request->use.resolution),
            (unsigned)wanted_pixels(request->use.height, request->use.resolution)));
}

/* --- from file to data ------------------------------------------------------------ */

struct loading {
    struct arena *arena; /* of the result */
    struct arena *scratch;
    const struct request *request;
    struct slice bytes;
    struct size target; /* as the file has it, not turned */
    struct image_data *data;
    struct failure *failure;
};

static void describe(struct image_data *data, const struct raster *raster,
                     enum image_coding coding) {
    data->width = raster->width;
    data->height = raster->height;
    data->colour = raster->colour;
    data->bits = raster->bits;
    data->coding = coding;
}

static struct slice keep(struct arena *arena, struct slice bytes) {
    return bytes.length ? (struct slice){arena_copy(arena, bytes.data, bytes.length),
                                         bytes.length}
                        : bytes;
}

static bool load_png(struct loading *loading) {
    struct arena *scratch = loading->scratch;
    struct image_data *data = loading->data;
    struct raster raster;
    if (!png_decode(scratch, loading->bytes, loading->target.width,
                    loading->target.height, &raster, loading->failure))
        return false;
    raster_orient(scratch, &raster, loading->request->image->orientation);
    raster_simplify(scratch, &raster);
    raster_to_world(scratch, &raster, loading->request->use.world);
    describe(data, &raster, IMAGE_FLATE);
    if (raster.has_alpha) {
        struct raster alpha = raster_split_alpha(scratch, &raster);
        data->alpha = keep(loading->arena, png_encode(scratch, &alpha));
    }
    data->palette = keep(loading->arena, raster.palette);
    data->bytes = keep(loading->arena, png_encode(scratch, &raster));
    return true;
}

/* As coded by whoever made it, when that is what is wanted. */
static bool pass_jpeg(struct loading *loading, const struct jpeg_facts *facts) {
    static const enum image_colour colours[] = {[MODEL_GREY] = IMAGE_GREY,
                                                [MODEL_YCC] = IMAGE_RGB,
                                                [MODEL_RGB] = IMAGE_RGB,
                                                [MODEL_CMYK] = IMAGE_CMYK,
                                                [MODEL_YCCK] = IMAGE_CMYK};
    const struct raster raster = {.width = loading->target.width,
                                  .height = loading->target.height,
                                  .colour = colours[facts->model],
                                  .bits = 8};
    describe(loading->data, &raster, IMAGE_DCT);
    loading->data->inverted = raster.colour == IMAGE_CMYK && facts->adobe;
    loading->data->bytes =
        segments_strip(loading->arena, loading->bytes, facts->model, facts->adobe);
    return true;
}

static bool is_for_screen(const struct loading *loading) {
    return world_kind(loading->request->use.world) == WORLD_SCREEN;
}

/* For print without loss: JPEG's would pass the limit of ink here and there. */
static bool code_jpeg(struct loading *loading, struct jpeg_facts *facts) {
    struct arena *scratch = loading->scratch;
    struct raster raster;
    if (!jpeg_decode(scratch, loading->bytes, loading->target.width,
                     loading->target.height, &raster, facts, loading->failure))
        return false;
    raster_orient(scratch, &raster, loading->request->image->orientation);
    raster_simplify(scratch, &raster);
    if (is_for_screen(loading) || raster.colour == IMAGE_GREY) {
        describe(loading->data, &raster, IMAGE_DCT);
        loading->data->bytes =
            keep(loading->arena, jpeg_encode(scratch, &raster, facts));
        loading->data->inverted = raster.colour == IMAGE_CMYK && facts->adobe;
        return true;
    }
    if (raster.colour == IMAGE_CMYK && facts->adobe)
        raster_invert(&raster);
    raster_to_world(scratch, &raster, loading->request->use.world);
    describe(loading->data, &raster, IMAGE_FLATE);
    loading->data->bytes = keep(loading->arena, png_encode(scratch, &raster));
    return true;
}

static bool is_same_size(struct size a, struct size b) {
    return a.width == b.width && a.height == b.height;
}

static bool load_jpeg(struct loading *loading) {
    const struct image *image = loading->request->image;
    struct jpeg_facts facts;
    bool as_it_is =
        image->orientation == 1 &&
        is_same_size(loading->target, (struct size){image->width, image->height});
    if (as_it_is &&
        !jpeg_check(loading->scratch, loading->bytes, &facts, loading->failure))
        return false;
    bool passes = as_it_is && facts.clean &&
                  (is_for_screen(loading) || facts.model == MODEL_GREY);
    return passes ? pass_jpeg(loading, &facts) : code_jpeg(loading, &facts);
}

/* The file may have changed since it was opened. */
static bool is_same_picture(struct loading *loading) {
    const struct image *image = loading->request->image;
    struct image now = {.path = image->path};
    if (!header_read(loading->scratch, loading->bytes, &now, loading->failure))
        return false;
    *loading->failure = (struct failure){DIAG_PICTURE_BROKEN, "it has just changed"};
    return now.kind == image->kind && now.width == image->width &&
           now.height == image->height && now.orientation == image->orientation;
}

static bool load(struct loading *loading) {
    const struct image *image = loading->request->image;
    if (!is_same_picture(loading))
        return false;
    struct size size = target_size(loading->request);
    loading->target =
        image->orientation > 4 ? (struct size){size.height, size.width} : size;
    bool loaded = image->kind == IMAGE_PNG ? load_png(loading) : load_jpeg(loading);
    if (loaded && !loading->data->bytes.length) {
        *loading->failure =
            (struct failure){DIAG_PICTURE_BROKEN, "it cannot be coded anew"};
        return false;
    }
    return loaded;
}

const struct image_data *image_load(struct arena *arena, const struct image *image,
                                    struct image_use use, struct position from,
                                    struct diag *diag) {
    struct arena *scratch = arena_create();
    struct failure failure;
    const struct request request = {image, use};
    struct loading loading = {.arena = arena,
                              .scratch = scratch,
                              .request = &request,
                              .data = arena_new(arena, struct image_data),
                              .failure = &failure};
    bool read = header_read_file(scratch, image->path, from, diag, &loading.bytes);
    bool loaded = read && load(&loading);
    if (loaded)
        warn_if_coarse(scratch, &request, from, diag);
    else if (read)
        tell(diag, &failure, image->path, from);
    arena_destroy(scratch);
    return loaded ? loading.data : NULL;
}
