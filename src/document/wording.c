/* SPDX-License-Identifier: MIT */
/* Writes a work in the manner of a language:

       UNAMI, Human Rights Special Report, 22 October 2019, p. 12, docslib.org.
       يونامي، «Human Rights Special Report»، ٢٢ تشرين الأول ٢٠١٩، ص. ١٢، docslib.org.

   In Latin letters what has a cover of its own is in italics, and what is a part of
   something in quotation marks; Arabic and Hebrew have no italics, and put both in marks. A
   title or name in another direction than the sentence is one piece to it. */
#include "document/internal.h"

#include "base/utf8.h"

enum { NAMES_SHOWN = 3, ADDRESS_SHOWN = 60 /* [bytes] */ };

struct wording wording_begin(struct reading *reading, const char *language,
                             struct position position) {
    return (struct wording){.reading = reading,
                            .language = conventions_find(reading, language),
                            .quotes = locale_quotes(reading->formats, language),
                            .text = {.arena = reading->arena},
                            .position = position};
}

void wording_add(struct wording *wording, const char *text) {
    buffer_add_string(&wording->text, text);
}

void wording_part(struct wording *wording, const char *otherwise, const char *arabic) {
    wording_add(wording, locale_is_arabic(wording->language.tag) ? arabic : otherwise);
    wording->begun = wording->text.length;
}

void wording_stop(struct wording *wording) {
    const struct buffer *text = &wording->text;
    if (text->length && text->data[text->length - 1] != '.')
        wording_add(wording, ".");
}

size_t wording_open(struct wording *wording, enum span_kind kind) {
    arena_reserve(wording->reading->arena, wording->spans, wording->span_count,
                  wording->span_capacity);
    wording->spans[wording->span_count] =
        (struct span){.kind = kind,
                      .start = (uint32_t)wording->text.length,
                      .position = wording->position};
    return wording->span_count++;
}

void wording_close(struct wording *wording, size_t span) {
    wording->spans[span].end = (uint32_t)wording->text.length;
}

/* --- parts of a work --------------------------------------------------------------- */

/* Between what has been said of this work and what comes. */
static void add_comma(struct wording *wording) {
    size_t begun = wording->begun;
    if (wording->text.length == begun)
        return;
    wording_part(wording, ", ", "، ");
    wording->begun = begun;
}

static void add_unit(struct wording *wording, const char *text) {
    enum direction around = wording->language.direction;
    if (locale_first_strong(slice_of(text), around) == around) {
        wording_add(wording, text);
        return;
    }
    size_t unit = wording_open(wording, SPAN_UNIT);
    wording_add(wording, text);
    wording_close(wording, unit);
}

static void add_part(struct wording *wording, const char *text) {
    if (!text)
        return;
    add_comma(wording);
    add_unit(wording, text);
}

/* Whether this can be in italics. */
static bool has_italics(const struct wording *wording, const char *text) {
    return wording->language.direction == DIRECTION_LTR &&
           !locale_has_strong(slice_of(text), DIRECTION_RTL);
}

static void add_italic(struct wording *wording, const char *text) {
    if (!has_italics(wording, text)) {
        add_unit(wording, text);
        return;
    }
    size_t emphasis = wording_open(wording, SPAN_EMPHASIS);
    wording_add(wording, text);
    wording_close(wording, emphasis);
}

static void add_title(struct wording *wording, const char *title, bool alone) {
    const struct quotes *quotes = &wording->quotes;
    if (!title)
        return;
    add_comma(wording);
    if (alone && has_italics(wording, title)) {
        add_italic(wording, title);
        return;
    }
    wording_add(wording, quotes->start[0]);
    add_unit(wording, quotes_turn(wording->reading->arena, title, quotes));
    wording_add(wording, quotes->end[0]);
}

/* --- names ------------------------------------------------------------------------- */

static const char *name_text(struct arena *arena, const struct work_name *name) {
    if (!name->given)
        return name->family;
    return arena_printf(arena, "%s %s", name->given, name->family);
}

/* "Family, Given", with a comma of its own letters; and one more before another name. */
static const char *inverted_text(struct arena *arena, const struct work_name *name,
                                 bool others) {
    bool arabic = locale_is_arabic(locale_guess(slice_of(name->family), "en"));
    const char *comma = arabic ? "،" : ",";
    if (!name->given)
        return name->family;
    return arena_printf(arena, "%s%s %s%s", name->family, comma, name->given,
                        others ? comma : "");
}

/* Names as they have been joined, each a unit. */
static void add_joined(struct wording *wording, const char *joined,
                       const char *const names[], size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *name = strstr(joined, names[i]);
        if (!name)
            break;
        buffer_add(&wording->text, joined, (size_t)(name - joined));
        add_unit(wording, names[i]);
        joined = name + strlen(names[i]);
    }
    wording_add(wording, joined);
}

