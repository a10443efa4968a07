/* SPDX-License-Identifier: MIT */
/* The pipeline on one screen: document, text, lines, pages, sheets, pdf. */
#include "build.h"
#include "output.h"
#include "tally.h"

#include "base/nearest.h"
#include "colour/colour.h"
#include "document/document.h"
#include "font/font.h"
#include "image/image.h"
#include "pages/pages.h"
#include "pdf/pdf.h"
#include "preflight/preflight.h"
#include "sheets/sheets.h"
#include "style/style.h"

#include <string.h>

struct build {
    const struct build_options *options;
    struct arena *arena; /* of the document and the messages */
    struct diag *diag;
    const struct document *document;
    const struct style *style;
    struct font_set *fonts;
    struct image_store *images;
    struct world *press; /* NULL: no edition has asked for it yet */
    struct build_result result;
};

static struct pages_means means_of(const struct build *build,
                                   const struct world *world) {
    enum stage stage = build->options->stop_after;
    return (struct pages_means){.fonts = build->fonts,
                                .images = build->images,
                                .world = world,
                                .text = stage == STAGE_TEXT ? stdout : NULL,
                                .lines = stage == STAGE_LINES ? stdout : NULL};
}

static void tell_written(struct arena *arena, const char *path,
                         const struct sheets *sheets) {
    printf("%s: %s", path, tally_count(arena, sheets->pages->count, "page"));
    if (!sheets->plain)
        printf(" on %s", tally_count(arena, sheets->count, "side"));
    putchar('\n');
}

static struct world *open_press(struct build *build) {
    const struct print_style *print = &build->style->print;
    struct print_condition condition = {.profile = print->profile.path,
                                        .spot = print->spot.name,
                                        .limit = print->limit / 10};
    condition.inked = style_inked(build->arena, build->style, &condition.inked_count);
    return world_open(build->arena, &condition, build->diag);
}

/* The colours an edition is made in; NULL after a message. */
static const struct world *world_of(struct build *build,
                                    const struct edition *edition) {
    if (edition->kind == EDITION_HANDOUT || edition->one_colour)
        return world_grey();
    if (edition->kind != EDITION_PRESS)
        return world_screen();
    if (!build->press)
        build->press = open_press(build);
    return build->press;
}

static const struct style *style_of(const struct build *build, struct arena *arena,
                                    const struct edition *edition) {
    const struct style *style = build->style;
    if (edition->large_print)
        style = style_large(arena, style);
    return edition->one_colour ? style_one_colour(arena, style) : style;
}

/* What goes to a press is read again, as the shop will. */
static bool is_fit(struct build *build, struct arena *arena,
                   const struct edition *edition, const char *path) {
    size_t errors =
        diag_count(build->diag, DIAG_ERROR) + diag_count(build->diag, DIAG_WORLD);
    if (edition->kind == EDITION_PRESS)
        preflight_run(arena, path, build->style->print.limit / 10, build->diag);
    return diag_count(build->diag, DIAG_ERROR) + diag_count(build->diag, DIAG_WORLD) ==
           errors;
}

static void write_edition(struct build *build, struct arena *arena,
                          const struct edition *edition, const struct sheets *sheets) {
    struct build_result *result = &build->result;
    const char *path =
        output_path(build->arena, build->options->output, edition->name, build->diag);
    if (!path ||
        !pdf_write(arena, path, sheets, world_of(build, edition), build->diag) ||
        !is_fit(build, arena, edition, path))
        return;
    result->written[result->written_count++] = path;
    result->pages += sheets->pages->count;
    if (!build->options->silent)
        tell_written(build->arena, path, sheets);
}

/* Pages and the look they were set in; an error leaves no pages. */
struct layout {
    const struct pages *pages;
    const struct style *style;
};

static struct layout lay_out(struct build *build, struct arena *arena,
                             const struct edition *edition, const struct style *style,
                             struct diag *diag) {
    size_t errors = diag_count(diag, DIAG_ERROR);
    const struct pages *pages =
        pages_lay_out(arena, build->document, edition, style,
                      means_of(build, world_of(build, edition)), diag);
    return (struct layout){diag_count(diag, DIAG_ERROR) == errors ? pages : NULL,
                           style};
}

/* What a booklet sets on half a sheet, unless it has been told of pages: whatever has no room
   there is smaller on those of the report. */
static struct layout try_half(struct build *build, struct arena *arena,
                              const struct edition *edition, const struct style *half) {
    struct diag *trial = diag_new(build->arena);
    struct layout layout = lay_out(build, arena, edition, half, trial);
    if (layout.pages) {
        diag_take(build->diag, trial);
        return layout;
    }
    layout = lay_out(build, arena, edition, build->style, build->diag);
    if (layout.pages)
        diag_add(build->diag, DIAG_BOOKLET_SHRUNK, edition->position,
                 tally_count(build->arena, diag_count(trial, DIAG_ERROR), "error"),
                 NULL);
    return layout;
}

