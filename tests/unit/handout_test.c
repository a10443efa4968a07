/* SPDX-License-Identifier: MIT */
/* Handouts of generated reports, in both directions: each fills its sides to one line, or it
   is told by how much it does not and what would make it fit; and that is true. Nothing is
   grey, thin, small or near an edge. */
#define _GNU_SOURCE /* mkdtemp, open_memstream */
#include "report.h"

enum { FINDINGS = 14, CALLS = 14, FIGURES = 5, WORDS = 24 };

/* What a report has; the text of each thing depends on its place and the seed alone. */
struct plan {
    size_t findings, figures, calls, bars; /* bars 0: no chart */
    const char *languages; /* "en", "ar", "ar, en" */
    uint32_t sides;
    uint32_t seed;
};

/* A handout, and what was said of it. */
struct handed {
    struct arena *arena;
    struct diag *diag;
    struct font_set *fonts;
    const struct pages *pages;
    char *messages;
};

static uint32_t next(uint32_t *state, uint32_t below) {
    *state = *state * 1664525u + 1013904223u;
    return (*state >> 16) % below;
}

/* --- reports ------------------------------------------------------------------------------- */

static const char *word(bool arabic, uint32_t *state) {
    static const char *const english[] = {"people", "of",       "the", "governorate",
                                          "were",   "arrested", "in",  "November"};
    static const char *const arabics[] = {"المحافظة", "في",  "من", "المتظاهرين",
                                          "الذخيرة",  "قُتل", "عن", "التعبير"};
    uint32_t i = next(state, 8);
    return arabic ? arabics[i] : english[i];
}

static void add_words(FILE *file, bool arabic, uint32_t *state, uint32_t most) {
    uint32_t count = 2 + next(state, most);
    for (uint32_t i = 0; i < count; i++)
        fprintf(file, "%s%s", i ? " " : "", word(arabic, state));
}

static FILE *create(const char *language, const char *name) {
    char path[64];
    snprintf(path, sizeof path, "%s/%s.md", language, name);
    FILE *file = fopen(path, "w");
    if (!file)
        abort();
    return file;
}

static void write_finding(const struct plan *plan, const char *language, size_t i) {
    char name[16];
    bool arabic = *language == 'a';
    uint32_t state = plan->seed + (uint32_t)i * 7919;
    snprintf(name, sizeof name, "f%zu", i);
    FILE *file = create(language, name);
    fprintf(file, "---\nfinding: f%zu\nstatement: ", i);
    add_words(file, arabic, &state, WORDS);
    fprintf(file, "\n---\n# ");
    add_words(file, arabic, &state, 4);
    fprintf(file, " %zu\n\nText.\n", i);
    fclose(file);
}

static void write_figures(const struct plan *plan, const char *language) {
    bool arabic = *language == 'a';
    uint32_t state = plan->seed + 99;
    FILE *file = create(language, "figures");
    fprintf(file, "# Figures\n\nText.\n");
    for (size_t i = 0; i < plan->figures; i++) {
        fprintf(file, "\n> [!key] %u\n> ", next(&state, 2000));
        add_words(file, arabic, &state, 8);
        fprintf(file, "\n>\n> OHCHR\n");
    }
    if (plan->bars)
        fprintf(file, "\n```chart\nkind: bars\ndata: data.csv\ntitle: Deaths\n"
                      "alt: Bars.\ncolumns:\n  - {column: name}\n"
                      "  - {column: dead, title: Dead}\n"
                      "  - {column: hurt, title: Hurt}\n```\n");
    fclose(file);
}

static void write_calls(const struct plan *plan, const char *language) {
    bool arabic = *language == 'a';
    uint32_t state = plan->seed + 999;
    FILE *file = create(language, "calls");
    fprintf(file,
            "---\naddressee: The Government of the Republic, of its Provinces and "
            "of their Districts\n---\n# Calls\n\nText.\n");
    for (size_t i = 0; i < plan->calls; i++) {
        fprintf(file, "\n## ");
        add_words(file, arabic, &state, 6);
        fprintf(file, " %zu {#rec:r%zu answers=\"", i, i);
        for (size_t f = 0; f < plan->findings; f++)
            fprintf(file, " f%zu", f);
        fprintf(file, "\"}\n\nText.\n");
    }
    fclose(file);
}

