/* SPDX-License-Identifier: MIT */
/* Looks for names that are withheld in all that will stand in a file: texts, titles,
   descriptions, addresses. What is asked is the finished pages, since pdf/ sees nothing else. */
#include "pages/book.h"

/* A name, as it is looked for. */
struct name {
    struct slice skeleton; /* with a space on both sides */
    const struct withheld *withheld;
    bool told;
};

struct search {
    struct arena *arena; /* scratch */
    struct diag *diag;
    const char *edition;
    struct name *names;
    size_t name_count;
    size_t page; /* that is looked at, from 1; 0: none */
    const char *last; /* text that was looked at */
};

/* --- one name in one text ------------------------------------------------------------- */

/* Conjunctions, prepositions and the article, which Arabic writes in one with the word
   (وعليّ، للحسن). */
static bool is_prefix(const char *start, const char *end) {
    static const char *const letters[] = {"و", "ف", "ب", "ك", "ل", "ا"};
    while (start < end) {
        size_t i = 0;
        while (i < sizeof letters / sizeof *letters &&
               memcmp(start, letters[i], 2) != 0)
            i++;
        if (i == sizeof letters / sizeof *letters)
            return false;
        start += 2;
    }
    return start == end;
}

static bool begins_word(const char *text, const char *at) {
    const char *start = at;
    while (start > text && start[-1] != ' ')
        start--;
    return start == at || (at - start <= 8 && is_prefix(start, at));
}

static bool stands_in(const struct name *name, const char *text) {
    const char *bare = name->skeleton.data + 1;
    for (const char *at = text; (at = strstr(at, bare)); at++)
        if (begins_word(text, at))
            return true;
    return false;
}

static void tell(struct search *search, struct name *name) {
    struct arena *arena = search->arena;
    const char *place = search->page
                            ? arena_printf(arena, "page %zu of the edition %s",
                                           search->page, search->edition)
                            : arena_printf(arena, "the edition %s", search->edition);
    name->told = true;
    diag_add(search->diag, DIAG_LEAK, name->withheld->position, name->withheld->text,
             place);
}

/* --- texts ------------------------------------------------------------------------------ */

/* A mark in a place where no notation is read. */
static void check_notation(struct search *search, const char *text) {
    static const char *const marks[] = {"{withheld", "[!withheld]", "[!internal]"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (strstr(text, marks[i]))
            diag_add(search->diag, DIAG_LEAK_NOTATION, diag_nowhere(), marks[i],
                     arena_printf(search->arena, "%zu", search->page));
}

static void check(struct search *search, const char *text) {
    if (!text || text == search->last)
        return;
    search->last = text;
    check_notation(search, text);
    if (!search->name_count)
        return;
    struct slice bare = locale_skeleton(search->arena, slice_of(text));
    for (size_t i = 0; i < search->name_count; i++)
        if (!search->names[i].told && stands_in(&search->names[i], bare.data))
            tell(search, &search->names[i]);
}

static void check_item(struct search *search, const struct item *item) {
    struct slice text = item->as.line.text;
    if (item->kind == ITEM_LINE && text.data != search->last) {
        check(search, arena_copy(search->arena, text.data, text.length));
        search->last = text.data;
    } else if (item->kind == ITEM_LINK) {
        check(search, item->as.link.uri);
        check(search, item->as.link.contents);
    }
}

/* Elements are as deep as blocks are nested. */
static void check_elements(struct search *search, const struct element *element) {
    for (; element; element = element->next) {
        check(search, element->alt);
        check_elements(search, element->children);
    }
}

static bool is_known(const struct search *search, struct slice skeleton) {
    for (size_t i = 0; i < search->name_count; i++)
        if (slice_is(skeleton, search->names[i].skeleton.data))
            return true;
    return false;
}

/* A name withheld in ten places is one. */
static void prepare(struct search *search, const struct document *document) {
    search->names = arena_array(search->arena, struct name, document->withheld_count);
    for (size_t i = 0; i < document->withheld_count; i++) {
        const struct withheld *withheld = &document->withheld[i];
        struct slice bare = locale_skeleton(search->arena, slice_of(withheld->text));
        if (bare.length > 2 && !is_known(search, bare))
            search->names[search->name_count++] = (struct name){bare, withheld, false};
    }
}

void leaks_check(const struct pages *pages, const struct document *document,
                 const struct edition *edition, struct diag *diag) {
    struct search search = {
        .arena = arena_create(), .diag = diag, .edition = edition->name};
    prepare(&search, document);
    for (size_t p = 0; p < pages->count; p++) {
        search.page = p + 1;
        for (size_t i = 0; i < pages->pages[p].item_count; i++)
            check_item(&search, &pages->pages[p].items[i]);
    }
    search.page = 0;
    for (size_t i = 0; i < pages->outline_count; i++)
        check(&search, pages->outline[i].title);
    check_elements(&search, pages->structure);
    check(&search, pages->title);
    check(&search, pages->author);
    arena_destroy(search.arena);
}
