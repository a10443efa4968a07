/* SPDX-License-Identifier: MIT */
/* The rows of tests/tables/kashida.tests. */
#ifndef UNIT_KASHIDA_TABLE_H
#define UNIT_KASHIDA_TABLE_H

#include "setting.h"
#include "unicode/data.h"

#define TATWEEL "\xD9\x80"

struct kashida_row {
    struct slice word, family, rules, site, weight;
};

static inline struct slice trim(struct slice text) {
    while (text.length && text.data[0] == ' ')
        text = slice_sub(text, 1, text.length);
    while (text.length && text.data[text.length - 1] == ' ')
        text.length--;
    return text;
}

static inline bool kashida_next_row(struct slice *table, struct kashida_row *row) {
    for (struct slice line; data_line(table, &line);) {
        if (!line.length || *line.data == '#')
            continue;
        row->word = trim(data_field(&line, ';'));
        row->family = trim(data_field(&line, ';'));
        row->rules = trim(data_field(&line, ';'));
        row->site = trim(data_field(&line, ';'));
        row->weight = trim(data_field(&line, ';'));
        return true;
    }
    return false;
}

static inline struct slice kashida_read_table(struct setting *setting) {
    return data_read(setting->arena, "tests/tables/kashida.tests");
}

#endif
