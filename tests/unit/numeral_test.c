/* SPDX-License-Identifier: MIT */
/* Numerals: each form by the rules at the head of document/numeral.c. */
#include "document/internal.h"
#include "unit/harness.h"

struct form {
    const char *text;
    const char
        *reads; /* as locale_decimal writes it in European digits; NULL: it is none */
    enum mark decimal_mark, grouping_mark, unclear;
};

static bool reads_as(struct arena *arena, const struct form *form) {
    struct numeral numeral;
    bool read = numeral_read(slice_of(form->text), &numeral);
    const char *text =
        read ? locale_decimal(arena, &numeral.decimal, DIGITS_EUROPEAN) : "no numeral";
    bool same = !strcmp(text, form->reads ? form->reads : "no numeral") &&
                (!read || (numeral.decimal_mark == form->decimal_mark &&
                           numeral.grouping_mark == form->grouping_mark &&
                           numeral.unclear == form->unclear));
    if (!same)
        printf("# \"%s\" reads %s, marks %d %d %d\n", form->text, text,
               numeral.decimal_mark, numeral.grouping_mark, numeral.unclear);
    return same;
}

static void expect_forms(const struct form *forms, size_t count) {
    struct arena *arena = arena_create();
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++)
        wrong += !reads_as(arena, &forms[i]);
    EXPECT_INTEGER(wrong, 0);
    arena_destroy(arena);
}

#define EXPECT_FORMS(forms) expect_forms((forms), sizeof(forms) / sizeof *(forms))

