/* SPDX-License-Identifier: MIT */
/* Which join of a word a calligrapher would stretch.

   KASHIDA_NASKH follows the matrix of M. J. E. Benatia, M. Elyaakoubi and A. Lazrek,
   "Arabic text justification" (TUGboat 27:2, 2006), with what A. Afifi's teaching adds, as
   collected in aliftype/raqim-kashida (arabic-naskh). Its rules are by pair of letters and
   by the length of the joined run: runs of four letters stretch best. KASHIDA_SIMPLE is the
   list of Microsoft's Uniscribe, which most programs follow; it suits plain and geometric
   faces.

   Rules say where a stretch would look right. Whether it can be made is the shaper's to
   say, join by join (TEXT_TATWEEL): a join inside a ligature, lam-alef among them, is
   never safe. Marks are passed over, and a stretch stands after them. */
#include "text/internal.h"

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/* Letters that are stretched alike, by their skeleton. */
enum family {
    FAMILY_OTHER,
    FAMILY_ALEF,
    FAMILY_BEH, /* beh, teh, theh, peh; initial and medial noon and yeh */
    FAMILY_NOON, /* final */
    FAMILY_YEH, /* final; alef maqsura */
    FAMILY_YEH_BARREE,
    FAMILY_HAH,
    FAMILY_DAL,
    FAMILY_REH,
    FAMILY_SEEN,
    FAMILY_SAD,
    FAMILY_TAH,
    FAMILY_AIN,
    FAMILY_FEH, /* feh; initial and medial qaf */
    FAMILY_QAF, /* final */
    FAMILY_KAF, /* and gaf */
    FAMILY_LAM,
    FAMILY_MEEM,
    FAMILY_HEH, /* heh; teh marbuta, which is always final */
    FAMILY_WAW,
    FAMILIES
};

struct letter {
    uint32_t offset; /* [bytes] */
    enum family family;
    bool joins_before, joins_after; /* in this word */
};

enum { LETTERS_MAX = 40 }; /* of a word; longer ones are not stretched */

struct letters {
    struct letter items[LETTERS_MAX];
    size_t count;
};

/* --- letters --------------------------------------------------------------------------- */

static enum family joining_family(int32_t group, bool final) {
    switch (group) {
    case U_JG_ALEF:
        return FAMILY_ALEF;
    case U_JG_BEH:
        return FAMILY_BEH;
    case U_JG_NOON:
    case U_JG_AFRICAN_NOON:
    case U_JG_NYA:
        return final ? FAMILY_NOON : FAMILY_BEH;
    case U_JG_YEH:
    case U_JG_FARSI_YEH:
    case U_JG_YEH_WITH_TAIL:
        return final ? FAMILY_YEH : FAMILY_BEH;
    case U_JG_YEH_BARREE:
    case U_JG_BURUSHASKI_YEH_BARREE:
        return FAMILY_YEH_BARREE;
    case U_JG_HAH:
        return FAMILY_HAH;
    case U_JG_DAL:
        return FAMILY_DAL;
    case U_JG_REH:
        return FAMILY_REH;
    case U_JG_SEEN:
        return FAMILY_SEEN;
    case U_JG_SAD:
        return FAMILY_SAD;
    case U_JG_TAH:
        return FAMILY_TAH;
    case U_JG_AIN:
        return FAMILY_AIN;
    case U_JG_FEH:
    case U_JG_AFRICAN_FEH:
        return FAMILY_FEH;
    case U_JG_QAF:
    case U_JG_AFRICAN_QAF:
        return final ? FAMILY_QAF : FAMILY_FEH;
    case U_JG_KAF:
    case U_JG_GAF:
    case U_JG_SWASH_KAF:
        return FAMILY_KAF;
    case U_JG_LAM:
        return FAMILY_LAM;
    case U_JG_MEEM:
        return FAMILY_MEEM;
    case U_JG_HEH:
    case U_JG_HEH_GOAL:
    case U_JG_KNOTTED_HEH:
    case U_JG_TEH_MARBUTA:
    case U_JG_TEH_MARBUTA_GOAL:
        return FAMILY_HEH;
    case U_JG_WAW:
        return FAMILY_WAW;
    default:
        return FAMILY_OTHER;
    }
}

static int32_t joining_type(uint32_t c) {
    return u_getIntPropertyValue((UChar32)c, UCHAR_JOINING_TYPE);
}

