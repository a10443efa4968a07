/* SPDX-License-Identifier: MIT */
/* Lines of mixed paragraphs in every width: what is read from left to right on each is what
   ICU's implementation of UAX #9 gives for the paragraph with its controls in the text (L1
   and L2 for the line). The program resolves levels with FriBidi, never has the controls in
   the text, and orders glyphs, not characters. */
#include "document/document.h"
#include "harness.h"
#include "lines/lines.h"
#include "style/style.h"
#include "text/internal.h"

#include "base/utf8.h"

#include <unicode/ubidi.h>
#include <unicode/utf16.h>

/* --- setting ----------------------------------------------------------------------------- */

struct bench {
    struct arena *arena, *scratch;
    struct font_set *fonts;
    struct typesetter *typesetter;
    const struct text *text;
    UChar *units; /* the text with its controls */
    uint32_t
        *bytes; /* of each unit; UINT32_MAX: of a control, or of half a character */
    int32_t count;
    UBiDi *paragraph, *line;
    size_t lines; /* compared so far */
};

static struct bench bench_open(void) {
    struct arena *arena = arena_create();
    struct diag *diag = diag_new(arena);
    struct bench bench = {.arena = arena, .scratch = arena_create()};
    bench.fonts = font_set_open(arena, diag);
    /* A kashida stands between the marks of its letter and the next letter: it is looked at
       in kashida_lines_test.c. */
    struct style *style = arena_new(arena, struct style);
    *style = *style_default();
    style->kashida.use = KASHIDA_UNUSED;
    bench.typesetter = typesetter_open(arena, style, bench.fonts, diag);
    bench.paragraph = ubidi_open();
    bench.line = ubidi_open();
    return bench;
}

static void bench_close(struct bench bench) {
    ubidi_close(bench.line);
    ubidi_close(bench.paragraph);
    typesetter_close(bench.typesetter);
    font_set_close(bench.fonts);
    arena_destroy(bench.scratch);
    arena_destroy(bench.arena);
}

static void add_unit(struct bench *bench, uint32_t c, uint32_t byte) {
    UBool failed = false;
    int32_t at = bench->count;
    U16_APPEND(bench->units, bench->count, INT32_MAX, c, failed);
    bench->bytes[at] = failed ? UINT32_MAX : byte;
    for (int32_t i = at + 1; i < bench->count; i++)
        bench->bytes[i] = UINT32_MAX;
}

static void write_units(struct bench *bench, const struct paragraph *paragraph) {
    struct slice text = paragraph->text;
    struct controls controls =
        text_isolate(bench->scratch, text, paragraph->direction, NULL, 0);
    size_t most = 2 * (text.length + controls.count) + 1, next = 0;
    bench->units = arena_array(bench->scratch, UChar, most);
    bench->bytes = arena_array(bench->scratch, uint32_t, most);
    bench->count = 0;
    for (size_t i = 0; i <= text.length;) {
        uint32_t byte = (uint32_t)i;
        for (; next < controls.count && controls.items[next].offset == byte; next++)
            add_unit(bench, controls.items[next].code_point, UINT32_MAX);
        if (i == text.length)
            break;
        uint32_t c = utf8_decode(text, i, &i);
        add_unit(bench, c, byte);
    }
}

static void bench_set(struct bench *bench, const char *string, const char *language) {
    arena_reset(bench->scratch);
    struct paragraph *paragraph = arena_new(bench->scratch, struct paragraph);
    *paragraph = (struct paragraph){.text = slice_of(string),
                                    .language = language,
                                    .direction = locale_direction(language)};
    bench->text = text_set(bench->typesetter, bench->scratch, paragraph, ROLE_TEXT);
    write_units(bench, paragraph);
    UErrorCode error = U_ZERO_ERROR;
    ubidi_setPara(bench->paragraph, bench->units, bench->count,
                  paragraph->direction == DIRECTION_RTL, NULL, &error);
    EXPECT(U_SUCCESS(error));
}

static length em_of(const struct bench *bench) {
    return role_script(bench->text->role, bench->text->arabic)->size;
}

static struct lines fill(struct bench *bench, int32_t ems) {
    return lines_fill(bench->typesetter, bench->scratch, bench->text,
                      ems * em_of(bench), ALIGN_JUSTIFIED, NULL);
}

/* --- the two orders ---------------------------------------------------------------------- */

struct order {
    uint32_t *clusters; /* from left to right, equal neighbours once */
    size_t count;
};

static void add_cluster(struct order *order, uint32_t cluster) {
    if (!order->count || order->clusters[order->count - 1] != cluster)
        order->clusters[order->count++] = cluster;
}

/* As the glyphs stand; `is_cluster` receives which bytes begin one. */
static struct order glyph_order(struct bench *bench, const struct line *line,
                                bool *is_cluster) {
    size_t count = 0;
    for (uint32_t p = 0; p < line->piece_count; p++)
        count += line->pieces[p].glyph_count;
    struct order order = {arena_array(bench->scratch, uint32_t, count), 0};
    for (uint32_t p = 0; p < line->piece_count; p++)
        for (uint32_t g = 0; g < line->pieces[p].glyph_count; g++) {
            uint32_t cluster = line->pieces[p].glyphs[g].cluster;
            add_cluster(&order, cluster);
            is_cluster[cluster] = true;
        }
    return order;
}

