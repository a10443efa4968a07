/* SPDX-License-Identifier: MIT */
/* Directions, languages, digits and ids: from BCP 47, UAX #9 P2 and P3, and CLDR. */
#include "locale/locale.h"
#include "unit/harness.h"

static enum direction first_strong(const char *text) {
    return locale_first_strong(slice_of(text), DIRECTION_LTR);
}

static void a_language_has_the_direction_of_its_script(void) {
    EXPECT_INTEGER(locale_direction("ar"), DIRECTION_RTL);
    EXPECT_INTEGER(locale_direction("ckb"), DIRECTION_RTL);
    EXPECT_INTEGER(locale_direction("he"), DIRECTION_RTL);
    EXPECT_INTEGER(locale_direction("az-Arab"), DIRECTION_RTL);
    EXPECT_INTEGER(locale_direction("ar-Latn"), DIRECTION_LTR);
    EXPECT_INTEGER(locale_direction("ku"), DIRECTION_LTR);
    EXPECT_INTEGER(locale_direction("en-GB"), DIRECTION_LTR);
    EXPECT_INTEGER(locale_direction("not a tag"), DIRECTION_LTR);
}

static void digits_follow_the_language_and_in_the_maghreb_the_country(void) {
    EXPECT_INTEGER(locale_digits("ar"), DIGITS_ARABIC_INDIC);
    EXPECT_INTEGER(locale_digits("ar-IQ"), DIGITS_ARABIC_INDIC);
    EXPECT_INTEGER(locale_digits("AR-ma"), DIGITS_EUROPEAN);
    EXPECT_INTEGER(locale_digits("ckb"), DIGITS_ARABIC_INDIC);
    EXPECT_INTEGER(locale_digits("ar-DZ"), DIGITS_EUROPEAN);
    EXPECT_INTEGER(locale_digits("fa"), DIGITS_PERSIAN);
    EXPECT_INTEGER(locale_digits("ps"), DIGITS_PERSIAN);
    EXPECT_INTEGER(locale_digits("ur"), DIGITS_EUROPEAN);
    EXPECT_INTEGER(locale_digits("sd"), DIGITS_ARABIC_INDIC);
    EXPECT_INTEGER(locale_digits("he"), DIGITS_EUROPEAN);
    EXPECT_INTEGER(locale_digits("arc"), DIGITS_EUROPEAN);
    EXPECT_INTEGER(locale_digits("en"), DIGITS_EUROPEAN);
}

/* BCP 47 extension U, key nu. */
static void a_tag_may_name_its_digits(void) {
    EXPECT_INTEGER(locale_digits("ar-u-nu-latn"), DIGITS_EUROPEAN);
    EXPECT_INTEGER(locale_digits("ur-u-nu-arabext"), DIGITS_PERSIAN);
}

static void languages_in_arabic_letters_are_known_by_their_script(void) {
    EXPECT(locale_is_arabic("ar") && locale_is_arabic("fa") && locale_is_arabic("ur"));
    EXPECT(locale_is_arabic("ckb") && locale_is_arabic("az-Arab"));
    EXPECT(!locale_is_arabic("he") && !locale_is_arabic("en"));
    EXPECT(!locale_is_arabic("ar-Latn") && !locale_is_arabic("not a tag"));
}

static void the_first_strong_character_is_outside_isolates(void) {
    EXPECT_INTEGER(first_strong("1. \xD9\x82"), DIRECTION_RTL);
    EXPECT_INTEGER(first_strong("(a) \xD9\x82"), DIRECTION_LTR);
    EXPECT_INTEGER(first_strong("\xE2\x81\xA6"
                                "a\xE2\x81\xA9 \xD9\x82"),
                   DIRECTION_RTL);
    EXPECT_INTEGER(first_strong("\xE2\x81\xA7\xD9\x82"), DIRECTION_LTR);
    EXPECT_INTEGER(locale_first_strong(slice_of("12"), DIRECTION_RTL), DIRECTION_RTL);
}