/* In a list the family name of the first stands first. */
static void add_names(struct wording *wording, const struct work *work,
                      const struct work_words *words, bool in_list) {
    struct arena *arena = wording->reading->arena;
    const char *tag = wording->language.tag;
    bool many = words->name_count > NAMES_SHOWN;
    size_t count = many ? 1 : words->name_count;
    const char *names[NAMES_SHOWN];
    if (!count)
        return;
    for (size_t i = 0; i < count; i++)
        names[i] = in_list && i == 0
                       ? inverted_text(arena, &words->names[i],
                                       (many || count == 2) && !locale_is_arabic(tag))
                       : name_text(arena, &words->names[i]);
    add_joined(wording, locale_join(arena, names, count, tag), names, count);
    if (many) {
        wording_add(wording, " ");
        wording_add(wording, locale_term(tag, TERM_AND_OTHERS));
    }
    if (work->is_edited) {
        enum term term = words->name_count > 1 ? TERM_EDITORS : TERM_EDITOR;
        wording_add(wording, arena_printf(arena, " (%s)", locale_term(tag, term)));
    }
}

/* --- numbers and dates ------------------------------------------------------------- */

/* The value of a digit of any of the three kinds; -1 if it is none. */
static int digit_value(uint32_t c) {
    if (c >= '0' && c <= '9')
        return (int)c - '0';
    if (c >= 0x0660 && c <= 0x0669)
        return (int)c - 0x0660;
    return c >= 0x06F0 && c <= 0x06F9 ? (int)c - 0x06F0 : -1;
}

/* Digits and commas of the language, a dash from number to number. */
static void add_numerals(struct wording *wording, const char *text) {
    struct slice all = slice_of(text);
    bool arabic = locale_is_arabic(wording->language.tag);
    for (size_t i = 0, next; i < all.length; i = next) {
        uint32_t c = utf8_decode(all, i, &next);
        int digit = digit_value(c);
        if (digit >= 0)
            wording_add(wording, locale_number(wording->reading->arena, (uint32_t)digit,
                                               wording->language.digits));
        else if (c == '-')
            buffer_add_code_point(&wording->text, 0x2013);
        else if (c == ',' && arabic)
            buffer_add_code_point(&wording->text, 0x060C);
        else
            buffer_add_code_point(&wording->text, c);
    }
}

/* Whether these are numbers of pages, and nothing else. */
static bool is_numerals(const char *text) {
    struct slice all = slice_of(text);
    bool found = false;
    for (size_t i = 0; i < all.length;) {
        uint32_t c = utf8_decode(all, i, &i);
        found = found || digit_value(c) >= 0;
        if (digit_value(c) < 0 && c != '-' && c != 0x2013 && c != ',' && c != ' ' &&
            c != 0x060C)
            return false;
    }
    return found;
}

/* "p. 12" with a no-break space. */
static void add_numbered(struct wording *wording, enum term term, const char *text) {
    wording_add(wording, locale_term(wording->language.tag, term));
    wording_add(wording, "\u00A0");
    add_numerals(wording, text);
}

static bool is_several(const char *text) {
    return strpbrk(text, "-,") || strstr(text, "\u2013") || strstr(text, "،");
}

struct locator_label {
    const char *text;
    enum term one, several;
};

/* The longer before the shorter. */
static const struct locator_label labels[] = {
    {"pages", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"page", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"pp.", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"p.", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"الصفحات", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"الصفحة", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"ص ص", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"صص", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"ص.", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"ص", TERM_CITED_PAGE, TERM_CITED_PAGES},
    {"paragraphs", TERM_CITED_PARAGRAPH, TERM_CITED_PARAGRAPHS},
    {"paragraph", TERM_CITED_PARAGRAPH, TERM_CITED_PARAGRAPHS},
    {"paras.", TERM_CITED_PARAGRAPH, TERM_CITED_PARAGRAPHS},
    {"para.", TERM_CITED_PARAGRAPH, TERM_CITED_PARAGRAPHS},
    {"الفقرات", TERM_CITED_PARAGRAPH, TERM_CITED_PARAGRAPHS},
    {"الفقرة", TERM_CITED_PARAGRAPH, TERM_CITED_PARAGRAPHS},
    {"فقرة", TERM_CITED_PARAGRAPH, TERM_CITED_PARAGRAPHS},
    {"", TERM_CITED_PAGE, TERM_CITED_PAGES},
};

void wording_locator(struct wording *wording, const char *locator) {
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        size_t length = strlen(labels[i].text);
        const char *rest = locator + length;
        if (strncmp(locator, labels[i].text, length) != 0)
            continue;
        rest += strspn(rest, ".");
        rest += strspn(rest, " ");
        if (!is_numerals(rest))
            continue;
        add_numbered(wording, is_several(rest) ? labels[i].several : labels[i].one,
                     rest);
        return;
    }
    add_unit(wording, locator);
}

