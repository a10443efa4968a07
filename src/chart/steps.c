/* SPDX-License-Identifier: MIT */
/* Shades values in steps from pale to dark, and says which step is what. Steps differ in ink,
   so that a photocopy keeps them, and what is written on each stands out from it. */
#include "base/buffer.h"
#include "chart/internal.h"

/* Of the way from pale to dark: the first step; where the colour of bars that stand back is. */
enum { PALEST = 100, BACK = 400, WHOLE = 1000 };

/* For text that is not large (WCAG 2.2, 1.4.3). */
static const double enough = 4.5;

size_t step_of(const struct chart *chart, int64_t number) {
    size_t step = 0;
    while (step < chart->limit_count && number >= chart->limits[step])
        step++;
    return step;
}

/* --- colours --------------------------------------------------------------------------------- */

static uint32_t mix(uint32_t pale, uint32_t dark, int share, int whole) {
    uint32_t mixed = 0;
    for (int shift = 0; shift < 24; shift += 8) {
        int from = (int)(pale >> shift & 0xFF), to = (int)(dark >> shift & 0xFF);
        mixed |= (uint32_t)(from + (to - from) * share / whole) << shift;
    }
    return mixed;
}

static uint32_t shade(const struct canvas *canvas, int share) {
    const struct style *style = canvas->style;
    uint32_t back = style->chart.muted;
    return share < BACK ? mix(style->colours.sand, back, share, BACK)
                        : mix(back, style->colours.brick, share - BACK, WHOLE - BACK);
}

static bool is_light(const struct canvas *canvas, uint32_t ground) {
    const struct colours *colours = &canvas->style->colours;
    return colour_contrast(colours->ink, ground) >=
           colour_contrast(colours->paper, ground);
}

/* Between those on which dark letters stand out and those on which pale ones do are a few on
   which neither do enough: a step that would have one of them is paler. */
uint32_t step_colour(const struct canvas *canvas, size_t step) {
    const struct colours *colours = &canvas->style->colours;
    size_t last = canvas->chart->limit_count;
    int share = PALEST + (last ? (WHOLE - PALEST) * (int)step / (int)last : 0);
    for (;; share -= 10) {
        uint32_t colour = shade(canvas, share);
        if (share <= PALEST || colour_contrast(colour, is_light(canvas, colour)
                                                           ? colours->ink
                                                           : colours->paper) >= enough)
            return colour;
    }
}

uint32_t step_ink(const struct canvas *canvas, size_t step) {
    const struct colours *colours = &canvas->style->colours;
    return is_light(canvas, step_colour(canvas, step)) ? colours->ink : colours->paper;
}

/* --- what is missing ---------------------------------------------------------------------------- */

void step_paint_missing(struct canvas *canvas, struct box box) {
    length weight = canvas->style->chart.axis_rule;
    uint32_t colour = canvas->style->chart.grid;
    struct box sides[] = {{box.x0, box.y0, box.x1, box.y0 + weight},
                          {box.x0, box.y1 - weight, box.x1, box.y1},
                          {box.x0, box.y0, box.x0 + weight, box.y1},
                          {box.x1 - weight, box.y0, box.x1, box.y1}};
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        canvas_rectangle(canvas, sides[i], colour);
}

const char *step_missing(void) {
    return "\xE2\x80\x93"; /* en dash */
}

/* --- the legend ------------------------------------------------------------------------------------ */

/* So much is one in the last decimal that a limit needs. */
static int64_t find_unit(const struct chart *chart) {
    int64_t unit = 1;
    for (int i = 0; i < chart->decimals; i++, unit *= 10)
        for (size_t n = 0; n < chart->limit_count; n++)
            if (chart->limits[n] / unit % 10)
                return unit;
    return unit;
}

static const char *write_limit(const struct canvas *canvas, int64_t number) {
    return scale_write(canvas, number, find_unit(canvas->chart));
}

/* The words of the language, with a number for each pair of braces. */
static const char *fill_in(const struct canvas *canvas, enum term term, int64_t first,
                           int64_t second) {
    struct buffer out = {.arena = canvas->means.arena};
    int64_t number = first;
    for (const char *words = locale_term(canvas->chart->language, term); *words;
         words++) {
        if (*words == '}') {
            buffer_add_string(&out, write_limit(canvas, number));
            number = second;
        } else if (*words != '{') {
            buffer_add_char(&out, *words);
        }
    }
    buffer_add_char(&out, '\0');
    return out.data;
}

/* Of whole numbers the last of a step is said, of others the first of the next. */
static const char *write_step(const struct canvas *canvas, size_t step) {
    const struct chart *chart = canvas->chart;
    if (!step)
        return fill_in(canvas, TERM_STEP_UNDER, chart->limits[0], 0);
    int64_t from = chart->limits[step - 1];
    if (step == chart->limit_count)
        return fill_in(canvas, TERM_STEP_FROM, from, 0);
    int64_t to = chart->limits[step];
    if (chart->decimals > 0)
        return fill_in(canvas, TERM_STEP_TO_UNDER, from, to);
    return from + 1 == to ? write_limit(canvas, from)
                          : fill_in(canvas, TERM_STEP_TO, from, to - 1);
}

static void show_step(struct canvas *canvas, struct box box, size_t step) {
    if (step > canvas->chart->limit_count)
        step_paint_missing(canvas, box);
    else
        canvas_rectangle(canvas, box, step_colour(canvas, step));
}

/* What is said of a value that is missing; NULL if none is. */
static const struct paragraph *find_missing(const struct chart *chart) {
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        if (!chart->values[i].known)
            return &chart->values[i].label;
    return NULL;
}

length steps_legend(struct canvas *canvas, bool missing) {
    const struct chart *chart = canvas->chart;
    struct paragraph *entries =
        arena_array(canvas->means.arena, struct paragraph, CHART_LIMITS + 2);
    const struct paragraph *absent = find_missing(chart);
    size_t count = 0;
    if (!chart->limit_count)
        return 0;
    for (; count <= chart->limit_count; count++)
        entries[count] = (struct paragraph){.text = slice_of(write_step(canvas, count)),
                                            .language = chart->language,
                                            .direction = chart->direction};
    if (absent)
        entries[count++] = *absent;
    else if (missing)
        entries[count++] = (struct paragraph){
            .text = slice_of(locale_term(chart->language, TERM_NO_DATA)),
            .language = chart->language,
            .direction = chart->direction};
    return legend_list(canvas, entries, count, canvas->style->chart.swatch, show_step);
}
