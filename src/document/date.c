/* SPDX-License-Identifier: MIT */
/* Reads a date as ISO 8601 has it: 2019-10-25, or 2019-10 for a month. */
#include "document/internal.h"

static uint32_t read_number(const char *digits, size_t count) {
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++)
        number = number * 10 + (uint32_t)(digits[i] - '0');
    return number;
}

/* Whether a text begins so, "d" standing for a digit. */
static bool has_shape(const char *text, const char *shape) {
    for (size_t i = 0; shape[i]; i++)
        if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != shape[i])
            return false;
    return true;
}

static uint32_t month_length(uint32_t year, uint32_t month) {
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap ? 1U : 0U);
}

bool date_read(const char *text, struct date *date) {
    size_t length = strlen(text);
    bool whole = length == 10 && has_shape(text, "dddd-dd-dd");
    if (!whole && (length != 7 || !has_shape(text, "dddd-dd")))
        return false;
    *date = (struct date){read_number(text, 4), read_number(text + 5, 2),
                          whole ? read_number(text + 8, 2) : 0};
    return date->year >= 1 && date->month >= 1 && date->month <= 12 &&
           (!whole ||
            (date->day >= 1 && date->day <= month_length(date->year, date->month)));
}

/* Whether a day, or month, comes before another. */
static bool is_before(struct date a, struct date b) {
    if (a.year != b.year)
        return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

bool dates_read(struct reading *reading, const char *text, struct position position,
                struct date *first, struct date *last) {
    size_t length = strcspn(text, "/");
    const char *start = arena_copy(reading->arena, text, length);
    bool right = text[length] == '/' && date_read(start, first) &&
                 date_read(text + length + 1, last) && !first->day == !last->day;
    if (right && is_before(*first, *last))
        return true;
    diag_add(reading->diag, right ? DIAG_VALUE_DATES_ORDER : DIAG_VALUE_DATES, position,
             text, NULL);
    return false;
}