static void digits_are_of_one_set(void) {
    static const struct form forms[] = {
        {"0", "0", 0, 0, 0},
        {"157", "157", 0, 0, 0},
        {"1234567", "1,234,567", 0, 0, 0},
        {"\u0661\u0665\u0667", "157", 0, 0, 0},
        {"\u06F1\u06F5\u06F7", "157", 0, 0, 0},
        {"\u06615\u0667", NULL, 0, 0, 0},
        {"\u0661\u06F5", NULL, 0, 0, 0},
        {"", NULL, 0, 0, 0},
        {"\u200F\u0661\u200E\u0665\u061C", "15", 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void a_separator_that_comes_again_parts_thousands(void) {
    static const struct form forms[] = {
        {"1,234,567", "1,234,567", 0, MARK_COMMA, 0},
        {"1.234.567", "1,234,567", 0, MARK_POINT, 0},
        {"\u0661\u060C\u0662\u0663\u0664\u060C\u0665\u0666\u0667", "1,234,567", 0,
         MARK_ARABIC_COMMA, 0},
        {"12,34,567", NULL, 0, 0, 0},
        {"1234,567,890", NULL, 0, 0, 0},
        {"1.2.3", NULL, 0, 0, 0},
        {"25.10.2019", NULL, 0, 0, 0},
        {"1,234,56", NULL, 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void spaces_and_apostrophes_and_u_066c_part_thousands_only(void) {
    static const struct form forms[] = {
        {"1 234", "1,234", 0, MARK_OTHER, 0},
        {"12\u00A0345\u00A0678", "12,345,678", 0, MARK_OTHER, 0},
        {"12\u202F345", "12,345", 0, MARK_OTHER, 0},
        {"12\u2009345", "12,345", 0, MARK_OTHER, 0},
        {"12\u2007345", "12,345", 0, MARK_OTHER, 0},
        {"12'345", "12,345", 0, MARK_OTHER, 0},
        {"12\u2019345", "12,345", 0, MARK_OTHER, 0},
        {"\u0661\u066C\u0662\u0663\u0664", "1,234", 0, MARK_OTHER, 0},
        {"1 23", NULL, 0, 0, 0},
        {"1  234", NULL, 0, 0, 0},
        {"1 234'567", NULL, 0, 0, 0},
        {"10 2019", NULL, 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void the_last_of_two_separators_begins_the_decimals(void) {
    static const struct form forms[] = {
        {"1,234.5", "1,234.5", MARK_POINT, MARK_COMMA, 0},
        {"1.234,5", "1,234.5", MARK_COMMA, MARK_POINT, 0},
        {"1 234,567", "1,234.567", MARK_COMMA, MARK_OTHER, 0},
        {"1'234'567.890", "1,234,567.890", MARK_POINT, MARK_OTHER, 0},
        {"\u0661\u066C\u0662\u0663\u0664\u066B\u0665\u0660", "1,234.50", MARK_OTHER,
         MARK_OTHER, 0},
        {"1,234,567.8", "1,234,567.8", MARK_POINT, MARK_COMMA, 0},
        {"1.234,567.8", NULL, 0, 0, 0},
        {"1,23.4", NULL, 0, 0, 0},
        {"1.5 000", NULL, 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void one_separator_begins_the_decimals_unless_it_can_part_thousands(void) {
    static const struct form forms[] = {
        {"1,5", "1.5", MARK_COMMA, 0, 0},
        {"1.50", "1.50", MARK_POINT, 0, 0},
        {"1234,567", "1,234.567", MARK_COMMA, 0, 0},
        {"1.2345", "1.2345", MARK_POINT, 0, 0},
        {"0,123", "0.123", MARK_COMMA, 0, 0},
        {".123", "0.123", MARK_POINT, 0, 0},
        {"-,5", "\u22120.5", MARK_COMMA, 0, 0},
        {"\u0663\u066B\u0661\u0664\u0661", "3.141", MARK_OTHER, 0, 0},
        {"\u0663\u060C\u0665", "3.5", MARK_ARABIC_COMMA, 0, 0},
        {"1,234", "1,234", 0, 0, MARK_COMMA},
        {"123.456", "123,456", 0, 0, MARK_POINT},
        {"\u0661\u060C\u0662\u0663\u0664", "1,234", 0, 0, MARK_ARABIC_COMMA},
        {"5.", NULL, 0, 0, 0},
        {",", NULL, 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void a_code_that_begins_with_zero_is_no_number(void) {
    static const struct form forms[] = {
        {"007", NULL, 0, 0, 0},      {"00.5", NULL, 0, 0, 0},
        {"0 123", NULL, 0, 0, 0},    {"0,123,456", NULL, 0, 0, 0},
        {"0770 123", NULL, 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void signs_stand_before_and_after(void) {
    static const struct form forms[] = {
        {"-5", "\u22125", 0, 0, 0},
        {"\u22125", "\u22125", 0, 0, 0},
        {"\u20135", "\u22125", 0, 0, 0},
        {"- 5", "\u22125", 0, 0, 0},
        {"+5", "+5", 0, 0, 0},
        {"12%", "12%", 0, 0, 0},
        {"12 %", "12%", 0, 0, 0},
        {"%12", "12%", 0, 0, 0},
        {"\u0661\u0662\u066A", "12%", 0, 0, 0},
        {"\u066A\u0661\u0662", "12%", 0, 0, 0},
        {"-%5", "\u22125%", 0, 0, 0},
        {"\u22658,000", "\u22658,000", 0, 0, MARK_COMMA},
        {"8000+", "8,000+", 0, 0, 0},
        {"~8000", "\u22488,000", 0, 0, 0},
        {"\u2248 \u0668\u0660", "\u224880", 0, 0, 0},
        {"24?", "24?", 0, 0, 0},
        {"\u0662\u0664\u061F", "24?", 0, 0, 0},
        {"~~8", NULL, 0, 0, 0},
        {"8?+", NULL, 0, 0, 0},
        {"?", NULL, 0, 0, 0},
        {" 12 ", "12", 0, 0, 0},
        {"%12%", NULL, 0, 0, 0},
        {"5-", "\u22125", 0, 0, 0},
        {"5%-", "\u22125%", 0, 0, 0},
        {"-5-", NULL, 0, 0, 0},
        {"+5-", NULL, 0, 0, 0},
        {"--5", NULL, 0, 0, 0},
        {"(5)", NULL, 0, 0, 0},
        {"5 kg", NULL, 0, 0, 0},
        {"$5", NULL, 0, 0, 0},
        {"1.2E+05", NULL, 0, 0, 0},
        {"2019-10-01", NULL, 0, 0, 0},
        {"10:30", NULL, 0, 0, 0},
        {"1-5", NULL, 0, 0, 0},
        {"-", NULL, 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void nothing_is_rounded_and_nothing_overflows(void) {
    static const struct form forms[] = {
        {"9007199254740993.10", "9,007,199,254,740,993.10", MARK_POINT, 0, 0},
        {"1234567890123456789012345678901234567890",
         "1,234,567,890,123,456,789,012,345,678,901,234,567,890", 0, 0, 0},
        {"12345678901234567890123456789012345678901", NULL, 0, 0, 0},
        {".123456789012345678901234567890123456789",
         "0.123456789012345678901234567890123456789", MARK_POINT, 0, 0},
        {".1234567890123456789012345678901234567890", NULL, 0, 0, 0},
    };
    EXPECT_FORMS(forms);
}

static void a_lone_dash_is_told_from_a_minus(void) {
    EXPECT(numeral_is_dash(slice_of("-")));
    EXPECT(numeral_is_dash(slice_of(" \u2013 ")));
    EXPECT(numeral_is_dash(slice_of("\u2014")));
    EXPECT(numeral_is_dash(slice_of("\u2212")));
    EXPECT(!numeral_is_dash(slice_of("")));
    EXPECT(!numeral_is_dash(slice_of("--")));
    EXPECT(!numeral_is_dash(slice_of("-5")));
}

int main(void) {
    RUN(digits_are_of_one_set);
    RUN(a_separator_that_comes_again_parts_thousands);
    RUN(spaces_and_apostrophes_and_u_066c_part_thousands_only);
    RUN(the_last_of_two_separators_begins_the_decimals);
    RUN(one_separator_begins_the_decimals_unless_it_can_part_thousands);
    RUN(a_code_that_begins_with_zero_is_no_number);
    RUN(signs_stand_before_and_after);
    RUN(nothing_is_rounded_and_nothing_overflows);
    RUN(a_lone_dash_is_told_from_a_minus);
    return harness_status();
}
