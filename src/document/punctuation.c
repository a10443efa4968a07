/* SPDX-License-Identifier: MIT */
/* Tells of Latin punctuation in a sentence of Arabic letters: , ; ? % where ، ؛ ؟ ٪ belong.

   A sign is the sentence's own if an Arabic letter or a number in Arabic digits stands
   before it, brackets and quotation marks aside. So it is after a number in European digits,
   if an Arabic word follows and the number is no part of a Latin name. All else may be
   right: 1,234 and 12%, what stands in a Latin phrase or ends one, code, an address, a sign
   after a backslash. */
#include "document/internal.h"

#include "base/utf8.h"

struct sign {
    char latin;
    const char *arabic;
};

static const struct sign signs[] = {{',', "،"}, {';', "؛"}, {'?', "؟"}, {'%', "٪"}};
enum { SIGN_COUNT = sizeof signs / sizeof *signs };

static uint32_t character_before(struct slice text, size_t *offset) {
    size_t next;
    if (!*offset)
        return 0;
    while (--*offset && ((unsigned char)text.data[*offset] & 0xC0) == 0x80)
        ;
    return utf8_decode(text, *offset, &next);
}

static bool is_european(uint32_t c) {
    return c >= '0' && c <= '9';
}

static bool is_arabic_digit(uint32_t c) {
    return (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9);
}

/* U+0640 among them, and the marks on letters. */
static bool is_arabic(uint32_t c) {
    return (c >= 0x0620 && c <= 0x065F) || (c >= 0x066E && c <= 0x06D3) ||
           (c >= 0x06D5 && c <= 0x06ED) || (c >= 0x06FA && c <= 0x077F);
}

/* What may stand between a sign and the word it belongs to. */
static bool is_wrapping(uint32_t c) {
    static const uint32_t wrappings[] = {')',    ']',    '"',    '\'',   0x00BB, 0x00AB,
                                         0x2018, 0x2019, 0x201C, 0x201D, ' ',    0x00A0,
                                         0x200C, 0x200D, 0x200E, 0x200F};
    for (size_t i = 0; i < sizeof wrappings / sizeof *wrappings; i++)
        if (c == wrappings[i])
            return true;
    return false;
}

static uint32_t word_before(struct slice text, size_t *offset) {
    uint32_t c = character_before(text, offset);
    while (c && is_wrapping(c))
        c = character_before(text, offset);
    return c;
}

static uint32_t word_after(struct slice text, size_t offset) {
    uint32_t c = 0;
    while (offset < text.length) {
        c = utf8_decode(text, offset, &offset);
        if (!is_wrapping(c) && c != '(' && c != '[')
            return c;
    }
    return 0;
}

/* Whether the number that ends at `offset` is none of a Latin name. */
static bool is_plain_number(struct slice text, size_t offset) {
    uint32_t c;
    do
        c = character_before(text, &offset);
    while (c && (is_european(c) || strchr(".,/-:", (int)(c < 0x80 ? c : '~'))));
    return !c || c == ' ' || is_arabic(c) || c == '(';
}

static bool is_percent_wrong(struct slice text, size_t offset) {
    size_t before = offset;
    uint32_t left = word_before(text, &before), right = word_after(text, offset + 1);
    return is_arabic_digit(left) || is_arabic_digit(right) ||
           (is_arabic(left) && is_arabic(right));
}

static bool is_wrong(struct slice text, size_t offset) {
    size_t before = offset;
    char sign = text.data[offset];
    if (sign == '%')
        return is_percent_wrong(text, offset);
    uint32_t left = word_before(text, &before), right = word_after(text, offset + 1);
    if (is_arabic_digit(left))
        return !is_arabic_digit(right) || text.data[offset + 1] == ' ';
    bool parted = offset + 1 < text.length && text.data[offset + 1] == ' ';
    if (is_european(left))
        return sign != '?' && parted && is_arabic(right) &&
               is_plain_number(text, before);
    return is_arabic(left);
}

/* --- the paragraph ---------------------------------------------------------------------- */

static const struct sign *find_sign(char c) {
    for (size_t i = 0; i < SIGN_COUNT; i++)
        if (signs[i].latin == c)
            return &signs[i];
    return NULL;
}

void punctuation_check(struct markdown *markdown, const struct paragraph *paragraph) {
    struct slice text = paragraph->text;
    struct address_finder finder = {.paragraph = paragraph};
    if (!locale_is_arabic(paragraph->language))
        return;
    for (uint32_t i = 0; i < text.length; i++) {
        const struct sign *sign = find_sign(text.data[i]);
        if (!sign || !is_wrong(text, i) || !paragraph_is_literal(paragraph, i) ||
            address_stands(&finder, i))
            continue;
        diag_add(markdown->reading->diag, DIAG_PUNCTUATION,
                 markdown_position(markdown, paragraph, i, i + 1),
                 (const char[]){sign->latin, '\0'}, sign->arabic);
    }
}
