/* SPDX-License-Identifier: MIT */
/* What the kinds of charts share. All is laid out as it is read from the left; a chart that
   is read from the right is turned around when it is whole. */
#ifndef CHART_INTERNAL_H
#define CHART_INTERNAL_H

#include "chart/chart.h"

/* --- canvas.c: what is drawn on --------------------------------------------------------- */

struct canvas {
    const struct chart *chart;
    struct chart_means means;
    const struct style *style;
    struct drawing *drawing;
    struct formats *formats; /* of numbers in words */
    struct drawing_label *labels; /* painted when all else is */
    size_t label_count, label_capacity;
    struct box *taken; /* where they stand */
    size_t taken_count, taken_capacity;
    bool failed; /* the world */
};

/* A text broken into lines. */
struct label {
    const struct text *text; /* NULL: nothing */
    struct lines lines;
    length width; /* of the widest line */
    length size; /* of its largest run */
    length leading;
};

struct label label_set(struct canvas *canvas, const struct paragraph *paragraph,
                       enum role role, uint32_t colour, length measure);

/* Words of the program itself. */
struct label label_write(struct canvas *canvas, const char *words, enum role role,
                         uint32_t colour, length measure);

/* How far the letters of a first line reach above its baseline, and those of a last line
   below it. */
length label_ascent(const struct label *label);
length label_descent(const struct label *label);

/* How far below the middle of a label its first baseline stands. */
length label_drop(const struct label *label);

/* From the top of the first line to the foot of the last. */
length label_height(const struct label *label);

enum stand { STAND_START, STAND_MIDDLE, STAND_END };

/* The label with its first baseline at y; x is where its lines start, have their middle or
   end. */
void canvas_label(struct canvas *canvas, const struct label *label, enum stand stand,
                  length x, length y);

/* Paints the labels, and turns what is read from the right around. */
void canvas_finish(struct canvas *canvas);

void canvas_rectangle(struct canvas *canvas, struct box box, uint32_t colour);
/* Along the inside of a box, of this weight or as thin as the box is. */
void canvas_frame(struct canvas *canvas, struct box box, length weight,
                  uint32_t colour);

void canvas_path(struct canvas *canvas, struct path path);

/* Pale lines, upright or lying, between two ends; none where a label stands. */
void canvas_grid(struct canvas *canvas, length x, length y0, length y1);
void canvas_grid_lying(struct canvas *canvas, length y, length x0, length x1);

/* The same for a dashed line that says something. */
void canvas_reference(struct canvas *canvas, length x, length y0, length y1);
void canvas_reference_lying(struct canvas *canvas, length y, length x0, length x1);

/* --- scale.c: round numbers --------------------------------------------------------------- */

/* 1, 2 or 5 times a power of ten: the least that is no less. */
int64_t scale_step(int64_t least);

/* The next such step. */
int64_t scale_next_step(int64_t step);

/* The first multiple of a step that is no less. */
int64_t scale_first(int64_t number, int64_t step);

/* How many decimals a step asks for. */
int scale_decimals(const struct canvas *canvas, int64_t step);

/* A number of the chart, with as many decimals as the step asks for. */
const char *scale_write(const struct canvas *canvas, int64_t number, int64_t step);

/* As values are written: all its decimals, but in words three digits. */
const char *scale_write_value(const struct canvas *canvas, int64_t number);

/* --- ticks.c: the numbers along an axis ---------------------------------------------------- */

/* Where numbers stand: (number - base) * rise / run from the origin. */
struct axis {
    length origin;
    int64_t base;
    int64_t rise, run; /* [1/1000 pt] for so many units; rise 0: no number but 0 */
};

length axis_place(const struct axis *axis, int64_t number);

struct tick {
    int64_t number;
    length place;
    struct label label;
};

struct ticks {
    struct tick *items;
    size_t count;
};

/* Round numbers from `low` to `high`, no nearer than `apart` and so that those written side
   by side do not meet. */
struct ticks ticks_find(struct canvas *canvas, const struct axis *axis, int64_t low,
                        int64_t high, length apart, bool upright);

/* Where a number written in a line of others begins. */
length tick_left(const struct canvas *canvas, const struct tick *tick);

