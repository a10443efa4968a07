/* SPDX-License-Identifier: MIT */
/* Makes the list of the sources that a language cites, in the order of that language: by
   names, or where there are none by titles; of the same names by date. */
#include "document/internal.h"

#include <stdlib.h>

/* A work and what it is sorted by. */
struct sorted {
    struct work *work;
    const char *name, *title;
    struct date date;
};

static const char *sort_name(struct arena *arena, const struct work_words *words) {
    struct buffer text = {.arena = arena};
    if (words->sort)
        return words->sort;
    for (size_t i = 0; i < words->name_count; i++) {
        const struct work_name *name = &words->names[i];
        buffer_printf(&text, "%s%s %s", i ? " " : "", name->family,
                      name->given ? name->given : "");
    }
    if (!text.length)
        return words->title ? words->title : words->genre ? words->genre : "";
    buffer_add_char(&text, '\0');
    return text.data;
}

static struct sorted make_sorted(struct reading *reading, struct work *work,
                                 const char *language) {
    struct arena *arena = reading->arena;
    struct work_words words = work_words(work, language);
    return (struct sorted){
        .work = work,
        .name = locale_sort_key(arena, reading->formats, sort_name(arena, &words),
                                language),
        .title = locale_sort_key(arena, reading->formats,
                                 words.title ? words.title : "", language),
        .date = work->issued.first,
    };
}

static int compare_dates(struct date a, struct date b) {
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

static int compare_sorted(const void *left, const void *right) {
    const struct sorted *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    if (!order)
        order = compare_dates(a->date, b->date);
    if (!order)
        order = strcmp(a->title, b->title);
    return order ? order : strcmp(a->work->key, b->work->key);
}

void bibliography_sort(struct reading *reading, struct citations *citations,
                       const char *language) {
    size_t count = citations->work_count;
    struct sorted *sorted = arena_array(reading->arena, struct sorted, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = make_sorted(reading, citations->works[i], language);
    if (count)
        qsort(sorted, count, sizeof *sorted, compare_sorted);
    for (size_t i = 0; i < count; i++) {
        citations->works[i] = sorted[i].work;
        sorted[i].work->number_in_list = (uint32_t)i + 1;
    }
}

/* --- the blocks -------------------------------------------------------------------- */

/* What is wrong with a character of it is told where the source begins. */
static struct paragraph make_words(struct reading *reading, const char *language,
                                   const struct work *work) {
    struct wording *wording = arena_new(reading->arena, struct wording);
    struct span *span = arena_new(reading->arena, struct span);
    struct paragraph paragraph =
        made_paragraph(reading->arena, "\uFFFC", language, work->locator, work->id);
    *wording = wording_begin(reading, language, work->position);
    wording_entry(wording, work);
    *span = (struct span){.kind = SPAN_UNIT, .end = (uint32_t)paragraph.text.length};
    paragraph.spans = span;
    paragraph.span_count = 1;
    paragraph.ragged = true;
    paragraph_replace(reading->arena, &paragraph, &(struct replacement){0, wording}, 1);
    return paragraph;
}

static struct block *make_entry(struct reading *reading, const struct section *section,
                                const struct work *work) {
    struct block *block =
        made_block(reading->arena, BLOCK_PARAGRAPH, section->language);
    block->position = work->position;
    block->id = arena_printf(reading->arena, "source:%s", work->key);
    block->paragraph = make_words(reading, section->language->tag, work);
    return block;
}

/* "[3]" stands before it. */
static struct block *make_item(struct reading *reading, const struct section *section,
                               const struct work *work) {
    struct block *item = made_block(reading->arena, BLOCK_ITEM, section->language);
    item->ordered = true;
    item->number = work->number_in_list;
    item->label = arena_printf(
        reading->arena, "[%s]",
        locale_number(reading->arena, item->number, section->language->digits));
    item->children = make_entry(reading, section, work);
    return item;
}

static struct block *make_list(struct reading *reading, const struct section *section,
                               const struct citations *citations) {
    struct block *list = made_block(reading->arena, BLOCK_LIST, section->language),
                 *last = NULL;
    list->ordered = true;
    list->number = 1;
    for (size_t i = 0; i < citations->work_count; i++) {
        struct block *item = make_item(reading, section, citations->works[i]);
        if (last)
            last->next = item;
        else
            list->children = item;
        last = item;
    }
    return list;
}

const struct block *bibliography_make(struct report *report, struct ids *ids,
                                      const struct section *section) {
    struct reading *reading = report->reading;
    const struct citations *citations = ids_citations(ids);
    struct block *heading = made_heading(report, section, "part:sources");
    struct block *last = heading;
    if (reading->conventions->numbered_works) {
        heading->next = make_list(reading, section, citations);
        return heading;
    }
    for (size_t i = 0; i < citations->work_count; i++) {
        struct block *entry = make_entry(reading, section, citations->works[i]);
        last->next = entry;
        last = entry;
    }
    return heading;
}
