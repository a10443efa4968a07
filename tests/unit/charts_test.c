/* SPDX-License-Identifier: MIT */
/* Charts of generated data, in both directions and in any width: no label lies on another, on
   a bar, on a line, or leaves the drawing; and a chart read from the right is the mirror
   image of the same read from the left. Letters are taken to reach 0.66 em above the baseline
   and 0.2 em below it, as in frame.h. */
#include "base/buffer.h"
#include "chart/internal.h"
#include "setting.h"

#include <stdlib.h>

enum { CHARTS = 1000, ROWS_MOST = 40, ROUNDING = 60 };

static unsigned seed;

static unsigned random_below(unsigned below) {
    seed = seed * 1103515245u + 12345u;
    return (seed >> 16 & 0x7FFF) % below;
}

/* --- data ---------------------------------------------------------------------------------- */

/* What the numbers of a set are like. */
enum likeness {
    LIKE_SMALL,
    LIKE_NEGATIVE,
    LIKE_BOTH,
    LIKE_EQUAL,
    LIKE_ZERO,
    LIKE_MISSING,
    LIKE_EXTREME,
    LIKE_SPARSE, /* some missing */
    LIKENESSES
};

/* One, a few, or many. */
static size_t random_rows(void) {
    return random_below(4) ? 1 + random_below(12) : 1 + random_below(ROWS_MOST);
}

static int64_t random_number(enum likeness likeness) {
    int64_t small = random_below(1000);
    switch (likeness) {
    case LIKE_NEGATIVE:
        return -small - 1;
    case LIKE_BOTH:
        return small - 500;
    case LIKE_EQUAL:
        return 7;
    case LIKE_ZERO:
    case LIKE_MISSING:
        return 0;
    case LIKE_EXTREME: {
        int64_t number = 1;
        for (unsigned i = random_below(13); i; i--)
            number *= 10;
        return random_below(2) ? number : -number;
    }
    default:
        return small;
    }
}

/* What draws, and an arena for one drawing. */
struct bench {
    struct setting setting;
    struct arena *scratch;
};

static void bench_open(struct bench *bench) {
    setting_open(&bench->setting, "Noto Naskh Arabic");
    bench->scratch = arena_create();
}

static void bench_close(struct bench *bench) {
    arena_destroy(bench->scratch);
    setting_close(&bench->setting);
}

static struct paragraph words(const char *text, const char *language) {
    return (struct paragraph){.text = slice_of(text),
                              .language = language,
                              .direction = locale_direction(language)};
}

static const char *random_name(struct bench *bench, bool arabic) {
    static const char *const parts[2][6] = {
        {"Basra", "of", "Governorate", "and", "Internationalisation", "Q"},
        {"البصرة", "في", "محافظة", "والمحافظات", "القادسية", "ق"}};
    struct buffer name = {.arena = bench->setting.arena};
    for (unsigned i = 1 + random_below(1 + random_below(9)); i; i--) {
        buffer_add_string(&name, name.length ? " " : "");
        buffer_add_string(&name, parts[arabic][random_below(6)]);
    }
    buffer_add_char(&name, '\0');
    return name.data;
}

static struct chart_value random_value(struct bench *bench, const struct chart *chart,
                                       enum likeness likeness) {
    struct decimal decimal = {.percent = chart->percent};
    struct chart_value value = {.number = random_number(likeness)};
    value.known =
        likeness != LIKE_MISSING && !(likeness == LIKE_SPARSE && random_below(3));
    snprintf(decimal.digits, sizeof decimal.digits, "%0*lld", chart->decimals % 3 + 1,
             (long long)llabs(value.number));
    decimal.decimals = (uint8_t)chart->decimals;
    decimal.sign = value.number < 0 ? '-' : '\0';
    value.doubt = random_below(4) ? DOUBT_NONE : (enum chart_doubt)random_below(DOUBTS);
    value.label = words(
        value.known ? locale_decimal(bench->setting.arena, &decimal, chart->digits)
                    : locale_term(chart->language, TERM_NO_DATA),
        chart->language);
    return value;
}