/* --- fit.c: how large a scale may be ------------------------------------------------------- */

/* A number, as far from zero, and what stands beside its end. */
struct demand {
    int64_t number;
    length beside;
};

struct demands {
    struct demand *sides[2]; /* past zero; before it */
    size_t counts[2], capacity;
};

struct demands demands_new(struct arena *arena, size_t most);
void demand(struct demands *demands, int64_t number, length beside);

/* The axis on which all have room; its origin is as far from the start as is needed. */
struct axis demands_fit(const struct demands *demands, length room);

/* --- hatch.c, legend.c: patterns and what they stand for ------------------------------------- */

enum pattern {
    PATTERN_DARK,
    PATTERN_PALE,
    PATTERN_RISING, /* stripes that lean with the reading */
    PATTERN_DOTS,
    PATTERN_FALLING,
    PATTERN_LEVEL,
    PATTERN_CROSS,
    PATTERNS
};

void canvas_fill(struct canvas *canvas, struct box box, enum pattern pattern);
enum pattern series_pattern(const struct canvas *canvas, size_t series);

/* Of bars that the chart is not about. */
enum pattern muted_pattern(const struct canvas *canvas);

/* Shows in a box what stands for a series. */
void legend_bar(struct canvas *canvas, struct box box, size_t series);
void legend_line(struct canvas *canvas, struct box box, size_t series);

/* Draws a legend at the top of what `show` shows, so wide; gives its height and the air below. */
length legend_list(struct canvas *canvas, const struct paragraph *titles, size_t count,
                   length width, void (*show)(struct canvas *, struct box, size_t));

/* Draws it at the top if there are several series, what is shown so wide; gives its height and the air below. */
length legend_draw(struct canvas *canvas, length width,
                   void (*show)(struct canvas *, struct box, size_t));

/* --- place.c: where a label finds room ------------------------------------------------------ */

/* What a label may meet besides what is written. */
struct obstacles {
    struct path *lines;
    struct box *boxes;
    size_t line_count, box_count;
    struct box within; /* it stays in there */
    bool beside; /* it stands beside its point, not above or below */
    bool shapes; /* marks on the lines are shapes, not dots */
};

/* Right at the point; false if there is no room. */
bool place_near(const struct canvas *canvas, const struct obstacles *obstacles,
                struct point point, const struct label *label, struct box *box);

/* Further away, with a line that leads to it. */
bool place_far(const struct canvas *canvas, const struct obstacles *obstacles,
               struct point point, const struct label *label, struct box *box,
               struct point leader[2]);

/* --- notes.c: what is said of single values ------------------------------------------------- */

struct notes {
    struct canvas *canvas;
    struct obstacles obstacles;
    size_t line_capacity, box_capacity;
    const char **list; /* what has found no room */
    size_t count, capacity;
};

struct notes notes_open(struct canvas *canvas, struct box within);
void notes_avoid_lines(struct notes *notes, const struct path *lines, size_t count);
void notes_avoid_box(struct notes *notes, struct box box);

/* Writes a label at a point, or away from it with a line; false if there is no room. */
bool notes_write(struct notes *notes, const struct label *label, struct point point,
                 bool far);

/* Keeps what is said of a value for the list. */
void notes_postpone(struct notes *notes, size_t row, size_t series, struct slice words);

/* Writes the annotations of the chart; `find` says where a value is, by row and series. */
void notes_annotate(struct notes *notes,
                    struct point (*find)(const void *, size_t, size_t),
                    const void *where);

/* Writes below all else what has found no room. */
void notes_list(struct notes *notes);

/* --- remarks.c: what is said of numbers of the axis; labels above what is drawn -------------- */

struct shelf {
    struct canvas *canvas;
    length top, foot; /* of all labels on it */
};

/* Writes a label as high as it can stand without meeting another, its left end at x or so
   that it stays in the drawing; gives its top. */
length shelf_put(struct shelf *shelf, const struct label *label, length left);

struct remark {
    struct label label;
    int64_t number; /* where it stands */
    const struct chart_band *band; /* NULL: it is a reference */
    length top; /* of the label */
};

enum { REMARKS = (int)CHART_REFERENCES + (int)CHART_BANDS };

struct remarks {
    struct canvas *canvas;
    struct remark items[REMARKS];
    size_t count;
};

