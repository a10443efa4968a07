/* SPDX-License-Identifier: MIT */
/* Sets a plain text, a paragraph a line, and prints the word gaps of every line but the last
   of its paragraph.
   usage: gaps TEXT LANGUAGE SIZE MEASURE FAMILY FEATURES
   All widths are in points. Printed are first the width of the face's space, then for each
   line, parted by tabs: its width without what hangs into the margins, how many kashidas, how many hyphens, the gaps parted by
   blanks, the text. pango/gaps.c prints the same of Pango's lines. */
#include "base/file.h"
#include "base/utf8.h"
#include "lines/lines.h"
#include "locale/locale.h"

#include <stdlib.h>

enum { TEXT_MAX = 16 * 1024 * 1024 };

struct setting {
    const char *language;
    length measure;
    struct typesetter *typesetter;
    struct diag *diag;
};

static uint32_t character_at(const struct text *text, uint32_t offset) {
    size_t next;
    return utf8_decode(text->paragraph->text, offset, &next);
}

static bool is_space(uint32_t character) {
    return character == ' ' || character == 0xA0;
}

static bool is_arabic(uint32_t character) {
    return character >= 0x0620 && character <= 0x06FF;
}

/* How many glyphs move the pen for the characters at each byte, `count` of them added. */
static void count_drawn(int *drawn, const struct glyph *glyphs, uint32_t count) {
    for (uint32_t i = 0; i < count; i++)
        drawn[glyphs[i].cluster] += glyphs[i].advance > 0;
}

/* What justification has put into the words of a line. Such a glyph shares the cluster of
   the letter before it, which is then drawn with more glyphs on the line than in the text:
   a kashida after an Arabic letter, however many units long, a hyphen after another. */
struct added {
    int kashidas, hyphens;
};

static struct added count_added(struct arena *arena, const struct text *text,
                                const struct line *line) {
    size_t bytes = text->paragraph->text.length;
    int *in_text = arena_array(arena, int, bytes);
    int *on_line = arena_array(arena, int, bytes);
    for (size_t i = 0; i < text->run_count; i++)
        count_drawn(in_text, text->runs[i].glyphs, text->runs[i].glyph_count);
    for (uint32_t i = 0; i < line->piece_count; i++)
        count_drawn(on_line, line->pieces[i].glyphs, line->pieces[i].glyph_count);
    struct added added = {0};
    for (uint32_t i = line->start; i < line->end; i++)
        if (on_line[i] > in_text[i])
            *(is_arabic(character_at(text, i)) ? &added.kashidas : &added.hyphens) += 1;
    return added;
}

static void print_gaps(const struct text *text, const struct line *line) {
    for (uint32_t p = 0; p < line->piece_count; p++) {
        const struct line_piece *piece = &line->pieces[p];
        for (uint32_t i = 0; i < piece->glyph_count; i++)
            if (is_space(character_at(text, piece->glyphs[i].cluster)))
                printf(" %.3f", (double)piece->glyphs[i].advance * piece->run->size /
                                    piece->run->face->units_per_em / 1e3);
    }
}

static void print_line(struct arena *arena, const struct text *text,
                       const struct line *line) {
    struct added added = count_added(arena, text, line);
    printf("%.3f\t%d\t%d\t", (line->width - line->hang_start - line->hang_end) / 1e3,
           added.kashidas, added.hyphens);
    print_gaps(text, line);
    printf("\t%.*s\n", (int)(line->end - line->start),
           text->paragraph->text.data + line->start);
}

static bool set_paragraph(const struct setting *setting, struct arena *arena,
                          struct slice words) {
    struct paragraph paragraph = {.text = words,
                                  .language = setting->language,
                                  .direction = locale_direction(setting->language)};
    const struct text *text =
        text_set(setting->typesetter, arena, &paragraph, ROLE_TEXT);
    if (!text)
        return false;
    struct lines lines = lines_fill(setting->typesetter, arena, text, setting->measure,
                                    ALIGN_JUSTIFIED, setting->diag);
    for (size_t i = 0; i + 1 < lines.count; i++)
        print_line(arena, text, &lines.lines[i]);
    return true;
}

static bool set_paragraphs(const struct setting *setting, struct slice file) {
    struct arena *arena = arena_create();
    bool set = true;
    for (size_t start = 0, end; set && start < file.length; start = end + 1) {
        const char *newline = memchr(file.data + start, '\n', file.length - start);
        end = newline ? (size_t)(newline - file.data) : file.length;
        arena_reset(arena);
        /* A copy: a paragraph's text has a NUL after its end. */
        struct slice words = {arena_copy(arena, file.data + start, end - start),
                              end - start};
        set = set_paragraph(setting, arena, words);
    }
    arena_destroy(arena);
    return set;
}

/* The default look with another face for its text, in both scripts. */
static const struct style *style_with(struct arena *arena, const char *family,
                                      length size, const char *features) {
    struct style *style = arena_new(arena, struct style);
    struct role_style *roles = arena_array(arena, struct role_style, ROLE_COUNT);
    *style = *style_default();
    memcpy(roles, style->roles, ROLE_COUNT * sizeof *roles);
    struct script_style face = {
        .family = family, .size = size, .leading = 2 * size, .features = features};
    roles[ROLE_TEXT].arabic = roles[ROLE_TEXT].latin = face;
    style->roles = roles;
    return style;
}

static length points(const char *number) {
    return (length)(strtod(number, NULL) * 1e3 + 0.5);
}

static bool run(struct arena *arena, struct diag *diag, char **arguments) {
    struct slice file;
    if (!file_read(arena, arguments[0], TEXT_MAX, &file)) {
        perror(arguments[0]);
        return false;
    }
    const char *features = *arguments[5] ? arguments[5] : NULL;
    const struct style *style =
        style_with(arena, arguments[4], points(arguments[2]), features);
    struct font_set *fonts = font_set_open(arena, diag);
    struct setting setting = {.language = arguments[1],
                              .measure = points(arguments[3]),
                              .typesetter = typesetter_open(arena, style, fonts, diag),
                              .diag = diag};
    const struct face *face = font_find(fonts, arguments[4], WEIGHT_REGULAR, false);
    if (face)
        printf("%.3f\n",
               face->space_advance * strtod(arguments[2], NULL) / face->units_per_em);
    bool set = face && set_paragraphs(&setting, file);
    typesetter_close(setting.typesetter);
    font_set_close(fonts);
    return set;
}

int main(int argc, char **argv) {
    if (argc != 7) {
        fputs("usage: gaps TEXT LANGUAGE SIZE MEASURE FAMILY FEATURES\n", stderr);
        return 2;
    }
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    bool set = run(arena, diag, argv + 1);
    diag_print(diag, stderr);
    arena_destroy(arena);
    return set ? 0 : 1;
}