static void add_references(struct bench *bench, struct chart *chart,
                           enum likeness likeness) {
    chart->reference_count = 1 + random_below(CHART_REFERENCES);
    struct chart_reference *references = arena_array(
        bench->setting.arena, struct chart_reference, chart->reference_count);
    for (size_t i = 0; i < chart->reference_count; i++)
        references[i] = (struct chart_reference){
            random_number(likeness),
            words(random_name(bench, chart->direction == DIRECTION_RTL),
                  chart->language)};
    chart->references = references;
}

static struct chart *random_chart(struct bench *bench, bool arabic,
                                  enum likeness likeness, size_t rows, size_t series) {
    struct chart *chart = arena_new(bench->setting.arena, struct chart);
    const char *language = arabic ? "ar" : "en";
    struct paragraph *names = arena_array(bench->setting.arena, struct paragraph, rows);
    struct paragraph *titles =
        arena_array(bench->setting.arena, struct paragraph, series);
    struct chart_value *values =
        arena_array(bench->setting.arena, struct chart_value, rows * series);
    *chart = (struct chart){
        .language = language,
        .direction = locale_direction(language),
        .digits = locale_digits(language),
        .names = names,
        .titles = titles,
        .values = values,
        .row_count = rows,
        .series_count = series,
        .decimals = (int)random_below(3),
        .percent = random_below(4) == 0,
        .words = (enum number_words)random_below(3),
        .unit = random_below(3) ? "" : "km",
        .outlines = {OUTLINE_SOLID, OUTLINE_SOLID, OUTLINE_DASHED, OUTLINE_DOTTED},
        .marked_row = random_below(2) ? random_below(9) : 0};
    for (size_t i = 0; i < rows; i++)
        names[i] = words(random_name(bench, arabic), language);
    for (size_t i = 0; i < series; i++)
        titles[i] = words(random_name(bench, arabic), language);
    for (size_t i = 0; i < rows * series; i++)
        values[i] = random_value(bench, chart, likeness);
    if (random_below(3) == 0)
        add_references(bench, chart, likeness);
    return chart;
}

static const struct drawing *draw(struct bench *bench, const struct chart *chart,
                                  length width) {
    return chart_draw(chart,
                      (struct chart_means){.arena = bench->setting.arena,
                                           .scratch = bench->scratch,
                                           .typesetter = bench->setting.typesetter,
                                           .diag = bench->setting.diag},
                      width);
}

/* --- what must be true ------------------------------------------------------------------------ */