static bool joins_next(int32_t type) {
    return type == U_JT_DUAL_JOINING || type == U_JT_LEFT_JOINING ||
           type == U_JT_JOIN_CAUSING;
}

static bool joins_previous(int32_t type) {
    return type == U_JT_DUAL_JOINING || type == U_JT_RIGHT_JOINING ||
           type == U_JT_JOIN_CAUSING;
}

/* Nothing of a word with a typed tatweel is stretched: its author has seen to it. */
static bool is_letter(uint32_t c) {
    return c != 0x0640 && u_hasBinaryProperty((UChar32)c, UCHAR_ALPHABETIC) &&
           u_getIntPropertyValue((UChar32)c, UCHAR_SCRIPT) == USCRIPT_ARABIC;
}

/* The letters of a word; false if it is none that is stretched: other characters than
   Arabic letters, their marks and joiners in it, or too many. */
static bool read_letters(struct letters *letters, struct slice text, uint32_t start,
                         uint32_t end) {
    int32_t groups[LETTERS_MAX];
    int32_t before = U_JT_NON_JOINING;
    letters->count = 0;
    for (size_t i = start, next; i < end; i = next) {
        uint32_t c = utf8_decode(text, i, &next);
        int32_t type = joining_type(c);
        if (type == U_JT_TRANSPARENT)
            continue;
        if (c == 0x200C || c == 0x200D) { /* ZWNJ, ZWJ: no join to stretch */
            before = U_JT_NON_JOINING;
            continue;
        }
        if (!is_letter(c) || letters->count == LETTERS_MAX)
            return false;
        bool joins = letters->count && joins_next(before) && joins_previous(type);
        if (joins)
            letters->items[letters->count - 1].joins_after = true;
        groups[letters->count] = u_getIntPropertyValue((UChar32)c, UCHAR_JOINING_GROUP);
        letters->items[letters->count++] =
            (struct letter){.offset = (uint32_t)i, .joins_before = joins};
        before = type;
    }
    for (size_t i = 0; i < letters->count; i++) {
        struct letter *letter = &letters->items[i];
        letter->family = joining_family(groups[i], !letter->joins_after);
    }
    return letters->count > 0;
}

/* --- the rules of naskh ------------------------------------------------------------------

   The weight of stretching after one letter and before another is that of a run of four
   letters, less one for each letter that the run is longer or shorter, but not less than
   the lower bound. */

struct rule_weight {
    uint8_t high, low; /* high 0: never */
};

enum { NEVER = 0 };

#define F(family) (1u << FAMILY_##family)
#define SEEN_SAD_TAH (F(SEEN) | F(SAD) | F(TAH))

struct pair_rule {
    uint32_t after, before; /* sets of families */
    struct rule_weight weight;
};

/* Where two rules fit, the first holds. */
static const struct pair_rule pair_rules[] = {
    {F(BEH) | F(HAH) | F(AIN) | F(FEH), F(TAH), {9, 6}},
    {F(BEH), F(ALEF) | F(MEEM) | F(NOON) | F(HEH), {6, 3}},
    {F(BEH), F(DAL) | F(REH) | F(LAM), {3, 0}},
    {F(HAH) | F(AIN),
     F(ALEF) | F(DAL) | F(REH) | F(LAM) | F(MEEM) | F(NOON) | F(HEH),
     {3, 0}},
    {F(HAH), F(KAF), {3, 0}},
    {SEEN_SAD_TAH,
     F(ALEF) | F(BEH) | F(REH) | F(SEEN) | F(TAH) | F(KAF) | F(LAM) | F(NOON),
     {6, 3}},
    {SEEN_SAD_TAH, F(DAL) | F(FEH) | F(MEEM) | F(HEH), {3, 0}},
    {F(FEH), F(ALEF), {6, 3}},
    {F(FEH), F(DAL) | F(REH) | F(LAM) | F(MEEM), {3, 0}},
    {F(MEEM), F(TAH) | F(DAL) | F(REH), {6, 3}},
    {F(MEEM), F(ALEF) | F(KAF) | F(LAM) | F(MEEM) | F(NOON) | F(HEH), {3, 0}},
    {F(HEH), F(BEH), {6, 3}},
    {F(HEH), F(ALEF) | F(SEEN) | F(REH) | F(DAL) | F(LAM) | F(HEH), {3, 0}},
};