static void a_text_tells_its_language_by_its_script(void) {
    EXPECT_STRING(locale_guess(slice_of("12 \xD9\x82 a"), "x"), "ar");
    EXPECT_STRING(locale_guess(slice_of("\xD7\xA9"), "x"), "he");
    EXPECT_STRING(locale_guess(slice_of("\xC3\xA9"), "x"), "en");
    EXPECT_STRING(locale_guess(slice_of("12"), "x"), "x");
}

static void numbers_are_written_in_each_digits(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(locale_number(arena, 0, DIGITS_EUROPEAN), "0");
    EXPECT_STRING(locale_number(arena, 4294967295u, DIGITS_EUROPEAN), "4294967295");
    EXPECT_STRING(locale_number(arena, 109, DIGITS_ARABIC_INDIC),
                  "\xD9\xA1\xD9\xA0\xD9\xA9");
    EXPECT_STRING(locale_number(arena, 45, DIGITS_PERSIAN), "\xDB\xB4\xDB\xB5");
    arena_destroy(arena);
}

static const char *european(struct arena *arena, const char *digits, uint8_t decimals) {
    struct decimal decimal = {.decimals = decimals};
    memcpy(decimal.digits, digits, strlen(digits) + 1);
    return locale_decimal(arena, &decimal, DIGITS_EUROPEAN);
}

static void decimals_are_grouped_from_a_thousand_on(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(european(arena, "0", 0), "0");
    EXPECT_STRING(european(arena, "999", 0), "999");
    EXPECT_STRING(european(arena, "1000", 0), "1,000");
    EXPECT_STRING(european(arena, "1234567", 0), "1,234,567");
    EXPECT_STRING(european(arena, "1234567890123456789012345678901234567890", 0),
                  "1,234,567,890,123,456,789,012,345,678,901,234,567,890");
    arena_destroy(arena);
}

static void decimals_keep_what_was_written_after_the_mark(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(european(arena, "050", 2), "0.50");
    EXPECT_STRING(european(arena, "12345678", 4), "1,234.5678");
    EXPECT_STRING(european(arena, "10000", 1), "1,000.0");
    arena_destroy(arena);
}

static void decimals_have_the_separators_of_their_digits(void) {
    struct arena *arena = arena_create();
    struct decimal number = {
        .digits = "12345", .decimals = 1, .sign = '-', .percent = true};
    EXPECT_STRING(locale_decimal(arena, &number, DIGITS_EUROPEAN), "\u22121,234.5%");
    EXPECT_STRING(locale_decimal(arena, &number, DIGITS_ARABIC_INDIC),
                  "\u2212\u0661\u066C\u0662\u0663\u0664\u066B\u0665\u066A");
    EXPECT_STRING(locale_decimal(arena, &number, DIGITS_PERSIAN),
                  "\u2212\u06F1\u066C\u06F2\u06F3\u06F4\u066B\u06F5\u066A");
    arena_destroy(arena);
}

static void decimals_keep_the_signs_around_them(void) {
    struct arena *arena = arena_create();
    struct decimal least = {.digits = "8000", .at_least = true, .percent = true};
    struct decimal more = {
        .digits = "8000", .sign = '+', .percent = true, .and_more = true};
    EXPECT_STRING(locale_decimal(arena, &least, DIGITS_EUROPEAN), "\u22658,000%");
    EXPECT_STRING(locale_decimal(arena, &more, DIGITS_EUROPEAN), "+8,000%+");
    struct decimal doubted = {.digits = "24", .about = true, .disputed = true};
    EXPECT_STRING(locale_decimal(arena, &doubted, DIGITS_EUROPEAN), "\u224824?");
    EXPECT_STRING(locale_decimal(arena, &doubted, DIGITS_ARABIC_INDIC),
                  "\u2248\u0662\u0664\u061F");
    arena_destroy(arena);
}