static bool boxes_meet(struct box a, struct box b) {
    return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

static struct box label_box(const struct drawing_label *label) {
    length size = label->text->run_count ? label->text->runs[0].size : 0;
    return (struct box){label->x + 100, label->y - size * 66 / 100,
                        label->x + label->line->width - 100, label->y + size / 5};
}

static bool leaves(const struct drawing *drawing, struct box box) {
    return box.x0 < -ROUNDING || box.x1 > drawing->width + ROUNDING || box.y0 < 0 ||
           box.y1 > drawing->height;
}

/* Whether a straight piece of a path of this weight goes through a box: looked at every half
   point. */
static bool passes(const struct path *path, struct box box) {
    length half = path->weight / 2;
    struct box wide = {box.x0 - half, box.y0 - half, box.x1 + half, box.y1 + half};
    for (size_t i = 0; i < path->count; i++) {
        struct point to = path->points[i], from = i ? path->points[i - 1] : to;
        if (to.starts)
            from = to;
        length across = abs(to.x - from.x), down = abs(to.y - from.y);
        int steps = (across > down ? across : down) / PT(0.5) + 1;
        for (int n = 0; n <= steps; n++) {
            int64_t x = from.x + (int64_t)(to.x - from.x) * n / steps;
            int64_t y = from.y + (int64_t)(to.y - from.y) * n / steps;
            if (x > wide.x0 && x < wide.x1 && y > wide.y0 && y < wide.y1)
                return true;
        }
    }
    return false;
}

/* A band is so pale that letters may stand across its edge. */
static bool is_band(const struct drawing_mark *mark) {
    return mark->kind == MARK_RECTANGLE &&
           mark->as.rectangle.colour == style_default()->colours.sand;
}

static bool meets(const struct drawing_mark *mark, struct box box) {
    if (is_band(mark))
        return false;
    switch (mark->kind) {
    case MARK_LABEL:
        return boxes_meet(box, label_box(&mark->as.label));
    case MARK_RECTANGLE:
        return boxes_meet(box, mark->as.rectangle.box);
    case MARK_PATH:
        return passes(&mark->as.path, box);
    }
    return false;
}

static bool is_ground(const struct drawing_mark *mark, struct box box) {
    const struct box *ground = &mark->as.rectangle.box;
    return mark->kind == MARK_RECTANGLE && !is_band(mark) && ground->x0 <= box.x0 &&
           ground->x1 >= box.x1 && ground->y0 <= box.y0 && ground->y1 >= box.y1;
}

/* What is painted over is not seen: all that is before the ground a label stands on. */
static size_t find_ground(const struct drawing *drawing, size_t label, struct box box) {
    for (size_t i = label; i-- > 0;)
        if (is_ground(&drawing->marks[i], box))
            return i + 1;
    return 0;
}

struct faults {
    size_t labels, collisions, overflows;
};

static void count_faults(const struct drawing *drawing, struct faults *faults) {
    for (size_t i = 0; i < drawing->count; i++) {
        const struct drawing_mark *mark = &drawing->marks[i];
        if (mark->kind == MARK_RECTANGLE)
            faults->overflows += leaves(drawing, mark->as.rectangle.box);
        if (mark->kind != MARK_LABEL)
            continue;
        struct box box = label_box(&mark->as.label);
        faults->labels++;
        faults->overflows += leaves(drawing, box);
        for (size_t n = find_ground(drawing, i, box); n < drawing->count; n++)
            faults->collisions += n != i && meets(&drawing->marks[n], box);
    }
}

/* --- generated charts ------------------------------------------------------------------------- */

/* --- what is written into them ------------------------------------------------------------------ */

static struct paragraph random_words(struct bench *bench, const struct chart *chart) {
    return words(random_name(bench, chart->direction == DIRECTION_RTL),
                 chart->language);
}

static struct chart_band random_band(struct bench *bench, const struct chart *chart,
                                     enum likeness likeness) {
    unsigned rows = (unsigned)chart->row_count;
    int64_t low = random_number(likeness);
    struct chart_band band = {.timed = chart->kind == CHART_LINES && random_below(3),
                              .has_low = random_below(4) > 0,
                              .low = low,
                              .high = low + 1 + random_below(100),
                              .first = random_below(rows)};
    band.last = band.first + random_below(rows - (unsigned)band.first);
    band.has_high = !band.has_low || random_below(2);
    band.label = random_words(bench, chart);
    return band;
}

static void add_bands(struct bench *bench, struct chart *chart,
                      enum likeness likeness) {
    struct chart_band *bands =
        arena_array(bench->setting.arena, struct chart_band, CHART_BANDS);
    chart->bands = bands;
    for (size_t n = 1 + random_below(CHART_BANDS); chart->band_count < n;)
        bands[chart->band_count++] = random_band(bench, chart, likeness);
}

/* Of lines only where there is a value. */
static void add_annotations(struct bench *bench, struct chart *chart) {
    struct chart_annotation *annotations =
        arena_array(bench->setting.arena, struct chart_annotation, CHART_ANNOTATIONS);
    chart->annotations = annotations;
    for (size_t n = 1 + random_below(CHART_ANNOTATIONS); n; n--) {
        size_t row = random_below((unsigned)chart->row_count);
        size_t series = random_below((unsigned)chart->series_count);
        if (chart->kind != CHART_LINES ||
            chart->values[row * chart->series_count + series].known)
            annotations[chart->annotation_count++] =
                (struct chart_annotation){row, series, random_words(bench, chart)};
    }
}

/* Each row once. */
static void add_said(struct bench *bench, struct chart *chart) {
    size_t *said = arena_array(bench->setting.arena, size_t, CHART_SAID);
    size_t step = 1 + random_below(9);
    chart->said = said;
    for (size_t row = random_below((unsigned)chart->row_count);
         row < chart->row_count && chart->said_count < CHART_SAID; row += step)
        said[chart->said_count++] = row;
}

static void add_notes(struct bench *bench, struct chart *chart,
                      enum likeness likeness) {
    if (random_below(3) == 0)
        add_bands(bench, chart, likeness);
    if (random_below(3) == 0)
        add_annotations(bench, chart);
    if (chart->kind == CHART_LINES && random_below(3) == 0)
        add_said(bench, chart);
}

/* How the charts of a test differ from others. */
struct variety {
    enum chart_kind kind;
    size_t series_most;
    bool upright, stacked;
    bool panels;
};

/* Years, some of them left out. */
static void add_years(struct bench *bench, struct chart *chart) {
    struct arena *arena = bench->setting.arena;
    int64_t *places = arena_array(arena, int64_t, chart->row_count);
    struct paragraph *names = arena_array(arena, struct paragraph, chart->row_count);
    int64_t year = 1900 + random_below(80);
    for (size_t i = 0; i < chart->row_count; i++) {
        places[i] = year;
        names[i] =
            words(locale_number(arena, (uint32_t)year, chart->digits), chart->language);
        year += 1 + random_below(4) / 3 * 3;
    }
    chart->places = places;
    chart->names = names;
    chart->axis.inverted = random_below(3) == 0;
    chart->time_ltr = random_below(3) == 0;
}

/* Texts instead of years, as far apart as one from the next. */
static void add_periods(struct bench *bench, struct chart *chart) {
    int64_t *places = arena_array(bench->setting.arena, int64_t, chart->row_count);
    for (size_t i = 0; i < chart->row_count; i++)
        places[i] = (int64_t)i;
    chart->places = places;
}

static void add_limits(struct bench *bench, struct chart *chart) {
    int64_t *limits = arena_array(bench->setting.arena, int64_t, CHART_LIMITS);
    int64_t limit = (int64_t)random_below(400) - 200;
    chart->limits = limits;
    for (size_t n = random_below(CHART_LIMITS + 1); chart->limit_count < n;
         limit += 1 + random_below(200))
        limits[chart->limit_count++] = limit;
    chart->reference_count = 0;
}

/* Some have no row, and some are so small that their words have no room. */
static void add_tiles(struct bench *bench, struct chart *chart) {
    size_t count = chart->row_count + random_below(4);
    struct chart_tile *tiles =
        arena_array(bench->setting.arena, struct chart_tile, count);
    chart->tile_columns = 1 + random_below(9);
    chart->tile_rows = (count - 1) / chart->tile_columns + 1;
    chart->tiles = tiles;
    chart->tile_count = count;
    for (size_t i = 0; i < count; i++) {
        bool named = i < chart->row_count;
        tiles[i] = (struct chart_tile){.row = i / chart->tile_columns,
                                       .column = i % chart->tile_columns,
                                       .of = named ? i : chart->row_count,
                                       .name = named ? chart->names[i]
                                                     : random_words(bench, chart)};
    }
}

static void vary(struct bench *bench, struct chart *chart,
                 const struct variety *variety) {
    if (variety->kind == CHART_LINES)
        (random_below(3) ? add_years : add_periods)(bench, chart);
    chart->kind = variety->kind;
    chart->upright = variety->upright;
    chart->stacked = variety->stacked;
    chart->panels = variety->panels;
    chart->own_scales = random_below(2);
    if (variety->panels)
        chart->reference_count = 0;
    if (variety->kind == CHART_HEAT || variety->kind == CHART_TILES)
        add_limits(bench, chart);
    if (variety->kind == CHART_TILES)
        add_tiles(bench, chart);
    struct chart_value *values = (struct chart_value *)(uintptr_t)chart->values;
    for (size_t i = 0; i < chart->row_count * chart->series_count; i++)
        if (variety->stacked && values[i].number < 0)
            values[i].number = -values[i].number;
}

static void check_chart(struct bench *bench, unsigned index,
                        const struct variety *variety, struct faults *all) {
    struct faults faults = {0};
    seed = index + 1;
    size_t rows = random_rows();
    struct chart *chart =
        random_chart(bench, index % 2, (enum likeness)(index / 2 % LIKENESSES), rows,
                     variety->kind == CHART_DUMBBELLS
                         ? 2
                         : 1 + random_below((unsigned)variety->series_most));
    vary(bench, chart, variety);
    if (!chart->panels && !chart->limits)
        add_notes(bench, chart, (enum likeness)(index / 2 % LIKENESSES));
    count_faults(draw(bench, chart, PT(120) + (length)random_below(370) * 1000),
                 &faults);
    if (faults.collisions || faults.overflows)
        fprintf(stderr, "chart %u: %zu collisions, %zu overflows\n", index,
                faults.collisions, faults.overflows);
    all->labels += faults.labels;
    all->collisions += faults.collisions;
    all->overflows += faults.overflows;
    arena_reset(bench->scratch);
}

static void check_charts(struct variety variety) {
    struct bench bench;
    struct faults all = {0};
    bench_open(&bench);
    for (unsigned i = 0; i < CHARTS; i++)
        check_chart(&bench, i, &variety, &all);
    EXPECT_INTEGER(all.collisions, 0);
    EXPECT_INTEGER(all.overflows, 0);
    EXPECT(all.labels > CHARTS * 8);
    bench_close(&bench);
}

static void lying_bars_are_clear(void) {
    check_charts((struct variety){.kind = CHART_BARS, .series_most = 1});
}

static void lying_groups_are_clear(void) {
    check_charts((struct variety){.kind = CHART_BARS, .series_most = CHART_SERIES});
}

static void lying_stacks_are_clear(void) {
    check_charts((struct variety){
        .kind = CHART_BARS, .series_most = CHART_SERIES, .stacked = true});
}

static void upright_bars_are_clear(void) {
    check_charts(
        (struct variety){.kind = CHART_BARS, .series_most = 1, .upright = true});
}

static void upright_groups_are_clear(void) {
    check_charts((struct variety){
        .kind = CHART_BARS, .series_most = CHART_SERIES, .upright = true});
}

static void upright_stacks_are_clear(void) {
    check_charts((struct variety){.kind = CHART_BARS,
                                  .series_most = CHART_SERIES,
                                  .upright = true,
                                  .stacked = true});
}

static void single_lines_are_clear(void) {
    check_charts((struct variety){.kind = CHART_LINES, .series_most = 1});
}

static void several_lines_are_clear(void) {
    check_charts((struct variety){.kind = CHART_LINES, .series_most = CHART_SERIES});
}

static void single_dots_are_clear(void) {
    check_charts((struct variety){.kind = CHART_DOTS, .series_most = 1});
}

static void several_dots_are_clear(void) {
    check_charts((struct variety){.kind = CHART_DOTS, .series_most = CHART_SERIES});
}

static void heat_tables_are_clear(void) {
    check_charts((struct variety){.kind = CHART_HEAT, .series_most = CHART_PANELS});
}

static void tile_maps_are_clear(void) {
    check_charts((struct variety){.kind = CHART_TILES, .series_most = 1});
}

static void dumbbells_are_clear(void) {
    check_charts((struct variety){.kind = CHART_DUMBBELLS, .series_most = 2});
}

static void panels_of_bars_are_clear(void) {
    check_charts(
        (struct variety){.kind = CHART_BARS, .series_most = 9, .panels = true});
}

static void panels_of_dots_are_clear(void) {
    check_charts(
        (struct variety){.kind = CHART_DOTS, .series_most = 9, .panels = true});
}

static void panels_of_lines_are_clear(void) {
    check_charts(
        (struct variety){.kind = CHART_LINES, .series_most = 9, .panels = true});
}

/* Each of them is on a line. */
static void draw_ten_thousand(size_t series, bool panels) {
    struct bench bench;
    bench_open(&bench);
    seed = 5;
    struct chart *chart = random_chart(&bench, true, LIKE_BOTH, 10000 / series, series);
    chart->reference_count = 0;
    chart->kind = CHART_LINES;
    chart->panels = panels;
    add_periods(&bench, chart);
    const struct drawing *drawing = draw(&bench, chart, PT(361));
    size_t points = 0;
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->marks[i].kind == MARK_PATH)
            points += drawing->marks[i].as.path.count;
    EXPECT(points >= 10000);
    struct faults faults = {0};
    count_faults(drawing, &faults);
    EXPECT_INTEGER(faults.collisions, 0);
    EXPECT_INTEGER(faults.overflows, 0);
    bench_close(&bench);
}

