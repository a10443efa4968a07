/* SPDX-License-Identifier: MIT */
/* The default theme: every value of the look the program comes with, but for the roles. */
#include "style/default.h"

/* Where spaces would pass the first [1/1000 of their own width] they are left at the second;
   a kashida is as long as the third [1/1000 em] at most; so many in a line, so many words
   apart. */
#define SPARING                                                                        \
    { 1330, 1200, 560, 2, 1 }
#define FULL                                                                           \
    { 1100, 1050, 750, 6, 0 }

/* The last resort of coverage, in the order tried. */
static const char *const fallback[] = {
    SERIF,
    AMIRI,
    SANS,
    NASKH,
    "Noto Serif Hebrew",
    "Noto Sans Hebrew",
    "Noto Sans Math",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
};

/* Urdu is read in Nastaliq, whose words slope: it needs two and a half ems from line to
   line, and has nothing but its spaces to stretch. */
static const struct language_style languages[] = {
    {.tag = "ur",
     .family = "Noto Nastaliq Urdu",
     .scale = 1100,
     .leading = 2500,
     .justified = true},
    {.tag = "he",
     .family = "Noto Serif Hebrew",
     .sans = "Noto Sans Hebrew",
     .justified = true},
};

static const struct style style =
    {
        .roles = default_roles,
        .page =
            {
                .width = 595276,
                .height = 841890,
                .binding_margin = MM(18),
                .outer_margin = MM(20),
                .column = MM(38.5),
                .gutter = MM(6),
                .text_columns = 3,
                .step = PT(7),
                .running_head = PT(42),
                .running_section = PT(52.5),
                .stamp = PT(35),
                .chapter_rule = PT(126),
                .chapter_title = PT(168),
                .first_line = PT(63),
                .last_line = PT(784),
                .folio = PT(805),
                .notice = PT(801.5),
                .rule_weight = PT(0.7),
                .chapter_rule_weight = PT(3.5),
                .indent = MM(7),
                .marker_gap = PT(4),
                .paragraph_gap = PT(7),
                .chapter_gap = PT(21),
                .notice_leading = PT(10.5),
                .float_gap = PT(21),
            },
        .note =
            {
                .space = PT(28),
                .rule_rise = PT(15),
                .rule = PT(0.4),
                .indent = MM(4),
                .gap = PT(3),
            },
        .table =
            {
                .gap = PT(10.5),
                .wide_drop = PT(31.5),
                .row = PT(14),
                .hang = MM(1.5),
                .head_rule = PT(1.2),
                .under_head_rule = PT(0.5),
                .total_rule = PT(0.5),
                .foot_rule = PT(1.2),
                .head_rule_rise = PT(13),
                .under_head = PT(6.5),
                .total_rise = PT(12),
                .foot = PT(6),
                .after_head = PT(7),
                .before_total = PT(3.5),
                .stripe_drop = PT(4),
                .after_caption = PT(7),
                .before_source = PT(7),
            },
        .figure =
            {
                .resolution = 150,
                .cap = PT(7),
                .before_caption = PT(3.5),
            },
        .timeline =
            {
                .dates = MM(26.5),
                .line = MM(30.5),
                .events = MM(36.5),
                .weight = PT(1),
                .mark = PT(7),
                .mark_rule = PT(1),
                .figure = MM(11.5),
                .figure_gap = PT(5),
                .outline = PT(0.55),
                .first = PT(28),
                .pitch = PT(42),
                .year_more = PT(7),
                .year_rise = PT(24.5),
                .year_rule = PT(0.4),
                .head_drop = PT(10.5),
                .foot = PT(6),
                .rule = PT(0.7),
            },
        .callout =
            {
                .gap = PT(21),
                .figure_drop = PT(42),
                .before_source = PT(7),
                .pad = PT(10.5),
                .around = PT(14),
                .rule = PT(3.5),
                .rule_rise = PT(7),
                .before_author = PT(7),
            },
        .chart =
            {
                .muted = 0xD3BA9B,
                .grid = 0xD8CFC1,
                .rule = PT(0.7),
                .rule_rise = PT(21),
                .before = PT(14),
                .axis_rule = PT(0.7),
                .grid_rule = PT(0.5),
                .row = PT(14),
                .bar = PT(10.5),
                .upright = PT(168),
                .panel = PT(62),
                .panel_gap = PT(18),
                .label_gap = PT(4),
                .name_gap = PT(10.5),
                .tick_gap = PT(56),
                .swatch = PT(7),
            },
        .parallel =
            {
                .gap = PT(14),
                .rule = PT(0.4),
                .rule_rise = PT(14),
                .rule_drop = PT(7),
                .colour = 0xD8CFC1,
                .brick = PT(7),
                .brick_rise = PT(1.5),
                .folio_gap = PT(7),
            },
        .contents =
            {
                .indent = MM(7),
                .folio = MM(7),
                .gap = PT(5),
                .dot = PT(0.6),
                .dot_pitch = PT(4),
                .before = PT(7),
            },
        .finding =
            {
                .title = PT(189),
                .kicker = PT(77),
                .severity = PT(42),
                .number_hang = MM(1.5),
                .number_hang_arabic = MM(1.2),
                .statement_gap = PT(21),
                .answers_gap = PT(28),
                .answers_head = PT(21),
                .answer_indent = MM(7),
                .folio = MM(18),
                .glance_first = PT(10.5),
                .glance_head = PT(28),
                .glance_number = PT(21),
                .glance_text = PT(42),
                .glance_foot = PT(14),
                .glance_kicker = PT(24.5),
                .glance_figure = PT(42),
                .glance_figure_text = PT(21),
                .glance_figure_room = PT(84),
                .glance_call = PT(28),
            },
        .recommendation =
            {
                .indent = MM(11.1),
                .when = MM(18),
                .group_gap = PT(21),
                .rise = PT(17.5),
                .foot = PT(10.5),
                .head_rule = PT(0.7),
                .row_rule = PT(0.4),
            },
        .cover =
            {
                .field_top = PT(-14),
                .field_bottom = PT(490),
                .course = PT(28),
                .joint = PT(1.5),
                .brick_min = PT(63),
                .brick_step = PT(7),
                .brick_steps = 8,
                .seed = 7,
                .open_course = 12,
                .open_stands = PT(252),
                .open_bricks = {PT(98), PT(84), PT(42)},
                .open_gaps = {PT(7), PT(24), PT(56)},
                .title = PT(567),
                .title_lines = 4,
                .title_measure = MM(83),
                .rule = PT(710.5),
                .publisher = PT(735),
                .campaign = PT(752.5),
            },
        .back =
            {
                .courses = 2,
                .blurb = PT(168),
                .measure = MM(127.5),
                .code = MM(22),
                .code_rise = PT(14),
            },
        .handout =
            {
                .margin = MM(19),
                .title = PT(63),
                .foot = PT(31.5),
                .title_gap = PT(15.5),
                .part_gap = PT(17.5),
                .head_gap = PT(14),
                .row_gap = PT(9),
                .part_rule = PT(3.5),
                .head_rule = PT(0.7),
                .row_rule = PT(0.5),
                .indent = MM(11.1),
                .code = MM(24),
                .chart_row = PT(20),
                .chart_bar = PT(13),
                .tightest = 500,
                .loosest = 1500,
                .smallest = 880,
                .largest = 1150,
                .least_type = PT(8),
            },
        .colours =
            {
                .ink = INK,
                .brick = BRICK,
                .reed = REED,
                .stone = STONE,
                .sand = 0xF3ECDF,
                .paper = 0xFFFFFF,
                .joint = 0x6E2816,
                .brick_tones = {0x9C3F24, 0xA6482B, 0x93391F, 0xA04226},
            },
        .print =
            {
                .limit = 3000,
                .spot = {.colour = COLOUR_BRICK},
                .inks =
                    {
                        .ink = {{0, 0, 0, 100}},
                        .brick = {{20, 82, 95, 12}},
                        .reed = {{78, 34, 58, 22}},
                        .stone = {{0, 0, 0, 62}},
                        .sand = {{3, 6, 12, 0}},
                        .paper = {{0, 0, 0, 0}},
                        .joint = {{30, 88, 98, 40}},
                        .brick_tones = {{{20, 82, 95, 12}},
                                        {{16, 79, 92, 9}},
                                        {{22, 84, 97, 17}},
                                        {{19, 80, 95, 11}}},
                        .chart_muted = {{12, 24, 38, 4}},
                        .chart_grid = {{0, 0, 0, 20}},
                    },
            },
        .link_use = USE(REED),
        .note_mark =
            {
                .arabic = {.scale = 620, .rise = 420},
                .latin = {.scale = 1000, .features = "sups"},
                .use = USE(BRICK),
            },
        .code_family = "Noto Sans Mono",
        .code_scale = 880,
        .fallback = {fallback, sizeof fallback / sizeof *fallback},
        .arabic_space = {.shrink = 250, .stretch = 330, .loose = 2250, .widest = 3000},
        .latin_space = {.shrink = 250, .stretch = 500, .loose = 2500, .widest = 3500},
        .protrusion = 1000,
        .hyphenation = {.dictionary = true, .before = 2, .after = 3, .shortest = 5},
        .kashida =
            {
                .use = KASHIDA_SPARING,
                .sparing = SPARING,
                .full = FULL,
            },
        .languages = {languages, sizeof languages / sizeof *languages},
};

const struct style *style_default(void) {
    return &style;
}