/* The units of a line, from its first character to its last. */
static void find_units(const struct bench *bench, const struct line *line,
                       int32_t *start, int32_t *end) {
    *start = -1;
    for (int32_t i = 0; i < bench->count; i++) {
        uint32_t byte = bench->bytes[i];
        if (byte == UINT32_MAX || byte < line->start || byte >= line->end)
            continue;
        *start = *start < 0 ? i : *start;
        *end = i + (U16_IS_LEAD(bench->units[i]) ? 2 : 1);
    }
}

static struct order unicode_order(struct bench *bench, const struct line *line,
                                  const bool *is_cluster) {
    int32_t start, end = 0;
    find_units(bench, line, &start, &end);
    UErrorCode error = U_ZERO_ERROR;
    int32_t *map = arena_array(bench->scratch, int32_t, (size_t)(end - start));
    ubidi_setLine(bench->paragraph, start, end, bench->line, &error);
    ubidi_getVisualMap(bench->line, map, &error);
    EXPECT(U_SUCCESS(error));
    struct order order = {arena_array(bench->scratch, uint32_t, (size_t)(end - start)),
                          0};
    for (int32_t i = 0; i < end - start; i++) {
        uint32_t byte = bench->bytes[start + map[i]];
        if (byte == UINT32_MAX)
            continue;
        while (byte > line->start && !is_cluster[byte])
            byte--;
        add_cluster(&order, byte);
    }
    return order;
}

static bool orders_are_equal(struct order a, struct order b) {
    return a.count == b.count &&
           !memcmp(a.clusters, b.clusters, a.count * sizeof *a.clusters);
}

static void compare_line(struct bench *bench, const struct line *line) {
    bool *is_cluster =
        arena_array(bench->scratch, bool, bench->text->paragraph->text.length + 1);
    struct order glyphs = glyph_order(bench, line, is_cluster);
    if (!glyphs.count)
        return;
    struct order unicode = unicode_order(bench, line, is_cluster);
    bool equal = orders_are_equal(glyphs, unicode);
    EXPECT(equal);
    if (!equal)
        printf("  line: %.*s\n", (int)(line->end - line->start),
               bench->text->paragraph->text.data + line->start);
    bench->lines++;
}

/* --- where lines end --------------------------------------------------------------------- */

static uint32_t first_character(struct slice text, const struct line *line) {
    size_t next;
    return utf8_decode(text, line->start, &next);
}

static uint32_t last_character(struct slice text, const struct line *line,
                               uint32_t *at) {
    *at = line->end;
    do
        --*at;
    while (*at > line->start && ((unsigned char)text.data[*at] & 0xC0) == 0x80);
    size_t next;
    return utf8_decode(text, *at, &next);
}

static bool is_one_of(uint32_t c, const char *set) {
    for (size_t i = 0; set[i];)
        if (utf8_decode(slice_of(set), i, &i) == c)
            return true;
    return false;
}

/* No bracket is parted from what it holds; what ends a clause ends the line too: it stands
   at the end of the line's direction, whatever is before it. */
static void check_ends(const struct bench *bench, const struct line *line) {
    const struct paragraph *paragraph = bench->text->paragraph;
    uint32_t at, last = last_character(paragraph->text, line, &at);
    bool cut = !(bench->text->flags[line->start] & TEXT_BREAK); /* a word too wide */
    EXPECT(!is_one_of(last, "(["));
    EXPECT(cut || !is_one_of(first_character(paragraph->text, line), ")]،؛؟.:!"));
    bool rtl = paragraph->direction == DIRECTION_RTL;
    if (!line->piece_count || !is_one_of(last, rtl ? "،؛؟" : ",;?"))
        return;
    const struct line_piece *piece = &line->pieces[rtl ? 0 : line->piece_count - 1];
    EXPECT_INTEGER(piece->glyphs[rtl ? 0 : piece->glyph_count - 1].cluster, at);
}

/* Lines go on where the one before ended, so that what comes first is above. */
static void check_lines(struct bench *bench, struct lines lines) {
    struct slice text = bench->text->paragraph->text;
    uint32_t upto = 0;
    for (size_t i = 0; i < lines.count; i++) {
        const struct line *line = &lines.lines[i];
        EXPECT(line->start >= upto);
        for (; upto < line->start; upto++)
            EXPECT(is_one_of((unsigned char)text.data[upto], " ") ||
                   (unsigned char)text.data[upto] >= 0x80); /* U+2028 */
        upto = line->end;
        if (line->end == line->start)
            continue;
        compare_line(bench, line);
        check_ends(bench, line);
    }
}

/* --- mixed paragraphs -------------------------------------------------------------------- */