static void ten_thousand_points_are_drawn(void) {
    draw_ten_thousand(1, /*panels*/ false);
    draw_ten_thousand(5, /*panels*/ true);
}

/* --- patterns --------------------------------------------------------------------------------- */

/* How black a colour is without its hue [1/1000]. */
static int64_t blackness(uint32_t colour) {
    int64_t grey =
        299 * (colour >> 16 & 255) + 587 * (colour >> 8 & 255) + 114 * (colour & 255);
    return 1000 - grey / 255;
}

/* Of twice what the straight pieces from one start to the next enclose. */
static int64_t area(const struct path *path) {
    int64_t sum = 0, twice = 0;
    size_t first = 0;
    for (size_t i = 0; i < path->count; i++) {
        bool last = i + 1 == path->count || path->points[i + 1].starts;
        const struct point *a = &path->points[i],
                           *b = &path->points[last ? first : i + 1];
        twice += (int64_t)a->x * b->y - (int64_t)b->x * a->y;
        if (!last)
            continue;
        sum += twice < 0 ? -twice : twice;
        twice = 0;
        first = i + 1;
    }
    return sum / 2;
}

struct look {
    int64_t ink; /* [1/1000] */
    int lean; /* of its longest edge: -1, 1; 0: level; 2: it has none */
};

