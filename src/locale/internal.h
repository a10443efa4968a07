/* SPDX-License-Identifier: MIT */
/* What the files of this folder share. */
#ifndef LOCALE_INTERNAL_H
#define LOCALE_INTERNAL_H

#include "base/buffer.h"
#include "locale/locale.h"

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>

enum { LOCALE_ROOM = 160, TEXT_ROOM = 256 /* [UTF-16 units] of what ICU writes */ };

/* ICU's name of a language with these digits, and this calendar if it is not NULL. */
void icu_name(const char *language, enum digits digits, const char *calendar,
              char name[LOCALE_ROOM]);

/* ICU's names of the digits. */
const char *icu_digits(enum digits digits);

/* Text of ICU's without its bidi controls: the text stage finds out which are needed. */
void icu_append(struct buffer *text, const UChar *units, int32_t count);

/* ICU fails when memory runs out, and in no other way where this is asked: its data is in
   its library. */
void icu_require(struct arena *arena, UErrorCode status);

/* Of a number as it is written: what stands before its digits and after them; and digits with
   "." and "," between them, in the digits asked for. */
void decimal_add_before(struct buffer *text, const struct decimal *decimal);
void decimal_add_after(struct buffer *text, const struct decimal *decimal,
                       enum digits digits);
void decimal_add_number(struct buffer *text, struct slice number, enum digits digits);

/* Something of ICU's, or made with its help, that is kept for the next time. */
struct format {
    const char *key;
    UDateFormat *date;
    UPluralRules *plural;
    UNumberFormatter *number;
    UCollator *collator;
    const char *before, *after; /* what stands around an amount */
    struct quotes quotes;
    bool found;
    struct format *next;
};

/* The one of this key; a new and empty one at first. */
struct format *formats_find(struct formats *formats, const char *key);
struct arena *formats_arena(struct formats *formats);

#endif