/* The decimal that stands in a text of digits with at most one point. */
static struct decimal decimal_of(const char *text) {
    struct decimal decimal = {.sign = '\0'};
    size_t length = 0;
    for (const char *c = text; *c; c++)
        if (*c == '.')
            decimal.decimals = (uint8_t)strlen(c + 1);
        else
            decimal.digits[length++] = *c;
    return decimal;
}

static const char *in_words(struct arena *arena, struct formats *formats,
                            const char *number, struct word_form form) {
    struct decimal decimal = decimal_of(number);
    return locale_words(arena, formats, &decimal, &form);
}

/* CLDR 72.1; "few" of Arabic, 3 to 10, has the plural. One and two are said by the noun, and
   eleven to ninety-nine ask for its accusative. */
static void large_numbers_are_written_in_words(void) {
    static const struct {
        const char *number, *english, *arabic;
    } rows[] = {
        {"999", "999", "٩٩٩"},
        {"1000", "1\u00A0thousand", "ألف"},
        {"2000", "2\u00A0thousand", "ألفان"},
        {"3000", "3\u00A0thousand", "٣\u00A0آلاف"},
        {"12000", "12\u00A0thousand", "١٢\u00A0ألفاً"},
        {"100000", "100\u00A0thousand", "١٠٠\u00A0ألف"},
        {"1234567", "1.23\u00A0million", "١٫٢٣\u00A0مليون"},
        {"999999.5", "1\u00A0million", "مليون"},
        {"2000000", "2\u00A0million", "مليونان"},
        {"7000000", "7\u00A0million", "٧\u00A0ملايين"},
        {"115000000", "115\u00A0million", "١١٥\u00A0مليوناً"},
        {"3000000000", "3\u00A0billion", "٣\u00A0مليارات"},
    };
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct word_form english = {
        .language = "en", .words = WORDS_THOUSANDS, .rounded = true};
    struct word_form arabic = {.language = "ar",
                               .digits = DIGITS_ARABIC_INDIC,
                               .words = WORDS_THOUSANDS,
                               .rounded = true};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        EXPECT_STRING(in_words(arena, formats, rows[i].number, english),
                      rows[i].english);
        EXPECT_STRING(in_words(arena, formats, rows[i].number, arabic), rows[i].arabic);
    }
    formats_close(formats);
    arena_destroy(arena);
}

static void words_are_as_exact_as_is_asked_for(void) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct word_form form = {.language = "en", .words = WORDS_MILLIONS};
    EXPECT_STRING(in_words(arena, formats, "1234567", form), "1.234567\u00A0million");
    EXPECT_STRING(in_words(arena, formats, "12000", form), "12,000");
    form = (struct word_form){.language = "ar",
                              .digits = DIGITS_ARABIC_INDIC,
                              .words = WORDS_MILLIONS,
                              .counts = true};
    EXPECT_STRING(in_words(arena, formats, "2000000", form), "مليونا");
    EXPECT_STRING(in_words(arena, formats, "11000000", form), "١١\u00A0مليون");
    form.counts = false;
    struct decimal negative = decimal_of("2000000");
    negative.sign = '-';
    EXPECT_STRING(locale_words(arena, formats, &negative, &form), "\u2212٢\u00A0مليون");
    negative.sign = '\0';
    negative.percent = true;
    EXPECT_STRING(locale_words(arena, formats, &negative, &form), "٢٬٠٠٠٬٠٠٠٪");
    form.language = "ckb"; /* CLDR has only letters of Latin for it */
    EXPECT_STRING(in_words(arena, formats, "2000000", form), "٢٬٠٠٠٬٠٠٠");
    formats_close(formats);
    arena_destroy(arena);
}