static int find_lean(const struct path *path) {
    int64_t longest = 0;
    int lean = 2;
    for (size_t i = 1; i < path->count && !path->weight; i++) {
        const struct point *a = &path->points[i - 1], *b = &path->points[i];
        int64_t x = b->x - a->x, y = b->y - a->y;
        if (b->starts || x * x + y * y <= longest)
            continue;
        longest = x * x + y * y;
        lean = y == 0 ? 0 : (x > 0) == (y > 0) ? 1 : -1;
    }
    return lean;
}

static struct look look_of(struct bench *bench, enum pattern pattern) {
    struct drawing drawing = {.width = PT(100)};
    struct canvas canvas = {.means = {.scratch = bench->scratch},
                            .style = style_default(),
                            .drawing = &drawing};
    struct look look = {0, 2};
    int64_t ink = 0, whole = (int64_t)PT(100) * PT(100);
    canvas_fill(&canvas, (struct box){0, 0, PT(100), PT(100)}, pattern);
    for (size_t i = 0; i < drawing.count; i++) {
        const struct drawing_mark *mark = &drawing.marks[i];
        const struct path *path = &mark->as.path;
        if (mark->kind == MARK_RECTANGLE && drawing.count == 1)
            ink = whole * blackness(mark->as.rectangle.colour);
        if (mark->kind != MARK_PATH)
            continue; /* an outline, which all that have one share */
        int64_t dot = (int64_t)path->weight * path->weight * 785 / 1000;
        ink += (path->weight ? (int64_t)path->count * dot : area(path)) *
               blackness(path->colour);
        look.lean = find_lean(path);
    }
    look.ink = ink / whole;
    return look;
}