/* Before these never, whatever the pair: hah, sad, ain and waw; final feh, qaf, yeh. */
static bool naskh_forbids_before(const struct letter *letter) {
    bool final = !letter->joins_after;
    uint32_t forbidden = F(HAH) | F(SAD) | F(AIN) | F(WAW) | F(QAF) | F(YEH) |
                         F(YEH_BARREE) | (final ? F(FEH) : 0u);
    return (1u << letter->family & forbidden) != 0;
}

static int32_t run_weight(struct rule_weight weight, size_t letters) {
    int32_t off = (int32_t)letters - 4;
    int32_t high = weight.high - (off < 0 ? -off : off);
    return high > weight.low ? high : weight.low;
}

static bool is_family(const struct letter *letter, uint32_t families) {
    return (1u << letter->family & families) != 0;
}

/* What runs that begin with two teeth ask of the first join; -1: nothing. */
static int32_t teeth_weight(const struct letter *run, size_t letters) {
    if (letters < 3 || run[0].family != FAMILY_BEH || run[1].family != FAMILY_BEH)
        return -1;
    const struct letter *last = &run[letters - 1];
    bool ends = is_family(last, F(NOON) | F(REH));
    if (letters == 4 && run[2].family == FAMILY_BEH && ends)
        return NEVER;
    if (letters == 3 && ends)
        return 6;
    return is_family(&run[2], F(BEH) | F(SEEN)) ? 2 : -1;
}

/* Of the join before run[at], `at` from 1; -1: never. */
static int32_t naskh_weight(const struct letter *run, size_t letters, size_t at) {
    const struct letter *after = &run[at - 1], *before = &run[at];
    if (at == 1) {
        int32_t teeth = teeth_weight(run, letters);
        if (teeth >= 0)
            return teeth == NEVER ? -1 : teeth;
    }
    if (naskh_forbids_before(before) || is_family(after, F(KAF) | F(LAM)))
        return -1;
    if (before->family == FAMILY_HEH && !before->joins_after)
        return 9;
    for (size_t i = 0; i < sizeof pair_rules / sizeof *pair_rules; i++)
        if (is_family(after, pair_rules[i].after) &&
            is_family(before, pair_rules[i].before))
            return run_weight(pair_rules[i].weight, letters);
    return -1;
}

/* --- Microsoft's list ---------------------------------------------------------------------- */

/* Its priorities 2 to 7, turned so that more is better; -1: none of them. */
static int32_t simple_weight(const struct letter *run, size_t letters, size_t at) {
    const struct letter *after = &run[at - 1], *before = &run[at];
    bool final = at + 1 == letters;
    if (is_family(after, F(SEEN) | F(SAD)))
        return 9;
    if (final && is_family(before, F(HEH) | F(DAL)))
        return 8;
    if (final && is_family(before, F(ALEF) | F(TAH) | F(LAM) | F(KAF)))
        return 7;
    /* Before a tooth that a final reh or yeh follows. */
    if (!final && at + 2 == letters && before->family == FAMILY_BEH &&
        is_family(&run[at + 1], F(REH) | F(YEH)))
        return 6;
    if (final && is_family(before, F(WAW) | F(AIN) | F(QAF) | F(FEH)))
        return 5;
    return final ? 4 : -1;
}

/* --- words --------------------------------------------------------------------------------- */

/* Takes the best of the joins of a run; of equal ones the nearest to the end. */
static void search_run(const struct letter *run, size_t letters, const uint8_t *flags,
                       enum kashida_rules rules, struct kashida_site *best,
                       int32_t *best_weight) {
    for (size_t at = 1; at < letters; at++) {
        if (!(flags[run[at].offset] & TEXT_TATWEEL))
            continue;
        int32_t weight = rules == KASHIDA_NASKH ? naskh_weight(run, letters, at)
                                                : simple_weight(run, letters, at);
        if (weight < 0 || weight < *best_weight)
            continue;
        *best_weight = weight;
        *best = (struct kashida_site){run[at].offset, (uint8_t)weight};
    }
}

bool kashida_find(struct slice text, uint32_t start, uint32_t end, const uint8_t *flags,
                  enum kashida_rules rules, struct kashida_site *site) {
    struct letters letters;
    int32_t best = -1;
    if (rules == KASHIDA_NONE || !read_letters(&letters, text, start, end))
        return false;
    for (size_t i = 0, next; i < letters.count; i = next) {
        for (next = i + 1; next < letters.count && letters.items[next].joins_before;)
            next++;
        search_run(letters.items + i, next - i, flags, rules, site, &best);
    }
    return best >= 0;
}
