/* SPDX-License-Identifier: MIT */
/* Dates in words, by CLDR's patterns (ICU).

   Arabic has several sets of month names. Iraq and the Levant have those of the Syriac
   calendar (تشرين الأول), Egypt and the Gulf the European ones (أكتوبر), Morocco the European
   ones in its own spelling (غشت); texts of the United Nations write the first two, with a
   slash between. CLDR has them by country, and under `ar` alone those of Egypt.

   The Hijri date is that of the calendar of Umm al-Qura, which is calculated and published;
   one by sight of the moon may differ by a day. ICU has its table for 1300 to 1600 AH. */
#include "locale/internal.h"

#include <stdio.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/udatpg.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum { HIJRI_FIRST = 1883, HIJRI_LAST = 2173 /* the whole years that the table has */ };
enum { MONTHS = 12, NO_BREAK_SPACE = 0x00A0, ARABIC_COMMA = 0x060C, EN_DASH = 0x2013 };

static bool is_arabic(const char *language) {
    return !strncmp(language, "ar", 2) && strchr("-", language[2]);
}

enum months locale_months(const char *language) {
    char name[LOCALE_ROOM], country[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    icu_name(language, DIGITS_EUROPEAN, NULL, name);
    uloc_getCountry(name, country, LOCALE_ROOM, &status);
    return is_arabic(language) && !*country ? MONTHS_LEVANT : MONTHS_COUNTRY;
}

/* --- month names ---------------------------------------------------------------------- */

struct names {
    UChar names[MONTHS][TEXT_ROOM];
};

/* The space inside a name is a no-break space. */
static void read_names(struct arena *arena, const char *language, struct names *names) {
    char name[LOCALE_ROOM];
    UErrorCode status = U_ZERO_ERROR;
    icu_name(language, DIGITS_EUROPEAN, "gregorian", name);
    UDateFormat *format =
        udat_open(UDAT_LONG, UDAT_LONG, name, u"UTC", -1, NULL, 0, &status);
    icu_require(arena, status);
    for (int32_t i = 0; i < MONTHS; i++)
        udat_getSymbols(format, UDAT_MONTHS, i, names->names[i], TEXT_ROOM, &status);
    udat_close(format);
    icu_require(arena, status);
    for (size_t i = 0; i < MONTHS; i++)
        for (UChar *c = names->names[i]; *c; c++)
            *c = *c == ' ' ? NO_BREAK_SPACE : *c;
}

static void add_second_names(struct names *names, const struct names *second) {
    for (size_t i = 0; i < MONTHS; i++)
        if (u_strlen(names->names[i]) + u_strlen(second->names[i]) + 1 < TEXT_ROOM) {
            u_strcat(names->names[i], u"/");
            u_strcat(names->names[i], second->names[i]);
        }
}

static void name_months(struct arena *arena, UDateFormat *format,
                        const struct date_form *form) {
    static const char *const countries[] = {[MONTHS_LEVANT] = "ar-IQ",
                                            [MONTHS_EGYPT] = "ar-EG",
                                            [MONTHS_MAGHREB] = "ar-MA",
                                            [MONTHS_BOTH] = "ar-IQ"};
    bool chosen = is_arabic(form->language) && form->months != MONTHS_COUNTRY;
    UErrorCode status = U_ZERO_ERROR;
    struct names names, second;
    if (!is_arabic(form->language))
        return;
    read_names(arena, chosen ? countries[form->months] : form->language, &names);
    if (form->months == MONTHS_BOTH) {
        read_names(arena, countries[MONTHS_EGYPT], &second);
        add_second_names(&names, &second);
    }
    for (int32_t i = 0; i < MONTHS; i++) {
        udat_setSymbols(format, UDAT_MONTHS, i, names.names[i], -1, &status);
        udat_setSymbols(format, UDAT_STANDALONE_MONTHS, i, names.names[i], -1, &status);
    }
    icu_require(arena, status);
}

/* --- formats ---------------------------------------------------------------------------- */

enum shape { SHAPE_LONG, SHAPE_FULL, SHAPE_MONTH, SHAPE_HIJRI, SHAPE_NAME };

/* Gregorian all the way back, and not Julian before 1582. */
static void set_calendar(UDateFormat *format, UErrorCode *status) {
    UCalendar *calendar = ucal_clone(udat_getCalendar(format), status);
    ucal_setGregorianChange(calendar, -8.64e15, status);
    udat_setCalendar(format, calendar);
    ucal_close(calendar);
}

static UDateFormat *open_format(struct arena *arena, const struct date_form *form,
                                enum shape shape) {
    static const UDateFormatStyle styles[] = {UDAT_LONG, UDAT_FULL, UDAT_PATTERN,
                                              UDAT_LONG, UDAT_PATTERN};
    char name[LOCALE_ROOM];
    UChar pattern[TEXT_ROOM] = u"LLLL";
    UErrorCode status = U_ZERO_ERROR;
    bool hijri = shape == SHAPE_HIJRI;
    icu_name(form->language, form->digits, hijri ? "islamic-umalqura" : "gregorian",
             name);
    if (shape == SHAPE_MONTH) {
        UDateTimePatternGenerator *generator = udatpg_open(name, &status);
        udatpg_getBestPattern(generator, u"yMMMM", -1, pattern, TEXT_ROOM, &status);
        udatpg_close(generator);
    }
    bool made = shape == SHAPE_MONTH || shape == SHAPE_NAME;
    UDateFormat *format = udat_open(made ? UDAT_PATTERN : UDAT_NONE, styles[shape],
                                    name, u"UTC", -1, pattern, made ? -1 : 0, &status);
    icu_require(arena, status);
    if (hijri)
        return format;
    set_calendar(format, &status);
    icu_require(arena, status);
    name_months(arena, format, form);
    return format;
}

static UDateFormat *find_format(struct formats *formats, const struct date_form *form,
                                enum shape shape) {
    struct arena *arena = formats_arena(formats);
    char key[LOCALE_ROOM];
    snprintf(key, sizeof key, "date %.100s %d %d %d", form->language, (int)form->digits,
             (int)form->months, (int)shape);
    struct format *format = formats_find(formats, key);
    if (!format->date)
        format->date = open_format(arena, form, shape);
    return format->date;
}

/* --- text ------------------------------------------------------------------------------- */

/* Days from 1970-01-01 (H. Hinnant, days_from_civil); the year is 1 or later. */
static double days_from_epoch(struct date date) {
    int64_t year = (int64_t)date.year - (date.month <= 2);
    int64_t era = year / 400, of_era = year - era * 400;
    int64_t month = date.month > 2 ? date.month - 3 : date.month + 9;
    int64_t of_year = (153 * month + 2) / 5 + date.day - 1;
    int64_t day = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    return (double)(era * 146097 + day - 719468);
}

static bool is_digit(UChar c) {
    return u_charDigitValue(c) >= 0;
}

static int32_t digits_length(const UChar *text, int32_t at, int32_t step) {
    int32_t count = 0;
    for (; at >= 0 && is_digit(text[at]); at += step)
        count++;
    return count;
}

/* A day and its month stay together, and a year and the era after it. */
static void join_numbers(UChar *text) {
    for (int32_t i = 1; text[i]; i++) {
        int32_t before = digits_length(text, i - 1, -1);
        int32_t after = digits_length(text, i + 1, 1);
        bool comma = text[i - 1] == ',' || text[i - 1] == ARABIC_COMMA;
        if (text[i] == ' ' && (before || (after && after <= 2 && !comma)))
            text[i] = NO_BREAK_SPACE;
    }
}

/* A date as ICU writes it, and where its day stands. */
struct written {
    UChar units[2 * TEXT_ROOM];
    int32_t length, day;
};

static struct written write_date(struct formats *formats, struct date date,
                                 const struct date_form *form, enum shape shape) {
    struct written written = {.length = 0};
    UFieldPosition day = {.field = UDAT_DATE_FIELD};
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *format = find_format(formats, form, shape);
    written.length = udat_format(format, days_from_epoch(date) * 86400000.0,
                                 written.units, 2 * TEXT_ROOM - 1, &day, &status);
    icu_require(formats_arena(formats), status);
    join_numbers(written.units);
    written.day = day.beginIndex;
    return written;
}

const char *locale_date(struct arena *arena, struct formats *formats, struct date date,
                        const struct date_form *form) {
    struct buffer text = {.arena = arena};
    enum shape shape = form->weekday ? SHAPE_FULL : SHAPE_LONG;
    bool month_only = !date.day;
    if (month_only)
        date.day = 1;
    struct written written =
        write_date(formats, date, form, month_only ? SHAPE_MONTH : shape);
    icu_append(&text, written.units, written.length);
    buffer_add_char(&text, '\0');
    return text.data;
}

const char *locale_month(struct arena *arena, struct formats *formats, uint32_t month,
                         const struct date_form *form) {
    struct buffer text = {.arena = arena};
    struct date date = {.year = 2000, .month = month, .day = 1};
    struct written written = write_date(formats, date, form, SHAPE_NAME);
    icu_append(&text, written.units, written.length);
    buffer_add_char(&text, '\0');
    return text.data;
}

/* Within a month the days alone are two: 21–24 November 2019. */
const char *locale_dates(struct arena *arena, struct formats *formats,
                         struct date first, struct date last,
                         const struct date_form *form) {
    struct buffer text = {.arena = arena};
    if (!first.day || first.year != last.year || first.month != last.month)
        return arena_printf(arena, "%s\u00A0\u2013 %s",
                            locale_date(arena, formats, first, form),
                            locale_date(arena, formats, last, form));
    struct written written = write_date(formats, last, form, SHAPE_LONG);
    icu_append(&text, written.units, written.day);
    buffer_add_string(&text, locale_number(arena, first.day, form->digits));
    buffer_add_code_point(&text, EN_DASH);
    icu_append(&text, written.units + written.day, written.length - written.day);
    buffer_add_char(&text, '\0');
    return text.data;
}

bool locale_has_hijri(struct date date) {
    return date.year >= HIJRI_FIRST && date.year <= HIJRI_LAST;
}

const char *locale_hijri(struct arena *arena, struct formats *formats, struct date date,
                         const struct date_form *form) {
    struct buffer text = {.arena = arena};
    struct written written = write_date(formats, date, form, SHAPE_HIJRI);
    icu_append(&text, written.units, written.length);
    buffer_add_string(&text, locale_is_arabic(form->language) ? "، " : ", ");
    buffer_add_string(&text, locale_term(form->language, TERM_UMM_AL_QURA));
    buffer_add_char(&text, '\0');
    return text.data;
}