static void patterns_differ_in_ink_or_in_direction(void) {
    struct bench bench;
    bench_open(&bench);
    for (enum pattern a = 0; a < PATTERNS; a++)
        for (enum pattern b = a + 1; b < PATTERNS; b++) {
            struct look one = look_of(&bench, a), other = look_of(&bench, b);
            EXPECT(llabs(one.ink - other.ink) >= 150 || one.lean != other.lean);
        }
    EXPECT_INTEGER(look_of(&bench, PATTERN_RISING).lean, -1); /* y grows down */
    EXPECT_INTEGER(look_of(&bench, PATTERN_FALLING).lean, 1);
    bench_close(&bench);
}

static void steps_differ_in_ink_and_letters_stand_out(void) {
    for (size_t count = 0; count <= CHART_LIMITS; count++) {
        struct chart chart = {.limit_count = count};
        struct canvas canvas = {.chart = &chart, .style = style_default()};
        for (size_t step = 0; step <= count; step++) {
            uint32_t colour = step_colour(&canvas, step);
            EXPECT(colour_contrast(colour, step_ink(&canvas, step)) >= 4.5);
            EXPECT(!step ||
                   blackness(colour) >= blackness(step_colour(&canvas, step - 1)) + 60);
        }
    }
}

/* Left edges of the grounds of two squares, the one west of the other. */
static void find_squares(const struct drawing *drawing, length edges[2]) {
    size_t found = 0;
    for (size_t i = 0; i < drawing->count && found < 2; i++)
        if (drawing->marks[i].kind == MARK_RECTANGLE)
            edges[found++] = drawing->marks[i].as.rectangle.box.x0;
    EXPECT_INTEGER((long long)found, 2);
}