/* CLDR 42: ar-IQ, ar-EG, ar-MA, en, en-GB, fa, he, ckb. */
static void dates_are_written_with_the_months_of_the_country(void) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct date day = {2019, 10, 25}, month = {2019, 8, 0};
    struct date_form form = {.language = "ar", .months = MONTHS_LEVANT};
    EXPECT_STRING(locale_date(arena, formats, day, &form),
                  "25\u00A0تشرين\u00A0الأول 2019");
    EXPECT_STRING(locale_date(arena, formats, month, &form), "آب 2019");
    form.months = MONTHS_EGYPT;
    EXPECT_STRING(locale_date(arena, formats, day, &form), "25\u00A0أكتوبر 2019");
    form.months = MONTHS_MAGHREB;
    EXPECT_STRING(locale_date(arena, formats, month, &form), "غشت 2019");
    form.months = MONTHS_BOTH;
    form.weekday = true;
    form.digits = DIGITS_ARABIC_INDIC;
    EXPECT_STRING(locale_date(arena, formats, day, &form),
                  "الجمعة، ٢٥\u00A0تشرين\u00A0الأول/أكتوبر ٢٠١٩");
    form = (struct date_form){.language = "ar-IQ", .months = MONTHS_COUNTRY};
    EXPECT_STRING(locale_date(arena, formats, day, &form),
                  "25\u00A0تشرين\u00A0الأول 2019");
    form.language = "en";
    EXPECT_STRING(locale_date(arena, formats, day, &form), "October\u00A025, 2019");
    form.language = "en-GB";
    EXPECT_STRING(locale_date(arena, formats, day, &form), "25\u00A0October 2019");
    formats_close(formats);
    arena_destroy(arena);
}

static void dates_of_one_month_share_it(void) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct date first = {2019, 10, 20}, last = {2019, 10, 25}, later = {2019, 11, 3};
    struct date october = {2019, 10, 0}, december = {2019, 12, 0};
    struct date_form form = {.language = "en"};
    EXPECT_STRING(locale_dates(arena, formats, first, last, &form),
                  "October\u00A020–25, 2019");
    EXPECT_STRING(locale_dates(arena, formats, first, later, &form),
                  "October\u00A020, 2019\u00A0– November\u00A03, 2019");
    EXPECT_STRING(locale_dates(arena, formats, october, december, &form),
                  "October 2019\u00A0– December 2019");
    form = (struct date_form){.language = "ar", .digits = DIGITS_ARABIC_INDIC};
    form.months = MONTHS_LEVANT;
    EXPECT_STRING(locale_dates(arena, formats, first, last, &form),
                  "٢٠–٢٥\u00A0تشرين\u00A0الأول ٢٠١٩");
    form = (struct date_form){.language = "hu"}; /* the year comes first */
    EXPECT_STRING(locale_dates(arena, formats, first, last, &form),
                  "2019. október\u00A020–25.");
    formats_close(formats);
    arena_destroy(arena);
}

static void a_month_by_itself_has_its_name_alone(void) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct date_form form = {.language = "en"};
    EXPECT_STRING(locale_month(arena, formats, 11, &form), "November");
    form = (struct date_form){.language = "ar", .months = MONTHS_LEVANT};
    EXPECT_STRING(locale_month(arena, formats, 10, &form), "تشرين\u00A0الأول");
    form.months = MONTHS_BOTH;
    EXPECT_STRING(locale_month(arena, formats, 11, &form), "تشرين\u00A0الثاني/نوفمبر");
    formats_close(formats);
    arena_destroy(arena);
}

static void arabic_without_a_country_has_the_months_of_iraq(void) {
    EXPECT_INTEGER(locale_months("ar"), MONTHS_LEVANT);
    EXPECT_INTEGER(locale_months("ar-MA"), MONTHS_COUNTRY);
    EXPECT_INTEGER(locale_months("en"), MONTHS_COUNTRY);
    EXPECT_INTEGER(locale_months("arc"), MONTHS_COUNTRY);
}

/* The first of Muharram 1445 was 19 July 2023, the first of Ramadan 1300 6 July 1883, by
   the calendar of Umm al-Qura; the Gregorian calendar has no 29 February 1900. */