static void write_report(const struct plan *plan) {
    FILE *file = fopen("report.yaml", "w");
    fprintf(
        file,
        "title: {en: Title, ar: العنوان}\npublisher: {en: O, ar: م}\nlanguages: {ar: , en: }\nsections:\n");
    for (size_t i = 0; i < plan->findings; i++)
        fprintf(file, "  - f%zu\n", i);
    fprintf(
        file,
        "  - figures\n  - calls\neditions:\n  handout: {languages: [%s], sides: %u}\n",
        plan->languages, (unsigned)plan->sides);
    fclose(file);
    file = fopen("data.csv", "w");
    fprintf(file, "name,dead,hurt\n");
    for (size_t i = 0; i < plan->bars; i++)
        fprintf(file, "N%zu,%zu,%zu\n", i, i * 3 + 1, i * 7 + 2);
    fclose(file);
    for (size_t i = 0; i < plan->findings; i++) {
        write_finding(plan, "en", i);
        write_finding(plan, "ar", i);
    }
    write_figures(plan, "en");
    write_figures(plan, "ar");
    write_calls(plan, "en");
    write_calls(plan, "ar");
}

static struct handed hand_out(const struct plan *plan) {
    struct handed handed = {.arena = arena_create()};
    write_report(plan);
    handed.diag = diag_new(handed.arena);
    const struct document *document = document_read(handed.arena, ".", handed.diag);
    const struct edition *edition = document_find_edition(document, "handout");
    EXPECT(diag_count(handed.diag, DIAG_ERROR) == 0);
    handed.fonts = font_set_open(handed.arena, handed.diag);
    handed.pages =
        pages_lay_out(handed.arena, document, edition, style_default(),
                      (struct pages_means){.fonts = handed.fonts,
                                           .images = image_store_new(handed.arena)},
                      handed.diag);
    size_t size;
    FILE *stream = open_memstream(&handed.messages, &size);
    diag_print(handed.diag, stream);
    fclose(stream);
    return handed;
}

static void drop(struct handed handed) {
    free(handed.messages);
    font_set_close(handed.fonts);
    arena_destroy(handed.arena);
}

/* --- what is true of every side ------------------------------------------------------------- */

/* The lowest edge of the rules of lists. */
static length find_foot(const struct page *page) {
    length foot = 0;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        if (item->kind != ITEM_RECTANGLE)
            continue;
        struct box box = item->as.rectangle.box;
        if (box.x1 - box.x0 > MM(38) && box.y1 > foot)
            foot = box.y1;
    }
    return foot;
}

static void expect_ink(uint32_t colour) {
    EXPECT(colour == 0x000000 || colour == 0xFFFFFF);
}

static void expect_inside(const struct page *page, struct box box) {
    EXPECT(box.x0 >= MM(5) && box.x1 <= page->width - MM(5));
    EXPECT(box.y0 >= MM(5) && box.y1 <= page->height - MM(5));
}

static void expect_line(const struct page *page, const struct line_item *line) {
    for (uint32_t i = 0; i < line->run_count; i++) {
        EXPECT(line->runs[i].size >= PT(8));
        expect_ink(line->runs[i].colour);
    }
    expect_inside(page, (struct box){line->x, line->y - PT(8), line->x + line->width,
                                     line->y + PT(3)});
}

static void expect_copiable(const struct page *page) {
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        struct box box = item->as.rectangle.box;
        if (item->kind == ITEM_LINE)
            expect_line(page, &item->as.line);
        else if (item->kind == ITEM_PATH)
            expect_ink(item->as.path.path.colour);
        if (item->kind == ITEM_PATH && item->as.path.path.weight)
            EXPECT(item->as.path.path.weight >= PT(0.5));
        if (item->kind != ITEM_RECTANGLE)
            continue;
        expect_ink(item->as.rectangle.colour);
        expect_inside(page, box);
        EXPECT(box.x1 - box.x0 >= PT(0.5) && box.y1 - box.y0 >= PT(0.5));
    }
}

/* Lines one above the other have room. */
static void expect_apart(const struct page *page) {
    for (size_t i = 0; i < page->item_count; i++)
        for (size_t j = 0; j < i; j++) {
            const struct line_item *a = &page->items[i].as.line;
            const struct line_item *b = &page->items[j].as.line;
            if (page->items[i].kind != ITEM_LINE || page->items[j].kind != ITEM_LINE ||
                a->x >= b->x + b->width || b->x >= a->x + a->width)
                continue;
            EXPECT(a->y - b->y >= PT(8) || b->y - a->y >= PT(8));
        }
}

/* --- fitting -------------------------------------------------------------------------------- */

static struct plan random_plan(uint32_t seed) {
    static const char *const languages[] = {"ar", "en", "ar, en"};
    uint32_t state = seed * 2654435761u;
    size_t language = next(&state, 3);
    uint32_t each = 1 + next(&state, 2);
    return (struct plan){.findings = 1 + next(&state, FINDINGS),
                         .figures = next(&state, FIGURES),
                         .calls = 1 + next(&state, CALLS),
                         .bars = next(&state, 2) ? 2 + next(&state, 12) : 0,
                         .languages = languages[language],
                         .sides = each * (language == 2 ? 2 : 1),
                         .seed = seed};
}