static void squares_stay_where_they_are_in_any_direction(void) {
    struct bench bench;
    bench_open(&bench);
    for (int arabic = 0; arabic < 2; arabic++) {
        length edges[2] = {0, 0};
        struct chart *chart = random_chart(&bench, arabic, LIKE_EQUAL, 2, 1);
        struct chart_tile tiles[2] = {{.of = 0}, {.of = 1, .column = 1}};
        chart->kind = CHART_TILES;
        chart->reference_count = chart->marked_row = 0;
        chart->tiles = tiles;
        chart->tile_count = chart->tile_columns = 2;
        chart->tile_rows = 1;
        find_squares(draw(&bench, chart, PT(300)), edges);
        EXPECT(edges[0] < edges[1]);
    }
    bench_close(&bench);
}

/* A label moved onto the one before it, and one moved past the edge. */
static void what_is_spoilt_is_found(void) {
    struct bench bench;
    bench_open(&bench);
    seed = 2;
    struct chart *chart = random_chart(&bench, false, LIKE_SMALL, 4, 1);
    chart->unit = "";
    const struct drawing *drawing = draw(&bench, chart, PT(300));
    struct drawing_label *labels[2] = {NULL, NULL};
    for (size_t i = 0; i < drawing->count; i++)
        if (drawing->marks[i].kind == MARK_LABEL) {
            labels[0] = labels[1];
            labels[1] = &drawing->marks[i].as.label;
        }
    struct faults faults = {0};
    labels[1]->x = labels[0]->x;
    labels[1]->y = labels[0]->y;
    count_faults(drawing, &faults);
    EXPECT(faults.collisions > 0);
    EXPECT_INTEGER(faults.overflows, 0);
    labels[1]->x = PT(299);
    count_faults(drawing, &faults);
    EXPECT(faults.overflows > 0);
    bench_close(&bench);
}

int main(void) {
    RUN(lying_bars_are_clear);
    RUN(lying_groups_are_clear);
    RUN(lying_stacks_are_clear);
    RUN(upright_bars_are_clear);
    RUN(upright_groups_are_clear);
    RUN(upright_stacks_are_clear);
    RUN(single_lines_are_clear);
    RUN(several_lines_are_clear);
    RUN(single_dots_are_clear);
    RUN(several_dots_are_clear);
    RUN(dumbbells_are_clear);
    RUN(heat_tables_are_clear);
    RUN(tile_maps_are_clear);
    RUN(steps_differ_in_ink_and_letters_stand_out);
    RUN(squares_stay_where_they_are_in_any_direction);
    RUN(panels_of_bars_are_clear);
    RUN(panels_of_dots_are_clear);
    RUN(panels_of_lines_are_clear);
    RUN(ten_thousand_points_are_drawn);
    RUN(patterns_differ_in_ink_or_in_direction);
    RUN(what_is_spoilt_is_found);
    return harness_status();
}
