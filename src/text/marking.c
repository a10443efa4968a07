/* SPDX-License-Identifier: MIT */
/* How densely an Arabic text bears vowels and other marks: by that a paragraph has its
   leading, one for all of it. Amiri's plain letters need 1.30 to 1.59 em from line to line
   until boxes of two lines touch, with shadda and tanwin 1.45 to 1.71, fully vowelled 1.73
   to 2.00.

   Plain prose has marks too: a tanwin here, a shadda there, a name with all its vowels so
   that it is read right. Its lines must not part because of them, so a few are never
   counted, and what is then left must be one mark to twelve letters at least. Text that helps
   at every doubled or doubtful letter has one to eight or so; at one to four it counts as
   vocalised; the Quran has one to one. */
#include "text/internal.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum {
    FREE_MARKS = 4, /* as many as one name needs */
    LETTERS_TO_MARKED = 12,
    LETTERS_TO_VOCALISED = 4,
};

static bool is_arabic(uint32_t c) {
    return (c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F) ||
           (c >= 0x08A0 && c <= 0x08FF);
}

static struct marking count_marking(struct slice text) {
    struct marking marking = {0};
    for (size_t i = 0; i < text.length;) {
        if ((unsigned char)text.data[i] < 0xD8) { /* before the first of Arabic */
            i++;
            continue;
        }
        uint32_t c = utf8_decode(text, i, &i);
        int8_t type = is_arabic(c) ? u_charType((UChar32)c) : U_UNASSIGNED;
        marking.marks += type == U_NON_SPACING_MARK;
        marking.letters += type == U_OTHER_LETTER;
    }
    return marking;
}

struct marking text_marking(struct slice text) {
    struct marking marking = count_marking(text);
    size_t counted = marking.marks > FREE_MARKS ? marking.marks - FREE_MARKS : 0;
    if (counted && counted * LETTERS_TO_VOCALISED >= marking.letters)
        marking.density = MARKING_VOCALISED;
    else if (counted && counted * LETTERS_TO_MARKED >= marking.letters)
        marking.density = MARKING_MARKED;
    return marking;
}

length marking_leading(const struct script_style *style, enum marking_density density) {
    length leading = density == MARKING_VOCALISED ? style->leading_vocalised
                     : density == MARKING_MARKED  ? style->leading_marked
                                                  : 0;
    return leading > style->leading ? leading : style->leading;
}