static void a_hijri_date_names_its_calendar(void) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct date_form form = {.language = "ar"};
    EXPECT_STRING(locale_hijri(arena, formats, (struct date){2023, 7, 19}, &form),
                  "1\u00A0محرم 1445\u00A0هـ، أم القرى");
    form.language = "en";
    EXPECT_STRING(locale_hijri(arena, formats, (struct date){2023, 7, 19}, &form),
                  "Muharram\u00A01, 1445\u00A0AH, Umm al-Qura");
    EXPECT(locale_has_hijri((struct date){1883, 1, 1}));
    EXPECT(!locale_has_hijri((struct date){1882, 12, 31}));
    EXPECT(!locale_has_hijri((struct date){2174, 1, 1}));
    formats_close(formats);
    arena_destroy(arena);
}

/* Days that a mistake in counting would move: 24 February 1582 was before the reform, and is
   written as if there had been none. */
static void the_gregorian_calendar_has_no_beginning(void) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct date_form form = {.language = "en-GB"};
    EXPECT_STRING(locale_date(arena, formats, (struct date){1, 1, 1}, &form),
                  "1\u00A0January\u00A01");
    EXPECT_STRING(locale_date(arena, formats, (struct date){1582, 2, 24}, &form),
                  "24\u00A0February 1582");
    EXPECT_STRING(locale_date(arena, formats, (struct date){1600, 2, 29}, &form),
                  "29\u00A0February 1600");
    EXPECT_STRING(locale_date(arena, formats, (struct date){9999, 12, 31}, &form),
                  "31\u00A0December 9999");
    formats_close(formats);
    arena_destroy(arena);
}

/* CLDR 42: ar 12,500 د.ع. and 12.30 US$ after, en before, and a code parted by U+00A0. */
static void amounts_have_their_currency_where_the_language_has_it(void) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct decimal dinars = {.digits = "12500"};
    struct decimal dollars = {.digits = "1230", .decimals = 2, .sign = '-'};
    EXPECT_STRING(
        locale_amount(arena, formats, &dinars, "IQD", "ar", DIGITS_ARABIC_INDIC),
        "١٢٬٥٠٠\u00A0د.ع.");
    EXPECT_STRING(locale_amount(arena, formats, &dinars, "IQD", "en", DIGITS_EUROPEAN),
                  "IQD\u00A012,500");
    EXPECT_STRING(locale_amount(arena, formats, &dollars, "USD", "ar", DIGITS_EUROPEAN),
                  "\u221212.30\u00A0US$");
    EXPECT_STRING(locale_amount(arena, formats, &dollars, "USD", "en", DIGITS_EUROPEAN),
                  "\u2212$12.30");
    EXPECT(locale_is_currency("IQD") && locale_is_currency("EUR"));
    EXPECT(!locale_is_currency("iqd") && !locale_is_currency("IQ") &&
           !locale_is_currency("QQQ") && !locale_is_currency("IQDD"));
    formats_close(formats);
    arena_destroy(arena);
}

static enum plural plural(const char *digits, uint8_t decimals, const char *language) {
    struct arena *arena = arena_create();
    struct formats *formats = formats_open(arena);
    struct decimal decimal = {.decimals = decimals};
    memcpy(decimal.digits, digits, strlen(digits) + 1);
    enum plural found = locale_plural(arena, formats, &decimal, language);
    formats_close(formats);
    arena_destroy(arena);
    return found;
}

/* CLDR 42, plural rules. English has one for 1 and not for 1.0. */
static void plural_forms_follow_the_number_as_it_is_written(void) {
    EXPECT_INTEGER(plural("0", 0, "ar"), PLURAL_ZERO);
    EXPECT_INTEGER(plural("1", 0, "ar"), PLURAL_ONE);
    EXPECT_INTEGER(plural("2", 0, "ar-IQ"), PLURAL_TWO);
    EXPECT_INTEGER(plural("203", 0, "ar"), PLURAL_FEW);
    EXPECT_INTEGER(plural("1011", 0, "ar"), PLURAL_MANY);
    EXPECT_INTEGER(plural("1000", 0, "ar"), PLURAL_OTHER);
    EXPECT_INTEGER(plural("15", 1, "ar"), PLURAL_OTHER);
    EXPECT_INTEGER(plural("1", 0, "en"), PLURAL_ONE);
    EXPECT_INTEGER(plural("10", 1, "en"), PLURAL_OTHER);
    EXPECT_INTEGER(plural("0", 0, "fa"), PLURAL_ONE);
    EXPECT_INTEGER(plural("2", 0, "he"), PLURAL_TWO);
    EXPECT_INTEGER(plural("9999999999999999999999999999999999999903", 0, "ar"),
                   PLURAL_FEW);
    EXPECT_INTEGER(plural("100000000000000003", 0, "ar"), PLURAL_FEW);
}