static bool says(const struct handed *handed, const char *words) {
    return strstr(handed->messages, words) != NULL;
}

/* A side that ends in a chart ends in its source, not in a rule. */
static void expect_feet(const struct handed *handed) {
    length foot = 841890 - PT(31.5);
    for (size_t i = 0; i < handed->pages->count; i++) {
        const struct page *page = &handed->pages->pages[i];
        EXPECT(find_foot(page) <= foot);
        if (i + 1 == handed->pages->count)
            EXPECT_INTEGER(find_foot(page), foot);
    }
}

/* What would make it fit does. */
static void expect_remedy(const struct handed *handed, struct plan plan) {
    size_t fewer;
    const char *said = strstr(handed->messages, "it would fit without ");
    if (!said)
        return;
    said += strlen("it would fit without ");
    if (sscanf(said, "%zu recommendation", &fewer) == 1 &&
        strstr(said, "recomm") < said + 6)
        plan.calls -= fewer;
    else if (sscanf(said, "%zu finding", &fewer) == 1 &&
             strstr(said, "find") < said + 6)
        plan.findings -= fewer;
    else
        return;
    struct handed again = hand_out(&plan);
    EXPECT(!says(&again, "too many"));
    drop(again);
}

static void a_handout_fits_exactly_or_it_is_told(void) {
    size_t exact = 0, full = 0, room = 0;
    for (uint32_t seed = 1; seed <= 60; seed++) {
        struct plan plan = random_plan(seed);
        struct handed handed = hand_out(&plan);
        EXPECT(handed.pages);
        bool is_full = says(&handed, "too many"), has_room = says(&handed, "has room");
        EXPECT(!is_full == !diag_count(handed.diag, DIAG_ERROR));
        if (!is_full && !has_room)
            expect_feet(&handed);
        for (size_t i = 0; i < handed.pages->count && !is_full; i++) {
            expect_copiable(&handed.pages->pages[i]);
            expect_apart(&handed.pages->pages[i]);
        }
        if (is_full && strcmp(plan.languages, "ar, en") != 0)
            expect_remedy(&handed, plan);
        exact += !is_full && !has_room;
        full += is_full;
        room += has_room;
        drop(handed);
    }
    EXPECT(exact > 10 && full > 5 && room > 2);
}

/* --- both directions ------------------------------------------------------------------------- */

static void the_sides_of_two_languages_end_on_one_line(void) {
    struct plan plan = {5, 3, 4, 6, "ar, en", 2, 4};
    struct handed handed = hand_out(&plan);
    EXPECT_INTEGER(handed.pages->count, 2);
    EXPECT_INTEGER(find_foot(&handed.pages->pages[0]),
                   find_foot(&handed.pages->pages[1]));
    EXPECT(handed.pages->pages[0].direction == DIRECTION_RTL);
    EXPECT(handed.pages->pages[1].direction == DIRECTION_LTR);
    drop(handed);
}

/* The rules of a side are those of the other, mirrored. */
static void columns_are_mirrored(void) {
    struct plan plan = {5, 3, 4, 0, "ar, en", 2, 4};
    struct handed handed = hand_out(&plan);
    const struct page *page = handed.pages->pages;
    length starts[2] = {page->width, page->width};
    for (size_t p = 0; p < 2; p++)
        for (size_t i = 0; i < page[p].item_count; i++) {
            const struct item *item = &page[p].items[i];
            struct box box = item->as.rectangle.box;
            bool wide = item->kind == ITEM_RECTANGLE && box.x1 - box.x0 > MM(100) &&
                        box.x1 - box.x0 < MM(140);
            length start = p ? box.x0 : page->width - box.x1;
            if (wide)
                starts[p] = start;
        }
    EXPECT(starts[0] - starts[1] < 2 && starts[1] - starts[0] < 2);
    EXPECT_INTEGER(starts[1], MM(19));
    drop(handed);
}

int main(void) {
    char folder[] = "/tmp/handout-XXXXXX";
    char removal[64];
    if (!mkdtemp(folder) || chdir(folder) || mkdir("en", 0777) || mkdir("ar", 0777))
        abort();
    RUN(a_handout_fits_exactly_or_it_is_told);
    RUN(the_sides_of_two_languages_end_on_one_line);
    RUN(columns_are_mirrored);
    snprintf(removal, sizeof removal, "rm -r %s", folder);
    return system(removal) || harness_status();
}