static const char *day_text(struct wording *wording, struct date day) {
    struct reading *reading = wording->reading;
    struct date_form form = {.language = wording->language.dates,
                             .digits = wording->language.digits,
                             .months = wording->language.months};
    return day.month ? locale_date(reading->arena, reading->formats, day, &form)
                     : locale_number(reading->arena, day.year, form.digits);
}

static const char *date_text(struct wording *wording, const struct work_date *date) {
    struct reading *reading = wording->reading;
    struct date_form form = {.language = wording->language.dates,
                             .digits = wording->language.digits,
                             .months = wording->language.months};
    if (date->literal || !date->first.year)
        return date->literal;
    if (!date->last.year)
        return day_text(wording, date->first);
    if (!date->first.month)
        return locale_range(reading->arena, day_text(wording, date->first),
                            day_text(wording, date->last));
    return locale_dates(reading->arena, reading->formats, date->first, date->last,
                        &form);
}

/* --- the address ------------------------------------------------------------------- */

/* All of it where it is short, else the name of the site. */
static const char *shown_address(struct arena *arena, const char *url) {
    const char *host = strstr(url, "//");
    if (!host || (strlen(url) <= ADDRESS_SHOWN && !strchr(url, '%')))
        return url;
    host += 2;
    host += strncmp(host, "www.", 4) ? 0 : 4;
    return arena_copy(arena, host, strcspn(host, "/?#:"));
}

static void add_address(struct wording *wording, const struct work *work) {
    struct arena *arena = wording->reading->arena;
    const char *accessed = date_text(wording, &work->accessed);
    if (!work->url)
        return;
    add_comma(wording);
    size_t link = wording_open(wording, SPAN_LINK);
    wording->spans[link].target = work->url;
    wording_add(wording, shown_address(arena, work->url));
    wording_close(wording, link);
    if (accessed)
        wording_add(wording,
                    arena_printf(arena, " (%s %s)",
                                 locale_term(wording->language.tag, TERM_ACCESSED),
                                 accessed));
}

/* --- the whole --------------------------------------------------------------------- */

static bool names_publisher(const struct work_words *words) {
    return words->name_count == 1 && words->publisher &&
           !strcmp(words->names[0].family, words->publisher);
}

/* A body that has written a text often publishes it, too; it is said once, also where it
   has another name in this language. */
static bool is_publisher(const struct work *work, const struct work_words *words) {
    bool same = words->publisher == work->own.publisher;
    return names_publisher(words) || (same && names_publisher(&work->own));
}

static void add_volume(struct wording *wording, const struct work *work) {
    if (work->volume) {
        add_comma(wording);
        add_numbered(wording, TERM_VOLUME, work->volume);
    }
    if (work->issue) {
        add_comma(wording);
        add_numbered(wording, TERM_ISSUE, work->issue);
    }
}

/* From after the title to the date. */
static void add_publication(struct wording *wording, const struct work *work,
                            const struct work_words *words) {
    add_part(wording, work->number);
    add_part(wording, words->genre);
    if (words->container) {
        add_comma(wording);
        add_italic(wording, words->container);
    }
    add_volume(wording, work);
    if (!is_publisher(work, words))
        add_part(wording, words->publisher);
    add_part(wording,
             words->issued ? words->issued : date_text(wording, &work->issued));
}

static void add_locator(struct wording *wording, const char *locator) {
    if (!*locator)
        return;
    add_comma(wording);
    wording_locator(wording, locator);
}

void wording_cite(struct wording *wording, const struct cite *cite) {
    const struct work *work = cite->work;
    struct work_words words = work_words(work, wording->language.tag);
    const char *title = words.title;
    wording->begun = wording->text.length;
    if (!cite->bare)
        add_names(wording, work, &words, false);
    if (!cite->whole && words.short_title)
        title = words.short_title;
    add_title(wording, title, work->stands_alone);
    if (!cite->whole && !title)
        add_part(wording, words.genre);
    if (cite->whole)
        add_publication(wording, work, &words);
    add_locator(wording, cite->locator);
    if (!cite->whole)
        return;
    add_part(wording, words.addendum);
    add_address(wording, work);
}

void wording_entry(struct wording *wording, const struct work *work) {
    struct work_words words = work_words(work, wording->language.tag);
    wording->begun = wording->text.length;
    add_names(wording, work, &words, true);
    add_title(wording, words.title, work->stands_alone);
    add_publication(wording, work, &words);
    add_locator(wording, work->pages ? work->pages : "");
    add_part(wording, words.addendum);
    add_address(wording, work);
    wording_stop(wording);
}