/* Those of references and of bands between numbers. */
struct remarks remarks_set(struct canvas *canvas, length measure);

/* Writes them above an axis that lies, in one line or in several where they would meet; gives
   where what is below begins. */
length remarks_write(struct remarks *remarks, const struct axis *axis, length top);

/* Paints the bands of those that have been written, across a plot; draws the references. */
void remarks_paint(const struct remarks *remarks, const struct axis *axis,
                   struct box plot);
void remarks_rule(const struct remarks *remarks, const struct axis *axis, length foot);

/* Its ground: pale enough for letters on its edge. */
void band_paint(struct canvas *canvas, struct box box);

/* --- hollow.c: uncertain numbers ------------------------------------------------------------- */

/* A shape of straight sides, its outline as this doubt has it. */
void canvas_hollow(struct canvas *canvas, struct path shape, enum chart_doubt doubt);
void canvas_hollow_disc(struct canvas *canvas, struct point middle, length across,
                        uint32_t colour, enum chart_doubt doubt);

/* A bar, filled if there is no doubt. */
void canvas_fill_value(struct canvas *canvas, struct box box, enum pattern pattern,
                       enum chart_doubt doubt);

bool chart_has_doubts(const struct chart *chart);

/* --- bars.c ------------------------------------------------------------------------------- */

/* From one number to another: from 0, or from the end of the one it is stacked on. */
struct bar {
    struct label label;
    bool known;
    int64_t from, to;
    length middle, thick; /* across the axis of numbers */
};

struct bars {
    struct canvas *canvas;
    const struct chart *chart;
    bool upright;
    bool above; /* lying ones: names stand above them, and there is no axis */
    struct label *names; /* of the rows */
    struct label *totals; /* of the rows, if stacked; else NULL */
    struct bar *bars; /* row by row, series_count each */
    struct remarks remarks;
    length *edges; /* of the rows, and the end of the last */
    length start, end, top, foot; /* of where bars stand */
    struct axis axis;
};

size_t bars_count(const struct bars *bars);

/* Sets what is written of values, in a measure; and of the rows that are stacked. */
void bars_set_values(struct bars *bars, length measure);

/* What stands at the end of bar `i`; NULL where others are stacked on it. */
const struct label *bars_end_label(const struct bars *bars, size_t i);

/* What all bars and their ends ask for, each end with so much beside it. */
struct demands bars_demand(const struct bars *bars,
                           length (*beside)(const struct bars *, const struct label *));

/* Writes what is said of single bars, at points that `find` gives. */
struct notes bars_annotate(struct bars *bars,
                           struct point (*find)(const void *, size_t, size_t));

/* Paints bars, and in those that are stacked their values where they find room. */
void bars_paint(const struct bars *bars);

void bars_draw(struct canvas *canvas);

/* --- lying.c, upright.c: where bars stand ---------------------------------------------------- */

void lying_draw(struct bars *bars);

/* False if names or values do not find room side by side; then nothing has been drawn. */
bool upright_draw(struct bars *bars);

/* --- rows.c: what stands at the start of each row ---------------------------------------------- */

/* The row the chart is about stands out. */
enum role row_role(const struct canvas *canvas, size_t row);
uint32_t row_colour(const struct canvas *canvas, size_t row);

struct names {
    struct label *labels; /* of the rows */
    length width; /* of the widest */
};

/* Names have two fifths of the width at most. */
struct names names_set(struct canvas *canvas);

/* --- shapes.c: marks of series ------------------------------------------------------------------ */

enum { SHAPE = 8000 /* across, of the widest */ };

/* The mark of a series around a point; hollow if it is in doubt. */
void canvas_shape(struct canvas *canvas, struct point middle, size_t series,
                  uint32_t colour, enum chart_doubt doubt);
uint32_t series_colour(const struct canvas *canvas, size_t series);

/* Shows it in a box. */
void legend_shape(struct canvas *canvas, struct box box, size_t series);

/* --- bounds.c: how far an axis goes that need not begin at zero ------------------------------------ */

struct bounds {
    int64_t low, high; /* round, and not the same */
    bool any; /* there is a value */
};

/* Of all values, a reference, and what the author asks for; `intervals` of them or a few
   more between round numbers. */