/* All 28 letters of an order, one after another. */
static const char *all_letters(struct arena *arena, enum counter counter) {
    const char *letters = "";
    for (uint32_t i = 1; i <= 28; i++)
        letters = arena_printf(arena, "%s%s", letters,
                               locale_counter(arena, i, counter, DIGITS_ARABIC_INDIC));
    return letters;
}

/* ALReq 4.4 and babel's locale files; U+0623 for the first, U+0647 U+0640 for heh. */
static void letters_count_in_their_orders(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(all_letters(arena, COUNTER_ABJAD), "أبجدهـوزحطيكلمنسعفصقرشتثخذضظغ");
    EXPECT_STRING(all_letters(arena, COUNTER_MAGHREBI),
                  "أبجدهـوزحطيكلمنصعفضقرستثخذظغش");
    EXPECT_STRING(all_letters(arena, COUNTER_HIJAI), "أبتثجحخدذرزسشصضطظعغفقكلمنهـوي");
    EXPECT_STRING(locale_counter(arena, 29, COUNTER_ABJAD, DIGITS_ARABIC_INDIC), "٢٩");
    EXPECT_STRING(locale_counter(arena, 0, COUNTER_LATIN, DIGITS_EUROPEAN), "0");
    EXPECT_STRING(locale_counter(arena, 26, COUNTER_LATIN, DIGITS_EUROPEAN), "z");
    EXPECT_STRING(locale_counter(arena, 27, COUNTER_LATIN, DIGITS_EUROPEAN), "aa");
    EXPECT_STRING(locale_counter(arena, 703, COUNTER_LATIN, DIGITS_EUROPEAN), "aaa");
    EXPECT_STRING(locale_counter(arena, 4294967295u, COUNTER_LATIN, DIGITS_EUROPEAN),
                  "mwlqkwu");
    arena_destroy(arena);
}

static void tags_have_the_shape_of_bcp_47(void) {
    EXPECT(locale_is_tag("ar") && locale_is_tag("ckb") && locale_is_tag("ar-Arab-IQ"));
    EXPECT(!locale_is_tag("") && !locale_is_tag("a") && !locale_is_tag("english"));
    EXPECT(!locale_is_tag("ar-") && !locale_is_tag("ar--IQ") &&
           !locale_is_tag("ar_IQ"));
    EXPECT(!locale_is_tag("..") && !locale_is_tag("en/x"));
}

static void an_id_is_the_text_in_small_letters_with_hyphens(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(locale_slug(arena, slice_of("1.2 The (First) Part_a-b?")),
                  "12-the-first-part_a-b");
    EXPECT_STRING(locale_slug(arena, slice_of("\xC3\x89t\xC3\xA9")),
                  "\xC3\xA9t\xC3\xA9");
    EXPECT_STRING(locale_slug(arena, slice_of("\xD9\x82\xD9\x90\xD8\x9F")),
                  "\xD9\x82\xD9\x90");
    EXPECT_STRING(locale_slug(arena, slice_of("!?")), "");
    arena_destroy(arena);
}

static void characters_have_names(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(locale_character_name(arena, 0x067E), "ARABIC LETTER PEH");
    EXPECT_STRING(locale_character_name(arena, 0x202E), "RIGHT-TO-LEFT OVERRIDE");
    EXPECT(*locale_character_name(arena, 0x10FFFF));
    arena_destroy(arena);
}