static struct layout lay_out_edition(struct build *build, struct arena *arena,
                                     const struct edition *edition) {
    const struct booklet *booklet = &edition->booklet;
    if (edition->kind != EDITION_BOOKLET)
        return lay_out(build, arena, edition, style_of(build, arena, edition),
                       build->diag);
    const struct style *style =
        style_resize(arena, build->style, booklet->page.width, booklet->page.height);
    if (!style && booklet->page_given) {
        diag_add(build->diag, DIAG_BOOKLET_PAGE, edition->position, edition->name,
                 NULL);
        return (struct layout){NULL, NULL};
    }
    if (style && !booklet->page_given)
        return try_half(build, arena, edition, style);
    return lay_out(build, arena, edition, style ? style : build->style, build->diag);
}

/* What is made of the pages of an edition that has no error. */
static void finish_edition(struct build *build, struct arena *arena,
                           const struct edition *edition, const struct layout *layout) {
    enum stage stage = build->options->stop_after;
    const struct sheets *sheets =
        sheets_impose(arena, layout->pages, edition, layout->style, build->diag);
    if (!sheets)
        return;
    if (stage == STAGE_PDF)
        write_edition(build, arena, edition, sheets);
    else if (stage == STAGE_SHEETS)
        sheets_dump(sheets, stdout);
    else if (stage == STAGE_PAGES && !build->options->silent)
        pages_dump(layout->pages, stdout);
}

/* An edition with an error is not written; the file that was there stays. */
static void build_edition(struct build *build, const struct edition *edition) {
    if (!world_of(build, edition))
        return;
    struct arena *arena = arena_create();
    struct layout layout = lay_out_edition(build, arena, edition);
    if (layout.pages)
        finish_edition(build, arena, edition, &layout);
    arena_destroy(arena);
}

static bool is_chosen(const struct build_options *options,
                      const struct edition *edition) {
    for (size_t i = 0; i < options->edition_count; i++)
        if (!strcmp(options->editions[i], edition->name))
            return true;
    return options->edition_count == 0 && !edition->unlisted;
}

/* Whether the command line asks for something this document can give. */
static bool check_options(struct build *build) {
    const struct document *document = build->document;
    const struct build_options *options = build->options;
    const char **names =
        arena_array(build->arena, const char *, document->edition_count);
    size_t chosen = 0;
    for (size_t i = 0; i < document->edition_count; i++) {
        names[i] = document->editions[i].name;
        chosen += is_chosen(options, &document->editions[i]);
    }
    for (size_t i = 0; i < options->edition_count; i++)
        if (!document_find_edition(document, options->editions[i])) {
            diag_add(
                build->diag, DIAG_USAGE_EDITION, diag_nowhere(), options->editions[i],
                nearest_word(options->editions[i], names, document->edition_count));
            return false;
        }
    if (chosen > 1 && output_is_file(options->output)) {
        diag_add(build->diag, DIAG_USAGE_ONE_FILE, diag_nowhere(),
                 arena_printf(build->arena, "%zu", chosen), options->output);
        return false;
    }
    return true;
}

static void build_editions(struct build *build) {
    build->fonts = font_set_open(build->arena, build->diag);
    build->images = image_store_new(build->arena);
    if (!build->fonts)
        return;
    font_set_add(build->fonts, build->style->fonts);
    build->result.written =
        arena_array(build->arena, const char *, build->document->edition_count);
    for (size_t i = 0; i < build->document->edition_count; i++)
        if (is_chosen(build->options, &build->document->editions[i]))
            build_edition(build, &build->document->editions[i]);
    if (build->press)
        world_close(build->press);
    font_set_close(build->fonts);
}

static enum exit_status run_stages(struct build *build) {
    build->document = document_read(build->arena, build->options->input, build->diag);
    if (!build->document)
        return EXIT_WORLD;
    if (build->options->stop_after == STAGE_DOCUMENT)
        document_dump(build->document, stdout);
    else
        build->style = style_read(build->arena, build->document->folder, build->diag);
    if (build->style && !diag_count(build->diag, DIAG_ERROR)) {
        if (!check_options(build))
            return EXIT_USAGE;
        build_editions(build);
    }
    if (diag_count(build->diag, DIAG_WORLD))
        return EXIT_WORLD;
    return diag_count(build->diag, DIAG_ERROR) ? EXIT_CONTENT : EXIT_DONE;
}

struct build_result build_run(struct arena *arena,
                              const struct build_options *options) {
    struct build build = {.options = options, .arena = arena, .diag = diag_new(arena)};
    build.result.status = run_stages(&build);
    diag_print(build.diag, stderr);
    build.result.errors = diag_count_printed(build.diag, DIAG_ERROR) +
                          diag_count_printed(build.diag, DIAG_WORLD);
    build.result.warnings = diag_count_printed(build.diag, DIAG_WARNING);
    return build.result;
}