static const char *const arabic[] = {
    "قدّمت بعثة الأمم المتحدة لمساعدة العراق (UNAMI) تقريرها «Human Rights Situation in Dhi Qar "
    "Governorate and the Protection of Human Rights Defenders in Southern Iraq» ثم نشرته منظمة "
    "Human Rights Watch، ومنظمة Amnesty International، والأمم المتحدة (OHCHR)؛ فمن قرأه؟ ثم عاد.",
    "بين 2019–2021 وفي ٢٠١٩–٢٠٢١ وفي الصفحات 12-15 و١٢–١٥ وبين 25 تشرين الأول و5 تشرين الثاني "
    "قُتل 487 شخصاً (٤٨٧)، وجُرح 7,715 آخرون، أي 12.5% أو ١٢٫٥٪ من المجموع، و$12.3 لكل منهم.",
    "راسلنا على info@example.org أو human.rights@observatory.example.org، وعلى الموقع "
    "https://www.hrw.org/news/2019/12/16/iraq-state-appears-complicit-massacre-protesters/ أو "
    "اتصل على +964 770 123 4567، ورقم القضية A/HRC/43/50 ورقم الكتاب 978-92-1-123456-7.",
    "قال (النص (والنص الداخلي [وآخر]) والعربي) ثم (English (nested [deeper]) text) ثم «نص» و“word” "
    "ثم القرار 217 (III) والمادة 19 (2) (ب)، والملف report-2019.pdf، ومنه النسخة C++ أيضاً؛ نعم.",
    "يُولَدُ جَمِيعُ النَّاسِ أَحْرَاراً مُتَسَاوِينَ فِي (UNAMI) الْكَرَامَةِ وَالْحُقُوقِ، وَقَدْ وُهِبُوا عَقْلاً وَضَمِيراً "
    "All human beings are born free and equal in dignity and rights، وَعَلَيْهِمْ أَنْ يُعَامِلَ.",
    "UNAMI, OHCHR and ICSSI (2019) نشرت Title One: A Report – Part 2؛ ثم 2019 Report و25 UNAMI "
    "و10:30-12:00 و33.3°N, 44.4°E و3×4 و-5 و37.5° و50 كم/س و#العراق و@unami و1/2 و3:1.",
};

static const char *const english[] = {
    "The mission published its report on Dhi Qar (ذي قار) on 25 October 2019; it says that the "
    "square of الحبوبي في وسط مدينة الناصرية جنوب العراق was full, and quotes «نريد وطن» and "
    "“لا للفساد والمحاصصة الطائفية”, p. 12–15, and ١٢–١٥ نيسان سنة ٢٠٢٠ as the date.",
    "Names are given as الأمم المتحدة (UN), منظمة العفو الدولية (Amnesty International), and "
    "(مفوضية الأمم المتحدة السامية لحقوق الإنسان (OHCHR) في جنيف); see "
    "https://www.example.org/report/2019/a-very-long-address/page.html, or write to a@b.org.",
};

static void set_all(const char *const *strings, size_t count, const char *language) {
    struct bench bench = bench_open();
    for (size_t i = 0; i < count; i++)
        for (int32_t ems = 12; ems <= 40; ems++) {
            bench_set(&bench, strings[i], language);
            check_lines(&bench, fill(&bench, ems));
        }
    EXPECT(bench.lines > count * 29 * 3);
    bench_close(bench);
}

static void lines_of_mixed_arabic_read_in_order(void) {
    set_all(arabic, sizeof arabic / sizeof *arabic, "ar");
}

static void lines_of_mixed_english_read_in_order(void) {
    set_all(english, sizeof english / sizeof *english, "en");
}

/* The same words, to be read from the other side. */
static void lines_of_the_wrong_language_read_in_order(void) {
    set_all(arabic, sizeof arabic / sizeof *arabic, "en");
    set_all(english, sizeof english / sizeof *english, "ar");
}

/* --- the sample -------------------------------------------------------------------------- */

/* Without its spans: what they isolate is another test's. */
static void check_blocks(struct bench *bench, const struct block *block) {
    for (; block; block = block->next) {
        struct slice text = block->paragraph.text;
        if (text.length && block->kind == BLOCK_PARAGRAPH) {
            char *string = arena_copy(bench->arena, text.data, text.length);
            for (int32_t ems = 12; ems <= 40; ems += 7) {
                bench_set(bench, string, block->paragraph.language);
                check_lines(bench, fill(bench, ems));
            }
        }
        check_blocks(bench, block->children);
    }
}

static void lines_of_the_sample_read_in_order(void) {
    struct bench bench = bench_open();
    struct diag *diag = diag_new(bench.arena);
    const struct document *document = document_read(bench.arena, "content", diag);
    for (size_t i = 0; i < document->section_count; i++)
        check_blocks(&bench, document->sections[i].blocks);
    EXPECT(bench.lines > 5000);
    bench_close(bench);
}

int main(void) {
    RUN(lines_of_mixed_arabic_read_in_order);
    RUN(lines_of_mixed_english_read_in_order);
    RUN(lines_of_the_wrong_language_read_in_order);
    RUN(lines_of_the_sample_read_in_order);
    return harness_status();
}