static struct slice from_utf16(struct arena *arena, const char *bytes, size_t length) {
    return locale_from_utf16(arena, (struct slice){bytes, length});
}

static void utf16_is_read_in_either_byte_order(void) {
    struct arena *arena = arena_create();
    EXPECT(slice_is(from_utf16(arena, "\xFF\xFE\x42\x06,\0", 6), "\u0642,"));
    EXPECT(slice_is(from_utf16(arena, "\xFE\xFF\x06\x42\0,", 6), "\u0642,"));
    EXPECT(slice_is(from_utf16(arena, "\xFF\xFE", 2), ""));
    EXPECT(slice_is(from_utf16(arena, "\xFF\xFE\x3D\xD8\x00\xDE", 6), "\U0001F600"));
    arena_destroy(arena);
}

static void half_a_character_of_utf16_is_told_from_a_whole_one(void) {
    struct arena *arena = arena_create();
    EXPECT(slice_is(from_utf16(arena, "\xFF\xFE\x3D\xD8,\0", 6), "\uFFFD,"));
    EXPECT(slice_is(from_utf16(arena, "\xFF\xFE,\0,", 5), ",\uFFFD"));
    arena_destroy(arena);
}

static void arabic_in_windows_1256_is_recognised(void) {
    EXPECT(locale_is_windows_1256(
        slice_of("governorate,\xC7\xE1\xE3\xCD\xC7\xDD\xD9\xC9,deaths\n"
                 "Baghdad,\xC8\xDB\xCF\xC7\xCF,1\n")));
    EXPECT(locale_is_windows_1256(slice_of("\xC8\xDB\xCF\xC7\xCF,8\n")));
    EXPECT(locale_is_windows_1256(slice_of("\xDF\xD1\xC8\xE1\xC7\xC1\xA1 5\n")));
}

/* French, Turkish, Russian, Greek and Hebrew in the code pages of their own, and Arabic in
   ISO 8859-6. */
static void other_encodings_are_not_taken_for_windows_1256(void) {
    EXPECT(!locale_is_windows_1256(
        slice_of("gouvernorat,bless\xE9s,tu\xE9s\nQadisiyah r\xE9gl\xE9,9\n")));
    EXPECT(!locale_is_windows_1256(slice_of("il,\xF6l\xFC,yaral\xFD\n")));
    EXPECT(!locale_is_windows_1256(
        slice_of("\xCE\xE1\xEB\xE0\xF1\xF2\xFC;\xCF\xEE\xE3\xE8\xE1\xF8\xE8\xE5\n")));
    EXPECT(!locale_is_windows_1256(
        slice_of("\xCF\xE5\xF1\xE9\xEF\xF7\xDE;\xCD\xE5\xEA\xF1\xEF\xDF\n")));
    EXPECT(!locale_is_windows_1256(
        slice_of("\xEE\xE7\xE5\xE6,\xE4\xF8\xE5\xE2\xE9\xED\n")));
    EXPECT(!locale_is_windows_1256(
        slice_of("\xC7\xE4\xE5\xCD\xC7\xE1\xD8\xC9,\xC7\xE4\xE2\xCA\xE4\xE9\n")));
    EXPECT(!locale_is_windows_1256(slice_of("\xC9,\xC9\n")));
    EXPECT(!locale_is_windows_1256(slice_of("\xFF")));
}

static void ids_are_letters_digits_hyphens_and_low_lines(void) {
    EXPECT(locale_is_id(slice_of("Deaths_by-2019")));
    EXPECT(locale_is_id(slice_of("\xD9\x82\xD9\x90\xD9\xA3")));
    EXPECT(!locale_is_id(slice_of("a b")));
    EXPECT(!locale_is_id(slice_of("a:b")));
    EXPECT(!locale_is_id(slice_of("\xD8\x9F")));
    EXPECT(!locale_is_id(slice_of("")));
}

