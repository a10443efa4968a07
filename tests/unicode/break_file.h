/* SPDX-License-Identifier: MIT */
/* LineBreakTest.txt and GraphemeBreakTest.txt: samples with the places of their breaks. */
#ifndef UNICODE_BREAK_FILE_H
#define UNICODE_BREAK_FILE_H

#include "text/internal.h"
#include "unicode/data.h"

struct break_file {
    uint8_t flag; /* what stands for a break */
    bool skips_start; /* the start of the text is not compared */
    const char *const *excepted; /* samples where ours differ from the file */
    size_t excepted_count;

    size_t cases, failed, differing; /* results; `differing` are excepted ones */
};

static inline bool break_is_excepted(const struct break_file *file,
                                     struct slice sample) {
    for (size_t i = 0; i < file->excepted_count; i++)
        if (slice_is(sample, file->excepted[i]))
            return true;
    return false;
}

/* The sample's characters and, before each and at the end, whether it breaks. */
static inline void break_parse(struct slice sample, struct data_text *text,
                               bool breaks[DATA_MOST + 1]) {
    for (struct slice word; data_word(&sample, &word);) {
        if (slice_is(word, "\xC3\xB7")) /* the division sign */
            breaks[text->count] = true;
        else if (!slice_is(word, "\xC3\x97")) /* the multiplication sign */
            data_add(text, (uint32_t)data_number(word, 16));
    }
}

static inline void break_check(struct break_file *file, struct boundary_finder *finder,
                               struct arena *arena, struct slice sample) {
    struct data_text text = {.bytes.arena = arena};
    bool breaks[DATA_MOST + 1] = {false}, holds = true;
    break_parse(sample, &text, breaks);
    uint8_t *flags =
        boundaries_find_untailored(finder, arena, buffer_slice(&text.bytes));
    for (size_t i = file->skips_start; i <= text.count; i++)
        holds &= ((flags[text.offsets[i]] & file->flag) != 0) == breaks[i];
    file->cases++;
    if (break_is_excepted(file, sample))
        file->differing += !holds;
    else if (!holds && file->failed++ < 40)
        printf("# \"%.*s\",\n", (int)sample.length, sample.data);
}

static inline void break_check_file(struct break_file *file, const char *path) {
    struct arena *arena = arena_create(), *scratch = arena_create();
    struct boundary_finder *finder = boundary_finder_open(arena);
    struct slice text = data_read(arena, path), line;
    while (data_line(&text, &line)) {
        struct slice sample = data_field(&line, '#');
        while (sample.length && sample.data[sample.length - 1] <= ' ' &&
               sample.data[sample.length - 1] > 0)
            sample.length--;
        if (sample.length)
            break_check(file, finder, scratch, sample);
        arena_reset(scratch);
    }
    printf("# %zu samples\n", file->cases);
    boundary_finder_close(finder);
    arena_destroy(scratch);
    arena_destroy(arena);
}

#endif