struct bounds bounds_find(const struct chart *chart, int64_t intervals);

/* --- dots.c -------------------------------------------------------------------------------- */

/* Dots, and dumbbells. */
void dots_draw(struct canvas *canvas);

/* --- steps.c: values shaded in steps ---------------------------------------------------------- */

/* Of a value, from 0. */
size_t step_of(const struct chart *chart, int64_t number);

/* Its ground; what is written on it. */
uint32_t step_colour(const struct canvas *canvas, size_t step);
uint32_t step_ink(const struct canvas *canvas, size_t step);

/* A ground for a value that is missing; what stands on it. */
void step_paint_missing(struct canvas *canvas, struct box box);
const char *step_missing(void);

/* Draws what each step is at the top, with what is missing if that is so or `missing`; gives
   its height and the air below. */
length steps_legend(struct canvas *canvas, bool missing);

/* --- heat.c, tilemap.c ------------------------------------------------------------------------ */

void heat_draw(struct canvas *canvas);
void tilemap_draw(struct canvas *canvas);

/* --- lines.c ------------------------------------------------------------------------------- */

/* How far lines stay from the ends of their plot, for the dots on them; the largest dot. */
enum { PLOT_EDGE = 4000, SAID_DOT = 6800 };

struct line_end {
    struct label label;
    size_t series; /* SIZE_MAX: it is of `number` */
    int64_t number;
    struct point from; /* end of the line */
    bool lost; /* there is no line */
    length top; /* of the label */
    struct path leader; /* from the line to it; empty if that is lost */
};

/* A point whose value is written. */
struct said {
    struct point point;
    size_t row, series;
};

struct plot {
    struct canvas *canvas;
    const struct chart *chart;
    length ceiling; /* above it are words on the whole */
    length start, end, top, foot; /* of where lines are */
    length left, right; /* of where values may be written */
    bool backwards; /* time runs from the end to the start */
    int64_t low, high; /* of the axis */
    struct axis axis;
    struct path *lines; /* of the series */
    struct said said[(int)CHART_SAID * (int)CHART_SERIES];
    size_t said_count;
    struct line_end ends[CHART_SERIES + REMARKS];
    size_t end_count;
    length ends_width, ends_height;
    bool ends_in_legend;
    length band_tops[CHART_BANDS]; /* of the labels of bands of time */
    struct label above[REMARKS]; /* remarks that find no room past the lines */
    size_t above_count;
};

struct path series_pen(const struct canvas *canvas, size_t series);
length plot_time(const struct plot *plot, size_t row);
struct point plot_point(const struct plot *plot, size_t row, size_t series);
/* Makes the lines of the series; paints them, and dots where one is a point alone. */
void plot_find_lines(struct plot *plot);
void plot_draw_lines(const struct plot *plot);

/* Hollow discs, so wide, over the points whose values are uncertain. */
void plot_draw_doubts(const struct plot *plot, length across);

/* A disc of the colour, so wide. */
void canvas_dot(struct canvas *canvas, struct point point, uint32_t colour,
                length weight);

/* Whether there is such a row, and the series has a value in it. */
bool plot_knows(const struct plot *plot, size_t row, size_t series);

void lines_draw(struct canvas *canvas);

/* time.c, keys.c: what is written below, and at a few points. */
void time_write(struct plot *plot);
void keys_write(struct plot *plot, struct notes *notes);

/* bands.c: writes the labels of bands of time above the plot; paints all bands; and, when all
   labels stand, rules the ends of those of time, which are seen on a photocopy too. */
void bands_write(struct plot *plot, struct shelf *shelf);
void bands_paint(const struct plot *plot);
void bands_rule(const struct plot *plot);
/* Where a band of numbers lies along the axis. */
struct box band_box(const struct chart_band *band, const struct axis *axis,
                    struct box plot, bool upright);

/* A place for the value of a point where it meets neither the first line nor what is written;
   false if there is none. */
bool plot_find_place(const struct plot *plot, struct point point,
                     const struct label *label, struct box *box);

/* ends.c: sets what is written past the lines, and finds how much room it takes; writes it. */
void ends_set(struct plot *plot);
void ends_write(struct plot *plot);

#endif