static void case_is_folded_away(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(locale_fold(arena, slice_of("A-\xC3\x89\xCE\xA3")),
                  "a-\xC3\xA9\xCF\x83");
    EXPECT_STRING(locale_fold(arena, slice_of("\xD9\x82")), "\xD9\x82");
    EXPECT_STRING(locale_fold(arena, slice_of("")), "");
    arena_destroy(arena);
}

/* As CLDR names them. */
static void languages_have_names_in_each_other(void) {
    struct arena *arena = arena_create();
    EXPECT_STRING(locale_language_name(arena, "ar", "en"), "Arabic");
    EXPECT_STRING(locale_language_name(arena, "ar-IQ", "ar"), "العربية");
    EXPECT_STRING(locale_language_name(arena, "en", "ar"), "الإنجليزية");
    EXPECT_STRING(locale_language_name(arena, "ar", "fa"), "عربی");
    arena_destroy(arena);
}

/* A sentence with a hole in each language that has words of its own. */
static void sentences_take_a_word(void) {
    static const char *const languages[] = {"en", "ar", "fa", "ur", "ckb", "he"};
    static const enum term terms[] = {TERM_EMBARGO, TERM_EDITION, TERM_PREVAILS};
    struct arena *arena = arena_create();
    EXPECT_STRING(locale_term_with(arena, "en", TERM_EDITION, "2"), "Edition 2");
    EXPECT_STRING(locale_term_with(arena, "fr", TERM_EDITION, "2"), "Edition 2");
    EXPECT_STRING(locale_term_with(arena, "ar", TERM_EMBARGO, "غد"),
                  "محظور النشر حتى غد");
    EXPECT_STRING(locale_term_with(arena, "en", TERM_DRAFT, "x"), "Draft");
    for (size_t l = 0; l < sizeof languages / sizeof *languages; l++)
        for (size_t t = 0; t < sizeof terms / sizeof *terms; t++) {
            const char *text = locale_term_with(arena, languages[l], terms[t], "@");
            EXPECT(strchr(text, '@') && !strchr(text, '{') && !strchr(text, '}'));
        }
    arena_destroy(arena);
}

int main(void) {
    RUN(a_language_has_the_direction_of_its_script);
    RUN(digits_follow_the_language_and_in_the_maghreb_the_country);
    RUN(a_tag_may_name_its_digits);
    RUN(languages_in_arabic_letters_are_known_by_their_script);
    RUN(the_first_strong_character_is_outside_isolates);
    RUN(a_text_tells_its_language_by_its_script);
    RUN(numbers_are_written_in_each_digits);
    RUN(decimals_are_grouped_from_a_thousand_on);
    RUN(decimals_keep_what_was_written_after_the_mark);
    RUN(decimals_have_the_separators_of_their_digits);
    RUN(decimals_keep_the_signs_around_them);
    RUN(large_numbers_are_written_in_words);
    RUN(words_are_as_exact_as_is_asked_for);
    RUN(dates_are_written_with_the_months_of_the_country);
    RUN(dates_of_one_month_share_it);
    RUN(a_month_by_itself_has_its_name_alone);
    RUN(arabic_without_a_country_has_the_months_of_iraq);
    RUN(a_hijri_date_names_its_calendar);
    RUN(the_gregorian_calendar_has_no_beginning);
    RUN(amounts_have_their_currency_where_the_language_has_it);
    RUN(plural_forms_follow_the_number_as_it_is_written);
    RUN(letters_count_in_their_orders);
    RUN(languages_have_names_in_each_other);
    RUN(sentences_take_a_word);
    RUN(tags_have_the_shape_of_bcp_47);
    RUN(an_id_is_the_text_in_small_letters_with_hyphens);
    RUN(ids_are_letters_digits_hyphens_and_low_lines);
    RUN(case_is_folded_away);
    RUN(characters_have_names);
    RUN(utf16_is_read_in_either_byte_order);
    RUN(half_a_character_of_utf16_is_told_from_a_whole_one);
    RUN(arabic_in_windows_1256_is_recognised);
    RUN(other_encodings_are_not_taken_for_windows_1256);
    return harness_status();
}
