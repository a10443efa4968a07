/* SPDX-License-Identifier: MIT */
/* Lines hang into the margin by what stands at their edges, in both directions, and the
   last line by what begins it. */
#include "setting.h"

static const char english[] =
    "Human rights defenders, protest leaders, lawyers; all were named. They said: “We were "
    "followed.” Witnesses, neighbours, families, teachers, drivers. None was asked, none "
    "was heard, none was told. Investigations, hearings, documentation, compensation. "
    "Victims’ representatives, international organisations, parliamentary committees.";
static const char arabic[] =
    "قال الشهود، والجيران، والعائلات، والمعلمون. لم يُسأل أحد، ولم يُسمع أحد، ولم يُخبر أحد؛ "
    "«كنا مراقبين» قالوا، ثم صمتوا. تحقيقات، وجلسات، وتوثيق، وتعويض؛ ممثلو الضحايا، "
    "والمنظمات الدولية، ولجان البرلمان. لم يُسأل أحد، ولم يُسمع أحد.";

struct sums {
    size_t lines, starts, ends;
};

/* The last character of a line, 0 for none; its hyphen if it has one. */
static uint32_t last_character(const struct text *text, const struct line *line) {
    struct slice all = text->paragraph->text;
    size_t start = line->end, next;
    if (line->hyphenated)
        return 0x2010;
    while (start > line->start && ((unsigned char)all.data[--start] & 0xC0) == 0x80)
        ;
    return utf8_decode(all, start, &next);
}

/* What hangs at the end, as the width of the line tells it. */
static length end_hang(const struct line *line, length measure) {
    return line->width - line->hang_start - measure;
}

static void check_lines(struct setting *setting, const char *language,
                        const char *words, length measure, struct sums *sums) {
    const struct text *text = setting_text(setting, language, words);
    struct lines lines = lines_fill(setting->typesetter, setting->arena, text, measure,
                                    ALIGN_JUSTIFIED, NULL);
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.lines[i];
        EXPECT(line->hang_start >= 0);
        sums->starts += line->hang_start > 0;
        if (line->last || line->stretch >= 2000)
            continue;
        uint32_t last = last_character(text, line);
        bool sign = last == '.' || last == ',' || last == 0x060C || last == 0x2010;
        length hang = end_hang(line, measure);
        sums->lines++;
        sums->ends += sign;
        EXPECT(hang > -60); /* rounding */
        if (sign)
            EXPECT(hang > 300);
        EXPECT(hang < PT(6));
    }
}

static struct sums check_language(const char *language, const char *words,
                                  uint32_t protrusion) {
    struct sums sums = {0};
    struct setting setting;
    setting_open(&setting, "Amiri");
    setting.style.protrusion = protrusion;
    for (length measure = PT(180); measure < PT(360); measure += PT(7))
        check_lines(&setting, language, words, measure, &sums);
    setting_close(&setting);
    return sums;
}

static void signs_hang_at_the_ends_of_lines(void) {
    struct sums sums = check_language("en", english, 1000);
    EXPECT(sums.lines > 100 && sums.ends > 30 && sums.starts > 20);
    sums = check_language("ar", arabic, 1000);
    EXPECT(sums.lines > 80 && sums.ends > 20);
}

/* Both edges at the measure. */
static void without_protrusion_nothing_hangs(void) {
    struct setting setting;
    setting_open(&setting, "Amiri"); /* its style has none */
    const struct text *text = setting_text(&setting, "en", english);
    struct lines lines = lines_fill(setting.typesetter, setting.arena, text, PT(300),
                                    ALIGN_JUSTIFIED, NULL);
    for (size_t i = 0; i < lines.count; i++) {
        EXPECT_INTEGER(lines.lines[i].hang_start, 0);
        EXPECT(lines.lines[i].width <= PT(300) + 60);
    }
    setting_close(&setting);
}

int main(void) {
    RUN(signs_hang_at_the_ends_of_lines);
    RUN(without_protrusion_nothing_hangs);
    return harness_status();
}
